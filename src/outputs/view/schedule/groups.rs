//! The events of a schedule by place and by audience.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::content::Language;
use crate::content::kinds::Event;
use crate::locale::Order;
use crate::outputs::calendar::{self, Which};
use crate::outputs::named;
use crate::outputs::planner::Planner;
use crate::outputs::view::schedule::event::Sight;
use crate::outputs::view::schedule::{calendar_link, schedule_of};
use crate::site::PageId;

/// What events have in common.
struct Group<'a> {
    name: String,
    address: Json,
    /// The language of its name, where it is not the page's.
    language: Option<&'a Language>,
    calendar: Option<Which<'a>>,
    events: Vec<&'a Event>,
}

/// The events by place, those without one last.
pub(crate) fn places(planner: &Planner<'_>, id: PageId) -> Vec<Json> {
    let Some(schedule) = schedule_of(planner.site.page(id)) else { return Vec::new() };
    let sight = Sight::of(planner, id, schedule);
    let mut groups: BTreeMap<&str, Group<'_>> = BTreeMap::new();
    let mut rest = Vec::new();
    for event in sight.events {
        let key = event.place.as_ref().map(|key| key.value.as_str());
        let Some(own) = key.or(event.venue()) else {
            rest.push(event);
            continue;
        };
        let place = key.map(|key| named::place(planner, sight.page.language(), key));
        let group = groups.entry(own).or_insert_with(|| Group {
            name: place.as_ref().map_or(own, |place| &place.name).to_owned(),
            address: place.and_then(|place| place.address).into(),
            language: event.language.as_ref().filter(|_| key.is_none()),
            calendar: key.map(Which::Place),
            events: Vec::new(),
        });
        group.events.push(event);
    }
    views(&sight, groups, &rest)
}

/// The events by audience, those without one last.
pub(crate) fn audiences(planner: &Planner<'_>, id: PageId) -> Vec<Json> {
    let Some(schedule) = schedule_of(planner.site.page(id)) else { return Vec::new() };
    let sight = Sight::of(planner, id, schedule);
    let mut groups: BTreeMap<&str, Group<'_>> = BTreeMap::new();
    for event in sight.events {
        for audience in &event.audiences {
            let key = audience.as_str();
            let name = named::audience_name(planner, sight.page.language(), key);
            let group = groups.entry(key).or_insert_with(|| Group {
                name: name.to_owned(),
                address: Json::Null,
                language: None,
                calendar: Some(Which::Audience(key)),
                events: Vec::new(),
            });
            group.events.push(event);
        }
    }
    let rest: Vec<&Event> =
        sight.events.iter().filter(|event| event.audiences.is_empty()).collect();
    views(&sight, groups, &rest)
}

/// `[{id, name, lang, address, calendar, entries}]` in the order of the alphabet; what is in
/// no group comes last, under no name.
fn views<'a>(
    sight: &Sight<'_, 'a>,
    groups: BTreeMap<&'a str, Group<'a>>,
    rest: &[&'a Event],
) -> Vec<Json> {
    let order = Order::of(sight.page.language());
    let mut groups: Vec<(&str, Group<'_>)> = groups.into_iter().collect();
    groups.sort_by(|(a, one), (b, other)| order.compare(&one.name, &other.name).then(a.cmp(b)));
    let entries = |events: &[&Event]| -> Vec<Json> {
        events.iter().map(|event| sight.entry(event)).collect()
    };
    let mut views: Vec<Json> = groups
        .iter()
        .map(|(key, group)| {
            let link = |which| calendar_link(sight.planner, sight.page, which, &group.name);
            json!({
                "id": calendar::plain(key),
                "name": group.name,
                "lang": group.language.filter(|own| *own != sight.page.language()),
                "address": group.address,
                "calendar": group.calendar.map(link),
                "entries": entries(&group.events),
            })
        })
        .collect();
    if !rest.is_empty() {
        let entries = entries(rest);
        views.push(json!({
            "id": Json::Null, "name": Json::Null, "lang": Json::Null,
            "address": Json::Null, "calendar": Json::Null, "entries": entries,
        }));
    }
    views
}
