//! Vietnamese syllables by their grammar: an onset, a rime and a tone, without a dictionary.
//!
//! In: a word in NFC. Out: whether it can be a Vietnamese syllable, and the syllables that are
//! near to one that cannot. `letters` takes the tones from the letters, `grammar` knows what goes
//! together, `near` what slips of the finger make of a syllable.

mod grammar;
mod letters;
mod near;

#[cfg(test)]
mod tests;

use grammar::places;
use letters::{LONGEST, Letters, Tone};

pub use near::near;

/// What a word with Vietnamese marks is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// A syllable.
    Syllable,
    /// A word of another language, or a borrowed one that is written in one: `café`, `đôla`.
    Foreign,
    /// None: a slip.
    Slip,
}

/// What a word is, in any case of letters.
pub fn judge(word: &str) -> Verdict {
    let Some(letters) = Letters::of(word) else {
        return foreign_or_slip(word);
    };
    if is_right(&letters) {
        return Verdict::Syllable;
    }
    let has_others = letters.base().iter().any(|letter| matches!(letter, 'f' | 'j' | 'w' | 'z'));
    let is_foreign = if has_others { near(word).is_empty() } else { is_borrowed(word) };
    if is_foreign { Verdict::Foreign } else { Verdict::Slip }
}

/// Whether a word with a capital may be a name out of the languages of the highlands, which
/// have other onsets and ends: `Đắk`, `Krông`, `Hrê`, `Plông`.
pub fn may_be_highland_name(word: &str) -> bool {
    let Some(letters) = Letters::of(word).filter(|letters| letters.tones < 2) else { return false };
    let base = letters.base();
    let is_vowel = |letter: &char| letters::is_vowel(*letter);
    let Some(start) = base.iter().position(is_vowel) else { return false };
    let end = base.iter().rposition(is_vowel).unwrap_or(start) + 1;
    let (onset, coda) = (&base[..start], &base[end..]);
    let has_cluster = match onset {
        [first, .., 'l' | 'r'] => *first != 't' || onset.len() > 2,
        ['m', 'n'] | ['x' | 's', 't'] | ['j' | 'w' | 'r' | 'z' | 'f'] => true,
        _ => false,
    };
    let has_end = matches!(coda, ['k' | 'l' | 'r' | 'h' | 's'] | ['k' | 'g', 'h']);
    let is_usual = |part: &[char]| part.len() < 3 && !matches!(part, [one, other] if one == other);
    let vowels = &base[start..end];
    (has_cluster || has_end)
        && onset.len() < 4
        && is_usual(coda)
        && vowels.len() < 3
        && vowels.iter().all(is_vowel)
}

/// Whether all is right, the place of the tone too.
fn is_right(letters: &Letters) -> bool {
    places(letters).is_some_and(|places| {
        letters.tone == Tone::Level || letters.at == places.new || letters.at == places.old
    })
}

/// A word with letters that are not Vietnamese, or longer than any syllable.
fn foreign_or_slip(word: &str) -> Verdict {
    let is_long = word.chars().count() > LONGEST;
    let parts = if is_long { split(word) } else { None };
    match parts {
        Some(parts) if !is_borrowing(&parts) => Verdict::Slip,
        Some(_) | None => Verdict::Foreign,
    }
}

/// Whether a word is several syllables as borrowed words are written: each but the first begins
/// with a consonant, and none has a tone but the one that its end asks for (`ôtô`, `vácxin`).
fn is_borrowed(word: &str) -> bool {
    split(word).is_some_and(|parts| is_borrowing(&parts))
}

fn is_borrowing(parts: &[Letters]) -> bool {
    let is_plain = |part: &Letters| match part.tone {
        Tone::Level => true,
        Tone::Sharp => part.base().last().is_some_and(|last| "cpth".contains(*last)),
        Tone::Falling | Tone::Asking | Tone::Broken | Tone::Heavy => false,
    };
    // Twice the same is a word that was typed twice.
    let is_twice = parts.windows(2).any(|pair| pair.first() == pair.last());
    parts.iter().all(is_plain) && !is_twice
}

/// The syllables that a word is made of, if it is made of two to four of them, each but the first
/// with an onset.
fn split(word: &str) -> Option<Vec<Letters>> {
    const MOST: usize = 4;
    let ends: Vec<usize> = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
    let syllable = |from: usize, to: usize| {
        let letters = word.get(from..to).and_then(Letters::of)?;
        let has_onset = letters.base().first().is_some_and(|first| !letters::is_vowel(*first));
        (is_right(&letters) && (from == 0 || has_onset)).then_some(letters)
    };
    if ends.len() > MOST * LONGEST {
        return None;
    }
    // The way to each place with the fewest syllables, the longest last one first.
    let mut ways: Vec<Option<Vec<Letters>>> = vec![Some(Vec::new())];
    for (number, end) in ends.iter().enumerate() {
        let first = (number + 1).saturating_sub(LONGEST);
        let way = (first..=number).find_map(|from| {
            let before = ways.get(from)?.as_ref().filter(|before| before.len() < MOST)?;
            let start = if from == 0 { 0 } else { *ends.get(from - 1)? };
            let last = syllable(start, *end)?;
            Some(before.iter().copied().chain([last]).collect())
        });
        ways.push(way);
    }
    ways.pop().flatten().filter(|parts| parts.len() > 1)
}
