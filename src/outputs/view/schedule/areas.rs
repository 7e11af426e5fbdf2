//! The events of a schedule by commune, ward or special zone, and those of one of them.

use jiff::civil::Date;
use serde::Serialize;

use crate::locale::Order;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::calendar::{self, Which};
use crate::outputs::files::feeds;
use crate::outputs::named::{self, AreaView};
use crate::outputs::pages::schedule;
use crate::outputs::planner::Planner;
use crate::outputs::view::schedule::{CalendarLink, event::Entry};
use crate::site::PageId;

/// An area in the list of all.
#[derive(Serialize)]
pub(crate) struct AreaLine {
    id: String,
    #[serde(flatten)]
    area: AreaView,
    url: String,
    /// How many events are in it.
    count: usize,
    /// How many of them are not over on the build's day.
    coming: usize,
    /// The day on which something takes place next.
    next: Option<Date>,
}

/// An area on a page of its own.
#[derive(Serialize)]
pub(crate) struct AreaPage {
    #[serde(flatten)]
    area: AreaView,
    /// The page with all areas.
    all: String,
    calendar: CalendarLink,
    /// Its feed, if it has one.
    feed: Option<String>,
    /// The events that are not over on the build's day, the next first.
    coming: Vec<Entry>,
    /// Those that are over.
    past: Vec<Entry>,
}

/// The areas in which events are, in the order of the alphabet.
pub(crate) fn areas(planner: &Planner<'_>, id: PageId) -> Vec<AreaLine> {
    let Some(own) = SchedulePage::of(planner, planner.site.page(id)) else { return Vec::new() };
    let order = Order::of(own.language());
    let lines = schedule::areas_of(planner, id).into_iter().map(|key| {
        let entries: Vec<Entry> = within(own, key).map(Entry::of).collect();
        AreaLine {
            id: calendar::plain(key),
            area: named::area(planner, own.language(), key),
            url: schedule::area_address(own.page, key).encoded(),
            count: entries.len(),
            coming: entries.iter().filter(|entry| entry.next.is_some()).count(),
            next: entries.iter().filter(|entry| !entry.is_off).filter_map(|own| own.next).min(),
        }
    });
    let mut lines: Vec<AreaLine> = lines.collect();
    lines.sort_by(|a, b| order.compare(&a.area.name, &b.area.name).then_with(|| a.id.cmp(&b.id)));
    lines
}

/// The events that are in no area.
pub(crate) fn elsewhere(planner: &Planner<'_>, id: PageId) -> Vec<Entry> {
    let own = SchedulePage::of(planner, planner.site.page(id)).into_iter();
    let events = own.flat_map(SchedulePage::events);
    events.filter(|scheduled| scheduled.area().is_none()).map(Entry::of).collect()
}

/// An area and its events.
pub(crate) fn area(planner: &Planner<'_>, id: PageId, key: &str) -> Option<AreaPage> {
    let own = SchedulePage::of(planner, planner.site.page(id))?;
    let area = named::area(planner, own.language(), key);
    let entries = within(own, key).map(Entry::of);
    let (mut coming, past): (Vec<Entry>, Vec<Entry>) =
        entries.partition(|entry| entry.next.is_some());
    // What comes back begins long before its next day.
    coming.sort_by_key(|entry| entry.next);
    let mut views = schedule::views(planner, id).into_iter();
    let all = views.find(|(kind, _)| *kind == schedule::ViewKind::Areas);
    Some(AreaPage {
        all: all.map_or_else(|| own.page.address.encoded(), |(_, address)| address.encoded()),
        calendar: CalendarLink::of(own, Which::Area(key), &area.name),
        feed: feeds::area_address(own, key).map(|address| address.encoded()),
        area,
        coming,
        past,
    })
}

fn within<'p>(own: SchedulePage<'p>, key: &str) -> impl Iterator<Item = ScheduledEvent<'p>> {
    own.events().filter(move |scheduled| scheduled.area() == Some(key))
}
