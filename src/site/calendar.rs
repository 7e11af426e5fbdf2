//! The events of each schedule in order of time, their agencies, audiences and places known.
//!
//! A sheet names an agency, an audience or a place in words. Words that are the name of an
//! entry in `_data`, or of a term, stand for its key from here on; others stay words. Words that
//! may be the name of two are told, and so are those that other marks would make a name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::Document;
use crate::content::kinds::{Event, Named};
use crate::diagnostics::{Code, Diagnostic, Span, one_of, say};
use crate::locale::{Found, LocalText, Names};
use crate::site::{PageId, Pages, Site};
use crate::sources::SourcePath;
use crate::yaml::Marked;

/// The keys of a site by the names that they have in any language.
struct Known {
    agencies: Entries,
    places: Entries,
    audiences: Entries,
}

/// The keys of one data file or taxonomy.
struct Entries {
    names: Names<String>,
    /// How many parts the longest name has that commas part.
    parts: usize,
}

/// Finds what the words of one schedule stand for.
struct Namer<'a> {
    known: &'a Known,
    document: &'a Document,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Site {
    /// The events of a schedule, in order of time; none where the page is no schedule.
    pub fn events(&self, id: PageId) -> &[Event] {
        self.events.get(&id).map_or(&[], Vec::as_slice)
    }
}

/// The sheets that schedules are read from, published or not: other columns of theirs may
/// hold what is nobody's business.
pub(super) fn sheets(documents: &[Arc<Document>]) -> BTreeSet<SourcePath> {
    let schedules = documents.iter().filter_map(|document| document.kind.as_schedule());
    let sheets = schedules.filter_map(|schedule| schedule.sheet.as_ref());
    sheets.map(|sheet| sheet.path.clone()).collect()
}

/// The events of every schedule.
pub(super) fn events(
    pages: &Pages,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<PageId, Vec<Event>> {
    let known = Known::of(pages);
    let schedules =
        pages.ids().filter_map(|(id, page)| Some((id, page.document.kind.as_schedule()?)));
    let zone = &pages.config.timezone;
    let events = schedules.map(|(id, schedule)| {
        let mut namer = Namer { known: &known, document: &pages.page(id).document, diagnostics };
        let mut events: Vec<Event> =
            schedule.written.iter().map(|event| namer.event(event)).collect();
        events.sort_by(|a, b| {
            let key = |event: &Event| (event.when.starts.day(zone), event.when.starts.start(zone));
            key(a).cmp(&key(b)).then_with(|| a.id.value.cmp(&b.id.value))
        });
        (id, events)
    });
    events.collect()
}

impl Known {
    fn of(pages: &Pages) -> Known {
        let taxonomy = pages.config.taxonomies.iter().find(|known| known.name == "audiences");
        let terms = taxonomy.into_iter().flat_map(|taxonomy| &taxonomy.terms);
        let audiences = terms.flat_map(|(key, name)| named(key, name.all()));
        let agencies = pages.data.agencies.iter().flat_map(|(key, agency)| {
            named(key, agency.name.all().chain(agency.short.iter().flat_map(LocalText::all)))
        });
        let places = pages.data.places.iter().flat_map(|(key, place)| named(key, place.name.all()));
        Known {
            agencies: Entries::of(agencies),
            places: Entries::of(places),
            audiences: Entries::of(audiences),
        }
    }
}

impl Entries {
    fn of<'n>(all: impl Iterator<Item = (&'n str, &'n str)>) -> Entries {
        let mut entries = Entries { names: Names::default(), parts: 1 };
        for (name, key) in all {
            entries.names.insert(name, key.to_owned());
            entries.parts = entries.parts.max(name.split(',').count());
        }
        entries
    }

    /// How the names in words that commas part are joined again: how many parts the next name
    /// has. A comma may be part of a name (`Sở Văn hoá, Thể thao và Du lịch`), so the longest
    /// that is known goes first, then the longest that other marks would make one.
    fn next(&self, parts: &[&str]) -> usize {
        let longest = self.parts.min(parts.len());
        let found = |count: usize| self.names.find(&parts[..count].join(","));
        let is_known = |count: &usize| match found(*count) {
            Found::One(_) | Found::Several(_) => true,
            Found::None { .. } => false,
        };
        let is_near = |count: &usize| match found(*count) {
            Found::None { near } => !near.is_empty(),
            Found::One(_) | Found::Several(_) => false,
        };
        let all = || (1..=longest).rev();
        all().find(is_known).or_else(|| all().find(is_near)).unwrap_or(1)
    }
}

impl Namer<'_> {
    fn event(&mut self, event: &Event) -> Event {
        let known = self.known;
        let venue = event.venue.as_ref().filter(|_| event.place.is_none());
        let place = venue.and_then(|venue| self.key(venue, &known.places));
        let own = place.is_none().then(|| event.venue.clone()).flatten();
        let organizer = event.organizer.as_ref().map(|named| match named {
            Named::Key(_) => named.clone(),
            Named::Words(words) => self.named(words.clone(), &known.agencies),
        });
        Event {
            organizer,
            with: self.all(&event.with, &known.agencies),
            audiences: self.all(&event.audiences, &known.audiences),
            place: place.or_else(|| event.place.clone()),
            venue: own,
            ..event.clone()
        }
    }

    fn all(&mut self, named: &[Named], entries: &Entries) -> Vec<Named> {
        let mut all = Vec::new();
        for own in named {
            let words = match own {
                Named::Key(_) => {
                    all.push(own.clone());
                    continue;
                }
                Named::Words(words) => words,
            };
            let parts: Vec<&str> = words.value.split(',').collect();
            let mut rest = &parts[..];
            while !rest.is_empty() {
                let (name, others) = rest.split_at(entries.next(rest));
                let value = name.join(",").trim().to_owned();
                if !value.is_empty() {
                    all.push(self.named(Marked { value, span: words.span }, entries));
                }
                rest = others;
            }
        }
        all
    }

    fn named(&mut self, words: Marked<String>, entries: &Entries) -> Named {
        self.key(&words, entries).map_or(Named::Words(words), Named::Key)
    }

    /// The key that these words stand for. What may be meant is told, and not guessed.
    fn key(&mut self, words: &Marked<String>, entries: &Entries) -> Option<Marked<String>> {
        let written = &words.value;
        let fault = match entries.names.find(written) {
            Found::One(key) => return Some(reference(key)),
            // The key of one may be the name of another; a key is surely meant.
            Found::Several(keys) if keys.contains(&written) => return Some(reference(written)),
            Found::Several(keys) => ambiguous(written, &keys),
            Found::None { near } if near.is_empty() => return None,
            Found::None { near } => nearly(written, &near),
        };
        self.diagnostics.push(fault.at(self.document.place(words.span)));
        None
    }
}

fn ambiguous(written: &str, keys: &[&String]) -> Diagnostic {
    let all: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    let all = all.join(", ");
    let first = keys.first().map_or("", |key| key.as_str());
    let message = say!(
        "`{written}` là tên chung của nhiều mã: {all}",
        "`{written}` is the name of several entries: {all}"
    );
    let hint = say!(
        "viết một trong các mã đó, chẳng hạn `{first}`, hoặc đặt cho mỗi mã một tên riêng",
        "write the key of the one that is meant, such as `{first}`, or give each a name of its own"
    );
    Diagnostic::warning(Code::AmbiguousName, message).hint(hint)
}

fn nearly(written: &str, near: &[&str]) -> Diagnostic {
    let message = say!(
        "không có tên `{written}`: khác dấu là tên khác",
        "nothing is named `{written}`: other marks make another name"
    );
    Diagnostic::warning(Code::NearName, message).hint(one_of(near.iter().copied()))
}

fn reference(key: &str) -> Marked<String> {
    Marked { value: key.to_owned(), span: Span::default() }
}

/// The names of an entry, the key among them.
fn named<'d>(
    key: &'d str,
    names: impl Iterator<Item = &'d str>,
) -> impl Iterator<Item = (&'d str, &'d str)> {
    [key].into_iter().chain(names).map(move |name| (name, key))
}
