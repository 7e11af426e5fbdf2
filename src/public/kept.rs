//! Files that were dear to make, kept from program to program in a folder of their own.
//!
//! In: the key of a piece of work and its files. Out: the same files, on disk. A piece of work
//! is a folder that is renamed when it is complete. The name of each file in it says which it
//! is and of how many, how long it is, and its digest; what is not so is made again.
//!
//! Programs may run at once: who writes shares a lock, and who takes away holds it alone and
//! spares what was used within a day. Anything may vanish at any moment all the same, which
//! costs its being made again and nothing else.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that writes the disk; the clock tells what is old on it"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::memo::{Digest, Keep};
use crate::public::lock::{Lock, Sharing};
use crate::public::own::{self, Found};
use crate::public::regular::{self, Links};
use crate::public::{File, removal};

/// How long work is spared that another program has used.
const SPARED: Duration = Duration::from_secs(24 * 60 * 60);

/// How often it is noted that work is used.
const NOTED: Duration = Duration::from_secs(60 * 60);

/// The folder of kept files in the folder of a site. What cannot be kept is made again.
pub struct Kept {
    root: PathBuf,
    /// Whether anything is written; else what is there is only used.
    writes: bool,
    is_foreign: bool,
}

impl Kept {
    /// For a program that may write.
    pub fn writing(root: &Path) -> Kept {
        Kept { writes: true, ..Kept::reading(root) }
    }

    /// For a program that writes nothing.
    pub fn reading(root: &Path) -> Kept {
        let is_foreign = own::look(root) == Found::Foreign;
        Kept { root: root.to_owned(), writes: false, is_foreign }
    }

    /// Whether something of others stands in the place of the folder, so that nothing is kept.
    pub fn is_foreign(&self) -> bool {
        self.is_foreign
    }

    /// Takes away all but the work of these keys, and what programs left that were stopped.
    pub fn forget_all_but(&self, keys: &BTreeSet<Digest>) {
        let folder = own::path(&self.root);
        if !self.writes || own::look(&self.root) != Found::Ours {
            return;
        }
        // Another program is writing there; the next one forgets as well.
        let Ok(Some(_alone)) = Lock::take(&folder.join(own::LOCK), Sharing::Alone) else { return };
        let names: BTreeSet<String> = keys.iter().map(|key| name(*key)).collect();
        let Ok(entries) = fs::read_dir(&folder) else { return };
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let is_old = || age(&entry.path()).is_some_and(|age| age > SPARED);
            if is_unfinished(&name) || (is_name(&name) && !names.contains(&name) && is_old()) {
                // What cannot be taken away is in nobody's way.
                let _ = removal::folder(&entry.path(), is_part);
            }
        }
    }

    /// The folder of a piece of work, from the site's folder.
    fn folder(key: Digest) -> PathBuf {
        Path::new(own::KEPT).join(name(key))
    }

    /// The files of a piece of work, if all of them are there as they were written.
    fn find(&self, key: Digest) -> Option<Arc<[File]>> {
        let folder = Kept::folder(key);
        let is_folder = |path: &Path| {
            fs::symlink_metadata(self.root.join(path)).is_ok_and(|found| found.is_dir())
        };
        if self.is_foreign || !is_folder(Path::new(own::KEPT)) || !is_folder(&folder) {
            return None;
        }
        let entries = fs::read_dir(self.root.join(&folder)).ok()?;
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut parts: Vec<(Part, File)> =
            names.filter_map(|name| Some((Part::of(&name)?, kept_file(&folder, &name)?))).collect();
        parts.sort_by_key(|(part, _)| part.index);
        let is_whole = !parts.is_empty()
            && parts.iter().map(|(part, _)| part.index).eq(0..parts.len())
            && parts.iter().all(|(part, file)| {
                part.count == Some(parts.len()) && is_as_written(&self.root, file)
            });
        is_whole.then(|| parts.into_iter().map(|(_, file)| file).collect())
    }

    /// Notes that work is used, for those who would take it away.
    fn note(&self, key: Digest) {
        let folder = self.root.join(Kept::folder(key));
        if self.writes && age(&folder).is_none_or(|age| age > NOTED) {
            // What cannot be noted is made again some day.
            let _ = fs::File::open(folder).and_then(|open| open.set_modified(SystemTime::now()));
        }
    }

    fn keep(&self, key: Digest, files: &[File]) -> io::Result<Arc<[File]>> {
        let kept = own::make(&self.root)?;
        let busy = || io::Error::from(ErrorKind::WouldBlock);
        let _shared = Lock::take(&kept.join(own::LOCK), Sharing::Shared)?.ok_or_else(busy)?;
        let unfinished = kept.join(format!("{}.{}", name(key), std::process::id()));
        fs::create_dir(&unfinished)?;
        let done = write(&unfinished, files).and_then(|()| self.put_in_place(key, &unfinished));
        if done.is_err() {
            // Whoever is next alone takes it away.
            let _ = removal::folder(&unfinished, is_part);
        }
        done
    }

    /// Renames the folder of finished work. Another program may have been faster; what is
    /// damaged makes room.
    fn put_in_place(&self, key: Digest, unfinished: &Path) -> io::Result<Arc<[File]>> {
        let folder = self.root.join(Kept::folder(key));
        if let Some(files) = self.find(key) {
            let _ = removal::folder(unfinished, is_part);
            return Ok(files);
        }
        if fs::symlink_metadata(&folder).is_ok() {
            removal::folder(&folder, is_part)?;
        }
        fs::rename(unfinished, folder)?;
        self.find(key).ok_or_else(|| ErrorKind::InvalidData.into())
    }
}

impl<E: Send + Sync> Keep<Result<Arc<[File]>, E>> for Kept {
    fn get(&self, key: Digest) -> Option<Result<Arc<[File]>, E>> {
        let files = self.find(key)?;
        self.note(key);
        Some(Ok(files))
    }

    fn put(&self, key: Digest, output: Result<Arc<[File]>, E>) -> Result<Arc<[File]>, E> {
        match output {
            Ok(files) if self.writes => Ok(self.keep(key, &files).unwrap_or(files)),
            Ok(files) => Ok(files),
            Err(fault) => Err(fault),
        }
    }
}

/// Whether a kept file is a regular file with the bytes that its name tells.
fn is_as_written(root: &Path, file: &File) -> bool {
    let File::Copied { from, digest, len } = file else { return false };
    let open = regular::open(&root.join(from), Links::Refused);
    open.and_then(|mut file| {
        Ok(file.metadata()?.len() == *len && regular::digest(&mut file)? == *digest)
    })
    .unwrap_or(false)
}

/// How long ago a folder was last written or noted; nothing where that cannot be told.
fn age(folder: &Path) -> Option<Duration> {
    let modified = fs::symlink_metadata(folder).ok()?.modified().ok()?;
    SystemTime::now().duration_since(modified).ok()
}

fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    files.iter().enumerate().try_for_each(|(index, file)| match file {
        File::Made(bytes) => {
            let (len, digest, count) = (bytes.len(), Digest::of(bytes).to_hex(), files.len());
            fs::write(folder.join(format!("{index}.{len}.{digest}.{count}")), &**bytes)
        }
        // It lies on the disk already, where it may change.
        File::Copied { .. } | File::Spooled { .. } => Err(ErrorKind::Unsupported.into()),
    })
}

/// What the name of a kept file tells: `INDEX.LENGTH.DIGEST.COUNT`. Names of older programs
/// lack the count.
struct Part {
    index: usize,
    len: u64,
    digest: Digest,
    count: Option<usize>,
}

impl Part {
    fn of(name: &str) -> Option<Part> {
        let fields: Vec<&str> = name.split('.').collect();
        let [index, len, digest, count @ ..] = fields.as_slice() else { return None };
        let count = match count {
            [] => None,
            [count] => Some(number(count)?),
            _ => return None,
        };
        let len = u64::try_from(number(len)?).ok()?;
        Some(Part { index: number(index)?, len, digest: Digest::parse(digest)?, count })
    }
}

fn number(text: &str) -> Option<usize> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain)
}

fn kept_file(folder: &Path, name: &str) -> Option<File> {
    let Part { len, digest, .. } = Part::of(name)?;
    Some(File::Copied { from: folder.join(name).into(), digest, len })
}

/// How many hexadecimal digits a name has; half a digest tells all pictures of the world apart.
const DIGITS: usize = 32;

/// A name that no disk refuses.
fn name(key: Digest) -> String {
    key.to_hex()[..DIGITS].to_owned()
}

/// Whether a folder may be that of a piece of work.
fn is_name(name: &str) -> bool {
    name.len() == DIGITS && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Whether a folder may be that of work that is not complete.
fn is_unfinished(name: &str) -> bool {
    name.split_once('.').is_some_and(|(name, process)| is_name(name) && number(process).is_some())
}

fn is_part(name: &str) -> bool {
    Part::of(name).is_some()
}

#[cfg(test)]
#[path = "kept_tests.rs"]
mod tests;
