//! Writes files that people edit: one that is not there yet, or in the place of another.
#![expect(clippy::disallowed_methods, reason = "this room writes files for people")]

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use bangtin::public::removal;

/// Writes a file that is not there yet, in a folder that need not be; says whether it did.
///
/// # Errors
/// If the disk refuses.
pub(crate) fn create(target: &Path, bytes: &[u8]) -> io::Result<bool> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    match put(target, bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Writes a file in one go, so that it is whole at every moment. It keeps the rights of the file
/// that stood there.
///
/// # Errors
/// If the disk refuses; then the file is as it was.
pub(crate) fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let beside = target.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = put(&beside, bytes)
        .and_then(|()| keep_rights(target, &beside))
        .and_then(|()| fs::rename(&beside, target));
    if written.is_err() {
        // The disk has refused already; what cannot be taken away is no greater fault.
        let _ = removal::file(&beside);
    }
    written
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn keep_rights(of: &Path, beside: &Path) -> io::Result<()> {
    match fs::symlink_metadata(of) {
        Ok(found) if found.is_file() => fs::set_permissions(beside, found.permissions()),
        Ok(_) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("bài.md");
        replace(&target, b"one").unwrap();
        replace(&target, b"two").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(replace(&folder.path().join("none/a.md"), b"x").is_err());
        fs::create_dir(folder.path().join("a.md")).unwrap();
        assert!(replace(&folder.path().join("a.md"), b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing stays beside it");
    }

    #[test]
    fn a_file_that_is_there_is_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("i18n/fr.yaml");
        assert!(create(&target, b"one").unwrap());
        assert!(!create(&target, b"two").unwrap());
        assert_eq!(fs::read(&target).unwrap(), b"one");
        assert!(create(&target.join("a.md"), b"x").is_err(), "below a file");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_rights() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.md");
        fs::write(&target, "one").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        replace(&target, b"two").unwrap();
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
    }
}
