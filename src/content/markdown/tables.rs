//! Tables: alignment by class, header cells with a scope, a region to scroll in.

use std::collections::BTreeMap;

use pulldown_cmark::Alignment;

use crate::content::markdown::fragment::{Mark, escape};
use crate::content::markdown::writer::Writer;

/// The table that is being written.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    start: Mark,
    column: usize,
    is_head: bool,
    cell: Mark,
    /// The text of the first header cell that has any.
    first: String,
    /// How many tables so far have this label.
    labels: BTreeMap<String, usize>,
}

impl Writer<'_, '_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.frame.fragment.block("");
        self.table.alignments = alignments;
        self.table.start = self.frame.fragment.mark();
        self.table.first.clear();
        self.frame.fragment.push("<table><thead>");
    }

    pub(super) fn start_table_head(&mut self) {
        self.table.is_head = true;
        self.start_table_row();
    }

    pub(super) fn start_table_row(&mut self) {
        self.table.column = 0;
        self.frame.fragment.push("<tr>");
    }

    pub(super) fn start_table_cell(&mut self) {
        self.prose.block();
        self.table.cell = self.frame.fragment.mark();
        if self.table.is_head && self.table.first.is_empty() {
            self.prose.begin();
        }
    }

    /// The tag of a cell depends on what is in it, so it is put in front at the end.
    pub(super) fn end_table_cell(&mut self) {
        self.prose.block();
        self.end_inline_html();
        let (html, has_symbols) = self.frame.fragment.since(self.table.cell);
        let is_empty = html.is_empty() && !has_symbols;
        let is_row_head = self.table.column == 0 && is_wholly_strong(html);
        let (tag, scope) = match (self.table.is_head, is_empty) {
            // An empty header says nothing, so it is none.
            (true, false) => ("th", " scope=\"col\""),
            (false, false) if is_row_head => ("th", " scope=\"row\""),
            (_, _) => ("td", ""),
        };
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"left\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.frame.fragment.insert(self.table.cell, &format!("<{tag}{scope}{class}>"));
        self.frame.fragment.push(&format!("</{tag}>"));
        if self.table.is_head && self.table.first.is_empty() {
            self.table.first = self.prose.end();
        }
        self.table.column += 1;
    }

    /// Now that the header is known, the table gets its region: it scrolls by itself where it
    /// is wider than the screen, by keyboard too, and so needs a name (WCAG 1.4.10, 2.1.1, 4.1.2).
    pub(super) fn end_table_head(&mut self) {
        self.frame.fragment.push("</tr></thead><tbody>\n");
        self.table.is_head = false;
        let heading = self.body.headings.last().map(|heading| heading.title.clone());
        let label = heading.unwrap_or_else(|| self.table.first.clone());
        let mut region = "<section class=\"table\" tabindex=\"0\"".to_owned();
        if !label.is_empty() {
            region.push_str(" aria-label=\"");
            escape(&mut region, &label);
            let count = self.table.labels.entry(label).or_insert(0);
            *count += 1;
            if *count > 1 {
                region.push_str(&format!(" ({count})"));
            }
            region.push('"');
        }
        region.push_str(">\n");
        self.frame.fragment.insert(self.table.start, &region);
    }

    pub(super) fn end_table(&mut self) {
        self.end_block("</tbody></table>\n</section>\n");
    }
}

/// Whether a cell is one strong text and nothing else.
fn is_wholly_strong(html: &str) -> bool {
    let inside = html.strip_prefix("<strong>").and_then(|rest| rest.strip_suffix("</strong>"));
    inside.is_some_and(|inside| !inside.contains("</strong>"))
}
