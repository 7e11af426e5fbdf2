//! Character references in raw HTML: `&eacute;`, `&#233;`, `&#xE9;`.
//!
//! In: the value of an attribute. Out: what a browser reads there (HTML Standard, 13.2.5.72 to
//! 13.2.5.80). References in text stay as they are, for html5ever reads them.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

use crate::sources::is_unseen;

/// The value of an attribute with its character references replaced. Those that stand for a
/// character that no text may hold are left out.
pub(in crate::content) fn decode(value: &str) -> String {
    let mut decoded = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let number = numeric(rest).map(|(letter, len)| (String::from(letter), len));
        let (letters, len) = number.or_else(|| named(rest)).unwrap_or_else(|| ("&".to_owned(), 1));
        decoded.extend(letters.chars().filter(|letter| !is_unseen(*letter)));
        rest = &rest[len..];
    }
    decoded.push_str(rest);
    decoded
}

/// The character that a number at the beginning of the text stands for, and its length.
pub(super) fn numeric(text: &str) -> Option<(char, usize)> {
    let number = text.strip_prefix("&#")?;
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let len = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    if len == 0 {
        return None;
    }
    let fold = |sum: u32, digit: char| {
        sum.saturating_mul(radix).saturating_add(digit.to_digit(radix).unwrap_or(0))
    };
    let code = digits[..len].chars().fold(0, fold);
    // These numbers are those of Windows-1252, of which much old HTML is full.
    let windows = code.checked_sub(0x80).and_then(|at| usize::try_from(at).ok());
    let windows = windows.and_then(|at| C1_REPLACEMENTS.get(at).copied().flatten());
    let letter = windows.or_else(|| char::from_u32(code).filter(|letter| *letter != '\0'));
    let end = text.len() - digits.len() + len;
    let len = end + usize::from(text[end..].starts_with(';'));
    Some((letter.unwrap_or(char::REPLACEMENT_CHARACTER), len))
}

/// What a name at the beginning of an attribute's text stands for, and its length. Without its
/// semicolon a name in front of a letter, a digit or `=` is none, so that `?a=1&copy=2` stays.
fn named(text: &str) -> Option<(String, usize)> {
    let name = text.strip_prefix('&')?;
    let len = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
    let known = |name: &str| {
        let &(first, second) = NAMED_ENTITIES.get(name)?;
        // Beginnings of names are in the list too, and stand for nothing.
        let letters = [first, second].into_iter().filter(|code| *code != 0);
        let letters: String = letters.filter_map(char::from_u32).collect();
        (!letters.is_empty()).then_some(letters)
    };
    let whole = name[len..].starts_with(';').then(|| known(&name[..=len])).flatten();
    let bare = || (!name[len..].starts_with('=')).then(|| known(&name[..len])).flatten();
    whole
        .map(|letters| (letters, len + "&;".len()))
        .or_else(|| bare().map(|letters| (letters, len + "&".len())))
}

/// The references in HTML that stand for a character that no text may hold, and their places.
pub(super) fn unseen(html: &str) -> impl Iterator<Item = (char, std::ops::Range<usize>)> {
    let numbers = html.match_indices("&#").filter_map(|(at, _)| {
        let (letter, len) = numeric(&html[at..])?;
        Some((letter, at..at + len))
    });
    numbers.filter(|(letter, _)| is_unseen(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_what_a_browser_reads() {
        for (written, read) in [
            ("num&eacute;rique", "numérique"),
            ("num&eacute", "numé"),
            ("&#233;&#xE9;&#XE9&#233", "éééé"),
            ("a?b=1&amp;c=2", "a?b=1&c=2"),
            ("a?b=1&copy=2", "a?b=1&copy=2"),
            ("a?b=1&copya", "a?b=1&copya"),
            ("a?b=1&copy", "a?b=1©"),
            ("a?b=1&copy;=2", "a?b=1©=2"),
            ("a?b=1&section=2&notit;&lang=vi", "a?b=1&section=2&notit;&lang=vi"),
            ("&NotEqualTilde;&nGt;", "≂̸≫⃒"),
            ("&nbsp;&zwnj;&hellip;", "\u{a0}\u{200c}…"),
            ("&#150;&#x80;", "–€"),
            ("&amp;eacute;", "&eacute;"),
            ("& &; &# &#x; &x;", "& &; &# &#x; &x;"),
            ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("a&#8;b&#xFDD0;c&#x202e;d", "abcd"),
        ] {
            assert_eq!(decode(written), read, "{written}");
        }
    }
}
