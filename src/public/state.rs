//! What a build leaves for the next one in `.bangtin/state`: words that only the machine and the
//! folder that wrote them believe.
//!
//! In: bytes. Out: the same bytes, if nobody else can have written them. A site that is copied
//! from elsewhere may bring a folder of this name, so its first line names the tag of the
//! folder as the disk knows it: device, number and the time of its last change, none of which
//! can be brought along.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use rayon::prelude::*;

use crate::memo::{Digest, Digester};
use crate::public::lock::{Lock, Sharing};
use crate::public::own::{self, Found};
use crate::public::regular::{self, Links};
use crate::public::{OutputPath, removal};

/// The file in the folder of our own.
const STATE: &str = "state";

/// The same until it is complete.
const UNFINISHED: &str = "state.new";

/// The longest state that is read, far above that of any site.
const LONGEST: u64 = 256 * 1024 * 1024;

/// What the last build left; nothing if there is none, or if it is from elsewhere.
pub fn recall(root: &Path) -> Option<Vec<u8>> {
    if own::look(root) != Found::Ours {
        return None;
    }
    let folder = own::path(root);
    let state = regular::read(&folder.join(STATE), Links::Refused, LONGEST).ok()?;
    let tag = tag(&folder)?;
    state.strip_prefix(tag.as_bytes()).map(<[u8]>::to_vec)
}

/// Leaves this for the next build. While another program is at work in the folder, nothing is
/// left.
///
/// # Errors
/// If the folder is not ours, or the disk refuses.
pub fn leave(root: &Path, state: &[u8]) -> io::Result<()> {
    let folder = own::make(root)?;
    let busy = || io::Error::from(ErrorKind::WouldBlock);
    let _alone = Lock::take(&folder.join(own::LOCK), Sharing::Alone)?.ok_or_else(busy)?;
    let tag = tag(&folder).ok_or(ErrorKind::Unsupported)?;
    let unfinished = folder.join(UNFINISHED);
    match removal::file(&unfinished) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    // What stands there now is not overwritten and no link is followed.
    let mut file = fs::File::create_new(&unfinished)?;
    file.write_all(tag.as_bytes())?;
    file.write_all(state)?;
    fs::rename(&unfinished, folder.join(STATE))
}

/// Stands for the files of an output folder as the disk knows them: when and how long they are,
/// not what is in them. Nothing if one of them is not there.
pub fn stamps(folder: &Path, paths: &[OutputPath]) -> Option<Digest> {
    let stamps: Option<Vec<String>> = paths
        .par_iter()
        .map(|path| stamp(&fs::symlink_metadata(folder.join(path.as_str())).ok()?))
        .collect();
    let mut digester = Digester::default();
    stamps?.iter().for_each(|stamp| digester.add(stamp.as_bytes()));
    Some(digester.digest())
}

/// The first line of a state in this folder; nothing where files have no numbers.
fn tag(folder: &Path) -> Option<String> {
    let found = fs::symlink_metadata(folder.join(own::TAG)).ok()?;
    Some(format!("{}\n", stamp(&found)?))
}

/// What the disk knows of a regular file, and nobody can set back.
#[cfg(unix)]
fn stamp(found: &fs::Metadata) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let (changed, part) = (found.ctime(), found.ctime_nsec());
    let stamp = || format!("{} {} {} {changed}.{part}\n", found.dev(), found.ino(), found.len());
    found.is_file().then(stamp)
}

#[cfg(not(unix))]
fn stamp(_: &fs::Metadata) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_folder_that_wrote_a_state_believes_it() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        assert_eq!(recall(here.path()), None);
        leave(here.path(), b"one").unwrap();
        leave(here.path(), b"two").unwrap();
        assert_eq!(recall(here.path()).unwrap(), b"two");
        fs::create_dir(there.path().join(own::KEPT)).unwrap();
        for entry in fs::read_dir(own::path(here.path())).unwrap() {
            let from = entry.unwrap().path();
            fs::copy(&from, own::path(there.path()).join(from.file_name().unwrap())).unwrap();
        }
        assert_eq!(recall(there.path()), None, "a copy is from elsewhere");
    }

    #[test]
    fn a_link_in_the_place_of_a_state_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        leave(folder.path(), b"one").unwrap();
        let (kept, other) = (own::path(folder.path()), folder.path().join("other"));
        fs::write(&other, "mine").unwrap();
        std::os::unix::fs::symlink(&other, kept.join(UNFINISHED)).unwrap();
        assert!(leave(folder.path(), b"two").is_err());
        assert_eq!(fs::read_to_string(&other).unwrap(), "mine");
        assert_eq!(recall(folder.path()).unwrap(), b"one");
    }

    #[test]
    fn a_file_that_is_written_again_has_another_stamp() {
        let folder = tempfile::tempdir().unwrap();
        let path = OutputPath::parse("index.html").unwrap();
        assert_eq!(stamps(folder.path(), std::slice::from_ref(&path)), None);
        fs::write(folder.path().join("index.html"), "one").unwrap();
        let first = stamps(folder.path(), std::slice::from_ref(&path)).unwrap();
        assert_eq!(stamps(folder.path(), std::slice::from_ref(&path)), Some(first));
        fs::write(folder.path().join("index.html"), "longer").unwrap();
        assert_ne!(stamps(folder.path(), &[path]), Some(first));
    }
}
