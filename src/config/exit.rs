//! `exit:`: where people go who must leave a sensitive page at once.

use std::collections::BTreeMap;

use crate::content::{LinkTarget, Rules};
use crate::keys;
use crate::locale::LocalText;
use crate::yaml::{Fields, Node, Reading, Value, text_of};

/// Where people go who must leave a sensitive page at once.
#[derive(Clone, Debug)]
pub struct Exit {
    /// A harmless page of another site; the site's own one where it is empty.
    pub url: LocalText,
    /// The page of this site that says how to clear the traces of a visit, written
    /// `@/xoa-dau-vet.md`.
    pub guide: Option<LinkTarget>,
}

impl Default for Exit {
    fn default() -> Exit {
        Exit { url: LocalText::Each(BTreeMap::new()), guide: None }
    }
}

/// Reads `exit:`.
pub(super) fn read(node: Option<&Node>, rules: &Rules, reading: &mut Reading<'_>) -> Exit {
    let fields = node.and_then(|node| Fields::of(node, keys::EXIT, reading));
    let Some(mut fields) = fields else { return Exit::default() };
    fields.take("url").into_iter().for_each(|node| check_addresses(node, reading));
    let url = fields.local_text("url", rules, reading);
    let guide = LinkTarget::of(&mut fields, "guide", reading);
    fields.finish(reading);
    Exit { url: url.unwrap_or_else(|| Exit::default().url), guide }
}

fn check_addresses(node: &Node, reading: &mut Reading<'_>) {
    let each: Vec<&Node> = match &node.value {
        Value::Map(entries) => entries.iter().map(|(_, node)| node).collect(),
        Value::Text(_) => vec![node],
        // What is neither is said where the text is read.
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Unknown => {
            Vec::new()
        }
    };
    for node in each {
        if let Some(url) = text_of(node, "url", reading) {
            LinkTarget::read_outside(url, reading);
        }
    }
}
