//! What may be written at a place: keys, words, names of the site, links, components.
//!
//! In: a [`Scene`] and a byte of its text. Out: items for the word that stands there.

mod components;
mod keys;
mod links;
mod names;

use std::ops::Range;

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Documentation,
    MarkupContent, MarkupKind, TextEdit,
};

use super::cursor::{self, Cursor};
use super::position::Lines;
use super::scene::Scene;

pub(super) use components::taken;
pub(super) use links::{page_at, place_at};
pub(super) use names::names;

/// How many items an editor is sent at the most: who sees more types another letter.
const MOST: usize = 200;

/// Something that may be written.
pub(super) struct Item {
    /// As it is listed.
    pub(super) label: String,
    /// As it is written.
    pub(super) insert: String,
    /// A few words beside it.
    pub(super) detail: String,
    /// More about it, in Markdown.
    pub(super) about: String,
    /// The sign that stands before it.
    pub(super) kind: CompletionItemKind,
}

/// What may be written at a byte of a text.
pub(super) fn at(scene: &Scene<'_>, offset: usize, lines: &Lines<'_>) -> Option<CompletionList> {
    let (word, items) = match cursor::at(scene.text, offset, scene.form()?) {
        Cursor::Yaml(yaml) => (yaml.word.clone(), keys::items(scene, &yaml)),
        Cursor::Link(word) => links::items(scene, word, offset),
        Cursor::Component(word, is_call) => {
            let items = components::items(scene, is_call, &scene.text[word.end..]);
            (word, items)
        }
        Cursor::Argument(argument) => {
            (argument.word.clone(), components::arguments(scene, &argument))
        }
        Cursor::Nothing => return None,
    };
    let typed = scene.text.get(word.start..offset.clamp(word.start, word.end))?;
    Some(list(items, typed, lines.range(of_line(scene.text, word, offset))))
}

/// The bytes of a word that an editor may replace: with the place of the cursor in them.
fn of_line(text: &str, word: Range<usize>, offset: usize) -> Range<usize> {
    if word.contains(&offset) || word.end == offset {
        return word;
    }
    let offset = text.floor_char_boundary(offset);
    offset..offset
}

/// The items that what is typed may become.
fn list(items: Vec<Item>, typed: &str, range: lsp_types::Range) -> CompletionList {
    let typed = typed.to_lowercase();
    let fits = |item: &Item| {
        item.label.to_lowercase().contains(&typed) || item.detail.to_lowercase().contains(&typed)
    };
    let mut items = items.into_iter().filter(fits);
    let shown: Vec<CompletionItem> = items
        .by_ref()
        .take(MOST)
        .zip(1_u32..)
        .map(|(item, number)| shown(item, number, (&typed, range)))
        .collect();
    CompletionList { is_incomplete: items.next().is_some(), items: shown }
}

fn shown(item: Item, number: u32, (typed, range): (&str, lsp_types::Range)) -> CompletionItem {
    let Item { label, insert, detail, about, kind } = item;
    let content = MarkupContent { kind: MarkupKind::Markdown, value: about };
    let is_by_name = label.to_lowercase().contains(typed);
    CompletionItem {
        // Some editors show only what holds what is typed.
        filter_text: (!is_by_name).then(|| detail.clone()),
        kind: Some(kind),
        documentation: (!content.value.is_empty()).then_some(Documentation::MarkupContent(content)),
        detail: (!detail.is_empty()).then_some(detail),
        sort_text: Some(format!("{number:04}")),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, insert))),
        label,
        ..CompletionItem::default()
    }
}
