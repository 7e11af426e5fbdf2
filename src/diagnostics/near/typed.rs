//! How far a mistyped word is from another.

use std::ops::Range;

use crate::locale::same_ends;

/// A word as it was typed, which is compared with others. Capitals are no slips.
pub(super) struct Typed {
    small: String,
    /// Where its middle letter begins and ends. One slip leaves what stands before it as it is, or
    /// what stands behind it.
    middle: Range<usize>,
    /// How many letters were typed.
    count: usize,
    /// Which letters they are.
    kinds: u64,
}

impl Typed {
    pub(super) fn of(word: &str) -> Typed {
        let small = word.to_lowercase();
        let count = small.chars().count();
        let mut middle = small.char_indices().skip(count / 2).map(|(at, _)| at);
        let middle = middle.next().unwrap_or(small.len())..middle.next().unwrap_or(small.len());
        Typed { middle, count, kinds: kinds(word), small }
    }

    /// How many slips of the fingers make this word into the other, if they are no more than
    /// this and as few as people make: one in a short word, three in a very long one.
    pub(super) fn slips(&self, other: &str, most: usize) -> Option<usize> {
        let count = other.chars().count();
        let usual = match self.count.min(count) {
            0..=4 => 1,
            5..=9 => 2,
            _ => 3,
        };
        let most = most.min(usual);
        if most == 1 && !self.has_half(other) {
            return None;
        }
        // Words of so different length or letters need no closer look, which takes long.
        if self.count.abs_diff(count) > most || self.differing_kinds(other) > 2 * most {
            return None;
        }
        // A word of which half is wrong is another word.
        let distance = self.distance(other);
        Some(distance).filter(|slips| *slips <= most && 2 * slips <= self.count.max(count))
    }

    /// Whether the other word may have one half of this.
    fn has_half(&self, other: &str) -> bool {
        let begins = &self.small.as_bytes()[..self.middle.start];
        let ends = &self.small.as_bytes()[self.middle.end..];
        let other = other.as_bytes();
        let (first, last) = (other.get(..begins.len()), other.len().checked_sub(ends.len()));
        let last = last.and_then(|at| other.get(at..));
        // In other letters capitals are no slips either.
        !other.is_ascii()
            || first.is_some_and(|first| first.eq_ignore_ascii_case(begins))
            || last.is_some_and(|last| last.eq_ignore_ascii_case(ends))
    }

    /// How many letters only one of the words has; a few may be missed. A slip makes two of them
    /// at the most, and they are counted in a hundredth of the time that the distance takes:
    /// nearly all words of a long list are far.
    fn differing_kinds(&self, other: &str) -> usize {
        (self.kinds ^ kinds(other)).count_ones() as usize
    }

    /// Letters left out, put in, changed, or swapped with their neighbours.
    pub(super) fn distance(&self, other: &str) -> usize {
        let other = other.to_lowercase();
        // What both begin and end with makes no difference and takes the time of the whole.
        let (first, last) = same_ends(&self.small, &other);
        let (one, two) = (&self.small[first..], &other[first..]);
        strsim::osa_distance(&one[..one.len() - last], &two[..two.len() - last])
    }
}

/// The letters that a word has, one bit each; several letters have the same.
fn kinds(word: &str) -> u64 {
    let bit = |letter: u32| 1 << (letter % u64::BITS);
    if word.is_ascii() {
        let letters = word.bytes().map(|letter| letter.to_ascii_lowercase());
        return letters.fold(0, |kinds, letter| kinds | bit(letter.into()));
    }
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0, |kinds, letter| kinds | bit(letter.into()))
}
