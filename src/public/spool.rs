//! Files that go to the disk as they are made, so that a site need not fit into memory.
//!
//! In: a file of the site. Out: the same file, its bytes in a folder of the output folder where
//! they wait, or known to stand in their place already. A build that fails drops the spool,
//! and with it all that waits.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::memo::Digest;
use crate::public::regular::{self, Links};
use crate::public::{File, OutputFolder, OutputPath, removal, staging};

/// Where the bytes of files go that are made.
pub trait Store: Sync {
    /// Takes a file; gives it back as it is had from now on.
    fn put(&self, path: &OutputPath, file: File) -> File;
    /// The bytes of a file that was put here, or of a source that is copied; none where they
    /// cannot be had, or are no longer those of the file.
    fn bytes<'f>(&self, path: &OutputPath, file: &'f File) -> Option<Cow<'f, [u8]>>;
}

/// Keeps files in memory.
pub struct InMemory;

impl Store for InMemory {
    fn put(&self, _: &OutputPath, file: File) -> File {
        file
    }

    fn bytes<'f>(&self, _: &OutputPath, file: &'f File) -> Option<Cow<'f, [u8]>> {
        match file {
            File::Made(bytes) => Some(Cow::Borrowed(bytes)),
            File::Spooled { .. } | File::Copied { .. } => None,
        }
    }
}

/// Keeps files in a folder of the output folder.
pub struct Spool<'a> {
    output: &'a Path,
    folder: PathBuf,
    /// The folder of the site.
    root: &'a Path,
}

impl<'a> Spool<'a> {
    /// An empty spool. None where nothing can be written, or others may be at work: what is wrong
    /// is said when files are put in place.
    pub fn new(output: &'a OutputFolder, root: &'a Path) -> Option<Spool<'a>> {
        let folder = output.path();
        if !output.is_locked() {
            return None;
        }
        let spool = staging::make_folder(folder).ok()?;
        Some(Spool { output: folder, folder: spool, root })
    }
}

impl Store for Spool<'_> {
    fn put(&self, path: &OutputPath, file: File) -> File {
        let File::Made(bytes) = &file else { return file };
        let (digest, len) = (file.digest(), bytes.len() as u64);
        if stands(&self.output.join(path.as_str()), bytes) {
            return File::Spooled { at: None, digest, len };
        }
        // No two files have one path, and the folder holds the files of one build.
        let at = self.folder.join(Digest::of(path.as_str().as_bytes()).head().to_string());
        match fs::write(&at, &bytes[..]) {
            Ok(()) => File::Spooled { at: Some(Arc::from(at)), digest, len },
            // A full disk is told when files are put in place.
            Err(_) => file,
        }
    }

    fn bytes<'f>(&self, path: &OutputPath, file: &'f File) -> Option<Cow<'f, [u8]>> {
        let (from, links) = match file {
            File::Made(bytes) => return Some(Cow::Borrowed(bytes)),
            File::Spooled { at: Some(at), .. } => (at.to_path_buf(), Links::Refused),
            File::Spooled { at: None, .. } => (self.output.join(path.as_str()), Links::Refused),
            File::Copied { from, .. } => (self.root.join(from), Links::Followed),
        };
        let mut bytes = Vec::new();
        let found = regular::copy(&mut regular::open(&from, links).ok()?, &mut bytes).ok()?;
        (found == (file.digest(), file.len())).then_some(Cow::Owned(bytes))
    }
}

impl Drop for Spool<'_> {
    fn drop(&mut self) {
        // What is left of it is not in anyone's way, and the next run takes it away.
        let _ = removal::folder(&self.folder, staging::is_staged);
    }
}

/// Whether these bytes stand in their place already.
fn stands(target: &Path, bytes: &[u8]) -> bool {
    let len = bytes.len() as u64;
    let is_as_long = fs::symlink_metadata(target).is_ok_and(|found| found.len() == len);
    is_as_long && regular::read(target, Links::Refused, len).is_ok_and(|found| found == bytes)
}
