//! An event as a list shows it, and in full.

use jiff::civil::Date;
use serde::Serialize;

use crate::content::Language;
use crate::content::kinds::{Event, Every, Instead, PartOfDay, Repeat, Weekday};
use crate::outputs::events::times::Occurrence;
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::calendar::{self, Which};
use crate::outputs::named::{AgencyView, PlaceView};
use crate::outputs::planner::Planner;
use crate::outputs::view::schedule::visit::{AreaLink, InsteadView, RegisterView};
use crate::outputs::view::{card::Card, prose::Resolver};
use crate::site::PageId;
use crate::yaml::Moment;

/// What a list shows of an event.
#[derive(Clone, Serialize)]
pub(crate) struct Entry {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) lang: Option<Language>,
    pub(super) dir: Option<String>,
    pub(super) url: String,
    pub(super) starts: String,
    pub(super) ends: Option<String>,
    pub(super) all_day: bool,
    pub(super) part_of_day: Option<&'static str>,
    pub(super) repeat: Option<RepeatView>,
    pub(super) status: &'static str,
    pub(super) is_off: bool,
    pub(super) moved_from: Option<String>,
    pub(super) venue: Option<String>,
    pub(super) place: Option<PlaceView>,
    organizer: Option<AgencyView>,
    audiences: Vec<AudienceView>,
    pub(super) sample: bool,
    pub(super) times: Option<String>,
    /// The day from which on it takes place next, seen from the build's day; none if it is over.
    pub(super) next: Option<Date>,
}

/// How an event comes back.
#[derive(Clone, Serialize)]
pub(super) struct RepeatView {
    every: &'static str,
    on: Vec<&'static str>,
    until: Option<String>,
    except: Vec<String>,
}

/// Whom an event is for, and the page of that term.
#[derive(Clone, Serialize)]
struct AudienceView {
    name: String,
    url: Option<String>,
}

/// An event in full.
#[derive(Clone, Serialize)]
pub(crate) struct EventView {
    #[serde(flatten)]
    entry: Entry,
    description: Option<String>,
    area: Option<AreaLink>,
    with: Vec<AgencyView>,
    contact: Option<String>,
    map: Option<String>,
    register: Option<RegisterView>,
    access: Option<String>,
    cost: Option<String>,
    /// Whether it says that all may come for nothing.
    free: bool,
    bring: Option<String>,
    /// What one may come to, where it does not take place.
    instead: Option<InsteadView>,
    /// The event that comes next for the same people or at the same place, where it does not
    /// take place and nothing stands instead.
    nearest: Option<InsteadView>,
    task: Option<TaskLink>,
    materials: Vec<Card>,
    calendar: String,
    webcal: Option<String>,
    /// Every day on which it takes place, if it comes back.
    dates: Option<Vec<String>>,
}

/// A task of the schedule's plan, with the way to it.
#[derive(Clone, Serialize)]
struct TaskLink {
    id: String,
    number: usize,
    title: String,
    url: String,
}

/// The name of an event, its day and the way to it.
#[derive(Serialize)]
pub(crate) struct NamedEvent {
    title: String,
    lang: Option<Language>,
    dir: Option<String>,
    url: String,
    starts: String,
}

/// An event on a page of its own.
pub(crate) fn event(planner: &Planner<'_>, id: PageId, event: &Event) -> Option<EventView> {
    let page = planner.site.page(id);
    let of = SchedulePage::of(planner, page)?;
    // What leads nowhere was said of the page of the schedule.
    let mut resolver = Resolver::new(planner, &page.document, &page.address.root());
    Some(EventView::of(ScheduledEvent { of, event }, &mut resolver))
}

/// An event beside that of a page.
pub(crate) fn named(planner: &Planner<'_>, id: PageId, event: &Event) -> Option<NamedEvent> {
    let of = SchedulePage::of(planner, planner.site.page(id))?;
    let scheduled = ScheduledEvent { of, event };
    let (lang, dir) = foreign(scheduled).unzip();
    let starts = of.iso(event.when.starts);
    Some(NamedEvent { title: event.title.clone(), lang, dir, url: scheduled.url(), starts })
}

/// The language of an event's own words and its direction, where it is not the page's.
fn foreign(scheduled: ScheduledEvent<'_>) -> Option<(Language, String)> {
    let own = scheduled.foreign_language()?;
    let known = scheduled.of.planner.site.config.languages.iter().find(|known| known.code == *own);
    let direction = known.map_or("ltr", |known| known.direction.as_str());
    Some((own.clone(), direction.to_owned()))
}

impl Entry {
    /// What a list shows of an event, with all the times that it takes place.
    pub(super) fn of(scheduled: ScheduledEvent<'_>) -> Entry {
        Entry::at(scheduled, &scheduled.occurrences())
    }

    /// Leaves out where it is, for a list whose heading says that: the place of `_data`, or
    /// else the venue.
    pub(super) fn forget_place(&mut self, is_place: bool) {
        if is_place {
            self.place = None;
        } else {
            self.venue = None;
        }
    }

    /// What a list shows of an event at some of its times, the next of which is known.
    pub(super) fn next_on(
        next: Option<Date>,
        scheduled: ScheduledEvent<'_>,
        occurrences: &[Occurrence],
    ) -> Entry {
        Entry { next, ..Entry::at(scheduled, occurrences) }
    }

    /// What a list shows of an event at some of these times.
    pub(super) fn at(scheduled: ScheduledEvent<'_>, occurrences: &[Occurrence]) -> Entry {
        let (of, event) = (scheduled.of, scheduled.event);
        let (lang, dir) = foreign(scheduled).unzip();
        Entry {
            id: scheduled.id().to_owned(),
            title: event.title.clone(),
            lang,
            dir,
            url: scheduled.url(),
            starts: of.iso(event.when.starts),
            ends: event.when.ends.map(|ends| of.iso(ends)),
            all_day: matches!(event.when.starts, Moment::Day(_)),
            part_of_day: event.when.part_of_day.map(PartOfDay::name),
            repeat: event.repeat.as_ref().map(|repeat| RepeatView::of(repeat, of)),
            status: event.status.name(),
            is_off: scheduled.is_off(),
            moved_from: of.date(&event.moved_from),
            venue: event.venue().map(str::to_owned),
            place: scheduled.place(),
            organizer: scheduled.own_organizer(),
            audiences: audiences(scheduled),
            sample: scheduled.is_sample(),
            times: times_of(scheduled, occurrences),
            next: scheduled.next(occurrences),
        }
    }
}

impl EventView {
    /// All of an event. The pages with materials for it are those that the resolver finds.
    pub(super) fn of(scheduled: ScheduledEvent<'_>, resolver: &mut Resolver<'_, '_>) -> EventView {
        let (of, event) = (scheduled.of, scheduled.event);
        let materials = event.materials.iter().filter_map(|target| resolver.page(target));
        let materials: Vec<Card> =
            materials.map(|own| Card::of(of.planner, own, of.language())).collect();
        let instead = scheduled.instead().map(InsteadView::of);
        if let Some(Instead::Page(target)) = &event.visit.instead {
            // What leads nowhere is said here.
            resolver.page(target);
        }
        let is_lost = scheduled.is_off() && instead.is_none();
        let nearest = is_lost.then(|| scheduled.nearest()).flatten();
        let calendar = Which::Event(scheduled.id());
        let dates = || scheduled.occurrences().iter().map(|own| own.day.to_string()).collect();
        EventView {
            entry: Entry::of(scheduled),
            description: event.description.clone(),
            area: AreaLink::of(scheduled),
            with: scheduled.with().collect(),
            contact: event.contact.clone(),
            map: scheduled.map().map(|map| map.written().to_owned()),
            register: event.visit.register.as_ref().map(RegisterView::of),
            access: scheduled.access().map(str::to_owned),
            cost: event.visit.cost.clone(),
            free: event.visit.is_free(),
            bring: event.visit.bring.clone(),
            instead,
            nearest: nearest.map(|(event, day)| InsteadView::of_event(event, Some(day))),
            task: scheduled.task().map(|task| TaskLink {
                id: task.id.to_owned(),
                number: task.number,
                title: task.title.to_owned(),
                url: task.url,
            }),
            materials,
            calendar: calendar::address(of.page, calendar).encoded(),
            webcal: calendar::subscription(of.planner, of.page, calendar),
            dates: event.repeat.is_some().then(dates),
        }
    }
}

impl RepeatView {
    fn of(repeat: &Repeat, of: SchedulePage<'_>) -> RepeatView {
        RepeatView {
            every: Every::name(repeat.every),
            on: repeat.on.iter().copied().map(Weekday::name).collect(),
            until: of.date(&repeat.until),
            except: repeat.except.iter().map(|date| of.iso(date.value)).collect(),
        }
    }
}

fn audiences(scheduled: ScheduledEvent<'_>) -> Vec<AudienceView> {
    let of = scheduled.of;
    let audiences = scheduled.event.audiences.iter().zip(scheduled.audiences());
    let audiences = audiences.map(|(key, name)| {
        let term = of.planner.site.term("audiences", key.as_str(), of.language());
        AudienceView { name: name.to_owned(), url: term.map(|term| term.address.encoded()) }
    });
    audiences.collect()
}

/// The times at which the state of an event changes, for scripts: for each time that it
/// takes place `A+B+C`, where A is the second of Unix time at which its day begins, and B
/// and C how many seconds later it is under way and over. None for what is off.
fn times_of(scheduled: ScheduledEvent<'_>, occurrences: &[Occurrence]) -> Option<String> {
    let times: Vec<String> = occurrences.iter().map(|own| seconds(own.changes)).collect();
    (!scheduled.is_off() && !times.is_empty()).then(|| times.join(" "))
}

/// Three instants as `A+B+C`.
pub(super) fn seconds([first, second, third]: [jiff::Timestamp; 3]) -> String {
    let first = first.as_second();
    format!("{first}+{}+{}", second.as_second() - first, third.as_second() - first)
}
