//! What is wrong with a site, as an editor shows it: file by file, at places of the text as the
//! editor has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use lsp_types::{DiagnosticSeverity, NumberOrString, Range, Uri};

use crate::diagnostics::show::{Tongue, printable};
use crate::diagnostics::{Diagnostic, Place, Severity};
use crate::sources::{Original, SourcePath};

use super::position::{Encoding, Lines};
use super::turn::Turn;
use super::uri::uri_of;

/// The name by which an editor tells these faults from those of others.
const SOURCE: &str = "bangtin";

/// What is wrong with one file.
#[derive(Clone)]
pub(super) struct FileFaults {
    /// The name of the file, as the editor has it.
    pub(super) uri: Uri,
    /// Which state of the document it is, if it is open.
    pub(super) version: Option<i32>,
    /// The faults, in order of places.
    pub(super) faults: Vec<Fault>,
}

/// One fault.
#[derive(Clone)]
pub(super) struct Fault {
    /// As the editor shows it.
    pub(super) shown: lsp_types::Diagnostic,
    /// As the program tells it.
    pub(super) told: Diagnostic,
}

/// For whom faults are written down.
#[derive(Clone, Copy)]
pub(super) struct Reader {
    /// The language of the one who writes.
    pub(super) tongue: Tongue,
    /// What the editor counts in a line.
    pub(super) encoding: Encoding,
}

/// What a build has to say, by files. What is said of no file is said of the settings.
pub(super) fn by_file(turn: &Turn, reader: Reader) -> BTreeMap<SourcePath, FileFaults> {
    let settings = SourcePath::new(crate::config::SITE_FILE);
    let mut sorted: BTreeMap<&SourcePath, Vec<&Diagnostic>> = BTreeMap::new();
    for fault in &turn.diagnostics {
        let path = fault.place.as_ref().map_or(&settings, |place| &place.path);
        sorted.entry(path).or_default().push(fault);
    }
    // What is open is told of in any case, so that the editor knows that it is looked at.
    for path in turn.open.keys() {
        sorted.entry(path).or_default();
    }
    let of_file = |(path, faults): (&SourcePath, Vec<&Diagnostic>)| {
        Some((path.clone(), of_file(path, &faults, turn, reader)?))
    };
    sorted.into_iter().filter_map(of_file).collect()
}

fn of_file(
    path: &SourcePath,
    faults: &[&Diagnostic],
    turn: &Turn,
    reader: Reader,
) -> Option<FileFaults> {
    let open = turn.open.get(path);
    let uri = match open {
        Some(document) => document.uri.clone(),
        None => uri_of(&turn.root.join(path.as_str()))?,
    };
    // Of a file that is not open its form on the disk is not known here: in letters that are
    // written with their marks apart its columns are a few too small until it is opened.
    let read: Arc<str> = turn.sources.text(path).cloned().unwrap_or_default();
    let written = open.map_or(&read, |document| &document.text);
    let text = Text {
        read: Lines::of(&read, reader.encoding),
        written: Lines::of(written, reader.encoding),
    };
    let fault = |told: &&Diagnostic| {
        let range = told.place.as_ref().map_or_else(Range::default, |place| text.range(place));
        Fault { shown: shown(told, range, reader.tongue), told: (*told).clone() }
    };
    let faults = faults.iter().map(fault).collect();
    Some(FileFaults { uri, version: open.map(|document| document.version), faults })
}

/// A text as it is read, and as the editor has it.
struct Text<'t> {
    read: Lines<'t>,
    written: Lines<'t>,
}

impl Text<'_> {
    /// Where the editor shows a fault; at the beginning of a sheet or of a file that is at fault
    /// as a whole.
    fn range(&self, place: &Place) -> Range {
        self.stretch(place).map_or_else(Range::default, |stretch| self.written.range(stretch))
    }

    /// Both texts have the same lines, so that it is enough to look at one of them.
    fn stretch(&self, place: &Place) -> Option<std::ops::Range<usize>> {
        let number = place.line.checked_sub(1).filter(|_| place.tab.is_none())?;
        let (read, written) = (self.read.line(number)?, self.written.line(number)?);
        let letters = &self.read.text()[read];
        let at =
            |letter: usize| letters.char_indices().nth(letter).map_or(letters.len(), |(at, _)| at);
        let first = place.column.saturating_sub(1);
        let line = Original::new(&self.written.text()[written.clone()]);
        let stretch = line.stretch(at(first)..at(first + place.width));
        let stretch = stretch.unwrap_or(0..written.len());
        Some(written.start + stretch.start..written.start + stretch.end)
    }
}

/// A fault as the editor shows it: with its cure on a line of its own.
fn shown(fault: &Diagnostic, range: Range, tongue: Tongue) -> lsp_types::Diagnostic {
    let cell = fault.place.as_ref().and_then(|place| {
        let tab = place.tab.as_ref().map(|tab| tab.name.as_str()).filter(|tab| !tab.is_empty());
        let cell = place.cell_name()?;
        Some(tab.map_or_else(|| format!("{cell}: "), |tab| format!("'{tab}'!{cell}: ")))
    });
    let message = tongue.of(&fault.message);
    let hint = fault.hint.as_ref().map(|hint| format!("\n{}", printable(tongue.of(hint))));
    let message = [
        printable(&cell.unwrap_or_default()).as_ref(),
        printable(message).as_ref(),
        hint.unwrap_or_default().as_str(),
    ]
    .concat();
    lsp_types::Diagnostic {
        range,
        severity: Some(severity(fault.severity)),
        code: Some(NumberOrString::String(fault.code.id().to_owned())),
        source: Some(SOURCE.to_owned()),
        message,
        ..lsp_types::Diagnostic::default()
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}
