//! When two languages say one thing in different forms.

use std::collections::BTreeSet;

use crate::content::facts::Value;

/// Whether one value may stand where the other should. An address on another site may be
/// another one in each language, so only its digits are compared.
pub(super) fn same_kind(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Url(host, _), Value::Url(other, _)) => host == other,
        (Value::Url(_, _), _) | (_, Value::Url(_, _)) => false,
        (_, _) => is_name(one) == is_name(other),
    }
}

/// Whether a value is a name, which every language writes alike.
pub(super) fn is_name(value: &Value) -> bool {
    match value {
        Value::Document(_) | Value::Email(_) | Value::Url(_, _) | Value::Telephone(_) => true,
        Value::Day { .. }
        | Value::Month { .. }
        | Value::Time { .. }
        | Value::Percent(_)
        | Value::Number(_) => false,
    }
}

/// Whether what the other language says explains why it does not say this in so many digits.
pub(super) fn is_explained(value: &Value, said: &[&Value], words: &BTreeSet<u32>) -> bool {
    let spoken = |number: u16| words.contains(&u32::from(number));
    let number = |text: &str| text.parse().is_ok_and(|number| words.contains(&number));
    match value {
        Value::Day { day, month, year: None } if spoken(*day) && spoken(*month) => true,
        Value::Month { month, year: None } if spoken(*month) => true,
        Value::Time { hour, minute: 0 } if spoken(*hour) || spoken(*hour % 12) => true,
        Value::Number(text) if number(text) => true,
        Value::Day { day, month, .. } if is_taken_apart(*day, *month, said) => true,
        Value::Day { .. }
        | Value::Month { .. }
        | Value::Time { .. }
        | Value::Telephone(_)
        | Value::Percent(_)
        | Value::Number(_)
        | Value::Document(_)
        | Value::Email(_)
        | Value::Url(_, _) => {
            said.iter().any(|other| covers(other, value) || is_short_for(other, value))
        }
    }
}

/// Whether the day and the month are said, each by itself.
fn is_taken_apart(day: u16, month: u16, said: &[&Value]) -> bool {
    let day = Value::Number(day.to_string().into());
    let is_month = |value: &&&Value| matches!(value, Value::Month { month: m, .. } if *m == month);
    said.contains(&&day) && said.iter().any(|value| is_month(&value))
}

/// Whether a value says the same as a fuller one, to those who know what is meant: a day
/// without its year, “72” for `72/KH-UBND`. A year alone is not short for a day in it.
fn is_short_for(part: &Value, full: &Value) -> bool {
    let is_part_of_date = match (full, part) {
        (Value::Day { .. }, Value::Day { .. }) | (Value::Month { .. }, Value::Month { .. }) => {
            false
        }
        (Value::Day { .. } | Value::Month { .. }, _) => true,
        (_, _) => false,
    };
    !is_part_of_date && covers(full, part)
}

/// Whether one value says all that another says, in a fuller form.
fn covers(full: &Value, part: &Value) -> bool {
    let agree =
        |one: &Option<u16>, other: &Option<u16>| one.is_none() || other.is_none() || one == other;
    let is = |number: u16, text: &str| text == number.to_string();
    match (full, part) {
        (Value::Day { day, month, year }, Value::Day { day: d, month: m, year: y }) => {
            (day, month) == (d, m) && year != y && agree(year, y)
        }
        (
            Value::Day { month, year, .. } | Value::Month { month, year },
            Value::Month { month: m, year: y },
        ) => month == m && agree(year, y),
        (Value::Day { day, year, .. }, Value::Number(text)) => {
            is(*day, text) || year.is_some_and(|year| is(year, text))
        }
        (Value::Month { year, .. }, Value::Number(text)) => year.is_some_and(|year| is(year, text)),
        (Value::Time { hour, minute }, Value::Number(text)) => {
            let written = format!("{hour}.{minute:02}");
            is(*hour, text) && *minute == 0
                || *minute > 0 && **text == *written.trim_end_matches('0')
        }
        (Value::Percent(number), Value::Number(text)) => number == text,
        (Value::Document(name), Value::Number(text)) => {
            name.split('/').next().is_some_and(|number| number.trim_start_matches('0') == &**text)
        }
        (_, _) => false,
    }
}
