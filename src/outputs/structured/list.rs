//! `ItemList`: the events of a schedule.

use serde_json::Value as Json;

use crate::content::kinds::{Event, Schedule};
use crate::outputs::schedule::{event_permalink, has_event_pages};
use crate::outputs::structured::graph::Node;
use crate::outputs::structured::{Sight, event};

/// The events of a schedule in order of time; none where there are none. Where events have
/// pages of their own, those tell what they are, and the list leads to them.
pub(super) fn events(sight: &Sight<'_, '_>, schedule: &Schedule, events: &[Event]) -> Option<Node> {
    let have_pages = has_event_pages(sight.planner);
    let items = (1..).zip(events).map(|(position, event)| {
        let item = Node::new("ListItem").with("position", position);
        let item = if have_pages {
            item.with("name", sight.named(&event.title, sight.is_invented(event)))
                .with("url", event_permalink(sight.planner, sight.page, &event.id.value))
        } else {
            item.with("item", event::event(sight, schedule, event))
        };
        Json::from(item)
    });
    let items: Vec<Json> = items.collect();
    (!items.is_empty()).then(|| {
        Node::new("ItemList")
            .with("numberOfItems", items.len())
            .with("itemListOrder", "https://schema.org/ItemListOrderAscending")
            .with("itemListElement", items)
    })
}
