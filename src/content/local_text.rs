//! Texts of settings and data, in one language or in several.

use std::collections::BTreeMap;

use crate::content::{Language, Rules};
use crate::diagnostics::{Code, did_you_mean, one_of, say};
use crate::locale::LocalText;
use crate::yaml::{Node, Reading, Value, text_of};

/// A text, or one text per language of the site.
pub(crate) fn local_text(
    node: &Node,
    name: &str,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> Option<LocalText> {
    let Value::Map(entries) = &node.value else {
        return text_of(node, name, reading).map(|text| LocalText::One(text.value));
    };
    let mut texts = BTreeMap::new();
    for (key, node) in entries {
        let language = Language::new(&key.name);
        if !rules.languages.contains_key(&language) {
            let code = &key.name;
            let message = say!(
                "`{name}` có ngôn ngữ lạ `{code}`",
                "`{name}` has an unknown language `{code}`"
            );
            let known = rules.languages.keys().map(Language::as_str);
            let meant = Language::meant_by(code);
            let hint = match meant.filter(|meant| known.clone().any(|known| known == *meant)) {
                Some(meant) => one_of([meant].into_iter()),
                None => did_you_mean(code, known),
            };
            reading.error(key.span, Code::UnknownLanguage, message, hint);
        }
        texts.extend(text_of(node, name, reading).map(|text| (language, text.value)));
    }
    Some(LocalText::Each(texts))
}
