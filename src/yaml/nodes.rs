//! One typed value out of one node.

use crate::diagnostics::{Code, Say, did_you_mean, nearest, say};
use crate::yaml::{Marked, Node, Reading, Value};

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
    let known = words.iter().map(|(word, _)| *word);
    let hint = did_you_mean(&written, known.clone());
    reading.error(node.span, Code::BadValue, message, hint);
    // The slip is told; all that hangs on the word goes by what is meant.
    nearest(&written, known).and_then(value_of).map(|(_, value)| *value)
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
        "viết mỗi mục trên một dòng bắt đầu bằng `- `",
        "write each item on a line that begins with `- `"
    );
    reading.error(node.span, Code::WrongType, message, hint);
    None
}

/// The text of a node that must be one.
pub fn text_of(node: &Node, name: &str, reading: &mut Reading<'_>) -> Option<Marked<String>> {
    let (kind, hint) = match &node.value {
        Value::Text(text) => {
            return Some(Marked { value: text.trim_end_matches('\n').to_owned(), span: node.span });
        }
        Value::Number(raw) => return Some(Marked { value: raw.clone(), span: node.span }),
        Value::Null | Value::Unknown => return None,
        Value::Bool(_) => (
            say!("có/không", "a yes or no"),
            say!("đặt chữ trong ngoặc kép", "put the word in quotation marks"),
        ),
        Value::List(_) => (say!("một danh sách", "a list"), one_text()),
        Value::Map(_) => (
            say!("một nhóm mục", "a mapping"),
            say!(
                "nếu giá trị có dấu hai chấm hoặc dấu ngoặc, đặt nó trong ngoặc kép",
                "if the text holds a colon or braces, put it in quotation marks"
            ),
        ),
    };
    let message = Say {
        vi: format!("`{name}` phải là chữ, ở đây là {}", kind.vi),
        en: format!("`{name}` must be a text, here it is {}", kind.en),
    };
    reading.error(node.span, Code::WrongType, message, hint);
    None
}

fn one_text() -> Say {
    say!(
        "viết một giá trị trên cùng dòng, không có dấu `-`",
        "write one value on the same line, without `-`"
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
            reading.error(node.span, Code::BadDate, message, hint);
            None
        }
    }
}

/// Says that a mapping is wanted.
pub(super) fn not_a_mapping(node: &Node, reading: &mut Reading<'_>) {
    let message =
        say!("chỗ này cần các dòng `tên: giá trị`", "lines of `name: value` are wanted here");
    let hint = say!(
        "viết mỗi mục trên một dòng, có dấu cách sau dấu hai chấm: `title: Tin mới`",
        "write one entry a line with a space after the colon: `title: News`"
    );
    reading.error(node.span, Code::WrongType, message, hint);
}

impl Node {
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
