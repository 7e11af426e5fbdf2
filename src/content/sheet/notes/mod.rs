//! What to say of a sheet's tabs, rows, columns and cells.
//!
//! In: places, and what is wrong there. Out: diagnostics.

mod cells;
mod columns;

use bangtin_sheets::Grid;

use crate::content::sheet::places;
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::sources::SourcePath;

pub(in crate::content) use cells::lost;
pub(super) use cells::{beyond, taken_from_above};
pub(super) use columns::{column_twice, empty_column, missing_column, no_headings, unknown_column};

/// How many rows a note names.
const MOST_NAMED: usize = 5;

/// Cells by text and name: `Tuần 1` (A5), …
fn named(places: &[Place], most: usize) -> String {
    let one = |place: &Place| {
        let text: String = place.text.chars().take(40).collect();
        format!("`{}` ({})", text.replace('\n', " "), place.cell_name().unwrap_or_default())
    };
    let all: Vec<String> = places.iter().take(most).map(one).collect();
    let more = if places.len() > most { ", …" } else { "" };
    format!("{}{more}", all.join(", "))
}

/// Rows that are titles, or the foot of the sheet.
pub(in crate::content::sheet) fn passed(places: &[Place]) -> Option<Diagnostic> {
    let first = places.first()?;
    let (count, named) = (places.len(), named(places, MOST_NAMED));
    let message = say!(
        "bỏ qua {count} hàng không phải sự kiện: {named}",
        "rows that are no events were passed over ({count}): {named}"
    );
    let hint = say!(
        "nếu một hàng là sự kiện, điền ngày và nội dung vào đúng cột",
        "if one of them is an event, write its day and title in their columns"
    );
    Some(Diagnostic::note(Code::PassedOver, message).hint(hint).at(first.clone()))
}

/// Rows that are hidden, by hand or by a filter.
pub(in crate::content::sheet) fn hidden(places: &[Place]) -> Option<Diagnostic> {
    let first = places.first()?;
    let (count, named) = (places.len(), named(places, MOST_NAMED));
    let message = say!(
        "không đăng {count} hàng đang ẩn: {named}",
        "hidden rows are not published ({count}): {named}"
    );
    let hint = say!(
        "bỏ bộ lọc và hiện các hàng này nếu muốn đăng, hoặc xoá chúng",
        "take the filter off and show these rows to publish them, or delete them"
    );
    Some(Diagnostic::warning(Code::PassedOver, message).hint(hint).at(first.clone()))
}

/// A tab that is hidden.
pub(in crate::content::sheet) fn hidden_tab(grid: &Grid, path: &SourcePath) -> Diagnostic {
    let name = &grid.tab.name;
    let message =
        say!("không đọc trang tính đang ẩn `{name}`", "the hidden tab `{name}` is not read");
    let hint = say!(
        "hiện trang tính này, hoặc ghi tên nó ở `sheets`",
        "show the tab, or write its name in `sheets`"
    );
    Diagnostic::note(Code::PassedOver, message).hint(hint).at(tab_place(grid, path))
}

/// A tab without a row of headings, where others have one.
pub(in crate::content::sheet) fn tab_without_headings(
    grid: &Grid,
    path: &SourcePath,
) -> Diagnostic {
    let name = &grid.tab.name;
    let message = say!(
        "không đọc trang tính `{name}`: không có hàng tiêu đề cột",
        "the tab `{name}` is not read: it has no row of headings"
    );
    let hint = say!(
        "viết hàng tiêu đề, hoặc ghi ở `sheets` tên các trang tính cần đọc",
        "write the headings, or name the tabs to read in `sheets`"
    );
    Diagnostic::warning(Code::NoHeadings, message).hint(hint).at(tab_place(grid, path))
}

fn tab_place(grid: &Grid, path: &SourcePath) -> Place {
    Place { tab: Some(places::tab(&grid.tab)), ..Place::file(path) }
}
