//! The slips that people make in lines of YAML, each looked for in the text itself.
//!
//! The library gives up where it can no longer go on, often lines behind the slip. What is looked
//! for here is wrong in no YAML that can be read; so the first such line before that is meant.

use std::ops::Range;

use crate::diagnostics::{Code, Fix, Say, say};
use crate::yaml::lines::{Line, SEPARATORS, is_key, lines};
use crate::yaml::lists::{glued, single};
use crate::yaml::marks::{
    backslash, bracket_too_many, open_bracket, open_quote, text_behind_bracket, text_behind_quote,
};
use crate::yaml::quoted::{plain_or_quoted, quoted};
use crate::yaml::{depth, flow};

/// A slip and its cure.
#[derive(Clone)]
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

    /// A value that must stand in quotation marks. The cure is sure where it can only be one text.
    pub(super) fn unquoted(
        (line, at): (&Line<'_>, Range<usize>),
        message: Say,
        text: &str,
        is_sure: bool,
    ) -> Fault {
        let key = line.value().map_or("", |(key, _)| key);
        let text = quoted(text);
        let hint = say!(
            "đặt cả câu trong dấu nháy: `{key}: {text}`",
            "put the text in quotation marks: `{key}: {text}`"
        );
        let value = line.value().map_or(at.clone(), |(_, value)| line.place_of(value));
        Fault::new(at, message, hint).fix(Fix { is_sure, ..Fix::sure(value, text) })
    }
}

/// The first slip up to the line in which the library gave up.
pub(super) fn first(yaml: &str, offset: usize) -> Option<Fault> {
    let all = lines(yaml);
    // A line that is too deep makes the one above it go on.
    let read = all.iter().take_while(|line| line.range.start <= offset).count() + 1;
    all.iter().take(read).enumerate().find_map(|(at, line)| {
        let neighbours = Neighbours {
            before: all.get(..at).unwrap_or_default(),
            line,
            behind: all.get(at + 1..).unwrap_or_default(),
            is_where_it_ended: line.range.end >= offset,
        };
        of_line(&neighbours).or_else(|| depth::of_line(yaml, &neighbours))
    })
}

/// A line between its neighbours.
pub(super) struct Neighbours<'a, 'y> {
    /// The lines above it.
    pub before: &'a [Line<'y>],
    /// The line.
    pub line: &'a Line<'y>,
    /// The lines below it.
    pub behind: &'a [Line<'y>],
    /// Whether the library gave up in this line.
    pub is_where_it_ended: bool,
}

impl Neighbours<'_, '_> {
    /// Whether the value of the line is all in it.
    fn is_whole(&self) -> bool {
        !self.behind.first().is_some_and(|after| after.continues)
    }
}

fn of_line(own: &Neighbours<'_, '_>) -> Option<Fault> {
    let line = own.line;
    let after = own.behind.first();
    if line.continues {
        return None;
    }
    foreign_comment(line)
        .or_else(|| separator(line))
        .or_else(|| no_separator(line))
        .or_else(|| open_quote(line, after))
        .or_else(|| text_behind_quote(line))
        .or_else(|| backslash(line))
        .or_else(|| text_behind_bracket(line))
        .or_else(|| bracket_too_many(line))
        .or_else(|| flow::bare_text(line))
        .or_else(|| open_bracket(line, after))
        .or_else(|| beginning(line, own.is_where_it_ended))
        .or_else(|| colon(own))
        .or_else(|| glued(line, own.behind))
        .or_else(|| second_line(own))
}

/// Keys by which a line without a colon is known.
const KEYS: &[&str] =
    &["title", "date", "kind", "summary", "description", "draft", "slug", "name", "number"];

/// `title Bài mới`, `title- Bài mới`.
fn no_separator(line: &Line<'_>) -> Option<Fault> {
    let at = line.text.find([' ', ',', '-', '.'])?;
    let (key, rest) = line.text.split_at(at);
    let value = rest.trim_start_matches([' ', ',', '-', '.']).trim();
    if line.text.contains(SEPARATORS) || !KEYS.contains(&key) || value.is_empty() {
        return None;
    }
    let at = line.place_of(line.text);
    let line_to_write = format!("{key}: {}", plain_or_quoted(value));
    let message = say!("sau `{key}` thiếu dấu hai chấm", "a colon is missing behind `{key}`");
    let hint = say!("viết `{line_to_write}`", "write `{line_to_write}`");
    // In a text over several lines it is a word like any other.
    Some(Fault::new(at.clone(), message, hint).fix(Fix::likely(at, line_to_write)))
}

/// A line that other programs take for a note.
pub(super) fn foreign_comment(line: &Line<'_>) -> Option<Fault> {
    let mark =
        ["//", ";", "/*", "<!--", "-- "].into_iter().find(|mark| line.text.starts_with(mark))?;
    if line.is_item {
        return None;
    }
    let rest = line.text.trim_start_matches(mark);
    let rest = rest.trim_end_matches("*/").trim_end_matches("-->").trim();
    let at = line.place_of(line.text);
    let message = say!(
        "ở đây ghi chú không bắt đầu bằng `{mark}`",
        "a note does not begin with `{mark}` here"
    );
    let hint = say!("viết `# {rest}`, hoặc xoá dòng này", "write `# {rest}`, or delete the line");
    Some(Fault::new(at.clone(), message, hint).fix(Fix::sure(at, format!("# {rest}"))))
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
    let words = if mark == ':' { 1 } else { 2 };
    let is_word = is_key(key)
        && key.split(' ').count() <= words
        && !key.bytes().all(|byte| byte.is_ascii_digit());
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

/// A value that begins with a letter that means something in YAML.
fn beginning(line: &Line<'_>, is_where_it_ended: bool) -> Option<Fault> {
    let (_, value) = line.value()?;
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
    if sign == '-'
        && let Some(fault) = single(line, rest.trim())
    {
        return Some(fault);
    }
    Some(Fault::unquoted((line, line.place_of(value)), cannot_begin(sign), value, true))
}

/// Says that no value begins with a sign.
pub(super) fn cannot_begin(sign: char) -> Say {
    match sign {
        '`' => say!(
            "giá trị không được bắt đầu bằng dấu huyền đứng rời (phím dưới Esc)",
            "a value cannot begin with a backtick"
        ),
        sign => {
            say!("giá trị không được bắt đầu bằng `{sign}`", "a value cannot begin with `{sign}`")
        }
    }
}

/// `title: Kế hoạch: năm 2024`.
fn colon(own: &Neighbours<'_, '_>) -> Option<Fault> {
    let line = own.line;
    let (key, value) = line.value()?;
    if value.starts_with(['"', '\'', '[', '{', '|', '>', '#']) {
        return None;
    }
    let text = value.split(" #").next().unwrap_or(value).trim_end();
    let first = text.split_once(": ").map(|(first, _)| first).or(text.strip_suffix(':'))?;
    // `source: name: A` may be two lines in one.
    let may_be_key = first.bytes().all(|byte| byte.is_ascii_lowercase() || b"_-".contains(&byte));
    let message = say!("giá trị của `{key}` có dấu hai chấm", "the value of `{key}` holds a colon");
    let is_sure = !may_be_key && own.is_whole() && text == value;
    let at = line.place_of(text);
    let fault = Fault::unquoted((line, at.clone()), message, text, is_sure);
    Some(Fault { fix: fault.fix.map(|fix| Fix { span: at.into(), ..fix }), ..fault })
}

/// Words at the place of a key: the second line of the text above it.
fn second_line(own: &Neighbours<'_, '_>) -> Option<Fault> {
    let (line, before) = (own.line, own.before.last()?);
    let is_words = !line.text.contains(':') && line.text.starts_with(char::is_alphanumeric);
    if !is_words || line.indent != before.indent {
        return None;
    }
    let (key, behind) = before.entry()?;
    let value = behind.trim();
    let at = line.place_of(line.text);
    let message = say!("dòng này không có tên mục", "this line has no name and no colon");
    if value.starts_with(['|', '>']) {
        let hint = say!(
            "thụt dòng này vào hai dấu cách: nó là chữ của `{key}` ở trên",
            "begin the line with two spaces: it is the text of `{key}` above"
        );
        return Some(Fault::new(at.clone(), message, hint).fix(depth::deeper(own, "  ")));
    }
    if value.starts_with(['"', '\'', '[', '{', '#']) {
        return None;
    }
    let whole = plain_or_quoted(format!("{value} {}", line.text).trim());
    let hint = say!(
        "nếu là phần tiếp của dòng trên, viết cả câu trên một dòng: `{key}: {whole}`",
        "if it goes on from the line above, write the whole text on one line: `{key}: {whole}`"
    );
    let whole = format!("{key}: {whole}");
    Some(Fault::new(at.clone(), message, hint).fix(Fix::likely(before.start..at.end, whole)))
}
