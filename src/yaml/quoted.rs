//! A text as it can be written behind a key. What is proposed has been read, and is that text.

use crate::yaml::{Value, parse};

/// The text as one writes it behind a key: in those quotation marks that it does not hold.
pub(super) fn quoted(text: &str) -> String {
    let double = format!("\"{text}\"");
    let single = format!("'{}'", text.replace('\'', "''"));
    let escaped = || format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    [double, single].into_iter().find(|own| reads_as(own, text)).unwrap_or_else(escaped)
}

/// The text as one writes it behind a key or between brackets, in quotation marks only where it
/// needs them.
pub fn scalar(text: &str) -> String {
    let is_plain = text.starts_with(char::is_alphanumeric)
        && !text.contains([',', '[', ']', '{', '}', '"', '\''])
        && reads_as(text, text);
    if is_plain { text.to_owned() } else { quoted(text) }
}

/// A value as one may write it, in quotation marks only where it needs them.
pub(super) fn plain_or_quoted(value: &str) -> String {
    let is_plain = value.starts_with(char::is_alphanumeric)
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with(':');
    if is_plain || value.starts_with(['"', '\'', '[', '{', '|', '>']) || value.is_empty() {
        return value.to_owned();
    }
    quoted(value)
}

/// Whether a value that is written so is this very text.
fn reads_as(written: &str, text: &str) -> bool {
    let line = format!("key: {written}");
    let Ok(node) = parse(&line, 0) else { return false };
    let Value::Map(entries) = &node.value else { return false };
    matches!(entries.as_slice(), [(_, node)] if matches!(&node.value, Value::Text(own) if own == text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_is_the_text_that_is_meant() {
        for (text, written) in [
            ("Kế hoạch: năm 2026", "\"Kế hoạch: năm 2026\""),
            ("Tin \"nóng\": hôm nay", "'Tin \"nóng\": hôm nay'"),
            ("Mẫu A\\B: số", "'Mẫu A\\B: số'"),
            ("the unit's \"own\": a", "'the unit''s \"own\": a'"),
        ] {
            assert_eq!(quoted(text), written);
            assert!(reads_as(&quoted(text), text), "{text}");
        }
    }
}
