//! Which pages are translations of each other.

use std::collections::BTreeMap;

use crate::content::{Document, Language};
use crate::diagnostics::{Code, Diagnostic, Place, nearest, say};
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
        Some(key) => format!("={}", key.value),
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

/// The most keys without a partner among which one that is nearly the same is looked for: each is
/// compared with each.
const MOST_LONE: usize = 300;

/// Says which `translation_key` one page only has, where a page of another language has nearly the
/// same.
pub(super) fn check_keys(pages: &[Page], diagnostics: &mut Vec<Diagnostic>) {
    let mut holders: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
    for page in pages {
        if let Some(key) = &page.document.meta.translation_key {
            holders.entry(key.value.as_str()).or_default().push(page);
        }
    }
    let lone: Vec<(&str, &Page)> = holders
        .iter()
        .filter_map(|(key, pages)| if let [page] = &pages[..] { Some((*key, *page)) } else { None })
        .collect();
    if lone.len() > MOST_LONE {
        return;
    }
    let digits = |key: &str| key.chars().filter(char::is_ascii_digit).collect::<String>();
    for (at, (key, page)) in lone.iter().enumerate() {
        let earlier = lone[..at].iter().filter(|(other, first)| {
            // Chapters and years are numbered.
            first.language() != page.language() && digits(other) == digits(key)
        });
        let near = nearest(key, earlier.clone().map(|(other, _)| *other));
        let found = earlier.clone().find(|(other, _)| Some(*other) == near);
        let Some(((other, first), written)) =
            found.zip(page.document.meta.translation_key.as_ref())
        else {
            continue;
        };
        let path = &first.document.path;
        let message = say!(
            "chỉ trang này có `translation_key: {key}`; trang `{path}` có `{other}`",
            "only this page has `translation_key: {key}`; the page `{path}` has `{other}`"
        );
        let hint = say!(
            "nếu hai trang là bản dịch của nhau, ghi cùng một `translation_key` cho cả hai",
            "if each is the translation of the other, give both the same `translation_key`"
        );
        let fault = Diagnostic::note(Code::LoneKey, message).hint(hint);
        diagnostics.push(fault.at(page.document.place(written.span)));
    }
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
