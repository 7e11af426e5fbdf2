//! Texts of a CSV file that a spreadsheet would take for something else: `=1+1` for a formula,
//! `02553712135` for a number without its zero, `1-2` for a day, `TRUE` for a truth.
//!
//! In: a text. Out: the text as it may stand in a CSV file, and back.
//!
//! A CSV file has no types, and quotation marks do not help (RFC 4180). So an apostrophe stands
//! before such a text: a spreadsheet then keeps it as it is. A reader takes one apostrophe away
//! where one was put ([`unguarded`]), so that a text comes back as it was; for that, a text that
//! begins with an apostrophe before such a text gets another one.

/// What begins a formula, in wide letters too.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What some readers part cells by, besides the comma: a formula may begin behind it.
const SEPARATORS: [char; 3] = [';', '\n', '\t'];

/// The longest whole number that a spreadsheet shows digit by digit.
const MOST_DIGITS: usize = 11;

/// The text with an apostrophe wherever a spreadsheet would take it for something else.
pub fn guarded(text: &str) -> String {
    let is_typed = is_typed(bare(text));
    by_segments(text, |segment, out| {
        if is_typed || bare(segment).starts_with(SIGNS) {
            out.push('\'');
        }
        out.push_str(segment);
    })
}

/// The text that was [`guarded`].
pub fn unguarded(text: &str) -> String {
    let is_typed = is_typed(bare(text));
    by_segments(text, |segment, out| {
        let is_guarded = is_typed || bare(segment).starts_with(SIGNS);
        let own = segment.strip_prefix('\'').filter(|_| is_guarded);
        out.push_str(own.unwrap_or(segment));
    })
}

/// Each part of a text that a reader might take for a cell, without the spaces before it.
fn by_segments(text: &str, put: impl Fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    for segment in text.split_inclusive(SEPARATORS) {
        let (own, separator) = match segment.char_indices().next_back() {
            Some((at, last)) if SEPARATORS.contains(&last) => segment.split_at(at),
            _ => (segment, ""),
        };
        let trimmed = own.trim_start();
        out.push_str(&own[..own.len() - trimmed.len()]);
        put(trimmed, &mut out);
        out.push_str(separator);
    }
    out
}

/// The text behind the apostrophes that it begins with.
fn bare(text: &str) -> &str {
    text.trim().trim_start_matches('\'')
}

/// Whether a spreadsheet of any country takes a text for a number, a day, a time of day or a
/// truth, and would show another text for it or is likely to.
fn is_typed(text: &str) -> bool {
    let narrow: String = text.chars().map(narrow).collect();
    let text = narrow.trim().to_lowercase();
    if matches!(text.as_str(), "true" | "false") {
        return true;
    }
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')).unwrap_or(&text);
    let inside = inside.trim_matches(|sign: char| " %$€£¥₫".contains(sign));
    let parts = parts(inside);
    let has_digits = parts.iter().any(|part| matches!(part, Part::Digits(_)));
    has_digits && (is_number(&parts, inside != text) || is_day_or_time(&parts))
}

/// A run of digits or letters, or a sign. Spaces are signs too.
enum Part<'t> {
    Digits(&'t str),
    Word(&'t str),
    Sign(char),
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|letter| !is(letter)).unwrap_or(rest.len());
        let (end, part): (usize, fn(&str) -> Part<'_>) = if first.is_ascii_digit() {
            (run(|letter| letter.is_ascii_digit()), |run| Part::Digits(run))
        } else if first.is_alphabetic() {
            (run(char::is_alphabetic), |run| Part::Word(run))
        } else {
            (first.len_utf8(), |sign| Part::Sign(sign.chars().next().unwrap_or(' ')))
        };
        parts.push(part(&rest[..end]));
        rest = &rest[end..];
    }
    parts
}

/// `007`, 12 digits and more, `1.5`, `1,234`, `1 234`, `3e5`, `1 1/2`; also a short whole number
/// that is more than its digits (`5 %`, `(7)`).
fn is_number(parts: &[Part<'_>], is_more: bool) -> bool {
    match parts {
        [Part::Digits(digits)] => {
            let loses_zero = digits.len() > 1 && digits.starts_with('0');
            is_more || loses_zero || digits.len() > MOST_DIGITS
        }
        [Part::Digits(_), Part::Sign('.' | ',')] | [Part::Sign('.' | ','), Part::Digits(_)] => true,
        [Part::Digits(_), Part::Sign('.' | ','), Part::Digits(_)] => true,
        [.., Part::Word("e")] => false,
        [Part::Digits(_), rest @ .., Part::Digits(_)] => {
            is_power(rest) || is_fraction(rest) || is_grouped(parts)
        }
        _ => false,
    }
}

/// What stands between the first and the last digits of `3e5`, `1.5e-3`.
fn is_power(between: &[Part<'_>]) -> bool {
    let between = match between {
        [Part::Sign('.' | ','), Part::Digits(_), rest @ ..] => rest,
        all => all,
    };
    matches!(between, [Part::Word("e")] | [Part::Word("e"), Part::Sign('+' | '-')])
}

/// What stands between the first and the last digits of `1/2`, `1 1/2`.
fn is_fraction(between: &[Part<'_>]) -> bool {
    matches!(between, [Part::Sign('/')] | [Part::Sign(' '), Part::Digits(_), Part::Sign('/')])
}

/// `1.234.567`: groups of three digits.
fn is_grouped(parts: &[Part<'_>]) -> bool {
    let is_group = |(at, part): (usize, &Part<'_>)| match part {
        Part::Digits(digits) if at == 0 => digits.len() <= 3 && !digits.starts_with('0'),
        Part::Digits(digits) => digits.len() == 3,
        Part::Sign(sign) => at % 2 == 1 && ".,' \u{a0}\u{202f}".contains(*sign),
        Part::Word(_) => false,
    };
    parts.iter().enumerate().all(is_group)
}

/// Two to four numbers and names of months, with signs between them as days and times have:
/// `1-2`, `1/2/2026`, `mar 5`, `mar5`, `7:30`, `7 am`, `2026-11-15 07:30`.
fn is_day_or_time(parts: &[Part<'_>]) -> bool {
    let (mut numbers, mut months, mut long, mut has_sign, mut is_time) = (0, 0, 0, false, false);
    for (at, part) in parts.iter().enumerate() {
        let is_apart = at > 0 && matches!(parts[at - 1], Part::Sign(' '));
        match part {
            Part::Digits(digits) => {
                numbers += 1;
                long += usize::from(digits.len() == 4);
                if !matches!(digits.len(), 1 | 2 | 4) {
                    return false;
                }
            }
            Part::Word("am" | "pm") => is_time = true,
            Part::Word("a" | "p") if is_apart => is_time = true,
            Part::Word("t" | "z") => {}
            Part::Word(word) if is_month(word) => months += 1,
            Part::Sign(':') => is_time = true,
            Part::Sign('/' | '-' | '.') => has_sign = true,
            Part::Sign(' ' | ',' | '\u{a0}') => {}
            Part::Word(_) | Part::Sign(_) => return false,
        }
    }
    let is_day = has_sign && (2..=3).contains(&numbers) || months == 1 && numbers <= 2;
    long <= 1 && (is_day || is_time)
}

/// Names of months in English, short and long, and in the Vietnamese of spreadsheets: `thg 3`.
fn is_month(word: &str) -> bool {
    const SHORT: &str = "jan feb mar apr may jun jul aug sep sept oct nov dec thg";
    const LONG: &str = "january february march april june july august september october november \
                        december";
    SHORT.split(' ').chain(LONG.split_whitespace()).any(|name| name == word)
}

/// Wide forms as plain ones: spreadsheets read both.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    }
}

#[cfg(test)]
mod tests;
