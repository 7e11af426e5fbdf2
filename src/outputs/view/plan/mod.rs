//! `page.plan`: the document that a plan sums up, its tasks, and what belongs to it.
//!
//! In: a plan, and what the site knows of it. Out: values whose fields have the names that
//! templates use: of the plan's own page here, of the pages below it in [`mod@units`] and
//! [`mod@events`].

mod events;
mod tasks;
mod units;

use serde::Serialize;

use crate::content::Language;
use crate::content::kinds::{LegalBasis, Period, Plan};
use crate::outputs::files::calendar;
use crate::outputs::html::notes::Notes;
use crate::outputs::named::{self, AgencyView};
use crate::outputs::pages::below::Below;
use crate::outputs::planner::Planner;
use crate::outputs::view::{card::Card, lent::Lendable, material::FileView, prose::Resolver};
use crate::site::{Page, PageId};
use crate::yaml::{Marked, Moment};

use events::{EventLink, Events};
use tasks::{DueDay, PeriodView, TaskView};

pub(crate) use events::matrix;
pub(crate) use tasks::{last_day, numbered};
pub(crate) use units::units;

/// `page.plan`.
#[derive(Clone, Serialize)]
pub(crate) struct PlanView {
    number: Option<String>,
    #[serde(rename = "type")]
    type_name: Option<String>,
    issuer: Option<AgencyView>,
    issued_on: Option<String>,
    place: Option<String>,
    signatory: Option<String>,
    legal_basis: Vec<BasisView>,
    original: Option<FileView>,
    period: Option<PeriodView>,
    tasks: Vec<TaskView>,
    deadlines: Vec<DueDay>,
    calendar: Option<String>,
    units_url: Option<String>,
    matrix_url: Option<String>,
    supersedes: Option<Card>,
    superseded_by: Option<Card>,
    /// The plans before and after this one, oldest first; none if there are no others.
    chain: Vec<LinkOfChain>,
}

/// A document that a plan rests on.
#[derive(Clone, Serialize)]
struct BasisView {
    number: String,
    #[serde(rename = "type")]
    type_name: Option<String>,
    title: Option<String>,
    issued_on: Option<String>,
    issuer: Option<AgencyView>,
    page: Option<BasisPage>,
}

/// The page about such a document.
#[derive(Clone, Serialize)]
struct BasisPage {
    url: String,
    lang: Language,
}

/// A plan among those of other years.
#[derive(Clone, Serialize)]
struct LinkOfChain {
    #[serde(flatten)]
    card: Card,
    year: Option<String>,
    /// Whether it is the plan of the page.
    current: bool,
}

/// The page of a plan, which its views look at.
pub(super) struct PlanPage<'s, 'a> {
    planner: &'s Planner<'a>,
    page: &'s Page,
}

/// The view of a plan.
pub(crate) fn of_plan(
    planner: &Planner<'_>,
    (id, page): (PageId, &Page),
    plan: &Plan,
    resolver: &mut Resolver<'_, '_>,
) -> PlanView {
    let plan_page = PlanPage { planner, page };
    let document = &plan.document;
    let events = Events::of(planner, id, plan);
    let tasks = numbered(plan).map(|numbered| {
        let own = events.of_task(&numbered.1.id.value).iter();
        plan_page.task(numbered, own.map(EventLink::of).collect())
    });
    let below = |below: Below| below.of(planner, id).map(|address| address.encoded());
    // A link that leads nowhere is said here; what it means is known to the site.
    for target in plan.supersedes.iter().chain(&plan.follows) {
        resolver.target(target);
    }
    let original = document.original.as_ref();
    PlanView {
        number: document.number.as_ref().map(|number| number.value.clone()),
        type_name: document.type_name.clone(),
        issuer: document.issuer.as_ref().map(|key| plan_page.agency(&key.value)),
        issued_on: plan_page.day(&document.issued_on),
        place: document.place.clone(),
        signatory: document.signatory.clone(),
        legal_basis: document.legal_basis.iter().map(|basis| plan_page.basis(basis)).collect(),
        original: original.map(|original| FileView::of(planner, original, resolver)),
        period: plan.period.as_ref().map(|own| plan_page.period(own)),
        tasks: tasks.collect(),
        deadlines: plan_page.deadlines(plan),
        calendar: calendar::deadlines_address(page, plan).map(|address| address.encoded()),
        units_url: below(Below::Units),
        matrix_url: below(Below::Matrix),
        supersedes: planner.site.predecessor(page).map(|id| plan_page.card(id)),
        superseded_by: planner.site.successor(page).map(|id| plan_page.card(id)),
        chain: plan_page.chain(id),
    }
}

impl Lendable<Option<PlanView>> {
    /// Gives its tasks their bodies as HTML, in their order.
    pub(crate) fn fill(&mut self, bodies: impl Iterator<Item = Option<String>>) {
        let (plan, _) = self.parts();
        let tasks = plan.iter_mut().flat_map(|plan| &mut plan.tasks);
        tasks.zip(bodies).for_each(|(task, body)| task.body = body);
    }

    /// Gives its original the number of its address.
    pub(crate) fn number(&mut self, notes: &mut Notes<'_>) {
        let (plan, words) = self.parts();
        for file in plan.iter_mut().flat_map(|plan| &mut plan.original) {
            file.number(notes, &words);
        }
    }
}

impl PlanPage<'_, '_> {
    fn language(&self) -> &Language {
        self.page.language()
    }

    fn agency(&self, key: &str) -> AgencyView {
        named::agency(self.planner, self.language(), key)
    }

    fn day(&self, date: &Option<Marked<Moment>>) -> Option<String> {
        date.as_ref().map(|date| self.iso(date))
    }

    fn card(&self, id: PageId) -> Card {
        Card::of(self.planner, self.planner.site.page(id), self.language())
    }

    fn basis(&self, basis: &LegalBasis) -> BasisView {
        let page = self.planner.document_of(&basis.number.value, &self.page.document);
        BasisView {
            number: basis.number.value.clone(),
            type_name: basis.type_name.clone(),
            title: basis.title.clone(),
            issued_on: self.day(&basis.issued_on),
            issuer: basis.issuer.as_ref().map(|key| self.agency(&key.value)),
            page: page.map(|page| BasisPage {
                url: self.planner.site.address_for(page, self.language()).encoded(),
                lang: page.language().clone(),
            }),
        }
    }

    fn chain(&self, id: PageId) -> Vec<LinkOfChain> {
        let chain = self.planner.site.chain(id);
        let chain = chain.iter().filter(|_| chain.len() > 1).map(|own| LinkOfChain {
            card: self.card(*own),
            year: self.year(self.planner.site.page(*own)),
            current: *own == id,
        });
        chain.collect()
    }

    /// The year of a plan: of its first day, in the words of its period, or of its issue.
    fn year(&self, page: &Page) -> Option<String> {
        let plan = page.document.kind.as_plan()?;
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
