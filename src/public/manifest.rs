//! `manifest.json`: every file of the site with its BLAKE3 digest and length.
//!
//! It tells anyone whether a copy is whole, and tells the next run which files are
//! this program's own.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::public::{File, Files, OutputPath};

/// Where the manifest stands.
pub const MANIFEST: &str = "manifest.json";

#[derive(Serialize, Deserialize)]
struct Manifest {
    generator: String,
    files: BTreeMap<String, Entry>,
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
        let bytes = match file {
            File::Made(bytes) => bytes.len() as u64,
            File::Copied { len, .. } => *len,
        };
        (path.to_string(), Entry { blake3: file.digest().to_hex(), bytes })
    });
    let entries = entries.collect();
    let manifest = Manifest { generator: "bangtin".to_owned(), files: entries };
    File::Made(text_of(&manifest).into_bytes().into())
}

/// The files that a manifest names. Names that no manifest of ours would hold are left out.
pub(super) fn names(manifest: &[u8]) -> BTreeSet<OutputPath> {
    let Ok(manifest) = serde_json::from_slice::<Manifest>(manifest) else { return BTreeSet::new() };
    manifest.files.keys().filter_map(|name| OutputPath::parse(name)).collect()
}

/// A manifest that names the files of both runs, for the time in which some are
/// written and others not yet.
pub(super) fn of_both(before: &BTreeSet<OutputPath>, files: &Files) -> Vec<u8> {
    let unknown = || Entry { blake3: String::new(), bytes: 0 };
    let names = before.iter().chain(files.keys()).filter(|path| path.as_str() != MANIFEST);
    let files = names.map(|path| (path.to_string(), unknown())).collect();
    text_of(&Manifest { generator: "bangtin (unfinished)".to_owned(), files }).into_bytes()
}

fn text_of(manifest: &Manifest) -> String {
    // Texts and numbers only: there is nothing in it that JSON could not hold.
    let mut text = serde_json::to_string_pretty(manifest).unwrap_or_default();
    text.push('\n');
    text
}
