//! `content/_data/*.yaml`: what is written once and used in many places.
//!
//! In: the data files of a snapshot. Out: [`Data`]: agencies, places, hotlines and so
//! on, checked, and the same as plain values for templates, in one language at a time.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::content::{Language, LinkTarget, Rules, address, phone};
use crate::diagnostics::{Checked, Code, Diagnostic, Place, Span, did_you_mean, say};
use crate::locale::marks::mark;
use crate::sources::{SourcePath, Sources};
use crate::yaml::{Fields, Node, Reading, Value, text_of};

/// The data of a site.
#[derive(Clone, Debug, Default)]
pub struct Data {
    files: BTreeMap<String, Json>,
}

impl Data {
    /// The keys of a file, for “did you mean”.
    pub fn keys(&self, name: &str) -> Vec<&str> {
        let file = self.files.get(name).and_then(Json::as_object);
        file.map_or_else(Vec::new, |file| file.keys().map(String::as_str).collect())
    }

    /// A file as it is written, with each text in all its languages.
    pub fn file(&self, name: &str) -> Option<&Json> {
        self.files.get(name)
    }

    /// Everything, by file name, with each text in the first of these languages that has it.
    pub fn localized(&self, all: &[Language], chain: &[&Language]) -> Json {
        self.each(&|texts| Some(choose(texts, all, chain)?.1.clone()))
    }

    /// The same for pages in the first of these languages: what is borrowed from another
    /// one is marked.
    pub fn marked(&self, all: &[Language], chain: &[&Language]) -> Json {
        self.each(&|texts| {
            let (language, text) = choose(texts, all, chain)?;
            let marked = text.as_str().zip(chain.first());
            let marked = marked.map(|(text, page)| mark(text.to_owned(), &language, page).into());
            Some(marked.unwrap_or_else(|| text.clone()))
        })
    }

    fn each(&self, choose: &Choose<'_>) -> Json {
        let files = self.files.iter().map(|(name, file)| (name.clone(), localize(file, choose)));
        Json::Object(files.collect())
    }
}

/// Gives the one text that stands for those of several languages; none for other mappings.
type Choose<'c> = dyn Fn(&serde_json::Map<String, Json>) -> Option<Json> + 'c;

fn localize(value: &Json, choose: &Choose<'_>) -> Json {
    match value {
        Json::Object(map) => choose(map).unwrap_or_else(|| {
            map.iter().map(|(key, value)| (key.clone(), localize(value, choose))).collect()
        }),
        Json::Array(items) => items.iter().map(|item| localize(item, choose)).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => value.clone(),
    }
}

/// A mapping whose every key is a language of the site is one text in several languages:
/// gives that in the first of the chain that has one, else in any.
fn choose<'t>(
    texts: &'t serde_json::Map<String, Json>,
    all: &[Language],
    chain: &[&Language],
) -> Option<(Language, &'t Json)> {
    let is_text =
        !texts.is_empty() && texts.keys().all(|key| all.iter().any(|own| own.as_str() == key));
    let wanted = chain.iter().find(|language| texts.contains_key(language.as_str()));
    let key = wanted.map(|own| own.as_str()).or_else(|| texts.keys().next().map(String::as_str));
    key.filter(|_| is_text).and_then(|key| Some((Language::new(key), texts.get(key)?)))
}

/// The keys that an entry of a known file may have; the first is the one it must have.
const KNOWN: &[(&str, &[&str])] = &[
    ("agencies", &["name", "short", "url", "government", "replaced_by", "replaced_on"]),
    ("places", &["name", "address", "url", "sample"]),
    ("hotlines", &["number", "name", "hours", "free", "url", "verified", "source"]),
    ("campaigns", &["name", "starts", "ends", "since", "url"]),
    ("glossary", &["term", "meaning"]),
];

/// Reads all data files.
pub fn read(sources: &Sources, rules: &Rules) -> Checked<Data> {
    let (mut data, mut diagnostics) = (Data::default(), Vec::new());
    for (path, _) in sources.under("content/_data/") {
        let Some(text) = sources.text(path) else { continue };
        let mut reading = Reading::new(path, text);
        if text.trim().is_empty() {
            let message = say!("tệp trống", "the file is empty");
            let hint = say!("viết dữ liệu, hoặc xoá tệp", "write the data or delete the file");
            let fault = Diagnostic::error(Code::EmptyFile, message).hint(hint);
            reading.diagnostics.push(fault.at(Place::file(path)));
        } else if let Some(node) = reading.yaml(0..text.len()) {
            let name = stem(path);
            if !KNOWN.iter().any(|(known, _)| *known == name) {
                address::check_open(&node, &mut reading);
            }
            // Templates count on entries by name; what has none was said.
            if check(&name, &node, rules, &mut reading) {
                data.files.insert(name, node.to_json());
            }
        }
        diagnostics.extend(reading.diagnostics);
    }
    Checked { value: data, diagnostics }
}

fn stem(path: &SourcePath) -> String {
    let name = path.file_name();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// Says what is wrong with a known file; whether it has entries at all.
fn check(name: &str, node: &Node, rules: &Rules, reading: &mut Reading<'_>) -> bool {
    let Some((_, known)) = KNOWN.iter().find(|(file, _)| *file == name) else { return true };
    let Some(mut entries) = Fields::of(node, &[], reading) else { return false };
    let mut replacements: Vec<(String, Span)> = Vec::new();
    let mut keys: Vec<&str> = Vec::new();
    for (key, entry) in entries.rest() {
        keys.push(&key.name);
        let Some(mut fields) = Fields::of(entry, &[], reading) else { continue };
        for (index, field) in known.iter().enumerate() {
            if *field == "government" {
                fields.flag(field, reading);
                continue;
            }
            match (*field, fields.take(field)) {
                ("replaced_by", Some(node)) => replacements.push((node.written(), node.span)),
                ("url", Some(node)) => {
                    if let Some(url) = text_of(node, field, reading) {
                        LinkTarget::read_outside(url, reading);
                    }
                }
                (_, Some(node)) => {
                    check_languages(field, node, rules, reading);
                    if *field == "number" {
                        phone::check(node, reading);
                    }
                }
                (_, None) if index == 0 => fields.missing(field, reading),
                (_, None) => {}
            }
        }
        fields.finish(reading);
    }
    for (key, span) in replacements.iter().filter(|(key, _)| !keys.contains(&key.as_str())) {
        let message = say!("không có mục nào tên là `{key}`", "there is no entry `{key}`");
        reading.error(
            *span,
            Code::UnknownReference,
            message,
            did_you_mean(key, keys.iter().copied()),
        );
    }
    true
}

/// A text in several languages must be in languages that the site has.
fn check_languages(field: &str, node: &Node, rules: &Rules, reading: &mut Reading<'_>) {
    let Value::Map(map) = &node.value else { return };
    for (key, _) in map {
        if !rules.languages.contains_key(&Language::new(&key.name)) {
            let name = &key.name;
            let message = say!(
                "`{field}` có ngôn ngữ lạ `{name}`",
                "`{field}` has an unknown language `{name}`"
            );
            let hint = did_you_mean(name, rules.languages.keys().map(Language::as_str));
            reading.error(key.span, Code::UnknownLanguage, message, hint);
        }
    }
}
