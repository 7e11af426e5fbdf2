//! Characters in a body that no one sees: they are told and left out before it is read.
//!
//! In: the text of a file. Out: the text that all places of its document are places in. The
//! front matter keeps them, for there the reader of YAML tells them.

use std::sync::Arc;

use crate::content::front_matter;
use crate::diagnostics::{Checked, Code, Diagnostic, Fix, Place, Ruler};
use crate::sources::{SourcePath, stands_for, unseen, without_unseen};
use crate::yaml::say_unseen;

/// The most that are told in one file.
const MOST_TOLD: usize = 20;

/// What is read of a text.
pub(super) struct Seen {
    /// The text without them.
    pub text: Arc<str>,
    /// Finds in the file what stands in that text.
    pub ruler: Ruler,
}

/// The text without them, and what is said of them. In a text whose letters are broken `is_told`
/// already, controls are parts of letters.
pub(super) fn left_out(path: &SourcePath, text: &Arc<str>, is_told: bool) -> Checked<Seen> {
    let start = front_matter::parts(text).map_or(0, |(_, body)| body.start);
    let found = unseen(&text[start..]).into_iter();
    let found: Vec<(usize, char)> = found.map(|(at, letter)| (start + at, letter)).collect();
    if found.is_empty() {
        return Checked::good(Seen { text: Arc::clone(text), ruler: Ruler::of(text) });
    }
    let is_new = |(_, letter): &&(usize, char)| !(is_told && letter.is_control());
    let told = found.iter().filter(is_new).take(MOST_TOLD).map(|&(at, letter)| {
        let stretch = at..at + letter.len_utf8();
        let place = Place::within(path, text, stretch.clone().into());
        let (message, hint) = say_unseen(letter);
        let fix = Fix::sure(stretch, stands_for(letter));
        Diagnostic::warning(Code::UnseenCharacter, message).hint(hint).fix(fix).at(place)
    });
    let diagnostics = told.collect();
    let left_out = found.iter().map(|&(at, letter)| (at, letter, stands_for(letter).len()));
    let ruler = Ruler::of_rest(text, left_out);
    Checked { value: Seen { text: without_unseen(text, &found).into(), ruler }, diagnostics }
}
