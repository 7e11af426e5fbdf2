//! Pages that a language lacks, shown in its own part of the site as the original has them.
//!
//! A copy is no translation: it keeps the original's language, names it as the true page,
//! and neither `hreflang` nor the sitemap knows it.

use std::collections::BTreeMap;

use crate::config::Missing;
use crate::content::Language;
use crate::site::address::{Address, document_folder};
use crate::site::sections::Tree;
use crate::site::{Page, PageId, Site};

/// Where the pages that a language lacks are shown in its own part of the site: those that
/// its lists name, where its settings say `missing: copy`.
pub(super) fn copies(site: &Site, tree: &Tree<'_>) -> BTreeMap<(Language, PageId), Address> {
    let mut copies = BTreeMap::new();
    for ((_, language), section) in &site.sections {
        let lent = |id: &&PageId| site.page(**id).language() != language;
        for id in section.pages.iter().filter(lent) {
            if site.config.language(language).missing == Missing::Copy {
                let folder = document_folder(&site.page(*id).document, language, tree);
                let folder = format!("{}{folder}", site.config.prefix(language));
                copies.insert((language.clone(), *id), Address::of_folder(&folder));
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
