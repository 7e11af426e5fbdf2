//! A head in a block of code, as guides show it.

use std::ops::Range;

use crate::content::front_matter::Split;
use crate::content::front_matter::marks::{is_key_line, line_at};
use crate::diagnostics::{Code, Diagnostic, Fix, say};
use crate::yaml::Reading;

/// A head between lines of three backticks, with its lines of `---` or without them.
pub(super) fn in_fence(line: Range<usize>, reading: &mut Reading<'_>) -> Option<Split> {
    let text = reading.text;
    let first = text[line.clone()].trim();
    let mark = ["```", "~~~"].into_iter().find(|mark| first.starts_with(mark))?;
    let language = first.trim_start_matches(['`', '~']).trim();
    let start = (line.end + 1).min(text.len());
    let close = text[start..].find(&format!("\n{mark}")).map(|close| start + close + 1)?;
    let inner = &text[start..close];
    let keys = inner.trim_start_matches("---\n").trim_end();
    let keys = keys.strip_suffix("---").unwrap_or(keys).trim_end();
    let is_head = matches!(language, "" | "yaml" | "yml" | "markdown" | "md");
    if !is_head || !is_key_line(line_at(keys, 0)) || keys.contains("\n---\n") {
        return None;
    }
    let end = close + line_at(text, close).len();
    let message = say!(
        "phần đầu trang không đặt trong khối mã",
        "the front matter stands in no block of code"
    );
    let hint = say!(
        "bỏ hai dòng {mark} quanh nó; phần đầu trang đứng giữa hai dòng `---` ở đầu tệp",
        "take the two lines {mark} around it away; it stands between two lines `---` at the beginning"
    );
    let fix = Fix::sure(line.start..end, format!("---\n{keys}\n---"));
    let fault = Diagnostic::error(Code::NoFrontMatter, message).hint(hint).fix(fix);
    reading.tell(line.into(), fault);
    let begin = start + inner.find(keys).unwrap_or(0);
    let front_matter = reading.yaml(begin..begin + keys.len());
    let body = (end + 1).min(text.len())..text.len();
    Some(Split { front_matter, body, is_sure: true })
}
