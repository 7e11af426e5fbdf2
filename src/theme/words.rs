//! The language files of a theme: words, plural forms, patterns for dates and numbers.

use std::collections::BTreeMap;

use crate::locale::{DatePatterns, NumberPatterns, Plural, Strings};
use crate::yaml::{Fields, Node, Reading, Value};

/// Reads `i18n/xx.yaml`.
pub(super) fn read(node: &Node, reading: &mut Reading<'_>) -> Strings {
    let mut strings = Strings::default();
    let Some(mut fields) = Fields::of(node, &[], reading) else { return strings };
    if let Some(dates) = fields.take("dates") {
        strings.dates = dates_of(dates, reading);
    }
    if let Some(mut numbers) =
        fields.take("numbers").and_then(|node| Fields::of(node, &[], reading))
    {
        strings.numbers = NumberPatterns {
            group: numbers.text("group", reading).unwrap_or_default(),
            decimal: numbers.text("decimal", reading).unwrap_or_default(),
        };
        numbers.finish(reading);
    }
    for (key, node) in fields.rest() {
        texts(&key.name, node, &mut strings.texts);
    }
    strings
}

fn texts(key: &str, node: &Node, all: &mut BTreeMap<String, Plural>) {
    let Value::Map(entries) = &node.value else {
        all.insert(key.to_owned(), Plural::One(node.written()));
        return;
    };
    let plural = entries.iter().all(|(key, _)| Plural::CATEGORIES.contains(&key.name.as_str()));
    if plural && !entries.is_empty() {
        let forms = entries.iter().map(|(key, node)| (key.name.clone(), node.written()));
        all.insert(key.to_owned(), Plural::Forms(forms.collect()));
    } else {
        for (inner, node) in entries {
            texts(&format!("{key}.{}", inner.name), node, all);
        }
    }
}

fn dates_of(node: &Node, reading: &mut Reading<'_>) -> DatePatterns {
    let mut dates = DatePatterns::default();
    let Some(mut fields) = Fields::of(node, &[], reading) else { return dates };
    let list = |texts: Vec<crate::yaml::Marked<String>>| {
        texts.into_iter().map(|text| text.value).collect()
    };
    dates.weekdays = list(fields.texts("weekdays", reading));
    dates.months = list(fields.texts("months", reading));
    for (key, node) in fields.rest() {
        dates.patterns.insert(key.name.clone(), node.written());
    }
    dates
}

/// The words of a language, and those of `below` where it has none.
pub(super) fn over(own: Strings, below: &Strings) -> Strings {
    let mut merged = below.clone();
    merged.texts.extend(own.texts);
    merged.dates.patterns.extend(own.dates.patterns);
    if !own.dates.weekdays.is_empty() {
        merged.dates.weekdays = own.dates.weekdays;
    }
    if !own.dates.months.is_empty() {
        merged.dates.months = own.dates.months;
    }
    if !own.numbers.decimal.is_empty() || !own.numbers.group.is_empty() {
        merged.numbers = own.numbers;
    }
    merged
}
