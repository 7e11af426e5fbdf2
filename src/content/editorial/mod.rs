//! What an editor would strike out: a day of the week that does not match its date, somebody's
//! own telephone number, a word that cannot be Vietnamese.
//!
//! In: the text of a page as readers see it, its front matter, and the levels of the checks. Out:
//! what is found, each as much as its level weighs. `checks` is the one table of them; each of the
//! other files knows one. What only data can tell (names, help lines) is told in
//! [`data`](crate::content::data) and [`compare`](crate::compare).

mod abbreviations;
mod alt_texts;
mod checks;
mod days;
mod front_matter;
mod headings;
mod links;
mod listener;
mod plain_text;
mod private_data;
mod sentences;
mod spelling;
mod stretch;
mod weekdays;

use crate::content::Language;
use crate::diagnostics::{Diagnostic, Span};
use crate::locale::written::Window;
use crate::yaml::{Node, Reading};

pub use checks::{Check, Level, Levels};
pub(in crate::content) use front_matter::each_text;
pub(in crate::content) use listener::Listener;
pub(in crate::content) use plain_text::PlainText;
pub(in crate::content) use private_data::private_mails;

/// The most findings of one check on one page: a text with more is of another kind.
const MOST: usize = 50;

/// What the checks must know of a page besides its text.
pub(in crate::content) struct About<'a> {
    /// Its front matter, as it was written.
    pub front_matter: Option<&'a Node>,
    /// Its language.
    pub language: &'a Language,
    /// The levels of the checks.
    pub levels: Levels,
    /// Whether it is a schedule, which tells by itself of what its events say of people.
    pub is_schedule: bool,
    /// The days among which those lie whose year is not written.
    pub window: Window,
}

/// A finding that data may dispel: the word is a name, or explained there.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// The word, in small letters; an abbreviation as it is written.
    pub word: String,
    /// What is said if it is not.
    pub fault: Diagnostic,
    span: Span,
}

/// Looks over a page; what is found goes to `reading`, what only data can tell comes out.
pub(in crate::content) fn check(
    mut plain: PlainText,
    about: &About<'_>,
    reading: &mut Reading<'_>,
) -> Vec<Doubt> {
    let About { front_matter, levels, .. } = *about;
    if let Some(node) = front_matter {
        front_matter::add_texts(node, &mut plain, reading.text);
    }
    if levels.is_on(Check::Weekdays) || levels.is_on(Check::Days) {
        tell(days::check(&plain, about), reading);
    }
    if levels.is_on(Check::PrivateData) {
        let mut found = private_data::in_text(&plain, levels);
        let node = front_matter.into_iter();
        found.extend(node.flat_map(|node| private_data::in_keys(node, about)));
        tell(found, reading);
    }
    if levels.is_on(Check::LinkWords) {
        tell(links::check(&plain, levels), reading);
    }
    if levels.is_on(Check::Headings) {
        tell(headings::check(&plain, levels, reading.text), reading);
    }
    if levels.is_on(Check::AltTexts) {
        tell(alt_texts::check(&plain, about), reading);
    }
    if levels.is_on(Check::LongSentences) {
        tell(sentences::check(&plain, about), reading);
    }
    let mut doubts = Vec::new();
    if levels.is_on(Check::Spelling) && about.language.is_vietnamese() {
        doubts.extend(spelling::check(&plain, about));
    }
    if levels.is_on(Check::Abbreviations) {
        doubts.extend(abbreviations::check(&plain, about));
    }
    let placed = |doubt: Doubt| {
        let fault = reading.told(doubt.span, doubt.fault);
        Doubt { fault, ..doubt }
    };
    doubts.into_iter().map(placed).collect()
}

/// Looks over one text of the settings, of data or of a sheet, which stands in this language at
/// this place: its days, and what is somebody's own.
pub(in crate::content) fn check_value(
    text: &str,
    (span, language): (Span, &Language),
    levels: Levels,
    reading: &mut Reading<'_>,
) {
    let mut found = Vec::new();
    if levels.is_on(Check::Weekdays) || levels.is_on(Check::Days) {
        let mut plain = PlainText::default();
        plain.push_value(text, span.start as usize..span.end as usize, reading.text);
        let window = Window::default();
        let about = About { front_matter: None, language, levels, is_schedule: false, window };
        found.extend(days::check(&plain, &about));
    }
    if levels.is_on(Check::PrivateData) {
        found.extend(private_data::in_value(text, levels).map(|fault| (span, fault)));
    }
    tell(found, reading);
}

/// A finding and where it stands.
type Found = (Span, Diagnostic);

fn tell(found: Vec<Found>, reading: &mut Reading<'_>) {
    found.into_iter().take(MOST).for_each(|(span, fault)| reading.tell(span, fault));
}
