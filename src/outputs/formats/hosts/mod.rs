//! What hosts are told of a site: types, old addresses, missing pages, and what may be kept.
//!
//! In: a [`Kit`], complete. Out: the text of one file, as its host reads it. Each module says who
//! defines its format.

mod apache;
mod caddy;
mod iis;
mod netlify;
mod nginx;

use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(crate) use apache::apache;
pub(crate) use caddy::caddy;
pub(crate) use iis::iis;
pub(crate) use netlify::{Readers, headers, redirects};
pub(crate) use nginx::nginx;

/// All that a host must know of a site.
pub(crate) struct Kit {
    /// The path of the site on its host, from `/` to `/`.
    pub base: String,
    /// The media type of each extension that occurs, as it is written in names.
    pub types: BTreeMap<String, &'static str>,
    /// The media type of each name that says more than its extension.
    pub names: BTreeMap<String, &'static str>,
    /// The old addresses.
    pub moved: Vec<Moved>,
    /// What is shown where nothing is, the innermost folder first.
    pub missing: Vec<Missing>,
    /// The files whose names hold their digests, or a folder and `*` where all in it are such.
    pub forever: Vec<String>,
    /// The Content-Security-Policy, if the theme has one.
    pub policy: Option<String>,
    /// Whether compressed files lie beside texts.
    pub precompressed: bool,
}

/// An old address.
pub(crate) struct Moved {
    /// The file that stands there, from the root of the site, as it is named.
    pub from: String,
    /// The address that it leads to, from the root of the site, as people see it.
    pub to: String,
}

/// What is shown where nothing is.
pub(crate) struct Missing {
    /// The folder that it is for: empty for all of the site, or `en/`.
    pub folder: String,
    /// The page.
    pub page: String,
}

/// What hosts are asked to say of a file of which no other bytes will ever have the name: a year,
/// which is the longest that RFC 9111 knows, and not to be asked again at all (RFC 8246).
const FOREVER: &str = "public, max-age=31536000, immutable";

/// What they say of all others: it may be kept, but is asked for each time (RFC 9111 §5.2.2.4).
const ASK_AGAIN: &str = "no-cache";

/// The head of a file that is written anew by each build, behind the mark of a comment.
const HEAD: [&str; 2] = [
    "Bangtin tạo tệp này từ danh sách tệp của trang web. Muốn tự viết thì đặt tệp cùng tên vào content.",
    "Made by Bangtin from the files of the site. To write your own, put a file of this name into content.",
];

impl Kit {
    /// What is said with every file.
    fn headers(&self) -> Vec<(&'static str, &str)> {
        let policy = self.policy.as_deref().map(|policy| ("Content-Security-Policy", policy));
        let rest = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")];
        policy.into_iter().chain(rest).collect()
    }

    /// The media types by extension in small letters.
    fn types_in_small_letters(&self) -> BTreeMap<String, &'static str> {
        self.types.iter().map(|(own, media_type)| (own.to_ascii_lowercase(), *media_type)).collect()
    }
}

impl Moved {
    /// Every way in which people ask for the old address, from the root of the site.
    fn asked(&self) -> Vec<String> {
        match self.from.strip_suffix("index.html").and_then(|own| own.strip_suffix('/')) {
            Some(folder) => vec![folder.to_owned(), format!("{folder}/"), self.from.clone()],
            None => vec![self.from.clone()],
        }
    }
}

/// A media type and its charset.
fn parts(media_type: &str) -> (&str, bool) {
    match media_type.strip_suffix("; charset=utf-8") {
        Some(plain) => (plain, true),
        None => (media_type, false),
    }
}

/// Adds a line. What it is written to is a text in memory, which takes everything.
fn put(text: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(text, "{line}");
}

/// A text between quotation marks, as nginx and Caddy read one.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A text as a regular expression that matches nothing else (PCRE and RE2 alike).
fn literally(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        match letter {
            '.' => pattern.push_str("\\."),
            '-' | '_' | '/' => pattern.push(letter),
            letter if !letter.is_ascii() || letter.is_ascii_alphanumeric() => pattern.push(letter),
            letter => pattern.push_str(&format!("\\x{:02x}", u32::from(letter))),
        }
    }
    pattern
}

/// The regular expression of the files below `base` whose names hold their digests: the same as
/// `OutputPath::names_its_digest` asks for.
fn digested(base: &str) -> String {
    let folders = crate::public::DIGESTED.join("|");
    let digit = "[0-9a-f]".repeat(8);
    format!("^{}({folders})/([^/]+/)*[^/]+\\.{digit}\\.[^./]+", literally(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_address_is_asked_for_in_every_way() {
        let moved = |from: &str| Moved { from: from.to_owned(), to: String::new() }.asked();
        assert_eq!(moved("tin/cu/index.html"), ["tin/cu", "tin/cu/", "tin/cu/index.html"]);
        assert_eq!(moved("cu.html"), ["cu.html"]);
        assert_eq!(moved("cu-index.html"), ["cu-index.html"]);
    }

    #[test]
    fn no_letter_of_a_name_means_more_in_a_pattern() {
        assert_eq!(literally("a.b/c-d_é"), "a\\.b/c-d_é");
        assert_eq!(literally("a (1)+${b}"), "a\\x20\\x281\\x29\\x2b\\x24\\x7bb\\x7d");
    }
}
