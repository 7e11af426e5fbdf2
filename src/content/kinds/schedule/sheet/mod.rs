//! Events out of the sheet that staff already have.
//!
//! Every row becomes an event, or a diagnostic that names its cell. Nothing is guessed.

mod day;
mod faults;
mod ids;
mod repeat;
mod row;
mod status;

use crate::content::front_matter::About;
use crate::content::kinds::schedule::{Event, SheetSource};
use crate::content::sheet::when::Window;
use crate::content::sheet::{self, Column, Wanted, named};
use crate::diagnostics::{Code, Place, Say, Span, did_you_mean, say};
use crate::sources::SourcePath;
use crate::yaml::{Fields, Marked, Node, Reading, Value, text_of};

/// Reads the events of the sheet that `events` names: a file, or a mapping with `file`.
pub(super) fn read(
    node: &Node,
    about: About<'_>,
    window: Window,
    reading: &mut Reading<'_>,
) -> (Option<SheetSource>, Vec<Event>) {
    let Some((file, wanted)) = wanted(node, reading) else { return (None, Vec::new()) };
    let Some(path) = path(&file, reading) else { return (None, Vec::new()) };
    let sheet = about.sheets.iter().find(|sheet| *sheet.path == path);
    let source = SheetSource { path, span: file.span, found: sheet.is_some() };
    let Some(sheet) = sheet else { return (Some(source), Vec::new()) };
    let table = sheet::read(sheet, &wanted, about.rules);
    reading.diagnostics.extend(table.diagnostics);
    for (name, known) in &table.no_tabs {
        let written = written(reading.text, name.span);
        let message = say!(
            "bảng tính không có trang tính nào tên là `{written}`",
            "the sheet has no tab named `{written}`"
        );
        stranger(name, known, message, reading);
    }
    for (name, known) in &table.no_columns {
        let written = written(reading.text, name.span);
        let message = say!(
            "bảng tính không có cột nào tên là `{written}`",
            "the sheet has no column named `{written}`"
        );
        stranger(name, known, message, reading);
    }
    let base = sheet::language_of(sheet.path, about.rules);
    let rows = row::Rows { language: about.language, base, window };
    let drafts: Vec<row::Draft> =
        table.lines.iter().filter_map(|line| rows.draft(line, reading)).collect();
    let untranslated: Vec<&Place> =
        drafts.iter().filter_map(|draft| draft.untranslated.as_ref()).collect();
    reading.diagnostics.extend(faults::untranslated(&untranslated, about.language));
    (Some(source), ids::named(drafts, reading))
}

const ALIASES: &[(&str, &str)] = &[("sheet", "sheets"), ("path", "file")];

/// The file that is named, and what is said of its tabs and columns.
fn wanted(node: &Node, reading: &mut Reading<'_>) -> Option<(Marked<String>, Wanted)> {
    if !matches!(node.value, Value::Map(_)) {
        return text_of(node, "events", reading).map(|file| (file, Wanted::default()));
    }
    let mut fields = Fields::of(node, ALIASES, reading)?;
    let file = fields.marked_text("file", reading);
    if file.is_none() {
        fields.missing("file", reading);
    }
    let tabs = fields.texts("sheets", reading);
    let mut wanted = Wanted { tabs, ..Wanted::default() };
    let columns = fields.take("columns").and_then(|node| Fields::of(node, &[], reading));
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

/// A name as it is written, capitals too.
fn written(text: &str, span: Span) -> String {
    let range = usize::try_from(span.start).unwrap_or(0)..usize::try_from(span.end).unwrap_or(0);
    text.get(range).unwrap_or_default().trim_matches(['"', '\'']).to_owned()
}
