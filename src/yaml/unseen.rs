//! Values that hold characters no one sees, written as they are or escaped (`"\x08"`).

use crate::diagnostics::{Code, Diagnostic, Fix, Say, Span, say};
use crate::sources::{is_unseen, unseen, without_unseen};
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

/// Says which values and keys below this one hold such a character. Signs without a width are
/// left out of the values, which are read as they were meant.
pub(super) fn check(mut node: Node, reading: &mut Reading<'_>) -> Node {
    let mut found = Vec::new();
    find(&mut node, &mut found);
    for (span, letter) in found {
        let (message, hint) = say_unseen(letter);
        let fault = match is_unseen(letter) {
            true => Diagnostic::error(Code::YamlSyntax, message),
            false => Diagnostic::warning(Code::UnseenCharacter, message),
        };
        let fix = without(span, reading.text);
        reading.tell(span, Diagnostic { fix, ..fault.hint(hint) });
    }
    node
}

/// What is written there without such characters, if it is not escaped.
fn without(span: Span, text: &str) -> Option<Fix> {
    let stretch = span.start as usize..span.end as usize;
    let written = text.get(stretch.clone())?;
    let kept = without_unseen(written, &unseen(written));
    (kept != written).then(|| Fix::sure(stretch, kept))
}

/// YAML nests no deeper than the reader of it allows.
fn find(node: &mut Node, found: &mut Vec<(Span, char)>) {
    match &mut node.value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Unknown => {}
        Value::Text(text) => {
            let all = unseen(text);
            if !all.iter().any(|(_, letter)| is_unseen(*letter)) && !all.is_empty() {
                *text = without_unseen(text, &all);
            }
            look(&all, node.span, found);
        }
        Value::List(items) => items.iter_mut().for_each(|item| find(item, found)),
        Value::Map(entries) => {
            for (key, value) in entries {
                // A key with a sign without a width is another key, and told as one.
                let mut all = unseen(&key.name);
                all.retain(|(_, letter)| is_unseen(*letter));
                look(&all, key.span, found);
                find(value, found);
            }
        }
    }
}

/// Notes the worst of the characters that were found in a text.
fn look(all: &[(usize, char)], span: Span, found: &mut Vec<(Span, char)>) {
    if found.len() < MOST_TOLD {
        let worst = all.iter().find(|(_, letter)| is_unseen(*letter)).or(all.first());
        found.extend(worst.map(|(_, letter)| (span, *letter)));
    }
}
