//! Which documents have which term, as text.
//!
//! In: the terms of each document. Out: the list of each term, and all lists in scripts of one
//! size. Where these are cut follows from titles, headings and summaries, so that an edit of a text
//! moves no cut.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use crate::locale::unmarked;
use crate::outputs::files::search::index::Record;
use crate::outputs::files::search::terms::{PageTerms, WEIGHTY};

/// From how many documents on words are left out that many texts have.
const MANY: usize = 200;

/// A word that one text in so many has is one that many have.
const COMMON: usize = 6;

/// How much more often a word stands in texts than in what stands above them, which is all that
/// is known where terms are cut: it only keeps scripts of one size.
const OF_TEXTS: usize = 10;

/// The first term of each of so many scripts: the words of titles, headings and summaries, cut into
/// parts that weigh the same.
pub(super) fn cuts(lists: &[List<'_>], documents: usize, number: usize) -> Vec<String> {
    let mut weights: BTreeMap<&str, usize> = BTreeMap::new();
    for (plain, _, list) in lists {
        // What stands in texts alone is left out, so that an edit of one moves no cut.
        let weighty = list.iter().filter(|own| *own & 7 >= WEIGHTY).count();
        if weighty > 0 {
            // Words that stand side by side lie with the first of them.
            let first = plain.split(' ').next().unwrap_or_default();
            *weights.entry(first).or_default() += weight(plain, weighty, documents);
        }
    }
    let total: usize = weights.values().sum();
    let (mut cuts, mut before) = (vec![String::new()], 0);
    for (word, weight) in weights {
        while cuts.len() < number && before * number >= total * cuts.len() {
            cuts.push(word.to_owned());
        }
        before += weight;
    }
    let last = cuts.last().cloned().unwrap_or_default();
    cuts.resize(number, last);
    cuts
}

/// How long the list of a term will be that so many documents are about.
fn weight(plain: &str, weighty: usize, documents: usize) -> usize {
    let often = weighty * OF_TEXTS;
    let in_texts = documents * often / (documents + often).max(1);
    let is_word =
        !plain.contains(' ') && !plain.starts_with(|letter: char| letter.is_ascii_digit());
    let is_common = documents >= MANY && in_texts * COMMON > documents;
    plain.len() + if is_word && !is_common { in_texts } else { weighty * 2 }
}

/// A term with the documents that have it: their numbers, each with its level in the lowest
/// three bits.
pub(super) type List<'t> = (String, &'t str, Vec<u32>);

/// All terms in order, without marks and then with them.
pub(super) fn lists(all: &[(Record, PageTerms)]) -> Vec<List<'_>> {
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut lists: Vec<List<'_>> = Vec::new();
    for (number, (_, terms)) in (0..).zip(all) {
        for (term, level) in terms.iter() {
            let at = *places.entry(term).or_insert_with(|| {
                let mut plain = term.split(' ').map(unmarked).collect::<Vec<_>>().join(" ");
                plain.shrink_to_fit();
                lists.push((plain, term, Vec::new()));
                lists.len() - 1
            });
            lists[at].2.push((number << 3) | level);
        }
    }
    lists.sort_unstable_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    lists
}

/// The text of each script of terms: `;` stands before each term without marks, `,` before each
/// of its forms, `:` before the documents of a form.
pub(super) fn in_shards(cuts: &[String], lists: &[List<'_>], documents: usize) -> Vec<String> {
    let mut shards = vec![String::new(); cuts.len()];
    let mut last = None;
    for (plain, term, list) in lists {
        let at = cuts.partition_point(|cut| cut <= plain).saturating_sub(1);
        let shard = &mut shards[at];
        let is_new = last != Some(plain);
        last = Some(plain);
        if !shard.is_empty() {
            shard.push(if is_new { ';' } else { ',' });
        }
        shard.push_str(term);
        shard.push(':');
        write_list(list, documents, shard);
    }
    shards
}

/// A list as letters. `!` says that the word is in so many texts that only the weighty are
/// listed; a digit before a number is its level above the lowest; numbers are the steps from one
/// document to the next, in digits `A` to `Z`, the last of them `a` to `z`.
fn write_list(list: &[u32], documents: usize, text: &mut String) {
    let light = list.iter().filter(|own| *own & 7 < WEIGHTY).count();
    let is_common = documents >= MANY && light * COMMON > documents;
    if is_common {
        text.push('!');
    }
    let mut before = 0;
    for own in list {
        let (number, level) = (own >> 3, own & 7);
        if is_common && level < WEIGHTY {
            continue;
        }
        if level > 0 {
            // Writing to a string cannot fail.
            let _ = write!(text, "{level}");
        }
        write_step(number - before, text);
        before = number;
    }
}

fn write_step(step: u32, text: &mut String) {
    // The highest digits first.
    let mut worth = 26;
    while step / worth >= 26 {
        worth *= 26;
    }
    while worth > 1 {
        let digit = step / worth % 26;
        if digit > 0 || step / worth > 0 {
            text.push(char::from(b'A' + digit as u8));
        }
        worth /= 26;
    }
    text.push(char::from(b'a' + (step % 26) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outputs::files::search::terms::{Bag, Field};

    #[test]
    fn steps_are_letters() {
        let of = |step| {
            let mut text = String::new();
            write_step(step, &mut text);
            text
        };
        // `char::from_digit` gives `a` for ten.
        assert_eq!([of(0), of(25), of(26), of(700)], ["a", "z", "Ba", "BAy"]);
    }

    #[test]
    fn a_word_of_every_text_keeps_only_its_weighty_places() {
        let list: Vec<u32> =
            (0..300).map(|number| (number << 3) | (u32::from(number == 7) * 4)).collect();
        let mut text = String::new();
        write_list(&list, 300, &mut text);
        assert_eq!(text, "!4h");
        text.clear();
        write_list(&list[..9], 300, &mut text);
        assert_eq!(text, "abbbbbb4bb");
    }

    fn titles(titles: &[&str]) -> Vec<(Record, PageTerms)> {
        let of = |title: &&str| {
            let mut bag = Bag::default();
            bag.add(Field::Title, title);
            (Record::default(), bag.terms())
        };
        titles.iter().map(of).collect()
    }

    #[test]
    fn scripts_are_as_many_as_were_planned() {
        for number in [1, 2, 7, 40] {
            let all = titles(&["một hai ba", "bốn một"]);
            let cuts = cuts(&lists(&all), all.len(), number);
            assert_eq!(cuts.len(), number);
            assert!(cuts.is_sorted() && cuts[0].is_empty(), "{cuts:?}");
        }
        let all = titles(&["d", "a", "c", "b"]);
        assert_eq!(cuts(&lists(&all), 4, 2), ["", "c"]);
    }

    #[test]
    fn no_cut_parts_a_word_from_those_that_follow_it() {
        let all = titles(&["a b", "a c", "a d", "a e", "a f"]);
        let cuts = cuts(&lists(&all), all.len(), 9);
        assert!(cuts.iter().all(|cut| !cut.contains(' ')), "{cuts:?}");
    }
}
