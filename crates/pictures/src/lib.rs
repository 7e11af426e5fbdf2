//! Pictures for the web.
