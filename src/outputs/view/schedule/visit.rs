//! Where an event is at home, where one registers for it, and where one may go if it does not
//! take place.

use jiff::civil::Date;
use serde::Serialize;

use crate::content::Language;
use crate::content::kinds::Register;
use crate::outputs::events::{Replacement, ScheduledEvent};
use crate::outputs::pages::schedule;

/// Where one registers.
#[derive(Clone, Serialize)]
pub(super) struct RegisterView {
    /// As people read it.
    text: String,
    url: String,
}

/// An event or a page that one may come to instead.
#[derive(Clone, Serialize)]
pub(super) struct InsteadView {
    title: String,
    lang: Option<Language>,
    url: String,
    /// The day on which the event takes place next; none of a page, and if it is over.
    date: Option<Date>,
}

/// The commune, ward or special zone in which an event is.
#[derive(Clone, Serialize)]
pub(super) struct AreaLink {
    name: String,
    /// Its page below the schedule, if it has one.
    url: Option<String>,
}

impl AreaLink {
    pub(super) fn of(scheduled: ScheduledEvent<'_>) -> Option<AreaLink> {
        let (of, key) = (scheduled.of, scheduled.area()?);
        let has_page = schedule::has_area_pages(of.planner);
        let url = has_page.then(|| schedule::area_address(of.page, key).encoded());
        Some(AreaLink { name: scheduled.area_name()?, url })
    }
}

impl RegisterView {
    pub(super) fn of(own: &Register) -> RegisterView {
        RegisterView { text: own.text.clone(), url: own.target.written().to_owned() }
    }
}

impl InsteadView {
    pub(super) fn of(replacement: Replacement<'_>) -> InsteadView {
        match replacement {
            Replacement::Event(event) => {
                InsteadView::of_event(event, event.next(&event.occurrences()))
            }
            Replacement::Page(page) => InsteadView {
                title: page.document.meta.title.clone(),
                lang: None,
                url: page.address.encoded(),
                date: None,
            },
        }
    }

    pub(super) fn of_event(scheduled: ScheduledEvent<'_>, date: Option<Date>) -> InsteadView {
        InsteadView {
            title: scheduled.event.title.clone(),
            lang: scheduled.foreign_language().cloned(),
            url: scheduled.url(),
            date,
        }
    }
}
