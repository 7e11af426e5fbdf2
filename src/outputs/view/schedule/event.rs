//! An event as a list shows it, and in full.

use serde_json::{Value as Json, json};

use crate::content::kinds::{
    Event, EventStatus, Every, Named, PartOfDay, Repeat, Schedule, Weekday,
};
use crate::content::{Kind, Language};
use crate::outputs::calendar::{self, Which};
use crate::outputs::named::{self, PlaceView};
use crate::outputs::planner::Planner;
use crate::outputs::prose::Resolver;
use crate::outputs::schedule;
use crate::outputs::times::{self, Occurrence};
use crate::outputs::view::card::Card;
use crate::outputs::view::schedule::schedule_of;
use crate::site::{Page, PageId, Target};
use crate::yaml::Moment;

/// What the views of a schedule's events look at.
pub(super) struct Sight<'s, 'a> {
    pub planner: &'s Planner<'a>,
    pub page: &'a Page,
    pub schedule: &'a Schedule,
    pub events: &'a [Event],
    /// The plan that the schedule carries out.
    pub plan: Option<&'a Page>,
}

/// An event on a page of its own.
pub(crate) fn event<'a>(planner: &Planner<'a>, id: PageId, event: &Event) -> Json {
    let page: &'a Page = planner.site.page(id);
    let Some(schedule) = schedule_of(page) else { return Json::Null };
    // What leads nowhere was said of the page of the schedule.
    let mut resolver = Resolver::new(planner, &page.document, &page.address.root());
    Sight::of(planner, id, schedule).event(event, &mut resolver)
}

/// The name of an event, its day and the way to it.
pub(crate) fn named(planner: &Planner<'_>, id: PageId, event: &Event) -> Json {
    let page = planner.site.page(id);
    let (lang, dir) = language(planner, page, event).unzip();
    json!({
        "title": event.title,
        "lang": lang,
        "dir": dir,
        "url": schedule::event_url(planner, page, &event.id.value),
        "starts": event.when.starts.iso(&planner.site.config.timezone),
    })
}

/// The language of an event's own words and its direction, where it is not the page's.
fn language<'p>(
    planner: &'p Planner<'_>,
    page: &Page,
    event: &'p Event,
) -> Option<(&'p Language, &'p str)> {
    let own = event.language.as_ref().filter(|own| *own != page.language())?;
    let known = planner.site.config.languages.iter().find(|known| known.code == *own);
    Some((own, known.map_or("ltr", |known| known.direction.as_str())))
}

impl<'s, 'a> Sight<'s, 'a> {
    /// The sight of a schedule.
    pub(super) fn of(planner: &'s Planner<'a>, id: PageId, schedule: &'a Schedule) -> Self {
        let site = planner.site;
        let page = site.page(id);
        let plan = schedule.plan.as_ref();
        let plan = plan.and_then(|target| site.resolve(&page.document, target).ok());
        let plan = match plan {
            Some(Target::Page(id, _)) => Some(site.page(id)),
            Some(Target::File(_) | Target::External(_)) | None => None,
        };
        Sight { planner, page, schedule, events: site.events(id), plan }
    }

    /// The card of another page.
    pub(super) fn card(&self, other: &Page) -> Json {
        json!(Card::of(self.planner.site, other, self.page.language()))
    }

    /// The times that an event takes place.
    pub(super) fn occurrences(&self, event: &Event) -> Vec<Occurrence> {
        times::occurrences(event, self.schedule, &self.planner.site.config.timezone).0
    }

    /// What a list shows of an event, with all the times that it takes place.
    pub(super) fn entry(&self, event: &Event) -> Json {
        self.entry_at(event, &self.occurrences(event))
    }

    /// What a list shows of an event at some of these times.
    pub(super) fn entry_at(&self, event: &Event, occurrences: &[Occurrence]) -> Json {
        let (planner, page) = (self.planner, self.page);
        let zone = &planner.site.config.timezone;
        let agency = |own: &Named| json!(named::agency(planner, page.language(), own.as_str()));
        let (lang, dir) = language(planner, page, event).unzip();
        json!({
            "id": event.id.value,
            "title": event.title,
            "lang": lang,
            "dir": dir,
            "url": schedule::event_url(planner, page, &event.id.value),
            "starts": event.when.starts.iso(zone),
            "ends": event.when.ends.map(|ends| ends.iso(zone)),
            "all_day": matches!(event.when.starts, Moment::Day(_)),
            "part_of_day": event.when.part_of_day.map(PartOfDay::name),
            "repeat": event.repeat.as_ref().map(|repeat| self.repeat(repeat)),
            "status": event.status.name(),
            "is_off": is_off(event),
            "moved_from": event.moved_from.as_ref().map(|date| date.value.iso(zone)),
            "venue": event.venue(),
            "place": self.place(event),
            "organizer": event.organizer.as_ref().map(agency),
            "audiences": self.audiences(event),
            "sample": event.sample.or(page.shared.sample).unwrap_or(false),
            "times": times_of(event, occurrences),
        })
    }

    /// An event in full.
    pub(super) fn event(&self, event: &Event, resolver: &mut Resolver<'_, '_>) -> Json {
        let (planner, language) = (self.planner, self.page.language());
        let with = event.with.iter();
        let with = with.map(|own| json!(named::agency(planner, language, own.as_str())));
        let materials = event.materials.iter().filter_map(|target| resolver.page(target));
        let calendar = Which::Event(&event.id.value);
        let mut view = self.entry(event);
        let more = json!({
            "description": event.description,
            "with": with.collect::<Json>(),
            "contact": event.contact,
            "task": event.task.as_ref().and_then(|id| self.task(&id.value)),
            "materials": materials.map(|other| self.card(other)).collect::<Json>(),
            "calendar": calendar::address(self.page, calendar).encoded(),
            "webcal": calendar::subscription(planner, self.page, calendar),
            "dates": event.repeat.is_some().then(|| self.dates(event)),
        });
        if let (Json::Object(view), Json::Object(more)) = (&mut view, more) {
            view.extend(more);
        }
        view
    }

    /// Every day on which an event that comes back takes place.
    fn dates(&self, event: &Event) -> Json {
        let occurrences = self.occurrences(event).into_iter();
        occurrences.map(|own| Json::from(own.day.to_string())).collect()
    }

    fn place(&self, event: &Event) -> Option<PlaceView> {
        let key = &event.place.as_ref()?.value;
        Some(named::place(self.planner, self.page.language(), key))
    }

    fn repeat(&self, repeat: &Repeat) -> Json {
        let zone = &self.planner.site.config.timezone;
        json!({
            "every": Every::name(repeat.every),
            "on": repeat.on.iter().copied().map(Weekday::name).collect::<Json>(),
            "until": repeat.until.as_ref().map(|until| until.value.iso(zone)),
            "except": repeat.except.iter().map(|date| date.value.iso(zone)).collect::<Json>(),
        })
    }

    fn audiences(&self, event: &Event) -> Json {
        let site = self.planner.site;
        let language = self.page.language();
        let audiences = event.audiences.iter().map(|key| {
            let term = site.term("audiences", key.as_str(), language);
            let name = named::audience_name(self.planner, language, key.as_str());
            json!({ "name": name, "url": term.map(|term| term.address.encoded()) })
        });
        audiences.collect()
    }

    /// A task of the schedule's plan, with the way to it.
    fn task(&self, id: &str) -> Option<Json> {
        let plan = self.plan?;
        let Kind::Plan(own) = &plan.document.kind else { return None };
        let (number, task) = (1..).zip(&own.tasks).find(|(_, task)| task.id.value == id)?;
        let url = format!("{}#{id}", plan.address.encoded());
        Some(json!({ "id": id, "number": number, "title": task.title, "url": url }))
    }
}

/// Whether an event does not take place at the time that is written: it is cancelled, or
/// put off to a day that is not known.
pub(super) fn is_off(event: &Event) -> bool {
    match event.status {
        EventStatus::Cancelled => true,
        EventStatus::Postponed => event.moved_from.is_none(),
        EventStatus::Confirmed | EventStatus::Tentative | EventStatus::Moved => false,
    }
}

/// The times at which the state of an event changes, for scripts: for each time that it
/// takes place `A+B+C`, where A is the second of Unix time at which its day begins, and B
/// and C how many seconds later it is under way and over. None for what is off.
fn times_of(event: &Event, occurrences: &[Occurrence]) -> Option<String> {
    let times: Vec<String> = occurrences.iter().map(|own| seconds(own.changes)).collect();
    (!is_off(event) && !times.is_empty()).then(|| times.join(" "))
}

/// Three instants as `A+B+C`.
pub(super) fn seconds([first, second, third]: [jiff::Timestamp; 3]) -> String {
    let first = first.as_second();
    format!("{first}+{}+{}", second.as_second() - first, third.as_second() - first)
}
