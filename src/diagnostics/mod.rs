//! What is wrong, where, and how to mend it: the words that staff get from the program.
//!
//! In: a fault as the rooms above see it. Out: [`Diagnostic`] values; [`show`] turns
//! them into text for people, editors and machines. Every message is written in
//! Vietnamese and English side by side, so that the reader's language is chosen only
//! when it is shown and is no input of a build.

mod code;
mod fix;
pub mod letters;
mod place;
pub mod reading;
mod ruler;
pub mod show;
mod strays;

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use code::Code;
pub use fix::Fix;
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

/// The word of `known` that a mistyped `word` is nearest to, if one is near enough.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_by(known, |candidate| slips(word, candidate))
}

/// The path of `known` that a mistyped `path` is nearest to: a file of nearly this name in
/// nearly this folder, or one of this very name elsewhere.
pub fn nearest_path<'a>(path: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (folder, stem, extension) = parts_of(path);
    nearest_by(known, |candidate| {
        let (its_folder, its_stem, its_extension) = parts_of(candidate);
        let same_extension = extension.eq_ignore_ascii_case(its_extension);
        let in_folder = slips(folder, its_folder);
        let in_name = slips(stem, its_stem).filter(|slips| *slips == 0 || same_extension)?;
        // Every section has an `_index.md`: that name alone says nothing.
        let says_much = in_name == 0 && same_extension && !stem.ends_with("index");
        let elsewhere = says_much.then(|| distance(folder, its_folder));
        Some(in_folder.or(elsewhere)? + in_name + usize::from(!same_extension))
    })
}

fn nearest_by<'a>(
    known: impl IntoIterator<Item = &'a str>,
    slips: impl Fn(&str) -> Option<usize>,
) -> Option<&'a str> {
    let near = known.into_iter().filter_map(|candidate| Some((slips(candidate)?, candidate)));
    near.min().map(|(_, candidate)| candidate)
}

/// How many slips of the fingers make one word into the other, if they are as few as people
/// make: one in a short word, three in a very long one.
fn slips(word: &str, other: &str) -> Option<usize> {
    let (one, two) = (word.chars().count(), other.chars().count());
    let most = match one.min(two) {
        0..=4 => 1,
        5..=9 => 2,
        _ => 3,
    };
    // Words of so different length need no closer look, which takes long with long ones.
    if one.abs_diff(two) > most || differing_letters(word, other) > 2 * most {
        return None;
    }
    // A word of which half is wrong is another word.
    Some(distance(word, other)).filter(|slips| *slips <= most && 2 * slips <= one.max(two))
}

/// How many letters one word has and the other has not, wherever they stand; a few may be missed.
/// A slip makes two of them at the most, and they are counted in a hundredth of the time that the
/// distance takes: nearly all words of a long list are far.
fn differing_letters(word: &str, other: &str) -> usize {
    let mut counts = [0_i32; 64];
    for (text, step) in [(word, 1), (other, -1)] {
        for letter in text.chars().flat_map(char::to_lowercase) {
            let at = usize::try_from(u32::from(letter) % 64).unwrap_or(0);
            counts[at] += step;
        }
    }
    counts.iter().map(|count| usize::try_from(count.abs()).unwrap_or(0)).sum()
}

/// Letters left out, put in, changed, or swapped with their neighbours.
fn distance(word: &str, other: &str) -> usize {
    strsim::damerau_levenshtein(&word.to_lowercase(), &other.to_lowercase())
}

/// Folder, name up to the first dot, and what follows that dot.
fn parts_of(path: &str) -> (&str, &str, &str) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
    (folder, stem, extension)
}

/// How many words a hint lists at the most.
const MOST_NAMED: usize = 12;

/// The hint for a word that is not known: the nearest one, all that are as near, or the list of
/// all.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> Say {
    match nearest(word, known.clone()) {
        Some(near) => {
            let least = slips(word, near);
            let all: BTreeSet<&str> =
                known.into_iter().filter(|other| slips(word, other) == least).collect();
            one_of(all.into_iter())
        }
        None => {
            let mut known = known.into_iter();
            let all: Vec<_> =
                known.by_ref().take(MOST_NAMED).map(|word| format!("`{word}`")).collect();
            let more = if known.next().is_some() { ", …" } else { "" };
            let all = all.join(", ");
            if all.is_empty() {
                return say!("xoá từ này", "delete this word");
            }
            say!("hãy dùng một trong các từ: {all}{more}", "use one of these: {all}{more}")
        }
    }
}

/// The hint that asks which of these names is meant.
pub fn one_of<'a>(names: impl Iterator<Item = &'a str>) -> Say {
    let names: Vec<String> = names.take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    let (vi, en) = (names.join(" hay "), names.join(" or "));
    say!("có phải bạn muốn viết {vi}?", "did you mean {en}?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_word_is_proposed_and_a_far_one_is_not() {
        assert_eq!(nearest("titel", ["title", "date"]), Some("title"));
        assert_eq!(nearest("Titl", ["title", "date"]), Some("title"));
        assert_eq!(nearest("hpo", ["tin", "hop"]), Some("hop"));
        assert_eq!(nearest("publihs_dat", ["publish_date", "path"]), Some("publish_date"));
        for far in ["colour", "dates of all", "it", "d", ""] {
            assert_eq!(nearest(far, ["title", "date"]), None, "{far}");
        }
        assert_eq!(nearest("khong", ["home", "page"]), None);
    }

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

    #[test]
    fn a_near_path_has_nearly_the_same_name() {
        let known = ["@/_index.md", "@/tin/_index.md", "@/tin/bai.md", "@/tin/anh.png"];
        let near = |path| nearest_path(path, known);
        assert_eq!(near("@/tin/bia.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/tni/bai.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/su-kien/bai.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/tin/anh.jpg"), Some("@/tin/anh.png"));
        assert_eq!(near("@/tin/bai.en.md"), Some("@/tin/bai.md"));
        assert_eq!(near("@/tin/_idex.md"), Some("@/tin/_index.md"));
        for far in ["@/none.md", "@/khong.md", "@/su-kien/_index.md", "@/tin/tin.md", ""] {
            assert_eq!(near(far), None, "{far}");
        }
    }
}
