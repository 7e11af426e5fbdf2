//! When the event of a row is: the cells of days, weekdays and times put together.

use bangtin_sheets::Value;
use jiff::civil::{Date, Time, Weekday};

use crate::content::kinds::schedule::sheet::faults;
use crate::content::kinds::schedule::{PartOfDay, When};
use crate::content::sheet::{Column, Filled, Line};
use crate::diagnostics::{Diagnostic, Place};
use crate::locale::written::{self, Clock, Days, Hours, PartDay, Parts, Window};
use crate::yaml::{Moment, Reading};

/// When an event is, and whether that is sure.
pub(super) struct Found {
    /// When it is.
    pub when: When,
    /// The cell of its day.
    pub place: Place,
    /// Whether a cell says `dự kiến`.
    pub tentative: bool,
}

/// What the cells of a row say together, each with the cell that says it.
#[derive(Default)]
struct Said<'l> {
    days: Option<(Days, &'l Place)>,
    last: Option<(PartDay, &'l Place)>,
    weekdays: Option<(Vec<Weekday>, &'l Place)>,
    hours: Option<(Hours, &'l Place)>,
    end: Option<(Clock, &'l Place)>,
    part: Option<(PartOfDay, &'l Place)>,
    tentative: bool,
}

/// Reads when the event of a row is, in the days of the schedule and on the day that the page
/// gives for all rows, if it gives one. `None` if that is not clear; why is then said.
pub(super) fn read(
    line: &Line,
    frame: (Window, Option<Date>),
    reading: &mut Reading<'_>,
) -> Option<Found> {
    let mut said = Said::default();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let columns = [Column::Day, Column::EndDay, Column::Weekday, Column::Time, Column::EndTime];
    for column in columns {
        let cells = line.cells.iter().filter(|((own, _), _)| *own == column);
        for cell in cells.flat_map(|(_, cells)| cells) {
            let told = parts(cell, column).and_then(|parts| said.take(parts, column, &cell.place));
            faults.extend(told.err().map(|fault| *fault));
        }
    }
    if faults.is_empty() {
        match said.when(line, frame) {
            Ok(when) => {
                let place = said.days.as_ref().map_or(&line.place, |(_, place)| place).clone();
                return Some(Found { when, place, tentative: said.tentative });
            }
            Err(fault) => faults.push(*fault),
        }
    }
    reading.diagnostics.extend(faults);
    None
}

/// What one cell says.
fn parts(cell: &Filled, column: Column) -> Result<Parts, Box<Diagnostic>> {
    let day = |date: Date| Days { first: PartDay::from(date), last: None };
    let hours = |time: Time| Hours { from: Clock::from(time), to: None };
    match cell.value {
        Value::Day(date) => Ok(Parts { days: Some(day(date)), ..Parts::default() }),
        Value::Time(time) => Ok(Parts { hours: Some(hours(time)), ..Parts::default() }),
        Value::DayAndTime(moment) => {
            // Midnight beside a day is how programs keep a day without a time.
            let time = Some(moment.time()).filter(|time| *time != Time::midnight());
            let (days, hours) = (Some(day(moment.date())), time.map(hours));
            Ok(Parts { days, hours, ..Parts::default() })
        }
        Value::Number | Value::Text if column != Column::Weekday && is_number(&cell.text) => {
            Err(Box::new(faults::plain_number(column, &cell.place)))
        }
        Value::Text | Value::Number | Value::Failed | Value::Unknown => {
            let read = written::read(&cell.text, column == Column::Weekday);
            let read = read.map_err(|_| Box::new(faults::unreadable_when(column, &cell.place)))?;
            let is_day = matches!(column, Column::Day | Column::EndDay);
            let is_bare_day = is_day && read.days.is_some() && cell.text.contains("0:00");
            let midnight = hours(Time::midnight());
            let hours = read.hours.filter(|hours| !is_bare_day || *hours != midnight);
            Ok(Parts { hours, ..read })
        }
    }
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok() && !text.contains(['e', 'E', 'n', 'N'])
}

impl<'l> Said<'l> {
    /// Adds what a cell says; two cells may say the same, but not two things.
    fn take(
        &mut self,
        parts: Parts,
        column: Column,
        place: &'l Place,
    ) -> Result<(), Box<Diagnostic>> {
        self.tentative |= parts.tentative;
        let weekdays = Some(parts.weekdays).filter(|days| !days.is_empty());
        once(&mut self.weekdays, weekdays, place, same)?;
        once(&mut self.part, parts.part, place, same)?;
        if column == Column::EndDay {
            once(&mut self.last, parts.days.map(|days| days.first), place, PartDay::and)?;
        } else {
            once(&mut self.days, parts.days, place, Days::and)?;
        }
        if matches!(column, Column::EndTime | Column::EndDay) {
            once(&mut self.end, parts.hours.map(|hours| hours.from), place, same)
        } else {
            once(&mut self.hours, parts.hours, place, Hours::and)
        }
    }

    fn when(
        &self,
        line: &Line,
        (window, one_day): (Window, Option<Date>),
    ) -> Result<When, Box<Diagnostic>> {
        let (mut days, place) = match (&self.days, one_day) {
            (Some((days, place)), _) => (days.clone(), *place),
            (None, Some(day)) => (Days { first: PartDay::from(day), last: None }, &line.place),
            (None, None) => return Err(Box::new(faults::no_day(&line.place))),
        };
        let mut last_place = place;
        if let (None, Some((last, place))) = (days.last, self.last) {
            (days.last, last_place) = (Some(last), place);
        }
        let (first, last) =
            days.resolve(window).map_err(|fault| Box::new(faults::bad_day(&fault, last_place)))?;
        if last.is_some_and(|last| last < first) {
            return Err(Box::new(faults::ends_before(last_place)));
        }
        match one_day {
            Some(day) if first != day || last.is_some_and(|last| last != day) => {
                return Err(Box::new(faults::other_day(day, place)));
            }
            // Whether it is one of the schedule was said with the page.
            Some(_) => {}
            None => {
                let before = window.first.is_some_and(|start| first < start);
                if before || window.last.is_some_and(|end| first > end) {
                    return Err(Box::new(faults::outside(first, place)));
                }
            }
        }
        self.check_weekdays(first, last)?;
        let part = self.part.map(|(part, _)| part);
        let Some((hours, place)) = &self.hours else {
            let ends = last.map(Moment::Day);
            return Ok(When { starts: Moment::Day(first), ends, part_of_day: part });
        };
        let hours = Hours { to: hours.to.or(self.end.map(|(end, _)| end)), ..*hours };
        let (from, to) =
            hours.resolve(part).map_err(|fault| Box::new(faults::bad_time(&fault, place)))?;
        let starts = first.to_datetime(from);
        let ends = match (to, last) {
            (Some(to), last) => Some(Moment::Time(last.unwrap_or(first).to_datetime(to))),
            (None, last) => last.map(Moment::Day),
        };
        if let Some(Moment::Time(ends)) = ends
            && ends < starts
        {
            return Err(Box::new(faults::ends_before(place)));
        }
        Ok(When { starts: Moment::Time(starts), ends, part_of_day: None })
    }

    /// Says so where the day of the week is another than that of the day.
    fn check_weekdays(&self, first: Date, last: Option<Date>) -> Result<(), Box<Diagnostic>> {
        let Some((weekdays, place)) = &self.weekdays else { return Ok(()) };
        let pairs = weekdays.iter().zip([Some(first), last]);
        for (weekday, day) in pairs.filter_map(|(weekday, day)| Some((*weekday, day?))) {
            if day.weekday() != weekday {
                return Err(Box::new(faults::wrong_weekday(day, place)));
            }
        }
        Ok(())
    }
}

/// Keeps what is said once, or twice in two ways that are one by `and`.
fn once<'l, T>(
    known: &mut Option<(T, &'l Place)>,
    value: Option<T>,
    place: &'l Place,
    and: fn(&T, &T) -> Option<T>,
) -> Result<(), Box<Diagnostic>> {
    let Some(value) = value else { return Ok(()) };
    match known {
        Some((known, other)) => {
            *known =
                and(known, &value).ok_or_else(|| Box::new(faults::said_twice(other, place)))?;
        }
        None => *known = Some((value, place)),
    }
    Ok(())
}

fn same<T: PartialEq + Clone>(one: &T, other: &T) -> Option<T> {
    (one == other).then(|| one.clone())
}
