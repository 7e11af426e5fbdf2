//! The text of a page as readers see it, with the place of every stretch in the file.

use std::ops::Range;

use crate::diagnostics::Span;

/// What stands for a piece that is not looked at: code, a text in another language.
pub(super) const HIDDEN: char = '\u{fffc}';

/// Text without marks: one passage after the other, each behind a line feed.
#[derive(Clone, Default, Debug)]
pub(in crate::content) struct PlainText {
    /// All of it.
    pub(super) text: String,
    /// The passages, in order.
    pub(super) passages: Vec<Passage>,
    /// The links, in order.
    pub(super) links: Vec<Link>,
    /// The pictures, in order.
    pub(super) pictures: Vec<Picture>,
    runs: Vec<Run>,
}

/// A block of text: a paragraph, a heading, a cell, a value of the front matter.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// What it is.
    pub(super) kind: PassageKind,
    /// Where in the plain text it stands.
    pub(super) range: Range<usize>,
}

/// What a passage is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum PassageKind {
    /// A value of the front matter.
    Key,
    /// A cell of a sheet.
    Cell,
    /// A heading of this level.
    Heading(u8),
    /// Any other block of the text.
    Block,
}

/// A link.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// Its words, in the plain text.
    pub(super) range: Range<usize>,
    /// Whether a picture is among its words.
    pub(super) has_picture: bool,
}

/// A picture.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    /// Its text for those who do not see it.
    pub(super) alt: String,
    /// Where it stands in the file.
    pub(super) source: Range<usize>,
    /// The address of the file.
    pub(super) target: String,
}

/// A stretch of the plain text and what it was made from.
#[derive(Clone, Debug)]
struct Run {
    at: usize,
    source: Range<usize>,
    /// Whether the two are the same letters.
    is_same: bool,
}

/// What stands between the blanks and line feeds of a part of a text, each with its place; some
/// may be empty.
pub(super) fn chunks(text: &str, part: Range<usize>) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes().get(part.clone()).unwrap_or_default();
    let mut start = part.start;
    bytes.split(|byte| matches!(byte, b' ' | b'\n')).filter_map(move |chunk| {
        let at = start;
        start += chunk.len() + 1;
        Some((at, text.get(at..at + chunk.len())?))
    })
}

impl PlainText {
    /// Adds a value of the front matter, which stands at `source` in the file.
    pub(super) fn push_value(&mut self, value: &str, source: Range<usize>, file: &str) {
        let at = self.text.len();
        let written = file.get(source.clone()).unwrap_or_default();
        match written.find(value) {
            Some(inside) => {
                let start = source.start + inside;
                self.push(value, start..start + value.len(), true);
            }
            None => self.push(value, source, false),
        }
        self.passages.push(Passage { kind: PassageKind::Key, range: at..self.text.len() });
        self.text.push('\n');
    }

    /// Adds the text of a cell.
    pub(in crate::content) fn push_cell(&mut self, text: &str, cell: Span) {
        let at = self.text.len();
        self.push(text, cell.start as usize..cell.end as usize, false);
        self.passages.push(Passage { kind: PassageKind::Cell, range: at..self.text.len() });
        self.text.push('\n');
    }

    /// Where a stretch of the plain text stands in the file, or its cell.
    pub(super) fn source(&self, range: Range<usize>) -> Range<usize> {
        let run = |at: usize| {
            let next = self.runs.partition_point(|run| run.at <= at);
            next.checked_sub(1).and_then(|before| self.runs.get(before))
        };
        let (Some(first), Some(last)) = (run(range.start), run(range.end.saturating_sub(1))) else {
            return 0..0;
        };
        if !first.is_same && first.at == last.at {
            return first.source.clone();
        }
        let start = match first.is_same {
            true => (first.source.start + range.start - first.at).min(first.source.end),
            false => first.source.start,
        };
        let end = match last.is_same {
            true => (last.source.start + range.end - last.at).min(last.source.end),
            false => last.source.end,
        };
        start..end.max(start)
    }

    /// Where a stretch stands in the file, if it stands there letter by letter.
    pub(super) fn exact(&self, range: Range<usize>) -> Option<Range<usize>> {
        let next = self.runs.partition_point(|run| run.at <= range.start);
        let run = self.runs.get(next.checked_sub(1)?).filter(|run| run.is_same)?;
        let is_inside = range.end - run.at <= run.source.len();
        is_inside.then(|| self.source(range))
    }

    /// Adds a stretch that was made from one of the file; whether the two are the same letters.
    pub(super) fn push(&mut self, text: &str, source: Range<usize>, is_same: bool) {
        self.runs.push(Run { at: self.text.len(), source, is_same });
        self.text.push_str(text);
    }
}
