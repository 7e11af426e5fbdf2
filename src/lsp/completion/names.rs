//! The names of a site by which its texts speak of something: agencies, places, terms, plans.

use crate::content::kinds::Kind;
use crate::keys::Refers;
use crate::lsp::cursor;
use crate::lsp::scene::Scene;
use crate::site::{Page, Site};
use crate::sources::{Content, SourcePath};

use super::links;

/// A name by which a text speaks of something.
pub(in crate::lsp) struct Name {
    /// The name.
    pub(in crate::lsp) name: String,
    /// What it stands for.
    pub(in crate::lsp) title: String,
}

impl Name {
    fn new(name: impl Into<String>, title: impl Into<String>) -> Name {
        Name { name: name.into(), title: title.into() }
    }
}

/// The names that may stand behind the key at the end of this path, where this is written so far.
pub(in crate::lsp) fn names(
    scene: &Scene<'_>,
    refers: Refers,
    path: &[String],
    typed: &str,
) -> Vec<Name> {
    let Some(site) = scene.site() else { return Vec::new() };
    let data = &site.data;
    match refers {
        Refers::Agency => {
            data.agencies.iter().map(|(key, own)| Name::new(key, scene.local(&own.name))).collect()
        }
        Refers::Place => {
            data.places.iter().map(|(key, own)| Name::new(key, scene.local(&own.name))).collect()
        }
        Refers::Area => {
            data.areas.iter().map(|(key, own)| Name::new(key, scene.local(&own.name))).collect()
        }
        Refers::Term => path.last().map(|name| terms(scene, site, name)).unwrap_or_default(),
        Refers::Task => tasks(scene, site),
        Refers::Event => {
            let mut names = events(scene);
            names.extend(links::pages(scene, |_| true));
            names
        }
        Refers::Plan => links::pages(scene, |page| matches!(page.document.kind, Kind::Plan(_))),
        Refers::Page => {
            let mut names = links::pages(scene, |_| true);
            names.extend(files(scene, typed, |_| true));
            names
        }
        Refers::File => files(scene, typed, |_| true),
        Refers::Picture => files(scene, typed, |ending| PICTURES.contains(&ending)),
        Refers::Sheet => files(scene, typed, |ending| SHEETS.contains(&ending)),
        Refers::Language => {
            let all = site.config.languages.iter();
            all.map(|own| Name::new(own.code.as_str(), own.name.clone())).collect()
        }
        Refers::Template => {
            let theme = scene.turn.theme.as_deref();
            let all = theme.into_iter().flat_map(|theme| theme.template_names());
            all.filter(|name| !name.contains('/')).map(|name| Name::new(name, "")).collect()
        }
        Refers::Theme => {
            let all = scene.turn.sources.under("themes/").map(|(path, _)| path);
            let own = all.filter(|path| path.file_name() == "theme.yaml");
            own.filter_map(|path| Some(Name::new(path.folder().strip_prefix("themes/")?, "")))
                .collect()
        }
        Refers::Web | Refers::Address | Refers::Zone => Vec::new(),
    }
}

/// How the names of pictures end.
const PICTURES: [&str; 5] = ["jpg", "jpeg", "png", "webp", "svg"];

/// How the names of sheets end.
const SHEETS: [&str; 3] = ["xlsx", "ods", "csv"];

/// The terms of the taxonomy of this name, or of the audiences of an event.
fn terms(scene: &Scene<'_>, site: &Site, name: &str) -> Vec<Name> {
    let Some(known) = site.config.taxonomies.iter().find(|own| own.name == name) else {
        return Vec::new();
    };
    if !known.terms.is_empty() {
        let keys = known.order.iter().filter_map(|key| Some((key, known.terms.get(key)?)));
        return keys.map(|(key, title)| Name::new(key, scene.local(title))).collect();
    }
    // Terms that are written freely are those that pages bear already.
    let linked = site.taxonomies().iter().filter(|own| own.name == name);
    let language = scene.page().map(Page::language);
    let own = linked.flat_map(|own| own.terms.iter());
    let own = own.filter(|(code, _)| language.is_none_or(|language| language == *code));
    own.flat_map(|(_, terms)| terms).map(|term| Name::new(&term.head.name, "")).collect()
}

/// The tasks of the plan that the page names, or is.
fn tasks(scene: &Scene<'_>, site: &Site) -> Vec<Name> {
    let named = cursor::value_of(scene.head(), "plan");
    let named = named.and_then(|written| scene.path.named_by(written.split('#').next()?));
    let named = named.and_then(|path| site.by_source(&path)).map(|id| site.page(id));
    let plan = named.or(scene.page()).and_then(|page| page.document.kind.as_plan());
    let tasks = plan.into_iter().flat_map(|plan| &plan.tasks);
    tasks.map(|task| Name::new(&task.id.value, &task.title)).collect()
}

/// The events of the schedule that the page is.
fn events(scene: &Scene<'_>) -> Vec<Name> {
    let schedule = scene.page().and_then(|page| page.document.kind.as_schedule());
    let events = schedule.into_iter().flat_map(|schedule| &schedule.written);
    events.map(|event| Name::new(&event.id.value, &event.title)).collect()
}

/// The files beside the page, or of the whole site behind `@/`, whose names end so.
pub(super) fn files(scene: &Scene<'_>, typed: &str, fits: impl Fn(&str) -> bool) -> Vec<Name> {
    let is_file = |content: &Content| matches!(content, Content::OnDisk(_));
    let fits = |path: &SourcePath| fits(path.extension().as_str());
    if typed.starts_with('@') {
        let all = scene.turn.sources.under("content/");
        let all = all.filter(|(path, source)| is_file(&source.content) && fits(path));
        return all
            .filter_map(|(path, _)| path.as_str().strip_prefix("content/"))
            .map(|path| Name::new(format!("@/{path}"), ""))
            .collect();
    }
    let folder = format!("{}/", scene.path.folder());
    let beside = scene.turn.sources.under(&folder);
    let beside = beside.filter(|(path, source)| is_file(&source.content) && fits(path));
    beside
        .filter_map(|(path, _)| Some(Name::new(path.as_str().strip_prefix(&folder)?, "")))
        .collect()
}
