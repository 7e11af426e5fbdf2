//! What YAML reads without a word and its author did not mean.
//!
//! A text is cut where ` #` begins a note, a list where a comma stands in a number, and `&` and
//! `!` at the beginning of a text name it or say its type. Where letters are lost so, the lines
//! are read as they stand, and the line that keeps them is proposed.

use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, Say, say};
use crate::yaml::Reading;
use crate::yaml::lines::lines;
use crate::yaml::quoted::quoted;

/// Keys whose value is a text for readers: what is cut off there is missed.
const TEXTS: &[&str] =
    &["title", "name", "summary", "description", "venue", "vi", "en", "short", "address", "alt"];

/// Says what is lost of the values in this part of the text, which can be read.
pub(super) fn check(reading: &mut Reading<'_>, part: Range<usize>) {
    let (yaml, begin) = (&reading.text[part.clone()], part.start);
    if !yaml.contains(['#', '&', '!']) && !has_number_in_list(yaml) {
        return;
    }
    for line in lines(yaml).iter().filter(|line| !line.continues) {
        let Some((key, value)) = line.value() else { continue };
        let found = named(yaml, key, value)
            .or_else(|| cut_number(key, value))
            .or_else(|| cut_text(key, value));
        let Some(Lost { part, message, hint, is_sure }) = found else { continue };
        let at = line.place_of(part);
        let place = reading.place((begin + at.start..begin + at.end).into());
        let fault = match is_sure {
            true => Diagnostic::error(Code::YamlSyntax, message),
            false => Diagnostic::warning(Code::YamlSyntax, message),
        };
        reading.diagnostics.push(fault.hint(hint).at(place));
    }
}

/// What is lost of a value.
struct Lost<'y> {
    /// The letters concerned.
    part: &'y str,
    message: Say,
    hint: Say,
    /// Whether they were surely meant.
    is_sure: bool,
}

fn has_number_in_list(yaml: &str) -> bool {
    yaml.contains('[') && yaml.contains(',')
}

fn write_line(key: &str, value: &str) -> Say {
    let value = quoted(value);
    say!(
        "đặt cả câu trong dấu nháy: `{key}: {value}`",
        "put the text in quotation marks: `{key}: {value}`"
    )
}

/// `title: &Họp dân`, `title: ! Chú ý`.
fn named<'y>(yaml: &str, key: &str, value: &'y str) -> Option<Lost<'y>> {
    let sign = value.chars().next().filter(|sign| matches!(sign, '&' | '!'))?;
    let word = value[1..].split([' ', ',']).next().unwrap_or_default();
    // A name that is used is meant as one, and a type may be.
    let is_meant = match sign {
        '&' => yaml.contains(&format!("*{word}")),
        _ => word.starts_with('!') || (!word.is_empty() && word.is_ascii()),
    };
    (!is_meant).then(|| Lost {
        part: &value[..1 + word.len()],
        message: say!(
            "giá trị bắt đầu bằng `{sign}` nên phần `{sign}{word}` bị bỏ",
            "the value begins with `{sign}`, so `{sign}{word}` is left out of it"
        ),
        hint: write_line(key, value),
        is_sure: true,
    })
}

/// `targets: [Đạt 90,5% hộ, trong năm]`.
fn cut_number<'y>(key: &str, value: &'y str) -> Option<Lost<'y>> {
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
    Some(Lost {
        part: number,
        message: say!(
            "dấu phẩy trong ngoặc vuông ngăn các mục, nên `{number}` bị tách làm hai",
            "a comma between brackets parts the items, so `{number}` becomes two of them"
        ),
        hint: say!(
            "đặt từng mục trong dấu nháy: `{key}: [{items}]`",
            "put each item in quotation marks: `{key}: [{items}]`"
        ),
        is_sure: true,
    })
}

/// `title: Thông báo #2`.
fn cut_text<'y>(key: &str, value: &'y str) -> Option<Lost<'y>> {
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
    Some(Lost { part, message, hint: write_line(key, value), is_sure: is_stuck })
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
        ] {
            let told = said(line);
            assert!(
                matches!(&told[..], [(Severity::Error, hint)] if hint.contains(cure)),
                "{told:?}"
            );
            assert_eq!(said(cure), [], "{cure}");
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
            "text: |\n  a #1\n  b",
        ] {
            assert_eq!(said(line), [], "{line}");
        }
        assert!(matches!(&said("title: Họp # sáng mai")[..], [(Severity::Warning, _)]));
    }
}
