//! The links of a printed page as numbered notes: paper cannot be clicked.
//!
//! In: HTML in which links have their addresses. Out: the same HTML, each link with its
//! number in `data-note`, and the list of short addresses under these numbers. Whether the
//! numbers are shown, and where, is for the theme to say.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::{Leads, LinkTarget, NoAddress};
use crate::diagnostics::Span;
use crate::html::{Tag, Token, Tokens, unescape};

/// What the addresses of links are measured by. A view that holds it wants notes.
#[derive(Clone, Serialize)]
pub struct Way {
    /// The way from the page up to the root of the site.
    pub root: String,
    /// The root of the site as people would type it; none where the site has no `base_url`.
    pub home: Option<String>,
}

/// `links`: an address under its number.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(crate) struct Note {
    number: usize,
    /// As short as it can be typed.
    address: String,
}

/// The notes of one page, in the order of its links.
pub(crate) struct Notes<'v> {
    way: &'v Way,
    /// Pages that stand in the same document: links to them need no address.
    near: &'v BTreeMap<String, String>,
    /// Each address with its number.
    numbers: BTreeMap<String, usize>,
}

impl<'v> Notes<'v> {
    /// None as yet.
    pub(crate) fn new(way: &'v Way, near: &'v BTreeMap<String, String>) -> Notes<'v> {
        Notes { way, near, numbers: BTreeMap::new() }
    }

    /// The HTML with a number at each link that has a note.
    pub(crate) fn number(&mut self, html: String) -> String {
        if !html.contains("href") {
            return html;
        }
        let mut pieces = Tokens::of_page(&html);
        let mut numbered = String::with_capacity(html.len() + 512);
        while let Some(piece) = pieces.next() {
            let number = match piece {
                Token::Open(tag) if tag.is("a") => self.of_tag(&tag, || text_of(pieces.clone())),
                Token::Open(_) | Token::Close(_) | Token::Text(_) => None,
                Token::Comment { .. } | Token::Declaration(_) | Token::Unfinished(_) => None,
            };
            match (number, piece.whole().strip_suffix('>')) {
                (Some(number), Some(open)) => {
                    numbered.push_str(&format!("{open} data-note=\"{number}\">"));
                }
                (Some(_) | None, _) => numbered.push_str(piece.whole()),
            }
        }
        numbered
    }

    /// The number of an address, which may be known already. None where a note would say
    /// nothing: the link's own text is the address, or the address cannot be typed.
    pub(crate) fn of(&mut self, href: &str, text: &str) -> Option<usize> {
        let address = self.address(href)?;
        if short(text) == address || says(text, &address) {
            return None;
        }
        let next = self.numbers.len() + 1;
        Some(*self.numbers.entry(address).or_insert(next))
    }

    /// The same of an address as views have it: from the root of the site.
    pub(crate) fn of_view(&mut self, url: &str, text: &str) -> Option<usize> {
        match leads(url) {
            Ok(Leads::Inside) => self.of(&format!("{}{url}", self.way.root), text),
            Ok(Leads::Web | Leads::Program) | Err(_) => self.of(url, text),
        }
    }

    /// The list.
    pub(crate) fn list(self) -> Vec<Note> {
        let notes = self.numbers.into_iter();
        let mut notes: Vec<Note> =
            notes.map(|(address, number)| Note { number, address }).collect();
        notes.sort_unstable_by_key(|note| note.number);
        notes
    }

    fn of_tag(&mut self, tag: &Tag<'_>, text: impl FnOnce() -> String) -> Option<usize> {
        let href = unescape(tag.attribute("href")?);
        self.of(&href, &text())
    }

    fn address(&self, href: &str) -> Option<String> {
        match leads(href) {
            Ok(Leads::Web) | Err(NoAddress::NoScheme) => {
                return Some(short(href)).filter(|address| !address.is_empty());
            }
            Ok(Leads::Program) => return Some(dialled(href)),
            // What begins with `#` is on this page.
            Ok(Leads::Inside) if !href.starts_with('#') => {}
            Ok(Leads::Inside) | Err(_) => return None,
        }
        let inside = href.strip_prefix(self.way.root.as_str())?;
        let page = inside.split(['#', '?']).next().unwrap_or_default();
        if self.near.contains_key(page) {
            return None;
        }
        Some(short(&format!("{}{inside}", self.way.home.as_ref()?)))
    }
}

/// An address as one types it: no scheme, no place in the page, nothing that servers add.
fn short(address: &str) -> String {
    let address = address.trim();
    let rest = address.split_once("//").filter(|(scheme, _)| {
        ["", "http:", "https:"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
    });
    let rest = rest.map_or(address, |(_, rest)| rest);
    // A place that begins with `/` or `!` is a page to sites that are one script, and that of a
    // document such as a PDF is more than readers find by looking.
    let rest = match rest.split_once('#') {
        Some((page, place)) if !place.starts_with(['/', '!']) && !is_document(page) => page,
        Some(_) | None => rest,
    };
    let rest = rest.strip_suffix("index.html").filter(|rest| rest.ends_with('/')).unwrap_or(rest);
    rest.trim_end_matches('/').to_owned()
}

/// Whether the path of an address ends in the name of a file that is no page.
fn is_document(address: &str) -> bool {
    let path = address.split('?').next().unwrap_or_default();
    let name = path.split_once('/').and_then(|(_, path)| path.rsplit('/').next());
    let extension = name.and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    extension.is_some_and(|extension| !extension.to_ascii_lowercase().starts_with("htm"))
}

/// The number to dial or the address to write to: what stands between the scheme of an address
/// and what is asked of a program besides, its signs as they are typed.
fn dialled(href: &str) -> String {
    let rest = href.split_once(':').map_or(href, |(_, rest)| rest);
    let rest = rest.split('?').next().unwrap_or_default();
    crate::site::decoded(rest).replace(";ext=", " #")
}

/// Whether the text of a link says a number already, grouped in any way.
fn says(text: &str, number: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let is_number = number.chars().all(|c| c.is_ascii_digit() || "+-.() #".contains(c));
    let number = digits(number);
    // What stands in front of the last digits is the code of a country or of a place.
    let last = &number[number.len().saturating_sub(8)..];
    is_number && !last.is_empty() && digits(text).contains(last)
}

fn leads(href: &str) -> Result<Leads, NoAddress> {
    LinkTarget::parse(href, Span::default()).map(|target| target.leads())
}

/// The text of a link up to its end, without tags.
fn text_of(pieces: Tokens<'_>) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Token::Open(tag) | Token::Close(tag) if tag.is("a") => break,
            Token::Text(part) => text.push_str(&unescape(part)),
            Token::Open(_) | Token::Close(_) | Token::Comment { .. } => {}
            Token::Declaration(_) | Token::Unfinished(_) => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(html: &str, home: Option<&str>) -> (String, Vec<String>) {
        let way = Way { root: "../".to_owned(), home: home.map(str::to_owned) };
        let near = BTreeMap::from([("gan/index.html".to_owned(), "ui_2".to_owned())]);
        let mut notes = Notes::new(&way, &near);
        let html = notes.number(html.to_owned());
        (html, notes.list().into_iter().map(|note| note.address).collect())
    }

    #[test]
    fn an_address_has_one_number() {
        let html = r#"<a href="https://a.vn/b/">x</a> <a href="https://c.vn/?q=1&amp;r">y</a> <a href="http://a.vn/b/index.html#d">z</a>"#;
        let (html, list) = numbered(html, None);
        assert_eq!(list, ["a.vn/b", "c.vn/?q=1&r"]);
        let numbers: Vec<&str> =
            html.split("data-note=\"").skip(1).map(|rest| &rest[..1]).collect();
        assert_eq!(numbers, ["1", "2", "1"]);
    }

    #[test]
    fn pages_of_the_site_are_named_where_the_site_knows_its_address() {
        let html = r#"<a href="../tin/index.html#a">x</a>"#;
        assert_eq!(numbered(html, Some("https://a.vn/s/")).1, ["a.vn/s/tin"]);
        assert_eq!(numbered(html, None), (html.to_owned(), Vec::new()));
    }

    #[test]
    fn what_needs_no_note_has_none() {
        for link in [
            r##"<a href="#muc">x</a>"##,
            r#"<a href="tel:111">111</a>"#,
            r#"<a href="mailto:a@b.vn?subject=x">a@b.vn</a>"#,
            r#"<a href="tel:+842433334444">(024) 3333 4444</a>"#,
            r#"<a href="javascript:x">a</a>"#,
            r#"<a href="https://a.vn/b/"><em>a.vn</em>/b</a>"#,
            r#"<a href="https://a.vn/">https://a.vn</a>"#,
            r#"<a href="../gan/index.html#a">in the same book</a>"#,
            r#"<a id="here">x</a>"#,
            r#"<a href="https://">x</a>"#,
            r#"<a href="https://a.vn/""#,
        ] {
            assert_eq!(numbered(link, Some("https://a.vn/")).0, link, "{link}");
        }
    }

    #[test]
    fn a_number_or_an_address_to_write_to_is_told_where_the_text_does_not_say_it() {
        let html = r#"<a href="tel:111">x</a> <a href="MAILTO:a%2Bc@b.vn?subject=x">y</a> <a href="sms:+84912;ext=5">z</a> <a href="HTTPS://A.VN/b">w</a>"#;
        assert_eq!(numbered(html, None).1, ["111", "a+c@b.vn", "+84912 #5", "A.VN/b"]);
    }

    #[test]
    fn the_page_of_a_document_is_told() {
        let html = r#"<a href="../t/p.pdf?v=2#page=3">x</a> <a href="https://b.vn/q.pdf#page=2">y</a> <a href="https://b.vn/q.html#muc">z</a> <a href="https://b.vn#muc">w</a>"#;
        let list = numbered(html, Some("https://a.vn/")).1;
        assert_eq!(list, ["a.vn/t/p.pdf?v=2#page=3", "b.vn/q.pdf#page=2", "b.vn/q.html", "b.vn"]);
    }

    #[test]
    fn a_page_that_is_a_place_keeps_it() {
        assert_eq!(short("https://a.vn/#/b/"), "a.vn/#/b");
        assert_eq!(short("https://a.vn/xindex.html"), "a.vn/xindex.html");
    }
}
