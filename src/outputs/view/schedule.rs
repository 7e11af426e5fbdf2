//! `page.schedule`: the theme, the slogans and the events in order of time.

use serde_json::{Value as Json, json};

use crate::content::kinds::{Event, Every, Named, PartOfDay, Repeat, Schedule, Weekday};
use crate::content::{Kind, Language};
use crate::outputs::calendar::{self, Which};
use crate::outputs::downloads::{self, Form};
use crate::outputs::planner::Planner;
use crate::outputs::prose::Resolver;
use crate::outputs::view::card::Card;
use crate::outputs::view::plan::agency;
use crate::site::{Page, Site};
use crate::yaml::{Marked, Moment};

/// The view of a schedule.
pub(crate) fn of_schedule<'a>(
    planner: &Planner<'a>,
    page: &Page,
    schedule: &Schedule,
    resolver: &mut Resolver<'_, 'a>,
) -> Json {
    let zone = &planner.site.config.timezone;
    let iso = |date: &Option<Marked<Moment>>| date.as_ref().map(|date| date.value.iso(zone));
    let plan = schedule.plan.as_ref().and_then(|target| resolver.page(target));
    let sight = Sight { planner, page, plan, sample: page.shared.sample.unwrap_or(false) };
    let organizer = schedule.organizer.as_ref();
    let events = planner.site.events_of(page);
    json!({
        "starts": iso(&schedule.starts),
        "ends": iso(&schedule.ends),
        "theme": schedule.theme,
        "slogans": schedule.slogans,
        "plan": plan.map(|plan| sight.card(plan)),
        "organizer": organizer.map(|key| agency(planner, page.language(), &key.value)),
        "calendar": calendars(planner, page, events),
        "downloads": downloads(page, events),
        "events": events.iter().map(|event| sight.event(event, resolver)).collect::<Json>(),
    })
}

/// The name of an audience in a language.
pub(crate) fn audience_name<'n>(site: &'n Site, language: &'n Language, key: &'n str) -> &'n str {
    let taxonomy = site.config.taxonomies.iter().find(|taxonomy| taxonomy.name == "audiences");
    let configured = taxonomy.and_then(|taxonomy| taxonomy.terms.get(key));
    configured.map_or(key, |name| site.config.text(name, language))
}

/// Where the calendars of a schedule are: of all its events, of each place, of each audience.
fn calendars(planner: &Planner<'_>, page: &Page, events: &[Event]) -> Option<Json> {
    let url = |which| calendar::address(page, which).encoded();
    let (mut places, mut audiences) = (Vec::new(), Vec::new());
    let all = calendar::all(events);
    for which in &all {
        match *which {
            Which::All | Which::Event(_) => {}
            Which::Place(key) => {
                let name = calendar::place_name(planner, page, key);
                places.push(json!({ "name": name, "url": url(*which) }));
            }
            Which::Audience(key) => {
                let name = audience_name(planner.site, page.language(), key);
                audiences.push(json!({ "name": name, "url": url(*which) }));
            }
        }
    }
    all.contains(&Which::All)
        .then(|| json!({ "url": url(Which::All), "places": places, "audiences": audiences }))
}

/// Where a schedule can be had as data.
fn downloads(page: &Page, events: &[Event]) -> Option<Json> {
    let url = |form| downloads::address(page, form).encoded();
    (!events.is_empty()).then(|| json!({ "csv": url(Form::Csv), "json": url(Form::Json) }))
}

/// What the view of an event looks at.
struct Sight<'s, 'a> {
    planner: &'s Planner<'a>,
    page: &'s Page,
    plan: Option<&'a Page>,
    sample: bool,
}

impl Sight<'_, '_> {
    fn card(&self, other: &Page) -> Json {
        json!(Card::of(self.planner.site, other, self.page.language()))
    }

    fn event(&self, event: &Event, resolver: &mut Resolver<'_, '_>) -> Json {
        let (planner, language) = (self.planner, self.page.language());
        let zone = &planner.site.config.timezone;
        let agency = |named: &Named| agency(planner, language, named.as_str());
        let materials: Vec<Json> = event
            .materials
            .iter()
            .filter_map(|target| resolver.page(target))
            .map(|other| self.card(other))
            .collect();
        let place = event
            .place
            .as_ref()
            .map(|key| &planner.common(language).plain_data["places"][&key.value]);
        json!({
            "id": event.id.value,
            "title": event.title,
            "description": event.description,
            "starts": event.when.starts.iso(zone),
            "ends": event.when.ends.map(|ends| ends.iso(zone)),
            "all_day": matches!(event.when.starts, Moment::Day(_)),
            "part_of_day": event.when.part_of_day.map(PartOfDay::name),
            "repeat": event.repeat.as_ref().map(|repeat| self.repeat(repeat)),
            "status": event.status.name(),
            "moved_from": event.moved_from.as_ref().map(|date| date.value.iso(zone)),
            "venue": event.venue,
            "place": place.map(|place| json!({ "name": place["name"], "address": place["address"] })),
            "organizer": event.organizer.as_ref().map(agency),
            "with": event.with.iter().map(agency).collect::<Json>(),
            "audiences": self.audiences(event),
            "contact": event.contact,
            "task": event.task.as_ref().and_then(|id| self.task(&id.value)),
            "materials": materials,
            "sample": event.sample.unwrap_or(self.sample),
            "calendar": calendar::address(self.page, Which::Event(&event.id.value)).encoded(),
        })
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
            let name = audience_name(site, language, key.as_str());
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
