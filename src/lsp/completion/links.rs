//! Links: pages of the site by their files, places in them, and files.

use std::ops::Range;

use lsp_types::CompletionItemKind;

use crate::lsp::scene::Scene;
use crate::site::Page;

use super::Item;
use super::names::{Name, files};

/// What a link may lead to, and the part of it that is written anew: the place in a page where
/// the byte is one behind `#`, else what stands before that.
pub(super) fn items(
    scene: &Scene<'_>,
    word: Range<usize>,
    offset: usize,
) -> (Range<usize>, Vec<Item>) {
    let whole = &scene.text[word.clone()];
    let (written, place) = whole.split_once('#').unwrap_or((whole, ""));
    let start = word.end - place.len();
    if whole.contains('#') && offset >= start {
        let places = page_at(scene, written).map(places).unwrap_or_default();
        return (start..word.end, places.into_iter().map(item).collect());
    }
    let word = word.start..word.start + written.len();
    let mut names = Vec::new();
    if written.is_empty() || written.starts_with('@') {
        names.extend(pages(scene, |_| true));
    }
    names.extend(files(scene, written, |_| true));
    (word, names.into_iter().map(item).collect())
}

fn item(Name { name, title }: Name) -> Item {
    Item {
        insert: name.clone(),
        label: name,
        detail: title,
        about: String::new(),
        kind: CompletionItemKind::FILE,
    }
}

/// The pages of the site of this sort, as links have them: those in the language of this page or
/// of the site, which a link leads on to the reader's own.
pub(super) fn pages(scene: &Scene<'_>, fits: impl Fn(&Page) -> bool) -> Vec<Name> {
    let Some(site) = scene.site() else { return Vec::new() };
    let own = scene.page().map_or(site.config.default_language(), |page| page.language());
    let is_read = |page: &Page| {
        page.written
            && (page.language() == own || page.language() == site.config.default_language())
    };
    let all = site.ids().map(|(_, page)| page).filter(|page| is_read(page) && fits(page));
    let named = all.filter_map(|page| {
        let path = page.document.path.as_str().strip_prefix("content/")?;
        Some(Name { name: format!("@/{path}"), title: page.document.meta.title.clone() })
    });
    named.collect()
}

/// The page that a link leads to; this one where nothing is written.
pub(in crate::lsp) fn page_at<'a>(scene: &Scene<'a>, written: &str) -> Option<&'a Page> {
    if written.is_empty() {
        return scene.page();
    }
    let site = scene.site()?;
    let path = scene.path.named_by(written)?;
    site.by_source(&path).map(|id| site.page(id))
}

/// The title of a place in a page.
pub(in crate::lsp) fn place_at(page: &Page, place: &str) -> Option<String> {
    places(page).into_iter().find(|own| own.name == place).map(|own| own.title)
}

/// The places in a page that a link may lead to.
fn places(page: &Page) -> Vec<Name> {
    let headings = &page.document.outline.headings;
    let title = |id: &str| {
        let heading = headings.iter().find(|heading| heading.id == id);
        heading.map(|heading| heading.title.clone()).unwrap_or_default()
    };
    page.anchors().map(|id| Name { name: id.to_owned(), title: title(id) }).collect()
}
