//! What is odd about the words as a whole: those that nothing asks for, those that a
//! language lacks, names in braces that other languages do not have.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{Config, LanguageConfig, SITE_FILE};
use crate::diagnostics::{Code, Diagnostic, Place, did_you_mean, say};
use crate::locale::patterns::names;
use crate::locale::{Language, Text};
use crate::sources::SourcePath;
use crate::theme::Template;
use crate::theme::words::asked::Quoted;
use crate::theme::words::{WordFile, Words};

/// How many keys a message names.
const NAMED: usize = 5;

/// Looks at the words as a whole. A theme that is extended is not looked at: its maker does.
pub(super) fn check(
    files: &[WordFile],
    words: &Words,
    config: &Config,
    templates: &BTreeMap<String, Template>,
) -> Vec<Diagnostic> {
    let mut all = Vec::new();
    let quoted = Quoted::of(templates);
    let of_themes = |file: &&WordFile| !file.is_of_site();
    let known: BTreeSet<&str> =
        files.iter().filter(of_themes).flat_map(|f| &f.keys).map(|(key, _)| &**key).collect();
    for file in files.iter().filter(|file| file.is_own) {
        let others: Vec<&WordFile> =
            files.iter().filter(|other| other.language != file.language).collect();
        for (key, span) in &file.keys {
            let fault = if file.is_of_site() && !known.contains(key.as_str()) {
                Some(unknown(key, &known))
            } else if !quoted.asks_for(key) {
                Some(unused(key))
            } else {
                odd_name(key, file, &others)
                    .filter(|(name, _)| !is_given(name, templates))
                    .map(|(_, fault)| fault)
            };
            all.extend(fault.map(|fault| fault.at(file.place(*span))));
        }
    }
    all.extend(config.languages.iter().filter_map(|own| lacking(own, words, &quoted)));
    all
}

/// A word of the site that the theme does not have.
fn unknown(key: &str, known: &BTreeSet<&str>) -> Diagnostic {
    let message = say!("giao diện không có câu chữ `{key}`", "the theme has no text `{key}`");
    Diagnostic::error(Code::UnknownKey, message).hint(did_you_mean(key, known.iter().copied()))
}

fn unused(key: &str) -> Diagnostic {
    let message = say!("không mẫu nào dùng câu chữ `{key}`", "no template uses the text `{key}`");
    let hint = say!("xoá câu chữ này, hoặc sửa tên", "delete it, or mend its name");
    Diagnostic::warning(Code::UnusedString, message).hint(hint)
}

/// Whether a template gives an argument of this name to anything.
fn is_given(name: &str, templates: &BTreeMap<String, Template>) -> bool {
    let argument = format!("{name}=");
    templates.values().any(|template| template.text.contains(&argument))
}

/// A name in braces that no other language has in this text: it will stay as it is.
fn odd_name(key: &str, file: &WordFile, others: &[&WordFile]) -> Option<(String, Diagnostic)> {
    let names_of = |text: &Text| -> BTreeSet<String> {
        text.plural.forms().flat_map(names).map(|(name, _)| name.to_owned()).collect()
    };
    let texts: Vec<&Text> = others.iter().filter_map(|file| file.strings.texts.get(key)).collect();
    let known: BTreeSet<String> = texts.iter().flat_map(|text| names_of(text)).collect();
    let own = file.strings.texts.get(key).map(names_of)?;
    let odd = own.iter().find(|name| !known.contains(*name)).filter(|_| !texts.is_empty())?;
    let message = say!(
        "`{{{odd}}}` không có trong `{key}` ở ngôn ngữ khác",
        "`{{{odd}}}` is not in `{key}` in other languages"
    );
    let hint = did_you_mean(odd, known.iter().map(String::as_str));
    Some((odd.clone(), Diagnostic::warning(Code::BadValue, message).hint(hint)))
}

/// The words that a language has to borrow, unless its settings name the language that lends.
fn lacking(own: &LanguageConfig, words: &Words, quoted: &Quoted<'_>) -> Option<Diagnostic> {
    let texts = &words.get(&own.code)?.texts;
    let borrowed: Vec<(&str, &Language)> = texts
        .iter()
        .filter(|(key, text)| text.language != own.code && quoted.asks_for(key))
        .map(|(key, text)| (key.as_str(), &text.language))
        .collect();
    let (_, lender) = borrowed.first().filter(|_| own.fallback.is_none())?;
    let (code, count) = (&own.code, borrowed.len());
    let keys: Vec<&str> = borrowed.iter().take(NAMED).map(|(key, _)| *key).collect();
    let keys = keys.join("`, `");
    let message = say!(
        "{count} câu chữ của giao diện chưa được dịch sang `{code}`, người đọc sẽ thấy bằng `{lender}`: `{keys}`",
        "{count} texts of the theme are not in `{code}`, readers will see them in `{lender}`: `{keys}`"
    );
    let hint = if words.contains_key(*lender) {
        say!(
            "thêm vào `i18n/{code}.yaml`, hoặc ghi `fallback: {lender}` cho ngôn ngữ này",
            "add them to `i18n/{code}.yaml`, or write `fallback: {lender}` for this language"
        )
    } else {
        say!("thêm vào `i18n/{code}.yaml`", "add them to `i18n/{code}.yaml`")
    };
    let place = Place::file(&SourcePath::new(SITE_FILE));
    Some(Diagnostic::warning(Code::MissingString, message).hint(hint).at(place))
}
