//! Many pages printed as one document: a section, a plan with all that carries it out, or
//! pages that somebody picked.
//!
//! In: the pages that say `print: book`. Out: a page below each, with a table of contents
//! and every page as a chapter. It leads to no list, feed or sitemap, and search engines are
//! asked to leave it alone: all that it says is said elsewhere. The name of its folder is a
//! word of the theme. A theme that has no template for it has none.
//!
//! A chapter is the page as its own template shows it, taken out of its `<main>`. So
//! `render` makes it from the view of that page, and [`bind`](bind::bind) fits it in.

mod bind;
mod chapters;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Value};

use crate::content::Language;
use crate::diagnostics::Checked;
use crate::memo::Digest;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::planner::Planner;
use crate::outputs::render::Sheet;
use crate::outputs::view::{
    View,
    frame::Frame,
    page::{self, PageView, Prose},
    plain::Plain,
};
use crate::outputs::{Origin, pages};
use crate::site::{Address, Page, PageId};
use crate::theme::Theme;

use bind::Binding;

/// The template of a book.
const TEMPLATE: &str = "book.html";

/// The key of its folder's name among the theme's words.
const FOLDER: &str = "book.folder";

/// All that a book is made from.
#[derive(Serialize)]
pub struct Book<'a> {
    root: String,
    view: View<'a>,
    chapters: Vec<Chapter<'a>>,
}

/// A page that is part of a book.
#[derive(Serialize)]
struct Chapter<'a> {
    title: &'a str,
    lang: &'a Language,
    dir: &'a str,
    /// Its own page, as links inside the site name it.
    url: String,
    /// Whether it is invented for illustration.
    sample: bool,
    template: String,
    view: View<'a>,
}

/// A chapter as `book.html` sees it.
#[derive(Serialize)]
struct Bound<'c> {
    id: &'c str,
    title: &'c str,
    lang: &'c Language,
    dir: &'c str,
    sample: bool,
    content: String,
}

/// Every book of the site. What cannot stand in one is said.
pub(in crate::outputs) fn books(planner: &Planner<'_>) -> Checked<Vec<Job>> {
    let (mut jobs, mut diagnostics) = (Vec::new(), Vec::new());
    for (id, page) in planner.site.ids() {
        if page.document.meta.booklet.is_some() {
            diagnostics.extend(chapters::of(planner.site, id).diagnostics);
            let origin = Origin::Source(page.document.path.clone());
            let path = address(planner, id).and_then(|address| address.output());
            jobs.extend(path.map(|path| Job { path, origin, work: Subject::Book(id).into() }));
        }
    }
    Checked { value: jobs, diagnostics }
}

/// Where the book of a page is; none if it has none.
pub(crate) fn address(planner: &Planner<'_>, id: PageId) -> Option<Address> {
    let page = planner.site.page(id);
    page.document.meta.booklet.as_ref().filter(|_| planner.theme.has(TEMPLATE))?;
    let is_empty = chapters::of(planner.site, id).value.is_empty();
    let word = planner.theme.text(page.language(), FOLDER, &[]).unwrap_or_default();
    let word = crate::locale::slug(&word);
    let word = if word.is_empty() { "print" } else { &word };
    (!is_empty).then(|| Address::of_folder(&format!("{}{word}", page.address.folder())))
}

/// All that the book of a page is made from.
pub(in crate::outputs) fn book<'a>(planner: &Planner<'a>, id: PageId) -> Option<Book<'a>> {
    let address = address(planner, id)?;
    let page: &'a Page = planner.site.page(id);
    let site = planner.site;
    let around = pages::frame(planner, id);
    let versions = site.structure().translations(page).iter();
    let frame = Frame {
        root: address.root(),
        address: address.clone(),
        versions: versions
            .filter_map(|(code, id)| Some((code, self::address(planner, *id)?)))
            .collect(),
        ancestors: around.ancestors.iter().copied().chain([id]).collect(),
        ..around
    };
    let ids = chapters::of(site, id).value;
    let mut called = Vec::new();
    pages::components_of(planner, page, &mut called);
    let mut view = frame.view(planner, TEMPLATE, &called);
    let own = front(planner, (id, page), &frame, &ids);
    view.page(own);
    let chapters = ids.iter().map(|id| chapter(planner, *id, &frame)).collect();
    Some(Book { root: frame.root, view, chapters })
}

/// The first sheet: the page that asks for the book. Its text stands there, unless all of
/// it is a chapter.
fn front<'a>(
    planner: &Planner<'a>,
    (id, page): (PageId, &'a Page),
    frame: &Frame<'a>,
    chapters: &[PageId],
) -> PageView<'a> {
    let title = page.document.meta.title.as_str().into();
    let mut plain = Plain::of_page(planner, id).below(planner, &frame.address, ("book", title));
    let all = || chapters.iter().map(|id| planner.site.page(*id)).chain([page]);
    plain.updated = planner.newest(all());
    // Nobody signs what another says.
    let credit = plain.credit.take();
    plain.credit =
        credit.filter(|own| all().all(|page| page.shared.credit().as_ref() == Some(own)));
    if chapters.contains(&id) {
        let (content, digest) = (Prose::Html(String::new()), Digest::of(&[]));
        return PageView { plain, content, tasks: Vec::new(), digest };
    }
    // What is wrong with the text was said where the page itself was planned.
    let own = page::of_page(planner, id, frame).value;
    PageView { plain, ..own }
}

fn chapter<'a>(planner: &Planner<'a>, id: PageId, book: &Frame<'a>) -> Chapter<'a> {
    let page: &'a Page = planner.site.page(id);
    let frame = Frame { root: book.root.clone(), ..pages::frame(planner, id) };
    let Checked { value: (template, view), diagnostics: _ } = pages::shown(planner, id, &frame);
    Chapter {
        title: &page.document.meta.title,
        lang: page.language(),
        dir: &planner.site.structure().config.language(page.language()).direction,
        url: page.address.encoded(),
        sample: page.shared.sample.unwrap_or(false),
        template,
        view,
    }
}

impl Book<'_> {
    /// The document. `output` is its name for messages.
    pub(in crate::outputs) fn html(&self, theme: &Theme, output: &str) -> Checked<Vec<u8>> {
        let ids = (1..).map(|number| format!("ui_{number}"));
        let near: BTreeMap<String, String> =
            self.chapters.iter().map(|chapter| chapter.url.clone()).zip(ids).collect();
        let mut diagnostics = Vec::new();
        let sheets: Vec<String> = self
            .chapters
            .iter()
            .map(|Chapter { template, view, .. }| {
                let sheet = Sheet { theme, template, view, near: &near };
                let html = sheet.html(output, Context::new()).report_to(&mut diagnostics);
                let html = String::from_utf8_lossy(&html);
                html[bind::main_of(&html)].to_owned()
            })
            .collect();
        let binding = Binding::of(&self.root, &near, self.ids_and(&near, &sheets));
        let chapters = self.chapters.iter().zip(&sheets).map(|(chapter, html)| {
            let id = near[&chapter.url].as_str();
            let Chapter { title, lang, dir, .. } = chapter;
            Value::from_serializable(&Bound {
                id,
                title,
                lang,
                dir,
                sample: chapter.sample,
                content: bind::bind(html, id, &binding),
            })
        });
        let mut context = Context::new();
        context.insert_value("chapters", Value::from(chapters.collect::<Vec<Value>>()));
        let sheet = Sheet { theme, template: TEMPLATE, view: &self.view, near: &near };
        let html = sheet.html(output, context).report_to(&mut diagnostics);
        let html = String::from_utf8_lossy(&html);
        Checked { value: bind::lead_inside(&html, &binding).into_bytes(), diagnostics }
    }

    /// The HTML of each chapter under the id of the chapter.
    fn ids_and<'h>(
        &self,
        near: &'h BTreeMap<String, String>,
        sheets: &'h [String],
    ) -> impl Iterator<Item = (&'h str, &'h str)> {
        let ids: Vec<&str> = self.chapters.iter().map(|own| near[&own.url].as_str()).collect();
        ids.into_iter().zip(sheets.iter().map(String::as_str))
    }
}
