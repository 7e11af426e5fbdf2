//! The events that carry out a plan, by the task that each names.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::content::Language;
use crate::content::kinds::Plan;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::planner::Planner;
use crate::outputs::view::plan::tasks::{BriefTask, numbered};
use crate::outputs::view::{card::Card, plan::PlanPage};
use crate::site::{Page, PageId};

/// What a plan shows of an event, with the way to it.
#[derive(Clone, Serialize)]
pub(super) struct EventLink {
    id: String,
    title: String,
    url: String,
    lang: Option<Language>,
    starts: String,
    ends: Option<String>,
    repeats: bool,
    until: Option<String>,
    status: &'static str,
    sample: bool,
    /// The title of its schedule.
    schedule: String,
}

/// Which task has which events: all tasks with their events, and the events without a task.
#[derive(Serialize)]
pub(crate) struct Matrix {
    tasks: Vec<TaskRow>,
    events: Vec<EventLink>,
    schedules: Vec<Card>,
}

/// A task with the events that carry it out.
#[derive(Serialize)]
struct TaskRow {
    #[serde(flatten)]
    task: BriefTask,
    events: Vec<EventLink>,
}

/// The events of a plan's schedules, in order of time.
pub(super) struct Events<'p> {
    by_task: BTreeMap<&'p str, Vec<ScheduledEvent<'p>>>,
    /// Those that name no task of the plan.
    without: Vec<ScheduledEvent<'p>>,
}

impl<'p> Events<'p> {
    /// The events of all schedules in the plan's language.
    pub(super) fn of(planner: &'p Planner<'p>, id: PageId, plan: &Plan) -> Events<'p> {
        let site = planner.site;
        let schedules = site.schedules_of(id).iter();
        let schedules = schedules.filter_map(|id| SchedulePage::of(planner, site.page(*id)));
        let mut all: Vec<ScheduledEvent<'_>> = schedules.flat_map(SchedulePage::events).collect();
        let zone = &site.config.timezone;
        all.sort_by_cached_key(|own| {
            let starts = own.event.when.starts;
            let when = (starts.day(zone), starts.start(zone));
            (when, own.of.page.document.path.clone(), own.id().to_owned())
        });
        let tasks: BTreeSet<&str> = plan.tasks.iter().map(|task| task.id.value.as_str()).collect();
        let mut events = Events { by_task: BTreeMap::new(), without: Vec::new() };
        for own in all {
            let task = own.event.task.as_ref().map(|task| task.value.as_str());
            match task.filter(|task| tasks.contains(task)) {
                Some(task) => events.by_task.entry(task).or_default().push(own),
                None => events.without.push(own),
            }
        }
        events
    }

    /// The events that name this task.
    pub(super) fn of_task(&self, task: &str) -> &[ScheduledEvent<'p>] {
        self.by_task.get(task).map_or(&[], Vec::as_slice)
    }
}

impl EventLink {
    pub(super) fn of(own: &ScheduledEvent<'_>) -> EventLink {
        let (of, event) = (own.of, own.event);
        EventLink {
            id: own.id().to_owned(),
            title: event.title.clone(),
            url: own.url(),
            lang: event.language.clone(),
            starts: of.iso(event.when.starts),
            ends: event.when.ends.map(|ends| of.iso(ends)),
            repeats: event.repeat.is_some(),
            until: event.repeat.as_ref().and_then(|repeat| of.date(&repeat.until)),
            status: event.status.name(),
            sample: own.is_sample(),
            schedule: of.page.document.meta.title.clone(),
        }
    }
}

/// Which task has which events.
pub(crate) fn matrix(planner: &Planner<'_>, (id, page): (PageId, &Page), plan: &Plan) -> Matrix {
    let plan_page = PlanPage { planner, page };
    let events = Events::of(planner, id, plan);
    let tasks = numbered(plan).map(|numbered| TaskRow {
        task: plan_page.brief(numbered),
        events: events.of_task(&numbered.1.id.value).iter().map(EventLink::of).collect(),
    });
    Matrix {
        tasks: tasks.collect(),
        events: events.without.iter().map(EventLink::of).collect(),
        schedules: planner.site.schedules_of(id).iter().map(|id| plan_page.card(*id)).collect(),
    }
}
