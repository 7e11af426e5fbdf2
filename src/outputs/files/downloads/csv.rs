//! A schedule as a table: a line of headings, then one for each event.
//!
//! Days and times of day stand in columns of their own, in the form that spreadsheets of every
//! country read alike.

use jiff::civil::Time;

use crate::content::kinds::{PartOfDay, Repeat, Visit};
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::formats::Table;

/// The columns by the key of their heading among the theme's words.
const COLUMNS: &[&str] = &[
    "id",
    "date",
    "end_date",
    "time",
    "end_time",
    "title",
    "description",
    "venue",
    "address",
    "organizer",
    "with",
    "audiences",
    "contact",
    "status",
    "moved_from",
    "repeat",
    "task",
    "map",
    "register",
    "access",
    "cost",
    "bring",
    "instead",
    "sample",
    "url",
];

/// The columns that hold days and times of day.
const WHEN: &[&str] = &["date", "end_date", "time", "end_time", "moved_from"];

/// The table of a schedule.
pub(super) fn table(schedule: SchedulePage<'_>) -> Table {
    let words = Words(schedule);
    let headings = COLUMNS.iter().map(|column| words.word(&format!("table.{column}")));
    let events = schedule.events().map(|event| words.row(event));
    whole([headings.collect()].into_iter().chain(events).collect())
}

fn whole(rows: Vec<Vec<String>>) -> Table {
    Table { when: COLUMNS.iter().map(|column| WHEN.contains(column)).collect(), rows }
}

/// The words in which the table of a schedule speaks.
struct Words<'p>(SchedulePage<'p>);

impl Words<'_> {
    /// A word of the theme; where it has none, the last part of its key.
    fn word(&self, key: &str) -> String {
        self.with(key, &[])
    }

    fn with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let word = self.0.planner.theme.text(self.0.language(), key, arguments);
        word.unwrap_or_else(|| key.rsplit('.').next().unwrap_or(key).to_owned())
    }

    /// The cells of an event, in the order of [`COLUMNS`].
    fn row(&self, scheduled: ScheduledEvent<'_>) -> Vec<String> {
        let event = scheduled.event;
        let (day, time) = scheduled.day_and_clock(event.when.starts);
        let (end_day, end_time) = event.when.ends.map(|ends| scheduled.day_and_clock(ends)).unzip();
        let part = event.when.part_of_day.map(PartOfDay::name);
        let part = || part.map(|part| self.word(&format!("event.part.{part}")));
        let (place, address) = scheduled.place().map(|own| (own.name, own.address)).unzip();
        let venue = [event.venue().map(str::to_owned), place];
        let names = |agencies: Vec<String>| agencies.join("; ");
        let Visit { register, cost, bring, .. } = &event.visit;
        vec![
            scheduled.id().to_owned(),
            day.to_string(),
            end_day.filter(|end| *end != day).map(|end| end.to_string()).unwrap_or_default(),
            time.map(clock).or_else(part).unwrap_or_default(),
            end_time.flatten().map(clock).unwrap_or_default(),
            event.title.clone(),
            event.description.clone().unwrap_or_default(),
            venue.into_iter().flatten().collect::<Vec<_>>().join(", "),
            address.flatten().unwrap_or_default(),
            scheduled.organizer().map(|organizer| organizer.name).unwrap_or_default(),
            names(scheduled.with().map(|agency| agency.name).collect()),
            scheduled.audiences().collect::<Vec<_>>().join("; "),
            event.contact.clone().unwrap_or_default(),
            self.word(&format!("event.status.{}", event.status.name())),
            self.0.date(&event.moved_from).unwrap_or_default(),
            event.repeat.as_ref().map(|own| self.repeat(scheduled, own)).unwrap_or_default(),
            scheduled.task().map(|task| task.title.to_owned()).unwrap_or_default(),
            scheduled.map().map(|map| map.written().to_owned()).unwrap_or_default(),
            register.as_ref().map(|own| own.in_full().to_owned()).unwrap_or_default(),
            scheduled.access().unwrap_or_default().to_owned(),
            cost.clone().unwrap_or_default(),
            bring.clone().unwrap_or_default(),
            scheduled.instead().map(|own| own.title().to_owned()).unwrap_or_default(),
            if scheduled.is_sample() { self.word("table.yes") } else { String::new() },
            scheduled.permalink().unwrap_or_default(),
        ]
    }

    /// “Every week, on Monday, until 14 December 2026, except on 7 December 2026”.
    fn repeat(&self, scheduled: ScheduledEvent<'_>, repeat: &Repeat) -> String {
        let mut parts = vec![self.word(&format!("event.repeat.{}", repeat.every.name()))];
        let days = repeat.on.iter().map(|day| self.word(&format!("event.day.{}", day.name())));
        let days: Vec<String> = days.collect();
        if !days.is_empty() {
            parts.push(self.with("event.repeat.days", &[("days", &days.join(", "))]));
        }
        let day = |moment| {
            let (day, _) = scheduled.day_and_clock(moment);
            self.0.planner.theme.day(self.0.language(), day)
        };
        if let Some(until) = scheduled.last_start(repeat) {
            parts.push(self.with("period.until", &[("date", &day(until))]));
        }
        let except: Vec<String> = repeat.except.iter().map(|date| day(date.value)).collect();
        if !except.is_empty() {
            parts.push(self.with("event.repeat.except", &[("dates", &except.join("; "))]));
        }
        parts.join(", ")
    }
}

/// A time of day as spreadsheets of every country read it: `07:30`.
fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_guarded_unless_it_is_a_day_or_a_time() {
        let row = |column: usize, text: &str| {
            let mut row = vec![String::new(); COLUMNS.len()];
            text.clone_into(&mut row[column]);
            whole(vec![row]).csv().trim_matches(['\u{feff}', ',', '\r', '\n']).to_owned()
        };
        assert_eq!(row(0, "1-2"), "'1-2");
        assert_eq!(row(12, "02553712135"), "'02553712135");
        assert_eq!(row(5, "\u{0}=1\u{7}"), "'=1");
        assert_eq!(row(1, "2026-11-15"), "2026-11-15");
        assert_eq!(row(3, "07:30"), "07:30");
        assert_eq!(row(14, "2026-11-20"), "2026-11-20");
    }
}
