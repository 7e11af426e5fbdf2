//! Names as people compare them: agencies, places, terms, titles.

use std::fmt;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use crate::locale::fold;

/// A name in the form in which two spellings of it are equal: NFC, lower case, one space
/// between words, nothing that cannot be seen, the tone of a syllable in one place (`hòa` is
/// `hoà`), and `Đ` where an old keyboard wrote `Ð`.
///
/// Marks stay: `Sơn Hà` and `Sơn Hạ` are two communes, and so do `+` and `#`: `C`, `C++`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Name(String);

impl Name {
    /// The name that these words are.
    pub fn of(written: &str) -> Name {
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(written);
        let seen = decomposed.chars().filter(|letter| !is_unseen(*letter));
        let lower: String = seen.flat_map(char::to_lowercase).map(settled_letter).collect();
        let words: Vec<&str> = lower.split_whitespace().collect();
        let settled = with_tones_in_one_place(&words.join(" "));
        Name(ComposingNormalizerBorrowed::new_nfc().normalize(&settled).into_owned())
    }

    /// The name as text, for keys and messages.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The name without its marks. Two names that are equal in this form only are near, and
    /// never the same.
    pub fn unmarked(&self) -> String {
        fold(&self.0)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Decomposed lower-case words, the tone of each syllable behind the last of its vowels: a
/// syllable has one tone, so its place tells no two apart (`hoà` and `hòa`, `hoàng` and `hòang`).
fn with_tones_in_one_place(words: &str) -> String {
    let mut settled = String::with_capacity(words.len());
    let mut rest = words;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !is_of_word(letter)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        settled.push_str(&with_tone_last(word).unwrap_or_else(|| word.to_owned()));
        let next = behind.chars().next().map_or(0, char::len_utf8);
        settled.push_str(&behind[..next]);
        rest = &behind[next..];
    }
    settled
}

/// A decomposed syllable with its tone behind its last vowel; `None` for a word without one
/// tone, or with vowels in two places: that is no syllable of Vietnamese.
fn with_tone_last(word: &str) -> Option<String> {
    let mut tones = word.chars().filter(|letter| is_tone(*letter));
    let tone = tones.next().filter(|_| tones.next().is_none())?;
    let bare: String = word.chars().filter(|letter| !is_tone(*letter)).collect();
    let onset = bare.find(is_vowel)?;
    let coda = bare[onset..].find(|letter| !is_vowel(letter) && !is_shape(letter));
    let coda = coda.map_or(bare.len(), |at| onset + at);
    let is_syllable = !bare[coda..].contains(is_vowel);
    is_syllable.then(|| format!("{}{tone}{}", &bare[..coda], &bare[coda..]))
}

/// What office programs leave in a text and nobody sees. The joiners are not among them: in
/// Persian or Bengali they part one word from another.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// One letter for those that have one capital, or whose capitals look alike.
fn settled_letter(letter: char) -> char {
    match letter {
        'ð' | 'ɖ' => 'đ',
        'ς' => 'σ',
        other => other,
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The five tone marks of Vietnamese.
fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// The marks that make other vowels: `â`, `ă`, `ơ`.
fn is_shape(letter: char) -> bool {
    matches!(letter, '\u{302}' | '\u{306}' | '\u{31b}')
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        Name::of(a) == Name::of(b)
    }

    #[test]
    fn case_spaces_composition_and_the_place_of_the_tone_make_no_difference() {
        assert!(same("UBND xã  Sơn Hà ", "ubnd xã sơn hà"));
        assert!(same("Sơn\u{a0}Hà", "Sơn Ha\u{300}"));
        for (old, new) in [
            ("Hòa Bình", "Hoà Bình"),
            ("Thủy", "Thuỷ"),
            ("khỏe", "khoẻ"),
            ("Qúy", "Quý"),
            ("HÓA", "hoá"),
            ("Hòang", "Hoàng"),
            ("tóan", "toán"),
            ("thưở", "thửơ"),
        ] {
            assert!(same(old, new), "{old} {new}");
        }
        assert!(same("Văn hóa, thể thao", "Văn hoá, thể thao"));
        assert!(same("xã Sơn\u{200b} Hà\u{feff}", "xã Sơn Hà"));
        assert!(same("phường \u{d0}ông", "phường Đông"));
    }

    #[test]
    fn marks_and_signs_tell_names_apart() {
        for (one, other) in [
            ("Sơn Hà", "Sơn Hạ"),
            ("C", "C++"),
            ("C++", "C#"),
            ("Đông", "Dong"),
            ("resumé", "résume"),
            ("Sơn Hà", "SơnHà"),
            ("Bình Đà", "Bình Đa"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
        assert_eq!(Name::of("Sơn Hà").unmarked(), Name::of("Sơn Hạ").unmarked());
    }

    #[test]
    fn joiners_of_other_scripts_stay() {
        assert!(!same("نرم\u{200c}افزار", "نرمافزار"));
    }
}
