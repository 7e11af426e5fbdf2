//! All documents become one linked [`Site`]; no text is rendered here.
//!
//! In: the settings, the documents, the data and the list of other files. Out: a site in
//! which every page has its address, its neighbours, its terms and its translations.
//! All of it is made afresh at each build: it is cheap, so nothing can be stale.

mod address;
mod alias;
mod asked;
mod assets;
mod calendar;
mod copies;
mod digests;
mod files;
mod homes;
mod links;
mod members;
mod numbers;
mod plans;
mod publication;
mod references;
mod sections;
mod taxonomy;
mod translations;
mod unnamed;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::config::Config;
use crate::content::data::Data;
use crate::content::kinds::Event;
use crate::content::{Cascade, Document, Language};
use crate::diagnostics::{Checked, Diagnostic};
use crate::memo::{Digest, Hashed, Input};
use crate::sources::{OnDisk, SourcePath};

pub use address::Address;
pub(crate) use alias::alias;
pub use asked::{Asked, Question, SharedValue};
pub(crate) use files::picture_withheld;
pub use files::{Why, Withheld};
pub(crate) use links::decode as decoded;
pub use links::{LinkFault, Role, Target};
pub use publication::{Clock, State};
pub use sections::Section;
pub use taxonomy::{Taxonomy, Term};

/// A page by its place in [`Site::pages`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageId(usize);

impl PageId {
    /// The place in [`Site::pages`].
    pub fn index(self) -> usize {
        self.0
    }
}

/// A page: a document that is published, and where. Complete when made.
#[derive(Debug)]
pub struct Page {
    /// What was written.
    pub document: Arc<Document>,
    /// Where it is published.
    pub address: Address,
    /// Its own keys and those that its sections set for all below them.
    pub shared: Cascade,
    /// What it shares with its translations.
    pub key: String,
    /// Stands for all of it.
    pub digest: Digest,
    /// Whether a file of the author's stands behind it. The front page of a small language
    /// may be the program's own.
    pub written: bool,
}

impl Page {
    /// What may be told of the page where others see it: in feeds, calendars, data for programs.
    /// Its title, unless it hides that.
    pub fn told_title(&self) -> &str {
        self.shared.neutral_title.as_deref().unwrap_or(&self.document.meta.title)
    }

    /// The language of the page.
    pub fn language(&self) -> &Language {
        &self.document.language
    }
}

/// A file that is copied as it is.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Where it is published.
    pub address: Address,
    /// The file on disk.
    pub file: OnDisk,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// All that [`link`] may see.
#[derive(Serialize)]
pub struct LinkInput<'a> {
    /// The settings.
    pub config: &'a Hashed<Arc<Config>>,
    /// The Markdown files.
    pub documents: &'a Hashed<Vec<Arc<Document>>>,
    /// The data files.
    pub data: &'a Hashed<Arc<Data>>,
    /// The other files below `content/`.
    pub files: &'a Hashed<Vec<(SourcePath, Digest, OnDisk)>>,
    /// The documents that the clock hides.
    pub clock: &'a BTreeMap<SourcePath, State>,
    /// Whether drafts are shown.
    pub drafts: bool,
}

impl Input for LinkInput<'_> {
    fn name(&self) -> &str {
        "site"
    }
}

/// The whole site, linked.
pub struct Site {
    /// The settings.
    pub config: Arc<Config>,
    /// The data.
    pub data: Arc<Data>,
    /// Stands for all but what stands in pages.
    pub structure: Digest,
    /// The pages, in order of their sources.
    pub(crate) pages: Vec<Page>,
    /// The sections by folder and language.
    pub sections: BTreeMap<(String, Language), Section>,
    /// The taxonomies, each with its terms by language.
    pub taxonomies: Vec<Taxonomy>,
    /// The files that are copied, by source.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// The files that are not published, and why.
    pub withheld: BTreeMap<SourcePath, Withheld>,
    /// The files that pages show, as pictures or to download.
    pub shown: BTreeSet<SourcePath>,
    /// Documents that are not published, and why.
    pub hidden: BTreeMap<SourcePath, State>,
    /// The pages before and after each page in its section, in its own language.
    pub neighbours: BTreeMap<PageId, [Option<PageId>; 2]>,
    events: BTreeMap<PageId, Vec<Event>>,
    fronts: BTreeMap<(String, Language), PageId>,
    copies: BTreeMap<(Language, PageId), Address>,
    numbers: BTreeMap<String, String>,
    plans: plans::Plans,
    by_source: BTreeMap<SourcePath, PageId>,
    by_address: BTreeMap<Address, PageId>,
    /// The files that would be copied to each address, published or not, in order.
    files_by_address: BTreeMap<Address, Vec<SourcePath>>,
    translations: BTreeMap<String, BTreeMap<Language, PageId>>,
}

impl Site {
    /// The page of this id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0]
    }

    /// Every page with its id.
    pub(crate) fn ids(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.pages.iter().enumerate().map(|(index, page)| (PageId(index), page))
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
        // Every page is put under its own key when the site is linked.
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

/// Links all documents into one site.
pub fn link(input: &LinkInput<'_>) -> Checked<Hashed<Arc<Site>>> {
    let mut diagnostics = Vec::new();
    let (documents, config): (&[Arc<Document>], &Config) = (input.documents, input.config);
    let tree = sections::Tree::of(documents, config);
    let (published, hidden) = publication::sift(&tree, input);
    let mut pages: Vec<Page> =
        published.iter().map(|document| page(document, &tree, config, &mut diagnostics)).collect();
    unnamed::check(&published, &tree, &mut diagnostics);
    pages.extend(homes::missing(&published, config));
    pages.sort_by(|a, b| a.document.path.cmp(&b.document.path));
    let by_source =
        pages.iter().zip(0..).map(|(page, at)| (page.document.path.clone(), PageId(at)));
    let by_address = pages.iter().zip(0..).map(|(page, at)| (page.address.clone(), PageId(at)));
    let assets = assets::assets(input.files, documents, &tree);
    let mut site = Site {
        config: Arc::clone(input.config),
        data: Arc::clone(input.data),
        structure: input.config.digest(),
        by_source: by_source.collect(),
        by_address: by_address.collect(),
        files_by_address: assets::by_address(&assets),
        translations: translations::group(&pages, &mut diagnostics),
        fronts: sections::fronts(&pages),
        copies: BTreeMap::new(),
        sections: BTreeMap::new(),
        neighbours: BTreeMap::new(),
        events: BTreeMap::new(),
        numbers: numbers::index(&pages),
        plans: plans::Plans::default(),
        taxonomies: Vec::new(),
        assets,
        withheld: BTreeMap::new(),
        shown: BTreeSet::new(),
        hidden,
        pages,
    };
    let files = files::sift(&site, documents).report_to(&mut diagnostics);
    (site.assets, site.withheld, site.shown) = (files.published, files.withheld, files.shown);
    assets::check(&site.assets, &mut diagnostics);
    site.sections = sections::sections(&site);
    site.copies = copies::copies(&site, &tree);
    site.neighbours = sections::neighbours(&site);
    site.taxonomies = taxonomy::taxonomies(&site, &mut diagnostics);
    site.events = calendar::events(&site, &mut diagnostics);
    site.plans = plans::link(&site, &mut diagnostics);
    references::check(&site, &mut diagnostics);
    site.structure = digests::of_structure(input, &site);
    Checked { value: digests::hashed(site), diagnostics }
}

fn page(
    document: &Arc<Document>,
    tree: &sections::Tree<'_>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Page {
    let address = address::of_document(document, tree, config, diagnostics);
    let key = translations::key(document);
    Page {
        digest: digests::of_page(document, tree, &address, &key),
        address,
        shared: document.meta.shared.or(&tree.cascade(document)),
        key,
        document: Arc::clone(document),
        written: true,
    }
}
