//! The site map for people: every section with its pages, in each language that has a front
//! page.

use serde::Serialize;

use crate::content::Language;
use crate::outputs::pages::own_page::OwnPage;
use crate::outputs::pages::structured;
use crate::outputs::planner::Planner;
use crate::outputs::view::{Part, View, page::PageView, plain::Plain};
use crate::site::{Page, PageId};

/// The page.
pub(in crate::outputs) const PAGE: OwnPage =
    OwnPage { template: "sitemap.html", title: "site_map.title", slug: "site_map.slug" };

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
    let url = PAGE.address(planner, language)?.encoded();
    Some(Link { title: PAGE.title(planner, language)?, url })
}

/// What it shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    language: &'a Language,
) -> Option<(String, View<'a>)> {
    let home = planner.site.home(language)?;
    let frame = PAGE.frame(planner, language)?;
    let title = PAGE.title(planner, language)?;
    let mut view: View<'a> = frame.view(planner, PAGE.template, &[]);
    view.add("json_ld", || Part::safe(Some(structured::of_list(planner, &frame, &title))));
    view.add("map", || Part::own(&map(planner, home, language)));
    let plain = Plain::of_frame(planner, &frame, "site_map", title);
    view.page(PageView::without_body(plain));
    Some((PAGE.template.to_owned(), view))
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
