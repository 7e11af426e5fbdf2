//! Raw HTML in a body: as it stands, as text, or only what is harmless.
//!
//! In: the lines and tags that the parser took for HTML. Out: HTML in the present frame.
//! Where it is to be clean, every tag is written anew from its parts, and what is left out is
//! said; [`clean`](super::clean) then makes sure of it.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::content::markdown::clean::is_mark;
use crate::content::markdown::fragment::{Mark, Symbol};
use crate::content::markdown::html::{Attribute, Tag, Token, Tokens, reference};
use crate::content::markdown::limits::DEEPEST;
use crate::content::markdown::writer::Writer;
use crate::content::markdown::{allowed, links};
use crate::content::{Image, RawHtml};
use crate::diagnostics::{Code, Diagnostic, say};

/// The most warnings of things left out in one body.
const MOST_WARNINGS: usize = 20;

/// What is to be known of raw HTML while a body is written.
#[derive(Default)]
pub(super) struct Raw {
    /// The block that is being read.
    block: Option<Block>,
    /// An inline element that goes with its content, and where that began.
    cut: Option<(String, Mark)>,
    /// How many raw elements are open.
    open: usize,
    warnings: usize,
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

    /// The end of a block of any kind: inline elements do not reach beyond it.
    pub(super) fn end_block(&mut self) {
        self.cut = None;
    }
}

impl Writer<'_, '_> {
    pub(super) fn start_html_block(&mut self) {
        self.raw.block = Some(Block::default());
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
        self.raw_html(&html, &place);
        self.raw.cut = None;
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
        if self.rules.html == RawHtml::Allow {
            if self.rules.extensions {
                self.note_ids(html, place);
            }
            self.frame.fragment.push(html);
            return;
        }
        self.frame.has_raw = true;
        let mut skipped: Option<String> = None;
        for (token, range) in Tokens::of(html) {
            if let Some(name) = &skipped {
                if matches!(&token, Token::Close(closed) if closed == name) {
                    skipped = None;
                }
                continue;
            }
            match token {
                Token::Text(text) => self.push_raw(text),
                Token::Comment(true) => {}
                Token::Comment(false) => self.tell_dropped("<!--", place(range)),
                Token::Declaration => self.tell_dropped("<!…>", place(range)),
                Token::Close(name) => self.close_raw(&name),
                Token::Open(tag) if tag.name == "img" => self.raw_image(&tag, place(range), place),
                Token::Open(tag) if allowed::is_element(&tag.name) => {
                    self.raw_tag(&tag, place(range), place)
                }
                Token::Open(tag) => {
                    self.tell_dropped(&format!("<{}>", tag.name), place(range));
                    if allowed::goes_with_content(&tag.name) && !tag.is_closed {
                        self.raw.cut = Some((tag.name.clone(), self.frame.fragment.mark()));
                        skipped = Some(tag.name);
                    }
                }
            }
        }
    }

    fn close_raw(&mut self, name: &str) {
        if let Some((_, mark)) = self.raw.cut.take_if(|(cut, _)| cut == name) {
            self.frame.fragment.truncate(mark);
        } else if allowed::is_element(name) {
            self.raw.open = self.raw.open.saturating_sub(usize::from(allowed::has_end(name)));
            self.frame.fragment.push(&format!("</{name}>"));
        }
    }

    /// A tag that stays, with those of its attributes that stay.
    fn raw_tag(
        &mut self,
        tag: &Tag<'_>,
        range: Range<usize>,
        place: &dyn Fn(Range<usize>) -> Range<usize>,
    ) {
        self.raw.open += usize::from(allowed::has_end(&tag.name));
        if self.raw.open > DEEPEST {
            self.stop(range);
            return;
        }
        self.frame.fragment.push(&format!("<{}", tag.name));
        for attribute in &tag.attributes {
            let Attribute { name, value, range } = attribute;
            if !allowed::is_attribute(&tag.name, name) {
                self.tell_dropped(name, place(range.clone()));
            } else if name == "href" {
                self.raw_href(tag, place);
            } else if name == "id" {
                self.raw_id(tag, place);
            } else {
                self.frame.fragment.push(&format!(" {name}=\""));
                self.push_raw(value);
                self.frame.fragment.push("\"");
            }
        }
        self.frame.fragment.push(">");
    }

    fn raw_href(&mut self, tag: &Tag<'_>, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        if let Some((written, range)) = tag.value("href") {
            self.frame.fragment.push(" href=\"");
            self.href(&written, place(range));
            self.frame.fragment.push("\"");
        }
    }

    fn raw_id(&mut self, tag: &Tag<'_>, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        if let Some((id, range)) = tag.value("id").filter(|(id, _)| !id.is_empty()) {
            if self.take_id(&id, place(range)) {
                links::plain_attribute(&mut self.frame.fragment, "id", &id);
                self.body.anchors.push(id);
            }
        }
    }

    /// A picture written as HTML becomes one like any other; the sizes come from the file.
    fn raw_image(
        &mut self,
        tag: &Tag<'_>,
        range: Range<usize>,
        place: &dyn Fn(Range<usize>) -> Range<usize>,
    ) {
        const REPLACED: &[&str] =
            &["src", "alt", "title", "width", "height", "loading", "decoding"];
        for attribute in
            tag.attributes.iter().filter(|attribute| !REPLACED.contains(&attribute.name.as_str()))
        {
            self.tell_dropped(&attribute.name, place(attribute.range.clone()));
        }
        let Some((src, at)) = tag.value("src") else {
            self.tell_dropped("<img>", range);
            return;
        };
        let text =
            |name: &str| tag.value(name).map(|(value, _)| value).filter(|value| !value.is_empty());
        if let Some(target) = self.image_target(&src, place(at)) {
            let alt = text("alt").unwrap_or_default();
            self.frame.fragment.symbol(Symbol::Image(Image { target, alt, title: text("title") }));
        }
    }

    /// The ids of raw HTML that stays as it is.
    fn note_ids(&mut self, html: &str, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        for (token, _) in Tokens::of(html) {
            let Token::Open(tag) = token else { continue };
            if let Some((id, range)) = tag.value("id").filter(|(id, _)| !id.is_empty()) {
                if self.take_id(&id, place(range)) {
                    self.body.anchors.push(id);
                }
            }
        }
    }

    /// Writes raw text or a raw value: with its character references, without marks, and
    /// without those references that stand for the marks of the cleaner.
    fn push_raw(&mut self, raw: &str) {
        let html = &mut self.frame.fragment.html;
        for (at, letter) in raw.char_indices() {
            match letter {
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '"' => html.push_str("&quot;"),
                '&' if reference(&raw[at..]).is_some_and(|(letter, _)| is_mark(letter)) => {
                    html.push_str("&amp;")
                }
                letter => html.push(letter),
            }
        }
    }

    fn tell_dropped(&mut self, what: &str, range: Range<usize>) {
        self.raw.warnings += 1;
        if self.raw.warnings > MOST_WARNINGS {
            return;
        }
        let message = say!("`{what}` bị bỏ khỏi trang", "`{what}` is left out of the page");
        let place = self.reading.place(range.into());
        let hint = allowed::hint(what.trim_matches(['<', '>']));
        self.reading
            .diagnostics
            .push(Diagnostic::warning(Code::HtmlDropped, message).hint(hint).at(place));
    }
}
