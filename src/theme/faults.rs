//! Faults of templates, with their place.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::{ErrorKind, ReportError};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::theme::Template;

/// A template that cannot be read.
pub(super) fn while_loading(
    error: &tera::Error,
    templates: &BTreeMap<String, Template>,
) -> Diagnostic {
    let told = told(error);
    let message =
        say!("không đọc được mẫu, máy báo “{told}”", "the template cannot be read: {told}");
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
    let message = say!("mẫu bị lỗi, máy báo “{told}”", "the template failed: {told}");
    let hint = say!(
        "sửa mẫu ở chỗ này, hoặc dữ liệu mà mẫu dùng; lỗi hiện ra khi tạo `{page}`",
        "mend the template here, or the data that it uses; it failed while making `{page}`"
    );
    let fault = Diagnostic::error(Code::TemplateFailed, message).hint(hint);
    placed(fault, error, templates)
}

/// What tera says of a fault, in one line.
fn told(error: &tera::Error) -> String {
    if let Some(report) = report(error) {
        return report.message().lines().collect::<Vec<_>>().join(" ");
    }
    let told = error.to_string();
    let first = told.lines().next().unwrap_or_default();
    first.strip_prefix("error: ").unwrap_or(first).to_owned()
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

fn missing_parent(error: &tera::Error) -> Option<&str> {
    if let ErrorKind::MissingParent { parent, .. } = error.kind() { Some(parent) } else { None }
}

/// The template, line and column that tera has only drawn: ` --> post.html:1:17`.
fn drawn(told: &str) -> Option<(&str, usize, usize)> {
    let (_, rest) = told.split_once("--> ")?;
    let mut parts = rest.lines().next()?.trim().rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((parts.next()?, line, column))
}

fn placed(
    fault: Diagnostic,
    error: &tera::Error,
    templates: &BTreeMap<String, Template>,
) -> Diagnostic {
    let place = |name: &str, at: &dyn Fn(&str) -> Option<Range<usize>>| {
        let Template { path, text } = templates.get(name)?;
        let span = at(text);
        Some(span.map_or_else(|| Place::file(path), |span| Place::within(path, text, span.into())))
    };
    let told = error.to_string();
    let found = if let Some(report) = report(error) {
        let span = report.span();
        place(report.filename(), &|text| {
            let start = offset(text, span.start_line, span.start_col);
            Some(start..offset(text, span.end_line, span.end_col).max(start))
        })
    } else if let Some((name, line, column)) = drawn(&told) {
        place(name, &|text| {
            let start = offset(text, line, column.saturating_sub(1));
            let quoted = told.split('`').nth(1).filter(|word| text[start..].starts_with(word));
            Some(start..start + quoted.map_or(1, str::len))
        })
    } else {
        // A component that is defined twice: the last template that is named repeats the first.
        let last = told.rsplit('`').nth(1).filter(|name| templates.contains_key(*name));
        let parent = missing_parent(error);
        named(error).or(last).and_then(|name| {
            place(name, &|text| {
                let start = text.find(parent?)?;
                Some(start..start + parent?.len())
            })
        })
    };
    match found {
        Some(place) => fault.at(place),
        None => fault,
    }
}

/// The byte of a line (from 1) and a column (letters from 0).
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start =
        text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let rest = &text[start.min(text.len())..];
    start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
}
