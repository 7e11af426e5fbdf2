//! `sheet1.xml` and its like: the cells of a tab.

use std::sync::Arc;

use crate::Fault;
use crate::grid::{At, Cell, Grid, Value};
use crate::number::{self, Shows};
use crate::xlsx::local;
use crate::xlsx::parts::{Rich, unescaped};
use crate::xml::{Tag, Walker};

/// What the cells of all sheets lean on.
pub(super) struct Known {
    /// The texts that cells name by number.
    pub texts: Vec<Arc<str>>,
    /// What each style shows of a number.
    pub shows: Vec<Shows>,
    /// Whether days are counted from 1904.
    pub since_1904: bool,
}

/// A sheet while it is walked.
pub(super) struct Sheet<'k> {
    known: &'k Known,
    /// What was read so far.
    pub grid: Grid,
    at: At,
    hidden: bool,
    kind: String,
    style: usize,
    value: String,
    in_value: bool,
    /// Whether the cell has a value, be it empty.
    has_value: bool,
    formula: Option<String>,
    in_formula: bool,
    rich: Rich,
}

impl<'k> Sheet<'k> {
    /// A sheet of which nothing was read yet.
    pub(super) fn new(known: &'k Known, grid: Grid) -> Sheet<'k> {
        Sheet {
            known,
            grid,
            at: (0, 0),
            hidden: false,
            kind: String::new(),
            style: 0,
            value: String::new(),
            in_value: false,
            has_value: false,
            formula: None,
            in_formula: false,
            rich: Rich::default(),
        }
    }

    /// The cell that was just walked.
    fn cell(&mut self) -> Cell {
        let value = std::mem::take(&mut self.value);
        let inline = self.rich.take();
        // A text may be empty, as `=""` is; a number is not.
        let is_kept = match self.kind.as_str() {
            "str" => self.has_value,
            "inlineStr" => true,
            _ => !value.trim().is_empty(),
        };
        if let (Some(formula), false) = (self.formula.take(), is_kept) {
            return Cell::unknown(&formula);
        }
        match self.kind.as_str() {
            "s" => {
                let number: Option<usize> = value.trim().parse().ok();
                let shared = number.and_then(|number| self.known.texts.get(number)).cloned();
                Cell::tidy(shared.unwrap_or_default())
            }
            "inlineStr" => Cell::tidy(inline),
            "str" => Cell::text(&unescaped(&value)),
            "e" => {
                let shown = if value.trim().is_empty() { "#N/A" } else { value.trim() };
                Cell { text: shown.into(), value: Value::Failed }
            }
            "b" => Cell::text(if value.trim() == "1" { "TRUE" } else { "FALSE" }),
            "d" => iso(value.trim()),
            _ => match value.trim().parse() {
                Ok(number) => {
                    let shows = self.known.shows.get(self.style).copied();
                    number::cell(number, shows.unwrap_or(Shows::Number), self.known.since_1904)
                }
                Err(_) => Cell::text(&value),
            },
        }
    }
}

/// A cell that holds a date as text of ISO 8601.
fn iso(text: &str) -> Cell {
    let text = text.trim_end_matches('Z');
    if let Ok(day) = text.parse() {
        return if text.contains('T') {
            text.parse().map_or_else(|_| number::day(day), number::day_and_time)
        } else {
            number::day(day)
        };
    }
    text.parse().map_or_else(|_| Cell::text(text), number::time)
}

impl Walker for Sheet<'_> {
    type Fault = Fault;

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        match tag.local() {
            "row" => {
                let row = tag.get("r").and_then(|row| row.parse().ok());
                self.at = (row.unwrap_or(self.at.0.saturating_add(1)), 0);
                self.hidden = matches!(tag.get("hidden").as_deref(), Some("1" | "true"));
            }
            "c" => {
                let named = tag.get("r").and_then(|name| named(&name));
                self.at = named.unwrap_or((self.at.0, self.at.1.saturating_add(1)));
                self.kind = tag.get("t").unwrap_or_default();
                self.style = tag.get("s").and_then(|style| style.parse().ok()).unwrap_or(0);
                (self.has_value, self.formula) = (false, None);
            }
            "v" => (self.in_value, self.has_value) = (true, true),
            "f" => (self.in_formula, self.formula) = (true, Some(String::new())),
            "mergeCell" => {
                let range = tag.get("ref").unwrap_or_default();
                let ends = range.split_once(':');
                let ends = ends.and_then(|(first, last)| named(first).zip(named(last)));
                if let Some((first, last)) = ends {
                    self.grid.merge(first, last);
                }
            }
            name => self.rich.open(name),
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match local(name) {
            "v" => self.in_value = false,
            "f" => self.in_formula = false,
            "c" => {
                let cell = self.cell();
                self.grid.put(self.at, cell)?;
            }
            "row" if self.hidden => {
                if let Some(row) = self.grid.rows.get_mut(&self.at.0) {
                    row.hidden = true;
                }
            }
            name => self.rich.close(name),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        if self.in_value {
            self.value.push_str(text);
        } else if let (true, Some(formula)) = (self.in_formula, &mut self.formula) {
            formula.push_str(text);
        } else {
            self.rich.text(text);
        }
        Ok(())
    }
}

/// Row and column of a cell by its name, such as `B7`.
fn named(name: &str) -> Option<At> {
    let name = name.replace('$', "");
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_usize, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        let of_26 = letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(of_26)
    })?;
    let row = row.parse().ok()?;
    (row > 0 && column > 0).then_some((row, column))
}
