//! Which pages and sections each section lists, in each language: those of its own, and
//! those that another language lends where a page is not translated.

use std::collections::BTreeMap;

use crate::config::Missing;
use crate::content::Language;
use crate::site::sections::parent;
use crate::site::{Page, PageId, Pages};

/// What a section lists, not yet in order.
#[derive(Default)]
pub(super) struct Members {
    /// Its pages.
    pub(super) pages: Vec<PageId>,
    /// The sections right below it.
    pub(super) subsections: Vec<PageId>,
}

/// What each section lists, by its own page.
pub(super) fn members(pages: &Pages) -> BTreeMap<PageId, Members> {
    let mut members: BTreeMap<PageId, Members> = BTreeMap::new();
    // Any page of a group of translations leads to the others.
    let groups = pages.translations.values().filter_map(|group| group.values().next());
    for any in groups.map(|id| pages.page(*id)) {
        for language in &pages.config.languages {
            let Some(page) = pages.version_for(any, &language.code) else { continue };
            let Some(section) = lister(pages, pages.page(page), &language.code) else { continue };
            let listed = members.entry(section).or_default();
            if pages.page(page).document.is_section() {
                listed.subsections.push(page);
            } else {
                listed.pages.push(page);
            }
        }
    }
    members
}

/// The section of a language that lists a page: the one that the page stands in, or else,
/// for a page in another language, what that section is in this one. A page that is lent
/// goes no higher up: where its section is not translated, the section itself is listed. Only
/// a copy does, for that section knows nothing of it.
fn lister(pages: &Pages, page: &Page, language: &Language) -> Option<PageId> {
    let mut above = pages.enclosing(pages.folder_above(page)?, page.language())?;
    if page.language() == language {
        return Some(above);
    }
    let is_copied = pages.config.language(language).missing == Missing::Copy;
    loop {
        let section = pages.page(above);
        let found = pages.counterpart(section, language);
        if found.is_some() || !is_copied || page.document.is_section() {
            return found;
        }
        above = pages.enclosing(pages.folder_above(section)?, page.language())?;
    }
}

impl Pages {
    /// The folder that a page is listed in; none for a front page of the site.
    pub(super) fn folder_above<'p>(&self, page: &'p Page) -> Option<&'p str> {
        let folder = page.document.folder();
        if page.document.is_section() { parent(folder) } else { Some(folder) }
    }

    /// The section of a language that a folder stands in: the nearest one above that has a
    /// front page in this language.
    pub(super) fn enclosing(&self, folder: &str, language: &Language) -> Option<PageId> {
        let mut folder = Some(folder);
        while let Some(name) = folder {
            if let Some(found) = self.front_page(name, language) {
                return Some(found);
            }
            folder = parent(name);
        }
        None
    }

    /// What a section is in another language: its translation; a front page of the site is
    /// the counterpart of every other.
    pub fn counterpart(&self, section: &Page, language: &Language) -> Option<PageId> {
        if section.document.folder().is_empty() {
            return self.home(language);
        }
        self.translations(section).get(language).copied()
    }

    /// The front page of a folder in a language, which may stand in a folder of another name.
    fn front_page(&self, folder: &str, language: &Language) -> Option<PageId> {
        let own = |code: &Language| self.fronts.get(&(folder.to_owned(), code.clone())).copied();
        own(language).or_else(|| {
            let others = self.config.languages.iter().filter_map(|other| own(&other.code));
            others
                .filter_map(|other| self.translations(self.page(other)).get(language).copied())
                .next()
        })
    }
}
