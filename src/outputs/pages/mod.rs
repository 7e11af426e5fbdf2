//! One page of HTML for each page of the site, and the pages that lead to them.

pub(in crate::outputs) mod below;
pub(in crate::outputs) mod book;
pub(in crate::outputs) mod exit;
pub(in crate::outputs) mod front;
pub(in crate::outputs) mod lists;
mod own_page;
pub(in crate::outputs) mod pager;
pub(in crate::outputs) mod redirects;
pub(in crate::outputs) mod schedule;
pub(in crate::outputs) mod search;
pub(in crate::outputs) mod site_map;
pub(in crate::outputs) mod structured;
pub(in crate::outputs) mod terms;

use crate::content::{Component, Kind, Language, Piece};
use crate::diagnostics::{Checked, Code, Diagnostic, Fix, did_you_mean, say};
use crate::outputs::Origin;
use crate::outputs::files::feeds;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::planner::Planner;
use crate::outputs::view::{Part, View, frame::Frame, page, plain::Plain};
use crate::site::{Address, Page, PageId};
use crate::theme::PICTURE;

/// A page of the site, or its copy in the part of a language that lacks it.
#[derive(Hash)]
pub(in crate::outputs) struct Shown {
    id: PageId,
    /// The language of the copy.
    copy: Option<Language>,
}

/// The pages of the site, and the copies of those that a language lacks and wants to have in
/// its own part. A section's further list pages are made elsewhere.
pub(in crate::outputs) fn pages(planner: &Planner<'_>) -> Vec<Job> {
    let site = planner.site;
    // What is the text of a list has no page beside it.
    let is_text = |page: &Page| site.structure().texts.contains_key(&page.address);
    let own = site.ids().filter(|(_, page)| !is_text(page));
    let own = own.map(|(id, page)| (Shown { id, copy: None }, &page.address));
    let copies = site.structure().copies();
    let copies =
        copies.map(|(reader, id, address)| (Shown { id, copy: Some(reader.clone()) }, address));
    let jobs = own.chain(copies).filter_map(|(shown, address)| {
        let origin = Origin::Source(site.page(shown.id).document.path.clone());
        Some(Job { path: address.output()?, origin, work: Subject::Page(shown).into() })
    });
    jobs.collect()
}

/// What a page shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    job: &'a Shown,
) -> Checked<(String, View<'a>)> {
    let page: &'a Page = planner.site.page(job.id);
    let own = frame(planner, job.id);
    let copy = job
        .copy
        .as_ref()
        .and_then(|reader| Some((reader, planner.site.structure().copy_address(page, reader)?)));
    let frame = match copy {
        Some(copy) => copy_frame(planner, own, copy),
        None => own,
    };
    let Checked { value: (template, mut view), diagnostics } = shown(planner, job.id, &frame);
    if matches!(page.document.kind, Kind::Section(_)) {
        lists::first_page(planner, page, &mut view);
    }
    front::parts(planner, page, &mut view);
    Checked { value: (template, view), diagnostics }
}

/// Chooses the template of a page and makes its view. A section's list is added later.
pub(in crate::outputs) fn shown<'a>(
    planner: &Planner<'a>,
    id: PageId,
    frame: &Frame<'a>,
) -> Checked<(String, View<'a>)> {
    let page: &'a Page = planner.site.page(id);
    let Checked { value: own, mut diagnostics } = page::of_page(planner, id, frame);
    let template = template(planner, page, &mut diagnostics);
    let mut called = Vec::new();
    components_of(planner, page, &mut called);
    let mut view = frame.view(planner, &template, &called);
    let image = own.plain.image.as_ref();
    view.add("json_ld", || Part::safe(structured::of_page(planner, id, frame, image)));
    view.page(own);
    neighbours(planner, id, frame, &mut view);
    Checked { value: (template, view), diagnostics }
}

/// The components that the texts of a page call.
pub(in crate::outputs) fn components_of<'a>(
    planner: &Planner<'a>,
    page: &'a Page,
    called: &mut Vec<&'a str>,
) {
    components(&planner.body(&page.document).pieces, called);
    if let Kind::Plan(plan) = &page.document.kind {
        let bodies = plan.tasks.iter().filter_map(|task| task.body.as_ref());
        bodies.for_each(|body| components(&body.pieces, called));
    }
}

/// The frame of a page of the site.
pub(in crate::outputs) fn frame<'a>(planner: &Planner<'a>, id: PageId) -> Frame<'a> {
    let site = planner.site;
    let page = site.page(id);
    let versions = site.structure().translations(page).iter();
    Frame {
        language: page.language(),
        reader: page.language(),
        address: page.address.clone(),
        root: page.address.root(),
        versions: versions
            .map(|(language, id)| (language, site.page(*id).address.clone()))
            .collect(),
        lent: Vec::new(),
        feeds: feeds::for_page(planner, id),
        ancestors: site.ancestors(page),
        shared_as: Some(id),
        shared_event: None,
    }
}

/// The same frame in the part of the site of a language that lacks the page: its menus, its
/// feeds and its section around the original.
fn copy_frame<'a>(
    planner: &Planner<'a>,
    own: Frame<'a>,
    (reader, address): (&'a Language, &'a Address),
) -> Frame<'a> {
    let site = planner.site;
    // A section that is not translated is passed over on the way up.
    let mut above = own.ancestors.iter().rev().map(|id| site.page(*id));
    let section = above.find_map(|section| site.counterpart(section, reader));
    let above = section.map(|id| site.ancestors(site.page(id)).into_iter().chain([id]).collect());
    Frame {
        reader,
        address: address.clone(),
        root: address.root(),
        feeds: feeds::for_home(planner, reader),
        ancestors: above.unwrap_or_default(),
        ..own
    }
}

/// The templates of what the program makes besides pages, which get other values.
const NOT_FOR_PAGES: &[&str] = &[
    "404.html",
    "base.html",
    "book.html",
    "event.html",
    "exit.html",
    "plan_matrix.html",
    "plan_units.html",
    "redirect.html",
    "schedule_area.html",
    "schedule_areas.html",
    "schedule_audiences.html",
    "schedule_groups.html",
    "schedule_months.html",
    "schedule_places.html",
    "search.html",
    "sitemap.html",
    "taxonomy.html",
    "term.html",
];

/// Whether a template shows a page, as far as its name tells.
fn is_for_pages(name: &str) -> bool {
    !name.contains('/') && !NOT_FOR_PAGES.contains(&name)
}

/// The template that a page asks for, or the one of its kind.
pub(in crate::outputs) fn template(
    planner: &Planner<'_>,
    page: &Page,
    all: &mut Vec<Diagnostic>,
) -> String {
    let own = page.shared.template.as_ref();
    if let Some(own) = own {
        let name = if own.value.ends_with(".html") {
            own.value.clone()
        } else {
            format!("{}.html", own.value)
        };
        let is_there = planner.theme.has(&name);
        if is_there && is_for_pages(&name) {
            return name;
        }
        let written = &own.value;
        let message = if is_there {
            say!(
                "mẫu `{written}` không dành cho bài viết",
                "the template `{written}` is not for pages"
            )
        } else {
            say!("giao diện không có mẫu `{written}`", "the theme has no template `{written}`")
        };
        let known = planner.theme.template_names().filter(|name| is_for_pages(name));
        let known = known.map(|name| name.trim_end_matches(".html"));
        let written = written.trim_end_matches(".html");
        let hint = did_you_mean(written, known.clone());
        let fault = Diagnostic::error(Code::UnknownTemplate, message).hint(hint);
        let fault = Diagnostic { fix: Fix::nearest(own.span, written, known), ..fault };
        all.push(fault.at(page.document.place(own.span)));
    }
    let is_home = page.document.stem == "_index";
    let by_kind = format!("{}.html", page.document.kind.name());
    let name =
        if is_home && planner.theme.has("home.html") { "home.html".to_owned() } else { by_kind };
    if planner.theme.has(&name) { name } else { "page.html".to_owned() }
}

fn components<'a>(pieces: &'a [Piece], called: &mut Vec<&'a str>) {
    for piece in pieces {
        match piece {
            Piece::Component(Component { name, body, .. }) => {
                called.push(name);
                components(body.as_deref().unwrap_or_default(), called);
            }
            Piece::Image(_) => called.push(PICTURE),
            Piece::Html(_) | Piece::Link(_) | Piece::Number(_) => {}
        }
    }
}

/// The pages before and after this one in its section, in its own language. A copy stands in
/// no row.
fn neighbours<'a>(planner: &Planner<'a>, id: PageId, frame: &Frame<'a>, view: &mut View<'a>) {
    let own = planner.site.neighbours.get(&id).filter(|_| frame.reader == frame.language);
    let [newer, older] = own.copied().unwrap_or_default();
    let part = |id: Option<PageId>| match id {
        Some(id) => Part::Shared(planner.card(id, frame.reader)),
        None => Part::none(),
    };
    view.add("newer", || part(newer));
    view.add("older", || part(older));
}

const NOT_FOUND: &str = "404.html";

/// The page that a server shows where there is none, in each language that has a front page.
pub(in crate::outputs) fn not_found(planner: &Planner<'_>) -> Vec<Job> {
    let site = planner.site;
    if !planner.theme.has(NOT_FOUND) {
        return Vec::new();
    }
    let languages = site.config.languages.iter().map(|language| &language.code);
    let languages = languages.filter(|code| site.home(code).is_some());
    let jobs = languages.filter_map(|language| {
        let path = not_found_address(planner, language).output()?;
        let work = Subject::NotFound(language.clone()).into();
        Some(Job { path, origin: Origin::Program(NOT_FOUND), work })
    });
    jobs.collect()
}

fn not_found_address(planner: &Planner<'_>, language: &Language) -> Address {
    Address::of_file(&format!("{}{NOT_FOUND}", planner.site.config.prefix(language)))
}

/// What that page shows, and by which template.
pub(in crate::outputs) fn not_found_view<'a>(
    planner: &Planner<'a>,
    language: &Language,
) -> Option<(String, View<'a>)> {
    let home = planner.site.home(language)?;
    let address = not_found_address(planner, language);
    // It is shown at any depth, so its links begin at the root of the server.
    let base = planner.site.config.base_url.as_ref();
    let root = base.map_or_else(|| address.root(), |base| base.path().to_owned());
    let frame =
        Frame { root, address: address.clone(), versions: Vec::new(), ..frame(planner, home) };
    let mut view = frame.view(planner, NOT_FOUND, &[]);
    let mut plain = Plain::of_frame(planner, &frame, "not_found", "404".to_owned());
    // It has no address of its own.
    plain.permalink = None;
    view.page(page::PageView::without_body(plain));
    view.add("own_root", || Part::own(&address.root()));
    Some((NOT_FOUND.to_owned(), view))
}
