//! The levels of the editorial checks that sections set for all that lies below them.
//!
//! In: the `_index.md` files of a snapshot. Out: the rules by which each page is read. They are
//! looked for before any page is read, for a page is looked over by itself.

use std::collections::BTreeMap;

use crate::content::{Language, Rules, front_matter, snapshot};
use crate::sources::{SourcePath, Sources};
use crate::yaml::{Node, Reading};

/// What sections say of the checks, by folder and language.
pub struct Inherited<'s> {
    rules: &'s Rules,
    checks: BTreeMap<(String, Language), (&'s SourcePath, Node)>,
}

impl<'s> Inherited<'s> {
    /// What the sections of a snapshot say. What is wrong with it is told when they are read.
    pub fn of(sources: &'s Sources, rules: &'s Rules) -> Inherited<'s> {
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
        Inherited { rules, checks: checks.collect() }
    }

    /// The rules of a page, if a section sets other levels for it than the site does.
    pub fn rules_for(&self, path: &SourcePath) -> Option<Rules> {
        if self.checks.is_empty() {
            return None;
        }
        let (folder, language) = place_of(path, self.rules);
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        let below = ends.map(|end| &folder[..end]).filter(|folder| !folder.is_empty());
        let mut checks = self.rules.checks;
        for folder in [""].into_iter().chain(below) {
            let of = |language: &Language| self.checks.get(&(folder.to_owned(), language.clone()));
            if let Some((path, node)) = of(&language).or_else(|| of(&self.rules.default_language)) {
                checks = checks.with(Some(node), &mut Reading::new(path, ""));
            }
        }
        (checks != self.rules.checks).then(|| Rules { checks, ..self.rules.clone() })
    }
}

/// The folder and the language of a page, that of a section being its own.
fn place_of(path: &SourcePath, rules: &Rules) -> (String, Language) {
    let mut reading = Reading::new(path, "");
    let (language, stem) = front_matter::language_and_stem(path, rules, &mut reading);
    let folder = stem.rsplit_once('/').map_or("", |(folder, _)| folder);
    (folder.to_owned(), language)
}
