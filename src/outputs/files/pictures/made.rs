//! Makes the files of a picture, or says why it cannot.

use std::sync::Arc;

use bangtin_pictures::Fault as Unusable;

use crate::diagnostics::{Checked, Place};
use crate::memo::Outcome;
use crate::outputs::files::pictures::{Part, Work, faults};
use crate::public::File;

/// Why nothing was made of a picture.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Its bytes cannot be used.
    Unusable(Unusable),
    /// Its bytes could not be read again.
    Unread(String),
}

/// For each width the copy as WebP and as JPEG or PNG; then the picture itself without traces.
pub type Made = Result<Arc<[File]>, Fault>;

impl Outcome for Made {
    fn lasts(&self) -> bool {
        // A file that is locked or written for a moment is the same file after it.
        !matches!(self, Err(Fault::Unread(_)))
    }
}

/// Makes all files of one picture.
pub fn make(work: &Work) -> Made {
    let bytes = work.file.bytes(work.digest);
    let bytes = bytes.map_err(|error| Fault::Unread(error.to_string()))?;
    let copies = if work.widths.is_empty() {
        Vec::new()
    } else {
        bangtin_pictures::copies(&bytes, &work.widths).map_err(Fault::Unusable)?
    };
    let copies = copies.into_iter().flat_map(|copy| [copy.webp, copy.plain]);
    let itself = work.file.look.has_traces().then(|| bangtin_pictures::cleaned(&bytes)).flatten();
    Ok(copies.chain(itself).map(File::made).collect())
}

impl Part {
    /// This part of what was made. A picture that cannot be used is said, once for all its parts.
    pub fn of(&self, made: Made) -> Checked<File> {
        let nothing = || File::made([]);
        match made {
            Ok(files) => Checked {
                value: files.get(self.index).cloned().unwrap_or_else(nothing),
                diagnostics: Vec::new(),
            },
            Err(fault) => {
                let fault = faults::diagnose(&fault).at(Place::file(&self.work.source));
                Checked { value: nothing(), diagnostics: vec![fault] }
            }
        }
    }
}
