//! The site's own search: an index of each language, in scripts that a browser loads as it needs
//! them, from a server and from a disk.
//!
//! In: the published pages of a language, the events of its schedules and their communes. Out: the
//! plan holds a job for each script (`_search/vi.js`, `_search/vi/t0.js`, `_search/vi/d0.js` and so
//! on): how many there are is known before any text is seen. [`Search`] makes them, apart from all
//! other files, so that none waits for them; what stands in them is made of the terms of each
//! page, which are remembered by its digests. A theme without `search.html` has no index.

mod about;
mod below;
mod documents;
mod index;
mod lists;
mod terms;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content::{Bodies, Language};
use crate::memo::{Memo, Round};
use crate::outputs::Origin;
use crate::outputs::jobs::{Job, Plan, Work};
use crate::outputs::pages::search::PAGE;
use crate::outputs::planner::Planner;
use crate::public::{File, Files, OutputPath, Store};

use index::Index;

pub use terms::{PageInput, PageTerms};

/// The folder of the output in which the scripts lie.
pub const FOLDER: &str = "_search";

/// A script of the index of a language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::outputs) enum Part {
    /// The one that tells what there is and where.
    Entry,
    /// The terms of this number.
    Terms(usize),
    /// The documents of this number.
    Documents(usize),
}

/// The search of a site, still to be made.
#[derive(Clone)]
pub struct Search {
    plan: Arc<Plan>,
    bodies: Arc<Bodies>,
    terms: Arc<Memo<PageTerms>>,
}

impl Search {
    /// The search of these pages; what is known of them is remembered in `terms`.
    pub fn new(plan: Arc<Plan>, bodies: Arc<Bodies>, terms: Arc<Memo<PageTerms>>) -> Search {
        Search { plan, bodies, terms }
    }

    /// Its scripts.
    pub fn files(&self, store: &dyn Store) -> Files {
        let common = &self.plan.common;
        let mut indexes: BTreeMap<&Language, Index> = BTreeMap::new();
        let files = self.plan.jobs.iter().filter_map(|job| {
            let Work::Search(language, part) = &job.work else { return None };
            let index = indexes
                .entry(language)
                .or_insert_with(|| documents::index((common, &self.bodies), language, &self.terms));
            let file = File::made(index.script(*part)?.as_bytes());
            let path = index.published(&job.path, *part, &file);
            let file = store.put(&path, file);
            Some((path, file))
        });
        let files = files.collect();
        self.terms.sweep(Round::Good);
        files
    }
}

/// The scripts of every language that has a page to search on.
pub(in crate::outputs) fn scripts(planner: &Planner<'_>) -> Vec<Job> {
    let jobs = PAGE.versions(planner).into_iter().flat_map(|(language, _)| {
        let (terms, records) = index::parts(documents::number(planner, language));
        let terms = (0..terms).map(Part::Terms);
        let parts = terms.chain((0..records).map(Part::Documents));
        [Part::Entry].into_iter().chain(parts).filter_map(move |part| {
            let path = OutputPath::parse(&address(language, part))?;
            let work = Work::Search(language.clone(), part);
            Some(Job { path, origin: Origin::Program("search"), work })
        })
    });
    jobs.collect()
}

/// Where the script is that tells what there is, from the root of the site.
pub(in crate::outputs) fn entry(language: &Language) -> String {
    address(language, Part::Entry)
}

fn address(language: &Language, part: Part) -> String {
    match part {
        Part::Entry => format!("{FOLDER}/{language}.js"),
        Part::Terms(at) => format!("{FOLDER}/{language}/t{at}.js"),
        Part::Documents(at) => format!("{FOLDER}/{language}/d{at}.js"),
    }
}
