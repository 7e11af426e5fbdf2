//! Days and months, as both languages write them.

use crate::content::facts::Value;
use crate::content::facts::tokens::Token;
use crate::locale::written::{self, MonthName, ORDINALS};

/// The month whose name is a word as well.
const MAY: u8 = 5;

/// A date at the beginning of these tokens, which are digits.
pub(super) fn read(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    in_digits(tokens).or_else(|| in_words(tokens))
}

/// A date that words say at the beginning of these tokens.
pub(super) fn in_words(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    in_vietnamese(tokens).or_else(|| in_english(tokens))
}

/// Whether a day of the week stands here in digits: “thứ 2”, but not “lần thứ 2”.
pub(super) fn is_weekday(tokens: &[Token<'_>], at: usize) -> bool {
    let number = tokens.get(at + 1).and_then(|token| token.number(1));
    tokens[at].is("thứ")
        && number.is_some_and(|number| (2..=7).contains(&number))
        && !tokens[..at].last().is_some_and(|before| before.is("lần"))
}

/// `15/11/2024`, `15-11-2024`, `2024-11-15`, `11/2024`, `15/11`.
fn in_digits(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    let glued = |at: usize| tokens.get(at).filter(|token| !token.spaced);
    let first = tokens.first()?;
    let separator = glued(1).filter(|token| token.is_sign(&['/', '-', '.']))?;
    let second = glued(2)?.number(4)?;
    let third = glued(3).filter(|token| token.kind == separator.kind).and_then(|_| glued(4));
    if let (Some(year), Some(third)) = (first.year(), third.and_then(|token| token.number(2))) {
        let is_iso = separator.is_sign(&['-']) && second <= 99;
        return is_iso.then_some((Value::Day { day: third, month: second, year: Some(year) }, 5));
    }
    let first = first.number(2)?;
    if let Some(year) = third.and_then(Token::year).filter(|_| second <= 99) {
        return Some((Value::Day { day: first, month: second, year: Some(year) }, 5));
    }
    if !separator.is_sign(&['/']) || third.is_some() {
        return None;
    }
    match glued(2)?.year() {
        Some(year) => Some((Value::Month { month: first, year: Some(year) }, 3)),
        // “24/24” is no day but round the clock.
        None if (first, second) == (24, 24) => None,
        None if second <= 99 => Some((Value::Day { day: first, month: second, year: None }, 3)),
        None => None,
    }
}

/// “ngày 15 tháng 11 năm 2024”, “15 tháng 11”, “tháng 11/2024”, “tháng 11”.
fn in_vietnamese(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    let day_word =
        ["ngày", "mùng", "mồng"].iter().any(|word| tokens.first().is_some_and(|t| t.is(word)));
    let start = usize::from(day_word);
    let day = tokens.get(start)?.number(2);
    let month_at = start + usize::from(day.is_some());
    if day_word && day.is_none() {
        return None;
    }
    let month = tokens.get(month_at).filter(|token| token.is("tháng"))?;
    let number = tokens.get(month_at + 1).filter(|_| month.word().is_some())?.number(2)?;
    let (year, length) = year_after(&tokens[month_at + 2..]);
    let value = match day {
        Some(day) => Value::Day { day, month: number, year },
        None => Value::Month { month: number, year },
    };
    Some((value, month_at + 2 + length))
}

/// “năm 2024”, “, năm 2024”, `/2024`, `-2024` behind a month, and how many tokens that takes.
fn year_after(tokens: &[Token<'_>]) -> (Option<u16>, usize) {
    let at = |at: usize| tokens.get(at);
    if at(0).is_some_and(|token| token.is_sign(&['/', '-']) && !token.spaced) {
        let year = at(1).filter(|token| !token.spaced).and_then(Token::year);
        return (year, if year.is_some() { 2 } else { 0 });
    }
    let comma = usize::from(at(0).is_some_and(|token| token.is_sign(&[','])));
    let year = at(comma).filter(|token| token.is("năm")).and_then(|_| at(comma + 1)?.year());
    (year, if year.is_some() { comma + 2 } else { 0 })
}

/// “15 November 2024”, “15th of November”, “November 15, 2024”, “November 2024”, “November”.
fn in_english(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    if let Some(day) = tokens.first()?.number(2) {
        let mut at = 1 + ordinal(&tokens[1..]);
        at += usize::from(tokens.get(at).is_some_and(|token| token.is("of")));
        let (month, length) = month(&tokens[at..], true)?;
        let (year, more) = english_year(&tokens[at + length..]);
        return Some((Value::Day { day, month, year }, at + length + more));
    }
    let (month, length) = month(tokens, false)?;
    let rest = &tokens[length..];
    if let Some(year) = rest.first().and_then(Token::year) {
        return Some((Value::Month { month, year: Some(year) }, length + 1));
    }
    if let Some(day) = rest.first().and_then(|token| token.number(2)) {
        let more = 1 + ordinal(&rest[1..]);
        let (year, last) = english_year(&rest[more..]);
        return Some((Value::Day { day, month, year }, length + more + last));
    }
    // “May” is a verb as well, and a short form alone may be a name.
    let name = tokens.first()?.word().and_then(written::month);
    let is_sure = matches!(name, Some((number, MonthName::Whole)) if number != MAY);
    is_sure.then_some((Value::Month { month, year: None }, length))
}

/// The month that a name means, and how many tokens it takes. Beside a day it may be “May”.
fn month(tokens: &[Token<'_>], beside_day: bool) -> Option<(u16, usize)> {
    let word = tokens.first()?.word()?;
    let is_capital = word.starts_with(char::is_uppercase);
    if !is_capital && !beside_day {
        return None;
    }
    let (number, name) = written::month(word)?;
    let is_whole = name == MonthName::Whole;
    if !(is_whole || is_capital) {
        return None;
    }
    let dot = tokens.get(1).is_some_and(|token| token.is_sign(&['.']) && !token.spaced);
    // The point of a whole name ends the sentence.
    Some((u16::from(number), if dot && !is_whole { 2 } else { 1 }))
}

fn english_year(tokens: &[Token<'_>]) -> (Option<u16>, usize) {
    let comma = usize::from(tokens.first().is_some_and(|token| token.is_sign(&[','])));
    match tokens.get(comma).and_then(Token::year) {
        Some(year) => (Some(year), comma + 1),
        None => (None, 0),
    }
}

/// How many tokens the ending of an ordinal takes: “15th”.
fn ordinal(tokens: &[Token<'_>]) -> usize {
    let ending = tokens.first().filter(|token| !token.spaced);
    usize::from(ending.is_some_and(|token| ORDINALS.iter().any(|end| token.is(end))))
}
