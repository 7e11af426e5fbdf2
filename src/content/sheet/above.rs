//! Days that rows take from above: staff write a day once for all that happens on it.
//!
//! Where nothing says so but a blank cell, a day may also have been forgotten. So a row takes
//! it without a word only from a title, from a cell that is merged over both rows, or where
//! it has a title and nothing else and so belongs to the row above. What else takes it is
//! told; and where most rows have a day of their own, nothing takes it.

use std::sync::Arc;

use bangtin_sheets::Value;

use crate::content::Language;
use crate::content::sheet::columns::Column;
use crate::content::sheet::lines::{Filled, Line};
use crate::content::sheet::notes;
use crate::diagnostics::{Diagnostic, Place};
use crate::locale::written;

/// A cell that says a day, by its column.
type Said = ((Column, Option<Language>), Filled);

/// What rows may take from above, and which did.
#[derive(Default)]
pub(super) struct Above {
    day: Vec<Said>,
    giver: Giver,
    /// Whether titles give days.
    pub titled: bool,
    /// Whether the page gives the day of all rows, so that none is taken from another row.
    pub is_one_day: bool,
    /// How many rows have a day of their own.
    pub own: usize,
    taken: Vec<Taken>,
}

/// What gave the day above.
#[derive(Clone, Copy, Default)]
enum Giver {
    /// A title over the rows.
    Title,
    /// A row; whether it says more than a day and what happens.
    Row { is_full: bool },
    /// Nothing did.
    #[default]
    None,
}

/// A row that took its day from the row above.
struct Taken {
    /// Which of the lines it is.
    line: usize,
    /// Its blank cell.
    cell: Place,
    /// The day that it took.
    day: Arc<str>,
}

impl Above {
    /// Nothing is above yet.
    pub(super) fn new(is_one_day: bool) -> Above {
        Above { is_one_day, ..Above::default() }
    }

    /// A title: a day for the rows below it, or the beginning of a new part.
    pub(super) fn title(&mut self, day: Option<Filled>) {
        self.titled |= day.is_some();
        self.giver = if day.is_some() { Giver::Title } else { Giver::None };
        self.day = day.into_iter().map(|day| ((Column::Day, None), day)).collect();
    }

    /// Gives the line of this number the day from above if it has none, and keeps its own for
    /// those below. `blank` is where its day would stand.
    pub(super) fn pass(&mut self, number: usize, line: &mut Line, blank: Place) {
        let own: Vec<Said> = said(line, says_day).collect();
        let has_day =
            has_time_with_day(line) || own.iter().any(|((column, _), _)| *column == Column::Day);
        let is_above = |(key, cell): &Said| {
            self.day.iter().any(|(own, above)| own == key && above.place == cell.place)
        };
        let is_shared = own.iter().all(is_above);
        match self.giver {
            Giver::Title if !has_day => take(line, &self.day),
            Giver::Row { is_full } if !has_day && is_shared && !self.is_one_day => {
                let belongs = is_full && !said(line, says_more).any(|_| true);
                let day = self.day.iter().find(|((column, _), _)| *column == Column::Day);
                // A row without a title is told for that.
                let is_event = said(line, |column| column == Column::Title).any(|_| true);
                let day = day.filter(|_| is_event && own.is_empty() && !belongs);
                let day = day.map(|(_, cell)| Arc::clone(&cell.text));
                self.taken.extend(day.map(|day| Taken { line: number, cell: blank, day }));
                take(line, &self.day);
            }
            Giver::Title | Giver::Row { .. } | Giver::None => {
                self.own += usize::from(has_day);
                self.giver = Giver::Row { is_full: said(line, says_more).any(|_| true) };
                self.day = own;
            }
        }
    }

    /// Says which rows took their day from the row above. Where most have a day of their own,
    /// a blank cell is a slip, and its row no line.
    pub(super) fn settle(&self, lines: &mut Vec<Line>) -> Option<Diagnostic> {
        let is_slip = self.own > self.taken.len();
        if is_slip {
            let mut taken = self.taken.iter().map(|taken| taken.line).peekable();
            let mut number = 0..;
            lines.retain(|_| {
                let number = number.next();
                number.is_none() || taken.next_if(|taken| Some(*taken) == number).is_none()
            });
        }
        let cells = self.taken.iter().map(|taken| (&taken.cell, taken.day.as_ref()));
        notes::taken_from_above(&cells.collect::<Vec<_>>(), is_slip)
    }
}

fn says_day(column: Column) -> bool {
    matches!(column, Column::Day | Column::EndDay | Column::Weekday)
}

/// Whether a column says more than a day and what happens.
fn says_more(column: Column) -> bool {
    !says_day(column) && !matches!(column, Column::Number | Column::Title)
}

/// Whether a row says its day in the column of times, as `7h30 ngày 15/11`.
fn has_time_with_day(line: &Line) -> bool {
    said(line, |column| column == Column::Time).any(|(_, cell)| {
        matches!(cell.value, Value::Day(_) | Value::DayAndTime(_))
            || written::read(&cell.text, false).is_ok_and(|parts| parts.days.is_some())
    })
}

fn said(line: &Line, is_wanted: fn(Column) -> bool) -> impl Iterator<Item = Said> {
    let cells = line.cells.iter().filter(move |((column, _), _)| is_wanted(*column));
    cells.flat_map(|(key, cells)| cells.iter().map(|cell| (key.clone(), cell.clone())))
}

/// Puts what is said above into a line that does not say it.
fn take(line: &mut Line, day: &[Said]) {
    for (key, cell) in day {
        if !line.cells.contains_key(key) {
            line.cells.insert(key.clone(), vec![cell.clone()]);
        }
    }
}
