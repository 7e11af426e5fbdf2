//! What of a file could not be read, and what that leaves open.
//!
//! A name leads to something, to nothing, or nobody knows: what it names may stand in a part
//! that could not be read. That was said where it stands, and nothing is said of such a name.

use serde::Serialize;

/// What of a Markdown file could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Unknown {
    /// What it is: its head cannot be read, or the word for its kind.
    pub kind: bool,
    /// Some of its keys, and so perhaps ids and names of files.
    pub keys: bool,
    /// What its text says, and where that begins.
    pub text: bool,
}

impl Unknown {
    /// Whether all of the file is known.
    pub fn is_nothing(self) -> bool {
        let Unknown { kind, keys, text } = self;
        !(kind || keys || text)
    }
}

/// What is known of something that is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Known {
    /// It is there.
    There,
    /// It is not there.
    Missing,
    /// It may stand in what could not be read.
    Unknown,
}

impl Known {
    /// What is known of a thing that was or was not found where all or not all could be read.
    pub fn of(is_found: bool, is_all_read: bool) -> Known {
        match (is_found, is_all_read) {
            (true, _) => Known::There,
            (false, true) => Known::Missing,
            (false, false) => Known::Unknown,
        }
    }
}
