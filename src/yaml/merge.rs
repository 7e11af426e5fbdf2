//! Marks of two changes that were not merged.

use std::ops::Range;

use crate::diagnostics::{Code, say};
use crate::yaml::Reading;

/// Says that a text holds two versions of itself, if it does: nobody knows which one is meant.
pub fn say_unmerged(reading: &mut Reading<'_>, part: Range<usize>) -> bool {
    let Some(line) = unmerged(&reading.text[part.clone()]) else { return false };
    let message = say!(
        "hai người cùng sửa tệp này, hai bản chưa được gộp xong",
        "two people changed this file and the changes are not merged yet"
    );
    let hint = say!(
        "giữ đoạn đúng, xoá đoạn kia và các dòng `<<<<<<<`, `=======`, `>>>>>>>`",
        "keep what is right and delete the rest, with the lines `<<<<<<<`, `=======` and `>>>>>>>`"
    );
    let at = part.start + line.start..part.start + line.end;
    reading.error(at.into(), Code::YamlSyntax, message, hint);
    true
}

/// The line that begins the first of two versions. What stands in a fence is an example.
fn unmerged(text: &str) -> Option<Range<usize>> {
    if !text.contains("<<<<<<< ") {
        return None;
    }
    let (mut at, mut begin, mut is_parted, mut is_fenced) = (0, None, false, false);
    for line in text.split_inclusive('\n') {
        let here = at..at + line.trim_end().len();
        at += line.len();
        if line.starts_with("```") || line.starts_with("~~~") {
            is_fenced = !is_fenced;
        } else if !is_fenced && line.starts_with("<<<<<<< ") {
            (begin, is_parted) = (Some(here), false);
        } else if line.trim_end() == "=======" {
            is_parted = true;
        } else if line.starts_with(">>>>>>> ") && is_parted && begin.is_some() {
            return begin;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::unmerged;

    #[test]
    fn only_both_versions_are_a_merge_that_was_not_finished() {
        assert_eq!(unmerged("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n"), Some(2..14));
        for text in ["<<<<<<< HEAD\nb\n", "```\n<<<<<<< HEAD\nb\n=======\n>>>>>>> d\n```\n", ""] {
            assert_eq!(unmerged(text), None, "{text}");
        }
    }
}
