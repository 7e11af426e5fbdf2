//! The index of one language as the scripts that browsers load.
//!
//! In: the terms of each document and what results show of it. Out: scripts of three sorts, each a
//! call of `bangtinSearch` with plain data: the *entry*, which tells what there is and where; the
//! *terms*, cut by their first letters; the *documents*, cut by their numbers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::config::Purpose;
use crate::content::Language;
use crate::memo::Digest;
use crate::outputs::files::search::Part;
use crate::outputs::files::search::lists::{cuts, in_shards, lists};
use crate::outputs::files::search::terms::PageTerms;
use crate::public::{File, OutputPath};

/// How many documents there are for each script of terms.
const TO_TERMS: usize = 84;

/// How many documents stand in a script.
const TO_DOCUMENTS: usize = 150;

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
    /// Where it is.
    pub place: String,
    /// The last day of an event or a schedule, as `20261125`.
    pub last_day: Option<u32>,
}

/// What the entry says besides where things are.
#[derive(Serialize, Default)]
pub(super) struct About {
    /// The words of the results, by name.
    pub words: BTreeMap<&'static str, String>,
    /// The names of the kinds, by their places.
    pub kinds: Vec<String>,
    /// Words that smell of danger.
    pub danger: Vec<String>,
    /// The numbers to call, each with who answers and when to call.
    pub help: Vec<[String; 3]>,
    /// Old names, each with that of today.
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
    /// The kind of each document, as letters: see [`kinds`].
    of: String,
    /// What is over some day, by its number, with its last day.
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
        let lists = lists(all);
        let cuts = cuts(&lists, all.len(), number);
        let call = |part: String, data: String| {
            format!("bangtinSearch({},{},{data});\n", json(language), json(&part))
        };
        let terms = in_shards(&cuts, &lists, all.len());
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
            of: kinds(all.iter().map(|(record, _)| record.kind)),
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
    let Record { url, title, kind, date, text, place, .. } = record;
    let more = [date, text, place];
    let filled = more.iter().rposition(|own| !own.is_empty()).map_or(0, |last| last + 1);
    let more = more.into_iter().take(filled).map(|own| own.as_str().into());
    [url.as_str().into(), title.as_str().into(), (*kind).into()].into_iter().chain(more).collect()
}

/// The kinds of all documents in order: for each run of one kind its letter, from `a` on, and how
/// long the run is if it is longer than one. They are known before the documents are loaded.
fn kinds(all: impl Iterator<Item = usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for kind in all {
        match runs.last_mut() {
            Some((last, length)) if *last == kind => *length += 1,
            Some(_) | None => runs.push((kind, 1)),
        }
    }
    let mut text = String::new();
    for (kind, length) in runs {
        text.extend(char::from_digit(kind as u32 + 10, 36));
        if length > 1 {
            // Writing to a string cannot fail.
            let _ = write!(text, "{length}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_runs() {
        assert_eq!(kinds([0, 0, 0, 2, 7, 7].into_iter()), "a3ch2");
        assert_eq!(kinds([].into_iter()), "");
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
