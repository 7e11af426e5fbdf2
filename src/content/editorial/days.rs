//! Days and times that do not exist, and ends before their beginnings.

use std::ops::Range;

use crate::content::editorial::stretch::{Stretch, Told};
use crate::content::editorial::{About, Check, Found, MOST, PlainText, weekdays};
use crate::content::facts::{self, Fact, Value};
use crate::diagnostics::{Diagnostic, Fix, Span, say};
use crate::locale::fold;
use crate::locale::written::{DayFault, PartDay, Reader, Window, tokens};

/// Years that a page may well tell of; what has others is likely no day.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2200;

/// Words behind which a number with a stroke is no day: `số nhà 32/11`.
const NO_DAYS: &[&str] = &[
    "so", "nha", "hem", "ngo", "kiet", "ngach", "duong", "phong", "lo", "to", "thua", "ty le",
    "ti le", "ty so", "ti so", "no", "room", "house", "score", "diem", "ty", "mau", "dat",
];

/// Words that lead to a day.
const LEADS: &[&str] = &["ngay", "mung", "mong", "hom", "den", "tu", "on", "by", "until", "from"];

/// What is wrong with the days and times of a page.
pub(super) fn check(plain: &PlainText, about: &About<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for passage in &plain.passages {
        if found.len() >= MOST || !may_hold_any(&plain.text[passage.range.clone()]) {
            continue;
        }
        let facts = facts::read(&plain.text, passage.range.clone(), about.language);
        let text = Stretch::of(plain, passage);
        for (at, fact) in facts.iter().enumerate() {
            let told = match &fact.value {
                Value::Day { day, month, year } => {
                    let day = part(*day, *month, *year);
                    let before = at.checked_sub(1).and_then(|before| facts.get(before));
                    impossible(day, &text, fact, about)
                        .or_else(|| backwards((before, day), &text, fact, about))
                        .or_else(|| weekdays::check(day, &text, &place(fact), about))
                }
                Value::Time { hour, minute } => no_time((*hour, *minute), &text, fact, about),
                Value::Month { .. } | Value::Telephone(_) | Value::Percent(_) => None,
                Value::Number(_) | Value::Document(_) | Value::Email(_) | Value::Url(..) => None,
            };
            found.extend(told.map(|(range, fault, text)| {
                let change = plain.exact(range.clone()).zip(text);
                let change = change.map(|(stretch, text)| Fix::likely(stretch, text));
                (Span::from(plain.source(range)), Diagnostic { fix: change, ..fault })
            }));
        }
    }
    found
}

/// Where in the plain text a fact stands.
fn place(fact: &Fact) -> Range<usize> {
    fact.span.start as usize..fact.span.end as usize
}

fn part(day: u16, month: u16, year: Option<u16>) -> PartDay {
    PartDay { day: day.into(), month: month.into(), year: year.map(u32::from) }
}

/// Whether digits stand in a text as they do in days and times: most texts have none.
fn may_hold_any(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut digits = bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
    digits.any(|(at, _)| match bytes.get(at + 1) {
        Some(b'/' | b'-' | b'.' | b':' | b'h' | b'g' | b'H') => true,
        Some(b' ') => {
            let word = bytes.get(at + 2..).unwrap_or_default();
            word.starts_with("tháng".as_bytes())
                || word.starts_with("giờ".as_bytes())
                || word.first().is_some_and(u8::is_ascii_uppercase)
                || word.starts_with(b"of ")
        }
        Some(b's' | b'n' | b'r' | b't') => true,
        Some(_) | None => false,
    }) || bytes.windows(3).any(crate::locale::written::begins_month)
}

/// Says so of a day that there is not.
fn impossible(day: PartDay, text: &Stretch<'_>, fact: &Fact, about: &About<'_>) -> Told {
    const LEAP_YEAR: u32 = 2024;
    let range = place(fact);
    if let Some(year) = day.year
        && !u16::try_from(year).is_ok_and(|year| YEARS.contains(&year))
    {
        return None;
    }
    let own = PartDay { year: day.year.or(Some(LEAP_YEAR)), ..day };
    let Err(DayFault::Impossible(_, days)) = own.resolve(Window::default()) else { return None };
    let is_sure = match day.year {
        // Elsewhere the month stands first.
        Some(_) => about.language.is_vietnamese() || day.month <= 12 || day.day > 12,
        None => is_day_without_year(day, text, &range),
    };
    if !is_sure {
        return None;
    }
    let written = text.part(range.clone());
    let message = say!("không có ngày `{written}`", "there is no day `{written}`");
    let month = day.month;
    let hint = match days.filter(|_| (1..=12).contains(&month)) {
        Some(days) => say!("tháng {month} có {days} ngày", "month {month} has {days} days"),
        None => say!(
            "tháng là số từ 1 đến 12, viết theo thứ tự ngày/tháng/năm",
            "months go from 1 to 12; the order is day/month/year"
        ),
    };
    about.levels.found(Check::Days, message, hint).map(|fault| (range, fault, None))
}

/// Whether two numbers without a year are surely meant as a day: `32/11` is none in `số 32/11`, and
/// `45/12` may be anything.
fn is_day_without_year(day: PartDay, text: &Stretch<'_>, range: &Range<usize>) -> bool {
    let written = text.part(range.clone());
    if !written.starts_with(|letter: char| letter.is_ascii_digit()) || written.contains(' ') {
        return true;
    }
    let before = text.before(range.start).trim_end();
    let start = before.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let before = fold(&before[start..]);
    let ends = |words: &[&str]| {
        words.iter().any(|word| {
            let rest = before.strip_suffix(word);
            rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
    };
    if ends(LEADS) {
        return true;
    }
    let behind = text.behind(range.end);
    let goes_on = behind.starts_with(['/', '%', '-']);
    !ends(NO_DAYS) && !goes_on && (1..=12).contains(&day.month) && (29..=39).contains(&day.day)
}

/// Says so of a last day before the first: `từ 15/11 đến 15/10`.
fn backwards(
    (before, last): (Option<&Fact>, PartDay),
    text: &Stretch<'_>,
    fact: &Fact,
    about: &About<'_>,
) -> Told {
    let first = before?;
    let Value::Day { day, month, year } = first.value else { return None };
    let (begins, ends) = (place(first), place(fact));
    let between = tokens(text.part(begins.end..ends.start));
    let mut reader = Reader { tokens: &between, at: 0 };
    if !reader.to() || reader.at < between.len() || !ends_before(part(day, month, year), last) {
        return None;
    }
    let range = begins.start..ends.end;
    let written = text.part(range.clone()).replace('\n', " ");
    let message =
        say!("`{written}` kết thúc trước khi bắt đầu", "`{written}` ends before it begins");
    let hint = say!(
        "đổi một trong hai ngày; nếu kéo sang năm sau, viết cả năm",
        "change one of the two days; if it goes on into the next year, write the years"
    );
    about.levels.found(Check::Days, message, hint).map(|fault| (range, fault, None))
}

/// Whether one day is before another. Where a year is not written it may be the next one, but
/// hardly for nearly a year.
fn ends_before(first: PartDay, last: PartDay) -> bool {
    const NEARLY: i32 = 65;
    let in_year = |day: PartDay, year: u32| {
        PartDay { year: Some(day.year.unwrap_or(year)), ..day }.resolve(Window::default()).ok()
    };
    let year = first.year.or(last.year).unwrap_or(2023);
    let (Some(begins), Some(ends)) = (in_year(first, year), in_year(last, year)) else {
        return false;
    };
    let back = ends.until(begins).map_or(0, |span| span.get_days());
    match (first.year, last.year) {
        (Some(_), Some(_)) => ends < begins,
        (_, _) => (1..NEARLY).contains(&back),
    }
}

/// Says so of a time that there is not: `25h00`. A length of time (`48 giờ`, `72h`) is none.
fn no_time((hour, minute): (u16, u16), text: &Stretch<'_>, fact: &Fact, about: &About<'_>) -> Told {
    let range = place(fact);
    let written = text.part(range.clone());
    let is_clock = written.contains(['h', 'g', 'H']) && !written.contains(' ');
    let minutes = written.trim_end().ends_with(|letter: char| letter.is_ascii_digit());
    let exists = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
    if exists || !is_clock || !minutes {
        return None;
    }
    let message = say!("không có giờ `{written}`", "there is no time `{written}`");
    let hint = say!("giờ từ 0 đến 23, phút từ 0 đến 59", "hours go to 23 and minutes to 59");
    about.levels.found(Check::Days, message, hint).map(|fault| (range, fault, None))
}
