//! The addresses in style sheets: `url(…)` and `@import` (CSS Syntax 3, CSS Cascade 5).

use crate::portable::references::{Reference, Role};

/// The addresses in a style sheet that stands at this byte of its file.
pub(super) fn of_sheet(text: &str, start: usize) -> Vec<Reference<'_>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            at += rest.find("*/").map_or(rest.len(), |end| end + "*/".len());
        } else if starts_with(rest, "url(") {
            let open = at + "url(".len();
            at = open + put(&text[open..], start + open, &mut all);
        } else if starts_with(rest, "@import") {
            let open = at + "@import".len();
            // What is written as `url(…)` is read as such.
            let is_bare = text[open..].trim_start().starts_with(['"', '\'']);
            at = if is_bare { open + put(&text[open..], start + open, &mut all) } else { open };
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    all
}

fn starts_with(rest: &str, word: &str) -> bool {
    rest.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word))
}

/// Reads the address that begins here, between quotation marks or up to the bracket; gives where
/// it ends.
fn put<'t>(rest: &'t str, start: usize, all: &mut Vec<Reference<'t>>) -> usize {
    let blank = rest.len() - rest.trim_start().len();
    let inner = &rest[blank..];
    let (from, end) = match inner.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let end = inner[1..].find(quote).map_or(inner.len(), |end| 1 + end);
            (1, end)
        }
        Some(_) | None => {
            let end = inner.find([')', ' ', '\n', ';']).unwrap_or(inner.len());
            (0, end)
        }
    };
    let written = &inner[from.min(end)..end];
    let place = start + blank + from..start + blank + end;
    all.push(Reference { written: written.into(), role: Role::Part, place });
    (blank + end).min(rest.len())
}
