//! `page`: all that a template may know of the page it shows.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use crate::content::Kind;
use crate::content::kinds::{FileTarget, Material, MaterialFile, Medium};
use crate::diagnostics::Checked;
use crate::memo::Digest;
use crate::outputs::planner::Planner;
use crate::outputs::prose::{Resolver, Segment};
use crate::outputs::view::{plan, schedule};
use crate::site::{Page, PageId, Target};
use crate::yaml::{Marked, Moment};

/// How many words an adult reads in a minute.
const WORDS_PER_MINUTE: usize = 200;

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
    /// Title, dates and all else that is plain data, by name.
    pub plain: BTreeMap<&'static str, Json>,
    /// The body.
    pub content: Prose<'a>,
    /// The bodies of a plan's tasks, in order; `None` for a task that has none.
    pub tasks: Vec<Option<Prose<'a>>>,
    /// The document's digest: stands for the HTML of the segments in the memo's key.
    pub digest: Digest,
}

/// The view of a page. Links that lead nowhere are said.
pub(crate) fn of_page<'a>(planner: &Planner<'a>, id: PageId) -> Checked<PageView<'a>> {
    let page: &'a Page = planner.site.page(id);
    let document = &*page.document;
    let mut resolver = Resolver::new(planner, document, &page.address);
    let content = Prose::Segments(resolver.segments(&document.body.pieces));
    let mut plain = common(planner, id, page);
    plain.insert("image", image(&mut resolver, page));
    let mut tasks = Vec::new();
    for kind in ["plan", "schedule", "material"] {
        plain.insert(kind, Json::Null);
    }
    match &document.kind {
        Kind::Plan(own) => {
            plain.insert("plan", plan::of_plan(planner, page, own, &mut resolver));
            for task in &own.tasks {
                let body = task.body.as_ref().map(|body| resolver.segments(&body.pieces));
                tasks.push(body.map(Prose::Segments));
            }
        }
        Kind::Schedule(own) => {
            let view = schedule::of_schedule(planner, page, own, &mut resolver);
            plain.insert("schedule", view);
        }
        Kind::Material(own) => {
            plain.insert("material", material(planner, own, &mut resolver));
        }
        Kind::Page | Kind::Section(_) | Kind::Post => {}
    }
    let view = PageView { plain, content, tasks, digest: document.digest };
    Checked { value: view, diagnostics: resolver.diagnostics }
}

fn common(planner: &Planner<'_>, id: PageId, page: &Page) -> BTreeMap<&'static str, Json> {
    let (document, shared) = (&page.document, &page.shared);
    let (meta, zone) = (&document.meta, &planner.site.config.timezone);
    let iso = |date: &Option<Marked<Moment>>| json!(date.as_ref().map(|date| date.value.iso(zone)));
    let source = shared.source.as_ref().map(|source| {
        let date = source.date.map(|date| date.iso(zone));
        json!({ "name": source.name, "url": source.url, "date": date })
    });
    let toc = document.body.headings.iter().filter(|heading| (2..=3).contains(&heading.level));
    BTreeMap::from([
        ("title", json!(meta.title)),
        ("description", json!(meta.description)),
        ("summary", json!(meta.summary)),
        ("url", json!(page.address.encoded())),
        ("permalink", json!(planner.permalink(&page.address))),
        ("path", json!(document.path)),
        ("lang", json!(page.language())),
        ("kind", json!(document.kind.name())),
        ("date", iso(&meta.date)),
        ("updated", iso(&meta.updated)),
        ("authors", json!(shared.authors)),
        ("source", json!(source)),
        ("draft", json!(shared.draft.unwrap_or(false))),
        ("sample", json!(shared.sample.unwrap_or(false))),
        ("sensitive", json!(shared.sensitive.unwrap_or(false))),
        ("print", json!(shared.print)),
        ("extra", meta.extra.clone()),
        ("words", json!(document.body.words)),
        ("minutes", json!(document.body.words.div_ceil(WORDS_PER_MINUTE).max(1))),
        ("toc", toc.map(|heading| json!(heading)).collect()),
        ("terms", terms(planner, id, page)),
    ])
}

/// The terms of a page by taxonomy: `[{name, url}]`.
fn terms(planner: &Planner<'_>, id: PageId, page: &Page) -> Json {
    let taxonomies = planner.site.taxonomies.iter().map(|taxonomy| {
        let terms = taxonomy.borne_by(id, page.language());
        let terms = terms.map(|term| json!({ "name": term.name, "url": term.address.encoded() }));
        (taxonomy.name.clone(), terms.collect::<Json>())
    });
    Json::Object(taxonomies.collect())
}

fn image(resolver: &mut Resolver<'_, '_>, page: &Page) -> Json {
    let Some(picture) = &page.document.meta.image else { return Json::Null };
    let Some(file) = resolver.picture_file(&picture.target) else { return Json::Null };
    let (width, height) = file.file.dimensions.unzip();
    json!({ "src": file.address.encoded(), "width": width, "height": height, "alt": picture.alt })
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

/// A file to download: its address, title, type and length in bytes.
pub(super) fn file(
    planner: &Planner<'_>,
    file: &MaterialFile,
    resolver: &mut Resolver<'_, '_>,
) -> Json {
    let (FileTarget::Url(target) | FileTarget::File(target)) = &file.target;
    let found = resolver.target(target);
    let length = found.as_ref().and_then(|found| match found {
        Target::File(path) => planner.site.assets.get(path).map(|asset| asset.file.len),
        Target::Page(_, _) | Target::External(_) => None,
    });
    let name = target.written.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_uppercase());
    json!({
        "url": resolver.address(target),
        "title": file.title.as_deref().unwrap_or(name),
        "type": extension.filter(|_| length.is_some()),
        "size": length,
    })
}
