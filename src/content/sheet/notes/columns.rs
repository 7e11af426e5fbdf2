//! What to say of columns and their headings.

use bangtin_sheets::Grid;

use crate::content::sheet::columns::{Column, plain};
use crate::content::sheet::misspelt::near;
use crate::content::sheet::places;
use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::sources::SourcePath;

/// A column whose heading means nothing here.
pub(in crate::content::sheet) fn unknown_column(place: Place) -> Diagnostic {
    let heading = place.text.replace('\n', " ");
    let message = say!(
        "không hiểu cột `{heading}`, cột này không được đăng",
        "the column `{heading}` is not known, and is not published"
    );
    let hint = match near(&heading) {
        Some(near) => {
            say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?")
        }
        None => say!(
            "nếu đúng là không đăng, ghi `columns: {{ ignore: [\"{heading}\"] }}` trong `events`; nếu cần đăng, đổi tên cột, chẳng hạn `Ghi chú`",
            "if it is not to be published, write `columns: {{ ignore: [\"{heading}\"] }}` in `events`; otherwise rename it, to `Notes` for example"
        ),
    };
    Diagnostic::warning(Code::UnknownColumn, message).hint(hint).at(place)
}

/// Two columns that hold the same.
pub(in crate::content::sheet) fn column_twice(first: &Place, place: Place) -> Diagnostic {
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

/// A column that a schedule cannot be without; `is_named` says that the page names it.
pub(in crate::content::sheet) fn missing_column(
    column: Column,
    is_named: bool,
    place: Place,
) -> Diagnostic {
    let (Say { vi, en }, key) = (column.heading(), column.key());
    let message = if is_named {
        say!(
            "bảng thiếu cột `{vi}`: không có cột nào mang tên ghi ở `columns: {{ {key}: … }}`",
            "the sheet has no column `{en}`: none has the name that is written in `columns: {{ {key}: … }}`"
        )
    } else {
        say!("bảng thiếu cột `{vi}`", "the sheet has no column `{en}`")
    };
    let hint = if column == Column::Day {
        say!(
            "thêm cột `{vi}`, cho biết tên cột ở `columns: {{ {key}: … }}` trong `events`; nếu mọi sự kiện cùng một ngày, ghi `date: 15/11/2026` trong `events`",
            "add a column `{en}`, or name the column in `columns: {{ {key}: … }}` of `events`; if all is on one day, write `date: 2026-11-15` in `events`"
        )
    } else {
        say!(
            "thêm cột `{vi}`, hoặc cho biết tên cột ở `columns: {{ {key}: … }}` trong `events`",
            "add a column `{en}`, or name the column in `columns: {{ {key}: … }}` of `events`"
        )
    };
    Diagnostic::error(Code::MissingColumn, message).hint(hint).at(place)
}

/// A column that a schedule cannot be without, in which no row holds anything.
pub(in crate::content::sheet) fn empty_column(column: Column, place: Place) -> Diagnostic {
    let heading = place.text.replace('\n', " ");
    let (message, hint) = if column == Column::Day {
        (
            say!(
                "không hàng nào của cột `{heading}` có ngày",
                "no row of the column `{heading}` has a day"
            ),
            say!(
                "viết ngày của từng sự kiện; nếu tất cả cùng một ngày, ghi `date: 15/11/2026` trong `events` của trang",
                "write the day of each event; if all is on one day, write `date: 2026-11-15` in `events` of the page"
            ),
        )
    } else {
        (
            say!(
                "không hàng nào của cột `{heading}` có chữ",
                "no row of the column `{heading}` holds anything"
            ),
            say!(
                "viết nội dung của từng sự kiện, hoặc cho biết đúng cột ở `columns` trong `events`",
                "write what happens in each row, or name the right column in `columns` of `events`"
            ),
        )
    };
    Diagnostic::error(Code::IncompleteRow, message).hint(hint).at(place)
}

/// A sheet in which no tab has headings: the tab, if one holds anything.
pub(in crate::content::sheet) fn no_headings(path: &SourcePath, grid: Option<&Grid>) -> Diagnostic {
    let cells = grid.into_iter().flat_map(|grid| {
        let rows = grid.rows.iter().take(20);
        rows.flat_map(|(row, own)| {
            own.cells.keys().map(|column| places::cell(path, grid, (*row, *column)))
        })
    });
    let cells: Vec<Place> = cells.collect();
    let misspelt = cells.iter().find_map(|place| {
        let name = plain(&place.text).0;
        let meant = near(&place.text).filter(|_| Column::of_plain(&name).is_none());
        meant.map(|meant| (place, meant))
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
