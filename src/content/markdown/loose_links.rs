//! Links whose brackets are others than those of Markdown: `［text］（address）`, `[text]{address}`,
//! `[text(address)`, `text](address)`, `[https://a.vn text]`, `!(text)[picture]`.

use std::ops::Range;

use crate::content::markdown::broken::{BEGINNINGS, Meant, gap, label, what};
use crate::content::markdown::limits::line_behind;
use crate::content::markdown::writer::Writer;
use crate::content::{address, mailbox};
use crate::diagnostics::{Say, say};

/// Endings of the names of files that people link to and show.
const ENDINGS: &[&str] = &[
    ".md", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".pptx", ".jpg", ".jpeg", ".png", ".webp",
    ".svg", ".gif",
];

/// The longest link that is looked for, in bytes.
const LONGEST: usize = 1000;

/// Whether a text ends like the name of a file.
pub(super) fn ends_like_file(text: &str) -> bool {
    let small = text.to_ascii_lowercase();
    ENDINGS.iter().any(|own| small.ends_with(own))
}

/// Whether a text is an address, by what it begins or ends with.
pub(super) fn is_address(text: &str) -> bool {
    let is_one = BEGINNINGS.iter().any(|own| text.starts_with(own))
        || ends_like_file(text)
        || address::meant(text).is_some();
    is_one && !text.contains(char::is_whitespace)
}

impl Writer<'_, '_> {
    /// Looks at the brackets of East Asian keyboards in a stretch of text.
    pub(super) fn look_at_wide_links(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let mut done = 0;
        while let Some(found) = source[done..].find(['（', '(']) {
            let open = done + found;
            let width = if source[open..].starts_with('(') { 1 } else { '（'.len_utf8() };
            done = open + width;
            let before = &source[..open];
            let Some(close) = before.chars().next_back().filter(|own| "]］】".contains(*own))
            else {
                continue;
            };
            if close == ']' && width == 1 {
                continue;
            }
            let line = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
            let line = line.rsplit('\n').next().unwrap_or_default();
            let Some(opened) = line.rfind(['[', '［', '【']) else { continue };
            let behind = line_behind(source, done, LONGEST);
            let Some(end) = behind.find([')', '）']) else { continue };
            let bracket = line[opened..].chars().next().map_or(1, char::len_utf8);
            let words = line[opened + bracket..].trim_end_matches(close);
            let (start, address) = (before.len() - line.len() + opened, &behind[..end]);
            if !is_address(address) {
                continue;
            }
            let bang = ['!', '！'].into_iter().find(|own| before[..start].ends_with(*own));
            let start = start - bang.map_or(0, char::len_utf8);
            let sign = if bang.is_some() { "!" } else { "" };
            let last = behind[end..].chars().next().map_or(1, char::len_utf8);
            let stretch = range.start + start..range.start + done + end + last;
            self.tell_wide(stretch, format!("{sign}[{words}]({address})"));
        }
    }

    fn tell_wide(&mut self, stretch: Range<usize>, text: String) {
        let written = self.reading.text[stretch.clone()].to_owned();
        let (vi, en) = what(&text);
        let message = say!(
            "`{written}` không thành {vi}: dấu ngoặc là loại rộng của bàn phím khác",
            "`{written}` is no {en}: its brackets are the wide ones of another keyboard"
        );
        self.tell_link(Meant { place: stretch.clone(), message, stretch, text, is_sure: true });
    }

    /// `[text]{address}`.
    pub(super) fn look_at_braces(&mut self, source: &str, at: usize, begin: usize) {
        let Some((opened, label)) = label(source, at) else { return };
        let behind = line_behind(source, at + 2, LONGEST);
        let Some(end) = behind.find('}').filter(|end| is_address(&behind[..*end])) else { return };
        let text = format!("{label}({})", &behind[..end]);
        let stretch = begin + opened..begin + at + 2 + end + 1;
        self.tell_brackets(stretch, text, true);
    }

    /// `[text](address(1.pdf)`: a bracket within the address opens another pair.
    pub(super) fn tell_bracket_within(
        &mut self,
        stretch: Range<usize>,
        label: &str,
        address: &str,
    ) {
        let (vi, en) = what(label);
        let message = say!(
            "`{label}({address})` không thành {vi}: dấu `(` trong địa chỉ chưa được đóng",
            "`{label}({address})` is no {en}: the `(` in its address is not closed"
        );
        let text = format!("{label}(<{address}>)");
        self.tell_link(Meant { place: stretch.clone(), message, stretch, text, is_sure: false });
    }

    /// `[text]` at the end of a line, and `(address)` at the beginning of the next.
    pub(super) fn look_at_line_between(&mut self, source: &str, at: usize, begin: usize) {
        let Some((opened, label)) = label(source, at) else { return };
        let behind = line_behind(self.reading.text, begin + at + 3, LONGEST);
        let Some(end) = behind.find(')').filter(|end| is_address(&behind[..*end])) else { return };
        let address = &behind[..end];
        let stretch = begin + opened..begin + at + 3 + end + 1;
        let (vi, en) = what(label);
        let message = say!(
            "`{label}` và `({address})` không thành {vi}: ở giữa có chỗ xuống dòng",
            "`{label}` and `({address})` are no {en}: a line ends between them"
        );
        let text = format!("{label}({address})");
        self.tell_link(Meant { place: stretch.clone(), message, stretch, text, is_sure: true });
    }

    /// `[text]<address>`. What stands behind the text may be a link of its own.
    pub(super) fn look_at_angles(&mut self, source: &str, at: usize, begin: usize) {
        let Some((opened, label)) = label(source, at) else { return };
        let behind = line_behind(self.reading.text, begin + at + 2, LONGEST);
        let Some(end) = behind.find('>') else { return };
        let address = match &behind[..end] {
            mailbox if mailbox::is_one(mailbox) => format!("mailto:{mailbox}"),
            address if is_address(address) => address.to_owned(),
            _ => return,
        };
        if !label.contains(char::is_alphabetic) {
            return;
        }
        let stretch = begin + opened..begin + at + 2 + end + 1;
        self.tell_brackets(stretch, format!("{label}({address})"), true);
    }

    /// `![text]`: a picture whose address was forgotten. Behind a word the sign is that of a
    /// sentence.
    pub(super) fn look_at_lone_label(&mut self, source: &str, at: usize, begin: usize) {
        let Some(before) = source[..at].strip_suffix('!') else { return };
        let behind = line_behind(source, at + 1, LONGEST);
        let Some(end) = behind.find(']') else { return };
        let (words, rest) = (&behind[..end], &behind[end + 1..]);
        let is_apart = before.is_empty() || before.ends_with([' ', '(', '\u{a0}']);
        let is_alone =
            !rest.starts_with(['(', '[', '{', ':', '<', '^']) && gap(&behind[end..]).is_none();
        if !is_apart || !is_alone || words.starts_with('^') || words.contains('[') {
            return;
        }
        let written = format!("![{words}]");
        let message = say!(
            "`{written}` không thành hình: phía sau không có địa chỉ của hình",
            "`{written}` is no picture: no address of one follows it"
        );
        let words = if words.trim().is_empty() { "…" } else { words };
        let hint = say!(
            "đặt tệp hình cạnh trang này rồi viết `![{words}](hinh.jpg)`",
            "put the picture beside this page and write `![{words}](picture.jpg)`"
        );
        let place = begin + at - 1..begin + at - 1 + written.len();
        self.tell_meant(place, message, hint);
    }

    /// `[text(address)`: the bracket behind the text is missing.
    pub(super) fn look_at_open_label(&mut self, source: &str, at: usize, begin: usize) {
        let behind = line_behind(source, at + 1, LONGEST);
        let inner = &behind[..behind.find(['[', ']', '\\']).unwrap_or(behind.len())];
        // `[text|address]`, as wikis have it.
        let parted = inner.split_once('|').filter(|_| behind[inner.len()..].starts_with(']'));
        if let Some((words, address)) = parted.filter(|(_, own)| is_address(own.trim())) {
            let stretch = begin + at..begin + at + inner.len() + 2;
            let text = format!("[{}]({})", words.trim(), address.trim());
            return self.tell_brackets(stretch, text, true);
        }
        let Some((words, rest)) = inner.split_once('(') else { return };
        let Some((address, _)) = rest.split_once(')') else { return };
        if words.trim().is_empty() || !is_address(address) || source[..at].ends_with('\\') {
            return;
        }
        let stretch = begin + at..begin + at + 1 + words.len() + address.len() + 2;
        self.tell_brackets(stretch, format!("[{}]({address})", words.trim()), false);
    }

    /// `text](address)`: the bracket in front of the text is missing.
    pub(super) fn look_at_closed_label(&mut self, source: &str, at: usize, begin: usize) {
        let behind = line_behind(source, at + 2, LONGEST);
        let Some(end) = behind.find(')').filter(|end| is_address(&behind[..*end])) else { return };
        // A bracket that is there was kept from being one on purpose.
        if source[..at].ends_with('\\') || source[..at].contains('[') {
            return;
        }
        let written = format!("]({})", &behind[..end]);
        let place = begin + at..begin + at + written.len();
        let message = say!(
            "`{written}` hiện nguyên ra trang: phía trước thiếu dấu `[`",
            "`{written}` is shown as it is: there is no `[` in front of it"
        );
        let hint = say!(
            "viết `[` ở đầu chữ của liên kết: `[chữ{written}`",
            "write `[` where the text of the link begins: `[text{written}`"
        );
        self.tell_meant(place, message, hint);
    }

    /// `(text)[address]`, `(address)[text]`, and the same with the `!` of a picture.
    pub(super) fn look_reversed(&mut self, source: &str, at: usize, begin: usize) {
        let before = &source[..at];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let Some(opened) = line.rfind('(').map(|open| before.len() - line.len() + open) else {
            return;
        };
        let behind = line_behind(source, at + 2, LONGEST);
        let Some(end) = behind.find(']') else { return };
        let (first, second) = (&source[opened + 1..at], &behind[..end]);
        let (words, address) = match (is_address(first), is_address(second)) {
            (false, true) => (first, second),
            (true, false) => (second, first),
            (true, true) | (false, false) => return,
        };
        if words.is_empty() {
            return;
        }
        let sign = if source[..opened].ends_with('!') { "!" } else { "" };
        let start = opened - sign.len();
        let stretch = begin + start..begin + at + 2 + end + 1;
        self.tell_reversed(stretch, format!("{sign}[{words}]({address})"));
    }

    /// Says that what stands in the two pairs of brackets has changed places.
    pub(super) fn tell_reversed(&mut self, stretch: Range<usize>, text: String) {
        let written = self.reading.text[stretch.clone()].to_owned();
        let (vi, en) = what(&text);
        let message = say!(
            "`{written}` không thành {vi}: hai cặp ngoặc bị đổi chỗ",
            "`{written}` is no {en}: the brackets have changed places"
        );
        self.tell_link(Meant { place: stretch.clone(), message, stretch, text, is_sure: true });
    }

    /// `[[page]]` and `[[page|text]]`, the links of wikis.
    pub(super) fn look_at_wiki(&mut self, rest: &str, start: usize) {
        let Some(end) = rest.find(['\n', ']']).filter(|end| rest[*end..].starts_with("]]")) else {
            return;
        };
        let written = &rest[..end + 2];
        let words = written[2..end].rsplit('|').next().unwrap_or_default().trim();
        if !words.contains(char::is_alphabetic) || !self.noted.foreign.insert(written.to_owned()) {
            return;
        }
        let message = say!(
            "`{written}` là cách viết của chương trình khác, nên hiện nguyên trên trang",
            "`{written}` is written for another program, so it is shown as it stands"
        );
        let hint = say!(
            "liên kết thì viết `[{words}](@/trang.md)`, hình thì viết `![mô tả](hinh.jpg)`",
            "write a link as `[{words}](@/page.md)`, a picture as `![description](picture.jpg)`"
        );
        self.tell_meant(start..start + written.len(), message, hint);
    }

    /// `[https://a.vn text]`, a link of wikis.
    pub(super) fn look_at_wiki_address(&mut self, source: &str, at: usize, begin: usize) {
        let behind = line_behind(source, at + 1, LONGEST);
        let Some(inner) = behind.find(']').map(|end| &behind[..end]) else { return };
        let Some((address, words)) = inner.split_once(' ') else { return };
        if !words.contains(char::is_alphabetic) || behind[inner.len() + 1..].starts_with('(') {
            return;
        }
        let stretch = begin + at..begin + at + inner.len() + 2;
        self.tell_brackets(stretch, format!("[{}]({address})", words.trim()), true);
    }

    /// Says that a link has other brackets than those of Markdown.
    pub(super) fn tell_brackets(&mut self, stretch: Range<usize>, text: String, is_sure: bool) {
        let written = self.reading.text[stretch.clone()].to_owned();
        let (vi, en) = what(&text);
        let message: Say = say!(
            "`{written}` không thành {vi}: ngoặc vuông quanh chữ, ngoặc tròn quanh địa chỉ",
            "`{written}` is no {en}: square brackets go around its text, round ones around its address"
        );
        self.tell_link(Meant { place: stretch.clone(), message, stretch, text, is_sure });
    }
}
