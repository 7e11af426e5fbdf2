//! Numbers that are dates: what a number format shows of them (ECMA-376 part 1, 18.8.30).

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use crate::grid::{Cell, Value};

/// What a number format shows of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shows {
    /// The number.
    Number,
    /// The day.
    Day,
    /// The day and the time of day.
    DayAndTime,
    /// The time of day.
    Time,
    /// Hours, which may be more than a day has.
    Hours,
}

impl Shows {
    /// What a format that every workbook has shows, by its number.
    pub(super) fn of_builtin(format: usize) -> Shows {
        match format {
            14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shows::Day,
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => Shows::Time,
            46 => Shows::Hours,
            22 => Shows::DayAndTime,
            _ => Shows::Number,
        }
    }

    /// What a format written like `dd/mm/yyyy` shows.
    pub(super) fn of_pattern(pattern: &str) -> Shows {
        let mut letters = pattern.chars().map(|letter| letter.to_ascii_lowercase());
        let (mut day, mut month, mut time, mut counts) = (false, false, false, false);
        while let Some(letter) = letters.next() {
            match letter {
                '"' => letters.by_ref().take_while(|letter| *letter != '"').for_each(drop),
                '\\' | '_' | '*' => drop(letters.next()),
                '[' => {
                    let inside: String = letters.by_ref().take_while(|l| *l != ']').collect();
                    // `[h]` counts hours; other brackets hold colours and languages.
                    counts |=
                        matches!(inside.trim_matches(['h', 'm', 's']), "") && !inside.is_empty();
                }
                ';' => break,
                'd' | 'y' => day = true,
                'h' | 's' => time = true,
                'm' => month = true,
                _ => {}
            }
        }
        if pattern.eq_ignore_ascii_case("general") || pattern.eq_ignore_ascii_case("standard") {
            return Shows::Number;
        }
        // `m` is a month beside days, and minutes beside hours.
        match (day || (month && !(time || counts)), time || counts) {
            (true, true) => Shows::DayAndTime,
            (true, false) => Shows::Day,
            (false, true) if counts => Shows::Hours,
            (false, true) => Shows::Time,
            (false, false) => Shows::Number,
        }
    }
}

/// The cell of a number that is shown so. `since_1904` is the other way to count days.
pub(super) fn cell(number: f64, shows: Shows, since_1904: bool) -> Cell {
    let plain = || Cell { text: plain(number).into(), value: Value::Number };
    let cell = moment(number, since_1904).and_then(|moment| match shows {
        Shows::Number => None,
        Shows::Day => Some(day(moment.date())),
        Shows::DayAndTime => Some(day_and_time(moment)),
        Shows::Time => Some(time(moment.time())),
        Shows::Hours if number < 1.0 => Some(time(moment.time())),
        // `24:00` is no time of a day, and neither is `36:00`.
        Shows::Hours => Some(Cell { text: hours(number).into(), value: Value::Text }),
    });
    cell.unwrap_or_else(plain)
}

/// A cell that holds a day.
pub(super) fn day(date: Date) -> Cell {
    Cell { text: shown(date).into(), value: Value::Day(date) }
}

/// A cell that holds a day and a time of day.
pub(super) fn day_and_time(moment: DateTime) -> Cell {
    let text = format!("{} {}", shown(moment.date()), clock(moment.time()));
    Cell { text: text.into(), value: Value::DayAndTime(moment) }
}

/// A cell that holds a time of day.
pub(super) fn time(time: Time) -> Cell {
    Cell { text: clock(time).into(), value: Value::Time(time) }
}

fn shown(date: Date) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The moment that a count of days stands for, to the minute that is shown of it: a time of day
/// is a fraction that is never quite exact, and 23:59:59 still belongs to its day.
fn moment(number: f64, since_1904: bool) -> Option<DateTime> {
    // The last day that Excel knows is 31/12/9999.
    if !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let first = if since_1904 { Date::constant(1904, 1, 1) } else { Date::constant(1899, 12, 30) };
    let minutes = seconds(number).div_euclid(60);
    first.to_datetime(Time::midnight()).checked_add(minutes.minutes()).ok()
}

/// A count of days in seconds, for one within the calendar.
fn seconds(number: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a calendar has fewer seconds")]
    let seconds = (number * 86_400.0).round() as i64;
    seconds
}

/// A count of days in hours, as `36:00`.
fn hours(number: f64) -> String {
    let minutes = seconds(number).div_euclid(60);
    format!("{}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60))
}

/// A number as a cell shows it: at most ten digits behind the point.
fn plain(number: f64) -> String {
    let rounded = (number * 1e10).round() / 1e10;
    let text = if rounded.is_finite() { rounded } else { number }.to_string();
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_tell_days_from_times_from_numbers() {
        for pattern in ["dd/mm/yyyy", "d/m", "[$-42A]dd/mm", "dd\"/\"mm;@", "mmm-yy", "yyyy"] {
            assert_eq!(Shows::of_pattern(pattern), Shows::Day, "{pattern}");
        }
        for pattern in ["h:mm", "hh\"h\"mm", "mm:ss"] {
            assert_eq!(Shows::of_pattern(pattern), Shows::Time, "{pattern}");
        }
        for pattern in ["[h]:mm:ss", "[hh]:mm", "[mm]"] {
            assert_eq!(Shows::of_pattern(pattern), Shows::Hours, "{pattern}");
        }
        for pattern in ["General", "0.00", "#,##0 \"đồng\"", "[Red]0", "@", "\\d0", "0_d"] {
            assert_eq!(Shows::of_pattern(pattern), Shows::Number, "{pattern}");
        }
        assert_eq!(Shows::of_pattern("dd/mm/yyyy hh:mm"), Shows::DayAndTime);
    }

    #[test]
    fn a_count_of_days_is_a_moment() {
        let text = |number, shows| cell(number, shows, false).text.to_string();
        assert_eq!(text(46341.0, Shows::Day), "15/11/2026");
        assert_eq!(text(46341.3125, Shows::DayAndTime), "15/11/2026 07:30");
        assert_eq!(text(0.3125, Shows::Time), "07:30");
        assert_eq!(text(0.315_972_222_222, Shows::Time), "07:35");
        assert_eq!(text(46_341.999_99, Shows::Day), "15/11/2026", "23:59:59");
        assert_eq!(text(46_341.999_99, Shows::DayAndTime), "15/11/2026 23:59");
        assert_eq!(text(46_341.999_999_999_9, Shows::Day), "16/11/2026", "a sum that is not exact");
        assert_eq!(text(46341.0, Shows::Number), "46341");
        assert_eq!(
            cell(0.5625, Shows::Hours, false).value,
            Value::Time(Time::constant(13, 30, 0, 0))
        );
        assert_eq!(
            cell(1.0, Shows::Hours, false),
            Cell { text: "24:00".into(), value: Value::Text }
        );
        assert_eq!(text(1.5625, Shows::Hours), "37:30");
        assert_eq!(cell(44879.0, Shows::Day, true).text.as_ref(), "15/11/2026");
        assert_eq!(text(-3.0, Shows::Day), "-3");
        assert_eq!(text(1e300, Shows::Day).len(), 40);
        assert_eq!(text(f64::NAN, Shows::Day), "NaN");
    }
}
