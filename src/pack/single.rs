//! One page as one file: its styles and pictures stand in it, it runs no script and asks for
//! nothing.
//!
//! Links to other pages lead to the web if the site has an address there, and else are text. What
//! needs a script or a server is left out: the search, the feeds. The way out of a sensitive page
//! leads to an empty page, for which no network is needed.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::content::markdown::escape;
use crate::html::{Tag, Token, Tokens};
use crate::pack::selection::target;
use crate::portable::{Leads, Reference, Role, leads, references, text};
use crate::public::{Files, OutputPath};
use crate::site::{Address, Site};

/// What the file may do: show what stands in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; base-uri 'none'; form-action 'none'";

/// By what the program knows a file that it wrote.
pub const MARK: &str = "<meta name=\"bangtin-pack\" content=\"single\">";

/// All that one file is made of.
pub struct Single<'a> {
    /// The files of the site.
    pub files: &'a Files,
    /// The linked site, for its address.
    pub site: &'a Site,
    /// The bytes of every file that the page shows.
    pub shown: &'a BTreeMap<OutputPath, Vec<u8>>,
}

impl Single<'_> {
    /// The files that a page shows, whose bytes are needed.
    pub fn needs(files: &Files, page: &OutputPath) -> Vec<OutputPath> {
        let mut all: Vec<OutputPath> = Vec::new();
        let mut waiting = vec![page.clone()];
        while let Some(path) = waiting.pop() {
            let Some(text) = files.get(&path).and_then(text) else { continue };
            for reference in references(path.as_str(), text, None) {
                let is_shown = matches!(reference.role, Role::Part | Role::Choice);
                let found = target(files, path.as_str(), &reference).filter(|_| is_shown);
                let Some((to, _)) = found else { continue };
                let is_read = !to.as_str().ends_with(".html") && !to.as_str().ends_with(".js");
                if is_read && !all.contains(&to) {
                    waiting.push(to.clone());
                    all.push(to);
                }
            }
        }
        all
    }
}

/// The page as one file; nothing if it is no page of the site.
pub fn single(input: &Single<'_>, page: &OutputPath) -> Option<Vec<u8>> {
    let html = text(input.files.get(page)?)?;
    let mut writer =
        Writer { input, page, html: String::with_capacity(html.len() * 2), skips: None };
    for token in Tokens::of_page(html) {
        writer.token(token);
    }
    Some(writer.html.into_bytes())
}

/// Elements that are left out with all that is in them.
const LEFT: &[&str] = &["script", "noscript", "form", "iframe", "object"];

struct Writer<'a> {
    input: &'a Single<'a>,
    page: &'a OutputPath,
    html: String,
    /// The element that is being left out, with the depth in it.
    skips: Option<(String, usize)>,
}

impl Writer<'_> {
    fn token(&mut self, token: Token<'_>) {
        match token {
            Token::Open(tag) if self.skips.is_none() => self.open(&tag),
            Token::Open(tag) => self.count(tag.name, true),
            Token::Close(tag) if self.skips.is_some() => self.count(tag.name, false),
            Token::Text(_) | Token::Close(_) | Token::Declaration(_) if self.skips.is_none() => {
                self.html.push_str(token.whole());
            }
            Token::Text(_) | Token::Close(_) | Token::Declaration(_) => {}
            Token::Comment { .. } | Token::Unfinished(_) => {}
        }
    }

    fn count(&mut self, name: &str, opens: bool) {
        let Some((element, depth)) = &mut self.skips else { return };
        if !element.eq_ignore_ascii_case(name) {
            return;
        }
        *depth = if opens { *depth + 1 } else { depth.saturating_sub(1) };
        if *depth == 0 {
            self.skips = None;
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        if LEFT.iter().any(|left| tag.is(left)) {
            self.skips = Some((tag.name.to_owned(), 1));
        } else if tag.is("link") {
            self.link(tag);
        } else if tag.is("meta") && tag.attribute("http-equiv").is_some() {
            let policy =
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
            if tag.attribute("http-equiv").is_some_and(|is| is.eq_ignore_ascii_case("refresh")) {
                return;
            }
            self.html.push_str(&format!("{policy}\n{MARK}"));
        } else if tag.is("source")
            && tag.attribute("media").is_none()
            && tag.find("srcset").is_some()
        {
            // The picture itself follows.
        } else {
            self.element(tag);
        }
    }

    /// A style sheet becomes a style, an icon stands in its address; nothing else of the kind is
    /// of use in one file but the address of the page.
    fn link(&mut self, tag: &Tag<'_>) {
        let rel = tag.attribute("rel").unwrap_or_default();
        let href = tag.attribute("href").unwrap_or_default();
        if rel == "canonical" {
            self.html.push_str(tag.whole);
        } else if rel == "icon" && tag.attribute("sizes").is_none() {
            if let Some(address) = self.data(self.page.as_str(), href) {
                self.html.push_str(&format!("<link rel=\"icon\" href=\"{address}\">"));
            }
        } else if rel == "stylesheet" {
            let Some((path, css)) = self.sheet(href) else { return };
            let media = tag.attribute("media").map(|media| format!(" media=\"{media}\""));
            let css = self.styled(&path, &css).replace("</", "<\\/");
            self.html.push_str(&format!("<style{}>\n{css}</style>", media.unwrap_or_default()));
        }
    }

    fn sheet(&self, href: &str) -> Option<(OutputPath, String)> {
        let path = self.target(self.page.as_str(), href)?;
        let css = String::from_utf8(self.input.shown.get(&path)?.clone()).ok()?;
        Some((path, css))
    }

    /// A style sheet with its pictures in it.
    fn styled(&self, path: &OutputPath, css: &str) -> String {
        let mut written = String::with_capacity(css.len());
        let mut done = 0;
        for reference in references(path.as_str(), css, None) {
            let Some(address) = self.data(path.as_str(), &reference.written) else { continue };
            written.push_str(&css[done..reference.place.start]);
            written.push_str(&address);
            done = reference.place.end;
        }
        written.push_str(&css[done..]);
        written
    }

    fn element(&mut self, tag: &Tag<'_>) {
        let mut tag_html = format!("<{}", tag.name);
        for own in tag.attributes() {
            let name = own.name.to_ascii_lowercase();
            let is_picture = tag.is("img") || tag.is("source");
            let value: Option<Cow<'_, str>> = match name.as_str() {
                "href" if tag.is("a") || tag.is("area") => self.way(tag, own.value),
                "srcset" if tag.is("source") => {
                    let first = own.value.split([' ', ',']).find(|one| !one.is_empty());
                    first.and_then(|first| self.data(self.page.as_str(), first)).map(Cow::Owned)
                }
                "srcset" | "sizes" if is_picture => None,
                "src" | "poster" | "href" | "xlink:href" => {
                    let data = self.data(self.page.as_str(), own.value);
                    Some(data.map_or(Cow::Borrowed(own.value), Cow::Owned))
                }
                "data-local" | "data-root" | "data-index" | "data-script" => None,
                _ => {
                    tag_html.push_str(own.whole);
                    continue;
                }
            };
            if let Some(value) = value {
                tag_html.push_str(&format!(" {}=\"{}\"", own.name, value.replace('"', "&quot;")));
            }
        }
        tag_html.push_str(if tag.is_closed { "/>" } else { ">" });
        self.html.push_str(&tag_html);
    }

    /// Where a link leads from one file: to a place in it, to the web, or nowhere.
    fn way<'v>(&self, tag: &Tag<'_>, written: &'v str) -> Option<Cow<'v, str>> {
        if tag.find("data-exit").is_some() {
            return Some("about:blank".into());
        }
        let reference = Reference { written: written.into(), role: Role::Link, place: 0..0 };
        let Leads::Inside(spot) = leads(self.page.as_str(), &reference, None) else {
            return Some(written.into());
        };
        let behind = written.find('#').map_or("", |at| &written[at..]);
        if spot.path == self.page.as_str() {
            return Some(if behind.is_empty() { "#".into() } else { behind.into() });
        }
        let base = self.input.site.config.base_url.as_ref()?;
        let address = Address::of_file(Address::of_file(&spot.path).folder()).encoded();
        let mut whole = String::new();
        escape(&mut whole, &base.join(&address));
        Some(format!("{whole}{behind}").into())
    }

    fn target(&self, from: &str, written: &str) -> Option<OutputPath> {
        let written = crate::html::unescape(written).into();
        let reference = Reference { written, role: Role::Part, place: 0..0 };
        target(self.input.files, from, &reference).map(|(path, _)| path)
    }

    /// A file as an address that holds its bytes (RFC 2397).
    fn data(&self, from: &str, written: &str) -> Option<String> {
        let path = self.target(from, written)?;
        let bytes = self.input.shown.get(&path)?;
        let kind = kind(path.as_str());
        Some(format!("data:{kind};base64,{}", base64(bytes)))
    }
}

fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

/// The bytes in Base64 (RFC 4648 §4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let whole = three.iter().chain([0, 0].iter()).take(3);
        let whole = whole.fold(0_usize, |whole, byte| whole << 8 | usize::from(*byte));
        for place in 0..4 {
            let letter = LETTERS[whole >> (18 - 6 * place) & 63];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_are_written_in_base64() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
