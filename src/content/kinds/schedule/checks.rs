//! What is likely not meant in a schedule: days outside it, two events in one hall.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use crate::content::kinds::schedule::{Event, EventStatus, Schedule};
use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::locale::{Name, fold};
use crate::yaml::{Marked, Moment, Reading};

/// Says what is likely not meant of the events of a schedule beside each other.
pub(super) fn check(schedule: &Schedule, reading: &mut Reading<'_>) {
    clashes(&schedule.written, reading);
    repeats(&schedule.written, reading);
}

/// Says so of an event that begins outside the schedule's own first and last day, and whether it
/// does.
pub(super) fn is_outside(
    starts: &Marked<Moment>,
    window: Option<[Date; 2]>,
    reading: &mut Reading<'_>,
) -> bool {
    let day = starts.value.day(&jiff::tz::TimeZone::UTC);
    let Some([first, last]) = window.filter(|[first, last]| !(*first..=*last).contains(&day))
    else {
        return false;
    };
    let [day, first, last] = [day, first, last].map(as_written);
    let message = say!(
        "sự kiện ngày {day} nằm ngoài lịch ({first} đến {last})",
        "the event on {day} is outside the schedule ({first} to {last})"
    );
    let hint = say!(
        "sửa ngày của sự kiện, hoặc `starts` và `ends` của lịch",
        "mend the event's day, or `starts` and `ends` of the schedule"
    );
    reading.error(starts.span, Code::OutsideSchedule, message, hint);
    true
}

/// How many years behind its schedule, or before it, a day of an event may be.
const FAR: i64 = 5;

/// Says so of a day of an event, its last or the one that it was moved from, that is so far from
/// its schedule that a slip in the year is likelier.
pub(super) fn far_from(
    day: Option<&Marked<Moment>>,
    window: Option<[Date; 2]>,
    reading: &mut Reading<'_>,
) {
    let Some((day, [first, last])) = day.zip(window) else { return };
    let own = day.value.day(&jiff::tz::TimeZone::UTC);
    let from = first.checked_sub(FAR.years()).unwrap_or(Date::MIN);
    let to = last.checked_add(FAR.years()).unwrap_or(Date::MAX);
    if (from..=to).contains(&own) {
        return;
    }
    let [own, first, last] = [own, first, last].map(as_written);
    let message = say!(
        "ngày {own} cách xa lịch này ({first} đến {last})",
        "the day {own} is far from this schedule ({first} to {last})"
    );
    let hint = say!("kiểm tra lại năm", "check the year");
    reading.tell(day.span, Diagnostic::warning(Code::FarOffDay, message).hint(hint));
}

/// A day as people write it.
fn as_written(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}

/// Words with which a place is named that is many places, or none.
const EVERYWHERE: &[&str] = &[
    "cac ",
    "toan ",
    "tren ",
    "tat ca",
    "he thong",
    "truc tuyen",
    "tai nha",
    "tai cac",
    "moi ",
    "all ",
    "online",
    "at home",
    "various",
];

/// Says so of two events that are at one place at one time.
fn clashes(events: &[Event], reading: &mut Reading<'_>) {
    let mut by_place: BTreeMap<String, Vec<(DateTime, DateTime, &Event)>> = BTreeMap::new();
    for event in events {
        if let (Some(place), Some((from, to))) = (place(event), hours(event)) {
            by_place.entry(place).or_default().push((from, to, event));
        }
    }
    for mut own in by_place.into_values() {
        // Of two that begin together the one that is written first comes first.
        own.sort_by_key(|(from, _, _)| *from);
        let mut latest: Option<(DateTime, &Event)> = None;
        for (from, to, event) in own {
            if let Some((_, other)) = latest.filter(|(until, _)| from < *until) {
                reading.diagnostics.push(clash(other, event, reading));
            }
            if latest.is_none_or(|(until, _)| to > until) {
                latest = Some((to, event));
            }
        }
    }
}

/// Where an event is, if that is one place.
fn place(event: &Event) -> Option<String> {
    let sure = !matches!(event.status, EventStatus::Cancelled | EventStatus::Postponed);
    let key = event.place.as_ref().map(|key| format!("@{}", key.value));
    let venue = event.venue().filter(|venue| {
        let folded = fold(venue);
        !EVERYWHERE.iter().any(|word| folded.starts_with(word))
    });
    let venue = venue.map(|venue| Name::of(venue).as_str().to_owned());
    key.or(venue).filter(|place| sure && !place.is_empty())
}

/// From when to when an event is, if both are known and lie within a day: over several days
/// the hall is hardly taken all the time.
fn hours(event: &Event) -> Option<(DateTime, DateTime)> {
    match (event.when.starts, event.when.ends?) {
        (Moment::Time(from), Moment::Time(to)) if from.date() == to.date() => Some((from, to)),
        (Moment::Time(_) | Moment::Day(_) | Moment::Instant(_), _) => None,
    }
}

fn clash(other: &Event, event: &Event, reading: &Reading<'_>) -> Diagnostic {
    let (one, two) = (&other.title, &event.title);
    let at = whereabouts(&reading.place(other.id.span));
    let message = Say {
        vi: format!("`{two}` trùng giờ và địa điểm với `{one}` ({})", at.vi),
        en: format!("`{two}` is at the same place and time as `{one}` ({})", at.en),
    };
    let hint = say!(
        "đổi giờ hoặc địa điểm của một sự kiện; hai phòng khác nhau thì ghi rõ phòng",
        "change the time or the place of one; if the rooms differ, name them"
    );
    let place = reading.place(event.id.span);
    Diagnostic::warning(Code::VenueClash, message).hint(hint).at(place)
}

/// A cell by its name, a line by its number.
fn whereabouts(place: &Place) -> Say {
    match place.cell_name() {
        Some(cell) => say!("ô {cell}", "cell {cell}"),
        None => say!("dòng {}", "line {}", place.line),
    }
}

/// Says so of an event that is written twice: all that is published of both is the same.
fn repeats(events: &[Event], reading: &mut Reading<'_>) {
    let mut seen: BTreeMap<String, &Event> = BTreeMap::new();
    for event in events {
        let Some(first) = seen.insert(event.published(), event) else { continue };
        let title = &event.title;
        let at = whereabouts(&reading.place(first.id.span));
        let message = Say {
            vi: format!("sự kiện `{title}` được viết hai lần ({} và ở đây)", at.vi),
            en: format!("the event `{title}` is written twice ({} and here)", at.en),
        };
        let hint = say!(
            "xoá một sự kiện; nếu là hai, ghi chỗ khác nhau, như giờ, nơi hay đơn vị",
            "delete one of them; if they are two, write where they differ, such as time, place or agency"
        );
        let place = reading.place(event.id.span);
        let fault = Diagnostic::warning(Code::RepeatedEvent, message).hint(hint).at(place);
        reading.diagnostics.push(fault);
    }
}
