//! Keys that name something elsewhere: agencies, places, tasks, audiences, pages that the settings name.

use std::collections::BTreeSet;

use crate::config::SITE_FILE;
use crate::content::data::{Entries, no_entry};
use crate::content::kinds::{Event, Instead, Named, Plan, Schedule, SheetSource, Task};
use crate::content::sheet::is_sheet;
use crate::content::{Document, Kind, Known, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, Fix, Place, Ruler, did_you_mean, say, telling};
use crate::site::links::{Links, link_to};
use crate::site::misspelt::{self, NamedKey};
use crate::site::{LinkFault, Role, Target};
use crate::sources::SourcePath;
use crate::yaml::Marked;

/// Says which keys name nothing.
pub(super) fn check(links: Links<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut named = Vec::new();
    for (_, page) in links.pages.ids() {
        let (document, named) = (&page.document, &mut named);
        let mut checker = Checker { links, document, named, diagnostics };
        match &page.document.kind {
            Kind::Plan(plan) => checker.plan(plan),
            Kind::Schedule(schedule) => checker.schedule(schedule),
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => {}
        }
        checker.anchors();
    }
    diagnostics.extend(misspelt::told(named, &links.pages.data));
    settings(links, diagnostics);
}

struct Checker<'a> {
    links: Links<'a>,
    document: &'a Document,
    /// The keys of data files that were met.
    named: &'a mut Vec<NamedKey>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Checker<'a> {
    fn plan(&mut self, plan: &Plan) {
        let document = &plan.document;
        self.agencies(document.issuer.iter());
        self.agencies(document.legal_basis.iter().filter_map(|basis| basis.issuer.as_ref()));
        for task in &plan.tasks {
            self.agencies(task.lead.iter().chain(&task.with));
        }
    }

    /// A task or an event and a heading of the text may not have one id.
    fn anchors(&mut self) {
        let anchors = &self.document.outline.anchors;
        for id in self.document.kind.ids().filter(|id| anchors.contains(id.value.as_str())) {
            let word = &id.value;
            let message = say!(
                "mã `{word}` trùng với mã của một đề mục trong bài",
                "the id `{word}` is also that of a heading of the text"
            );
            let hint = say!(
                "đặt mã riêng cho đề mục: `## Đề mục {{#ma-khac}}`",
                "give the heading an id of its own: `## Heading {{#other-id}}`"
            );
            let fault = Diagnostic::error(Code::DuplicateId, message).hint(hint);
            self.diagnostics.push(fault.at(self.document.place(id.span)));
        }
    }

    fn schedule(&mut self, schedule: &Schedule) {
        if let Some(sheet) = schedule.sheet.as_ref().filter(|sheet| !sheet.found) {
            self.missing_sheet(sheet);
        }
        self.agencies(schedule.organizer.iter());
        self.lone_task(schedule);
        let (tasks, data) = (self.tasks(schedule), &self.links.pages.data);
        let ids: BTreeSet<&str> =
            schedule.written.iter().map(|event| event.id.value.as_str()).collect();
        for event in &schedule.written {
            let agencies = event.organizer.iter().chain(&event.with);
            self.agencies(agencies.filter_map(Named::key));
            if let Some(place) = &event.place {
                self.entry(place, ("places", &data.places));
            }
            self.audiences(event);
            if let Some(Instead::Event(id)) = &event.visit.instead {
                let is_found = ids.contains(id.value.as_str()) && id.value != event.id.value;
                let others = schedule.written.iter().map(|other| other.id.value.as_str());
                let others = others.filter(|other| *other != event.id.value);
                let known = Known::of(is_found, self.document.unknown.is_nothing());
                self.one_of((id, known), others);
            }
            if let (Some(task), Some((tasks, ids))) = (&event.task, &tasks) {
                let known = Known::of(ids.contains(task.value.as_str()), true);
                self.one_of((task, known), tasks.iter().map(|task| task.id.value.as_str()));
            }
        }
    }

    /// Says that the sheet of a schedule is not there, and which one is probably meant.
    fn missing_sheet(&mut self, sheet: &SheetSource) {
        let inside = |path: &SourcePath| format!("@/{}", below_content(path));
        let written = inside(&sheet.path);
        let message = say!("không có bảng tính `{written}`", "there is no sheet `{written}`");
        let others = self.links.assets.keys().chain(self.links.withheld.keys());
        let others: Vec<String> =
            others.filter(|path| **path != sheet.path && is_sheet(path)).map(inside).collect();
        let near = crate::diagnostics::nearest_path(&written, others.iter().map(String::as_str));
        let hint = match near {
            Some(near) => say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?"),
            None => say!(
                "đặt bảng tính cạnh trang này và viết đúng tên tệp, kể cả chữ hoa chữ thường",
                "put the sheet beside this page and write its name exactly, capitals too"
            ),
        };
        let fault = Diagnostic::error(Code::BrokenLink, message).hint(hint);
        self.diagnostics.push(fault.at(self.document.place(sheet.span)));
    }

    /// Says that the tasks of events are lost where their schedule names no plan, once for all.
    fn lone_task(&mut self, schedule: &Schedule) {
        let is_lone = schedule.plan.is_none() && self.document.unknown.is_nothing();
        let task = schedule.written.iter().find_map(|event| event.task.as_ref());
        let Some(task) = task.filter(|_| is_lone) else { return };
        let id = &task.value;
        let has_task = |plan: &Plan| plan.tasks.iter().any(|task| task.id.value == *id);
        let mut plans = self.links.pages.ids().filter(|(_, page)| {
            *page.language() == self.document.language
                && page.document.kind.as_plan().is_some_and(has_task)
        });
        let first = plans.next();
        let plan = first.filter(|_| plans.next().is_none());
        let plan = plan.and_then(|(_, page)| link_to(&page.document.path));
        let message = say!(
            "sự kiện ghi nhiệm vụ `{id}` mà lịch không ghi kế hoạch nào, nên nhiệm vụ bị bỏ qua",
            "the event names the task `{id}` and the schedule names no plan, so the task is left out"
        );
        let hint = match plan {
            Some(plan) => say!(
                "thêm vào phần đầu trang lịch một dòng `plan: \"{plan}\"`",
                "add a line `plan: \"{plan}\"` to the front matter of the schedule"
            ),
            None => say!(
                "thêm vào phần đầu trang lịch một dòng `plan: …` có tệp của trang kế hoạch, hoặc bỏ `task`",
                "add a line `plan: …` with the file of the plan's page to the front matter of the schedule, or take `task` away"
            ),
        };
        let fault = Diagnostic::warning(Code::MissingKey, message).hint(hint);
        self.diagnostics.push(fault.at(self.document.place(task.span)));
    }

    /// The ids of the tasks of the schedule's plan, if it names a plan that is there and known.
    fn tasks(&self, schedule: &Schedule) -> Option<(&'a [Task], BTreeSet<&'a str>)> {
        let target = self.links.resolve(self.document, schedule.plan.as_ref()?).ok()?;
        let Target::Page(plan, _) = target else { return None };
        let plan = &self.links.pages.page(plan).document;
        let plan = plan.kind.as_plan().filter(|_| plan.unknown.is_nothing())?;
        let ids = plan.tasks.iter().map(|task| task.id.value.as_str()).collect();
        Some((&plan.tasks, ids))
    }

    fn audiences(&mut self, event: &Event) {
        let taxonomy =
            self.links.pages.config.taxonomies.iter().find(|known| known.name == "audiences");
        let Some(taxonomy) = taxonomy.filter(|taxonomy| !taxonomy.terms.is_empty()) else { return };
        for audience in event.audiences.iter().filter_map(Named::key) {
            let known = Known::of(taxonomy.terms.contains_key(&audience.value), true);
            self.one_of((audience, known), taxonomy.terms.keys().map(String::as_str));
        }
    }

    fn agencies<'k>(&mut self, keys: impl Iterator<Item = &'k Marked<String>>) {
        let data = &self.links.pages.data;
        for key in keys {
            self.entry(key, ("agencies", &data.agencies));
        }
    }

    /// The key of an entry of a data file.
    fn entry<T>(&mut self, key: &Marked<String>, (file, entries): (&'static str, &Entries<T>)) {
        let word = &key.value;
        let fault = (entries.has(word) == Known::Missing).then(|| {
            let message =
                say!("`{file}.yaml` không có mã `{word}`", "`{file}.yaml` has no entry `{word}`");
            let fault = Diagnostic::error(Code::UnknownReference, message);
            let known = telling(word, entries.keys());
            let fault = fault.hint(no_entry(file, word, &known));
            let fix = Fix::nearest(key.span, word, known);
            Diagnostic { fix, ..fault }.at(self.document.place(key.span))
        });
        self.named.push(NamedKey { file, key: word.clone(), fault });
    }

    /// A word that is to be one of these.
    fn one_of<'k>(
        &mut self,
        (key, is_there): (&Marked<String>, Known),
        known: impl Iterator<Item = &'k str> + Clone,
    ) {
        let word = &key.value;
        match is_there {
            Known::There | Known::Unknown => return,
            Known::Missing => {}
        }
        let message = say!("không có gì mang mã `{word}`", "nothing has the key `{word}`");
        let known = telling(word, known);
        let hint = did_you_mean(word, known.iter().copied());
        let fix = Fix::nearest(key.span, word, known);
        let fault = Diagnostic::error(Code::UnknownReference, message).hint(hint);
        let fault = Diagnostic { fix, ..fault };
        self.diagnostics.push(fault.at(self.document.place(key.span)));
    }
}

/// Says which pages and files that `site.yaml` names are not there.
fn settings(links: Links<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let config = &links.pages.config;
    let language = config.default_language();
    let (file, ruler) = (SourcePath::new(SITE_FILE), Ruler::of(&config.text));
    let place = |link: &LinkTarget| Place::measured(&file, (&config.text, &ruler), link.span);
    let targets = config.menus.values().flatten().map(|entry| &entry.target);
    for link in targets.chain(&config.exit.guide) {
        if let Err(fault) = links.resolve_setting(link, language) {
            let told = fault.diagnose(link.written(), Role::Setting).at(place(link));
            diagnostics.push(Diagnostic { fix: fault.cure(link, &config.text), ..told });
        }
    }
    let guide = config.exit.guide.as_ref();
    let is_page = |guide: &&LinkTarget| {
        matches!(links.resolve_setting(guide, language), Ok(Target::Page(..)) | Err(_))
    };
    if let Some(guide) = guide.filter(|guide| !is_page(guide)) {
        let fault = LinkFault::Nothing(None);
        diagnostics.push(fault.diagnose(guide.written(), Role::Setting).at(place(guide)));
    }
}

fn below_content(path: &SourcePath) -> &str {
    path.as_str().strip_prefix("content/").unwrap_or(path.as_str())
}
