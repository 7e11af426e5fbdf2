//! What the editor was told, so that it is told again only of what is other now.

use std::collections::{BTreeMap, BTreeSet};

use lsp_types::{PublishDiagnosticsParams, Uri};

use crate::sources::SourcePath;

use super::faults::FileFaults;

/// What the editor was told, file by file.
#[derive(Default)]
pub(super) struct Told {
    files: BTreeMap<SourcePath, FileFaults>,
    /// What is to be told again though nothing may be other.
    again: BTreeSet<SourcePath>,
}

impl Told {
    /// What was told of a file.
    pub(super) fn of(&self, path: &SourcePath) -> Option<&FileFaults> {
        self.files.get(path)
    }

    /// Sees to it that an open document is told of again.
    pub(super) fn tell_again(&mut self, path: SourcePath) {
        self.again.insert(path);
    }

    /// What is to be told, when this is all that is wrong now: of files that are other than they
    /// were told to be, and of open documents that were changed.
    pub(super) fn update(
        &mut self,
        now: BTreeMap<SourcePath, FileFaults>,
    ) -> Vec<PublishDiagnosticsParams> {
        let before = std::mem::replace(&mut self.files, now);
        let again = std::mem::take(&mut self.again);
        let gone = before.iter().filter(|(path, old)| match self.files.get(*path) {
            Some(new) => new.uri != old.uri && !old.faults.is_empty(),
            None => !old.faults.is_empty(),
        });
        let cleared = gone.map(|(_, old)| nothing(&old.uri));
        let changed = self.files.iter().filter(|(path, new)| match before.get(*path) {
            Some(old) => again.contains(*path) || !is_told(old, new),
            None => !new.faults.is_empty() || new.version.is_some(),
        });
        cleared.chain(changed.map(|(_, new)| said(new))).collect()
    }
}

/// Whether nothing is other than it was told.
fn is_told(old: &FileFaults, new: &FileFaults) -> bool {
    old.uri == new.uri
        && old.version == new.version
        && old.faults.len() == new.faults.len()
        && old.faults.iter().zip(&new.faults).all(|(old, new)| old.shown == new.shown)
}

fn said(file: &FileFaults) -> PublishDiagnosticsParams {
    let diagnostics = file.faults.iter().map(|fault| fault.shown.clone()).collect();
    PublishDiagnosticsParams { uri: file.uri.clone(), diagnostics, version: file.version }
}

fn nothing(uri: &Uri) -> PublishDiagnosticsParams {
    PublishDiagnosticsParams { uri: uri.clone(), diagnostics: Vec::new(), version: None }
}
