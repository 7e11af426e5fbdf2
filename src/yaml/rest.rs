//! What is left of YAML that cannot be read as a whole.
//!
//! A slip that can be meant in one way only is taken so, with a warning. Of another one the entry
//! around it is taken away. Then the rest is read: so several slips are told at once, and of what
//! they stand in nothing is said but that.

use std::ops::Range;

use crate::diagnostics::{Diagnostic, Fix, Say, Severity, say};
use crate::sources::nfc;
use crate::yaml::mended::Mended;
use crate::yaml::slips::Fault;
use crate::yaml::syntax::Slip;
use crate::yaml::{Key, Node, Reading, Value, lines, parse, syntax};

/// How many slips are looked for; whoever makes more writes no YAML.
const MOST: usize = 16;

/// What is said so far, and the keys of which nothing is known.
#[derive(Default)]
struct Told {
    faults: Vec<Diagnostic>,
    lost: Vec<(Key, Node)>,
}

/// Reads what can be read, and says what is wrong with the rest. Nothing comes out, and only the
/// first slip that is no warning is told, where it is none of one entry.
pub(super) fn read(reading: &mut Reading<'_>, part: Range<usize>, mut slip: Slip) -> Option<Node> {
    let mut mended = Mended::new(&reading.text[part.clone()]);
    let mut told = Told::default();
    let node = loop {
        let is_meant = slip.fault.fix.as_ref().is_some_and(|fix| fix.is_sure);
        // Its place is that in the text as it is now.
        let fault = tell(reading, (&mended, part.start), &slip.fault);
        let next = if is_meant { take(&mut mended, &slip) } else { None };
        match next {
            Some(result) => {
                told.faults.push(Diagnostic { severity: Severity::Warning, ..fault });
                match result {
                    Ok(node) => break Some(node),
                    Err(next) => slip = next,
                }
            }
            None => {
                let entry = lose(&mended, &slip, part.start);
                told.faults.push(fault);
                let Some((stretch, key)) = entry else { break None };
                told.lost.push(key);
                mended.blank(stretch);
                match parse(&mended.yaml, 0) {
                    Ok(node) => break Some(node),
                    Err(error) => slip = syntax::explain(&mended.yaml, &error),
                }
            }
        }
        if told.faults.len() >= MOST {
            break None;
        }
    };
    let node = node.and_then(|node| with(mended.place(node, part.start), told.lost));
    if node.is_none() {
        give_up(&mut told.faults);
    }
    reading.diagnostics.extend(told.faults);
    node
}

/// Mends a slip, and reads on: nothing comes out, and nothing is changed, if the same slip is
/// still there.
fn take(mended: &mut Mended, slip: &Slip) -> Option<Result<Node, Slip>> {
    let fix = slip.fault.fix.as_ref()?;
    let yaml = fix.apply(&mended.yaml)?;
    let result = match parse(&yaml, 0) {
        Ok(node) => Ok(node),
        Err(error) => {
            let next = syntax::explain(&yaml, &error);
            let is_same = next.fault.message == slip.fault.message
                && next.fault.at.start <= fix.range().start + fix.text.len();
            if is_same {
                return None;
            }
            Err(next)
        }
    };
    mended.make(fix);
    Some(result)
}

/// What to say of a slip, at the place where it is written.
fn tell(reading: &Reading<'_>, (mended, begin): (&Mended, usize), fault: &Fault) -> Diagnostic {
    let Fault { at, code, message, hint, fix } = fault.clone();
    let place = reading.place(mended.span(at, begin));
    let first = syntax::written_before(&mended.yaml, fault);
    let message = match first.map(|first| reading.place(mended.span(first, begin)).line) {
        Some(first) => {
            let (Say { vi, en }, second) = (message, place.line);
            say!("{vi} (dòng {first} và dòng {second})", "{en} (lines {first} and {second})")
        }
        None => message,
    };
    let fix = fix.and_then(|fix| {
        let written = Fix { span: mended.span(fix.range(), begin), ..fix.clone() };
        // What stands there in other letters is not what the cure was made for.
        let is_there = reading.text.get(written.range()) == mended.yaml.get(fix.range());
        is_there.then_some(written)
    });
    let told = Diagnostic::error(code, message).hint(hint).at(place);
    Diagnostic { fix, ..told }
}

/// The entry around a slip: where it is, and its key, of which nobody knows what it holds.
fn lose(mended: &Mended, slip: &Slip, begin: usize) -> Option<(Range<usize>, (Key, Node))> {
    let at = Some(slip.fault.at.start).filter(|_| slip.is_of_one_entry)?;
    let entry = entry_around(&mended.yaml, at)?;
    let line = mended.yaml[entry.clone()].lines().next().unwrap_or_default();
    let key = line.split(lines::SEPARATORS).next().unwrap_or_default();
    let name = nfc(key.trim());
    let span = mended.span(entry.start..entry.start + key.len(), begin);
    Some((entry, (Key { name, span }, Node { value: Value::Unknown, span })))
}

/// Keeps what is said up to the first error.
fn give_up(faults: &mut Vec<Diagnostic>) {
    let first = faults.iter().position(|fault| fault.severity == Severity::Error);
    match first {
        Some(first) => faults.truncate(first + 1),
        // All that was mended was not enough: the first of it stops the reading.
        None => {
            faults.truncate(1);
            faults.iter_mut().for_each(|fault| fault.severity = Severity::Error);
        }
    }
}

/// The mapping with the keys of which nobody knows what they hold.
fn with(node: Node, mut lost: Vec<(Key, Node)>) -> Option<Node> {
    if lost.is_empty() {
        return Some(node);
    }
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
