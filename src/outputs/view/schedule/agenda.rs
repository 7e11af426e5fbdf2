//! What a front page shows of a schedule: what takes place next, as short as can be, and what a
//! script needs to find the day of today.
//!
//! What is to come is seen from the day on which the site is built. Residents may see one build
//! for weeks, so more stands here than is shown at once, for a script to choose from.

use jiff::civil::Date;
use serde::Serialize;

use crate::content::Language;
use crate::outputs::events::SchedulePage;
use crate::outputs::events::times;
use crate::outputs::named::PlaceView;
use crate::outputs::pages::schedule;
use crate::outputs::planner::{Planner, newest_first};
use crate::outputs::view::schedule::days::{Calendar, DayEntry, DayView, LongEntry};
use crate::outputs::view::schedule::event::{Entry, RepeatView};
use crate::site::{PageId, Today};
use crate::yaml::{Marked, Moment};

/// How many occurrences a front page holds of what is to come, for the weeks after the build.
const MOST_TO_COME: usize = 24;

/// How many events that last it shows; the schedule has the others.
const MOST_LONGER: usize = 8;

/// The most days of a span in which readers count days.
const MOST_COUNTED: i64 = 366;

/// What a front page shows of a schedule.
#[derive(Serialize)]
pub(crate) struct Agenda {
    title: String,
    url: String,
    sample: bool,
    starts: Date,
    ends: Date,
    /// How many days it has, where readers count them.
    days: Option<i64>,
    /// `before`, `during` or `after`: where the build's day is.
    phase: &'static str,
    /// Which of its days the build's day is, from 1 on.
    day: Option<i64>,
    /// What takes place from the build's day on; what comes back stands there more than once.
    coming: Vec<OnDay>,
    marks: String,
    views: Vec<Way>,
    longer: Vec<Long>,
}

/// A way to look at the schedule.
#[derive(Serialize)]
struct Way {
    name: &'static str,
    url: String,
}

/// An event on one of its days.
#[derive(Serialize)]
struct OnDay {
    #[serde(flatten)]
    entry: Brief,
    date: Date,
    /// Whether its day is over on the build's day.
    past: bool,
    gone: bool,
}

/// An event that lasts for days or comes every day.
#[derive(Serialize)]
struct Long {
    #[serde(flatten)]
    entry: Brief,
    date: Date,
    last_date: Date,
    /// Whether it takes place on the build's day.
    on: bool,
}

/// An entry without what only the schedule shows of it.
#[derive(Serialize)]
struct Brief {
    title: String,
    lang: Option<Language>,
    dir: Option<String>,
    url: String,
    starts: String,
    ends: Option<String>,
    all_day: bool,
    part_of_day: Option<&'static str>,
    repeat: Option<RepeatView>,
    status: &'static str,
    is_off: bool,
    moved_from: Option<String>,
    venue: Option<String>,
    place: Option<PlaceView>,
    sample: bool,
    times: Option<String>,
    next: Option<Date>,
}

/// `agenda`: the newest schedule of a language that has events; none without one.
pub(crate) fn agenda(planner: &Planner<'_>, language: &Language) -> Option<Agenda> {
    let (site, zone) = (planner.site, &planner.site.config.timezone);
    let mut newest = newest_first(site, language, "schedule").into_iter();
    let id = newest.find(|id| !site.events(*id).is_empty())?;
    let own = SchedulePage::of(planner, site.page(id))?;
    let day = |date: &Option<Marked<Moment>>| date.as_ref().map(|date| date.value.day(zone));
    let (first, last) = (day(&own.schedule.starts)?, day(&own.schedule.ends)?);
    let calendar = Calendar::of(own);
    let days = count(first, last);
    let (phase, day) = phase(own.today(), (first, last));
    let longer = calendar.longer();
    Some(Agenda {
        title: own.page.document.meta.title.clone(),
        url: own.page.address.encoded(),
        sample: own.page.shared.sample.unwrap_or(false),
        starts: first,
        ends: last,
        days: (1..=MOST_COUNTED).contains(&days).then_some(days),
        phase,
        day,
        coming: coming(own.today(), &calendar),
        marks: times::marks(first, last, zone),
        views: ways(planner, id),
        longer: longer.into_iter().take(MOST_LONGER).map(Long::from).collect(),
    })
}

/// How many days there are from one to another, both counted.
fn count(first: Date, last: Date) -> i64 {
    first.duration_until(last).as_hours() / 24 + 1
}

/// Whether the build's day lies before, in or after a span, and which of its days it is.
fn phase(today: Today, (first, last): (Date, Date)) -> (&'static str, Option<i64>) {
    match today.date() {
        Some(day) if (first..=last).contains(&day) => ("during", Some(count(first, day))),
        _ if today.is_after(last) => ("after", None),
        _ => ("before", None),
    }
}

/// What takes place first on the days that are not over.
fn coming(today: Today, calendar: &Calendar<'_>) -> Vec<OnDay> {
    let days = calendar.dates().filter(|date| !today.is_after(*date));
    let entries = days.map(|date| calendar.day(date)).flat_map(OnDay::all);
    entries.filter(|own| !own.gone).take(MOST_TO_COME).collect()
}

fn ways(planner: &Planner<'_>, id: PageId) -> Vec<Way> {
    let ways = schedule::views(planner, id).into_iter();
    ways.map(|(kind, address)| Way { name: kind.name(), url: address.encoded() }).collect()
}

impl OnDay {
    fn all(day: DayView) -> Vec<OnDay> {
        let (date, past) = (day.date, day.past);
        let entries = day.entries.iter().cloned();
        let on_day =
            |DayEntry { entry, gone, .. }| OnDay { entry: Brief::from(entry), date, past, gone };
        entries.map(on_day).collect()
    }
}

impl From<LongEntry> for Long {
    fn from(LongEntry { entry, date, last_date, on, .. }: LongEntry) -> Long {
        Long { entry: Brief::from(entry), date, last_date, on }
    }
}

impl From<Entry> for Brief {
    fn from(entry: Entry) -> Brief {
        Brief {
            title: entry.title,
            lang: entry.lang,
            dir: entry.dir,
            url: entry.url,
            starts: entry.starts,
            ends: entry.ends,
            all_day: entry.all_day,
            part_of_day: entry.part_of_day,
            repeat: entry.repeat,
            status: entry.status,
            is_off: entry.is_off,
            moved_from: entry.moved_from,
            venue: entry.venue,
            place: entry.place,
            sample: entry.sample,
            times: entry.times,
            next: entry.next,
        }
    }
}
