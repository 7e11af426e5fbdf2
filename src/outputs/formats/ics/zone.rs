//! `VTIMEZONE` (RFC 5545 §3.6.5): what the clocks of a zone show in the years of a
//! calendar, from the data inside the program.

use std::sync::Arc;

use jiff::tz::{Offset, TimeZone, TimeZoneTransition};
use jiff::{SignedDuration, Timestamp};

use crate::outputs::formats::ics::{Component, Property};

/// How many years of changes a calendar may hold: an event that comes back until the
/// year 9999 is a slip of the pen, and nobody knows the rules of that year.
const MOST_YEARS: i64 = 30;

/// The instants from the first to the last that a calendar names.
pub(crate) type Range = (Timestamp, Timestamp);

/// The name of a zone in calendars. None for UTC, whose times are written with a `Z`.
pub(crate) fn id(zone: &TimeZone) -> Option<&str> {
    zone.iana_name().filter(|name| !["UTC", "Etc/UTC", "Etc/Unknown"].contains(name))
}

/// The zone from the first to the last instant. One that does not change its clocks in
/// that time has one part.
pub(crate) fn component(zone: &TimeZone, id: &str, (first, last): Range) -> Component {
    let most = SignedDuration::from_hours(MOST_YEARS * 366 * 24);
    let last = last.min(first.saturating_add(most).unwrap_or(last));
    let before = zone.preceding(plus(first, 1)).next();
    let mut parts = vec![match &before {
        Some(transition) => observance(zone, transition),
        None => always(zone.to_offset(first)),
    }];
    let changes = zone.following(first).take_while(|change| change.timestamp() <= last);
    parts.extend(changes.map(|change| observance(zone, &change)));
    let parts = parts.into_iter().map(Arc::new).collect();
    Component::new("VTIMEZONE", vec![Property::new("TZID", id)], parts)
}

/// What the clocks show from a change on. Its beginning is told by the clocks before it.
fn observance(zone: &TimeZone, change: &TimeZoneTransition<'_>) -> Component {
    let from = zone.to_offset(plus(change.timestamp(), -1));
    let starts = from.to_datetime(change.timestamp());
    let name = if change.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
    let properties = vec![
        Property::new("DTSTART", starts.strftime("%Y%m%dT%H%M%S").to_string()),
        Property::new("TZOFFSETFROM", offset(from)),
        Property::new("TZOFFSETTO", offset(change.offset())),
        Property::text("TZNAME", change.abbreviation()),
    ];
    Component::new(name, properties, Vec::new())
}

/// A zone that never changed its clocks.
fn always(own: Offset) -> Component {
    let properties = vec![
        Property::new("DTSTART", "19000101T000000"),
        Property::new("TZOFFSETFROM", offset(own)),
        Property::new("TZOFFSETTO", offset(own)),
    ];
    Component::new("STANDARD", properties, Vec::new())
}

/// `+0700`; with seconds where there are any (RFC 5545 §3.3.14).
fn offset(offset: Offset) -> String {
    let sign = if offset.seconds() < 0 { '-' } else { '+' };
    let all = offset.seconds().abs();
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    let rest = if seconds == 0 { String::new() } else { format!("{seconds:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

fn plus(instant: Timestamp, seconds: i64) -> Timestamp {
    instant.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(instant)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZoneDatabase;

    use super::*;

    fn ics(name: &str, from: &str, to: &str) -> String {
        let zone = TimeZoneDatabase::bundled().get(name).unwrap();
        let range = (from.parse().unwrap(), to.parse().unwrap());
        component(&zone, id(&zone).unwrap(), range).ics()
    }

    #[test]
    fn a_zone_that_changes_no_clocks_has_one_part() {
        let zone = ics("Asia/Ho_Chi_Minh", "2026-11-15T00:30:00Z", "2026-12-15T10:00:00Z");
        assert_eq!(zone.matches("BEGIN:STANDARD").count(), 1, "{zone}");
        assert!(!zone.contains("DAYLIGHT"), "{zone}");
        assert!(zone.contains("TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0700\r\n"), "{zone}");
    }

    #[test]
    fn each_change_of_the_clocks_is_told() {
        let zone = ics("Europe/Berlin", "2026-02-01T00:00:00Z", "2026-12-01T00:00:00Z");
        let expected = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n\
            BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\n\
            TZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n\
            BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\n\
            TZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT\r\n\
            BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\n\
            TZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n\
            END:VTIMEZONE\r\n";
        assert_eq!(zone, expected);
    }

    #[test]
    fn a_slip_of_the_pen_makes_no_endless_calendar() {
        let zone = ics("Europe/Berlin", "2026-02-01T00:00:00Z", "9999-12-01T00:00:00Z");
        assert!((60..=63).contains(&zone.matches("TZOFFSETTO").count()), "{}", zone.len());
    }

    #[test]
    fn an_offset_may_have_seconds() {
        assert_eq!(offset(Offset::from_seconds(25_590).unwrap()), "+070630");
        assert_eq!(offset(Offset::from_seconds(-12_600).unwrap()), "-0330");
    }
}
