//! Marks that make nothing and are left on the page as they were typed.
//!
//! In: a stretch of text as it is written. Out: what is told of it, with the text as it was meant.
//! CommonMark leaves such marks as text; readers would see them.

use std::ops::Range;

use crate::content::markdown::entries::without_space;
use crate::content::markdown::loose_marks;
use crate::content::markdown::signs::Signs;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// The most signs that a heading begins with (CommonMark 0.31 §4.2).
const DEEPEST_HEADING: usize = 6;

/// What nearly every front matter has one of.
const KEYS: &[&str] = &["title:", "date:", "kind:", "summary:", "draft:", "slug:", "description:"];

impl Writer<'_, '_> {
    /// A block of code that nothing closes takes all that follows.
    pub(super) fn look_at_fence(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let mark = source.chars().next().filter(|mark| "`~".contains(*mark));
        let Some(mark) = mark else { return };
        let fence = &source[..source.len() - source.trim_start_matches(mark).len()];
        let mut lines = source.trim_end().lines();
        let last = lines.next().and(lines.next_back()).unwrap_or_default();
        let last = last.trim_start_matches(['>', ' ', '\t']).trim_end();
        if last.len() >= fence.len() && last.chars().all(|letter| letter == mark) {
            return;
        }
        let message = say!(
            "đoạn mã mở ở đây mà không đóng, nên mọi chữ phía sau hiện như mã",
            "the block of code that opens here is not closed, so all that follows is shown as code"
        );
        let hint = say!(
            "thêm một dòng {fence} ở cuối đoạn mã, hoặc xoá dòng này",
            "add a line of {fence} at its end, or delete this line"
        );
        self.tell_meant(range.start..range.start + fence.len(), message, hint);
    }

    /// Marks in a stretch of text that was to be bold, a comment or a link.
    pub(super) fn look_at_marks(&mut self, held: &str, range: &Range<usize>) {
        if !self.rules.extensions {
            return;
        }
        if let Some(mark) = loose_marks::ALL.iter().find(|mark| held.contains(**mark)) {
            self.look_at_loose_mark(mark, range);
        }
        if held.ends_with('*') {
            self.look_at_third_star(range);
        }
        // Smart punctuation has made a dash of its hyphens.
        if held.contains("<!") {
            self.tell_shown_comment(range);
        }
        let signs = Signs::of(held);
        if signs.has(Signs::BRACKETS) {
            self.look_at_links(range);
        }
        if signs.has(Signs::WIDE) {
            self.look_at_wide_links(range);
            self.look_at_wide_stars(range);
        }
        if signs.has(Signs::FOREIGN) {
            self.look_at_foreign_marks(held, range);
        }
        // A stroke that escapes a sign is no part of what is read.
        if signs.has(Signs::MONEY) || range.len() > held.len() {
            self.look_at_formulas(range);
        }
        self.look_at_pasted(signs, range);
    }

    /// A comment within a paragraph that ends without it.
    fn tell_shown_comment(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let Some(at) = source.find("<!--").filter(|at| !source[..*at].ends_with('\\')) else {
            return;
        };
        let message = say!(
            "ghi chú mở bằng `<!--` ở đây mà không đóng, nên hiện nguyên ra trang",
            "the comment that `<!--` opens here is not closed, so it is shown as it is"
        );
        let hint = say!(
            "viết `-->` ở cuối ghi chú, không để dòng trống ở giữa; hoặc xoá ghi chú",
            "write `-->` at its end, with no empty line between them, or delete the comment"
        );
        self.tell_meant(range.start + at..range.start + at + "<!--".len(), message, hint);
    }

    /// The head of another page that was pasted into a text.
    pub(super) fn tell_second_head(&mut self, range: Range<usize>) {
        let message = say!(
            "phần đầu trang thứ hai: các dòng này hiện thành một đề mục",
            "a second front matter: these lines are shown as a heading"
        );
        let hint = say!(
            "xoá các dòng này cùng hai dòng `---` quanh chúng; mục nào cần thì chuyển lên phần đầu trang",
            "delete these lines and the two lines of `---` around them; what is needed goes to the beginning of the file"
        );
        let first =
            self.reading.text[range.clone()].find('\n').map_or(range.end, |at| range.start + at);
        self.tell_meant(range.start..first, message, hint);
    }

    /// Lines of front matter in a text.
    fn tell_keys(&mut self, range: &Range<usize>) {
        let source = &self.reading.text[range.clone()];
        let len = source.find('\n').unwrap_or(source.len());
        let message = say!(
            "các dòng này là của phần đầu trang, mà hiện ra trang",
            "these lines belong to the front matter and are shown on the page"
        );
        let hint = say!(
            "chuyển lên giữa hai dòng `---` ở đầu tệp, hoặc xoá",
            "move them between the two lines of `---` at the beginning of the file, or delete them"
        );
        self.tell_meant(range.start..range.start + len, message, hint);
    }

    /// `##Heading` is no heading, and its signs are shown. One sign alone begins a hashtag, unless
    /// a heading is all that can be meant.
    pub(super) fn look_at_paragraph(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        if source.starts_with(|first: char| first.is_ascii_lowercase())
            && source.trim_end().contains('\n')
            && is_head(source)
        {
            return self.tell_keys(range);
        }
        if source.starts_with(['＃', '＞']) {
            return self.look_at_wide_beginning(range);
        }
        let len = source.bytes().take_while(|byte| *byte == b'#').count();
        if len > DEEPEST_HEADING && source[len..].starts_with(' ') {
            return self.tell_deep_heading(range.start..range.start + len);
        }
        let is_near = (1..=DEEPEST_HEADING).contains(&len);
        let behind = source[len..].trim_start_matches('\u{a0}');
        if !is_near || !behind.starts_with(char::is_alphanumeric) {
            return;
        }
        let gap = source.len() - len - behind.len();
        if len == 1 && !is_heading(behind) {
            return;
        }
        let signs = &source[..len];
        let line = behind.lines().next().unwrap_or_default().trim_end();
        // Signs at the end are none of the title, and would be shown if they stuck to it.
        let title = line.trim_end_matches('#').trim_end();
        let message = without_space(signs, gap > 0);
        let hint = say!("viết `{signs} {title}`", "write `{signs} {title}`");
        let place = range.start..range.start + len;
        let stretch = match title.len() < line.len() {
            true => (place.end..place.end + gap + line.len(), format!(" {title}")),
            false => (place.end..place.end + gap, " ".to_owned()),
        };
        let fix = Fix { is_sure: len > 1, ..Fix::likely(stretch.0, stretch.1) };
        self.tell_mended(place, (message, hint), fix);
    }

    /// `####### Heading` is a level deeper than headings go.
    fn tell_deep_heading(&mut self, signs: Range<usize>) {
        let message = say!(
            "đề mục có nhiều nhất {DEEPEST_HEADING} dấu `#`, nên dòng này hiện nguyên ra trang",
            "a heading has {DEEPEST_HEADING} signs `#` at most, so this line is shown as it is"
        );
        let hint = say!(
            "viết ít dấu `#` hơn: đề mục của một phần viết `##`",
            "write fewer `#`: the heading of a part has `##`"
        );
        let fix = Fix::likely(signs.clone(), "##");
        self.tell_mended(signs, (message, hint), fix);
    }
}

/// Whether a text is front matter: keys and nothing else, of which one is well known.
pub(super) fn is_head(text: &str) -> bool {
    let is_key = |line: &str| {
        let key = line.split(':').next().unwrap_or_default();
        line.contains(':') && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let mut lines = text.lines().map(str::trim);
    lines.clone().any(|line| KEYS.iter().any(|key| line.starts_with(key))) && lines.all(is_key)
}

/// Whether a text behind one `#` is a heading and no hashtag: one line of several words, of which
/// the first is written like any other and none is a tag.
fn is_heading(text: &str) -> bool {
    let text = text.trim_end();
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let is_plain = !first.chars().skip(1).any(char::is_uppercase) && !first.contains('_');
    let ends_like_text = text.ends_with(['.', ',', ';', '!', '?', ':']);
    is_plain
        && !text.contains(['\n', '#'])
        && text.contains(' ')
        && !ends_like_text
        && first.starts_with(char::is_uppercase)
}
