//! One typed value out of one node.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Weekday;
use serde::Serialize;

use crate::diagnostics::{Code, Diagnostic, Fix, Say, Span, one_of, say};
use crate::locale::written::weekday_name;
use crate::yaml::quoted::quoted;
use crate::yaml::{Key, Moment, Node, Reading, Value, choices, days};

/// A value and where it was written, for rooms that may find fault with it later.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Marked<T> {
    /// What was written.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// One word of a fixed set out of a node.
pub fn word_of<T: Copy>(
    node: &Node,
    name: &str,
    words: &[(&'static str, T)],
    reading: &mut Reading<'_>,
) -> Option<T> {
    if matches!(node.value, Value::Unknown) {
        return None;
    }
    let written = node.written();
    let value_of = |wanted: &str| words.iter().find(|(word, _)| *word == wanted);
    if let Some((_, value)) = value_of(&written) {
        return Some(*value);
    }
    let message = say!("`{name}` không thể là `{written}`", "`{name}` cannot be `{written}`");
    let known: Vec<&'static str> = words.iter().map(|(word, _)| *word).collect();
    let (meant, hint) = choices::meant(&written, &known);
    let fault = Diagnostic::error(Code::BadValue, message).hint(hint);
    let fix = meant.map(|(word, is_sure)| node.becomes(word, is_sure));
    reading.tell(node.span, Diagnostic { fix, ..fault });
    // The slip is told; all that hangs on the word goes by what is meant.
    meant.and_then(|(word, _)| value_of(word)).map(|(_, value)| *value)
}

/// The items of a node that must be a list.
pub fn items_of<'n>(node: &'n Node, name: &str, reading: &mut Reading<'_>) -> Option<&'n [Node]> {
    match &node.value {
        Value::List(items) => return Some(items),
        Value::Unknown => return None,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Map(_) => {}
    }
    let message = say!("`{name}` phải là một danh sách", "`{name}` must be a list");
    let hint = say!(
        "viết mỗi giá trị trên một dòng bắt đầu bằng `- `",
        "write each item on a line that begins with `- `"
    );
    let fault = Diagnostic::error(Code::WrongType, message).hint(hint);
    let fix = as_item(node, reading);
    reading.tell(node.span, Diagnostic { fix, ..fault });
    None
}

/// The keys of one item, as an item of a list.
fn as_item(node: &Node, reading: &Reading<'_>) -> Option<Fix> {
    let Value::Map(entries) = &node.value else { return None };
    let (first, _) = entries.first()?;
    let start = first.span.start as usize;
    let rest = reading.text.get(start..)?;
    // Between braces the lines say nothing of where it ends.
    let line = reading.text[..start].rsplit('\n').next().unwrap_or_default();
    if !line.trim().is_empty() {
        return None;
    }
    let lines = rest.split_inclusive('\n').enumerate();
    let own = lines.take_while(|(at, own)| {
        *at == 0
            || own.starts_with(&format!("{line} "))
            || own.starts_with(line) && !line.is_empty()
    });
    let written = rest.get(..own.map(|(_, own)| own.len()).sum())?.trim_end();
    let item = format!("- {}", written.replace('\n', "\n  "));
    Some(Fix::likely(start..start + written.len(), item))
}

/// The text of a node that must be one.
pub fn text_of(node: &Node, name: &str, reading: &mut Reading<'_>) -> Option<Marked<String>> {
    let (kind, hint, fix) = match &node.value {
        Value::Text(text) => {
            return Some(Marked { value: text.trim_end_matches('\n').to_owned(), span: node.span });
        }
        Value::Number(raw) => return Some(Marked { value: raw.clone(), span: node.span }),
        Value::Null | Value::Unknown => return None,
        Value::Bool(_) => {
            let text = quoted(&node.written());
            let hint =
                say!("đặt chữ trong dấu nháy: {text}", "put the word in quotation marks: {text}");
            (say!("có/không", "a yes or no"), hint, Some(node.becomes(&text, false)))
        }
        Value::List(_) => (say!("một danh sách", "a list"), one_text(), None),
        Value::Map(_) => (
            say!("một nhóm mục", "a mapping"),
            say!(
                "nếu giá trị có dấu hai chấm hoặc dấu ngoặc, đặt nó trong dấu nháy",
                "if the text holds a colon or braces, put it in quotation marks"
            ),
            None,
        ),
    };
    let message = Say {
        vi: format!("`{name}` phải là chữ, ở đây là {}", kind.vi),
        en: format!("`{name}` must be a text, here it is {}", kind.en),
    };
    let fault = Diagnostic::error(Code::WrongType, message).hint(hint);
    reading.tell(node.span, Diagnostic { fix, ..fault });
    None
}

fn one_text() -> Say {
    say!(
        "viết một giá trị trên cùng dòng, không có dấu `-`; nếu chữ bắt đầu bằng `[`, đặt cả câu trong dấu nháy",
        "write one value on the same line, without `-`; if the text begins with `[`, put it in quotation marks"
    )
}

/// A value that is written as text and parsed; what cannot be is said with its cure.
pub(super) fn parsed<T>(
    node: &Node,
    parse: fn(&str) -> Result<T, (Say, Say)>,
    reading: &mut Reading<'_>,
) -> Option<Marked<T>> {
    if matches!(node.value, Value::Unknown) {
        return None;
    }
    match parse(&node.written()) {
        Ok(value) => Some(Marked { value, span: node.span }),
        Err((message, hint)) => {
            let written = node.written();
            let weekday = days::weekday_in(&written);
            let (weekday, day) = weekday.map_or((None, written), |(own, day)| (Some(own), day));
            let own = weekday.map(|_| day.clone());
            let days = own.into_iter().chain(days::meant(&day));
            let meant = days.filter_map(|day| Some((parse(&day).ok()?, day))).next();
            let weekday = weekday.zip(meant.as_ref());
            let message = weekday.map_or(message, |(own, (_, day))| with_weekday(own, day));
            let fault = Diagnostic::error(Code::BadDate, message);
            let fault = match &meant {
                Some((_, day)) => {
                    let hint = one_of([day.as_str()].into_iter());
                    fault.hint(hint).fix(node.becomes(day, false))
                }
                None => fault.hint(hint),
            };
            reading.tell(node.span, fault);
            meant.map(|(value, _)| Marked { value, span: node.span })
        }
    }
}

/// What is said of a day of the week that stands in a day.
fn with_weekday(weekday: Weekday, day: &str) -> Say {
    let zone = jiff::tz::TimeZone::UTC;
    let real = Moment::parse(day).ok().map(|moment| moment.day(&zone).weekday());
    match real.filter(|real| *real != weekday) {
        Some(real) => {
            let ((vi, en), (wrong, other)) = (weekday_name(real), weekday_name(weekday));
            say!("`{day}` là {vi}, không phải {wrong}", "`{day}` is a {en}, not a {other}")
        }
        None => {
            say!("ở đây chỉ viết ngày, không viết thứ", "a day of the week does not belong here")
        }
    }
}

impl Node {
    /// The text, or the number as it is written; nothing of any other value.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(text) => Some(text),
            Value::Null | Value::Bool(_) | Value::List(_) | Value::Map(_) | Value::Unknown => None,
        }
    }

    /// Whether nothing was written: no value, an empty text, or such a one for each language.
    pub fn is_blank(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::Map(entries) => {
                !entries.is_empty() && entries.iter().all(|(_, node)| node.is_blank())
            }
            Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Unknown => false,
        }
    }

    /// The value behind a key, if this is a mapping with that key.
    pub fn get(&self, name: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
    }

    /// The same tree with other names for the keys at these places, where the name is free.
    pub(super) fn renamed(&self, names: &BTreeMap<Span, String>) -> Node {
        let value = match &self.value {
            Value::Map(entries) => {
                let taken: BTreeSet<&String> = entries.iter().map(|(key, _)| &key.name).collect();
                let name_of =
                    |key: &Key| names.get(&key.span).filter(|name| !taken.contains(name)).cloned();
                let renamed = |key: &Key| Key {
                    name: name_of(key).unwrap_or_else(|| key.name.clone()),
                    span: key.span,
                };
                let entries = entries.iter().map(|(key, node)| (renamed(key), node.renamed(names)));
                Value::Map(entries.collect())
            }
            Value::List(items) => {
                Value::List(items.iter().map(|item| item.renamed(names)).collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Unknown => {
                self.value.clone()
            }
        };
        Node { value, span: self.span }
    }

    /// Another text in place of this value.
    pub fn becomes(&self, text: &str, is_sure: bool) -> Fix {
        Fix { span: self.span, text: text.to_owned(), is_sure }
    }

    /// The value as one would read it aloud in a message.
    pub fn written(&self) -> String {
        match &self.value {
            Value::Null | Value::Unknown => String::new(),
            Value::Bool(value) => value.to_string(),
            Value::Number(raw) => raw.clone(),
            Value::Text(text) => text.clone(),
            Value::List(_) => "[…]".to_owned(),
            Value::Map(_) => "{…}".to_owned(),
        }
    }
}
