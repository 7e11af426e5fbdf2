//! The levels of the editorial checks that sections set for all that lies below them.
//!
//! In: the `_index.md` files of a snapshot. Out: the rules by which each page is read. They are
//! looked for before any page is read, for a page is looked over by itself.

use std::collections::BTreeMap;

use crate::content::editorial::Levels;
use crate::content::{Language, Rules, front_matter, snapshot};
use crate::memo::{Digest, Hashed};
use crate::sources::{SourcePath, Sources};
use crate::yaml::{Node, Reading};

/// What sections say of the checks, by folder and language.
type Said<'s> = BTreeMap<(String, Language), (&'s SourcePath, Node)>;

/// The rules by which each page is read.
pub struct Inherited<'s> {
    /// Those of the site.
    rules: Hashed<&'s Rules>,
    /// Those with other levels. There are few, and many pages that are read by each.
    others: Vec<(Rules, Digest)>,
    /// The pages that are read by one of these, with its place.
    by_page: BTreeMap<&'s SourcePath, usize>,
}

impl<'s> Inherited<'s> {
    /// What the sections of a snapshot say. What is wrong with it is told when they are read.
    pub fn of(sources: &'s Sources, rules: &'s Rules) -> Inherited<'s> {
        let (mut others, mut by_page) = (Vec::new(), BTreeMap::new());
        let said = said(sources, rules);
        let pages = snapshot::pages(sources).map(|(path, _)| path).filter(|_| !said.is_empty());
        for path in pages {
            let checks = levels_of(path, rules, &said);
            if checks == rules.checks {
                continue;
            }
            let known = others.iter().position(|(own, _): &(Rules, _)| own.checks == checks);
            by_page.insert(path, known.unwrap_or(others.len()));
            if known.is_none() {
                let own = Rules { checks, ..rules.clone() };
                let digest = own.hashed().digest();
                others.push((own, digest));
            }
        }
        Inherited { rules: rules.hashed(), others, by_page }
    }

    /// The rules of a page.
    pub fn rules_for(&self, path: &SourcePath) -> Hashed<&Rules> {
        let other = self.by_page.get(path).and_then(|at| self.others.get(*at));
        other.map_or_else(|| self.rules.clone(), |(own, digest)| Hashed::new(own, *digest))
    }
}

fn said<'s>(sources: &'s Sources, rules: &Rules) -> Said<'s> {
    let indexes = snapshot::pages(sources).map(|(path, _)| path);
    let indexes = indexes.filter(|path| path.file_name().starts_with("_index."));
    let checks = indexes.filter_map(|path| {
        let text = sources.text(path)?;
        if !text.contains("cascade") || !text.contains("checks") {
            return None;
        }
        let (front, _) = front_matter::parts(text)?;
        let node = Reading::new(path, text).yaml(front)?;
        let checks = node.get("cascade")?.get("checks")?.clone();
        Some((place_of(path, rules), (path, checks)))
    });
    checks.collect()
}

/// The levels that the sections around a page set for it, the inner ones over the outer.
fn levels_of(path: &SourcePath, rules: &Rules, said: &Said<'_>) -> Levels {
    let (folder, language) = place_of(path, rules);
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
    let below = ends.map(|end| &folder[..end]).filter(|folder| !folder.is_empty());
    let mut checks = rules.checks;
    for folder in [""].into_iter().chain(below) {
        let of = |language: &Language| said.get(&(folder.to_owned(), language.clone()));
        if let Some((path, node)) = of(&language).or_else(|| of(&rules.default_language)) {
            checks = checks.with(Some(node), &mut Reading::new(path, ""));
        }
    }
    checks
}

/// The folder and the language of a page, that of a section being its own.
fn place_of(path: &SourcePath, rules: &Rules) -> (String, Language) {
    let mut reading = Reading::new(path, "");
    let (language, stem) = front_matter::language_and_stem(path, rules, &mut reading);
    let folder = stem.rsplit_once('/').map_or("", |(folder, _)| folder);
    (folder.to_owned(), language)
}
