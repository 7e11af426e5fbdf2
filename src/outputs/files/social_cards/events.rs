//! The cards of events: each has its own, with its day and its place.

use std::collections::BTreeMap;

use crate::content::Language;
use crate::content::kinds::Event;
use crate::diagnostics::Diagnostic;
use crate::locale::DateFormat;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::social_cards::faults::Missing;
use crate::outputs::files::social_cards::{FILE_NAME, Painter, SocialCard};
use crate::outputs::pages::schedule::{self, What};
use crate::outputs::planner::Planner;
use crate::site::{Address, PageId};

/// The cards of events.
#[derive(Default)]
pub(in crate::outputs) struct EventCards {
    /// By the page of the schedule and the id of the event, each with its address.
    pub cards: BTreeMap<(PageId, String), (Address, SocialCard)>,
    /// The first letter of each language that kept an event from a card of its own.
    missing: BTreeMap<Language, Missing>,
}

impl EventCards {
    /// What is to be said of letters, once for each language of which nothing was said yet.
    pub(in crate::outputs) fn diagnose(&self, planner: &Planner<'_>) -> Vec<Diagnostic> {
        let told = &planner.common.social_cards.told;
        let untold = self.missing.iter().filter(|(language, _)| !told.contains(*language));
        let structure = planner.site.structure();
        untold.map(|(language, missing)| missing.diagnose(language, structure)).collect()
    }
}

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
        return EventCards::default();
    };
    let mut all = EventCards::default();
    for below in schedule::sub_pages(planner) {
        let What::Event(event) = below.what else { continue };
        let page = site.page(below.schedule);
        let Some(of) = SchedulePage::of(planner, page) else { continue };
        if page.shared.neutral_title.is_some() {
            continue;
        }
        let scheduled = ScheduledEvent { of, event };
        let own = card(&painter, scheduled);
        match painter.card(of.language(), scheduled.is_sample(), own) {
            Ok(card) => {
                let address = Address::of_file(&format!("{}{FILE_NAME}", below.address.folder()));
                all.cards.insert((below.schedule, event.id.value.clone()), (address, card));
            }
            Err(letter) => {
                let path = page.document.path.clone();
                all.missing.entry(of.language().clone()).or_insert(Missing { letter, path });
            }
        }
    }
    all
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
