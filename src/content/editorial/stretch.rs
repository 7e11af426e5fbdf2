//! A passage of the plain text, and what stands before and behind a place in it.

use std::ops::Range;

use crate::content::editorial::PlainText;
use crate::content::editorial::plain_text::Passage;
use crate::diagnostics::Diagnostic;

/// What is told of a stretch of the plain text, and what is to stand there if only one thing can be
/// meant.
pub(super) type Told = Option<(Range<usize>, Diagnostic, Option<String>)>;

/// A passage of the plain text.
pub(super) struct Stretch<'p> {
    plain: &'p PlainText,
    start: usize,
    end: usize,
}

impl<'p> Stretch<'p> {
    /// This passage.
    pub(super) fn of(plain: &'p PlainText, passage: &Passage) -> Stretch<'p> {
        Stretch { plain, start: passage.range.start, end: passage.range.end }
    }

    /// What stands before a place in it.
    pub(super) fn before(&self, at: usize) -> &'p str {
        self.plain.text.get(self.start..at).unwrap_or_default()
    }

    /// What stands behind a place in it.
    pub(super) fn behind(&self, at: usize) -> &'p str {
        self.plain.text.get(at..self.end).unwrap_or_default()
    }

    /// A part of it.
    pub(super) fn part(&self, range: Range<usize>) -> &'p str {
        self.plain.text.get(range).unwrap_or_default()
    }
}
