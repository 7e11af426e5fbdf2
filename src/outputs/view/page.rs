//! `page`: all that a template may know of the page it shows.

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use crate::content::Kind;
use crate::content::Leads;
use crate::content::kinds::{Material, MaterialFile, Medium};
use crate::diagnostics::Checked;
use crate::memo::Digest;
use crate::outputs::planner::Planner;
use crate::outputs::prose::{Resolver, Segment};
use crate::outputs::view::frame::Frame;
use crate::outputs::view::plain::{Image, Plain};
use crate::outputs::view::{lent, plan, schedule};
use crate::site::{Page, PageId, Target};

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
            plain.plan = plan::of_plan(planner, (id, page), own, &mut resolver);
            for task in &own.tasks {
                let body = task.body.as_ref().map(|text| resolver.segments(&text.pieces));
                tasks.push(body.map(Prose::Segments));
            }
        }
        Kind::Schedule(own) => {
            plain.schedule = schedule::of_schedule(planner, id, own, &mut resolver);
        }
        Kind::Material(own) => plain.material = material(planner, own, &mut resolver),
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

fn material(planner: &Planner<'_>, material: &Material, resolver: &mut Resolver<'_, '_>) -> Json {
    let files = material.files.iter().map(|own| file(planner, own, resolver));
    json!({
        "audience": material.audience,
        "level": material.level,
        "medium": material.medium.map(Medium::name),
        "duration": material.duration,
        "files": files.collect::<Json>(),
    })
}

/// A file to download: its address, title, type, length in bytes and, of a picture, its size
/// in pixels.
pub(super) fn file(
    planner: &Planner<'_>,
    file: &MaterialFile,
    resolver: &mut Resolver<'_, '_>,
) -> Json {
    let target = &file.target;
    let found = resolver.target(target);
    let asset = found.as_ref().and_then(|found| match found {
        Target::File(path) => Some((path, planner.site.assets.get(path)?)),
        Target::Page(_, _) | Target::External(_) => None,
    });
    let length = asset.map(|(_, asset)| asset.file.len);
    let picture = asset.map(|(path, asset)| planner.picture(path, asset, ""));
    let path = if target.leads() == Leads::Inside { target.path() } else { target.written() };
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_uppercase());
    json!({
        "url": resolver.address(target).unwrap_or_default(),
        "title": file.title.as_deref().unwrap_or(name),
        "type": extension.filter(|_| length.is_some()),
        "size": length,
        "width": picture.as_ref().and_then(|picture| picture.width),
        "height": picture.as_ref().and_then(|picture| picture.height),
        "opaque": picture.as_ref().is_some_and(|picture| picture.opaque),
        "copies": picture.map(|picture| picture.copies).unwrap_or_default(),
    })
}
