//! Names of files as editors write them (RFC 8089): `file:///home/an/trang/content/b%C3%A0i.md`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;

/// The file of this name; none if it is none on this computer.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().get("file:".len()..).filter(|_| is_file(uri.as_str()))?;
    let path = match rest.strip_prefix("//") {
        // What stands before the path is the name of this computer, if anything.
        Some(rest) => rest.get(rest.find('/')?..)?,
        None => rest,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = decoded(path)?;
    // On Windows a drive stands behind the first slash.
    let drive = path.strip_prefix('/').filter(|rest| has_drive(rest));
    Some(PathBuf::from(drive.unwrap_or(&path)))
}

/// The name of a file for an editor.
pub(super) fn uri_of(path: &Path) -> Option<Uri> {
    let path = path.to_str()?;
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let mut uri = String::from("file://");
    if has_drive(&path) {
        uri.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").ok()?;
        }
    }
    Uri::from_str(&uri).ok()
}

fn is_file(uri: &str) -> bool {
    uri.get(.."file:".len()).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"))
}

fn has_drive(path: &str) -> bool {
    let mut bytes = path.bytes();
    cfg!(windows)
        && bytes.next().is_some_and(|letter| letter.is_ascii_alphabetic())
        && bytes.next() == Some(b':')
}

/// A path without its signs of RFC 3986; none if it is no UTF-8 then.
fn decoded(path: &str) -> Option<String> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (bytes, mut at) = (path.as_bytes(), 0);
    let mut out = Vec::with_capacity(bytes.len());
    while let Some(byte) = bytes.get(at) {
        let pair = bytes.get(at + 1).zip(bytes.get(at + 2)).filter(|_| *byte == b'%');
        match pair.and_then(|(high, low)| Some(digit(*high)? * 16 + digit(*low)?)) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_file_has_one_name_here_and_there() {
        for path in ["/home/an/kế hoạch/bài 1.md", "/a%20b#c?d.md", "/"] {
            let uri = uri_of(Path::new(path)).unwrap();
            assert!(uri.as_str().is_ascii(), "{}", uri.as_str());
            assert_eq!(path_of(&uri).unwrap(), Path::new(path));
        }
        let read = |uri: &str| path_of(&Uri::from_str(uri).unwrap());
        assert_eq!(read("file://localhost/a/b.md"), Some("/a/b.md".into()));
        assert_eq!(read("file:/a/b.md"), Some("/a/b.md".into()));
    }

    #[test]
    fn what_is_no_file_has_no_path() {
        for uri in ["untitled:Untitled-1", "https://example.vn/a.md", "file:///%FF", "file://a"] {
            assert_eq!(path_of(&Uri::from_str(uri).unwrap()), None, "{uri}");
        }
    }
}
