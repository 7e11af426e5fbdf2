//! The days that a repetition names.
//!
//! It begins on the first day that fits its rule. “Each month on Saturday” is the Saturday of
//! the same week of the month: the second where it begins on a second one, the last where it
//! begins on a fifth.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::content::kinds::schedule::{Every, Repeat, Weekday};

impl Repeat {
    /// The first day from this one on that fits the rule.
    pub fn first_day(&self, from: Date) -> Option<Date> {
        let days = (0..7).filter_map(|days| from.checked_add(days.days()).ok());
        days.into_iter().find(|day| self.on.is_empty() || self.is_on(*day))
    }

    /// Whether the rule names a day, where `first` is the first that it names.
    pub fn names(&self, day: Date, first: Date) -> bool {
        let week = week_of_month(first);
        match self.every {
            Every::Day => self.on.is_empty() || self.is_on(day),
            Every::Week if self.on.is_empty() => day.weekday() == first.weekday(),
            Every::Week => self.is_on(day),
            Every::Month if self.on.is_empty() => day.day() == first.day(),
            Every::Month if week == 5 => self.is_on(day) && day.day() + 7 > day.days_in_month(),
            Every::Month => self.is_on(day) && week_of_month(day) == week,
        }
    }

    fn is_on(&self, day: Date) -> bool {
        self.on.iter().any(|Weekday(on)| *on == day.weekday())
    }
}

/// Which week of its month a day is in, when weeks are counted from the first day on; the fifth
/// is the last.
pub fn week_of_month(day: Date) -> i8 {
    (day.day() - 1) / 7 + 1
}
