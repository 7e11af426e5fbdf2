//! What a front page shows of a schedule: its weeks with their days, as short as can be, and
//! what a script needs to find the day of today among them.
//!
//! Nothing here depends on the day on which the site is built: residents see one build for
//! weeks.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::content::Language;
use crate::outputs::planner::{Planner, newest_first};
use crate::outputs::schedule;
use crate::outputs::times;
use crate::outputs::view::schedule::days::{Calendar, week_of};
use crate::outputs::view::schedule::event::Sight;
use crate::outputs::view::schedule::schedule_of;
use crate::site::PageId;
use crate::yaml::{Marked, Moment};

/// How many entries a front page shows of one day; the schedule has the others.
const MOST_OF_A_DAY: usize = 8;

/// How many days a front page shows; of a schedule that has more it shows none of them.
const MOST_DAYS: usize = 150;

/// The most days of a span in which readers count days.
const MOST_COUNTED: i64 = 366;

/// What a front page shows of an entry.
const SHOWN: [&str; 19] = [
    "date",
    "title",
    "lang",
    "dir",
    "url",
    "starts",
    "ends",
    "all_day",
    "part_of_day",
    "repeat",
    "status",
    "is_off",
    "gone",
    "moved_from",
    "venue",
    "place",
    "sample",
    "times",
    "last_date",
];

/// `agenda`: the newest schedule of a language that has events; none without one.
pub(crate) fn agenda(planner: &Planner<'_>, language: &Language) -> Option<Json> {
    let (site, zone) = (planner.site, &planner.site.config.timezone);
    let mut newest = newest_first(site, language, "schedule").into_iter();
    let id = newest.find(|id| !site.events(*id).is_empty())?;
    let page = site.page(id);
    let schedule = schedule_of(page)?;
    let day = |date: &Option<Marked<Moment>>| date.as_ref().map(|date| date.value.day(zone));
    let (first, last) = (day(&schedule.starts)?, day(&schedule.ends)?);
    let sight = Sight::of(planner, id, schedule);
    let calendar = Calendar::of(&sight);
    let days = first.duration_until(last).as_hours() / 24 + 1;
    let longer = calendar.longer(&sight);
    Some(json!({
        "title": page.document.meta.title,
        "url": page.address.encoded(),
        "sample": page.shared.sample.unwrap_or(false),
        "starts": first.to_string(),
        "ends": last.to_string(),
        "days": (1..=MOST_COUNTED).contains(&days).then_some(days),
        "marks": times::marks(first, last, zone),
        "views": views(planner, id),
        "weeks": weeks(&sight, &calendar),
        "more_longer": longer.len().saturating_sub(MOST_OF_A_DAY),
        "longer": longer.into_iter().take(MOST_OF_A_DAY).map(shown).collect::<Json>(),
    }))
}

/// The ways to look at the schedule: `[{name, url}]`.
fn views(planner: &Planner<'_>, id: PageId) -> Json {
    let views = schedule::views(planner, id).into_iter();
    views.map(|(kind, address)| json!({ "name": kind.name(), "url": address.encoded() })).collect()
}

/// The weeks that have days: `[{starts, ends, count, days}]`, where `count` is how many
/// entries there are of what takes place.
fn weeks(sight: &Sight<'_, '_>, calendar: &Calendar<'_>) -> Vec<Json> {
    let mut weeks: BTreeMap<Date, Vec<Date>> = BTreeMap::new();
    let first = sight.planner.theme.first_weekday(sight.page.language());
    for day in calendar.dates() {
        weeks.entry(week_of(day, first)).or_default().push(day);
    }
    if weeks.values().map(Vec::len).sum::<usize>() > MOST_DAYS {
        return Vec::new();
    }
    let week = |(starts, days): (Date, Vec<Date>)| {
        let all = days.iter().map(|day| calendar.day(sight, *day)).collect::<Vec<Json>>();
        let entries = all.iter().filter_map(|day| day["entries"].as_array()).flatten();
        json!({
            "starts": starts.to_string(),
            "ends": starts.checked_add(6.days()).unwrap_or(starts).to_string(),
            "count": entries.filter(|entry| takes_place(entry)).count(),
            "days": all.into_iter().map(day).collect::<Json>(),
        })
    };
    weeks.into_iter().map(week).collect()
}

/// A day with the first of its entries and how many more it has.
fn day(mut day: Json) -> Json {
    let entries = match day["entries"].take() {
        Json::Array(entries) => entries,
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_) => {
            Vec::new()
        }
    };
    json!({
        "date": day["date"],
        "more": entries.len().saturating_sub(MOST_OF_A_DAY),
        "entries": entries.into_iter().take(MOST_OF_A_DAY).map(shown).collect::<Json>(),
    })
}

fn takes_place(entry: &Json) -> bool {
    entry["is_off"] == Json::Bool(false) && entry["gone"] == Json::Bool(false)
}

/// An entry without what only the schedule shows of it.
fn shown(entry: Json) -> Json {
    match entry {
        Json::Object(own) => {
            Json::Object(own.into_iter().filter(|(key, _)| SHOWN.contains(&key.as_str())).collect())
        }
        other @ (Json::Null
        | Json::Bool(_)
        | Json::Number(_)
        | Json::String(_)
        | Json::Array(_)) => other,
    }
}
