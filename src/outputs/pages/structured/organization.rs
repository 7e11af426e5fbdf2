//! `GovernmentOrganization` and `Organization`: agencies, and who publishes the site.

use crate::content::Language;
use crate::outputs::formats::json_ld::Node;
use crate::outputs::named::AgencyView;
use crate::outputs::planner::Planner;

/// An agency. It is an office of the state unless its entry denies that; of one that a sheet
/// names in words no one knows.
pub(super) fn agency(planner: &Planner<'_>, own: AgencyView) -> Node {
    let government = planner.site.data.agencies.get(&own.key).is_some_and(|own| own.government);
    let short = own.short.filter(|short| *short != own.name);
    Node::new(if government { "GovernmentOrganization" } else { "Organization" })
        .with("name", own.name)
        .with("alternateName", short)
        .with("url", own.url)
}

/// Who publishes the site. Its telephone numbers are left out: programs would offer them as
/// numbers to call for help.
pub(super) fn publisher(planner: &Planner<'_>, language: &Language) -> Option<Node> {
    let config = &planner.site.config;
    let text = |key: &str| config.publisher.get(key).map(|text| config.text(text, language));
    let name = text("name")?;
    let node = Node::new("Organization").with("name", name);
    Some(node.with("url", text("url")).with("address", text("address")))
}
