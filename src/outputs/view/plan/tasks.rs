//! The tasks of a plan: who does what until when, and the days on which something is due.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::content::kinds::{Deadline, Period, Plan, Task, TaskStatus};
use crate::outputs::view::plan::Sight;
use crate::yaml::{Marked, Moment};

impl Sight<'_, '_> {
    /// A task as the page of its plan shows it, without its body.
    pub(super) fn task(&self, (number, task): (usize, &Task)) -> Json {
        let with = task.with.iter().map(|key| self.agency(&key.value));
        let mut view = self.brief((number, task));
        view["body"] = Json::Null;
        view["with"] = json!(with.collect::<Vec<_>>());
        view["targets"] = json!(task.targets);
        view
    }

    /// What other pages show of a task: what, who leads, until when, and the way to it.
    pub(super) fn brief(&self, (number, task): (usize, &Task)) -> Json {
        let (mut due, mut during, mut ongoing) = (None, None, false);
        match &task.deadline {
            Some(Deadline::Due(date)) => due = Some(self.iso(date)),
            Some(Deadline::Period(own)) => during = Some(self.period(own)),
            Some(Deadline::Ongoing) => ongoing = true,
            None => {}
        }
        json!({
            "id": task.id.value,
            "number": number,
            "title": task.title,
            "url": format!("{}#{}", self.page.address.encoded(), task.id.value),
            "lead": task.lead.as_ref().map(|key| self.agency(&key.value)),
            "due": due,
            "period": during,
            "ongoing": ongoing,
            "status": task.status.map(TaskStatus::name),
        })
    }

    /// The days on which tasks are due, in order: `[{date, tasks}]`.
    pub(super) fn deadlines(&self, plan: &Plan) -> Json {
        let zone = &self.planner.site.config.timezone;
        let mut days: BTreeMap<Date, Vec<Json>> = BTreeMap::new();
        for numbered in numbered(plan) {
            if let Some(last) = last_day(numbered.1) {
                days.entry(last.value.day(zone)).or_default().push(self.brief(numbered));
            }
        }
        let days = days.into_iter();
        days.map(|(date, tasks)| json!({ "date": date.to_string(), "tasks": tasks })).collect()
    }

    pub(super) fn period(&self, period: &Period) -> Json {
        match period {
            Period::Days(starts, ends) => {
                let (starts, ends) = (self.iso(starts), self.iso(ends));
                json!({ "starts": starts, "ends": ends, "text": Json::Null })
            }
            Period::Words(text) => {
                json!({ "starts": Json::Null, "ends": Json::Null, "text": text })
            }
        }
    }

    pub(super) fn iso(&self, date: &Marked<Moment>) -> String {
        date.value.iso(&self.planner.site.config.timezone)
    }
}

/// The tasks of a plan, each with the number that the page shows.
pub(crate) fn numbered(plan: &Plan) -> impl Iterator<Item = (usize, &Task)> {
    (1..).zip(&plan.tasks)
}

/// The day until which a task is to be done, if it has one.
pub(crate) fn last_day(task: &Task) -> Option<&Marked<Moment>> {
    match task.deadline.as_ref()? {
        Deadline::Due(date) | Deadline::Period(Period::Days(_, date)) => Some(date),
        Deadline::Period(Period::Words(_)) | Deadline::Ongoing => None,
    }
}
