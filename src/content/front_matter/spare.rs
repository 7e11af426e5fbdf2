//! Lines of `---` that are too many, and a second head.

use std::ops::Range;

use crate::content::front_matter::marks::{end_of_keys, is_key_line, line_at};
use crate::diagnostics::{Code, Diagnostic, Fix, say};
use crate::yaml::Reading;

/// The head and the body as they are meant, where a line of `---` is too many or a second head
/// stands below the first. Given are those that the first two lines of `---` make.
pub(super) fn without(
    (front, body): (Range<usize>, Range<usize>),
    reading: &mut Reading<'_>,
) -> (Range<usize>, Range<usize>) {
    let text = reading.text;
    let begin = body.start + text[body.clone()].len() - text[body.clone()].trim_start().len();
    let first = line_at(text, begin);
    if text[front.clone()].trim().is_empty() && is_key_line(first) {
        return below_two_marks((front, begin), reading).unwrap_or((begin..begin, body));
    }
    let below = (begin + first.len() + 1).min(text.len());
    if first.trim_end() != "---" {
        return (front, body);
    }
    if is_key_line(line_at(text, below))
        && let Some(behind) = second_head(begin..begin + first.len(), reading)
    {
        return (front, behind..text.len());
    }
    if begin == body.start {
        let line = begin..begin + first.len();
        tell_spare(line, below, reading);
        return (front, below..text.len());
    }
    (front, body)
}

/// Two lines of `---` and then keys: the second line is too many.
fn below_two_marks(
    (front, keys): (Range<usize>, usize),
    reading: &mut Reading<'_>,
) -> Option<(Range<usize>, Range<usize>)> {
    let text = reading.text;
    let (end, _) = end_of_keys(text, keys..text.len());
    let close = line_at(text, end);
    if close.trim_end() != "---" {
        return None;
    }
    let line = front.end..front.end + line_at(text, front.end).len();
    let below = (line.end + 1).min(text.len());
    tell_spare(line, below, reading);
    Some((keys..end, (end + close.len() + 1).min(text.len())..text.len()))
}

fn tell_spare(line: Range<usize>, below: usize, reading: &mut Reading<'_>) {
    let message = say!("thừa một dòng `---`", "there is one line `---` too many");
    let hint = say!(
        "xoá dòng này: phần đầu trang đứng giữa đúng hai dòng `---`",
        "delete this line: the front matter stands between just two lines `---`"
    );
    let fault = Diagnostic::warning(Code::SpareMark, message).hint(hint);
    reading.tell(line.clone().into(), fault.fix(Fix::sure(line.start..below, "")));
}

/// Says that a second head stands here; where it ends.
fn second_head(line: Range<usize>, reading: &mut Reading<'_>) -> Option<usize> {
    let text = reading.text;
    let start = (line.end + 1).min(text.len());
    let (end, _) = end_of_keys(text, start..text.len());
    let close = line_at(text, end);
    if close.trim_end() != "---" {
        return None;
    }
    let message = say!("trang có hai phần đầu", "the page has two heads of front matter");
    let hint = say!(
        "chuyển những mục cần giữ lên phần đầu thứ nhất, rồi xoá phần này",
        "move the keys that you need into the first one and delete this one"
    );
    reading.error(line.into(), Code::SpareMark, message, hint);
    Some((end + close.len() + 1).min(text.len()))
}
