//! What to answer: pure functions from a request and a snapshot to an answer.
//!
//! An address is looked up among the site's files and nowhere else, so that none
//! leads out of the site.

use std::ops::Range;
use std::sync::Arc;

use bangtin::diagnostics::show::Tongue;
use bangtin::outputs::search;
use bangtin::public::{File, Files, OutputPath, media_type};
use bangtin::sources::nfc;

use super::copies::Copy;
use super::snapshot::Snapshot;
use super::{bar, preview, version};

/// Where the script is that keeps pages new.
pub(super) const SCRIPT: &str = "/_bangtin/reload.js";

/// Where the look is of what stands beside pages.
pub(super) const STYLE: &str = "/_bangtin/preview.css";

/// Where pages hear of new snapshots. Which page asks stands in `?page=`, as it is encoded in the
/// page's own address and once more.
pub(super) const EVENTS: &str = "/_bangtin/events";

/// What matters of a request.
#[derive(Clone, Copy, Default)]
pub(super) struct Asked<'a> {
    /// The path, still encoded, from its first slash.
    pub(super) path: &'a str,
    /// What stands behind `?`.
    pub(super) query: Option<&'a str>,
    /// `If-None-Match`.
    pub(super) if_none_match: Option<&'a str>,
    /// `Range`.
    pub(super) range: Option<&'a str>,
    /// `If-Range`: of which state of the file the rest is wanted.
    pub(super) if_range: Option<&'a str>,
}

/// An answer that is not on its way yet.
#[derive(Debug)]
pub(super) struct Answer {
    /// The status code.
    pub(super) status: u16,
    /// The headers that depend on the request.
    pub(super) headers: Vec<(&'static str, String)>,
    /// The body.
    pub(super) body: Body,
}

/// The body of an answer.
#[derive(PartialEq, Debug)]
pub(super) enum Body {
    /// These bytes.
    Bytes(Vec<u8>),
    /// These bytes of a file that stays on the disk.
    Copy(Copy),
}

/// What an address leads to.
#[derive(PartialEq, Debug)]
pub(super) enum Found<'a> {
    /// A file of the site.
    File(&'a OutputPath, &'a File),
    /// A folder, asked for without its last slash.
    Folder,
    /// Nothing; the language's own page says so, if it has one.
    Nothing(Option<(&'a OutputPath, &'a File)>),
}

/// Looks up a path of a request.
pub(super) fn resolve<'a>(files: &'a Files, path: &str) -> Found<'a> {
    let Some(decoded) = decoded(path) else { return Found::Nothing(not_found_page(files, "")) };
    let inside = decoded.strip_prefix('/').unwrap_or(&decoded);
    let name = if inside.is_empty() || inside.ends_with('/') {
        format!("{inside}index.html")
    } else {
        inside.to_owned()
    };
    let file = |name: &str| OutputPath::parse(name).and_then(|path| files.get_key_value(&path));
    if let Some((path, file)) = file(&name) {
        return Found::File(path, file);
    }
    if file(&format!("{inside}/index.html")).is_some() {
        return Found::Folder;
    }
    Found::Nothing(not_found_page(files, inside))
}

fn not_found_page<'a>(files: &'a Files, inside: &str) -> Option<(&'a OutputPath, &'a File)> {
    let language = inside.split('/').next().unwrap_or_default();
    let names = [format!("{language}/404.html"), "404.html".to_owned()];
    names.iter().find_map(|name| files.get_key_value(&OutputPath::parse(name)?))
}

/// The path without percent signs (RFC 3986 §2.1), in NFC. `None` if it is not UTF-8.
pub(super) fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes().iter();
    while let Some(byte) = rest.next() {
        if *byte == b'%' {
            let mut digit = || char::from(*rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(*byte);
        }
    }
    String::from_utf8(bytes).ok().map(|text| nfc(&text))
}

/// Whether a path is one of a file of the search, which is made when it is first asked for.
pub(super) fn asks_for_search(path: &str) -> bool {
    let folder = path.strip_prefix('/').and_then(|path| path.split_once('/'));
    folder.is_some_and(|(folder, _)| folder == search::FOLDER)
}

/// The answer to a request for a page or file.
pub(super) fn answer(snapshot: &Snapshot, asked: Asked<'_>, tongue: Tongue) -> Answer {
    let Some(good) = &snapshot.good else { return errors_page(snapshot, asked.path, tongue) };
    let search = asks_for_search(asked.path).then(|| good.search());
    let files = search.as_deref().unwrap_or(&good.files);
    match resolve(files, asked.path) {
        Found::File(path, file) => file_answer((path, file), files, asked),
        Found::Folder => {
            let query = asked.query.map_or_else(String::new, |query| format!("?{query}"));
            let location = format!("{}/{query}", asked.path);
            Answer {
                status: 307,
                headers: vec![("location", location)],
                body: Body::Bytes(Vec::new()),
            }
        }
        Found::Nothing(Some((path, file))) => {
            let whole = Asked { path: asked.path, ..Asked::default() };
            let page = file_answer((path, file), files, whole);
            Answer { status: 404, headers: page.headers, body: page.body }
        }
        Found::Nothing(None) => text_answer(404, "404\n"),
    }
}

/// That a file is no longer what it was when the site was last built.
pub(super) fn changed(tongue: Tongue) -> Answer {
    let text = match tongue {
        Tongue::Vi => "Tệp này vừa thay đổi. Hãy mở lại khi trang đã cập nhật và không còn lỗi.\n",
        Tongue::En => {
            "This file has changed. Open it again when the site is up to date and has no errors.\n"
        }
    };
    text_answer(404, text)
}

/// A few words.
pub(super) fn text_answer(status: u16, text: &str) -> Answer {
    let headers = vec![("content-type", "text/plain; charset=utf-8".to_owned())];
    Answer { status, headers, body: Body::Bytes(text.as_bytes().to_vec()) }
}

fn file_answer((path, file): (&OutputPath, &File), files: &Files, asked: Asked<'_>) -> Answer {
    let page = path.as_str().ends_with(".html");
    let version = match page {
        true => version::of(files, (path, file)),
        false => file.digest().to_hex()[..16].to_owned(),
    };
    let etag = format!("\"{version}\"");
    let mut headers =
        vec![("content-type", media_type(path.as_str()).to_owned()), ("etag", etag.clone())];
    let matches =
        |known: &str| known.trim() == "*" || known.trim().trim_start_matches("W/") == etag;
    if asked.if_none_match.is_some_and(|known| known.split(',').any(matches)) {
        return Answer { status: 304, headers, body: Body::Bytes(Vec::new()) };
    }
    match file {
        File::Made(bytes) if page => {
            Answer { status: 200, headers, body: Body::Bytes(with_script(bytes, &version)) }
        }
        File::Made(bytes) => Answer { status: 200, headers, body: Body::Bytes(bytes.to_vec()) },
        // Whoever serves keeps all files in memory.
        File::Spooled { .. } => text_answer(404, "404\n"),
        File::Copied { from, digest, len } => {
            headers.push(("accept-ranges", "bytes".to_owned()));
            let is_same = asked.if_range.is_none_or(|known| known.trim() == etag);
            let (status, range) = match asked.range.filter(|_| is_same).map(|own| part(own, *len)) {
                None | Some(Part::Whole) => (200, 0..*len),
                Some(Part::Range(range)) => {
                    headers.push((
                        "content-range",
                        format!("bytes {}-{}/{len}", range.start, range.end - 1),
                    ));
                    (206, range)
                }
                Some(Part::Impossible) => {
                    headers.push(("content-range", format!("bytes */{len}")));
                    return Answer { status: 416, headers, body: Body::Bytes(Vec::new()) };
                }
            };
            let copy = Copy { from: Arc::clone(from), digest: *digest, len: *len, range };
            Answer { status, headers, body: Body::Copy(copy) }
        }
    }
}

/// What a `Range` header asks for (RFC 9110 §14.1.2). Several parts are answered with the whole.
#[derive(PartialEq, Debug)]
enum Part {
    Whole,
    Range(Range<u64>),
    Impossible,
}

fn part(header: &str, len: u64) -> Part {
    let Some((first, last)) = header.strip_prefix("bytes=").and_then(|range| range.split_once('-'))
    else {
        return Part::Whole;
    };
    let (first, last) = (first.trim(), last.trim());
    let range = match (position(first), position(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(len),
        (Some(first), None) if last.is_empty() => first..len,
        (None, Some(count)) if first.is_empty() => len.saturating_sub(count)..len,
        (_, _) => return Part::Whole,
    };
    if range.is_empty() { Part::Impossible } else { Part::Range(range) }
}

/// A number of any length; one that is too large for any file is as good as the largest.
fn position(digits: &str) -> Option<u64> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

/// The page with the script that keeps it new. It stands in a file of its own, so the
/// page's rule against inline code is kept.
fn with_script(page: &[u8], version: &str) -> Vec<u8> {
    let script = format!("<script src=\"{SCRIPT}\" data-version=\"{version}\"></script>\n");
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part.eq_ignore_ascii_case(end));
    let (before, after) = page.split_at(at.unwrap_or(page.len()));
    [before, script.as_bytes(), after].concat()
}

/// Before there is any good file: a page that lists what is wrong.
fn errors_page(snapshot: &Snapshot, path: &str, tongue: Tongue) -> Answer {
    let errors: Vec<_> = snapshot.errors().collect();
    let page = bar::errors_page(&errors, tongue);
    let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
    // Its script loads it anew as soon as there are other errors, or none.
    let version = preview::of(snapshot, path, tongue).version;
    Answer { status: 500, headers, body: Body::Bytes(with_script(page.as_bytes(), &version)) }
}

/// Whether a `Host` header names this computer. Any other name is a page elsewhere that
/// tries to read the site through the browser (DNS rebinding).
pub(super) fn is_local(host: &str) -> bool {
    let end =
        if host.starts_with('[') { host.find(']').map(|end| end + 1) } else { host.find(':') };
    let (name, port) = host.split_at(end.unwrap_or(host.len()));
    let is_port = |rest: &str| {
        let digits = rest.strip_prefix(':');
        digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
    };
    (port.is_empty() || is_port(port))
        && (name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1" || name == "[::1]")
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
