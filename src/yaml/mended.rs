//! A text that is read as it was meant, and where each part of it stands as it is written.

use std::ops::Range;

use crate::diagnostics::{Fix, Span};
use crate::locale::same_ends;
use crate::yaml::{Key, Node, Value};

/// YAML with the slips in it mended as far as they were met.
pub(super) struct Mended {
    /// The text as it is read.
    pub yaml: String,
    /// What was changed: where, how long it was and how long it became.
    changes: Vec<(usize, usize, usize)>,
}

impl Mended {
    /// A text in which nothing is changed yet.
    pub(super) fn new(yaml: &str) -> Mended {
        Mended { yaml: yaml.to_owned(), changes: Vec::new() }
    }

    /// Makes a change; not if it is none of this text.
    pub(super) fn make(&mut self, fix: &Fix) {
        if let Some(yaml) = fix.apply(&self.yaml) {
            self.changes.extend(changes(fix, &self.yaml[fix.range()]));
            self.yaml = yaml;
        }
    }

    /// Takes a stretch away: spaces stand in its place, so that every place stays.
    pub(super) fn blank(&mut self, stretch: Range<usize>) {
        let bytes = self.yaml[stretch.clone()].bytes();
        let spaces: String = bytes.map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        self.yaml.replace_range(stretch, &spaces);
    }

    /// Where a place stood before all changes. Within a change it is the end of what was there.
    pub(super) fn written(&self, at: usize) -> usize {
        let back = |at: usize, (start, before, after): &(usize, usize, usize)| {
            let is_behind = at >= start + after;
            if is_behind { at + before - after } else { at.min(start + before) }
        };
        self.changes.iter().rev().fold(at, back)
    }

    /// The same for a stretch of the text, as a stretch of a file in which the text begins there.
    pub(super) fn span(&self, stretch: Range<usize>, begin: usize) -> Span {
        let (start, end) = (self.written(stretch.start), self.written(stretch.end));
        Span::from(begin + start..begin + end.max(start))
    }

    /// The tree with the places of the file, in which the text begins at an offset.
    pub(super) fn place(&self, node: Node, begin: usize) -> Node {
        let written = |span: Span| {
            let (start, end) = (span.start as usize, span.end as usize);
            self.span(start..end, begin)
        };
        placed(node, &written)
    }
}

/// The changes that a cure makes of what stood there: what stays as it is keeps its place, also
/// between quotation marks.
fn changes(fix: &Fix, before: &str) -> Vec<(usize, usize, usize)> {
    let (start, len, new) = (fix.range().start, before.len(), fix.text.len());
    if let Some(first) = fix.text.find(before) {
        return vec![(start, 0, first), (start + first + len, 0, new - first - len)];
    }
    let (first, last) = same_ends(before, &fix.text);
    vec![(start + first, len - first - last, new - first - last)]
}

fn placed(node: Node, span: &impl Fn(Span) -> Span) -> Node {
    let value = match node.value {
        Value::List(items) => {
            Value::List(items.into_iter().map(|item| placed(item, span)).collect())
        }
        Value::Map(entries) => {
            let entry = |(key, node): (Key, Node)| {
                (Key { span: span(key.span), ..key }, placed(node, span))
            };
            Value::Map(entries.into_iter().map(entry).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Unknown => {
            node.value
        }
    };
    Node { value, span: span(node.span) }
}

/// The tree, of which nobody knows what stands where a slip was told. `slips` are the bytes at
/// which they begin.
pub(super) fn without(node: Node, slips: &[u32], text: &str) -> Node {
    let end_of_line = |at: u32| {
        let at = at as usize;
        let rest = text.get(at..).unwrap_or_default();
        u32::try_from(at + rest.find('\n').unwrap_or(rest.len())).unwrap_or(u32::MAX)
    };
    let is_told = |span: Span| slips.iter().any(|slip| (span.start..=span.end).contains(slip));
    let is_lost = |node: &Node, (from, to): (u32, u32)| {
        let to = to.max(node.span.end);
        let is_plain = matches!(node.value, Value::Null | Value::Text(_) | Value::Number(_));
        is_plain && slips.iter().any(|slip| (from..=to).contains(slip))
    };
    let value = match node.value {
        Value::List(items) => {
            let item = |item: Node| match is_lost(&item, (item.span.start, item.span.end)) {
                true => Node { value: Value::Unknown, ..item },
                false => without(item, slips, text),
            };
            Value::List(items.into_iter().map(item).collect())
        }
        Value::Map(entries) => {
            let entry = |(key, node): (Key, Node)| {
                let line = (key.span.end, end_of_line(key.span.end));
                let is_flow = is_told(key.span);
                match is_flow || (is_lost(&node, line) && is_own(&node, text, line)) {
                    true => (key, Node { value: Value::Unknown, ..node }),
                    false => (key, without(node, slips, text)),
                }
            };
            Value::Map(entries.into_iter().map(entry).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Unknown => {
            node.value
        }
    };
    Node { value, span: node.span }
}

/// Whether the rest of the line behind a key is all its own: not where it is one of several keys
/// between braces.
fn is_own(node: &Node, text: &str, (from, to): (u32, u32)) -> bool {
    let rest = text.get(from as usize..to as usize).unwrap_or_default();
    !rest.trim_end().ends_with('}') || matches!(node.value, Value::Null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_text_as_it_is_written() {
        let mut mended = Mended::new("title:Tin: mới\ndate:1/1\n");
        mended.make(&Fix::sure(6..6, " "));
        mended.make(&Fix::sure(7..17, "\"Tin: mới\""));
        assert_eq!(mended.yaml, "title: \"Tin: mới\"\ndate:1/1\n");
        assert_eq!(mended.written("title: \"Tin".len()), "title:Tin".len());
        let date = mended.yaml.find("date").unwrap();
        assert_eq!(mended.written(date), "title:Tin: mới\n".len());
        assert_eq!(mended.written(3), 3);
        assert_eq!(mended.written(date - 1), "title:Tin: mới".len());
        mended.make(&Fix::sure(date + 5..date + 6, " 1"));
        assert_eq!(mended.written(date + 6), "title:Tin: mới\ndate:".len());
    }
}
