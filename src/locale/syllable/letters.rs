//! The letters of a word: each without its tone, and the tone beside them.

/// The most letters of a syllable: “nghiêng” has seven. One more is a slip of the finger.
pub(super) const LONGEST: usize = 8;

/// The tone of a syllable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Tone {
    /// `ngang`, without a mark.
    Level,
    /// `sắc`: `á`.
    Sharp,
    /// `huyền`: `à`.
    Falling,
    /// `hỏi`: `ả`.
    Asking,
    /// `ngã`: `ã`.
    Broken,
    /// `nặng`: `ạ`.
    Heavy,
}

use Tone::{Asking, Broken, Falling, Heavy, Level, Sharp};

/// The letters of U+1EA0 to U+1EF9 without their tones, each large and small (Unicode, Latin
/// Extended Additional).
const ADDITIONAL: [(char, Tone); 45] = [
    ('a', Heavy),
    ('a', Asking),
    ('â', Sharp),
    ('â', Falling),
    ('â', Asking),
    ('â', Broken),
    ('â', Heavy),
    ('ă', Sharp),
    ('ă', Falling),
    ('ă', Asking),
    ('ă', Broken),
    ('ă', Heavy),
    ('e', Heavy),
    ('e', Asking),
    ('e', Broken),
    ('ê', Sharp),
    ('ê', Falling),
    ('ê', Asking),
    ('ê', Broken),
    ('ê', Heavy),
    ('i', Asking),
    ('i', Heavy),
    ('o', Heavy),
    ('o', Asking),
    ('ô', Sharp),
    ('ô', Falling),
    ('ô', Asking),
    ('ô', Broken),
    ('ô', Heavy),
    ('ơ', Sharp),
    ('ơ', Falling),
    ('ơ', Asking),
    ('ơ', Broken),
    ('ơ', Heavy),
    ('u', Heavy),
    ('u', Asking),
    ('ư', Sharp),
    ('ư', Falling),
    ('ư', Asking),
    ('ư', Broken),
    ('ư', Heavy),
    ('y', Falling),
    ('y', Heavy),
    ('y', Asking),
    ('y', Broken),
];

/// A word of Vietnamese letters, and of those that are left from typing: `f`, `j`, `w`, `z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Letters {
    base: [char; LONGEST],
    len: usize,
    /// The last tone that is written.
    pub(super) tone: Tone,
    /// The letter that it stands on.
    pub(super) at: usize,
    /// How many are written.
    pub(super) tones: usize,
}

impl Letters {
    /// The letters of a word in NFC. `None` if one of them is not Vietnamese, or there are more
    /// than any syllable has.
    pub(super) fn of(word: &str) -> Option<Letters> {
        let mut letters = Letters { base: ['\0'; LONGEST], len: 0, tone: Level, at: 0, tones: 0 };
        for written in word.chars() {
            let (base, tone) = decode(written)?;
            if tone != Level {
                (letters.tone, letters.at) = (tone, letters.len);
                letters.tones += 1;
            }
            *letters.base.get_mut(letters.len)? = base;
            letters.len += 1;
        }
        Some(letters)
    }

    /// Letters in the place of others, with a tone on none of them yet.
    pub(super) fn with(base: &[char], tone: Tone) -> Option<Letters> {
        let mut letters = Letters {
            base: ['\0'; LONGEST],
            len: base.len(),
            tone,
            at: usize::MAX,
            tones: usize::from(tone != Level),
        };
        letters.base.get_mut(..base.len())?.copy_from_slice(base);
        Some(letters)
    }

    /// The letters without the tone.
    pub(super) fn base(&self) -> &[char] {
        self.base.get(..self.len).unwrap_or_default()
    }

    /// The word with its tone on this letter.
    pub(super) fn spelled(&self, at: usize) -> String {
        let letters = self.base().iter().enumerate();
        letters.map(|(own, base)| if own == at { toned(*base, self.tone) } else { *base }).collect()
    }
}

/// Whether a letter without its tone is a vowel.
pub(super) fn is_vowel(base: char) -> bool {
    matches!(base, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// A letter in small form without its tone, and the tone.
fn decode(written: char) -> Option<(char, Tone)> {
    let known = match written {
        'a'..='z' => (written, Level),
        'A'..='Z' => (written.to_ascii_lowercase(), Level),
        '\u{1ea0}'..='\u{1ef9}' => {
            let at = (u32::from(written) - 0x1ea0) / 2;
            return usize::try_from(at).ok().and_then(|at| ADDITIONAL.get(at)).copied();
        }
        'đ' | 'Đ' => ('đ', Level),
        'ă' | 'Ă' => ('ă', Level),
        'â' | 'Â' => ('â', Level),
        'ê' | 'Ê' => ('ê', Level),
        'ô' | 'Ô' => ('ô', Level),
        'ơ' | 'Ơ' => ('ơ', Level),
        'ư' | 'Ư' => ('ư', Level),
        'á' | 'Á' => ('a', Sharp),
        'à' | 'À' => ('a', Falling),
        'ã' | 'Ã' => ('a', Broken),
        'é' | 'É' => ('e', Sharp),
        'è' | 'È' => ('e', Falling),
        'í' | 'Í' => ('i', Sharp),
        'ì' | 'Ì' => ('i', Falling),
        'ĩ' | 'Ĩ' => ('i', Broken),
        'ó' | 'Ó' => ('o', Sharp),
        'ò' | 'Ò' => ('o', Falling),
        'õ' | 'Õ' => ('o', Broken),
        'ú' | 'Ú' => ('u', Sharp),
        'ù' | 'Ù' => ('u', Falling),
        'ũ' | 'Ũ' => ('u', Broken),
        'ý' | 'Ý' => ('y', Sharp),
        _ => return None,
    };
    Some(known)
}

/// A vowel with a tone.
fn toned(base: char, tone: Tone) -> char {
    let small = (0xe0..=0x169).chain((0x1ea1..=0x1ef9).step_by(2)).filter_map(char::from_u32);
    small
        .into_iter()
        .find(|letter| !letter.is_uppercase() && decode(*letter) == Some((base, tone)))
        .unwrap_or(base)
}
