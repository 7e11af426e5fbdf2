//! The days until which the tasks of a plan are to be done, as a calendar: each a day that is
//! marked and not taken up.

use std::sync::Arc;

use jiff::ToSpan;

use crate::content::kinds::{Plan, Task, TaskStatus};
use crate::outputs::files::calendar::event::{changed, uid};
use crate::outputs::files::calendar::time::{day, utc};
use crate::outputs::formats::ics::{Component, Property};
use crate::outputs::named;
use crate::outputs::planner::Planner;
use crate::outputs::view::plan::{last_day, numbered};
use crate::site::Page;
use crate::yaml::{Marked, Moment};

/// A task that is to be done until a day.
struct Due<'s> {
    planner: &'s Planner<'s>,
    page: &'s Page,
    number: usize,
    task: &'s Task,
    last: &'s Marked<Moment>,
}

/// The deadlines of a plan, as `VEVENT`s (RFC 5545 §3.6.1).
pub(super) fn components(planner: &Planner<'_>, page: &Page, plan: &Plan) -> Vec<Arc<Component>> {
    let due = numbered(plan).filter_map(|(number, task)| {
        Some(Due { planner, page, number, task, last: last_day(task)? })
    });
    due.map(|due| Arc::new(due.component())).collect()
}

impl Due<'_> {
    fn component(&self) -> Component {
        let Due { planner, page, last, .. } = *self;
        let zone = &planner.site.config.timezone;
        let (date, changed, id) =
            (last.value.day(zone), changed(planner, page), &self.task.id.value);
        let mut properties = vec![
            Property::text("UID", &uid(planner, page, id)),
            Property::new("DTSTAMP", utc(changed.unwrap_or_else(|| last.value.start(zone)))),
        ];
        properties.extend(changed.map(|changed| Property::new("LAST-MODIFIED", utc(changed))));
        let next = date.checked_add(1.day()).unwrap_or(date);
        properties.extend([
            Property::new("DTSTART", day(date)).with("VALUE", "DATE"),
            Property::new("DTEND", day(next)).with("VALUE", "DATE"),
            Property::text("SUMMARY", &self.summary()),
            Property::new("STATUS", "CONFIRMED"),
            Property::new("TRANSP", "TRANSPARENT"),
            Property::text("DESCRIPTION", &self.description()),
        ]);
        let url = planner.permalink(&page.address);
        properties.extend(url.map(|url| Property::new("URL", format!("{url}#{id}"))));
        Component::new("VEVENT", properties, Vec::new())
    }

    fn word(&self, key: &str, arguments: &[(&str, &str)]) -> Option<String> {
        self.planner.theme.text(self.page.language(), key, arguments)
    }

    /// What is due; before it what no calendar shows: that it is done, or invented.
    fn summary(&self) -> String {
        let is_sample = self.page.shared.sample.unwrap_or(false);
        let sample = is_sample.then(|| self.word("sample.label", &[])).flatten();
        let is_done = self.task.status == Some(TaskStatus::Done);
        let done = is_done.then(|| self.word("plan.status.done", &[])).flatten();
        let tags = sample.into_iter().chain(done).map(|tag| format!("[{tag}] "));
        let title = self.word("plan.deadline", &[("title", &self.task.title)]);
        format!("{}{}", tags.collect::<String>(), title.as_deref().unwrap_or(&self.task.title))
    }

    fn description(&self) -> String {
        let (number, title) = (self.number.to_string(), self.page.told_title());
        let task = self.word("event.task_link", &[("number", &number), ("title", title)]);
        let name = |key: &Marked<String>| {
            named::agency(self.planner, self.page.language(), &key.value).name
        };
        let names = |keys: Vec<String>| keys.join("; ");
        let lead = names(self.task.lead.iter().map(name).collect());
        let with = names(self.task.with.iter().map(name).collect());
        let mut lines = vec![task.unwrap_or_else(|| title.to_owned())];
        for (key, names) in [("plan.task_lead", lead), ("plan.task_with", with)] {
            if names.is_empty() {
                continue;
            }
            lines.push(match self.word(key, &[]) {
                Some(label) => format!("{label}: {names}"),
                None => names,
            });
        }
        lines.join("\n")
    }
}
