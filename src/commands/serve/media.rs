//! Which files a page shows within itself.

use bangtin::public::media_type;

/// Whether a page shows a file of this name rather than leading to it, if it names it.
pub(super) fn is_shown_within(path: &str) -> bool {
    let media_type = media_type(path);
    let shown = ["image/", "font/", "audio/", "video/", "text/css", "text/javascript"];
    shown.iter().any(|head| media_type.starts_with(head))
}

#[cfg(test)]
mod tests {
    use super::*;

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
