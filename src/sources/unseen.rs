//! Characters that no one sees and that no published text may hold.
//!
//! Controls come along with text copied from elsewhere and are an error in HTML (HTML Standard,
//! 13.2.3.5); marks that turn the direction of reading around make a text read other than it is
//! (Unicode Technical Standard 55). Signs without a width part the letters of a word for all who
//! search or copy it. They stay beside the scripts that are spelt with them: U+200B in Thai and
//! Khmer, U+200C in Persian and Bengali, U+200D in emoji, marks of direction in Arabic.

use std::cell::LazyCell;

/// The most signs without a width in a row that are looked past.
const MOST_PASSED: usize = 8;

/// Whether a character is none to be published, wherever it stands: a control other than tab
/// and line feed, a code point that is no character, an override of direction.
pub fn is_unseen(letter: char) -> bool {
    let is_none = |code: u32| (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
    (letter.is_control() && !matches!(letter, '\t' | '\n'))
        || matches!(letter, '\u{202d}' | '\u{202e}')
        || is_none(u32::from(letter))
}

/// Whether a text may hold such a character; where it says no, none is there. Hardly any text
/// holds one, and all of them but the ASCII controls begin with these bytes.
pub fn may_hold_unseen(text: &str) -> bool {
    text.bytes().any(|byte| {
        (byte < 0x20 && byte != b'\n' && byte != b'\t')
            || matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xE3 | 0xEF | 0xF0..)
    })
}

/// The characters of a text that are none to be published, each with its place: also those that
/// begin another direction and do not end it in their line, or end what was not begun, and those
/// that do nothing in the script around them.
pub fn unseen(text: &str) -> Vec<(usize, char)> {
    if !may_hold_unseen(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    let is_one_way = LazyCell::new(|| !text.chars().any(is_right_to_left));
    let mut before = None;
    for (at, letter) in text.char_indices() {
        if is_without_width(letter) {
            let mut behind = text[at..].chars().take(MOST_PASSED);
            let behind = behind.find(|letter| !is_without_width(*letter));
            let is_of_use = [before, behind].into_iter().flatten().any(|own| joins(letter, own));
            found.extend((!is_of_use).then_some((at, letter)));
            continue;
        }
        before = Some(letter);
        match letter {
            '\n' => found.append(&mut open),
            letter if is_of_direction(letter) && *is_one_way => found.push((at, letter)),
            // An embedding may not outlive the isolate around it (UAX 9, X6a).
            '\u{2069}' => match open.iter().rposition(|(_, mark)| is_isolate(*mark)) {
                Some(start) => found.extend(open.drain(start..).skip(1)),
                None => found.push((at, letter)),
            },
            '\u{202c}' => {
                let begun = open.pop_if(|(_, mark)| !is_isolate(*mark));
                found.extend(begun.is_none().then_some((at, letter)));
            }
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push((at, letter)),
            letter if is_unseen(letter) => found.push((at, letter)),
            _ => {}
        }
    }
    found.append(&mut open);
    found.sort_unstable();
    found
}

fn is_isolate(mark: char) -> bool {
    ('\u{2066}'..='\u{2068}').contains(&mark)
}

/// Whether a character only says in which direction those around it are read.
fn is_of_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Hebrew, Arabic, and the scripts beside them.
fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a sign joins or parts others without being seen, or ends a line elsewhere, or is a
/// letter that looks like nothing: people put U+2800 into posts for an empty line.
fn is_without_width(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'
            ..='\u{200d}'
                | '\u{2028}'
                | '\u{2029}'
                | '\u{2060}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{feff}'
    )
}

/// Whether such a sign may be of use beside another letter.
fn joins(sign: char, other: char) -> bool {
    let is_latin = |letter: char| matches!(letter, '\0'..='\u{36f}' | '\u{1e00}'..='\u{1eff}');
    match sign {
        '\u{2028}' | '\u{2029}' => false,
        '\u{2800}' => ('\u{2801}'..='\u{28ff}').contains(&other),
        // Between emoji, and behind letters whose marks are letters of their own.
        '\u{200c}' | '\u{200d}' => {
            !is_latin(other) && !matches!(other, '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{3002}')
        }
        _ => other.is_alphabetic() && !is_latin(other),
    }
}

/// What is read in the place of such a character. Those that end a line or a page elsewhere, or
/// look like a space, stand between words.
pub fn stands_for(letter: char) -> &'static str {
    if letter.is_whitespace() || matches!(letter, '\u{2800}' | '\u{3164}') { " " } else { "" }
}

/// The text without these characters.
pub fn without_unseen(text: &str, unseen: &[(usize, char)]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut done = 0;
    for (at, letter) in unseen {
        clean.push_str(&text[done..*at]);
        clean.push_str(stands_for(*letter));
        done = at + letter.len_utf8();
    }
    clean.push_str(&text[done..]);
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        without_unseen(text, &unseen(text))
    }

    #[test]
    fn controls_and_what_is_no_character_go() {
        for letter in ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}') {
            let expected = match letter {
                '\n' => "a\nb",
                '\t' => "a\tb",
                letter if letter.is_whitespace() => "a b",
                _ => "ab",
            };
            assert_eq!(clean(&format!("a{letter}b")), expected, "{letter:?}");
        }
        assert_eq!(clean("a\u{fdd0}b\u{fffe}c\u{10ffff}d"), "abcd");
    }

    #[test]
    fn a_direction_that_is_not_ended_goes() {
        for text in [
            "a\u{202e}b",
            "a\u{202e}b\u{202c}",
            "\u{202b}a\nb",
            "a\u{2069}b",
            "a\u{202c}b",
            "\u{2067}a\nb\u{2069}",
        ] {
            assert!(
                !clean(text).contains(|letter| {
                    "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}"
                        .contains(letter)
                }),
                "{text:?}"
            );
        }
        assert_eq!(clean("\u{2067}א\u{202b}b\u{2069}"), "\u{2067}אb\u{2069}");
    }

    #[test]
    fn what_parts_a_word_for_those_who_search_it_goes() {
        for (text, seen) in [
            ("Bài\u{200b} mới \u{feff}đây\u{2060}.", "Bài mới đây."),
            ("\u{200b}đầu dòng\n\u{feff}\u{200b}\u{200b}cuối\u{200d}\u{200c}", "đầu dòng\ncuối"),
            ("số \u{202a}0255 3712 135\u{202c}, \u{200e}113\u{200f}", "số 0255 3712 135, 113"),
            ("một\u{2028}hai\u{2029}ba", "một hai ba"),
            ("một\n\u{2800}\nhai\u{3164}ba", "một\n \nhai ba"),
            ("“Bài”\u{200d}…", "“Bài”…"),
            ("xem\u{200b} 🌾", "xem 🌾"),
        ] {
            assert_eq!(clean(text), seen, "{text:?}");
        }
        let many = "\u{200b}".repeat(100_000);
        assert_eq!(clean(&format!("a{many}b")), "ab");
    }

    #[test]
    fn what_is_spelt_with_joiners_or_set_apart_rightly_stays() {
        for text in [
            "نرم\u{200c}افزار",
            "ক\u{200d}ষ",
            "👩\u{200d}🌾 ☎\u{fe0e}",
            "gọi \u{2067}مرحبا\u{2069} nhé",
            "\u{202b}مرحبا\u{202c} 113",
            "مرحبا a\u{200e}b\u{200f}c",
            "a\u{a0}d\u{ad}e",
            "ภาษา\u{200b}ไทย, ខ្មែរ\u{200b} a",
            "⠓⠑\u{2800}⠺⠕",
            "☎\u{fe0e} 🏴\u{200d}☠\u{fe0f}",
        ] {
            assert_eq!(clean(text), text);
        }
    }
}
