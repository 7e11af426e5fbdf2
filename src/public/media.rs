//! The media type of a file by its name: the one table, for what `serve` sends and for what hosts
//! are told.

/// Names that say more than their extension.
const NAMES: &[(&str, &str)] = &[
    ("feed.json", "application/feed+json; charset=utf-8"),
    ("atom.xml", "application/atom+xml; charset=utf-8"),
];

/// The media type of a file, with the charset where it is text; that of any bytes where its name
/// tells nothing.
pub fn media_type(path: &str) -> &'static str {
    let known = named_type(name(path)).or_else(|| known_type(extension(path)));
    known.unwrap_or("application/octet-stream")
}

/// The media type of a name, if it says more than its extension.
pub fn named_type(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, media_type)| *media_type)
}

/// The media type of an extension, written in any case, if it is a known one.
pub fn known_type(extension: &str) -> Option<&'static str> {
    let known = TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension));
    known.map(|(_, media_type)| *media_type)
}

/// Whether a file of this name is a text, which becomes much smaller where it is compressed.
pub fn is_text(path: &str) -> bool {
    media_type(path).ends_with("charset=utf-8")
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

fn extension(path: &str) -> &str {
    name(path).rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// By extension, in small letters: the registry of IANA, and what browsers agree on.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("htm", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("vcf", "text/vcard; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/x-icon"),
    ("pdf", "application/pdf"),
    ("epub", "application/epub+zip"),
    ("zip", "application/zip"),
    ("gz", "application/gzip"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("ttf", "font/ttf"),
    ("otf", "font/otf"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_type_and_texts_tell_their_charset() {
        assert_eq!(media_type("a/b.HTML"), "text/html; charset=utf-8");
        assert_eq!(media_type("en/atom.xml"), "application/atom+xml; charset=utf-8");
        assert_eq!(media_type("sitemap.xml"), "application/xml; charset=utf-8");
        assert_eq!(media_type("lich.ics"), "text/calendar; charset=utf-8");
        assert_eq!(media_type("anh.webp"), "image/webp");
        assert_eq!(media_type("a.b/khong-duoi"), "application/octet-stream");
    }

    #[test]
    fn texts_are_known() {
        for text in ["a.html", "b/feed.json", "lich.ics", "bang.csv", "goc.svg"] {
            assert!(is_text(text), "{text}");
        }
        for other in ["a.pdf", "a.xlsx", "anh.png", "a", "_headers", "a.html.gz"] {
            assert!(!is_text(other), "{other}");
        }
    }
}
