//! Ids for the events of a sheet: what anchors and calendars keep.
//!
//! A column gives them, or the title in the language of the sheet does, so that translations
//! agree and nothing changes when rows are moved. Of several events of one title the one that
//! was announced for the earliest day has the plain id, and the others have their day behind
//! it, then their time. The number of a row is never part of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::kinds::plan;
use crate::content::kinds::schedule::Event;
use crate::content::kinds::schedule::sheet::faults;
use crate::content::kinds::schedule::sheet::row::{Draft, TEXTS};
use crate::content::sheet::{Column, Line};
use crate::diagnostics::Place;
use crate::locale::{Name, fold, slug_or_digest};
use crate::memo::Digest;
use crate::yaml::{Moment, Reading};

/// The events, each with an id of its own. A row that repeats another is left out and said.
pub(super) fn named(drafts: Vec<Draft>, reading: &mut Reading<'_>) -> Vec<Event> {
    let drafts = without_repeats(drafts, reading);
    let mut taken: BTreeMap<String, Place> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| !draft.event.id.value.is_empty()) {
        let id = &draft.event.id;
        plan::check_id(id, reading);
        let place = reading.place(id.span);
        if let Some(first) = taken.get(&id.value) {
            reading.diagnostics.push(faults::id_twice(&id.value, first, &place));
        } else {
            taken.insert(id.value.clone(), place);
        }
    }
    let mut ids: BTreeMap<usize, String> = BTreeMap::new();
    let mut used: BTreeSet<String> = taken.into_keys().collect();
    for number in in_order_of_days(&drafts) {
        let id = first_free(&drafts[number], &used);
        used.insert(id.clone());
        ids.insert(number, id);
    }
    let events = drafts.into_iter().enumerate().map(|(number, mut draft)| {
        if let Some(id) = ids.remove(&number) {
            draft.event.id.value = id;
        }
        draft.event
    });
    events.collect()
}

/// The events without an id of their own, the earliest first; of two on one day the one that
/// comes first by what it says, so that the order of the rows does not matter. Those that
/// differ from an earlier one only where ids do not look come last, the plainest first: none
/// of them takes an id from an event that has it without them.
fn in_order_of_days(drafts: &[Draft]) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..drafts.len()).filter(|number| drafts[*number].event.id.value.is_empty()).collect();
    order.sort_by_cached_key(|number| {
        let draft = &drafts[*number];
        let likeness = (draft.likeness.len(), draft.likeness.clone());
        (announced(&draft.event), rough_likeness(draft), likeness)
    });
    let mut seen = BTreeSet::new();
    let is_first = |number: &usize| {
        let draft = &drafts[*number];
        seen.insert((announced(&draft.event), rough_likeness(draft)))
    };
    let (mut order, later): (Vec<usize>, Vec<usize>) = order.into_iter().partition(is_first);
    order.extend(later);
    order
}

/// When an event was first announced for, as text that sorts.
fn announced(event: &Event) -> String {
    let zone = jiff::tz::TimeZone::UTC;
    let day = |moment: Moment| moment.day(&zone).to_string();
    let first = event.moved_from.as_ref().map_or(event.when.starts, |from| from.value);
    format!("{} {}", day(first), event.when.starts.iso(&zone))
}

/// The first of its possible ids that no event has.
fn first_free(draft: &Draft, used: &BTreeSet<String>) -> String {
    let plain = slug_or_digest(&draft.base_title);
    let zone = jiff::tz::TimeZone::UTC;
    let event = &draft.event;
    let first = event.moved_from.as_ref().map_or(event.when.starts, |from| from.value);
    let day = format!("{plain}-{}", first.day(&zone));
    let time = match event.when.starts {
        Moment::Time(time) => format!("{day}-{:02}{:02}", time.hour(), time.minute()),
        Moment::Day(_) | Moment::Instant(_) => day.clone(),
    };
    let digest = |text: &str| Digest::of(text.as_bytes()).to_hex()[..8].to_owned();
    let rough = format!("{time}-{}", digest(&rough_likeness(draft)));
    let last = format!("{time}-{}", digest(&draft.likeness));
    let free = [plain, day, time, rough].into_iter().find(|id| !used.contains(id));
    free.unwrap_or(last)
}

/// What ids are made from where title, day and time are those of another event. It knows less
/// than [`Draft::likeness`] and stays as it is, since ids are kept elsewhere.
fn rough_likeness(draft: &Draft) -> String {
    let event = &draft.event;
    let zone = jiff::tz::TimeZone::UTC;
    let iso = |moment: Moment| moment.iso(&zone);
    let ends = event.when.ends.map(iso).unwrap_or_default();
    let part = event.when.part_of_day.map(|part| part.name()).unwrap_or_default();
    let venue = fold(event.venue().unwrap_or_default());
    [&fold(&draft.base_title), &iso(event.when.starts), &ends, part, &venue].join("\n")
}

/// All that is published of a row: when, how, and the texts of every language.
pub(super) fn likeness(line: &Line, event: &Event) -> String {
    let is_text = |column: Column| {
        TEXTS.contains(&column)
            || matches!(column, Column::Task | Column::Materials | Column::Map | Column::Instead)
    };
    let cells = line.cells.iter().filter(|((column, _), _)| is_text(*column));
    let texts = cells.map(|((column, language), cells)| {
        let language = language.as_ref().map_or("", |language| language.as_str());
        let texts = cells.iter().map(|cell| Name::of(&cell.text).to_string());
        format!("{column:?} {language} {}", texts.collect::<Vec<_>>().join(" "))
    });
    let texts = texts.collect::<Vec<_>>().join("\n");
    format!("{}\n{texts}", event.occasion())
}

fn without_repeats(drafts: Vec<Draft>, reading: &mut Reading<'_>) -> Vec<Draft> {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    let mut kept = Vec::new();
    for draft in drafts {
        let own_id = !draft.event.id.value.is_empty();
        let key = format!("{}\n{}", draft.likeness, draft.event.id.value);
        match seen.get(&key) {
            // Two rows of one id are told as that.
            Some(first) if !own_id => {
                reading.diagnostics.push(faults::row_twice(first, &draft.place));
            }
            Some(_) | None => {
                seen.insert(key, draft.place.clone());
                kept.push(draft);
            }
        }
    }
    kept
}
