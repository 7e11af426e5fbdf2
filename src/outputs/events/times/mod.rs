//! When events are, by the clocks of the site's zone: what calendars write down and what
//! pages count with is the same.
//!
//! In: an event. Out: its first time and the rule by which it comes back ([`Timing`]), and
//! each single time that it takes place ([`Occurrence`]). [`marks()`] tell scripts which day
//! it is.
//!
//! A repetition without `until` ends with the last day of its schedule. Which days it names,
//! its rule says ([`Repeat::names`]).

mod marks;
mod occurrences;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

use crate::content::kinds::{Event, Repeat, Schedule, week_of_month};
use crate::yaml::Moment;

pub(in crate::outputs) use marks::marks;
pub(in crate::outputs) use occurrences::{MOST_OCCURRENCES, Occurrence, is_long, occurrences};

/// A day or a time of an event.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::outputs) enum Point {
    /// A day without a time of day.
    Day(Date),
    /// By the clocks of the site's zone.
    Local(DateTime),
    /// One that local time cannot tell: when clocks go back, an hour comes twice.
    Instant(Timestamp),
}

/// When an event is.
pub(in crate::outputs) struct Timing<'e> {
    event: &'e Event,
    zone: &'e TimeZone,
    own: Point,
    /// When it begins for the first time.
    pub starts: Point,
    /// How it comes back, if it does.
    pub rule: Option<Rule<'e>>,
}

/// How an event comes back.
#[derive(Clone, Copy)]
pub(in crate::outputs) struct Rule<'e> {
    /// As it was written.
    pub repeat: &'e Repeat,
    /// The last day or time at which it may begin, if there is one.
    pub until: Option<Moment>,
    /// The week of the month of a monthly rule that names days of the week: 1 to 4, or 5
    /// for the last.
    pub week: i8,
}

impl<'e> Timing<'e> {
    /// When an event of a schedule is. A rule that fits no day up to its end is none.
    pub(in crate::outputs) fn of(
        event: &'e Event,
        schedule: &Schedule,
        zone: &'e TimeZone,
    ) -> Timing<'e> {
        let own = point(event.when.starts, event.repeat.is_some(), zone);
        let rule = event.repeat.as_ref().and_then(|repeat| {
            let written = repeat.until.as_ref().or(schedule.ends.as_ref());
            let until = written.map(|until| until.value);
            let starts = own.shifted(repeat.first_day(own.day(zone))?, zone);
            let week = week_of_month(starts.day(zone));
            let rule = Rule { repeat, until, week };
            rule.reaches(starts, zone).then_some((rule, starts))
        });
        let starts = rule.map_or(own, |(_, starts)| starts);
        Timing { event, zone, own, starts, rule: rule.map(|(rule, _)| rule) }
    }

    /// The end of what begins at `starts`: the first day or instant that is no longer of it.
    pub(in crate::outputs) fn ends(&self, starts: Point) -> Option<Point> {
        let zone = self.zone;
        let moved = self.own.day(zone).until(starts.day(zone)).unwrap_or_default();
        let written = self.event.when.ends;
        if let Point::Day(first) = starts {
            let last = written.map_or(first, |last| plus(last.day(zone), moved)).max(first);
            return Some(Point::Day(plus(last, 1.day())));
        }
        let ends = match written? {
            Moment::Day(last) => Point::Local(plus(last, 1.day()).to_datetime(Time::midnight())),
            moment @ (Moment::Time(_) | Moment::Instant(_)) => {
                point(moment, self.event.repeat.is_some(), zone)
            }
        };
        let ends = ends.shifted(plus(ends.day(zone), moved), zone);
        // An end that is not after the beginning may not be written (RFC 5545 §3.8.2.2).
        (ends.instant(zone) > starts.instant(zone)).then_some(ends)
    }
}

impl Rule<'_> {
    /// Whether something that begins at this point is not after the last one.
    fn reaches(&self, starts: Point, zone: &TimeZone) -> bool {
        self.last_instant(zone).is_none_or(|last| starts.instant(zone) <= last)
    }

    /// The last instant that is still not after `until`; a day counts to its end.
    pub(in crate::outputs) fn last_instant(&self, zone: &TimeZone) -> Option<Timestamp> {
        self.until.map(|until| match until {
            Moment::Day(day) => Moment::Time(day.at(23, 59, 59, 0)).start(zone),
            Moment::Time(_) | Moment::Instant(_) => until.start(zone),
        })
    }
}

/// The day and, where one is known, the time of day by the clocks of the zone.
pub(super) fn day_and_clock(moment: Moment, zone: &TimeZone) -> (Date, Option<Time>) {
    match moment {
        Moment::Day(day) => (day, None),
        Moment::Time(_) | Moment::Instant(_) => {
            let local = zone.to_datetime(moment.start(zone));
            (local.date(), Some(local.time()))
        }
    }
}

fn point(moment: Moment, repeats: bool, zone: &TimeZone) -> Point {
    match moment {
        Moment::Day(day) => Point::Day(day),
        Moment::Time(time) => Point::Local(time),
        Moment::Instant(instant) => {
            let local = zone.to_datetime(instant);
            let told = Moment::Time(local).start(zone) == instant;
            if told || repeats { Point::Local(local) } else { Point::Instant(instant) }
        }
    }
}

impl Point {
    /// The day it is on.
    pub(in crate::outputs) fn day(self, zone: &TimeZone) -> Date {
        match self {
            Point::Day(day) => day,
            Point::Local(time) => time.date(),
            Point::Instant(instant) => zone.to_datetime(instant).date(),
        }
    }

    /// The first instant of it.
    pub(in crate::outputs) fn instant(self, zone: &TimeZone) -> Timestamp {
        match self {
            Point::Day(day) => Moment::Day(day).start(zone),
            Point::Local(time) => Moment::Time(time).start(zone),
            Point::Instant(instant) => instant,
        }
    }

    /// The same time on another day.
    pub(in crate::outputs) fn shifted(self, day: Date, zone: &TimeZone) -> Point {
        match self {
            own if own.day(zone) == day => own,
            Point::Day(_) => Point::Day(day),
            Point::Local(time) => Point::Local(day.to_datetime(time.time())),
            Point::Instant(instant) => {
                Point::Local(day.to_datetime(zone.to_datetime(instant).time()))
            }
        }
    }
}

/// A day some time later; the last day of the calendar where there is none.
fn plus(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZoneDatabase;

    use super::*;

    #[test]
    fn a_moment_is_a_day_and_a_time_by_the_clocks_of_the_zone() {
        let told = |zone: &str, written: &str| {
            let zone = TimeZoneDatabase::bundled().get(zone).unwrap();
            let (day, time) = day_and_clock(Moment::parse(written).unwrap(), &zone);
            format!("{day} {}", time.map(|time| time.to_string()).unwrap_or_default())
        };
        assert_eq!(told("Asia/Ho_Chi_Minh", "15/11/2026"), "2026-11-15 ");
        assert_eq!(told("Asia/Ho_Chi_Minh", "15/11/2026 7:30"), "2026-11-15 07:30:00");
        assert_eq!(told("Asia/Ho_Chi_Minh", "2026-11-15T22:30:00Z"), "2026-11-16 05:30:00");
        // Clocks go forward from 2 to 3.
        assert_eq!(told("Europe/Berlin", "29/3/2026 2:30"), "2026-03-29 03:30:00");
    }
}
