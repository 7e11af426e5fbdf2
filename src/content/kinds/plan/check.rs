//! What is odd in a plan as a whole, though each of its keys can be read.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::content::kinds::plan::{Deadline, Period, Plan, Task};
use crate::content::kinds::schedule::shown;
use crate::diagnostics::{Code, Diagnostic, Say, Span, say};
use crate::yaml::{Marked, Moment, Reading};

/// Says what is odd.
pub(super) fn check(plan: &Plan, reading: &mut Reading<'_>) {
    // Of one that ends before it begins nothing is outside.
    let period = plan.period.as_ref().and_then(days).filter(|(first, last)| first <= last);
    for task in &plan.tasks {
        twice(task, reading);
        let dates = match &task.deadline {
            Some(Deadline::Due(due)) => vec![due],
            Some(Deadline::Period(Period::Days(starts, ends))) => vec![starts, ends],
            Some(Deadline::Period(Period::Words(_)) | Deadline::Ongoing) | None => Vec::new(),
        };
        for date in dates {
            if let Some(period) = period {
                outside(date, period, reading);
            }
        }
    }
}

/// The first and the last day of a period, also of one that is the name of a year.
fn days(period: &Period) -> Option<(Date, Date)> {
    match period {
        Period::Days(starts, ends) => Some((day(starts), day(ends))),
        Period::Words(words) => {
            let year = words.parse::<i16>().ok().filter(|year| (1900..2100).contains(year))?;
            Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
        }
    }
}

/// The day as it is written; no zone of the earth makes another of a day without a time.
fn day(date: &Marked<Moment>) -> Date {
    date.value.day(&TimeZone::UTC)
}

fn outside(date: &Marked<Moment>, (first, last): (Date, Date), reading: &mut Reading<'_>) {
    if (first..=last).contains(&day(date)) {
        return;
    }
    let written = reading.written(date.span);
    let (first, last) = (shown(first), shown(last));
    let message = say!(
        "ngày `{written}` nằm ngoài thời gian của kế hoạch (`{first}` đến `{last}`)",
        "the day `{written}` is outside the plan's period (`{first}` to `{last}`)"
    );
    let hint = say!(
        "kiểm tra năm và tháng, hoặc sửa `period` của kế hoạch",
        "check year and month, or change the plan's `period`"
    );
    warn(date.span, message, hint, reading);
}

/// Says which agency leads a task and helps in it too.
fn twice(task: &Task, reading: &mut Reading<'_>) {
    let Some(lead) = &task.lead else { return };
    for key in task.with.iter().filter(|key| key.value == lead.value) {
        let agency = key.value.as_str();
        let message = say!(
            "`{agency}` đã chủ trì nhiệm vụ này, lại đứng ở phần phối hợp",
            "`{agency}` leads this task and also stands among those who help"
        );
        let hint = say!("bỏ `{agency}` ở đây", "take `{agency}` away here");
        warn(key.span, message, hint, reading);
    }
}

fn warn(span: Span, message: Say, hint: Say, reading: &mut Reading<'_>) {
    let place = reading.place(span);
    reading.diagnostics.push(Diagnostic::warning(Code::BadValue, message).hint(hint).at(place));
}
