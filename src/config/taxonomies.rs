//! The taxonomies of `site.yaml`, with their terms.

use std::collections::BTreeMap;

use crate::config::Taxonomy;
use crate::content::{Rules, local_text};
use crate::diagnostics::{Code, Diagnostic, say};
use crate::keys;
use crate::locale::{LocalText, Name};
use crate::yaml::{Fields, Key, Node, Reading, Value};

/// Texts of the site's own by key.
type Texts = BTreeMap<String, LocalText>;

/// The keys of a term that has more than a name.
const KEYS: [&str; 3] = ["title", "name", "slug"];

/// The taxonomies, in the order of the file.
pub(super) fn taxonomies(
    node: Option<&Node>,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> Vec<Taxonomy> {
    let Some(mut entries) = node.and_then(|node| Fields::of(node, &[], reading)) else {
        return Vec::new();
    };
    let mut taxonomies = Vec::new();
    for (key, node) in entries.rest() {
        let Some(mut fields) = Fields::of(node, keys::TAXONOMY, reading) else { continue };
        let (title, slug) = title_and_slug(&mut fields, rules, reading);
        let (terms, slugs, order) = terms(fields.take("terms"), rules, reading);
        fields.finish(reading);
        taxonomies.push(Taxonomy {
            name: key.name.clone(),
            title: title.unwrap_or_else(|| LocalText::One(key.name.clone())),
            slug,
            terms,
            order,
            slugs,
        });
    }
    taxonomies
}

/// The names of the terms by key, the slugs of those that have one, and their order. Behind a key stands
/// the term's name, or `title` and `slug`.
fn terms(
    node: Option<&Node>,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> (Texts, Texts, Vec<String>) {
    let (mut names, mut slugs) = (Texts::new(), Texts::new());
    let mut known: BTreeMap<Name, &Key> = BTreeMap::new();
    let Some(mut terms) = node.and_then(|node| Fields::of(node, &[], reading)) else {
        return (names, slugs, Vec::new());
    };
    let terms = terms.rest();
    let order = terms.iter().map(|(key, _)| key.name.clone());
    let order: Vec<String> = order.collect();
    for (key, node) in terms {
        let (name, slug) = if has_keys(node) {
            let Some(mut fields) = Fields::of(node, keys::SITE_TERM, reading) else {
                continue;
            };
            let (title, slug) = title_and_slug(&mut fields, rules, reading);
            fields.finish(reading);
            (Some(title.unwrap_or_else(|| LocalText::One(key.name.clone()))), slug)
        } else {
            (local_text(node, (&key.name, &keys::Takes::Texts), rules, reading), None)
        };
        let name = name.filter(|name| name.all().any(|text| !text.trim().is_empty()));
        if name.is_none() && node.is_blank() && !matches!(node.value, Value::Null) {
            no_name(key, reading);
        }
        if let Some(first) = name.as_ref().and_then(|name| known.insert(called(name, rules), key)) {
            one_name(first, key, reading);
        }
        names.extend(name.map(|name| (key.name.clone(), name)));
        slugs.extend(slug.map(|slug| (key.name.clone(), slug)));
    }
    let order = order.into_iter().filter(|key| names.contains_key(key)).collect();
    (names, slugs, order)
}

/// What a term is called in the first language of the site.
fn called(name: &LocalText, rules: &Rules) -> Name {
    Name::of(name.get([&rules.default_language]))
}

fn no_name(key: &Key, reading: &mut Reading<'_>) {
    let name = &key.name;
    let message = say!("sau `{name}:` chưa có gì", "nothing stands behind `{name}:`");
    let hint = say!("viết tên của mục này", "write what it is called");
    reading.error(key.span, Code::MissingKey, message, hint);
}

fn one_name(first: &Key, second: &Key, reading: &mut Reading<'_>) {
    let (one, other) = (&first.name, &second.name);
    let message = say!(
        "`{other}` và `{one}` cùng một tên, nên người đọc không phân biệt được",
        "`{other}` and `{one}` have one name, so readers cannot tell them apart"
    );
    let hint = say!(
        "nếu là một, xoá một mục; nếu là hai, viết tên cho khác nhau",
        "if they are one, delete one of them; if they are two, let their names differ"
    );
    reading.tell(second.span, Diagnostic::warning(Code::AmbiguousName, message).hint(hint));
}

/// Whether a term has keys of its own: else it is a name, perhaps one for each language.
fn has_keys(node: &Node) -> bool {
    match &node.value {
        Value::Map(entries) => entries.iter().any(|(key, _)| KEYS.contains(&key.name.as_str())),
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::List(_)
        | Value::Unknown => false,
    }
}

fn title_and_slug(
    fields: &mut Fields<'_>,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> (Option<LocalText>, Option<LocalText>) {
    let mut text = |key: &str| fields.local_text(key, rules, reading);
    (text("title"), text("slug"))
}
