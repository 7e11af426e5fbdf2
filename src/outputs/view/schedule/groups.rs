//! The events of a schedule by place and by audience.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::Language;
use crate::content::kinds::Named;
use crate::locale::Order;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::calendar::{self, Which};
use crate::outputs::named;
use crate::outputs::planner::Planner;
use crate::outputs::view::schedule::{CalendarLink, event::Entry};
use crate::site::PageId;

/// Events that have a place or an audience in common, or none at all.
#[derive(Default, Serialize)]
pub(crate) struct GroupView {
    id: Option<String>,
    name: Option<String>,
    /// The language of its name, where it is not the page's.
    lang: Option<Language>,
    address: Option<String>,
    calendar: Option<CalendarLink>,
    entries: Vec<Entry>,
    /// The group of those that are for everybody, if this is another.
    everyone: Option<Everyone>,
}

/// What is for everybody, and so for those of each group.
#[derive(Clone, Serialize)]
struct Everyone {
    id: String,
    name: String,
    /// How many events that are.
    count: usize,
}

/// What events have in common.
struct Group<'p> {
    name: String,
    address: Option<String>,
    language: Option<&'p Language>,
    calendar: Option<Which<'p>>,
    events: Vec<ScheduledEvent<'p>>,
}

/// The events by place, those without one last.
pub(crate) fn places(planner: &Planner<'_>, id: PageId) -> Vec<GroupView> {
    let Some(schedule) = SchedulePage::of(planner, planner.site.page(id)) else {
        return Vec::new();
    };
    let mut groups: BTreeMap<&str, Group<'_>> = BTreeMap::new();
    let mut rest = Vec::new();
    for scheduled in schedule.events() {
        let event = scheduled.event;
        let key = event.place.as_ref().map(|key| key.value.as_str());
        let Some(own) = key.or(event.venue()) else {
            rest.push(scheduled);
            continue;
        };
        let group = groups.entry(own).or_insert_with(|| {
            let (name, address) = scheduled.place().map(|own| (own.name, own.address)).unzip();
            Group {
                name: name.unwrap_or_else(|| own.to_owned()),
                address: address.flatten(),
                language: scheduled.foreign_language().filter(|_| key.is_none()),
                calendar: key.map(Which::Place),
                events: Vec::new(),
            }
        });
        group.events.push(scheduled);
    }
    let mut views = views(schedule, &[], groups, rest);
    // The heading says where they are.
    for view in views.iter_mut().filter(|view| view.id.is_some()) {
        let is_place = view.calendar.is_some();
        view.entries.iter_mut().for_each(|entry| entry.forget_place(is_place));
    }
    views
}

/// The events by audience in the order of the taxonomy, those without one last. Its first term
/// is that of everybody: what is for everybody is for those of each other group too.
pub(crate) fn audiences(planner: &Planner<'_>, id: PageId) -> Vec<GroupView> {
    let Some(schedule) = SchedulePage::of(planner, planner.site.page(id)) else {
        return Vec::new();
    };
    let mut groups: BTreeMap<&str, Group<'_>> = BTreeMap::new();
    let (with, rest): (Vec<_>, Vec<_>) =
        schedule.events().partition(|scheduled| !scheduled.event.audiences.is_empty());
    for scheduled in with {
        for key in scheduled.event.audiences.iter().map(Named::as_str) {
            let group = groups.entry(key).or_insert_with(|| Group {
                name: named::audience_name(planner, schedule.language(), key).to_owned(),
                address: None,
                language: None,
                calendar: Some(Which::Audience(key)),
                events: Vec::new(),
            });
            group.events.push(scheduled);
        }
    }
    let taxonomies = &planner.site.config.taxonomies;
    let taxonomy = taxonomies.iter().find(|taxonomy| taxonomy.name == "audiences");
    let order = taxonomy.map_or(&[][..], |taxonomy| taxonomy.order.as_slice());
    let everyone = order.first().and_then(|first| {
        let group = groups.get(first.as_str())?;
        let (id, name) = (calendar::plain(first), group.name.clone());
        Some(Everyone { id, name, count: group.events.len() })
    });
    let mut views = views(schedule, order, groups, rest);
    for view in views.iter_mut().filter(|view| view.id.is_some()) {
        view.everyone = everyone.clone().filter(|all| view.id.as_ref() != Some(&all.id));
    }
    views
}

/// The groups in this order, then in that of the alphabet; what is in no group comes last, under
/// no name.
fn views<'p>(
    schedule: SchedulePage<'p>,
    first: &[String],
    groups: BTreeMap<&'p str, Group<'p>>,
    rest: Vec<ScheduledEvent<'p>>,
) -> Vec<GroupView> {
    let order = Order::of(schedule.language());
    let mut groups: Vec<(&str, Group<'_>)> = groups.into_iter().collect();
    let place = |key: &str| first.iter().position(|own| own == key).unwrap_or(first.len());
    groups.sort_by(|(a, one), (b, other)| {
        let named = || order.compare(&one.name, &other.name).then(a.cmp(b));
        place(a).cmp(&place(b)).then_with(named)
    });
    let entries = |events: Vec<ScheduledEvent<'_>>| events.into_iter().map(Entry::of).collect();
    let views = groups.into_iter().map(|(key, group)| GroupView {
        id: Some(calendar::plain(key)),
        lang: group.language.cloned(),
        address: group.address,
        calendar: group.calendar.map(|which| CalendarLink::of(schedule, which, &group.name)),
        name: Some(group.name),
        entries: entries(group.events),
        everyone: None,
    });
    let mut views: Vec<GroupView> = views.collect();
    if !rest.is_empty() {
        views.push(GroupView { entries: entries(rest), ..GroupView::default() });
    }
    views
}
