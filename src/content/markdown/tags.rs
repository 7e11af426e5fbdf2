//! Which tag is written where: the table of contents of the writer.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, LinkType, Tag, TagEnd};

use crate::content::markdown::writer::{At, Writer};

impl Writer<'_, '_> {
    /// The beginning of an element.
    pub(super) fn start(&mut self, tag: Tag<'_>, at: At) {
        if matches!(tag, Tag::HtmlBlock) {
            // A fence is a block of raw HTML to the parser, and opens where the block stands.
            self.start_html_block();
            return;
        }
        self.depth += 1;
        self.check_depth(&at.range);
        if self.is_stopped() || self.image.is_some() {
            return;
        }
        match tag {
            Tag::Paragraph => {
                self.look_at_text(&at.range);
                self.start_paragraph();
            }
            Tag::Heading { .. } => {
                self.look_at_heading(&at.range);
                self.start_heading(tag, &at.range);
            }
            Tag::BlockQuote(Some(kind)) => self.start_alert(alert_name(kind), &at.range),
            Tag::BlockQuote(None) => {
                self.look_at_quotation(&at.range);
                self.frame.fragment.block("<blockquote>\n");
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.look_at_fence(&at.range);
                let info = self.without_unseen(info, &at.range);
                self.start_code(&info);
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.look_at_indented(&at.range);
                self.start_code("");
            }
            Tag::List(start) => self.start_list(start),
            Tag::Item => {
                self.look_at_number(&at.range);
                self.look_at_task(&at.range);
                self.look_at_entry(&at.range);
                self.start_item();
            }
            Tag::FootnoteDefinition(label) => self.start_note(&label, &at.range),
            Tag::DefinitionList => self.frame.fragment.block("<dl>\n"),
            Tag::DefinitionListTitle => self.start_definition("<dt>", &at.range),
            Tag::DefinitionListDefinition => self.start_definition("<dd>", &at.range),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_table_head(at.range),
            Tag::TableRow => self.start_table_row(at.range),
            Tag::TableCell => self.start_table_cell(&at.range),
            Tag::Emphasis => self.start_mark("<em>", &at.range),
            Tag::Strong => self.start_mark("<strong>", &at.range),
            Tag::Strikethrough => self.start_mark("<del>", &at.range),
            Tag::Superscript => self.frame.fragment.push("<sup>"),
            Tag::Subscript => self.frame.fragment.push("<sub>"),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.start_mail_link(&dest_url)
            }
            Tag::Link { dest_url, title, .. } => self.start_link(&dest_url, title, at),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, title, at),
            // Neither is switched on; front matter is another room's.
            Tag::HtmlBlock | Tag::MetadataBlock(_) => {}
        }
    }

    /// Looks for what a paragraph may have been meant to be.
    fn look_at_text(&mut self, range: &Range<usize>) {
        self.look_at_paragraph(range);
        self.look_at_foreign_line(range);
        self.look_at_lines(range);
        self.note_bold_line(range);
    }

    /// The end of an element.
    pub(super) fn end(&mut self, tag: TagEnd) {
        if matches!(tag, TagEnd::HtmlBlock) {
            self.end_html_block();
            return;
        }
        let depth = self.depth;
        self.depth = self.depth.saturating_sub(1);
        if self.image.is_some() {
            self.end_in_image(depth);
            return;
        }
        self.close_containers(depth);
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(Some(_)) => self.end_alert(),
            TagEnd::BlockQuote(None) => self.end_block("</blockquote>\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::List(is_ordered) => self.end_list(is_ordered),
            TagEnd::Item => self.end_block("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::DefinitionList => self.end_block("</dl>\n"),
            TagEnd::DefinitionListTitle => self.end_block("</dt>\n"),
            TagEnd::DefinitionListDefinition => self.end_block("</dd>\n"),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.end_table_row(),
            TagEnd::TableCell => self.end_table_cell(),
            TagEnd::Emphasis => self.frame.fragment.push("</em>"),
            TagEnd::Strong => self.frame.fragment.push("</strong>"),
            TagEnd::Strikethrough => self.frame.fragment.push("</del>"),
            TagEnd::Superscript => self.frame.fragment.push("</sup>"),
            TagEnd::Subscript => self.frame.fragment.push("</sub>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {}
        }
    }
}

fn alert_name(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "note",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning => "warning",
        BlockQuoteKind::Caution => "caution",
    }
}
