//! One event as a `VEVENT` (RFC 5545 §3.6.1).
//!
//! All of it comes from what was written, nothing from the clock. The `UID` is made from
//! the site's address, the schedule's translation key and the event's id, so it is the
//! same in every language and in every calendar, and stays when titles and days change.
//! `SEQUENCE` climbs with the page's `updated` and, where that stays, along the life of an
//! event: announced, postponed, moved to another day, cancelled. An organizer has no `ORGANIZER`, which asks for an e-mail
//! address, but a line of the description.

use jiff::Timestamp;

use crate::content::kinds::{EventStatus, PartOfDay, Visit};
use crate::memo::Digest;
use crate::outputs::events::ScheduledEvent;
use crate::outputs::files::calendar::time::{Times, times, utc};
use crate::outputs::formats::ics::zone::Range;
use crate::outputs::formats::ics::{Component, Property};
use crate::outputs::planner::Planner;
use crate::site::Page;
use crate::yaml::{Marked, Moment};

/// What stands for the host in the `UID`s of a site without `base_url` (RFC 2606 §2).
const NO_HOST: &str = "bangtin.invalid";

/// The beginning of 2000 in UTC, from which changes are counted, in seconds of Unix time.
const FIRST_CHANGE: i64 = 946_684_800;

/// An event, and from when to when its local times reach.
pub(super) fn component(scheduled: ScheduledEvent<'_>) -> (Component, Option<Range>) {
    let (event, planner, page) = (scheduled.event, scheduled.of.planner, scheduled.of.page);
    let zone = &planner.site.config.timezone;
    let changed = changed(planner, page);
    let Times { properties: when, local } = times(&scheduled.timing(), zone);
    let stamp = changed.unwrap_or_else(|| event.when.starts.start(zone));
    let mut properties = vec![
        Property::text("UID", &uid(planner, page, scheduled.id())),
        Property::new("DTSTAMP", utc(stamp)),
        Property::new("SEQUENCE", sequence(event.status, changed).to_string()),
    ];
    properties.extend(changed.map(|changed| Property::new("LAST-MODIFIED", utc(changed))));
    properties.extend(when);
    properties.push(Property::text("SUMMARY", &summary(scheduled)));
    properties.push(Property::new("STATUS", status(event.status)));
    if matches!(event.when.starts, Moment::Day(_)) {
        // No hour is known, so the day is not taken up.
        properties.push(Property::new("TRANSP", "TRANSPARENT"));
    }
    let mut text = |name, text: &str| {
        if !text.trim().is_empty() {
            properties.push(Property::text(name, text));
        }
    };
    text("DESCRIPTION", &description(scheduled));
    text("LOCATION", &location(scheduled));
    text("CONTACT", event.contact.as_deref().unwrap_or_default());
    let audiences: Vec<String> = scheduled.audiences().map(str::to_owned).collect();
    if !audiences.is_empty() {
        properties.push(Property::texts("CATEGORIES", &audiences));
    }
    properties.extend(scheduled.permalink().map(|url| Property::new("URL", url)));
    (Component::new("VEVENT", properties, Vec::new()), local)
}

/// When what a page says was last changed.
pub(super) fn changed(planner: &Planner<'_>, page: &Page) -> Option<Timestamp> {
    let meta = &page.document.meta;
    let date = meta.updated.as_ref().or(meta.date.as_ref())?;
    Some(date.value.start(&planner.site.config.timezone))
}

/// The name by which calendars know what has this id on a page.
pub(super) fn uid(planner: &Planner<'_>, page: &Page, id: &str) -> String {
    let base = planner.site.config.base_url.as_ref();
    let host = base.and_then(|base| base.as_str().split('/').nth(2)).unwrap_or(NO_HOST);
    let folder = base.map_or("/", |base| base.path());
    // Two sites of one host may have schedules of one name.
    let whole = format!("{folder}\n{}\n{id}", page.key);
    let digest = Digest::of(whole.as_bytes()).to_hex();
    format!("{id}-{}@{}", &digest[..16], host.to_lowercase())
}

/// How often an event was changed (RFC 5545 §3.8.7.4): a number that only grows, from the
/// minute of the last change and, within it, from how the life of an event goes on.
fn sequence(status: EventStatus, changed: Option<Timestamp>) -> i64 {
    let step = match status {
        EventStatus::Confirmed | EventStatus::Tentative => 0,
        EventStatus::Postponed => 1,
        EventStatus::Moved => 2,
        EventStatus::Cancelled => 3,
    };
    let minutes = changed.map_or(0, |changed| (changed.as_second() - FIRST_CHANGE) / 60);
    // The largest INTEGER (RFC 5545 §3.3.8) is some minute of the year 3020.
    minutes.clamp(0, i64::from(i32::MAX) / 4 - 1) * 4 + step
}

/// RFC 5545 §3.8.1.11. It has no word for what is put off; the summary has.
fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Confirmed | EventStatus::Moved => "CONFIRMED",
        EventStatus::Tentative | EventStatus::Postponed => "TENTATIVE",
        EventStatus::Cancelled => "CANCELLED",
    }
}

/// The title, and before it what must not be missed: many calendars show no status, and none
/// knows of events that are invented.
pub(in crate::outputs) fn summary(scheduled: ScheduledEvent<'_>) -> String {
    let (of, event) = (scheduled.of, scheduled.event);
    let mut tags = Vec::new();
    if scheduled.is_sample() {
        tags.extend(of.word("sample.label"));
    }
    if event.status != EventStatus::Confirmed {
        tags.extend(of.word(&format!("event.status.{}", event.status.name())));
    }
    let tags: String = tags.into_iter().map(|tag| format!("[{tag}] ")).collect();
    format!("{tags}{}", event.title)
}

fn description(scheduled: ScheduledEvent<'_>) -> String {
    let (of, event) = (scheduled.of, scheduled.event);
    let mut lines: Vec<String> = event.description.iter().cloned().collect();
    let part = event.when.part_of_day.map(PartOfDay::name);
    lines.extend(part.and_then(|part| of.word(&format!("event.part.{part}"))));
    let mut row = |key: &str, value: Option<String>| {
        let Some(value) = value.filter(|value| !value.is_empty()) else { return };
        lines.push(match of.word(key) {
            Some(label) => format!("{label}: {value}"),
            None => value,
        });
    };
    let zone = &of.planner.site.config.timezone;
    let day = |date: &Marked<Moment>| of.planner.theme.day(of.language(), date.value.day(zone));
    row("event.moved_from", event.moved_from.as_ref().map(day));
    row("event.organizer", scheduled.organizer().map(|organizer| organizer.name));
    let with: Vec<String> = scheduled.with().map(|agency| agency.name).collect();
    row("event.with", Some(with.join(", ")));
    row("event.contact", event.contact.clone());
    let Visit { register, cost, bring, .. } = &event.visit;
    row("event.register", register.as_ref().map(|own| own.in_full().to_owned()));
    row("event.cost", cost.clone());
    row("event.access", scheduled.access().map(str::to_owned));
    row("event.bring", bring.clone());
    row("event.map", scheduled.map().map(|map| map.written().to_owned()));
    row("event.instead", scheduled.instead().map(|own| own.title().to_owned()));
    lines.join("\n")
}

/// Where, as the page says it.
pub(in crate::outputs) fn location(scheduled: ScheduledEvent<'_>) -> String {
    let (name, address) = scheduled.place().map(|own| (own.name, own.address)).unzip();
    let parts = [scheduled.event.venue().map(str::to_owned), name, address.flatten()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
