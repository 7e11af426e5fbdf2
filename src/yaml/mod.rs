//! YAML in: a text becomes a tree in which every key and value knows its place.
//!
//! In: the YAML part of a file. Out: a [`Node`], or one diagnostic in plain words.
//! [`Fields`] then reads typed values out of the tree and collects every fault,
//! where serde alone would stop at the first. This is the only room that knows
//! the YAML library.

mod choices;
mod days;
mod depth;
mod fields;
mod flow;
mod lacking;
mod lines;
mod lists;
mod marks;
mod mended;
mod merge;
mod nodes;
mod people;
mod quoted;
mod raw;
mod reading;
mod rest;
mod slips;
mod syntax;
mod told;
mod unseen;
mod values;
mod words;

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use crate::diagnostics::Span;
use crate::sources::nfc;

pub use fields::Fields;
pub use merge::say_unmerged;
pub use nodes::{Marked, items_of, text_of, word_of};
pub use quoted::scalar;
pub use reading::Reading;
pub(crate) use told::say_several;
pub use told::{no_text_in, told_as_text};
pub use unseen::say_unseen;
pub use values::Moment;
pub use words::tell_slips;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands in the file.
    pub span: Span,
}

/// A YAML value. Numbers are kept as they are written, so that `1.10` stays `1.10`.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing was written.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of the file.
    Map(Vec<(Key, Node)>),
    /// Something was written that cannot be read; why was said. Nobody knows what it is, so
    /// nothing more is said of it.
    Unknown,
}

/// A key of a mapping and where it stands.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key, in NFC.
    pub name: String,
    /// Where it stands in the file.
    pub span: Span,
}

impl Node {
    /// The same as plain data in which numbers are the texts that were written.
    pub fn to_texts(&self) -> serde_json::Value {
        match &self.value {
            Value::Number(raw) => raw.as_str().into(),
            Value::List(items) => items.iter().map(Node::to_texts).collect(),
            Value::Map(entries) => entries
                .iter()
                .map(|(key, node)| (key.name.clone(), node.to_texts()))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            Value::Null | Value::Bool(_) | Value::Text(_) | Value::Unknown => self.to_json(),
        }
    }

    /// The value as plain data, for what the program passes on without looking.
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null | Value::Unknown => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(raw) => {
                raw.parse::<serde_json::Number>().map_or_else(|_| raw.as_str().into(), Into::into)
            }
            Value::Text(text) => text.as_str().into(),
            Value::List(items) => items.iter().map(Node::to_json).collect(),
            Value::Map(entries) => entries
                .iter()
                .map(|(key, node)| (key.name.clone(), node.to_json()))
                .collect::<serde_json::Map<_, _>>()
                .into(),
        }
    }
}

/// How many levels deep lists and mappings may nest.
const DEEPEST: usize = 32;

/// Limits that no file written by a person comes near, and that an alias bomb meets at once.
fn options() -> serde_yaml::Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_events: 200_000,
            max_aliases: 100,
            max_anchors: 100,
            max_depth: DEEPEST,
            max_nodes: 100_000,
            max_documents: 1,
            max_total_scalar_bytes: 4 * 1024 * 1024,
        },
        alias_limits: serde_yaml::alias_limits! {
            max_total_replayed_events: 10_000,
            max_replay_stack_depth: 8,
        },
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// Reads YAML that begins at `offset` of its file.
fn parse(yaml: &str, offset: usize) -> Result<Node, serde_yaml::Error> {
    let tree: Spanned<Tree> = serde_yaml::from_str_with_options(yaml, options())?;
    Ok(Placing { yaml, offset }.node(tree))
}

/// The tree as the library gives it: places inside the YAML part, numbers without their spelling.
enum Tree {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Spanned<Tree>>),
    Map(Vec<(Spanned<String>, Spanned<Tree>)>),
}

struct Placing<'a> {
    yaml: &'a str,
    offset: usize,
}

impl Placing<'_> {
    fn node(&self, tree: Spanned<Tree>) -> Node {
        let range = self.range(&tree.referenced, self.yaml.len());
        let span = Span::from(range.start + self.offset..range.end + self.offset);
        let value = match tree.value {
            Tree::Null => Value::Null,
            Tree::Bool(value) => Value::Bool(value),
            Tree::Number => {
                // An alias stands where it is used, its number where it was written.
                let written = self.range(&tree.defined, self.yaml.len());
                Value::Number(self.yaml[written].trim().to_owned())
            }
            Tree::Text(text) => Value::Text(nfc(&text)),
            Tree::List(items) => {
                Value::List(items.into_iter().map(|item| self.node(item)).collect())
            }
            Tree::Map(entries) => Value::Map(
                entries.into_iter().map(|(key, node)| (self.key(key), self.node(node))).collect(),
            ),
        };
        Node { value, span }
    }

    fn key(&self, key: Spanned<String>) -> Key {
        let range = self.range(&key.referenced, self.yaml.len());
        let span = Span::from(range.start + self.offset..range.end + self.offset);
        Key { name: nfc(&key.value), span }
    }

    fn range(&self, location: &serde_yaml::Location, end: usize) -> Range<usize> {
        let span = location.span();
        let narrow = |at: Option<u64>| at.and_then(|at| usize::try_from(at).ok());
        let start = narrow(span.byte_offset()).unwrap_or(0).min(end);
        let len = narrow(span.byte_len()).unwrap_or(0);
        let end = (start + len).min(end);
        self.yaml.floor_char_boundary(start)..self.yaml.floor_char_boundary(end)
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Tree::Map(map))
    }
}
