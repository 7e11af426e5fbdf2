//! `Event`: what takes place, when, where, by whom, and whether it still does.

use serde_json::Value as Json;

use crate::content::kinds::{EventStatus, PartOfDay};
use crate::content::{Leads, LinkTarget};
use crate::outputs::events::ScheduledEvent;
use crate::outputs::formats::json_ld::Node;
use crate::outputs::pages::structured::{Described, organization, repetition};

/// An event of the schedule of a page. Whom to ask is left out: it is for people to read.
pub(super) fn event(about: &Described<'_, '_>, scheduled: ScheduledEvent<'_>) -> Node {
    let event = scheduled.event;
    let with = scheduled.with().map(|own| organization::agency(about.planner, own).into());
    let audiences = scheduled.audiences();
    let audiences = audiences.map(|name| Node::new("Audience").with("audienceType", name).into());
    let node = Node::new("Event")
        .with("name", about.named(&event.title, scheduled.is_sample()))
        .with("description", description(scheduled))
        .with("url", scheduled.permalink())
        .with("inLanguage", scheduled.language().as_str());
    when(scheduled, node)
        .with("eventStatus", status(event.status))
        .with("previousStartDate", previous_start(scheduled))
        .with("location", location(scheduled))
        .with(
            "organizer",
            scheduled.organizer().map(|own| organization::agency(about.planner, own)),
        )
        .with("contributor", with.collect::<Vec<Json>>())
        .with("audience", audiences.collect::<Vec<Json>>())
        .with("isAccessibleForFree", event.visit.is_free().then_some(true))
        .with("offers", offer(scheduled))
}

/// An event that comes back has its times in its schedule, so that no program takes the
/// first for the only one; schema.org asks for that.
fn when(scheduled: ScheduledEvent<'_>, node: Node) -> Node {
    let (of, when) = (scheduled.of, scheduled.event.when);
    let zone = &of.planner.site.config.timezone;
    match repetition::repetition(&scheduled.timing(), zone) {
        Some(repetition) => node.with("eventSchedule", repetition),
        None => node
            .with("startDate", of.iso(when.starts))
            .with("endDate", when.ends.map(|ends| of.iso(ends))),
    }
}

/// What schema.org has no property for stands here in words.
fn description(scheduled: ScheduledEvent<'_>) -> String {
    let (of, event) = (scheduled.of, scheduled.event);
    let tentative = match event.status {
        EventStatus::Tentative => of.word("event.status.tentative"),
        EventStatus::Confirmed
        | EventStatus::Cancelled
        | EventStatus::Postponed
        | EventStatus::Moved => None,
    };
    let part = event.when.part_of_day.map(PartOfDay::name);
    let part = part.and_then(|part| of.word(&format!("event.part.{part}")));
    let own = event.description.as_deref().map(|text| text.trim().to_owned());
    [tentative, part, own].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Where one registers on the web. Of what is off there is nothing to be had.
fn offer(scheduled: ScheduledEvent<'_>) -> Option<Node> {
    let target = &scheduled.event.visit.register.as_ref()?.target;
    let is_had = target.leads() == Leads::Web && !scheduled.is_off();
    is_had.then(|| Node::new("Offer").with("url", target.written()))
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
fn previous_start(scheduled: ScheduledEvent<'_>) -> Option<String> {
    let event = scheduled.event;
    let announced = event.moved_from.as_ref().map(|date| date.value);
    let previous = match event.status {
        EventStatus::Postponed => announced.or(Some(event.when.starts)),
        EventStatus::Cancelled | EventStatus::Moved => announced,
        EventStatus::Confirmed | EventStatus::Tentative => None,
    };
    previous.map(|date| scheduled.of.iso(date))
}

/// Where: the venue in words, inside the place of `_data/places.yaml`.
fn location(scheduled: ScheduledEvent<'_>) -> Option<Node> {
    let area = scheduled.area_name();
    let area = area.map(|name| Node::new("AdministrativeArea").with("name", name));
    let place = scheduled.place().map(|place| {
        Node::new("Place")
            .with("name", place.name)
            .with("address", place.address)
            .with("url", scheduled.place_url().map(LinkTarget::written))
            .with("containedInPlace", area)
    });
    let map = scheduled.map().map(LinkTarget::written);
    match scheduled.event.venue() {
        Some(venue) => Some(
            Node::new("Place")
                .with("name", venue)
                .with("hasMap", map)
                .with("containedInPlace", place),
        ),
        None => place.map(|place| place.with("hasMap", map)),
    }
}
