//! What can be found: the listed pages of a language, the events of its schedules, and the
//! communes in which these are.
//!
//! A page that hides its title stands under its neutral title, and only that can be looked for;
//! what stands below such a schedule cannot be found.

use jiff::civil::Date;
use rayon::prelude::*;

use crate::content::kinds::{Event, Schedule};
use crate::content::{Bodies, Component, Kind, Language, Piece};
use crate::memo::Memo;
use crate::outputs::files::search::about::{about, hotline};
use crate::outputs::files::search::below;
use crate::outputs::files::search::index::{Index, Record};
use crate::outputs::files::search::terms::{Bag, Field, PageInput, PageTerms, terms};
use crate::outputs::named::{self, AgencyView};
use crate::outputs::pages::schedule;
use crate::outputs::planner::{Common, Planner};
use crate::site::{BorneTerms, Page, PageId};

/// The kinds of what is found, by the names of their words.
pub(super) const KINDS: [&str; 8] =
    ["page", "section", "post", "material", "plan", "schedule", "event", "area"];

/// The most letters of a summary that results show.
const LONGEST_TEXT: usize = 140;

/// The component that lists the numbers to call, which no text of a page holds.
const HOTLINES: &str = "hotlines";

/// Something that can be found.
enum Found<'a> {
    /// A page.
    Page(PageId, &'a Page),
    /// An event on the page of its schedule.
    Event(&'a Page, &'a Event),
    /// A commune with events of a schedule.
    Area(PageId, &'a Page, &'a str),
}

/// All that can be found in a language, in order of the sources.
fn found<'a>(planner: &Planner<'a>, language: &Language) -> Vec<Found<'a>> {
    let site = planner.site;
    let listed = |page: &Page| page.written && page.shared.draft != Some(true);
    let own = site.ids().filter(|(_, page)| page.language() == language && listed(page));
    let all = own.flat_map(|(id, page)| {
        let is_told = page.shared.neutral_title.is_none();
        let events = site.events(id).iter().filter(move |_| is_told);
        let events = events.map(move |event| Found::Event(page, event));
        let areas = schedule::areas_of(planner, id).into_iter().filter(move |_| is_told);
        let areas = areas.map(move |key| Found::Area(id, page, key));
        [Found::Page(id, page)].into_iter().chain(events).chain(areas)
    });
    all.collect()
}

/// How many documents there are in a language.
pub(super) fn number(planner: &Planner<'_>, language: &Language) -> usize {
    found(planner, language).len()
}

/// The index of a language.
pub(super) fn index(
    (common, bodies): (&Common, &Bodies),
    language: &Language,
    known: &Memo<PageTerms>,
) -> Index {
    let planner = &Planner::reading(common, bodies);
    let documents = found(planner, language).into_par_iter().map(|found| {
        let planner = &Planner::reading(common, bodies);
        match found {
            Found::Page(id, page) => {
                (page_record(planner, page), page_terms(planner, (id, page), known))
            }
            Found::Event(page, event) => below::event(planner, page, event),
            Found::Area(id, page, key) => below::area(planner, (id, page), key),
        }
    });
    let documents: Vec<(Record, PageTerms)> = documents.collect();
    let purpose = planner.site.config.purpose;
    Index::of((language, purpose), &documents, &about(planner, language))
}

/// The place of a kind in their table.
pub(super) fn kind(name: &str) -> usize {
    KINDS.iter().position(|own| *own == name).unwrap_or_default()
}

fn page_record(planner: &Planner<'_>, page: &Page) -> Record {
    let meta = &page.document.meta;
    let name = page.document.kind.name();
    let kind = kind(name);
    let (url, title) = (page.address.encoded(), page.told_title().to_owned());
    if page.shared.neutral_title.is_some() {
        return Record { url, title, ..Record::default() };
    }
    let own = match &page.document.kind {
        Kind::Plan(plan) => plan.document.issued_on.as_ref(),
        Kind::Schedule(schedule) => schedule.starts.as_ref(),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => None,
    };
    let day = own.or(meta.date.as_ref()).map(|day| day.value.day(&planner.site.config.timezone));
    let text = meta.description.as_ref().or(meta.summary.as_ref());
    let text = text.unwrap_or(&page.document.outline.opening);
    let date = day.map(|day| planner.theme.day(page.language(), day)).unwrap_or_default();
    let schedule = page.document.kind.as_schedule();
    let last_day = schedule.and_then(|own| last_day(planner, own));
    Record { url, title, kind, date, text: shortened(text), last_day, ..Record::default() }
}

/// The last day of a schedule, after which those that come are shown before it.
pub(super) fn last_day(planner: &Planner<'_>, schedule: &Schedule) -> Option<u32> {
    let last = schedule.ends.as_ref()?.value.day(&planner.site.config.timezone);
    number_of(last)
}

/// A day as a number that grows with time.
pub(super) fn number_of(day: Date) -> Option<u32> {
    day.strftime("%Y%m%d").to_string().parse().ok()
}

/// The beginning of a text, cut between words.
pub(super) fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST_TEXT) else { return text.to_owned() };
    let cut = &text[..end];
    let cut = cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole);
    format!("{cut}…")
}

fn page_terms(
    planner: &Planner<'_>,
    (id, page): (PageId, &Page),
    known: &Memo<PageTerms>,
) -> PageTerms {
    if let Some(neutral) = &page.shared.neutral_title {
        let mut bag = Bag::default();
        bag.add(Field::Title, neutral);
        return bag.terms();
    }
    let (document, body) = (&page.document, planner.body(&page.document));
    known.call(terms, &PageInput { document, body, around: around(planner, id, page) })
}

/// What stands on a page and not in its file, or there only as a key.
fn around(planner: &Planner<'_>, id: PageId, page: &Page) -> Vec<String> {
    let language = page.language();
    let zone = &planner.site.config.timezone;
    let mut around: Vec<String> = page.shared.authors.clone();
    around.extend(page.shared.source.as_ref().map(|source| source.name.clone()));
    let meta = &page.document.meta;
    let days = [&meta.date, &meta.updated].into_iter().flatten();
    around.extend(days.map(|day| day_words(day.value.day(zone))));
    for BorneTerms { taxonomy, terms, .. } in planner.site.borne_by(id) {
        let terms = terms.into_iter();
        around.extend(terms.map(|term| planner.term_name(taxonomy, term, language)));
    }
    let mut keys: Vec<&str> = Vec::new();
    match &page.document.kind {
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => {}
        Kind::Plan(plan) => {
            keys.extend(plan.document.issuer.as_ref().map(|key| key.value.as_str()));
            let issued = plan.document.issued_on.as_ref();
            around.extend(issued.map(|day| day_words(day.value.day(zone))));
            for task in &plan.tasks {
                keys.extend(task.lead.iter().chain(&task.with).map(|key| key.value.as_str()));
            }
        }
        Kind::Schedule(schedule) => {
            keys.extend(schedule.organizer.as_ref().map(|key| key.value.as_str()));
            let days = [&schedule.starts, &schedule.ends].into_iter().flatten();
            around.extend(days.map(|day| day_words(day.value.day(zone))));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        around.extend(names(&named::agency(planner, language, key)));
        around.extend(former_names(planner, language, key));
    }
    if calls_hotlines(&planner.body(&page.document).pieces) {
        around.extend(planner.theme.text(language, "search.hotlines", &[]));
        let lines = planner.site.structure().data.hotlines.iter();
        around.extend(lines.flat_map(|(_, line)| hotline(planner, language, line)));
    }
    around
}

/// A day as people look for it: `25/11`, `25/11/2026`.
pub(super) fn day_words(day: Date) -> String {
    let (own, month, year) = (day.day(), day.month(), day.year());
    format!("{own}/{month} {own}/{month}/{year}")
}

/// The names by which an agency is looked for.
pub(super) fn names(agency: &AgencyView) -> impl Iterator<Item = String> + use<> {
    [Some(agency.name.clone()), agency.short.clone()].into_iter().flatten()
}

/// The names of the agencies whose work this one does now: who looks for those finds it.
pub(super) fn former_names(planner: &Planner<'_>, language: &Language, key: &str) -> Vec<String> {
    let agencies = planner.site.structure().data.agencies.iter();
    let former =
        agencies.filter(|(_, own)| own.replaced_by.as_ref().is_some_and(|now| now.value == key));
    former.flat_map(|(former, _)| names(&named::agency(planner, language, former))).collect()
}

fn calls_hotlines(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Component(Component { name, body, .. }) => {
            name == HOTLINES || calls_hotlines(body.as_deref().unwrap_or_default())
        }
        Piece::Html(_) | Piece::Link(_) | Piece::Image(_) | Piece::Number(_) => false,
    })
}
