//! Faults of templates, with their place.

use std::collections::BTreeMap;

use tera::{ErrorKind, ReportError};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::theme::Template;

/// A template that cannot be read.
pub(super) fn while_loading(
    error: &tera::Error,
    templates: &BTreeMap<String, Template>,
) -> Diagnostic {
    let told = told(error);
    let message = say!("không đọc được mẫu: {told}", "the template cannot be read: {told}");
    let hint = say!(
        "sửa mẫu ở chỗ này; cú pháp của tera 2 khác tera 1",
        "mend the template here; the syntax of tera 2 differs from tera 1"
    );
    let fault = Diagnostic::error(Code::TemplateSyntax, message).hint(hint);
    placed(fault, error, templates)
}

/// A template that failed while a page was made.
pub(super) fn while_rendering(
    error: &tera::Error,
    page: &str,
    templates: &BTreeMap<String, Template>,
) -> Diagnostic {
    let told = told(error);
    let message = say!(
        "mẫu bị lỗi khi tạo `{page}`: {told}",
        "the template failed while making `{page}`: {told}"
    );
    let hint = say!(
        "sửa mẫu ở chỗ này, hoặc dữ liệu mà mẫu dùng",
        "mend the template here, or the data that it uses"
    );
    let fault = Diagnostic::error(Code::TemplateFailed, message).hint(hint);
    placed(fault, error, templates)
}

fn told(error: &tera::Error) -> String {
    report(error).map_or_else(|| error.to_string(), |report| report.message().to_owned())
}

/// The part of a fault that knows its place, if it has one.
fn report(error: &tera::Error) -> Option<&ReportError> {
    if let ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) = error.kind() {
        return Some(report);
    }
    None
}

/// The template at fault, where tera names it without a place.
fn named(error: &tera::Error) -> Option<&str> {
    if let ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } =
        error.kind()
    {
        return Some(tpl);
    }
    if let ErrorKind::MissingParent { current, .. } = error.kind() {
        return Some(current);
    }
    None
}

fn placed(
    fault: Diagnostic,
    error: &tera::Error,
    templates: &BTreeMap<String, Template>,
) -> Diagnostic {
    let report = report(error);
    let span = report.map(ReportError::span);
    let Some(name) = report.map(ReportError::filename).or_else(|| named(error)) else {
        return fault;
    };
    let Some(Template { path, text }) = templates.get(name) else { return fault };
    let place = match span {
        Some(span) => {
            let start = offset(text, span.start_line, span.start_col);
            let end = offset(text, span.end_line, span.end_col).max(start);
            Place::within(path, text, (start..end).into())
        }
        None => Place::file(path),
    };
    fault.at(place)
}

/// The byte of a line (from 1) and a column (letters from 0).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let rest = &text[start.min(text.len())..];
    start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
}
