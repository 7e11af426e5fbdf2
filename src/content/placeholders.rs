//! What `bangtin new` wrote for its author to replace, and what people leave to be filled in.
//!
//! In: a page that is no draft. Out: what of that still stands there.

use std::ops::Range;

use crate::content::holes;
use crate::diagnostics::{Code, Diagnostic, say};
use crate::yaml::{Node, Reading, Value};

/// The sentences that `bangtin new` writes to start from, in Vietnamese and English.
pub const SENTENCES: [&str; 14] = [
    "Việc gì, ở đâu, khi nào, ai làm: viết trong một hai câu.",
    "What, where, when and who: say it in a sentence or two.",
    "Viết nội dung trang ở đây.",
    "Write the page here.",
    "Một hai câu giới thiệu chuyên mục này.",
    "A sentence or two about this section.",
    "Kế hoạch này nhằm việc gì, cho ai, trong thời gian nào.",
    "What this plan is for, for whom, and when.",
    "Tài liệu này dùng khi nào, in thế nào.",
    "When to use this, and how to print it.",
    "Viết nội dung ở đây.",
    "Write the text here.",
    "- Điều thứ nhất",
    "- The first point",
];

/// The titles that it writes for the first task and the first event.
pub const TITLES: [&str; 4] = ["Nhiệm vụ 1", "Task 1", "Sự kiện 1", "Event 1"];

/// The number that it writes for the document of a plan. There is a real one each year, so it is
/// told only beside something else that was not replaced.
pub const NUMBER: &str = "01/KH-UBND";

/// Values of keys that say nothing.
const VALUES: [&str; 4] = ["…", "...", "điền vào đây", "https://…"];

/// Marks of what is to be done, spelt so that no reader of this text takes them for one.
const MARKS: [&str; 2] = ["TO\u{44}O", "FIX\u{4d}E"];

/// The most that is told of one text.
const MOST: usize = 5;

/// Says what of a page was left to be filled in: in its keys, and in the text behind them.
pub(super) fn check(keys: Option<&Node>, body: Range<usize>, reading: &mut Reading<'_>) {
    let mut left = Vec::new();
    if let Some(node) = keys {
        in_keys(node, None, &mut left);
    }
    in_text(body, reading.text, &mut left);
    if !left.is_empty()
        && let Some(number) = keys.and_then(number)
    {
        left.push(number.span.start as usize..number.span.end as usize);
    }
    for stretch in left {
        let Some(written) = reading.text.get(stretch.clone()) else { continue };
        let written = written.trim_start_matches("- ");
        let message = say!(
            "`{written}` là chỗ để điền, chưa được thay",
            "`{written}` was left to be filled in"
        );
        let hint =
            say!("viết nội dung thật, hoặc xoá đi", "write what belongs there, or delete it");
        let place = reading.place(stretch.into());
        let fault = Diagnostic::warning(Code::Placeholder, message).hint(hint);
        reading.diagnostics.push(fault.at(place));
    }
}

/// The values that say nothing, and the titles of tasks and events as they were written to start
/// from.
fn in_keys(node: &Node, key: Option<&str>, left: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Text(text) => {
            let text = text.trim();
            if VALUES.contains(&text)
                || MARKS.contains(&text)
                || (key == Some("title") && TITLES.contains(&text))
            {
                left.push(node.span.start as usize..node.span.end as usize);
            }
        }
        Value::List(items) => items.iter().for_each(|item| in_keys(item, key, left)),
        Value::Map(entries) => {
            entries.iter().for_each(|(key, node)| in_keys(node, Some(&key.name), left));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Unknown => {}
    }
}

/// The number of the document, where it is the one to start from.
fn number(keys: &Node) -> Option<&Node> {
    let number = entry(entry(keys, "document")?, "number")?;
    matches!(&number.value, Value::Text(text) if text == NUMBER).then_some(number)
}

fn entry<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Node { value: Value::Map(entries), .. } = node else { return None };
    entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}

fn in_text(body: Range<usize>, text: &str, left: &mut Vec<Range<usize>>) {
    let Some(text) = text.get(body.clone()) else { return };
    let is_form = holes::is_form(text);
    let (mut at, mut fence, mut found) = (body.start, None, 0);
    for line in text.split_inclusive('\n') {
        let begin = at;
        at += line.len();
        let trimmed = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            (Some(_), _) | (None, None) => {}
        }
        if fence.is_some() || mark.is_some() || found >= MOST {
            continue;
        }
        if let Some(hole) = in_line((line, trimmed), is_form) {
            found += 1;
            left.push(begin + hole.start..begin + hole.end);
        }
    }
}

/// What of a line was left to be filled in.
fn in_line((line, trimmed): (&str, &str), is_form: bool) -> Option<Range<usize>> {
    if SENTENCES.contains(&trimmed) {
        let at = line.find(trimmed)?;
        return Some(at..at + trimmed.len());
    }
    let word = MARKS.iter().find_map(|word| {
        let at = line.find(word)?;
        let is_letter = |letter: char| letter.is_alphanumeric() || "_-/".contains(letter);
        let is_whole =
            !line[..at].ends_with(is_letter) && !line[at + word.len()..].starts_with(is_letter);
        is_whole.then_some(at..at + word.len())
    });
    let found = holes::find(line, is_form).or(word)?;
    // Code is shown as it is.
    line[..found.start].matches('`').count().is_multiple_of(2).then_some(found)
}
