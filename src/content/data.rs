//! `content/_data/*.yaml`: what is written once and used in many places.
//!
//! In: the data files of a snapshot. Out: [`Data`]: agencies, places, hotlines and so
//! on, checked, and the same as plain values for templates, in one language at a time.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::content::{Language, Rules};
use crate::diagnostics::{Checked, Code, Diagnostic, Place, Span, did_you_mean, say};
use crate::sources::{SourcePath, Sources};
use crate::yaml::{Fields, Node, Reading, Value, check_address, text_of};

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
        let files =
            self.files.iter().map(|(name, file)| (name.clone(), localize(file, all, chain)));
        Json::Object(files.collect())
    }
}

/// A mapping whose every key is a language of the site is one text in several languages.
fn localize(value: &Json, all: &[Language], chain: &[&Language]) -> Json {
    match value {
        Json::Object(map) => {
            let is_text =
                !map.is_empty() && map.keys().all(|key| all.iter().any(|l| l.as_str() == key));
            if is_text {
                let chosen = chain.iter().find_map(|language| map.get(language.as_str()));
                return chosen.or_else(|| map.values().next()).cloned().unwrap_or(Json::Null);
            }
            map.iter().map(|(key, value)| (key.clone(), localize(value, all, chain))).collect()
        }
        Json::Array(items) => items.iter().map(|item| localize(item, all, chain)).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => value.clone(),
    }
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
            check(&name, &node, rules, &mut reading);
            data.files.insert(name, node.to_json());
        }
        diagnostics.extend(reading.diagnostics);
    }
    Checked { value: data, diagnostics }
}

fn stem(path: &SourcePath) -> String {
    let name = path.file_name();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

fn check(name: &str, node: &Node, rules: &Rules, reading: &mut Reading<'_>) {
    let Some((_, known)) = KNOWN.iter().find(|(file, _)| *file == name) else { return };
    let Some(mut entries) = Fields::of(node, &[], reading) else { return };
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
                        check_address(&url, reading);
                    }
                }
                (_, Some(node)) => check_languages(field, node, rules, reading),
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
