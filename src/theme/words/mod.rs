//! The words of the interface: those of the theme, and over them those of the site.
//!
//! In: the files `i18n/xx.yaml` of each theme of the chain and of the site itself. Out: for
//! each language of the site every word, its own or a lender's.

mod asked;
mod checks;
mod file;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostics::{Code, Diagnostic, Place, Span, did_you_mean, say};
use crate::locale::{Language, Strings};
use crate::sources::{SourcePath, Sources};
use crate::theme::Template;
use crate::yaml::Reading;

/// The folder of the site that holds its own words.
pub(super) const SITE_WORDS: &str = "i18n/";

/// The words of every language of the site.
pub(super) type Words = BTreeMap<Language, Strings>;

/// A language file as it was read.
struct WordFile {
    path: SourcePath,
    text: Arc<str>,
    language: Language,
    strings: Strings,
    /// Each key with where it stands.
    keys: Vec<(String, Span)>,
    /// Whether it is one of the theme itself or of the site, not of a theme that is extended.
    is_own: bool,
}

impl WordFile {
    fn place(&self, span: Span) -> Place {
        Place::within(&self.path, &self.text, span)
    }

    fn is_of_site(&self) -> bool {
        self.path.as_str().starts_with(SITE_WORDS)
    }
}

/// Reads the words. Whether nothing is missing that a template asks for by name stands in
/// the last value: without it no page can be made.
pub(super) fn load(
    sources: &Sources,
    config: &Config,
    chain: &[String],
    templates: &BTreeMap<String, Template>,
    all: &mut Vec<Diagnostic>,
) -> (Words, bool) {
    let files = read_all(sources, config, chain, all);
    let words = merge(&files, config);
    let missing = asked::missing(templates, &words);
    let is_complete = missing.is_empty();
    all.extend(missing);
    all.extend(checks::check(&files, &words, config, templates));
    (words, is_complete)
}

/// Every language file, those of the theme that is extended last first, the site's own last.
fn read_all(
    sources: &Sources,
    config: &Config,
    chain: &[String],
    all: &mut Vec<Diagnostic>,
) -> Vec<WordFile> {
    let mut files = Vec::new();
    let themes = chain.iter().enumerate().rev();
    let themes = themes.map(|(at, theme)| (format!("themes/{theme}/{SITE_WORDS}"), at == 0));
    for (folder, is_own) in themes.chain([(SITE_WORDS.to_owned(), true)]) {
        for (path, _) in sources.under(&folder) {
            let Some(text) = sources.text(path) else { continue };
            let language = Language::new(path.file_name().split('.').next().unwrap_or_default());
            let mut reading = Reading::new(path, text);
            let node = reading.yaml(0..text.len());
            let read = node.map(|node| file::read(&node, &language, &mut reading));
            let (strings, keys) = read.unwrap_or_default();
            all.extend(reading.diagnostics);
            let (path, text) = (path.clone(), Arc::clone(text));
            let file = WordFile { path, text, language, strings, keys, is_own };
            if file.is_of_site() && !config.rules.languages.contains_key(&file.language) {
                all.push(unknown_language(&file, config));
            }
            files.push(file);
        }
    }
    files
}

fn unknown_language(file: &WordFile, config: &Config) -> Diagnostic {
    let code = &file.language;
    let known = config.languages.iter().map(|language| language.code.as_str());
    let message = say!("trang web không có ngôn ngữ `{code}`", "the site has no language `{code}`");
    let hint = did_you_mean(code.as_str(), known);
    Diagnostic::error(Code::UnknownLanguage, message).hint(hint).at(Place::file(&file.path))
}

/// The words of each language of the site: its own, then those of the languages that lend,
/// one after the other, and English below all, so that a theme without a language is readable.
fn merge(files: &[WordFile], config: &Config) -> Words {
    let mut own: BTreeMap<&Language, Strings> = BTreeMap::new();
    for file in files {
        let below = own.remove(&file.language).unwrap_or_default();
        own.insert(&file.language, file::over(file.strings.clone(), &below));
    }
    let english = Language::new("en");
    let languages = config.languages.iter().map(|language| {
        let lenders: Vec<&Language> =
            config.chain(&language.code).into_iter().chain([&english]).collect();
        let known = lenders.iter().rev().filter_map(|code| own.get(code));
        let merged =
            known.fold(Strings::default(), |below, own: &Strings| file::over(own.clone(), &below));
        (language.code.clone(), merged)
    });
    languages.collect()
}
