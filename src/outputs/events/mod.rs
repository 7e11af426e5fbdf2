//! Events as everything that shows or sends them is told of them.
//!
//! In: an event of a schedule of the site. Out: a [`ScheduledEvent`], under which calendars,
//! data files, pages and JSON-LD are only ways of writing: when it is ([`times`]), what it is
//! called, who is meant by its keys and where it stands, all in the language of the page of its
//! schedule.
//!
//! Names and addresses are looked up when they are asked for, so that what a writer does not
//! show is nothing that its file depends on.

mod replacement;
pub(super) mod times;

use jiff::civil::{Date, Time};

use crate::content::data::{Data, Place};
use crate::content::kinds::{Event, EventStatus, Named, Repeat, Schedule};
use crate::content::{Language, LinkTarget};
use crate::outputs::named::{self, AgencyView, PlaceView};
use crate::outputs::pages::schedule;
use crate::outputs::planner::Planner;
use crate::site::{Page, Target, Today};
use crate::yaml::{Marked, Moment};

pub(crate) use replacement::Replacement;
use times::{Occurrence, Timing};

/// A schedule on its page.
#[derive(Clone, Copy)]
pub(crate) struct SchedulePage<'p> {
    /// What is known of the site.
    pub planner: &'p Planner<'p>,
    /// The page.
    pub page: &'p Page,
    /// The schedule.
    pub schedule: &'p Schedule,
}

/// An event of a schedule.
#[derive(Clone, Copy)]
pub(crate) struct ScheduledEvent<'p> {
    /// The schedule that it is of.
    pub of: SchedulePage<'p>,
    /// The event as it was written, its words known for keys.
    pub event: &'p Event,
}

/// A task of a plan that an event carries out.
pub(crate) struct CarriedOut<'p> {
    /// Its id.
    pub id: &'p str,
    /// Its number on the page of its plan, from 1 on.
    pub number: usize,
    /// What is to be done.
    pub title: &'p str,
    /// Where it stands.
    pub url: String,
}

/// The key of the area that an event is in: that of its place.
pub(crate) fn area_of<'d>(data: &'d Data, event: &Event) -> Option<&'d str> {
    data.area_of(&event.place.as_ref()?.value)
}

impl<'p> SchedulePage<'p> {
    /// The schedule of a page; none where the page is of another kind.
    pub(crate) fn of(planner: &'p Planner<'p>, page: &'p Page) -> Option<SchedulePage<'p>> {
        let schedule = page.document.kind.as_schedule()?;
        Some(SchedulePage { planner, page, schedule })
    }

    /// Its events in order of time.
    pub(crate) fn events(self) -> impl ExactSizeIterator<Item = ScheduledEvent<'p>> {
        let events = self.planner.site.events_of(self.page).iter();
        events.map(move |event| ScheduledEvent { of: self, event })
    }

    /// The language of its page.
    pub(crate) fn language(self) -> &'p Language {
        self.page.language()
    }

    /// The build's day.
    pub(crate) fn today(self) -> Today {
        self.page.today
    }

    /// The page of the plan that it carries out.
    pub(crate) fn plan(self) -> Option<&'p Page> {
        self.page_at(self.schedule.plan.as_ref()?)
    }

    /// The agency that runs it.
    pub(crate) fn organizer(self) -> Option<AgencyView> {
        self.schedule.organizer.as_ref().map(|key| self.agency(&key.value))
    }

    /// A day or a time as data has it: `2026-11-15`, `2026-11-15T07:30:00+07:00`.
    pub(crate) fn iso(self, moment: Moment) -> String {
        moment.iso(&self.planner.site.config.timezone)
    }

    /// The same of one that may not be written.
    pub(crate) fn date(self, date: &Option<Marked<Moment>>) -> Option<String> {
        date.as_ref().map(|date| self.iso(date.value))
    }

    /// A word of the theme in the language of the page.
    pub(crate) fn word(self, key: &str) -> Option<String> {
        self.planner.theme.text(self.language(), key, &[])
    }

    /// The page that a link leads to. What leads nowhere was said with the page of the schedule.
    fn page_at(self, target: &LinkTarget) -> Option<&'p Page> {
        let site = self.planner.site;
        match site.resolve(&self.page.document, target) {
            Ok(Target::Page(id, _)) => Some(site.page(id)),
            Ok(Target::File(_) | Target::External(_)) | Err(_) => None,
        }
    }

    fn agency(self, key: &str) -> AgencyView {
        named::agency(self.planner, self.language(), key)
    }
}

impl<'p> ScheduledEvent<'p> {
    /// Its id.
    pub(crate) fn id(self) -> &'p str {
        &self.event.id.value
    }

    /// The language of its title, description and venue.
    pub(crate) fn language(self) -> &'p Language {
        self.event.language.as_ref().unwrap_or(self.of.language())
    }

    /// The same where it is not that of the page, as in a sheet that is not translated.
    pub(crate) fn foreign_language(self) -> Option<&'p Language> {
        Some(self.language()).filter(|own| *own != self.of.language())
    }

    /// Whether it is invented for illustration.
    pub(crate) fn is_sample(self) -> bool {
        self.event.sample.or(self.of.page.shared.sample).unwrap_or(false)
    }

    /// Whether it does not take place at the time that is written: it is cancelled, or put off
    /// to a day that is not known.
    pub(crate) fn is_off(self) -> bool {
        match self.event.status {
            EventStatus::Cancelled => true,
            EventStatus::Postponed => self.event.moved_from.is_none(),
            EventStatus::Confirmed | EventStatus::Tentative | EventStatus::Moved => false,
        }
    }

    /// Whether it is not what was announced: cancelled, put off or moved.
    pub(crate) fn is_changed(self) -> bool {
        match self.event.status {
            EventStatus::Cancelled | EventStatus::Postponed | EventStatus::Moved => true,
            EventStatus::Confirmed | EventStatus::Tentative => false,
        }
    }

    /// When it is.
    pub(crate) fn timing(self) -> Timing<'p> {
        let SchedulePage { planner, schedule, .. } = self.of;
        Timing::of(self.event, schedule, &planner.site.config.timezone)
    }

    /// The times that it takes place, as many as pages list.
    pub(crate) fn occurrences(self) -> Vec<Occurrence> {
        let SchedulePage { planner, schedule, .. } = self.of;
        times::occurrences(self.event, schedule, &planner.site.config.timezone).0
    }

    /// The last day or time at which it may begin anew, if there is one: its rule's own, or else
    /// the last day of the schedule.
    pub(crate) fn last_start(self, repeat: &Repeat) -> Option<Moment> {
        let until = repeat.until.as_ref().or(self.of.schedule.ends.as_ref());
        until.map(|until| until.value)
    }

    /// A day of it and, where one is known, the time of day by the clocks of the site's zone.
    pub(crate) fn day_and_clock(self, moment: Moment) -> (Date, Option<Time>) {
        times::day_and_clock(moment, &self.of.planner.site.config.timezone)
    }

    /// The place of `_data/places.yaml` where it is.
    pub(crate) fn place(self) -> Option<PlaceView> {
        let key = self.event.place.as_ref()?;
        Some(named::place(self.of.planner, self.of.language(), &key.value))
    }

    /// A page about that place.
    pub(crate) fn place_url(self) -> Option<&'p LinkTarget> {
        self.entry_of_place()?.url.as_ref()
    }

    /// A map that shows the way: its own, or else that of its place.
    pub(crate) fn map(self) -> Option<&'p LinkTarget> {
        let own = self.event.visit.map.as_ref();
        own.or_else(|| self.entry_of_place().and_then(|place| place.map.as_ref()))
    }

    /// What is there for people with disabilities: in its own words, or else in those of its place.
    pub(crate) fn access(self) -> Option<&'p str> {
        let config = &self.of.planner.site.structure().config;
        let of_place = || self.entry_of_place().and_then(|place| place.access.as_ref());
        let own = self.event.visit.access.as_deref();
        own.or_else(|| Some(config.text(of_place()?, self.of.language())))
    }

    /// The key of the area that it is in.
    pub(crate) fn area(self) -> Option<&'p str> {
        area_of(&self.of.planner.site.structure().data, self.event)
    }

    /// What that is called.
    pub(crate) fn area_name(self) -> Option<String> {
        let key = self.area()?;
        Some(named::area(self.of.planner, self.of.language(), key).name)
    }

    fn entry_of_place(self) -> Option<&'p Place> {
        let structure = self.of.planner.site.structure();
        structure.data.places.get(&self.event.place.as_ref()?.value)
    }

    /// The agency that runs it, if it is not the schedule's.
    pub(crate) fn own_organizer(self) -> Option<AgencyView> {
        self.event.organizer.as_ref().map(|own| self.of.agency(own.as_str()))
    }

    /// The agency that runs it: its own, or else the schedule's.
    pub(crate) fn organizer(self) -> Option<AgencyView> {
        self.own_organizer().or_else(|| self.of.organizer())
    }

    /// The agencies that help.
    pub(crate) fn with(self) -> impl Iterator<Item = AgencyView> {
        self.event.with.iter().map(move |own| self.of.agency(own.as_str()))
    }

    /// The names of those whom it is for.
    pub(crate) fn audiences(self) -> impl Iterator<Item = &'p str> {
        let keys = self.event.audiences.iter().map(Named::as_str);
        keys.map(move |key| named::audience_name(self.of.planner, self.of.language(), key))
    }

    /// The task of the schedule's plan that it carries out.
    pub(crate) fn task(self) -> Option<CarriedOut<'p>> {
        let id = self.event.task.as_ref()?.value.as_str();
        let page = self.of.plan()?;
        let plan = page.document.kind.as_plan()?;
        let (number, task) = (1..).zip(&plan.tasks).find(|(_, task)| task.id.value == id)?;
        let url = format!("{}#{id}", page.address.encoded());
        Some(CarriedOut { id, number, title: &task.title, url })
    }

    /// The pages with materials for it.
    pub(crate) fn materials(self) -> impl Iterator<Item = &'p Page> {
        self.event.materials.iter().filter_map(move |target| self.of.page_at(target))
    }

    /// Its address from the root of the site.
    pub(crate) fn url(self) -> String {
        schedule::event_url(self.of.planner, self.of.page, self.id())
    }

    /// Its absolute address, if the site has a `base_url`.
    pub(crate) fn permalink(self) -> Option<String> {
        schedule::event_permalink(self.of.planner, self.of.page, self.id())
    }
}
