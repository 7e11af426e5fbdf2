//! What the cells of a row say, in the language of the page or in that of the sheet.

use crate::content::kinds::schedule::Named;
use crate::content::kinds::schedule::sheet::row::Rows;
use crate::content::sheet::{Column, Filled, Line};
use crate::yaml::{Marked, Reading};

impl Rows<'_> {
    /// Whether the sheet is in the language of the page.
    pub(super) fn is_own(&self) -> bool {
        *self.language == self.base
    }

    /// What a row says in the language of the sheet.
    pub(super) fn base<'l>(&self, line: &'l Line, column: Column) -> Option<&'l Filled> {
        let base = Some(self.base.clone());
        let cells = line.cells.get(&(column, None)).or_else(|| line.cells.get(&(column, base)));
        cells.and_then(|cells| cells.first())
    }

    /// What a row says in the language of the page.
    pub(super) fn own<'l>(&self, line: &'l Line, column: Column) -> Option<&'l Filled> {
        let cells = line.cells.get(&(column, Some(self.language.clone())));
        cells.and_then(|cells| cells.first())
    }

    /// What a row says in the language of the page, or else in that of the sheet.
    pub(super) fn text<'l>(&self, line: &'l Line, column: Column) -> Option<&'l Filled> {
        self.own(line, column).or_else(|| self.base(line, column))
    }

    /// The words of a cell in one line, with the cell.
    pub(super) fn words(
        &self,
        line: &Line,
        column: Column,
        reading: &mut Reading<'_>,
    ) -> Option<Marked<String>> {
        let cell = self.text(line, column)?;
        Some(Marked { value: in_one_line(cell), span: reading.cell(cell.place.clone()) })
    }

    /// Names of agencies or audiences. A comma may be part of one, so it parts none here.
    pub(super) fn names(
        &self,
        line: &Line,
        column: Column,
        reading: &mut Reading<'_>,
    ) -> Vec<Named> {
        let Some(cell) = self.text(line, column) else { return Vec::new() };
        let span = reading.cell(cell.place.clone());
        let parts = cell.text.split([';', '\n']);
        let parts = parts.map(|part| part.trim().trim_start_matches(['-', '+', '•']).trim());
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(|part| Named::Words(Marked { value: part.to_owned(), span })).collect()
    }

    /// Ids or paths, each with its cell.
    pub(super) fn marked(
        &self,
        line: &Line,
        column: Column,
        reading: &mut Reading<'_>,
    ) -> Vec<Marked<String>> {
        let Some(cell) = self.text(line, column) else { return Vec::new() };
        let span = reading.cell(cell.place.clone());
        let parts =
            cell.text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| Marked { value: part.to_owned(), span }).collect()
    }
}

/// The text of a cell in one line.
pub(super) fn in_one_line(cell: &Filled) -> String {
    cell.text.split_whitespace().collect::<Vec<_>>().join(" ")
}
