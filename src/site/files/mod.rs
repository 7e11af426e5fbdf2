//! Which of the files beside the pages are published, and why the others are not.
//!
//! In: the pages, all documents, the files below `content/`. Out: [`Files`]: what goes
//! out, and each other file with the reason. To name a file is to link to it, or to write it
//! under `files:` or `image`, in an argument of a component or in a menu. Pictures, links, the
//! manifest and all messages go by these values; nobody decides a second time.

mod faults;
mod kinds;
mod pictures;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bangtin_pictures::Foreign;

use crate::content::{Document, RawHtml};
use crate::diagnostics::{Checked, Code, Diagnostic};
use crate::site::links::Links;
use crate::site::{Address, Asset, Pages, State, assets, calendar};
use crate::sources::{SourcePath, foreign};

pub(crate) use pictures::picture_withheld;

use uses::Uses;

/// The files of a site.
pub(super) struct Files {
    /// Those that go out, by source.
    pub published: BTreeMap<SourcePath, Asset>,
    /// The others.
    pub withheld: BTreeMap<SourcePath, Withheld>,
    /// Those that pages show.
    pub shown: BTreeSet<SourcePath>,
    /// All of them by where they are published or would be, in order.
    pub by_address: BTreeMap<Address, Vec<SourcePath>>,
}

impl Files {
    /// What links may lead to, with these files beside the pages.
    pub(super) fn links<'a>(&'a self, pages: &'a Pages) -> Links<'a> {
        let (assets, withheld, by_address) = (&self.published, &self.withheld, &self.by_address);
        Links { pages, assets, withheld, by_address }
    }
}

/// A file that is not published.
#[derive(Clone, Debug)]
pub struct Withheld {
    /// Where it would be.
    pub asset: Asset,
    /// Why it is not.
    pub why: Why,
}

/// Why a file is not published.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub enum Why {
    /// A schedule is read from it: other columns may hold what is nobody's business.
    Sheet,
    /// It is a sheet or office file, and no page names it.
    Office,
    /// It belongs to a page that is not published.
    Hidden(SourcePath, State),
    /// It is a picture that few browsers show and that cannot be cleaned.
    Picture(Foreign),
    /// It is written as a page and does not end in `.md`.
    NoPage,
}

/// Parts the files into those that go out and the others, and says what nobody asked for.
pub(super) fn sift(
    pages: &Pages,
    documents: &[Arc<Document>],
    assets: BTreeMap<SourcePath, Asset>,
) -> Checked<Files> {
    let by_address = assets::by_address(&assets);
    let uses = if assets.is_empty() {
        Uses::default()
    } else {
        // To name a file is to link to it, whatever becomes of it.
        let (assets, withheld, by_address) = (&assets, &BTreeMap::new(), &by_address);
        Uses::of(Links { pages, assets, withheld, by_address }, documents)
    };
    let sheets = calendar::sheets(documents);
    let sieve = Sieve { pages, sheets, folders: Folders::of(pages, documents), uses };
    let (mut published, mut withheld) = (BTreeMap::new(), BTreeMap::new());
    let mut diagnostics = Vec::new();
    for (path, asset) in assets {
        match sieve.fate(&path, &asset) {
            Ok(fault) => {
                diagnostics.extend(fault);
                published.insert(path, asset);
            }
            Err(why) => {
                diagnostics.extend(match &why {
                    Why::Office => Some(faults::withheld(&path)),
                    Why::NoPage => Some(faults::no_page(&path)),
                    // A page that names it is told with the line.
                    Why::Picture(foreign) => {
                        (!sieve.uses.is_named(&path)).then(|| picture_withheld(&path, *foreign))
                    }
                    Why::Sheet | Why::Hidden(..) => None,
                });
                withheld.insert(path, Withheld { asset, why });
            }
        }
    }
    // Who knows what stands in the keys and texts that could not be read?
    if documents.iter().any(|document| !document.unknown.is_nothing()) {
        diagnostics.retain(|fault| {
            !matches!(fault.code, Code::FileUnnamed | Code::FileWithheld | Code::OutOfPlace)
        });
    }
    let value = Files { published, withheld, shown: sieve.uses.shown, by_address };
    Checked { value, diagnostics }
}

/// All that decides about a file.
struct Sieve<'a> {
    pages: &'a Pages,
    /// Those that schedules are read from.
    sheets: BTreeSet<SourcePath>,
    folders: Folders<'a>,
    uses: Uses,
}

impl Sieve<'_> {
    /// Whether a file goes out, with what is to be said of it then, or why it does not.
    fn fate(&self, path: &SourcePath, asset: &Asset) -> Result<Option<Diagnostic>, Why> {
        if self.sheets.contains(path) {
            return Err(Why::Sheet);
        }
        if kinds::is_page(path, asset) {
            return Err(Why::NoPage);
        }
        // Its folder says more plainly whose file it is than a link from elsewhere: that is told
        // like a link to the page itself.
        if let Some(page) = self.folders.hidden_bundle(path) {
            return Err(self.hidden(page));
        }
        let is_named = self.uses.is_named(path);
        if !is_named {
            let user = self.uses.hidden.get(path).or_else(|| self.folders.hidden_around(path));
            if let Some(page) = user {
                return Err(self.hidden(page));
            }
            if kinds::is_office(path) {
                return Err(Why::Office);
            }
        }
        if let Some(foreign) = foreign(path, &asset.file) {
            return Err(Why::Picture(foreign));
        }
        if self.pages.config.publishes(path) {
            return Ok(None);
        }
        let runner = kinds::runner(path);
        let runner = runner.filter(|_| self.pages.config.rules.html != RawHtml::Allow);
        // Of a name that no disk takes there is nothing else to say.
        let is_told =
            is_named || self.uses.meant.contains(path) || asset.address.output().is_none();
        let unnamed = || (!is_told).then(|| faults::unnamed(path));
        Ok(runner.map(|runner| faults::runs(path, runner)).or_else(unnamed))
    }

    fn hidden(&self, page: &SourcePath) -> Why {
        let state = self.pages.hidden.get(page).copied().unwrap_or(State::Draft);
        Why::Hidden(page.clone(), state)
    }
}

/// Whose files a folder holds: for each with pages one of them that is hidden, or none where
/// any of them is published.
struct Folders<'a> {
    /// By the folder of a bundle: the page and its translations.
    bundles: BTreeMap<&'a str, Option<&'a SourcePath>>,
    /// By any folder: all pages in it and below.
    all: BTreeMap<&'a str, Option<&'a SourcePath>>,
}

impl<'a> Folders<'a> {
    fn of(pages: &Pages, documents: &'a [Arc<Document>]) -> Folders<'a> {
        let mut folders = Folders { bundles: BTreeMap::new(), all: BTreeMap::new() };
        for document in documents {
            let path = &document.path;
            let hidden = pages.hidden.contains_key(path).then_some(path);
            if document.stem.ends_with("/index") {
                keep(&mut folders.bundles, path.folder(), hidden);
            }
            up(path.folder()).for_each(|folder| keep(&mut folders.all, folder, hidden));
        }
        folders
    }

    /// The page of the bundle that a file lies in, if it is not published in any language.
    fn hidden_bundle(&self, file: &SourcePath) -> Option<&'a SourcePath> {
        up(file.folder()).find_map(|folder| self.bundles.get(folder)).copied().flatten()
    }

    /// A page of the nearest folder around a file that has pages, if none of them is published.
    fn hidden_around(&self, file: &SourcePath) -> Option<&'a SourcePath> {
        up(file.folder()).find_map(|folder| self.all.get(folder)).copied().flatten()
    }
}

fn keep<'a>(
    folders: &mut BTreeMap<&'a str, Option<&'a SourcePath>>,
    folder: &'a str,
    hidden: Option<&'a SourcePath>,
) {
    let known = folders.entry(folder).or_insert(hidden);
    if hidden.is_none() {
        *known = None;
    }
}

/// A folder and those around it, from the inmost on.
fn up(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |folder| folder.rsplit_once('/').map(|(above, _)| above))
}
