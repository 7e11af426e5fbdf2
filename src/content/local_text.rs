//! Texts of settings and data, in one language or in several.

use std::collections::BTreeMap;

use crate::content::{Language, Rules};
use crate::diagnostics::{Code, Diagnostic, Fix, did_you_mean, one_of, say};
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
        // Why nobody knows what stands there was said.
        if matches!(node.value, Value::Unknown) {
            continue;
        }
        let language = Language::new(&key.name);
        if !rules.languages.contains_key(&language) {
            let code = &key.name;
            let message = say!(
                "`{name}` có ngôn ngữ lạ `{code}`",
                "`{name}` has an unknown language `{code}`"
            );
            let known = rules.languages.keys().map(Language::as_str);
            let meant = Language::meant_by(code);
            let meant = meant.filter(|meant| known.clone().any(|known| known == *meant));
            let (hint, fix) = match meant {
                Some(meant) => {
                    (one_of([meant].into_iter()), Fix::nearest(key.span, meant, [meant]))
                }
                None => (did_you_mean(code, known.clone()), Fix::nearest(key.span, code, known)),
            };
            let fault = Diagnostic::error(Code::UnknownLanguage, message).hint(hint);
            reading.tell(key.span, Diagnostic { fix, ..fault });
        }
        texts.extend(text_of(node, name, reading).map(|text| (language, text.value)));
    }
    Some(LocalText::Each(texts))
}
