//! The tasks of a plan: who does what until when, and the days on which something is due.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::content::kinds::{Deadline, Period, Plan, Task, TaskStatus};
use crate::outputs::named::AgencyView;
use crate::outputs::view::plan::{PlanPage, events::EventLink};
use crate::yaml::{Marked, Moment};

/// A task as the page of its plan shows it.
#[derive(Clone, Serialize)]
pub(crate) struct TaskView {
    #[serde(flatten)]
    brief: BriefTask,
    /// More about it as HTML, once components are called.
    pub(crate) body: Option<String>,
    with: Vec<AgencyView>,
    targets: Vec<String>,
    events: Vec<EventLink>,
}

/// What other pages show of a task: what, who leads, until when, and the way to it.
#[derive(Clone, Serialize)]
pub(super) struct BriefTask {
    id: String,
    number: usize,
    title: String,
    url: String,
    lead: Option<AgencyView>,
    due: Option<String>,
    period: Option<PeriodView>,
    ongoing: bool,
    status: Option<&'static str>,
}

/// A stretch of time: two days, or words.
#[derive(Clone, Serialize)]
pub(super) struct PeriodView {
    starts: Option<String>,
    ends: Option<String>,
    text: Option<String>,
}

/// A day on which tasks are due.
#[derive(Clone, Serialize)]
pub(super) struct DueDay {
    date: Date,
    tasks: Vec<BriefTask>,
}

impl PlanPage<'_, '_> {
    /// A task as the page of its plan shows it, without its body.
    pub(super) fn task(&self, (number, task): (usize, &Task), events: Vec<EventLink>) -> TaskView {
        TaskView {
            brief: self.brief((number, task)),
            body: None,
            with: task.with.iter().map(|key| self.agency(&key.value)).collect(),
            targets: task.targets.clone(),
            events,
        }
    }

    /// What other pages show of a task.
    pub(super) fn brief(&self, (number, task): (usize, &Task)) -> BriefTask {
        let (mut due, mut during, mut ongoing) = (None, None, false);
        match &task.deadline {
            Some(Deadline::Due(date)) => due = Some(self.iso(date)),
            Some(Deadline::Period(own)) => during = Some(self.period(own)),
            Some(Deadline::Ongoing) => ongoing = true,
            None => {}
        }
        BriefTask {
            id: task.id.value.clone(),
            number,
            title: task.title.clone(),
            url: format!("{}#{}", self.page.address.encoded(), task.id.value),
            lead: task.lead.as_ref().map(|key| self.agency(&key.value)),
            due,
            period: during,
            ongoing,
            status: task.status.map(TaskStatus::name),
        }
    }

    /// The days on which tasks are due, in order.
    pub(super) fn deadlines(&self, plan: &Plan) -> Vec<DueDay> {
        let zone = &self.planner.site.config.timezone;
        let mut days: BTreeMap<Date, Vec<BriefTask>> = BTreeMap::new();
        for numbered in numbered(plan) {
            if let Some(last) = last_day(numbered.1) {
                days.entry(last.value.day(zone)).or_default().push(self.brief(numbered));
            }
        }
        days.into_iter().map(|(date, tasks)| DueDay { date, tasks }).collect()
    }

    pub(super) fn period(&self, period: &Period) -> PeriodView {
        match period {
            Period::Days(starts, ends) => {
                let (starts, ends) = (Some(self.iso(starts)), Some(self.iso(ends)));
                PeriodView { starts, ends, text: None }
            }
            Period::Words(text) => {
                PeriodView { starts: None, ends: None, text: Some(text.clone()) }
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
