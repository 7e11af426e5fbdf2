//! A part of the site to hand on: for a USB stick, for a chat.
//!
//! In: the files of the site, the linked site for what is asked for, and the theme for the words
//! of its own pages. Out: a [`Package`], the files of an archive by their names; or one page as
//! one file ([`single()`]).
//!
//! What goes in is the site's own file, byte for byte. Of its own a package has only pages that
//! open it, pages that stand for those that are not in it, and the list by which its search knows
//! what is. So nothing in it leads nowhere, and nothing in it differs from the site.

pub mod archive;
mod left;
mod own;
mod search;
mod selection;
mod single;
mod what;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::portable::is_page;
use crate::public::{File, Files, OutputPath};
use crate::site::Site;
use crate::theme::Theme;

pub use single::{MARK as SINGLE_MARK, Single, single};
pub use what::{NoWhat, What};

use archive::Archive;
use own::Own;
use selection::Selection;

/// All that a package is made of.
pub struct PackInput<'a> {
    /// The files of the site, those that may hold addresses as bytes.
    pub files: &'a Files,
    /// The linked site.
    pub site: &'a Site,
    /// The theme, which has the words.
    pub theme: &'a Theme,
    /// What is asked for.
    pub what: &'a What,
}

/// The files of an archive.
pub struct Package {
    /// Each file by its name in the archive.
    pub entries: BTreeMap<OutputPath, File>,
    /// How many pages of the site are among them.
    pub pages: usize,
    /// What may be left out, in the order in which it should be: it is told with its length.
    pub spare: Vec<(OutputPath, u64)>,
}

/// The package of what is asked for, without the files that are left out.
pub fn package(input: &PackInput<'_>, left: &BTreeSet<OutputPath>) -> Package {
    let files = input.files;
    let chosen = Selection::of(input);
    let mut entries: BTreeMap<OutputPath, File> = BTreeMap::new();
    let kept = chosen.files.iter().filter(|path| !left.contains(*path));
    for path in kept {
        let Some(file) = files.get(path) else { continue };
        let file = left::without(path, file, left).unwrap_or_else(|| file.clone());
        entries.insert(path.clone(), file);
    }
    entries.extend(search::entries(files, &chosen.files));
    let pages = chosen.files.iter().filter(|path| is_page(path.as_str())).count();
    let own = Own::new(input);
    for (path, places) in &chosen.outside {
        entries.extend(own.stub(path, places));
    }
    for path in chosen.downloads.intersection(left) {
        entries.extend(own.notice(path, &chosen));
    }
    let names = own.openings(&entries);
    entries.extend(names);
    Package { entries, pages, spare: chosen.spare(files, left) }
}

/// A package that is as small as is asked for.
pub struct Fitted {
    /// The package.
    pub package: Package,
    /// What was left out, with its length.
    pub left: Vec<(OutputPath, u64)>,
}

/// Leaves out so much that the archive has at most so many bytes.
///
/// # Errors
/// If a file is more than an archive can hold. The number of bytes that are needed at the least
/// is the inner error.
pub fn fit(input: &PackInput<'_>, most: Option<u64>) -> io::Result<Result<Fitted, u64>> {
    let mut left: BTreeMap<OutputPath, u64> = BTreeMap::new();
    loop {
        let package = package(input, &left.keys().cloned().collect());
        let Some(most) = most else { return Ok(Ok(Fitted { package, left: Vec::new() })) };
        let len = Archive::of(&package)?.len();
        if len <= most {
            return Ok(Ok(Fitted { package, left: left.into_iter().collect() }));
        }
        if package.spare.is_empty() {
            return Ok(Err(len));
        }
        let mut saved = 0;
        for (path, own) in package.spare {
            if saved < len - most {
                saved += own;
                left.insert(path, own);
            }
        }
    }
}
