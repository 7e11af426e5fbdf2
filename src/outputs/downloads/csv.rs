//! A schedule as a table (RFC 4180): a line of headings, then one for each event.
//!
//! It begins with a byte order mark, by which Excel knows UTF-8. Days and times of day stand
//! in columns of their own, in the form that spreadsheets of every country read alike.

use bangtin_sheets::guarded;
use jiff::civil::Time;
use serde::Serialize;

use crate::content::kinds::{PartOfDay, Repeat};
use crate::outputs::events::{SchedulePage, ScheduledEvent};

/// A table, row by row, the headings first.
#[derive(Serialize)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

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
    Table { rows: [headings.collect()].into_iter().chain(events).collect() }
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

impl Table {
    /// The table as a CSV file. A text that a spreadsheet would take for something else gets
    /// an apostrophe before it ([`guarded`]); days and times are to be taken for that.
    pub(in crate::outputs) fn csv(&self) -> String {
        let mut csv = String::from('\u{feff}');
        for row in &self.rows {
            let cells = row.iter().zip(COLUMNS).map(|(cell, column)| {
                let text = tidy(cell);
                let is_when = WHEN.contains(column) && !text.starts_with(['=', '+', '-', '@']);
                quoted(&if is_when { text } else { guarded(&text) })
            });
            let cells: Vec<String> = cells.collect();
            csv.push_str(&cells.join(","));
            csv.push_str("\r\n");
        }
        csv
    }
}

/// Between quotation marks where the text would else be taken for more than one cell.
/// Semicolons part cells for the Excel of many countries.
fn quoted(text: &str) -> String {
    if text.contains(['"', ',', ';', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A text as a cell may hold it: control characters are left out.
fn tidy(text: &str) -> String {
    let is_kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    text.trim().chars().filter(is_kept).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_guarded_unless_it_is_a_day_or_a_time() {
        let row = |column: usize, text: &str| {
            let mut row = vec![String::new(); COLUMNS.len()];
            text.clone_into(&mut row[column]);
            Table { rows: vec![row] }.csv().trim_matches(['\u{feff}', ',', '\r', '\n']).to_owned()
        };
        assert_eq!(row(0, "1-2"), "'1-2");
        assert_eq!(row(12, "02553712135"), "'02553712135");
        assert_eq!(row(5, "\u{0}=1\u{7}"), "'=1");
        assert_eq!(row(1, "2026-11-15"), "2026-11-15");
        assert_eq!(row(3, "07:30"), "07:30");
        assert_eq!(row(14, "2026-11-20"), "2026-11-20");
    }

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        assert_eq!(quoted("Lễ phát động"), "Lễ phát động");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("a\nb"), "\"a\nb\"");
    }

    #[test]
    fn a_table_is_a_mark_and_lines() {
        let rows =
            vec![vec!["a".to_owned(), "b;c".to_owned()], vec![String::new(), "d".to_owned()]];
        assert_eq!(Table { rows }.csv(), "\u{feff}a,\"b;c\"\r\n,d\r\n");
    }
}
