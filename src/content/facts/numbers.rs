//! Telephone numbers, amounts and percentages.

use crate::content::facts::tokens::{Kind, Token};
use crate::content::facts::{Style, Value};

/// How many digits a telephone number has, short numbers such as 113 aside (ITU-T E.164).
const TELEPHONE: std::ops::RangeInclusive<usize> = 8..=15;

/// Words that multiply, with the number of zeros they stand for.
const SCALES: &[(&str, usize)] = &[
    ("nghìn", 3),
    ("ngàn", 3),
    ("triệu", 6),
    ("tỷ", 9),
    ("tỉ", 9),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
];

/// `0255 3712 135`, `+84 255 3712 135`, `1900 969 680`, `(0255) 3.712.135`.
pub(super) fn telephone(tokens: &[Token<'_>]) -> Option<(Value, usize)> {
    let abroad = usize::from(tokens.first()?.is_sign(&['+']));
    let first = tokens.get(abroad)?.digits(15)?;
    let is_special = first.starts_with("1800") || first.starts_with("1900");
    if abroad == 0 && !first.starts_with('0') && !is_special {
        return None;
    }
    let mut digits = first.to_owned();
    let mut at = abroad + 1;
    while digits.len() <= *TELEPHONE.end() {
        let Some((group, length)) = next_group(&tokens[at..]) else { break };
        digits.push_str(group);
        at += length;
    }
    if !TELEPHONE.contains(&digits.len()) {
        return None;
    }
    let inland = digits.strip_prefix("84").filter(|_| abroad == 1).map(|rest| format!("0{rest}"));
    Some((Value::Telephone(inland.unwrap_or(digits).into()), at))
}

/// The next group of a telephone number: digits behind a space, a point, a hyphen or a bracket.
fn next_group<'t>(tokens: &[Token<'t>]) -> Option<(&'t str, usize)> {
    let is_sign = |token: &&Token<'_>| token.is_sign(&['.', '-', '(', ')']);
    let signs = tokens.iter().take(2).take_while(is_sign).count();
    let token = tokens.get(signs).filter(|token| signs > 0 || token.spaced)?;
    let group = token.digits(8)?;
    let next = tokens.get(signs + 1);
    // One digit is a group only in the middle; the beginning of a date or time is none.
    let goes_on = next.is_some_and(|next| next.digits(8).is_some() || next.is_sign(&['.', '-']));
    let is_time = next.is_some_and(|next| !next.spaced && next.is_sign(&['/', ':']));
    ((group.len() > 1 || goes_on) && !is_time).then_some((group, signs + 1))
}

/// A number, by the signs of the language; a percentage or a multiple, if that is said.
pub(super) fn read(tokens: &[Token<'_>], style: Style) -> Option<(Value, usize)> {
    let (mut whole, mut fraction, mut at) = digits(tokens, style)?;
    let following = |at: usize| tokens.get(at).and_then(Token::word).map(str::to_lowercase);
    let scale = following(at).and_then(|word| SCALES.iter().find(|(known, _)| *known == word));
    if let Some((_, zeros)) = scale {
        let moved: String = fraction.chars().chain(std::iter::repeat('0')).take(*zeros).collect();
        fraction = fraction.chars().skip(*zeros).collect();
        whole.push_str(&moved);
        at += 1;
    }
    let percent = percent(&tokens[at..]);
    let number = canonical(&whole, &fraction);
    let value = if percent > 0 { Value::Percent(number) } else { Value::Number(number) };
    Some((value, at + percent))
}

/// The digits before and behind the sign of the fraction, and how many tokens they take.
fn digits(tokens: &[Token<'_>], style: Style) -> Option<(String, String, usize)> {
    let (group, decimal) = match style {
        Style::Point => (',', '.'),
        Style::Comma => ('.', ','),
    };
    let glued = |at: usize| tokens.get(at).filter(|token| !token.spaced);
    let mut whole = digits_of(tokens.first()?)?.to_owned();
    let mut at = 1;
    while let Some(next) =
        glued(at).filter(|token| token.is_sign(&[group])).and_then(|_| glued(at + 1))
    {
        let Some(three) = next.digits(3).filter(|digits| digits.len() == 3) else { break };
        whole.push_str(three);
        at += 2;
    }
    let fraction = glued(at).filter(|token| token.is_sign(&[decimal])).and_then(|_| glued(at + 1));
    match fraction.and_then(digits_of) {
        Some(fraction) => Some((whole, fraction.to_owned(), at + 2)),
        None => Some((whole, String::new(), at)),
    }
}

fn digits_of<'t>(token: &Token<'t>) -> Option<&'t str> {
    match token.kind {
        Kind::Digits(digits) => Some(digits),
        Kind::Word(_) | Kind::Sign(_) | Kind::Url(_) | Kind::Email(_) | Kind::Nothing => None,
    }
}

/// How many tokens say that a number is a percentage: `%`, “phần trăm”, “per cent”.
fn percent(tokens: &[Token<'_>]) -> usize {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    if tokens.first().is_some_and(|token| token.is_sign(&['%'])) || is(0, "percent") {
        return 1;
    }
    let two = (is(0, "phần") && is(1, "trăm")) || (is(0, "per") && is(1, "cent"));
    if two { 2 } else { 0 }
}

/// Without the zeros that say nothing: `007.50` is `7.5`.
pub(super) fn canonical(whole: &str, fraction: &str) -> Box<str> {
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.into() } else { format!("{whole}.{fraction}").into() }
}
