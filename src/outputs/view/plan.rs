//! `page.plan`: the document that a plan sums up, and its tasks.

use serde_json::{Value as Json, json};

use crate::content::kinds::{Deadline, Period, Plan, Task, TaskStatus};
use crate::content::{Kind, Language};
use crate::outputs::planner::Planner;
use crate::outputs::prose::Resolver;
use crate::outputs::view::card::Card;
use crate::outputs::view::page;
use crate::site::{Page, Target};
use crate::yaml::{Marked, Moment};

/// The view of a plan.
pub(crate) fn of_plan(
    planner: &Planner<'_>,
    page: &Page,
    plan: &Plan,
    resolver: &mut Resolver<'_, '_>,
) -> Json {
    let document = &plan.document;
    let iso = |date: &Option<Marked<Moment>>| date.as_ref().map(|date| day(planner, date));
    let agency = |key: &Option<Marked<String>>| {
        key.as_ref().map(|key| agency(planner, page.language(), &key.value))
    };
    let basis = document.legal_basis.iter().map(|basis| {
        json!({
            "number": basis.number.value,
            "type": basis.type_name,
            "title": basis.title,
            "issued_on": iso(&basis.issued_on),
            "issuer": agency(&basis.issuer),
        })
    });
    let tasks =
        plan.tasks.iter().zip(1..).map(|(own, number)| task(planner, page.language(), own, number));
    json!({
        "number": document.number.as_ref().map(|number| &number.value),
        "type": document.type_name,
        "issuer": agency(&document.issuer),
        "issued_on": iso(&document.issued_on),
        "place": document.place,
        "signatory": document.signatory,
        "legal_basis": basis.collect::<Json>(),
        "original": document.original.as_ref().map(|original| page::file(planner, original, resolver)),
        "period": plan.period.as_ref().map(|own| period(planner, own)),
        "tasks": tasks.collect::<Json>(),
        "supersedes": supersedes(planner, page, plan, resolver),
        "superseded_by": superseded_by(planner, page),
    })
}

fn supersedes(
    planner: &Planner<'_>,
    page: &Page,
    plan: &Plan,
    resolver: &mut Resolver<'_, '_>,
) -> Json {
    let Some(target) = &plan.supersedes else { return Json::Null };
    let other = resolver.page(target);
    json!(other.map(|other| Card::of(planner.site, other, page.language())))
}

/// The plan that names this one as the one it follows.
fn superseded_by(planner: &Planner<'_>, page: &Page) -> Json {
    let successor = planner.site.pages.iter().find(|other| {
        let Kind::Plan(plan) = &other.document.kind else { return false };
        let target = plan.supersedes.as_ref();
        let target =
            target.and_then(|target| planner.site.resolve(&other.document, &target.written).ok());
        let Some(Target::Page(id, _)) = target else { return false };
        other.language() == page.language() && planner.site.page(id).key == page.key
    });
    successor.map_or(Json::Null, |other| json!(Card::of(planner.site, other, page.language())))
}

fn task(planner: &Planner<'_>, language: &Language, task: &Task, number: usize) -> Json {
    let (mut due, mut during, mut ongoing) = (None, None, false);
    match &task.deadline {
        Some(Deadline::Due(date)) => due = Some(day(planner, date)),
        Some(Deadline::Period(own)) => during = Some(period(planner, own)),
        Some(Deadline::Ongoing) => ongoing = true,
        None => {}
    }
    let with = task.with.iter().map(|key| agency(planner, language, &key.value));
    json!({
        "id": task.id.value,
        "number": number,
        "title": task.title,
        "body": Json::Null,
        "lead": task.lead.as_ref().map(|key| agency(planner, language, &key.value)),
        "with": with.collect::<Json>(),
        "due": due,
        "period": during,
        "ongoing": ongoing,
        "targets": task.targets,
        "status": task.status.map(TaskStatus::name),
    })
}

fn day(planner: &Planner<'_>, date: &Marked<Moment>) -> String {
    date.value.iso(&planner.site.config.timezone)
}

fn period(planner: &Planner<'_>, period: &Period) -> Json {
    match period {
        Period::Days(starts, ends) => {
            json!({ "starts": day(planner, starts), "ends": day(planner, ends), "text": Json::Null })
        }
        Period::Words(text) => json!({ "starts": Json::Null, "ends": Json::Null, "text": text }),
    }
}

/// An agency by its key, with the name of the one that replaced it.
pub(crate) fn agency(planner: &Planner<'_>, language: &Language, key: &str) -> Json {
    let agencies = &planner.common(language).plain_data["agencies"];
    let own = &agencies[key];
    let successor = own["replaced_by"].as_str().map(
        |key| json!({ "key": key, "name": agencies[key]["name"], "short": agencies[key]["short"] }),
    );
    json!({
        "key": key,
        "name": own["name"].as_str().unwrap_or(key),
        "short": own["short"],
        "url": own["url"],
        "replaced_by": successor,
        "replaced_on": own["replaced_on"],
    })
}
