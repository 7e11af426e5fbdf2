//! Times of day, as both languages write them.

use crate::content::facts::Value;
use crate::content::facts::tokens::Token;
use crate::locale::written::Half;

/// A time at the beginning of these tokens.
pub(super) fn read(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    let hour = tokens.first()?.number(2)?;
    let (minute, length) = minutes(tokens)?;
    let (half, more) = half_of_day(&tokens[length..], length > 1);
    if length == 1 && more == 0 {
        return None;
    }
    let minute = minute.unwrap_or(0);
    Some((Value::Time { hour: of_day(hour, half), minute }, length + more))
}

/// The minutes, and how many tokens there are with the hour: `7:30`, `7h30`, “7 giờ 30 phút”.
/// `7.30` is a time only with its half of the day.
fn minutes(tokens: &[Token<'_>]) -> Option<(Option<u16>, usize)> {
    let at = |at: usize| tokens.get(at);
    let glued = |at: usize| tokens.get(at).filter(|token| !token.spaced);
    let two = |token: &Token<'_>| token.digits(2).filter(|digits| digits.len() == 2)?.parse().ok();
    if glued(1).is_some_and(|token| token.is_sign(&[':'])) {
        let minute = glued(2).and_then(two)?;
        let seconds =
            glued(3).is_some_and(|token| token.is_sign(&[':'])) && glued(4).and_then(two).is_some();
        return Some((Some(minute), if seconds { 5 } else { 3 }));
    }
    if glued(1).is_some_and(|token| token.is("h") || token.is("g")) {
        return Some(match glued(2).and_then(two) {
            Some(minute) => (Some(minute), 3),
            None => (None, 2),
        });
    }
    if at(1).is_some_and(|token| token.is("giờ")) {
        let minute = at(2).and_then(|token| token.number(2));
        let marked = at(3).is_some_and(|token| token.is("phút") || token.is_sign(&['\'', '’']));
        return Some(match minute {
            Some(minute) if marked => (Some(minute), 4),
            // “7 giờ 30.”, but not “24 giờ, 7 ngày” or “8 giờ 15/11”.
            Some(minute) if !goes_on(&tokens[3..]) => (Some(minute), 3),
            Some(_) | None => (None, 2),
        });
    }
    let pointed = glued(1)
        .is_some_and(|token| token.is_sign(&['.']))
        .then(|| glued(2).and_then(two))
        .flatten();
    match pointed {
        Some(minute) => (half_of_day(&tokens[3..], false).1 > 0).then_some((Some(minute), 3)),
        None => Some((None, 1)),
    }
}

/// Whether digits go on behind a sign: what stands before them is part of a date.
fn goes_on(tokens: &[Token<'_>]) -> bool {
    let glued = |at: usize| tokens.get(at).filter(|token| !token.spaced);
    glued(0).is_some_and(|token| token.is_sign(&['/', '-', '.']))
        && glued(1).is_some_and(|token| token.digits(4).is_some())
}

/// “am”, “p.m.”, “o’clock” (which says no half), and how many tokens it takes; behind what is a
/// time already also “sáng”, “chiều”, “tối”: “10 sáng kiến” are no time.
fn half_of_day(tokens: &[Token<'_>], is_time: bool) -> (Option<Half>, usize) {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    let sign = |at: usize, sign: char| {
        tokens.get(at).is_some_and(|token| token.is_sign(&[sign]) && !token.spaced)
    };
    for (word, letter, half) in [("am", "a", Half::Morning), ("pm", "p", Half::Pm)] {
        if is(0, word) {
            return (Some(half), 1);
        }
        if is(0, letter) && sign(1, '.') && is(2, "m") {
            return (Some(half), if sign(3, '.') { 4 } else { 3 });
        }
    }
    if is(0, "o") && (sign(1, '\'') || sign(1, '’')) && is(2, "clock") {
        return (None, 3);
    }
    if !is_time {
        return (None, 0);
    }
    match tokens.first().and_then(Token::word).map(str::to_lowercase).as_deref() {
        Some("sáng") => (Some(Half::Morning), 1),
        Some("chiều") => (Some(Half::Afternoon), 1),
        Some("tối") => (Some(Half::Evening), 1),
        Some(_) | None => (None, 0),
    }
}

fn of_day(hour: u16, half: Option<Half>) -> u16 {
    match half {
        Some(Half::Afternoon | Half::Evening | Half::Pm) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        Some(Half::Morning | Half::Noon | Half::Afternoon) => hour,
        Some(Half::Evening | Half::Pm) | None => hour,
    }
}
