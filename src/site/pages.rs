//! The pages of a site and how they are found: what all that is linked later is made of.
//!
//! Which documents are published, where, and which of them are translations of each other, is
//! known here; files, sections and terms are not yet.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::content::data::Data;
use crate::content::{Document, Language};
use crate::diagnostics::{Checked, Words};
use crate::site::sections::Tree;
use crate::site::{Address, LinkInput, Page, PageId, State};
use crate::site::{
    address, digests, homes, misnamed, numbers, publication, sections, translations, unnamed,
};
use crate::sources::SourcePath;

/// The pages of a site, with its settings and its data.
pub struct Pages {
    /// The settings.
    pub config: Arc<Config>,
    /// The data.
    pub data: Arc<Data>,
    /// Documents that are not published, and why.
    pub hidden: BTreeMap<SourcePath, State>,
    /// The pages, in order of their sources.
    pub(super) all: Vec<Page>,
    /// The front page of each section, by folder and language.
    pub(super) fronts: BTreeMap<(String, Language), PageId>,
    pub(super) by_source: BTreeMap<SourcePath, PageId>,
    /// The pages by the names of their files, wherever these lie.
    pub(super) by_name: Words<Vec<PageId>>,
    pub(super) by_address: BTreeMap<Address, PageId>,
    /// The pages that are translations of each other, by what they share.
    pub(super) translations: BTreeMap<String, BTreeMap<Language, PageId>>,
    /// What the plan of a number shares with its translations.
    pub(super) numbers: BTreeMap<String, String>,
}

impl Pages {
    /// The pages made of these documents, and those that no one wrote.
    pub(super) fn of(input: &LinkInput<'_>, tree: &Tree<'_>) -> Checked<Pages> {
        let mut diagnostics = Vec::new();
        let config = input.config;
        let (published, hidden) = publication::sift(tree, input);
        let made: Vec<Checked<Page>> =
            published.par_iter().map(|document| page(document, tree, input)).collect();
        let mut all: Vec<Page> =
            made.into_iter().map(|page| page.report_to(&mut diagnostics)).collect();
        unnamed::check(&published, tree, &mut diagnostics);
        all.extend(homes::missing(&published, config));
        all.sort_by(|a, b| a.document.path.cmp(&b.document.path));
        numbers::check(&all, &mut diagnostics);
        translations::check_keys(&all, &mut diagnostics);
        misnamed::check(&all, config, &mut diagnostics);
        let ids = || all.iter().zip((0..).map(PageId));
        let value = Pages {
            config: Arc::clone(config),
            data: Arc::clone(input.data),
            hidden,
            fronts: sections::fronts(&all),
            by_source: ids().map(|(page, id)| (page.document.path.clone(), id)).collect(),
            by_name: by_name(&all).into(),
            by_address: ids().map(|(page, id)| (page.address.clone(), id)).collect(),
            translations: translations::group(&all, &mut diagnostics),
            numbers: numbers::index(&all),
            all,
        };
        Checked { value, diagnostics }
    }

    /// Whether there is no page at all.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The page of this id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.all[id.0]
    }

    /// Every page with its id.
    pub fn ids(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.all.iter().enumerate().map(|(index, page)| (PageId(index), page))
    }

    /// The page made from this source.
    pub fn by_source(&self, source: &SourcePath) -> Option<PageId> {
        self.by_source.get(source).copied()
    }

    /// The page at this address.
    pub fn at(&self, address: &Address) -> Option<PageId> {
        self.by_address.get(address).copied()
    }

    /// The translations of a page, itself among them, by language.
    pub fn translations(&self, page: &Page) -> &BTreeMap<Language, PageId> {
        // Every page is put under its own key when the pages are made.
        &self.translations[&page.key]
    }

    /// The pages that are translations of each other, by what they share.
    pub fn groups(&self) -> impl Iterator<Item = (&String, &BTreeMap<Language, PageId>)> {
        self.translations.iter()
    }

    /// The page in the default language that this one is a translation of.
    pub fn source_of(&self, page: &Page) -> Option<&Page> {
        let default = self.config.default_language();
        let source = self.translations(page).get(default).filter(|_| page.language() != default)?;
        Some(self.page(*source)).filter(|source| source.written && page.written)
    }

    /// The front page of a language, if it has one.
    pub fn home(&self, language: &Language) -> Option<PageId> {
        self.fronts.get(&(String::new(), language.clone())).copied()
    }

    /// Where a language's site begins: its front page, or else that of the default language.
    pub fn home_address(&self, language: &Language) -> Address {
        let home = self.home(language).or_else(|| self.home(self.config.default_language()));
        home.map_or_else(|| Address::of_folder(""), |home| self.page(home).address.clone())
    }
}

fn by_name(all: &[Page]) -> BTreeMap<String, Vec<PageId>> {
    let mut by_name: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    for (page, id) in all.iter().zip((0..).map(PageId)) {
        by_name.entry(page.document.path.file_name().to_owned()).or_default().push(id);
    }
    by_name
}

fn page(document: &Arc<Document>, tree: &Tree<'_>, input: &LinkInput<'_>) -> Checked<Page> {
    let mut diagnostics = Vec::new();
    let address = address::of_document(document, tree, input.config, &mut diagnostics);
    let key = translations::key(document);
    let today = input.clock.today.get(&document.path).copied().unwrap_or_default();
    let value = Page {
        digest: digests::of_page(document, tree, (&address, &key, today)),
        address,
        shared: document.meta.shared.or(&tree.cascade(document)),
        key,
        document: Arc::clone(document),
        today,
        written: true,
    };
    Checked { value, diagnostics }
}
