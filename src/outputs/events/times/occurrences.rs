//! Each single time that an event takes place, with the instants at which its state changes.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::content::kinds::{Event, Every, Schedule};
use crate::outputs::events::times::{Point, Timing, plus};
use crate::yaml::Moment;

/// How many times of one event pages list: a year of days. Calendars hold the rule itself.
pub(crate) const MOST_OCCURRENCES: usize = 366;

/// One time that an event takes place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Occurrence {
    /// The day it begins on.
    pub day: Date,
    /// The last day that belongs to it.
    pub last_day: Date,
    /// The instants at which its state changes: `today` from the first, `under way` from
    /// the second, `over` from the third. What has no end, or no time of day, is `today`
    /// until its day is over; what lasts for days is under way from the first of them.
    pub changes: [Timestamp; 3],
}

/// The times that an event takes place, in their order, and whether there would be more
/// than pages list.
pub(crate) fn occurrences(
    event: &Event,
    schedule: &Schedule,
    zone: &TimeZone,
) -> (Vec<Occurrence>, bool) {
    let timing = Timing::of(event, schedule, zone);
    let Some(rule) = timing.rule else { return (vec![one(&timing, timing.starts, zone)], false) };
    let first = timing.starts.day(zone);
    let except = |day: Date| rule.repeat.except.iter().any(|left| left.value.day(zone) == day);
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok());
    let mut named = days
        .map(|day| (day, timing.starts.shifted(day, zone)))
        .take_while(|(_, starts)| rule.reaches(*starts, zone))
        .filter(|(day, _)| rule.repeat.names(*day, first) && !except(*day))
        .map(|(_, starts)| one(&timing, starts, zone));
    let listed: Vec<Occurrence> = named.by_ref().take(MOST_OCCURRENCES).collect();
    (listed, named.next().is_some())
}

/// Whether an event stands apart in lists by day: it lasts for days, or comes every day.
pub(crate) fn is_long(event: &Event, occurrences: &[Occurrence]) -> bool {
    let daily = event.repeat.as_ref().is_some_and(|repeat| repeat.every == Every::Day);
    let (Some(first), Some(last)) = (occurrences.first(), occurrences.last()) else { return true };
    (daily && first.day != last.day) || first.last_day != first.day
}

fn one(timing: &Timing<'_>, starts: Point, zone: &TimeZone) -> Occurrence {
    let day = starts.day(zone);
    let midnight = |day| Moment::Day(day).start(zone);
    let (begins, tomorrow) = (midnight(day), midnight(plus(day, 1.day())));
    match (starts, timing.ends(starts)) {
        (Point::Day(_), Some(ends)) => {
            let last_day = ends.day(zone).yesterday().unwrap_or(day).max(day);
            let from = if last_day == day { tomorrow } else { begins };
            let changes = [begins, from, ends.instant(zone).max(tomorrow)];
            Occurrence { day, last_day, changes }
        }
        (Point::Local(_) | Point::Instant(_), Some(ends)) => {
            let (start, end) = (starts.instant(zone), ends.instant(zone));
            // What ends in the night after its day does not last for days.
            let hours = end.duration_since(start).as_hours();
            let last_day = if hours < 24 { day } else { last_day(ends, zone).max(day) };
            Occurrence { day, last_day, changes: [begins, start, end] }
        }
        (_, None) => Occurrence { day, last_day: day, changes: [begins, tomorrow, tomorrow] },
    }
}

/// The last day that belongs to what ends at this point.
fn last_day(ends: Point, zone: &TimeZone) -> Date {
    let before = ends.instant(zone).checked_sub(1.nanosecond());
    before.map_or_else(|_| ends.day(zone), |instant| zone.to_datetime(instant).date())
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZoneDatabase;

    use super::*;
    use crate::content::{Kind, Language, ParseInput, RawHtml, Rules, parse};
    use crate::diagnostics::{Code, Diagnostic};
    use crate::memo::Digest;
    use crate::sources::SourcePath;

    /// The times of the one event of a schedule in November and December 2026, as
    /// `day..last day` with the three changes by the clocks of the zone.
    fn listed(zone: &str, event: &str) -> (Vec<String>, bool) {
        let zone = TimeZoneDatabase::bundled().get(zone).unwrap();
        let text = format!(
            "---\ntitle: A\nkind: schedule\nstarts: 1/10/2026\nends: 31/12/2026\n\
             events: [{{ title: B, {event} }}]\n---\n"
        );
        let path = SourcePath::new("content/a.md");
        let language = Language::new("vi");
        let rules = Rules {
            languages: [(language.clone(), None)].into(),
            default_language: language,
            taxonomies: Vec::new(),
            html: RawHtml::Clean,
            smart_punctuation: true,
            extensions: true,
            checks: crate::content::editorial::Levels::default(),
        };
        let digest = Digest::of(text.as_bytes());
        let text = text.into();
        let input = ParseInput {
            path: &path,
            digest,
            text: &text,
            rules: rules.hashed(),
            sheets: Vec::new(),
        };
        let parsed = parse(&input);
        // Rules that miss a day are among them, and told.
        let is_miss = |told: &Diagnostic| told.code == Code::RepeatMisses;
        assert!(parsed.diagnostics.iter().all(is_miss), "{:?}", parsed.diagnostics);
        let Kind::Schedule(schedule) = &parsed.value.document.kind else { panic!("no schedule") };
        let (all, is_cut) = occurrences(&schedule.written[0], schedule, &zone);
        let clock = |instant: Timestamp| zone.to_datetime(instant).strftime("%d %H:%M").to_string();
        let line = |own: &Occurrence| {
            let changes = own.changes.map(clock).join(", ");
            format!("{}..{}: {changes}", own.day.strftime("%d/%m"), own.last_day.strftime("%d/%m"))
        };
        (all.iter().map(line).collect(), is_cut)
    }

    fn one(event: &str) -> String {
        let (all, is_cut) = listed("Asia/Ho_Chi_Minh", event);
        assert_eq!((all.len(), is_cut), (1, false), "{all:?}");
        all[0].clone()
    }

    /// The days alone, for rules.
    fn days(event: &str) -> String {
        let (all, _) = listed("Asia/Ho_Chi_Minh", event);
        all.iter().map(|line| &line[..5]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_state_changes_with_the_day_the_beginning_and_the_end() {
        let timed = "starts: 15/11/2026 07:30, ends: 15/11/2026 09:00";
        assert_eq!(one(timed), "15/11..15/11: 15 00:00, 15 07:30, 15 09:00");
        let open = "starts: 15/11/2026 07:30";
        assert_eq!(one(open), "15/11..15/11: 15 00:00, 16 00:00, 16 00:00");
        let day = "date: 15/11/2026, part_of_day: morning";
        assert_eq!(one(day), "15/11..15/11: 15 00:00, 16 00:00, 16 00:00");
        let days = "date: 15/11/2026, end_date: 17/11/2026";
        assert_eq!(one(days), "15/11..17/11: 15 00:00, 15 00:00, 18 00:00");
        let night = "starts: 15/11/2026 22:00, ends: 16/11/2026 02:00";
        assert_eq!(one(night), "15/11..15/11: 15 00:00, 15 22:00, 16 02:00");
        let camp = "starts: 15/11/2026 08:00, ends: 17/11/2026 17:00";
        assert_eq!(one(camp), "15/11..17/11: 15 00:00, 15 08:00, 17 17:00");
    }

    #[test]
    fn a_rule_names_its_days() {
        let weekly = "date: 15/11/2026, repeat: { every: week, on: [mon], until: 14/12/2026, except: [7/12/2026] }";
        assert_eq!(days(weekly), "16/11 23/11 30/11 14/12", "15 November is a Sunday");
        let plain = "date: 15/11/2026, repeat: { every: week, until: 29/11/2026 }";
        assert_eq!(days(plain), "15/11 22/11 29/11");
        let second = "date: 14/11/2026, repeat: { every: month, on: [sat] }";
        assert_eq!(days(second), "14/11 12/12", "the second Saturday, to the end of the schedule");
        let last = "date: 31/10/2026, repeat: { every: month, on: [sat] }";
        assert_eq!(days(last), "31/10 28/11 26/12", "the last Saturday");
        let dated = "date: 31/10/2026, repeat: { every: month }";
        assert_eq!(days(dated), "31/10 31/12", "November has no 31st");
        let daily = "date: 15/11/2026, repeat: { every: day, on: [sat, sun], until: 22/11/2026 }";
        assert_eq!(days(daily), "15/11 21/11 22/11");
    }

    #[test]
    fn a_rule_moves_its_end_with_its_beginning() {
        let event = "starts: 20/11/2026 22:00, ends: 21/11/2026 01:00, repeat: { every: week, until: 27/11/2026 }";
        let (all, _) = listed("Asia/Ho_Chi_Minh", event);
        assert_eq!(all[1], "27/11..27/11: 27 00:00, 27 22:00, 28 01:00");
    }

    #[test]
    fn clocks_that_change_leave_the_hour_as_it_is_written() {
        // Clocks go back on 25 October 2026.
        let event = "starts: 18/10/2026 10:00, ends: 18/10/2026 11:00, repeat: { every: week, until: 25/10/2026 }";
        let (all, _) = listed("Europe/Berlin", event);
        assert_eq!(all[0], "18/10..18/10: 18 00:00, 18 10:00, 18 11:00");
        assert_eq!(all[1], "25/10..25/10: 25 00:00, 25 10:00, 25 11:00");
        let (day, _) = listed("Europe/Berlin", "date: 25/10/2026");
        assert_eq!(day[0], "25/10..25/10: 25 00:00, 26 00:00, 26 00:00");
    }

    #[test]
    fn a_rule_without_an_end_is_cut() {
        let endless = "date: 15/11/2026, repeat: { every: day, until: 15/11/2031 }";
        let (all, is_cut) = listed("Asia/Ho_Chi_Minh", endless);
        assert_eq!((all.len(), is_cut), (MOST_OCCURRENCES, true));
        let most = "date: 1/10/2026, repeat: { every: day, until: 1/10/2027 }";
        let (all, is_cut) = listed("Asia/Ho_Chi_Minh", most);
        assert_eq!((all.len(), is_cut), (MOST_OCCURRENCES, false), "a year and a day");
    }
}
