//! Sheets that were typed in the fonts of before Unicode.

use bangtin_sheets::Grid;

use crate::content::sheet::places;
use crate::diagnostics::{Diagnostic, Place, letters};
use crate::locale::old_letters::in_text;
use crate::sources::SourcePath;

/// What is to be said of the letters of a tab, at the first cell that is in old ones.
pub(super) fn told(grid: &Grid, path: &SourcePath) -> Option<Diagnostic> {
    let (mut text, mut cells) = (String::new(), Vec::new());
    for (row, own) in &grid.rows {
        for (column, cell) in own.cells.iter().filter(|(_, cell)| !cell.text.is_ascii()) {
            cells.push((text.len(), (*row, *column), &cell.text));
            text.push_str(&cell.text);
            text.push('\n');
        }
    }
    let old = in_text(&text)?;
    let at = cells.partition_point(|(start, ..)| *start <= old.first.start).checked_sub(1)?;
    let (_, at, shown) = cells.get(at)?;
    let place = Place::cell(path, places::tab(&grid.tab), *at, shown);
    Some(letters::say_old(&old).at(place))
}
