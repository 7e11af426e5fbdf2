//! `BreadcrumbList`: the way down from the front page.

use serde_json::Value as Json;

use crate::outputs::formats::json_ld::Node;
use crate::outputs::planner::Planner;
use crate::outputs::view::frame::Frame;

/// The way to a page. The front page has none, nor has a site without an address.
pub(super) fn breadcrumbs(planner: &Planner<'_>, frame: &Frame<'_>, title: &str) -> Option<Node> {
    let above = frame.ancestors.iter().map(|id| {
        let page = planner.site.page(*id);
        (page.told_title(), planner.permalink(&page.address))
    });
    let own = (title, planner.permalink(&frame.address));
    let steps = (1..).zip(above.chain([own])).map(|(position, (name, address))| {
        Node::new("ListItem")
            .with("position", position)
            .with("name", name)
            .with("item", address)
            .into()
    });
    let steps: Vec<Json> = steps.collect();
    let is_way = steps.len() > 1 && planner.site.config.base_url.is_some();
    is_way.then(|| Node::new("BreadcrumbList").with("itemListElement", steps))
}
