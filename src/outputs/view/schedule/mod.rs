//! What templates see of a schedule: its outline, its events by day, month, place and
//! audience, and each of them in full.
//!
//! In: a schedule of the site. Out: values whose fields have the names that templates use. An
//! *entry* is what a list shows of an event; an event in full has more beside the same names.

mod agenda;
mod areas;
mod days;
mod event;
mod groups;
mod months;
mod visit;

use jiff::civil::Date;
use serde::Serialize;

use crate::outputs::events::SchedulePage;
use crate::outputs::files::{
    calendar::{self, Which},
    downloads::{self, Form},
};
use crate::outputs::named::{self, AgencyView};
use crate::outputs::pages::schedule::{self, ViewKind};
use crate::outputs::planner::Planner;
use crate::outputs::view::{card::Card, prose::Resolver};
use crate::site::PageId;

pub(crate) use agenda::agenda;
pub(crate) use areas::{area, areas, elsewhere};
pub(crate) use event::{event, named};
pub(crate) use groups::{audiences, places};
pub(crate) use months::grid;

use days::{Calendar, DayView, LongEntry, WeekView};
use event::{Entry, EventView};

/// `page.schedule`.
#[derive(Clone, Serialize)]
pub(crate) struct ScheduleView {
    #[serde(flatten)]
    outline: Outline,
    /// What only the page of the schedule itself shows.
    #[serde(flatten)]
    whole: Option<Whole>,
}

/// What the pages below a schedule know of it, and its own page too.
#[derive(Clone, Serialize)]
struct Outline {
    title: String,
    url: String,
    starts: Option<String>,
    ends: Option<String>,
    views: Vec<ViewLink>,
    calendar: Option<Calendars>,
    downloads: Option<Downloads>,
}

/// A way to look at a schedule, and whether the page looks at it so.
#[derive(Clone, Serialize)]
struct ViewLink {
    name: &'static str,
    url: String,
    current: bool,
}

/// Where the calendars of a schedule are.
#[derive(Clone, Serialize)]
struct Calendars {
    /// Of all its events.
    url: String,
    webcal: Option<String>,
    /// Of those at each place.
    places: Vec<CalendarLink>,
    /// Of those in each area.
    areas: Vec<CalendarLink>,
    /// Of those for each audience.
    audiences: Vec<CalendarLink>,
}

/// A calendar, to be had as a file and, where the site has an address, as a subscription.
#[derive(Clone, Serialize)]
struct CalendarLink {
    name: String,
    url: String,
    webcal: Option<String>,
}

/// Where a schedule can be had as data.
#[derive(Clone, Serialize)]
struct Downloads {
    csv: String,
    json: String,
}

/// All events of a schedule and what it says of itself.
#[derive(Clone, Serialize)]
struct Whole {
    theme: Option<String>,
    slogans: Vec<String>,
    plan: Option<Card>,
    organizer: Option<AgencyView>,
    events: Vec<EventView>,
    days: Vec<DayView>,
    longer: Vec<LongEntry>,
    weeks: Vec<WeekView>,
    /// Those that were cancelled, put off or moved.
    changed: Vec<Entry>,
    /// The build's day, from the first to the last day of all this.
    today: Option<Date>,
}

/// The view of a schedule on its own page; none where the page is of another kind.
pub(crate) fn of_schedule(
    planner: &Planner<'_>,
    id: PageId,
    resolver: &mut Resolver<'_, '_>,
) -> Option<ScheduleView> {
    let own = SchedulePage::of(planner, planner.site.page(id))?;
    let calendar = Calendar::of(own);
    let whole = Whole {
        theme: own.schedule.theme.clone(),
        slogans: own.schedule.slogans.clone(),
        plan: own.plan().map(|plan| Card::of(planner, plan, own.language())),
        organizer: own.organizer(),
        events: own.events().map(|scheduled| EventView::of(scheduled, resolver)).collect(),
        days: calendar.days(),
        longer: calendar.longer(),
        weeks: calendar.weeks(planner.theme.first_weekday(own.language())),
        changed: own.events().filter(|own| own.is_changed()).map(Entry::of).collect(),
        today: own.today().date(),
    };
    let outline = Outline::of(own, id, Some(ViewKind::Days));
    Some(ScheduleView { outline, whole: Some(whole) })
}

/// The view of a schedule on a page below it. `view` is the way in which the page looks at it;
/// none on the page of an event.
pub(crate) fn outline(
    planner: &Planner<'_>,
    id: PageId,
    view: Option<ViewKind>,
) -> Option<ScheduleView> {
    let own = SchedulePage::of(planner, planner.site.page(id))?;
    Some(ScheduleView { outline: Outline::of(own, id, view), whole: None })
}

impl Outline {
    fn of(own: SchedulePage<'_>, id: PageId, view: Option<ViewKind>) -> Outline {
        let views = schedule::views(own.planner, id).into_iter();
        let views = views.map(|(kind, address)| ViewLink {
            name: kind.name(),
            url: address.encoded(),
            current: Some(kind) == view,
        });
        let shows_files = view.is_some() && own.events().len() > 0;
        let url = |form| downloads::address(own.page, form).encoded();
        let downloads = || Downloads { csv: url(Form::Csv), json: url(Form::Json) };
        Outline {
            title: own.page.document.meta.title.clone(),
            url: own.page.address.encoded(),
            starts: own.date(&own.schedule.starts),
            ends: own.date(&own.schedule.ends),
            views: views.collect(),
            calendar: shows_files.then(|| Calendars::of(own)),
            downloads: shows_files.then(downloads),
        }
    }
}

impl Calendars {
    fn of(own: SchedulePage<'_>) -> Calendars {
        let (mut places, mut areas, mut audiences) = (Vec::new(), Vec::new(), Vec::new());
        for which in calendar::all(own.planner, own.planner.site.events_of(own.page)) {
            match which {
                Which::All | Which::Event(_) => {}
                Which::Place(key) => {
                    let place = named::place(own.planner, own.language(), key);
                    places.push(CalendarLink::of(own, which, &place.name));
                }
                Which::Area(key) => {
                    let area = named::area(own.planner, own.language(), key);
                    areas.push(CalendarLink::of(own, which, &area.name));
                }
                Which::Audience(key) => {
                    let name = named::audience_name(own.planner, own.language(), key);
                    audiences.push(CalendarLink::of(own, which, name));
                }
            }
        }
        Calendars {
            url: calendar::address(own.page, Which::All).encoded(),
            webcal: calendar::subscription(own.planner, own.page, Which::All),
            places,
            areas,
            audiences,
        }
    }
}

impl CalendarLink {
    fn of(own: SchedulePage<'_>, which: Which<'_>, name: &str) -> CalendarLink {
        CalendarLink {
            name: name.to_owned(),
            url: calendar::address(own.page, which).encoded(),
            webcal: calendar::subscription(own.planner, own.page, which),
        }
    }
}
