//! What one may come to where an event does not take place.

use jiff::civil::Date;

use crate::content::kinds::{Instead, Named};
use crate::outputs::events::ScheduledEvent;
use crate::outputs::events::times::Occurrence;
use crate::outputs::planner::Planner;
use crate::site::Page;

/// What takes the place of an event.
pub(crate) enum Replacement<'p> {
    /// Another event of the schedule.
    Event(ScheduledEvent<'p>),
    /// A page.
    Page(&'p Page),
}

impl<'p> Replacement<'p> {
    /// What it is called.
    pub(crate) fn title(&self) -> &'p str {
        match self {
            Replacement::Event(event) => &event.event.title,
            Replacement::Page(page) => page.told_title(),
        }
    }

    /// Its absolute address, if the site has a `base_url`.
    pub(crate) fn permalink(&self, planner: &Planner<'_>) -> Option<String> {
        match self {
            Replacement::Event(event) => event.permalink(),
            Replacement::Page(page) => planner.permalink(&page.address),
        }
    }
}

impl<'p> ScheduledEvent<'p> {
    /// What one may come to instead of it, as it is written.
    pub(crate) fn instead(self) -> Option<Replacement<'p>> {
        match self.event.visit.instead.as_ref()? {
            Instead::Event(id) => {
                self.of.events().find(|other| other.id() == id.value).map(Replacement::Event)
            }
            Instead::Page(target) => self.of.page_at(target).map(Replacement::Page),
        }
    }

    /// The event for some of the same people or at the same place that comes next, seen from
    /// the build's day, and its day.
    pub(crate) fn nearest(self) -> Option<(ScheduledEvent<'p>, Date)> {
        let mut nearest: Option<(ScheduledEvent<'p>, Date)> = None;
        for other in self.of.events() {
            // Events are in order of time: none of those that begin later comes before this one,
            // and of two on one day the earlier is taken.
            let (first, _) = other.day_and_clock(other.event.when.starts);
            if nearest.is_some_and(|(_, day)| day <= first) {
                break;
            }
            if other.id() == self.id() || other.is_off() || !self.is_like(other) {
                continue;
            }
            let day = other.next(&other.occurrences());
            let own = day.map(|day| (other, day));
            nearest = nearest.into_iter().chain(own).min_by_key(|(_, day)| *day);
        }
        nearest
    }

    /// The day of the first of its occurrences that is not over on the build's day.
    pub(crate) fn next(self, occurrences: &[Occurrence]) -> Option<Date> {
        let today = self.of.today();
        occurrences.iter().find(|own| !today.is_after(own.last_day)).map(|own| own.day)
    }

    /// Whether another event is for some of the same people, or at the same place.
    fn is_like(self, other: ScheduledEvent<'_>) -> bool {
        let place = |event: ScheduledEvent<'_>| {
            let key = event.event.place.as_ref().map(|key| key.value.clone());
            key.or_else(|| event.event.venue().map(str::to_owned))
        };
        let audiences = |event: ScheduledEvent<'p>| event.event.audiences.iter().map(Named::as_str);
        let for_same = audiences(self)
            .any(|own| other.event.audiences.iter().map(Named::as_str).any(|one| one == own));
        for_same || place(self).is_some_and(|own| Some(own) == place(other))
    }
}
