//! The folder in which files wait until all of them are complete.
//!
//! It lies in the output folder, since only there a rename is one step, and bears the number of
//! the process, so that two programs never share one even where the disk knows no locks.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::public::manifest::MANIFEST;
use crate::public::regular::{self, Links};
use crate::public::{File, KEPT, OutputPath, WriteError, obstacles, removal};

/// The name of the folder, before the number of the process.
const STAGING: &str = ".bangtin-staging";

/// How many files are flushed at a time: each waits for the disk, and the disk takes what
/// waits in one go.
const FLUSHED_AT_ONCE: usize = 16;

/// Files that are complete but not yet in their places; the folder takes itself away.
pub(super) struct Staging<'a> {
    folder: &'a Path,
    path: PathBuf,
    files: &'a [(&'a OutputPath, &'a File)],
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // What is left of it is not in anyone's way, and the next run takes it away.
        let _ = removal::folder(&self.path, is_staged);
    }
}

/// Takes away what runs have left that were stopped. Only for who has locked the folder.
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_str().is_some_and(is_staging) {
            // What is no work of ours stays, and is in nobody's way.
            let _ = removal::folder(&entry.path(), is_staged);
        }
    }
}

/// Makes an empty folder in which files wait.
pub(super) fn make_folder(folder: &Path) -> Result<PathBuf, WriteError> {
    let process = std::process::id();
    let mut number = 0;
    loop {
        let path = match number {
            0 => folder.join(format!("{STAGING}-{process}")),
            _ => folder.join(format!("{STAGING}-{process}-{number}")),
        };
        match fs::create_dir(&path) {
            Ok(()) => return Ok(path),
            // The spool, something of others, or of a program of this number in another container.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 99 => number += 1,
            Err(error) => return Err(WriteError::Disk { path, error }),
        }
    }
}

impl<'a> Staging<'a> {
    /// An empty folder for these files.
    pub(super) fn new(
        folder: &'a Path,
        files: &'a [(&'a OutputPath, &'a File)],
    ) -> Result<Staging<'a>, WriteError> {
        let path = make_folder(folder)?;
        Ok(Staging { folder, path, files })
    }

    /// Where a file waits: in the spool, if it went there when it was made.
    fn file(&self, index: usize) -> PathBuf {
        match self.files.get(index) {
            Some((_, File::Spooled { at: Some(at), .. })) => at.to_path_buf(),
            Some(_) | None => self.path.join(index.to_string()),
        }
    }

    /// Writes all files, and the manifest for the time until they are in their places. What is
    /// copied is looked at on the way: it must be what the site was made of.
    pub(super) fn fill(&self, root: &Path, unfinished: &[u8]) -> Result<(), WriteError> {
        let disk = |path: &str, error| WriteError::Disk { path: self.folder.join(path), error };
        fs::write(self.path.join(MANIFEST), unfinished).map_err(|error| disk(MANIFEST, error))?;
        self.files.par_iter().enumerate().try_for_each(|(index, (path, file))| {
            let staged = self.file(index);
            match file {
                File::Made(bytes) => {
                    fs::write(&staged, &**bytes).map_err(|error| disk(path.as_str(), error))
                }
                File::Spooled { at: Some(_), .. } => Ok(()),
                // It stood in its place a moment ago, so somebody has changed it since.
                File::Spooled { at: None, .. } => {
                    Err(WriteError::Changed(PathBuf::from(path.as_str())))
                }
                File::Copied { from, .. } => {
                    let staged = fs::File::create_new(&staged);
                    let copied = staged.and_then(|mut staged| copy(root, file, &mut staged));
                    match copied {
                        Ok(true) => Ok(()),
                        Ok(false) => Err(WriteError::Changed(from.to_path_buf())),
                        Err(error) => Err(disk(path.as_str(), error)),
                    }
                }
            }
        })
    }

    /// Waits until the disk holds what was written. Without this, a machine that stops could
    /// leave files in their places that are empty. What takes the place of nothing is not
    /// worth the time, so a first build does without.
    pub(super) fn flush(&self) -> Result<(), WriteError> {
        let names: Vec<(PathBuf, &str)> = (0..self.files.len())
            .map(|index| (self.file(index), self.files[index].0.as_str()))
            .chain([(self.path.join(MANIFEST), MANIFEST)])
            .collect();
        let all = || {
            names.par_iter().try_for_each(|(staged, path)| {
                flush(staged)
                    .map_err(|error| WriteError::Disk { path: self.folder.join(path), error })
            })
        };
        match rayon::ThreadPoolBuilder::new().num_threads(FLUSHED_AT_ONCE).build() {
            Ok(pool) => pool.install(all),
            // The system gives no more threads.
            Err(_) => all(),
        }
    }

    /// Puts the files into their places and removes those that the site no longer has.
    /// From the first change to the last the manifest names the files of both runs, so
    /// that a run that is stopped anywhere is completed by the next.
    pub(super) fn publish(&self, removed: &[OutputPath]) -> Result<(), WriteError> {
        let manifest = self.folder.join(MANIFEST);
        let disk = |path: &Path, error| WriteError::Disk { path: path.to_owned(), error };
        let (first, last): (Vec<OutputPath>, Vec<OutputPath>) =
            removed.iter().cloned().partition(|path| obstacles::is_in_the_way(path, self.files));
        if first.is_empty() {
            self.make_folders()?;
        }
        fs::rename(self.path.join(MANIFEST), &manifest).map_err(|error| disk(&manifest, error))?;
        if !first.is_empty() {
            // A file becomes a folder, or a folder a file.
            remove(self.folder, &first);
            self.make_folders()?;
        }
        // Pages come after what they show, and the manifest after everything.
        let rank = |path: &OutputPath| match path.as_str() {
            MANIFEST => 2,
            path => u8::from(path.ends_with(".html")),
        };
        for turn in 0..=2 {
            if turn == 2 {
                remove(self.folder, &last);
            }
            let now = self.files.par_iter().enumerate().filter(|(_, (path, _))| rank(path) == turn);
            now.try_for_each(|(index, (path, _))| {
                let target = self.folder.join(path.as_str());
                fs::rename(self.file(index), &target).map_err(|error| disk(&target, error))
            })?;
        }
        Ok(())
    }

    /// Makes the folders of these files; where one cannot be made, none stays.
    fn make_folders(&self) -> Result<(), WriteError> {
        let folders: BTreeSet<&str> =
            self.files.iter().flat_map(|(path, _)| obstacles::folders(path)).collect();
        let mut made: Vec<PathBuf> = Vec::new();
        for folder in folders {
            let path = self.folder.join(folder);
            match fs::create_dir(&path) {
                Ok(()) => made.push(path),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    for path in made.iter().rev() {
                        // It was made a moment ago and is empty.
                        let _ = removal::empty_folder(path);
                    }
                    return Err(WriteError::Disk { path, error });
                }
            }
        }
        Ok(())
    }
}

/// Copies a file into its place among those that wait; whether it is the one that the site was
/// made of. An error is one of writing.
fn copy(root: &Path, file: &File, staged: &mut fs::File) -> io::Result<bool> {
    let File::Copied { from, digest, len } = file else { return Ok(false) };
    // A source may be a link to another one; what is kept never is a link.
    let links = if from.starts_with(KEPT) { Links::Refused } else { Links::Followed };
    let Ok(opened) = regular::open(&root.join(from), links) else { return Ok(false) };
    if !opened.metadata().is_ok_and(|metadata| metadata.len() == *len) {
        return Ok(false);
    }
    // Whatever is appended meanwhile is not waited for.
    let found = regular::copy(&mut io::Read::take(opened, *len + 1), staged)?;
    staged.flush()?;
    Ok(found == (*digest, *len))
}

fn flush(staged: &Path) -> io::Result<()> {
    let synced = fs::OpenOptions::new().write(true).open(staged).and_then(|file| file.sync_data());
    match synced {
        // The disk does not know how.
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => {
            Ok(())
        }
        synced => synced,
    }
}

/// Removes files of the last run, and the folders that this leaves empty.
fn remove(folder: &Path, paths: &[OutputPath]) {
    for path in paths {
        // A file that is gone already is as it should be.
        let _ = removal::file(&folder.join(path.as_str()));
        let mut parent = path.as_str();
        while let Some((above, _)) = parent.rsplit_once('/') {
            match removal::empty_folder(&folder.join(above)) {
                Ok(()) => {}
                // A run that was stopped has taken it away.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                // Other files still are there.
                Err(_) => break,
            }
            parent = above;
        }
    }
}

/// Whether this is the name of such a folder, of this program or of one that was stopped.
fn is_staging(name: &str) -> bool {
    let Some(rest) = name.strip_prefix(STAGING) else { return false };
    rest.is_empty() || rest.strip_prefix('-').is_some_and(|rest| rest.split('-').all(is_number))
}

/// Whether this is the name of a file that waits.
pub(super) fn is_staged(name: &str) -> bool {
    name == MANIFEST || is_number(name)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
