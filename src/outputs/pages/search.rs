//! The page on which people search, in each language that has a front page.
//!
//! Its title and its address are words of the language file (`search.title` and `search.slug`). A
//! page of an author's at that address takes its place: then none is made, and no index. A theme
//! without the template has neither.

use serde::Serialize;

use crate::content::Language;
use crate::locale::slug_or_digest;
use crate::outputs::Origin;
use crate::outputs::files::search;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::pages;
use crate::outputs::planner::Planner;
use crate::outputs::view::{View, frame::Frame, page::PageView, plain::Plain};
use crate::site::{Address, SearchPart};

const TEMPLATE: &str = "search.html";

/// `search`: the way to it.
#[derive(Serialize)]
pub(crate) struct Link {
    title: String,
    /// The page, from the root of the site.
    url: String,
    /// The script that tells what there is, from the root of the site.
    index: String,
}

/// The way to the search page of a language; none where there is none.
pub(crate) fn link(planner: &Planner<'_>, language: &Language) -> Option<Link> {
    let url = address(planner, language)?.encoded();
    let index = search::address(language, SearchPart::Entry);
    Some(Link { title: planner.theme.marked(language, "search.title")?, url, index })
}

/// Where the search page of a language is.
fn address(planner: &Planner<'_>, language: &Language) -> Option<Address> {
    let site = planner.site;
    site.home(language).filter(|_| planner.theme.has(TEMPLATE))?;
    let word = planner.theme.text(language, "search.slug", &[])?;
    let name = slug_or_digest(&word);
    let address = Address::of_folder(&format!("{}{name}", site.config.prefix(language)));
    site.at(&address).is_none().then_some(address)
}

/// The search page of each language.
pub(in crate::outputs) fn searches(planner: &Planner<'_>) -> Vec<Job> {
    let made = versions(planner).into_iter().filter_map(|(language, address)| {
        let (path, work) = (address.output()?, Subject::SearchPage(language.clone()).into());
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
        address,
        versions: versions(planner),
        ancestors: vec![home],
        shared_as: None,
        ..pages::frame(planner, home)
    };
    let title = link(planner, language)?.title;
    let mut view: View<'a> = frame.view(planner, TEMPLATE, &[]);
    let plain = Plain::of_frame(planner, &frame, "search", title);
    view.page(PageView::without_body(plain));
    Some((TEMPLATE.to_owned(), view))
}
