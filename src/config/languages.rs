//! Reads `languages:` and `default_language:`.

use crate::config::{LanguageConfig, Missing};
use crate::content::{Language, Rules};
use crate::diagnostics::{Code, Diagnostic, Fix, Span, did_you_mean, one_of, say};
use crate::keys;
use crate::locale::slug;
use crate::yaml::{Fields, Marked, Node, Reading, told_as_text};

/// The languages, the default one among them.
pub(super) fn languages(
    fields: &mut Fields<'_>,
    rules: &mut Rules,
    reading: &mut Reading<'_>,
) -> Vec<LanguageConfig> {
    let default = fields.marked_text("default_language", reading);
    let mut languages: Vec<LanguageConfig> = Vec::new();
    let node = fields.take("languages");
    if let Some(mut entries) = node.and_then(|node| Fields::of(node, &[], reading)) {
        for (key, node) in entries.rest() {
            let code = Marked { value: key.name.clone(), span: key.span };
            languages.extend(language(&code, node, rules, reading));
        }
    }
    let first = languages.first().map(|language| language.code.clone());
    let is_known = |code: &str| languages.iter().any(|language| language.code.as_str() == code);
    rules.default_language = match (default, first) {
        (Some(default), Some(first)) if !is_known(&default.value) => {
            tell_unknown(&default, &languages, reading);
            first
        }
        (Some(default), _) => Language::new(&default.value),
        (None, Some(first)) => first,
        (None, None) => rules.default_language.clone(),
    };
    if languages.is_empty() {
        let code = rules.default_language.clone();
        rules.languages.insert(code.clone(), None);
        languages.push(plain_language(code));
    }
    check_fallbacks(&languages, node, reading);
    languages
}

fn plain_language(code: Language) -> LanguageConfig {
    LanguageConfig {
        name: code.as_str().to_owned(),
        direction: code.direction().to_owned(),
        fallback: None,
        paginate_path: paginate_path(&code).to_owned(),
        missing: Missing::default(),
        code,
    }
}

fn paginate_path(code: &Language) -> &'static str {
    if code.as_str() == "vi" { "trang" } else { "page" }
}

fn language(
    code: &Marked<String>,
    node: &Node,
    rules: &mut Rules,
    reading: &mut Reading<'_>,
) -> Option<LanguageConfig> {
    let tag = &code.value;
    let letters = tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !letters || !(2..=35).contains(&tag.len()) {
        let message = say!("`{tag}` không phải mã ngôn ngữ", "`{tag}` is no language code");
        let hint = say!("dùng mã như `vi`, `en`, `hre`", "use a code such as `vi`, `en`, `hre`");
        reading.error(code.span, Code::BadValue, message, hint);
        return None;
    }
    if let Some(meant) = Language::meant_by(tag) {
        reading.mean(code.span, meant);
        let message = say!("`{tag}` không phải mã ngôn ngữ", "`{tag}` is no language code");
        let hint = say!("viết `{meant}`", "write `{meant}`");
        let fault = Diagnostic::error(Code::UnknownLanguage, message).hint(hint);
        let fix = Fix::nearest(code.span, meant, [meant]);
        reading.tell(code.span, Diagnostic { fix, ..fault });
        return None;
    }
    if told_as_text(node, "name", reading) {
        return None;
    }
    let mut fields = Fields::of(node, keys::LANGUAGE, reading)?;
    let plain = plain_language(Language::new(tag));
    let folder = fields.text("content_dir", reading);
    let folder =
        folder.map(|folder| folder.trim_start_matches("content/").trim_matches('/').to_owned());
    rules.languages.insert(plain.code.clone(), folder.filter(|folder| !folder.is_empty()));
    let directions = [("ltr", "ltr"), ("rtl", "rtl")];
    let missing = [("list", Missing::List), ("hide", Missing::Hide), ("copy", Missing::Copy)];
    let language = LanguageConfig {
        name: fields.text("name", reading).unwrap_or(plain.name),
        direction: fields
            .word("direction", &directions, reading)
            .map_or(plain.direction, str::to_owned),
        fallback: fields.text("fallback", reading).map(|code| Language::new(&code)),
        paginate_path: fields
            .text("paginate_path", reading)
            .map(|path| slug(&path))
            .filter(|path| !path.is_empty())
            .unwrap_or(plain.paginate_path),
        missing: fields.word("missing", &missing, reading).unwrap_or_default(),
        code: plain.code,
    };
    fields.finish(reading);
    Some(language)
}

fn check_fallbacks(languages: &[LanguageConfig], node: Option<&Node>, reading: &mut Reading<'_>) {
    for language in languages {
        let Some(fallback) = &language.fallback else { continue };
        if !languages.iter().any(|other| other.code == *fallback) {
            let written = node.and_then(|node| node.get(language.code.as_str())?.get("fallback"));
            let span = written.or(node).map_or(Span::default(), |node| node.span);
            let fallback = Marked { value: fallback.as_str().to_owned(), span };
            tell_unknown(&fallback, languages, reading);
        }
    }
}

fn tell_unknown(written: &Marked<String>, languages: &[LanguageConfig], reading: &mut Reading<'_>) {
    let code = &written.value;
    let message =
        say!("`languages` không có ngôn ngữ `{code}`", "`languages` has no language `{code}`");
    let known = languages.iter().map(|language| language.code.as_str());
    let meant = Language::meant_by(code).filter(|meant| known.clone().any(|known| known == *meant));
    let (hint, fix) = match meant {
        Some(meant) => (one_of([meant].into_iter()), Fix::nearest(written.span, meant, [meant])),
        None => (did_you_mean(code, known.clone()), Fix::nearest(written.span, code, known)),
    };
    let fault = Diagnostic::error(Code::UnknownLanguage, message).hint(hint);
    reading.tell(written.span, Diagnostic { fix, ..fault });
}
