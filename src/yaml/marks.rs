//! Quotation marks and brackets that do not close where they should.

use crate::diagnostics::{Fix, Say, say};
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
    let message = say!(
        "dấu nháy `{mark}` mở ở đây mà không đóng",
        "the quotation mark `{mark}` opened here is not closed"
    );
    let hint = say!("viết `{key}: {text}`", "write `{key}: {text}`");
    // What stands behind a hash may be a note.
    let fix = Fix { is_sure: !value.contains(" #"), ..Fix::sure(at.clone(), text) };
    Some(Fault::new(at.start..at.start + mark.len_utf8(), message, hint).fix(fix))
}

/// `"Kế hoạch" năm 2026`.
pub(super) fn text_behind_quote(line: &Line<'_>) -> Option<Fault> {
    let (_, value) = line.value()?;
    let mark = mark_of(value)?;
    let end = closed_at(value, mark)?;
    let behind = value[end..].trim();
    if behind.is_empty() || behind.starts_with('#') {
        return None;
    }
    // Within a word the mark is an apostrophe, and the first one opens the whole text. So it does
    // where the second one opens too: `"Xã "A" phát động"`.
    let opens_next = value[..end - 1].ends_with(' ') && !value[end..].starts_with(' ');
    let is_in_word = value[..end - 1].ends_with(char::is_alphabetic)
        && value[end..].starts_with(char::is_alphabetic);
    let is_around = opens_next && value.ends_with(mark);
    let text = if is_in_word {
        value[1..].trim_end_matches(mark)
    } else if is_around {
        &value[1..value.len() - 1]
    } else {
        value
    };
    let at = line.place_of(value);
    let message =
        say!("có chữ đứng sau dấu nháy đóng", "there is text after the closing quotation mark");
    let is_sure = !is_in_word && !is_around && !value.contains(" #");
    Some(Fault::unquoted((line, at.start + end..at.end), message, text, is_sure))
}

/// `"C:\Users"`: between these marks a backslash begins a sign of its own.
pub(super) fn backslash(line: &Line<'_>) -> Option<Fault> {
    let (_, value) = line.value()?;
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    let known = "0abtnvfre \"/\\N_LPxuU";
    let at = inner.match_indices('\\').map(|(at, _)| at);
    let mut odd = at.filter(|at| !inner[at + 1..].starts_with(|letter| known.contains(letter)));
    let first = odd.next()?;
    let start = line.place_of(value).start + 1 + first;
    Some(Fault::unquoted((line, start..start + 1), odd_backslash(), inner, true))
}

/// `"C:\new"`, in which YAML reads `\n` as the end of a line.
pub(super) fn drive(line: &Line<'_>) -> Option<Fault> {
    let (_, value) = line.value()?;
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    let mut letters = inner.chars();
    let is_drive = letters.next()?.is_ascii_alphabetic() && letters.as_str().starts_with(":\\");
    let is_plain = is_drive && !letters.as_str().contains("\\\\");
    let start = line.place_of(value).start;
    is_plain.then(|| Fault::unquoted((line, start + 3..start + 4), odd_backslash(), inner, true))
}

fn odd_backslash() -> Say {
    say!(
        "dấu `\\` trong dấu nháy kép không phải chữ thường",
        "`\\` between double quotation marks is no plain letter"
    )
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
    let message = say!(
        "giá trị của `{key}` bắt đầu bằng dấu ngoặc, nên được hiểu là một danh sách",
        "the value of `{key}` begins with a bracket, so it is taken for a list"
    );
    // Brackets alone, as in `[a] [b]`, may be meant for lists.
    let is_text = behind.starts_with(char::is_alphanumeric) && !value.contains(" #");
    Some(Fault::unquoted((line, line.place_of(value)), message, value, is_text))
}

/// `[a, b]]`.
pub(super) fn bracket_too_many(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.value()?;
    let close = closing(value)?;
    let open = value.chars().next()?;
    let shorter = value.strip_suffix(close)?;
    let is_one_more = value.matches(close).count() == value.matches(open).count() + 1;
    let is_closed = shorter.trim_end().ends_with(close);
    (is_one_more && is_closed).then(|| {
        let at = line.place_of(value);
        let shorter = shorter.trim_end();
        let message = say!("thừa một dấu `{close}`", "there is one `{close}` too many");
        let hint = say!("viết `{key}: {shorter}`", "write `{key}: {shorter}`");
        let fix = Fix::sure(at.start + shorter.len()..at.end, "");
        Fault::new(at.end - 1..at.end, message, hint).fix(fix)
    })
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
        let message =
            say!("dấu ngoặc mở ở đây mà không đóng", "the bracket opened here is not closed");
        let hint = say!("thêm dấu `{close}` ở cuối dòng", "add `{close}` at the end of the line");
        // Behind a space, the mark can be part of no address.
        let close = if open == '{' { " }" } else { "]" };
        let fix = Fix::likely(at.end..at.end, close);
        Fault::new(at.start..at.start + 1, message, hint).fix(fix)
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
