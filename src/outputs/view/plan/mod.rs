//! `page.plan`: the document that a plan sums up, its tasks, and what belongs to it.
//!
//! In: a plan, and what the site knows of it. Out: plain values for templates: of the plan's
//! own page here, of the pages below it in [`mod@units`] and [`mod@events`].

mod events;
mod tasks;
mod units;

use serde_json::{Value as Json, json};

use crate::content::Language;
use crate::content::kinds::{LegalBasis, Period, Plan};
use crate::outputs::below::Below;
use crate::outputs::calendar;
use crate::outputs::named::{self, AgencyView};
use crate::outputs::planner::Planner;
use crate::outputs::prose::Resolver;
use crate::outputs::view::card::Card;
use crate::outputs::view::page;
use crate::site::{Page, PageId};
use crate::yaml::{Marked, Moment};
use events::Events;

pub(crate) use events::matrix;
pub(crate) use tasks::{last_day, numbered};
pub(crate) use units::units;

/// What the views of a plan look at.
pub(super) struct Sight<'s, 'a> {
    planner: &'s Planner<'a>,
    page: &'s Page,
}

/// The view of a plan.
pub(crate) fn of_plan(
    planner: &Planner<'_>,
    (id, page): (PageId, &Page),
    plan: &Plan,
    resolver: &mut Resolver<'_, '_>,
) -> Json {
    let sight = Sight { planner, page };
    let document = &plan.document;
    let agency = |key: &Option<Marked<String>>| key.as_ref().map(|key| sight.agency(&key.value));
    let basis = document.legal_basis.iter().map(|basis| sight.basis(basis));
    let events = Events::of(planner, id, plan);
    let tasks = numbered(plan).map(|numbered| {
        let mut task = sight.task(numbered);
        let own = events.of_task(&numbered.1.id.value);
        task["events"] = own.iter().map(|own| sight.event(own)).collect();
        task
    });
    let below = |below: Below| below.of(planner, id).map(|address| address.encoded());
    // A link that leads nowhere is said here; what it means is known to the site.
    for target in plan.supersedes.iter().chain(&plan.follows) {
        resolver.target(target);
    }
    json!({
        "number": document.number.as_ref().map(|number| &number.value),
        "type": document.type_name,
        "issuer": agency(&document.issuer),
        "issued_on": sight.day(&document.issued_on),
        "place": document.place,
        "signatory": document.signatory,
        "legal_basis": basis.collect::<Json>(),
        "original": document.original.as_ref().map(|original| page::file(planner, original, resolver)),
        "period": plan.period.as_ref().map(|own| sight.period(own)),
        "tasks": tasks.collect::<Json>(),
        "deadlines": sight.deadlines(plan),
        "calendar": calendar::deadlines_address(page, plan).map(|address| address.encoded()),
        "units_url": below(Below::Units),
        "matrix_url": below(Below::Matrix),
        "supersedes": sight.card(planner.site.predecessor(page)),
        "superseded_by": sight.card(planner.site.successor(page)),
        "chain": sight.chain(id),
    })
}

impl Sight<'_, '_> {
    fn language(&self) -> &Language {
        self.page.language()
    }

    fn agency(&self, key: &str) -> AgencyView {
        named::agency(self.planner, self.language(), key)
    }

    fn day(&self, date: &Option<Marked<Moment>>) -> Option<String> {
        date.as_ref().map(|date| self.iso(date))
    }

    fn card(&self, other: Option<PageId>) -> Option<Json> {
        let other = self.planner.site.page(other?);
        Some(json!(Card::of(self.planner.site, other, self.language())))
    }

    fn basis(&self, basis: &LegalBasis) -> Json {
        let page = self.planner.document_of(&basis.number.value, &self.page.document);
        json!({
            "number": basis.number.value,
            "type": basis.type_name,
            "title": basis.title,
            "issued_on": self.day(&basis.issued_on),
            "issuer": basis.issuer.as_ref().map(|key| self.agency(&key.value)),
            "page": page.map(|page| {
                let address = self.planner.site.address_for(page, self.language());
                json!({ "url": address.encoded(), "lang": page.language() })
            }),
        })
    }

    /// The plans before and after this one, oldest first; none if there are no others.
    fn chain(&self, id: PageId) -> Json {
        let chain = self.planner.site.chain(id);
        let chain = chain.iter().filter(|_| chain.len() > 1).map(|own| {
            let mut card = self.card(Some(*own)).unwrap_or_default();
            card["year"] = self.year(self.planner.site.page(*own)).into();
            card["current"] = (*own == id).into();
            card
        });
        chain.collect()
    }

    /// The year of a plan: of its first day, in the words of its period, or of its issue.
    fn year(&self, page: &Page) -> Option<String> {
        let crate::content::Kind::Plan(plan) = &page.document.kind else { return None };
        let zone = &self.planner.site.config.timezone;
        let year = |date: &Marked<Moment>| date.value.day(zone).year().to_string();
        match &plan.period {
            Some(Period::Days(starts, ends)) => {
                let (first, last) = (year(starts), year(ends));
                Some(if first == last { first } else { format!("{first}–{last}") })
            }
            Some(Period::Words(words)) => Some(words.clone()),
            None => plan.document.issued_on.as_ref().map(year),
        }
    }
}
