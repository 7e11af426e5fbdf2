//! When an event is: `DTSTART`, `DTEND`, `RRULE` and `EXDATE` (RFC 5545 §3.8.2, §3.8.5).
//!
//! The first day of a repetition fits its rule, for §3.8.5.3 leaves undefined what comes of
//! another.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::content::kinds::Every;
use crate::outputs::events::times::{Point, Rule, Timing};
use crate::outputs::formats::ics::Property;
use crate::outputs::formats::ics::zone::{self, Range};

/// When an event is.
pub(super) struct Times {
    /// The properties that say it.
    pub properties: Vec<Property>,
    /// From when to when its local times reach, if it has any.
    pub local: Option<Range>,
}

/// When an event is.
pub(super) fn times(timing: &Timing<'_>, zone: &TimeZone) -> Times {
    let starts = timing.starts;
    let ends = timing.ends(starts);
    let mut properties = vec![property("DTSTART", starts, zone)];
    properties.extend(ends.map(|ends| property("DTEND", ends, zone)));
    let mut last = ends.unwrap_or(starts).instant(zone).max(starts.instant(zone));
    if let Some(rule) = timing.rule {
        properties.push(Property::new("RRULE", rrule(rule, starts, zone)));
        let except = rule.repeat.except.iter();
        let mut except: Vec<Point> =
            except.map(|left| starts.shifted(left.value.day(zone), zone)).collect();
        except.sort_unstable();
        except.dedup();
        properties.extend(except.iter().map(|left| property("EXDATE", *left, zone)));
        last = last.max(rule.last_instant(zone).unwrap_or(Timestamp::MAX));
    }
    let is_local = zone::id(zone).is_some()
        && [Some(starts), ends].iter().any(|point| matches!(point, Some(Point::Local(_))));
    Times { properties, local: is_local.then(|| (starts.instant(zone), last)) }
}

/// The rule (RFC 5545 §3.3.10). `UNTIL` is of the same type as `DTSTART`: a day, or an
/// instant in UTC.
fn rrule(rule: Rule<'_>, starts: Point, zone: &TimeZone) -> String {
    let every = match rule.repeat.every {
        Every::Day => "DAILY",
        Every::Week => "WEEKLY",
        Every::Month => "MONTHLY",
    };
    let mut text = format!("FREQ={every}");
    let which = match (rule.repeat.every, rule.week) {
        (Every::Day | Every::Week, _) => String::new(),
        (Every::Month, 5) => "-1".to_owned(),
        (Every::Month, week) => week.to_string(),
    };
    let mut on: Vec<i8> = rule.repeat.on.iter().map(|day| day.0.to_monday_zero_offset()).collect();
    on.sort_unstable();
    on.dedup();
    let days = on.into_iter().filter_map(|day| {
        let name = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].get(usize::try_from(day).ok()?)?;
        Some(format!("{which}{name}"))
    });
    let days: Vec<String> = days.collect();
    if !days.is_empty() {
        text.push_str(&format!(";BYDAY={}", days.join(",")));
    }
    let until = match starts {
        Point::Day(_) => rule.until.map(|until| day(until.day(zone))),
        Point::Local(_) | Point::Instant(_) => rule.last_instant(zone).map(utc),
    };
    if let Some(until) = until {
        text.push_str(&format!(";UNTIL={until}"));
    }
    text
}

fn property(name: &'static str, point: Point, zone: &TimeZone) -> Property {
    match (point, zone::id(zone)) {
        (Point::Day(own), _) => Property::new(name, day(own)).with("VALUE", "DATE"),
        (Point::Local(time), Some(id)) => {
            Property::new(name, time.strftime("%Y%m%dT%H%M%S").to_string()).with("TZID", id)
        }
        (Point::Local(_) | Point::Instant(_), _) => Property::new(name, utc(point.instant(zone))),
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
