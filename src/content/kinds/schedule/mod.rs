//! Schedules: the events of an action month, with days, places and who runs them.
//!
//! The fields map to RFC 5545 `VEVENT` and schema.org `Event`.

mod checks;
mod likeness;
mod misses;
mod privacy;
mod read;
mod series;
mod sheet;
mod visit;

use jiff::civil::Date;

use crate::content::kinds::Reference;
use crate::content::{Language, LinkTarget};
use crate::diagnostics::Span;
use crate::locale::written::WEEKDAYS;
use crate::sources::SourcePath;
use crate::yaml::{Marked, Moment};

pub use crate::locale::written::PartOfDay;
pub(super) use read::read;
pub use series::week_of_month;
pub(super) use sheet::shown;
pub(in crate::content) use visit::map;
pub use visit::{Instead, Register, Visit};

/// The keys of a schedule.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    /// The first day.
    pub starts: Option<Marked<Moment>>,
    /// The last day.
    pub ends: Option<Marked<Moment>>,
    /// The theme.
    pub theme: Option<String>,
    /// The slogans.
    pub slogans: Vec<String>,
    /// The plan that it carries out.
    pub plan: Option<LinkTarget>,
    /// The agency that runs it.
    pub organizer: Option<Reference>,
    /// The events as they are written, in the order of the file. Who writes of them takes those
    /// of the site, which knows what the words of a sheet stand for.
    pub written: Vec<Event>,
    /// The sheet that they were read from.
    pub sheet: Option<SheetSource>,
}

/// The sheet that a schedule names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetSource {
    /// The file.
    pub path: SourcePath,
    /// Where the page names it.
    pub span: Span,
    /// Whether it is there.
    pub found: bool,
}

/// An event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its id: what anchors and calendars keep.
    pub id: Marked<String>,
    /// What happens.
    pub title: String,
    /// More about it.
    pub description: Option<String>,
    /// When.
    pub when: When,
    /// How it comes back.
    pub repeat: Option<Repeat>,
    /// Whether it is sure.
    pub status: EventStatus,
    /// The day it was first announced for, if it was moved or postponed.
    pub moved_from: Option<Marked<Moment>>,
    /// Where, in words.
    pub venue: Option<Marked<String>>,
    /// Where, as a key of `places`.
    pub place: Option<Reference>,
    /// The agency that runs it, if it is not the schedule's own.
    pub organizer: Option<Named>,
    /// The agencies that help.
    pub with: Vec<Named>,
    /// Who is to attend, in words.
    pub attendees: Option<String>,
    /// Whom it is for, as terms of the taxonomy `audiences`.
    pub audiences: Vec<Named>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// What those who want to come must know.
    pub visit: Visit,
    /// The task of the plan that it carries out.
    pub task: Option<Reference>,
    /// Pages with materials for it.
    pub materials: Vec<LinkTarget>,
    /// Whether it is invented for illustration; the page's own word if not written.
    pub sample: Option<bool>,
    /// The language of title, description and venue, where it is not the page's own: a sheet
    /// may leave a cell untranslated.
    pub language: Option<Language>,
}

impl Event {
    /// Where it is, in words.
    pub fn venue(&self) -> Option<&str> {
        self.venue.as_ref().map(|venue| venue.value.as_str())
    }
}

/// An agency or an audience: by its key, or in the words of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Named {
    /// The key of an entry in `_data`, or of a term.
    Key(Reference),
    /// Words that may or may not be the name of one.
    Words(Marked<String>),
}

impl Named {
    /// The key or the words.
    pub fn as_str(&self) -> &str {
        match self {
            Named::Key(key) => &key.value,
            Named::Words(words) => &words.value,
        }
    }

    /// The key, if it is one.
    pub fn key(&self) -> Option<&Reference> {
        match self {
            Named::Key(key) => Some(key),
            Named::Words(_) => None,
        }
    }
}

/// When an event is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct When {
    /// The first day, or the day and time it begins.
    pub starts: Moment,
    /// The last day, or the day and time it ends.
    pub ends: Option<Moment>,
    /// The part of the day, if no time is known.
    pub part_of_day: Option<PartOfDay>,
}

impl When {
    /// When nobody knows when it is.
    const UNKNOWN: When = When { starts: Moment::Day(Date::ZERO), ends: None, part_of_day: None };
}

impl PartOfDay {
    const WORDS: [(&'static str, PartOfDay); 4] = [
        ("morning", PartOfDay::Morning),
        ("afternoon", PartOfDay::Afternoon),
        ("evening", PartOfDay::Evening),
        ("all_day", PartOfDay::AllDay),
    ];

    /// The word for it in front matter and templates.
    pub fn name(self) -> &'static str {
        match self {
            PartOfDay::Morning => "morning",
            PartOfDay::Afternoon => "afternoon",
            PartOfDay::Evening => "evening",
            PartOfDay::AllDay => "all_day",
        }
    }
}

/// How an event comes back (RFC 5545 §3.3.10).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repeat {
    /// How often.
    pub every: Every,
    /// On which days of the week.
    pub on: Vec<Weekday>,
    /// The last day it may fall on.
    pub until: Option<Marked<Moment>>,
    /// The days it does not take place.
    pub except: Vec<Marked<Moment>>,
}

/// How often an event comes back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Every {
    /// Daily.
    Day,
    /// Weekly.
    Week,
    /// Monthly.
    Month,
}

impl Every {
    const WORDS: [(&'static str, Every); 3] =
        [("day", Every::Day), ("week", Every::Week), ("month", Every::Month)];

    /// The word for it in front matter and templates.
    pub fn name(self) -> &'static str {
        match self {
            Every::Day => "day",
            Every::Week => "week",
            Every::Month => "month",
        }
    }
}

/// A day of the week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Weekday(pub jiff::civil::Weekday);

impl Weekday {
    /// The word for it in front matter and templates: `mon` to `sun`.
    pub fn name(self) -> &'static str {
        let at = usize::try_from(self.0.to_monday_zero_offset()).unwrap_or(0);
        WEEKDAYS.get(at).map_or("mon", |(word, _)| word)
    }
}

/// Whether an event is sure (RFC 5545 §3.8.1.11, schema.org `eventStatus`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventStatus {
    /// It will take place.
    Confirmed,
    /// It is planned (“dự kiến”).
    Tentative,
    /// It will not take place.
    Cancelled,
    /// It will take place later; the day is not known.
    Postponed,
    /// It takes place on another day than first announced.
    Moved,
}

impl EventStatus {
    const WORDS: [(&'static str, EventStatus); 5] = [
        ("confirmed", EventStatus::Confirmed),
        ("tentative", EventStatus::Tentative),
        ("cancelled", EventStatus::Cancelled),
        ("postponed", EventStatus::Postponed),
        ("moved", EventStatus::Moved),
    ];

    /// The word for it in front matter and templates.
    pub fn name(self) -> &'static str {
        match self {
            EventStatus::Confirmed => "confirmed",
            EventStatus::Tentative => "tentative",
            EventStatus::Cancelled => "cancelled",
            EventStatus::Postponed => "postponed",
            EventStatus::Moved => "moved",
        }
    }
}
