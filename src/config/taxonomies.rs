//! The taxonomies of `site.yaml`, with their terms.

use std::collections::BTreeMap;

use crate::config::Taxonomy;
use crate::content::{Rules, local_text};
use crate::keys;
use crate::locale::LocalText;
use crate::yaml::{Fields, Node, Reading, Value};

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
        names.extend(name.map(|name| (key.name.clone(), name)));
        slugs.extend(slug.map(|slug| (key.name.clone(), slug)));
    }
    let order = order.into_iter().filter(|key| names.contains_key(key)).collect();
    (names, slugs, order)
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
