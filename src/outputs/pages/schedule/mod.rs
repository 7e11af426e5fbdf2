//! The pages below a schedule: its events by month, by commune, by place and by audience, a
//! page of each commune and one of each event, so that no page carries all of it.
//!
//! In: the schedules of the site. Out: an output for each such page, in every language that
//! has the schedule. They lie in the schedule's folder: `thang/`, `xa-phuong/`, `dia-diem/`,
//! `doi-tuong/` on Vietnamese pages, `months/`, `areas/`, `places/`, `audiences/` on others, and a folder named by
//! the id of each event. A page whose template the theme lacks is not made.

mod addresses;
mod view_kind;

use std::borrow::Cow;

use crate::content::Kind;
use crate::content::kinds::{Event, Schedule};
use crate::diagnostics::{Checked, Code, Diagnostic, Place, say};
use crate::outputs::Origin;
use crate::outputs::events::times::{self, MOST_OCCURRENCES};
use crate::outputs::files::feeds;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::named;
use crate::outputs::pages::{self, structured};
use crate::outputs::planner::Planner;
use crate::outputs::view::{
    self, View, frame::Frame, page::PageView, plain::Plain, schedule as parts,
};

use crate::site::{Page, PageId};

pub(crate) use view_kind::ViewKind;

pub(crate) use addresses::{
    SubPage, What, area_address, areas_of, event_permalink, event_url, has_area_pages,
    has_event_pages, sub_page, sub_pages, views,
};

/// What a page below a schedule shows, by name.
#[derive(Hash)]
pub(in crate::outputs) enum Part {
    /// All events in one way.
    View(ViewKind),
    /// The events in the area of this key.
    Area(String),
    /// The event of this id.
    Event(String),
}

/// The pages below every schedule. What pages do not list in full is said.
pub(in crate::outputs) fn pages(planner: &Planner<'_>) -> Checked<Vec<Job>> {
    let mut diagnostics = Vec::new();
    for (id, page) in planner.site.ids() {
        if let Kind::Schedule(schedule) = &page.document.kind {
            diagnostics.extend(too_many(planner, page, (schedule, planner.site.events(id))));
        }
    }
    let jobs = sub_pages(planner).into_iter().filter_map(|below| {
        let path = below.address.output()?;
        let origin = Origin::Source(planner.site.page(below.schedule).document.path.clone());
        let part = match below.what {
            What::View(kind) => Part::View(kind),
            What::Area(key) => Part::Area(key.to_owned()),
            What::Event(event) => Part::Event(event.id.value.clone()),
        };
        Some(Job { path, origin, work: Subject::Schedule(below.schedule, part).into() })
    });
    Checked { value: jobs.collect(), diagnostics }
}

/// The most single times that the events of one schedule may have together. A year of all
/// schools of a city is a tenth of it.
const MOST_TIMES: usize = 100_000;

/// That events come more often than pages list: the schedule as a whole, or each of these events.
fn too_many(
    planner: &Planner<'_>,
    page: &Page,
    (schedule, events): (&Schedule, &[Event]),
) -> Vec<Diagnostic> {
    let zone = &planner.site.config.timezone;
    let times = events.iter().map(|event| times::occurrences(event, schedule, zone));
    let times: Vec<(usize, bool)> = times.map(|(times, is_cut)| (times.len(), is_cut)).collect();
    if times.iter().map(|(number, _)| number).sum::<usize>() > MOST_TIMES {
        let message = say!(
            "các sự kiện của lịch này diễn ra tổng cộng hơn {MOST_TIMES} lần",
            "the events of this schedule take place more than {MOST_TIMES} times in all"
        );
        let hint = say!(
            "ghi `until` sớm hơn, hoặc chia thành nhiều lịch",
            "write an earlier `until`, or make several schedules of it"
        );
        let fault = Diagnostic::error(Code::TooManyTimes, message).hint(hint);
        return vec![fault.at(Place::file(&page.document.path))];
    }
    let cut = events.iter().zip(times).filter(|(_, (_, is_cut))| *is_cut);
    cut.map(|(event, _)| too_often(event).at(page.document.place(event.id.span))).collect()
}

fn too_often(event: &Event) -> Diagnostic {
    let (id, most) = (&event.id.value, MOST_OCCURRENCES);
    let message = say!(
        "sự kiện `{id}` lặp lại hơn {most} lần, trang chỉ liệt kê {most} lần đầu",
        "the event `{id}` comes back more than {most} times; pages list the first {most}"
    );
    let hint = say!(
        "ghi `until` sớm hơn, hoặc chia lịch theo năm",
        "write an earlier `until`, or one schedule for each year"
    );
    Diagnostic::warning(Code::BadValue, message).hint(hint)
}

/// What a page below a schedule shows, and by which template.
pub(in crate::outputs) fn view<'a>(
    planner: &Planner<'a>,
    id: PageId,
    part: &Part,
) -> Option<(String, View<'a>)> {
    let below = &sub_page(planner, id, part)?;
    let template = below.what.template();
    let frame = frame(planner, below);
    let mut view = frame.view(planner, template, &[]);
    let mut plain = plain(planner, below);
    view.add("json_ld", || view::Part::safe(json_ld(planner, below, &frame, &plain.title)));
    match below.what {
        What::View(kind) => {
            plain.schedule = parts::outline(planner, below.schedule, Some(kind)).into();
            let id = below.schedule;
            match kind {
                ViewKind::Days => {}
                ViewKind::Months => {
                    view.add("calendar", || view::Part::own(&parts::grid(planner, id)))
                }
                ViewKind::Areas => {
                    view.add("areas", || view::Part::own(&parts::areas(planner, id)));
                    view.add("elsewhere", || view::Part::own(&parts::elsewhere(planner, id)));
                }
                ViewKind::Places => {
                    view.add("groups", || view::Part::own(&parts::places(planner, id)))
                }
                ViewKind::Audiences => {
                    view.add("groups", || view::Part::own(&parts::audiences(planner, id)));
                }
            }
        }
        What::Area(key) => {
            plain.schedule = parts::outline(planner, below.schedule, None).into();
            view.add("area", || view::Part::own(&parts::area(planner, below.schedule, key)));
        }
        What::Event(event) => {
            plain.schedule = parts::outline(planner, below.schedule, None).into();
            event_parts(planner, below.schedule, event, &mut view);
        }
    }
    view.page(PageView::without_body(plain));
    view.add("newer", view::Part::none);
    view.add("older", view::Part::none);
    Some((template.to_owned(), view))
}

/// What a page below a schedule tells programs.
fn json_ld<'a>(
    planner: &Planner<'a>,
    below: &SubPage<'a>,
    frame: &Frame<'a>,
    title: &str,
) -> Option<String> {
    match below.what {
        What::View(_) | What::Area(_) => {
            structured::of_part(planner, planner.site.page(below.schedule), frame, title)
        }
        What::Event(event) => structured::of_event(planner, below.schedule, frame, event),
    }
}

/// The event of a page, and those before and after it in time.
fn event_parts<'a>(planner: &Planner<'a>, id: PageId, event: &'a Event, view: &mut View<'a>) {
    let events = planner.site.events(id);
    let at = events.iter().position(|own| own.id.value == event.id.value).unwrap_or(0);
    let neighbour = |at: Option<usize>| match at.and_then(|at| events.get(at)) {
        Some(other) => view::Part::own(&parts::named(planner, id, other)),
        None => view::Part::none(),
    };
    view.add("event", || view::Part::own(&parts::event(planner, id, event)));
    view.add("earlier", || neighbour(at.checked_sub(1)));
    view.add("later", || neighbour(Some(at + 1)));
}

fn frame<'a>(planner: &Planner<'a>, below: &SubPage<'a>) -> Frame<'a> {
    let above = pages::frame(planner, below.schedule);
    let mut ancestors = above.ancestors;
    ancestors.push(below.schedule);
    let feeds = match below.what {
        What::Area(key) => feeds::for_area(planner, below.schedule, key),
        What::View(_) | What::Event(_) => above.feeds,
    };
    let shared_event = match below.what {
        What::Event(event) => Some(event.id.value.as_str()),
        What::View(_) | What::Area(_) => None,
    };
    Frame {
        feeds,
        shared_event,
        address: below.address.clone(),
        root: below.address.root(),
        versions: below.versions.clone(),
        lent: below.lent.clone(),
        ancestors,
        ..above
    }
}

fn plain<'a>(planner: &Planner<'a>, below: &SubPage<'a>) -> Plain<'a> {
    let above = Plain::of_page(planner, below.schedule);
    let page = planner.site.page(below.schedule);
    match below.what {
        What::View(kind) => {
            let own = &page.document.meta.title;
            let key = format!("schedule.title.{}", kind.name());
            let title = planner.theme.text(page.language(), &key, &[("title", own)]);
            let title = title.map_or(Cow::Borrowed(own.as_str()), Cow::Owned);
            above.below(planner, &below.address, (kind.page_kind(), title))
        }
        What::Area(key) => {
            let area = named::area(planner, page.language(), key).name;
            let own = page.document.meta.title.as_str();
            let arguments = [("title", own), ("area", area.as_str())];
            let title = planner.theme.text(page.language(), "schedule.title.area", &arguments);
            let title = Cow::Owned(title.unwrap_or(area));
            above.below(planner, &below.address, ("schedule_area", title))
        }
        What::Event(event) => {
            let title = Cow::Borrowed(event.title.as_str());
            let foreign = event.language.as_ref().filter(|own| *own != page.language());
            let description = event.description.as_deref().filter(|_| foreign.is_none());
            let description = description.map(Cow::Borrowed);
            let mut plain = above.below(planner, &below.address, ("event", title));
            plain.title_lang = foreign;
            plain.description = description;
            plain.sample = event.sample.or(page.shared.sample).unwrap_or(false);
            plain
        }
    }
}
