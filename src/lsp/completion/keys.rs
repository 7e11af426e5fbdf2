//! Keys, and the words that may stand behind them.

use lsp_types::CompletionItemKind;

use crate::diagnostics::say;
use crate::keys::{Key, Takes};
use crate::lsp::cursor::{Side, Yaml};
use crate::lsp::scene::Scene;

use super::Item;
use super::names::names;

/// What may be written at a place in YAML.
pub(super) fn items(scene: &Scene<'_>, yaml: &Yaml) -> Vec<Item> {
    match yaml.side {
        Side::Key { has_colon } => keys(scene, yaml, has_colon),
        Side::Value => values(scene, yaml),
        Side::Item => {
            let mut items = values(scene, yaml);
            items.extend(keys(scene, yaml, false));
            items
        }
    }
}

/// The keys that are not there yet.
fn keys(scene: &Scene<'_>, yaml: &Yaml, has_colon: bool) -> Vec<Item> {
    let is_there = |name: &str, key: &Key| {
        let mut spellings = key.aliases.iter().chain([&name]);
        spellings.any(|name| yaml.beside.iter().any(|own| own == name))
    };
    let own = scene.keys_in(&yaml.path).into_iter().filter(|(name, key)| !is_there(name, key));
    let mut items: Vec<Item> = own.map(|(name, key)| item(scene, &name, key, has_colon)).collect();
    if items.is_empty() && scene.takes(&yaml.path).is_some_and(is_by_language) {
        items = languages(scene, &yaml.beside, has_colon);
    }
    items
}

fn item(scene: &Scene<'_>, name: &str, key: &Key, has_colon: bool) -> Item {
    let line = key.line(scene.tongue).map(|line| format!("\n\n`{line}`")).unwrap_or_default();
    Item {
        label: name.to_owned(),
        insert: with_colon(name, has_colon),
        detail: key.about.short(scene.tongue),
        about: format!("{}{line}", key.about.unlinked(scene.tongue)),
        kind: CompletionItemKind::PROPERTY,
    }
}

fn with_colon(name: &str, has_colon: bool) -> String {
    if has_colon { name.to_owned() } else { format!("{name}: ") }
}

/// Whether a mapping by languages may stand here.
fn is_by_language(takes: &Takes) -> bool {
    let is_one = |form: &&Takes| matches!(form, Takes::ByLanguage(_)) || form.is_local();
    takes.forms().iter().any(is_one)
}

fn languages(scene: &Scene<'_>, beside: &[String], has_colon: bool) -> Vec<Item> {
    let all = scene.site().map(|site| site.config.languages.as_slice()).unwrap_or_default();
    let free = all.iter().filter(|own| !beside.iter().any(|known| known == own.code.as_str()));
    let item = |own: &crate::config::LanguageConfig| Item {
        label: own.code.to_string(),
        insert: with_colon(own.code.as_str(), has_colon),
        detail: own.name.clone(),
        about: String::new(),
        kind: CompletionItemKind::PROPERTY,
    };
    free.map(item).collect()
}

/// The words and names that may stand behind a key.
fn values(scene: &Scene<'_>, yaml: &Yaml) -> Vec<Item> {
    let word = yaml.word.clone();
    let Some(takes) = scene.takes(&yaml.path) else { return Vec::new() };
    let quoted = |text: &str| if yaml.is_quoted { text.to_owned() } else { as_value(text) };
    let words = takes.words().into_iter().map(|own| Item {
        label: own.word.to_owned(),
        insert: quoted(own.word),
        detail: own.about.short(scene.tongue),
        about: own.about.unlinked(scene.tongue),
        kind: CompletionItemKind::ENUM_MEMBER,
    });
    let flags = flags(scene, takes);
    let typed = scene.text.get(word).unwrap_or_default();
    let named = takes.refers().map(|refers| names(scene, refers, &yaml.path, typed));
    let named = named.into_iter().flatten().map(|name| Item {
        insert: quoted(&name.name),
        label: name.name,
        detail: name.title,
        about: String::new(),
        kind: CompletionItemKind::REFERENCE,
    });
    words.chain(flags).chain(named).collect()
}

/// `true` and `false`, where they may stand.
fn flags(scene: &Scene<'_>, takes: &Takes) -> Vec<Item> {
    if !takes.forms().iter().any(|form| matches!(form, Takes::Flag)) {
        return Vec::new();
    }
    let flags = [("true", say!("có", "yes")), ("false", say!("không", "no"))];
    let item = |(word, about): (&str, _)| Item {
        label: word.to_owned(),
        insert: word.to_owned(),
        detail: scene.say(about),
        about: String::new(),
        kind: CompletionItemKind::ENUM_MEMBER,
    };
    flags.into_iter().map(item).collect()
}

/// A word as a value of YAML that is a text.
fn as_value(word: &str) -> String {
    let is_plain = word.chars().next().is_some_and(char::is_alphanumeric)
        && !word.contains([':', '#', '"', ',', '[', ']', '{', '}']);
    if is_plain { word.to_owned() } else { format!("\"{}\"", word.replace('"', "\\\"")) }
}
