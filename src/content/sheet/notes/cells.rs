//! What to say of cells: those that took a day from above, stand below no heading, or lost
//! their value.

use crate::content::sheet::notes::named;
use crate::diagnostics::{Code, Diagnostic, Place, say};

/// How many cells are named that a person must look at, each by itself.
const MOST_CELLS: usize = 20;

/// Cells below no heading. `is_shifted` says that some stand behind all headings of a CSV file:
/// a separator inside a text may have moved what stands behind it.
pub(in crate::content::sheet) fn beyond(places: &[Place], is_shifted: bool) -> Option<Diagnostic> {
    let first = places.first()?;
    let (count, named) = (places.len(), named(places, MOST_CELLS));
    if is_shifted {
        let message = say!(
            "{count} ô nằm ngoài các cột có tiêu đề: {named}",
            "cells stand beyond the columns that have headings ({count}): {named}"
        );
        let hint = say!(
            "đặt chữ có dấu phân cách trong ngoặc kép như `\"Họp, bàn\"`; nếu là một cột, viết tiêu đề cho cột, hoặc xoá các ô này",
            "put a text that holds the separator between quotation marks like `\"Meeting, talks\"`; give a column a heading, or delete these cells"
        );
        return Some(Diagnostic::error(Code::BeyondHeadings, message).hint(hint).at(first.clone()));
    }
    let message = say!(
        "{count} ô nằm ở cột không có tiêu đề, nên không được đăng: {named}",
        "cells in columns without a heading are not published ({count}): {named}"
    );
    let hint = say!(
        "viết tiêu đề cho cột, hoặc xoá các ô này",
        "give the column a heading, or delete these cells"
    );
    Some(Diagnostic::warning(Code::BeyondHeadings, message).hint(hint).at(first.clone()))
}

/// Blank cells whose rows took the day of the row above, each with that day; `is_slip` says that
/// most rows have a day of their own.
pub(in crate::content::sheet) fn taken_from_above(
    cells: &[(&Place, &str)],
    is_slip: bool,
) -> Option<Diagnostic> {
    let (first, _) = cells.first()?;
    let count = cells.len();
    if is_slip {
        let named = by_day(cells, false);
        let message = say!(
            "{count} ô ngày để trống, trong khi hầu hết các hàng có ngày riêng: {named}",
            "cells of the day are blank, while most rows have a day of their own ({count}): {named}"
        );
        let hint = say!(
            "viết ngày vào từng ô; nếu cùng ngày với hàng trên thì viết lại ngày đó, hoặc gộp ô ngày (Merge)",
            "write the day into each cell; if it is that of the row above, write it again or merge the cells of the day"
        );
        return Some(
            Diagnostic::error(Code::DayFromAbove, message).hint(hint).at((*first).clone()),
        );
    }
    let named = by_day(cells, true);
    let message = say!(
        "{count} ô ngày để trống lấy ngày của hàng trên: {named}",
        "blank cells took the day of the row above ({count}): {named}"
    );
    let hint = say!(
        "xem lại từng ngày; viết ngày vào ô, hoặc gộp ô ngày (Merge), để không còn nhắc",
        "look at each day; write it into the cell, or merge the cells of the day, and this is not said again"
    );
    Some(Diagnostic::note(Code::DayFromAbove, message).hint(hint).at((*first).clone()))
}

/// A formula that failed, or whose value the file does not hold.
pub(in crate::content) fn lost(place: Place) -> Diagnostic {
    let shown = place.text.replace('\n', " ");
    let (message, hint) = if shown.starts_with('=') {
        (
            say!(
                "tệp không có kết quả của công thức ở ô này: `{shown}`",
                "the file does not hold what the formula in this cell gives: `{shown}`"
            ),
            say!(
                "mở bảng tính bằng Excel hay LibreOffice rồi lưu lại, hoặc gõ thẳng giá trị vào ô",
                "open the sheet in Excel or LibreOffice and save it again, or type the value into the cell"
            ),
        )
    } else if shown.starts_with("##") {
        (
            say!(
                "ô này chỉ còn `{shown}`: khi lưu, cột quá hẹp để hiện giá trị",
                "all that is left of this cell is `{shown}`: its column was too narrow when it was saved"
            ),
            say!(
                "kéo rộng cột trong Excel rồi lưu lại, hoặc lưu dưới dạng .xlsx",
                "widen the column in Excel and save again, or save it as .xlsx"
            ),
        )
    } else {
        (
            say!(
                "công thức ở ô này bị lỗi: `{shown}`",
                "the formula in this cell fails: `{shown}`"
            ),
            say!(
                "sửa công thức, hoặc gõ thẳng giá trị vào ô",
                "mend the formula, or type the value into the cell"
            ),
        )
    };
    Diagnostic::error(Code::UnreadableCell, message).hint(hint).at(place)
}

/// Cells by name, those that took one day together: A3, A4 (`16/11`); A9 (`17/11`).
fn by_day(cells: &[(&Place, &str)], with_day: bool) -> String {
    let shown = &cells[..cells.len().min(MOST_CELLS)];
    let groups = shown.chunk_by(|(_, one), (_, other)| !with_day || one == other);
    let group = |group: &[(&Place, &str)]| {
        let names = group.iter().map(|(place, _)| place.cell_name().unwrap_or_default());
        let names = names.collect::<Vec<_>>().join(", ");
        let day: String =
            group.first().map(|(_, day)| day.chars().take(40).collect()).unwrap_or_default();
        if with_day { format!("{names} (`{}`)", day.replace('\n', " ")) } else { names }
    };
    let more = if cells.len() > MOST_CELLS { ", …" } else { "" };
    format!("{}{more}", groups.map(group).collect::<Vec<_>>().join("; "))
}
