//! Reads a schedule and its events.

use jiff::civil::{Date, Time};

use crate::content::LinkTarget;
use crate::content::front_matter::{About, in_order, unique_ids};
use crate::content::kinds::plan;
use crate::content::kinds::schedule::misses::Series;
use crate::content::kinds::schedule::{
    Event, EventStatus, Every, Named, PartOfDay, Repeat, Schedule, Visit, Weekday, When, checks,
    misses, privacy, sheet,
};
use crate::diagnostics::Diagnostic;
use crate::keys;
use crate::locale;
use crate::locale::written::{WEEKDAYS, Window};
use crate::yaml::{Fields, Marked, Moment, Node, Reading, Value, items_of, text_of, word_of};

/// Reads the keys of a schedule.
pub(in crate::content::kinds) fn read(
    fields: &mut Fields<'_>,
    about: About<'_>,
    reading: &mut Reading<'_>,
) -> Schedule {
    let before = reading.diagnostics.len();
    let starts = fields.moment("starts", reading);
    let ends = fields.moment("ends", reading);
    for (name, value) in [("starts", &starts), ("ends", &ends)] {
        if value.is_none() && reading.diagnostics.len() == before {
            fields.missing(name, reading);
        }
    }
    in_order(&starts, &ends, reading);
    // Of what a day lacks that hangs on these two nothing is known if they are not.
    let has_window = !reading.is_faulty_since(before) && fields.is_whole();
    let theme = fields.text("theme", reading);
    let slogans = fields.texts("slogans", reading).into_iter().map(|text| text.value).collect();
    let plan = LinkTarget::of(fields, "plan", reading);
    let organizer = fields.marked_text("organizer", reading);
    let zone = jiff::tz::TimeZone::UTC;
    let day =
        |moment: &Option<Marked<Moment>>| moment.as_ref().map(|moment| moment.value.day(&zone));
    let window = Window { first: day(&starts), last: day(&ends) };
    let (sheet, events) = match fields.take("events") {
        Some(node) if is_list(node) => {
            let days = window.first.zip(window.last).filter(|_| has_window);
            let last = ends.as_ref().map(|ends| ends.value);
            let frame = Frame { last, days: days.map(|(first, last)| [first, last]) };
            (None, list(node, &frame, reading))
        }
        Some(node) => {
            let before = reading.diagnostics.len();
            let read = sheet::read(node, about, window, reading);
            if !has_window {
                let of_sheet = reading.diagnostics.split_off(before).into_iter();
                let is_of_page = |fault: &Diagnostic| {
                    fault.place.as_ref().is_none_or(|place| place.path == *reading.path)
                };
                reading.diagnostics.extend(of_sheet.filter(is_of_page));
            }
            read
        }
        None => (None, Vec::new()),
    };
    let schedule =
        Schedule { starts, ends, theme, slogans, plan, organizer, written: events, sheet };
    checks::check(&schedule, reading);
    schedule
}

/// Whether this is a list of events, or one event that lacks its hyphen: no name of a sheet.
fn is_list(node: &Node) -> bool {
    let of_event = |key: &str| matches!(key, "title" | "venue" | "place" | "starts" | "id");
    match &node.value {
        Value::List(_) => true,
        Value::Map(entries) => entries.iter().any(|(key, _)| of_event(&key.name)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Unknown => false,
    }
}

/// The days of the schedule of an event.
struct Frame {
    /// Its end.
    last: Option<Moment>,
    /// Its first and its last day, if both are known.
    days: Option<[Date; 2]>,
}

/// The events of a list.
fn list(node: &Node, frame: &Frame, reading: &mut Reading<'_>) -> Vec<Event> {
    let items = items_of(node, "events", reading).unwrap_or_default();
    let events: Vec<Event> = items.iter().filter_map(|node| event(node, frame, reading)).collect();
    let ids: Vec<_> = events.iter().map(|event| (event.id.value.as_str(), event.id.span)).collect();
    unique_ids(&ids, reading);
    events
}

fn event(node: &Node, frame: &Frame, reading: &mut Reading<'_>) -> Option<Event> {
    let mut fields = Fields::of(node, keys::EVENT, reading)?;
    let title = fields.required_text("title", reading);
    check_people(node, reading);
    let id = fields.marked_text("id", reading);
    let id =
        id.unwrap_or_else(|| Marked { value: locale::slug_or_digest(&title), span: fields.span() });
    plan::check_id(&id, reading);
    let description = fields.text("description", reading);
    let when = when(&mut fields, frame, reading);
    let starts = when.as_ref().map(|(starts, _)| starts);
    let starts = starts.filter(|starts| !checks::is_outside(starts, frame.days, reading));
    let repeat = fields.take("repeat").and_then(|node| {
        let repeat = repeat(node, reading)?;
        // Of days that begin elsewhere than they should nobody knows how they come back.
        if let Some(starts) = starts {
            checks::far_from(repeat.until.as_ref(), frame.days, reading);
            let ends = frame.last;
            let series =
                Series { starts, repeat: &repeat, span: node.span, ends, is_period: false };
            misses::check(&series, reading);
        }
        Some(repeat)
    });
    let status =
        fields.word("status", &EventStatus::WORDS, reading).unwrap_or(EventStatus::Confirmed);
    let moved_from = fields.moment("moved_from", reading);
    checks::far_from(moved_from.as_ref(), frame.days, reading);
    let event = Event {
        id,
        title,
        description,
        // Without a day it is no event, and all its keys are looked at all the same.
        when: when.as_ref().map_or(When::UNKNOWN, |(_, when)| *when),
        repeat,
        status,
        moved_from,
        venue: fields.marked_text("venue", reading),
        place: fields.marked_text("place", reading),
        organizer: fields.marked_text("organizer", reading).map(Named::Key),
        with: fields.names("with", reading).into_iter().map(Named::Key).collect(),
        attendees: fields.text("attendees", reading),
        audiences: fields.names("audiences", reading).into_iter().map(Named::Key).collect(),
        contact: fields.text("contact", reading),
        visit: Visit::of(&mut fields, reading),
        task: fields.marked_text("task", reading),
        materials: links(&mut fields, "materials", reading),
        sample: fields.flag("sample", reading),
        language: None,
    };
    fields.finish(reading);
    when.map(|_| event)
}

/// The addresses of a list.
fn links(fields: &mut Fields<'_>, name: &str, reading: &mut Reading<'_>) -> Vec<LinkTarget> {
    let written = fields.texts(name, reading).into_iter();
    written.filter_map(|written| LinkTarget::read(written, reading)).collect()
}

/// Says so of private numbers and addresses in the texts of an event.
fn check_people(event: &Node, reading: &mut Reading<'_>) {
    let texts = [
        "title",
        "description",
        "venue",
        "attendees",
        "contact",
        "register",
        "access",
        "cost",
        "bring",
    ];
    let Value::Map(entries) = &event.value else { return };
    for (_, node) in entries.iter().filter(|(key, _)| texts.contains(&key.name.as_str())) {
        let Some(text) = node.as_text() else { continue };
        let place = reading.place(node.span);
        let found = privacy::check(text).into_iter().map(|fault| fault.at(place.clone()));
        reading.diagnostics.extend(found);
    }
}

/// Either `date` (and `end_date`, and perhaps times of day), or `starts` and `ends`
/// with day and time. The beginning stands also with its place.
fn when(
    fields: &mut Fields<'_>,
    frame: &Frame,
    reading: &mut Reading<'_>,
) -> Option<(Marked<Moment>, When)> {
    let before = reading.diagnostics.len();
    let part_of_day = fields.word("part_of_day", &PartOfDay::WORDS, reading);
    let date = fields.moment("date", reading);
    let end_date = fields.moment("end_date", reading);
    let Some(date) = date else {
        // An hour alone needs its day.
        if fields.take("starts").is_some_and(is_hour) {
            fields.take("ends");
            fields.missing("date", reading);
            return None;
        }
        let starts = fields.moment("starts", reading);
        let ends = fields.moment("ends", reading);
        if starts.is_none() && reading.diagnostics.len() == before {
            let name = if fields.may_lack("starts") { "date" } else { "starts" };
            fields.missing(name, reading);
        }
        in_order(&starts, &ends, reading);
        checks::far_from(ends.as_ref(), frame.days, reading);
        let (starts, ends) = (starts?, ends.map(|ends| ends.value));
        return Some((starts.clone(), When { starts: starts.value, ends, part_of_day }));
    };
    let starts = fields.time_of_day("starts", reading);
    let ends = fields.time_of_day("ends", reading);
    let last = end_date.as_ref().unwrap_or(&date);
    let first = Marked { value: at(date.value, &starts), span: date.span };
    let end = match (&ends, &end_date) {
        (Some(clock), _) => Some(Marked { value: at(last.value, &ends), span: clock.span }),
        (None, end_date) => end_date.clone(),
    };
    // On one day the times are what is out of order, so they are named.
    let clock = starts.filter(|_| end_date.is_none() && ends.is_some());
    let told = Marked { span: clock.map_or(date.span, |clock| clock.span), ..first.clone() };
    in_order(&Some(told), &end, reading);
    checks::far_from(end_date.as_ref(), frame.days, reading);
    let ends = end.map(|end| end.value);
    let when = When { starts: first.value, ends, part_of_day };
    Some((first, when))
}

fn is_hour(node: &Node) -> bool {
    let written = node.written();
    written.starts_with(|letter: char| letter.is_ascii_digit())
        && written.contains([':', 'h', 'g'])
        && !written.contains(['/', '-', ' '])
}

fn at(day: Moment, time: &Option<Marked<Time>>) -> Moment {
    match (day, time) {
        (Moment::Day(date), Some(time)) => Moment::Time(date.to_datetime(time.value)),
        (moment, _) => moment,
    }
}

fn repeat(node: &Node, reading: &mut Reading<'_>) -> Option<Repeat> {
    let mut fields = Fields::of(node, keys::REPEAT, reading)?;
    let before = reading.diagnostics.len();
    let every = fields.word("every", &Every::WORDS, reading);
    if every.is_none() && reading.diagnostics.len() == before {
        fields.missing("every", reading);
    }
    let on = fields.take("on").map_or_else(Vec::new, |node| weekdays(node, reading));
    let until = fields.moment("until", reading);
    let except = fields.moments("except", reading);
    fields.finish(reading);
    Some(Repeat { every: every?, on, until, except })
}

fn weekdays(node: &Node, reading: &mut Reading<'_>) -> Vec<Weekday> {
    let items =
        if let Value::List(items) = &node.value { items.iter().collect() } else { vec![node] };
    let mut days = Vec::new();
    for item in items {
        if text_of(item, "on", reading).is_some() {
            days.extend(word_of(item, "on", &WEEKDAYS, reading).map(Weekday));
        }
    }
    days
}
