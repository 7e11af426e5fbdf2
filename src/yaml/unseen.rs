//! Values that hold characters no one sees, written as they are or escaped (`"\x08"`).

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic, Fix, Say, Span, say};
use crate::sources::unseen;
use crate::yaml::{Node, Reading, Value};

/// The most such values that are told in one file.
const MOST_TOLD: usize = 20;

/// What to say of a character that no one sees.
pub fn say_unseen(letter: char) -> (Say, Say) {
    let number = format!("U+{:04X}", u32::from(letter));
    let message = say!(
        "dòng này có ký tự không nhìn thấy `{number}`",
        "this line holds the invisible character `{number}`"
    );
    let hint = say!(
        "xoá ký tự ở chỗ này; nó thường lọt vào khi sao chép từ nơi khác",
        "delete the character here; such come along with copied text"
    );
    (message, hint)
}

/// Says which values and keys below this one hold such a character.
pub(super) fn check(node: &Node, reading: &mut Reading<'_>) {
    let mut found = Vec::new();
    find(node, &mut found);
    for (span, letter) in found {
        let (message, hint) = say_unseen(letter);
        let fault = Diagnostic::error(Code::YamlSyntax, message).hint(hint);
        let fix = without(span, reading.text);
        reading.tell(span, Diagnostic { fix, ..fault });
    }
}

/// What is written there without such characters, if it is not escaped.
fn without(span: Span, text: &str) -> Option<Fix> {
    let stretch = span.start as usize..span.end as usize;
    let written = text.get(stretch.clone())?;
    let places: BTreeSet<usize> = unseen(written).into_iter().map(|(at, _)| at).collect();
    let kept = written.char_indices().filter(|(at, _)| !places.contains(at));
    let kept: String = kept.map(|(_, letter)| letter).collect();
    (kept != written).then(|| Fix::sure(stretch, kept))
}

/// YAML nests no deeper than the reader of it allows.
fn find(node: &Node, found: &mut Vec<(Span, char)>) {
    match &node.value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Unknown => {}
        Value::Text(text) => look(text, node.span, found),
        Value::List(items) => items.iter().for_each(|item| find(item, found)),
        Value::Map(entries) => {
            for (key, value) in entries {
                look(&key.name, key.span, found);
                find(value, found);
            }
        }
    }
}

fn look(text: &str, span: Span, found: &mut Vec<(Span, char)>) {
    if found.len() < MOST_TOLD {
        found.extend(unseen(text).first().map(|(_, letter)| (span, *letter)));
    }
}
