//! What is wrong, where, and how to mend it: the words that staff get from the program.
//!
//! In: a fault as the rooms above see it. Out: [`Diagnostic`] values; [`show`] turns
//! them into text for people, editors and machines. Every message is written in
//! Vietnamese and English side by side, so that the reader's language is chosen only
//! when it is shown and is no input of a build.

mod code;
pub mod explained;
mod fix;
pub mod letters;
mod near;
mod place;
pub mod reading;
mod ruler;
pub mod show;
mod strays;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use code::Code;
pub use fix::Fix;
pub use near::{
    Words, are_few, around, did_you_mean, is_one_slip, nearest, nearest_path, one_of, telling,
};
pub use place::{Place, Span, Tab};
pub use ruler::Ruler;

/// A sentence in both languages of the program.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Say {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// The longest value that a sentence quotes, in letters; and the longest sentence.
const LONGEST: (usize, usize) = (200, 2000);

impl Say {
    /// The same sentence with what is so long that nobody reads it cut off: each value between
    /// backticks, and the whole.
    fn cut(self) -> Say {
        Say { vi: cut(self.vi), en: cut(self.en) }
    }
}

fn cut(text: String) -> String {
    let (value, whole) = LONGEST;
    if text.len() <= value {
        return text;
    }
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => Cow::Borrowed(part),
        _ => beginning(part, value),
    });
    let parts: Vec<Cow<'_, str>> = parts.collect();
    beginning(&parts.join("`"), whole).into_owned()
}

/// At most so many letters of a text, with a mark where it goes on.
fn beginning(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// Writes one sentence in Vietnamese and English with the same values in both.
#[macro_export]
macro_rules! say {
    ($vi:literal, $en:literal $(, $($arg:tt)*)?) => {
        $crate::diagnostics::Say { vi: format!($vi $(, $($arg)*)?), en: format!($en $(, $($arg)*)?) }
    };
}
pub use say;

/// How much a fault weighs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
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
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
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
    /// The cure as a change of the file at fault, if a program can make it.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A fault that keeps the site from being published.
    pub fn error(code: Code, message: Say) -> Diagnostic {
        let message = message.cut();
        Diagnostic { place: None, severity: Severity::Error, code, message, hint: None, fix: None }
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
        Diagnostic { hint: Some(hint.cut()), ..self }
    }

    /// The same fault with the change that mends it, in the file of its place.
    pub fn fix(self, fix: Fix) -> Diagnostic {
        Diagnostic { fix: Some(fix), ..self }
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
    /// A value with which nothing is wrong.
    pub fn good(value: T) -> Checked<T> {
        Checked { value, diagnostics: Vec::new() }
    }

    /// The same findings with what is made of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Checked<U> {
        Checked { value: make(self.value), diagnostics: self.diagnostics }
    }

    /// The same behind what was said before it.
    pub fn after(self, mut before: Vec<Diagnostic>) -> Checked<T> {
        before.extend(self.diagnostics);
        Checked { value: self.value, diagnostics: before }
    }

    /// The value, its diagnostics moved to the end of `all`.
    pub fn report_to(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_reads_to_its_end_is_cut() {
        let long = "đ".repeat(100_000);
        let cut = "đ".repeat(200);
        let fault = Diagnostic::error(Code::BadValue, say!("số `{long}` sai", "bad `{long}`"))
            .hint(say!("xoá `{long}` đi", "delete `{long}`"));
        assert_eq!(fault.message.vi, format!("số `{cut}…` sai"));
        assert_eq!(fault.message.en, format!("bad `{cut}…`"));
        assert_eq!(fault.hint.unwrap().vi, format!("xoá `{cut}…` đi"));
        let marks = "`a".repeat(100_000);
        let fault = Diagnostic::warning(Code::BadValue, say!("{long}", "{marks}"));
        assert_eq!(fault.message.vi.chars().count(), 2001);
        assert!(fault.message.en.chars().count() <= 2001);
        let short = format!("`{}` và `{}`", "a".repeat(200), "b".repeat(200));
        assert_eq!(Diagnostic::note(Code::BadValue, say!("{short}", "x")).message.vi, short);
    }
}
