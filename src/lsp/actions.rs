//! Cures as an editor offers them: one for a fault, and one for all that is sure.
//!
//! In: an open document, what was told of this very state of it, and what the editor asks for.
//! Out: code actions. A cure that is no longer of the text as it stands is not offered.

use std::collections::BTreeSet;

use lsp_types::{CodeAction, CodeActionKind, CodeActionParams, Range, TextEdit, WorkspaceEdit};

use crate::diagnostics::show::{Tongue, printable};
use crate::diagnostics::{Fix, Say, say};
use crate::sources::{Original, unseen};

use super::documents::Document;
use super::faults::{Fault, FileFaults, Reader};
use super::position::Lines;

/// What is offered for a stretch of a document.
pub(super) fn offered(
    document: &Document,
    told: &FileFaults,
    asked: &CodeActionParams,
    reader: Reader,
) -> Vec<CodeAction> {
    let text = Text::of(document, reader);
    let mut offered = Vec::new();
    if is_wanted(asked, &CodeActionKind::QUICKFIX) {
        let here = told.faults.iter().filter(|fault| meet(fault.shown.range, asked.range));
        let mut known = BTreeSet::new();
        for fault in here {
            let Some((fix, edit)) = text.edit(fault) else { continue };
            let title = title(fault, reader.tongue);
            // Two faults may have one cure.
            if known.insert((edit.range.start, edit.range.end, edit.new_text.clone())) {
                offered.push(CodeAction {
                    title,
                    kind: Some(CodeActionKind::QUICKFIX),
                    diagnostics: Some(vec![fault.shown.clone()]),
                    is_preferred: fix.is_sure.then_some(true),
                    edit: Some(change(document, vec![edit])),
                    ..CodeAction::default()
                });
            }
        }
    }
    if is_wanted(asked, &CodeActionKind::SOURCE_FIX_ALL) {
        offered.extend(all(document, told, &text, reader.tongue));
    }
    offered
}

/// All changes that can be meant in one way only, those that touch another left out.
fn all(
    document: &Document,
    told: &FileFaults,
    text: &Text<'_>,
    tongue: Tongue,
) -> Option<CodeAction> {
    let sure = told.faults.iter().filter_map(|fault| text.edit(fault));
    let mut sure: Vec<(&Fix, TextEdit)> = sure.filter(|(fix, _)| fix.is_sure).collect();
    sure.sort_by_key(|(fix, _)| fix.span);
    let (mut edits, mut end) = (Vec::new(), 0);
    for (fix, edit) in sure {
        if edits.is_empty() || fix.range().start > end {
            end = fix.range().end;
            edits.push(edit);
        }
    }
    let number = edits.len();
    let title = say!(
        "Sửa mọi chỗ chỉ có một cách sửa ({number})",
        "Mend all that can be meant in one way only ({number})"
    );
    (number > 0).then(|| CodeAction {
        title: spoken(title, tongue),
        kind: Some(CodeActionKind::SOURCE_FIX_ALL),
        edit: Some(change(document, edits)),
        ..CodeAction::default()
    })
}

/// The text of a document, and where cures are to be made in it.
struct Text<'d> {
    lines: Lines<'d>,
    original: Original<'d>,
    /// Behind this byte of the text no cure is where it seems to be: characters that
    /// no one sees were left out before it was looked into.
    sure_up_to: usize,
}

impl Text<'_> {
    fn of(document: &Document, reader: Reader) -> Text<'_> {
        let mut unseen = unseen(&document.text).into_iter();
        let first = unseen.find(|(_, letter)| *letter != '\r').map(|(at, _)| at);
        Text {
            lines: Lines::of(&document.text, reader.encoding),
            original: Original::new(&document.text),
            sure_up_to: first.unwrap_or(usize::MAX),
        }
    }

    /// The cure of a fault as a change of the document, if it has one.
    fn edit<'f>(&self, fault: &'f Fault) -> Option<(&'f Fix, TextEdit)> {
        let fix = fault.told.fix.as_ref()?;
        let stretch = self.original.stretch(fix.range())?;
        if stretch.start > self.sure_up_to {
            return None;
        }
        let is_of_windows = self.lines.text().contains("\r\n");
        let text = match is_of_windows {
            true => fix.text.replace('\n', "\r\n"),
            false => fix.text.clone(),
        };
        Some((fix, TextEdit::new(self.lines.range(stretch), text)))
    }
}

/// What a cure is called: what the hint says.
fn title(fault: &Fault, tongue: Tongue) -> String {
    let said = fault.told.hint.as_ref().unwrap_or(&fault.told.message);
    let said = printable(tongue.of(said)).into_owned();
    let mut letters = said.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn spoken(say: Say, tongue: Tongue) -> String {
    match tongue {
        Tongue::Vi => say.vi,
        Tongue::En => say.en,
    }
}

/// Whether actions of this kind are asked for: of itself, or of one that it is a part of.
fn is_wanted(asked: &CodeActionParams, kind: &CodeActionKind) -> bool {
    let Some(only) = &asked.context.only else { return true };
    only.iter().any(|wanted| {
        let behind = kind.as_str().strip_prefix(wanted.as_str());
        behind.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty()
        })
    })
}

/// Whether two stretches share a place.
fn meet(one: Range, other: Range) -> bool {
    one.start <= other.end && other.start <= one.end
}

fn change(document: &Document, edits: Vec<TextEdit>) -> WorkspaceEdit {
    WorkspaceEdit::new([(document.uri.clone(), edits)].into())
}
