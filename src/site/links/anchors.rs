//! The places within a page that a link may point to.

use crate::content::{Kind, Known};
use crate::site::Page;

impl Page {
    /// Every id in the page that a link may point to.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        self.document.outline.anchors.iter().map(String::as_str).chain(self.items())
    }

    /// The ids of tasks and events.
    fn items(&self) -> impl Iterator<Item = &str> {
        let (tasks, events) = match &self.document.kind {
            Kind::Plan(plan) => (plan.tasks.as_slice(), [].as_slice()),
            Kind::Schedule(schedule) => ([].as_slice(), schedule.written.as_slice()),
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => {
                ([].as_slice(), [].as_slice())
            }
        };
        let events = events.iter().map(|event| event.id.value.as_str());
        tasks.iter().map(|task| task.id.value.as_str()).chain(events)
    }

    /// Whether the page has this id. Nobody knows where some of its keys, or its text, could not
    /// be read.
    pub(super) fn has_anchor(&self, anchor: &str) -> Known {
        let is_found = self.document.outline.anchors.contains(anchor)
            || self.items().any(|known| known == anchor);
        Known::of(is_found, self.document.unknown.is_nothing())
    }
}
