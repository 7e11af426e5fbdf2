//! The events of a schedule day by day, and those that stand apart because they last for
//! days or come every day.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use serde_json::{Value as Json, json};

use crate::content::kinds::{Event, PartOfDay};
use crate::outputs::times::{self, Occurrence};
use crate::outputs::view::schedule::event::{Sight, seconds};
use crate::yaml::Moment;

/// Which events stand on which day.
pub(super) struct Calendar<'a> {
    days: BTreeMap<Date, Vec<Stand<'a>>>,
    longer: Vec<(&'a Event, Vec<Occurrence>)>,
}

/// One event on one day.
#[derive(Clone, Copy)]
struct Stand<'a> {
    event: &'a Event,
    /// None on the day for which it was announced first and from which it was moved.
    occurrence: Option<Occurrence>,
    /// Whether it stands on no day before, but for one that it was moved from.
    is_first: bool,
}

impl<'a> Calendar<'a> {
    /// The calendar of all events.
    pub(super) fn of(sight: &Sight<'_, 'a>) -> Calendar<'a> {
        let zone = &sight.planner.site.config.timezone;
        let mut calendar = Calendar { days: BTreeMap::new(), longer: Vec::new() };
        for event in sight.events {
            let occurrences = sight.occurrences(event);
            let starts = occurrences.first().map(|first| first.day);
            let from = event.moved_from.as_ref().map(|from| from.value.day(zone));
            if let Some(from) = from.filter(|from| Some(*from) != starts) {
                calendar.put(from, Stand { event, occurrence: None, is_first: false });
            }
            if times::is_long(event, &occurrences) {
                calendar.longer.push((event, occurrences));
                continue;
            }
            for (at, occurrence) in occurrences.into_iter().enumerate() {
                let stand = Stand { event, occurrence: Some(occurrence), is_first: at == 0 };
                calendar.put(occurrence.day, stand);
            }
        }
        for stands in calendar.days.values_mut() {
            stands.sort_by_key(|own| (time_of_day(own.event, zone), own.occurrence.is_some()));
        }
        calendar
    }

    fn put(&mut self, day: Date, stand: Stand<'a>) {
        self.days.entry(day).or_default().push(stand);
    }

    /// Every day with its events: `[{date, times, entries}]`.
    pub(super) fn days(&self, sight: &Sight<'_, 'a>) -> Vec<Json> {
        self.days.keys().map(|day| self.day(sight, *day)).collect()
    }

    /// One day with its events.
    pub(super) fn day(&self, sight: &Sight<'_, 'a>, day: Date) -> Json {
        let stands = self.days.get(&day).map(Vec::as_slice).unwrap_or_default();
        let entries = stands.iter().map(|stand| {
            let mut entry = sight.entry_at(stand.event, stand.occurrence.as_slice());
            entry["date"] = day.to_string().into();
            entry["first"] = stand.is_first.into();
            entry["gone"] = stand.occurrence.is_none().into();
            entry
        });
        json!({
            "date": day.to_string(),
            "times": seconds(whole_day(day, &sight.planner.site.config.timezone)),
            "entries": entries.collect::<Json>(),
        })
    }

    /// The events that stand apart: entries with `date` and `last_date`.
    pub(super) fn longer(&self, sight: &Sight<'_, 'a>) -> Vec<Json> {
        let all = self.longer.iter();
        all.map(|(event, occurrences)| longer(sight, event, occurrences)).collect()
    }

    /// The same, but only those that touch one of these days.
    pub(super) fn longer_within(
        &self,
        sight: &Sight<'_, 'a>,
        (first, last): (Date, Date),
    ) -> Vec<Json> {
        let touches = |own: &Occurrence| own.day <= last && own.last_day >= first;
        let within = self.longer.iter().filter(|(_, all)| all.iter().any(touches));
        within.map(|(event, occurrences)| longer(sight, event, occurrences)).collect()
    }

    /// The days on which anything stands.
    pub(super) fn dates(&self) -> impl Iterator<Item = Date> {
        self.days.keys().copied()
    }

    /// From when to when something that stands apart takes place.
    pub(super) fn spans(&self) -> impl Iterator<Item = (Date, Date)> {
        self.longer.iter().flat_map(|(_, all)| all).map(|own| (own.day, own.last_day))
    }

    /// The weeks in which there are days: `[{starts, ends, date}]`, where `date` is the
    /// first of these days.
    pub(super) fn weeks(&self, first: Weekday) -> Vec<Json> {
        let mut weeks: BTreeMap<Date, Date> = BTreeMap::new();
        for day in self.days.keys() {
            weeks.entry(week_of(*day, first)).or_insert(*day);
        }
        let week = |(starts, date): (Date, Date)| {
            let ends = starts.checked_add(6.days()).unwrap_or(starts);
            json!({ "starts": starts.to_string(), "ends": ends.to_string(), "date": date.to_string() })
        };
        weeks.into_iter().map(week).collect()
    }
}

fn longer(sight: &Sight<'_, '_>, event: &Event, occurrences: &[Occurrence]) -> Json {
    let mut entry = sight.entry_at(event, occurrences);
    let own = event.when.starts.day(&sight.planner.site.config.timezone);
    entry["date"] = occurrences.first().map_or(own, |first| first.day).to_string().into();
    entry["last_date"] = occurrences.last().map_or(own, |last| last.last_day).to_string().into();
    entry
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
