//! Events out of the sheet that staff already have.
//!
//! Every row becomes an event, or a diagnostic that names its cell. Nothing is guessed.

mod cells;
mod day;
mod faults;
mod ids;
mod repeat;
mod row;
mod status;

use jiff::civil::Date;

use crate::content::front_matter::About;
use crate::content::kinds::schedule::{Event, SheetSource};
use crate::content::sheet::{self, Column, Wanted, named};
use crate::diagnostics::{Code, Place, Say, did_you_mean, say};
use crate::keys;
use crate::locale::written::Window;
use crate::sources::SourcePath;
use crate::yaml::{Fields, Marked, Moment, Node, Reading, Value, text_of};

pub(in crate::content::kinds) use faults::shown;

/// Reads the events of the sheet that `events` names: a file, or a mapping with `file`.
pub(super) fn read(
    node: &Node,
    about: About<'_>,
    window: Window,
    reading: &mut Reading<'_>,
) -> (Option<SheetSource>, Vec<Event>) {
    let Some((file, wanted)) = wanted(node, window, reading) else { return (None, Vec::new()) };
    let Some(path) = path(&file, reading) else { return (None, Vec::new()) };
    let sheet = about.sheets.iter().find(|sheet| *sheet.path == path);
    let source = SheetSource { path, span: file.span, found: sheet.is_some() };
    let Some(sheet) = sheet else { return (Some(source), Vec::new()) };
    let table = sheet::read(sheet, &wanted, about.rules);
    reading.diagnostics.extend(table.diagnostics);
    for (name, known) in &table.no_tabs {
        let written = reading.written(name.span);
        let message = say!(
            "bảng tính không có trang tính nào tên là `{written}`",
            "the sheet has no tab named `{written}`"
        );
        stranger(name, known, message, reading);
    }
    for (name, known) in &table.no_columns {
        let written = reading.written(name.span);
        let message = say!(
            "bảng tính không có cột nào tên là `{written}`",
            "the sheet has no column named `{written}`"
        );
        stranger(name, known, message, reading);
    }
    let base = sheet::language_of(sheet.path, about.rules);
    let day = wanted.day.as_ref().map(|day| day.value);
    let rows = row::Rows { language: about.language, base, window, day };
    let drafts: Vec<row::Draft> =
        table.lines.iter().filter_map(|line| rows.draft(line, reading)).collect();
    let untranslated: Vec<&Place> =
        drafts.iter().filter_map(|draft| draft.untranslated.as_ref()).collect();
    reading.diagnostics.extend(faults::untranslated(&untranslated, about.language));
    (Some(source), ids::named(drafts, reading))
}

/// The file that is named, and what is said of its tabs and columns.
fn wanted(
    node: &Node,
    window: Window,
    reading: &mut Reading<'_>,
) -> Option<(Marked<String>, Wanted)> {
    if !matches!(node.value, Value::Map(_)) {
        return text_of(node, "events", reading).map(|file| (file, Wanted::default()));
    }
    let mut fields = Fields::of(node, keys::SHEET, reading)?;
    let of_event = ["title", "venue", "starts"].iter().find_map(|key| fields.key_of(key));
    if let Some(key) = of_event.filter(|_| fields.key_of("file").is_none()) {
        let message =
            say!("mỗi sự kiện phải bắt đầu bằng dấu `-`", "each event must begin with a hyphen");
        let hint = say!(
            "thêm `- ` trước mục đầu của sự kiện, các dòng sau thụt vào thẳng với nó: `  - title: …`",
            "put `- ` before the first key of the event and the others below that key: `  - title: …`"
        );
        reading.error(key, Code::WrongType, message, hint);
        return None;
    }
    let file = fields.marked_text("file", reading);
    if file.is_none() {
        fields.missing("file", reading);
    }
    let tabs = fields.texts("sheets", reading);
    let before = reading.diagnostics.len();
    let day = fields.moment("date", reading).map(|day| one_day(&day, window, reading));
    if day.is_none() && reading.diagnostics.len() > before {
        // Without the day every row would be wrong.
        return None;
    }
    let mut wanted = Wanted { tabs, day, ..Wanted::default() };
    let columns = fields.take("columns").and_then(|node| Fields::of(node, keys::COLUMNS, reading));
    if let Some(mut columns) = columns {
        for (column, key) in Column::keys() {
            let names = columns.texts(key, reading).into_iter().map(in_plain_words);
            wanted.columns.extend(names.map(|name| (name, column)));
        }
        wanted.ignored = columns.texts("ignore", reading).into_iter().map(in_plain_words).collect();
        columns.finish(reading);
    }
    fields.finish(reading);
    Some((file?, wanted))
}

/// The day of all rows, which must be one of the schedule.
fn one_day(written: &Marked<Moment>, window: Window, reading: &mut Reading<'_>) -> Marked<Date> {
    let day = written.value.day(&jiff::tz::TimeZone::UTC);
    if !matches!(written.value, Moment::Day(_)) {
        let shown = reading.written(written.span);
        let message = say!("`{shown}` không chỉ là một ngày", "`{shown}` is more than a day");
        let hint = say!(
            "viết ngày như `15/11/2026`; giờ ghi ở từng hàng của bảng",
            "write the day like `2026-11-15`, and the times in the rows of the sheet"
        );
        reading.error(written.span, Code::BadDate, message, hint);
    }
    let before = window.first.is_some_and(|first| day < first);
    if before || window.last.is_some_and(|last| day > last) {
        let place = reading.place(written.span);
        reading.diagnostics.push(faults::outside(day, &place));
    }
    Marked { value: day, span: written.span }
}

fn in_plain_words(heading: Marked<String>) -> Marked<String> {
    let (outside, inside) = named(&heading.value);
    Marked { value: format!("{outside} {inside}").trim().to_owned(), span: heading.span }
}

/// The file of this name, if a sheet can be in it.
fn path(file: &Marked<String>, reading: &mut Reading<'_>) -> Option<SourcePath> {
    let written = &file.value;
    let Some(path) = reading.path.named_by(written) else {
        let message = say!(
            "`{written}` dẫn ra ngoài thư mục `content`",
            "`{written}` leads out of the folder `content`"
        );
        let hint = say!(
            "đặt bảng tính cạnh trang này, hoặc viết đường dẫn từ `content`: `@/lich/lich.xlsx`",
            "put the sheet beside this page, or write its path from `content`: `@/lich/lich.xlsx`"
        );
        reading.error(file.span, Code::BrokenLink, message, hint);
        return None;
    };
    if sheet::is_sheet(&path) {
        return Some(path);
    }
    let message =
        say!("không đọc được lịch từ `{written}`", "no schedule can be read from `{written}`");
    let hint = say!(
        "lưu bảng tính thành .xlsx, .ods hoặc .csv và viết tên tệp đó ở đây; hoặc viết danh sách sự kiện",
        "save the sheet as .xlsx, .ods or .csv and write that name here; or write a list of events"
    );
    reading.error(file.span, Code::BadSheet, message, hint);
    None
}

/// A tab or column that the page names and the sheet does not have.
fn stranger(name: &Marked<String>, known: &[String], message: Say, reading: &mut Reading<'_>) {
    let hint = did_you_mean(&name.value, known.iter().map(String::as_str));
    reading.error(name.span, Code::BadValue, message, hint);
}
