//! The blocks of a body, found among the events of the Markdown parser.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::content::blocks::{Block, Mark, Role};
use crate::content::{Language, Rules, facts};

/// Finds blocks while the body is read. For a site of one language it does nothing.
pub(in crate::content) struct Finder<'t> {
    text: &'t str,
    language: &'t Language,
    is_on: bool,
    /// The blocks that are open around the place of reading, from the outermost on.
    around: Vec<Role>,
    /// The block that is being read.
    open: Option<(Role, Range<usize>)>,
    blocks: Vec<Block>,
}

impl<'t> Finder<'t> {
    /// A finder for a part of this text.
    pub(in crate::content) fn new(
        text: &'t str,
        rules: &Rules,
        language: &'t Language,
    ) -> Finder<'t> {
        let is_on = rules.are_multilingual();
        Finder { text, language, is_on, around: Vec::new(), open: None, blocks: Vec::new() }
    }

    /// Takes the next event; `is_call` if it is the line of a component.
    pub(in crate::content) fn event(
        &mut self,
        event: &Event<'_>,
        range: &Range<usize>,
        is_call: bool,
    ) {
        if !self.is_on {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Html(_) | Event::InlineHtml(_) if is_call => {
                self.finish_open();
                self.open = Some((Role::Component, range.clone()));
                self.finish_open();
            }
            Event::Html(_) => self.extend(Role::Html, range),
            Event::Rule => self.finish_open(),
            Event::Text(_)
            | Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_) => self.extend(self.role(), range),
            // A break between two blocks is part of neither.
            Event::SoftBreak | Event::HardBreak | Event::TaskListMarker(_) => {}
        }
    }

    /// The blocks, in order.
    pub(in crate::content) fn finish(mut self) -> Vec<Block> {
        self.finish_open();
        self.blocks.shrink_to_fit();
        self.blocks
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match role_of(tag) {
            Some(role) => {
                self.finish_open();
                self.around.push(role);
            }
            // A link or stress is part of the block around it, its marks too.
            None if is_inline(tag) => self.extend(self.role(), range),
            None => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if ends_block(tag) {
            self.finish_open();
            self.around.pop();
        }
    }

    fn role(&self) -> Role {
        self.around.last().copied().unwrap_or(Role::Paragraph)
    }

    fn extend(&mut self, role: Role, range: &Range<usize>) {
        match &mut self.open {
            Some((_, open)) => open.end = open.end.max(range.end),
            None => self.open = Some((role, range.clone())),
        }
    }

    /// Ends the block that is being read. One without a letter or digit says nothing.
    fn finish_open(&mut self) {
        let Some((role, range)) = self.open.take() else { return };
        let text = &self.text[range.clone()];
        if !text.contains(char::is_alphanumeric) {
            return;
        }
        let mut facts = facts::read(self.text, range.clone(), self.language);
        facts.shrink_to_fit();
        let mark = Some(Mark::of(text));
        self.blocks.push(Block { role, span: range.into(), mark, facts, written: None });
    }
}

/// The role of what a tag holds, if it begins a block.
fn role_of(tag: &Tag<'_>) -> Option<Role> {
    match tag {
        Tag::Paragraph => Some(Role::Paragraph),
        Tag::Heading { level, .. } => Some(Role::Heading(*level as u8)),
        Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => Some(Role::Item),
        Tag::TableHead | Tag::TableRow => Some(Role::Row),
        Tag::CodeBlock(_) => Some(Role::Code),
        Tag::HtmlBlock => Some(Role::Html),
        Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) | Tag::BlockQuote(_) => {
            Some(Role::Paragraph)
        }
        Tag::List(_)
        | Tag::Table(_)
        | Tag::TableCell
        | Tag::DefinitionList
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::Link { .. }
        | Tag::Image { .. } => None,
    }
}

fn ends_block(tag: TagEnd) -> bool {
    match tag {
        TagEnd::Paragraph
        | TagEnd::Heading(_)
        | TagEnd::Item
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::TableHead
        | TagEnd::TableRow
        | TagEnd::CodeBlock
        | TagEnd::HtmlBlock
        | TagEnd::FootnoteDefinition
        | TagEnd::MetadataBlock(_)
        | TagEnd::BlockQuote(_) => true,
        TagEnd::List(_)
        | TagEnd::Table
        | TagEnd::TableCell
        | TagEnd::DefinitionList
        | TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link
        | TagEnd::Image => false,
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}
