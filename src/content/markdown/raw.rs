//! Raw HTML in a body: as it stands, as text, or only what is harmless.
//!
//! In: the lines and tags that the parser took for HTML. Out: HTML in the present frame.
//! Where it is to be clean, every tag is written anew from its parts, and what is left out is
//! said; [`clean`](super::clean) then makes sure of it.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::content::RawHtml;
use crate::content::markdown::allowed;
use crate::content::markdown::dropped::LeftOut;
use crate::content::markdown::fragment::Mark;
use crate::content::markdown::references;
use crate::content::markdown::writer::Writer;
use crate::html::{Tag, Token, Tokens};

/// What is to be known of raw HTML while a body is written.
#[derive(Default)]
pub(super) struct Raw {
    /// The block that is being read.
    block: Option<Block>,
    /// An inline element that goes with its content, and where that began.
    cut: Option<(String, Mark)>,
    /// The inline elements of the present block that are open.
    pub(super) inline: Vec<String>,
    /// The inline elements that ended with their block.
    pub(super) torn: Vec<String>,
    /// Whether what is written now is a block.
    pub(super) is_block: bool,
    /// What was left out.
    pub(super) left_out: LeftOut,
}

/// The lines of a block of raw HTML.
#[derive(Default)]
struct Block {
    html: String,
    /// For each stretch of `html` where it begins there and in the text.
    places: Vec<(usize, usize)>,
}

impl Block {
    /// Whether the block is of a kind in which lines mean nothing (CommonMark 0.31.2, HTML
    /// blocks 1 to 5): comments, scripts and the like.
    fn is_opaque(&self) -> bool {
        let start = self.html.trim_start();
        let is_tag = |name: &str| {
            start.get(1..=name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name))
        };
        start.starts_with("<!")
            || start.starts_with("<?")
            || ["pre", "script", "style", "textarea"]
                .into_iter()
                .any(|name| start.starts_with('<') && is_tag(name))
    }
}

impl Raw {
    /// Whether a block of raw HTML is being read.
    pub(super) fn is_in_block(&self) -> bool {
        self.block.is_some()
    }

    /// Appends to the block that is being read.
    pub(super) fn push(&mut self, html: &str, start: usize) {
        if let Some(block) = &mut self.block {
            block.places.push((block.html.len(), start));
            block.html.push_str(html);
        }
    }
}

impl Writer<'_, '_> {
    pub(super) fn start_html_block(&mut self) {
        self.raw.block = Some(Block::default());
    }

    /// The end of a block of any kind: inline elements do not reach beyond it, though HTML by
    /// itself would have a `<b>` that is not closed go on to the end of the page.
    pub(super) fn end_inline_html(&mut self) {
        self.raw.cut = None;
        if !self.raw.inline.is_empty() {
            let names = std::mem::take(&mut self.raw.inline);
            self.end_torn(names);
        }
    }

    /// A line of a block of raw HTML, which may be a fence.
    pub(super) fn html_line(&mut self, line: CowStr<'_>, range: Range<usize>) {
        let is_opaque = self.raw.block.as_ref().is_some_and(Block::is_opaque);
        match self.fence_within(&range) {
            Some(fence) if !is_opaque => {
                self.end_html_block();
                self.fence(fence);
                self.start_html_block();
            }
            Some(_) => {
                let source = self.reading.text.get(range.clone()).unwrap_or_default();
                self.raw.push(source, range.start);
            }
            None => self.raw.push(&line, range.start),
        }
    }

    pub(super) fn end_html_block(&mut self) {
        let Some(Block { html, places }) = self.raw.block.take() else { return };
        if html.trim().is_empty() {
            return;
        }
        self.prose.block();
        if self.rules.html == RawHtml::Escape {
            self.frame.fragment.block("<p>");
            self.frame.fragment.text(html.trim_end());
            self.frame.fragment.push("</p>\n");
            return;
        }
        let place = |range: Range<usize>| {
            let known = places.partition_point(|(at, _)| *at <= range.start).checked_sub(1);
            let (at, start) =
                known.and_then(|known| places.get(known)).copied().unwrap_or_default();
            start + range.start - at..start + range.end - at
        };
        self.frame.fragment.block("");
        self.raw.is_block = true;
        self.raw_html(&html, &place);
        self.raw.is_block = false;
        self.raw.cut = None;
        self.tell_all_dropped();
    }

    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        if self.image.is_some() {
            return;
        }
        if self.rules.html == RawHtml::Escape {
            self.frame.fragment.text(html);
            return;
        }
        let place = |inner: Range<usize>| {
            range.start + inner.start..(range.start + inner.end).min(range.end)
        };
        self.raw_html(html, &place);
    }

    fn raw_html(&mut self, html: &str, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        for (letter, range) in references::unseen(html) {
            self.tell_unseen(letter, place(range));
        }
        if self.rules.html == RawHtml::Allow {
            if self.rules.extensions {
                self.note_ids(html, place);
                self.note_addresses(html, place);
                self.note_marks(html);
            }
            self.frame.fragment.push(html);
            return;
        }
        let mut skipped = self.raw.cut.as_ref().map(|(name, _)| name.clone());
        let mut is_after_comment = false;
        for (token, range) in Tokens::of_stretch(html).placed() {
            let is_comment = matches!(token, Token::Comment { .. });
            let was_after_comment = std::mem::replace(&mut is_after_comment, is_comment);
            if let Some(name) = &skipped {
                if matches!(&token, Token::Close(closed) if closed.is(name)) {
                    skipped = None;
                    self.cut_back();
                }
                continue;
            }
            match token {
                Token::Text(text) if was_after_comment && text.trim().is_empty() => {}
                Token::Text(text) | Token::Unfinished(text) => self.push_raw(text),
                Token::Comment { is_closed: true, .. } => {}
                Token::Comment { is_closed: false, .. } => self.tell_open_comment(place(range)),
                Token::Declaration(_) => self.tell_dropped("<!…>", place(range)),
                Token::Close(tag) => {
                    self.close_raw(&tag.name.to_ascii_lowercase(), place(range));
                }
                Token::Open(tag) => {
                    let within =
                        |own: Range<usize>| place(range.start + own.start..range.start + own.end);
                    if self.opened(&tag, &within) {
                        skipped = self.raw.cut.as_ref().map(|(name, _)| name.clone());
                    }
                }
            }
        }
    }

    /// A tag that opens an element. Whether that goes, and its content with it.
    fn opened(&mut self, tag: &Tag<'_>, place: &dyn Fn(Range<usize>) -> Range<usize>) -> bool {
        let name = tag.name.to_ascii_lowercase();
        if name == "img" {
            self.raw_image(tag, place);
        } else if allowed::is_element(&name) {
            self.raw_tag(tag, place);
        } else {
            self.tell_dropped(&format!("<{name}>"), place(0..tag.whole.len()));
            if allowed::goes_with_content(&name) && !tag.is_closed {
                self.raw.cut = Some((name, self.frame.fragment.mark()));
                return true;
            }
        }
        false
    }

    /// Takes back what stands in an element that goes with its content.
    fn cut_back(&mut self) {
        if let Some((_, mark)) = self.raw.cut.take() {
            self.frame.fragment.truncate(mark);
        }
    }

    pub(super) fn close_raw(&mut self, name: &str, tag: Range<usize>) {
        if !allowed::is_element(name) {
            return;
        }
        if allowed::has_end(name) {
            // What is not open cannot be closed; else the count of what is would be wrong.
            let Some(last) = self.frame.raw.iter().rposition(|open| open.name == name) else {
                return self.tell_stray_end(name, tag);
            };
            self.frame.raw.remove(last);
            if let Some(last) = self.raw.inline.iter().rposition(|open| open == name) {
                self.raw.inline.remove(last);
            }
        }
        self.frame.has_raw = true;
        self.frame.fragment.push(&format!("</{name}>"));
    }
}
