//! Finds the row of headings in a tab, and what each column holds.

use std::collections::{BTreeMap, BTreeSet};

use bangtin_sheets::{At, Cell, Grid, Row};

use crate::content::sheet::Wanted;
use crate::content::sheet::columns::{Column, may_be, named, plain};
use crate::content::{Language, Rules};

/// How far down the row of headings is looked for, in rows that hold something.
const DEEPEST: usize = 60;

/// The longest text that may be a heading, in bytes.
const LONGEST: usize = 200;

/// The headings of a tab.
#[derive(Debug)]
pub(super) struct Headings {
    /// The last row of them: below it the schedule begins.
    pub row: usize,
    /// What each column holds, by its number.
    pub columns: BTreeMap<usize, Heading>,
    /// The cells of the headings that mean nothing here.
    pub unknown: Vec<At>,
    /// The columns whose headings are to be passed over, as the page says.
    pub ignored: BTreeSet<usize>,
}

/// A heading that is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Heading {
    /// What the column holds.
    pub column: Column,
    /// The language it is in, if it says so.
    pub language: Option<Language>,
    /// Whether all of it is tentative: `Thời gian (dự kiến)`.
    pub tentative: bool,
}

/// What a cell is as a heading.
enum Meaning {
    Known(Heading),
    Ignored,
    Unknown,
}

/// How many columns the best row of headings knows.
pub(super) fn fit(grid: &Grid, wanted: &Wanted, rules: &Rules) -> usize {
    best(grid, wanted, rules).map_or(0, |best| best.known)
}

/// The headings of a tab, if it has any.
pub(super) fn find(grid: &Grid, wanted: &Wanted, rules: &Rules) -> Option<Headings> {
    let best = best(grid, wanted, rules)?;
    let mut headings = Headings {
        row: best.row,
        columns: BTreeMap::new(),
        unknown: Vec::new(),
        ignored: BTreeSet::new(),
    };
    headings.take_row(best.row, grid, wanted, rules);
    if best.is_divided {
        headings.row = best.row + 1;
        headings.take_row(best.row + 1, grid, wanted, rules);
        headings.unknown.retain(|(_, column)| !headings.columns.contains_key(column));
    }
    Some(headings)
}

/// The row that is most like headings.
struct Best {
    row: usize,
    /// How many columns it knows.
    known: usize,
    /// Whether a second row divides columns of the first: `Thời gian` into `Ngày`, `Giờ`.
    is_divided: bool,
}

/// The row that knows the most columns, with the row below it if that knows nothing else. Two
/// are the least: one word alone may stand in any title.
fn best(grid: &Grid, wanted: &Wanted, rules: &Rules) -> Option<Best> {
    let mut best: Option<Best> = None;
    for (&row, own) in grid.rows.iter().take(DEEPEST) {
        let mut known = known(own, wanted, rules);
        let telling = known.iter().any(|column| column.is_when() || *column == Column::Title);
        if known.len() < 2 || !telling {
            continue;
        }
        let below = grid.rows.get(&(row + 1));
        let is_divided = below.is_some_and(|below| {
            let is_heading =
                |cell: &Cell| matches!(meaning(&cell.text, wanted, rules), Meaning::Known(_));
            below.cells.values().all(is_heading)
        });
        known.extend(
            below
                .filter(|_| is_divided)
                .into_iter()
                .flat_map(|row| self::known(row, wanted, rules)),
        );
        if best.as_ref().is_none_or(|best| known.len() > best.known) {
            best = Some(Best { row, known: known.len(), is_divided });
        }
    }
    best
}

/// The columns that the cells of a row name.
fn known(row: &Row, wanted: &Wanted, rules: &Rules) -> BTreeSet<Column> {
    let columns = row.cells.values().filter_map(|cell| match meaning(&cell.text, wanted, rules) {
        Meaning::Known(heading) => Some(heading.column),
        Meaning::Ignored | Meaning::Unknown => None,
    });
    columns.collect()
}

impl Headings {
    fn take_row(&mut self, row: usize, grid: &Grid, wanted: &Wanted, rules: &Rules) {
        let cells = grid.rows.get(&row).into_iter().flat_map(|row| &row.cells);
        for (&column, cell) in cells {
            match meaning(&cell.text, wanted, rules) {
                Meaning::Known(heading) => {
                    // A time over several columns is a time in each of them.
                    let last =
                        if heading.column.is_when() { grid.reach((row, column)) } else { column };
                    for column in column..=last.min(column + 8) {
                        self.columns.insert(column, heading.clone());
                    }
                }
                Meaning::Ignored => {
                    self.ignored.insert(column);
                }
                Meaning::Unknown => self.unknown.push((row, column)),
            }
        }
    }

    /// Whether a column has a heading, be it one that means nothing here.
    pub(super) fn has(&self, column: usize) -> bool {
        self.columns.contains_key(&column)
            || self.ignored.contains(&column)
            || self.unknown.iter().any(|(_, own)| *own == column)
    }

    /// The last column that has a heading.
    pub(super) fn last(&self) -> usize {
        let unknown = self.unknown.iter().map(|(_, column)| column);
        let all = self.columns.keys().chain(&self.ignored).chain(unknown);
        all.copied().max().unwrap_or(0)
    }

    /// Whether a row says again what the headings say, as on a second sheet of paper.
    pub(super) fn are_repeated_in(&self, row: usize, grid: &Grid) -> bool {
        let texts = |row: usize| -> BTreeMap<usize, String> {
            let cells = grid.rows.get(&row).into_iter().flat_map(|row| &row.cells);
            cells.map(|(column, cell)| (*column, plain(&cell.text).0)).collect()
        };
        texts(row) == texts(self.row)
    }
}

fn meaning(text: &str, wanted: &Wanted, rules: &Rules) -> Meaning {
    if text.len() > LONGEST {
        return Meaning::Unknown;
    }
    let (outside, inside) = plain(text);
    if text.trim() == "#" {
        let heading = Heading { column: Column::Number, language: None, tentative: false };
        return Meaning::Known(heading);
    }
    let written = outside.trim();
    let name = named(text);
    let whole = format!("{} {}", name.0, name.1);
    let is = |known: &String| known == whole.trim() || *known == name.0;
    if wanted.ignored.iter().any(|name| is(&name.value)) {
        return Meaning::Ignored;
    }
    let mapped = wanted.columns.iter().find(|(name, _)| is(&name.value));
    // `Thời gian dự kiến` and `Thời gian (dự kiến)` are one.
    let sure = written.strip_suffix("du kien").map_or(written, str::trim);
    let column = mapped
        .map(|(_, column)| *column)
        .or_else(|| Column::of_plain(sure).filter(|_| may_be(&name.0, written)));
    let Some(column) = column else { return Meaning::Unknown };
    let language =
        rules.languages.keys().find(|language| language.as_str().to_lowercase() == inside);
    let tentative = column.is_when() && (sure != written || inside.contains("du kien"));
    Meaning::Known(Heading { column, language: language.cloned(), tentative })
}
