//! Raw HTML whose tags do not match: one that opens and is not closed, one that closes nothing.
//!
//! What is open ends with its paragraph or with what holds it, so a page is never broken by it;
//! but more of it is bold, or less, than was meant.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::content::RawHtml;
use crate::content::markdown::foreign_marks::LONGEST;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// How far behind a tag the one that closes it is looked for, in bytes.
const FAR: usize = 5000;

/// An element of raw HTML that is open.
pub(super) struct OpenTag {
    /// Its name.
    pub(super) name: String,
    /// Where the tag stands that opens it.
    pub(super) tag: Range<usize>,
}

impl Writer<'_, '_> {
    /// Ends the inline elements that their block leaves open.
    pub(super) fn end_torn(&mut self, names: Vec<String>) {
        let mut doubled = BTreeSet::new();
        for name in names.into_iter().rev() {
            let mut open = self.frame.raw.iter().rev().filter(|open| open.name == name);
            let tags = (open.next().map(|open| open.tag.clone()), open.next());
            let (Some(tag), before) = tags else { continue };
            let is_second = before.is_some_and(|first| self.is_in_line(&first.tag, &tag));
            if doubled.remove(&name) {
                // The tag behind it was told, which was to close it.
            } else if is_second {
                self.tell_doubled(&name, tag);
                doubled.insert(name.clone());
            } else {
                self.tell_torn(&name, tag);
                self.raw.torn.push(name.clone());
            }
            self.close_raw(&name, 0..0);
        }
    }

    /// `<b>text<b>`: the second was to close the first.
    fn tell_doubled(&mut self, name: &str, tag: Range<usize>) {
        let message = say!(
            "thẻ `<{name}>` mở lần thứ hai mà chưa đóng",
            "this `<{name}>` opens a second time what is not closed yet"
        );
        let hint = say!("thẻ đóng viết `</{name}>`", "the tag that closes is `</{name}>`");
        let fix = Fix::likely(tag.clone(), format!("</{name}>"));
        self.tell_mended(tag, (message, hint), fix);
    }

    fn tell_torn(&mut self, name: &str, tag: Range<usize>) {
        let message = say!(
            "thẻ `<{name}>` mở ở đây mà không đóng, nên có hiệu lực đến hết đoạn",
            "the `<{name}>` that opens here is not closed, so it reaches to the end of the paragraph"
        );
        let hint = say!(
            "viết `</{name}>` ở cuối chỗ cần, hoặc xoá `<{name}>`",
            "write `</{name}>` where it should end, or delete the `<{name}>`"
        );
        let rest = self.reading.text.get(tag.end..).unwrap_or_default();
        let near = &rest[..rest.floor_char_boundary(FAR)];
        if near.contains(&format!("<\\{name}>")) || near.contains(&format!("< /{name}>")) {
            // That tag is told as one that is misspelt.
            return;
        }
        if near.contains(&format!("</{name}>")) {
            let hint = say!(
                "mỗi đoạn cần thẻ riêng: viết `</{name}>` ở cuối đoạn này và `<{name}>` ở đầu đoạn sau",
                "each paragraph needs its own: write `</{name}>` at the end of this one and `<{name}>` at the beginning of the next"
            );
            return self.tell_meant(tag, message, hint);
        }
        let line = rest.split('\n').next().unwrap_or_default().trim_end();
        let end = tag.end + line.len();
        let is_plain = !line.is_empty() && !line.contains(['|', '<', '\\']);
        let fix = is_plain.then(|| Fix::likely(end..end, format!("</{name}>")));
        self.tell_mended(tag, (message, hint), fix);
    }

    fn is_in_line(&self, first: &Range<usize>, second: &Range<usize>) -> bool {
        let between = self.reading.text.get(first.end..second.start);
        between.is_some_and(|between| !between.contains('\n'))
    }

    /// Says which elements are open where that ends which holds them.
    pub(super) fn tell_open_tags(&mut self) {
        let open = std::mem::take(&mut self.frame.raw);
        if self.rules.html != RawHtml::Clean {
            return;
        }
        for OpenTag { name, tag } in open {
            let message = say!(
                "thẻ `<{name}>` mở ở đây mà không đóng",
                "the `<{name}>` that opens here is not closed"
            );
            let hint = say!(
                "viết `</{name}>` ở cuối chỗ cần, hoặc xoá `<{name}>`",
                "write `</{name}>` where it should end, or delete the `<{name}>`"
            );
            self.tell_meant(tag, message, hint);
        }
    }

    /// Says that a tag closes nothing, unless its element was ended with its paragraph.
    pub(super) fn tell_stray_end(&mut self, name: &str, tag: Range<usize>) {
        if let Some(at) = self.raw.torn.iter().position(|torn| torn == name) {
            self.raw.torn.remove(at);
            return;
        }
        // One whose quotation mark is not closed is text, and was told as that.
        let text = self.reading.text;
        let before = &text[text.floor_char_boundary(tag.start.saturating_sub(LONGEST))..tag.start];
        let line = before.rsplit('\n').next().unwrap_or_default();
        if line.rfind(&format!("<{name} ")).is_some_and(|at| line[at..].contains("=\"")) {
            return;
        }
        let message = say!(
            "thẻ `</{name}>` đóng mà phía trước không có `<{name}>` nào mở",
            "the `</{name}>` closes nothing: there is no `<{name}>` in front of it"
        );
        let hint = say!(
            "xoá `</{name}>`, hoặc viết `<{name}>` ở đầu chỗ cần",
            "delete the `</{name}>`, or write `<{name}>` where it should begin"
        );
        self.tell_mended(tag.clone(), (message, hint), Fix::likely(tag, ""));
    }
}
