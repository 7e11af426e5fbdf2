//! The rows below the headings: which are events, and which only look like them.
//!
//! A row is blank, a title (`Tuần 1`, `Thứ Hai, ngày 16/11`), part of the foot (`Nơi nhận:`),
//! a heading again, or an event. What is passed over and is not blank is said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bangtin_sheets::{At, Cell, Grid, Row, Value};

use crate::content::Language;
use crate::content::sheet::above::Above;
use crate::content::sheet::columns::Column;
use crate::content::sheet::headings::Headings;
use crate::content::sheet::{Table, Wanted, foot, notes, places};
use crate::diagnostics::{Diagnostic, Place};
use crate::locale::written;
use crate::sources::SourcePath;

/// A row of the schedule.
#[derive(Clone, Debug)]
pub(in crate::content) struct Line {
    /// Its cells by what they hold and in which language. A day that stands above for several
    /// rows is in each of them (`above`).
    pub cells: BTreeMap<(Column, Option<Language>), Vec<Filled>>,
    /// Where the row begins.
    pub place: Place,
    /// Whether its headings say that it is not sure.
    pub tentative: bool,
}

/// A cell that holds something.
#[derive(Clone, Debug)]
pub(in crate::content) struct Filled {
    /// Its text.
    pub text: Arc<str>,
    /// What it is besides.
    pub value: Value,
    /// Where it stands.
    pub place: Place,
}

/// Reads the rows of a tab below its headings.
pub(super) fn read(
    grid: &Grid,
    headings: &Headings,
    (path, wanted): (&SourcePath, &Wanted),
    table: &mut Table,
) {
    let mut walk = Walk {
        grid,
        headings,
        path,
        above: Above::new(wanted.day.is_some()),
        in_foot: false,
        passed: Vec::new(),
        hidden: Vec::new(),
        lost: Vec::new(),
        used: BTreeSet::new(),
        beyond: Vec::new(),
    };
    let mut lines = Vec::new();
    for (&number, row) in grid.rows.range(headings.row + 1..) {
        walk.row(number, row, &mut lines);
    }
    let missing = walk.missing(&lines, wanted);
    // What is missing in every row is said once.
    if missing.is_empty() {
        table.diagnostics.extend(walk.above.settle(&mut lines));
        table.lines.extend(lines);
    }
    table.diagnostics.extend(missing);
    walk.tell(table);
}

struct Walk<'w> {
    grid: &'w Grid,
    headings: &'w Headings,
    path: &'w SourcePath,
    /// The days that rows take from above.
    above: Above,
    in_foot: bool,
    passed: Vec<At>,
    hidden: Vec<At>,
    /// Titles that are formulas without a value.
    lost: Vec<At>,
    /// The columns in which rows of the schedule hold something.
    used: BTreeSet<usize>,
    /// The cells of these rows that stand below no heading.
    beyond: Vec<At>,
}

impl Walk<'_> {
    fn row(&mut self, number: usize, row: &Row, lines: &mut Vec<Line>) {
        let Some(first) = row.cells.keys().next().map(|column| (number, *column)) else { return };
        let telling = row.cells.iter().find(|(_, cell)| !is_count(&cell.text));
        let telling = telling.map_or(first, |(column, _)| (number, *column));
        let is_event = !self.is_blank(row) && !self.headings.are_repeated_in(number, self.grid);
        if !is_event || self.counts_columns(row) {
            return;
        }
        if row.hidden {
            self.hidden.push(telling);
            return;
        }
        if self.is_foot(row) || (self.in_foot && !self.says_when(row)) {
            self.in_foot = true;
            self.passed.push(telling);
            return;
        }
        if self.is_title(number, row) {
            self.title(first);
            return;
        }
        self.used.extend(row.cells.keys());
        let beyond = row.cells.keys().filter(|column| !self.headings.has(**column));
        self.beyond.extend(beyond.map(|column| (number, *column)));
        let mut line = self.line(number, first);
        let blank = self.place((number, self.column_of(Column::Day).unwrap_or(first.1)));
        self.above.pass(lines.len(), &mut line, blank);
        lines.push(line);
    }

    /// What no row has and no schedule can be without.
    fn missing(&self, lines: &[Line], wanted: &Wanted) -> Vec<Diagnostic> {
        let first = self.headings.columns.keys().next().copied().unwrap_or(1);
        let first = self.place((self.headings.row, first));
        let is_empty = |column: Column| {
            let says = |line: &Line| line.cells.keys().any(|(own, _)| *own == column);
            lines.len() > 1 && !lines.iter().any(says)
        };
        let has_day = self.above.titled || self.above.is_one_day;
        let no_day = !has_day && self.above.own == 0;
        let mut missing = Vec::new();
        let is_named = |column: Column| wanted.columns.iter().any(|(_, own)| *own == column);
        match self.column_of(Column::Title) {
            None => missing.push(notes::missing_column(
                Column::Title,
                is_named(Column::Title),
                first.clone(),
            )),
            Some(at) if is_empty(Column::Title) => {
                missing
                    .push(notes::empty_column(Column::Title, self.place((self.headings.row, at))));
            }
            Some(_) => {}
        }
        let has_times = self.column_of(Column::Time).is_some();
        match self.column_of(Column::Day) {
            None if no_day && (!has_times || lines.len() > 1) => {
                missing.push(notes::missing_column(Column::Day, is_named(Column::Day), first));
            }
            Some(at) if no_day && lines.len() > 1 => {
                missing.push(notes::empty_column(Column::Day, self.place((self.headings.row, at))));
            }
            None | Some(_) => {}
        }
        missing
    }

    fn column(&self, column: usize) -> Option<Column> {
        self.headings.columns.get(&column).map(|heading| heading.column)
    }

    /// Nothing but a number that was written in advance.
    fn is_blank(&self, row: &Row) -> bool {
        row.cells.iter().all(|(column, cell)| {
            let is_count = is_count(&cell.text) || cell.value.is_lost();
            self.column(*column) == Some(Column::Number) && is_count
        })
    }

    /// `(1) (2) (3)`: the columns counted, as forms do.
    fn counts_columns(&self, row: &Row) -> bool {
        let texts = row.cells.values().map(|cell| cell.text.trim_matches(['(', ')']).to_owned());
        let counted = (1..).zip(texts).all(|(number, text)| text == number.to_string());
        row.cells.len() > 2 && counted
    }

    fn is_foot(&self, row: &Row) -> bool {
        let begins = row.cells.values().any(|cell| foot::begins(&cell.text));
        row.cells.len() <= foot::MOST_CELLS && begins && !self.says_when(row)
    }

    /// Whether a row says when something is: no row of the foot does.
    fn says_when(&self, row: &Row) -> bool {
        row.cells.iter().any(|(column, cell)| {
            self.column(*column).is_some_and(Column::is_when)
                && match cell.value {
                    Value::Day(_) | Value::DayAndTime(_) | Value::Time(_) => true,
                    Value::Failed | Value::Unknown => true,
                    Value::Text | Value::Number => written::read(&cell.text, false).is_ok(),
                }
        })
    }

    /// One cell that reaches over several columns, or stands alone before all others.
    fn is_title(&self, number: usize, row: &Row) -> bool {
        let mut cells = row.cells.keys();
        let (Some(&only), None) = (cells.next(), cells.next()) else { return false };
        let first = self.headings.columns.keys().next().copied().unwrap_or(1);
        let over = self.grid.reach((number, only)) > only;
        let is_what_happens = self.column(only) == Some(Column::Title);
        over || (only <= first && !is_what_happens)
    }

    /// A title that is a day is the day of the rows below it; another begins a new part.
    fn title(&mut self, at: At) {
        let Some(cell) = self.grid.own(at) else { return };
        let is_day = match cell.value {
            Value::Day(_) => true,
            Value::Text | Value::Number | Value::DayAndTime(_) | Value::Time(_) => {
                written::read(&cell.text, false)
                    .is_ok_and(|parts| parts.days.is_some() && parts.hours.is_none())
            }
            Value::Failed | Value::Unknown => false,
        };
        self.above.title(is_day.then(|| self.filled(at, cell)));
        if cell.value.is_lost() {
            self.lost.push(at);
        } else if !is_day {
            self.passed.push(at);
        }
    }

    fn filled(&self, at: At, cell: &Cell) -> Filled {
        let place = self.place(at);
        Filled { text: Arc::clone(&cell.text), value: cell.value, place }
    }

    fn line(&mut self, number: usize, first: At) -> Line {
        let mut line = Line { cells: BTreeMap::new(), place: self.place(first), tentative: false };
        for (&column, heading) in &self.headings.columns {
            let Some((at, cell)) = self.grid.cell((number, column)) else { continue };
            let key = (heading.column, heading.language.clone());
            line.tentative |= heading.tentative;
            line.cells.entry(key).or_default().push(self.filled(at, cell));
        }
        line
    }

    fn place(&self, at: At) -> Place {
        places::cell(self.path, self.grid, at)
    }

    /// The first column that holds this.
    fn column_of(&self, wanted: Column) -> Option<usize> {
        let own = self.headings.columns.iter().find(|(_, heading)| heading.column == wanted);
        own.map(|(column, _)| *column)
    }

    /// Says what was passed over, and which columns mean nothing.
    fn tell(&self, table: &mut Table) {
        let all = |list: &[At]| list.iter().map(|at| self.place(*at)).collect::<Vec<_>>();
        table.diagnostics.extend(notes::passed(&all(&self.passed)));
        table.diagnostics.extend(notes::hidden(&all(&self.hidden)));
        let is_used = |(_, column): &&At| self.used.contains(column);
        for &at in self.headings.unknown.iter().filter(is_used).chain(&self.lost) {
            let is_lost = self.grid.own(at).is_some_and(|cell| cell.value.is_lost());
            let say = if is_lost { notes::lost } else { notes::unknown_column };
            table.diagnostics.push(say(self.place(at)));
        }
        let is_past = |at: &At| at.1 > self.headings.last();
        let is_shifted = self.path.extension() == "csv" && self.beyond.iter().any(is_past);
        table.diagnostics.extend(notes::beyond(&all(&self.beyond), is_shifted));
        self.tell_columns(table);
    }

    /// Says so of columns that are there twice.
    fn tell_columns(&self, table: &mut Table) {
        let mut seen = BTreeMap::new();
        for (&column, heading) in &self.headings.columns {
            let key = (heading.column, heading.language.clone());
            let is_once = !heading.column.is_when() && heading.column != Column::Number;
            if let (Some(first), true) = (seen.insert(key, column), is_once) {
                let at = |column| self.place((self.headings.row, column));
                table.diagnostics.push(notes::column_twice(&at(first), at(column)));
            }
        }
    }
}

/// A number of a row: `1`, `1.`, `1.2`, `(1)`.
fn is_count(text: &str) -> bool {
    text.len() <= 6 && text.chars().all(|letter| letter.is_ascii_digit() || "(). ".contains(letter))
}
