//! Paragraphs, code and lists.

use std::ops::Range;

use crate::content::markdown::meant::Numbers;
use crate::content::markdown::writer::{FrameKind, Writer};

impl Writer<'_, '_> {
    pub(super) fn start_paragraph(&mut self) {
        self.prose.block();
        if !matches!(self.frame.kind, FrameKind::Note(_)) {
            self.prose.begin_opening();
        }
        self.frame.fragment.block("<p>");
    }

    pub(super) fn end_paragraph(&mut self) {
        self.prose.end_opening();
        self.end_block("</p>\n");
    }

    /// Ends a block.
    pub(super) fn end_block(&mut self, html: &str) {
        self.prose.block();
        self.end_inline_html();
        self.frame.fragment.push(html);
    }

    /// A block of code, in the language of its info string's first word.
    pub(super) fn start_code(&mut self, info: &str) {
        self.is_code = true;
        // What is too wide scrolls, and must be reachable by keyboard for that (WCAG 2.1.1).
        let tag = if self.rules.extensions { "<pre tabindex=\"0\"><code" } else { "<pre><code" };
        self.frame.fragment.block(tag);
        let language = info.split(' ').next().unwrap_or_default();
        if !language.is_empty() {
            self.frame.fragment.push(" class=\"language-");
            self.frame.fragment.text(language);
            self.frame.fragment.push("\"");
        }
        self.frame.fragment.push(">");
    }

    pub(super) fn end_code(&mut self) {
        self.is_code = false;
        self.end_block("</code></pre>\n");
    }

    pub(super) fn start_list(&mut self, start: Option<u64>) {
        self.lists.push(start.map(Numbers::from));
        match start {
            None => self.frame.fragment.block("<ul>\n"),
            Some(1) => self.frame.fragment.block("<ol>\n"),
            Some(start) => self.frame.fragment.block(&format!("<ol start=\"{start}\">\n")),
        }
    }

    pub(super) fn end_list(&mut self, is_ordered: bool) {
        self.lists.pop();
        self.end_block(if is_ordered { "</ol>\n" } else { "</ul>\n" });
    }

    /// The beginning of emphasis and the like.
    pub(super) fn start_mark(&mut self, html: &str, range: &Range<usize>) {
        self.look_at_signs(range);
        self.frame.fragment.push(html);
    }

    pub(super) fn start_item(&mut self) {
        self.prose.block();
        self.frame.fragment.block("<li");
        self.item = self.frame.fragment.mark();
        self.frame.fragment.push(">");
    }

    /// The box of a task. As text it has a name in every screen reader's own language,
    /// where a disabled checkbox would need a label in the page's.
    pub(super) fn task_marker(&mut self, is_done: bool) {
        if self.image.is_some() {
            return;
        }
        let (class, mark) = if is_done { ("todo done", "☑") } else { ("todo", "☐") };
        self.frame.fragment.insert(self.item, &format!(" class=\"{class}\""));
        self.frame.fragment.push(&format!("<span class=\"mark\">{mark}</span> "));
    }
}
