//! When an event is: `DTSTART`, `DTEND`, `RRULE` and `EXDATE` (RFC 5545 §3.8.2, §3.8.5).
//!
//! A repetition without `until` ends with the last day of its schedule. Its first day is
//! the first that fits the rule, for §3.8.5.3 leaves undefined what comes of another.
//! “Each month on Saturday” is the Saturday of the same week of the month: the second
//! where the event begins on a second one, the last where it begins on a fifth.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

use crate::content::kinds::{Event, Every, Repeat, Weekday};
use crate::outputs::calendar::ics::Property;
use crate::outputs::calendar::zone::{self, Range};
use crate::yaml::Moment;

/// When an event is.
pub(super) struct Times {
    /// The properties that say it.
    pub properties: Vec<Property>,
    /// From when to when its local times reach, if it has any.
    pub local: Option<Range>,
}

/// A day or a time of an event.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Point {
    Day(Date),
    /// By the clocks of the site's zone.
    Local(DateTime),
    /// One that local time cannot tell: when clocks go back, an hour comes twice.
    Instant(Timestamp),
}

/// When an event of a schedule that ends on this day is.
pub(super) fn times(event: &Event, last_day: Option<Moment>, zone: &TimeZone) -> Times {
    let own = point(event.when.starts, event.repeat.is_some(), zone);
    let until = event
        .repeat
        .as_ref()
        .and_then(|repeat| repeat.until.as_ref().map(|until| until.value).or(last_day));
    let rule = event.repeat.as_ref().and_then(|repeat| {
        let first = first_day(repeat, own.day(zone))?;
        let starts = own.shifted(first, zone);
        let until = until.map(|until| last_instant(until, zone));
        let fits = until.is_none_or(|until| until >= starts.instant(zone));
        fits.then_some((repeat, starts))
    });
    let starts = rule.map_or(own, |(_, starts)| starts);
    let ends = ends(event, (own, starts), zone);
    let mut properties = vec![starts.property("DTSTART", zone)];
    properties.extend(ends.map(|ends| ends.property("DTEND", zone)));
    let mut last = ends.unwrap_or(starts).instant(zone).max(starts.instant(zone));
    if let Some((repeat, starts)) = rule {
        properties.push(Property::new("RRULE", rrule(repeat, starts, until, zone)));
        let mut except: Vec<Point> =
            repeat.except.iter().map(|date| left_out(date.value, starts, zone)).collect();
        except.sort_unstable();
        except.dedup();
        properties.extend(except.iter().map(|point| point.property("EXDATE", zone)));
        last = last.max(until.map_or(Timestamp::MAX, |until| last_instant(until, zone)));
    }
    let is_local = zone::id(zone).is_some()
        && [Some(starts), ends].iter().any(|point| matches!(point, Some(Point::Local(_))));
    Times { properties, local: is_local.then(|| (starts.instant(zone), last)) }
}

/// The end, which is the first day or instant that is no longer of the event.
fn ends(event: &Event, (own, starts): (Point, Point), zone: &TimeZone) -> Option<Point> {
    let moved = own.day(zone).until(starts.day(zone)).unwrap_or_default();
    let written = event.when.ends;
    if let Point::Day(first) = starts {
        let last = written.map_or(first, |last| plus(last.day(zone), moved)).max(first);
        return Some(Point::Day(plus(last, 1.day())));
    }
    let ends = match written? {
        Moment::Day(last) => Point::Local(plus(last, 1.day()).to_datetime(Time::midnight())),
        moment @ (Moment::Time(_) | Moment::Instant(_)) => {
            point(moment, event.repeat.is_some(), zone)
        }
    };
    let ends = ends.shifted(plus(ends.day(zone), moved), zone);
    // An end that is not after the beginning may not be written (RFC 5545 §3.8.2.2).
    (ends.instant(zone) > starts.instant(zone)).then_some(ends)
}

/// The first day from this one on that fits a rule.
fn first_day(repeat: &Repeat, from: Date) -> Option<Date> {
    let fits = |day: &Date| {
        repeat.on.is_empty() || repeat.on.iter().any(|Weekday(on)| *on == day.weekday())
    };
    (0..7).map(|days| plus(from, days.days())).find(fits)
}

/// The rule (RFC 5545 §3.3.10). `UNTIL` is of the same type as `DTSTART`: a day, or an
/// instant in UTC.
fn rrule(repeat: &Repeat, starts: Point, until: Option<Moment>, zone: &TimeZone) -> String {
    let every = match repeat.every {
        Every::Day => "DAILY",
        Every::Week => "WEEKLY",
        Every::Month => "MONTHLY",
    };
    let mut rule = format!("FREQ={every}");
    let which = match (repeat.every, (starts.day(zone).day() - 1) / 7 + 1) {
        (Every::Day | Every::Week, _) => String::new(),
        (Every::Month, 5) => "-1".to_owned(),
        (Every::Month, week) => week.to_string(),
    };
    let mut on: Vec<i8> = repeat.on.iter().map(|day| day.0.to_monday_zero_offset()).collect();
    on.sort_unstable();
    on.dedup();
    let days = on.into_iter().filter_map(|day| {
        let name = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].get(usize::try_from(day).ok()?)?;
        Some(format!("{which}{name}"))
    });
    let days: Vec<String> = days.collect();
    if !days.is_empty() {
        rule.push_str(&format!(";BYDAY={}", days.join(",")));
    }
    if let Some(until) = until {
        let until = match starts {
            Point::Day(_) => day(until.day(zone)),
            Point::Local(_) | Point::Instant(_) => utc(last_instant(until, zone)),
        };
        rule.push_str(&format!(";UNTIL={until}"));
    }
    rule
}

/// The occurrence that does not take place, in the form of the first.
fn left_out(except: Moment, starts: Point, zone: &TimeZone) -> Point {
    match (except, starts) {
        (Moment::Time(time), Point::Local(_)) => Point::Local(time),
        (Moment::Instant(instant), Point::Local(_)) => Point::Local(zone.to_datetime(instant)),
        (Moment::Day(_) | Moment::Time(_) | Moment::Instant(_), _) => {
            starts.shifted(except.day(zone), zone)
        }
    }
}

/// The last instant that is still not after `until`; a day counts to its end.
fn last_instant(until: Moment, zone: &TimeZone) -> Timestamp {
    match until {
        Moment::Day(day) => Moment::Time(day.at(23, 59, 59, 0)).start(zone),
        Moment::Time(_) | Moment::Instant(_) => until.start(zone),
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
    fn day(self, zone: &TimeZone) -> Date {
        match self {
            Point::Day(day) => day,
            Point::Local(time) => time.date(),
            Point::Instant(instant) => zone.to_datetime(instant).date(),
        }
    }

    fn instant(self, zone: &TimeZone) -> Timestamp {
        match self {
            Point::Day(day) => Moment::Day(day).start(zone),
            Point::Local(time) => Moment::Time(time).start(zone),
            Point::Instant(instant) => instant,
        }
    }

    /// The same time on another day.
    fn shifted(self, day: Date, zone: &TimeZone) -> Point {
        match self {
            own if own.day(zone) == day => own,
            Point::Day(_) => Point::Day(day),
            Point::Local(time) => Point::Local(day.to_datetime(time.time())),
            Point::Instant(instant) => {
                Point::Local(day.to_datetime(zone.to_datetime(instant).time()))
            }
        }
    }

    fn property(self, name: &'static str, zone: &TimeZone) -> Property {
        match (self, zone::id(zone)) {
            (Point::Day(own), _) => Property::new(name, day(own)).with("VALUE", "DATE"),
            (Point::Local(time), Some(id)) => {
                Property::new(name, time.strftime("%Y%m%dT%H%M%S").to_string()).with("TZID", id)
            }
            (Point::Local(_) | Point::Instant(_), _) => {
                Property::new(name, utc(self.instant(zone)))
            }
        }
    }
}

/// An instant (RFC 5545 §3.3.5, form 2).
pub(super) fn utc(instant: Timestamp) -> String {
    instant.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A day in the form of the format (RFC 5545 §3.3.4).
pub(super) fn day(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

fn plus(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(day)
}
