//! The build's day for a schedule: what is past, what is to come.
//!
//! Before the first day of a schedule and after its last, all days of the build are one: what
//! it shows is the same on each of them, and nothing need be made anew at midnight.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::content::kinds::{Event, Schedule};
use crate::yaml::{Marked, Moment};

/// The build's day as a schedule sees it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug, Serialize)]
pub enum Today {
    /// None of its days has come. What is no schedule is never later than this.
    #[default]
    Before,
    /// A day from its first to its last.
    During(Date),
    /// All its days are over.
    After,
}

impl Today {
    /// What a day is for a schedule, and from when on it is another, if ever.
    pub(super) fn of(
        schedule: &Schedule,
        day: Date,
        zone: &TimeZone,
    ) -> (Today, Option<Timestamp>) {
        let Some((first, last)) = span(schedule, zone) else { return (Today::Before, None) };
        let begins = |day| Some(Moment::Day(day).start(zone));
        match day {
            _ if day < first => (Today::Before, begins(first)),
            _ if day <= last => (Today::During(day), day.tomorrow().ok().and_then(begins)),
            _ => (Today::After, None),
        }
    }

    /// The day, while the schedule runs.
    pub fn date(self) -> Option<Date> {
        match self {
            Today::During(day) => Some(day),
            Today::Before | Today::After => None,
        }
    }

    /// Whether a day of the schedule is over.
    pub fn is_after(self, day: Date) -> bool {
        match self {
            Today::Before => false,
            Today::During(today) => today > day,
            Today::After => true,
        }
    }
}

/// The first and the last day of which a schedule may show anything.
fn span(schedule: &Schedule, zone: &TimeZone) -> Option<(Date, Date)> {
    let day = |date: &Option<Marked<Moment>>| date.as_ref().map(|date| date.value.day(zone));
    let own = [day(&schedule.starts), day(&schedule.ends)].into_iter().flatten();
    let of_events = schedule.written.iter().flat_map(|event| {
        let first = event.when.starts.day(zone);
        [Some(first), Some(last(event, schedule, zone)), day(&event.moved_from)]
    });
    let days = own.chain(of_events.flatten());
    days.fold(None, |span: Option<(Date, Date)>, day| {
        let (first, last) = span.unwrap_or((day, day));
        Some((first.min(day), last.max(day)))
    })
}

/// A day after which nothing of an event is left. A rule without an end has none.
fn last(event: &Event, schedule: &Schedule, zone: &TimeZone) -> Date {
    let first = event.when.starts.day(zone);
    let ends = event.when.ends.map_or(first, |ends| ends.day(zone)).max(first);
    let Some(repeat) = &event.repeat else { return ends };
    let until = repeat.until.as_ref().or(schedule.ends.as_ref());
    let until = until.map_or(Date::MAX, |until| until.value.day(zone));
    // What begins on the last day may last for some.
    first.until(ends).and_then(|lasts| until.checked_add(lasts)).unwrap_or(Date::MAX).max(ends)
}
