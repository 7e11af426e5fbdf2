//! The texts of a front matter that readers see.

use crate::content::blocks::TEXTS;
use crate::content::editorial::PlainText;
use crate::diagnostics::Span;
use crate::yaml::{Node, Value};

/// Keys at the top that no reader sees as text.
const OTHERS: &[&str] = &["type", "extra", "cascade", "level"];

/// Adds the texts of a front matter to those of the body.
pub(super) fn add_texts(node: &Node, plain: &mut PlainText, file: &str) {
    each_text(node, &mut |key, text, span| {
        let (start, end) = (span.start as usize, span.end as usize);
        if TEXTS.contains(&key) && span.cell().is_none() && start <= end {
            plain.push_value(text, start..end, file);
        }
    });
}

/// Calls `visit` with each text and number at any depth, the last key above it, and its place.
pub(in crate::content) fn each_text(node: &Node, visit: &mut impl FnMut(&str, &str, Span)) {
    let Value::Map(entries) = &node.value else { return };
    for (key, node) in entries.iter().filter(|(key, _)| !OTHERS.contains(&key.name.as_str())) {
        let name = if key.name == "lead" { "summary" } else { &key.name };
        walk(name, node, visit);
    }
}

fn walk(key: &str, node: &Node, visit: &mut impl FnMut(&str, &str, Span)) {
    match &node.value {
        Value::Map(entries) => {
            entries.iter().for_each(|(key, node)| walk(&key.name, node, visit));
        }
        Value::List(items) => items.iter().for_each(|item| walk(key, item, visit)),
        Value::Text(text) | Value::Number(text) => visit(key, text, node.span),
        Value::Null | Value::Bool(_) | Value::Unknown => {}
    }
}
