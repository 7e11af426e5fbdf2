//! The tasks of a plan by the agency that does them: “what must my unit do”.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::content::kinds::Plan;
use crate::locale::{Order, distinct_slugs};
use crate::outputs::named::AgencyView;
use crate::outputs::planner::Planner;
use crate::outputs::view::plan::Sight;
use crate::outputs::view::plan::tasks::numbered;
use crate::site::Page;

/// What an agency has to do.
#[derive(Default)]
struct Unit {
    leads: Vec<Json>,
    helps: Vec<Json>,
    /// The agencies whose work it does now.
    formerly: Vec<String>,
}

/// The agencies in the order of the alphabet, each with its tasks, and the tasks that name none.
/// An agency that has replaced one of them is among them, so that its staff find their work.
pub(crate) fn units(planner: &Planner<'_>, page: &Page, plan: &Plan) -> Json {
    let sight = Sight { planner, page };
    let mut units: BTreeMap<String, Unit> = BTreeMap::new();
    let mut unassigned = Vec::new();
    for numbered in numbered(plan) {
        let (view, task) = (sight.brief(numbered), numbered.1);
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
    add_successors(&sight, &mut units);
    let slugs = distinct_slugs(&units.keys().map(|key| (key.as_str(), key.as_str())).collect());
    let anchors: BTreeMap<String, String> =
        slugs.into_iter().map(|(key, slug)| (key.to_owned(), anchor(&slug))).collect();
    let id = |key: Option<&str>| key.and_then(|key| anchors.get(key));
    let mut units: Vec<(AgencyView, Unit)> =
        units.into_iter().map(|(key, unit)| (sight.agency(&key), unit)).collect();
    let order = Order::of(page.language());
    units.sort_by(|(a, _), (b, _)| order.compare(&a.name, &b.name).then_with(|| a.key.cmp(&b.key)));
    let units = units.into_iter().map(|(agency, Unit { leads, helps, formerly })| {
        let mut before: Vec<Json> = formerly
            .iter()
            .map(|key| json!({ "id": id(Some(key)), "name": sight.agency(key).name }))
            .collect();
        before.sort_by(|a, b| a["id"].as_str().cmp(&b["id"].as_str()));
        let (own, now) =
            (id(Some(&agency.key)), id(agency.replaced_by.as_ref().map(|now| now.key.as_str())));
        json!({
            "id": own, "agency": agency, "now": now,
            "leads": leads, "helps": helps, "formerly": before,
        })
    });
    json!({ "list": units.collect::<Json>(), "unassigned": unassigned })
}

/// Adds whoever has replaced an agency of the plan, and whoever has replaced that one.
fn add_successors(sight: &Sight<'_, '_>, units: &mut BTreeMap<String, Unit>) {
    let mut open: Vec<String> = units.keys().cloned().collect();
    while let Some(key) = open.pop() {
        let agency = sight.agency(&key);
        let Some(now) = agency.replaced_by.map(|now| now.key) else { continue };
        if !units.contains_key(&now) {
            open.push(now.clone());
        }
        let unit = units.entry(now).or_default();
        unit.formerly.push(key);
    }
}

/// The anchor of an agency's section, which no id of the theme can be.
fn anchor(slug: &str) -> String {
    format!("unit-{slug}")
}
