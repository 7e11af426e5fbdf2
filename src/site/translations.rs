//! Which pages are translations of each other.

use std::collections::BTreeMap;

use crate::content::{Document, Language};
use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::site::{Page, PageId, Pages};

impl Pages {
    /// The page that its translations know by this key: in the reader's language, else in the
    /// site's first that has it.
    pub(super) fn version(&self, key: &str, reader: &Language) -> Option<PageId> {
        let versions = self.translations.get(key)?;
        let first = || self.config.languages.iter().find_map(|l| versions.get(&l.code));
        versions.get(reader).or_else(first).copied()
    }
}

/// What a document shares with its translations: its `translation_key`, or its path
/// without language and extension.
pub(super) fn key(document: &Document) -> String {
    match &document.meta.translation_key {
        Some(key) => format!("={key}"),
        None => document.stem.strip_suffix("/index").unwrap_or(&document.stem).to_owned(),
    }
}

/// The pages by key and language. Two pages of one language under one key are said.
pub(super) fn group(
    pages: &[Page],
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, BTreeMap<Language, PageId>> {
    let mut groups: BTreeMap<String, BTreeMap<Language, PageId>> = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        let group = groups.entry(page.key.clone()).or_default();
        if let Some(first) = group.get(page.language()) {
            let both = [&pages[first.0], page];
            // A key that could not be read may tell them apart.
            if both.iter().all(|page| page.document.unknown.is_nothing()) {
                diagnostics.push(twice(&pages[first.0], page));
            }
        } else {
            group.insert(page.language().clone(), PageId(index));
        }
    }
    groups
}

fn twice(first: &Page, second: &Page) -> Diagnostic {
    let (other, language) = (&first.document.path, second.language());
    Diagnostic::error(
        Code::SameTranslation,
        say!(
            "trang này và `{other}` là cùng một trang bằng ngôn ngữ `{language}`",
            "this page and `{other}` are the same page in the language `{language}`"
        ),
    )
    .hint(say!(
        "xoá một trong hai tệp, đổi tên tệp, hoặc đổi `translation_key`",
        "delete or rename one of the files, or change `translation_key`"
    ))
    .at(Place::file(&second.document.path))
}
