//! A file that is being read: where its stretches stand, and what is wrong with it so far.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, Place, Ruler, Say, Severity, Span};
use crate::sources::SourcePath;
use crate::yaml::{Node, merge, parse, raw, rest, syntax, unseen};

/// A file whose YAML is being read, and what is wrong with it so far.
pub struct Reading<'a> {
    /// The file.
    pub path: &'a SourcePath,
    /// Its whole text.
    pub text: &'a str,
    /// What was found wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The cells of sheets that it read from, for their spans.
    pub cells: Vec<Place>,
    /// The texts of cells that readers see, each with its cell.
    pub cell_texts: Vec<(Span, String)>,
    /// Finds places in the text.
    pub ruler: Ruler,
    /// Misspelt keys, each with the key that is probably meant.
    meant: BTreeMap<Span, String>,
}

impl<'a> Reading<'a> {
    /// A file nothing has been said of yet.
    pub fn new(path: &'a SourcePath, text: &'a str) -> Reading<'a> {
        Reading::measured(path, text, Ruler::of(text))
    }

    /// The same with a ruler that is there.
    pub fn measured(path: &'a SourcePath, text: &'a str, ruler: Ruler) -> Reading<'a> {
        Reading {
            path,
            text,
            diagnostics: Vec::new(),
            cells: Vec::new(),
            cell_texts: Vec::new(),
            ruler,
            meant: BTreeMap::new(),
        }
    }

    /// The place of a stretch of the text, or of a cell.
    pub fn place(&self, span: Span) -> Place {
        let cell = span.cell().and_then(|number| self.cells.get(number));
        cell.cloned().unwrap_or_else(|| Place::measured(self.path, (self.text, &self.ruler), span))
    }

    /// What is written at a span, without quotation marks; the text of a cell.
    pub fn written(&self, span: Span) -> String {
        let Some(cell) = span.cell() else {
            let at = |byte: u32| usize::try_from(byte).unwrap_or(usize::MAX);
            let text = self.text.get(at(span.start)..at(span.end)).unwrap_or_default();
            return text.trim().trim_matches(['"', '\'']).to_owned();
        };
        self.cells.get(cell).map(|cell| cell.text.replace('\n', " ")).unwrap_or_default()
    }

    /// The span that stands for a cell from here on.
    pub fn cell(&mut self, place: Place) -> Span {
        self.cells.push(place);
        Span::of_cell(self.cells.len() - 1)
    }

    /// Says that this stretch is wrong, and how to mend it.
    pub fn error(&mut self, span: Span, code: Code, message: Say, hint: Say) {
        self.tell(span, Diagnostic::error(code, message).hint(hint));
    }

    /// Says this of a stretch of the text, or of a cell.
    pub fn tell(&mut self, span: Span, fault: Diagnostic) {
        let told = self.told(span, fault);
        self.diagnostics.push(told);
    }

    /// What is said of a stretch of the text, as it is said of the file.
    pub fn told(&self, span: Span, fault: Diagnostic) -> Diagnostic {
        self.ruler.in_file_of(fault).at(self.place(span))
    }

    /// Reads the YAML in this part of the text. What of it cannot be read is [`Value::Unknown`](super::Value::Unknown),
    /// or nothing comes out if that is all of it; why is among the diagnostics.
    pub fn yaml(&mut self, part: Range<usize>) -> Option<Node> {
        if merge::say_unmerged(self, part.clone()) {
            return None;
        }
        let said = self.diagnostics.len();
        let yaml = &self.text[part.clone()];
        let node = match parse(yaml, part.start) {
            // One line with an odd sign behind its key is a text to YAML.
            Ok(node) => match syntax::of_text(yaml, &node) {
                Some(slip) => rest::read(self, part.clone(), slip)?,
                None => node,
            },
            Err(error) => rest::read(self, part.clone(), syntax::explain(yaml, &error))?,
        };
        let node = raw::check(self, part, (node, said));
        Some(unseen::check(node, self))
    }

    /// Notes what a key is probably meant to be, for [`Reading::as_meant`].
    pub fn mean(&mut self, key: Span, name: &str) {
        self.meant.insert(key, name.to_owned());
    }

    /// Whether anything was said since then that keeps the site from being published.
    pub fn is_faulty_since(&self, before: usize) -> bool {
        let said = self.diagnostics.get(before..).unwrap_or_default();
        said.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Reads a tree. Where keys are misspelt it is read once more as it was meant, so that what
    /// hangs on them is not said to be missing or wrong.
    pub fn as_meant<T>(&mut self, node: &Node, read: impl Fn(&Node, &mut Self) -> T) -> T {
        let (said, cells) = (self.diagnostics.len(), self.cells.len());
        self.meant.clear();
        let value = read(node, self);
        if self.meant.is_empty() {
            return value;
        }
        let meant = std::mem::take(&mut self.meant);
        let misspelt: BTreeSet<Place> = meant.keys().map(|span| self.place(*span)).collect();
        let mut told = self.diagnostics.split_off(said);
        told.retain(|fault| {
            let is_there = fault.place.as_ref().is_some_and(|place| misspelt.contains(place));
            matches!(fault.code, Code::UnknownKey | Code::UnknownLanguage) && is_there
        });
        self.cells.truncate(cells);
        self.cell_texts.clear();
        self.diagnostics.extend(told);
        read(&node.renamed(&meant), self)
    }
}
