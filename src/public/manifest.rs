//! `manifest.json`: every file of the site with its BLAKE3 digest and length.
//!
//! It tells anyone whether a copy is whole, and tells the next run which files are
//! this program's own.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memo::Digest;
use crate::public::{File, Files, OutputPath};

/// Where the manifest stands.
pub const MANIFEST: &str = "manifest.json";

#[derive(Serialize, Deserialize)]
struct Manifest {
    generator: String,
    files: BTreeMap<String, Entry>,
    /// The digests that files of the run before may still have, while this one is not finished.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    before: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    blake3: String,
    bytes: u64,
}

/// The manifest of these files. The manifest itself is not in it.
pub fn manifest(files: &Files) -> File {
    let listed = files.par_iter().filter(|(path, _)| path.as_str() != MANIFEST);
    let entries = listed.map(|(path, file)| {
        (path.to_string(), Entry { blake3: file.digest().to_hex(), bytes: file.len() })
    });
    let entries = entries.collect();
    let manifest =
        Manifest { generator: "bangtin".to_owned(), files: entries, before: BTreeMap::new() };
    File::made(text_of(&manifest).into_bytes())
}

/// What this program wrote, as the manifest of the last run tells: each file with the digests
/// that it may have, of which there are two where that run was stopped.
pub(super) type Known = BTreeMap<OutputPath, BTreeSet<Digest>>;

/// What a manifest tells. Names that no manifest of ours would hold are left out.
pub(super) fn known(manifest: &[u8]) -> Known {
    let Ok(manifest) = serde_json::from_slice::<Manifest>(manifest) else { return Known::new() };
    let mut known = Known::new();
    let now = manifest.files.iter().map(|(name, entry)| (name, &entry.blake3));
    let before = manifest.before.iter().flat_map(|(name, all)| all.iter().map(move |d| (name, d)));
    for (name, digest) in now.chain(before) {
        if let Some(path) = OutputPath::parse(name) {
            known.entry(path).or_default().extend(Digest::parse(digest));
        }
    }
    known
}

/// The manifest for the time in which some files are written and others not yet: it names
/// those of both runs.
pub(super) fn unfinished(before: &Known, manifest: &File) -> Vec<u8> {
    let text = match manifest {
        File::Made(bytes) => &bytes[..],
        File::Copied { .. } | File::Spooled { .. } => &[],
    };
    let files = serde_json::from_slice::<Manifest>(text).map(|manifest| manifest.files);
    let files = files.unwrap_or_default();
    let differing = before.iter().filter_map(|(path, digests)| {
        let new = files.get(path.as_str()).map(|entry| entry.blake3.as_str());
        let old: BTreeSet<String> = digests.iter().map(|digest| digest.to_hex()).collect();
        let is_same = old.len() == 1 && old.first().map(String::as_str) == new;
        (path.as_str() != MANIFEST && !is_same).then(|| (path.to_string(), old))
    });
    let before = differing.collect();
    text_of(&Manifest { generator: "bangtin (unfinished)".to_owned(), files, before }).into_bytes()
}

fn text_of(manifest: &Manifest) -> String {
    // Texts and numbers only: there is nothing in it that JSON could not hold.
    let mut text = serde_json::to_string_pretty(manifest).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: &str) -> OutputPath {
        OutputPath::parse(name).unwrap()
    }

    fn files(all: &[(&str, &str)]) -> Files {
        let all = all.iter();
        all.map(|(name, text)| (path(name), File::made(text.as_bytes()))).collect()
    }

    #[test]
    fn a_run_that_was_stopped_twice_still_knows_all_that_it_may_have_written() {
        let bytes = |file: File| match file {
            File::Made(bytes) => bytes.to_vec(),
            File::Copied { .. } | File::Spooled { .. } => panic!("it was made"),
        };
        let first = known(&bytes(manifest(&files(&[("a", "1"), ("b", "1"), ("c", "1")]))));
        let second = unfinished(&first, &manifest(&files(&[("a", "1"), ("b", "2")])));
        let third = known(&unfinished(&known(&second), &manifest(&files(&[("b", "3")]))));
        let digests = |texts: &[&str]| texts.iter().map(|t| Digest::of(t.as_bytes())).collect();
        assert_eq!(third[&path("a")], digests(&["1"]));
        assert_eq!(third[&path("b")], digests(&["1", "2", "3"]));
        assert_eq!(third[&path("c")], digests(&["1"]));
        assert_eq!(known(&bytes(manifest(&files(&[("a", "1")])))).len(), 1);
    }
}
