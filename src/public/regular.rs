//! Opens regular files and nothing else: a pipe would make the program wait for ever, a device
//! would never end, and a link could lead to what is nobody's business.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::memo::{Digest, Digester};

/// What is done where a link stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// It is no regular file.
    Refused,
    /// The file is opened that it leads to.
    Followed,
}

/// Opens a regular file for reading.
///
/// # Errors
/// If there is none, or something else stands there.
pub(super) fn open(path: &Path, links: Links) -> io::Result<fs::File> {
    let found = match links {
        Links::Refused => fs::symlink_metadata(path)?,
        Links::Followed => fs::metadata(path)?,
    };
    must_be_regular(&found)?;
    let file = reading(links).open(path)?;
    // Something else may have come into its place a moment ago.
    must_be_regular(&file.metadata()?)?;
    Ok(file)
}

/// The bytes of a regular file, which are no more than `most`.
///
/// # Errors
/// As of [`open`], and if there are more bytes.
pub(super) fn read(path: &Path, links: Links, most: u64) -> io::Result<Vec<u8>> {
    let file = open(path, links)?;
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// The bytes of a regular file or of one that a link leads to, which are no more than `most`.
///
/// # Errors
/// As of opening it, and if there are more bytes.
pub fn read_regular(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    read(path, Links::Followed, most)
}

/// The digest of the rest of a file.
///
/// # Errors
/// If the disk fails.
pub(super) fn digest(file: &mut fs::File) -> io::Result<Digest> {
    copy(file, &mut io::sink()).map(|(digest, _)| digest)
}

/// Copies what is read piece by piece; its digest and length.
///
/// # Errors
/// If the disk fails.
pub(super) fn copy(from: &mut impl Read, to: &mut impl Write) -> io::Result<(Digest, u64)> {
    let (mut digester, mut len) = (Digester::default(), 0);
    let mut piece = vec![0; 64 * 1024];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok((digester.digest(), len)),
            Ok(count) => {
                digester.add(&piece[..count]);
                to.write_all(&piece[..count])?;
                len += count as u64;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn must_be_regular(found: &fs::Metadata) -> io::Result<()> {
    if found.is_file() {
        Ok(())
    } else if found.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(ErrorKind::AlreadyExists.into())
    }
}

fn reading(links: Links) -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    guarded(options, links)
}

/// Opens nothing through a link, where none is to be followed, and never waits for a pipe.
#[cfg(unix)]
pub(super) fn guarded(mut options: fs::OpenOptions, links: Links) -> fs::OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = match links {
        Links::Refused => OFlags::NONBLOCK | OFlags::NOFOLLOW,
        Links::Followed => OFlags::NONBLOCK,
    };
    options.custom_flags(flags.bits().cast_signed());
    options
}

/// Here only the look before the file is opened tells links and pipes apart.
#[cfg(not(unix))]
pub(super) fn guarded(options: fs::OpenOptions, _: Links) -> fs::OpenOptions {
    options
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    #[test]
    fn only_a_regular_file_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("file"), "text").unwrap();
        symlink(path("file"), path("link")).unwrap();
        symlink(path("nowhere"), path("dangling")).unwrap();
        symlink("/dev/zero", path("endless")).unwrap();
        fs::create_dir(path("folder")).unwrap();
        let _socket = UnixListener::bind(path("socket")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(path("pipe")).status().unwrap();
        assert!(made.success());
        symlink(path("pipe"), path("link-to-pipe")).unwrap();
        for links in [Links::Refused, Links::Followed] {
            assert_eq!(read(&path("file"), links, 4).unwrap(), b"text");
            for name in
                ["folder", "pipe", "socket", "endless", "dangling", "link-to-pipe", "nothing"]
            {
                assert!(open(&path(name), links).is_err(), "{name}");
            }
        }
        assert!(open(&path("link"), Links::Refused).is_err());
        assert_eq!(read(&path("link"), Links::Followed, 9).unwrap(), b"text");
        assert!(read(&path("file"), Links::Refused, 3).is_err(), "too long");
        let mut file = open(&path("file"), Links::Refused).unwrap();
        assert_eq!(digest(&mut file).unwrap(), Digest::of(b"text"));
    }
}
