//! A schedule as plain values, in the words of one language. What is not known is `null`;
//! every name is always there.

use serde::Serialize;
use serde_json::Value as Json;

use crate::content::Language;
use crate::content::kinds::{PartOfDay, Repeat, Weekday};
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::calendar::{self, Which};
use crate::outputs::named::PlaceView;
use crate::outputs::planner::Planner;
use crate::site::Page;

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
    events: Vec<EventData>,
}

/// An event of a schedule.
#[derive(Serialize)]
struct EventData {
    id: String,
    title: String,
    description: Option<String>,
    /// That of title, description and venue.
    language: Language,
    starts: String,
    ends: Option<String>,
    part_of_day: Option<&'static str>,
    repeat: Option<RepeatData>,
    status: &'static str,
    moved_from: Option<String>,
    venue: Option<String>,
    place: Option<PlaceView>,
    /// The commune, ward or special zone in which that is.
    area: Option<String>,
    /// The event's own, or else the schedule's.
    organizer: Option<String>,
    with: Vec<String>,
    audiences: Vec<String>,
    contact: Option<String>,
    /// A map that shows the way: the event's own, or that of its place.
    map: Option<String>,
    /// An address of the web, of mail or of a telephone.
    register: Option<String>,
    access: Option<String>,
    cost: Option<String>,
    bring: Option<String>,
    /// What one may come to where it does not take place.
    instead: Option<Linked>,
    task: Option<TaskData>,
    materials: Vec<Linked>,
    /// Whether it is invented for illustration.
    sample: bool,
    url: Option<String>,
    calendar: Option<String>,
}

/// How an event comes back.
#[derive(Serialize)]
struct RepeatData {
    every: &'static str,
    on: Vec<&'static str>,
    /// As written, or else the last day of the schedule.
    until: Option<String>,
    except: Vec<String>,
}

/// A task of the schedule's plan.
#[derive(Serialize)]
struct TaskData {
    id: String,
    title: String,
}

/// Another page.
#[derive(Serialize)]
struct Linked {
    title: String,
    url: Option<String>,
}

/// The data of a schedule.
pub(super) fn of_schedule(own: SchedulePage<'_>) -> ScheduleData {
    let (planner, page, schedule) = (own.planner, own.page, own.schedule);
    let meta = &page.document.meta;
    ScheduleData {
        title: page.told_title().to_owned(),
        language: page.language().clone(),
        url: planner.permalink(&page.address),
        updated: own.date(&meta.updated).or_else(|| own.date(&meta.date)),
        timezone: planner.site.config.timezone.iana_name().map(str::to_owned),
        starts: own.date(&schedule.starts),
        ends: own.date(&schedule.ends),
        theme: schedule.theme.clone(),
        slogans: schedule.slogans.clone(),
        organizer: own.organizer().map(|organizer| organizer.name),
        plan: own.plan().map(|plan| linked(planner, plan)),
        events: own.events().map(event).collect(),
    }
}

fn linked(planner: &Planner<'_>, page: &Page) -> Linked {
    Linked { title: page.told_title().to_owned(), url: planner.permalink(&page.address) }
}

fn event(scheduled: ScheduledEvent<'_>) -> EventData {
    let (of, event) = (scheduled.of, scheduled.event);
    let calendar = calendar::address(of.page, Which::Event(scheduled.id()));
    EventData {
        id: scheduled.id().to_owned(),
        title: event.title.clone(),
        description: event.description.clone(),
        language: scheduled.language().clone(),
        starts: of.iso(event.when.starts),
        ends: event.when.ends.map(|ends| of.iso(ends)),
        part_of_day: event.when.part_of_day.map(PartOfDay::name),
        repeat: event.repeat.as_ref().map(|repeat| self::repeat(scheduled, repeat)),
        status: event.status.name(),
        moved_from: of.date(&event.moved_from),
        venue: event.venue().map(str::to_owned),
        place: scheduled.place(),
        area: scheduled.area_name(),
        organizer: scheduled.organizer().map(|organizer| organizer.name),
        with: scheduled.with().map(|agency| agency.name).collect(),
        audiences: scheduled.audiences().map(str::to_owned).collect(),
        contact: event.contact.clone(),
        map: scheduled.map().map(|map| map.written().to_owned()),
        register: event.visit.register.as_ref().map(|own| own.target.written().to_owned()),
        access: scheduled.access().map(str::to_owned),
        cost: event.visit.cost.clone(),
        bring: event.visit.bring.clone(),
        instead: scheduled
            .instead()
            .map(|own| Linked { title: own.title().to_owned(), url: own.permalink(of.planner) }),
        task: scheduled
            .task()
            .map(|task| TaskData { id: task.id.to_owned(), title: task.title.to_owned() }),
        materials: scheduled.materials().map(|page| linked(of.planner, page)).collect(),
        sample: scheduled.is_sample(),
        url: scheduled.permalink(),
        calendar: of.planner.permalink(&calendar),
    }
}

fn repeat(scheduled: ScheduledEvent<'_>, repeat: &Repeat) -> RepeatData {
    let of = scheduled.of;
    RepeatData {
        every: repeat.every.name(),
        on: repeat.on.iter().copied().map(Weekday::name).collect(),
        until: scheduled.last_start(repeat).map(|until| of.iso(until)),
        except: repeat.except.iter().map(|date| of.iso(date.value)).collect(),
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
