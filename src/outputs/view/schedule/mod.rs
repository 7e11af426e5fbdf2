//! What templates see of a schedule: its outline, its events by day, month, place and
//! audience, and each of them in full.
//!
//! In: a schedule of the site. Out: plain values. An *entry* is what a list shows of an
//! event; an event in full has more beside the same names.

mod agenda;
mod days;
mod event;
mod groups;
mod months;

use serde_json::{Value as Json, json};

use crate::content::Kind;
use crate::content::kinds::{Event, Schedule};
use crate::outputs::calendar::{self, Which};
use crate::outputs::downloads::{self, Form};
use crate::outputs::named;
use crate::outputs::planner::Planner;
use crate::outputs::prose::Resolver;
use crate::outputs::schedule::{self, ViewKind};
use crate::site::{Page, PageId};
use crate::yaml::{Marked, Moment};

pub(crate) use agenda::agenda;
pub(crate) use event::{event, named};
pub(crate) use groups::{audiences, places};
pub(crate) use months::months;

use days::Calendar;
use event::Sight;

/// The view of a schedule on its own page.
pub(crate) fn of_schedule<'a>(
    planner: &Planner<'a>,
    id: PageId,
    schedule: &'a Schedule,
    resolver: &mut Resolver<'_, 'a>,
) -> Json {
    let sight = Sight::of(planner, id, schedule);
    let organizer = schedule.organizer.as_ref();
    let language = planner.site.page(id).language();
    let mut view = outline(planner, id, Some(ViewKind::Days));
    let calendar = Calendar::of(&sight);
    let events = sight.events.iter().map(|event| sight.event(event, resolver));
    let own = json!({
        "theme": schedule.theme,
        "slogans": schedule.slogans,
        "plan": sight.plan.map(|plan| sight.card(plan)),
        "organizer": organizer.map(|key| named::agency(planner, language, &key.value)),
        "events": events.collect::<Json>(),
        "days": calendar.days(&sight),
        "longer": calendar.longer(&sight),
        "weeks": calendar.weeks(planner.theme.first_weekday(language)),
    });
    if let (Json::Object(view), Json::Object(own)) = (&mut view, own) {
        view.extend(own);
    }
    view
}

/// What the pages below a schedule know of it, and its own page too. `view` is the way in
/// which the page looks at it; none on the page of an event.
pub(crate) fn outline(planner: &Planner<'_>, id: PageId, view: Option<ViewKind>) -> Json {
    let page = planner.site.page(id);
    let Some(schedule) = schedule_of(page) else { return Json::Null };
    let zone = &planner.site.config.timezone;
    let iso = |date: &Option<Marked<Moment>>| date.as_ref().map(|date| date.value.iso(zone));
    let views = schedule::views(planner, id).into_iter().map(|(kind, address)| {
        json!({ "name": kind.name(), "url": address.encoded(), "current": Some(kind) == view })
    });
    let whole = view.is_some();
    json!({
        "title": page.document.meta.title,
        "url": page.address.encoded(),
        "starts": iso(&schedule.starts),
        "ends": iso(&schedule.ends),
        "views": views.collect::<Json>(),
        "calendar": whole.then(|| calendars(planner, page)).flatten(),
        "downloads": whole.then(|| downloads(planner, page)).flatten(),
    })
}

fn schedule_of(page: &Page) -> Option<&Schedule> {
    match &page.document.kind {
        Kind::Schedule(schedule) => Some(schedule),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) | Kind::Plan(_) => None,
    }
}

/// Where the calendars of a schedule are: of all its events, of each place, of each audience.
fn calendars(planner: &Planner<'_>, page: &Page) -> Option<Json> {
    let events: &[Event] = planner.site.events_of(page);
    let (mut places, mut audiences) = (Vec::new(), Vec::new());
    let all = calendar::all(events);
    for which in &all {
        match *which {
            Which::All | Which::Event(_) => {}
            Which::Place(key) => {
                places.push(calendar_link(
                    planner,
                    page,
                    *which,
                    &named::place(planner, page.language(), key).name,
                ));
            }
            Which::Audience(key) => {
                let name = named::audience_name(planner, page.language(), key);
                audiences.push(calendar_link(planner, page, *which, name));
            }
        }
    }
    all.contains(&Which::All).then(|| {
        json!({
            "url": calendar::address(page, Which::All).encoded(),
            "webcal": calendar::subscription(planner, page, Which::All),
            "places": places,
            "audiences": audiences,
        })
    })
}

/// Where a schedule can be had as data.
fn downloads(planner: &Planner<'_>, page: &Page) -> Option<Json> {
    let url = |form| downloads::address(page, form).encoded();
    let events = planner.site.events_of(page);
    (!events.is_empty()).then(|| json!({ "csv": url(Form::Csv), "json": url(Form::Json) }))
}

/// A calendar, to be had as a file and, where the site has an address, as a subscription.
fn calendar_link(planner: &Planner<'_>, page: &Page, which: Which<'_>, name: &str) -> Json {
    json!({
        "name": name,
        "url": calendar::address(page, which).encoded(),
        "webcal": calendar::subscription(planner, page, which),
    })
}
