//! Terms that their taxonomy does not have: the one that is meant, or the several.

use crate::config::Taxonomy;
use crate::diagnostics::{Code, Diagnostic, Fix, did_you_mean, one_of, say, telling};
use crate::locale::{fold, slug};
use crate::site::Page;
use crate::yaml::Marked;

/// Says that a taxonomy has no such term.
pub(super) fn tell(page: &Page, term: &Marked<String>, taxonomy: &Taxonomy) -> Diagnostic {
    let (name, key) = (&taxonomy.name, &term.value);
    let place = page.document.place(term.span);
    let message = say!("`{name}` không có từ phân loại `{key}`", "`{name}` has no term `{key}`");
    let fault = Diagnostic::error(Code::UnknownTerm, message).at(place);
    if let Some(several) = several(key, taxonomy) {
        let names = several.join(", ");
        let list = format!("[{names}]");
        let hint = say!(
            "viết trong ngoặc vuông, ngăn bằng dấu phẩy: `{name}: {list}`",
            "write them between brackets, with commas: `{name}: {list}`"
        );
        let front = &page.document.front;
        let before = front.get(..term.span.start as usize).unwrap_or_default().trim_end();
        let text = match before.chars().next_back() {
            Some(':') => Some(list),
            Some('[' | ',') => Some(names),
            Some(_) | None => None,
        };
        let fix = text.map(|text| Fix { span: term.span, text, is_sure: true });
        return Diagnostic { fix, ..fault.hint(hint) };
    }
    let known = taxonomy.terms.keys().map(String::as_str);
    let (hint, fix) = match named(key, taxonomy) {
        Some(key) => (one_of([key].into_iter()), Fix::nearest(term.span, key, [key])),
        None => {
            let known = telling(key, known);
            let hint = did_you_mean(key, known.iter().copied());
            (hint, Fix::nearest(term.span, key, known))
        }
    };
    Diagnostic { fix, ..fault.hint(hint) }
}

/// The term that is written by its name, or with the marks and capitals of one.
fn named<'t>(written: &str, taxonomy: &'t Taxonomy) -> Option<&'t str> {
    let (slug, plain) = (slug(written), fold(written));
    let by_key = taxonomy.terms.keys().find(|key| **key == slug);
    let is_named = |name: &str| fold(name) == plain;
    let by_name = taxonomy.terms.iter().find(|(_, names)| names.all().any(is_named));
    by_key.or(by_name.map(|(key, _)| key)).map(String::as_str)
}

/// The terms that stand side by side in one text, if it is nothing but several.
fn several<'t>(written: &str, taxonomy: &'t Taxonomy) -> Option<Vec<&'t str>> {
    let words = written.split([' ', '/', '&', '|']).filter(|word| !word.is_empty());
    let terms: Option<Vec<&str>> =
        words.map(|word| taxonomy.terms.get_key_value(word).map(|(key, _)| key.as_str())).collect();
    terms.filter(|terms| terms.len() > 1)
}
