//! Words that the templates ask for by name and no language file has.
//!
//! A key that is put together when a page is made (`"kind." ~ page.kind`) is only known
//! then; the others are known now, each with its place.

use std::collections::BTreeMap;

use crate::diagnostics::{Code, Diagnostic, Place, did_you_mean, say};
use crate::locale::{Language, Strings};
use crate::theme::Template;

/// Says which words are missing, once for each place that asks for them.
pub(super) fn words(
    templates: &BTreeMap<String, Template>,
    words: &BTreeMap<Language, Strings>,
) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for template in templates.values() {
        for (key, at) in asked(&template.text) {
            let lacking = words.iter().find(|(_, strings)| !strings.texts.contains_key(key));
            let Some((language, strings)) = lacking else { continue };
            let message = say!(
                "giao diện thiếu chữ `{key}` bằng `{language}`",
                "the theme lacks the text `{key}` in `{language}`"
            );
            let hint = did_you_mean(key, strings.texts.keys().map(String::as_str));
            let span = (at..at + key.len()).into();
            let place = Place::within(&template.path, &template.text, span);
            all.push(Diagnostic::error(Code::MissingString, message).hint(hint).at(place));
        }
    }
    all
}

/// The keys written out in calls of `t`, each with its place in the text.
fn asked(text: &str) -> impl Iterator<Item = (&str, usize)> {
    const CALL: &str = "t(key=\"";
    text.match_indices(CALL).filter_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let part_of_a_name = before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        let start = at + CALL.len();
        let end = start + text[start..].find('"')?;
        let goes_on = text[end + 1..].trim_start().starts_with('~');
        (!part_of_a_name && !goes_on).then_some((&text[start..end], start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_that_are_written_out_are_known_beforehand() {
        let text = r#"{{ t(key="a.b") }} {{ t(key="kind." ~ k) }} {{ at(key="x") }} {{ t(key="c", n=1) }}"#;
        let keys: Vec<&str> = asked(text).map(|(key, _)| key).collect();
        assert_eq!(keys, ["a.b", "c"]);
    }
}
