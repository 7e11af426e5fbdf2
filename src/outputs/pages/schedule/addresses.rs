//! Which pages there are below a schedule, and where.

use std::collections::BTreeSet;

use crate::content::kinds::Event;
use crate::content::{Kind, Language};
use crate::memo::Digest;
use crate::outputs::events::area_of;
use crate::outputs::files::calendar;
use crate::outputs::pages::schedule::{Part, ViewKind};
use crate::outputs::planner::Planner;
use crate::public::OutputPath;
use crate::site::{Address, Asked, Page, PageId};

/// What a page below a schedule shows.
#[derive(Clone, Copy)]
pub(crate) enum What<'a> {
    /// All events in one way.
    View(ViewKind),
    /// The events in the area of this key.
    Area(&'a str),
    /// One event.
    Event(&'a Event),
}

impl What<'_> {
    /// The template that shows it.
    pub(crate) fn template(self) -> &'static str {
        match self {
            What::View(kind) => kind.template(),
            What::Area(_) => AREA_TEMPLATE,
            What::Event(_) => EVENT_TEMPLATE,
        }
    }
}

const EVENT_TEMPLATE: &str = "event.html";
const AREA_TEMPLATE: &str = "schedule_area.html";

/// A page below a schedule.
pub(crate) struct SubPage<'a> {
    /// The schedule.
    pub schedule: PageId,
    /// What it shows.
    pub what: What<'a>,
    /// Where it is.
    pub address: Address,
    /// The same page in the languages that have it, itself among them.
    pub versions: Vec<(&'a Language, Address)>,
    /// Those of these languages whose page shows words of another: no true translations.
    pub lent: Vec<&'a Language>,
}

impl SubPage<'_> {
    /// Whether it is the page of an event that is invented for illustration.
    pub(crate) fn is_invented(&self, site: Asked<'_>) -> bool {
        match self.what {
            What::View(_) | What::Area(_) => false,
            What::Event(event) => {
                let page = site.page(self.schedule);
                event.sample.or(page.shared.sample).unwrap_or(false)
            }
        }
    }
}

/// The pages below every schedule.
pub(crate) fn sub_pages<'a>(planner: &Planner<'a>) -> Vec<SubPage<'a>> {
    let site = planner.site;
    let schedules = site.ids().filter(|(_, page)| matches!(page.document.kind, Kind::Schedule(_)));
    let below = schedules.flat_map(|(id, page)| {
        let views = views_of(planner, id).filter(|kind| *kind != ViewKind::Days);
        let views = views.map(move |kind| view_page(planner, (id, page), kind));
        let events = site.events(id).iter().filter(|_| has_event_pages(planner));
        let areas = areas_of(planner, id).into_iter();
        let areas = areas.map(move |key| area_page(planner, (id, page), key));
        views.chain(areas).chain(events.map(move |event| event_page(planner, (id, page), event)))
    });
    below.collect()
}

/// One of the pages below a schedule.
pub(crate) fn sub_page<'a>(planner: &Planner<'a>, id: PageId, part: &Part) -> Option<SubPage<'a>> {
    let page = planner.site.page(id);
    match part {
        Part::View(kind) => Some(view_page(planner, (id, page), *kind)),
        Part::Area(key) => {
            let key = areas_of(planner, id).into_iter().find(|own| own == key)?;
            Some(area_page(planner, (id, page), key))
        }
        Part::Event(key) => {
            let event = planner.site.events(id).iter().find(|event| event.id.value == *key)?;
            Some(event_page(planner, (id, page), event))
        }
    }
}

/// The ways in which a schedule can be looked at: those that the theme and its events allow.
pub(crate) fn views_of(planner: &Planner<'_>, id: PageId) -> impl Iterator<Item = ViewKind> {
    let events = planner.site.events(id);
    let (theme, data) = (planner.theme, &planner.site.structure().data);
    let all = ViewKind::ALL.into_iter();
    all.filter(move |kind| {
        *kind == ViewKind::Days || (theme.has(kind.template()) && kind.shows(data, events))
    })
}

/// Where a schedule can be looked at in each way.
pub(crate) fn views(planner: &Planner<'_>, id: PageId) -> Vec<(ViewKind, Address)> {
    let page = planner.site.page(id);
    views_of(planner, id).map(|kind| (kind, view_address(page, kind))).collect()
}

/// The keys of the areas in which events of a schedule are and that have a page each.
pub(crate) fn areas_of<'a>(planner: &Planner<'a>, id: PageId) -> BTreeSet<&'a str> {
    let data = &planner.site.structure().data;
    let events = planner.site.events(id).iter().filter(|_| has_area_pages(planner));
    events.filter_map(|event| area_of(data, event)).collect()
}

/// Whether areas have pages of their own.
pub(crate) fn has_area_pages(planner: &Planner<'_>) -> bool {
    planner.theme.has(AREA_TEMPLATE)
}

/// Whether events have pages of their own.
pub(crate) fn has_event_pages(planner: &Planner<'_>) -> bool {
    planner.theme.has(EVENT_TEMPLATE)
}

/// The address of an event from the root of the site: its page, or its place on the page of
/// its schedule where the theme has no pages of events.
pub(crate) fn event_url(planner: &Planner<'_>, page: &Page, id: &str) -> String {
    if has_event_pages(planner) {
        event_address(page, id).encoded()
    } else {
        format!("{}#{id}", page.address.encoded())
    }
}

/// The absolute address of an event, if the site has a `base_url`.
pub(crate) fn event_permalink(planner: &Planner<'_>, page: &Page, id: &str) -> Option<String> {
    if has_event_pages(planner) {
        planner.permalink(&event_address(page, id))
    } else {
        planner.permalink(&page.address).map(|url| format!("{url}#{id}"))
    }
}

fn view_page<'a>(
    planner: &Planner<'a>,
    (id, page): (PageId, &'a Page),
    kind: ViewKind,
) -> SubPage<'a> {
    let site = planner.site;
    let versions = site.structure().translations(page).iter();
    let versions = versions.filter(|(_, other)| views_of(planner, **other).any(|own| own == kind));
    SubPage {
        schedule: id,
        what: What::View(kind),
        address: view_address(page, kind),
        versions: versions
            .map(|(language, other)| (language, view_address(site.page(*other), kind)))
            .collect(),
        lent: Vec::new(),
    }
}

fn area_page<'a>(
    planner: &Planner<'a>,
    (id, page): (PageId, &'a Page),
    key: &'a str,
) -> SubPage<'a> {
    let site = planner.site;
    let versions = site.structure().translations(page).iter();
    let versions = versions.filter(|(_, other)| areas_of(planner, **other).contains(key));
    SubPage {
        schedule: id,
        what: What::Area(key),
        address: area_address(page, key),
        versions: versions
            .map(|(language, other)| (language, area_address(site.page(*other), key)))
            .collect(),
        lent: Vec::new(),
    }
}

fn event_page<'a>(
    planner: &Planner<'a>,
    (id, page): (PageId, &'a Page),
    event: &'a Event,
) -> SubPage<'a> {
    let site = planner.site;
    let (mut versions, mut lent) = (Vec::new(), Vec::new());
    for (language, other) in site.structure().translations(page) {
        let same = site.events(*other).iter().find(|own| own.id.value == event.id.value);
        let Some(same) = same else { continue };
        versions.push((language, event_address(site.page(*other), &same.id.value)));
        if same.language.as_ref().is_some_and(|own| own != language) {
            lent.push(language);
        }
    }
    let address = event_address(page, &event.id.value);
    SubPage { schedule: id, what: What::Event(event), address, versions, lent }
}

fn view_address(page: &Page, kind: ViewKind) -> Address {
    let folder = kind.folders()[usize::from(!page.language().is_vietnamese())];
    Address::of_folder(&format!("{}{folder}", page.address.folder()))
}

/// Where the events in an area have their page.
pub(crate) fn area_address(page: &Page, key: &str) -> Address {
    let areas = view_address(page, ViewKind::Areas);
    Address::of_folder(&format!("{}{}", areas.folder(), calendar::plain(key)))
}

fn event_address(page: &Page, id: &str) -> Address {
    Address::of_folder(&format!("{}{}", page.address.folder(), event_folder(id)))
}

/// The folder of an event. No two ids have one, and none is that of a view or a name that
/// disks keep for themselves.
fn event_folder(id: &str) -> String {
    let name = calendar::plain(id);
    let kept = ViewKind::ALL.iter().any(|kind| kind.folders().contains(&name.as_str()));
    if kept || OutputPath::parse(&name).is_none() {
        return format!("{name}-{}", &Digest::of(id.as_bytes()).to_hex()[..8]);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_takes_no_place_of_another_page() {
        assert_eq!(event_folder("le-phat-dong"), "le-phat-dong");
        for kept in ["thang", "months", "places", "doi-tuong", "con"] {
            let folder = event_folder(kept);
            assert!(folder.starts_with(&format!("{kept}-")), "{folder}");
            assert!(OutputPath::parse(&folder).is_some(), "{folder}");
        }
        assert_ne!(event_folder("Le"), event_folder("le"));
        assert_ne!(event_folder("a.b"), event_folder("a-b"));
    }
}
