//! The feed of an area of a schedule: its events, for those who follow one commune.
//!
//! An event has no day of publication of its own, so that of its schedule stands for it, and a
//! schedule without one has no such feed. What is over stays in it: a feed does not hang on the
//! day of the build.

use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::calendar;
use crate::outputs::files::feeds::{Feeds, Format, Scope, titled};
use crate::outputs::formats::Entry;
use crate::outputs::named;
use crate::outputs::pages::schedule;
use crate::outputs::planner::Planner;
use crate::site::{Address, PageId};

/// Every such feed of the site, with the page of the area.
pub(super) fn all(planner: &Planner<'_>) -> Vec<(Address, Feeds)> {
    let schedules = planner.site.ids().filter_map(|(id, page)| {
        let own = SchedulePage::of(planner, page)?;
        is_dated(own).then_some((id, own))
    });
    let feeds = schedules.flat_map(|(id, own)| {
        let keys = schedule::areas_of(planner, id).into_iter();
        keys.map(move |key| (schedule::area_address(own.page, key), (id, key.to_owned())))
    });
    feeds.map(|(address, (id, key))| (address, Feeds::Area(id, key))).collect()
}

/// Where the feed of an area is, if it has one.
pub(in crate::outputs) fn address(own: SchedulePage<'_>, key: &str) -> Option<Address> {
    let folder = schedule::area_address(own.page, key);
    let has_feed = own.planner.site.config.base_url.is_some() && is_dated(own);
    let name = Format::Atom.file_name();
    has_feed.then(|| Address::of_file(&format!("{}{name}", folder.folder())))
}

/// What the feed of an area tells of.
pub(super) fn scope<'a>(planner: &Planner<'a>, id: PageId, key: &str) -> Option<Scope<'a>> {
    let page = planner.site.page(id);
    let own = SchedulePage::of(planner, page)?;
    let events = own.events().filter(|scheduled| scheduled.area() == Some(key));
    let entries = events.filter_map(entry).take(planner.site.config.feed_limit).collect();
    let area = named::area(planner, page.language(), key).name;
    Some(Scope {
        title: titled(planner, page.language(), &format!("{} – {area}", page.told_title())),
        language: page.language(),
        address: schedule::area_address(page, key),
        entries,
    })
}

fn is_dated(own: SchedulePage<'_>) -> bool {
    let meta = &own.page.document.meta;
    own.page.shared.neutral_title.is_none() && (meta.date.is_some() || meta.updated.is_some())
}

fn entry(scheduled: ScheduledEvent<'_>) -> Option<Entry> {
    let (of, event) = (scheduled.of, scheduled.event);
    let zone = &of.planner.site.config.timezone;
    let meta = &of.page.document.meta;
    let date = meta.date.as_ref().or(meta.updated.as_ref())?.value;
    let updated = meta.updated.as_ref().map_or(date, |updated| updated.value);
    let (day, _) = scheduled.day_and_clock(event.when.starts);
    let day = of.planner.theme.day(of.language(), day);
    let summary = calendar::summary(scheduled);
    let place = calendar::location(scheduled);
    let lines = [Some(place).filter(|own| !own.is_empty()), event.description.clone()];
    Some(Entry {
        title: format!("{day}: {summary}"),
        url: scheduled.permalink()?,
        language: of.language().clone(),
        published: date.rfc3339(zone),
        updated: updated.rfc3339(zone),
        summary: Some(lines.into_iter().flatten().collect::<Vec<_>>().join(". ")),
        author: None,
    })
}
