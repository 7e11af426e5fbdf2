//! A sheet as a grid of cells, whatever file it came from.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime, Time};

use crate::content::sheet::fault::Fault;
use crate::diagnostics::{Place, Tab};
use crate::sources::{SourcePath, nfc};

/// The most rows with something in them that one tab may have.
const MOST_ROWS: usize = 5_000;

/// The last column that may hold something.
const MOST_COLUMNS: usize = 256;

/// The longest text of a cell, in letters.
pub(super) const LONGEST_CELL: usize = 10_000;

/// The most text that one tab may hold, in bytes.
const MOST_TEXT: usize = 8 * 1024 * 1024;

/// A cell by its row and its column, both from 1.
pub(super) type At = (usize, usize);

/// One tab of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    /// Which it is, and its name.
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
pub(super) struct Row {
    /// Whether it is hidden, by hand or by a filter.
    pub hidden: bool,
    /// Its cells that hold something, by column from 1.
    pub cells: BTreeMap<usize, Cell>,
}

/// A cell that holds something.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Cell {
    /// Its text as people see it.
    pub text: Arc<str>,
    /// What it is.
    pub value: Value,
}

/// What a cell holds besides its text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::content) enum Value {
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
}

impl Grid {
    /// A tab with nothing in it.
    pub(super) fn new(number: usize, name: &str, hidden: bool) -> Grid {
        let tab = Tab { number, name: tidy(name) };
        Grid { tab, hidden, rows: BTreeMap::new(), merged: BTreeMap::new(), text: 0 }
    }

    /// Puts a cell into the grid; one that holds nothing is left out.
    ///
    /// # Errors
    /// If the tab grows larger than any schedule.
    pub(super) fn put(&mut self, at: At, cell: Cell) -> Result<(), Fault> {
        if cell.text.is_empty() {
            return Ok(());
        }
        self.text += cell.text.len();
        if cell.text.chars().count() > LONGEST_CELL {
            return Err(Fault::LongCell(self.tab.clone(), at, LONGEST_CELL));
        }
        let (row, column) = at;
        let known = self.rows.contains_key(&row);
        let full = !known && self.rows.len() == MOST_ROWS;
        if full || column > MOST_COLUMNS || self.text > MOST_TEXT {
            return Err(Fault::ManyCells(self.tab.clone(), at, MOST_ROWS));
        }
        self.rows.entry(row).or_default().cells.insert(column, cell);
        Ok(())
    }

    /// Merges the cells from the first to the last, which show what the first holds.
    pub(super) fn merge(&mut self, (row, column): At, last: At) {
        self.merged.insert((column, row), last);
    }

    /// The cell at this place and where its value stands: the first cell of a merged block
    /// stands for those below it too, so that a day stands for all its rows.
    pub(super) fn cell(&self, (row, column): At) -> Option<(At, &Cell)> {
        let own = self.own((row, column)).map(|cell| ((row, column), cell));
        own.or_else(|| {
            let mut above = self.merged.range((column, 0)..=(column, row));
            let (&(_, first), _) = above.next_back().filter(|(_, last)| last.0 >= row)?;
            self.own((first, column)).map(|cell| ((first, column), cell))
        })
    }

    /// The last column that a cell reaches over.
    pub(super) fn reach(&self, (row, column): At) -> usize {
        self.merged.get(&(column, row)).map_or(column, |last| last.1)
    }

    /// What stands in this very cell.
    pub(super) fn own(&self, (row, column): At) -> Option<&Cell> {
        self.rows.get(&row)?.cells.get(&column)
    }

    /// Where a cell is, for messages.
    pub(super) fn place(&self, path: &SourcePath, at: At) -> Place {
        let text = self.own(at).map_or("", |cell| &cell.text);
        Place::cell(path, self.tab.clone(), at, text)
    }
}

impl Cell {
    /// A cell with this text.
    pub(super) fn text(text: &str) -> Cell {
        Cell { text: tidy(text).into(), value: Value::Text }
    }
}

/// A text as it is to be read: NFC, line feeds, plain spaces, nothing unseen.
pub(super) fn tidy(text: &str) -> String {
    let text = nfc(text).replace("\r\n", "\n");
    let plain = text.chars().filter_map(|letter| match letter {
        '\r' => Some('\n'),
        '\n' => Some('\n'),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        letter if letter.is_whitespace() => Some(' '),
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    let plain: String = plain.collect();
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines: Vec<String> = plain.split('\n').map(words).collect();
    lines.join("\n").trim().to_owned()
}
