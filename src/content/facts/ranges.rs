//! What a range or a list says only once: “15–17/11/2024”, “from 2 to 4 pm”.

use crate::content::facts::tokens::Token;
use crate::content::facts::{Found, Value};

/// The last day a month can have, and the last hour of half a day.
const LAST_DAY: u16 = 31;
const HALF_A_DAY: u16 = 12;

/// Signs and words that stand between the ends of a range or the items of a list.
const SIGNS: &[char] = &['-', '–', '—', ',', '&'];
const WORDS: &[&str] =
    &["đến", "tới", "và", "hoặc", "ngày", "to", "until", "till", "through", "and", "or", "the"];

/// Gives each part of a range or list what only its last part says: the month of a day, the
/// half of the day of a time, the sign of a percentage.
pub(super) fn complete(found: &mut [Found], tokens: &[Token<'_>]) {
    for at in (1..found.len()).rev() {
        let (before, rest) = found.split_at_mut(at);
        let (Some(one), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        let Value::Number(number) = &one.value else { continue };
        let between = &tokens[one.tokens.end..next.tokens.start];
        if !joins(between) {
            continue;
        }
        if let Some(value) = completed(number, &next.value) {
            one.value = value;
        }
    }
}

/// Whether these tokens join two parts of a range or list and are no words of their own.
fn joins(between: &[Token<'_>]) -> bool {
    (1..=3).contains(&between.len())
        && between
            .iter()
            .all(|token| token.is_sign(SIGNS) || WORDS.iter().any(|word| token.is(word)))
}

/// What a number says as a part of a range or list that ends in `last`.
fn completed(number: &str, last: &Value) -> Option<Value> {
    match last {
        Value::Day { month, year, .. } => {
            let day = number.parse().ok().filter(|day| (1..=LAST_DAY).contains(day))?;
            Some(Value::Day { day, month: *month, year: *year })
        }
        Value::Time { hour, .. } => time(number, *hour),
        Value::Percent(_) => Some(Value::Percent(number.into())),
        Value::Month { .. }
        | Value::Telephone(_)
        | Value::Number(_)
        | Value::Document(_)
        | Value::Email(_)
        | Value::Url(_, _) => None,
    }
}

/// `7.30` or `2` before a time: in the same half of the day, if that is before it.
fn time(number: &str, last: u16) -> Option<Value> {
    let (hour, minute) = number.split_once('.').unwrap_or((number, "0"));
    let hour: u16 = hour.parse().ok().filter(|hour| *hour <= HALF_A_DAY)?;
    // `7.30` has lost its last zero.
    let minute = format!("{minute:0<2}").parse().ok().filter(|minute| *minute < 60)?;
    let afternoon = last >= HALF_A_DAY && hour + HALF_A_DAY <= last;
    Some(Value::Time { hour: if afternoon { hour + HALF_A_DAY } else { hour }, minute })
}
