//! Which files are read as texts or held with their bytes, how large they may be, and the one
//! form that texts are brought to.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::sources::SourcePath;
use crate::sources::extent::is_beside_settings;

/// The largest text file that is read, in bytes. A page of this size would be a book.
pub const LARGEST_TEXT: u64 = 4 * 1024 * 1024;

/// The largest spreadsheet that a schedule may be read from, in bytes. A year of a
/// province's events is a tenth of it.
pub const LARGEST_SHEET: u64 = 8 * 1024 * 1024;

/// The largest font that cards are drawn with, in bytes: those of East Asia are as large.
pub const LARGEST_FONT: u64 = 16 * 1024 * 1024;

/// The largest logo, in bytes: a drawing of this size draws a town, not a sign.
pub const LARGEST_LOGO: u64 = 2 * 1024 * 1024;

/// The largest picture, in bytes: each is looked into as a whole, so that nothing is published
/// of its maker. What is larger and no picture is copied piece by piece.
pub const LARGEST_PICTURE: u64 = 128 * 1024 * 1024;

/// The file that remembers what each translation was made from.
pub const LOCK_FILE: &str = "translations.lock";

/// The largest lock file that is read, in bytes: it holds the text of every translated page.
const LARGEST_LOCK: u64 = 256 * 1024 * 1024;

/// What some editors write before a text in UTF-8 (RFC 3629 §6).
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text in Unicode normal form C.
pub fn nfc(text: &str) -> String {
    in_nfc(text).into_owned()
}

/// The same, as it is where it is in that form already.
pub(super) fn in_nfc(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The one form of a text: NFC, line feeds, no byte order mark.
pub(super) fn tidy_text(text: &str) -> String {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let text = nfc(text);
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// Whether a file that begins with these bytes begins like a page, with a line that opens front
/// matter in YAML or TOML.
pub(super) fn has_front_matter(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    matches!(line.trim_ascii_end(), b"---" | b"+++")
}

/// Whether a schedule may be read from a file of this path.
pub(super) fn is_sheet(path: &SourcePath) -> bool {
    let place = path.as_str();
    matches!(path.extension().as_str(), "xlsx" | "ods" | "csv")
        && place.starts_with("content/")
        && !place.starts_with("content/_data/")
}

/// Whether cards may be drawn with a file of this path: a font in the folder `card` of a theme.
fn is_font(path: &SourcePath) -> bool {
    let folder = path.folder().strip_prefix("themes/").and_then(|rest| rest.strip_suffix("/card"));
    matches!(path.extension().as_str(), "ttf" | "otf")
        && folder.is_some_and(|theme| !theme.contains('/'))
}

/// Whether a file of this path may be the logo of the site.
fn is_logo(path: &SourcePath) -> bool {
    matches!(path.extension().as_str(), "svg" | "png") && is_beside_settings(path.as_str())
}

/// Whether a file of this path and length is held with its bytes.
pub(super) fn is_held(path: &SourcePath, len: u64) -> bool {
    (is_logo(path) && len <= LARGEST_LOGO)
        || (is_sheet(path) && len <= LARGEST_SHEET)
        || (is_font(path) && len <= LARGEST_FONT)
}

/// Whether a file of this path is read as text.
pub(super) fn is_text(path: &SourcePath) -> bool {
    let known = matches!(
        path.extension().as_str(),
        "md" | "markdown" | "yaml" | "yml" | "html" | "xml" | "txt" | "lock"
    );
    let place = path.as_str();
    let in_content = place.starts_with("content/");
    let data = place.starts_with("content/_data/");
    let words = place.starts_with("i18n/") || place.contains("/i18n/");
    let template = place.contains("/templates/") || words;
    known
        && (place == "site.yaml"
            || place == LOCK_FILE
            || (in_content && (data || path.extension() == "md"))
            || (!in_content && (template || path.file_name() == "theme.yaml")))
}

/// How many bytes a text at this path may have.
pub(super) fn largest(path: &SourcePath) -> u64 {
    if path.as_str() == LOCK_FILE { LARGEST_LOCK } else { LARGEST_TEXT }
}
