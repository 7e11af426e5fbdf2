//! The events of a schedule day by day, and those that stand apart because they last for
//! days or come every day.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::content::kinds::{Event, PartOfDay};
use crate::outputs::events::times::{self, Occurrence};
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::view::schedule::event::{Entry, seconds};
use crate::yaml::Moment;

/// Which events stand on which day.
pub(super) struct Calendar<'p> {
    days: BTreeMap<Date, Vec<Stand<'p>>>,
    longer: Vec<(ScheduledEvent<'p>, Vec<Occurrence>)>,
    schedule: SchedulePage<'p>,
    zone: &'p TimeZone,
}

/// One event on one day.
#[derive(Clone, Copy)]
struct Stand<'p> {
    scheduled: ScheduledEvent<'p>,
    /// None on the day for which it was announced first and from which it was moved.
    occurrence: Option<Occurrence>,
    /// Whether it stands on no day before, but for one that it was moved from.
    is_first: bool,
    /// The day from which on it takes place next.
    next: Option<Date>,
}

/// A day with its events.
#[derive(Clone, Serialize)]
pub(crate) struct DayView {
    pub(super) date: Date,
    /// Whether it is over on the build's day.
    pub(super) past: bool,
    times: String,
    /// Shared, for a leaf of a calendar shows them twice.
    pub(super) entries: Arc<[DayEntry]>,
}

/// An event on one of its days.
#[derive(Clone, Serialize)]
pub(crate) struct DayEntry {
    #[serde(flatten)]
    pub(super) entry: Entry,
    pub(super) date: Date,
    /// Whether it stands on no day before.
    first: bool,
    /// Whether it was moved from this day to another.
    pub(super) gone: bool,
}

/// An event that lasts for days or comes every day.
#[derive(Clone, Serialize)]
pub(crate) struct LongEntry {
    #[serde(flatten)]
    pub(super) entry: Entry,
    pub(super) date: Date,
    pub(super) last_date: Date,
    /// Whether all of it is over on the build's day.
    past: bool,
    /// Whether it takes place on the build's day.
    pub(super) on: bool,
}

/// A week in which there are days, the first of which is `date`.
#[derive(Clone, Serialize)]
pub(crate) struct WeekView {
    starts: Date,
    ends: Date,
    date: Date,
}

impl<'p> Calendar<'p> {
    /// The calendar of all events.
    pub(super) fn of(schedule: SchedulePage<'p>) -> Calendar<'p> {
        let zone = &schedule.planner.site.config.timezone;
        let mut calendar = Calendar { days: BTreeMap::new(), longer: Vec::new(), schedule, zone };
        for scheduled in schedule.events() {
            let event = scheduled.event;
            let occurrences = scheduled.occurrences();
            let starts = occurrences.first().map(|first| first.day);
            let next = scheduled.next(&occurrences);
            let from = event.moved_from.as_ref().map(|from| from.value.day(zone));
            if let Some(from) = from.filter(|from| Some(*from) != starts) {
                calendar.put(from, Stand { scheduled, occurrence: None, is_first: false, next });
            }
            if times::is_long(event, &occurrences) {
                calendar.longer.push((scheduled, occurrences));
                continue;
            }
            for (at, occurrence) in occurrences.into_iter().enumerate() {
                let (occurrence, day, is_first) = (Some(occurrence), occurrence.day, at == 0);
                calendar.put(day, Stand { scheduled, occurrence, is_first, next });
            }
        }
        for stands in calendar.days.values_mut() {
            let time = |own: &Stand<'_>| time_of_day(own.scheduled.event, zone);
            stands.sort_by_key(|own| (time(own), own.occurrence.is_some()));
        }
        calendar
    }

    fn put(&mut self, day: Date, stand: Stand<'p>) {
        self.days.entry(day).or_default().push(stand);
    }

    /// Every day with its events.
    pub(super) fn days(&self) -> Vec<DayView> {
        self.days.keys().map(|day| self.day(*day)).collect()
    }

    /// One day with its events.
    pub(super) fn day(&self, date: Date) -> DayView {
        let stands = self.days.get(&date).map(Vec::as_slice).unwrap_or_default();
        let entries = stands.iter().map(|stand| DayEntry {
            entry: Entry::next_on(stand.next, stand.scheduled, stand.occurrence.as_slice()),
            date,
            first: stand.is_first,
            gone: stand.occurrence.is_none(),
        });
        DayView {
            date,
            past: self.schedule.today().is_after(date),
            times: seconds(whole_day(date, self.zone)),
            entries: entries.collect(),
        }
    }

    /// The events that stand apart.
    pub(super) fn longer(&self) -> Vec<LongEntry> {
        self.longer.iter().map(|(event, occurrences)| longer(*event, occurrences)).collect()
    }

    /// The events that stand apart, each with the days from when to when it takes place.
    pub(super) fn longer_with_spans(&self) -> Vec<(LongEntry, Vec<(Date, Date)>)> {
        let spans = |all: &[Occurrence]| all.iter().map(|own| (own.day, own.last_day)).collect();
        self.longer.iter().map(|(event, all)| (longer(*event, all), spans(all))).collect()
    }

    /// The days on which anything stands.
    pub(super) fn dates(&self) -> impl Iterator<Item = Date> {
        self.days.keys().copied()
    }

    /// The weeks in which there are days.
    pub(super) fn weeks(&self, first: Weekday) -> Vec<WeekView> {
        let mut weeks: BTreeMap<Date, Date> = BTreeMap::new();
        for day in self.days.keys() {
            weeks.entry(week_of(*day, first)).or_insert(*day);
        }
        let week = |(starts, date): (Date, Date)| WeekView { starts, ends: week_end(starts), date };
        weeks.into_iter().map(week).collect()
    }
}

fn longer(scheduled: ScheduledEvent<'_>, occurrences: &[Occurrence]) -> LongEntry {
    let (own, _) = scheduled.day_and_clock(scheduled.event.when.starts);
    let today = scheduled.of.today();
    let last_date = occurrences.last().map_or(own, |last| last.last_day);
    let is_on = |day| occurrences.iter().any(|own| own.day <= day && day <= own.last_day);
    LongEntry {
        entry: Entry::at(scheduled, occurrences),
        date: occurrences.first().map_or(own, |first| first.day),
        last_date,
        past: today.is_after(last_date),
        on: !scheduled.is_off() && today.date().is_some_and(is_on),
    }
}

/// The last day of the week that begins on a day.
pub(super) fn week_end(starts: Date) -> Date {
    starts.checked_add(6.days()).unwrap_or(starts)
}

/// The first day of the week that a day is in.
pub(super) fn week_of(day: Date, first: Weekday) -> Date {
    let since = first.until(day.weekday());
    day.checked_sub(i64::from(since).days()).unwrap_or(day)
}

/// The instants at which a day begins and ends.
pub(super) fn whole_day(day: Date, zone: &TimeZone) -> [jiff::Timestamp; 3] {
    let ends = Moment::Day(day.tomorrow().unwrap_or(day)).start(zone);
    [Moment::Day(day).start(zone), ends, ends]
}

/// What an event is listed by within a day: its time, or when its part of the day begins.
fn time_of_day(event: &Event, zone: &TimeZone) -> Time {
    let hour = match event.when.part_of_day {
        Some(PartOfDay::Afternoon) => 12,
        Some(PartOfDay::Evening) => 18,
        Some(PartOfDay::Morning | PartOfDay::AllDay) | None => 0,
    };
    match event.when.starts {
        Moment::Day(day) => day.at(hour, 0, 0, 0).time(),
        Moment::Time(time) => time.time(),
        Moment::Instant(instant) => zone.to_datetime(instant).time(),
    }
}
