//! The events that carry out a plan, by the task that each names.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use crate::content::kinds::{Event, Plan};
use crate::outputs::planner::Planner;
use crate::outputs::schedule::event_url;
use crate::outputs::view::plan::Sight;
use crate::outputs::view::plan::tasks::numbered;
use crate::site::{Page, PageId};

/// The events of a plan's schedules, in order of time.
pub(super) struct Events<'a> {
    by_task: BTreeMap<&'a str, Vec<(&'a Page, &'a Event)>>,
    /// Those that name no task of the plan.
    without: Vec<(&'a Page, &'a Event)>,
}

impl<'a> Events<'a> {
    /// The events of all schedules in the plan's language.
    pub(super) fn of(planner: &Planner<'a>, id: PageId, plan: &Plan) -> Events<'a> {
        let site = planner.site;
        let mut all: Vec<(&Page, &Event)> = Vec::new();
        for schedule in site.schedules_of(id) {
            let page = site.page(*schedule);
            all.extend(site.events(*schedule).iter().map(|event| (page, event)));
        }
        let zone = &site.config.timezone;
        all.sort_by_cached_key(|(page, event)| {
            let starts = event.when.starts;
            let when = (starts.day(zone), starts.start(zone));
            (when, page.document.path.clone(), event.id.value.clone())
        });
        let tasks: BTreeSet<&str> = plan.tasks.iter().map(|task| task.id.value.as_str()).collect();
        let mut events = Events { by_task: BTreeMap::new(), without: Vec::new() };
        for (page, event) in all {
            let task = event.task.as_ref().map(|task| task.value.as_str());
            match task.filter(|task| tasks.contains(task)) {
                Some(task) => events.by_task.entry(task).or_default().push((page, event)),
                None => events.without.push((page, event)),
            }
        }
        events
    }

    /// The events that name this task.
    pub(super) fn of_task(&self, task: &str) -> &[(&'a Page, &'a Event)] {
        self.by_task.get(task).map_or(&[], Vec::as_slice)
    }
}

impl Sight<'_, '_> {
    /// What a plan shows of an event, with the way to it.
    pub(super) fn event(&self, (schedule, event): &(&Page, &Event)) -> Json {
        let zone = &self.planner.site.config.timezone;
        let sample = event.sample.or(schedule.shared.sample).unwrap_or(false);
        let until = event.repeat.as_ref().and_then(|repeat| repeat.until.as_ref());
        json!({
            "id": event.id.value,
            "title": event.title,
            "url": event_url(self.planner, schedule, &event.id.value),
            "lang": event.language,
            "starts": event.when.starts.iso(zone),
            "ends": event.when.ends.map(|ends| ends.iso(zone)),
            "repeats": event.repeat.is_some(),
            "until": until.map(|until| until.value.iso(zone)),
            "status": event.status.name(),
            "sample": sample,
            "schedule": schedule.document.meta.title,
        })
    }
}

/// Which task has which events: all tasks with their events, and the events without a task.
pub(crate) fn matrix(planner: &Planner<'_>, (id, page): (PageId, &Page), plan: &Plan) -> Json {
    let sight = Sight { planner, page };
    let events = Events::of(planner, id, plan);
    let tasks = numbered(plan).map(|numbered| {
        let mut view = sight.brief(numbered);
        let own = events.of_task(&numbered.1.id.value);
        view["events"] = own.iter().map(|own| sight.event(own)).collect();
        view
    });
    let without = events.without.iter().map(|own| sight.event(own));
    let schedules = planner.site.schedules_of(id).iter().map(|id| sight.card(Some(*id)));
    json!({
        "tasks": tasks.collect::<Json>(),
        "events": without.collect::<Json>(),
        "schedules": schedules.collect::<Json>(),
    })
}
