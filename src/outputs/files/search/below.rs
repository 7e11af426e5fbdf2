//! What can be found below a schedule: its events, and the communes in which they are.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::content::Language;
use crate::content::kinds::Event;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::search::documents::{
    day_words, former_names, kind, last_day, names, number_of, shortened,
};
use crate::outputs::files::search::index::Record;
use crate::outputs::files::search::terms::{Bag, Field, PageTerms};
use crate::outputs::pages::schedule;
use crate::outputs::planner::Planner;
use crate::site::{Page, PageId};

/// An event.
pub(super) fn event(planner: &Planner<'_>, page: &Page, event: &Event) -> (Record, PageTerms) {
    let Some(of) = SchedulePage::of(planner, page) else {
        return (Record::default(), Bag::default().terms());
    };
    let own = ScheduledEvent { of, event };
    let zone = &planner.site.config.timezone;
    let first = event.when.starts.day(zone);
    let last = event.repeat.as_ref().and_then(|repeat| own.last_start(repeat));
    let last = last.or(event.when.ends).map_or(first, |last| last.day(zone)).max(first);
    let places = places(planner, own);
    let record = Record {
        url: own.url(),
        title: event.title.clone(),
        kind: kind("event"),
        date: days(planner, page.language(), (first, last)),
        text: shortened(event.description.as_deref().unwrap_or_default()),
        place: places.first().cloned().unwrap_or_default(),
        last_day: number_of(last),
    };
    (record, event_terms(own, (first, last), &places))
}

/// Where an event is, in all words by which people look for it.
fn places(planner: &Planner<'_>, own: ScheduledEvent<'_>) -> Vec<String> {
    let place = own.place();
    let named = place.iter().flat_map(|place| [Some(place.name.clone()), place.address.clone()]);
    let named = named.flatten().chain(own.area_name());
    let data = &planner.site.structure().data;
    let entry = own.event.place.as_ref().and_then(|place| data.places.get(&place.value));
    let area = own.area().and_then(|key| data.areas.get(key));
    let former = entry.map(|place| &place.formerly).into_iter();
    let former = former.chain(area.map(|area| &area.formerly)).flatten();
    let former = former.map(|name| planner.site.config.text(name, own.of.language()).to_owned());
    own.event.venue().map(str::to_owned).into_iter().chain(named).chain(former).collect()
}

fn event_terms(
    own: ScheduledEvent<'_>,
    (first, last): (Date, Date),
    places: &[String],
) -> PageTerms {
    let (planner, event) = (own.of.planner, own.event);
    let mut bag = Bag::default();
    bag.add(Field::Title, &event.title);
    places.iter().for_each(|place| bag.add(Field::Summary, place));
    bag.add(Field::Summary, &day_words(first));
    if last != first {
        bag.add(Field::Summary, &day_words(last));
    }
    event.description.iter().for_each(|text| bag.add(Field::Summary, text));
    for agency in own.organizer().into_iter().chain(own.with()) {
        let former = former_names(planner, own.of.language(), &agency.key);
        names(&agency).chain(former).for_each(|name| bag.add(Field::Body, &name));
    }
    own.audiences().for_each(|name| bag.add(Field::Body, name));
    let more = [&event.attendees, &event.contact].into_iter().flatten();
    more.for_each(|text| bag.add(Field::Body, text));
    bag.terms()
}

/// A commune with events of a schedule, by its name of today and those of before.
pub(super) fn area(
    planner: &Planner<'_>,
    (id, page): (PageId, &Page),
    key: &str,
) -> (Record, PageTerms) {
    let (language, data) = (page.language(), &planner.site.structure().data);
    let text = |text| planner.site.config.text(text, language).to_owned();
    let entry = data.areas.get(key);
    let name = entry.map_or_else(|| key.to_owned(), |own| text(&own.name));
    let own = page.document.meta.title.as_str();
    let title = [("title", own), ("area", name.as_str())];
    let title = planner.theme.text(language, "schedule.title.area", &title);
    let within = planner.site.events(id).iter().filter_map(|event| event.place.as_ref());
    let within = within.map(|place| place.value.as_str());
    let within = within.filter(|place| data.area_of(place) == Some(key));
    let places: BTreeSet<&str> = within.collect();
    let places = places.into_iter().filter_map(|place| Some(text(&data.places.get(place)?.name)));
    let places: Vec<String> = places.collect();
    let mut bag = Bag::default();
    bag.add(Field::Title, &name);
    let former = entry.into_iter().flat_map(|own| &own.formerly);
    former.for_each(|name| bag.add(Field::Heading, &text(name)));
    places.iter().for_each(|place| bag.add(Field::Summary, place));
    bag.add(Field::Body, own);
    let record = Record {
        url: schedule::area_address(page, key).encoded(),
        title: title.unwrap_or(name),
        kind: kind("area"),
        text: shortened(&places.join(", ")),
        last_day: page.document.kind.as_schedule().and_then(|own| last_day(planner, own)),
        ..Record::default()
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
