//! The rows below the headings: which are events, and which only look after them.
//!
//! A row is blank, a title (`Tuần 1`, `Thứ Hai, ngày 16/11`), part of the foot (`Nơi nhận:`),
//! a heading again, or an event. What is passed over and is not blank is said.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::Language;
use crate::content::sheet::columns::Column;
use crate::content::sheet::grid::{At, Cell, Grid, Row, Value};
use crate::content::sheet::headings::Headings;
use crate::content::sheet::{Table, notes, when};
use crate::diagnostics::Place;
use crate::locale::fold;
use crate::sources::SourcePath;

/// A row of the schedule.
#[derive(Clone, Debug)]
pub(in crate::content) struct Line {
    /// Its cells by what they hold and in which language. A day that stands above for several
    /// rows is in each of them.
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

/// The most cells that a row of the foot has: two or three sign side by side.
const MOST_IN_FOOT: usize = 3;

/// How the foot of a sheet begins, folded.
const FOOT: &[&str] = &[
    "noi nhan",
    "tm.",
    "kt.",
    "tl.",
    "tuq.",
    "nguoi lap",
    "luu: vt",
    "luu vt",
    "xac nhan cua",
    "recipients:",
];

/// What stands in its foot by itself, folded.
const SIGNATURES: &[&str] = &[
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "truong ban",
    "truong phong",
    "thu truong don vi",
    "thu truong co quan",
];

/// Reads the rows of a tab below its headings.
pub(super) fn read(grid: &Grid, headings: &Headings, path: &SourcePath, table: &mut Table) {
    let mut walk = Walk {
        grid,
        headings,
        path,
        day: Vec::new(),
        in_foot: false,
        passed: Vec::new(),
        hidden: Vec::new(),
        used: BTreeSet::new(),
        has_titles: false,
    };
    let before = table.lines.len();
    let has = |wanted: Column| headings.columns.values().any(|own| own.column == wanted);
    for (&number, row) in grid.rows.range(headings.row + 1..) {
        walk.row(number, row, table);
    }
    let without_day = !has(Column::Day) && !has(Column::Time) && !walk.has_titles;
    let missing = [(Column::Title, !has(Column::Title)), (Column::Day, without_day)];
    for (column, _) in missing.into_iter().filter(|(_, is_missing)| *is_missing) {
        // What is missing in every row is said once.
        table.lines.truncate(before);
        table.diagnostics.push(notes::missing_column(column, walk.first_heading()));
    }
    walk.tell(table);
}

struct Walk<'w> {
    grid: &'w Grid,
    headings: &'w Headings,
    path: &'w SourcePath,
    /// The day of the row above, for rows that leave it blank.
    day: Vec<((Column, Option<Language>), Filled)>,
    in_foot: bool,
    passed: Vec<At>,
    hidden: Vec<At>,
    /// The columns in which rows of the schedule hold something.
    used: BTreeSet<usize>,
    /// Whether titles give days.
    has_titles: bool,
}

impl Walk<'_> {
    fn row(&mut self, number: usize, row: &Row, table: &mut Table) {
        let Some(first) = row.cells.keys().next().map(|column| (number, *column)) else { return };
        let is_event = !self.is_blank(row) && !self.headings.are_repeated_in(number, self.grid);
        if !is_event || self.counts_columns(row) {
            return;
        }
        if row.hidden {
            self.hidden.push(first);
            return;
        }
        if self.is_foot(row) || (self.in_foot && !self.says_when(row)) {
            self.in_foot = true;
            self.passed.push(first);
            return;
        }
        if self.is_title(number, row) {
            self.title(first);
            return;
        }
        self.used.extend(row.cells.keys());
        table.lines.push(self.line(number, first));
    }

    fn column(&self, column: usize) -> Option<Column> {
        self.headings.columns.get(&column).map(|heading| heading.column)
    }

    /// Nothing but a number that was written in advance.
    fn is_blank(&self, row: &Row) -> bool {
        row.cells.iter().all(|(column, cell)| {
            self.column(*column) == Some(Column::Number) && is_count(&cell.text)
        })
    }

    /// `(1) (2) (3)`: the columns counted, as forms do.
    fn counts_columns(&self, row: &Row) -> bool {
        let texts = row.cells.values().map(|cell| cell.text.trim_matches(['(', ')']).to_owned());
        let counted = (1..).zip(texts).all(|(number, text)| text == number.to_string());
        row.cells.len() > 2 && counted
    }

    fn is_foot(&self, row: &Row) -> bool {
        let begins = |cell: &Cell| {
            let text = fold(&cell.text);
            let text = text.trim_start_matches(['-', '*', ' ']);
            FOOT.iter().any(|word| text.starts_with(word)) || SIGNATURES.contains(&text)
        };
        row.cells.len() <= MOST_IN_FOOT && row.cells.values().any(begins) && !self.says_when(row)
    }

    /// Whether a row says when something is: no row of the foot does.
    fn says_when(&self, row: &Row) -> bool {
        row.cells.iter().any(|(column, cell)| {
            self.column(*column).is_some_and(Column::is_when)
                && (matches!(cell.value, Value::Day(_) | Value::DayAndTime(_) | Value::Time(_))
                    || when::read(&cell.text, false).is_ok())
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
        self.day.clear();
        let Some(cell) = self.grid.own(at) else { return };
        let is_day = match cell.value {
            Value::Day(_) => true,
            Value::Text | Value::Number | Value::DayAndTime(_) | Value::Time(_) | Value::Failed => {
                when::read(&cell.text, false)
                    .is_ok_and(|parts| parts.days.is_some() && parts.hours.is_none())
            }
        };
        if is_day {
            self.has_titles = true;
            self.day.push(((Column::Day, None), self.filled(at, cell)));
        } else {
            self.passed.push(at);
        }
    }

    fn filled(&self, at: At, cell: &Cell) -> Filled {
        let place = self.grid.place(self.path, at);
        Filled { text: Arc::clone(&cell.text), value: cell.value, place }
    }

    fn line(&mut self, number: usize, first: At) -> Line {
        let mut line = Line {
            cells: BTreeMap::new(),
            place: self.grid.place(self.path, first),
            tentative: false,
        };
        for (&column, heading) in &self.headings.columns {
            let Some((at, cell)) = self.grid.cell((number, column)) else { continue };
            let key = (heading.column, heading.language.clone());
            line.tentative |= heading.tentative;
            line.cells.entry(key).or_default().push(self.filled(at, cell));
        }
        let is_day =
            |column: Column| matches!(column, Column::Day | Column::EndDay | Column::Weekday);
        let own: Vec<_> = line
            .cells
            .iter()
            .filter(|((column, _), _)| is_day(*column))
            .flat_map(|(key, cells)| cells.iter().map(|cell| (key.clone(), cell.clone())))
            .collect();
        if own.is_empty() && !self.says_day(&line) {
            for (key, cell) in self.day.clone() {
                line.cells.entry(key).or_default().push(cell);
            }
        } else {
            self.day = own;
        }
        line
    }

    /// Whether a row says its day in the column of times, as `7h30 ngày 15/11`.
    fn says_day(&self, line: &Line) -> bool {
        let times = line.cells.iter().filter(|((column, _), _)| *column == Column::Time);
        times.flat_map(|(_, cells)| cells).any(|cell| {
            matches!(cell.value, Value::Day(_) | Value::DayAndTime(_))
                || when::read(&cell.text, false).is_ok_and(|parts| parts.days.is_some())
        })
    }

    /// Says what was passed over, and which columns mean nothing.
    fn tell(&self, table: &mut Table) {
        let place = |at: &At| self.grid.place(self.path, *at);
        let all = |list: &[At]| list.iter().map(place).collect::<Vec<_>>();
        table.diagnostics.extend(notes::passed(&all(&self.passed)));
        table.diagnostics.extend(notes::hidden(&all(&self.hidden)));
        let unknown = self.headings.unknown.iter().filter(|(_, column)| self.used.contains(column));
        table.diagnostics.extend(unknown.map(|at| notes::unknown_column(place(at))));
        let known = |column: &usize| {
            self.headings.columns.contains_key(column)
                || self.headings.ignored.contains(column)
                || self.headings.unknown.iter().any(|(_, own)| own == column)
        };
        let nameless = self.used.iter().filter(|column| !known(column));
        let nameless = nameless.map(|column| (self.headings.row, *column));
        table.diagnostics.extend(nameless.map(|at| notes::column_without_heading(place(&at))));
        self.tell_columns(table);
    }

    fn first_heading(&self) -> Place {
        let begin = self.headings.columns.keys().next().copied().unwrap_or(1);
        self.grid.place(self.path, (self.headings.row, begin))
    }

    /// Says so of columns that are there twice.
    fn tell_columns(&self, table: &mut Table) {
        let mut seen = BTreeMap::new();
        for (&column, heading) in &self.headings.columns {
            let key = (heading.column, heading.language.clone());
            let is_once = !heading.column.is_when() && heading.column != Column::Number;
            if let (Some(first), true) = (seen.insert(key, column), is_once) {
                let at = |column| self.grid.place(self.path, (self.headings.row, column));
                table.diagnostics.push(notes::column_twice(&at(first), at(column)));
            }
        }
    }
}

/// A number of a row: `1`, `1.`, `1.2`, `(1)`.
fn is_count(text: &str) -> bool {
    text.len() <= 6 && text.chars().all(|letter| letter.is_ascii_digit() || "(). ".contains(letter))
}
