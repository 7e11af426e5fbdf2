//! Bangtin.
pub mod memo; pub mod sources; pub mod diagnostics; pub mod yaml;
