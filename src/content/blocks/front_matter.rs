//! The blocks of the front matter: the texts that are translated, and the dates and numbers
//! that must be the same in every language.

use crate::content::blocks::{Block, Mark, Role};
use crate::content::{Language, facts};
use crate::diagnostics::Span;
use crate::yaml::{Node, Value};

/// Keys, at any depth, whose texts are translated.
pub(in crate::content) const TEXTS: &[&str] = &[
    "title",
    "description",
    "summary",
    "image_alt",
    "theme",
    "slogans",
    "body",
    "targets",
    "type",
    "name",
    "venue",
    "contact",
    "audience",
    "level",
    "duration",
    "access",
    "cost",
    "bring",
];

/// Keys, at any depth, whose values every language writes alike.
const VALUES: &[&str] = &[
    "number",
    "issued_on",
    "date",
    "end_date",
    "starts",
    "ends",
    "due",
    "period",
    "until",
    "except",
    "moved_from",
    "previous_date",
    "task",
    "register",
    "instead",
];

/// Keys of a page that are its own in each language, or name something else in the site.
const OWN: &[&str] =
    &["date", "type", "extra", "cascade", "aliases", "path", "slug", "template", "weight"];

/// The blocks of a front matter, in the order of the file.
pub(in crate::content) fn of_front_matter(
    node: &Node,
    text: &str,
    language: &Language,
) -> Vec<Block> {
    let mut walk = Walk { text, language, blocks: Vec::new() };
    if let Value::Map(entries) = &node.value {
        for (key, node) in entries.iter().filter(|(key, _)| !OWN.contains(&key.name.as_str())) {
            // What Hugo calls `lead` is the summary here; in a task it is an agency.
            let name = if key.name == "lead" { "summary" } else { &key.name };
            walk.entry(name, node);
        }
    }
    walk.blocks
}

struct Walk<'t> {
    text: &'t str,
    language: &'t Language,
    blocks: Vec<Block>,
}

impl Walk<'_> {
    fn entry(&mut self, key: &str, node: &Node) {
        match &node.value {
            Value::Map(entries) => {
                for (key, node) in entries {
                    self.entry(&key.name, node);
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.entry(key, item)),
            Value::Text(written) => self.scalar(key, written, node.span),
            Value::Number(written) => self.scalar(key, written, node.span),
            Value::Null | Value::Bool(_) | Value::Unknown => {}
        }
    }

    fn scalar(&mut self, key: &str, written: &str, span: Span) {
        let find = |keys: &[&'static str]| keys.iter().copied().find(|known| *known == key);
        if let Some(key) = find(TEXTS) {
            for (number, paragraph) in paragraphs(written).enumerate() {
                // Where a paragraph stands inside a folded value is not known.
                let facts = if number == 0 { self.facts(span) } else { Vec::new() };
                self.blocks.push(Block {
                    role: Role::Key(key),
                    span,
                    mark: Some(Mark::of(paragraph)),
                    facts,
                    written: Some(paragraph.into()),
                });
            }
        } else if let Some(key) = find(VALUES) {
            let facts = self.facts(span);
            self.blocks.push(Block {
                role: Role::Key(key),
                span,
                mark: None,
                facts,
                written: None,
            });
        }
    }

    fn facts(&self, span: Span) -> Vec<facts::Fact> {
        facts::read(self.text, span.start as usize..span.end as usize, self.language)
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").filter(|paragraph| paragraph.contains(char::is_alphanumeric))
}
