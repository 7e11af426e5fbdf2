//! The index of one language as the scripts that browsers load.
//!
//! In: the terms of each document and what results show of it. Out: scripts of three sorts, each a
//! call of `bangtinSearch` with plain data: the *entry*, which tells what there is and where; the
//! *terms*, cut by their first letters; the *documents*, cut by their numbers.
//!
//! Where the terms are cut follows from titles, so that an edit of a text moves no cut.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use serde::Serialize;

use crate::config::Purpose;
use crate::content::Language;
use crate::locale::{unmarked, words};
use crate::memo::Digest;
use crate::outputs::files::search::Part;
use crate::outputs::files::search::terms::{PageTerms, WEIGHTY};
use crate::public::{File, OutputPath};

/// How many documents there are for each script of terms.
const TO_TERMS: usize = 84;

/// How many documents stand in a script.
const TO_DOCUMENTS: usize = 150;

/// From how many documents on words are left out that many texts have.
const MANY: usize = 200;

/// A word that one text in so many has is one that many have.
const COMMON: usize = 6;

/// How much more often a word stands in texts than in titles, which is all that is known where
/// terms are cut: it only keeps scripts of one size.
const OF_TEXTS: usize = 10;

/// A word that one title in so many has is in so many texts that those are left out.
const COMMON_IN_TITLES: usize = 160;

/// What results show of a document.
#[derive(Default)]
pub(super) struct Record {
    /// Its address from the root of the site.
    pub url: String,
    /// Its title.
    pub title: String,
    /// Its place in the table of kinds.
    pub kind: usize,
    /// When it is or was, as people read it.
    pub date: String,
    /// What it is about, in few words.
    pub text: String,
    /// The last day of an event, as `20261125`.
    pub last_day: Option<u32>,
}

/// What the entry says besides where things are.
#[derive(Serialize, Default)]
pub(super) struct About {
    /// The words of the results, by name.
    pub words: BTreeMap<&'static str, String>,
    /// The names of the kinds, by their places.
    pub kinds: Vec<String>,
    /// The numbers to call, each with who answers and when to call.
    pub help: Vec<[String; 3]>,
    /// Old names of agencies, each with the sentence that tells the new one.
    pub old: Vec<[String; 2]>,
}

/// How many scripts there are for so many documents: of terms and of documents.
pub(super) fn parts(documents: usize) -> (usize, usize) {
    ((documents / TO_TERMS).max(1), (documents / TO_DOCUMENTS).max(1))
}

/// The scripts of one language.
pub(super) struct Index {
    purpose: Purpose,
    entry: String,
    terms: Vec<String>,
    documents: Vec<String>,
}

#[derive(Serialize)]
struct Entry<'a> {
    /// How many documents there are.
    n: usize,
    /// How many documents stand in one script.
    size: usize,
    /// Each script of terms: its first term and its name.
    t: Vec<(String, String)>,
    /// The name of each script of documents.
    d: Vec<String>,
    /// Each event by its number, with its last day.
    events: Vec<(usize, u32)>,
    #[serde(flatten)]
    about: &'a About,
}

impl Index {
    /// The index of these documents.
    pub(super) fn of(
        (language, purpose): (&Language, Purpose),
        all: &[(Record, PageTerms)],
        about: &About,
    ) -> Index {
        let (number, of_documents) = parts(all.len());
        let cuts = cuts(all.iter().map(|(record, _)| record.title.as_str()), number);
        let call = |part: String, data: String| {
            format!("bangtinSearch({},{},{data});\n", json(language), json(&part))
        };
        let terms = in_shards(&cuts, lists(all), all.len());
        let terms: Vec<String> = (0..)
            .zip(&terms)
            .map(|(at, shard): (usize, _)| call(format!("t{at}"), json(shard)))
            .collect();
        let size = all.len().div_ceil(of_documents).max(1);
        let documents: Vec<String> = (0..of_documents)
            .map(|at| {
                let own = all.iter().skip(at * size).take(size).map(|(record, _)| row(record));
                call(format!("d{at}"), json(&own.collect::<Vec<_>>()))
            })
            .collect();
        let events = all.iter().enumerate();
        let entry = Entry {
            n: all.len(),
            size,
            t: cuts.into_iter().zip(names("t", &terms, purpose)).collect(),
            d: names("d", &documents, purpose).collect(),
            events: events.filter_map(|(at, (own, _))| Some((at, own.last_day?))).collect(),
            about,
        };
        let entry = call(String::new(), json(&entry));
        Index { purpose, entry, terms, documents }
    }

    /// One of its scripts.
    pub(super) fn script(&self, part: Part) -> Option<&str> {
        match part {
            Part::Entry => Some(&self.entry),
            Part::Terms(at) => self.terms.get(at).map(String::as_str),
            Part::Documents(at) => self.documents.get(at).map(String::as_str),
        }
    }

    /// Where a script goes that was planned for this path. The entry, which pages name, keeps its
    /// name: else an edit of one text would change every page.
    pub(super) fn published(&self, path: &OutputPath, part: Part, file: &File) -> OutputPath {
        match (self.purpose, part) {
            (Purpose::Preview, _) | (Purpose::Publication, Part::Entry) => path.clone(),
            (Purpose::Publication, Part::Terms(_) | Part::Documents(_)) => {
                path.with_digest(file.digest())
            }
        }
    }
}

/// Data in JSON. What is made here can always be written.
fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| String::from("null"))
}

/// The names of scripts as [`Index::published`] gives them, but for the folder. In a preview the
/// digest stands behind the name, so that browsers load what is new.
fn names(letter: &str, scripts: &[String], purpose: Purpose) -> impl Iterator<Item = String> {
    scripts.iter().enumerate().map(move |(at, script)| {
        let digest = &Digest::of(script.as_bytes()).to_hex()[..8];
        match purpose {
            Purpose::Publication => format!("{letter}{at}.{digest}.js"),
            Purpose::Preview => format!("{letter}{at}.js?{digest}"),
        }
    })
}

/// A document as results need it, without what is empty at its end.
fn row(record: &Record) -> Vec<serde_json::Value> {
    let Record { url, title, kind, date, text, .. } = record;
    let mut row: Vec<serde_json::Value> =
        vec![url.as_str().into(), title.as_str().into(), (*kind).into()];
    let more = if text.is_empty() { usize::from(!date.is_empty()) } else { 2 };
    row.extend([date.as_str().into(), text.as_str().into()].into_iter().take(more));
    row
}

/// The first term of each of so many scripts: the words of titles, cut into parts that weigh the
/// same.
fn cuts<'t>(titles: impl ExactSizeIterator<Item = &'t str>, number: usize) -> Vec<String> {
    let documents = titles.len();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in titles.flat_map(words) {
        *counts.entry(unmarked(&word.marked)).or_default() += 1;
    }
    let weight = |count: usize| {
        let is_common = documents >= MANY && count * COMMON_IN_TITLES > documents;
        if is_common { count } else { count * OF_TEXTS }
    };
    counts.values_mut().for_each(|count| *count = weight(*count));
    let total: usize = counts.values().sum();
    let (mut cuts, mut before) = (vec![String::new()], 0);
    for (word, count) in counts {
        while cuts.len() < number && before * number >= total * cuts.len() {
            cuts.push(word.clone());
        }
        before += count;
    }
    let last = cuts.last().cloned().unwrap_or_default();
    cuts.resize(number, last);
    cuts
}

/// A term with the documents that have it: their numbers, each with its level in the lowest
/// three bits.
type List<'t> = (String, &'t str, Vec<u32>);

/// All terms in order, without marks and then with them.
fn lists(all: &[(Record, PageTerms)]) -> Vec<List<'_>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
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
fn in_shards(cuts: &[String], lists: Vec<List<'_>>, documents: usize) -> Vec<String> {
    let mut shards = vec![String::new(); cuts.len()];
    let mut last = None;
    for (plain, term, list) in &lists {
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
    let mut digits = Vec::new();
    let mut rest = step / 26;
    while rest > 0 {
        digits.extend(char::from_digit(rest % 26 + 10, 36));
        rest /= 26;
    }
    text.extend(digits.iter().rev().map(char::to_ascii_uppercase));
    text.extend(char::from_digit(step % 26 + 10, 36));
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn scripts_are_as_many_as_were_planned() {
        for number in [1, 2, 7, 40] {
            let cuts = cuts(["một hai ba", "bốn một"].into_iter(), number);
            assert_eq!(cuts.len(), number);
            assert!(cuts.is_sorted() && cuts[0].is_empty(), "{cuts:?}");
        }
        assert_eq!(cuts(["a b c d", "a a a"].into_iter(), 2), ["", "b"]);
    }

    #[test]
    fn files_are_few() {
        for documents in [10, 667, 1_000, 2_000, 10_000, 50_000] {
            let (terms, records) = parts(documents);
            let languages = (2_000 / documents).clamp(1, 3);
            let files = languages * (1 + terms + records);
            assert!(files <= 40.max(documents * languages / 50), "{documents}: {files}");
        }
    }
}
