//! A sheet as a grid of cells, whatever file it came from.

use std::collections::BTreeMap;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;
use jiff::civil::{Date, DateTime, Time};

use crate::Fault;

/// The most rows with something in them that one tab may have.
pub const MOST_ROWS: usize = 5_000;

/// The last column that may hold something.
const MOST_COLUMNS: usize = 256;

/// The longest text of a cell, in letters.
pub const LONGEST_CELL: usize = 10_000;

/// The most text that one tab may hold, in bytes.
const MOST_TEXT: usize = 8 * 1024 * 1024;

/// A cell by its row and its column, both from 1.
pub type At = (usize, usize);

/// Which tab of a sheet it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tab {
    /// Its number from 0, in the order of the file.
    pub number: usize,
    /// Its name; empty in a CSV file, which has one sheet without a name.
    pub name: String,
}

/// One tab of a sheet.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Which it is.
    pub tab: Tab,
    /// Whether it is hidden in the program that staff see it in.
    pub hidden: bool,
    /// The rows that hold something, by number from 1.
    pub rows: BTreeMap<usize, Row>,
    /// Blocks of cells that are merged into one: the last cell by the first one's column and row.
    merged: BTreeMap<At, At>,
    text: usize,
}

/// A row that holds something.
#[derive(Clone, Default, Debug)]
pub struct Row {
    /// Whether it is hidden, by hand or by a filter.
    pub hidden: bool,
    /// Its cells that hold something, by column from 1.
    pub cells: BTreeMap<usize, Cell>,
}

/// A cell that holds something.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// Its text as people see it.
    pub text: Arc<str>,
    /// What it is.
    pub value: Value,
}

/// What a cell holds besides its text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value {
    /// Nothing besides.
    Text,
    /// A number that is no date.
    Number,
    /// A day.
    Day(Date),
    /// A day and a time of day.
    DayAndTime(DateTime),
    /// A time of day.
    Time(Time),
    /// A formula that failed: `#REF!`.
    Failed,
    /// A formula whose value the file does not hold; the text is the formula.
    Unknown,
}

impl Value {
    /// Whether a formula left nothing to read.
    pub fn is_lost(self) -> bool {
        match self {
            Value::Failed | Value::Unknown => true,
            Value::Text | Value::Number | Value::Day(_) | Value::DayAndTime(_) | Value::Time(_) => {
                false
            }
        }
    }
}

impl Grid {
    /// A tab with nothing in it.
    pub(crate) fn new(number: usize, name: &str, hidden: bool) -> Grid {
        let tab = Tab { number, name: tidy(name) };
        Grid { tab, hidden, rows: BTreeMap::new(), merged: BTreeMap::new(), text: 0 }
    }

    /// Puts a cell into the grid; one that holds nothing is left out.
    ///
    /// # Errors
    /// If the tab grows larger than any schedule.
    pub(crate) fn put(&mut self, at: At, cell: Cell) -> Result<(), Fault> {
        if cell.text.is_empty() {
            return Ok(());
        }
        self.text += cell.text.len();
        if cell.text.chars().count() > LONGEST_CELL {
            return Err(Fault::LongCell(self.tab.clone(), at));
        }
        let (row, column) = at;
        let known = self.rows.contains_key(&row);
        let full = !known && self.rows.len() == MOST_ROWS;
        if full || column > MOST_COLUMNS || self.text > MOST_TEXT {
            return Err(Fault::ManyCells(self.tab.clone(), at));
        }
        self.rows.entry(row).or_default().cells.insert(column, cell);
        Ok(())
    }

    /// Merges the cells from the first to the last, which show what the first holds.
    pub(crate) fn merge(&mut self, (row, column): At, last: At) {
        self.merged.insert((column, row), last);
    }

    /// The cell at this place and where its value stands: the first cell of a merged block
    /// stands for those below it too, so that a day stands for all its rows. What a block
    /// covers is not shown, so it counts for nothing.
    pub fn cell(&self, (row, column): At) -> Option<(At, &Cell)> {
        let mut above = self.merged.range((column, 0)..(column, row));
        let block = above.next_back().filter(|(_, last)| last.0 >= row);
        let at = block.map_or((row, column), |(&(_, first), _)| (first, column));
        self.own(at).map(|cell| (at, cell))
    }

    /// The last column that a cell reaches over.
    pub fn reach(&self, (row, column): At) -> usize {
        self.merged.get(&(column, row)).map_or(column, |last| last.1)
    }

    /// What stands in this very cell.
    pub fn own(&self, (row, column): At) -> Option<&Cell> {
        self.rows.get(&row)?.cells.get(&column)
    }
}

impl Cell {
    /// A cell with this text.
    pub(crate) fn text(text: &str) -> Cell {
        Cell::tidy(tidy(text).into())
    }

    /// A cell with this text, which is tidy.
    pub(crate) fn tidy(text: Arc<str>) -> Cell {
        let value = if is_failed(&text) { Value::Failed } else { Value::Text };
        Cell { text, value }
    }

    /// A cell with a formula and no value, as scripts write it.
    pub(crate) fn unknown(formula: &str) -> Cell {
        let shown: String = formula.trim_start_matches('=').chars().take(40).collect();
        Cell { text: tidy(&format!("={shown}")).into(), value: Value::Unknown }
    }
}

/// Whether a text is what a spreadsheet shows of a formula that failed (ECMA-376 part 1,
/// 18.17.3, and those that came later), or of a date in a column that is too narrow for it.
fn is_failed(text: &str) -> bool {
    const ERRORS: [&str; 15] = [
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#BUSY!",
        "#UNKNOWN!",
        "#GETTING_DATA",
    ];
    let of_libreoffice =
        text.strip_prefix("Err:").is_some_and(|number| number.parse::<u16>().is_ok());
    let is_narrow = text.len() > 2 && text.bytes().all(|byte| byte == b'#');
    of_libreoffice || is_narrow || ERRORS.contains(&text)
}

/// A text as it is to be read: NFC, line feeds, plain spaces, nothing unseen but the joiners
/// that letters of some scripts are written with.
pub(crate) fn tidy(text: &str) -> String {
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text).replace("\r\n", "\n");
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' | '\n' => plain.push('\n'),
            '\u{200c}' | '\u{200d}' => {
                let before = plain.chars().next_back().is_some_and(is_joined);
                if before && letters.peek().copied().is_some_and(is_joined) {
                    plain.push(letter);
                }
            }
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            letter if letter.is_whitespace() => plain.push(' '),
            letter if letter.is_control() => {}
            letter => plain.push(letter),
        }
    }
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = plain.split('\n').map(words).collect();
    lines.join("\n").trim().to_owned()
}

/// Whether a joiner beside it (U+200C, U+200D) is part of how a word or a picture is written:
/// from Arabic on the scripts of Asia, and emoji. In Latin, Greek and Cyrillic it says nothing.
fn is_joined(letter: char) -> bool {
    let latin_or_sign = ['\u{1e00}'..='\u{1fff}', '\u{2000}'..='\u{206f}', '\u{ff00}'..='\u{ffef}'];
    letter >= '\u{590}'
        && !letter.is_whitespace()
        && !latin_or_sign.iter().any(|range| range.contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_stay_between_the_letters_that_need_them() {
        for word in [
            "نرم\u{200c}افزار",
            "می\u{200c}خواهم که",
            "ক্\u{200d}ষ",
            "क्\u{200d}ष",
            "क्\u{200c}ष",
            "ශ්\u{200d}රී",
            "👨\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}\u{200d}🔥",
        ] {
            assert_eq!(tidy(word), word, "{word:?}");
        }
        assert_eq!(tidy("Ng\u{200d}ày\u{200c}\u{200b}"), "Ngày");
        assert_eq!(tidy("16\u{200c}/11"), "16/11");
        assert_eq!(tidy("\u{200c}نرم\u{200c} \u{200c}افزار\u{200c}"), "نرم افزار");
        assert_eq!(tidy("a\u{3}b\u{200e}\u{7f}c"), "abc");
    }

    #[test]
    fn what_a_failed_formula_shows_is_no_text() {
        for text in ["#REF!", "#N/A", "#VALUE!", "#SPILL!", "Err:502", "########"] {
            assert_eq!(Cell::text(text).value, Value::Failed, "{text}");
        }
        for text in ["#1", "#", "Err: 5", "Phòng #VALUE!", "##", "#REF"] {
            assert_eq!(Cell::text(text).value, Value::Text, "{text}");
        }
    }
}
