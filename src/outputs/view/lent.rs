//! A page that another language lends: its own words are marked, so that all around them can be
//! in the reader's language.
//!
//! In: the plain data of a page, and the language of its reader. Out: the same data, each text
//! of the page's own with the mark that becomes its `lang` once the page is whole.

use std::borrow::Cow;

use serde::ser::Error;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json};

use crate::content::Language;
use crate::locale::marks::mark;
use crate::outputs::planner::Planner;
use crate::outputs::view::plain::Plain;

/// The keys of plans, schedules and materials whose values are words for people. All others
/// are for the template: addresses, days, ids.
const TEXTS: [&str; 22] = [
    "access",
    "address",
    "audience",
    "bring",
    "contact",
    "cost",
    "description",
    "duration",
    "level",
    "name",
    "place",
    "schedule",
    "short",
    "signatory",
    "slogans",
    "targets",
    "text",
    "theme",
    "title",
    "type",
    "venue",
    "year",
];

/// What only pages of one kind have, of a page that another language may lend.
#[derive(Clone)]
pub(crate) struct Lendable<T> {
    value: T,
    /// The language of its words and that of its reader, where they are two. The words are
    /// marked when the value is handed to a template.
    lent: Option<(Language, Language)>,
}

impl<T> From<T> for Lendable<T> {
    fn from(value: T) -> Lendable<T> {
        Lendable { value, lent: None }
    }
}

impl<T: Serialize> Serialize for Lendable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some((language, reader)) = &self.lent else { return self.value.serialize(serializer) };
        let mut shown = serde_json::to_value(&self.value).map_err(S::Error::custom)?;
        mark_texts(&mut shown, (language, reader));
        shown.serialize(serializer)
    }
}

impl<T> Lendable<T> {
    /// The value, and how its words are shown to their reader.
    pub(super) fn parts(&mut self) -> (&mut T, impl Fn(&str) -> String) {
        let Lendable { value, lent } = self;
        let lent = lent.as_ref();
        let words = move |text: &str| match lent {
            Some((language, reader)) => mark(text.to_owned(), language, reader),
            None => text.to_owned(),
        };
        (value, words)
    }

    fn lend(&mut self, language: &Language, reader: &Language) {
        self.lent = Some((language.clone(), reader.clone()));
    }
}

/// The plain data of a page as a reader of another language is shown it.
pub(super) fn to<'a>(
    mut plain: Plain<'a>,
    planner: &Planner<'a>,
    reader: &'a Language,
) -> Plain<'a> {
    let language = plain.lang;
    let own = |text: &str| mark(text.to_owned(), language, reader);
    let lent = |text: Cow<'a, str>| Cow::Owned(own(&text));
    plain.title = own(&plain.title).into();
    plain.description = plain.description.map(lent);
    plain.summary = plain.summary.map(lent);
    plain.credit = plain.credit.map(|credit| own(&credit));
    plain.authors = plain.authors.iter().map(|author| own(author)).collect();
    for heading in &mut plain.toc {
        heading.to_mut().title = own(&heading.title);
    }
    if let Some(source) = &mut plain.source {
        source.name = own(&source.name).into();
    }
    for term in plain.terms.values_mut().flatten() {
        term.name = own(&term.name);
    }
    for labels in &mut plain.taxonomies {
        labels.title = planner.taxonomy_title(labels.name, reader);
        for term in &mut labels.terms {
            term.name = own(&term.name);
        }
    }
    plain.plan.lend(language, reader);
    plain.schedule.lend(language, reader);
    plain.material.lend(language, reader);
    plain
}

/// Marks the texts in plain values. What says its own `lang` is in that language.
fn mark_texts(value: &mut Json, (language, reader): (&Language, &Language)) {
    match value {
        Json::Array(items) => {
            items.iter_mut().for_each(|item| mark_texts(item, (language, reader)));
        }
        Json::Object(map) => {
            let own = map.get("lang").and_then(Json::as_str).map(Language::new);
            let own = own.as_ref().unwrap_or(language);
            let is_text = is_text_of(map);
            for (key, value) in map {
                if is_text(key) && (value.is_string() || value.is_array()) {
                    mark_words(value, (own, reader));
                } else {
                    mark_texts(value, (language, reader));
                }
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

/// Marks a text, or each text of a list.
fn mark_words(value: &mut Json, (language, reader): (&Language, &Language)) {
    match value {
        Json::String(text) => *text = mark(std::mem::take(text), language, reader),
        Json::Array(items) => {
            items.iter_mut().for_each(|item| mark_words(item, (language, reader)));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_) => {
            mark_texts(value, (language, reader));
        }
    }
}

/// Which keys of a map hold words for people: the type of a file and the name of a view are
/// for the template.
fn is_text_of(map: &Map<String, Json>) -> impl Fn(&str) -> bool + use<> {
    let (is_file, is_view) = (map.contains_key("size"), map.contains_key("current"));
    move |key| TEXTS.contains(&key) && !(is_file && key == "type") && !(is_view && key == "name")
}
