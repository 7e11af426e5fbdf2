//! The addresses of the site that programs are told in full: in feeds, sitemaps, calendars, data.

use std::borrow::Cow;

use crate::html::unescape;
use crate::portable::references::{Reference, Role};

/// What ends an address in a text.
const ENDS: &[char] = &['"', '<', '>', '\\', '`', '|', '{', '}', '^'];

/// The addresses in a feed or a sitemap. HTML in it is escaped twice.
pub(super) fn of_xml<'t>(text: &'t str, base: Option<&str>) -> Vec<Reference<'t>> {
    if !text.contains('&') {
        return of_text(text, base);
    }
    owned(&unescape(&unescape(text)), base)
}

/// The addresses in a calendar: its long lines are folded, its commas marked (RFC 5545).
pub(super) fn of_calendar<'t>(text: &str, base: Option<&str>) -> Vec<Reference<'t>> {
    let whole = text.replace("\r\n ", "").replace("\n ", "");
    owned(&whole.replace("\\,", ",").replace("\\;", ";"), base)
}

/// The addresses in any text.
pub(super) fn of_text<'t>(text: &'t str, base: Option<&str>) -> Vec<Reference<'t>> {
    of_data(text, 0, base)
}

/// The addresses in data that stands at this byte of its file.
pub(super) fn of_data<'t>(text: &'t str, start: usize, base: Option<&str>) -> Vec<Reference<'t>> {
    let Some(base) = base else { return Vec::new() };
    let found = text.match_indices(base).map(|(at, _)| {
        let rest = &text[at..];
        let is_end = |letter: char| letter.is_whitespace() || ENDS.contains(&letter);
        let end = rest.find(is_end).unwrap_or(rest.len());
        let place = start + at..start + at + end;
        let written = Cow::Borrowed(&rest[..end]);
        Reference { written, role: Role::Told, place }
    });
    found.collect()
}

/// Those of a text that is put together first: they stand nowhere in the file.
fn owned<'t>(text: &str, base: Option<&str>) -> Vec<Reference<'t>> {
    let found = of_data(text, 0, base).into_iter();
    let own = |one: Reference<'_>| Reference {
        written: Cow::Owned(one.written.into_owned()),
        role: one.role,
        place: 0..0,
    };
    found.map(own).collect()
}
