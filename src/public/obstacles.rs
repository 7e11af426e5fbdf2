//! What stands in the way of a site and is no file to be replaced. It is looked for
//! before anything is written, so that nothing is half done.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::public::write::WriteError;
use crate::public::{File, OutputPath};

/// The folders that hold a file, the outermost first.
pub(super) fn folders(path: &OutputPath) -> impl Iterator<Item = &str> {
    path.as_str().match_indices('/').map(|(at, _)| &path.as_str()[..at])
}

/// Whether a file of the last run stands where these need a folder, or below one of them.
pub(super) fn is_in_the_way(removed: &OutputPath, files: &[(&OutputPath, &File)]) -> bool {
    let wanted = |path: &str| files.binary_search_by(|(file, _)| file.as_str().cmp(path)).is_ok();
    let inside = format!("{removed}/");
    let from = files.partition_point(|(file, _)| file.as_str() < inside.as_str());
    let needed = files.get(from).is_some_and(|(file, _)| file.as_str().starts_with(&inside));
    needed || folders(removed).any(wanted)
}

/// Says so if these files cannot be put into their places: a file or a link stands where a
/// folder must be, or one of their places is `taken` by a folder, a pipe or the like. What the
/// last run left and this one removes is no obstacle.
pub(super) fn none(
    folder: &Path,
    files: &[(&OutputPath, &File)],
    taken: &[&OutputPath],
    removed: &[OutputPath],
) -> Result<(), WriteError> {
    let removed: BTreeSet<&str> = removed.iter().map(OutputPath::as_str).collect();
    let parents: BTreeSet<&str> = files.iter().flat_map(|(path, _)| folders(path)).collect();
    // A link would lead the files elsewhere.
    let is_other =
        |path: &str| fs::symlink_metadata(folder.join(path)).is_ok_and(|found| !found.is_dir());
    let mut parents = parents.into_iter();
    if let Some(path) = parents.find(|path| !removed.contains(path) && is_other(path)) {
        return Err(blocked(folder.join(path), io::ErrorKind::AlreadyExists));
    }
    let Some(path) = taken.iter().find(|path| !goes(folder, path.as_str(), &removed)) else {
        return Ok(());
    };
    let path = folder.join(path.as_str());
    let kind = match path.is_dir() {
        true => io::ErrorKind::IsADirectory,
        false => io::ErrorKind::AlreadyExists,
    };
    Err(blocked(path, kind))
}

/// Says so if a folder that files go into or leave is not to be written to, or lies on another
/// disk: found half-way, this would leave a mixed site.
pub(super) fn no_closed_folder<'a>(
    folder: &Path,
    paths: impl Iterator<Item = &'a OutputPath>,
) -> Result<(), WriteError> {
    let parent =
        |path: &'a OutputPath| path.as_str().rsplit_once('/').map_or("", |(above, _)| above);
    let parents: BTreeSet<&str> = paths.map(parent).collect();
    let nearest =
        |path: &str| folder.join(path).ancestors().find(|path| path.is_dir()).map(Path::to_owned);
    let there: BTreeSet<PathBuf> = parents.into_iter().filter_map(nearest).collect();
    match there.into_iter().find_map(|path| closed(folder, &path).map(|kind| (path, kind))) {
        Some((path, kind)) => Err(blocked(path, kind)),
        None => Ok(()),
    }
}

#[cfg(unix)]
fn closed(folder: &Path, path: &Path) -> Option<io::ErrorKind> {
    use rustix::fs::{Access, access};
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Path| fs::metadata(path).map(|metadata| metadata.dev()).ok();
    if disk(folder) != disk(path) {
        return Some(io::ErrorKind::CrossesDevices);
    }
    let refused = access(path, Access::WRITE_OK | Access::EXEC_OK).err()?;
    Some(io::Error::from(refused).kind())
}

/// Here only the attempt tells.
#[cfg(not(unix))]
fn closed(_: &Path, _: &Path) -> Option<io::ErrorKind> {
    None
}

fn blocked(path: PathBuf, kind: io::ErrorKind) -> WriteError {
    WriteError::Disk { path, error: kind.into() }
}

/// Whether a folder goes with the files of the last run: it held one of them, and holds nothing
/// else.
fn goes(folder: &Path, path: &str, removed: &BTreeSet<&str>) -> bool {
    let inside = format!("{path}/");
    let first = removed.range(inside.as_str()..).next();
    let Ok(entries) = fs::read_dir(folder.join(path)) else { return false };
    first.is_some_and(|file| file.starts_with(&inside))
        && entries.flatten().all(|entry| {
            let inner = format!("{inside}{}", entry.file_name().to_string_lossy());
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            removed.contains(inner.as_str()) || (is_folder && goes(folder, &inner, removed))
        })
}

/// Whether a file is gone and its folder, or the nearest one above that is there, is empty: a
/// run was stopped between the two.
pub(super) fn has_left_a_folder(folder: &Path, file: &OutputPath) -> bool {
    let mut above: Vec<&str> = folders(file).collect();
    while let Some(path) = above.pop() {
        match fs::read_dir(folder.join(path)) {
            Ok(mut entries) => return entries.next().is_none(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) => return false,
        }
    }
    false
}
