//! YAML that cannot be read, in words for someone who has never heard of YAML.
//!
//! The library says where it gave up; the line tells what was probably meant.

use std::ops::Range;

use serde_yaml::Error;

use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::sources::SourcePath;
use crate::yaml::{DEEPEST, say_unseen};

/// The diagnostic for YAML that could not be read. `part` is the YAML inside `text`.
pub(super) fn explain(
    path: &SourcePath,
    text: &str,
    part: Range<usize>,
    error: &Error,
) -> Diagnostic {
    let yaml = &text[part.clone()];
    let offset = error.location().map_or(0, |location| {
        let line = usize::try_from(location.line()).unwrap_or(1).max(1);
        let column = usize::try_from(location.column()).unwrap_or(1).max(1);
        offset_of(yaml, line, column)
    });
    let fault = fault(yaml, offset, error);
    let start = part.start + fault.at.start;
    let place = Place::within(path, text, (start..part.start + fault.at.end).into());
    Diagnostic::error(fault.code, fault.message).hint(fault.hint).at(place)
}

struct Fault {
    at: Range<usize>,
    code: Code,
    message: Say,
    hint: Say,
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
        };
    }
    if let Error::DuplicateMappingKey { key, .. } = error {
        let key = key.clone().unwrap_or_default();
        return Fault {
            at: offset..offset + key.len(),
            code: Code::DuplicateKey,
            message: say!("mục `{key}` được viết hai lần", "`{key}` is written twice"),
            hint: say!("giữ một dòng, xoá dòng kia", "keep one of the lines and delete the other"),
        };
    }
    // The library often gives up a line or two after the slip.
    control(yaml, offset)
        .or_else(|| tab(yaml, offset))
        .or_else(|| unclosed_quote(yaml, offset, error))
        .or_else(|| colon(yaml, offset))
        .or_else(|| special_start(yaml, offset))
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

/// A letter that no one sees and YAML does not take (YAML 1.2 §5.1).
fn control(yaml: &str, offset: usize) -> Option<Fault> {
    let line = line_range(yaml, offset);
    let is_control = |letter: char| letter.is_control() && letter != '\t';
    let at = line.start + yaml[line].find(is_control)?;
    let letter = yaml[at..].chars().next()?;
    let (message, hint) = say_unseen(letter);
    Some(Fault { at: at..at + letter.len_utf8(), code: Code::YamlSyntax, message, hint })
}

fn tab(yaml: &str, offset: usize) -> Option<Fault> {
    let here = line_range(yaml, offset);
    let next = line_range(yaml, (here.end + 1).min(yaml.len()));
    [here, next].into_iter().find_map(|line| {
        let indent = yaml[line.clone()].len() - yaml[line.clone()].trim_start().len();
        let tab = yaml[line.start..line.start + indent].find('\t')?;
        let at = line.start + tab;
        Some(Fault {
            at: at..at + 1,
            code: Code::YamlSyntax,
            message: say!("dòng này thụt vào bằng phím Tab", "this line is indented with a tab"),
            hint: say!(
                "xoá Tab và dùng dấu cách, mỗi bậc hai dấu cách",
                "delete the tab and use spaces, two for each level"
            ),
        })
    })
}

fn unclosed_quote(yaml: &str, offset: usize, error: &Error) -> Option<Fault> {
    let told = error.to_string();
    let quote = yaml[offset..].chars().next().filter(|c| matches!(c, '"' | '\''));
    if told.contains("unclosed quote") || (told.contains("quoted scalar") && quote.is_some()) {
        return Some(Fault {
            at: offset..offset + 1,
            code: Code::YamlSyntax,
            message: say!(
                "dấu ngoặc kép mở ở đây mà không đóng",
                "the quotation mark opened here is not closed"
            ),
            hint: say!(
                "thêm một dấu ngoặc như vậy ở cuối giá trị",
                "put the same mark at the end of the value"
            ),
        });
    }
    told.contains("quoted scalar").then(|| Fault {
        at: offset..offset + 1,
        code: Code::YamlSyntax,
        message: say!(
            "có chữ đứng sau dấu ngoặc đóng",
            "there is text after the closing quotation mark"
        ),
        hint: say!(
            "nếu bên trong có dấu ' thì đặt cả giá trị trong dấu \"…\"",
            "if the text itself holds a ' put the whole value in \"…\""
        ),
    })
}

/// `title: Kế hoạch: năm 2024`, or a line that begins deeper than its neighbour.
fn colon(yaml: &str, offset: usize) -> Option<Fault> {
    let line = line_range(yaml, offset);
    let text = &yaml[line.clone()];
    let key_end = text.find(": ")?;
    let value = text[key_end + 2..].trim();
    let starts_plain = !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*']);
    let second = text[key_end + 2..].find(": ").or_else(|| text.ends_with(':').then_some(0));
    if starts_plain && second.is_some() {
        let key = text[..key_end].trim().trim_start_matches("- ");
        let at = line.start + key_end + 2 + text[key_end + 2..].find(value).unwrap_or(0);
        return Some(Fault {
            at: at..at + value.len(),
            code: Code::YamlSyntax,
            message: say!(
                "giá trị của `{key}` có dấu hai chấm",
                "the value of `{key}` holds a colon"
            ),
            hint: say!(
                "đặt cả giá trị trong ngoặc kép: {key}: \"{value}\"",
                "put the whole value in quotation marks: {key}: \"{value}\""
            ),
        });
    }
    let indent = text.len() - text.trim_start().len();
    (indent > 0).then(|| Fault {
        at: line.start + indent..line.end,
        code: Code::YamlSyntax,
        message: say!(
            "dòng này thụt vào không khớp với dòng trên",
            "this line is not indented like the line above"
        ),
        hint: say!(
            "cho các mục cùng bậc bắt đầu ở cùng một cột",
            "let entries of one level begin in one column"
        ),
    })
}

fn special_start(yaml: &str, offset: usize) -> Option<Fault> {
    let sign = yaml[offset..].chars().next()?;
    let line = line_range(yaml, offset);
    matches!(sign, '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>').then(|| {
        let value = yaml[offset..line.end].trim();
        Fault {
            at: offset..line.end,
            code: Code::YamlSyntax,
            message: say!(
                "giá trị không được bắt đầu bằng `{sign}`",
                "a value cannot begin with `{sign}`"
            ),
            hint: say!(
                "đặt giá trị trong ngoặc kép: \"{value}\"",
                "put the value in quotation marks: \"{value}\""
            ),
        }
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
            say!("không đọc được phần này ({told})", "this part cannot be read ({told})")
        },
        hint: if bracket {
            say!("thêm dấu ngoặc đóng `]` hoặc `}}`", "add the closing `]` or `}}`")
        } else {
            say!(
                "mỗi dòng viết là `tên: giá trị`; đặt giá trị có dấu lạ trong ngoặc kép",
                "write each line as `name: value`; put values with odd signs in quotation marks"
            )
        },
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
