//! One row of a sheet as an event that has no id yet.

use jiff::civil::Date;

use crate::content::kinds::schedule::misses::{self, Series};
use crate::content::kinds::schedule::sheet::cells::in_one_line;
use crate::content::kinds::schedule::sheet::day::{self, Found};
use crate::content::kinds::schedule::sheet::{faults, ids, repeat, status};
use crate::content::kinds::schedule::{
    Event, EventStatus, Named, Repeat, Visit, When, checks, privacy,
};
use crate::content::sheet::{self, Column, Line};
use crate::content::{Language, LinkTarget};
use crate::diagnostics::{Place, Span};
use crate::locale::written::Window;
use crate::yaml::{Marked, Moment, Reading};

/// The columns whose texts are published.
pub(super) const TEXTS: &[Column] = &[
    Column::Title,
    Column::Description,
    Column::Venue,
    Column::Organizer,
    Column::With,
    Column::Attendees,
    Column::Audiences,
    Column::Contact,
    Column::Register,
    Column::Access,
    Column::Cost,
    Column::Bring,
];

/// Those that hold words of no office, whose names data knows.
const PROSE: &[Column] = &[
    Column::Title,
    Column::Description,
    Column::Venue,
    Column::Contact,
    Column::Access,
    Column::Cost,
    Column::Bring,
];

/// What rows are read by.
pub(super) struct Rows<'a> {
    /// The language of the page.
    pub language: &'a Language,
    /// The language of the columns that name none.
    pub base: Language,
    /// The days of the schedule.
    pub window: Window,
    /// The day of all rows, if the page gives one.
    pub day: Option<Date>,
}

/// An event that has no id yet, or one that a column gives.
pub(super) struct Draft {
    /// The event; its id is the one of the column, or empty.
    pub event: Event,
    /// The title in the language of the sheet: what an id is made from.
    pub base_title: String,
    /// Where the title stands.
    pub place: Place,
    /// The note that is left out because it is not translated.
    pub untranslated: Option<Place>,
    /// All that is published of the row, in all languages: what makes two rows one event.
    pub likeness: String,
}

impl Rows<'_> {
    /// Reads one row as an event. Where it is none, `None` is given and the reason is reported.
    pub(super) fn draft(&self, line: &Line, reading: &mut Reading<'_>) -> Option<Draft> {
        let counts = |(column, _): &(Column, Option<Language>)| *column == Column::Number;
        let cells = line.cells.iter().filter(|(key, _)| !counts(key));
        let lost = cells.flat_map(|(_, cells)| cells).filter(|cell| cell.value.is_lost());
        let lost: Vec<_> = lost.map(|cell| sheet::lost(cell.place.clone())).collect();
        if !lost.is_empty() {
            reading.diagnostics.extend(lost);
            return None;
        }
        let base = self.base(line, Column::Title);
        let own = self.own(line, Column::Title);
        let Some(title) = own.or(base) else {
            reading.diagnostics.push(faults::no_title(&line.place));
            return None;
        };
        let is_translated = own.is_some() || self.is_own();
        let found = day::read(line, (self.window, self.day), reading);
        let coming_back = self.repeat(line, reading);
        let state = self.state(line, reading);
        let (mut when, repeat, state) = (found?, coming_back.ok()?, state?);
        let repeat = repeat.map(|told| self.series(told, &mut when, reading));
        let note = self.note(line, is_translated, &state);
        let tentative = when.tentative || line.tentative || state.tentative;
        let is_open = state.status == EventStatus::Confirmed && tentative;
        let status = if is_open { EventStatus::Tentative } else { state.status };
        self.check_people(line, reading);
        let until = repeat.as_ref().and_then(|repeat| repeat.until.as_ref());
        self.check_days(&when, [until, state.moved_from.as_ref()], reading);
        let id = self.base(line, Column::Id);
        let span = reading.cell(id.unwrap_or(title).place.clone());
        let event = Event {
            id: Marked { value: id.map_or_else(String::new, in_one_line), span },
            title: in_one_line(title),
            description: note,
            when: when.when,
            repeat,
            status,
            moved_from: state.moved_from.clone(),
            venue: self.words(line, Column::Venue, reading),
            place: None,
            organizer: self.words(line, Column::Organizer, reading).map(Named::Words),
            with: self.names(line, Column::With, reading),
            attendees: self.text(line, Column::Attendees).map(|cell| cell.text.to_string()),
            audiences: self.names(line, Column::Audiences, reading),
            contact: self.text(line, Column::Contact).map(|cell| cell.text.to_string()),
            visit: self.visit(line, reading),
            task: self.task(line, reading),
            materials: self
                .marked(line, Column::Materials, reading)
                .into_iter()
                .filter_map(|written| LinkTarget::read(written, reading))
                .collect(),
            sample: None,
            language: (!is_translated).then(|| self.base.clone()),
        };
        let base_title = in_one_line(base.unwrap_or(title));
        let note = self.base(line, Column::Description).filter(|_| !state.is_note);
        let untranslated =
            note.filter(|_| event.description.is_none()).map(|note| note.place.clone());
        let likeness = ids::likeness(line, &event);
        Some(Draft { event, base_title, place: title.place.clone(), untranslated, likeness })
    }

    /// What those who want to come must know.
    fn visit(&self, line: &Line, reading: &mut Reading<'_>) -> Visit {
        let named = [Column::Map, Column::Register, Column::Instead];
        let named = named.map(|own| self.words(line, own, reading));
        let text = |column| self.text(line, column).map(|cell| cell.text.to_string());
        let texts = [Column::Access, Column::Cost, Column::Bring].map(text);
        Visit::told(named, texts, reading)
    }

    /// The task of the plan. An event carries out one.
    fn task(&self, line: &Line, reading: &mut Reading<'_>) -> Option<Marked<String>> {
        let mut tasks = self.marked(line, Column::Task, reading).into_iter();
        let first = tasks.next()?;
        if tasks.next().is_some() {
            let place = reading.place(first.span);
            reading.diagnostics.push(faults::several_tasks(&place));
        }
        Some(first)
    }

    /// How the event comes back, and the cell that tells it.
    fn repeat(&self, line: &Line, reading: &mut Reading<'_>) -> Result<Option<(Repeat, Span)>, ()> {
        let Some(cell) = self.base(line, Column::Repeat) else { return Ok(None) };
        match repeat::read(&cell.text, self.window) {
            Ok(repeat) => {
                let span = reading.cell(cell.place.clone());
                Ok(Some((repeat.marked(span), span)))
            }
            Err(fault) => {
                reading.diagnostics.push(repeat::diagnose(&fault, &cell.place));
                Err(())
            }
        }
    }

    /// The repetition with its end, checked against its days.
    fn series(
        &self,
        (repeat, span): (Repeat, Span),
        found: &mut Found,
        reading: &mut Reading<'_>,
    ) -> Repeat {
        let zone = jiff::tz::TimeZone::UTC;
        let When { starts, ends, .. } = found.when;
        let is_period = ends.is_some_and(|ends| ends.day(&zone) > starts.day(&zone));
        let repeat = repeat::until_the_last(repeat, &mut found.when);
        let starts = Marked { value: starts, span: reading.cell(found.place.clone()) };
        let ends = self.window.last.map(Moment::Day);
        misses::check(&Series { starts: &starts, repeat: &repeat, span, ends, is_period }, reading);
        repeat
    }

    /// The state of an event, from its own column, or from a note that is nothing else.
    fn state(&self, line: &Line, reading: &mut Reading<'_>) -> Option<State> {
        let (status, note) =
            (self.base(line, Column::Status), self.base(line, Column::Description));
        let mut state = State {
            status: EventStatus::Confirmed,
            moved_from: None,
            tentative: [status, note]
                .into_iter()
                .flatten()
                .any(|cell| status::says_tentative(&cell.text)),
            is_note: false,
        };
        let cell = status.or_else(|| note.filter(|note| status::read(&note.text).is_ok()));
        let Some(cell) = cell else { return Some(state) };
        state.is_note = status.is_none();
        let Ok((status, from)) = status::read(&cell.text) else {
            reading.diagnostics.push(faults::unknown_status(&cell.place));
            return None;
        };
        state.status = status;
        match from.map(|from| from.resolve(self.window)) {
            None => {}
            Some(Ok(date)) => {
                let span = reading.cell(cell.place.clone());
                state.moved_from = Some(Marked { value: Moment::Day(date), span });
            }
            Some(Err(fault)) => {
                reading.diagnostics.push(faults::bad_day(&fault, &cell.place));
                return None;
            }
        }
        Some(state)
    }

    /// The note, unless it only tells the state. A note in another language than the title is
    /// left out: one event is told in one language.
    fn note(&self, line: &Line, is_translated: bool, state: &State) -> Option<String> {
        let base = self.base(line, Column::Description).filter(|_| !state.is_note);
        let own = self.own(line, Column::Description);
        let fallback = base.filter(|_| self.is_own() || !is_translated);
        own.or(fallback).map(|cell| cell.text.to_string())
    }

    /// Says so of days that are far from those of the schedule.
    fn check_days(
        &self,
        found: &Found,
        others: [Option<&Marked<Moment>>; 2],
        reading: &mut Reading<'_>,
    ) {
        let days = self.window.first.zip(self.window.last).map(|(first, last)| [first, last]);
        let span = reading.cell(found.place.clone());
        let ends = found.when.ends.map(|value| Marked { value, span });
        for day in others.into_iter().chain([ends.as_ref()]) {
            checks::far_from(day, days, reading);
        }
    }

    /// Says so of private numbers and addresses in all that is published of a row, and keeps what
    /// is in the language of the page for those who look texts over.
    fn check_people(&self, line: &Line, reading: &mut Reading<'_>) {
        for column in TEXTS.iter().copied() {
            let Some(cell) = self.text(line, column) else { continue };
            let found = privacy::check(&cell.text);
            reading.diagnostics.extend(found.into_iter().map(|fault| fault.at(cell.place.clone())));
            if PROSE.contains(&column) && (self.is_own() || self.own(line, column).is_some()) {
                let span = reading.cell(cell.place.clone());
                reading.cell_texts.push((span, cell.text.to_string()));
            }
        }
    }
}

/// What a row says of the state of its event.
struct State {
    status: EventStatus,
    moved_from: Option<Marked<Moment>>,
    tentative: bool,
    /// Whether the note says just this.
    is_note: bool,
}
