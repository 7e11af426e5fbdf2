//! Numbers of documents, as offices write them.
//!
//! Decree 30/2020/NĐ-CP gives a document a number and a sign (`72/KH-UBND`), laws and decrees
//! have the year between them (`30/2020/NĐ-CP`, `13/2022/QH15`), the Party writes
//! `26-NQ/TW`. In prose only what can be nothing else counts as one: a date, a fraction or
//! `24/7` never does.

use std::ops::Range;

use crate::sources::nfc;

/// The most digits that a count has.
const MOST_DIGITS: usize = 6;

/// The longest sign, in letters: room for a circular of three ministries.
const LONGEST_SIGN: usize = 60;

/// Whether this whole text can be the number of a document. Someone wrote it as one, so odd
/// signs pass.
pub fn is_number(text: &str) -> bool {
    let is_sign = |sign: &str| {
        sign.starts_with(char::is_alphabetic)
            && sign.chars().all(|letter| letter.is_alphanumeric() || "-&.".contains(letter))
    };
    let is_count = |count: &str| {
        let digits = count.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    match text.split('/').collect::<Vec<_>>()[..] {
        [count, sign] => {
            let party = count.split_once('-');
            is_sign(sign)
                && party.map_or_else(
                    || is_count(count),
                    |(count, kind)| is_count(count) && is_sign(kind),
                )
        }
        [count, year, sign] => is_count(count) && is_year(year) && is_sign(sign),
        _ => false,
    }
}

/// Where the numbers of documents stand in prose, in order.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (slash, _) in text.match_indices('/') {
        let is_done = found.last().is_some_and(|last| slash < last.end);
        found.extend(around(text, slash).filter(|_| !is_done));
    }
    found
}

/// What two spellings of one number have in common: no zeros in front, one kind of hyphen,
/// capitals, and `Đ` where an old keyboard wrote `Ð`.
pub fn key(number: &str) -> String {
    let number = nfc(number.trim()).to_uppercase();
    let spelled = number.trim_start_matches('0').chars().map(|letter| match letter {
        'Ð' => 'Đ',
        hyphen if is_hyphen(hyphen) => '-',
        other => other,
    });
    spelled.collect()
}

/// The number whose first slash stands here.
fn around(text: &str, slash: usize) -> Option<Range<usize>> {
    let (before, after) = (&text[..slash], &text[slash + 1..]);
    let (start, is_party) = start_of(before)?;
    let year = after.split_once('/').map(|(year, _)| year).filter(|year| is_year(year));
    let at = year.map_or(0, |year| year.len() + 1);
    let Sign { len, groups } = sign(&after[at..])?;
    let is_one = groups > 1 || year.is_some() || is_party;
    (is_one && ends_at(&after[at + len..])).then_some(start..slash + 1 + at + len)
}

/// Where the number begins whose slash follows, and whether it is written as the Party does.
fn start_of(before: &str) -> Option<(usize, bool)> {
    let plain = before.trim_end_matches(|letter: char| letter.is_alphabetic() || is_mark(letter));
    let letters = &before[plain.len()..];
    let kind = plain.strip_suffix(is_hyphen).filter(|_| capitals(letters) >= 2);
    let count = match kind {
        Some(count) => count,
        // A number that was put in later: `12a/KH-UBND`.
        None if letters.is_empty() || (letters.len() == 1 && letters.is_ascii()) => plain,
        None => return None,
    };
    let first = count.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = count.len() - first.len();
    let fits = (1..=MOST_DIGITS).contains(&digits) && begins_after(first);
    fits.then_some((first.len(), kind.is_some()))
}

/// Whether a number can begin behind this text: not inside a word, a path or another number.
fn begins_after(before: &str) -> bool {
    let mut letters = before.chars().rev();
    match letters.next() {
        Some('.' | ',') => !letters.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some(letter) => {
            !letter.is_alphanumeric()
                && !is_mark(letter)
                && !is_hyphen(letter)
                && !"/\\_@#&%=+~$".contains(letter)
        }
        None => true,
    }
}

/// Whether a number can end before this text.
fn ends_at(after: &str) -> bool {
    let mut letters = after.chars();
    match letters.next() {
        Some('/' | '@' | '\\') => !letters.next().is_some_and(char::is_alphanumeric),
        Some(letter) => !letter.is_alphanumeric() && !is_mark(letter) && letter != '_',
        None => true,
    }
}

/// A sign such as `KH-UBND` or `BNV-CTTN&BĐG`.
struct Sign {
    len: usize,
    groups: usize,
}

/// The sign at the beginning of a text: groups of letters, each with a capital in front, the
/// first with two at least.
fn sign(text: &str) -> Option<Sign> {
    let mut sign = Sign { len: 0, groups: 0 };
    let mut rest = text;
    loop {
        let end = rest.find(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
        let group = &rest[..end.unwrap_or(rest.len())];
        let enough = if sign.groups == 0 { capitals(group) >= 2 } else { true };
        if !group.starts_with(char::is_uppercase) || !enough {
            return None;
        }
        sign.groups += 1;
        sign.len = text.len() - rest.len() + group.len();
        if text[..sign.len].chars().count() > LONGEST_SIGN {
            return None;
        }
        let after = &rest[group.len()..];
        let joined = after.strip_prefix(|letter| is_hyphen(letter) || letter == '&');
        match joined.filter(|next| next.starts_with(char::is_alphanumeric)) {
            Some(next) => rest = next,
            None => return Some(sign),
        }
    }
}

fn capitals(letters: &str) -> usize {
    letters.chars().filter(|letter| letter.is_uppercase()).count()
}

fn is_year(text: &str) -> bool {
    text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The hyphen of the keyboard, that of typesetters, and the one that does not break.
fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// A mark that belongs to the letter before it, where a text is not composed.
fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    const NUMBERS: &[&str] = &[
        "72/KH-UBND",
        "30/2020/NĐ-CP",
        "739/BNV-CTTN&BĐG",
        "31/TTr-SLĐTBXH",
        "05/2018/QĐ-TTg",
        "13/2022/QH15",
        "02/2023/TTLT-BLĐTBXH-BGDĐT-BYT",
        "12a/KH-UBND",
        "26-NQ/TW",
        "127-QĐ/TU",
    ];

    #[test]
    fn numbers_are_found_between_words() {
        for number in NUMBERS {
            assert!(is_number(number), "{number}");
            for text in [
                number.to_string(),
                format!("Số: {number}"),
                format!("Số:{number}."),
                format!("Kế hoạch số {number}, ngày 25/3/2024"),
                format!("({number})"),
                format!("“{number}”!"),
                format!("theo {number}…"),
                format!("Căn cứ.{number}"),
            ] {
                assert_eq!(found(&text)[0], *number, "{text}");
            }
        }
        assert_eq!(found("93/KH-UBND,72/KH-UBND"), ["93/KH-UBND", "72/KH-UBND"]);
    }

    #[test]
    fn what_may_be_something_else_is_not_found() {
        for text in [
            "15/11/2024",
            "từ 15/11 đến 15/12/2024",
            "1/2",
            "24/7",
            "3/4 số hộ",
            "60 km/h",
            "100/KG",
            "10/Gb",
            "72/kh-ubnd",
            "a72/KH-UBND",
            "/72/KH-UBND",
            "vi.du/72/KH-UBND",
            "72/KH-UBND/1",
            "72/KH-UBND_1",
            "72/KH-",
            "72/KH",
            "72/KH-ubnd",
            "1234567/KH-UBND",
            "1.72/KH-UBND",
            "15/11/2024/KH-UBND",
            "30/3020/NĐ-CP",
            "/KH-UBND",
            "72//KH-UBND",
            "ab/KH-UBND",
            "QĐ-72/KH-UBND",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_number_that_is_not_composed_is_found_whole() {
        let decomposed = "19/KH-U\u{31b}BND";
        assert_eq!(found(&format!("Số {decomposed}.")), [decomposed]);
        assert_eq!(key(decomposed), key("19/KH-ƯBND"));
        assert!(found("19/KH-U\u{31b}b\u{301}").len() == 1);
    }

    #[test]
    fn spellings_of_one_number_have_one_key() {
        assert_eq!(key("05/2018/QÐ\u{2011}TTg"), key("5/2018/QĐ-TTg"));
        assert_ne!(key("72/KH-UBND"), key("7/KH-UBND"));
    }

    #[test]
    fn a_slip_is_no_number() {
        for text in ["72", "72/", "/KH-UBND", "bảy/KH", "72/11/2024", "72/KH UBND", "a/b/c/d", ""]
        {
            assert!(!is_number(text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1511), failure_persistence: None, ..ProptestConfig::default()
        })]

        #[test]
        fn digits_and_slashes_alone_are_never_a_number(text in "[0-9/. ,()-]{0,40}") {
            prop_assert_eq!(found(&text), Vec::<&str>::new());
        }

        #[test]
        fn what_is_found_is_one_and_stands_alone(
            text in "([0-9]{1,3}|/|-|&|[A-ZĐ]{1,3}|[a-zư]|[ .,()]|\u{301}|2024|🙂){0,30}",
        ) {
            let ranges = find(&text);
            for pair in ranges.windows(2) {
                prop_assert!(pair[0].end <= pair[1].start);
            }
            for range in ranges {
                let number = &text[range.clone()];
                prop_assert_eq!(found(number), [number]);
                let is_part = |letter: char| letter.is_alphanumeric() || is_mark(letter);
                prop_assert!(!text[..range.start].chars().next_back().is_some_and(is_part));
                prop_assert!(!text[range.end..].chars().next().is_some_and(is_part));
            }
        }

        #[test]
        fn a_number_is_found_among_any_words(
            index in 0..NUMBERS.len(),
            before in "[a-zạđ ]{0,10}[ (“:;]",
            after in "[ ),.;:!?”…][a-zạđ ]{0,10}",
        ) {
            let number = NUMBERS[index];
            let text = format!("{before}{number}{after}");
            prop_assert_eq!(found(&text), [number]);
        }
    }
}
