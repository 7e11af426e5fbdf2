//! `GovernmentOrganization` and `Organization`: agencies, and who publishes the site.

use crate::content::Language;
use crate::content::kinds::Named;
use crate::outputs::named;
use crate::outputs::planner::Planner;
use crate::outputs::structured::graph::Node;

/// An agency: of `_data/agencies.yaml`, or in the words of a sheet, of which no one knows
/// whether they name an office of the state.
pub(super) fn agency(planner: &Planner<'_>, language: &Language, named: &Named) -> Node {
    match named {
        Named::Key(key) => known(planner, language, &key.value),
        Named::Words(words) => Node::new("Organization").with("name", words.value.as_str()),
    }
}

/// The agency of this key. It is an office of the state unless its entry denies that.
pub(super) fn known(planner: &Planner<'_>, language: &Language, key: &str) -> Node {
    let government = planner.site.data.agencies.get(key).is_some_and(|own| own.government);
    let own = named::agency(planner, language, key);
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
