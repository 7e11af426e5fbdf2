//! What is wrong, where, and how to mend it: the words that staff get from the program.
//!
//! In: a fault as the rooms above see it. Out: [`Diagnostic`] values; [`show`] turns
//! them into text for people, editors and machines. Every message is written in
//! Vietnamese and English side by side, so that the reader's language is chosen only
//! when it is shown and is no input of a build.

mod code;
mod place;
pub mod reading;
pub mod show;

use serde::Serialize;

pub use code::Code;
pub use place::{Place, Span};

/// A sentence in both languages of the program.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Say {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// Writes one sentence in Vietnamese and English with the same values in both.
macro_rules! say {
    ($vi:literal, $en:literal $(, $($arg:tt)*)?) => {
        $crate::diagnostics::Say { vi: format!($vi $(, $($arg)*)?), en: format!($en $(, $($arg)*)?) }
    };
}
pub(crate) use say;

/// How much a fault weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site cannot be published so.
    Error,
    /// The site can be published, but something is likely not meant.
    Warning,
    /// Good to know.
    Note,
}

/// One fault: what, where, and how to mend it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Diagnostic {
    /// Where it is; the first key of the order in which faults are shown.
    pub place: Option<Place>,
    /// How much it weighs.
    pub severity: Severity,
    /// The kind of fault, for `bangtin explain`.
    pub code: Code,
    /// One sentence: the cause.
    pub message: Say,
    /// One sentence: the cure.
    pub hint: Option<Say>,
}

impl Diagnostic {
    /// A fault that keeps the site from being published.
    pub fn error(code: Code, message: Say) -> Diagnostic {
        Diagnostic { place: None, severity: Severity::Error, code, message, hint: None }
    }

    /// A fault that does not.
    pub fn warning(code: Code, message: Say) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message) }
    }

    /// Something good to know.
    pub fn note(code: Code, message: Say) -> Diagnostic {
        Diagnostic { severity: Severity::Note, ..Diagnostic::error(code, message) }
    }

    /// The same fault with its place.
    pub fn at(self, place: Place) -> Diagnostic {
        Diagnostic { place: Some(place), ..self }
    }

    /// The same fault with its cure.
    pub fn hint(self, hint: Say) -> Diagnostic {
        Diagnostic { hint: Some(hint), ..self }
    }
}

/// A value and all that is to be said of it. Nothing stops at the first fault.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// The value, as good as it could be made.
    pub value: T,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// The value, its diagnostics moved to the end of `all`.
    pub fn report_to(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}

/// The word of `known` that a mistyped `word` is nearest to, if one is near enough.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)))
        .map(|(_, candidate)| candidate)
}

/// How many words a hint lists at the most.
const MOST_NAMED: usize = 12;

/// The hint for a word that is not known: the nearest one, or the list of all.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Say {
    match nearest(word, known.clone()) {
        Some(near) => say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?"),
        None => {
            let all: Vec<_> = known.into_iter().map(|word| format!("`{word}`")).collect();
            let more = if all.len() > MOST_NAMED { ", …" } else { "" };
            let all = all[..all.len().min(MOST_NAMED)].join(", ");
            if all.is_empty() {
                return say!("xoá từ này", "delete this word");
            }
            say!("hãy dùng một trong các từ: {all}{more}", "use one of these: {all}{more}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_word_is_proposed_and_a_far_one_is_not() {
        assert_eq!(nearest("titel", ["title", "date"]), Some("title"));
        assert_eq!(nearest("Titl", ["title", "date"]), Some("title"));
        assert_eq!(nearest("colour", ["title", "date"]), None);
    }
}
