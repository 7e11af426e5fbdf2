//! Schedules as data, for those who count, sort or build upon them: a table and a JSON file.
//!
//! In: a schedule of the site. Out: `lich.csv` and `lich.json` beside its page, in languages
//! other than Vietnamese `schedule.csv` and `schedule.json`. Both say the same, in the
//! language of the page. A schedule without events has neither.

mod csv;
mod data;

use crate::content::Kind;
use crate::outputs::events::SchedulePage;
use crate::outputs::jobs::{Job, Subject};
use crate::outputs::planner::Planner;
use crate::outputs::{Origin, Recipe};
use crate::site::{Address, Page, PageId};

pub(in crate::outputs) use data::ScheduleData;

/// A form in which a schedule can be had as data.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Form {
    /// A table for spreadsheets (RFC 4180).
    Csv,
    /// For programs (RFC 8259).
    Json,
}

/// Every schedule as data.
pub(in crate::outputs) fn downloads(planner: &Planner<'_>) -> Vec<Job> {
    let schedules = planner.site.ids().filter(|(id, page)| {
        matches!(page.document.kind, Kind::Schedule(_)) && !planner.site.events(*id).is_empty()
    });
    let jobs = schedules.flat_map(|(id, page)| {
        [Form::Csv, Form::Json].into_iter().filter_map(move |form| {
            let origin = Origin::Source(page.document.path.clone());
            Some(Job {
                path: address(page, form).output()?,
                origin,
                work: Subject::Download(id, form).into(),
            })
        })
    });
    jobs.collect()
}

/// Where a schedule is in one form.
pub(crate) fn address(page: &Page, form: Form) -> Address {
    let name = if page.language().is_vietnamese() { "lich" } else { "schedule" };
    let ending = match form {
        Form::Csv => "csv",
        Form::Json => "json",
    };
    Address::of_file(&format!("{}{name}.{ending}", page.address.folder()))
}

/// How a schedule is made in one form; none where the page is no schedule.
pub(in crate::outputs) fn recipe<'a>(
    planner: &Planner<'_>,
    id: PageId,
    form: Form,
) -> Option<Recipe<'a>> {
    let schedule = SchedulePage::of(planner, planner.site.page(id))?;
    Some(match form {
        Form::Csv => Recipe::Csv(csv::table(schedule)),
        Form::Json => Recipe::ScheduleData(data::of_schedule(schedule)),
    })
}
