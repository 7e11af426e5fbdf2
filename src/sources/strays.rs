//! What lies beside the folders of a site and was meant to lie in them: pages, data, settings
//! under another name.
//!
//! In: the folder of the site. Out: [`Stray`]s, for others to tell. Nothing of them is read but
//! the first bytes of files that may be pages, and of large folders not all is looked at.

use std::fs::{self, DirEntry, File};
use std::io::Read;
use std::path::Path;

use crate::sources::extent::{FILES, FOLDERS};
use crate::sources::left_behind::left_by;
use crate::sources::texts::has_front_matter;

/// Something beside the folders of a site.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stray {
    /// A file that was meant as the settings: `site.yml`.
    Settings(String),
    /// A folder of data: `_data`.
    Data(String),
    /// A folder that was meant as the one of the pages: `contents`.
    Content(String),
    /// A folder with pages, or a page.
    Pages(String),
}

/// Names of the settings that are not read.
const SETTINGS: [&str; 7] = [
    "site.yml",
    "site.yaml.txt",
    "site.yml.txt",
    "site.yaml.yaml",
    "site.txt",
    "config.yaml",
    "bangtin.yaml",
];

/// Names of the folder of pages that are not read.
const CONTENTS: [&str; 7] =
    ["contents", "conten", "contet", "noi-dung", "noidung", "nội dung", "noi dung"];

/// Folders that hold the work of other programs, or what this one made.
const OTHERS: [&str; 9] =
    ["public", "node_modules", "target", "vendor", "dist", "build", "docs", "src", "tests"];

/// How many entries of a folder are looked at.
const MOST_ENTRIES: usize = 100;

/// What lies beside the folders of the site in this folder, in order.
pub(super) fn find(root: &Path) -> Vec<Stray> {
    let mut strays: Vec<Stray> = entries(root).iter().filter_map(stray).collect();
    strays.sort();
    strays
}

fn entries(folder: &Path) -> Vec<DirEntry> {
    let read = fs::read_dir(folder).into_iter().flatten();
    read.take(MOST_ENTRIES).flatten().collect()
}

fn stray(entry: &DirEntry) -> Option<Stray> {
    let name = entry.file_name().into_string().ok()?;
    let small = name.to_lowercase();
    let is_known = FILES.contains(&name.as_str()) || FOLDERS.contains(&name.as_str());
    if is_known || left_by(&name).is_some() || is_same(entry, &small) {
        return None;
    }
    let kind = entry.file_type().ok()?;
    if kind.is_file() {
        let is_settings = FILES.contains(&small.as_str()) || SETTINGS.contains(&small.as_str());
        return match is_settings {
            true => Some(Stray::Settings(name)),
            false => is_page(entry).then_some(Stray::Pages(name)),
        };
    }
    if !kind.is_dir() || OTHERS.contains(&small.as_str()) {
        return None;
    }
    let inside = entries(&entry.path());
    // Another site is no part of this one.
    if inside.iter().any(|inner| FILES.iter().any(|file| inner.file_name() == *file)) {
        return None;
    }
    let has = |is: fn(&DirEntry) -> bool| {
        inside.iter().any(|inner| is(inner) || entries(&inner.path()).iter().any(is))
    };
    let is_content = FOLDERS.contains(&small.as_str()) || CONTENTS.contains(&small.as_str());
    if ["_data", "data", "du-lieu"].contains(&small.as_str()) && inside.iter().any(is_data) {
        Some(Stray::Data(name))
    } else if has(is_page) {
        Some(if is_content { Stray::Content(name) } else { Stray::Pages(name) })
    } else {
        None
    }
}

/// Whether an entry is what the system finds by its name in small letters too, as it does on disks
/// that do not tell capitals from small letters.
fn is_same(entry: &DirEntry, small: &str) -> bool {
    let is_other = entry.file_name() != small;
    let found = fs::canonicalize(entry.path().with_file_name(small));
    is_other
        && found.is_ok_and(|found| fs::canonicalize(entry.path()).is_ok_and(|own| own == found))
}

fn has_ending(entry: &DirEntry, endings: &[&str]) -> bool {
    let name = entry.file_name().to_string_lossy().to_lowercase();
    let is_plain = entry.file_type().is_ok_and(|kind| kind.is_file());
    is_plain && endings.iter().any(|ending| name.ends_with(ending))
}

fn is_data(entry: &DirEntry) -> bool {
    has_ending(entry, &[".yaml", ".yml"])
}

/// Whether a file ends like a page and begins like one.
fn is_page(entry: &DirEntry) -> bool {
    let mut head = Vec::new();
    let mut read = |file: File| file.take(64).read_to_end(&mut head).is_ok();
    has_ending(entry, &[".md"])
        && File::open(entry.path()).is_ok_and(&mut read)
        && has_front_matter(&head)
}
