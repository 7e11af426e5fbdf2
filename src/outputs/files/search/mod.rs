//! The site's own search: an index of each language, in scripts that a browser loads as it needs
//! them, from a server and from a disk.
//!
//! In: the published pages of a language and the events of its schedules. Out: a job for each
//! script (`_search/vi.js`, `_search/vi-t0.js`, `_search/vi-d0.js` and so on). How many there are
//! is planned before any text is seen; what stands in them is made of the terms of each page,
//! which are remembered by its digest. A theme without `search.html` has no index.

mod documents;
mod index;
mod terms;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::content::Language;
use crate::memo::{Lazy, Memo};
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::pages::search::PAGE;
use crate::outputs::planner::Planner;
use crate::outputs::{Origin, Recipe};
use crate::public::OutputPath;
use crate::site::{Question, SearchPart};

pub use index::Index;
pub use terms::{PageInput, PageTerms};

/// Where the scripts lie.
const FOLDER: &str = "_search";

/// The indexes of one build, each made when it is first asked for.
pub struct Indexes<'m> {
    terms: &'m Memo<PageTerms>,
    of: BTreeMap<Language, Lazy<Arc<Index>>>,
}

impl<'m> Indexes<'m> {
    /// Those of each language; what is known of pages is remembered here.
    pub fn new(config: &Config, terms: &'m Memo<PageTerms>) -> Indexes<'m> {
        let languages = config.languages.iter().map(|language| language.code.clone());
        Indexes { terms, of: languages.map(|language| (language, Lazy::default())).collect() }
    }

    /// The index of a language.
    pub(in crate::outputs) fn get(
        &self,
        planner: &Planner<'_>,
        language: &Language,
    ) -> Option<Arc<Index>> {
        let make = || Arc::new(documents::index(planner, language, self.terms));
        Some(self.of.get(language)?.get(make))
    }
}

/// The scripts of every language that has a page to search on.
pub(in crate::outputs) fn scripts(planner: &Planner<'_>) -> Vec<Job> {
    let jobs = PAGE.versions(planner).into_iter().flat_map(|(language, _)| {
        let (terms, records) = index::parts(documents::number(planner, language));
        let terms = (0..terms).map(SearchPart::Terms);
        let parts = terms.chain((0..records).map(SearchPart::Documents));
        [SearchPart::Entry].into_iter().chain(parts).filter_map(move |part| {
            let path = OutputPath::parse(&address(language, part))?;
            let work = Subject::Search(language.clone(), part).into();
            Some(Job { path, origin: Origin::Program("search"), work })
        })
    });
    jobs.collect()
}

/// Where a script is, from the root of the site.
pub(in crate::outputs) fn address(language: &Language, part: SearchPart) -> String {
    match part {
        SearchPart::Entry => format!("{FOLDER}/{language}.js"),
        SearchPart::Terms(at) => format!("{FOLDER}/{language}-t{at}.js"),
        SearchPart::Documents(at) => format!("{FOLDER}/{language}-d{at}.js"),
    }
}

/// How a script is made.
pub(in crate::outputs) fn recipe<'a>(
    planner: &Planner<'a>,
    language: &Language,
    part: SearchPart,
) -> Option<Recipe<'a>> {
    // What all may see of pages is in it, and what each says; the one does not tell the other.
    planner.site.note(Question::Pages);
    planner.site.note(Question::Search(language.clone(), part));
    let index = planner.index(language)?;
    Some(Recipe::Text(index.script(part)?.to_owned()))
}
