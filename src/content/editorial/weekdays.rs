//! Days of the week that do not fall on the dates they stand beside.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::content::editorial::stretch::{Stretch, Told};
use crate::content::editorial::{About, Check};
use crate::diagnostics::say;
use crate::locale::written::{self, PartDay};

/// The days of the week in English, as texts write them.
const ENGLISH: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Words in front of a day of the week that make it one of several, or none.
const JOINS: &[&str] =
    &["-", "–", "—", "đến", "tới", "và", "hoặc", "to", "until", "and", "or", "lần"];

/// Says so of the day of the week beside a date that stands at `range`.
pub(super) fn check(
    day: PartDay,
    text: &Stretch<'_>,
    range: &Range<usize>,
    about: &About<'_>,
) -> Told {
    let is_vietnamese = about.language.is_vietnamese();
    let (said, place) = before(text.before(range.start), is_vietnamese)
        .map(|(said, length, end)| {
            let start = range.start - text.before(range.start).len() + end - length;
            (said, start..start + length)
        })
        .or_else(|| {
            let (said, inside) = behind(text.behind(range.end), is_vietnamese)?;
            Some((said, range.end + inside.start..range.end + inside.end))
        })?;
    let date = day.resolve(about.window).ok()?;
    if date.weekday() == said {
        return None;
    }
    let (vi, en) = written::weekday_name(date.weekday());
    let shown = format!("{}/{}/{}", date.day(), date.month(), date.year());
    let found = text.part(place.clone()).replace('\n', " ");
    let message =
        say!("ngày {shown} là {vi}, không phải `{found}`", "{shown} is a {en}, not `{found}`");
    let right = in_its_manner(&found, date.weekday());
    let hint = match other_year(date, said) {
        Some(year) => say!(
            "viết `{right}`, hoặc sửa ngày; ngày này của năm {year} mới là {found}",
            "write `{right}`, or mend the date; in {year} it is {found}"
        ),
        None => say!("viết `{right}`, hoặc sửa ngày", "write `{right}`, or mend the date"),
    };
    about.levels.found(Check::Weekdays, message, hint).map(|fault| (place, fault, Some(right)))
}

/// A day of the week as another one was written: `T6`, `thứ 6`, `Thứ Sáu`, `Friday`.
fn in_its_manner(written: &str, day: Weekday) -> String {
    let (vietnamese, english) = written::weekday_name(day);
    let number = day.to_sunday_zero_offset() + 1;
    let is_sunday = number == 1;
    if written.starts_with(['T', 'C']) && written.len() == 2 {
        return if is_sunday { "CN".to_owned() } else { format!("T{number}") };
    }
    let short = english.get(..3).unwrap_or(english);
    if written.is_ascii() && !written.ends_with(|last: char| last.is_ascii_digit()) {
        return if written.len() == 3 { short.to_owned() } else { english.to_owned() };
    }
    if written.ends_with(|last: char| last.is_ascii_digit()) && !is_sunday {
        let head = written.trim_end_matches(|last: char| last.is_ascii_digit());
        return format!("{head}{number}");
    }
    match vietnamese.strip_prefix("thứ").filter(|_| written.starts_with('T')) {
        Some(rest) => format!("Thứ{rest}"),
        None => vietnamese.to_owned(),
    }
}

/// The year before or behind in which the day falls on that day of the week: texts are copied from
/// year to year.
fn other_year(date: Date, said: Weekday) -> Option<i16> {
    [date.year() - 1, date.year() + 1].into_iter().find(|year| {
        Date::new(*year, date.month(), date.day()).is_ok_and(|date| date.weekday() == said)
    })
}

/// The day of the week at the end of a text: its length, and where it ends.
fn before(text: &str, is_vietnamese: bool) -> Option<(Weekday, usize, usize)> {
    // A day of the week is near, and asked for at every date.
    const NEAR: usize = 80;
    let skipped = text.floor_char_boundary(text.len().saturating_sub(NEAR));
    let mut head = &text[skipped..];
    loop {
        let trimmed = head.trim_end_matches([' ', '\n', '\u{a0}', ',', '(']);
        let rest = ["ngày", "Ngày", "the"].iter().find_map(|word| trimmed.strip_suffix(word));
        match rest.filter(|rest| rest.ends_with([' ', '\n', '\u{a0}', ',', '('])) {
            Some(rest) => head = rest,
            None => {
                head = trimmed;
                break;
            }
        }
    }
    let start = |from: &str| {
        let words = from.trim_end();
        words
            .char_indices()
            .rev()
            .find(|(_, letter)| is_between(*letter))
            .map_or(0, |(at, letter)| at + letter.len_utf8())
    };
    let last = start(head);
    let two = start(&head[..last]);
    [two, last].into_iter().find_map(|at| {
        let own = &head[at..];
        let said = weekday(own, is_vietnamese)?;
        let ahead = head[..at].trim_end();
        let joined = JOINS.iter().any(|word| ahead.to_lowercase().ends_with(word));
        (!joined).then_some((said, own.len(), skipped + head.len()))
    })
}

/// The day of the week in brackets at the beginning of a text.
fn behind(text: &str, is_vietnamese: bool) -> Option<(Weekday, Range<usize>)> {
    const LONGEST: usize = 24;
    let inside = text.trim_start().strip_prefix('(')?;
    let inside = &inside[..inside.floor_char_boundary(LONGEST)];
    let inside = &inside[..inside.find(')')?];
    let start = text.len() - text.trim_start().len() + 1;
    Some((weekday(inside, is_vietnamese)?, start..start + inside.len()))
}

/// What parts words here.
fn is_between(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ',' | '(' | ':' | ';' | '.' | '“' | '"')
}

/// A day of the week and nothing else, written as only they are: without their marks the words
/// may mean anything.
fn weekday(text: &str, is_vietnamese: bool) -> Option<Weekday> {
    let low = text.to_lowercase();
    let is_short = |text: &str| {
        text == "CN"
            || (text.len() == 2
                && text.starts_with('T')
                && text.ends_with(|c: char| c.is_ascii_digit()))
    };
    let is_sure = low.starts_with("thứ ")
        || low.starts_with("thứ\u{a0}")
        || matches!(low.as_str(), "chủ nhật" | "chúa nhật")
        || is_short(text)
        || ENGLISH.contains(&text)
        || (!is_vietnamese && ENGLISH.iter().any(|name| name.get(..3) == Some(text)));
    if !is_sure {
        return None;
    }
    let parts = written::read(text, false).ok()?;
    let is_alone = parts.days.is_none() && parts.hours.is_none() && parts.part.is_none();
    match parts.weekdays.as_slice() {
        [day] if is_alone => Some(*day),
        _ => None,
    }
}
