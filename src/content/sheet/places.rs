//! Where the cells and tabs of a sheet are, for messages.

use bangtin_sheets::{At, Grid};

use crate::diagnostics::{Place, Tab};
use crate::sources::SourcePath;

/// A cell.
pub(super) fn cell(path: &SourcePath, grid: &Grid, at: At) -> Place {
    let text = grid.own(at).map_or("", |cell| &cell.text);
    Place::cell(path, tab(&grid.tab), at, text)
}

/// A tab.
pub(super) fn tab(tab: &bangtin_sheets::Tab) -> Tab {
    Tab { number: tab.number, name: tab.name.clone() }
}
