//! `page`: all that a template may know of the page it shows.

use serde::{Serialize, Serializer};

use crate::content::Kind;
use crate::diagnostics::Checked;
use crate::memo::Digest;
use crate::outputs::planner::Planner;
use crate::outputs::view::{
    frame::Frame,
    lent,
    material::MaterialView,
    plain::{Image, Plain},
    plan,
    prose::{Resolver, Segment},
    schedule,
};
use crate::site::{Page, PageId};

/// Text with its addresses known: segments while it is planned, HTML when it is shown.
#[derive(Clone)]
pub enum Prose<'a> {
    /// Still in segments.
    Segments(Vec<Segment<'a>>),
    /// Ready.
    Html(String),
}

impl Serialize for Prose<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Prose::Segments(segments) => segments.serialize(serializer),
            Prose::Html(html) => html.serialize(serializer),
        }
    }
}

/// All that a template may know of the page it shows.
#[derive(Clone, Serialize)]
pub struct PageView<'a> {
    /// Title, dates and all else that is plain data.
    pub plain: Plain<'a>,
    /// The body.
    pub content: Prose<'a>,
    /// The bodies of a plan's tasks, in order; `None` for a task that has none.
    pub tasks: Vec<Option<Prose<'a>>>,
    /// The document's digest: stands for the HTML of the segments in the memo's key.
    pub digest: Digest,
}

/// The view of a page as it is shown in a frame. Links that lead nowhere are said.
pub(crate) fn of_page<'a>(
    planner: &Planner<'a>,
    id: PageId,
    frame: &Frame<'a>,
) -> Checked<PageView<'a>> {
    let page: &'a Page = planner.site.page(id);
    let document = &*page.document;
    let mut resolver = Resolver::new(planner, document, &frame.root);
    let body = planner.body(document);
    let content = Prose::Segments(resolver.segments(&body.pieces));
    let mut plain = Plain::of_page(planner, id);
    plain.count_words(body.words);
    plain.url = frame.address.encoded();
    plain.image = image(planner, &mut resolver, page);
    let mut tasks = Vec::new();
    match &document.kind {
        Kind::Plan(own) => {
            plain.plan = Some(plan::of_plan(planner, (id, page), own, &mut resolver)).into();
            for task in &own.tasks {
                let body = task.body.as_ref().map(|text| resolver.segments(&text.pieces));
                tasks.push(body.map(Prose::Segments));
            }
        }
        Kind::Schedule(_) => {
            plain.schedule = schedule::of_schedule(planner, id, &mut resolver).into();
        }
        Kind::Material(own) => {
            plain.material = Some(MaterialView::of(planner, own, &mut resolver)).into();
        }
        Kind::Page | Kind::Section(_) | Kind::Post => {}
    }
    if frame.reader != frame.language {
        plain = lent::to(plain, planner, frame.reader);
    }
    let view = PageView { plain, content, tasks, digest: body.digest };
    Checked { value: view, diagnostics: resolver.diagnostics }
}

impl<'a> PageView<'a> {
    /// The view of a page that no file of the author's stands behind.
    pub(crate) fn without_body(plain: Plain<'a>) -> PageView<'a> {
        let content = Prose::Html(String::new());
        PageView { plain, content, tasks: Vec::new(), digest: Digest::of(&[]) }
    }
}

fn image<'a>(
    planner: &Planner<'a>,
    resolver: &mut Resolver<'_, 'a>,
    page: &'a Page,
) -> Option<Image<'a>> {
    let picture = page.document.meta.image.as_ref()?;
    let (path, file) = resolver.picture_file(&picture.target)?;
    Some(Image { file: planner.picture(&path, file, ""), alt: &picture.alt })
}
