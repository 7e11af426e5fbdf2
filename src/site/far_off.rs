//! Days that are so far from the day of the build that a slip in the year is likelier.
//!
//! In: all documents and the time of the build. Out: what is said of them, and when it changes.
//! The limits are wide: nothing that an office writes on purpose is told.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::content::kinds::{Deadline, Period, Plan};
use crate::content::{Document, Kind};
use crate::diagnostics::{Code, Diagnostic, say};
use crate::yaml::{Marked, Moment};

/// The first year of which a page may write without being asked.
const FIRST_YEAR: i16 = 1900;

/// How far in the future a day may be, in years.
#[derive(Clone, Copy)]
enum Ahead {
    /// One on which something was done: a document issued, a page published.
    Done = 2,
    /// One of a schedule, or from which on a page is shown.
    Planned = 10,
    /// One by which something is to be reached, or from which on a page is hidden.
    Aimed = 100,
}

/// Says which days are far off, and gives the next instant at which it would say anything else.
pub(crate) fn far_off(
    documents: &[Arc<Document>],
    zone: &TimeZone,
    now: Timestamp,
) -> (Vec<Diagnostic>, Option<Timestamp>) {
    let today = zone.to_datetime(now).date();
    let (mut said, mut until) = (Vec::new(), None);
    for document in documents {
        for (written, ahead) in days(document) {
            let day = written.value.day(zone);
            let from = day.checked_sub((ahead as i64).years()).unwrap_or(Date::MIN);
            if today >= from && day.year() >= FIRST_YEAR {
                continue;
            }
            if today < from {
                let changes = Moment::Day(from).start(zone);
                until = until.into_iter().chain([changes]).min();
            }
            said.push(far(document, written, day));
        }
    }
    (said, until)
}

/// The days of a document, each with how far it may be.
fn days(document: &Document) -> Vec<(&Marked<Moment>, Ahead)> {
    let meta = &document.meta;
    let source = meta.shared.source.as_ref().and_then(|source| source.date.as_ref());
    let done = meta.date.iter().chain(&meta.updated).chain(source);
    let done = done.map(|day| (day, Ahead::Done));
    let shown = meta.publish_date.iter().map(|day| (day, Ahead::Planned));
    let hidden = meta.expiry_date.iter().map(|day| (day, Ahead::Aimed));
    let mut days: Vec<(&Marked<Moment>, Ahead)> = done.chain(shown).chain(hidden).collect();
    match &document.kind {
        Kind::Plan(plan) => of_plan(plan, &mut days),
        Kind::Schedule(schedule) => {
            let window = schedule.starts.iter().chain(&schedule.ends);
            days.extend(window.map(|day| (day, Ahead::Planned)));
        }
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => {}
    }
    days
}

fn of_plan<'p>(plan: &'p Plan, days: &mut Vec<(&'p Marked<Moment>, Ahead)>) {
    let document = &plan.document;
    let bases = document.legal_basis.iter().filter_map(|basis| basis.issued_on.as_ref());
    let issued = document.issued_on.iter().chain(bases);
    days.extend(issued.map(|day| (day, Ahead::Done)));
    let deadlines = plan.tasks.iter().filter_map(|task| task.deadline.as_ref());
    let due = deadlines.clone().filter_map(|deadline| match deadline {
        Deadline::Due(day) => Some(day),
        Deadline::Period(_) | Deadline::Ongoing => None,
    });
    let periods = deadlines.filter_map(|deadline| match deadline {
        Deadline::Period(period) => Some(period),
        Deadline::Due(_) | Deadline::Ongoing => None,
    });
    let ends = periods.chain(&plan.period).flat_map(|period| match period {
        Period::Days(first, last) => vec![first, last],
        Period::Words(_) => Vec::new(),
    });
    days.extend(due.chain(ends).map(|day| (day, Ahead::Aimed)));
}

fn far(document: &Document, written: &Marked<Moment>, day: Date) -> Diagnostic {
    let (d, m, y) = (day.day(), day.month(), day.year());
    let message = say!(
        "ngày `{d:02}/{m:02}/{y:04}` ở rất xa năm nay",
        "the day `{y:04}-{m:02}-{d:02}` is very far from this year"
    );
    let hint = say!("kiểm tra lại năm", "check the year");
    let fault = Diagnostic::warning(Code::FarOffDay, message).hint(hint);
    fault.at(document.place(written.span))
}
