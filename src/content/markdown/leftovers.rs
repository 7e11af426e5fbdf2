//! Marks that make nothing and are left on the page as they were typed.
//!
//! In: a stretch of text as it is written. Out: what is told of it, with the text as it was meant.
//! CommonMark leaves such marks as text; readers would see them.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use crate::content::markdown::entries::without_space;
use crate::content::markdown::signs::Signs;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// The longest line of which it is said how bold text in it must be written, in bytes.
const LONGEST_LINE: usize = 2000;

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
            "thêm một dòng `{fence}` ở cuối đoạn mã, hoặc xoá dòng này",
            "add a line of `{fence}` at its end, or delete this line"
        );
        self.tell_meant(range.start..range.start + fence.len(), message, hint);
    }

    /// Marks in a stretch of text that was to be bold, a comment or a link.
    pub(super) fn look_at_marks(&mut self, held: &str, range: &Range<usize>) {
        if !self.rules.extensions {
            return;
        }
        if held.contains("**") {
            self.look_at_bold(range);
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

    fn look_at_bold(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let Some(at) = left_bold(source) else { return };
        let message = say!("`**` hiện nguyên ra trang", "`**` is shown as it is");
        let place = range.start + at..range.start + at + 2;
        let Some(Bold { stretch, text, is_sure }) = mended_bold(source, at) else {
            let hint = say!(
                "chữ đậm viết `**chữ**`: có ở cả hai đầu, và không có dấu cách ở bên trong",
                "bold text is `**text**`: at both ends, and without a space inside"
            );
            return self.tell_meant(place, message, hint);
        };
        let shown = text.trim();
        let hint = match (text.starts_with(' '), text.ends_with(' ')) {
            (false, false) => say!("viết `{shown}`", "write `{shown}`"),
            (true, false) => say!(
                "viết `{shown}` với một dấu cách ở phía trước",
                "write `{shown}` with a space in front of it"
            ),
            (false, true) => say!(
                "viết `{shown}` với một dấu cách ở phía sau",
                "write `{shown}` with a space behind it"
            ),
            (true, true) => say!(
                "viết `{shown}` với một dấu cách ở mỗi bên",
                "write `{shown}` with a space on either side"
            ),
        };
        let stretch = range.start + stretch.start..range.start + stretch.end;
        let fix = Fix { span: stretch.into(), text, is_sure };
        self.tell_mended(place, (message, hint), fix);
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
        let title = behind.lines().next().unwrap_or_default().trim_end();
        let message = without_space(signs, gap > 0);
        let hint = say!("viết `{signs} {title}`", "write `{signs} {title}`");
        let place = range.start..range.start + len;
        let space = place.end..place.end + gap;
        let fix = Fix { is_sure: len > 1, ..Fix::likely(space, " ") };
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

/// Where two stars stand at a word, or around words with spaces inside.
fn left_bold(source: &str) -> Option<usize> {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let stars = || source.match_indices("**").map(|(at, _)| at);
    let is_alone = |at: usize| {
        let (before, behind) = (&source[..at], &source[at + 2..]);
        !before.ends_with(['*', '\\']) && !behind.starts_with('*')
    };
    let is_at_word = |at: usize| {
        let (before, behind) = (&source[..at], &source[at + 2..]);
        is_word(before.chars().next_back()) || is_word(behind.chars().next())
    };
    let around = stars().zip(stars().skip(1)).find(|(open, close)| {
        let inner = &source[open + 2..*close];
        let is_spaced = inner.starts_with(' ') && inner.ends_with(' ');
        is_spaced && inner.contains(char::is_alphabetic) && !inner.contains('\n')
    });
    let around = around.map(|(open, _)| open).filter(|at| is_alone(*at));
    stars().find(|at| is_alone(*at) && is_at_word(*at)).or(around)
}

/// A stretch with bold text as it was meant.
struct Bold {
    stretch: Range<usize>,
    text: String,
    is_sure: bool,
}

/// How the bold text must be written whose stars stand here, if there is a way that was tried.
fn mended_bold(source: &str, at: usize) -> Option<Bold> {
    let begin = source[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = source[at..].find('\n').map_or(source.len(), |end| at + end);
    let line = &source[begin..end];
    let stars: Vec<usize> = line.match_indices("**").map(|(at, _)| begin + at).collect();
    if line.len() > LONGEST_LINE {
        return None;
    }
    let (stretch, candidates, is_sure) = match stars[..] {
        [open, close] => {
            let (before, behind) = (&source[begin..open], &source[close + 2..end]);
            let inner = &source[open + 2..close];
            let bold = format!("**{}**", inner.trim());
            let gap = |is_there: bool| if is_there { " " } else { "" };
            let left = gap(inner.starts_with(' ') && !before.is_empty() && !before.ends_with(' '));
            let right = gap(inner.ends_with(' ') && !behind.is_empty() && !behind.starts_with(' '));
            let own = [(left, right), (left, " "), (" ", right), (" ", " ")];
            let own = own.map(|(left, right)| format!("{left}{bold}{right}"));
            (open..close + 2, own.to_vec(), !inner.trim().is_empty())
        }
        [open] if source[open + 2..end].starts_with(char::is_alphanumeric) => {
            let words = source[open + 2..end].trim_end();
            (open..open + 2 + words.len(), vec![format!("**{words}**")], false)
        }
        _ => return None,
    };
    let is_good = |text: &&String| {
        let whole = format!("{}{text}{}", &source[begin..stretch.start], &source[stretch.end..end]);
        let mut events = Parser::new_ext(&whole, Options::ENABLE_STRIKETHROUGH);
        !events.any(|event| matches!(event, Event::Text(text) if text.contains('*')))
    };
    let text = candidates.iter().find(is_good).cloned()?;
    Some(Bold { stretch, text, is_sure })
}
