//! The events of a schedule as one calendar that runs on from its first week to its last.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday as Day};
use serde::Serialize;

use crate::content::kinds::Weekday;
use crate::outputs::events::SchedulePage;
use crate::outputs::planner::Planner;
use crate::outputs::view::schedule::days::{Calendar, DayEntry, LongEntry, week_of, whole_day};
use crate::outputs::view::schedule::event::seconds;
use crate::site::PageId;

/// How many weeks run on though nothing takes place in them. A schedule that has more shows only
/// those in which something does.
const MOST_WEEKS: usize = 54;

/// `calendar`.
#[derive(Serialize)]
pub(crate) struct Grid {
    weekdays: Vec<&'static str>,
    weeks: Vec<Week>,
    /// What lasts for days or comes every day, each once.
    longer: Vec<LongEntry>,
}

/// A week: its days, and under them what lasts.
#[derive(Serialize)]
struct Week {
    days: Vec<DayCell>,
    /// In rows, none of which has two at one place.
    bars: Vec<Vec<Bar>>,
}

/// A day.
#[derive(Serialize)]
struct DayCell {
    date: Date,
    number: i8,
    /// Whether it is the first of its month that is shown.
    month: bool,
    /// Whether it lies between the first and the last day of the schedule.
    inside: bool,
    /// Whether it is the build's day.
    today: bool,
    times: String,
    entries: Arc<[DayEntry]>,
    /// How many entries that are.
    count: usize,
}

/// What lasts for days, or comes every day, in one week.
#[derive(Serialize)]
struct Bar {
    item: LongEntry,
    /// How many columns of its row are empty before it.
    gap: i32,
    /// The column of its first day, from 1 on.
    from_column: i32,
    /// How many days it takes.
    span: i32,
    starts_here: bool,
    ends_here: bool,
}

/// Days one after the other on which the same event takes place.
struct Run {
    item: LongEntry,
    first: Date,
    last: Date,
}

/// The calendar of a schedule; none of one without events.
pub(crate) fn grid(planner: &Planner<'_>, id: PageId) -> Option<Grid> {
    let own = SchedulePage::of(planner, planner.site.page(id))?;
    let calendar = Calendar::of(own);
    let first = planner.theme.first_weekday(own.language());
    let runs = runs(&calendar);
    let days = calendar.dates().chain(runs.iter().flat_map(|run| [run.first, run.last]));
    let zone = &planner.site.config.timezone;
    let written = [&own.schedule.starts, &own.schedule.ends].into_iter().flatten();
    let days: BTreeSet<Date> = days.chain(written.map(|date| date.value.day(zone))).collect();
    let span = (*days.first()?, *days.last()?);
    let weeks = weeks(span, first, &days);
    let mut month = None;
    let weeks = weeks.into_iter().map(|starts| {
        let cells = week_days(starts).map(|date| {
            let is_first = month.replace(date.first_of_month()) != Some(date.first_of_month());
            cell(&calendar, own, (date, is_first, span))
        });
        Week { days: cells.collect(), bars: bars(&runs, starts) }
    });
    let weeks = weeks.collect();
    let weekdays = std::iter::successors(Some(first), |day| Some(day.next()));
    let weekdays = weekdays.take(7).map(|day| Weekday(day).name()).collect();
    Some(Grid { weekdays, weeks, longer: calendar.longer() })
}

/// The first days of the weeks that are shown.
fn weeks((first, last): (Date, Date), weekday: Day, days: &BTreeSet<Date>) -> BTreeSet<Date> {
    let next = |week: &Date| week.checked_add(7.days()).ok();
    let all = std::iter::successors(Some(week_of(first, weekday)), next);
    let all: BTreeSet<Date> = all.take_while(|week| *week <= last).take(MOST_WEEKS + 1).collect();
    if all.len() <= MOST_WEEKS {
        return all;
    }
    days.iter().map(|day| week_of(*day, weekday)).collect()
}

fn week_days(starts: Date) -> impl Iterator<Item = Date> {
    (0..7).map(move |days: i64| starts.checked_add(days.days()).unwrap_or(starts))
}

fn cell(
    calendar: &Calendar<'_>,
    own: SchedulePage<'_>,
    (date, month, (first, last)): (Date, bool, (Date, Date)),
) -> DayCell {
    let entries = calendar.day(date).entries;
    DayCell {
        date,
        number: date.day(),
        month,
        inside: (first..=last).contains(&date),
        today: own.today().date() == Some(date),
        times: seconds(whole_day(date, &own.planner.site.config.timezone)),
        count: entries.len(),
        entries,
    }
}

/// All that stands apart, as days in a row.
fn runs(calendar: &Calendar<'_>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (item, spans) in calendar.longer_with_spans() {
        let mut open: Option<(Date, Date)> = None;
        for (first, last) in spans {
            match &mut open {
                Some((_, end)) if end.tomorrow().is_ok_and(|next| first <= next) => {
                    *end = last.max(*end);
                }
                _ => {
                    let done = open.replace((first, last));
                    runs.extend(done.map(|(first, last)| Run { item: item.clone(), first, last }));
                }
            }
        }
        runs.extend(open.map(|(first, last)| Run { item, first, last }));
    }
    runs.sort_by_key(|run| (run.first, std::cmp::Reverse(run.last)));
    runs
}

/// The runs that touch a week, each in the first row in which there is room.
fn bars(runs: &[Run], starts: Date) -> Vec<Vec<Bar>> {
    let ends = week_days(starts).last().unwrap_or(starts);
    let mut rows: Vec<(i32, Vec<Bar>)> = Vec::new();
    for run in runs.iter().filter(|run| run.first <= ends && run.last >= starts) {
        let (first, last) = (run.first.max(starts), run.last.min(ends));
        let (from_column, to) = (column(starts, first), column(starts, last));
        let bar = |free: i32| Bar {
            item: run.item.clone(),
            gap: from_column - free,
            from_column,
            span: to - from_column + 1,
            starts_here: first == run.first,
            ends_here: last == run.last,
        };
        match rows.iter_mut().find(|(free, _)| *free <= from_column) {
            Some((free, row)) => {
                row.push(bar(*free));
                *free = to + 1;
            }
            None => rows.push((to + 1, vec![bar(1)])),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The column of a day in its week, from 1 on.
fn column(starts: Date, day: Date) -> i32 {
    starts.until(day).map_or(1, |days| days.get_days() + 1)
}
