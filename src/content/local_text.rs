//! Texts of settings and data, in one language or in several.

use std::collections::BTreeMap;

use crate::content::{Language, Rules, data, editorial, phone};
use crate::diagnostics::{Code, Diagnostic, Fix, did_you_mean, one_of, say};
use crate::keys::Takes;
use crate::locale::LocalText;
use crate::yaml::{Fields, Node, Reading, Value, no_text_in, text_of};

impl Fields<'_> {
    /// The text behind a key, or one text per language of the site; nothing if none is written in
    /// any of them.
    pub(crate) fn local_text(
        &mut self,
        name: &str,
        rules: &Rules,
        reading: &mut Reading<'_>,
    ) -> Option<LocalText> {
        let node = self.take(name).filter(|node| !node.is_blank())?;
        local_text(node, (name, self.takes(name)), rules, reading)
    }

    /// The same of a key behind which readers must find something.
    pub(crate) fn wanted_local_text(
        &mut self,
        name: &'static str,
        rules: &Rules,
        reading: &mut Reading<'_>,
    ) -> Option<LocalText> {
        let Some(node) = self.take(name).filter(|node| !node.is_blank()) else {
            self.missing(name, reading);
            return None;
        };
        if let Value::Map(texts) = &node.value {
            let blank = texts.iter().filter(|(_, text)| text.is_blank());
            blank.for_each(|(language, _)| no_text_in(language, reading));
        }
        local_text(node, (name, self.takes(name)), rules, reading)
    }
}

/// A text, or one text per language of the site. `takes` is what the table of keys says of it.
pub(crate) fn local_text(
    node: &Node,
    (name, takes): (&str, &Takes),
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> Option<LocalText> {
    look_over(node, takes, rules, reading);
    if matches!(takes, Takes::Phone) && phone::told_as_list(node, name, reading) {
        return None;
    }
    let Value::Map(entries) = &node.value else {
        return Some(LocalText::One(text_of(node, name, reading)?.value));
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
        texts.insert(language, text.value);
    }
    Some(LocalText::Each(texts))
}

/// The texts of a value, each with its language and where it stands.
pub(crate) fn texts_in<'n>(node: &'n Node, rules: &Rules) -> Vec<(Language, &'n str, &'n Node)> {
    let one = |node: &'n Node| node.as_text().map(|text| text.trim_end_matches('\n'));
    let Value::Map(entries) = &node.value else {
        let text = one(node).map(|text| (rules.default_language.clone(), text, node));
        return text.into_iter().collect();
    };
    let texts = entries.iter().filter_map(|(key, node)| Some((key, one(node)?, node)));
    texts.map(|(key, text, node)| (Language::new(&key.name), text, node)).collect()
}

/// Looks at what stands in a text by what the table of keys says of it.
fn look_over(node: &Node, takes: &Takes, rules: &Rules, reading: &mut Reading<'_>) {
    if matches!(takes, Takes::Phone) {
        phone::check(node, reading);
    } else if matches!(takes, Takes::YearDay) {
        data::check_day(node, rules, reading);
    } else if matches!(takes, Takes::Hours) {
        data::check_hours(node, rules, reading);
    }
    if matches!(takes, Takes::Texts | Takes::Phone) {
        for (language, text, node) in texts_in(node, rules) {
            editorial::check_value(text, (node.span, &language), rules.checks, reading);
        }
    }
}
