//! YAML that cannot be read, in words for someone who has never heard of YAML.
//!
//! The library says where it gave up; the line tells what was probably meant.

use std::ops::Range;

use serde_yaml::Error;

use crate::diagnostics::{Code, Fix, say};
use crate::yaml::slips::{self, Fault};
use crate::yaml::{DEEPEST, Node, Value, say_unseen};

/// What is wrong with YAML that could not be read.
pub(super) struct Slip {
    /// What it is, and where.
    pub fault: Fault,
    /// Whether the entry around it is all that is wrong, so that the others may be read.
    pub is_of_one_entry: bool,
}

/// What is wrong with YAML that could not be read.
pub(super) fn explain(yaml: &str, error: &Error) -> Slip {
    let offset = error.location().map_or(0, |location| {
        let line = usize::try_from(location.line()).unwrap_or(1).max(1);
        let column = usize::try_from(location.column()).unwrap_or(1).max(1);
        offset_of(yaml, line, column)
    });
    let fault = fault(yaml, offset, error);
    let is_of_one_entry = fault.code != Code::YamlLimit;
    Slip { fault, is_of_one_entry }
}

/// What is wrong with YAML that is read as one text, if that is a slip.
pub(super) fn of_text(yaml: &str, node: &Node) -> Option<Slip> {
    let fault = matches!(node.value, Value::Text(_)).then(|| slips::first(yaml, 0)).flatten()?;
    Some(Slip { fault, is_of_one_entry: true })
}

fn fault(yaml: &str, offset: usize, error: &Error) -> Fault {
    if is_limit(error) {
        return Fault {
            at: offset..offset,
            code: Code::YamlLimit,
            message: say!(
                "phần này lồng nhau hoặc lặp lại quá nhiều",
                "this part is nested or repeated far too much"
            ),
            hint: say!(
                "viết thẳng các giá trị ra, không dùng `&` và `*`, không lồng quá {DEEPEST} bậc",
                "write the values out, without `&` and `*`, and nest no deeper than {DEEPEST} levels"
            ),
            fix: None,
        };
    }
    if let Error::DuplicateMappingKey { key, .. } = error {
        let key = key.clone().unwrap_or_default();
        return Fault {
            at: offset..offset + key.len(),
            code: Code::DuplicateKey,
            message: say!("mục `{key}` được viết hai lần", "`{key}` is written twice"),
            hint: say!("giữ một dòng, xoá dòng kia", "keep one of the lines and delete the other"),
            fix: None,
        };
    }
    // The library often gives up a line or two after the slip.
    control(yaml, offset)
        .or_else(|| tab(yaml, offset))
        .or_else(|| slips::first(yaml, offset))
        .or_else(|| unclosed_quote(yaml, offset, error))
        .or_else(|| indent(yaml, offset))
        .unwrap_or_else(|| other(yaml, offset, error))
}

fn is_limit(error: &Error) -> bool {
    let told = error.to_string();
    matches!(
        error,
        Error::Budget { .. }
            | Error::AliasReplayLimitExceeded { .. }
            | Error::AliasReplayStackDepthExceeded { .. }
            | Error::AliasExpansionLimitExceeded { .. }
            | Error::AliasReplayCounterOverflow { .. }
    ) || told.contains("budget")
        || told.contains("limit exceeded")
        || told.contains("depth")
}

/// Where the key stands for the first time that is written once more at a slip.
pub(super) fn written_before(yaml: &str, twice: &Fault) -> Option<Range<usize>> {
    let Range { start, end } = twice.at;
    let key = yaml.get(start..end).filter(|_| twice.code == Code::DuplicateKey)?;
    let (above, _) = yaml.split_at(line_range(yaml, start).start);
    let column = start - above.len();
    let lines = above.split_inclusive('\n').rev().scan(above.len(), |at, line| {
        *at -= line.len();
        Some((*at, line))
    });
    lines.filter(|(_, line)| !line.trim().is_empty()).find_map(|(at, line)| {
        let indent = line.find(|sign| !matches!(sign, ' ' | '-')).unwrap_or_default();
        let behind = line.get(column..)?.strip_prefix(key)?;
        let is_key = indent == column && behind.trim_start().starts_with(':');
        is_key.then(|| at + column..at + column + key.len())
    })
}

/// A letter that no one sees and YAML does not take (YAML 1.2 §5.1).
fn control(yaml: &str, offset: usize) -> Option<Fault> {
    let line = line_range(yaml, offset);
    let is_control = |letter: char| letter.is_control() && letter != '\t';
    let at = line.start + yaml[line].find(is_control)?;
    let letter = yaml[at..].chars().next()?;
    let (message, hint) = say_unseen(letter);
    let at = at..at + letter.len_utf8();
    Some(Fault::new(at.clone(), message, hint).fix(Fix::likely(at, "")))
}

fn tab(yaml: &str, offset: usize) -> Option<Fault> {
    let here = line_range(yaml, offset);
    let next = line_range(yaml, (here.end + 1).min(yaml.len()));
    [here, next].into_iter().find_map(|line| {
        let at = line.start + indent_of(&yaml[line.clone()]).find('\t')?;
        let message = say!("dòng này thụt vào bằng phím Tab", "this line is indented with a tab");
        let hint = say!(
            "xoá Tab và dùng dấu cách, mỗi bậc hai dấu cách",
            "delete the tab and use spaces, two for each level"
        );
        Some(Fault::new(at..at + 1, message, hint).fix(without_tabs(yaml, line.start)))
    })
}

/// The lines from here on that begin with tabs, with spaces instead: as many as they have levels
/// more than the line above.
fn without_tabs(yaml: &str, start: usize) -> Fix {
    let above = yaml[..start].lines().rev().find(|line| !line.trim().is_empty());
    let above = above.unwrap_or_default();
    let level = indent_of(above).len() + if above.trim_end().ends_with(':') { 2 } else { 0 };
    let tabs = |line: &str| indent_of(line).matches('\t').count();
    let lines = yaml[start..].split('\n').take_while(|line| tabs(line) > 0);
    let lines: Vec<&str> = lines.collect();
    let first = lines.first().map_or(0, |line| tabs(line));
    let mended = lines.iter().map(|line| {
        let deeper = 2 * tabs(line).saturating_sub(first);
        format!("{}{}", " ".repeat(level + deeper), line.trim_start())
    });
    let mended: Vec<String> = mended.collect();
    let len = lines.join("\n").len();
    Fix::sure(start..start + len, mended.join("\n"))
}

fn indent_of(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn unclosed_quote(yaml: &str, offset: usize, error: &Error) -> Option<Fault> {
    let told = error.to_string();
    let quote = yaml[offset..].chars().next().filter(|c| matches!(c, '"' | '\''));
    if told.contains("unclosed quote") || (told.contains("quoted scalar") && quote.is_some()) {
        return Some(Fault {
            at: offset..offset + 1,
            code: Code::YamlSyntax,
            message: say!(
                "dấu nháy mở ở đây mà không đóng",
                "the quotation mark opened here is not closed"
            ),
            hint: say!(
                "thêm một dấu nháy như vậy ở cuối giá trị",
                "put the same mark at the end of the value"
            ),
            fix: None,
        });
    }
    told.contains("quoted scalar").then(|| Fault {
        at: offset..offset + 1,
        code: Code::YamlSyntax,
        message: say!(
            "có chữ đứng sau dấu nháy đóng",
            "there is text after the closing quotation mark"
        ),
        hint: say!(
            "nếu bên trong có dấu ' thì đặt cả giá trị trong dấu \"…\"",
            "if the text itself holds a ' put the whole value in \"…\""
        ),
        fix: None,
    })
}

/// A line that begins deeper than its neighbour.
fn indent(yaml: &str, offset: usize) -> Option<Fault> {
    let line = line_range(yaml, offset);
    let text = &yaml[line.clone()];
    let indent = text.len() - text.trim_start().len();
    (indent > 0).then(|| {
        Fault::new(
            line.start + indent..line.end,
            say!(
                "dòng này thụt vào không khớp với dòng trên",
                "this line is not indented like the line above"
            ),
            say!(
                "cho các mục cùng bậc bắt đầu ở cùng một cột",
                "let entries of one level begin in one column"
            ),
        )
    })
}

fn other(yaml: &str, offset: usize, error: &Error) -> Fault {
    let told = error.to_string();
    let told = told.split(" at line ").next().unwrap_or_default().to_owned();
    let line = line_range(yaml, offset);
    let bracket = told.contains("unclosed bracket");
    Fault {
        at: offset..line.end,
        code: Code::YamlSyntax,
        message: if bracket {
            say!("dấu ngoặc mở ở đây mà không đóng", "the bracket opened here is not closed")
        } else {
            say!("không đọc được dòng này", "this line cannot be read ({told})")
        },
        hint: if bracket {
            say!("thêm dấu ngoặc đóng `]` hoặc `}}`", "add the closing `]` or `}}`")
        } else {
            say!(
                "mỗi dòng viết là `tên: giá trị`; nếu trong chữ có `: # [ ] {{ }} & * !` thì đặt cả câu trong dấu nháy `\"…\"`",
                "write each line as `name: value`; put a text with `: # [ ] {{ }} & * !` in it in quotation marks `\"…\"`"
            )
        },
        fix: None,
    }
}

fn line_range(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    start..end
}

fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = text
        .match_indices('\n')
        .map(|(at, _)| at + 1)
        .nth(line.wrapping_sub(2))
        .filter(|_| line > 1)
        .unwrap_or(0);
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    text[start..end].char_indices().nth(column - 1).map_or(end, |(at, _)| start + at)
}
