//! The themes that the program carries.
//!
//! Their files are brought to their one form and their digests are made once; a snapshot hands
//! them on to the next.

use std::sync::Arc;

use crate::memo::Digest;
use crate::sources::texts::{is_text, tidy_text};
use crate::sources::{Content, Source, SourcePath};

include!(concat!(env!("OUT_DIR"), "/embedded_themes.rs"));

/// The files of all themes that the program carries, in order.
pub(super) type Embedded = Arc<[(SourcePath, Source)]>;

/// Reads them.
pub(super) fn read() -> Embedded {
    EMBEDDED_THEMES.iter().map(|(path, bytes)| source(path, bytes)).collect()
}

fn source(path: &str, bytes: &'static [u8]) -> (SourcePath, Source) {
    let path = SourcePath::new(path);
    let content = match std::str::from_utf8(bytes) {
        Ok(text) if is_text(&path) => Content::Text(tidy_text(text).into()),
        Ok(_) | Err(_) => Content::Embedded(bytes),
    };
    (path, Source { digest: Digest::of(bytes), content, stamp: None })
}
