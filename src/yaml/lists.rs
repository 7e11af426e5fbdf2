//! Lists whose items do not begin with a hyphen and a space, or not in one column.

use crate::diagnostics::{Fix, say};
use crate::yaml::lines::Line;
use crate::yaml::raw::TEXTS;
use crate::yaml::slips::Fault;

/// What Word and people put in front of an item.
const MARKS: [char; 10] = ['-', '–', '—', '•', '·', '*', '+', '▪', '●', '§'];

/// Items below a key that begin with another mark, or with no space behind it:
/// `-Chung tay`, `• Chung tay`.
pub(super) fn glued(line: &Line<'_>, behind: &[Line<'_>]) -> Option<Fault> {
    let (key, value) = line.entry()?;
    let is_open = value.trim().is_empty() && !TEXTS.contains(&key) && key != "body";
    let run = behind.iter().take_while(|item| item.indent >= line.indent);
    let run: Vec<(&Line<'_>, &str)> =
        run.map_while(|item| Some((item, without_mark(item.text)?))).collect();
    let ((first, _), (last, _)) = (run.first()?, run.last()?);
    if !is_open || first.indent != first.start - first.range.start {
        return None;
    }
    let mut written = String::new();
    for (_, text) in &run {
        if !written.is_empty() {
            written.push('\n');
            written.push_str(&" ".repeat(first.indent));
        }
        written.push_str("- ");
        written.push_str(text);
    }
    let shown = run.first().map_or("", |(_, text)| text);
    let message = say!(
        "mỗi mục của danh sách phải bắt đầu bằng dấu gạch nối và dấu cách",
        "each item of a list must begin with a hyphen and a space"
    );
    let hint = say!("viết `- {shown}`", "write `- {shown}`");
    let fix = Fix::sure(first.start..last.range.end, written);
    Some(Fault::new(first.start..first.range.end, message, hint).fix(fix))
}

/// The text of an item behind a mark that is no hyphen with a space.
fn without_mark(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|mark| MARKS.contains(mark))?;
    let rest = &text[mark.len_utf8()..];
    let is_number = rest.starts_with(|letter: char| letter.is_ascii_digit());
    let is_other = mark != '-' || !(rest.starts_with([' ', '-']) || is_number);
    let rest = rest.trim();
    (is_other && !rest.is_empty() && !rest.starts_with(MARKS)).then_some(rest)
}

/// `topics: - a`: a list of one in the line of its key.
pub(super) fn single(line: &Line<'_>, item: &str) -> Option<Fault> {
    let (key, value) = line.value().filter(|(key, _)| !TEXTS.contains(key))?;
    let at = line.place_of(value);
    let message = say!(
        "danh sách trên cùng dòng với `{key}` phải viết trong ngoặc vuông",
        "a list in the line of `{key}` is written between brackets"
    );
    let hint = say!("viết `{key}: [{item}]`", "write `{key}: [{item}]`");
    Some(Fault::new(at.clone(), message, hint).fix(Fix::likely(at, format!("[{item}]"))))
}

/// An item that is deeper than the one above it, and so is read as more of its text.
pub(super) fn deeper_item(yaml: &str, above: &Line<'_>, line: &Line<'_>) -> Option<Fault> {
    let (edge, wanted) = (line.edge(yaml), above.edge(yaml));
    let is_item = |line: &Line<'_>, edge: usize| line.indent > edge;
    let goes_on = is_item(above, wanted) && is_item(line, edge) && edge > wanted;
    if !goes_on || above.entry().is_some() || above.text.starts_with(['"', '\'', '[', '{', '|']) {
        return None;
    }
    let start = line.range.start;
    let message = say!(
        "dấu gạch nối này thụt vào sâu hơn dòng trên, nên dòng này bị nối vào dòng trên",
        "this hyphen is deeper than the one above, so the line is read as more of that line"
    );
    let hint = say!(
        "cho các dấu gạch nối của một danh sách thẳng cột với nhau",
        "let the hyphens of one list stand in one column"
    );
    let fix = Fix::sure(start..start + edge, " ".repeat(wanted));
    Some(Fault::new(start + edge..line.range.end, message, hint).fix(fix))
}
