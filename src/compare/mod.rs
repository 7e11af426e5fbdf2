//! A page beside its translation: what the two say otherwise, and what is outdated.
//!
//! In: the linked site, its bodies and `translations.lock`. Out: [`compare`] tells which
//! translations are older than their source, and each date, number or address that a
//! translation says otherwise; [`progress`](progress::progress) tells how far each page is
//! translated; `hotlines` looks at help lines beside the clock, `words` at words beside the data.

mod alignment;
mod facts;
pub mod hotlines;
pub mod lock;
pub mod progress;
mod staleness;
pub mod words;

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::Serialize;

use crate::content::{self, Bodies, Body, Language};
use crate::diagnostics::{Checked, Diagnostic};
use crate::memo::{Digest, Input, Memo, Outcome};
use crate::site::{Page, PageId, Site};

use lock::Lock;

/// The pages of a site with their texts, and what each translation was made from.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// The pages.
    pub site: &'a Site,
    /// What each page says.
    pub bodies: &'a Bodies,
    /// What each translation was made from.
    pub lock: &'a Lock,
}

/// A page and its translation, as long as a comparison may see them.
#[derive(Serialize)]
pub struct Pair<'d> {
    source: &'d Body,
    translation: &'d Body,
    /// Whether dates and numbers of both languages can be read.
    are_read: bool,
}

impl Input for Pair<'_> {
    fn name(&self) -> &str {
        self.translation.path.as_str()
    }

    fn key(&self) -> Digest {
        Digest::of_hash(&([self.source.digest, self.translation.digest], self.are_read))
    }
}

/// The facts in which a translation differs from its source.
#[derive(Clone, Debug)]
pub struct Differences(Vec<Diagnostic>);

impl Outcome for Differences {
    fn lasts(&self) -> bool {
        true
    }
}

/// The translations whose source has changed since they were accepted; with a warning for each
/// fact that a translation says otherwise.
pub fn compare(texts: &Texts<'_>, known: &Memo<Differences>) -> Checked<BTreeSet<PageId>> {
    let Texts { site, bodies, .. } = *texts;
    if !site.config.rules.are_multilingual() {
        return Checked::good(BTreeSet::new());
    }
    let pages = site.ids().filter_map(|(_, page)| Some((site.source_of(page)?, page)));
    let is_known = |page: &Page| page.document.unknown.is_nothing();
    let pages = pages.filter(|(source, page)| is_known(source) && is_known(page));
    let pairs: Vec<(&Page, &Page)> = pages.collect();
    let mut are_read: BTreeSet<&Language> = BTreeSet::new();
    if content::facts::are_read(site.config.default_language()) {
        let all = site.config.languages.iter().map(|language| &language.code);
        are_read.extend(all.filter(|language| content::facts::are_read(language)));
    }
    let differences: Vec<Differences> = pairs
        .par_iter()
        .map(|(source, page)| {
            let [source, translation] =
                [source, page].map(|page| bodies.of_document(&page.document));
            let are_read = are_read.contains(page.language());
            known.call(facts::compare, &Pair { source, translation, are_read })
        })
        .collect();
    let diagnostics = differences.into_iter().flat_map(|Differences(all)| all).collect();
    Checked { value: outdated(texts), diagnostics }
}

fn outdated(texts: &Texts<'_>) -> BTreeSet<PageId> {
    let Texts { site, bodies, lock } = *texts;
    if lock.is_empty() {
        return BTreeSet::new();
    }
    let is_outdated = |page: &Page| {
        let source = site.source_of(page)?;
        let accepted = lock.get(&page.key, page.language())?;
        Some(staleness::has_changed(accepted, bodies.of_document(&source.document)))
    };
    let pages = site.ids().filter(|(_, page)| is_outdated(page) == Some(true));
    pages.map(|(id, _)| id).collect()
}
