//! Calendars (RFC 5545) that residents put into their own: for each schedule one of all
//! its events, one of each event, and one of each place, area and audience in it; for each plan one
//! of the days on which its tasks are due.
//!
//! They lie beside the page of the schedule, in its language, as `lich.ics` and
//! `su-kien-ID.ics`, `noi-PLACE.ics`, `xa-AREA.ics`, `cho-AUDIENCE.ics`, in languages other
//! than Vietnamese as `calendar.ics` and `event-`, `place-`, `area-`, `audience-`. No name of one sort
//! can be one of another. What is no plain name gets a digest, so that no two fall together.
//! That of a plan lies beside its page as `thoi-han.ics` or `deadlines.ics`.
//! None of them needs a `base_url`.

mod deadline;
mod event;
mod time;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::Kind;
use crate::content::kinds::{Event, Plan};
use crate::locale::slug;
use crate::memo::Digest;
use crate::outputs::Origin;
use crate::outputs::events::{SchedulePage, area_of};
use crate::outputs::formats::ics::zone::{self, Range};
use crate::outputs::formats::ics::{Component, Property};
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::named;
use crate::outputs::planner::Planner;
use crate::outputs::view::plan::last_day;
use crate::site::{Address, Page, PageId};

pub(in crate::outputs) use event::{location, summary};

/// Which events of a schedule a calendar holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Which<'k> {
    /// All of them.
    All,
    /// The one of this id.
    Event(&'k str),
    /// Those at the place of this key.
    Place(&'k str),
    /// Those in the area of this key.
    Area(&'k str),
    /// Those for the audience of this key.
    Audience(&'k str),
}

/// An event that is ready for every calendar that holds it.
struct Ready<'e> {
    event: &'e Event,
    component: Arc<Component>,
    local: Option<Range>,
}

/// What a calendar holds, by name.
#[derive(Hash)]
pub(in crate::outputs) enum Held {
    /// All events of a schedule.
    All,
    /// The event of this id.
    Event(String),
    /// Those at the place of this key.
    Place(String),
    /// Those in the area of this key.
    Area(String),
    /// Those for the audience of this key.
    Audience(String),
    /// The days on which the tasks of a plan are due.
    Deadlines,
}

/// Every calendar of the site.
pub(in crate::outputs) fn calendars(planner: &Planner<'_>) -> Vec<Job> {
    let jobs = planner.site.ids().flat_map(|(id, page)| {
        let held: Vec<(Address, Held)> = match &page.document.kind {
            Kind::Schedule(_) => {
                let all = all(planner, planner.site.events(id)).into_iter();
                all.map(|which| (address(page, which), Held::of(which))).collect()
            }
            Kind::Plan(plan) => {
                let address = deadlines_address(page, plan);
                address.map(|address| (address, Held::Deadlines)).into_iter().collect()
            }
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => Vec::new(),
        };
        held.into_iter().filter_map(move |(address, held)| {
            let origin = Origin::Source(page.document.path.clone());
            Some(Job { path: address.output()?, origin, work: Subject::Calendar(id, held).into() })
        })
    });
    jobs.collect()
}

impl Held {
    fn of(which: Which<'_>) -> Held {
        match which {
            Which::All => Held::All,
            Which::Event(key) => Held::Event(key.to_owned()),
            Which::Place(key) => Held::Place(key.to_owned()),
            Which::Area(key) => Held::Area(key.to_owned()),
            Which::Audience(key) => Held::Audience(key.to_owned()),
        }
    }

    /// Which events of a schedule it holds; none if it is a plan's.
    fn which(&self) -> Option<Which<'_>> {
        match self {
            Held::All => Some(Which::All),
            Held::Event(key) => Some(Which::Event(key)),
            Held::Place(key) => Some(Which::Place(key)),
            Held::Area(key) => Some(Which::Area(key)),
            Held::Audience(key) => Some(Which::Audience(key)),
            Held::Deadlines => None,
        }
    }
}

/// The calendar of a page; none where the page has none of that sort.
pub(in crate::outputs) fn calendar(
    planner: &Planner<'_>,
    id: PageId,
    held: &Held,
) -> Option<Component> {
    let page = planner.site.page(id);
    if let Some(plan) = page.document.kind.as_plan() {
        return Some(deadlines(planner, page, plan));
    }
    Some(of_events(SchedulePage::of(planner, page)?, held.which()?))
}

/// The calendars of a schedule, that of all events first. One without events has none.
pub(in crate::outputs) fn all<'a>(
    planner: &Planner<'a>,
    events: &'a [Event],
) -> BTreeSet<Which<'a>> {
    let data = &planner.site.structure().data;
    let each = events.iter().flat_map(|event| {
        let place = event.place.iter().map(|key| Which::Place(&key.value));
        let area = area_of(data, event).map(Which::Area);
        let place = place.chain(area);
        let audiences = event.audiences.iter().map(|own| Which::Audience(own.as_str()));
        [Which::All, Which::Event(&event.id.value)].into_iter().chain(place).chain(audiences)
    });
    each.collect()
}

/// Where a calendar of a schedule is.
pub(in crate::outputs) fn address(page: &Page, which: Which<'_>) -> Address {
    let words = match which {
        Which::All => ["lich", "calendar"],
        Which::Event(_) => ["su-kien-", "event-"],
        Which::Place(_) => ["noi-", "place-"],
        Which::Area(_) => ["xa-", "area-"],
        Which::Audience(_) => ["cho-", "audience-"],
    };
    let word = words[usize::from(!page.language().is_vietnamese())];
    let key = match which {
        Which::All => String::new(),
        Which::Event(key) | Which::Place(key) | Which::Area(key) | Which::Audience(key) => {
            plain(key)
        }
    };
    Address::of_file(&format!("{}{word}{key}.ics", page.address.folder()))
}

/// Where calendars subscribe to one, so that it follows what changes; none on a site
/// without an address. The scheme is that which calendars are known to open.
pub(in crate::outputs) fn subscription(
    planner: &Planner<'_>,
    page: &Page,
    which: Which<'_>,
) -> Option<String> {
    let whole = planner.permalink(&address(page, which))?;
    whole.split_once("://").map(|(_, rest)| format!("webcal://{rest}"))
}

/// A name in small ASCII letters that no other key has.
pub(in crate::outputs) fn plain(key: &str) -> String {
    let slug = slug(key);
    if slug == key {
        return slug;
    }
    let digest = Digest::of(key.as_bytes()).to_hex();
    let name = format!("{slug}-{}", &digest[..8]);
    name.trim_start_matches('-').to_owned()
}

fn of_events(schedule: SchedulePage<'_>, which: Which<'_>) -> Component {
    let own = schedule.events().filter(|scheduled| which.holds(schedule.planner, scheduled.event));
    let events = own.map(|scheduled| {
        let (component, local) = event::component(scheduled);
        Ready { event: scheduled.event, component: Arc::new(component), local }
    });
    let events: Vec<Ready<'_>> = events.collect();
    let name = name(schedule.planner, schedule.page, which, &events);
    bound(schedule.planner, &name, &events)
}

/// Where the calendar of a plan's deadlines is; none if no task has a last day.
pub(in crate::outputs) fn deadlines_address(page: &Page, plan: &Plan) -> Option<Address> {
    let is_there = plan.tasks.iter().any(|task| last_day(task).is_some());
    let name = if page.language().is_vietnamese() { "thoi-han" } else { "deadlines" };
    is_there.then(|| Address::of_file(&format!("{}{name}.ics", page.address.folder())))
}

fn deadlines(planner: &Planner<'_>, page: &Page, plan: &Plan) -> Component {
    let title = page.told_title();
    let name = match planner.theme.text(page.language(), "plan.deadlines", &[]) {
        Some(word) => format!("{title} – {word}"),
        None => title.to_owned(),
    };
    whole(&name, deadline::components(planner, page, plan))
}

impl Which<'_> {
    fn holds(self, planner: &Planner<'_>, event: &Event) -> bool {
        match self {
            Which::All => true,
            Which::Event(id) => event.id.value == id,
            Which::Place(key) => event.place.as_ref().is_some_and(|place| place.value == key),
            Which::Area(key) => area_of(&planner.site.data, event) == Some(key),
            Which::Audience(key) => event.audiences.iter().any(|own| own.as_str() == key),
        }
    }
}

/// What people see of a calendar in the list of their calendars.
fn name(planner: &Planner<'_>, page: &Page, which: Which<'_>, events: &[Ready<'_>]) -> String {
    let title = page.told_title();
    match which {
        Which::All => title.to_owned(),
        Which::Event(id) => {
            events.first().map_or_else(|| id.to_owned(), |own| own.event.title.clone())
        }
        Which::Place(key) => {
            format!("{title} – {}", named::place(planner, page.language(), key).name)
        }
        Which::Area(key) => {
            format!("{title} – {}", named::area(planner, page.language(), key).name)
        }
        Which::Audience(key) => {
            format!("{title} – {}", named::audience_name(planner, page.language(), key))
        }
    }
}

/// A calendar of these events, with the clocks that they need.
fn bound(planner: &Planner<'_>, name: &str, events: &[Ready<'_>]) -> Component {
    let zone = &planner.site.config.timezone;
    let ranges = events.iter().filter_map(|own| own.local);
    let range = ranges.reduce(|all, own| (all.0.min(own.0), all.1.max(own.1)));
    let zone = range.zip(zone::id(zone)).map(|(range, id)| zone::component(zone, id, range));
    let events = events.iter().map(|own| Arc::clone(&own.component));
    whole(name, zone.map(Arc::new).into_iter().chain(events).collect())
}

/// A calendar of this name and of these parts.
fn whole(name: &str, parts: Vec<Arc<Component>>) -> Component {
    let properties = vec![
        Property::new("VERSION", "2.0"),
        Property::new("PRODID", "-//Bangtin//Bangtin//EN"),
        Property::new("CALSCALE", "GREGORIAN"),
        // RFC 7986 §5.1, and what calendars knew before it.
        Property::text("NAME", name),
        Property::text("X-WR-CALNAME", name),
    ];
    Component::new("VCALENDAR", properties, parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_have_one_name() {
        let keys =
            ["ngay-25-11", "Ngay-25-11", "ngay.25.11", "ngày-25-11", "會議", "会议", "-", "ế"];
        let names: BTreeSet<String> = keys.iter().map(|key| plain(key)).collect();
        assert_eq!(names.len(), keys.len(), "{names:?}");
        let fits =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        assert!(names.iter().all(|name| name.chars().all(fits)), "{names:?}");
        assert_eq!(plain("ngay-25-11"), "ngay-25-11");
    }
}
