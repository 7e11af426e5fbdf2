//! Writes what differs, removes what is no longer named.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::memo::Digest;
use crate::public::manifest::{self, MANIFEST};
use crate::public::obstacles;
use crate::public::{File, Files, OutputPath};

/// What a run did to the output folder.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Changes {
    /// Files that are new or differ.
    pub written: Vec<OutputPath>,
    /// Files of the last run that the site no longer has.
    pub removed: Vec<OutputPath>,
    /// How many files were as they should be.
    pub unchanged: usize,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteError {
    /// Files stand in the way that this program did not write.
    Foreign(Vec<PathBuf>),
    /// The disk refused.
    Disk {
        /// What was being written.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// The folder inside the output folder where files wait until all of them are complete.
const STAGING: &str = ".bangtin-staging";

/// Brings `folder` to the state that `files` describe. Copied files are read from
/// below `root`. With `force`, files that stand in the way are overwritten.
///
/// # Errors
/// If files of others stand in the way, or the disk refuses. The folder is then as it
/// was, unless the disk refused to rename a file that it had already taken.
pub fn write(
    root: &Path,
    folder: &Path,
    files: &Files,
    force: bool,
) -> Result<Changes, WriteError> {
    let before =
        fs::read(folder.join(MANIFEST)).map_or_else(|_| BTreeSet::new(), |m| manifest::names(&m));
    let states: Vec<State> = files
        .par_iter()
        .map(|(path, file)| state(&folder.join(path.as_str()), file))
        .collect::<io::Result<_>>()
        .map_err(|error| WriteError::Disk { path: folder.to_owned(), error })?;
    let differing: Vec<(&OutputPath, &File)> = files
        .iter()
        .zip(&states)
        .filter(|(_, state)| !matches!(state, State::Same))
        .map(|(file, _)| file)
        .collect();
    if !force {
        no_foreign_files(folder, files, &states, &before)?;
    }
    let removed: Vec<OutputPath> =
        before.iter().filter(|path| !files.contains_key(*path)).cloned().collect();
    let taken = files.keys().zip(&states).filter(|(_, state)| matches!(state, State::Folder));
    let taken: Vec<&OutputPath> = taken.map(|(path, _)| path).collect();
    obstacles::none(folder, &differing, &taken, &removed)?;
    if differing.is_empty() && removed.is_empty() {
        Staging::clear(folder)?;
    } else {
        let staging = Staging::new(folder)?;
        staging.fill(root, &differing)?;
        staging.publish(&differing, &removed, &manifest::of_both(&before, files))?;
    }
    Ok(Changes {
        written: differing.iter().map(|(path, _)| (*path).clone()).collect(),
        removed,
        unchanged: files.len() - differing.len(),
    })
}

enum State {
    Absent,
    Same,
    Differs,
    /// A folder stands there.
    Folder,
}

fn state(target: &Path, file: &File) -> io::Result<State> {
    let metadata = match fs::symlink_metadata(target) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(State::Absent),
        // A file where a folder must be: said with the other obstacles.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Ok(State::Absent),
        Err(error) => return Err(error),
    };
    if metadata.is_dir() {
        return Ok(State::Folder);
    }
    let same = metadata.is_file()
        && match file {
            File::Made(bytes) => {
                metadata.len() == bytes.len() as u64 && fs::read(target)?.as_slice() == &bytes[..]
            }
            File::Copied { digest, len, .. } => {
                metadata.len() == *len && Digest::of(&fs::read(target)?) == *digest
            }
        };
    Ok(if same { State::Same } else { State::Differs })
}

fn no_foreign_files(
    folder: &Path,
    files: &Files,
    states: &[State],
    before: &BTreeSet<OutputPath>,
) -> Result<(), WriteError> {
    let own = |path: &OutputPath| {
        before.contains(path) || (path.as_str() == MANIFEST && !before.is_empty())
    };
    let foreign: Vec<PathBuf> = files
        .keys()
        .zip(states)
        .filter(|(path, state)| matches!(state, State::Differs) && !own(path))
        .map(|(path, _)| folder.join(path.as_str()))
        .collect();
    if foreign.is_empty() { Ok(()) } else { Err(WriteError::Foreign(foreign)) }
}

/// A folder of files that are complete but not yet in their places; it takes itself away.
struct Staging<'a> {
    folder: &'a Path,
    path: PathBuf,
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // What is left of it is not in anyone's way, and the next run takes it away.
        let _ = fs::remove_dir_all(&self.path);
    }
}

impl<'a> Staging<'a> {
    fn new(folder: &'a Path) -> Result<Staging<'a>, WriteError> {
        Staging::clear(folder)?;
        let path = folder.join(STAGING);
        // Not with those above it: a link of this name would lead the files elsewhere.
        let made = fs::create_dir_all(folder).and_then(|()| fs::create_dir(&path));
        match made {
            Ok(()) => Ok(Staging { folder, path }),
            Err(error) => Err(WriteError::Disk { path, error }),
        }
    }

    /// Takes away what a run that was stopped has left.
    fn clear(folder: &Path) -> Result<(), WriteError> {
        let path = folder.join(STAGING);
        if fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir()) {
            return fs::remove_dir_all(&path).map_err(|error| WriteError::Disk { path, error });
        }
        Ok(())
    }

    fn file(&self, index: usize) -> PathBuf {
        self.path.join(index.to_string())
    }

    fn fill(&self, root: &Path, files: &[(&OutputPath, &File)]) -> Result<(), WriteError> {
        files.par_iter().enumerate().try_for_each(|(index, (path, file))| {
            let staged = self.file(index);
            let written = match file {
                File::Made(bytes) => fs::write(&staged, bytes),
                File::Copied { from, .. } => {
                    let bytes = fs::read(root.join(from));
                    bytes.and_then(|bytes| fs::write(&staged, bytes))
                }
            };
            written
                .map_err(|error| WriteError::Disk { path: self.folder.join(path.as_str()), error })
        })
    }

    /// Puts the files into their places and removes those that the site no longer has.
    /// From the first change to the last the manifest names the files of both runs, so
    /// that a run that is stopped anywhere is completed by the next.
    fn publish(
        &self,
        files: &[(&OutputPath, &File)],
        removed: &[OutputPath],
        unfinished: &[u8],
    ) -> Result<(), WriteError> {
        let journal = self.path.join(MANIFEST);
        let manifest = self.folder.join(MANIFEST);
        let disk = |path: &Path, error| WriteError::Disk { path: path.to_owned(), error };
        fs::write(&journal, unfinished).map_err(|error| disk(&manifest, error))?;
        let (first, last): (Vec<OutputPath>, Vec<OutputPath>) =
            removed.iter().cloned().partition(|path| obstacles::is_in_the_way(path, files));
        if first.is_empty() {
            self.make_folders(files)?;
        }
        fs::rename(&journal, &manifest).map_err(|error| disk(&manifest, error))?;
        if !first.is_empty() {
            // A file becomes a folder, or a folder a file.
            remove(self.folder, &first);
            self.make_folders(files)?;
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
            let now = files.par_iter().enumerate().filter(|(_, (path, _))| rank(path) == turn);
            now.try_for_each(|(index, (path, _))| {
                let target = self.folder.join(path.as_str());
                fs::rename(self.file(index), &target).map_err(|error| disk(&target, error))
            })?;
        }
        Ok(())
    }

    /// Makes the folders of these files; where one cannot be made, none stays.
    fn make_folders(&self, files: &[(&OutputPath, &File)]) -> Result<(), WriteError> {
        let folders: BTreeSet<&str> =
            files.iter().flat_map(|(path, _)| obstacles::folders(path)).collect();
        let mut made: Vec<PathBuf> = Vec::new();
        for folder in folders {
            let path = self.folder.join(folder);
            match fs::create_dir(&path) {
                Ok(()) => made.push(path),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    for path in made.iter().rev() {
                        // It was made a moment ago and is empty.
                        let _ = fs::remove_dir(path);
                    }
                    return Err(WriteError::Disk { path, error });
                }
            }
        }
        Ok(())
    }
}

/// Removes files of the last run, and the folders that this leaves empty.
fn remove(folder: &Path, paths: &[OutputPath]) {
    for path in paths {
        let is_link = |parent: &str| {
            let metadata = fs::symlink_metadata(folder.join(parent));
            metadata.is_ok_and(|metadata| metadata.is_symlink())
        };
        if obstacles::folders(path).any(is_link) {
            continue;
        }
        // A file that is gone already is as it should be.
        let _ = fs::remove_file(folder.join(path.as_str()));
        let mut parent = path.as_str();
        while let Some((above, _)) = parent.rsplit_once('/') {
            // Fails where other files still are, as it should.
            if fs::remove_dir(folder.join(above)).is_err() {
                break;
            }
            parent = above;
        }
    }
}
