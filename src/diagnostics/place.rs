//! Where a fault is: file, line, column, and the line itself; or the cell of a sheet.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::diagnostics::ruler::{Mark, Ruler};
use crate::sources::SourcePath;

/// A stretch of a text in bytes, or a cell of a sheet that the text names; small enough to
/// be kept by the thousand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The cell of this number among those that the reading of a text has met. No text is so
    /// long that a stretch of it could begin there.
    pub fn of_cell(number: usize) -> Span {
        Span { start: u32::MAX, end: u32::try_from(number).unwrap_or(u32::MAX) }
    }

    /// The number of the cell, if it is one.
    pub fn cell(self) -> Option<usize> {
        (self.start == u32::MAX).then(|| usize::try_from(self.end).unwrap_or(usize::MAX))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        // Texts are at most `LARGEST_TEXT` long, far below what fits.
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { start: narrow(range.start), end: narrow(range.end) }
    }
}

/// Where a fault is. Lines and columns count from 1; columns count letters, not bytes.
/// In a sheet they are the row and the column of the cell.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub path: SourcePath,
    /// The tab of a sheet, if the fault is in one.
    pub tab: Option<Tab>,
    /// The line, 0 if the fault is with the file as a whole.
    pub line: usize,
    /// The column, 0 if the fault is with the file as a whole.
    pub column: usize,
    /// How many letters are at fault, at least 1.
    pub width: usize,
    /// The line at fault, or the part of it that surrounds the fault; the text of a cell.
    pub text: String,
    /// How many letters of the line stand before `text`.
    pub skipped: usize,
}

/// A tab of a sheet.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Tab {
    /// Which of them it is, from 0: the order of the file, not that of the alphabet.
    pub number: usize,
    /// Its name; empty in a CSV file, which has one sheet without a name.
    pub name: String,
}

/// The longest part of a line that is kept, in letters on each side of the fault.
const AROUND: usize = 100;

impl Place {
    /// The file as a whole.
    pub fn file(path: &SourcePath) -> Place {
        Place {
            path: path.clone(),
            tab: None,
            line: 0,
            column: 0,
            width: 1,
            text: String::new(),
            skipped: 0,
        }
    }

    /// A cell of a sheet by row and column from 1, with the beginning of its text.
    pub fn cell(path: &SourcePath, tab: Tab, (row, column): (usize, usize), text: &str) -> Place {
        let shown: String = text.chars().take(AROUND).collect();
        let cut = if shown.len() < text.len() { "…" } else { "" };
        Place {
            tab: Some(tab),
            line: row,
            column,
            width: shown.chars().count().max(1),
            text: format!("{shown}{cut}"),
            ..Place::file(path)
        }
    }

    /// The name of the cell, such as `B7`, if it is one.
    pub fn cell_name(&self) -> Option<String> {
        self.tab.as_ref().filter(|_| self.line > 0)?;
        Some(format!("{}{}", letters(self.column), self.line))
    }

    /// A stretch of the file's text. A stretch outside the text is brought to its end.
    pub fn within(path: &SourcePath, text: &str, span: Span) -> Place {
        Place::measured(path, (text, &Ruler::default()), span)
    }

    /// The same by a ruler for this text, or for one that begins with it: for whoever may have
    /// thousands to say of one file.
    pub fn measured(path: &SourcePath, (text, ruler): (&str, &Ruler), span: Span) -> Place {
        let (text, range) = ruler.in_file(text, span);
        let start = floor(text, range.start);
        let end = floor(text, range.end).max(start);
        let Mark { lines, line_start, letters, .. } = ruler.find(text, start);
        let shown = text[line_start..start].char_indices().rev().take(AROUND).last();
        let shown = shown.map_or(start, |(at, _)| line_start + at);
        Place {
            path: path.clone(),
            tab: None,
            line: lines + 1,
            column: letters + 1,
            width: of_line(&text[start..end]).take(AROUND).count().max(1),
            text: of_line(&text[shown..]).take(2 * AROUND).collect(),
            skipped: letters.saturating_sub(AROUND),
        }
    }
}

/// The letters up to the end of the line.
fn of_line(text: &str) -> impl Iterator<Item = char> {
    text.chars().take_while(|letter| *letter != '\n')
}

/// The letters that a sheet has above a column, counted from 1: `A` to `Z`, `AA` and on.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A'.saturating_add(u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
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
    fn cells_have_the_names_that_people_see() {
        let name = |at| {
            let tab = Tab { number: 0, name: String::new() };
            Place::cell(&SourcePath::new("a.csv"), tab, at, "x").cell_name().unwrap()
        };
        assert_eq!([name((7, 2)), name((1, 26)), name((3, 27))], ["B7", "Z1", "AA3"]);
        assert_eq!([name((9, 702)), name((9, 703))], ["ZZ9", "AAA9"]);
        assert_eq!(Place::file(&SourcePath::new("a.csv")).cell_name(), None);
    }

    #[test]
    fn a_cell_is_no_stretch_of_a_text() {
        assert_eq!(Span::of_cell(7).cell(), Some(7));
        assert_eq!(Span::from(7..9).cell(), None);
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
