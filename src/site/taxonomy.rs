//! Taxonomies: which pages bear which term, in each language.

use std::collections::BTreeMap;

use crate::config;
use crate::content::Language;
use crate::diagnostics::{Code, Diagnostic, did_you_mean, say};
use crate::locale::{Order, slug_or_digest};
use crate::site::address::{self, Address};
use crate::site::{Page, PageId, Site, sections};
use crate::yaml::Marked;

/// A taxonomy with its terms.
#[derive(Clone, Debug)]
pub struct Taxonomy {
    /// The key in front matter.
    pub name: String,
    /// Its title and address by language, for the languages in which it has terms.
    pub indexes: BTreeMap<Language, (String, Address)>,
    /// Its terms by language, in the order of the language's alphabet.
    pub terms: BTreeMap<Language, Vec<Term>>,
    /// The terms that each page bears, as places in the list of its language.
    borne: BTreeMap<PageId, Vec<usize>>,
}

impl Taxonomy {
    /// The terms that a page bears, in the order of the alphabet.
    pub fn borne_by(&self, id: PageId, language: &Language) -> impl Iterator<Item = &Term> {
        let terms = self.terms.get(language).map(Vec::as_slice).unwrap_or_default();
        self.borne.get(&id).into_iter().flatten().filter_map(|at| terms.get(*at))
    }
}

/// A term in one language.
#[derive(Clone, Debug)]
pub struct Term {
    /// The key in front matter.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The address of its list.
    pub address: Address,
    /// The pages that bear it, newest first.
    pub pages: Vec<PageId>,
}

impl Site {
    /// The term of this key in a language.
    pub fn term(&self, taxonomy: &str, key: &str, language: &Language) -> Option<&Term> {
        let taxonomy = self.taxonomies.iter().find(|known| known.name == taxonomy)?;
        taxonomy.terms.get(language)?.iter().find(|term| term.key == key)
    }
}

/// Sorts all pages by their terms. Terms that the taxonomy does not know are said.
pub(super) fn taxonomies(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Vec<Taxonomy> {
    site.config.taxonomies.iter().map(|taxonomy| one(site, taxonomy, diagnostics)).collect()
}

fn one(site: &Site, taxonomy: &config::Taxonomy, diagnostics: &mut Vec<Diagnostic>) -> Taxonomy {
    let mut bearers: BTreeMap<(&Language, String), (String, Vec<PageId>)> = BTreeMap::new();
    for (id, page) in site.ids() {
        check(page, taxonomy, diagnostics);
        for term in page.shared.terms.get(&taxonomy.name).into_iter().flatten() {
            let key = key_of(&term.value, taxonomy);
            let entry =
                bearers.entry((page.language(), key)).or_insert((term.value.clone(), vec![]));
            // A page that names a term twice bears it once; its pages come one after the other.
            if entry.1.last() != Some(&id) {
                entry.1.push(id);
            }
        }
    }
    let mut terms: BTreeMap<Language, Vec<Term>> = BTreeMap::new();
    for ((language, key), (written, mut pages)) in bearers {
        pages.sort_by(|a, b| {
            let (a, b) = (site.page(*a), site.page(*b));
            sections::newest_first(site, a, b).then_with(|| a.document.path.cmp(&b.document.path))
        });
        let name = taxonomy
            .terms
            .get(&key)
            .map_or(written.as_str(), |name| site.config.text(name, language));
        let folder = format!("{}/{}", folder(site, taxonomy, language), address::part_of(name));
        let term = Term { key, name: name.to_owned(), address: Address::of_folder(&folder), pages };
        terms.entry(language.clone()).or_default().push(term);
    }
    let mut indexes = BTreeMap::new();
    for (language, terms) in &mut terms {
        let order = Order::of(language);
        terms.sort_by(|a, b| order.compare(&a.name, &b.name).then_with(|| a.key.cmp(&b.key)));
        let title = site.config.text(&taxonomy.title, language).to_owned();
        let address = Address::of_folder(&folder(site, taxonomy, language));
        indexes.insert(language.clone(), (title, address));
    }
    let mut borne: BTreeMap<PageId, Vec<usize>> = BTreeMap::new();
    for (at, term) in terms.values().flat_map(|terms| terms.iter().enumerate()) {
        for id in &term.pages {
            borne.entry(*id).or_default().push(at);
        }
    }
    Taxonomy { name: taxonomy.name.clone(), indexes, terms, borne }
}

/// A term that is configured is its key; a free one is known by its folded form, so that
/// “Gia đình” and “gia đình” are one.
fn key_of(written: &str, taxonomy: &config::Taxonomy) -> String {
    if taxonomy.terms.is_empty() { slug_or_digest(written) } else { written.to_owned() }
}

fn folder(site: &Site, taxonomy: &config::Taxonomy, language: &Language) -> String {
    let text = taxonomy.slug.as_ref().unwrap_or(&taxonomy.title);
    let slug = address::part_of(site.config.text(text, language));
    format!("{}{slug}", site.config.prefix(language))
}

fn check(page: &Page, taxonomy: &config::Taxonomy, diagnostics: &mut Vec<Diagnostic>) {
    if taxonomy.terms.is_empty() {
        return;
    }
    // A cascaded term is said where it is written, at the section.
    let own = page.document.meta.shared.terms.get(&taxonomy.name);
    let cascaded = match &page.document.kind {
        crate::content::Kind::Section(section) => section.cascade.terms.get(&taxonomy.name),
        crate::content::Kind::Page
        | crate::content::Kind::Post
        | crate::content::Kind::Material(_)
        | crate::content::Kind::Plan(_)
        | crate::content::Kind::Schedule(_) => None,
    };
    for term in own.into_iter().chain(cascaded).flatten() {
        if !taxonomy.terms.contains_key(&term.value) {
            diagnostics.push(unknown(page, term, taxonomy));
        }
    }
}

fn unknown(page: &Page, term: &Marked<String>, taxonomy: &config::Taxonomy) -> Diagnostic {
    let (name, key) = (&taxonomy.name, &term.value);
    let message = say!("`{name}` không có mục `{key}`", "`{name}` has no term `{key}`");
    let hint = did_you_mean(key, taxonomy.terms.keys().map(String::as_str));
    Diagnostic::error(Code::UnknownTerm, message).hint(hint).at(page.document.place(term.span))
}
