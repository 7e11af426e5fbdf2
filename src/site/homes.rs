//! Front pages for languages that have pages and no `_index.md` of their own at the root.
//!
//! A small language has a few pages and perhaps nothing else. Without a front page no list
//! would name them and no link of the language switch would lead to them. The default language
//! has one in any case: there the whole site begins.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config::{Config, LanguageConfig};
use crate::content::{Cascade, Document, Language};
use crate::site::{Address, Page, Today};
use crate::sources::SourcePath;

/// The front pages that no one wrote, for the languages in which something is published, and
/// for the default language if anything is.
pub(super) fn missing(published: &[Arc<Document>], config: &Config) -> Vec<Page> {
    let spoken: BTreeSet<&Language> = published.iter().map(|document| &document.language).collect();
    let has_home = |language: &Language| {
        published.iter().any(|page| page.stem == "_index" && page.language == *language)
    };
    let languages = config.languages.iter().filter(|language| {
        let code = &language.code;
        let begins = code == config.default_language() && !spoken.is_empty();
        (begins || spoken.contains(code)) && !has_home(code)
    });
    languages.map(|language| page(document(language, config), config)).collect()
}

/// It is no translation of another front page.
fn page(document: Document, config: &Config) -> Page {
    Page {
        address: Address::of_folder(&config.prefix(&document.language)),
        shared: Cascade::default(),
        // No path and no `translation_key` gives a key like this.
        key: format!("/{}", document.language),
        digest: document.digest,
        document: Arc::new(document),
        today: Today::default(),
        written: false,
    }
}

fn document(language: &LanguageConfig, config: &Config) -> Document {
    let path = path(&language.code, config);
    // A title in another language would name this page less well than its own name.
    let (title, written_in) = config.title.get_marked([&language.code], &language.code);
    let title = if written_in == &language.code { title } else { &language.name };
    Document::unwritten(path, &language.code, title)
}

/// Where the author would write it.
fn path(language: &Language, config: &Config) -> SourcePath {
    let folder = config.rules.languages.get(language).cloned().flatten();
    SourcePath::new(&match folder {
        Some(folder) => format!("content/{folder}/_index.md"),
        None if language == config.default_language() => "content/_index.md".to_owned(),
        None => format!("content/_index.{language}.md"),
    })
}
