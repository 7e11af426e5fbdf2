//! What to say of a sheet's rows, columns and tabs.

use crate::content::sheet::columns::{Column, plain};
use crate::content::sheet::grid::Grid;
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::sources::SourcePath;

/// How many cells a note names.
const MOST_NAMED: usize = 5;

/// Cells by text and name: `Tuần 1` (A5), …
fn named(places: &[Place]) -> String {
    let one = |place: &Place| {
        let text: String = place.text.chars().take(40).collect();
        format!("`{}` ({})", text.replace('\n', " "), place.cell_name().unwrap_or_default())
    };
    let all: Vec<String> = places.iter().take(MOST_NAMED).map(one).collect();
    let more = if places.len() > MOST_NAMED { ", …" } else { "" };
    format!("{}{more}", all.join(", "))
}

/// Rows that are titles, or the foot of the sheet.
pub(super) fn passed(places: &[Place]) -> Option<Diagnostic> {
    let first = places.first()?;
    let (count, named) = (places.len(), named(places));
    let message = say!(
        "bỏ qua {count} hàng không phải hoạt động: {named}",
        "rows that are no events were passed over ({count}): {named}"
    );
    let hint = say!(
        "nếu một hàng là hoạt động, điền ngày và nội dung vào đúng cột",
        "if one of them is an event, write its day and title in their columns"
    );
    Some(Diagnostic::note(Code::PassedOver, message).hint(hint).at(first.clone()))
}

/// Rows that are hidden, by hand or by a filter.
pub(super) fn hidden(places: &[Place]) -> Option<Diagnostic> {
    let first = places.first()?;
    let (count, named) = (places.len(), named(places));
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
pub(super) fn hidden_tab(grid: &Grid, path: &SourcePath) -> Diagnostic {
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
pub(super) fn tab_without_headings(grid: &Grid, path: &SourcePath) -> Diagnostic {
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
    Place { tab: Some(grid.tab.clone()), ..Place::file(path) }
}

/// A column whose heading means nothing here.
pub(super) fn unknown_column(place: Place) -> Diagnostic {
    let heading = place.text.replace('\n', " ");
    let message = say!(
        "không hiểu cột `{heading}`, cột này không được đăng",
        "the column `{heading}` is not known, and is not published"
    );
    let hint = match Column::near(&plain(&heading).0) {
        Some(near) => {
            let near = near.heading();
            say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?")
        }
        None => say!(
            "nếu đúng là không đăng, ghi `columns: {{ ignore: [\"{heading}\"] }}` trong `events`; nếu cần đăng, đổi tên cột, chẳng hạn `Ghi chú`",
            "if it is not to be published, write `columns: {{ ignore: [\"{heading}\"] }}` in `events`; otherwise rename it, to `Notes` for example"
        ),
    };
    Diagnostic::warning(Code::UnknownColumn, message).hint(hint).at(place)
}

/// A column that holds something and has no heading.
pub(super) fn column_without_heading(place: Place) -> Diagnostic {
    let message = say!(
        "cột này có chữ nhưng không có tiêu đề, nên không được đăng",
        "this column holds text and has no heading, so it is not published"
    );
    let hint = say!("viết tiêu đề cho cột, hoặc xoá cột", "give the column a heading or delete it");
    Diagnostic::warning(Code::UnknownColumn, message).hint(hint).at(place)
}

/// Two columns that hold the same.
pub(super) fn column_twice(first: &Place, place: Place) -> Diagnostic {
    let other = first.cell_name().unwrap_or_default();
    let (one, two) = (&first.text, &place.text);
    let message = say!(
        "cột `{two}` trùng nghĩa với cột `{one}` ({other})",
        "the column `{two}` means the same as the column `{one}` ({other})"
    );
    let hint = say!(
        "gộp hai cột, hoặc ghi một cột ở `columns: {{ ignore: […] }}`",
        "make them one, or name one of them in `columns: {{ ignore: […] }}`"
    );
    Diagnostic::error(Code::UnknownColumn, message).hint(hint).at(place)
}

/// A column that a schedule cannot be without.
pub(super) fn missing_column(column: Column, place: Place) -> Diagnostic {
    let heading = column.heading();
    let message = say!("bảng thiếu cột `{heading}`", "the sheet has no column `{heading}`");
    let hint = say!(
        "thêm cột `{heading}`, hoặc cho biết tên cột ở `columns` trong `events`",
        "add a column `{heading}`, or name the column in `columns` of `events`"
    );
    Diagnostic::error(Code::MissingColumn, message).hint(hint).at(place)
}

/// A sheet in which no tab has headings: the tab, if one holds anything.
pub(super) fn no_headings(path: &SourcePath, grid: Option<&Grid>) -> Diagnostic {
    let cells = grid.into_iter().flat_map(|grid| {
        let rows = grid.rows.iter().take(20);
        rows.flat_map(|(row, own)| own.cells.keys().map(|column| grid.place(path, (*row, *column))))
    });
    let cells: Vec<Place> = cells.collect();
    let misspelt = cells.iter().find_map(|place| {
        let name = plain(&place.text).0;
        let near = Column::near(&name).filter(|_| Column::of_plain(&name).is_none());
        near.map(|near| (place, near.heading()))
    });
    let message =
        say!("không thấy hàng tiêu đề cột trong bảng", "the sheet has no row of headings");
    let hint = match misspelt {
        Some((place, near)) => {
            let written = &place.text;
            say!(
                "có phải `{written}` là `{near}`? cần một hàng có ít nhất `Ngày` và `Nội dung`",
                "is `{written}` meant to be `{near}`? one row must have at least `Date` and `Activity`"
            )
        }
        None => say!(
            "viết một hàng tiêu đề như `TT`, `Ngày`, `Giờ`, `Nội dung`, `Địa điểm`",
            "write a row of headings such as `No.`, `Date`, `Time`, `Activity`, `Venue`"
        ),
    };
    let place = misspelt.map(|(place, _)| place).or(cells.first());
    let place = place.cloned().unwrap_or_else(|| Place::file(path));
    Diagnostic::error(Code::NoHeadings, message).hint(hint).at(place)
}
