//! Feeds: what is new, for feed readers, in Atom (RFC 4287) and JSON (jsonfeed.org 1.1).
//!
//! Each language, each section and each term has one. They hold absolute addresses, so
//! a site without `base_url` has none.

mod formats;

use serde::Serialize;

use crate::content::Language;
use crate::outputs::planner::Planner;
use crate::outputs::{Origin, Output, Recipe};
use crate::public::OutputPath;
use crate::site::{Address, Page, PageId, Term};

/// A link from a page to a feed, as templates see it.
#[derive(Clone, Serialize)]
pub(crate) struct FeedLink {
    title: String,
    url: String,
    #[serde(rename = "type")]
    media_type: &'static str,
}

/// A feed.
#[derive(Serialize)]
pub struct Feed {
    title: String,
    subtitle: String,
    language: Language,
    home: String,
    address: String,
    author: String,
    rights: String,
    updated: String,
    entries: Vec<Entry>,
}

/// An entry of a feed.
#[derive(Serialize)]
struct Entry {
    title: String,
    url: String,
    language: Language,
    published: String,
    updated: String,
    /// None of a page that hides its title.
    summary: Option<String>,
    /// Who speaks, where it is not who publishes the site.
    author: Option<String>,
}

/// What a feed is made for.
struct Scope<'a> {
    title: String,
    language: &'a Language,
    /// The page whose news it gives.
    address: Address,
    /// The pages with a date, newest first.
    pages: Vec<&'a Page>,
    has_json: bool,
}

/// Every feed of the site.
pub(super) fn feeds<'a>(planner: &Planner<'a>) -> Vec<Output<'a>> {
    if planner.site.config.base_url.is_none() {
        return Vec::new();
    }
    let mut outputs = Vec::new();
    for scope in scopes(planner) {
        let mut add = |name: &str, recipe: fn(Feed) -> Recipe<'a>| {
            let path = OutputPath::parse(&format!("{}{name}", scope.address.folder()));
            if let (Some(path), Some(feed)) = (path, feed(planner, &scope, name)) {
                outputs.push(Output {
                    path,
                    recipe: recipe(feed),
                    origin: Origin::Program("feed"),
                });
            }
        };
        add("atom.xml", Recipe::Atom);
        if scope.has_json {
            add("feed.json", Recipe::JsonFeed);
        }
    }
    outputs
}

fn scopes<'a>(planner: &Planner<'a>) -> Vec<Scope<'a>> {
    let site = planner.site;
    let mut scopes = Vec::new();
    for ((folder, language), section) in &site.sections {
        let inside = site.pages.iter().filter(|page| {
            let within = page.document.stem.strip_prefix(folder.as_str());
            let within = within.is_some_and(|rest| folder.is_empty() || rest.starts_with('/'));
            page.language() == language && within && !page.document.is_section()
        });
        let page = site.page(section.page);
        let title = if folder.is_empty() {
            site.config.text(&site.config.title, language).to_owned()
        } else {
            section_title(planner, language, page)
        };
        let pages = dated(planner, inside.collect());
        scopes.push(Scope {
            title,
            language,
            address: page.address.clone(),
            pages,
            has_json: true,
        });
    }
    for taxonomy in &site.taxonomies {
        for (language, terms) in &taxonomy.terms {
            for term in terms {
                let pages = term.pages.iter().map(|id: &PageId| site.page(*id)).collect();
                scopes.push(Scope {
                    title: titled(planner, language, &term.name),
                    language,
                    address: term.address.clone(),
                    pages: dated(planner, pages),
                    has_json: false,
                });
            }
        }
    }
    scopes.retain(|scope| !scope.pages.is_empty());
    scopes
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

/// The pages with a date, newest first, as many as a feed holds.
fn dated<'a>(planner: &Planner<'a>, mut pages: Vec<&'a Page>) -> Vec<&'a Page> {
    let zone = &planner.site.config.timezone;
    pages.retain(|page| page.document.meta.date.is_some());
    pages.sort_by_cached_key(|page| {
        let date = page.document.meta.date.as_ref().map(|date| date.value.start(zone));
        (std::cmp::Reverse(date), page.document.path.clone())
    });
    pages.truncate(planner.site.config.feed_limit);
    pages
}

fn feed(planner: &Planner<'_>, scope: &Scope<'_>, name: &str) -> Option<Feed> {
    let config = &planner.site.config;
    let base = config.base_url.as_ref()?;
    let entries: Vec<Entry> = scope.pages.iter().filter_map(|page| entry(planner, page)).collect();
    let text = |key: &str| {
        let text = config.publisher.get(key);
        text.map(|text| config.text(text, scope.language).to_owned())
    };
    let title = config.text(&config.title, scope.language);
    Some(Feed {
        title: scope.title.clone(),
        subtitle: config.text(&config.description, scope.language).to_owned(),
        language: scope.language.clone(),
        home: scope.address.absolute(base),
        address: base.join(&format!("{}{name}", scope.address.folder())),
        author: text("name").unwrap_or_else(|| title.to_owned()),
        rights: text("reuse").unwrap_or_default(),
        // The newest entry, not the clock: two builds of one site are the same bytes.
        updated: entries.iter().map(|entry| entry.updated.clone()).max()?,
        entries,
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

/// The feeds that a reader of a page may want: those of its language and its section.
pub(super) fn for_page(planner: &Planner<'_>, page: &Page) -> Vec<FeedLink> {
    let site = planner.site;
    let mut links = for_home(planner, page.language());
    let own = page.document.is_section().then_some(page);
    let section = own.or_else(|| site.section_of(page).map(|section| site.page(section.page)));
    let below_home = |section: &&Page| !section.document.folder().is_empty();
    if let Some(section) = section.filter(below_home).filter(|section| planner.has_feed(section)) {
        let title = section_title(planner, page.language(), section);
        links.push(atom(title, &section.address));
    }
    links
}

/// The feeds of a language.
pub(super) fn for_home(planner: &Planner<'_>, language: &Language) -> Vec<FeedLink> {
    let site = planner.site;
    let home = site.home(language).map(|home| site.page(home));
    let Some(home) = home.filter(|home| planner.has_feed(home)) else { return Vec::new() };
    let title = site.config.text(&site.config.title, language).to_owned();
    let json = FeedLink {
        title: title.clone(),
        url: format!("{}feed.json", home.address.folder()),
        media_type: "application/feed+json",
    };
    vec![atom(title, &home.address), json]
}

/// The feeds that a reader of a term's list may want.
pub(super) fn for_term(planner: &Planner<'_>, language: &Language, term: &Term) -> Vec<FeedLink> {
    let mut links = for_home(planner, language);
    let dated = term.pages.iter().any(|id| planner.site.page(*id).document.meta.date.is_some());
    if dated && planner.site.config.base_url.is_some() {
        links.push(atom(titled(planner, language, &term.name), &term.address));
    }
    links
}

fn atom(title: String, address: &Address) -> FeedLink {
    FeedLink {
        title,
        url: format!("{}atom.xml", address.folder()),
        media_type: "application/atom+xml",
    }
}
