//! The media type of a file by its name.

/// The media type by extension, with the charset where it is text.
pub(super) fn media_type(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name == "feed.json" {
        return "application/feed+json; charset=utf-8";
    }
    if name == "atom.xml" {
        return "application/atom+xml; charset=utf-8";
    }
    let extension =
        name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let known = TYPES.iter().find(|(known, _)| *known == extension);
    known.map_or("application/octet-stream", |(_, media_type)| media_type)
}

/// Whether a page shows a file of this name rather than leading to it, if it names it.
pub(super) fn is_shown_within(path: &str) -> bool {
    let media_type = media_type(path);
    let shown = ["image/", "font/", "audio/", "video/", "text/css", "text/javascript"];
    shown.iter().any(|head| media_type.starts_with(head))
}

const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("ico", "image/x-icon"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_type_and_texts_tell_their_charset() {
        assert_eq!(media_type("a/b.HTML"), "text/html; charset=utf-8");
        assert_eq!(media_type("en/atom.xml"), "application/atom+xml; charset=utf-8");
        assert_eq!(media_type("lich.ics"), "text/calendar; charset=utf-8");
        assert_eq!(media_type("anh.webp"), "image/webp");
        assert_eq!(media_type("a.b/khong-duoi"), "application/octet-stream");
    }

    #[test]
    fn what_a_page_shows_is_told_from_what_it_leads_to() {
        for shown in ["a.css", "b/c.js", "anh.webp", "chu.woff2", "phim.mp4", "goc.svg"] {
            assert!(is_shown_within(shown), "{shown}");
        }
        for led_to in ["a.html", "lich.ics", "atom.xml", "lich.csv", "a.pdf", "feed.json", "a"] {
            assert!(!is_shown_within(led_to), "{led_to}");
        }
    }
}
