//! The words for days of the week: `thứ Sáu`, `T6`, `CN`, `Friday`.

use jiff::civil::Weekday;

use crate::locale::written::reader::Reader;
use crate::locale::written::tokens::Token;

/// The days of a week by their short English names, as keys and values write them.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// `thứ Hai` to `thứ Bảy`.
const VIETNAMESE_WEEKDAYS: [(&str, Weekday); 6] = [
    ("hai", Weekday::Monday),
    ("ba", Weekday::Tuesday),
    ("tu", Weekday::Wednesday),
    ("nam", Weekday::Thursday),
    ("sau", Weekday::Friday),
    ("bay", Weekday::Saturday),
];

/// What a day of the week is called in Vietnamese and in English.
pub fn weekday_name(day: Weekday) -> (&'static str, &'static str) {
    match day {
        Weekday::Monday => ("thứ Hai", "Monday"),
        Weekday::Tuesday => ("thứ Ba", "Tuesday"),
        Weekday::Wednesday => ("thứ Tư", "Wednesday"),
        Weekday::Thursday => ("thứ Năm", "Thursday"),
        Weekday::Friday => ("thứ Sáu", "Friday"),
        Weekday::Saturday => ("thứ Bảy", "Saturday"),
        Weekday::Sunday => ("Chủ nhật", "Sunday"),
    }
}

impl Reader<'_> {
    /// `thứ Sáu`, `thứ 6`, `T6`, `CN`, `Chủ nhật`, `Friday`.
    pub fn weekday(&mut self) -> Option<Weekday> {
        if self.words(&["chu", "nhat"]) || self.words(&["chua", "nhat"]) || self.any(&["cn"]) {
            return Some(Weekday::Sunday);
        }
        let before = self.at;
        if self.any(&["thu", "t"]) {
            self.skip_sign('.');
            if let Some(day) = self.peek().and_then(Reader::bare_weekday) {
                self.at += 1;
                return Some(day);
            }
            self.at = before;
        }
        let word = self.peek()?.word()?;
        let (_, day) = WEEKDAYS.into_iter().find(|(name, _)| is_weekday(word, name))?;
        self.at += 1;
        self.skip_sign('.');
        Some(day)
    }

    /// What follows `thứ`: `6` or `Sáu`.
    pub(super) fn bare_weekday(token: &Token) -> Option<Weekday> {
        match token {
            Token::Number(number @ 2..=7, 1) => {
                let at = usize::try_from(*number).ok()?.checked_sub(2)?;
                VIETNAMESE_WEEKDAYS.get(at).map(|(_, day)| *day)
            }
            Token::Word(word, _) => {
                VIETNAMESE_WEEKDAYS.into_iter().find(|(name, _)| name == word).map(|(_, day)| day)
            }
            Token::Number(..) | Token::Sign(_) => None,
        }
    }
}

fn is_weekday(word: &str, short: &str) -> bool {
    let names = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tues",
        "thurs",
    ];
    // `thu` alone is the beginning of a Vietnamese weekday.
    (word == short && word != "thu") || (word.starts_with(short) && names.contains(&word))
}
