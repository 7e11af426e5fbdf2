//! A schedule as plain values, in the words of one language. What is not known is `null`;
//! every name is always there.

use serde::Serialize;
use serde_json::Value as Json;

use crate::content::kinds::{Event, Named, PartOfDay, Repeat, Schedule, Weekday};
use crate::content::{Kind, Language, LinkTarget};
use crate::outputs::calendar::{self, Which};
use crate::outputs::named;
use crate::outputs::planner::Planner;
use crate::outputs::schedule;
use crate::site::{Page, Target};
use crate::yaml::Moment;

/// A schedule. Days are `2026-11-15`, times `2026-11-15T07:30:00+07:00`, addresses whole.
#[derive(Serialize)]
pub struct ScheduleData {
    title: String,
    language: Language,
    url: Option<String>,
    updated: Option<String>,
    timezone: Option<String>,
    starts: Option<String>,
    ends: Option<String>,
    theme: Option<String>,
    slogans: Vec<String>,
    organizer: Option<String>,
    plan: Option<Linked>,
    pub(super) events: Vec<EventData>,
}

/// An event of a schedule.
#[derive(Serialize)]
pub(super) struct EventData {
    pub id: String,
    pub title: String,
    pub description: Option<String>,
    /// That of title, description and venue.
    language: Language,
    pub starts: String,
    pub ends: Option<String>,
    pub part_of_day: Option<&'static str>,
    pub repeat: Option<RepeatData>,
    pub status: &'static str,
    pub moved_from: Option<String>,
    pub venue: Option<String>,
    pub place: Option<PlaceData>,
    /// The event's own, or else the schedule's.
    pub organizer: Option<String>,
    pub with: Vec<String>,
    pub audiences: Vec<String>,
    pub contact: Option<String>,
    pub task: Option<TaskData>,
    materials: Vec<Linked>,
    /// Whether it is invented for illustration.
    pub sample: bool,
    pub url: Option<String>,
    calendar: Option<String>,
}

/// How an event comes back.
#[derive(Serialize)]
pub(super) struct RepeatData {
    pub every: &'static str,
    pub on: Vec<&'static str>,
    /// As written, or else the last day of the schedule.
    pub until: Option<String>,
    pub except: Vec<String>,
}

/// A place of `_data/places.yaml`.
#[derive(Serialize)]
pub(super) struct PlaceData {
    pub name: String,
    pub address: Option<String>,
}

/// A task of the schedule's plan.
#[derive(Serialize)]
pub(super) struct TaskData {
    id: String,
    pub title: String,
}

/// Another page.
#[derive(Serialize)]
struct Linked {
    title: String,
    url: Option<String>,
}

/// The data of a schedule.
pub(super) fn of_schedule(
    planner: &Planner<'_>,
    (page, schedule): (&Page, &Schedule),
    events: &[Event],
) -> ScheduleData {
    let site = planner.site;
    let plan = schedule.plan.as_ref().and_then(|target| page_of(planner, page, target));
    let sight = Sight { planner, page, schedule, plan };
    let meta = &page.document.meta;
    let iso = |date: &Option<crate::yaml::Marked<Moment>>| {
        date.as_ref().map(|date| date.value.iso(&site.config.timezone))
    };
    ScheduleData {
        title: page.told_title().to_owned(),
        language: page.language().clone(),
        url: planner.permalink(&page.address),
        updated: iso(&meta.updated).or_else(|| iso(&meta.date)),
        timezone: site.config.timezone.iana_name().map(str::to_owned),
        starts: iso(&schedule.starts),
        ends: iso(&schedule.ends),
        theme: schedule.theme.clone(),
        slogans: schedule.slogans.clone(),
        organizer: schedule.organizer.as_ref().map(|key| sight.agency(&key.value)),
        plan: plan.map(|plan| sight.linked(plan)),
        events: events.iter().map(|event| sight.event(event)).collect(),
    }
}

/// The page that a link of a page leads to. What leads nowhere was said with that page.
fn page_of<'a>(planner: &Planner<'a>, from: &Page, target: &LinkTarget) -> Option<&'a Page> {
    match planner.site.resolve(&from.document, target) {
        Ok(Target::Page(id, _)) => Some(planner.site.page(id)),
        Ok(Target::File(_) | Target::External(_)) | Err(_) => None,
    }
}

/// What the data of an event is made from.
struct Sight<'s, 'a> {
    planner: &'s Planner<'a>,
    page: &'s Page,
    schedule: &'s Schedule,
    plan: Option<&'a Page>,
}

impl Sight<'_, '_> {
    fn iso(&self, moment: Moment) -> String {
        moment.iso(&self.planner.site.config.timezone)
    }

    fn agency(&self, key: &str) -> String {
        named::agency(self.planner, self.page.language(), key).name
    }

    fn linked(&self, page: &Page) -> Linked {
        Linked { title: page.told_title().to_owned(), url: self.planner.permalink(&page.address) }
    }

    fn event(&self, event: &Event) -> EventData {
        let (planner, page) = (self.planner, self.page);
        let own = event.organizer.as_ref().map(Named::as_str);
        let organizer = own.or(self.schedule.organizer.as_ref().map(|key| key.value.as_str()));
        let audiences = event.audiences.iter();
        let materials = event.materials.iter();
        let materials = materials.filter_map(|target| page_of(planner, page, target));
        let id = &event.id.value;
        EventData {
            id: id.clone(),
            title: event.title.clone(),
            description: event.description.clone(),
            language: event.language.as_ref().unwrap_or(page.language()).clone(),
            starts: self.iso(event.when.starts),
            ends: event.when.ends.map(|ends| self.iso(ends)),
            part_of_day: event.when.part_of_day.map(PartOfDay::name),
            repeat: event.repeat.as_ref().map(|repeat| self.repeat(repeat)),
            status: event.status.name(),
            moved_from: event.moved_from.as_ref().map(|date| self.iso(date.value)),
            venue: event.venue().map(str::to_owned),
            place: event.place.as_ref().map(|key| self.place(&key.value)),
            organizer: organizer.map(|key| self.agency(key)),
            with: event.with.iter().map(|own| self.agency(own.as_str())).collect(),
            audiences: audiences
                .map(|own| named::audience_name(planner, page.language(), own.as_str()).to_owned())
                .collect(),
            contact: event.contact.clone(),
            task: event.task.as_ref().and_then(|key| self.task(&key.value)),
            materials: materials.map(|other| self.linked(other)).collect(),
            sample: event.sample.or(page.shared.sample).unwrap_or(false),
            url: schedule::event_permalink(planner, page, id),
            calendar: planner.permalink(&calendar::address(page, Which::Event(id))),
        }
    }

    fn repeat(&self, repeat: &Repeat) -> RepeatData {
        let until = repeat.until.as_ref().or(self.schedule.ends.as_ref());
        RepeatData {
            every: repeat.every.name(),
            on: repeat.on.iter().copied().map(Weekday::name).collect(),
            until: until.map(|until| self.iso(until.value)),
            except: repeat.except.iter().map(|date| self.iso(date.value)).collect(),
        }
    }

    fn place(&self, key: &str) -> PlaceData {
        let place = named::place(self.planner, self.page.language(), key);
        PlaceData { name: place.name, address: place.address }
    }

    fn task(&self, id: &str) -> Option<TaskData> {
        let Kind::Plan(plan) = &self.plan?.document.kind else { return None };
        let task = plan.tasks.iter().find(|task| task.id.value == id)?;
        Some(TaskData { id: id.to_owned(), title: task.title.clone() })
    }
}

impl ScheduleData {
    /// The data as a JSON file.
    pub(in crate::outputs) fn json(&self) -> String {
        // Every part of it is text, a list or nothing, so it always has a JSON form.
        let json = serde_json::to_value(self).unwrap_or(Json::Null);
        format!("{json:#}\n")
    }
}
