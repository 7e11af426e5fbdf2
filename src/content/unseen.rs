//! Characters in a body that no one sees: they are told and left out before it is read.
//!
//! In: the text of a file. Out: the text that all places of its document are places in. The
//! front matter keeps them, for there the reader of YAML tells them.

use std::sync::Arc;

use crate::content::front_matter;
use crate::diagnostics::{Checked, Code, Diagnostic, Fix, Place};
use crate::sources::{SourcePath, unseen, without_unseen};
use crate::yaml::say_unseen;

/// The most that are told in one file.
const MOST_TOLD: usize = 20;

/// The text without them, and what is said of them. In a text whose letters are broken `is_told`
/// already, controls are parts of letters.
pub(super) fn left_out(path: &SourcePath, text: &Arc<str>, is_told: bool) -> Checked<Arc<str>> {
    let start = front_matter::parts(text).map_or(0, |(_, body)| body.start);
    let found = unseen(&text[start..]).into_iter();
    let found: Vec<(usize, char)> = found.map(|(at, letter)| (start + at, letter)).collect();
    if found.is_empty() {
        return Checked { value: Arc::clone(text), diagnostics: Vec::new() };
    }
    let is_new = |(_, letter): &&(usize, char)| !(is_told && letter.is_control());
    let told = found.iter().filter(is_new).take(MOST_TOLD).map(|&(at, letter)| {
        let stretch = at..at + letter.len_utf8();
        let place = Place::within(path, text, stretch.clone().into());
        let (message, hint) = say_unseen(letter);
        let fix = Fix::sure(stretch, if letter.is_whitespace() { " " } else { "" });
        Diagnostic::warning(Code::UnseenCharacter, message).hint(hint).fix(fix).at(place)
    });
    Checked { value: without_unseen(text, &found).into(), diagnostics: told.collect() }
}
