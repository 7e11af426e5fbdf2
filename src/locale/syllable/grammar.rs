//! Which onsets, rimes and tones go together, and where the tone is written.
//!
//! After the rules of the script (Decision 1989/QĐ-BGDĐT of 2018 and the grammars before it): the
//! tone may be written `hoà` or `hòa`, `ky` and `ki`, `quy` and `qui` are both right.

use crate::locale::syllable::letters::{Letters, Tone, is_vowel};

/// The consonants that end syllables, as bits of a set.
mod coda {
    pub(super) const C: u8 = 1;
    pub(super) const CH: u8 = 1 << 1;
    pub(super) const M: u8 = 1 << 2;
    pub(super) const N: u8 = 1 << 3;
    pub(super) const NG: u8 = 1 << 4;
    pub(super) const NH: u8 = 1 << 5;
    pub(super) const P: u8 = 1 << 6;
    pub(super) const T: u8 = 1 << 7;
    /// Those of most vowels.
    pub(super) const MOST: u8 = C | M | N | NG | P | T;
    /// Those behind which only two tones are heard.
    pub(super) const STOPS: u8 = C | CH | P | T;
}

/// The letters on which the tone of a syllable may be written: the first, and the one behind it
/// where either is right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Places {
    /// As schoolbooks of today have it: `hoà`.
    pub(super) new: usize,
    /// As it was before: `hòa`.
    pub(super) old: usize,
}

/// Where the tone of a syllable is written; `None` if the letters are no syllable.
pub(super) fn places(letters: &Letters) -> Option<Places> {
    if letters.tones > 1 {
        return None;
    }
    let base = letters.base();
    let onset = onset(base)?;
    let (onset, rime) = base.split_at(onset);
    let end = rime.iter().position(|letter| !is_vowel(*letter)).unwrap_or(rime.len());
    let (vowels, consonants) = rime.split_at(end);
    let coda = coda_of(consonants)?;
    let fits = match consonants {
        [] => is_open(vowels),
        _ => closed(vowels) & coda != 0,
    };
    let can_be_heard = coda & coda::STOPS == 0 || matches!(letters.tone, Tone::Sharp | Tone::Heavy);
    if !fits || !can_be_heard || !goes_with(onset, vowels, consonants) {
        return None;
    }
    let Places { new, old } = on_vowels(vowels, consonants.is_empty());
    Some(Places { new: onset.len() + new, old: onset.len() + old })
}

/// How many letters the onset has; `None` if there is no such onset.
fn onset(base: &[char]) -> Option<usize> {
    let length = base.iter().position(|letter| is_vowel(*letter))?;
    match base {
        ['q', 'u', _, ..] => return Some(2),
        ['g', 'i', third, ..] if is_vowel(*third) => return Some(2),
        _ => {}
    }
    let fits = match &base[..length] {
        [] => true,
        [one] => "bcdđghklmnprstvx".contains(*one),
        [one, 'h'] => "cgknpt".contains(*one),
        ['n', 'g'] | ['t', 'r'] | ['n', 'g', 'h'] => true,
        _ => false,
    };
    fits.then_some(length)
}

fn coda_of(consonants: &[char]) -> Option<u8> {
    let coda = match consonants {
        [] => 0,
        ['c'] => coda::C,
        ['c', 'h'] => coda::CH,
        ['m'] => coda::M,
        ['n'] => coda::N,
        ['n', 'g'] => coda::NG,
        ['n', 'h'] => coda::NH,
        ['p'] => coda::P,
        ['t'] => coda::T,
        _ => return None,
    };
    Some(coda)
}

/// Whether a syllable may end in these vowels.
fn is_open(vowels: &[char]) -> bool {
    matches!(
        vowels,
        ['a' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y']
            | ['a', 'i' | 'o' | 'u' | 'y']
            | ['â', 'u' | 'y']
            | ['e', 'o']
            | ['ê', 'u']
            | ['i', 'a' | 'u']
            | ['i' | 'y', 'ê', 'u']
            | ['o', 'a' | 'e' | 'i']
            | ['ô' | 'ơ', 'i']
            | ['o', 'a', 'i' | 'o' | 'y']
            | ['o', 'e', 'o']
            | ['u', 'a' | 'ê' | 'i' | 'ơ' | 'y']
            | ['u', 'â', 'y']
            | ['u', 'ô', 'i']
            | ['u', 'y', 'a' | 'u']
            | ['ư', 'a' | 'i' | 'u']
            | ['ư', 'ơ', 'i' | 'u']
    )
}

/// The consonants that may follow these vowels.
fn closed(vowels: &[char]) -> u8 {
    use coda::{C, CH, M, MOST, N, NG, NH, P, T};
    match vowels {
        ['a'] | ['o', 'a'] => MOST | CH | NH,
        ['ă' | 'â' | 'e' | 'o' | 'ô' | 'u'] | ['i', 'ê'] | ['ư', 'ơ'] => MOST,
        ['ê'] => MOST | CH | NH,
        ['i'] => CH | M | N | NH | P | T,
        ['o', 'o'] => C | NG,
        ['ơ'] => M | N | P | T,
        ['ư'] => C | M | N | NG | T,
        ['y', 'ê'] => M | N | NG | T,
        ['u', 'ô'] => C | M | N | NG | T,
        ['o', 'ă'] => C | M | N | NG | P | T,
        ['o', 'e'] => C | M | N | T,
        ['u', 'â'] => N | NG | T,
        ['u', 'ê'] => CH | N | NH,
        ['u', 'y'] => CH | N | NH | P | T,
        ['y'] => CH | N | NH | P | T,
        ['u', 'y', 'ê'] => N | T,
        _ => 0,
    }
}

/// Whether an onset may stand before these vowels: `k` before `i` and `e`, `c` before `a` and `o`.
fn goes_with(onset: &[char], vowels: &[char], consonants: &[char]) -> bool {
    let Some(first) = vowels.first() else { return false };
    let is_front = matches!(first, 'e' | 'ê' | 'i' | 'y');
    let has_glide = matches!(vowels, ['o', 'a' | 'ă' | 'e', ..] | ['u', 'â' | 'ê' | 'ơ' | 'y', ..]);
    let is_bare_y = matches!(vowels, ['y']);
    match onset {
        // What `i` begins with an onset, `y` begins without.
        [] => !matches!(vowels, ['i', 'ê', ..]) && (!is_bare_y || consonants.is_empty()),
        ['q', 'u'] => !matches!(first, 'o' | 'u' | 'ư') && !matches!(vowels, ['i', 'a' | 'ê', ..]),
        ['g', 'i'] => !matches!(first, 'i' | 'y'),
        ['k'] | ['g', 'h'] | ['n', 'g', 'h'] => {
            is_front && (*first != 'y' || is_bare_y_of(onset, vowels, consonants))
        }
        ['c'] => !is_front && !has_glide,
        ['n', 'g'] => !is_front,
        // `gì`, `gìn`; before any other vowel the `i` belongs to `gi`.
        ['g'] => !is_front || matches!(vowels, ['i']),
        _ => *first != 'y' || is_bare_y_of(onset, vowels, consonants),
    }
}

/// Whether `y` alone may follow an onset: `ký`, `mỹ`, but not `xý`.
fn is_bare_y_of(onset: &[char], vowels: &[char], consonants: &[char]) -> bool {
    let is_usual = matches!(onset, ['b' | 'h' | 'k' | 'l' | 'm' | 's' | 't' | 'v'] | ['t', 'h']);
    is_usual && matches!(vowels, ['y']) && consonants.is_empty()
}

/// On which of the vowels the tone is written.
fn on_vowels(vowels: &[char], is_open: bool) -> Places {
    let marked =
        vowels.iter().rposition(|vowel| matches!(vowel, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư'));
    let one = |at: usize| Places { new: at, old: at };
    match (marked, vowels) {
        (Some(at), _) => one(at),
        (None, _) if !is_open => one(vowels.len().saturating_sub(1)),
        (None, ['o', 'a' | 'e'] | ['u', 'y']) => Places { new: 1, old: 0 },
        (None, [_, _, _]) => one(1),
        (None, _) => one(0),
    }
}
