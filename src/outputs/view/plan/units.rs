//! The tasks of a plan by the agency that does them: “what must my unit do”.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::content::kinds::Plan;
use crate::locale::Order;
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
    formerly: Vec<Json>,
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
    let mut units: Vec<(Json, Unit)> =
        units.into_iter().map(|(key, unit)| (sight.agency(&key), unit)).collect();
    let order = Order::of(page.language());
    let text = |agency: &Json, field: &str| agency[field].as_str().unwrap_or_default().to_owned();
    units.sort_by(|(a, _), (b, _)| {
        let by_name = order.compare(&text(a, "name"), &text(b, "name"));
        by_name.then_with(|| text(a, "key").cmp(&text(b, "key")))
    });
    let units = units.into_iter().map(|(agency, Unit { leads, helps, formerly })| {
        let id = anchor(agency["key"].as_str().unwrap_or_default());
        let now = agency["replaced_by"]["key"].as_str().map(anchor);
        json!({
            "id": id, "agency": agency, "now": now,
            "leads": leads, "helps": helps, "formerly": formerly,
        })
    });
    json!({ "list": units.collect::<Json>(), "unassigned": unassigned })
}

/// Adds whoever has replaced an agency of the plan, and whoever has replaced that one.
fn add_successors(sight: &Sight<'_, '_>, units: &mut BTreeMap<String, Unit>) {
    let mut open: Vec<String> = units.keys().cloned().collect();
    while let Some(key) = open.pop() {
        let agency = sight.agency(&key);
        let Some(now) = agency["replaced_by"]["key"].as_str() else { continue };
        if !units.contains_key(now) {
            open.push(now.to_owned());
        }
        let unit = units.entry(now.to_owned()).or_default();
        unit.formerly.push(json!({ "id": anchor(&key), "name": agency["name"] }));
    }
    for unit in units.values_mut() {
        unit.formerly.sort_by(|a, b| a["id"].as_str().cmp(&b["id"].as_str()));
    }
}

/// The anchor of an agency's section, which no id of the theme can be.
fn anchor(key: &str) -> String {
    format!("unit-{}", crate::locale::slug_or_digest(key))
}
