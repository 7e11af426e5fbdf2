//! The events of a schedule as the leaves of a calendar.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday as Day};
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::content::kinds::Weekday;
use crate::outputs::events::SchedulePage;
use crate::outputs::planner::Planner;
use crate::outputs::view::schedule::days::{
    Calendar, DayEntry, DayView, LongEntry, week_of, whole_day,
};
use crate::outputs::view::schedule::event::seconds;
use crate::site::PageId;

/// How many months one event that lasts on and on may fill with nothing else in them.
const MOST_MONTHS: usize = 24;

/// A month that has events.
#[derive(Serialize)]
pub(crate) struct Month {
    /// Its first day.
    date: Date,
    weekdays: Vec<&'static str>,
    /// Its rows, seven cells each.
    weeks: Vec<Vec<Cell>>,
    days: Vec<DayView>,
    longer: Vec<LongEntry>,
}

/// A day in a row.
#[derive(Serialize)]
struct Cell {
    date: Date,
    times: String,
    /// Whether it is of the month, and not of the one before or after.
    inside: bool,
    entries: Arc<[DayEntry]>,
}

/// Every month that has events.
pub(crate) fn months(planner: &Planner<'_>, id: PageId) -> Vec<Month> {
    let Some(schedule) = SchedulePage::of(planner, planner.site.page(id)) else {
        return Vec::new();
    };
    let calendar = Calendar::of(schedule);
    let mut months: BTreeSet<Date> = calendar.dates().map(Date::first_of_month).collect();
    for (first, last) in calendar.spans() {
        let next = |month: &Date| month.checked_add(1.month()).ok();
        let all = std::iter::successors(Some(first.first_of_month()), next);
        months.extend(all.take_while(|month| *month <= last).take(MOST_MONTHS));
    }
    months.into_iter().map(|month| leaf(schedule, &calendar, month)).collect()
}

fn leaf(schedule: SchedulePage<'_>, calendar: &Calendar<'_>, month: Date) -> Month {
    let first = schedule.planner.theme.first_weekday(schedule.language());
    let last = month.last_of_month();
    let within = calendar.dates().filter(|day| (month..=last).contains(day));
    let days: BTreeMap<Date, DayView> = within.map(|day| (day, calendar.day(day))).collect();
    let mut weekday = first;
    let mut weekdays = Vec::new();
    for _ in 0..7 {
        weekdays.push(Weekday(weekday).name());
        weekday = weekday.next();
    }
    Month {
        date: month,
        weekdays,
        weeks: weeks(&days, (month, first), &schedule.planner.site.config.timezone),
        days: days.into_values().collect(),
        longer: calendar.longer_within((month, last)),
    }
}

/// The rows of a month.
fn weeks(
    days: &BTreeMap<Date, DayView>,
    (month, first): (Date, Day),
    zone: &TimeZone,
) -> Vec<Vec<Cell>> {
    let after = |day: Date, days: i64| day.checked_add(days.days()).unwrap_or(day);
    let next = |week: &Date| Some(after(*week, 7));
    let weeks = std::iter::successors(Some(week_of(month, first)), next);
    let weeks = weeks.take(6).take_while(|week| *week <= month.last_of_month());
    let cell = |date: Date| Cell {
        date,
        times: seconds(whole_day(date, zone)),
        inside: date.first_of_month() == month,
        entries: days.get(&date).map(|day| Arc::clone(&day.entries)).unwrap_or_default(),
    };
    weeks.map(|week| (0..7).map(|days| cell(after(week, days))).collect()).collect()
}
