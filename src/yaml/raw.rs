//! What YAML reads without a word and its author did not mean.
//!
//! A text is cut where ` #` begins a note, a list where a comma stands in a number, and `&` and
//! `!` at the beginning of a text name it or say its type. Where letters are lost so, the lines
//! are read as they stand, and the line that keeps them is proposed.

use std::ops::Range;

use crate::diagnostics::{Diagnostic, Fix, Severity, say};
use crate::yaml::lines::{Line, lines};
use crate::yaml::quoted::quoted;
use crate::yaml::slips::{self, Fault};
use crate::yaml::{Node, Reading, flow, lists, marks, mended};

/// Keys whose value is a text for readers: what is cut off there is missed.
pub(super) const TEXTS: &[&str] =
    &["title", "name", "summary", "description", "venue", "vi", "en", "short", "address", "alt"];

/// Keys that hold lists of sentences.
const SENTENCES: &[&str] = &["slogans", "targets"];

/// Says what is lost of the values in this part of the text, which can be read as this tree; what
/// was said of it since then stands in other lines. Nobody knows what they hold where letters are
/// surely lost.
pub(super) fn check(
    reading: &mut Reading<'_>,
    part: Range<usize>,
    (node, said): (Node, usize),
) -> Node {
    let (yaml, begin) = (&reading.text[part.clone()], part.start);
    let is_told = |line: usize, told: &[Diagnostic]| {
        told.iter().any(|fault| fault.place.as_ref().is_some_and(|place| place.line == line))
    };
    let (mut slips, mut faults) = (Vec::new(), Vec::new());
    let all = lines(yaml);
    for (at, line) in all.iter().enumerate().filter(|(_, line)| !line.continues) {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        let behind = all.get(at + 1..).unwrap_or_default();
        let Some((fault, severity)) = lost(yaml, (before, line, behind)) else { continue };
        let start = begin + fault.at.start;
        let place = reading.place((start..begin + fault.at.end).into());
        if is_told(place.line, reading.diagnostics.get(said..).unwrap_or_default()) {
            continue;
        }
        if severity == Severity::Error {
            slips.extend(u32::try_from(start));
        }
        let Fault { code, message, hint, fix, .. } = fault;
        let told = Diagnostic::error(code, message).hint(hint).at(place);
        let fix = fix.map(|fix| fix.in_part_at(begin));
        faults.push(Diagnostic { fix, severity, ..told });
    }
    reading.diagnostics.extend(faults);
    if slips.is_empty() { node } else { mended::without(node, &slips, reading.text) }
}

/// What is lost in a line between those above and below it.
fn lost<'y>(
    yaml: &'y str,
    (before, line, behind): (Option<&Line<'y>>, &Line<'y>, &[Line<'y>]),
) -> Option<(Fault, Severity)> {
    let surely = |fault| (fault, Severity::Error);
    let deeper = before.and_then(|before| lists::deeper_item(yaml, before, line));
    if let Some(fault) = deeper.or_else(|| lists::glued(line, behind)) {
        return Some(surely(fault));
    }
    slips::foreign_comment(line)
        .or_else(|| named(yaml, line))
        .or_else(|| cut_number(line))
        .or_else(|| flow::cut_by_comma(line))
        .or_else(|| marks::drive(line))
        .map(surely)
        .or_else(|| cut_text(line))
        .or_else(|| cut_sentence(line).map(|fault| (fault, Severity::Warning)))
}

/// `title: &Họp dân`, `title: ! Chú ý`.
fn named(yaml: &str, line: &Line<'_>) -> Option<Fault> {
    let (_, value) = line.value()?;
    let sign = value.chars().next().filter(|sign| matches!(sign, '&' | '!'))?;
    let word = value[1..].split([' ', ',']).next().unwrap_or_default();
    // A name that is used is meant as one, and a type may be.
    let is_meant = match sign {
        '&' => yaml.contains(&format!("*{word}")),
        _ => word.starts_with('!') || (!word.is_empty() && word.is_ascii()),
    };
    if is_meant {
        return None;
    }
    let message = say!(
        "giá trị bắt đầu bằng `{sign}` nên phần `{sign}{word}` bị bỏ",
        "the value begins with `{sign}`, so `{sign}{word}` is left out of it"
    );
    let at = line.place_of(&value[..1 + word.len()]);
    Some(Fault::unquoted((line, at), message, value, true))
}

/// `targets: [Đạt 90,5% hộ, trong năm]`.
fn cut_number(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.value()?;
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    if inner.contains(['"', '\'', '[', '{']) || !inner.contains(char::is_alphabetic) {
        return None;
    }
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = inner.as_bytes();
    let at = inner.match_indices(',').map(|(at, _)| at);
    let mut between = at.filter(|at| {
        is_digit(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && is_digit(bytes.get(at + 1))
    });
    let at = between.next()?;
    let start = inner[..at].rfind(|letter: char| !letter.is_ascii_digit()).map_or(0, |at| at + 1);
    let start = inner.ceil_char_boundary(start);
    let rest = &inner[at + 1..];
    let end =
        rest.find(|letter: char| !letter.is_ascii_digit()).map_or(inner.len(), |end| at + 1 + end);
    let number = &inner[start..end];
    let items: Vec<String> = inner.split(", ").map(|item| quoted(item.trim())).collect();
    let items = items.join(", ");
    let message = say!(
        "dấu phẩy trong ngoặc vuông ngăn các giá trị, nên `{number}` bị tách làm hai",
        "a comma between brackets parts the items, so `{number}` becomes two of them"
    );
    let hint = say!(
        "đặt từng giá trị trong dấu nháy: `{key}: [{items}]`",
        "put each item in quotation marks: `{key}: [{items}]`"
    );
    let fix = Fix::likely(line.place_of(value), format!("[{items}]"));
    Some(Fault::new(line.place_of(number), message, hint).fix(fix))
}

/// `slogans: [Chung tay, vì bình đẳng, hôm nay]`: sentences begin with capital letters, and what
/// goes on with small ones behind a comma belongs to the one before.
fn cut_sentence(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.value().filter(|(key, _)| SENTENCES.contains(key))?;
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    if inner.contains(['"', '\'', '[', '{', '#']) {
        return None;
    }
    let mut sentences: Vec<String> = Vec::new();
    for item in inner.split(',').map(str::trim) {
        match sentences.last_mut() {
            Some(last) if item.starts_with(char::is_lowercase) => *last = format!("{last}, {item}"),
            Some(_) | None => sentences.push(item.to_owned()),
        }
    }
    let count = inner.split(',').count();
    let is_cut = inner.starts_with(char::is_uppercase) && sentences.len() < count;
    if !is_cut {
        return None;
    }
    let sentences: Vec<String> = sentences.iter().map(|one| quoted(one)).collect();
    let sentences = sentences.join(", ");
    let message = say!(
        "dấu phẩy trong ngoặc vuông ngăn các giá trị, nên ở đây là {count} giá trị",
        "a comma between brackets parts the items, so there are {count} of them here"
    );
    let hint = say!(
        "nếu dấu phẩy thuộc câu, đặt câu trong dấu nháy: `{key}: [{sentences}]`; nếu không, đặt từng giá trị trong dấu nháy",
        "if a comma is part of a sentence, put that in quotation marks: `{key}: [{sentences}]`; else put each item in them"
    );
    let at = line.place_of(value);
    Some(Fault::new(at.clone(), message, hint).fix(Fix::likely(at, format!("[{sentences}]"))))
}

/// `title: Thông báo #2`.
fn cut_text(line: &Line<'_>) -> Option<(Fault, Severity)> {
    let (key, value) = line.value()?;
    if value.starts_with(['"', '\'', '[', '{', '|', '>', '*']) {
        return None;
    }
    let at = if value.starts_with('#') { 0 } else { value.find(" #")? + 1 };
    let behind = &value[at + 1..];
    let is_stuck = behind.starts_with(|letter: char| !letter.is_whitespace() && letter != '#');
    // A note behind a value has a space, and one that stands in a column of its own more than one
    // before it; in a text for readers hardly anybody writes one that way.
    let is_text = TEXTS.contains(&key) && at > 0 && !value[..at].ends_with("  ");
    if !is_stuck && !is_text {
        return None;
    }
    let part = &value[at..];
    let message = say!(
        "từ `{part}` trở đi bị bỏ: dấu `#` sau dấu cách mở đầu một ghi chú",
        "`{part}` is left out: `#` behind a space begins a note"
    );
    let fault = Fault::unquoted((line, line.place_of(part)), message, value, is_stuck);
    Some((fault, if is_stuck { Severity::Error } else { Severity::Warning }))
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::Severity;
    use crate::sources::SourcePath;
    use crate::yaml::Reading;

    /// What is said of a line: how much it weighs, and the cure in English.
    fn said(yaml: &str) -> Vec<(Severity, String)> {
        let path = SourcePath::new("a.yaml");
        let mut reading = Reading::new(&path, yaml);
        assert!(reading.yaml(0..yaml.len()).is_some(), "{yaml}");
        let said = reading.diagnostics.into_iter();
        said.map(|fault| (fault.severity, fault.hint.unwrap().en)).collect()
    }

    #[test]
    fn letters_that_yaml_would_lose_are_told_with_the_line_that_keeps_them() {
        for (line, cure) in [
            ("title: Thông báo #2 về Tháng", "title: \"Thông báo #2 về Tháng\""),
            ("number: 0255 3712 135 #1", "number: \"0255 3712 135 #1\""),
            ("title: &Họp dân", "title: \"&Họp dân\""),
            ("title: ! Chú ý", "title: \"! Chú ý\""),
            ("targets: [Đạt 90,5% hộ, trong năm]", "targets: [\"Đạt 90,5% hộ\", \"trong năm\"]"),
            ("source: { name: Cổng tỉnh, huyện, url: a }", "name: \"Cổng tỉnh, huyện\""),
            ("a: \"C:\\new\"", "a: 'C:\\new'"),
            ("slogans:\n  -Chung tay\n  -Yêu thương", "- Chung tay"),
            ("topics:\n  - a\n   - b", "one column"),
        ] {
            let told = said(line);
            assert!(
                matches!(&told[..], [(Severity::Error, hint)] if hint.contains(cure)),
                "{told:?}"
            );
            if cure.starts_with(line.split(':').next().unwrap()) {
                assert_eq!(said(cure), [], "{cure}");
            }
        }
    }

    #[test]
    fn notes_lists_and_names_that_are_meant_are_left_alone() {
        for line in [
            "draft: false   # true: a draft",
            "title: Liên hệ    # the name of the page",
            "languages: # of the site\n  vi: {}",
            "url: https://a.example/#b",
            "one: &a { x: 1 }\ntwo: *a",
            "weights: [1,2,3]",
            "pages: [\"90,5\", b]",
            "slogans: [Chung tay, Yêu thương]",
            "source: { name: \"Cổng tỉnh, huyện\", url: a }",
            "cost:\n  -5",
            "topics:\n  - a\n  - b",
            "a:\n- b: c\n  d: e\n- f: g",
            "text: |\n  a #1\n  b",
        ] {
            assert_eq!(said(line), [], "{line}");
        }
        assert!(matches!(&said("title: Họp # sáng mai")[..], [(Severity::Warning, _)]));
    }
}
