//! The ways to look at the events of a schedule.

use crate::content::data::Data;
use crate::content::kinds::Event;
use crate::outputs::events::area_of;

/// A way to look at the events of a schedule.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum ViewKind {
    /// Day by day: the page of the schedule itself.
    Days,
    /// As the leaves of a calendar.
    Months,
    /// By commune, ward or special zone.
    Areas,
    /// By place or venue.
    Places,
    /// By whom they are for.
    Audiences,
}

impl ViewKind {
    /// Every way, in the order in which they are offered.
    pub(crate) const ALL: [ViewKind; 5] =
        [ViewKind::Days, ViewKind::Months, ViewKind::Areas, ViewKind::Places, ViewKind::Audiences];

    /// The word for it in templates and language files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            ViewKind::Days => "days",
            ViewKind::Months => "months",
            ViewKind::Areas => "areas",
            ViewKind::Places => "places",
            ViewKind::Audiences => "audiences",
        }
    }

    /// The kind of its page.
    pub(crate) fn page_kind(self) -> &'static str {
        match self {
            ViewKind::Days => "schedule",
            ViewKind::Months => "schedule_months",
            ViewKind::Areas => "schedule_areas",
            ViewKind::Places => "schedule_places",
            ViewKind::Audiences => "schedule_audiences",
        }
    }

    pub(super) fn template(self) -> &'static str {
        match self {
            ViewKind::Days => "schedule.html",
            ViewKind::Months => "schedule_months.html",
            ViewKind::Areas => "schedule_areas.html",
            ViewKind::Places => "schedule_places.html",
            ViewKind::Audiences => "schedule_audiences.html",
        }
    }

    /// Its folder below the schedule's: on Vietnamese pages, and on others.
    pub(super) fn folders(self) -> [&'static str; 2] {
        match self {
            ViewKind::Days => ["", ""],
            ViewKind::Months => ["thang", "months"],
            ViewKind::Areas => ["xa-phuong", "areas"],
            ViewKind::Places => ["dia-diem", "places"],
            ViewKind::Audiences => ["doi-tuong", "audiences"],
        }
    }

    /// Whether a schedule with these events has anything to show in this way.
    pub(super) fn shows(self, data: &Data, events: &[Event]) -> bool {
        match self {
            ViewKind::Days => true,
            ViewKind::Months => !events.is_empty(),
            ViewKind::Areas => events.iter().any(|event| area_of(data, event).is_some()),
            ViewKind::Places => {
                events.iter().any(|event| event.place.is_some() || event.venue.is_some())
            }
            ViewKind::Audiences => events.iter().any(|event| !event.audiences.is_empty()),
        }
    }
}
