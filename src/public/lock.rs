//! Locks on files, by which programs that run at once keep out of each other's way. The system
//! frees them when a program ends, however it ends.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::fs::{self, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::public::regular::{Links, guarded};

/// A lock, until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: fs::File,
    /// Whether the disk knows locks.
    pub(super) keeps_others_out: bool,
}

/// With whom a lock is shared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sharing {
    /// With nobody.
    Alone,
    /// With all who share it.
    Shared,
}

impl Lock {
    /// Takes the lock on a file, which is made if it is not there. Nothing if another holds it.
    /// Where the disk knows no locks, one is had for the asking.
    ///
    /// # Errors
    /// If the file cannot be opened, or is no regular file.
    pub(super) fn take(path: &Path, sharing: Sharing) -> io::Result<Option<Lock>> {
        let file = open(path)?;
        let taken = match sharing {
            Sharing::Alone => file.try_lock(),
            Sharing::Shared => file.try_lock_shared(),
        };
        match taken {
            Err(TryLockError::WouldBlock) => Ok(None),
            Ok(()) => Ok(Some(Lock { file, keeps_others_out: true })),
            Err(TryLockError::Error(_)) => Ok(Some(Lock { file, keeps_others_out: false })),
        }
    }

    /// Whether the locked file still stands at this path. Where that cannot be told, nobody
    /// takes such files away.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let own = self.file.metadata().ok().zip(fs::symlink_metadata(path).ok());
            own.is_some_and(|(own, there)| (own.dev(), own.ino()) == (there.dev(), there.ino()))
        }
        #[cfg(not(unix))]
        true
    }

    /// Whether the locked file may be taken away: it holds nothing, as we have made it.
    pub(super) fn may_go(&self) -> bool {
        cfg!(unix) && self.file.metadata().is_ok_and(|metadata| metadata.len() == 0)
    }
}

fn open(path: &Path) -> io::Result<fs::File> {
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    match guarded(options, Links::Refused).open(path) {
        // Another user's; a lock asks for no right to write.
        Err(error) if error.kind() == ErrorKind::PermissionDenied && path.exists() => {
            let mut options = fs::OpenOptions::new();
            options.read(true);
            guarded(options, Links::Refused).open(path)
        }
        opened => opened,
    }
}
