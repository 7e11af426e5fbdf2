//! Schedules as data, for those who count, sort or build upon them: a table and a JSON file.
//!
//! In: a schedule of the site. Out: `lich.csv` and `lich.json` beside its page, in languages
//! other than Vietnamese `schedule.csv` and `schedule.json`. Both say the same, in the
//! language of the page. A schedule without events has neither.

mod csv;
mod data;

use crate::content::Kind;
use crate::outputs::planner::Planner;
use crate::outputs::{Origin, Output, Recipe};
use crate::site::{Address, Page, PageId};

pub(super) use csv::Table;
pub(super) use data::ScheduleData;

/// A form in which a schedule can be had as data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// A table for spreadsheets (RFC 4180).
    Csv,
    /// For programs (RFC 8259).
    Json,
}

/// Every schedule as data.
pub(super) fn downloads<'a>(planner: &Planner<'a>) -> Vec<Output<'a>> {
    planner.site.ids().flat_map(|(id, page)| of_page(planner, id, page)).collect()
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

fn of_page<'a>(planner: &Planner<'a>, id: PageId, page: &Page) -> Vec<Output<'a>> {
    let Kind::Schedule(schedule) = &page.document.kind else { return Vec::new() };
    let events = planner.site.events(id);
    if events.is_empty() {
        return Vec::new();
    }
    let data = data::of_schedule(planner, (page, schedule), events);
    let table = csv::table(planner, page.language(), &data);
    let output = |form, recipe| {
        let origin = Origin::Source(page.document.path.clone());
        address(page, form).output().map(|path| Output { path, recipe, origin })
    };
    let csv = output(Form::Csv, Recipe::Csv(table));
    csv.into_iter().chain(output(Form::Json, Recipe::ScheduleData(data))).collect()
}
