//! `Schedule`: how an event comes back.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::content::kinds::{Every, Weekday};
use crate::outputs::events::times::{Point, Rule, Timing};
use crate::outputs::formats::json_ld::Node;

/// The days of the week from Monday on: in schema.org, and in iCalendar (RFC 5545 §3.3.10).
const DAYS: [(&str, &str); 7] = [
    ("Monday", "MO"),
    ("Tuesday", "TU"),
    ("Wednesday", "WE"),
    ("Thursday", "TH"),
    ("Friday", "FR"),
    ("Saturday", "SA"),
    ("Sunday", "SU"),
];

/// How an event comes back; none where it does not.
pub(super) fn repetition(timing: &Timing<'_>, zone: &TimeZone) -> Option<Node> {
    let rule = timing.rule?;
    let first = timing.starts.day(zone);
    let mut except: Vec<String> =
        rule.repeat.except.iter().map(|date| date.value.day(zone).to_string()).collect();
    except.sort_unstable();
    except.dedup();
    let node = Node::new("Schedule")
        .with("startDate", first.to_string())
        .with("endDate", rule.until.map(|until| until.day(zone).to_string()))
        .with("repeatFrequency", frequency(rule.repeat.every))
        .with("byDay", days(&rule))
        .with("byMonthDay", day_of_month(&rule, first))
        .with("exceptDate", except);
    Some(each_time(node, (timing.starts, timing.ends(timing.starts)), zone))
}

/// When each of the events begins, and how long it lasts.
fn each_time(node: Node, (starts, ends): (Point, Option<Point>), zone: &TimeZone) -> Node {
    let first = starts.day(zone);
    let Some(clock) = clock(starts, zone) else {
        let last = ends.and_then(|ends| first.until(ends.day(zone)).ok());
        let days = last.map(|span| span.get_days()).filter(|days| *days > 1);
        return node.with("duration", days.map(|days| format!("P{days}D")));
    };
    let node = node.with("startTime", clock).with("scheduleTimezone", zone.iana_name());
    let Some(ends) = ends else { return node };
    if ends.day(zone) == first {
        return node.with("endTime", self::clock(ends, zone));
    }
    let minutes = ends.instant(zone).duration_since(starts.instant(zone)).as_mins();
    node.with("duration", format!("PT{}H{}M", minutes / 60, minutes % 60))
}

/// The time of day by the clocks of the zone; none where only the day is known.
fn clock(point: Point, zone: &TimeZone) -> Option<String> {
    let time = match point {
        Point::Day(_) => return None,
        Point::Local(time) => time,
        Point::Instant(instant) => zone.to_datetime(instant),
    };
    Some(time.strftime("%H:%M:%S").to_string())
}

fn frequency(every: Every) -> &'static str {
    match every {
        Every::Day => "P1D",
        Every::Week => "P1W",
        Every::Month => "P1M",
    }
}

/// The days of the week; for “each month” in the form of iCalendar, which counts them: `2SA`.
fn days(rule: &Rule<'_>) -> Vec<String> {
    let mut on: Vec<i8> =
        rule.repeat.on.iter().map(|Weekday(day)| day.to_monday_zero_offset()).collect();
    on.sort_unstable();
    on.dedup();
    let days = on.into_iter().filter_map(|day| DAYS.get(usize::try_from(day).ok()?));
    let named = days.map(|(name, short)| match (rule.repeat.every, rule.week) {
        (Every::Day | Every::Week, _) => format!("https://schema.org/{name}"),
        (Every::Month, 5) => format!("-1{short}"),
        (Every::Month, week) => format!("{week}{short}"),
    });
    named.collect()
}

/// The day of each month, where no day of the week is named.
fn day_of_month(rule: &Rule<'_>, first: Date) -> Option<i8> {
    match rule.repeat.every {
        Every::Month => rule.repeat.on.is_empty().then(|| first.day()),
        Every::Day | Every::Week => None,
    }
}
