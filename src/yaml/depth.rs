//! Lines that begin in a column in which nothing begins.

use crate::diagnostics::{Fix, say};
use crate::yaml::lines::Line;
use crate::yaml::slips::{Fault, Neighbours};

/// A line that is some spaces too deep, or not deep enough.
pub(super) fn of_line(yaml: &str, own: &Neighbours<'_, '_>) -> Option<Fault> {
    let edge = own.line.edge(yaml);
    if let Some(fault) = stray_hyphen(edge, own) {
        return Some(fault);
    }
    let (wanted, is_sure) = first_too_deep(yaml, own)
        .or_else(|| too_deep(own))
        .map(|wanted| (wanted, true))
        .or_else(|| astray(yaml, own).map(|wanted| (wanted, false)))?;
    let line = own.line;
    let column = wanted + 1;
    let message = say!(
        "dòng này thụt vào không khớp với các dòng khác",
        "this line is not indented like the other lines"
    );
    let hint = say!(
        "cho dòng này bắt đầu ở cột {column}, thẳng với mục cùng bậc",
        "let the line begin in column {column}, below the entries of its level"
    );
    let start = line.range.start;
    let fix = Fix { is_sure, ..Fix::sure(start..start + edge, " ".repeat(wanted)) };
    Some(Fault::new(start + edge..line.range.end, message, hint).fix(fix))
}

/// A hyphen before a key that stands below another key and its value: no list begins there.
fn stray_hyphen(edge: usize, own: &Neighbours<'_, '_>) -> Option<Fault> {
    let line = own.line;
    let above = own.before.last().filter(|above| above.indent == edge && !above.is_item)?;
    let (key, _) = above.value().and(line.entry()).filter(|_| line.is_item)?;
    let message = say!(
        "dấu `-` trước `{key}` mở một danh sách ở chỗ không có danh sách",
        "the `-` before `{key}` begins a list where there is none"
    );
    let hint = say!("viết `{}`", "write `{}`", line.text);
    let hyphen = line.range.start + edge..line.start;
    Some(Fault::new(hyphen.start..hyphen.start + 1, message, hint).fix(Fix::sure(hyphen, "")))
}

/// The first line of all, deeper than others that belong to no entry of it.
fn first_too_deep(yaml: &str, own: &Neighbours<'_, '_>) -> Option<usize> {
    let is_first = own.before.is_empty() && own.line.edge(yaml) > 0;
    let is_left = |line: &Line<'_>| line.edge(yaml) == 0 && line.entry().is_some();
    (is_first && own.behind.iter().any(is_left)).then_some(0)
}

/// A key that is deeper than the entry above it, which has a value and so can hold no keys.
fn too_deep(own: &Neighbours<'_, '_>) -> Option<usize> {
    let above = own.before.last().filter(|above| !above.continues)?;
    let (_, value) = above.value().filter(|_| own.line.continues)?;
    let (key, behind) = own.line.entry()?;
    let is_key = key.bytes().all(|byte| byte.is_ascii_lowercase() || b"_-".contains(&byte));
    let is_entry = is_key && (behind.is_empty() || behind.starts_with(' '));
    let may_go_on = value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*']);
    (is_entry && !may_go_on).then_some(above.indent)
}

/// The only column one space beside it in which something of the lines above begins.
fn astray(yaml: &str, own: &Neighbours<'_, '_>) -> Option<usize> {
    let line = own.line;
    let edge = line.edge(yaml);
    if line.continues || (line.entry().is_none() && edge == line.indent) {
        return None;
    }
    // Hyphens stand below hyphens, and keys below keys.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for above in own.before.iter().filter(|above| !above.continues) {
        let first = above.edge(yaml);
        open.retain(|(column, _)| *column < first);
        open.extend((first < above.indent).then_some((first, true)));
        open.push((above.indent, false));
    }
    let opens = own.before.last().is_some_and(|above| above.text.ends_with(':'));
    let is_new = opens && open.last().is_some_and(|(deepest, _)| edge > *deepest);
    let is_item = edge < line.indent;
    // `  - title: A` and then `  date: …`: below the hyphen, where the key above it should be.
    let above = own.before.last().filter(|above| above.edge(yaml) == edge && !is_item);
    if let Some(above) = above.filter(|above| above.indent > edge && above.entry().is_some()) {
        return Some(above.indent);
    }
    open.retain(|(_, is_of_items)| *is_of_items == is_item);
    if is_new || open.iter().any(|(column, _)| *column == edge) {
        return None;
    }
    let mut near = open.into_iter().filter(|(column, _)| column.abs_diff(edge) == 1);
    near.next().filter(|_| near.next().is_none()).map(|(column, _)| column)
}

/// The line with so many spaces more in front of it.
pub(super) fn deeper(own: &Neighbours<'_, '_>, spaces: &str) -> Fix {
    let start = own.line.range.start;
    Fix::sure(start..start, spaces)
}
