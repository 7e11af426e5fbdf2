//! Pages at old addresses that lead to where things are now.

use std::collections::BTreeSet;

use crate::content::Language;
use crate::diagnostics::Diagnostic;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::planner::Planner;
use crate::outputs::view::{Part, View, frame::colors};
use crate::outputs::{OldAddress, Origin};
use crate::site::{Address, Page, SharedValue};
use crate::yaml::Marked;

const REDIRECT: &str = "redirect.html";

/// A page that leads from an old address to a new one.
#[derive(Hash)]
pub(in crate::outputs) struct Lead {
    from: Address,
    to: Address,
    language: Language,
    title: String,
}

impl Lead {
    /// Where it leads to.
    pub(in crate::outputs) fn to(&self) -> &Address {
        &self.to
    }
}

/// A page at each old address that leads to the new one, and at each address that several
/// terms would have: it leads to the list of all. An old address that is the page's own, or
/// that is written twice, needs none.
pub(in crate::outputs) fn redirects(planner: &Planner<'_>, all: &mut Vec<Diagnostic>) -> Vec<Job> {
    let mut jobs = Vec::new();
    let base = planner.site.config.base_url.as_ref();
    for (_, page) in planner.site.ids() {
        let mut known = BTreeSet::from([page.address.file().to_lowercase()]);
        for written in &page.document.meta.aliases {
            let alias = crate::site::alias(written, &page.document, base, all);
            let Some(alias) = alias.filter(|own| known.insert(own.file().to_lowercase())) else {
                continue;
            };
            // An old address may not tell what the page hides.
            let origin = Origin::Alias(Box::new(old_address(planner, page, written, &alias)));
            let title = page.told_title().to_owned();
            let (language, to) = (page.language().clone(), page.address.clone());
            jobs.extend(lead(Lead { from: alias, to, language, title }, origin));
        }
    }
    // A theme without redirects has none of these: nothing was written that asks for one.
    let taxonomies = planner.site.taxonomies().iter().filter(|_| planner.theme.has(REDIRECT));
    for taxonomy in taxonomies {
        for (language, (title, index)) in &taxonomy.indexes {
            for address in taxonomy.shared.get(language).into_iter().flatten() {
                let (from, to) = (address.clone(), index.clone());
                let lead_to = Lead { from, to, language: language.clone(), title: title.clone() };
                jobs.extend(lead(lead_to, Origin::Program("taxonomy")));
            }
        }
    }
    jobs
}

fn lead(lead: Lead, origin: Origin) -> Option<Job> {
    Some(Job { path: lead.from.output()?, origin, work: Subject::Redirect(lead).into() })
}

/// What is said of an old address where something else is.
fn old_address(
    planner: &Planner<'_>,
    page: &Page,
    written: &Marked<String>,
    alias: &Address,
) -> OldAddress {
    let prefix = planner.site.config.prefix(page.language());
    let is_outside = !prefix.is_empty() && !alias.file().starts_with(&prefix);
    OldAddress {
        place: page.document.place(written.span),
        written: written.value.clone(),
        within: is_outside.then(|| format!("/{prefix}{}", alias.folder())),
    }
}

/// What a page shows that leads to another, and by which template.
pub(in crate::outputs) fn view<'a>(planner: &Planner<'a>, lead: &Lead) -> (String, View<'a>) {
    let Lead { from, to, language, title } = lead;
    let mut view = View::of(planner.theme.mentioned_by(REDIRECT).iter().map(String::as_str));
    view.put("root", Part::own(&from.root()));
    view.put("lang", Part::own(language));
    view.add("dir", || Part::own(&planner.site.config.language(language).direction));
    view.add("target", || Part::own(&to.encoded()));
    view.add("permalink", || Part::own(&planner.permalink(to)));
    view.add("title", || Part::own(title));
    view.add("colors", || Part::own(&colors(planner)));
    view.add("site", || Part::Shared(planner.shared(SharedValue::Settings, language)));
    (REDIRECT.to_owned(), view)
}
