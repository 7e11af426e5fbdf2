//! Pages that a language lacks, shown in its own part of the site as the original has them.
//!
//! A copy is no translation: it keeps the original's language, names it as the true page,
//! and neither `hreflang` nor the sitemap knows it.

use std::collections::BTreeMap;

use crate::config::Missing;
use crate::content::Language;
use crate::site::address::{Address, document_folder};
use crate::site::sections::Tree;
use crate::site::{Page, PageId, Pages, Site};

/// Where the pages that a language lacks are shown in its own part of the site, where its
/// settings say `missing: copy`. A section's own page is none of them: it is a list, and the
/// lists of a language name what that language has.
pub(super) fn copies(pages: &Pages, tree: &Tree<'_>) -> BTreeMap<(Language, PageId), Address> {
    let mut copies = BTreeMap::new();
    for language in &pages.config.languages {
        let reader = &language.code;
        if language.missing != Missing::Copy || pages.home(reader).is_none() {
            continue;
        }
        // Any page of a group of translations leads to the others.
        let groups = pages.translations.values().filter_map(|group| group.values().next());
        for id in groups.filter_map(|any| pages.version_for(pages.page(*any), reader)) {
            let page = pages.page(id);
            if page.language() != reader && !page.document.is_section() {
                let folder = document_folder(&page.document, reader, tree);
                let folder = format!("{}{folder}", pages.config.prefix(reader));
                copies.insert((reader.clone(), id), Address::of_folder(&folder));
            }
        }
    }
    copies
}

impl Site {
    /// Every page that is shown in the part of the site of a language that lacks it: that
    /// language, the page, and where it is shown.
    pub fn copies(&self) -> impl Iterator<Item = (&Language, PageId, &Address)> {
        self.copies.iter().map(|((language, id), address)| (language, *id, address))
    }

    /// Where a page is shown in the part of the site of a language that lacks it.
    pub fn copy_address(&self, page: &Page, reader: &Language) -> Option<&Address> {
        if self.copies.is_empty() || page.language() == reader {
            return None;
        }
        let id = self.by_source(&page.document.path)?;
        self.copies.get(&(reader.clone(), id))
    }

    /// Where a reader of a language finds a page: its copy in that language's part of the
    /// site, if there is one.
    pub fn address_for<'s>(&'s self, page: &'s Page, reader: &Language) -> &'s Address {
        self.copy_address(page, reader).unwrap_or(&page.address)
    }
}

impl Pages {
    /// The page that a reader of a language is shown for this one: its translation, or else
    /// the one that another language lends.
    pub fn version_for(&self, page: &Page, reader: &Language) -> Option<PageId> {
        let versions = self.translations(page);
        let lenders = match self.config.language(reader).missing {
            Missing::Hide => vec![reader],
            Missing::List | Missing::Copy => self.config.chain(reader),
        };
        lenders.into_iter().find_map(|language| versions.get(language)).copied()
    }
}
