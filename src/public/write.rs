//! Writes what differs, removes what is no longer named.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::public::manifest::{self, Known, MANIFEST};
use crate::public::regular::{self, Links};
use crate::public::staging::Staging;
use crate::public::{File, Files, OutputFolder, OutputPath, obstacles};

/// What a run did to the output folder.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Changes {
    /// Files that are new or differ.
    pub written: Vec<OutputPath>,
    /// Files of the last run that the site no longer has.
    pub removed: Vec<OutputPath>,
    /// Files that the site no longer has either, but that are not as the last run wrote them,
    /// so that they stay.
    pub left: Vec<OutputPath>,
    /// How many files were as they should be.
    pub unchanged: usize,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteError {
    /// Files stand in the way that this program did not write.
    Foreign(Vec<PathBuf>),
    /// A file that is to be copied is no longer what the site was made of: its path from the
    /// site's folder.
    Changed(PathBuf),
    /// The disk refused.
    Disk {
        /// What was being written.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// The longest manifest that is read, far above that of any site.
const LONGEST_MANIFEST: u64 = 256 * 1024 * 1024;

/// Brings the output folder to the state that `files` describe. Copied files are read from
/// below `root`. With `force`, files that stand in the way are overwritten.
///
/// # Errors
/// If files of others stand in the way, a file to be copied has changed, or the disk refuses.
/// The folder is then as it was, unless the disk refused to rename a file that it had already
/// taken.
pub fn write(
    output: &OutputFolder,
    root: &Path,
    files: &Files,
    force: bool,
) -> Result<Changes, WriteError> {
    let folder = output.path();
    let before = before(folder)?;
    let states = files.par_iter().map(|(path, file)| state(&folder.join(path.as_str()), file));
    let states: Vec<State> = states.collect::<Result<_, WriteError>>()?;
    if !force {
        no_foreign_files(folder, files, &states, &before)?;
    }
    let of = |wanted: fn(&State) -> bool| {
        files.iter().zip(&states).filter(move |(_, state)| wanted(state)).map(|(file, _)| file)
    };
    let differing: Vec<(&OutputPath, &File)> = of(|state| !matches!(state, State::Same)).collect();
    let taken: Vec<&OutputPath> =
        of(|state| matches!(state, State::Taken)).map(|(path, _)| path).collect();
    let (removed, left) = gone(folder, files, &before);
    obstacles::none(folder, &differing, &taken, &removed)?;
    if !differing.is_empty() || !removed.is_empty() {
        if let Some((path, error)) = output.obstacle() {
            return Err(WriteError::Disk { path, error });
        }
        put(folder, root, (&differing, files), (&removed, &before))?;
    }
    Ok(Changes {
        written: differing.iter().map(|(path, _)| (*path).clone()).collect(),
        removed,
        left,
        unchanged: files.len() - differing.len(),
    })
}

/// Puts what differs into its place and takes away what is removed.
fn put(
    folder: &Path,
    root: &Path,
    (differing, files): (&[(&OutputPath, &File)], &Files),
    (removed, before): (&[OutputPath], &Known),
) -> Result<(), WriteError> {
    // The manifest is replaced while files are, so its true form is put back in any case.
    let made = manifest::manifest(files);
    let manifest = files.iter().find(|(path, _)| path.as_str() == MANIFEST);
    let path = OutputPath::parse(MANIFEST);
    let manifest = manifest.or_else(|| Some((path.as_ref()?, &made)));
    let others = differing.iter().copied().filter(|(path, _)| path.as_str() != MANIFEST);
    let mut staged: Vec<(&OutputPath, &File)> = others.chain(manifest).collect();
    staged.sort_by_key(|(path, _)| *path);
    let touched = staged.iter().map(|(path, _)| *path).chain(removed);
    obstacles::no_closed_folder(folder, touched)?;
    let unfinished = manifest.map(|(_, file)| manifest::unfinished(before, file));
    let staging = Staging::new(folder, &staged)?;
    staging.fill(root, &unfinished.unwrap_or_default())?;
    if !before.is_empty() {
        staging.flush()?;
    }
    staging.publish(removed)
}

/// Whether the last run wrote a file of this name into a folder.
pub fn has_written(folder: &Path, name: &str) -> bool {
    let path = OutputPath::parse(name);
    path.is_some_and(|path| before(folder).is_ok_and(|known| known.contains_key(&path)))
}

/// What the last run wrote. A manifest that cannot be read tells of nothing; what is no file
/// in its place is said before all files look like those of others.
fn before(folder: &Path) -> Result<Known, WriteError> {
    let path = folder.join(MANIFEST);
    match regular::read(&path, Links::Followed, LONGEST_MANIFEST) {
        Ok(manifest) => Ok(manifest::known(&manifest)),
        Err(error)
            if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::IsADirectory) =>
        {
            Err(WriteError::Disk { path, error })
        }
        Err(_) => Ok(Known::new()),
    }
}

/// The files of the last run that the site no longer has: those that are as it wrote them, or of
/// which a run that was stopped has left the empty folder, and those that are not, whose bytes
/// somebody else has changed.
fn gone(folder: &Path, files: &Files, before: &Known) -> (Vec<OutputPath>, Vec<OutputPath>) {
    let gone: Vec<_> = before.iter().filter(|(path, _)| !files.contains_key(*path)).collect();
    let found: Vec<(&OutputPath, bool)> = gone
        .into_par_iter()
        .filter_map(|(path, digests)| {
            let is_link = |parent: &str| folder.join(parent).is_symlink();
            if obstacles::folders(path).any(is_link) {
                return None;
            }
            let target = folder.join(path.as_str());
            if !fs::symlink_metadata(&target).is_ok_and(|found| !found.is_dir()) {
                return obstacles::has_left_a_folder(folder, path).then_some((path, true));
            }
            let digest = regular::open(&target, Links::Refused)
                .and_then(|mut file| regular::digest(&mut file));
            Some((path, digest.is_ok_and(|digest| digests.contains(&digest))))
        })
        .collect();
    let of = |ours: bool| {
        let paths = found.iter().filter(move |(_, is_ours)| *is_ours == ours);
        paths.map(|(path, _)| (*path).clone()).collect()
    };
    (of(true), of(false))
}

enum State {
    Absent,
    Same,
    Differs,
    /// A folder stands there, or a pipe, a device or the like.
    Taken,
}

fn state(target: &Path, file: &File) -> Result<State, WriteError> {
    let state = match fs::symlink_metadata(target) {
        Ok(found) if found.is_symlink() => Ok(State::Differs),
        Ok(found) if !found.is_file() => Ok(State::Taken),
        Ok(found) => is_same(target, found.len(), file)
            .map(|same| if same { State::Same } else { State::Differs }),
        // A file where a folder must be is said with the other obstacles.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(State::Absent)
        }
        Err(error) => Err(error),
    };
    state.map_err(|error| WriteError::Disk { path: target.to_owned(), error })
}

/// Whether a file on disk has these bytes. One that may not be read is as good as any other.
fn is_same(target: &Path, len: u64, file: &File) -> io::Result<bool> {
    let same = match file {
        File::Made(bytes) if len == bytes.len() as u64 => {
            regular::read(target, Links::Refused, len).map(|found| found[..] == bytes[..])
        }
        // The spool has compared the bytes.
        File::Spooled { at, len: wanted, .. } => Ok(at.is_none() && len == *wanted),
        File::Copied { digest, len: wanted, .. } if len == *wanted => {
            let open = regular::open(target, Links::Refused);
            open.and_then(|mut found| Ok(regular::digest(&mut found)? == *digest))
        }
        File::Made(_) | File::Copied { .. } => Ok(false),
    };
    match same {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(false),
        same => same,
    }
}

fn no_foreign_files(
    folder: &Path,
    files: &Files,
    states: &[State],
    before: &Known,
) -> Result<(), WriteError> {
    let own = |path: &OutputPath| {
        before.contains_key(path) || (path.as_str() == MANIFEST && !before.is_empty())
    };
    let foreign: Vec<PathBuf> = files
        .keys()
        .zip(states)
        .filter(|(path, state)| matches!(state, State::Differs) && !own(path))
        .map(|(path, _)| folder.join(path.as_str()))
        .collect();
    if foreign.is_empty() { Ok(()) } else { Err(WriteError::Foreign(foreign)) }
}

#[cfg(unix)]
#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
