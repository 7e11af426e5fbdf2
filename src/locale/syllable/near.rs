//! The syllables that a slip of the finger makes another word of.

use std::collections::BTreeSet;

use crate::locale::syllable::grammar::places;
use crate::locale::syllable::letters::{Letters, Tone};
use crate::locale::syllable::split;

/// The letters of Telex that stand for tones.
const TELEX: [(char, Tone); 5] = [
    ('s', Tone::Sharp),
    ('f', Tone::Falling),
    ('r', Tone::Asking),
    ('x', Tone::Broken),
    ('j', Tone::Heavy),
];

/// Letters that differ by a mark.
const SIBLINGS: [&[char]; 5] =
    [&['a', 'ă', 'â'], &['e', 'ê'], &['o', 'ô', 'ơ'], &['u', 'ư'], &['d', 'đ']];

/// The right words that a word which is no syllable is most likely meant to be, in small letters:
/// those that one of the commonest slips makes it of, or else one of the others.
pub fn near(word: &str) -> Vec<String> {
    let Some(letters) = Letters::of(word) else { return apart(word) };
    if letters.tones == 1
        && let Some(own) = spelled(&letters)
    {
        return vec![own];
    }
    let common = [horns, typed, doubled, swapped, respelled];
    let found = all(&letters, &common);
    if !found.is_empty() {
        return found;
    }
    let apart = apart(word);
    if !apart.is_empty() {
        return apart;
    }
    let other_tones = all(&letters, &[other_tones]);
    if !other_tones.is_empty() {
        return other_tones;
    }
    all(&letters, &[other_marks, one_less])
}

type Slip = fn(&Letters, &mut Vec<Letters>);

fn all(letters: &Letters, slips: &[Slip]) -> Vec<String> {
    let mut meant = Vec::new();
    slips.iter().for_each(|slip| slip(letters, &mut meant));
    let words: BTreeSet<String> = meant.iter().filter_map(spelled).collect();
    words.into_iter().collect()
}

/// The word with its tone in its place, if it is one.
fn spelled(letters: &Letters) -> Option<String> {
    let places = places(letters)?;
    Some(letters.spelled(places.new))
}

/// Two words without the space between them: `bìnhđẳng`.
fn apart(word: &str) -> Vec<String> {
    let low = word.to_lowercase();
    let Some(parts) = split(&low).filter(|parts| parts.len() == 2) else { return Vec::new() };
    let words: Vec<String> = parts.iter().filter_map(spelled).collect();
    vec![words.join(" ")]
}

/// `uơ`, `ưo`, `uo` for `ươ` or `uô`, `ie` for `iê`: marks that were not typed.
fn horns(letters: &Letters, meant: &mut Vec<Letters>) {
    let base = letters.base();
    for (at, pair) in base.windows(2).enumerate() {
        let pairs: &[[char; 2]] = match pair {
            ['u', 'ơ'] | ['ư', 'o' | 'ô'] => &[['ư', 'ơ']],
            ['u', 'o'] => &[['ư', 'ơ'], ['u', 'ô']],
            ['i', 'e'] => &[['i', 'ê']],
            ['y', 'e'] => &[['y', 'ê']],
            _ => &[],
        };
        for pair in pairs {
            let mut own = base.to_vec();
            own[at..at + 2].copy_from_slice(pair);
            meant.extend(Letters::with(&own, letters.tone));
        }
    }
}

/// Letters of Telex that stayed: `ngươif`, `đuwợc`, `nhaan`.
fn typed(letters: &Letters, meant: &mut Vec<Letters>) {
    let mut own = letters.base().to_vec();
    let mut tone = letters.tone;
    if let Some((_, last)) = TELEX.iter().find(|(key, _)| own.len() > 1 && own.last() == Some(key))
    {
        own.pop();
        tone = *last;
        meant.extend(Letters::with(&own, tone));
    }
    let mut marked: Vec<char> = Vec::new();
    for letter in &own {
        let last = marked.last_mut();
        let with = match (last.as_deref(), letter) {
            (Some('a'), 'w') => Some('ă'),
            (Some('o'), 'w') => Some('ơ'),
            (Some('u'), 'w') => Some('ư'),
            (Some('a'), 'a') => Some('â'),
            (Some('e'), 'e') => Some('ê'),
            (Some('o'), 'o') => Some('ô'),
            (Some('d'), 'd') => Some('đ'),
            (_, 'w') => None,
            _ => {
                marked.push(*letter);
                continue;
            }
        };
        last.into_iter().zip(with).for_each(|(last, with)| *last = with);
    }
    meant.extend(Letters::with(&marked, tone));
}

/// A letter that was typed twice.
fn doubled(letters: &Letters, meant: &mut Vec<Letters>) {
    let base = letters.base();
    for at in 1..base.len() {
        if base[at - 1] == base[at] {
            meant.extend(without(base, at, letters.tone));
        }
    }
}

/// Two letters that changed places.
fn swapped(letters: &Letters, meant: &mut Vec<Letters>) {
    for at in 1..letters.base().len() {
        let mut own = letters.base().to_vec();
        own.swap(at - 1, at);
        meant.extend(Letters::with(&own, letters.tone));
    }
}

/// `c` for `k`, `g` for `gh`, `ng` for `ngh` and the other way round.
fn respelled(letters: &Letters, meant: &mut Vec<Letters>) {
    let others: &[(&str, &str)] = &[
        ("ngh", "ng"),
        ("ng", "ngh"),
        ("gh", "g"),
        ("g", "gh"),
        ("k", "c"),
        ("c", "k"),
        ("cu", "qu"),
        ("ku", "qu"),
        ("co", "qu"),
        ("q", "qu"),
    ];
    let whole: String = letters.base().iter().collect();
    for (wrong, right) in others {
        let rest = whole.strip_prefix(wrong);
        let own = rest.map(|rest| right.chars().chain(rest.chars()).collect::<Vec<char>>());
        meant.extend(own.and_then(|own| Letters::with(&own, letters.tone)));
    }
}

/// Another tone, where this one is not heard: `cùc`.
fn other_tones(letters: &Letters, meant: &mut Vec<Letters>) {
    for tone in [Tone::Sharp, Tone::Heavy] {
        meant.extend(Letters::with(letters.base(), tone));
    }
}

/// Another mark on one letter.
fn other_marks(letters: &Letters, meant: &mut Vec<Letters>) {
    let base = letters.base();
    for (at, letter) in base.iter().enumerate() {
        let siblings = SIBLINGS.iter().find(|own| own.contains(letter));
        for other in siblings.into_iter().copied().flatten().filter(|other| *other != letter) {
            let mut own = base.to_vec();
            own[at] = *other;
            meant.extend(Letters::with(&own, letters.tone));
        }
    }
}

/// A letter too many.
fn one_less(letters: &Letters, meant: &mut Vec<Letters>) {
    for at in 0..letters.base().len() {
        meant.extend(without(letters.base(), at, letters.tone));
    }
}

fn without(base: &[char], at: usize, tone: Tone) -> Option<Letters> {
    let mut own = base.to_vec();
    own.remove(at);
    Letters::with(&own, tone)
}
