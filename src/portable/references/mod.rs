//! The addresses that stand in a file, whatever kind of file it is.
//!
//! In: the path and the text of a file. Out: each address with its role and its place in the
//! text, so that what reads them can also write them anew.

mod html;
mod search;
mod told;

use std::borrow::Cow;
use std::ops::Range;

use crate::config::BaseUrl;
use crate::html::addresses_of_css;

pub use search::{Entry, entry, rows};

/// An address in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference<'t> {
    /// As it is written, with what stands for letters as the letters.
    pub written: Cow<'t, str>,
    /// What it is for.
    pub role: Role,
    /// Where it stands in the text, still escaped.
    pub place: Range<usize>,
}

/// What an address is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The file is not whole without it: a style, a script, a picture, the local way out.
    Part,
    /// One of several sizes of a picture.
    Choice,
    /// People go there.
    Link,
    /// The root of the site, for scripts.
    Root,
    /// Programs are told it: search engines, readers of feeds, calendars.
    Told,
    /// The search leads there, from the root of the site.
    Hit,
}

/// The endings of files that may hold addresses.
const READ: &[&str] = &["html", "htm", "css", "js", "svg", "xml", "json", "ics", "csv", "txt"];

/// Whether a file of this path may hold addresses.
pub fn holds_references(path: &str) -> bool {
    READ.contains(&extension(path))
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The addresses in a file. `base` is what addresses of the site in full begin with.
pub fn references<'t>(path: &str, text: &'t str, base: Option<&BaseUrl>) -> Vec<Reference<'t>> {
    let base = base.map(BaseUrl::as_str);
    match extension(path) {
        "html" | "htm" | "svg" => html::of_page(text, base),
        "css" => of_sheet(text, 0),
        "js" => search::of_script(path, text),
        "xml" => told::of_xml(text, base),
        "ics" => told::of_calendar(text, base),
        "json" | "csv" | "txt" => told::of_text(text, base),
        _ => Vec::new(),
    }
}

/// The addresses in a style sheet that stands at this byte of its file.
fn of_sheet(css: &str, start: usize) -> Vec<Reference<'_>> {
    let all = addresses_of_css(css).into_iter().map(|place| Reference {
        written: Cow::Borrowed(&css[place.clone()]),
        role: Role::Part,
        place: start + place.start..start + place.end,
    });
    all.collect()
}
