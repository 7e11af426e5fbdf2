//! Files that were dear to make, kept from program to program in a folder of their own.
//!
//! In: the key of a piece of work and its files. Out: the same files, on disk. A piece of work
//! is a folder that is renamed when it is complete, and the name of each file in it says how
//! long it is and its digest, so that what is half-written is never taken.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes the disk")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::memo::{Digest, Keep};
use crate::public::File;

/// The folder in a site's folder. It may be deleted at any time.
pub const KEPT: &str = ".bangtin";

/// What tells tools that make backups to pass the folder over (bford.info/cachedir).
const TAG: &str =
    "Signature: 8a477f597d28d172789f06886806bc55\n# Made by bangtin; may be deleted.\n";

/// The folder of kept files in the folder of a site. What cannot be kept is made again.
pub struct Kept {
    root: PathBuf,
    /// Whether anything is written; else what is there is only used.
    writes: bool,
}

impl Kept {
    /// For a program that may write.
    pub fn writing(root: &Path) -> Kept {
        Kept { root: root.to_owned(), writes: true }
    }

    /// For a program that writes nothing.
    pub fn reading(root: &Path) -> Kept {
        Kept { root: root.to_owned(), writes: false }
    }

    /// Takes away all but the work of these keys.
    pub fn forget_all_but(&self, keys: &BTreeSet<Digest>) {
        let names: BTreeSet<String> = keys.iter().map(|key| name(*key)).collect();
        let Ok(folders) = fs::read_dir(self.root.join(KEPT)) else { return };
        for folder in folders.flatten() {
            let is_work = folder.file_type().is_ok_and(|kind| kind.is_dir());
            if is_work && !names.contains(&*folder.file_name().to_string_lossy()) {
                // What cannot be taken away is in nobody's way.
                let _ = fs::remove_dir_all(folder.path());
            }
        }
    }

    /// The folder of a piece of work, from the site's folder.
    fn folder(key: Digest) -> PathBuf {
        Path::new(KEPT).join(name(key))
    }

    fn find(&self, key: Digest) -> io::Result<Arc<[File]>> {
        let folder = Kept::folder(key);
        let mut files = Vec::new();
        for entry in fs::read_dir(self.root.join(&folder))? {
            let name = entry?.file_name();
            files.push(file(&folder, &name.to_string_lossy()).ok_or(io::ErrorKind::InvalidData)?);
        }
        files.sort_by_key(|(index, _)| *index);
        Ok(files.into_iter().map(|(_, file)| file).collect())
    }

    fn keep(&self, key: Digest, files: &[File]) -> io::Result<Arc<[File]>> {
        let kept = self.root.join(KEPT);
        if !kept.exists() {
            fs::create_dir(&kept)?;
            fs::write(kept.join(".gitignore"), "*\n")?;
            fs::write(kept.join("CACHEDIR.TAG"), TAG)?;
        }
        let unfinished = kept.join(format!("{}.{}", name(key), std::process::id()));
        fs::create_dir(&unfinished)?;
        let written = files.iter().enumerate().try_for_each(|(index, file)| match file {
            File::Made(bytes) => {
                let name = format!("{index}.{}.{}", bytes.len(), Digest::of(bytes).to_hex());
                fs::write(unfinished.join(name), bytes)
            }
            // It lies on the disk already, where it may change.
            File::Copied { .. } => Err(io::ErrorKind::Unsupported.into()),
        });
        let done =
            written.and_then(|()| fs::rename(&unfinished, self.root.join(Kept::folder(key))));
        if done.is_err() {
            let _ = fs::remove_dir_all(&unfinished);
        }
        self.find(key)
    }
}

impl<E: Send + Sync> Keep<Result<Arc<[File]>, E>> for Kept {
    fn get(&self, key: Digest) -> Option<Result<Arc<[File]>, E>> {
        self.find(key).ok().map(Ok)
    }

    fn put(&self, key: Digest, output: Result<Arc<[File]>, E>) -> Result<Arc<[File]>, E> {
        match output {
            Ok(files) if self.writes => Ok(self.keep(key, &files).unwrap_or(files)),
            Ok(files) => Ok(files),
            Err(fault) => Err(fault),
        }
    }
}

/// A name that no disk refuses; half a digest tells all pictures of the world apart.
fn name(key: Digest) -> String {
    key.to_hex()[..32].to_owned()
}

/// The file that a name stands for, and its place among those of its work.
fn file(folder: &Path, name: &str) -> Option<(usize, File)> {
    let (index, rest) = name.split_once('.')?;
    let (len, digest) = rest.split_once('.')?;
    let from = Arc::from(folder.join(name));
    let digest = Digest::parse(digest)?;
    Some((index.parse().ok()?, File::Copied { from, digest, len: len.parse().ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Made = Result<Arc<[File]>, String>;

    fn files(texts: &[&str]) -> Arc<[File]> {
        texts.iter().map(|text| File::Made(text.as_bytes().into())).collect()
    }

    /// What lies on the disk for each of these files.
    fn texts(root: &Path, files: &[File]) -> Vec<String> {
        let text = |file: &File| match file {
            File::Copied { from, digest, len } => {
                let bytes = fs::read(root.join(from)).unwrap();
                assert_eq!((Digest::of(&bytes), bytes.len() as u64), (*digest, *len));
                String::from_utf8(bytes).unwrap()
            }
            File::Made(_) => panic!("it was not kept"),
        };
        files.iter().map(text).collect()
    }

    #[test]
    fn what_is_kept_is_found_by_the_next_program() {
        let root = tempfile::tempdir().unwrap();
        let key = Digest::of(b"a");
        let many: Vec<String> = (0..12).map(|n| format!("text {n}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let made: Made = Kept::writing(root.path()).put(key, Ok(files(&many)));
        assert_eq!(texts(root.path(), &made.unwrap()), many, "in their order");
        let next = Kept::reading(root.path());
        let found: Option<Made> = next.get(key);
        assert_eq!(texts(root.path(), &found.unwrap().unwrap()), many);
        let other: Option<Made> = next.get(Digest::of(b"b"));
        assert!(other.is_none());
    }

    #[test]
    fn a_program_that_may_not_write_makes_it_again() {
        let root = tempfile::tempdir().unwrap();
        let made: Made = Kept::reading(root.path()).put(Digest::of(b"a"), Ok(files(&["text"])));
        assert_eq!(made.unwrap(), files(&["text"]));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_fault_and_what_is_half_written_are_not_kept() {
        let root = tempfile::tempdir().unwrap();
        let kept = Kept::writing(root.path());
        let key = Digest::of(b"a");
        let fault: Made = kept.put(key, Err("broken".to_owned()));
        assert_eq!(fault, Err("broken".to_owned()));
        let folder = root.path().join(Kept::folder(key));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("0.5"), "half").unwrap();
        let found: Option<Made> = kept.get(key);
        assert!(found.is_none());
    }

    #[test]
    fn what_no_page_shows_any_more_is_forgotten() {
        let root = tempfile::tempdir().unwrap();
        let kept = Kept::writing(root.path());
        let keys = [Digest::of(b"a"), Digest::of(b"b")];
        for key in keys {
            let _: Made = kept.put(key, Ok(files(&["text"])));
        }
        kept.forget_all_but(&BTreeSet::from([keys[1]]));
        let found = keys.map(|key| {
            let found: Option<Made> = kept.get(key);
            found.is_some()
        });
        assert_eq!(found, [false, true]);
        assert!(root.path().join(KEPT).join("CACHEDIR.TAG").exists());
    }
}
