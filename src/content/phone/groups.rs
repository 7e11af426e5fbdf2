//! The groups of digits in a text, and what stands between them.

use std::ops::Range;

use crate::locale::fold;

/// Digits that stand together.
pub(super) struct Group {
    /// The digits, in ASCII.
    pub digits: String,
    /// Whether a plus stands in front.
    pub plus: bool,
    /// Where they stand, with the plus.
    pub range: Range<usize>,
}

/// What stands between two groups.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Gap {
    /// What parts the groups of one number: a space, a point, a hyphen, brackets.
    Tight {
        /// Whether a bracket opens.
        opens: bool,
    },
    /// A dash or stroke: between two numbers, or behind the code of an area.
    Dash,
    /// Words or other signs, folded, without signs around them.
    Words(String),
}

/// The zeros of the scripts in which people write numbers (Unicode, `Nd`).
const ZEROS: [char; 19] = [
    '0', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '０',
];

/// Words for the number behind a switchboard.
const EXTENSION: [&str; 14] = [
    "may le",
    "so may le",
    "may nhanh",
    "so nhanh",
    "nhanh",
    "so noi bo",
    "noi bo",
    "le",
    "ext",
    "extension",
    "x",
    "#",
    "تحويلة",
    "داخلی",
];

/// The groups of digits in a text, in order. What nobody sees parts none.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let (mut open, mut plus) = (false, None);
    for (at, letter) in text.char_indices() {
        if let Some(digit) = digit_of(letter) {
            let end = at + letter.len_utf8();
            match groups.last_mut().filter(|_| open) {
                Some(group) => {
                    group.digits.push(digit);
                    group.range.end = end;
                }
                None => {
                    let start = plus.unwrap_or(at);
                    let digits = digit.to_string();
                    groups.push(Group { digits, plus: plus.is_some(), range: start..end });
                }
            }
            (open, plus) = (true, None);
        } else if !is_unseen(letter) {
            open = false;
            plus = matches!(letter, '+' | '＋').then_some(at);
        }
    }
    groups
}

/// What stands between two groups.
pub(super) fn gap(between: &str) -> Gap {
    let seen: String = between.chars().filter(|letter| !is_unseen(*letter)).collect();
    let is_dash = |letter: char| matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '−' | '－');
    let is_plain = |letter: char| {
        letter != '\n'
            && (letter.is_whitespace() || is_dash(letter) || "().·（）．".contains(letter))
    };
    let trimmed = seen.trim();
    let points = seen.matches('.').count();
    if trimmed == "/" {
        Gap::Dash
    } else if !seen.chars().all(is_plain) || points > 1 || seen.matches(is_dash).count() > 1 {
        let is_sign = |letter: char| !letter.is_alphanumeric() && letter != '#';
        Gap::Words(fold(&seen).trim_matches(is_sign).to_owned())
    } else if trimmed.chars().all(is_dash)
        && !trimmed.is_empty()
        && !matches!(&*seen, "-" | "\u{2011}")
    {
        Gap::Dash
    } else {
        Gap::Tight { opens: seen.contains(['(', '（']) }
    }
}

impl Gap {
    /// Whether the number behind a switchboard follows.
    pub(super) fn is_extension(&self) -> bool {
        matches!(self, Gap::Words(words) if EXTENSION.contains(&words.as_str()))
    }

    /// Whether a word stands in it.
    pub(super) fn has_words(&self) -> bool {
        matches!(self, Gap::Words(words) if !words.is_empty())
    }
}

/// Zero-width signs and marks of direction, which programs leave in copied numbers.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn digit_of(letter: char) -> Option<char> {
    let value = ZEROS.iter().find_map(|zero| {
        u32::from(letter).checked_sub(u32::from(*zero)).filter(|value| *value < 10)
    })?;
    char::from_digit(value, 10)
}
