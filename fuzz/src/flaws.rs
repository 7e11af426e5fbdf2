//! What can be wrong with a diagnostic whatever it is about: it says nothing, or points to a
//! place that is not there.

use bangtin::diagnostics::{Diagnostic, Place, Say};
use bangtin::sources::{Fault, SourcePath, Sources};

/// How many letters of a line a place keeps at the most.
const KEPT: usize = 200;

/// The most columns that a sheet can have, and the most rows: those of Excel.
const LARGEST: (usize, usize) = (16_384, 1_048_576);

/// What is wrong with a diagnostic, if anything is.
pub fn of(fault: &Diagnostic, sources: &Sources) -> Option<String> {
    let is_said = |say: &Say| {
        [&say.vi, &say.en].iter().all(|text| !text.trim().is_empty() && !text.ends_with('.'))
    };
    if !is_said(&fault.message) || fault.hint.as_ref().is_some_and(|hint| !is_said(hint)) {
        return Some("not said in both languages".to_owned());
    }
    if fault.hint.is_none() {
        return Some("without a cure".to_owned());
    }
    if let Some(flaw) = of_fix(fault, sources) {
        return Some(flaw);
    }
    let place = fault.place.as_ref()?;
    match &place.tab {
        Some(_) => of_cell(place),
        None => of_line(place, text_of(&place.path, sources)),
    }
}

/// A change is one of the text of its file: its ends stand between letters, it changes something,
/// and what comes of it is a text as it is read.
fn of_fix(fault: &Diagnostic, sources: &Sources) -> Option<String> {
    let fix = fault.fix.as_ref()?;
    let Some(place) = fault.place.as_ref().filter(|place| place.tab.is_none()) else {
        return Some("a change of no text".to_owned());
    };
    let text = sources.text(&place.path).map_or("", AsRef::as_ref);
    let Some(changed) = fix.apply(text) else {
        return Some(format!("the change does not fit a text of {} bytes", text.len()));
    };
    if changed == text {
        return Some("the change changes nothing".to_owned());
    }
    let is_text = !changed.contains(['\0', '\r']);
    (!is_text).then(|| "the change makes no text".to_owned())
}

/// The text of a file as it is shown, also of one that is no text.
fn text_of<'s>(path: &SourcePath, sources: &'s Sources) -> Option<&'s str> {
    let problem = sources.problems().iter().find(|problem| problem.path == *path);
    match problem.map(|problem| &problem.fault) {
        Some(Fault::NotUtf8 { text, .. } | Fault::Nul { text, .. }) => Some(text),
        Some(_) => None,
        None => sources.text(path).map(AsRef::as_ref),
    }
}

fn of_cell(place: &Place) -> Option<String> {
    let (columns, rows) = LARGEST;
    let is_whole = place.line == 0 && place.column == 0;
    let is_cell = (1..=columns).contains(&place.column) && (1..=rows).contains(&place.line);
    (!is_whole && !is_cell).then(|| "no sheet has this cell".to_owned())
}

fn of_line(place: &Place, text: Option<&str>) -> Option<String> {
    if place.line == 0 {
        return (place.column > 0).then(|| "a column of no line".to_owned());
    }
    let Some(text) = text else { return Some("a line of what is no text".to_owned()) };
    let Some(line) = text.split('\n').nth(place.line - 1) else {
        return Some(format!("line {} of {}", place.line, text.split('\n').count()));
    };
    let letters = line.chars().count();
    if !(1..=letters + 1).contains(&place.column) || place.width == 0 {
        return Some(format!("column {} of {letters}", place.column));
    }
    let shown: String = line.chars().skip(place.skipped).take(KEPT).collect();
    (shown != place.text).then(|| format!("the line is {line:?}"))
}
