//! What is left of YAML that cannot be read as a whole.
//!
//! The entry with the slip is taken away and the others are read: so several slips are told at
//! once, and of what they stand in nothing is said but that.

use std::ops::Range;

use serde_yaml::Error;

use crate::diagnostics::Span;
use crate::sources::nfc;
use crate::yaml::{Key, Node, Reading, Value, lines, parse, syntax};

/// How many slips are looked for; whoever makes more writes no YAML.
const MOST: usize = 8;

/// Reads the entries that can be read, and says what is wrong with the others. Nothing comes
/// out, and only the first slip is told, where it is none of one entry.
pub(super) fn read(reading: &mut Reading<'_>, part: Range<usize>, error: Error) -> Option<Node> {
    let mut yaml = reading.text[part.clone()].to_owned();
    let first = syntax::explain(reading, (&yaml, part.start), &error);
    let (mut faults, mut lost) = (vec![first.clone()], Vec::new());
    let mut slip = first;
    let node = loop {
        let entry = Some(slip.at.start).filter(|_| slip.is_of_one_entry);
        let Some(entry) = entry.and_then(|at| entry_around(&yaml, at)) else { break None };
        let line = yaml[entry.clone()].lines().next().unwrap_or_default();
        let key = line.split(lines::SEPARATORS).next().unwrap_or_default();
        let name = nfc(key.trim());
        let span = Span::from(part.start + entry.start..part.start + entry.start + key.len());
        lost.push((Key { name, span }, Node { value: Value::Unknown, span }));
        blank(&mut yaml, entry);
        match parse(&yaml, part.start) {
            Ok(node) => break Some(node),
            Err(_) if faults.len() >= MOST => break None,
            Err(error) => slip = syntax::explain(reading, (&yaml, part.start), &error),
        }
        faults.push(slip.clone());
    };
    let node = node.and_then(|node| with(node, lost));
    if node.is_none() {
        faults.truncate(1);
    }
    reading.diagnostics.extend(faults.into_iter().map(|slip| slip.told));
    node
}

/// The mapping with the keys of which nobody knows what they hold.
fn with(node: Node, mut lost: Vec<(Key, Node)>) -> Option<Node> {
    let mut entries = match node.value {
        Value::Map(entries) => entries,
        Value::Null => Vec::new(),
        Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Unknown => {
            return None;
        }
    };
    // Of a key that is written twice the first is kept.
    lost.retain(|(key, _)| !entries.iter().any(|(other, _)| other.name == key.name));
    entries.extend(lost);
    entries.sort_by_key(|(key, _)| key.span.start);
    Some(Node { value: Value::Map(entries), span: node.span })
}

/// The lines from the last key at the left edge to the next one.
fn entry_around(yaml: &str, at: usize) -> Option<Range<usize>> {
    let is_left = |line: &&lines::Line<'_>| line.start == line.range.start;
    let all = lines::lines(yaml);
    let mut edges = all.iter().filter(is_left).map(|line| line.range.start);
    let start = edges.clone().take_while(|edge| *edge <= at).last()?;
    let end = edges.find(|edge| *edge > at).unwrap_or(yaml.len());
    (start < end).then_some(start..end)
}

/// Spaces in place of a stretch, so that every place stays.
fn blank(yaml: &mut String, stretch: Range<usize>) {
    let spaces: String =
        yaml[stretch.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    yaml.replace_range(stretch, &spaces);
}
