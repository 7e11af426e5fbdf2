//! Characters that no one sees and that no published text may hold.
//!
//! Controls come along with text copied from elsewhere and are an error in HTML (HTML Standard,
//! 13.2.3.5); marks that turn the direction of reading around make a text read other than it is
//! (Unicode Technical Standard 55). Joiners such as U+200C stay: Persian, Urdu and Bengali are
//! spelt with them.

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
            || matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xEF | 0xF0..)
    })
}

/// The characters of a text that are none to be published, each with its place: also those that
/// begin another direction and do not end it in their line, or end what was not begun.
pub fn unseen(text: &str) -> Vec<(usize, char)> {
    if !may_hold_unseen(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, letter) in text.char_indices() {
        match letter {
            '\n' => found.append(&mut open),
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

/// The text without these characters. Those that end a line or a page elsewhere stand between
/// words, so a space stands for them.
pub fn without_unseen(text: &str, unseen: &[(usize, char)]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut done = 0;
    for (at, letter) in unseen {
        clean.push_str(&text[done..*at]);
        if letter.is_whitespace() {
            clean.push(' ');
        }
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
        assert_eq!(clean("\u{2067}a\u{202b}b\u{2069}"), "\u{2067}ab\u{2069}");
    }

    #[test]
    fn what_is_spelt_with_joiners_or_set_apart_rightly_stays() {
        for text in [
            "نرم\u{200c}افزار",
            "ক\u{200d}ষ",
            "👩\u{200d}🌾 ☎\u{fe0e}",
            "gọi \u{2067}مرحبا\u{2069} nhé",
            "\u{202b}مرحبا\u{202c} 113",
            "a\u{200e}b\u{200f}c\u{a0}d\u{ad}e",
        ] {
            assert_eq!(clean(text), text);
        }
    }
}
