//! The folder of our own beside `site.yaml`, and how it is told from a folder of others.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::public::regular::{self, Links};

/// The folder in a site's folder. It may be deleted at any time.
pub const KEPT: &str = ".bangtin";

/// The file by which the folder is known as ours. It also tells tools that make backups to
/// pass the folder over (bford.info/cachedir).
pub(super) const TAG: &str = "CACHEDIR.TAG";

const TAG_TEXT: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Made by bangtin; may be deleted.\n";

/// Keeps the folder out of git.
const IGNORE: &str = ".gitignore";

/// The file that is locked by those who write into the folder.
pub(super) const LOCK: &str = "lock";

/// What stands where the folder of our own would be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// The folder, as this program has made it.
    Ours,
    /// The folder, as this program leaves it when it is stopped while it makes it.
    Unfinished,
    /// A link, a file, or a folder of others.
    Foreign,
}

/// The folder of a site.
pub(super) fn path(root: &Path) -> PathBuf {
    root.join(KEPT)
}

/// Looks at what stands there.
pub(super) fn look(root: &Path) -> Found {
    let folder = path(root);
    match fs::symlink_metadata(&folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Found::Nothing,
        Ok(found) if found.is_dir() => {}
        Ok(_) | Err(_) => return Found::Foreign,
    }
    let most = TAG_TEXT.len() as u64;
    match regular::read(&folder.join(TAG), Links::Refused, most) {
        Ok(text) if text == TAG_TEXT.as_bytes() => Found::Ours,
        Ok(text) if TAG_TEXT.as_bytes().starts_with(&text) => unfinished(&folder),
        Err(error) if error.kind() == ErrorKind::NotFound => unfinished(&folder),
        Ok(_) | Err(_) => Found::Foreign,
    }
}

/// Makes the folder, if it is not there or not whole; its path.
///
/// # Errors
/// If a folder of others stands there, or the disk refuses.
pub(super) fn make(root: &Path) -> io::Result<PathBuf> {
    let folder = path(root);
    match look(root) {
        Found::Ours => return Ok(folder),
        Found::Foreign => return Err(ErrorKind::AlreadyExists.into()),
        Found::Nothing => match fs::create_dir(&folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
            Ok(()) | Err(_) => {}
        },
        Found::Unfinished => {}
    }
    fs::write(folder.join(IGNORE), "*\n")?;
    fs::write(folder.join(TAG), TAG_TEXT)?;
    Ok(folder)
}

/// A folder that holds nothing but what is made with it is nobody else's.
fn unfinished(folder: &Path) -> Found {
    let Ok(mut entries) = fs::read_dir(folder) else { return Found::Foreign };
    let is_ours = |entry: io::Result<fs::DirEntry>| {
        entry.is_ok_and(|entry| {
            let known = [TAG, IGNORE, LOCK].iter().any(|name| entry.file_name() == *name);
            known && entry.file_type().is_ok_and(|kind| kind.is_file())
        })
    };
    if entries.all(is_ours) { Found::Unfinished } else { Found::Foreign }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn site(with: impl FnOnce(&Path)) -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        with(site.path());
        site
    }

    #[test]
    fn only_what_this_program_made_is_ours() {
        let folder = |root: &Path| {
            fs::create_dir(path(root)).unwrap();
            path(root)
        };
        let theirs = site(|root| fs::write(folder(root).join("thesis.txt"), "x").unwrap());
        let tagged = site(|root| {
            // The first line is the one that all programs write.
            let other = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by cargo.\n";
            fs::write(folder(root).join(TAG), other).unwrap();
        });
        let link = site(|root| std::os::unix::fs::symlink("/", path(root)).unwrap());
        let file = site(|root| fs::write(path(root), "x").unwrap());
        let linked_tag = site(|root| {
            fs::write(root.join("tag"), TAG_TEXT).unwrap();
            std::os::unix::fs::symlink("../tag", folder(root).join(TAG)).unwrap();
        });
        for site in [theirs, tagged, link, file, linked_tag] {
            assert_eq!(look(site.path()), Found::Foreign);
            assert!(make(site.path()).is_err());
        }
        let whole = site(|_| {});
        assert_eq!(look(whole.path()), Found::Nothing);
        make(whole.path()).unwrap();
        assert_eq!(look(whole.path()), Found::Ours);
    }

    #[test]
    fn a_folder_that_was_not_made_to_the_end_is_completed() {
        for text in ["", "Signature: 8a47"] {
            let site = site(|root| {
                fs::create_dir(path(root)).unwrap();
                fs::write(path(root).join(TAG), text).unwrap();
                fs::write(path(root).join(LOCK), "").unwrap();
            });
            assert_eq!(look(site.path()), Found::Unfinished);
            make(site.path()).unwrap();
            assert_eq!(look(site.path()), Found::Ours);
        }
    }
}
