//! The terms of one page: its words, its numbers, and which of them stand side by side.
//!
//! In: what a page says, field by field. Out: each term once, with how much the page is about
//! it. A term is a word with its marks as [`words`] writes them; two words with a space between
//! them, without marks, that stand side by side in a title, a heading or a name; or a number that
//! is joined of several words.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::content::{Body, Document, Kind};
use crate::locale::{joined, unmarked, words};
use crate::memo::{Input, Outcome};
use crate::outputs::files::search::text;

/// Where on a page a word stands.
#[derive(Clone, Copy)]
pub(super) enum Field {
    /// In its title.
    Title,
    /// In a heading or something as weighty, such as a task or a place.
    Heading,
    /// In its summary.
    Summary,
    /// In its text.
    Body,
}

/// What a word is worth in each field but the text, and how many of it count.
const WORTH: [(u32, u32); 3] = [(8, 1), (4, 2), (3, 2)];

/// From how many on a word in a text is worth two and not one: few words are, so that lists stay
/// short.
const OFTEN: u32 = 3;

/// From how much on a page is about a word at each level above the lowest. `search.js` knows
/// what a level counts.
const LEVELS: [u32; 5] = [2, 3, 5, 8, 12];

/// How much is held against a word that half the pages have: below this level it is left out.
pub(super) const WEIGHTY: u32 = 2;

/// The terms of one page, packed: a line for each, which ends in a digit for its level.
#[derive(Clone)]
pub struct PageTerms(Arc<str>);

impl Outcome for PageTerms {
    fn lasts(&self) -> bool {
        true
    }
}

impl PageTerms {
    /// Each term with its level.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.lines().filter_map(|line| {
            let (term, level) = line.split_at_checked(line.len().checked_sub(1)?)?;
            Some((term, level.parse().ok()?))
        })
    }
}

/// All that the terms of a page are made of.
#[derive(Serialize)]
pub struct PageInput<'a> {
    /// What all may see of it.
    pub document: &'a Document,
    /// What only itself shows.
    pub body: &'a Body,
    /// What else stands on it: the names of agencies, of its terms, its days.
    pub around: Vec<String>,
}

impl Input for PageInput<'_> {
    fn name(&self) -> &str {
        self.document.path.as_str()
    }
}

/// The terms of a page.
pub(super) fn terms(input: &PageInput<'_>) -> PageTerms {
    let PageInput { document, body, around } = input;
    let mut bag = Bag::default();
    let meta = &document.meta;
    bag.add(Field::Title, &meta.title);
    document.outline.headings.iter().for_each(|own| bag.add(Field::Heading, &own.title));
    for text in [&meta.description, &meta.summary].into_iter().flatten() {
        bag.add(Field::Summary, text);
    }
    for name in around {
        bag.add(Field::Summary, name);
    }
    kind(&document.kind, &mut bag);
    bag.add(Field::Body, &text::of_pieces(&body.pieces));
    bag.terms()
}

/// What a page says by its kind.
fn kind(kind: &Kind, bag: &mut Bag) {
    match kind {
        Kind::Page | Kind::Section(_) | Kind::Post => {}
        Kind::Material(material) => {
            let texts = [&material.audience, &material.level, &material.duration];
            texts.into_iter().flatten().for_each(|text| bag.add(Field::Body, text));
            let files = material.files.iter().filter_map(|file| file.title.as_ref());
            files.for_each(|title| bag.add(Field::Body, title));
        }
        Kind::Plan(plan) => {
            let document = &plan.document;
            let number = document.number.as_ref().map(|number| &number.value);
            number.into_iter().for_each(|number| bag.add(Field::Title, number));
            let texts = [&document.type_name, &document.place, &document.signatory];
            texts.into_iter().flatten().for_each(|text| bag.add(Field::Summary, text));
            for basis in &document.legal_basis {
                bag.add(Field::Body, &basis.number.value);
                basis.title.iter().for_each(|title| bag.add(Field::Body, title));
            }
            for task in &plan.tasks {
                bag.add(Field::Heading, &task.title);
                task.targets.iter().for_each(|target| bag.add(Field::Body, target));
                let body = task.body.iter();
                body.for_each(|body| bag.add(Field::Body, &text::of_pieces(&body.pieces)));
            }
        }
        Kind::Schedule(schedule) => {
            schedule.theme.iter().for_each(|theme| bag.add(Field::Heading, theme));
            schedule.slogans.iter().for_each(|slogan| bag.add(Field::Body, slogan));
        }
    }
}

/// The terms of a page as they are collected.
#[derive(Default)]
pub(super) struct Bag {
    /// Each term in order of its first place, with how often it stands in each field.
    counts: Vec<(String, [u32; 4])>,
    /// Where each term stands there.
    places: FxHashMap<String, usize>,
}

impl Bag {
    /// Adds a text.
    pub(super) fn add(&mut self, field: Field, text: &str) {
        let words = words(text);
        joined(&words).into_iter().for_each(|number| self.count(field, &number));
        for word in &words {
            self.count(field, &word.marked);
        }
        // Of all texts that would be more than all else together: there only names.
        let has_all = matches!(field, Field::Title | Field::Heading);
        for pair in words.windows(2) {
            if has_all || pair[1].goes_on_name(&pair[0]) {
                let [one, other] = [&pair[0], &pair[1]].map(|word| unmarked(&word.marked));
                self.count(field, &format!("{one} {other}"));
            }
        }
    }

    fn count(&mut self, field: Field, term: &str) {
        let at = match self.places.get(term) {
            Some(at) => *at,
            None => {
                self.counts.push((term.to_owned(), [0; 4]));
                self.places.insert(term.to_owned(), self.counts.len() - 1);
                self.counts.len() - 1
            }
        };
        self.counts[at].1[field as usize] += 1;
    }

    /// All of them.
    pub(super) fn terms(self) -> PageTerms {
        let mut packed = String::with_capacity(self.counts.len() * 10);
        for (term, counts) in self.counts {
            packed.push_str(&term);
            packed.extend(char::from_digit(level(counts), 10));
            packed.push('\n');
        }
        PageTerms(packed.into())
    }
}

fn level(counts: [u32; 4]) -> u32 {
    let [fields @ .., text] = counts;
    let worth: u32 =
        fields.iter().zip(WORTH).map(|(count, (each, most))| each * (*count).min(most)).sum();
    let worth = worth + text.min(1) + u32::from(text >= OFTEN);
    (0..).zip(LEVELS).take_while(|(_, from)| worth >= *from).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(texts: &[(Field, &str)]) -> Vec<(String, u32)> {
        let mut bag = Bag::default();
        texts.iter().for_each(|(field, text)| bag.add(*field, text));
        let terms = bag.terms();
        let mut all: Vec<_> = terms.iter().map(|(term, level)| (term.to_owned(), level)).collect();
        all.sort();
        all
    }

    #[test]
    fn a_title_is_weightier_than_a_text() {
        let terms = of(&[(Field::Title, "Dây"), (Field::Body, "dây nóng nóng nóng")]);
        assert_eq!(terms, [("da^y".to_owned(), 4), ("nong'".to_owned(), 1)]);
    }

    #[test]
    fn words_side_by_side_are_known_of_titles_and_headings_and_of_names() {
        let terms = of(&[(Field::Heading, "Đường dây"), (Field::Body, "số một, Bà Tơ")]);
        let terms: Vec<&str> = terms.iter().map(|(term, _)| term.as_str()).collect();
        assert_eq!(
            terms,
            ["ba to", "ba`", "d-u+o+ng`", "da^y", "duong day", "mo^t.", "so^'", "to+"]
        );
    }

    #[test]
    fn a_number_is_one_term_and_its_parts() {
        let terms = of(&[(Field::Body, "72/KH-UBND")]);
        let terms: Vec<&str> = terms.iter().map(|(term, _)| term.as_str()).collect();
        assert_eq!(terms, ["72", "72khubnd", "kh", "ubnd"]);
    }
}
