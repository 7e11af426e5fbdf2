//! Which line and column a byte of a text stands in, found without counting from the beginning
//! of the text each time.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Fix, Span};

/// Marks in a text from which on lines and letters are counted. A place then costs a look at a
/// few kilobytes, however long the text or its lines are; one of no marks counts from the
/// beginning.
#[derive(Clone, Debug, Default)]
pub struct Ruler {
    marks: Arc<[Mark]>,
    whole: Option<Arc<Whole>>,
}

/// The text of a file of which letters were left out before it was read.
#[derive(Debug)]
struct Whole {
    text: Arc<str>,
    /// Behind which byte of what was read something is missing, and how many bytes there are
    /// missing up to there.
    gaps: Vec<(usize, usize)>,
}

/// A byte of a text and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Mark {
    /// Which byte of the text.
    at: usize,
    /// How many lines stand before its line.
    pub lines: usize,
    /// Where its line begins.
    pub line_start: usize,
    /// How many letters of its line stand before it.
    pub letters: usize,
}

/// How many bytes there are from mark to mark: counting them takes less than a microsecond.
const EVERY: usize = 4096;

impl Ruler {
    /// A ruler for this text.
    pub fn of(text: &str) -> Ruler {
        let mut marks = Vec::with_capacity(text.len() / EVERY);
        let mut mark = Mark::default();
        while mark.at + EVERY <= text.len() {
            mark = mark.later(text, text.ceil_char_boundary(mark.at + EVERY));
            marks.push(mark);
        }
        Ruler { marks: marks.into(), whole: None }
    }

    /// A ruler for what is left of a text without these letters, each with its place and with how
    /// many bytes stand instead of it. Places are those of the whole text.
    pub fn of_rest(text: &Arc<str>, left_out: impl Iterator<Item = (usize, char, usize)>) -> Ruler {
        let mut missing = 0;
        let gaps = left_out.map(|(at, letter, instead)| {
            let rest = at - missing + instead;
            missing += letter.len_utf8() - instead;
            (rest, missing)
        });
        let whole = Whole { text: Arc::clone(text), gaps: gaps.collect() };
        Ruler { whole: Some(Arc::new(whole)), ..Ruler::of(text) }
    }

    /// The text of the file, and where a stretch of what was read stands in it.
    pub fn in_file<'t>(&'t self, text: &'t str, span: Span) -> (&'t str, Range<usize>) {
        let (start, end) = (span.start as usize, span.end as usize);
        let Some(whole) = &self.whole else { return (text, start..end) };
        let missing = |fits: &dyn Fn(usize) -> bool| {
            let before = whole.gaps.partition_point(|(at, _)| fits(*at));
            before.checked_sub(1).and_then(|last| whole.gaps.get(last)).map_or(0, |gap| gap.1)
        };
        // What is missing between two letters belongs to neither.
        let start = start.saturating_add(missing(&|at| at <= start));
        (&whole.text, start..end.saturating_add(missing(&|at| at < end)).max(start))
    }

    /// A fault whose cure changes what was read, with the change of the file instead.
    pub fn in_file_of(&self, fault: Diagnostic) -> Diagnostic {
        let Some(whole) = &self.whole else { return fault };
        let in_file = |fix: Fix| Fix { span: self.in_file(&whole.text, fix.span).1.into(), ..fix };
        Diagnostic { fix: fault.fix.map(in_file), ..fault }
    }

    /// Where a byte of the text, or of its beginning, stands.
    pub(super) fn find(&self, text: &str, at: usize) -> Mark {
        let before = self.marks.partition_point(|mark| mark.at <= at);
        let mark = before.checked_sub(1).and_then(|before| self.marks.get(before));
        mark.copied().unwrap_or_default().later(text, at)
    }
}

impl Mark {
    /// Where a later byte stands.
    fn later(self, text: &str, at: usize) -> Mark {
        let part = text.get(self.at..at).unwrap_or_default();
        let Some(last) = part.rfind('\n') else {
            return Mark { at, letters: self.letters + part.chars().count(), ..self };
        };
        Mark {
            at,
            lines: self.lines + part.bytes().filter(|byte| *byte == b'\n').count(),
            line_start: self.at + last + 1,
            letters: part[last + 1..].chars().count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_is_counted_in_places() {
        let text: Arc<str> = "a\u{202e}bc\u{85}d\u{1}e".into();
        let left_out = [(1, '\u{202e}', 0), (6, '\u{85}', 1), (9, '\u{1}', 0)];
        let (ruler, rest) = (Ruler::of_rest(&text, left_out.into_iter()), "abc de");
        for (at, letter) in rest.char_indices().filter(|(_, letter)| *letter != ' ') {
            let (whole, range) = ruler.in_file(rest, Span::from(at..at + 1));
            assert_eq!(&whole[range], letter.to_string(), "{letter}");
        }
        assert_eq!(ruler.in_file(rest, Span::from(0..6)).1, 0..text.len());
    }

    #[test]
    fn marks_change_nothing_but_the_time() {
        let lines = ["đ".repeat(9_001), "một\n\nhai\n".repeat(2_000), "ba ".repeat(5_000)];
        let text = lines.join("\n");
        let ruler = Ruler::of(&text);
        assert!(ruler.marks.len() > 10);
        for at in (0..=text.len()).step_by(997).chain([text.len(), EVERY, EVERY + 1, 18_003]) {
            let at = text.floor_char_boundary(at);
            let counted = Ruler::default().find(&text, at);
            assert_eq!(ruler.find(&text, at), counted);
            assert_eq!(counted.lines, text[..at].matches('\n').count());
            let line = text[..at].rsplit('\n').next().unwrap();
            assert_eq!(
                (counted.line_start, counted.letters),
                (at - line.len(), line.chars().count())
            );
        }
    }
}
