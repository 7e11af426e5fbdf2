//! The way out of sensitive pages, for people who may be watched.
//!
//! A page with `sensitive: true` has a link that leaves it at once, to the address that
//! `site.yaml` names or to a harmless page of the site's own, which also serves copies
//! without a network. That page says nothing of the site it belongs to.

use serde::Serialize;

use crate::content::Language;
use crate::outputs::Origin;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::pages;
use crate::outputs::planner::Planner;
use crate::outputs::view::{View, frame::Frame, page::PageView, plain::Plain};
use crate::site::{Address, Asked, Target};

/// The template of the harmless page.
const TEMPLATE: &str = "exit.html";

/// `exit`: where a sensitive page leads those who must leave it.
#[derive(Serialize)]
pub(crate) struct Exit<'a> {
    /// The address of another site.
    url: Option<&'a str>,
    /// The harmless page of this site, from its root.
    local: String,
    /// The page that says how to clear the traces of a visit.
    guide: Option<Guide<'a>>,
}

#[derive(Serialize)]
struct Guide<'a> {
    title: &'a str,
    url: String,
}

/// The way out for readers of a language; none where no page asks for one or the theme
/// has no page to lead to.
pub(crate) fn exit<'a>(planner: &Planner<'a>, language: &'a Language) -> Option<Exit<'a>> {
    if !has_exits(planner, language) {
        return None;
    }
    let config = &planner.site.structure().config;
    let url = config.text(&config.exit.url, language);
    Some(Exit {
        url: (!url.is_empty()).then_some(url),
        local: address(planner.site, language).encoded(),
        guide: guide(planner.site, language),
    })
}

/// The harmless page in each language.
pub(in crate::outputs) fn exits(planner: &Planner<'_>) -> Vec<Job> {
    let languages = planner.site.config.languages.iter().map(|language| &language.code);
    let languages = languages.filter(|code| planner.site.home(code).is_some());
    let jobs = languages.filter(|code| has_exits(planner, code)).filter_map(|language| {
        let path = address(planner.site, language).output()?;
        Some(Job {
            path,
            origin: Origin::Program(TEMPLATE),
            work: Subject::Exit(language.clone()).into(),
        })
    });
    jobs.collect()
}

/// What it shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    language: &Language,
) -> Option<(String, View<'a>)> {
    let home = planner.site.home(language)?;
    let address = address(planner.site, language);
    let frame = Frame {
        root: address.root(),
        address: address.clone(),
        versions: Vec::new(),
        feeds: Vec::new(),
        ..pages::frame(planner, home)
    };
    let mut view = frame.view(planner, TEMPLATE, &[]);
    let plain = Plain::of_frame(planner, &frame, "exit", String::new());
    view.page(PageView::without_body(plain));
    Some((TEMPLATE.to_owned(), view))
}

fn has_exits(planner: &Planner<'_>, language: &Language) -> bool {
    planner.theme.has(TEMPLATE) && planner.has_sensitive(language)
}

/// Its name says as little as the page.
fn address(site: Asked<'_>, language: &Language) -> Address {
    Address::of_folder(&format!("{}x", site.config.prefix(language)))
}

fn guide<'a>(site: Asked<'a>, language: &Language) -> Option<Guide<'a>> {
    let guide = site.resolve_setting(site.config.exit.guide.as_ref()?, language);
    let Ok(Target::Page(page, _)) = guide else { return None };
    let page = site.page(page);
    let page = site.page(*site.translations(page).get(language)?);
    Some(Guide { title: &page.document.meta.title, url: page.address.encoded() })
}
