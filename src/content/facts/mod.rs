//! The facts in a text: what must be the same in every language it is written in.
//!
//! In: a stretch of a file and its language. Out: its dates, times, telephone numbers,
//! amounts, percentages, document numbers and addresses, each in a form that does not depend
//! on the language: “ngày 15 tháng 12 năm 2024”, `15/12/2024` and “15 December 2024” are one.
//!
//! `tokens` cuts the text, `dates`, `times`, `numbers` and `names` each know one kind of fact,
//! `ranges` completes what a range or list says only once, `words` knows numbers in words.

mod dates;
mod names;
mod numbers;
mod ranges;
mod times;
mod tokens;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::content::Language;
use crate::diagnostics::Span;
use crate::locale::written::begins_month;
use tokens::{Kind, Token};

pub use words::spoken;

/// The longest block in which facts are looked for, in bytes.
const LONGEST_BLOCK: usize = 64 * 1024;

/// A fact and where it stands in the file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fact {
    /// What is said.
    pub value: Value,
    /// Where.
    pub span: Span,
}

/// What a fact says, in a form that does not depend on the language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Value {
    /// A day. It need not exist: a slip of the finger must still be seen.
    Day {
        /// The day of the month.
        day: u16,
        /// The month.
        month: u16,
        /// The year, if it is said.
        year: Option<u16>,
    },
    /// A month.
    Month {
        /// The month.
        month: u16,
        /// The year, if it is said.
        year: Option<u16>,
    },
    /// A time of day.
    Time {
        /// 0 to 24.
        hour: u16,
        /// The minute.
        minute: u16,
    },
    /// A telephone number: its digits, from the 0 on.
    Telephone(Box<str>),
    /// A percentage, as a number.
    Percent(Box<str>),
    /// An amount, a year, the number of a house: digits, a point, digits.
    Number(Box<str>),
    /// The number of a document, in capitals without marks.
    Document(Box<str>),
    /// An e-mail address.
    Email(Box<str>),
    /// An address on another site: the host without its digits, and the digits of it all.
    Url(Box<str>, Box<str>),
}

/// How a language writes numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// Languages that put a point before the fraction (CLDR); the others put a comma.
const WITH_POINT: &[&str] = &[
    "am", "bn", "en", "fil", "ga", "gu", "he", "hi", "ja", "km", "kn", "ko", "lo", "ml", "mr",
    "ms", "my", "ne", "pa", "si", "sw", "ta", "te", "th", "ug", "ur", "yo", "zh", "zu",
];

/// Whether dates and numbers of a language are read; of others only names are: documents,
/// telephones, addresses.
pub fn are_read(language: &Language) -> bool {
    ["vi", "en"].contains(&language.as_str().split('-').next().unwrap_or_default())
}

impl Style {
    fn of(language: &Language) -> Style {
        let main = language.as_str().split('-').next().unwrap_or_default();
        if WITH_POINT.contains(&main) { Style::Point } else { Style::Comma }
    }
}

/// The facts in this part of the text, in order.
pub(super) fn read(text: &str, part: Range<usize>, language: &Language) -> Vec<Fact> {
    let Some(stretch) = text.get(part.clone()).filter(|stretch| may_hold_any(stretch)) else {
        return Vec::new();
    };
    let tokens = tokens::cut(stretch);
    let style = Style::of(language);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if dates::is_weekday(&tokens, at) {
            at += 2;
            continue;
        }
        match one(&tokens[at..], style) {
            Some((value, length)) => {
                found.push(Found { value, tokens: at..at + length });
                at += length;
            }
            None => at += 1,
        }
    }
    ranges::complete(&mut found, &tokens);
    let place = |range: &Range<usize>| {
        let (first, last) = (&tokens[range.start], &tokens[range.end - 1]);
        Span::from(part.start + first.range.start..part.start + last.range.end)
    };
    found.into_iter().map(|fact| Fact { span: place(&fact.tokens), value: fact.value }).collect()
}

/// Most paragraphs say nothing that has a digit, a month or an address in it; a block longer
/// than any paragraph is data or code.
fn may_hold_any(stretch: &str) -> bool {
    let bytes = stretch.as_bytes();
    bytes.len() <= LONGEST_BLOCK
        && (bytes.iter().any(|byte| byte.is_ascii_digit() || *byte == b'@')
            || bytes.windows(3).any(begins_month))
}

/// A fact and the tokens that say it.
struct Found {
    value: Value,
    tokens: Range<usize>,
}

/// A fact at the beginning of these tokens, and how many of them say it. Asked at every token, so
/// each kind of token asks only for the facts that may begin with it.
fn one(tokens: &[Token<'_>], style: Style) -> Option<(Value, usize)> {
    match tokens.first()?.kind {
        Kind::Word(_) => dates::in_words(tokens),
        Kind::Digits(_) => names::document(tokens)
            .or_else(|| dates::read(tokens))
            .or_else(|| times::read(tokens))
            .or_else(|| numbers::telephone(tokens))
            .or_else(|| numbers::read(tokens, style)),
        Kind::Sign('+') => numbers::telephone(tokens),
        Kind::Url(address) => Some((names::url(address), 1)),
        Kind::Email(address) => Some((Value::Email(address.to_lowercase().into()), 1)),
        Kind::Sign(_) | Kind::Nothing => None,
    }
}
