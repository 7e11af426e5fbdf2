//! Makes plain text of the events of the Markdown parser, as they come.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::Language;
use crate::content::editorial::plain_text::{
    HIDDEN, Link, Passage, PassageKind, Picture, PlainText,
};
use crate::html::{Token, Tokens};

/// Makes plain text of the events of the Markdown parser.
pub(in crate::content) struct Listener<'t> {
    file: &'t str,
    language: &'t Language,
    plain: PlainText,
    /// Where the passage that is being read begins, and what it is.
    open: Option<(PassageKind, usize)>,
    /// How many blocks are open that are no text: code, raw HTML.
    silent: usize,
    picture: Option<Picture>,
    /// The element of raw HTML in another language that is open, and how many of its name.
    foreign: Option<(String, usize)>,
}

impl<'t> Listener<'t> {
    /// A listener for a part of this text.
    pub(in crate::content) fn new(file: &'t str, language: &'t Language) -> Listener<'t> {
        let plain = PlainText::default();
        Listener { file, language, plain, open: None, silent: 0, picture: None, foreign: None }
    }

    /// Takes the next event; `is_call` if the line of a component is in its range.
    pub(in crate::content) fn event(
        &mut self,
        event: &Event<'_>,
        range: &Range<usize>,
        is_call: bool,
    ) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) => {
                let source = self.file.get(range.clone()).unwrap_or_default();
                // A masked line that is no call after all is text as it stands.
                let text = if is_call && text.len() == range.len() { source } else { text };
                self.text(text, range.clone(), text == source);
            }
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.text(HIDDEN.encode_utf8(&mut [0; 4]), range.clone(), false);
            }
            Event::SoftBreak | Event::HardBreak => self.text("\n", range.clone(), false),
            Event::InlineHtml(html) if is_line_break(html) => self.text("\n", range.clone(), false),
            Event::Html(html) | Event::InlineHtml(html) if !is_call => self.html(html),
            Event::Html(_) | Event::InlineHtml(_) | Event::Rule => {}
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// The text of the body.
    pub(in crate::content) fn finish(mut self) -> PlainText {
        self.close();
        self.plain
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.close();
                self.silent += 1;
            }
            Tag::Heading { level, .. } => self.begin(PassageKind::Heading(*level as u8)),
            Tag::Link { .. } => {
                let at = self.plain.text.len();
                self.plain.links.push(Link { range: at..at, has_picture: false });
            }
            Tag::Image { dest_url, .. } => {
                let last = self.plain.links.last_mut();
                last.into_iter().for_each(|link| link.has_picture |= link.range.is_empty());
                let target = dest_url.to_string();
                self.picture = Some(Picture { alt: String::new(), source: range.clone(), target });
            }
            Tag::Paragraph
            | Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell => self.begin(PassageKind::Block),
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            TagEnd::Link => {
                let end = self.plain.text.len();
                let last = self.plain.links.last_mut();
                last.into_iter().for_each(|link| link.range.end = end);
            }
            TagEnd::Image => {
                let picture = self.picture.take();
                self.plain.pictures.extend(picture.filter(|_| self.foreign.is_none()));
            }
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell => self.close(),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
        }
    }

    fn begin(&mut self, kind: PassageKind) {
        self.close();
        self.open = Some((kind, self.plain.text.len()));
    }

    /// Ends the passage that is being read, if anything is in it.
    fn close(&mut self) {
        let Some((kind, start)) = self.open.take() else { return };
        let end = self.plain.text.len();
        if end > start {
            self.plain.passages.push(Passage { kind, range: start..end });
            self.plain.text.push('\n');
        }
    }

    fn text(&mut self, text: &str, source: Range<usize>, is_same: bool) {
        if self.silent > 0 {
            return;
        }
        if let Some(picture) = &mut self.picture {
            picture.alt.push_str(text);
            return;
        }
        if self.open.is_none() {
            self.open = Some((PassageKind::Block, self.plain.text.len()));
        }
        match self.foreign {
            None => self.plain.push(text, source, is_same),
            Some(_) if self.plain.text.ends_with(HIDDEN) => {}
            Some(_) => self.plain.push(HIDDEN.encode_utf8(&mut [0; 4]), source, false),
        }
    }

    /// Tags of raw HTML: those that say that what they hold is in another language.
    fn html(&mut self, html: &str) {
        if self.foreign.is_none() && !html.contains("lang") {
            return;
        }
        for (token, _) in Tokens::of_stretch(html).placed() {
            match (token, &mut self.foreign) {
                (Token::Open(tag), None) => {
                    let language = tag.attribute("lang").filter(|_| !tag.is_closed);
                    if language.is_some_and(|language| language != self.language.as_str()) {
                        self.foreign = Some((tag.name.to_ascii_lowercase(), 1));
                    }
                }
                (Token::Open(tag), Some((name, depth))) => *depth += usize::from(tag.is(name)),
                (Token::Close(tag), Some((name, depth))) if tag.is(name) => {
                    *depth -= 1;
                    if *depth == 0 {
                        self.foreign = None;
                    }
                }
                (Token::Close(_) | Token::Text(_) | Token::Comment { .. }, _) => {}
                (Token::Declaration(_) | Token::Unfinished(_), _) => {}
            }
        }
    }
}

/// Whether a tag parts words as the end of a line does.
fn is_line_break(html: &str) -> bool {
    let name = html.trim_start_matches(['<', '/']).get(..2);
    name.is_some_and(|name| name.eq_ignore_ascii_case("br"))
}
