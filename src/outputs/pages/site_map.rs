//! The site map for people: every section with its pages, in each language that has a front
//! page.
//!
//! Its title and its address are words of the language file (`site_map.title` and
//! `site_map.slug`), so a site can say them in its own way. A page of an author's at that
//! address takes its place: then none is made. A theme without the template has none.

use serde::Serialize;

use crate::content::Language;
use crate::locale::slug_or_digest;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::pages::structured;
use crate::outputs::planner::Planner;
use crate::outputs::view::{Part, View, frame::Frame, page::PageView, plain::Plain};
use crate::outputs::{Origin, pages};
use crate::site::{Address, Page, PageId};

const TEMPLATE: &str = "sitemap.html";

/// How many pages of one section are listed; its own list has the others.
const MOST_OF_A_SECTION: usize = 20;

/// How many pages are listed in all, so that a site of many sections has a light map too.
const MOST_PAGES: usize = 400;

/// How deep sections may lie in each other and still be listed.
const DEEPEST: usize = 12;

/// `site_map`: the way to it.
#[derive(Serialize)]
pub(crate) struct Link {
    title: String,
    url: String,
}

/// `map`: a section with what lies in it.
#[derive(Serialize)]
struct Branch<'a> {
    #[serde(flatten)]
    leaf: Leaf<'a>,
    pages: Vec<Leaf<'a>>,
    /// How many more pages there are than are listed.
    more: usize,
    sections: Vec<Branch<'a>>,
}

/// A page in the map.
#[derive(Serialize)]
struct Leaf<'a> {
    title: &'a str,
    url: String,
    lang: &'a Language,
    dir: &'a str,
    borrowed: bool,
}

/// The way to the site map of a language; none where there is none.
pub(crate) fn link(planner: &Planner<'_>, language: &Language) -> Option<Link> {
    let url = address(planner, language)?.encoded();
    Some(Link { title: planner.theme.marked(language, "site_map.title")?, url })
}

/// Where the site map of a language is.
pub(in crate::outputs) fn address(planner: &Planner<'_>, language: &Language) -> Option<Address> {
    let site = planner.site;
    site.home(language).filter(|_| planner.theme.has(TEMPLATE))?;
    let word = planner.theme.text(language, "site_map.slug", &[])?;
    let name = slug_or_digest(&word);
    let address = Address::of_folder(&format!("{}{name}", site.config.prefix(language)));
    site.at(&address).is_none().then_some(address)
}

/// The site map of each language.
pub(in crate::outputs) fn site_maps(planner: &Planner<'_>) -> Vec<Job> {
    let made = versions(planner).into_iter().filter_map(|(language, address)| {
        let (path, work) = (address.output()?, Subject::SiteMap(language.clone()).into());
        Some(Job { path, origin: Origin::Program(TEMPLATE), work })
    });
    made.collect()
}

/// The languages that have one, each with its address.
pub(in crate::outputs) fn versions<'a>(planner: &Planner<'a>) -> Vec<(&'a Language, Address)> {
    let config = &planner.site.structure().config;
    let languages = config.languages.iter().map(|language| &language.code);
    languages.filter_map(|code| Some((code, address(planner, code)?))).collect()
}

/// What it shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    language: &'a Language,
) -> Option<(String, View<'a>)> {
    let home = planner.site.home(language)?;
    let address = address(planner, language)?;
    let frame = Frame {
        root: address.root(),
        address: address.clone(),
        versions: versions(planner),
        ancestors: vec![home],
        shared_as: None,
        ..pages::frame(planner, home)
    };
    let title = link(planner, language)?.title;
    let mut view: View<'a> = frame.view(planner, TEMPLATE, &[]);
    view.add("json_ld", || Part::safe(Some(structured::of_list(planner, &frame, &title))));
    view.add("map", || Part::own(&map(planner, home, language)));
    let plain = Plain::of_frame(planner, &frame, "site_map", title);
    view.add("page", || Part::Page(Box::new(PageView::without_body(plain))));
    Some((TEMPLATE.to_owned(), view))
}

fn map<'a>(planner: &Planner<'a>, home: PageId, language: &'a Language) -> Branch<'a> {
    let sections = planner.site.sections.keys().filter(|(_, own)| own == language).count();
    let most = (MOST_PAGES / sections.max(1)).clamp(1, MOST_OF_A_SECTION);
    branch(planner, home, language, (most, DEEPEST))
}

fn branch<'a>(
    planner: &Planner<'a>,
    id: PageId,
    language: &'a Language,
    (most, depth): (usize, usize),
) -> Branch<'a> {
    let site = planner.site;
    let structure = site.structure();
    let page: &'a Page = site.page(id);
    let is_shown = |id: &&PageId| site.page(**id).shared.draft != Some(true);
    let leaf = move |page: &'a Page| Leaf {
        title: &page.document.meta.title,
        url: structure.address_for(page, language).encoded(),
        lang: page.language(),
        dir: &structure.config.language(page.language()).direction,
        borrowed: page.language() != language,
    };
    let own = structure.sections.get(&(page.document.folder().to_owned(), language.clone()));
    let (mut pages, mut sections) = (Vec::new(), Vec::new());
    let mut more = 0;
    if let Some(own) = own {
        let shown: Vec<&PageId> = own.pages.iter().filter(is_shown).collect();
        more = shown.len().saturating_sub(most);
        pages = shown.into_iter().take(most).map(|id| leaf(site.page(*id))).collect();
        let below = own.subsections.iter().filter(is_shown).filter(|_| depth > 1);
        sections = below.map(|id| branch(planner, *id, language, (most, depth - 1))).collect();
    }
    Branch { leaf: leaf(page), pages, more, sections }
}
