//! A claim on an output folder: while it is held, no other build writes there.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::public::lock::{Lock, Sharing};
use crate::public::{removal, staging};

/// The locked file in the output folder. It is no file of the site, and goes with the claim.
const LOCK: &str = ".bangtin-lock";

/// An output folder in which nobody else writes.
#[derive(Debug)]
pub struct OutputFolder {
    path: PathBuf,
    /// The lock, or why nothing can be written.
    lock: io::Result<Lock>,
    /// The folders that were made for it, the outermost first.
    made: Vec<PathBuf>,
}

impl OutputFolder {
    /// Claims a folder, which is made if it is not there. Nothing if another program is at
    /// work in it. That nothing can be written there is said when something is to be.
    pub fn claim(path: &Path) -> Option<OutputFolder> {
        let mut claimed = OutputFolder {
            path: path.to_owned(),
            lock: Err(ErrorKind::NotFound.into()),
            made: Vec::new(),
        };
        let file = path.join(LOCK);
        // Who gives a lock back takes its file away, so that one may lock a file that is gone.
        for _ in 0..100 {
            match claimed.make_folders().and_then(|()| Lock::take(&file, Sharing::Alone)) {
                Ok(Some(lock)) if lock.is_at(&file) => {
                    claimed.lock = Ok(lock);
                    return Some(claimed);
                }
                Ok(Some(_)) => {}
                Ok(None) => return None,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => {
                    claimed.lock = Err(error);
                    return Some(claimed);
                }
            }
        }
        Some(claimed)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes away what runs have left that were stopped, before this one begins.
    pub fn clear(&self) {
        if self.is_locked() {
            staging::clear(&self.path);
        }
    }

    /// Whether it is sure that nobody else is at work here.
    pub(super) fn is_locked(&self) -> bool {
        self.lock.as_ref().is_ok_and(|lock| lock.keeps_others_out)
    }

    /// What cannot be written and why, if the folder could not be locked.
    pub(super) fn obstacle(&self) -> Option<(PathBuf, io::Error)> {
        let kind = self.lock.as_ref().err()?.kind();
        let in_the_way = kind == ErrorKind::AlreadyExists;
        let path = if in_the_way { self.path.join(LOCK) } else { self.path.clone() };
        Some((path, kind.into()))
    }

    fn make_folders(&mut self) -> io::Result<()> {
        let missing: Vec<&Path> =
            self.path.ancestors().take_while(|path| is_missing(path)).collect();
        for path in missing.into_iter().rev() {
            match fs::create_dir(path) {
                Ok(()) => self.made.push(path.to_owned()),
                // Another program was faster.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Drop for OutputFolder {
    fn drop(&mut self) {
        let file = self.path.join(LOCK);
        let lock = self.lock.as_ref().ok();
        if lock.is_some_and(|lock| lock.may_go() && lock.is_at(&file)) {
            // What cannot be taken away is in nobody's way.
            let _ = removal::file(&file);
        }
        for path in self.made.iter().rev() {
            // Fails where the site is, as it should.
            let _ = removal::empty_folder(path);
        }
    }
}

/// Whether nothing stands there. The empty path is the folder that the program runs in.
fn is_missing(path: &Path) -> bool {
    !path.as_os_str().is_empty()
        && fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_claimed_once_at_a_time() {
        let top = tempfile::tempdir().unwrap();
        let folder = top.path().join("a/b");
        let first = OutputFolder::claim(&folder).unwrap();
        assert!(first.is_locked() && OutputFolder::claim(&folder).is_none());
        drop(first);
        assert!(!top.path().join("a").exists(), "nothing was written, so nothing stays");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("page.html"), "x").unwrap();
        // As a program leaves it that was killed.
        fs::write(folder.join(LOCK), "").unwrap();
        let second = OutputFolder::claim(&folder).unwrap();
        assert!(second.is_locked());
        drop(second);
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["page.html"]);
    }

    #[test]
    fn a_file_of_others_in_the_place_of_the_lock_stays() {
        let top = tempfile::tempdir().unwrap();
        let file = top.path().join(LOCK);
        fs::write(&file, "theirs").unwrap();
        assert!(OutputFolder::claim(top.path()).unwrap().is_locked());
        assert_eq!(fs::read(&file).unwrap(), b"theirs");
        fs::remove_file(&file).unwrap();
        std::os::unix::fs::symlink("elsewhere", &file).unwrap();
        let claimed = OutputFolder::claim(top.path()).unwrap();
        assert_eq!(claimed.obstacle().unwrap().0, file);
        drop(claimed);
        assert!(file.is_symlink() && !top.path().join("elsewhere").exists());
    }

    #[test]
    fn many_who_claim_at_once_never_hold_it_together() {
        let top = tempfile::tempdir().unwrap();
        let (folder, inside) = (top.path().join("out"), top.path().join("inside"));
        let turns = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..200 {
                        let Some(_claim) = OutputFolder::claim(&folder) else { continue };
                        fs::OpenOptions::new().write(true).create_new(true).open(&inside).unwrap();
                        turns.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        fs::remove_file(&inside).unwrap();
                    }
                });
            }
        });
        assert!(turns.into_inner() > 50);
    }
}
