//! All documents become one linked [`Site`]; no text is rendered here.
//!
//! In: the settings, the documents, the data and the list of other files. Out: a site in
//! which every page has its address, its neighbours, its terms and its translations.
//! [`link`] makes one value after the other, each of those before it: [`Pages`], then files,
//! sections, terms, events and plans. [`Site`] is all of them, made last.

mod address;
mod alias;
mod asked;
mod assets;
mod calendar;
mod copies;
mod digests;
mod doubles;
mod far_off;
mod files;
mod homes;
mod identity;
mod links;
mod members;
mod misnamed;
mod misspelt;
mod misspelt_address;
mod numbers;
mod pages;
mod plans;
mod publication;
mod references;
mod sections;
mod taxonomy;
mod terms;
mod today;
mod translations;
mod unknown_term;
mod unnamed;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::sync::Arc;

use serde::Serialize;

use crate::config::Config;
use crate::content::data::Data;
use crate::content::kinds::Event;
use crate::content::{Cascade, Document, Language};
use crate::diagnostics::Checked;
use crate::memo::{Digest, Hashed, Input};
use crate::sources::{OnDisk, SourcePath};

pub use address::Address;
pub(crate) use alias::{alias, within as within_site};
pub use asked::{Asked, Question, SharedValue};
pub use assets::OWN_FOLDER;
pub(crate) use doubles::is_copy;
pub(crate) use far_off::far_off;
pub(crate) use files::picture_withheld;
pub use files::{Why, Withheld};
pub(crate) use links::decode as decoded;
pub(crate) use links::link_to;
pub use links::{LinkFault, Role, Target};
pub use pages::Pages;
pub use publication::{Clock, State};
pub use sections::Section;
pub use terms::{BorneTerms, Taxonomy, Term, TermHead, WholeTerm};
pub use today::Today;

/// A page by its place in [`Pages`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PageId(usize);

impl PageId {
    /// The place in [`Pages`].
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
    /// The build's day, as far as anything of it hangs on that.
    pub today: Today,
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
    /// The other files below `content/`, and the pictures beside the settings that these name.
    pub files: &'a Hashed<Vec<(SourcePath, Digest, OnDisk)>>,
    /// What the clock says of the documents.
    pub clock: &'a Clock,
    /// Whether drafts are shown.
    pub drafts: bool,
}

impl Input for LinkInput<'_> {
    fn name(&self) -> &str {
        "site"
    }
}

/// The whole site, linked: its pages, and what they have to do with each other and with files.
///
/// What files see of it without asking for a page is in [`Site::structure`].
pub struct Site {
    /// Stands for all but what stands in pages, and terms.
    pub structure: Digest,
    /// The sections by folder and language.
    pub sections: BTreeMap<(String, Language), Section>,
    /// The sections that are the text of a taxonomy's or a term's page, by its address.
    pub texts: BTreeMap<Address, PageId>,
    /// The files that are copied, by source.
    pub assets: BTreeMap<SourcePath, Asset>,
    /// The files that are not published, and why.
    pub withheld: BTreeMap<SourcePath, Withheld>,
    /// The files that pages show, as pictures or to download.
    pub shown: BTreeSet<SourcePath>,
    /// The pages before and after each page in its section, in its own language.
    pub neighbours: BTreeMap<PageId, [Option<PageId>; 2]>,
    pages: Pages,
    taxonomies: Hashed<Vec<Taxonomy>>,
    copies: BTreeMap<(Language, PageId), Address>,
    events: BTreeMap<PageId, Vec<Event>>,
    plans: plans::Plans,
    /// The files that would be copied to each address, published or not, in order.
    files_by_address: BTreeMap<Address, Vec<SourcePath>>,
}

impl Deref for Site {
    type Target = Pages;

    /// The pages.
    fn deref(&self) -> &Pages {
        &self.pages
    }
}

/// Links all documents into one site: each value of those before it, the site of all of them.
pub fn link(input: &LinkInput<'_>) -> Checked<Hashed<Arc<Site>>> {
    let mut diagnostics = Vec::new();
    let tree = sections::Tree::of(input.documents, input.config);
    let pages = Pages::of(input, &tree).report_to(&mut diagnostics);
    let assets = assets::assets(input.files, input.documents, &tree);
    let files = files::sift(&pages, input.documents, assets).report_to(&mut diagnostics);
    assets::check(&files.published, &mut diagnostics);
    identity::check(input.config, &files, &mut diagnostics);
    let mut of_terms = Vec::new();
    // The two know nothing of each other, and each takes as long as the other.
    let ((sections, copies), taxonomies) = rayon::join(
        || (sections::sections(&pages), copies::copies(&pages, &tree)),
        || taxonomy::taxonomies(&pages, &mut of_terms),
    );
    diagnostics.extend(of_terms);
    let texts = taxonomy::texts(&pages, &sections, &taxonomies);
    let neighbours = sections::neighbours(&pages, &sections);
    let events = calendar::events(&pages, &mut diagnostics);
    let links = files.links(&pages);
    let plans = plans::link(links, &mut diagnostics);
    // Of events files ask by the page of their schedule, of terms by the page that bears them,
    // and neighbours follow from sections.
    let linked = (&sections, &copies, &texts, &plans);
    let ((structure, terms), ()) = rayon::join(
        || (digests::of_structure(input, &pages, &files, &linked), Digest::of_hash(&taxonomies)),
        || references::check(links, &mut diagnostics),
    );
    let site = Site {
        structure,
        sections,
        texts,
        assets: files.published,
        withheld: files.withheld,
        shown: files.shown,
        files_by_address: files.by_address,
        neighbours,
        pages,
        taxonomies: Hashed::new(taxonomies, terms),
        copies,
        events,
        plans,
    };
    Checked { value: digests::hashed(site), diagnostics }
}
