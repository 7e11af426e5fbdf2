//! What can be found: the listed pages of a language and the events of its schedules.
//!
//! A page that hides its title stands under its neutral title, and only that can be looked for;
//! the events of such a schedule cannot be found.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::content::data::Hotline;
use crate::content::kinds::Event;
use crate::content::{Bodies, Component, Kind, Language, Piece};
use crate::memo::Memo;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::search::index::{About, Index, Record};
use crate::outputs::files::search::terms::{Bag, Field, PageInput, PageTerms, terms};
use crate::outputs::named::{self, AgencyView};
use crate::outputs::planner::{Common, Planner};
use crate::site::{Page, PageId};

/// The kinds of what is found, by the names of their words.
const KINDS: [&str; 7] = ["page", "section", "post", "material", "plan", "schedule", "event"];

/// The most letters of a summary that results show.
const LONGEST_TEXT: usize = 140;

/// How many numbers to call are shown above results.
const MOST_HELP: usize = 3;

/// The component that lists the numbers to call, which no text of a page holds.
const HOTLINES: &str = "hotlines";

/// What results are made of besides documents: the theme's words.
const WORDS: [&str; 8] = ["none", "one", "found", "partial", "typo", "danger", "help", "more"];

/// Something that can be found.
enum Found<'a> {
    /// A page.
    Page(PageId, &'a Page),
    /// An event on the page of its schedule.
    Event(&'a Page, &'a Event),
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
        [Found::Page(id, page)].into_iter().chain(events)
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
            Found::Event(page, event) => of_event(planner, page, event),
        }
    });
    let documents: Vec<(Record, PageTerms)> = documents.collect();
    let purpose = planner.site.config.purpose;
    Index::of((language, purpose), &documents, &about(planner, language))
}

fn page_record(planner: &Planner<'_>, page: &Page) -> Record {
    let meta = &page.document.meta;
    let name = page.document.kind.name();
    let kind = KINDS.iter().position(|own| *own == name).unwrap_or_default();
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
    Record { url, title, kind, date, text: shortened(text), last_day: None }
}

/// The beginning of a text, cut between words.
fn shortened(text: &str) -> String {
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
    for taxonomy in &planner.site.structure().taxonomies {
        let terms = taxonomy.borne_by(id, language);
        around.extend(terms.map(|term| planner.term_name(&taxonomy.name, term, language)));
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
    around.extend(keys.iter().flat_map(|key| names(&named::agency(planner, language, key))));
    if calls_hotlines(&planner.body(&page.document).pieces) {
        around.extend(planner.theme.text(language, "search.hotlines", &[]));
        let lines = planner.site.structure().data.hotlines.iter();
        around.extend(lines.flat_map(|(_, line)| hotline(planner, language, line)));
    }
    around
}

/// A day as people look for it: `25/11`, `25/11/2026`.
fn day_words(day: Date) -> String {
    let (own, month, year) = (day.day(), day.month(), day.year());
    format!("{own}/{month} {own}/{month}/{year}")
}

/// The names by which an agency is looked for.
fn names(agency: &AgencyView) -> impl Iterator<Item = String> + use<> {
    [Some(agency.name.clone()), agency.short.clone()].into_iter().flatten()
}

fn calls_hotlines(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| match piece {
        Piece::Component(Component { name, body, .. }) => {
            name == HOTLINES || calls_hotlines(body.as_deref().unwrap_or_default())
        }
        Piece::Html(_) | Piece::Link(_) | Piece::Image(_) | Piece::Number(_) => false,
    })
}

/// The number to call, who answers, and in which need.
fn hotline(planner: &Planner<'_>, language: &Language, line: &Hotline) -> [String; 3] {
    let texts = [Some(&line.number), line.name.as_ref(), line.when.as_ref()];
    let config = &planner.site.config;
    texts.map(|text| text.map_or_else(String::new, |text| config.text(text, language).to_owned()))
}

fn of_event(planner: &Planner<'_>, page: &Page, event: &Event) -> (Record, PageTerms) {
    let Some(of) = SchedulePage::of(planner, page) else {
        return (Record::default(), Bag::default().terms());
    };
    let own = ScheduledEvent { of, event };
    let zone = &planner.site.config.timezone;
    let first = event.when.starts.day(zone);
    let last = event.repeat.as_ref().and_then(|repeat| own.last_start(repeat));
    let last = last.or(event.when.ends).map_or(first, |last| last.day(zone)).max(first);
    let place = own.place();
    let mut bag = Bag::default();
    bag.add(Field::Title, &event.title);
    let places = place.iter().flat_map(|place| [Some(place.name.clone()), place.address.clone()]);
    let places = places.flatten().chain(own.area_name());
    let places: Vec<String> = event.venue().map(str::to_owned).into_iter().chain(places).collect();
    places.iter().for_each(|place| bag.add(Field::Summary, place));
    bag.add(Field::Summary, &day_words(first));
    if last != first {
        bag.add(Field::Summary, &day_words(last));
    }
    event.description.iter().for_each(|text| bag.add(Field::Summary, text));
    let agencies = own.organizer().into_iter().chain(own.with());
    agencies.for_each(|agency| names(&agency).for_each(|name| bag.add(Field::Body, &name)));
    own.audiences().for_each(|name| bag.add(Field::Body, name));
    let more = [&event.attendees, &event.contact].into_iter().flatten();
    more.for_each(|text| bag.add(Field::Body, text));
    let shown = places.first().map_or("", String::as_str);
    let record = Record {
        url: own.url(),
        title: event.title.clone(),
        kind: KINDS.len() - 1,
        date: days(planner, page.language(), (first, last)),
        text: shortened(shown),
        last_day: last.strftime("%Y%m%d").to_string().parse().ok(),
    };
    (record, bag.terms())
}

fn days(planner: &Planner<'_>, language: &Language, (first, last): (Date, Date)) -> String {
    if first == last {
        planner.theme.day(language, first)
    } else {
        planner.theme.days(language, first, last)
    }
}

/// What the entry says besides where things are.
fn about(planner: &Planner<'_>, language: &Language) -> About {
    let text = |key: &str| planner.theme.text(language, key, &[]);
    let words = WORDS.into_iter().filter_map(|name| Some((name, text(&format!("search.{name}"))?)));
    let kinds = KINDS.iter().map(|kind| text(&format!("search.kinds.{kind}")).unwrap_or_default());
    let data = &planner.site.structure().data;
    let help = data.hotlines.iter().take(MOST_HELP);
    About {
        words: words.collect::<BTreeMap<_, _>>(),
        kinds: kinds.collect(),
        help: help.map(|(_, line)| hotline(planner, language, line)).collect(),
        old: data.agencies.keys().flat_map(|key| old(planner, language, key)).collect(),
    }
}

/// The names of an agency whose work another does now, each with a sentence that says so.
fn old(planner: &Planner<'_>, language: &Language, key: &str) -> Vec<[String; 2]> {
    let own = named::agency(planner, language, key);
    let Some(now) = &own.replaced_by else { return Vec::new() };
    let now = named::agency(planner, language, &now.key).name;
    let words = [("old", own.name.as_str()), ("new", now.as_str())];
    let Some(sentence) = planner.theme.text(language, "search.now", &words) else {
        return Vec::new();
    };
    names(&own).map(|name| [name, sentence.clone()]).collect()
}
