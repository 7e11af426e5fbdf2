//! Feeds: what is new, for feed readers, in Atom (RFC 4287) and JSON (jsonfeed.org 1.1).
//!
//! Each language, each section, each term and each area of a schedule has one. They hold absolute addresses, so
//! a site without `base_url` has none.

mod areas;
mod links;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::content::Language;
use crate::outputs::formats::{Entry, Feed};
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::pages::lists::TermId;
use crate::outputs::planner::Planner;
use crate::outputs::{Origin, Recipe};
use crate::public::OutputPath;
use crate::site::{Address, Page, PageId, WholeTerm};
use crate::sources::SourcePath;

pub(in crate::outputs) use areas::address as area_address;
pub(crate) use links::FeedLink;
pub(in crate::outputs) use links::{for_area, for_home, for_page, for_term};

/// The form of a feed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in crate::outputs) enum Format {
    /// Atom.
    Atom,
    /// JSON.
    Json,
}

impl Format {
    fn file_name(self) -> &'static str {
        match self {
            Format::Atom => "atom.xml",
            Format::Json => "feed.json",
        }
    }
}

/// What a feed is made for.
#[derive(Hash)]
pub(in crate::outputs) enum Feeds {
    /// A section, by its folder and language; the whole language for the folder of the root.
    Section(String, Language),
    /// A term.
    Term(TermId),
    /// The events of a schedule in the area of this key.
    Area(PageId, String),
}

/// What a feed tells of.
struct Scope<'a> {
    title: String,
    language: &'a Language,
    /// The page whose news it gives.
    address: Address,
    /// What is new, the newest first.
    entries: Vec<Entry>,
}

/// Every feed of the site.
pub(in crate::outputs) fn feeds(planner: &Planner<'_>) -> Vec<Job> {
    let site = planner.site;
    let mut jobs = Vec::new();
    if site.config.base_url.is_none() {
        return jobs;
    }
    let mut add = |address: &Address, scope: Feeds, format: Format| {
        let path = OutputPath::parse(&format!("{}{}", address.folder(), format.file_name()));
        let origin = Origin::Program("feed");
        jobs.extend(path.map(|path| Job {
            path,
            origin,
            work: Subject::Feed(scope, format).into(),
        }));
    };
    let dated = dated_folders(planner);
    for ((folder, language), section) in &site.sections {
        if dated.contains(&(folder.as_str(), language)) {
            for format in [Format::Atom, Format::Json] {
                let scope = Feeds::Section(folder.clone(), language.clone());
                add(&site.page(section.page).address, scope, format);
            }
        }
    }
    for (taxonomy, own) in site.taxonomies().iter().enumerate() {
        for (language, terms) in &own.terms {
            for own in terms {
                let is_dated = |id: &PageId| site.page(*id).document.meta.date.is_some();
                if own.pages.iter().any(is_dated) {
                    let (language, key) = (language.clone(), own.head.key.clone());
                    let term = TermId { taxonomy, language, key };
                    add(&own.head.address, Feeds::Term(term), Format::Atom);
                }
            }
        }
    }
    for (address, scope) in areas::all(planner) {
        add(&address, scope, Format::Atom);
    }
    jobs
}

/// The folders around a page with a date, each with the language of the page.
fn dated_folders<'a>(planner: &Planner<'a>) -> BTreeSet<(&'a str, &'a Language)> {
    let pages = planner.site.ids().map(|(_, page)| page);
    let pages = pages.filter(|page| page.document.meta.date.is_some());
    let pages = pages.filter(|page| !page.document.is_section());
    let folders = pages.flat_map(|page| {
        let stem = page.document.stem.as_str();
        let above = stem.match_indices('/').map(|(at, _)| &stem[..at]);
        above.chain([""]).map(|folder| (folder, page.language()))
    });
    folders.collect()
}

/// How a feed is made. None where it would be empty.
pub(in crate::outputs) fn recipe<'a>(
    planner: &Planner<'a>,
    feed: &'a Feeds,
    format: Format,
) -> Option<Recipe<'a>> {
    let scope = match feed {
        Feeds::Section(folder, language) => section_scope(planner, folder, language)?,
        Feeds::Term(term) => {
            let (language, WholeTerm { term, .. }) = (&term.language, term.of(planner)?);
            let pages = term.pages.iter().map(|id: &PageId| planner.site.page(*id));
            Scope {
                title: titled(planner, language, &term.head.name),
                language,
                address: term.head.address.clone(),
                entries: entries(planner, pages),
            }
        }
        Feeds::Area(id, key) => areas::scope(planner, *id, key)?,
    };
    let feed = self::feed(planner, scope, format.file_name())?;
    Some(match format {
        Format::Atom => Recipe::Atom(feed),
        Format::Json => Recipe::JsonFeed(feed),
    })
}

fn section_scope<'a>(
    planner: &Planner<'a>,
    folder: &'a str,
    language: &'a Language,
) -> Option<Scope<'a>> {
    let site = planner.site;
    let section = site.structure().sections.get(&(folder.to_owned(), language.clone()))?;
    let inside = site.ids().map(|(_, page)| page).filter(|page| {
        let within = page.document.stem.strip_prefix(folder);
        let within = within.is_some_and(|rest| folder.is_empty() || rest.starts_with('/'));
        page.language() == language && within && !page.document.is_section()
    });
    let page = site.page(section.page);
    let title = if folder.is_empty() {
        site.config.text(&site.config.title, language).to_owned()
    } else {
        section_title(planner, language, page)
    };
    let address = page.address.clone();
    Some(Scope { title, language, address, entries: entries(planner, inside) })
}

fn titled(planner: &Planner<'_>, language: &Language, title: &str) -> String {
    let config = &planner.site.config;
    format!("{title} – {}", config.text(&config.title, language))
}

/// The title of a section's feed. One that hides its title hides whose it is too.
fn section_title(planner: &Planner<'_>, language: &Language, page: &Page) -> String {
    let neutral = page.shared.neutral_title.clone();
    neutral.unwrap_or_else(|| titled(planner, language, &page.document.meta.title))
}

/// What is told of these pages.
fn entries<'a>(planner: &Planner<'a>, pages: impl Iterator<Item = &'a Page>) -> Vec<Entry> {
    dated(planner, pages).into_iter().filter_map(|page| entry(planner, page)).collect()
}

/// The pages with a date, newest first, as many as a feed holds.
fn dated<'a>(planner: &Planner<'a>, pages: impl Iterator<Item = &'a Page>) -> Vec<&'a Page> {
    let (zone, limit) = (&planner.site.config.timezone, planner.site.config.feed_limit);
    let mut dated: Vec<(Reverse<Timestamp>, &SourcePath, &Page)> = pages
        .filter_map(|page| {
            let date = page.document.meta.date.as_ref()?;
            Some((Reverse(date.value.start(zone)), &page.document.path, page))
        })
        .collect();
    let key = |page: &(Reverse<Timestamp>, &'a SourcePath, &Page)| (page.0, page.1);
    if dated.len() > limit {
        // Of a large site only what is shown is sorted.
        dated.select_nth_unstable_by_key(limit, key);
        dated.truncate(limit);
    }
    dated.sort_by_key(key);
    dated.into_iter().map(|(_, _, page)| page).collect()
}

fn feed(planner: &Planner<'_>, scope: Scope<'_>, name: &str) -> Option<Feed> {
    let config = &planner.site.config;
    let base = config.base_url.as_ref()?;
    let text = |key: &str| {
        let text = config.publisher.get(key);
        text.map(|text| config.text(text, scope.language).to_owned())
    };
    let title = config.text(&config.title, scope.language);
    Some(Feed {
        title: scope.title,
        subtitle: config.text(&config.description, scope.language).to_owned(),
        language: scope.language.clone(),
        home: scope.address.absolute(base),
        address: base.join(&format!("{}{name}", scope.address.folder())),
        author: text("name").unwrap_or_else(|| title.to_owned()),
        rights: text("reuse").unwrap_or_default(),
        // The newest entry, not the clock: two builds of one site are the same bytes.
        updated: scope.entries.iter().map(|entry| entry.updated.clone()).max()?,
        entries: scope.entries,
    })
}

fn entry(planner: &Planner<'_>, page: &Page) -> Option<Entry> {
    let (meta, zone) = (&page.document.meta, &planner.site.config.timezone);
    let date = meta.date.as_ref()?.value;
    let updated = meta.updated.as_ref().map_or(date, |updated| updated.value);
    let summary = meta.description.as_ref().or(meta.summary.as_ref());
    let summary = summary.unwrap_or(&page.document.outline.opening);
    // A feed is read where others see it, on screens of telephones and by robots.
    let is_told = page.shared.neutral_title.is_none();
    // What is invented must not go round as news.
    let label = planner.theme.text(page.language(), "sample.label", &[]);
    let label = label.filter(|_| is_told && page.shared.sample == Some(true));
    let title = page.told_title();
    Some(Entry {
        title: label.map_or_else(|| title.to_owned(), |label| format!("[{label}] {title}")),
        url: planner.permalink(&page.address)?,
        language: page.language().clone(),
        published: date.rfc3339(zone),
        updated: updated.rfc3339(zone),
        summary: is_told.then(|| summary.clone()),
        author: page.shared.credit().filter(|_| is_told),
    })
}
