//! Those of very many words that may be near to a mistyped one, found without a look at the rest.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included, Unbounded};

use super::MOST_KNOWN;

/// Words with what is known of each, in the order of their beginnings and in that of their ends.
/// A slip leaves the one or the other as it is, so that the word that is meant stands near to the
/// mistyped one in one of them.
#[derive(Default)]
pub struct Words<V> {
    words: BTreeMap<String, V>,
    /// Each word from its last letter to its first.
    ends: BTreeMap<String, ()>,
}

impl<V> Words<V> {
    /// The words that stand around a mistyped one, each with what is known of it; of few words
    /// all.
    pub fn around(&self, word: &str) -> BTreeMap<&str, &V> {
        let ends: Vec<String> = around(&reversed(word), &self.ends).map(reversed).collect();
        let all = around(word, &self.words).chain(ends.iter().map(String::as_str));
        all.filter_map(|word| self.words.get_key_value(word))
            .map(|(word, known)| (word.as_str(), known))
            .collect()
    }
}

impl<V> From<BTreeMap<String, V>> for Words<V> {
    fn from(words: BTreeMap<String, V>) -> Words<V> {
        let ends = words.keys().map(|word| (reversed(word), ())).collect();
        Words { words, ends }
    }
}

fn reversed(word: &str) -> String {
    word.chars().rev().collect()
}

/// Those of many words in order that stand around one which is mistyped in its middle or at its
/// end; of few words all.
pub fn around<'m, K: Borrow<str> + Ord, V>(
    word: &str,
    known: &'m BTreeMap<K, V>,
) -> impl Iterator<Item = &'m str> + Clone {
    let most = if are_few(known.len()) { known.len() } else { MOST_KNOWN / 4 };
    let before = known.range::<str, _>((Unbounded, Excluded(word))).rev().take(most);
    let behind = known.range::<str, _>((Included(word), Unbounded)).take(most);
    before.chain(behind).map(|(word, _)| word.borrow())
}

/// Whether there are so few words in order that all of them are looked at.
pub fn are_few(count: usize) -> bool {
    count <= MOST_KNOWN / 2
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::diagnostics::{is_one_slip, nearest};

    #[test]
    fn of_very_many_words_only_those_around_are_looked_at() {
        let many: BTreeMap<String, ()> = (0..5000).map(|at| (format!("bai-{at:04}"), ())).collect();
        let few: BTreeMap<String, ()> = many.clone().into_iter().take(MOST_KNOWN / 2).collect();
        let looked_at = |word: &str| around(word, &many).collect::<BTreeSet<_>>();
        assert_eq!(around("zzz", &few).count(), few.len());
        assert_eq!(looked_at("bai-2500x").len(), MOST_KNOWN / 2);
        assert!(looked_at("bai-2500x").contains("bai-2500"));
        assert_eq!(nearest("bai-2500x", around("bai-2500x", &many)), Some("bai-2500"));
        assert!(is_one_slip("bai-2500x", "bai-2500") && !is_one_slip("bia-250", "bai-25"));
        assert_eq!(nearest("bai-2500x", many.keys().map(String::as_str)), None);
    }

    #[test]
    fn a_slip_is_found_wherever_it_is_in_the_word() {
        let name = |at: usize| (format!("{}-{at:04}-năm", ["họp", "tin"][at % 2]), at);
        let words: Words<usize> = (0..5000).map(name).collect::<BTreeMap<_, _>>().into();
        let meant = "tin-2501-năm";
        for word in ["itn-2501-năm", "tn-2501-năm", "tin-25o1-năm", "tin-2501-nă", "xin-2501-năm"]
        {
            assert_eq!(words.around(word).get(meant), Some(&&2501), "{word}");
        }
    }
}
