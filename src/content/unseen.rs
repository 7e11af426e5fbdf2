//! Characters in a body that no one sees: they are told and left out before it is read.
//!
//! In: the text of a file. Out: the text that all places of its document are places in. The
//! front matter keeps them, for there the reader of YAML tells them.

use std::sync::Arc;

use crate::content::front_matter;
use crate::diagnostics::{Checked, Code, Diagnostic, Place};
use crate::sources::{SourcePath, unseen, without_unseen};
use crate::yaml::say_unseen;

/// The most that are told in one file.
const MOST_TOLD: usize = 20;

/// The text without them, and what is said of them.
pub(super) fn left_out(path: &SourcePath, text: &Arc<str>) -> Checked<Arc<str>> {
    let start = front_matter::parts(text).map_or(0, |(_, body)| body.start);
    let found = unseen(&text[start..]).into_iter();
    let found: Vec<(usize, char)> = found.map(|(at, letter)| (start + at, letter)).collect();
    if found.is_empty() {
        return Checked { value: Arc::clone(text), diagnostics: Vec::new() };
    }
    let told = found.iter().take(MOST_TOLD).map(|&(at, letter)| {
        let place = Place::within(path, text, (at..at + letter.len_utf8()).into());
        let (message, hint) = say_unseen(letter);
        Diagnostic::warning(Code::UnseenCharacter, message).hint(hint).at(place)
    });
    Checked { value: without_unseen(text, &found).into(), diagnostics: told.collect() }
}
