//! The slips that people make in lines of YAML, each looked for in the text itself.
//!
//! The library gives up where it can no longer go on, often lines behind the slip. What is looked
//! for here is wrong in no YAML that can be read; so the first such line before that is meant.

use std::ops::Range;

use crate::diagnostics::{Code, Fix, Say, say};
use crate::yaml::lines::{Line, SEPARATORS, is_key, lines};
use crate::yaml::marks::{
    backslash, open_bracket, open_quote, text_behind_bracket, text_behind_quote,
};
use crate::yaml::quoted::quoted;

/// A slip and its cure.
pub(super) struct Fault {
    /// Where it is in the YAML.
    pub at: Range<usize>,
    /// Its kind.
    pub code: Code,
    /// What is wrong.
    pub message: Say,
    /// How to mend it.
    pub hint: Say,
    /// The same as a change of the YAML, if that can be told.
    pub fix: Option<Fix>,
}

impl Fault {
    /// A fault of the way in which YAML is written.
    pub(super) fn new(at: Range<usize>, message: Say, hint: Say) -> Fault {
        Fault { at, code: Code::YamlSyntax, message, hint, fix: None }
    }

    /// The same fault with the change that mends it.
    pub(super) fn fix(self, fix: Fix) -> Fault {
        Fault { fix: Some(fix), ..self }
    }
}

/// The first slip up to the line in which the library gave up.
pub(super) fn first(yaml: &str, offset: usize) -> Option<Fault> {
    let all = lines(yaml);
    let read = all.iter().take_while(|line| line.range.start <= offset);
    read.enumerate().find_map(|(at, line)| {
        let neighbours = Neighbours {
            before: at.checked_sub(1).and_then(|before| all.get(before)),
            line,
            after: all.get(at + 1),
            is_where_it_ended: line.range.end >= offset,
        };
        of_line(&neighbours)
    })
}

/// A line between its neighbours.
struct Neighbours<'a, 'y> {
    before: Option<&'a Line<'y>>,
    line: &'a Line<'y>,
    after: Option<&'a Line<'y>>,
    /// Whether the library gave up in this line.
    is_where_it_ended: bool,
}

fn of_line(own: &Neighbours<'_, '_>) -> Option<Fault> {
    let line = own.line;
    if line.continues {
        return merge_marks(line);
    }
    merge_marks(line)
        .or_else(|| foreign_comment(line))
        .or_else(|| separator(line))
        .or_else(|| open_quote(line, own.after))
        .or_else(|| text_behind_quote(line))
        .or_else(|| backslash(line))
        .or_else(|| text_behind_bracket(line))
        .or_else(|| open_bracket(line, own.after))
        .or_else(|| beginning(line, own.is_where_it_ended))
        .or_else(|| colon(line))
        .or_else(|| second_line(own))
}

fn merge_marks(line: &Line<'_>) -> Option<Fault> {
    let marks = ["<<<<<<<", "=======", ">>>>>>>"];
    marks.iter().any(|mark| line.text.starts_with(mark)).then(|| {
        Fault::new(
            line.place_of(line.text),
            say!(
                "hai người cùng sửa tệp này, hai bản chưa được gộp xong",
                "two people changed this file and the changes are not merged yet"
            ),
            say!(
                "giữ đoạn đúng, xoá đoạn kia và các dòng `<<<<<<<`, `=======`, `>>>>>>>`",
                "keep what is right and delete the rest, with the lines `<<<<<<<`, `=======` and `>>>>>>>`"
            ),
        )
    })
}

fn foreign_comment(line: &Line<'_>) -> Option<Fault> {
    let mark = ["//", ";", "/*", "<!--"].into_iter().find(|mark| line.text.starts_with(mark))?;
    let rest = line.text.trim_start_matches(mark).trim();
    Some(Fault::new(
        line.place_of(line.text),
        say!(
            "ở đây ghi chú không bắt đầu bằng `{mark}`",
            "a note does not begin with `{mark}` here"
        ),
        say!("viết `# {rest}`, hoặc xoá dòng này", "write `# {rest}`, or delete the line"),
    ))
}

/// What stands behind a key in place of a colon and a space.
fn separator(line: &Line<'_>) -> Option<Fault> {
    let at = line.text.find(SEPARATORS)?;
    let (key, behind) = line.text.split_at(at);
    let mark = behind.chars().next()?;
    let rest = &behind[mark.len_utf8()..];
    if mark == ':' && (rest.is_empty() || rest.starts_with([' ', '/', ':'])) {
        return None;
    }
    let (key, value) = (key.trim(), rest.trim());
    // A time of day, and an address, are no keys.
    let is_word =
        is_key(key) && !key.contains(' ') && !key.bytes().all(|byte| byte.is_ascii_digit());
    if !is_word
        || (mark == ':'
            && rest.starts_with(|letter: char| letter.is_ascii_digit())
            && key.len() < 3)
    {
        return None;
    }
    let line_to_write = format!("{key}: {}", plain_or_quoted(value));
    let message = match mark {
        ':' if rest.starts_with(char::is_whitespace) => say!(
            "sau `{key}:` là một dấu cách lạ (dấu cách không ngắt), không phải dấu cách thường",
            "behind `{key}:` stands a no-break space, which is no plain space"
        ),
        ':' => say!("sau `{key}:` thiếu dấu cách", "a space is missing behind `{key}:`"),
        _ => say!(
            "sau `{key}` là dấu `{mark}`, phải là dấu hai chấm và dấu cách",
            "behind `{key}` stands `{mark}`, it must be a colon and a space"
        ),
    };
    let at = line.place_of(line.text);
    let hint = say!("viết `{line_to_write}`", "write `{line_to_write}`");
    Some(Fault::new(at.clone(), message, hint).fix(Fix::sure(at, line_to_write)))
}

/// A value as one may write it, in quotation marks only where it needs them.
fn plain_or_quoted(value: &str) -> String {
    let is_plain = value.starts_with(char::is_alphanumeric)
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with(':');
    if is_plain || value.starts_with(['"', '\'', '[', '{', '|', '>']) || value.is_empty() {
        return value.to_owned();
    }
    quoted(value)
}

/// A value that begins with a letter that means something in YAML.
fn beginning(line: &Line<'_>, is_where_it_ended: bool) -> Option<Fault> {
    let (key, value) = line.value()?;
    let sign = value.chars().next()?;
    let always = matches!(sign, '@' | '`' | '%' | ',' | ']' | '}');
    let before_text = matches!(sign, '*' | '&' | '!' | '|' | '>' | '?' | '-');
    let rest = value[sign.len_utf8()..].trim_start_matches(['+', '-']);
    let has_text = match sign {
        '|' | '>' => {
            !rest.trim_start_matches(|c: char| c.is_ascii_digit()).is_empty()
                && !rest.trim().starts_with('#')
        }
        '?' | '-' => rest.starts_with(' '),
        // These may be right: `*name` stands for what `&name` has.
        _ => is_where_it_ended,
    };
    if !(always || before_text && has_text) {
        return None;
    }
    let text = quoted(value);
    Some(Fault::new(
        line.place_of(value),
        say!("giá trị không được bắt đầu bằng `{sign}`", "a value cannot begin with `{sign}`"),
        say!(
            "đặt cả câu trong dấu nháy: `{key}: {text}`",
            "put it in quotation marks: `{key}: {text}`"
        ),
    ))
}

/// `title: Kế hoạch: năm 2024`.
fn colon(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.value()?;
    if value.starts_with(['"', '\'', '[', '{', '|', '>', '#']) {
        return None;
    }
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    if !value.contains(": ") && !value.ends_with(':') {
        return None;
    }
    let text = quoted(value);
    Some(Fault::new(
        line.place_of(value),
        say!("giá trị của `{key}` có dấu hai chấm", "the value of `{key}` holds a colon"),
        say!(
            "đặt cả câu trong dấu nháy: `{key}: {text}`",
            "put the whole value in quotation marks: `{key}: {text}`"
        ),
    ))
}

/// Words at the place of a key: the second line of the text above it.
fn second_line(own: &Neighbours<'_, '_>) -> Option<Fault> {
    let (line, before) = (own.line, own.before?);
    let (key, value) = before.value()?;
    let is_words = !line.text.contains(':') && line.text.starts_with(char::is_alphanumeric);
    if !is_words || line.indent != before.indent || value.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    let whole = plain_or_quoted(&format!("{value} {}", line.text));
    Some(Fault::new(
        line.place_of(line.text),
        say!("dòng này không có tên mục", "this line has no name and no colon"),
        say!(
            "nếu là phần tiếp của dòng trên, viết cả câu trên một dòng: `{key}: {whole}`",
            "if it goes on from the line above, write the whole text on one line: `{key}: {whole}`"
        ),
    ))
}
