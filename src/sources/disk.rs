//! Opens files so that what was checked, what is read and what is told of it are one file.
//!
//! In: a path. Out: bytes that belong together, or an error. Whoever saves, copies or renames
//! while the program reads can make it read again or give up, but never take a half of one
//! file and a half of another, or wait at a pipe for ever.
#![expect(clippy::disallowed_methods, reason = "this is the room that reads the disk")]

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::memo::{Digest, Digester};

/// How many bytes are in memory at once of a file that is passed on.
const PIECE: u64 = 256 * 1024;

/// How old a file must be for its times to tell that it has not changed since.
/// Some file systems keep times to two seconds only.
const SETTLED: Duration = Duration::from_secs(3);

/// Tells one state of a file from every other without reading it.
///
/// Length and time of the last change alone do not: whoever renames, unpacks or copies with
/// times may put another file of the same length and time in its place. That one has another
/// number, and its entry in the folder was changed at another time, which no one can set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// The length in bytes.
    pub len: u64,
    modified: Option<SystemTime>,
    /// On Unix the last change of the entry, elsewhere the time when it was made.
    changed: Option<SystemTime>,
    /// On Unix the device and the number of the file.
    identity: Option<(u64, u64)>,
}

impl Stamp {
    #[cfg(unix)]
    fn of(metadata: &Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;
        let since = u64::try_from(metadata.ctime()).ok().zip(metadata.ctime_nsec().try_into().ok());
        let since = since.map(|(seconds, nanoseconds)| Duration::new(seconds, nanoseconds));
        Stamp {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            changed: since.and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since)),
            identity: Some((metadata.dev(), metadata.ino())),
        }
    }

    #[cfg(not(unix))]
    fn of(metadata: &Metadata) -> Stamp {
        Stamp {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            changed: metadata.created().ok(),
            identity: None,
        }
    }

    /// The stamp of the file at this path.
    ///
    /// # Errors
    /// If there is none, or what is there is no regular file.
    pub fn at(file: &Path) -> io::Result<Stamp> {
        regular(&fs::metadata(file)?)
    }

    /// The number that the file has on its disk, where files have numbers.
    pub(super) fn number(&self) -> Option<u64> {
        self.identity.map(|(_, number)| number)
    }

    /// Whether both are of one file, whatever was done to it between them. Where files have no
    /// numbers, that is as good as not known.
    pub(super) fn is_of_one_file(&self, other: Stamp) -> bool {
        self.identity == other.identity
    }

    /// Whether all changes lie so far back that a further one gives another stamp.
    pub fn is_settled(&self, now: SystemTime) -> bool {
        let is_old = |time: SystemTime| now.duration_since(time).is_ok_and(|age| age > SETTLED);
        self.modified.is_some_and(is_old) && self.changed.is_none_or(is_old)
    }
}

/// A regular file that is open, and how it was at that moment.
#[derive(Debug)]
pub struct Opened {
    file: fs::File,
    stamp: Stamp,
}

impl Opened {
    /// Opens a regular file; pipes, devices and folders are refused, and not waited for.
    ///
    /// # Errors
    /// If it is none, or the disk refuses.
    pub fn open(path: &Path) -> io::Result<Opened> {
        // Before it is opened: to open a device may be to use it.
        Stamp::at(path)?;
        let file = options().open(path)?;
        let stamp = regular(&file.metadata()?)?;
        Ok(Opened { file, stamp })
    }

    /// How the file was when it was opened.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Whether the file is still as it was when it was opened.
    pub fn is_unchanged(&self) -> bool {
        self.file.metadata().is_ok_and(|metadata| Stamp::of(&metadata) == self.stamp)
    }

    /// At most `most` bytes from this one on.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn piece(&mut self, from: u64, most: u64) -> io::Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::with_capacity(usize::try_from(most.min(self.stamp.len)).unwrap_or(0));
        Read::by_ref(&mut self.file).take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Hands on all bytes piece by piece, and gives their digest.
    ///
    /// # Errors
    /// If the disk or `into` refuses, or there are not as many bytes as there were.
    pub fn pass_on(&mut self, into: &mut dyn Write) -> io::Result<Digest> {
        let (mut digester, mut at) = (Digester::default(), 0);
        while at < self.stamp.len {
            let piece = self.piece(at, PIECE.min(self.stamp.len - at))?;
            if piece.is_empty() {
                return Err(changed());
            }
            digester.add(&piece);
            into.write_all(&piece)?;
            at += piece.len() as u64;
        }
        Ok(digester.digest())
    }
}

/// Hands the bytes of a file of a snapshot to `into`, piece by piece, so that a large file takes
/// no memory. They are those of the snapshot: of this length and digest. What `into` got before
/// an error is to be thrown away.
///
/// # Errors
/// If the disk or `into` refuses; of the kind `InvalidData` if the file is no longer the same.
pub fn copy_checked(
    path: &Path,
    (len, digest): (u64, Digest),
    into: &mut dyn Write,
) -> io::Result<()> {
    let mut opened = Opened::open(path)?;
    if opened.stamp.len != len || opened.pass_on(into)? != digest {
        return Err(changed());
    }
    Ok(())
}

/// That a file is no longer what it was.
fn changed() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, "the file was changed a moment ago")
}

/// The stamp of a regular file; anything else is refused.
fn regular(metadata: &Metadata) -> io::Result<Stamp> {
    match metadata.is_file() {
        true => Ok(Stamp::of(metadata)),
        false => Err(io::Error::new(ErrorKind::InvalidInput, "not a regular file")),
    }
}

#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    // A pipe that took the place of the file a moment ago is not waited for.
    options.read(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    options
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

#[cfg(test)]
#[cfg(unix)]
#[path = "disk_tests.rs"]
mod tests;
