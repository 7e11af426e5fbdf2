//! Texts of settings and data, in one language or in several.

use std::collections::BTreeMap;

use crate::content::{Language, Rules, editorial};
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
        let text = text_of(node, name, reading)?.value;
        look_over(&text, (name, &rules.default_language), (node, rules), reading);
        return Some(LocalText::One(text));
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
        let Some(text) = text_of(node, name, reading) else { continue };
        look_over(&text.value, (name, &language), (node, rules), reading);
        texts.insert(language, text.value);
    }
    Some(LocalText::Each(texts))
}

/// Says what an editor would of one text, if it is one that readers see.
fn look_over(
    text: &str,
    (name, language): (&str, &Language),
    (node, rules): (&Node, &Rules),
    reading: &mut Reading<'_>,
) {
    // Days of each year are looked at by who knows that they are some.
    if !matches!(name, "url" | "slug" | "starts" | "ends") {
        editorial::check_value(text, (node.span, language), rules.checks, reading);
    }
}
