//! The one place that removes anything: a regular file that the caller knows as this program's,
//! a folder that is empty, and a folder of our own with the files in it that bear our names.
//!
//! No link is followed, nothing is removed with all that it holds, and no name of a folder is
//! reason enough to touch what lies in it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Removes a regular file. The caller knows that this program wrote it.
///
/// # Errors
/// If there is none, something else stands there, or the disk refuses.
pub fn file(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    fs::remove_file(path)
}

/// Removes a folder that holds nothing.
///
/// # Errors
/// If it holds anything, is none or a link to one, or the disk refuses.
pub(super) fn empty_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}

/// Removes the files of a folder whose names are ours, and the folder, if that leaves it empty.
/// Whatever else lies in it stays.
///
/// # Errors
/// If it is no folder or a link to one, anything else lies in it, or the disk refuses.
pub(super) fn folder(path: &Path, is_ours: fn(&str) -> bool) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_dir() {
        return Err(ErrorKind::NotADirectory.into());
    }
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(is_ours) {
            file(&entry.path())?;
        }
    }
    empty_folder(path)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_is_never_followed_and_what_is_not_ours_stays() {
        let top = tempfile::tempdir().unwrap();
        let path = |name: &str| top.path().join(name);
        let is_ours = |name: &str| name.starts_with("ours");
        for name in ["folder", "folder/inner", "other"] {
            fs::create_dir(path(name)).unwrap();
        }
        for name in ["folder/ours", "folder/theirs", "folder/inner/ours", "other/ours"] {
            fs::write(path(name), "x").unwrap();
        }
        symlink(path("other"), path("link")).unwrap();
        assert!(folder(&path("link"), is_ours).is_err() && path("other/ours").exists());
        assert!(file(&path("link")).is_err() && file(&path("other")).is_err());
        assert!(folder(&path("folder"), is_ours).is_err());
        assert!(!path("folder/ours").exists());
        assert!(path("folder/theirs").exists() && path("folder/inner/ours").exists());
        assert!(folder(&path("other"), is_ours).is_ok() && !path("other").exists());
        fs::create_dir(path("again")).unwrap();
        symlink(path("folder/theirs"), path("again/ours")).unwrap();
        assert!(folder(&path("again"), is_ours).is_err() && path("again/ours").is_symlink());
    }
}
