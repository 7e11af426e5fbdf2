//! What the system tells of a site's folder, and what of it is to be waited for.
//!
//! In: events of files and folders. Out: [`Change`]s of sources, and [`News`], which says whether
//! a change is whole: a file that is being written, or was taken away to be put anew, is so only
//! a moment later. Reading a file is no change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bangtin::sources::{FOLDERS, is_source};
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{Event, EventKind};

/// Whether a folder is watched by itself, without those in it: one that is new has to be watched
/// before it is read, or what comes into it between the two is never told.
const IS_WATCHED_ALONE: bool = cfg!(not(any(target_os = "macos", target_os = "windows")));

/// One thing that was told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Change {
    /// A file is being written, or was taken away.
    Begun(PathBuf),
    /// A file is there as a whole.
    Done(PathBuf),
    /// Something changed that is whole at once.
    Touched,
    /// A folder is there that was not.
    Folder(PathBuf),
    /// The system lost count: anything may have changed.
    Lost,
    /// What was kept is gone.
    Kept,
}

/// What an event means for the site in the folder `root`.
pub(super) fn changes(root: &Path, event: &notify::Result<Event>) -> Vec<Change> {
    let Ok(event) = event else { return vec![Change::Lost] };
    if event.need_rescan() {
        return vec![Change::Lost];
    }
    let is_of_site = |path: &Path| path.strip_prefix(root).is_ok_and(is_source);
    if let EventKind::Modify(ModifyKind::Name(RenameMode::Both)) = event.kind {
        // Under a name that is none of a source it only waits for the new one.
        let is_whole = event.paths.iter().all(|path| is_of_site(path));
        let paths = event.paths.iter().filter(|_| is_whole);
        return paths.map(|path| Change::Done(path.clone())).collect();
    }
    let paths = event.paths.iter().filter(|path| is_of_site(path));
    paths.flat_map(|path| of_path(root, path, event.kind)).collect()
}

fn of_path(root: &Path, path: &Path, kind: EventKind) -> Vec<Change> {
    let own = || path.to_owned();
    let is_top = FOLDERS.iter().any(|top| path == root.join(top));
    let come = || match is_top || (IS_WATCHED_ALONE && path.is_dir()) {
        true => vec![Change::Folder(own())],
        false => Vec::new(),
    };
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => vec![Change::Done(own())],
        EventKind::Access(_) => Vec::new(),
        EventKind::Modify(ModifyKind::Metadata(_)) => vec![Change::Touched],
        EventKind::Create(CreateKind::Folder) => [vec![Change::Touched], come()].concat(),
        EventKind::Modify(ModifyKind::Name(RenameMode::To)) => {
            [vec![Change::Done(own())], come()].concat()
        }
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Any | EventKind::Other => {
            [vec![Change::Begun(own())], come()].concat()
        }
        EventKind::Remove(_) => vec![Change::Begun(own())],
    }
}

/// All that was told since the last time.
#[derive(Default, Debug)]
pub(super) struct News {
    begun: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
    /// Whether the system lost count.
    pub(super) is_lost: bool,
    /// Whether what was kept is gone.
    pub(super) is_kept_gone: bool,
}

impl News {
    /// Takes in what was told.
    pub(super) fn add(&mut self, change: Change) {
        match change {
            Change::Begun(path) => _ = self.begun.insert(path),
            Change::Done(path) => _ = self.begun.remove(&path),
            Change::Touched => {}
            Change::Folder(path) => _ = self.folders.insert(path),
            Change::Lost => self.is_lost = true,
            Change::Kept => self.is_kept_gone = true,
        }
    }

    /// Whether all that was begun is done.
    pub(super) fn is_whole(&self) -> bool {
        self.begun.is_empty()
    }

    /// The folders that are new, without those that lie in one of them.
    pub(super) fn folders(&self) -> Vec<&Path> {
        let mut folders: Vec<&Path> = Vec::new();
        for folder in &self.folders {
            if folders.last().is_none_or(|above| !folder.starts_with(above)) {
                folders.push(folder);
            }
        }
        folders
    }
}

#[cfg(test)]
#[path = "tidings_tests.rs"]
mod tests;
