//! Links whose words do not say where they lead (WCAG 2.2, 2.4.4).

use crate::content::editorial::{Check, Found, Levels, MOST, PlainText};
use crate::diagnostics::{Span, say};

/// Words that say nothing by themselves, in small letters.
const EMPTY: &[&str] = &[
    "tại đây",
    "ở đây",
    "đây",
    "vào đây",
    "xem tại đây",
    "xem ở đây",
    "xem thêm",
    "xem thêm tại đây",
    "đọc thêm",
    "chi tiết",
    "xem chi tiết",
    "chi tiết tại đây",
    "bấm vào đây",
    "bấm vào",
    "nhấn vào đây",
    "nhấp vào đây",
    "click vào đây",
    "tải tại đây",
    "link",
    "link này",
    "liên kết",
    "liên kết này",
    "đường dẫn",
    "trang này",
    "here",
    "click here",
    "click",
    "see here",
    "more",
    "see more",
    "read more",
    "learn more",
    "find out more",
    "details",
    "this",
    "this link",
    "this page",
];

/// The longest address that is still read at a glance, in letters.
const LONGEST: usize = 40;

/// What is said of the links of a page.
pub(super) fn check(plain: &PlainText, levels: Levels) -> Vec<Found> {
    let links = plain.links.iter().filter(|link| !link.has_picture);
    let found = links.filter_map(|link| {
        let words = plain.text.get(link.range.clone())?;
        let is_mark = |letter: char| !letter.is_alphanumeric();
        let bare = words.trim_matches(is_mark).replace(['\n', '\u{a0}'], " ").to_lowercase();
        let fault = if EMPTY.contains(&bare.as_str()) {
            let message = say!(
                "liên kết `{words}` không nói nó dẫn tới đâu",
                "the link `{words}` does not say where it leads"
            );
            let hint = say!(
                "viết tên của trang hay tệp trong ngoặc vuông, như `[Kế hoạch 72/KH-UBND](…)`",
                "write the name of the page or file between the brackets, like `[Plan 72/KH-UBND](…)`"
            );
            levels.found(Check::LinkWords, message, hint)
        } else if is_long_address(&bare) {
            let message = say!(
                "liên kết hiện cả địa chỉ `{words}`, khó đọc và khó nghe",
                "the link shows the whole address `{words}`, hard to read and to listen to"
            );
            let hint = say!(
                "viết tên của nơi nó dẫn tới: `[Cổng thông tin tỉnh](địa chỉ)`",
                "write the name of what it leads to: `[The provincial portal](address)`"
            );
            levels.found(Check::LinkWords, message, hint)
        } else {
            None
        };
        Some((Span::from(plain.source(link.range.clone())), fault?))
    });
    found.take(MOST).collect()
}

fn is_long_address(words: &str) -> bool {
    let begins = ["http://", "https://", "www."].iter().any(|head| words.starts_with(head));
    begins && !words.contains(' ') && words.chars().count() > LONGEST
}
