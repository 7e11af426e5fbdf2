//! The tasks of a plan by the agency that does them: “what must my unit do”.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::kinds::Plan;
use crate::locale::{Order, distinct_slugs};
use crate::outputs::named::AgencyView;
use crate::outputs::planner::Planner;
use crate::outputs::view::plan::PlanPage;
use crate::outputs::view::plan::tasks::{BriefTask, numbered};
use crate::site::Page;

/// The agencies of a plan in the order of the alphabet, and the tasks that name none.
#[derive(Serialize)]
pub(crate) struct Units {
    list: Vec<UnitView>,
    unassigned: Vec<BriefTask>,
}

/// An agency with its tasks.
#[derive(Serialize)]
struct UnitView {
    /// Its anchor.
    id: Option<String>,
    agency: AgencyView,
    /// The anchor of the one that does its work now.
    now: Option<String>,
    leads: Vec<BriefTask>,
    helps: Vec<BriefTask>,
    /// The agencies whose work it does now.
    formerly: Vec<Former>,
}

/// An agency whose work another does now.
#[derive(Serialize)]
struct Former {
    id: Option<String>,
    name: String,
}

/// What an agency has to do.
#[derive(Default)]
struct Unit {
    leads: Vec<BriefTask>,
    helps: Vec<BriefTask>,
    /// The keys of the agencies whose work it does now.
    formerly: Vec<String>,
}

/// The agencies with their tasks. An agency that has replaced one of them is among them, so that
/// its staff find their work.
pub(crate) fn units(planner: &Planner<'_>, page: &Page, plan: &Plan) -> Units {
    let plan_page = PlanPage { planner, page };
    let mut units: BTreeMap<String, Unit> = BTreeMap::new();
    let mut unassigned = Vec::new();
    for numbered in numbered(plan) {
        let (view, task) = (plan_page.brief(numbered), numbered.1);
        if let Some(lead) = &task.lead {
            units.entry(lead.value.clone()).or_default().leads.push(view.clone());
        }
        for key in &task.with {
            units.entry(key.value.clone()).or_default().helps.push(view.clone());
        }
        if task.lead.is_none() && task.with.is_empty() {
            unassigned.push(view);
        }
    }
    add_successors(&plan_page, &mut units);
    let slugs = distinct_slugs(&units.keys().map(|key| (key.as_str(), key.as_str())).collect());
    let anchors: BTreeMap<String, String> =
        slugs.into_iter().map(|(key, slug)| (key.to_owned(), anchor(&slug))).collect();
    let mut units: Vec<(AgencyView, Unit)> =
        units.into_iter().map(|(key, unit)| (plan_page.agency(&key), unit)).collect();
    let order = Order::of(page.language());
    units.sort_by(|(a, _), (b, _)| order.compare(&a.name, &b.name).then_with(|| a.key.cmp(&b.key)));
    let units = units.into_iter().map(|(agency, Unit { leads, helps, formerly })| {
        let id = |key: &str| anchors.get(key).cloned();
        let former = |key: &String| Former { id: id(key), name: plan_page.agency(key).name };
        let mut formerly: Vec<Former> = formerly.iter().map(former).collect();
        formerly.sort_by(|a, b| a.id.cmp(&b.id));
        let now = agency.replaced_by.as_ref().and_then(|now| id(&now.key));
        UnitView { id: id(&agency.key), agency, now, leads, helps, formerly }
    });
    Units { list: units.collect(), unassigned }
}

/// Adds whoever has replaced an agency of the plan, and whoever has replaced that one.
fn add_successors(plan_page: &PlanPage<'_, '_>, units: &mut BTreeMap<String, Unit>) {
    let mut open: Vec<String> = units.keys().cloned().collect();
    while let Some(key) = open.pop() {
        let Some(now) = plan_page.agency(&key).replaced_by.map(|now| now.key) else { continue };
        if !units.contains_key(&now) {
            open.push(now.clone());
        }
        units.entry(now).or_default().formerly.push(key);
    }
}

/// The anchor of an agency's section, which no id of the theme can be.
fn anchor(slug: &str) -> String {
    format!("unit-{slug}")
}
