//! `danger.yaml`: the words by which the search sees that somebody is in danger.
//!
//! In: a list of words for each language of the site. Out: those lists; a language without one
//! keeps the words of the theme.

use std::collections::BTreeMap;

use crate::content::{Language, Rules};
use crate::diagnostics::{Code, say};
use crate::locale::words;
use crate::yaml::{Fields, Node, Reading, items_of, text_of};

/// The words of each language that has a list.
pub(super) fn read(
    node: &Node,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> Option<BTreeMap<Language, Vec<String>>> {
    let mut fields = Fields::of(node, &[], reading)?;
    let mut all = BTreeMap::new();
    for language in rules.languages.keys() {
        let name = language.as_str();
        let Some(node) = fields.take(name) else { continue };
        let items = items_of(node, name, reading).unwrap_or_default().iter();
        let list = items.filter_map(|item| word(item, name, reading));
        all.insert(language.clone(), list.collect());
    }
    fields.finish(reading);
    Some(all)
}

fn word(item: &Node, name: &str, reading: &mut Reading<'_>) -> Option<String> {
    let text = text_of(item, name, reading)?.value;
    if words(&text).is_empty() {
        let message = say!("`{text}` không có chữ nào", "`{text}` has no word in it");
        let hint = say!("viết một từ như `bị đánh`", "write a word such as `hits me`");
        reading.error(item.span, Code::BadValue, message, hint);
        return None;
    }
    Some(text)
}
