//! Containers that are none: `:: details`, `：：： details`, and those that are called by another
//! name than the theme's: `::: chú ý`, `::: Details`.

use std::ops::Range;

use crate::content::markdown::boxes::{self, Named};
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, Fix, Say, say};

impl Writer<'_, '_> {
    /// A part of a list of definitions, which a line of two colons may have made of what was to be
    /// a container.
    pub(super) fn start_definition(&mut self, html: &str, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        if source.starts_with("::") {
            self.tell_colons(range.start, source.lines().next().unwrap_or_default());
        }
        self.frame.fragment.block(html);
    }

    /// Whether a line that is code for its indentation would call a component.
    pub(super) fn is_indented_call(&self, line: &str) -> bool {
        let is_call = line.trim().strip_prefix("{{ ").is_some_and(|rest| {
            rest.ends_with(") }}") && rest.starts_with(|own: char| own.is_ascii_lowercase())
        });
        is_call && self.outer.is_empty() && self.lists.is_empty()
    }

    /// `:: details` lacks a colon.
    pub(super) fn tell_colons(&mut self, start: usize, line: &str) -> bool {
        let inside = line.trim_start_matches([':', '：']);
        let signs = line.len() - inside.len();
        // Three plain ones are a container, or stand where none may.
        let is_open = line.starts_with("：：") || &line[..signs] == "::";
        let inside = inside.trim();
        let word = inside.split_whitespace().next().unwrap_or_default();
        let is_name = word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let named = boxes::called(inside);
        // Between two pairs of colons stand the headlines of old pages.
        if !is_open || inside.ends_with(':') || !(is_name || named.is_some()) {
            return false;
        }
        let name = named.as_ref().map_or(word, |(written, _)| written);
        let written = format!("{} {name}", &line[..signs]);
        let message = say!(
            "`{written}` hiện nguyên ra trang: khối mở bằng ba dấu hai chấm thường",
            "`{written}` is shown as it is: a container opens with three plain colons"
        );
        let hint = match named {
            Some((_, Named::Box(kind))) => box_of(kind),
            Some((_, Named::Component(name))) => as_container(name),
            None => as_container(word),
        };
        self.tell_meant(start..start + signs, message, hint);
        true
    }
}

fn as_container(name: &str) -> Say {
    say!("viết `::: {name}`, và `:::` ở cuối khối", "write `::: {name}`, and `:::` at its end")
}

fn box_of(kind: &str) -> Say {
    say!(
        "viết `> [!{kind}]`, đặt `> ` ở đầu mỗi dòng phía dưới, và xoá dòng đóng khối",
        "write `> [!{kind}]`, begin each line below with `> `, and delete the line that closes it"
    )
}

/// How the box is written that other programs know as a container of this name.
pub(crate) fn as_box(name: &str) -> Option<Say> {
    boxes::named(name).map(box_of)
}

/// What is said of a container whose name stands in brackets, or its title does, as other
/// programs have it: `:::{note}`, `::: details[Title]`.
pub(super) fn in_brackets(content: &str, begin: usize) -> Option<(Range<usize>, Diagnostic)> {
    let content = content.trim_end();
    let (name, title) = match content.strip_prefix('{') {
        Some(inner) => inner.split_once('}')?,
        None => content.strip_suffix(']')?.split_once('[')?,
    };
    let (name, title) = (name.trim_start_matches('.'), title.trim());
    let is_name = name.bytes().all(|own| own.is_ascii_lowercase() || b"-_".contains(&own));
    if name.is_empty() || !is_name {
        return None;
    }
    let place = begin..begin + content.len();
    let message = say!(
        "`{content}` không phải cách gọi một khối",
        "`{content}` is not how a component is called"
    );
    let fault = Diagnostic::error(Code::UnknownComponent, message);
    Some((
        place.clone(),
        match as_box(name) {
            Some(hint) => fault.hint(hint),
            None => {
                let text = format!("{name} {title}");
                let text = text.trim();
                fault
                    .hint(say!("viết `::: {text}`", "write `::: {text}`"))
                    .fix(Fix::likely(place, text))
            }
        },
    ))
}

/// What is said of a container that is called by a name in Vietnamese, and where that name ends.
pub(super) fn in_vietnamese(content: &str, begin: usize) -> Option<(Range<usize>, Diagnostic)> {
    let (written, named) = boxes::called(content).filter(|(written, _)| !written.is_ascii())?;
    let place = begin..begin + written.len();
    let message =
        say!("giao diện không có khối `{written}`", "the theme has no component `{written}`");
    let fault = Diagnostic::error(Code::UnknownComponent, message);
    let fault = match named {
        Named::Box(kind) => fault.hint(box_of(kind)),
        Named::Component(name) => {
            fault.hint(as_container(name)).fix(Fix::likely(place.clone(), name))
        }
    };
    Some((place, fault))
}
