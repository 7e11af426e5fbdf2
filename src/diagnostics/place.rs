//! Where a fault is: file, line, column, and the line itself.

use std::ops::Range;

use serde::Serialize;

use crate::sources::SourcePath;

/// A stretch of a text in bytes; small enough to be kept by the thousand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        // Texts are at most `LARGEST_TEXT` long, far below what fits.
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(range.start), end: narrow(range.end) }
    }
}

/// Where a fault is. Lines and columns count from 1; columns count letters, not bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub struct Place {
    /// The file.
    pub path: SourcePath,
    /// The line, 0 if the fault is with the file as a whole.
    pub line: usize,
    /// The column, 0 if the fault is with the file as a whole.
    pub column: usize,
    /// How many letters are at fault, at least 1.
    pub width: usize,
    /// The line at fault, or the part of it that surrounds the fault.
    pub text: String,
    /// How many letters of the line stand before `text`.
    pub skipped: usize,
}

/// The longest part of a line that is kept, in letters on each side of the fault.
const AROUND: usize = 100;

impl Place {
    /// The file as a whole.
    pub fn file(path: &SourcePath) -> Place {
        Place { path: path.clone(), line: 0, column: 0, width: 1, text: String::new(), skipped: 0 }
    }

    /// A stretch of the file's text. A stretch outside the text is brought to its end.
    pub fn within(path: &SourcePath, text: &str, span: Span) -> Place {
        let start = floor(text, span.start as usize);
        let end = floor(text, span.end as usize).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let before = text[line_start..start].chars().count();
        let width = text[start..end.min(line_end).max(start)].chars().count();
        let skipped = before.saturating_sub(AROUND);
        let line = &text[line_start..line_end];
        Place {
            path: path.clone(),
            line: text[..line_start].matches('\n').count() + 1,
            column: before + 1,
            width: width.clamp(1, AROUND),
            text: line.chars().skip(skipped).take(2 * AROUND).collect(),
            skipped,
        }
    }
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_letters() {
        let text = "một\nhai bà lão\n";
        let at = text.find("bà").unwrap();
        let place = Place::within(&SourcePath::new("a.md"), text, (at..at + "bà".len()).into());
        assert_eq!((place.line, place.column, place.width), (2, 5, 2));
        assert_eq!(place.text, "hai bà lão");
    }

    #[test]
    fn a_stretch_past_the_end_is_the_end() {
        let place = Place::within(&SourcePath::new("a.md"), "ab", (7..9).into());
        assert_eq!((place.line, place.column), (1, 3));
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_fault() {
        let text = "é".repeat(1000);
        let place = Place::within(&SourcePath::new("a.md"), &text, (1000..1002).into());
        assert_eq!((place.column, place.skipped), (501, 400));
        assert_eq!(place.text.chars().count(), 200);
    }
}
