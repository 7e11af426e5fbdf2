//! Taxonomies: which pages bear which term, in each language.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::config;
use crate::content::{Document, Language};
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::locale::{Name, Order, distinct_slugs};
use crate::site::address::{self, Address};
use crate::site::{Page, PageId, Pages, Section, Taxonomy, Term, TermHead, sections, unknown_term};
use crate::yaml::Marked;

/// Sorts all pages by their terms. Terms that the taxonomy does not know are said.
pub(super) fn taxonomies(pages: &Pages, diagnostics: &mut Vec<Diagnostic>) -> Vec<Taxonomy> {
    pages.config.taxonomies.iter().map(|taxonomy| one(pages, taxonomy, diagnostics)).collect()
}

/// The sections whose address is that of a term or a taxonomy, by that address: they have no pages
/// of their own, and what is written in them is the text of its page.
pub(super) fn texts(
    pages: &Pages,
    sections: &BTreeMap<(String, Language), Section>,
    taxonomies: &[Taxonomy],
) -> BTreeMap<Address, PageId> {
    let mut texts = BTreeMap::new();
    let section_at = |address: &Address| {
        let id = pages.at(address)?;
        let document = &pages.page(id).document;
        let section = sections.get(&(document.folder().to_owned(), document.language.clone()))?;
        (section.page == id && section.pages.is_empty()).then_some((id, &section.subsections))
    };
    for taxonomy in taxonomies {
        for term in taxonomy.terms.values().flatten() {
            let address = &term.head.address;
            let text = section_at(address).filter(|(_, below)| below.is_empty());
            texts.extend(text.map(|(id, _)| (address.clone(), id)));
        }
        for (_, address) in taxonomy.indexes.values() {
            let are_terms = |below: &[PageId]| {
                below.iter().all(|id| texts.contains_key(&pages.page(*id).address))
            };
            let text = section_at(address).filter(|(_, below)| are_terms(below));
            texts.extend(text.map(|(id, _)| (address.clone(), id)));
        }
    }
    texts
}

/// Who bears which term: by language and key.
type Bearers<'s> = BTreeMap<&'s Language, BTreeMap<String, Borne<'s>>>;

/// A term as pages write it.
struct Borne<'s> {
    /// As it is written first.
    written: &'s Marked<String>,
    /// The pages that bear it, in order of their sources.
    pages: Vec<PageId>,
}

fn one(pages: &Pages, taxonomy: &config::Taxonomy, diagnostics: &mut Vec<Diagnostic>) -> Taxonomy {
    let mut bearers: Bearers<'_> = BTreeMap::new();
    for (id, page) in pages.ids() {
        check(page, taxonomy, diagnostics);
        for written in page.shared.terms.get(&taxonomy.name).into_iter().flatten() {
            let own = bearers.entry(page.language()).or_default();
            let borne = own.entry(key_of(&written.value, taxonomy));
            let bearers = &mut borne.or_insert(Borne { written, pages: Vec::new() }).pages;
            // A page that names a term twice bears it once; its pages come one after the other.
            if bearers.last() != Some(&id) {
                bearers.push(id);
            }
        }
    }
    if taxonomy.terms.is_empty() {
        bearers.values().for_each(|own| near(pages, taxonomy, own, diagnostics));
    }
    let mut made = Taxonomy {
        name: taxonomy.name.clone(),
        indexes: BTreeMap::new(),
        terms: BTreeMap::new(),
        shared: BTreeMap::new(),
        borne: BTreeMap::new(),
    };
    for (language, own) in bearers {
        let folder = folder(pages, taxonomy, language);
        let (terms, shared) = terms(pages, taxonomy, (language, &folder), own);
        for (at, term) in terms.iter().enumerate() {
            for id in &term.pages {
                made.borne.entry(*id).or_default().push(at);
            }
        }
        let title = pages.config.text(&taxonomy.title, language).to_owned();
        made.indexes.insert(language.clone(), (title, Address::of_folder(&folder)));
        made.terms.insert(language.clone(), terms);
        made.shared.insert(language.clone(), shared);
    }
    made
}

/// The terms of one language in the order of its alphabet, and the addresses that several of
/// them would have and none has.
fn terms(
    pages: &Pages,
    taxonomy: &config::Taxonomy,
    (language, folder): (&Language, &str),
    own: BTreeMap<String, Borne<'_>>,
) -> (Vec<Term>, Vec<Address>) {
    let name_of = |key: &str, borne: &Borne<'_>| match taxonomy.terms.get(key) {
        Some(name) => pages.config.text(name, language).to_owned(),
        None => borne.written.value.clone(),
    };
    // A name that is configured may be mended at any time, so no address is made of it.
    let part_of = |key: &str, borne: &Borne<'_>| match taxonomy.terms.contains_key(key) {
        true => pages.config.slug(taxonomy.slugs.get(key), key, language).to_owned(),
        false => borne.written.value.clone(),
    };
    let parts: BTreeMap<String, String> =
        own.iter().map(|(key, borne)| (key.clone(), part_of(key, borne))).collect();
    let plain = parts.iter().map(|(key, part)| (key.as_str(), part.as_str())).collect();
    let slugs = distinct_slugs(&plain);
    let address = |part: &str| Address::of_folder(&format!("{folder}/{}", address::part_of(part)));
    let mut terms: Vec<Term> = Vec::new();
    for (key, mut borne) in own {
        // The ids of pages are in order of their sources.
        borne.pages.sort_by_cached_key(|id| (sections::newest(pages, *id), *id));
        let address = address(slugs.get(key.as_str()).map_or("", String::as_str));
        let head = TermHead { name: name_of(&key, &borne), key, address };
        terms.push(Term { head, pages: borne.pages });
    }
    let taken: BTreeSet<&Address> = terms.iter().map(|term| &term.head.address).collect();
    let shared: BTreeSet<Address> = parts.values().map(|part| address(part)).collect();
    let shared = shared.into_iter().filter(|address| !taken.contains(address)).collect();
    let order = Order::of(language);
    terms.sort_by(|Term { head: a, .. }, Term { head: b, .. }| {
        order.compare(&a.name, &b.name).then_with(|| a.key.cmp(&b.key))
    });
    (terms, shared)
}

/// A term that is configured is its key; a free one is known by its name, so that “Gia đình”
/// and “gia đình” are one.
fn key_of(written: &str, taxonomy: &config::Taxonomy) -> String {
    if taxonomy.terms.is_empty() {
        Name::of(written).as_str().to_owned()
    } else {
        written.to_owned()
    }
}

/// Says so of free terms that differ by their marks only: one may be a slip.
fn near(
    pages: &Pages,
    taxonomy: &config::Taxonomy,
    own: &BTreeMap<String, Borne<'_>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut alike: BTreeMap<String, Vec<&Borne<'_>>> = BTreeMap::new();
    for borne in own.values() {
        alike.entry(Name::of(&borne.written.value).unmarked()).or_default().push(borne);
    }
    for mut terms in alike.into_values().filter(|terms| terms.len() > 1) {
        // The one that most pages bear is hardly the slip, and the one without marks easily is.
        let has_none = |name: Name| name.as_str() == name.unmarked();
        terms.sort_by_key(|borne| {
            (Reverse(borne.pages.len()), has_none(Name::of(&borne.written.value)))
        });
        let Some((first, others)) = terms.split_first() else { continue };
        for other in others {
            diagnostics.push(near_term(pages, taxonomy, other, first));
        }
    }
}

fn near_term(
    pages: &Pages,
    taxonomy: &config::Taxonomy,
    term: &Borne<'_>,
    other: &Borne<'_>,
) -> Diagnostic {
    let place = |borne: &Borne<'_>| {
        let document = borne.pages.first().map(|id| &pages.page(*id).document);
        let own = |document: &Document| {
            let own = document.meta.shared.terms.get(&taxonomy.name);
            own.is_some_and(|own| own.contains(borne.written))
        };
        document.map(|document| match own(document) {
            true => document.place(borne.written.span),
            // A section gives it.
            false => Place::file(&document.path),
        })
    };
    let (one, two) = (&term.written.value, &other.written.value);
    let at = place(other).map_or_else(String::new, |place| place.path.as_str().to_owned());
    let message = say!(
        "`{one}` và `{two}` (trong `{at}`) là hai từ phân loại: khác dấu là tên khác",
        "`{one}` and `{two}` (in `{at}`) are two terms: other marks make another name"
    );
    let name = &taxonomy.name;
    let hint = say!(
        "nếu là một thì viết giống nhau; nếu là hai thì liệt kê các từ của `{name}` trong `site.yaml`, ở `terms`",
        "if they are one, write them alike; if they are two, list the terms of `{name}` in `site.yaml`, under `terms`"
    );
    let fault = Diagnostic::warning(Code::NearName, message).hint(hint);
    place(term).map_or(fault.clone(), |place| fault.at(place))
}

fn folder(pages: &Pages, taxonomy: &config::Taxonomy, language: &Language) -> String {
    let slug = pages.config.slug(taxonomy.slug.as_ref(), &taxonomy.name, language);
    format!("{}{}", pages.config.prefix(language), address::part_of(slug))
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
            diagnostics.push(unknown_term::tell(page, term, taxonomy));
        }
    }
}
