//! Quotation marks and brackets that do not close where they should.

use crate::diagnostics::say;
use crate::yaml::lines::Line;
use crate::yaml::quoted::quoted;
use crate::yaml::slips::Fault;

/// A quotation mark that its line does not close, with an entry in the next line.
pub(super) fn open_quote(line: &Line<'_>, after: Option<&Line<'_>>) -> Option<Fault> {
    let (key, value) = line.value()?;
    let mark = mark_of(value).filter(|mark| closed_at(value, *mark).is_none())?;
    if after.is_some_and(|after| after.entry().is_none()) {
        return None;
    }
    let at = line.place_of(value);
    let text = quoted(value[mark.len_utf8()..].trim());
    Some(Fault::new(
        at.start..at.start + mark.len_utf8(),
        say!(
            "dấu nháy `{mark}` mở ở đây mà không đóng",
            "the quotation mark `{mark}` opened here is not closed"
        ),
        say!("viết `{key}: {text}`", "write `{key}: {text}`"),
    ))
}

/// `"Kế hoạch" năm 2026`.
pub(super) fn text_behind_quote(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.value()?;
    let mark = mark_of(value)?;
    let end = closed_at(value, mark)?;
    let behind = value[end..].trim();
    if behind.is_empty() || behind.starts_with('#') {
        return None;
    }
    // Within a word the mark is an apostrophe, and the first one opens the whole text.
    let is_in_word = value[..end - 1].ends_with(char::is_alphabetic)
        && value[end..].starts_with(char::is_alphabetic);
    let text = if is_in_word { value[1..].trim_end_matches(mark) } else { value };
    let text = quoted(text);
    let at = line.place_of(value);
    Some(Fault::new(
        at.start + end..at.end,
        say!("có chữ đứng sau dấu nháy đóng", "there is text after the closing quotation mark"),
        say!(
            "đặt cả câu trong một cặp dấu nháy: `{key}: {text}`",
            "put the whole text between one pair of marks: `{key}: {text}`"
        ),
    ))
}

/// `"C:\Users"`: between these marks a backslash begins a sign of its own.
pub(super) fn backslash(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.value()?;
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    let known = "0abtnvfre \"/\\N_LPxuU";
    let at = inner.match_indices('\\').map(|(at, _)| at);
    let mut odd = at.filter(|at| !inner[at + 1..].starts_with(|letter| known.contains(letter)));
    let first = odd.next()?;
    let text = quoted(inner);
    let start = line.place_of(value).start + 1 + first;
    Some(Fault::new(
        start..start + 1,
        say!(
            "dấu `\\` trong dấu nháy kép không phải chữ thường",
            "`\\` between double quotation marks is no plain letter"
        ),
        say!("đổi sang dấu nháy đơn: `{key}: {text}`", "use single ones: `{key}: {text}`"),
    ))
}

/// `[Thông báo] Họp`.
pub(super) fn text_behind_bracket(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.value()?;
    let close = closing(value)?;
    let end = value.rfind(close)? + 1;
    let behind = value[end..].trim();
    if behind.is_empty() || behind.starts_with('#') {
        return None;
    }
    let text = quoted(value);
    let at = line.place_of(value);
    Some(Fault::new(
        at,
        say!(
            "giá trị của `{key}` bắt đầu bằng dấu ngoặc, nên được hiểu là một danh sách",
            "the value of `{key}` begins with a bracket, so it is taken for a list"
        ),
        say!(
            "đặt cả câu trong dấu nháy: `{key}: {text}`",
            "put the text in quotation marks: `{key}: {text}`"
        ),
    ))
}

/// A bracket that its line does not close, with an entry in the next line.
pub(super) fn open_bracket(line: &Line<'_>, after: Option<&Line<'_>>) -> Option<Fault> {
    let (_, value) = line.value()?;
    let close = closing(value)?;
    let open = value.chars().next()?;
    let is_open = value.matches(open).count() > value.matches(close).count();
    let is_last = after.is_none_or(|after| after.entry().is_some() && after.indent <= line.indent);
    (is_open && is_last).then(|| {
        let at = line.place_of(value);
        Fault::new(
            at.start..at.start + 1,
            say!("dấu ngoặc mở ở đây mà không đóng", "the bracket opened here is not closed"),
            say!("thêm dấu `{close}` ở cuối dòng", "add `{close}` at the end of the line"),
        )
    })
}

/// Where a quoted text ends within its line: behind the mark that closes it.
fn closed_at(value: &str, mark: char) -> Option<usize> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if mark == '"' => {
                letters.next();
            }
            '\'' if mark == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') => {
                letters.next();
            }
            other if other == mark => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn mark_of(value: &str) -> Option<char> {
    value.chars().next().filter(|mark| matches!(mark, '"' | '\''))
}

/// The mark that closes a bracket.
fn closing(value: &str) -> Option<char> {
    match value.chars().next()? {
        '[' => Some(']'),
        '{' => Some('}'),
        _ => None,
    }
}
