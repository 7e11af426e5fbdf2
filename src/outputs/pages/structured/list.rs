//! `ItemList`: the events of a schedule.

use serde_json::Value as Json;

use crate::outputs::events::SchedulePage;
use crate::outputs::formats::json_ld::Node;
use crate::outputs::pages::{
    schedule::has_event_pages,
    structured::{Described, event},
};

/// The events of a schedule in order of time; none where there are none. Where events have
/// pages of their own, those tell what they are, and the list leads to them.
pub(super) fn events(about: &Described<'_, '_>, schedule: SchedulePage<'_>) -> Option<Node> {
    let have_pages = has_event_pages(about.planner);
    let items = (1..).zip(schedule.events()).map(|(position, scheduled)| {
        let item = Node::new("ListItem").with("position", position);
        let item = if have_pages {
            item.with("name", about.named(&scheduled.event.title, scheduled.is_sample()))
                .with("url", scheduled.permalink())
        } else {
            item.with("item", event::event(about, scheduled))
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
