//! One language file: words, plural forms, patterns for dates and numbers, and what is odd
//! about them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, Span, did_you_mean, say};
use crate::locale::patterns::{is_unbalanced, names};
use crate::locale::written::WEEKDAYS;
use crate::locale::{
    DateFormat, DatePatterns, Language, NumberPatterns, Pattern, Plural, Strings, Text,
};
use crate::yaml::{Fields, Key, Marked, Node, Reading, Value, text_of};

/// The words of a file, and each key with where it stands.
pub(super) type Read = (Strings, Vec<(String, Span)>);

/// Reads `i18n/xx.yaml`.
pub(super) fn read(node: &Node, language: &Language, reading: &mut Reading<'_>) -> Read {
    let mut read = Read::default();
    let Some(mut fields) = Fields::of(node, &[], reading) else { return read };
    if let Some(dates) = fields.take("dates") {
        read.0.dates = dates_of(dates, language, reading);
    }
    if let Some(mut numbers) =
        fields.take("numbers").and_then(|node| Fields::of(node, &[], reading))
    {
        read.0.numbers = NumberPatterns {
            group: numbers.text("group", reading).unwrap_or_default(),
            decimal: numbers.text("decimal", reading).unwrap_or_default(),
        };
        numbers.finish(reading);
    }
    let mut texts = Texts { language, read: &mut read, reading };
    for (key, node) in fields.rest() {
        texts.add(&key.name, key, node);
    }
    read
}

/// Reads the tree of texts.
struct Texts<'r, 't> {
    language: &'r Language,
    read: &'r mut Read,
    reading: &'r mut Reading<'t>,
}

impl Texts<'_, '_> {
    /// Adds what stands under a key, whose whole name is `path`.
    fn add(&mut self, path: &str, key: &Key, node: &Node) {
        let Value::Map(entries) = &node.value else {
            if let Some(text) = text_of(node, path, self.reading) {
                check_braces(&text, self.reading);
                self.put(path, key, Plural::One(text.value));
            }
            return;
        };
        let is_category = |(key, _): &(Key, Node)| Plural::CATEGORIES.contains(&key.name.as_str());
        if entries.is_empty() || !entries.iter().all(is_category) {
            for (inner, node) in entries {
                self.add(&format!("{path}.{}", inner.name), inner, node);
            }
            return;
        }
        let mut forms = BTreeMap::new();
        for (form, node) in entries {
            let Some(text) = text_of(node, &form.name, self.reading) else { continue };
            check_braces(&text, self.reading);
            forms.insert(form.name.clone(), text.value);
        }
        self.check_forms(path, key, entries);
        self.put(path, key, Plural::Forms(forms));
    }

    fn put(&mut self, path: &str, key: &Key, plural: Plural) {
        let text = Text { language: self.language.clone(), plural };
        self.read.0.texts.insert(path.to_owned(), text);
        self.read.1.push((path.to_owned(), key.span));
    }

    /// Says which forms no number of the language takes, and that the general one is missing.
    fn check_forms(&mut self, path: &str, key: &Key, entries: &[(Key, Node)]) {
        let language = self.language;
        let categories = Plural::categories(language);
        for (form, _) in entries {
            let name = &form.name;
            if !categories.contains(&name.as_str()) {
                let message = say!(
                    "tiếng `{language}` không có dạng `{name}`",
                    "numbers in `{language}` never take the form `{name}`"
                );
                let known = categories.join("`, `");
                let hint = say!("chỉ giữ lại: `{known}`", "keep only: `{known}`");
                let fault = Diagnostic::warning(Code::UnusedString, message).hint(hint);
                self.reading.diagnostics.push(fault.at(self.reading.place(form.span)));
            }
        }
        if !entries.iter().any(|(form, _)| form.name == "other") {
            let message = say!("`{path}` thiếu dạng `other`", "`{path}` lacks the form `other`");
            let hint = say!(
                "thêm một dòng `other: …`, dùng cho mọi số còn lại",
                "add a line `other: …`, for all other numbers"
            );
            self.reading.error(key.span, Code::MissingKey, message, hint);
        }
    }
}

/// Whether every brace has its other half. One that has not is said.
fn check_braces(written: &Marked<String>, reading: &mut Reading<'_>) -> bool {
    let pattern = &written.value;
    let is_odd = is_unbalanced(pattern);
    if is_odd {
        let message = say!(
            "`{pattern}` có dấu ngoặc nhọn không thành cặp",
            "`{pattern}` has a brace without its other half"
        );
        let hint = say!(
            "viết tên giữa một cặp ngoặc: `{{count}}`",
            "write a name between two braces: `{{count}}`"
        );
        reading.error(written.span, Code::BadValue, message, hint);
    }
    !is_odd
}

fn dates_of(node: &Node, language: &Language, reading: &mut Reading<'_>) -> DatePatterns {
    let mut dates = DatePatterns::default();
    let Some(mut fields) = Fields::of(node, &[], reading) else { return dates };
    dates.weekdays = listed(&mut fields, ("weekdays", 7), reading);
    dates.weekdays_short = listed(&mut fields, ("weekdays_short", 7), reading);
    dates.months = listed(&mut fields, ("months", 12), reading);
    dates.months_short = listed(&mut fields, ("months_short", 12), reading);
    dates.week_starts = fields.word("week_starts", &WEEKDAYS, reading);
    let formats = DateFormat::ALL.iter().map(|(name, _)| *name);
    for name in formats.chain(DatePatterns::RANGES) {
        let Some(pattern) = fields.marked_text(name, reading) else { continue };
        check_pattern(&pattern, DatePatterns::RANGES.contains(&name), reading);
        let pattern = Pattern { language: language.clone(), text: pattern.value };
        dates.patterns.insert(name.to_owned(), pattern);
    }
    fields.finish(reading);
    dates
}

/// The names of the days or months, which must all be there.
fn listed(
    fields: &mut Fields<'_>,
    (name, wanted): (&str, usize),
    reading: &mut Reading<'_>,
) -> Vec<String> {
    let texts: Vec<Marked<String>> = fields.texts(name, reading);
    let count = texts.len();
    if let Some(last) = texts.last().filter(|_| count != wanted) {
        let message = say!(
            "`{name}` có {count} tên, phải đủ {wanted}",
            "`{name}` has {count} names, it must have {wanted}"
        );
        let hint = match name {
            "weekdays" | "weekdays_short" => {
                say!("viết từ thứ Hai đến Chủ nhật", "write them from Monday to Sunday")
            }
            _ => say!("viết từ tháng 1 đến tháng 12", "write them from January to December"),
        };
        reading.error(last.span, Code::BadValue, message, hint);
    }
    texts.into_iter().map(|text| text.value).collect()
}

/// Says which names in a pattern mean nothing to a date.
fn check_pattern(pattern: &Marked<String>, is_range: bool, reading: &mut Reading<'_>) {
    if !check_braces(pattern, reading) {
        return;
    }
    let known: Vec<String> = if is_range {
        let numbered = |number: u8| DatePatterns::NAMES.map(|name| format!("{name}{number}"));
        [numbered(1), numbered(2)].concat()
    } else {
        DatePatterns::NAMES.map(str::to_owned).to_vec()
    };
    let is_odd = |name: &str| !known.iter().any(|own| own == name);
    for (name, at) in names(&pattern.value).filter(|(name, _)| is_odd(name)) {
        let message = say!(
            "`{{{name}}}` không có nghĩa trong mẫu ngày",
            "`{{{name}}}` means nothing in a pattern for dates"
        );
        let hint = did_you_mean(name, known.iter().map(String::as_str));
        reading.error(within(pattern, at, reading.text), Code::BadValue, message, hint);
    }
}

/// Where a stretch of a text stands in the file, if the file writes the text as it is.
fn within(written: &Marked<String>, at: Range<usize>, text: &str) -> Span {
    let (start, end) = (written.span.start as usize, written.span.end as usize);
    let found = text.get(start..end).and_then(|own| own.find(&written.value));
    found.map_or(written.span, |offset| {
        let start = start + offset;
        (start + at.start..start + at.end).into()
    })
}

/// The words of a language, and those of `below` where it has none.
pub(super) fn over(own: Strings, below: &Strings) -> Strings {
    let mut merged = below.clone();
    merged.texts.extend(own.texts);
    merged.dates.patterns.extend(own.dates.patterns);
    let lists = [
        (own.dates.weekdays, &mut merged.dates.weekdays),
        (own.dates.weekdays_short, &mut merged.dates.weekdays_short),
        (own.dates.months, &mut merged.dates.months),
        (own.dates.months_short, &mut merged.dates.months_short),
    ];
    for (own, below) in lists.into_iter().filter(|(own, _)| !own.is_empty()) {
        *below = own;
    }
    merged.dates.week_starts = own.dates.week_starts.or(merged.dates.week_starts);
    if !own.numbers.decimal.is_empty() || !own.numbers.group.is_empty() {
        merged.numbers = own.numbers;
    }
    merged
}
