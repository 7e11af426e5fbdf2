//! Which document of the site has which number.
//!
//! A number is not unique: each office counts from 1 each year. One that two plans of the
//! site have leads nowhere, since nobody but the author knows which is meant.

use std::collections::{BTreeMap, BTreeSet};

use jiff::tz::TimeZone;

use crate::content::kinds::DocumentNote;
use crate::content::{Kind, Language, number};
use crate::diagnostics::{Code, Diagnostic, say};
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

/// Says which plans have the number of one document: of one office and one year, as far as both
/// are written.
pub(super) fn check(pages: &[Page], diagnostics: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<(String, &Language), Vec<(&Page, &DocumentNote)>> = BTreeMap::new();
    // A draft may still have the number that `new` wrote.
    let is_draft = |page: &Page| page.document.meta.shared.draft == Some(true);
    let known_pages = pages.iter().filter(|page| page.document.unknown.is_nothing());
    for page in known_pages.filter(|page| !is_draft(page)) {
        let Some(plan) = page.document.kind.as_plan() else { continue };
        let Some(number) = &plan.document.number else { continue };
        let others = known.entry((number::key(&number.value), page.language())).or_default();
        let may_be_one = |(_, other): &&(&Page, &DocumentNote)| are_one(other, &plan.document);
        // A page that is twice there under one key is told as such.
        let same = others.iter().find(may_be_one).filter(|(other, _)| other.key != page.key);
        if let Some((other, _)) = same {
            let (number, other) = (&number.value, &other.document.path);
            let place =
                plan.document.number.as_ref().map(|number| page.document.place(number.span));
            let message = say!(
                "kế hoạch `{other}` cũng có số `{number}`",
                "the plan `{other}` has the number `{number}` too"
            );
            let hint = say!(
                "sửa số ở một trong hai; nếu là hai văn bản khác nhau, ghi `issuer` và `issued_on` cho cả hai",
                "mend the number of one; if they are two documents, write `issuer` and `issued_on` for both"
            );
            let fault = Diagnostic::warning(Code::SameNumber, message).hint(hint);
            diagnostics.extend(place.map(|place| fault.at(place)));
        }
        others.push((page, &plan.document));
    }
}

/// Whether two notes may be of one document: neither its office nor its year tells them apart.
fn are_one(one: &DocumentNote, other: &DocumentNote) -> bool {
    let office = |note: &DocumentNote| note.issuer.as_ref().map(|issuer| issuer.value.clone());
    let year = |note: &DocumentNote| {
        note.issued_on.as_ref().map(|day| day.value.day(&TimeZone::UTC).year())
    };
    let may_be = |differs: Option<bool>| !differs.unwrap_or(false);
    may_be(office(one).zip(office(other)).map(|(one, other)| one != other))
        && may_be(year(one).zip(year(other)).map(|(one, other)| one != other))
}
