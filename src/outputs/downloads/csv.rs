//! A schedule as a table (RFC 4180): a line of headings, then one for each event.
//!
//! It begins with a byte order mark, by which Excel knows UTF-8. Days and times of day stand
//! in columns of their own, in the form that spreadsheets of every country read alike.

use bangtin_sheets::guarded;
use serde::Serialize;

use crate::content::Language;
use crate::outputs::downloads::data::{EventData, RepeatData, ScheduleData};
use crate::outputs::planner::Planner;

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
pub(super) fn table(planner: &Planner<'_>, language: &Language, data: &ScheduleData) -> Table {
    let words = Words { planner, language };
    let headings = COLUMNS.iter().map(|column| words.word(&format!("table.{column}")));
    let events = data.events.iter().map(|event| words.row(event));
    Table { rows: [headings.collect()].into_iter().chain(events).collect() }
}

/// The words in which a table speaks.
struct Words<'s, 'a> {
    planner: &'s Planner<'a>,
    language: &'s Language,
}

impl Words<'_, '_> {
    /// A word of the theme; where it has none, the last part of its key.
    fn word(&self, key: &str) -> String {
        self.with(key, &[])
    }

    fn with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let word = self.planner.theme.text(self.language, key, arguments);
        word.unwrap_or_else(|| key.rsplit('.').next().unwrap_or(key).to_owned())
    }

    /// The cells of an event, in the order of [`COLUMNS`].
    fn row(&self, event: &EventData) -> Vec<String> {
        let (day, time) = day_and_time(&event.starts);
        let (end_day, end_time) = event.ends.as_deref().map(day_and_time).unwrap_or_default();
        let part = event.part_of_day.map(|part| self.word(&format!("event.part.{part}")));
        let place = event.place.as_ref();
        let venue = [event.venue.as_deref(), place.map(|place| place.name.as_str())];
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            event.id.clone(),
            day.to_owned(),
            if end_day == day { String::new() } else { end_day.to_owned() },
            if time.is_empty() { part.unwrap_or_default() } else { time.to_owned() },
            end_time.to_owned(),
            event.title.clone(),
            text(&event.description),
            venue.into_iter().flatten().collect::<Vec<_>>().join(", "),
            place.and_then(|place| place.address.clone()).unwrap_or_default(),
            text(&event.organizer),
            event.with.join("; "),
            event.audiences.join("; "),
            text(&event.contact),
            self.word(&format!("event.status.{}", event.status)),
            text(&event.moved_from),
            event.repeat.as_ref().map(|repeat| self.repeat(repeat)).unwrap_or_default(),
            event.task.as_ref().map(|task| task.title.clone()).unwrap_or_default(),
            if event.sample { self.word("table.yes") } else { String::new() },
            text(&event.url),
        ]
    }

    /// “Every week, on Monday, until 14 December 2026, except on 7 December 2026”.
    fn repeat(&self, repeat: &RepeatData) -> String {
        let mut parts = vec![self.word(&format!("event.repeat.{}", repeat.every))];
        let days: Vec<String> =
            repeat.on.iter().map(|day| self.word(&format!("event.day.{day}"))).collect();
        if !days.is_empty() {
            parts.push(self.with("event.repeat.days", &[("days", &days.join(", "))]));
        }
        if let Some(until) = &repeat.until {
            parts.push(self.with("period.until", &[("date", &self.day(until))]));
        }
        let except: Vec<String> = repeat.except.iter().map(|day| self.day(day)).collect();
        if !except.is_empty() {
            parts.push(self.with("event.repeat.except", &[("dates", &except.join("; "))]));
        }
        parts.join(", ")
    }

    /// A day as the language writes it.
    fn day(&self, iso: &str) -> String {
        let (day, _) = day_and_time(iso);
        match day.parse() {
            Ok(day) => self.planner.theme.day(self.language, day),
            Err(_) => day.to_owned(),
        }
    }
}

/// The day and the time of day (`07:30`) of a date as data has it, both by the site's clocks.
fn day_and_time(iso: &str) -> (&str, &str) {
    match iso.split_once('T') {
        Some((day, time)) => (day, time.get(..5).unwrap_or(time)),
        None => (iso, ""),
    }
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

    #[test]
    fn a_date_is_a_day_and_a_time() {
        assert_eq!(day_and_time("2026-11-15"), ("2026-11-15", ""));
        assert_eq!(day_and_time("2026-11-15T07:30:00+07:00"), ("2026-11-15", "07:30"));
    }
}
