//! Changes of files as people and tools read them: unified, with what is wrong above each file.

use bangtin::diagnostics::Diagnostic;
use bangtin::diagnostics::show::{Tongue, printable};
use bangtin::mend::Mended;
use similar::{ChangeTag, TextDiff};

/// How many lines are shown before and behind a change.
const CONTEXT: usize = 1;

/// All changes, file by file.
pub(super) fn shown(mended: &[Mended], tongue: Tongue, colour: bool) -> String {
    mended.iter().map(|one| of_file(one, tongue, colour)).collect()
}

fn of_file(one: &Mended, tongue: Tongue, colour: bool) -> String {
    let path = printable(one.path.as_str());
    let mut text: String = one.faults.iter().map(|fault| told(fault, tongue)).collect();
    text.push_str(&format!("--- {path}\n+++ {path}\n"));
    let difference = TextDiff::from_lines(&one.was, &one.is);
    for hunk in difference.unified_diff().context_radius(CONTEXT).iter_hunks() {
        text.push_str(&format!("{}\n", hunk.header()));
        for change in hunk.iter_changes() {
            let line = printable(change.value().trim_end_matches(['\r', '\n'])).into_owned();
            text.push_str(&match (change.tag(), colour) {
                (ChangeTag::Equal, _) => format!(" {line}\n"),
                (ChangeTag::Delete, false) => format!("-{line}\n"),
                (ChangeTag::Insert, false) => format!("+{line}\n"),
                (ChangeTag::Delete, true) => format!("\u{1b}[31m-{line}\u{1b}[0m\n"),
                (ChangeTag::Insert, true) => format!("\u{1b}[32m+{line}\u{1b}[0m\n"),
            });
        }
    }
    text
}

/// The fault that a change mends. Where it stands in the file, the change shows.
fn told(fault: &Diagnostic, tongue: Tongue) -> String {
    let message = printable(tongue.of(&fault.message)).into_owned();
    let line = fault.place.as_ref().map_or(0, |place| place.line);
    let path = fault.place.as_ref().map(|place| printable(place.path.as_str()).into_owned());
    format!("{}:{line} {}: {message}\n", path.unwrap_or_default(), fault.code.id())
}
