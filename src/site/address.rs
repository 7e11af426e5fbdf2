//! Where things are published: ASCII addresses from slugs and the names of files.
//!
//! A title is no part of an address, so that mending one breaks no link.

use std::borrow::Borrow;

use serde::Serialize;

use crate::config::{BaseUrl, Config};
use crate::content::{Document, Language};
use crate::diagnostics::{Diagnostic, Place};
use crate::locale::slug_or_digest;
use crate::memo::Digest;
use crate::public::OutputPath;
use crate::site::misspelt_address::{fault, tell_ending, too_long};
use crate::site::sections::Tree;

/// The most letters of one part of an address.
pub(super) const LONGEST: usize = 100;

/// Where a page or file is published, from the root of the site and without a `/` at its head.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Hash)]
pub struct Address(String);

impl Address {
    /// The page of a folder such as `ke-hoach/72`, or of the root if it is empty.
    pub fn of_folder(folder: &str) -> Address {
        let folder = folder.trim_matches('/');
        Address(if folder.is_empty() {
            "index.html".to_owned()
        } else {
            format!("{folder}/index.html")
        })
    }

    /// A file by its whole path.
    pub fn of_file(path: &str) -> Address {
        Address(path.to_owned())
    }

    /// The file that links name, so that they work without a server: `ke-hoach/index.html`.
    pub fn file(&self) -> &str {
        &self.0
    }

    /// What people see on a server: `ke-hoach/`, empty for the root.
    pub fn folder(&self) -> &str {
        self.0.strip_suffix("index.html").unwrap_or(&self.0)
    }

    /// The absolute address.
    pub fn absolute(&self, base_url: &BaseUrl) -> String {
        base_url.join(&encode(self.folder()))
    }

    /// The address as it stands in a link (RFC 3986).
    pub fn encoded(&self) -> String {
        encode(&self.0)
    }

    /// The same with what stands behind it: `p.pdf?v=2#page=3`.
    pub fn encoded_with(&self, behind: &str) -> String {
        let mut address = self.encoded();
        for letter in behind.chars() {
            match letter {
                '%' | '?' | '#' | '[' | ']' => address.push(letter),
                letter => address.push_str(&encode(letter.encode_utf8(&mut [0; 4]))),
            }
        }
        address
    }

    /// The file in the output folder, if the path is one that every disk takes.
    pub fn output(&self) -> Option<OutputPath> {
        OutputPath::parse(&self.0)
    }

    /// The way from this page up to the root: `../../`, empty at the root.
    pub fn root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// Percent-encodes what may not stand in the path of an address (RFC 3986 §3.3).
fn encode(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte);
    if path.bytes().all(plain) {
        return path.to_owned();
    }
    path.bytes().fold(String::new(), |mut text, byte| {
        if plain(byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}

/// The longest address of a page, in bytes. What is made of it stands below it (its events, its
/// places, its calendars), and needs room within what a disk takes, lest it be missing.
const LONGEST_PAGE: usize = 250;

/// Where a document is published.
pub(super) fn of_document(
    document: &Document,
    tree: &Tree<'_>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Address {
    for written in document.meta.slug.iter().chain(&document.meta.path) {
        if let Some(fault) = fault(written, document.meta.path.as_ref() == Some(written)) {
            diagnostics.push(fault.at(document.place(written.span)));
            // What was made of it may be another page's address, which is no fault of that page.
            let digest = Digest::of(document.path.as_str().as_bytes()).to_hex();
            return Address::of_folder(&format!("x{digest}"));
        }
    }
    tell_ending(document, diagnostics);
    let folder = document_folder(document, &document.language, tree);
    let address = Address::of_folder(&format!("{}{folder}", config.prefix(&document.language)));
    if address.output().is_none() || address.file().len() > LONGEST_PAGE {
        let written = document.meta.path.as_ref().or(document.meta.slug.as_ref());
        let place = written.map_or_else(|| Place::file(&document.path), |w| document.place(w.span));
        diagnostics.push(too_long(&address).at(place));
    }
    address
}

/// The folder of a document below what a language's addresses begin with.
pub(super) fn document_folder(document: &Document, language: &Language, tree: &Tree<'_>) -> String {
    if let Some(path) = &document.meta.path {
        return clean_path(&path.value);
    }
    if document.is_section() {
        return folder_address(document.folder(), language, tree);
    }
    let above = folder_address(document.folder(), language, tree);
    join(&above, &last_part(document))
}

/// The address of a folder in a language: each part by its section's slug or its own name.
pub(super) fn folder_address(folder: &str, language: &Language, tree: &Tree<'_>) -> String {
    if folder.is_empty() {
        return String::new();
    }
    let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    let part = match tree.section(folder, language) {
        Some(section) => match &section.meta.path {
            Some(path) => return clean_path(&path.value),
            None => last_part(section),
        },
        None => part_of(name),
    };
    join(&folder_address(above, language, tree), &part)
}

/// The slug of a document, or else the name that its author gave its file.
fn last_part(document: &Document) -> String {
    match &document.meta.slug {
        Some(slug) if is_plain(&slug.value) => slug.value.clone(),
        Some(slug) => part_of(&slug.value),
        None => part_of(own_name(document)),
    }
}

/// The name of a document's file, or of the folder that it stands for: that of a section, or
/// of a page with its files beside it.
pub(super) fn own_name(document: &Document) -> &str {
    let path = if document.is_section() { document.folder() } else { &document.stem };
    let path = path.strip_suffix("/index").unwrap_or(path);
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

pub(super) fn join(above: &str, part: &str) -> String {
    if above.is_empty() { part.to_owned() } else { format!("{above}/{part}") }
}

/// The part of an address that is made from these words. A word that Windows keeps for
/// devices (“con” is a child in Vietnamese) gets a number.
pub(super) fn part_of(words: &str) -> String {
    let slug = slug_or_digest(words);
    if is_plain(&slug) { slug } else { format!("{slug}-1") }
}

pub(super) fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && part.len() <= LONGEST
        && !part.starts_with('.')
        && is_spelt(part)
        && OutputPath::parse(part).is_some()
}

/// Whether a part is spelt with nothing but what stands in an address as it is.
pub(super) fn is_spelt(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte))
}

pub(super) fn clean_path(path: &str) -> String {
    let parts = path.trim_matches('/').split('/').filter(|part| !part.is_empty());
    let parts = parts.map(|part| if is_plain(part) { part.to_owned() } else { part_of(part) });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_file_for_links_and_a_folder_for_people() {
        let address = Address::of_folder("ke-hoach/72");
        assert_eq!(address.file(), "ke-hoach/72/index.html");
        assert_eq!(address.folder(), "ke-hoach/72/");
        assert_eq!(address.root(), "../../");
        let base = BaseUrl::parse("https://vi.du/thang-11/").unwrap();
        assert_eq!(address.absolute(&base), "https://vi.du/thang-11/ke-hoach/72/");
        assert_eq!(Address::of_folder("").absolute(&base), "https://vi.du/thang-11/");
    }

    #[test]
    fn a_word_that_names_a_device_can_be_a_title() {
        assert_eq!(part_of("Con"), "con-1");
        assert_eq!(part_of("Con cái"), "con-cai");
        assert_eq!(clean_path("/nul/a/"), "nul-1/a");
    }

    #[test]
    fn letters_that_may_not_stand_in_an_address_are_encoded() {
        assert_eq!(
            Address::of_file("tài liệu/a b.png").encoded(),
            "t%C3%A0i%20li%E1%BB%87u/a%20b.png"
        );
    }

    #[test]
    fn a_slug_never_leads_out() {
        for bad in ["../../x", "a/b", "..", ".x", "a b", "ảnh", "con", ""] {
            assert!(!is_plain(bad), "{bad}");
        }
        assert_eq!(clean_path("/Liên hệ//gap/"), "lien-he/gap");
        assert!(!clean_path("/../..//x/").contains(".."));
    }
}
