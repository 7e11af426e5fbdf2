//! The lines that open, close or call a component.
//!
//! In: a text. Out: the lines that may be fences or calls, and the text with each of them
//! masked as an HTML processing instruction (CommonMark 0.31.2, HTML block 3), which may
//! interrupt a paragraph and ends on its own line. `:::` is as long as `<?>`, the shortest one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::Argument;
use crate::content::markdown::arguments;
use crate::content::markdown::limits::tell;
use crate::content::markdown::loose_fences;
use crate::diagnostics::{Code, Diagnostic, Fix, say};
use crate::yaml::Reading;

/// A line that may be a fence or a call; the parser knows whether it is.
#[derive(Debug)]
pub(super) struct Fence {
    /// The line without the space around it.
    pub(super) range: Range<usize>,
}

/// What a line says that is a fence or a call indeed.
#[derive(Debug)]
pub(super) enum Line {
    /// `:::`, with as many colons.
    Close(usize),
    /// `::: name …`, with as many colons.
    Open(usize, Call),
    /// `{{ name(…) }}`.
    Call(Call),
}

/// A component by name, with its arguments.
#[derive(Debug)]
pub(super) struct Call {
    /// The name; empty if what was written cannot be one.
    pub(super) name: String,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// The arguments.
    pub(super) arguments: BTreeMap<String, Argument>,
}

impl Call {
    /// A container whose fault was reported: what it holds is shown without it.
    fn unreadable(range: Range<usize>) -> Call {
        Call { name: String::new(), range, arguments: BTreeMap::new() }
    }
}

/// The lines of this part of the text that may be fences or calls.
pub(super) fn find(text: &str, part: Range<usize>) -> Vec<Fence> {
    let markdown = &text[part.clone()];
    if !markdown.contains(":::") && !markdown.contains("{{") {
        return Vec::new();
    }
    let mut fences = Vec::new();
    let mut start = part.start;
    for line in markdown.split_inclusive('\n') {
        // Quotation marks are passed over, so that a component may stand in a quotation or alert.
        let content = line.trim_start_matches([' ', '\t', '>']);
        let from = start + line.len() - content.len();
        let content = content.trim_end();
        if content.starts_with(":::") || is_call(content) {
            fences.push(Fence { range: from..from + content.len() });
        }
        start += line.len();
    }
    fences
}

/// Whether a line is a call and nothing else, or the beginning of one.
fn is_call(line: &str) -> bool {
    let Some(inside) = line.strip_prefix("{{") else { return false };
    let inside = inside.trim_start();
    let name = inside.len()
        - inside.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '-').len();
    if name == 0 || !inside[name..].trim_start().starts_with('(') {
        return false;
    }
    let mut quote = None;
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'}') if inside[at..].starts_with("}}") => return inside[at + 2..].is_empty(),
            (_, _) => {}
        }
    }
    true
}

/// The part of the text with every fence masked. Nothing moves.
pub(super) fn mask<'t>(text: &'t str, part: Range<usize>, fences: &[Fence]) -> Cow<'t, str> {
    if fences.is_empty() {
        return Cow::Borrowed(&text[part]);
    }
    let mut masked = String::with_capacity(part.len());
    let mut done = part.start;
    for Fence { range } in fences {
        masked.push_str(&text[done..range.start]);
        // The line is at least three bytes long, its first two are ASCII.
        let end = text.floor_char_boundary(range.end - 1).max(range.start + 2);
        let end =
            if range.len() > 3 { end.min(text.floor_char_boundary(range.end - 2)) } else { end };
        masked.push_str("<?");
        masked.push_str(&text[range.start + 2..end]);
        masked.extend(std::iter::repeat_n('?', range.end - end - 1));
        masked.push('>');
        done = range.end;
    }
    masked.push_str(&text[done..part.end]);
    Cow::Owned(masked)
}

/// Reads a line that the parser found to be a block of its own.
pub(super) fn read(fence: &Fence, reading: &mut Reading<'_>) -> Line {
    let line = &reading.text[fence.range.clone()];
    let rest = line.trim_start_matches(':');
    let colons = line.len() - rest.len();
    if colons == 0 {
        return Line::Call(read_call(fence, reading));
    }
    let content = rest.trim_start();
    if content.is_empty() {
        return Line::Close(colons);
    }
    Line::Open(colons, read_opening(fence.range.end - content.len()..fence.range.end, reading))
}

/// Reads `name Title words {key=value}`.
fn read_opening(range: Range<usize>, reading: &mut Reading<'_>) -> Call {
    let content = &reading.text[range.clone()];
    let misnamed = loose_fences::in_vietnamese(content, range.start);
    let misnamed = misnamed.or_else(|| loose_fences::in_brackets(content, range.start));
    if let Some((place, fault)) = misnamed {
        tell(place.clone(), fault, reading);
        return Call::unreadable(place);
    }
    let len = content.find(|c: char| c.is_whitespace() || c == '{').unwrap_or(content.len());
    let name_range = range.start..range.start + len;
    let name = checked_name(name_range.clone(), reading);
    let rest = name_range.end..range.end;
    let brace = reading.text[rest.clone()].find('{').map_or(rest.end, |at| rest.start + at);
    let mut read = Some(BTreeMap::new());
    if brace < rest.end {
        if reading.text[rest.clone()].ends_with('}') {
            read = arguments::read(brace + 1..rest.end - 1, reading);
        } else {
            let message = say!("dấu `{{` ở đây chưa được đóng", "the `{{` here is not closed");
            let hint = say!("viết `}}` ở cuối dòng", "end the line with `}}`");
            tell(
                brace..rest.end,
                Diagnostic::error(Code::ComponentArgument, message).hint(hint),
                reading,
            );
            read = None;
        }
    }
    let Some(mut arguments) = read else { return Call::unreadable(name_range) };
    arguments::add_title(rest.start..brace, &mut arguments, reading);
    Call { name, range: name_range, arguments }
}

/// Reads `{{ name(key="value", n=3) }}`.
fn read_call(fence: &Fence, reading: &mut Reading<'_>) -> Call {
    let text = reading.text;
    let line = &text[fence.range.clone()];
    let inside = line[2..].trim_start();
    let start = fence.range.end - inside.len();
    let len = inside.find(|c: char| c.is_whitespace() || c == '(').unwrap_or(inside.len());
    let range = start..start + len;
    let name = checked_name(range.clone(), reading);
    let open =
        text[range.end..fence.range.end].find('(').map_or(fence.range.end, |at| range.end + at + 1);
    let closed = text[open..fence.range.end]
        .strip_suffix("}}")
        .and_then(|rest| rest.trim_end().strip_suffix(')'));
    let arguments = if let Some(inside) = closed {
        arguments::read(open..open + inside.len(), reading)
    } else {
        let message = say!("lời gọi này chưa được đóng", "this call is not closed");
        let hint = say!(
            "viết cả lời gọi trên một dòng: `{{{{ ten(khoa=\"giá trị\") }}}}`",
            "write the whole call on one line: `{{{{ name(key=\"value\") }}}}`"
        );
        tell(
            fence.range.clone(),
            Diagnostic::error(Code::ComponentArgument, message).hint(hint),
            reading,
        );
        None
    };
    match arguments {
        Some(arguments) => Call { name, range, arguments },
        None => Call::unreadable(range),
    }
}

/// The name at this place, or nothing and an error if it cannot be one.
fn checked_name(range: Range<usize>, reading: &mut Reading<'_>) -> String {
    let name = &reading.text[range.clone()];
    if is_name(name) {
        return name.to_owned();
    }
    let message =
        say!("`{name}` không thể là tên một khối", "`{name}` cannot be the name of a component");
    let fault = Diagnostic::error(Code::UnknownComponent, message);
    let small = name.to_ascii_lowercase();
    let fault = match is_name(&small) {
        true => {
            let hint = say!("viết `{small}`", "write `{small}`");
            fault.hint(hint).fix(Fix::likely(range.clone(), small))
        }
        false => fault.hint(say!(
            "tên khối viết bằng chữ thường không dấu, chẳng hạn `::: details Tiêu đề`",
            "names of components are small letters without marks, such as `::: details Title`"
        )),
    };
    tell(range, fault, reading);
    String::new()
}

fn is_name(name: &str) -> bool {
    let fits = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_'
    };
    name.bytes().all(fits) && name.starts_with(|first: char| first.is_ascii_lowercase())
}
