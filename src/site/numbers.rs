//! Which document of the site has which number.
//!
//! A number is not unique: each office counts from 1 each year. One that two plans of the
//! site have leads nowhere, since nobody but the author knows which is meant.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Kind, Language, number};
use crate::site::{Page, PageId, Pages};

/// The plans by the number of their document: what their translations share.
pub(super) fn index(pages: &[Page]) -> BTreeMap<String, String> {
    let mut known: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for page in pages {
        let Kind::Plan(plan) = &page.document.kind else { continue };
        if let Some(written) = &plan.document.number {
            known.entry(number::key(&written.value)).or_default().insert(&page.key);
        }
    }
    let only = known.into_iter().filter(|(_, keys)| keys.len() == 1);
    only.flat_map(|(number, keys)| {
        keys.into_iter().map(move |key| (number.clone(), key.to_owned()))
    })
    .collect()
}

impl Pages {
    /// The page about the document of this number: in the reader's language, else in the
    /// site's first that has it. None where no document of the site has it, or several have.
    pub fn by_number(&self, number: &str, reader: &Language) -> Option<PageId> {
        self.version(self.numbers.get(&number::key(number))?, reader)
    }
}
