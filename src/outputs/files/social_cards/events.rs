//! The cards of events: each has its own, with its day and its place.

use std::collections::BTreeMap;

use crate::content::kinds::Event;
use crate::locale::DateFormat;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::social_cards::{FILE_NAME, Painter, SocialCard};
use crate::outputs::pages::schedule::{self, What};
use crate::outputs::planner::Planner;
use crate::site::{Address, PageId};

/// The card of each event by the page of its schedule and its id, with its address.
pub(in crate::outputs) type EventCards = BTreeMap<(PageId, String), (Address, SocialCard)>;

/// The cards of all events that have pages. An event whose words no font can write has that of
/// its schedule, and one of a page that hides its title has none.
pub(in crate::outputs) fn cards(planner: &Planner<'_>) -> EventCards {
    let (site, common) = (planner.site, planner.common);
    let is_wanted = site.config.base_url.is_some() && site.config.social_cards;
    let emblem = &common.social_cards.emblem;
    let structure = site.structure();
    let painter = Painter::with(structure, planner.theme, emblem);
    let fonts = &planner.theme.card_fonts().fonts;
    let Some(painter) = painter.filter(|_| is_wanted && !fonts.is_empty()) else {
        return EventCards::new();
    };
    let mut cards = EventCards::new();
    for below in schedule::sub_pages(planner) {
        let What::Event(event) = below.what else { continue };
        let page = site.page(below.schedule);
        let Some(of) = SchedulePage::of(planner, page) else { continue };
        if page.shared.neutral_title.is_some() {
            continue;
        }
        let scheduled = ScheduledEvent { of, event };
        let own = card(&painter, scheduled);
        if let Ok(card) = painter.card(of.language(), scheduled.is_sample(), own) {
            let address = Address::of_file(&format!("{}{FILE_NAME}", below.address.folder()));
            cards.insert((below.schedule, event.id.value.clone()), (address, card));
        }
    }
    cards
}

/// What the card of an event shows.
fn card(painter: &Painter<'_>, scheduled: ScheduledEvent<'_>) -> SocialCard {
    let (event, language): (&Event, _) = (scheduled.event, scheduled.of.language());
    let theme = painter.theme;
    let label = if scheduled.is_changed() {
        format!("event.status.{}", event.status.name())
    } else {
        "event.event".to_owned()
    };
    let times = scheduled.occurrences();
    let leaf = times.first().map(|first| {
        let date = |format| theme.date(language, first.day, format);
        let clock = event.when.starts;
        let clock = scheduled.day_and_clock(clock).1.map(|time| theme.time(language, time));
        let month = date(DateFormat::MonthShort);
        let below = [Some(month), clock].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        [date(DateFormat::WeekdayShort), first.day.day().to_string(), below]
    });
    let last = times.iter().map(|time| time.last_day).max();
    let days = times.first().map(|time| time.day).zip(last).filter(|(first, last)| first != last);
    let days = days.map(|(first, last)| theme.days(language, first, last));
    let place = scheduled.place().map(|place| place.name);
    let place = event.venue().map(str::to_owned).or(place);
    let details = [days, place].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let label = painter.word(language, &label);
    SocialCard { title: event.title.clone(), label, leaf, details, ..SocialCard::default() }
}
