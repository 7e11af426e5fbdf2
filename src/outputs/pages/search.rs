//! The page on which people search. Where a language has none, it has no index either.

use serde::Serialize;

use crate::content::Language;
use crate::outputs::files::search;
use crate::outputs::pages::own_page::OwnPage;
use crate::outputs::planner::Planner;
use crate::outputs::view::{View, page::PageView, plain::Plain};

/// The page.
pub(in crate::outputs) const PAGE: OwnPage =
    OwnPage { template: "search.html", title: "search.title", slug: "search.slug" };

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
    let url = PAGE.address(planner, language)?.encoded();
    let index = search::entry(language);
    Some(Link { title: PAGE.title(planner, language)?, url, index })
}

/// What it shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    language: &'a Language,
) -> Option<(String, View<'a>)> {
    let frame = PAGE.frame(planner, language)?;
    let title = PAGE.title(planner, language)?;
    let mut view: View<'a> = frame.view(planner, PAGE.template, &[]);
    let plain = Plain::of_frame(planner, &frame, "search", title);
    view.page(PageView::without_body(plain));
    Some((PAGE.template.to_owned(), view))
}
