//! The events of a schedule as the leaves of a calendar.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, Weekday as Day};
use jiff::tz::TimeZone;
use serde_json::{Value as Json, json};

use crate::content::kinds::Weekday;
use crate::outputs::planner::Planner;
use crate::outputs::view::schedule::days::{Calendar, week_of, whole_day};
use crate::outputs::view::schedule::event::{Sight, seconds};
use crate::outputs::view::schedule::schedule_of;
use crate::site::PageId;

/// How many months one event that lasts on and on may fill with nothing else in them.
const MOST_MONTHS: usize = 24;

/// Every month that has events: `[{date, weekdays, weeks, days, longer}]`.
pub(crate) fn months(planner: &Planner<'_>, id: PageId) -> Vec<Json> {
    let Some(schedule) = schedule_of(planner.site.page(id)) else { return Vec::new() };
    let sight = Sight::of(planner, id, schedule);
    let calendar = Calendar::of(&sight);
    let mut months: BTreeSet<Date> = calendar.dates().map(Date::first_of_month).collect();
    for (first, last) in calendar.spans() {
        let next = |month: &Date| month.checked_add(1.month()).ok();
        let all = std::iter::successors(Some(first.first_of_month()), next);
        months.extend(all.take_while(|month| *month <= last).take(MOST_MONTHS));
    }
    months.into_iter().map(|month| leaf(&sight, &calendar, month)).collect()
}

fn leaf<'a>(sight: &Sight<'_, 'a>, calendar: &Calendar<'a>, month: Date) -> Json {
    let first = sight.planner.theme.first_weekday(sight.page.language());
    let last = month.last_of_month();
    let within = calendar.dates().filter(|day| (month..=last).contains(day));
    let days: BTreeMap<Date, Json> = within.map(|day| (day, calendar.day(sight, day))).collect();
    let mut weekday = first;
    let mut weekdays = Vec::new();
    for _ in 0..7 {
        weekdays.push(Weekday(weekday).name());
        weekday = weekday.next();
    }
    json!({
        "date": month.to_string(),
        "weekdays": weekdays,
        "weeks": weeks(&days, (month, first), &sight.planner.site.config.timezone),
        "days": days.into_values().collect::<Json>(),
        "longer": calendar.longer_within(sight, (month, last)),
    })
}

/// The rows of a month: seven cells each, `{date, times, inside, entries}`.
fn weeks(days: &BTreeMap<Date, Json>, (month, first): (Date, Day), zone: &TimeZone) -> Json {
    let after = |day: Date, days: i64| day.checked_add(days.days()).unwrap_or(day);
    let next = |week: &Date| Some(after(*week, 7));
    let weeks = std::iter::successors(Some(week_of(month, first)), next);
    let weeks = weeks.take(6).take_while(|week| *week <= month.last_of_month());
    let cell = |day: Date| {
        let entries = days.get(&day).map_or_else(|| json!([]), |own| own["entries"].clone());
        json!({
            "date": day.to_string(),
            "times": seconds(whole_day(day, zone)),
            "inside": day.first_of_month() == month,
            "entries": entries,
        })
    };
    weeks.map(|week| (0..7).map(|days| cell(after(week, days))).collect::<Json>()).collect()
}
