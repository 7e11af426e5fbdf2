//! The files that hold keys as a JSON Schema (draft 2020-12), for editors and other programs.
//!
//! It is no stricter than the program: what is said of a file by it, `check` says too.

use serde_json::{Map, Value, json};

use crate::diagnostics::show::Tongue;
use crate::keys::{FILES, Key, THEME, Takes};

/// What the codes of languages look like (BCP 47, as far as any are given out).
const LANGUAGE: &str = "^([A-Za-z]{2,3}|[xX])(-[A-Za-z0-9]{1,8})*$";

/// The settings of a theme, wherever its folder is.
const OF_THEME: (&str, Takes) = ("theme.yaml", Takes::Mapping(THEME));

/// The files that have a schema.
fn files() -> impl Iterator<Item = &'static (&'static str, Takes)> + Clone {
    FILES.iter().chain([&OF_THEME])
}

/// The schema of `site`, of `theme` or of a file of `_data` by its name, such as `agencies`; none of others.
pub fn schema(name: &str, tongue: Tongue) -> Option<Value> {
    let (path, takes) = files().find(|(path, _)| name_of(path) == name)?;
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("title".to_owned(), (*path).into());
    let Value::Object(own) = value(takes, tongue) else { return None };
    schema.extend(own);
    Some(schema.into())
}

/// The names of all files that have a schema.
pub fn schema_names() -> impl Iterator<Item = &'static str> + Clone {
    files().map(|(path, _)| name_of(path))
}

fn name_of(path: &str) -> &str {
    path.trim_start_matches("content/_data/").trim_end_matches(".yaml")
}

/// What may stand behind a key.
fn value(takes: &Takes, tongue: Tongue) -> Value {
    match takes {
        Takes::Text | Takes::Day | Takes::Time | Takes::Name(_) => text(),
        Takes::Texts | Takes::Phone | Takes::YearDay | Takes::Hours | Takes::AddressPart => {
            json!({ "anyOf": [text(), by_language(text())] })
        }
        Takes::Whole => json!({ "type": "integer" }),
        Takes::Count => json!({ "type": "integer", "minimum": 1 }),
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::Word(words) => {
            let words = words
                .iter()
                .map(|word| json!({ "const": word.word, "description": word.about.of(tongue) }));
            json!({ "anyOf": words.collect::<Vec<_>>() })
        }
        Takes::ListOf(item) => json!({ "type": "array", "items": value(item, tongue) }),
        Takes::OneOrMore(item) => {
            let item = value(item, tongue);
            json!({ "anyOf": [item, { "type": "array", "items": item }] })
        }
        Takes::Mapping(keys) => mapping(keys, tongue),
        Takes::ByName(inner) => {
            json!({ "type": "object", "additionalProperties": or_nothing(value(inner, tongue)) })
        }
        Takes::ByLanguage(inner) => by_language(or_nothing(value(inner, tongue))),
        Takes::Either(forms) => {
            let forms: Vec<Value> = forms.iter().map(|form| value(form, tongue)).collect();
            json!({ "anyOf": forms })
        }
        Takes::Anything => json!({}),
    }
}

/// A text; numbers are texts too.
fn text() -> Value {
    json!({ "type": ["string", "number"] })
}

fn by_language(value: Value) -> Value {
    json!({
        "type": "object",
        "propertyNames": { "pattern": LANGUAGE },
        "additionalProperties": value,
    })
}

/// The same where nothing may stand too: a key with nothing behind it counts as not written.
fn or_nothing(value: Value) -> Value {
    if value.as_object().is_some_and(Map::is_empty) {
        return value;
    }
    json!({ "anyOf": [value, { "type": "null" }] })
}

/// A mapping with these keys and no others, under their names or under other spellings of them.
fn mapping(keys: &[Key], tongue: Tongue) -> Value {
    let (mut properties, mut wanted) = (Map::new(), Vec::new());
    for key in keys {
        let value = value(&key.takes, tongue);
        let value = if key.is_wanted { value } else { or_nothing(value) };
        let mut own = Map::new();
        own.insert("description".to_owned(), about(key, tongue).into());
        own.extend(value.as_object().cloned().unwrap_or_default());
        for alias in key.aliases {
            let mut other = own.clone();
            other.insert("deprecated".to_owned(), true.into());
            properties.insert((*alias).to_owned(), other.into());
        }
        properties.insert(key.name.to_owned(), own.into());
        if key.is_wanted {
            let names = [key.name].into_iter().chain(key.aliases.iter().copied());
            let names = names.map(|name| json!({ "required": [name] }));
            wanted.push(json!({ "anyOf": names.collect::<Vec<_>>() }));
        }
    }
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if let Some(schema) = schema.as_object_mut().filter(|_| !wanted.is_empty()) {
        schema.insert("allOf".to_owned(), wanted.into());
    }
    schema
}

/// What is said of a key, with a line to write.
fn about(key: &Key, tongue: Tongue) -> String {
    let about = key.about.unlinked(tongue);
    match key.line(tongue) {
        Some(line) => format!("{about}\n\n`{line}`"),
        None => about,
    }
}
