//! Footnotes: numbered in the order in which readers meet them, all written at the end.
//!
//! While the body is written, a reference is only an index. The numbers are given when the
//! pieces are made: first those met in the body, then those met in other footnotes.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::markdown::fragment::{Fragment, Symbol, escape, push_html};
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::{FrameKind, Writer};
use crate::content::{Piece, RichText};
use crate::diagnostics::{Code, Diagnostic, say};
use crate::yaml::Reading;

/// The footnotes of a body.
#[derive(Default)]
pub(super) struct Notes {
    all: Vec<Note>,
    by_label: BTreeMap<String, usize>,
    /// The indices of the notes that have a number, in its order.
    order: Vec<usize>,
    /// The ids that the references got.
    anchors: Vec<String>,
}

struct Note {
    label: String,
    definition: Option<Definition>,
    number: Option<usize>,
    references: usize,
}

struct Definition {
    range: Range<usize>,
    fragment: Fragment,
}

impl Notes {
    /// The index of the note with this label; labels are compared without case.
    fn index(&mut self, label: &str) -> usize {
        let next = self.all.len();
        let index = *self.by_label.entry(label.to_lowercase()).or_insert(next);
        if index == next {
            self.all.push(Note {
                label: label.to_owned(),
                definition: None,
                number: None,
                references: 0,
            });
        }
        index
    }

    /// The HTML of a reference, which gives the note its number if it has none yet.
    pub(super) fn reference(&mut self, index: usize) -> String {
        let Some(note) = self.all.get_mut(index) else { return String::new() };
        if note.definition.is_none() && note.number.is_none() {
            let mut html = String::new();
            escape(&mut html, &format!("[^{}]", note.label));
            return html;
        }
        let number = *note.number.get_or_insert_with(|| {
            self.order.push(index);
            self.order.len()
        });
        note.references += 1;
        let id = reference_id(number, note.references);
        let html = format!(
            "<sup><a href=\"#fn-{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        );
        self.anchors.push(id);
        html
    }

    /// Writes the notes that have a number at the end of the body; says which have none.
    pub(super) fn finish(&mut self, body: &mut RichText, reading: &mut Reading<'_>) {
        let mut written = Vec::new();
        let mut done = 0;
        // Notes may refer to further notes, which lengthen the list.
        while let Some(&index) = self.order.get(done) {
            let definition = self.all[index].definition.take();
            written.push(
                definition
                    .map_or_else(Vec::new, |definition| definition.fragment.into_pieces(self)),
            );
            done += 1;
        }
        for note in &self.all {
            if let Some(definition) = &note.definition {
                tell_unused(&note.label, definition, reading);
            }
        }
        if written.is_empty() {
            return;
        }
        body.anchors.append(&mut self.anchors);
        push_html(&mut body.pieces, "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (pieces, index) in written.into_iter().zip(&self.order) {
            let number = self.all[*index].number.unwrap_or_default();
            let id = format!("fn-{number}");
            push_html(&mut body.pieces, &format!("<li id=\"{id}\">\n"));
            body.anchors.push(id);
            append_note(pieces, &back_links(number, self.all[*index].references), &mut body.pieces);
            push_html(&mut body.pieces, "</li>\n");
        }
        push_html(&mut body.pieces, "</ol>\n</section>\n");
    }
}

/// The first reference is `fnref-3`, the second `fnref-3-2`.
fn reference_id(number: usize, nth: usize) -> String {
    if nth == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{nth}") }
}

/// One way back for each reference. The arrow is asked to look like text, not like an emoji;
/// its label is the same in every language.
fn back_links(number: usize, references: usize) -> String {
    let mut html = String::new();
    for nth in 1..=references {
        let id = reference_id(number, nth);
        let label = id.trim_start_matches("fnref-");
        html.push_str(&format!(
            " <a href=\"#{id}\" role=\"doc-backlink\" aria-label=\"↩ {label}\">↩\u{fe0e}</a>"
        ));
    }
    html
}

/// Appends a note, the ways back inside its last paragraph if it ends in one.
fn append_note(mut pieces: Vec<Piece>, back: &str, all: &mut Vec<Piece>) {
    const END: &str = "</p>\n";
    let stem = match pieces.last() {
        Some(Piece::Html(html)) => html.strip_suffix(END).map(str::len),
        Some(Piece::Link(_) | Piece::Image(_) | Piece::Component(_) | Piece::Number(_)) | None => {
            None
        }
    };
    match (stem, pieces.last_mut()) {
        (Some(stem), Some(Piece::Html(html))) => html.insert_str(stem, back),
        (_, _) => push_html(&mut pieces, &format!("<p>{}{END}", back.trim_start())),
    }
    for piece in pieces {
        match piece {
            Piece::Html(html) => push_html(all, &html),
            Piece::Link(_) | Piece::Image(_) | Piece::Component(_) | Piece::Number(_) => {
                all.push(piece);
            }
        }
    }
}

fn tell_unused(label: &str, definition: &Definition, reading: &mut Reading<'_>) {
    let message = say!(
        "không có chỗ nào nhắc tới chú thích `[^{label}]`, nên nó không được hiển thị",
        "nothing refers to the footnote `[^{label}]`, so it is not shown"
    );
    let hint = say!(
        "viết `[^{label}]` ở chỗ cần chú thích, hoặc xoá chú thích",
        "write `[^{label}]` where it belongs, or delete the footnote"
    );
    tell(
        definition.range.clone(),
        Diagnostic::warning(Code::UnshownText, message).hint(hint),
        reading,
    );
}

impl Writer<'_, '_> {
    pub(super) fn note_reference(&mut self, label: &str, range: &Range<usize>) {
        if self.image.is_none() && self.may_refer(range) {
            let index = self.notes.index(label);
            self.frame.fragment.symbol(Symbol::Note(index));
        }
    }

    pub(super) fn start_note(&mut self, label: &str, range: &Range<usize>) {
        let index = self.notes.index(label);
        let head = range.start..(range.start + label.len() + "[^]".len()).min(range.end);
        if let Some(note) = self.notes.all.get_mut(index) {
            if note.definition.is_some() {
                let message = say!(
                    "chú thích `[^{label}]` được viết hai lần",
                    "the footnote `[^{label}]` is written twice"
                );
                let hint = say!("đổi tên một trong hai chú thích", "give one of them another name");
                tell(head, Diagnostic::error(Code::DuplicateId, message).hint(hint), self.reading);
            } else {
                note.definition = Some(Definition { range: head, fragment: Fragment::default() });
            }
        }
        self.push_frame(FrameKind::Note(index));
    }

    pub(super) fn end_note(&mut self) {
        self.prose.block();
        let Some((FrameKind::Note(index), fragment)) = self.take_frame() else { return };
        let definition = self.notes.all.get_mut(index).and_then(|note| note.definition.as_mut());
        if let Some(definition) = definition.filter(|definition| definition.fragment.is_empty()) {
            definition.fragment = fragment;
        }
    }
}
