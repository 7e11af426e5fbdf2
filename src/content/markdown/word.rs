//! Tags that Word leaves in a text that was copied from it: `<o:p>`, `<st1:place>`, `<![if …]>`.
//!
//! In: a text. Out: the same text in which they are masked by characters that no text holds, so
//! that every offset stays true and the parser takes none of them for a link; and its events
//! without the masks. CommonMark would show such tags as text or make links of them. Tags in
//! code stay.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use crate::content::markdown::limits::tell;
use crate::diagnostics::{Code, Diagnostic, Fix, say};
use crate::yaml::Reading;

/// The names in front of the colon that Word and its companions use.
const PREFIXES: &[&str] =
    &["o", "v", "w", "m", "x", "st1", "st2", "w10", "wp", "wps", "wpc", "wpg", "pic", "u1"];

/// The longest tag that is looked for, in bytes.
const LONGEST: usize = 2000;

/// What stands in place of a byte of such a tag. Texts are read without controls.
const MASK: char = '\u{1}';

/// The tags of Word in a text.
#[derive(Default)]
pub(super) struct WordTags {
    /// Where each stands, and whether it is code.
    all: Vec<(Range<usize>, bool)>,
    is_code: bool,
}

impl WordTags {
    /// The tags in this part of a text.
    pub(super) fn find(text: &str, part: Range<usize>) -> WordTags {
        let mut tags = WordTags::default();
        let mut at = part.start;
        while let Some(found) = text[at..part.end].find('<') {
            let start = at + found;
            let len = tag_len(&text[start..part.end]);
            at = start + len.unwrap_or(1);
            if len.is_some() {
                tags.all.push((start..at, false));
            }
        }
        tags
    }

    /// The part of the text with every tag masked. Nothing moves. A line that holds nothing else
    /// becomes an empty one.
    pub(super) fn mask<'t>(&self, text: Cow<'t, str>, begin: usize) -> Cow<'t, str> {
        if self.all.is_empty() {
            return text;
        }
        let mut masked = text.clone().into_owned().into_bytes();
        for (tag, _) in &self.all {
            for byte in masked.iter_mut().take(tag.end - begin).skip(tag.start - begin) {
                if *byte != b'\n' {
                    *byte = MASK as u8;
                }
            }
        }
        for line in masked.split_mut(|byte| *byte == b'\n') {
            let is_bare = line.iter().all(|byte| *byte == MASK as u8 || byte.is_ascii_whitespace());
            if is_bare && line.contains(&(MASK as u8)) {
                line.fill(b' ');
            }
        }
        String::from_utf8(masked).map_or(text, Cow::Owned)
    }

    /// An event without the masks; code as it is written.
    pub(super) fn unmasked<'e>(
        &mut self,
        event: Event<'e>,
        range: &Range<usize>,
        text: &str,
    ) -> Event<'e> {
        if self.all.is_empty() {
            return event;
        }
        if matches!(event, Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock)) {
            self.is_code = matches!(event, Event::Start(_));
        }
        let source = text.get(range.clone()).unwrap_or_default();
        if let Event::Text(own) = &event
            && self.is_code
            && self.keep(range)
            && own.len() == source.len()
        {
            return Event::Text(source.to_owned().into());
        }
        if let Event::Code(own) = &event
            && own.contains(MASK)
            && self.keep(range)
        {
            let source = source.trim_matches('`');
            let inner = source.strip_prefix(' ').and_then(|inner| inner.strip_suffix(' '));
            return Event::Code(inner.unwrap_or(source).replace('\n', " ").into());
        }
        without_masks(event)
    }

    /// Notes that the tags in this range are code. Whether there are any.
    fn keep(&mut self, range: &Range<usize>) -> bool {
        let first = self.all.partition_point(|(tag, _)| tag.end <= range.start);
        let inside = self.all.iter_mut().skip(first);
        let inside = inside.take_while(|(tag, _)| tag.start < range.end);
        inside.map(|(_, is_code)| *is_code = true).count() > 0
    }

    /// Says once that they are left out.
    pub(super) fn tell(&self, reading: &mut Reading<'_>) {
        let out: Vec<&Range<usize>> =
            self.all.iter().filter(|(_, is_code)| !is_code).map(|(tag, _)| tag).collect();
        let (Some(first), Some(last)) = (out.first(), out.last()) else { return };
        let text = reading.text;
        let source = &text[(*first).clone()];
        let name = source.split([' ', '\n', '\t']).next().unwrap_or_default();
        let name = format!("{}>", name.trim_end_matches(['>', '/']));
        let message = match out.len() - 1 {
            0 => say!(
                "thẻ `{name}` của Word bị bỏ khỏi trang",
                "the tag `{name}` of Word is left out of the page"
            ),
            1 => say!(
                "thẻ `{name}` và 1 thẻ khác của Word bị bỏ khỏi trang",
                "the tag `{name}` and another of Word are left out of the page"
            ),
            more => say!(
                "thẻ `{name}` và {more} thẻ khác của Word bị bỏ khỏi trang",
                "the tag `{name}` and {more} others of Word are left out of the page"
            ),
        };
        let hint = say!(
            "xoá các thẻ này, chữ vẫn giữ nguyên; lần sau dán bằng Ctrl+Shift+V để chỉ dán chữ",
            "delete them, the text stays; next time paste with Ctrl+Shift+V, which pastes text only"
        );
        let mut rest = String::new();
        let mut done = first.start;
        for tag in &out {
            rest.push_str(&text[done..tag.start]);
            done = tag.end;
        }
        let fault = Diagnostic::warning(Code::HtmlDropped, message).hint(hint);
        let fault = fault.fix(Fix::sure(first.start..last.end, rest));
        tell((*first).clone(), fault, reading);
    }
}

fn without_masks(event: Event<'_>) -> Event<'_> {
    let bare = |text: CowStr<'_>| -> CowStr<'static> { text.replace(MASK, "").into() };
    if let Event::Text(text) = event {
        return Event::Text(if text.contains(MASK) { bare(text) } else { text });
    }
    if let Event::Html(text) = event {
        return Event::Html(bare(text));
    }
    if let Event::InlineHtml(text) = event {
        return Event::InlineHtml(bare(text));
    }
    event
}

/// The length of the tag of Word that a text begins with.
fn tag_len(rest: &str) -> Option<usize> {
    let closed = |by: &str| {
        let end = rest[1..].find(['<', '>']).map(|end| end + 1)?;
        let end = end + 1;
        (rest[..end].ends_with(by) && end <= LONGEST && !rest[..end].contains("\n\n"))
            .then_some(end)
    };
    if rest.starts_with("<![if ") || rest.starts_with("<![endif]") {
        return closed("]>");
    }
    if rest.starts_with("<?xml:") {
        return closed(">");
    }
    let inside = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
    let (prefix, name) =
        inside.split_at_checked(inside.bytes().take(4).position(|b| b == b':')?)?;
    let name = &name[1..];
    let len = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_ended = name[len..].starts_with(['>', '/', ' ', '\n', '\t']);
    (len > 0 && is_ended && PREFIXES.contains(&prefix)).then(|| closed(">"))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_word_is_no_link_and_no_text() {
        for (text, len) in [
            ("<o:p></o:p>", 5),
            ("</st1:place> a", 12),
            ("<v:shape id=\"a\"\n style='b'>c", 27),
            ("<![if !supportLists]>", 21),
            ("<![endif]>", 10),
            ("<?xml:namespace prefix = o />", 29),
            ("<w:sdt/>", 8),
        ] {
            assert_eq!(tag_len(text), Some(len), "{text}");
        }
        for text in [
            "<tel:111>",
            "<sms:111>",
            "<o:p",
            "<o:p\n\n>",
            "<o:>",
            "<o:p<b>",
            "<![endif]-->",
            "<https://a.vn>",
            "<geo:1,2>",
            "<",
            "<a",
            "<ơ:p>",
            "<o:á>",
        ] {
            assert_eq!(tag_len(text), None, "{text}");
        }
    }
}
