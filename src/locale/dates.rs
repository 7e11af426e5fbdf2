//! Dates, times, ranges and numbers by a language's own patterns.
//!
//! CLDR's Vietnamese dates are not what offices write, so the patterns are data of
//! the theme. A pattern holds names in braces: `{d} {dd} {m} {mm} {document_month} {month}
//! {month_short} {y} {weekday} {weekday_short} {H} {HH} {MM}`; in a range each name ends in `1`
//! or `2`.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Weekday};

use crate::locale::Language;
use crate::locale::patterns::fill;

/// How a date is to look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateFormat {
    /// `15/11/2024`.
    Short,
    /// `15 November 2024`.
    Long,
    /// `thứ Sáu, 15/11/2024`.
    Weekday,
    /// As in the head of a document: `ngày 25 tháng 3 năm 2024`.
    Document,
    /// The time of day.
    Time,
    /// Date and time.
    DateTime,
    /// The month.
    Month,
    /// The day of the week in few letters, as a calendar leaf has it: `T2`.
    WeekdayShort,
    /// The month in few letters: `thg 11`.
    MonthShort,
}

impl DateFormat {
    /// Every format with its name in templates and language files.
    pub const ALL: [(&'static str, DateFormat); 9] = [
        ("short", DateFormat::Short),
        ("long", DateFormat::Long),
        ("weekday", DateFormat::Weekday),
        ("document", DateFormat::Document),
        ("time", DateFormat::Time),
        ("datetime", DateFormat::DateTime),
        ("month", DateFormat::Month),
        ("weekday_short", DateFormat::WeekdayShort),
        ("month_short", DateFormat::MonthShort),
    ];

    fn name(self) -> &'static str {
        match self {
            DateFormat::Short => "short",
            DateFormat::Long => "long",
            DateFormat::Weekday => "weekday",
            DateFormat::Document => "document",
            DateFormat::Time => "time",
            DateFormat::DateTime => "datetime",
            DateFormat::Month => "month",
            DateFormat::WeekdayShort => "weekday_short",
            DateFormat::MonthShort => "month_short",
        }
    }
}

/// A pattern and the language that it is in, which may be that of a lender.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern {
    /// The language of the file that it stands in.
    pub language: Language,
    /// What it says.
    pub text: String,
}

/// A language's patterns for dates.
#[derive(Clone, Default, Debug)]
pub struct DatePatterns {
    /// Patterns by name: those of [`DateFormat`], and `range_same_day`, `range_same_month`,
    /// `range_same_year`, `range_other`.
    pub patterns: BTreeMap<String, Pattern>,
    /// The names of the days, Monday first.
    pub weekdays: Vec<String>,
    /// The same in few letters.
    pub weekdays_short: Vec<String>,
    /// The names of the months.
    pub months: Vec<String>,
    /// The same in few letters.
    pub months_short: Vec<String>,
    /// The day with which a week begins, Monday where none is written.
    pub week_starts: Option<Weekday>,
}

impl DatePatterns {
    /// The patterns for ranges: how much the two days have in common.
    pub const RANGES: [&'static str; 4] =
        ["range_same_day", "range_same_month", "range_same_year", "range_other"];

    /// The names that a pattern may hold; in a range each ends in `1` or `2`.
    pub const NAMES: [&'static str; 13] = [
        "d",
        "dd",
        "m",
        "mm",
        "document_month",
        "month",
        "month_short",
        "y",
        "weekday",
        "weekday_short",
        "H",
        "HH",
        "MM",
    ];

    /// A date, and its time of day if it has one, in this format, and the language that it
    /// is in. Without a pattern, the ISO form, which is in none.
    pub fn format(
        &self,
        date: Date,
        time: Option<DateTime>,
        format: DateFormat,
    ) -> (String, Option<&Language>) {
        let Some(Pattern { language, text }) = self.patterns.get(format.name()) else {
            return (time.map_or_else(|| date.to_string(), |time| time.to_string()), None);
        };
        (fill(text, |name| self.part(name, date, time)), Some(language))
    }

    /// From one day to another, saying nothing twice, and the language that it is in.
    pub fn range(&self, first: Date, last: Date) -> (String, Option<&Language>) {
        let name = if first == last {
            "range_same_day"
        } else if (first.year(), first.month()) == (last.year(), last.month()) {
            "range_same_month"
        } else if first.year() == last.year() {
            "range_same_year"
        } else {
            "range_other"
        };
        let Some(Pattern { language, text }) = self.patterns.get(name) else {
            return (format!("{first}/{last}"), None);
        };
        let filled = fill(text, |name| match name.strip_suffix('1') {
            Some(name) => self.part(name, first, None),
            None => self.part(name.strip_suffix('2').unwrap_or(name), last, None),
        });
        (filled, Some(language))
    }

    fn part(&self, name: &str, date: Date, time: Option<DateTime>) -> Option<String> {
        let listed = |names: &[String], at: i8| {
            usize::try_from(at - 1).ok().and_then(|at| names.get(at)).cloned()
        };
        let time = time.map_or(jiff::civil::Time::midnight(), DateTime::time);
        Some(match name {
            "d" => date.day().to_string(),
            "dd" => format!("{:02}", date.day()),
            "m" => date.month().to_string(),
            "mm" => format!("{:02}", date.month()),
            // A zero before the first two months only (Decree 30/2020/NĐ-CP, appendix I).
            "document_month" if date.month() < 3 => format!("{:02}", date.month()),
            "document_month" => date.month().to_string(),
            "y" => date.year().to_string(),
            "H" => time.hour().to_string(),
            "HH" => format!("{:02}", time.hour()),
            "MM" => format!("{:02}", time.minute()),
            "month" => listed(&self.months, date.month())?,
            "month_short" => listed(&self.months_short, date.month())?,
            "weekday" => listed(&self.weekdays, date.weekday().to_monday_one_offset())?,
            "weekday_short" => listed(&self.weekdays_short, date.weekday().to_monday_one_offset())?,
            _ => return None,
        })
    }
}

/// A language's signs in numbers.
#[derive(Clone, Default, Debug)]
pub struct NumberPatterns {
    /// Between groups of three digits.
    pub group: String,
    /// Before the fraction.
    pub decimal: String,
}

impl NumberPatterns {
    /// The number with its groups; a fraction keeps the digits it has.
    pub fn format(&self, number: f64) -> String {
        let plain = number.abs().to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::from(if number < 0.0 { "-" } else { "" });
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push_str(&self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(if self.decimal.is_empty() { "." } else { &self.decimal });
            text.push_str(fraction);
        }
        text
    }

    /// A number of bytes in the unit that people know: kB or MB of 1000 (SI).
    pub fn file_size(&self, bytes: f64) -> String {
        let tenth = |number: f64| (number * 10.0).round() / 10.0;
        if bytes < 1000.0 {
            format!("{} B", self.format(bytes))
        } else if bytes < 999_500.0 {
            format!("{} kB", self.format((bytes / 1000.0).round()))
        } else {
            format!("{} MB", self.format(tenth(bytes / 1_000_000.0)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Pattern {
        Pattern { language: Language::new("vi"), text: text.to_owned() }
    }

    fn vietnamese() -> DatePatterns {
        let pairs = [
            ("weekday", "{weekday}, {dd}/{mm}/{y}"),
            ("document", "ngày {dd} tháng {document_month} năm {y}"),
            ("weekday_short", "{weekday_short}"),
            ("range_same_year", "từ ngày {d1}/{m1} đến {d2}/{m2}/{y2}"),
        ];
        let weekdays = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
        DatePatterns {
            patterns: pairs.map(|(name, text)| (name.to_owned(), pattern(text))).into(),
            weekdays: weekdays.map(str::to_owned).to_vec(),
            weekdays_short: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"].map(str::to_owned).to_vec(),
            ..DatePatterns::default()
        }
    }

    #[test]
    fn vietnamese_dates_follow_local_practice() {
        let (first, last) = (Date::constant(2024, 11, 15), Date::constant(2024, 12, 15));
        let dates = vietnamese();
        let format = |date, format| dates.format(date, None, format).0;
        assert_eq!(format(first, DateFormat::Weekday), "thứ Sáu, 15/11/2024");
        assert_eq!(dates.range(first, last).0, "từ ngày 15/11 đến 15/12/2024");
        assert_eq!(dates.range(first, last).1, Some(&Language::new("vi")));
        let sunday = Date::constant(2026, 11, 15);
        assert_eq!(format(sunday, DateFormat::Weekday), "Chủ nhật, 15/11/2026");
        let issued = Date::constant(2024, 3, 25);
        assert_eq!(format(issued, DateFormat::Document), "ngày 25 tháng 3 năm 2024");
        let new_year = Date::constant(2026, 1, 5);
        assert_eq!(format(new_year, DateFormat::Document), "ngày 05 tháng 01 năm 2026");
        assert_eq!(format(sunday, DateFormat::WeekdayShort), "CN");
    }

    #[test]
    fn without_a_pattern_a_date_is_still_a_date() {
        assert_eq!(
            vietnamese().format(Date::constant(2024, 3, 5), None, DateFormat::Short),
            ("2024-03-05".to_owned(), None)
        );
    }

    #[test]
    fn numbers_and_sizes_take_the_signs_of_the_language() {
        let signs = NumberPatterns { group: ".".to_owned(), decimal: ",".to_owned() };
        assert_eq!(signs.format(1_234_567.5), "1.234.567,5");
        assert_eq!(signs.format(-999.0), "-999");
        assert_eq!(signs.file_size(950.0), "950 B");
        assert_eq!(signs.file_size(1_536.0), "2 kB");
        assert_eq!(signs.file_size(2_450_000.0), "2,5 MB");
    }
}
