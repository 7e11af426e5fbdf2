//! How a script tells which day it is by the clocks of the site's zone, wherever the
//! reader's own clock stands.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::outputs::events::times::plus;
use crate::yaml::Moment;

/// A day in seconds, where clocks do not change in it.
const DAY: i64 = 86_400;

/// How many days are looked at, so that a schedule of a thousand years costs no more than
/// one of five: in the days after them an hour may be wrong.
const MOST_DAYS: usize = 366 * 6;

/// The day before which a page may be read and still count the days that are left.
const BEFORE: i64 = 366;

/// Marks between which every day has 24 hours, from a year before `first` to the day after
/// `last`: `A:D` with spaces between, where D is a day, counted from 1 January 1970, and A
/// the second of Unix time at which it begins. Before the first mark and after the last,
/// days go on in the same way.
pub(crate) fn marks(first: Date, last: Date, zone: &TimeZone) -> String {
    let from = first.checked_sub(BEFORE.days()).unwrap_or(first);
    let days = std::iter::successors(Some(from), |day| day.tomorrow().ok());
    let days = days.take_while(|day| *day <= plus(last, 1.day())).take(MOST_DAYS);
    let mut next = None;
    let mut marks = Vec::new();
    for day in days {
        let begins = Moment::Day(day).start(zone).as_second();
        if next != Some(begins) {
            marks.push(format!("{begins}:{}", number(day)));
        }
        next = Some(begins + DAY);
    }
    marks.join(" ")
}

/// How many days after 1 January 1970 a day is.
fn number(day: Date) -> i32 {
    day.duration_since(Date::constant(1970, 1, 1)).as_hours().div_euclid(24).try_into().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZoneDatabase;

    use super::*;

    fn of(zone: &str, first: Date, last: Date) -> String {
        marks(first, last, &TimeZoneDatabase::bundled().get(zone).unwrap())
    }

    #[test]
    fn where_clocks_never_change_one_mark_tells_every_day() {
        let (first, last) = (date(2026, 11, 15), date(2026, 12, 15));
        // 14 November 2025, 0:00 in Viet Nam.
        assert_eq!(of("Asia/Ho_Chi_Minh", first, last), "1763053200:20406");
        assert_eq!(of("UTC", first, last), "1763078400:20406");
    }

    #[test]
    fn a_mark_stands_at_the_first_day_after_each_change_of_the_clocks() {
        // Clocks go forward on 29 March 2026 and back on 25 October: the days after these
        // begin one hour earlier and later than 24 hours after the day before.
        let marks = of("Europe/Berlin", date(2026, 10, 1), date(2026, 10, 31));
        let days: Vec<&str> =
            marks.split(' ').map(|mark| mark.split_once(':').unwrap().1).collect();
        let number = |day| number(day).to_string();
        let expected =
            [date(2025, 9, 30), date(2025, 10, 27), date(2026, 3, 30), date(2026, 10, 26)];
        assert_eq!(days, expected.map(number));
    }

    #[test]
    fn days_at_the_ends_of_the_calendar_have_marks_too() {
        assert!(!of("UTC", Date::MIN, Date::MAX).is_empty());
        assert!(!of("Asia/Ho_Chi_Minh", Date::MAX, Date::MAX).is_empty());
        assert_eq!(number(date(1969, 12, 31)), -1);
    }
}
