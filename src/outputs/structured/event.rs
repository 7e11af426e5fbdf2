//! `Event`: what takes place, when, where, by whom, and whether it still does.

use serde_json::Value as Json;

use crate::content::LinkTarget;
use crate::content::kinds::{Event, EventStatus, Named, PartOfDay, Schedule};
use crate::outputs::named;
use crate::outputs::schedule::event_permalink;
use crate::outputs::structured::graph::Node;
use crate::outputs::structured::{Sight, organization, repetition};

/// An event of the schedule of a page. Whom to ask is left out: it is for people to read.
pub(super) fn event(sight: &Sight<'_, '_>, schedule: &Schedule, event: &Event) -> Node {
    let (planner, language) = (sight.planner, sight.language());
    let own = event.language.as_ref().unwrap_or(language);
    let with = event.with.iter().map(|own| organization::agency(planner, language, own).into());
    let audiences = event.audiences.iter().map(|key| {
        let name = named::audience_name(planner, language, key.as_str());
        Node::new("Audience").with("audienceType", name).into()
    });
    let node = Node::new("Event")
        .with("name", sight.named(&event.title, sight.is_invented(event)))
        .with("description", description(sight, event))
        .with("url", event_permalink(planner, sight.page, &event.id.value))
        .with("inLanguage", own.as_str());
    when(sight, schedule, event, node)
        .with("eventStatus", status(event.status))
        .with("previousStartDate", previous_start(sight, event))
        .with("location", location(sight, event))
        .with("organizer", organizer(sight, schedule, event))
        .with("contributor", with.collect::<Vec<Json>>())
        .with("audience", audiences.collect::<Vec<Json>>())
}

/// An event that comes back has its times in its schedule, so that no program takes the
/// first for the only one; schema.org asks for that.
fn when(sight: &Sight<'_, '_>, schedule: &Schedule, event: &Event, node: Node) -> Node {
    match repetition::repetition(sight, schedule, event) {
        Some(repetition) => node.with("eventSchedule", repetition),
        None => node
            .with("startDate", sight.iso(event.when.starts))
            .with("endDate", event.when.ends.map(|ends| sight.iso(ends))),
    }
}

/// What schema.org has no property for stands here in words.
fn description(sight: &Sight<'_, '_>, event: &Event) -> String {
    let tentative = match event.status {
        EventStatus::Tentative => sight.word("event.status.tentative"),
        EventStatus::Confirmed
        | EventStatus::Cancelled
        | EventStatus::Postponed
        | EventStatus::Moved => None,
    };
    let part = event.when.part_of_day.map(PartOfDay::name);
    let part = part.and_then(|part| sight.word(&format!("event.part.{part}")));
    let own = event.description.as_deref().map(|text| text.trim().to_owned());
    [tentative, part, own].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// What is only planned has no word of its own.
fn status(status: EventStatus) -> Option<&'static str> {
    match status {
        EventStatus::Confirmed => Some("https://schema.org/EventScheduled"),
        EventStatus::Tentative => None,
        EventStatus::Cancelled => Some("https://schema.org/EventCancelled"),
        EventStatus::Postponed => Some("https://schema.org/EventPostponed"),
        EventStatus::Moved => Some("https://schema.org/EventRescheduled"),
    }
}

/// When it was to begin. What is put off to a day that is not known keeps the one it had.
fn previous_start(sight: &Sight<'_, '_>, event: &Event) -> Option<String> {
    let announced = event.moved_from.as_ref().map(|date| date.value);
    let previous = match event.status {
        EventStatus::Postponed => announced.or(Some(event.when.starts)),
        EventStatus::Cancelled | EventStatus::Moved => announced,
        EventStatus::Confirmed | EventStatus::Tentative => None,
    };
    previous.map(|date| sight.iso(date))
}

/// Where: the venue in words, inside the place of `_data/places.yaml`.
fn location(sight: &Sight<'_, '_>, event: &Event) -> Option<Node> {
    let place = event.place.as_ref().map(|key| {
        let entry = sight.planner.site.data.places.get(&key.value);
        let place = named::place(sight.planner, sight.language(), &key.value);
        Node::new("Place")
            .with("name", place.name)
            .with("address", place.address)
            .with("url", entry.and_then(|own| own.url.as_ref()).map(LinkTarget::written))
    });
    match event.venue() {
        Some(venue) => Some(Node::new("Place").with("name", venue).with("containedInPlace", place)),
        None => place,
    }
}

fn organizer(sight: &Sight<'_, '_>, schedule: &Schedule, event: &Event) -> Option<Node> {
    let (planner, language) = (sight.planner, sight.language());
    let schedules = schedule.organizer.clone().map(Named::Key);
    let organizer = event.organizer.as_ref().or(schedules.as_ref())?;
    Some(organization::agency(planner, language, organizer))
}
