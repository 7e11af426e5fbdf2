//! Which feeds a page tells of.

use serde::Serialize;

use crate::content::Language;
use crate::outputs::events::SchedulePage;
use crate::outputs::files::feeds::{areas, section_title, titled};
use crate::outputs::named;
use crate::outputs::pages::schedule;
use crate::outputs::planner::Planner;
use crate::site::{Address, PageId, Term};

/// A link from a page to a feed, as templates see it.
#[derive(Clone, Serialize)]
pub(crate) struct FeedLink {
    title: String,
    url: String,
    #[serde(rename = "type")]
    media_type: &'static str,
}

/// The feeds that a reader of a page may want: those of its language and its section.
pub(in crate::outputs) fn for_page(planner: &Planner<'_>, id: PageId) -> Vec<FeedLink> {
    let site = planner.site;
    let page = site.page(id);
    let mut links = for_home(planner, page.language());
    let own = page.document.is_section().then_some(id);
    let section = own.or_else(|| site.section_of(page).map(|section| section.page));
    let below_home = |id: &PageId| !site.page(*id).document.folder().is_empty();
    if let Some(id) = section.filter(below_home).filter(|id| planner.has_feed(*id)) {
        let section = site.page(id);
        let title = section_title(planner, page.language(), section);
        links.push(atom(title, &section.address));
    }
    links
}

/// The feeds of a language.
pub(in crate::outputs) fn for_home(planner: &Planner<'_>, language: &Language) -> Vec<FeedLink> {
    let site = planner.site;
    let home = site.home(language).filter(|home| planner.has_feed(*home));
    let Some(home) = home.map(|home| site.page(home)) else { return Vec::new() };
    let title = site.config.text(&site.config.title, language).to_owned();
    let json = FeedLink {
        title: title.clone(),
        url: format!("{}feed.json", home.address.folder()),
        media_type: "application/feed+json",
    };
    vec![atom(title, &home.address), json]
}

/// The feeds that a reader of a term's list may want.
pub(in crate::outputs) fn for_term(
    planner: &Planner<'_>,
    language: &Language,
    term: &Term,
) -> Vec<FeedLink> {
    let mut links = for_home(planner, language);
    let dated = term.pages.iter().any(|id| planner.site.page(*id).document.meta.date.is_some());
    if dated && planner.site.config.base_url.is_some() {
        links.push(atom(titled(planner, language, &term.head.name), &term.head.address));
    }
    links
}

/// The feeds that a reader of the page of an area may want.
pub(in crate::outputs) fn for_area(planner: &Planner<'_>, id: PageId, key: &str) -> Vec<FeedLink> {
    let page = planner.site.page(id);
    let mut links = for_home(planner, page.language());
    let own = SchedulePage::of(planner, page);
    if own.and_then(|own| areas::address(own, key)).is_some() {
        let area = named::area(planner, page.language(), key).name;
        let title = titled(planner, page.language(), &format!("{} – {area}", page.told_title()));
        links.push(atom(title, &schedule::area_address(page, key)));
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
