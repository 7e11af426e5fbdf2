//! Heads whose lines of `---` are not there, or are other lines: where they should stand.
//!
//! The keys are told by their look, so that one missing line is one fault and the page is known.

use std::ops::Range;

use crate::content::front_matter::{Split, fenced};
use crate::diagnostics::{Code, Diagnostic, Fix, Say, say};
use crate::yaml::Reading;

/// A head that is opened: what becomes of it where its end is not the line that closes it.
/// `closed` is the part up to the next `---`, if there is one; nothing comes out if that is right.
pub(super) fn opened(
    start: usize,
    closed: Option<&Range<usize>>,
    reading: &mut Reading<'_>,
) -> Option<Split> {
    let limit = closed.map_or(reading.text.len(), |front| front.end);
    let (end, is_text_below) = end_of_keys(reading.text, start..limit);
    if let Some(front) = closed {
        let has_text = is_text_below && !reading.text[end..front.end].lines().all(is_aside);
        let mut trial = Reading::new(reading.path, reading.text);
        if !has_text || trial.yaml(front.clone()).is_some_and(|_| trial.diagnostics.is_empty()) {
            return None;
        }
    }
    if end == start {
        return None;
    }
    let (line, body) = end_mark(reading.text, end);
    let ((message, hint), fix) = match body == line.start {
        true => (missing_end(), Fix::sure(end..end, end_line(reading.text, end))),
        false => (wrong_mark(&reading.text[line.clone()]), Fix::sure(line.clone(), "---")),
    };
    let fault = Diagnostic::error(Code::UnclosedFrontMatter, message).hint(hint).fix(fix);
    reading.tell(line.into(), fault);
    let front_matter = reading.yaml(start..end);
    Some(Split { front_matter, body: body..reading.text.len(), is_sure: true })
}

/// A head that no `---` opens, by its keys or by another line in its place.
pub(super) fn not_opened(line: Range<usize>, reading: &mut Reading<'_>) -> Option<Split> {
    let text = reading.text;
    let first = text[line.clone()].trim_end();
    let below = (line.end + 1).min(text.len());
    if let Some(split) = fenced::in_fence(line.clone(), reading) {
        return Some(split);
    }
    let stuck = first.strip_prefix("---").map(str::trim_start).filter(|rest| is_key_line(rest));
    let (start, (message, hint)) = if is_mark(first) && is_key_line(line_at(text, below)) {
        (below, wrong_mark(first))
    } else if is_key_line(first) {
        (line.start, missing_begin())
    } else if let Some(rest) = stuck {
        (line.start + first.len() - rest.len(), stuck_mark())
    } else {
        return text_before(line, reading);
    };
    let (end, _) = end_of_keys(text, start..text.len());
    let (mark, body) = end_mark(text, end);
    // One line with a colon may be the text of a page; two, or one above a mark, are keys.
    let keys = text[start..end].lines().filter(|line| is_key_line(line)).count();
    if keys < 2 && body == mark.start {
        return None;
    }
    let is_closed = body > mark.start && text[mark.clone()].trim_end() == "---";
    let fix = if is_closed {
        Fix::sure(line.start..start, "---\n")
    } else {
        let close = if body > mark.start { mark.start } else { end };
        let closing = if body > mark.start { "---\n".to_owned() } else { end_line(text, end) };
        let head = format!("---\n{}{closing}", &text[start..close]);
        Fix::sure(line.start..body.max(end), head)
    };
    let fault = Diagnostic::error(Code::NoFrontMatter, message).hint(hint).fix(fix);
    reading.tell(line.into(), fault);
    Some(Split { front_matter: reading.yaml(start..end), body: body..text.len(), is_sure: true })
}

/// A head below some text.
fn text_before(line: Range<usize>, reading: &mut Reading<'_>) -> Option<Split> {
    let text = reading.text;
    let opens = |at: usize| is_key_line(line_at(text, at + "---\n".len()));
    let (at, _) = text.match_indices("\n---\n").find(|(at, _)| opens(at + 1))?;
    let start = at + "\n---\n".len();
    let end = text[start..].find("\n---\n").map(|end| start + end + 1)?;
    if end_of_keys(text, start..end).0 == start {
        return None;
    }
    let message = say!(
        "phần đầu trang phải ở ngay đầu tệp",
        "the front matter must stand at the very beginning of the file"
    );
    let hint = say!(
        "chuyển những dòng này xuống dưới dòng `---` thứ hai",
        "move these lines below the second line `---`"
    );
    let body = (end + "---\n".len()).min(text.len());
    let moved = format!("{}\n{}", &text[at + 1..body], &text[line.start..at + 1]);
    let fix = Fix::likely(line.start..body, moved);
    let fault = Diagnostic::error(Code::NoFrontMatter, message).hint(hint).fix(fix);
    reading.tell(line.into(), fault);
    let front_matter = reading.yaml(start..end);
    Some(Split { front_matter, body: body..text.len(), is_sure: true })
}

/// The end of the last line that can be one of a head, and whether a gap stands below it.
pub(super) fn end_of_keys(text: &str, part: Range<usize>) -> (usize, bool) {
    let (mut at, mut end, mut is_after_gap) = (part.start, part.start, false);
    for line in text[part].split_inclusive('\n') {
        at += line.len();
        if is_mark(line) {
            break;
        }
        let is_key = is_key_line(line) || (!is_after_gap && line.contains(": "));
        let is_within = line.starts_with([' ', '\t']) || (!is_after_gap && line.starts_with("- "));
        if line.trim().is_empty() {
            is_after_gap = true;
        } else if is_key || (is_within && end > 0) {
            (end, is_after_gap) = (at, false);
        } else if !line.starts_with('#') || line.starts_with("##") {
            break;
        }
    }
    (end, is_after_gap)
}

/// The line at which a head should end, and where the text begins: behind that line if it is a
/// mark of some kind, else with it.
fn end_mark(text: &str, end: usize) -> (Range<usize>, usize) {
    let gap = text[end..].len() - text[end..].trim_start_matches('\n').len();
    let next = end + gap;
    let line = next..next + line_at(text, next).len();
    if is_mark(&text[line.clone()]) {
        let body = (line.end + 1).min(text.len());
        return (line, body);
    }
    // The last line of keys, where nothing follows.
    let at = end.min(text.len());
    (at..at + line_at(text, at).len(), at)
}

/// The line that closes a head, as it is put behind the last key.
fn end_line(text: &str, end: usize) -> String {
    let is_begun = text[..end].ends_with('\n');
    if is_begun { "---\n".to_owned() } else { "\n---\n".to_owned() }
}

/// The line at this place.
pub(super) fn line_at(text: &str, at: usize) -> &str {
    text.get(at..).and_then(|rest| rest.split('\n').next()).unwrap_or_default()
}

/// A key as front matter has them, at the left edge.
pub(super) fn is_key_line(line: &str) -> bool {
    let Some((key, rest)) = line.split_once(':') else { return false };
    let plain = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    !key.is_empty() && key.bytes().all(plain) && (rest.trim().is_empty() || rest.starts_with(' '))
}

/// A line of strokes that stands for `---`.
fn is_mark(line: &str) -> bool {
    let line = line.trim();
    let strokes = line.chars().filter(|letter| "-–—−".contains(*letter)).count();
    let others = |sign: char| line.len() >= 3 && line.chars().all(|letter| letter == sign);
    let is_stroke = |letter: char| letter == ' ' || "-–—−".contains(letter);
    (strokes > 0 && line.chars().all(is_stroke)) || ['=', '_', '*', '~'].into_iter().any(others)
}

/// An empty line, or a note.
fn is_aside(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#')
}

fn missing_begin() -> (Say, Say) {
    (
        say!(
            "thiếu dòng `---` ở đầu tệp",
            "the line `---` at the beginning of the file is missing"
        ),
        say!(
            "thêm một dòng `---` trên dòng này, và một dòng `---` sau mục cuối nếu chưa có",
            "put a line `---` above this one, and one below the last key if there is none"
        ),
    )
}

fn stuck_mark() -> (Say, Say) {
    (
        say!("`---` phải đứng một mình trên một dòng", "`---` must stand on a line of its own"),
        say!("xuống dòng sau `---`", "begin a new line behind `---`"),
    )
}

fn missing_end() -> (Say, Say) {
    (
        say!(
            "phần đầu trang mở bằng `---` mà không đóng",
            "the front matter opened by `---` is not closed"
        ),
        say!(
            "thêm một dòng `---` ở đây: sau mục cuối cùng, trước nội dung",
            "add a line `---` here: after the last key, before the text"
        ),
    )
}

fn wrong_mark(line: &str) -> (Say, Say) {
    let line = line.trim();
    (
        say!(
            "dòng `{line}` phải là đúng ba dấu gạch nối",
            "the line `{line}` must be just three hyphens"
        ),
        say!("sửa thành `---`", "make it `---`"),
    )
}
