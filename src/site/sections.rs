//! The tree of folders: which page stands in which section, and in which order.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::config::Config;
use crate::content::kinds::{self, SortBy};
use crate::content::{Cascade, Document, Kind, Language};
use crate::locale::Order;
use crate::site::members::{self, Members};
use crate::site::translations;
use crate::site::{Page, PageId, Pages, Site};

/// The folders that have an `_index.md`, before any page is made.
pub(super) struct Tree<'d> {
    indexes: BTreeMap<(&'d str, &'d Language), &'d Document>,
    /// The same by what translations share, where they stand in folders of other names.
    by_key: BTreeMap<(String, &'d Language), &'d Document>,
    /// The language that lends its section where another has none.
    pub default_language: Language,
}

impl<'d> Tree<'d> {
    /// The tree of these documents.
    pub(super) fn of(documents: &'d [Arc<Document>], config: &Config) -> Tree<'d> {
        let indexes = documents.iter().filter(|document| document.is_section());
        let by_key = indexes
            .clone()
            .map(|document| ((translations::key(document), &document.language), &**document));
        Tree {
            by_key: by_key.collect(),
            indexes: indexes
                .map(|document| ((document.folder(), &document.language), &**document))
                .collect(),
            default_language: config.default_language().clone(),
        }
    }

    /// The `_index.md` of a folder in a language, else in the default language.
    pub(super) fn section(&self, folder: &str, language: &Language) -> Option<&'d Document> {
        let of = |language| self.indexes.get(&(folder, language)).copied();
        of(language).or_else(|| {
            let default = of(&self.default_language)?;
            let translated = self.by_key.get(&(translations::key(default), language)).copied();
            translated.or(Some(default))
        })
    }

    /// What the sections above a document set for all below them, the nearest first.
    pub(super) fn cascade(&self, document: &Document) -> Cascade {
        let mut cascade = Cascade::default();
        let mut folder = Some(document.folder());
        while let Some(name) = folder {
            if let Some(Kind::Section(section)) =
                self.section(name, &document.language).map(|section| &section.kind)
            {
                cascade = cascade.or(&section.cascade);
            }
            folder = parent(name);
        }
        cascade
    }
}

/// The folder above; none above the root.
pub(super) fn parent(folder: &str) -> Option<&str> {
    (!folder.is_empty()).then(|| folder.rsplit_once('/').map_or("", |(above, _)| above))
}

/// A section in one language.
#[derive(Clone, Debug, Hash)]
pub struct Section {
    /// Its own page.
    pub page: PageId,
    /// The pages in it, in order; a page that is not translated stands in its own language.
    pub pages: Vec<PageId>,
    /// The sections right below it, in order.
    pub subsections: Vec<PageId>,
    /// The sections above it, from the front page down.
    pub ancestors: Vec<PageId>,
}

/// The front page of each section, by folder and language.
pub(super) fn fronts(pages: &[Page]) -> BTreeMap<(String, Language), PageId> {
    let sections = pages.iter().zip(0..).filter(|(page, _)| page.document.is_section());
    let fronts = sections.map(|(page, at)| {
        ((page.document.folder().to_owned(), page.language().clone()), PageId(at))
    });
    fronts.collect()
}

/// Every section with its pages, by folder and language.
pub(super) fn sections(pages: &Pages) -> BTreeMap<(String, Language), Section> {
    let mut members = members::members(pages);
    let sections = pages.fronts.iter().map(|(key, &page)| {
        let Members { pages: mut own, mut subsections } = members.remove(&page).unwrap_or_default();
        sort(pages, page, &mut own);
        sort_by_weight(pages, &key.1, &mut subsections);
        let ancestors = pages.ancestors(pages.page(page));
        (key.clone(), Section { page, pages: own, subsections, ancestors })
    });
    sections.collect()
}

fn section_of(page: &Page) -> kinds::Section {
    match &page.document.kind {
        Kind::Section(section) => section.clone(),
        Kind::Page | Kind::Post | Kind::Material(_) | Kind::Plan(_) | Kind::Schedule(_) => {
            kinds::Section::default()
        }
    }
}

fn sort(pages: &Pages, section: PageId, ids: &mut [PageId]) {
    let index = pages.page(section);
    let own = section_of(index).sort_by;
    // A translated section that says nothing keeps the order of the original.
    let original = pages.translations(index).get(pages.config.default_language());
    let sort_by = own.or_else(|| original.and_then(|id| section_of(pages.page(*id)).sort_by));
    let language = index.language();
    match sort_by.unwrap_or(SortBy::Date) {
        SortBy::Date => ids.sort_by_cached_key(|id| (newest(pages, *id), weight(pages, *id), *id)),
        SortBy::Weight => sort_by_weight(pages, language, ids),
        SortBy::Title => {
            let order = Order::of(language);
            ids.sort_by(|a, b| by_title(pages, &order, (*a, *b)).then(a.cmp(b)));
        }
    }
}

/// By weight, then by title; pages that lack a weight come last. The ids of pages are in order of
/// their sources.
fn sort_by_weight(pages: &Pages, language: &Language, ids: &mut [PageId]) {
    let order = Order::of(language);
    ids.sort_by(|a, b| {
        let by_weight = weight(pages, *a).cmp(&weight(pages, *b));
        by_weight.then_with(|| by_title(pages, &order, (*a, *b))).then(a.cmp(b))
    });
}

fn weight(pages: &Pages, id: PageId) -> i64 {
    pages.page(id).document.meta.weight.unwrap_or(i64::MAX)
}

fn by_title(pages: &Pages, order: &Order, (a, b): (PageId, PageId)) -> Ordering {
    order.compare(&pages.page(a).document.meta.title, &pages.page(b).document.meta.title)
}

/// What pages are sorted by so that the newest comes first and those without a date come last.
/// It takes the rules of a time zone to know, so it is asked once a page.
pub(super) fn newest(pages: &Pages, id: PageId) -> Reverse<Option<Timestamp>> {
    let date = pages.page(id).document.meta.date.as_ref();
    Reverse(date.map(|date| date.value.start(&pages.config.timezone)))
}

/// The pages before and after each page in its section, in its own language.
pub(super) fn neighbours(
    pages: &Pages,
    sections: &BTreeMap<(String, Language), Section>,
) -> BTreeMap<PageId, [Option<PageId>; 2]> {
    let mut neighbours = BTreeMap::new();
    for ((_, language), section) in sections {
        let own = |id: &&PageId| pages.page(**id).language() == language;
        let ids: Vec<PageId> = section.pages.iter().filter(own).copied().collect();
        for (at, id) in ids.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| ids.get(at)).copied();
            neighbours.insert(*id, [before, ids.get(at + 1).copied()]);
        }
    }
    neighbours
}

impl Site {
    /// The section that a page stands in, in the page's own language.
    pub fn section_of(&self, page: &Page) -> Option<&Section> {
        let front = self.page(self.enclosing(self.folder_above(page)?, page.language())?);
        self.sections.get(&(front.document.folder().to_owned(), front.language().clone()))
    }
}

impl Pages {
    /// The pages above this one, from the front page down, in its own language.
    pub fn ancestors(&self, page: &Page) -> Vec<PageId> {
        let mut ancestors = Vec::new();
        let mut above = self.folder_above(page);
        while let Some(section) = above.and_then(|name| self.enclosing(name, page.language())) {
            ancestors.push(section);
            above = self.folder_above(self.page(section));
        }
        ancestors.reverse();
        ancestors
    }
}
