//! The events of each schedule in order of time, their agencies, audiences and places known.
//!
//! A sheet names an agency, an audience or a place in words. Words that are the name of an
//! entry in `_data`, or of a term, stand for its key from here on; others stay words.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value as Json;

use crate::content::kinds::{Event, Named};
use crate::content::{Document, Kind};
use crate::diagnostics::Span;
use crate::locale::{LocalText, fold};
use crate::site::{Page, PageId, Site};
use crate::sources::SourcePath;
use crate::yaml::Marked;

/// The keys of a site by the names that they have in any language, folded.
struct Names {
    agencies: BTreeMap<String, String>,
    places: BTreeMap<String, String>,
    audiences: BTreeMap<String, String>,
}

impl Site {
    /// The events of a schedule, in order of time; none where the page is no schedule.
    pub fn events(&self, id: PageId) -> &[Event] {
        self.events.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The events of a schedule, in order of time; none where the page is no schedule.
    pub fn events_of(&self, page: &Page) -> &[Event] {
        self.by_source(&page.document.path).map_or(&[], |id| self.events(id))
    }
}

/// The sheets that schedules are read from, published or not: other columns of theirs may
/// hold what is nobody's business.
pub(super) fn sheets(documents: &[Arc<Document>]) -> BTreeSet<SourcePath> {
    let named = documents.iter().filter_map(|document| match &document.kind {
        Kind::Schedule(schedule) => schedule.sheet.as_ref().map(|sheet| sheet.path.clone()),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) | Kind::Plan(_) => None,
    });
    named.collect()
}

/// The events of every schedule.
pub(super) fn events(site: &Site) -> BTreeMap<PageId, Vec<Event>> {
    let names = Names::of(site);
    let schedules = site.ids().filter_map(|(id, page)| match &page.document.kind {
        Kind::Schedule(schedule) => Some((id, schedule)),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) | Kind::Plan(_) => None,
    });
    let zone = &site.config.timezone;
    let known = schedules.map(|(id, schedule)| {
        let mut events: Vec<Event> =
            schedule.events.iter().map(|event| names.known(event)).collect();
        events.sort_by(|a, b| {
            let key = |event: &Event| (event.when.starts.day(zone), event.when.starts.start(zone));
            key(a).cmp(&key(b)).then_with(|| a.id.value.cmp(&b.id.value))
        });
        (id, events)
    });
    known.collect()
}

impl Names {
    fn of(site: &Site) -> Names {
        let taxonomy = site.config.taxonomies.iter().find(|known| known.name == "audiences");
        let terms = taxonomy.into_iter().flat_map(|taxonomy| &taxonomy.terms);
        let audiences = terms.flat_map(|(key, name)| {
            let names: Vec<&str> = match name {
                LocalText::One(name) => vec![name],
                LocalText::Each(names) => names.values().map(String::as_str).collect(),
            };
            [key.as_str()].into_iter().chain(names).map(|name| (fold(name), key.clone()))
        });
        Names {
            agencies: names_of(site.data.file("agencies"), &["name", "short"]),
            places: names_of(site.data.file("places"), &["name"]),
            audiences: audiences.collect(),
        }
    }

    fn known(&self, event: &Event) -> Event {
        let agency = |named: &Named| known(named, &self.agencies);
        let all = |names: &[Named], keys| names.iter().flat_map(|own| several(own, keys)).collect();
        let venue = event.venue.as_ref().filter(|_| event.place.is_none());
        let place = venue.and_then(|venue| self.places.get(&fold(venue)));
        let own = place.is_none().then(|| event.venue.clone()).flatten();
        Event {
            organizer: event.organizer.as_ref().map(agency),
            with: all(&event.with, &self.agencies),
            audiences: all(&event.audiences, &self.audiences),
            place: place.map(|key| reference(key)).or_else(|| event.place.clone()),
            venue: own,
            ..event.clone()
        }
    }
}

fn known(named: &Named, names: &BTreeMap<String, String>) -> Named {
    let words = match named {
        Named::Key(_) => return named.clone(),
        Named::Words(words) => words,
    };
    names.get(&fold(words)).map_or_else(|| named.clone(), |key| Named::Key(reference(key)))
}

/// The names in words that commas part. A comma may be part of a name (`Sở Văn hoá, Thể thao
/// và Du lịch`), so the longest name that is known is taken each time.
fn several(named: &Named, names: &BTreeMap<String, String>) -> Vec<Named> {
    let words = match named {
        Named::Key(_) => return vec![named.clone()],
        Named::Words(words) => words,
    };
    let parts: Vec<&str> = words.split(',').collect();
    let (mut all, mut at) = (Vec::new(), 0);
    while at < parts.len() {
        let joined = |end: &usize| Named::Words(parts[at..*end].join(",").trim().to_owned());
        let end =
            (at + 1..=parts.len()).rev().find(|end| known(&joined(end), names).key().is_some());
        let end = end.unwrap_or(at + 1);
        all.push(known(&joined(&end), names));
        at = end;
    }
    all.retain(|name| !name.as_str().is_empty());
    all
}

fn reference(key: &str) -> Marked<String> {
    Marked { value: key.to_owned(), span: Span::default() }
}

/// The names of the entries of a data file, each in every language it is written in, and
/// the keys themselves.
fn names_of(file: Option<&Json>, fields: &[&str]) -> BTreeMap<String, String> {
    let entries = file.and_then(Json::as_object).into_iter().flatten();
    let names = entries.flat_map(|(key, entry)| {
        let written = fields.iter().flat_map(|field| texts(&entry[*field]));
        [key.as_str()].into_iter().chain(written).map(|name| (fold(name), key.clone()))
    });
    names.collect()
}

fn texts(value: &Json) -> Vec<&str> {
    match value {
        Json::String(text) => vec![text],
        Json::Object(texts) => texts.values().filter_map(Json::as_str).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) => Vec::new(),
    }
}
