//! The days in the files of a new site, which are counted from the day on which it is laid out.
//!
//! In the files stand `{day}`, `{day+7}`, `{day-3}`, and `{mon+8}` for the first Monday from the
//! eighth day on.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How a day is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Written {
    /// As in `15/11/2024`, for those who write Vietnamese.
    DayFirst,
    /// As in `2024-11-15`.
    YearFirst,
}

impl Written {
    /// How days are written in this file.
    pub(super) fn of(path: &str) -> Written {
        let is_vietnamese = path.ends_with(".md") && !path.ends_with(".en.md");
        if is_vietnamese { Written::DayFirst } else { Written::YearFirst }
    }

    fn write(self, day: Date) -> String {
        let (year, month, date) = (day.year(), day.month(), day.day());
        match self {
            Written::DayFirst => format!("{date:02}/{month:02}/{year:04}"),
            Written::YearFirst => format!("{year:04}-{month:02}-{date:02}"),
        }
    }
}

/// The text with each day in its place. Other braces stay as they are.
pub(super) fn filled(text: &str, today: Date, written: Written) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let day =
            after.split_once('}').and_then(|(name, behind)| Some((day(name, today)?, behind)));
        match day {
            Some((day, behind)) => {
                out.push_str(&written.write(day));
                rest = behind;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The day of this name. On the last days of the calendar all later ones are the last.
fn day(name: &str, today: Date) -> Option<Date> {
    let (what, days) = match name.find(['+', '-']) {
        Some(at) => (&name[..at], name[at..].parse::<i16>().ok()?),
        None => (name, 0),
    };
    let from = today.saturating_add(i64::from(days).days());
    let weekday = match what {
        "day" => return Some(from),
        "mon" => Weekday::Monday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    };
    let until = from.weekday().until(weekday);
    Some(from.saturating_add(i64::from(until).days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Saturday before the end of a leap year's February.
    const TODAY: Date = Date::constant(2028, 2, 26);

    #[test]
    fn days_are_counted_from_today() {
        for (text, expected) in [
            ("date: {day}", "date: 26/02/2028"),
            ("{day+7} – {day-30}", "04/03/2028 – 27/01/2028"),
            ("{sat+0} {sat+1} {sun+0} {mon+0}", "26/02/2028 04/03/2028 27/02/2028 28/02/2028"),
            ("{ every: week, until: {mon+8} }", "{ every: week, until: 06/03/2028 }"),
            ("{{ hotlines() }} {days} {day+} {#a} {", "{{ hotlines() }} {days} {day+} {#a} {"),
        ] {
            assert_eq!(filled(text, TODAY, Written::DayFirst), expected);
        }
    }

    #[test]
    fn the_end_of_the_calendar_is_no_fault() {
        assert_eq!(
            filled("{day+37} {mon+37}", Date::MAX, Written::YearFirst),
            "9999-12-31 9999-12-31"
        );
    }

    #[test]
    fn each_file_has_its_own_way_of_writing_a_day() {
        assert_eq!(Written::of("content/a.md"), Written::DayFirst);
        assert_eq!(Written::of("content/a.en.md"), Written::YearFirst);
        assert_eq!(Written::of("content/_data/hotlines.yaml"), Written::YearFirst);
    }
}
