//! What language does to text.
mod fold;
pub use fold::{fold, slug, slug_or_digest};
