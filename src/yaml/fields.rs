//! Typed values out of a mapping, every fault told with its place.
//!
//! A room asks for each key it knows by name; [`Fields::finish`] then says which
//! keys no one asked for, and which known key was probably meant.

use std::collections::BTreeMap;

use jiff::civil::Time;

use crate::diagnostics::{Code, Span, say};
use crate::keys;
use crate::yaml::nodes::{items_of, parsed, text_of, word_of};
use crate::yaml::values::{Moment, time_of_day};
use crate::yaml::{Key, Marked, Node, Reading, Value, told, words};

/// The entries of one mapping, some of them not asked for yet.
pub struct Fields<'n> {
    pub(super) keys: &'static [keys::Key],
    pub(super) entries: Vec<Entry<'n>>,
    /// Which of the entries has a name.
    by_name: BTreeMap<&'n str, usize>,
    asked: Vec<String>,
    /// Keys that must be there and may be misspelt.
    pub(super) doubtful: Vec<&'static str>,
    span: Span,
    /// Whether all that was written could be read: else nobody knows what is missing.
    pub(super) is_whole: bool,
}

pub(super) struct Entry<'n> {
    pub name: &'n str,
    pub key: &'n Key,
    pub node: &'n Node,
    pub taken: bool,
}

impl<'n> Fields<'n> {
    /// The entries of a node that must be a mapping. `keys` are those of the table that may be
    /// written in it, as far as they are not names of one's own: other spellings of them count.
    pub fn of(
        node: &'n Node,
        keys: &'static [keys::Key],
        reading: &mut Reading<'_>,
    ) -> Option<Fields<'n>> {
        let written: &'n [(Key, Node)] = match &node.value {
            Value::Map(entries) => entries,
            // Nothing but comments: no keys as yet.
            Value::Null => &[],
            Value::Unknown => return None,
            Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => {
                told::no_mapping(node, reading);
                return None;
            }
        };
        let (mut entries, mut by_name) = (Vec::<Entry<'n>>::new(), BTreeMap::new());
        let is_whole = !written.iter().any(|(_, node)| matches!(node.value, Value::Unknown));
        for (key, node) in written {
            let meant = keys.iter().find(|own| own.aliases.contains(&key.name.as_str()));
            let name = meant.map_or(key.name.as_str(), |own| own.name);
            match by_name.get(name).and_then(|first: &usize| entries.get(*first)) {
                Some(first) => told::same_key(first.key, key, reading),
                None => {
                    by_name.insert(name, entries.len());
                    entries.push(Entry { name, key, node, taken: false });
                }
            }
        }
        let (asked, doubtful) = (Vec::new(), Vec::new());
        Some(Fields { keys, entries, by_name, asked, doubtful, span: node.span, is_whole })
    }

    /// Where the mapping begins.
    pub fn span(&self) -> Span {
        self.entries.first().map_or(self.span, |entry| entry.key.span)
    }

    /// The value of a key. A key with nothing behind it counts as not written, and so do quotation
    /// marks with nothing between them where no text is wanted.
    pub fn take(&mut self, name: &str) -> Option<&'n Node> {
        self.asked.push(name.to_owned());
        let is_text = self.takes(name).may_be_empty();
        let at = self.by_name.get(name)?;
        let entry = self.entries.get_mut(*at)?;
        entry.taken = true;
        let is_nothing = match &entry.node.value {
            Value::Null | Value::Unknown => true,
            Value::Text(text) => !is_text && text.trim().is_empty(),
            Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Map(_) => false,
        };
        (!is_nothing).then_some(entry.node)
    }

    /// The keys that no one has asked for yet, as taken from here on.
    pub fn rest(&mut self) -> Vec<(&'n Key, &'n Node)> {
        let open = self.entries.iter_mut().filter(|entry| !entry.taken);
        open.map(|entry| {
            entry.taken = true;
            (entry.key, entry.node)
        })
        .collect()
    }

    /// Whether all that was written could be read.
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Where a key stands that no one has asked for so far.
    pub fn key_of(&self, name: &str) -> Option<Span> {
        self.entry(name).filter(|entry| !entry.taken).map(|entry| entry.key.span)
    }

    /// What the table says of a key; whatever one likes for one that is not in it.
    pub fn takes(&self, name: &str) -> &'static keys::Takes {
        let key = self.keys.iter().find(|key| key.name == name);
        key.map_or(&keys::Takes::Anything, |key| &key.takes)
    }

    /// A text. Numbers are taken as they are written.
    pub fn text(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<String> {
        self.marked_text(name, reading).map(|text| text.value)
    }

    /// A text and where it stands.
    pub fn marked_text(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<Marked<String>> {
        let node = self.take(name)?;
        text_of(node, name, reading)
    }

    /// A text that must be there; empty if it is not.
    pub fn required_text(&mut self, name: &'static str, reading: &mut Reading<'_>) -> String {
        let before = reading.diagnostics.len();
        let text = self.text(name, reading).filter(|text| !text.trim().is_empty());
        text.unwrap_or_else(|| {
            if reading.diagnostics.len() == before {
                self.missing(name, reading);
            }
            String::new()
        })
    }

    /// A list of texts; one text alone is a list of one.
    pub fn texts(&mut self, name: &str, reading: &mut Reading<'_>) -> Vec<Marked<String>> {
        let Some(node) = self.take(name) else { return Vec::new() };
        match &node.value {
            Value::List(items) => {
                items.iter().filter_map(|item| text_of(item, name, reading)).collect()
            }
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Map(_)
            | Value::Unknown => text_of(node, name, reading).into_iter().collect(),
        }
    }

    /// A list of names. One text with commas is several of them, which want brackets.
    pub fn names(&mut self, name: &str, reading: &mut Reading<'_>) -> Vec<Marked<String>> {
        let is_list = self.take(name).is_some_and(|node| matches!(node.value, Value::List(_)));
        let written = self.texts(name, reading).into_iter();
        let written = written.filter(|text| is_list || !text.value.trim().is_empty());
        let names = written.flat_map(|text| told::several(text, name, is_list, reading));
        let names: Vec<Marked<String>> = names.collect();
        told::twice(&names, name, reading);
        names
    }

    /// The items of a list.
    pub fn items(&mut self, name: &str, reading: &mut Reading<'_>) -> &'n [Node] {
        self.take(name).and_then(|node| items_of(node, name, reading)).unwrap_or_default()
    }

    /// `true` or `false`.
    pub fn flag(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<bool> {
        let node = self.take(name)?;
        if let Value::Bool(value) = node.value {
            return Some(value);
        }
        told::no_flag(node, name, reading);
        None
    }

    /// A whole number.
    pub fn integer(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<i64> {
        let node = self.take(name)?;
        if let Value::Number(raw) = &node.value
            && let Ok(value) = raw.parse()
        {
            return Some(value);
        }
        told::no_number(node, name, reading)
    }

    /// A whole number that counts something: at least 1.
    pub fn count(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<usize> {
        let value = self.integer(name, reading)?;
        let span = self.entry(name)?.node.span;
        let count = usize::try_from(value).ok().filter(|count| *count > 0);
        if count.is_none() {
            let message = say!(
                "`{name}` là `{value}`, phải từ 1 trở lên",
                "`{name}` is `{value}`, it must be 1 or more"
            );
            let hint = say!("viết một số như `10`", "write a number such as `10`");
            reading.error(span, Code::BadValue, message, hint);
        }
        count
    }

    /// A day, or a day and a time of day.
    pub fn moment(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<Marked<Moment>> {
        let node = self.take(name)?;
        parsed(node, Moment::parse, reading)
    }

    /// A day or time in a list of them, or one alone.
    pub fn moments(&mut self, name: &str, reading: &mut Reading<'_>) -> Vec<Marked<Moment>> {
        let Some(node) = self.take(name) else { return Vec::new() };
        let items =
            if let Value::List(items) = &node.value { items.iter().collect() } else { vec![node] };
        items.into_iter().filter_map(|item| parsed(item, Moment::parse, reading)).collect()
    }

    /// A time of day, such as `7:30` or `7h30`.
    pub fn time_of_day(&mut self, name: &str, reading: &mut Reading<'_>) -> Option<Marked<Time>> {
        let node = self.take(name)?;
        parsed(node, time_of_day, reading)
    }

    /// One word of a fixed set.
    pub fn word<T: Copy>(
        &mut self,
        name: &str,
        words: &[(&'static str, T)],
        reading: &mut Reading<'_>,
    ) -> Option<T> {
        let node = self.take(name)?;
        word_of(node, name, words, reading)
    }

    /// Ends the reading of this mapping: says which keys no one asked for.
    pub fn finish(self, reading: &mut Reading<'_>) {
        for name in self.doubtful.iter().filter(|name| !self.is_misspelt(name)) {
            self.tell_missing(name, reading);
        }
        self.tell_alone(reading);
        let is_read = |entry: &&Entry<'_>| !matches!(entry.node.value, Value::Unknown);
        let mut names = None;
        let mut above: Option<&Entry<'_>> = None;
        for entry in &self.entries {
            let empty = above.filter(|above| matches!(above.node.value, Value::Null));
            above = Some(entry);
            let is_told = |empty: &Entry<'_>, reading: &mut Reading<'_>| {
                told::below_empty(entry.key, empty.key, reading)
            };
            if entry.taken || !is_read(&entry) || empty.is_some_and(|own| is_told(own, reading)) {
                continue;
            }
            let names = names.get_or_insert_with(|| {
                words::Names::of(self.keys, &self.asked, |name| self.written(name))
            });
            words::tell_unknown((entry.key, entry.node), names, reading);
        }
    }

    /// Where a key stands that was asked for.
    fn written(&self, name: &str) -> Option<Span> {
        self.entry(name).filter(|entry| entry.taken).map(|entry| entry.key.span)
    }

    pub(super) fn entry(&self, name: &str) -> Option<&Entry<'n>> {
        self.by_name.get(name).and_then(|at| self.entries.get(*at))
    }
}
