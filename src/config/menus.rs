//! The menus of `site.yaml`.

use std::collections::BTreeMap;

use crate::content::{LinkTarget, Rules};
use crate::keys;
use crate::locale::LocalText;
use crate::yaml::{Fields, Node, Reading, Value, items_of, text_of};

/// The entries of a menu, in order.
pub type Menu = Vec<MenuEntry>;

/// An entry of a menu.
#[derive(Clone, Debug)]
pub struct MenuEntry {
    /// What it says; the page's own title if not written.
    pub title: Option<LocalText>,
    /// Where it leads.
    pub target: LinkTarget,
}

/// Reads `menus:`.
pub(super) fn read(
    node: Option<&Node>,
    rules: &Rules,
    reading: &mut Reading<'_>,
) -> BTreeMap<String, Menu> {
    let mut menus = BTreeMap::new();
    let Some(mut fields) = node.and_then(|node| Fields::of(node, &[], reading)) else {
        return menus;
    };
    for (key, node) in fields.rest() {
        let Some(items) = items_of(node, &key.name, reading) else { continue };
        let entries = items.iter().filter_map(|item| entry(item, rules, reading)).collect();
        menus.insert(key.name.clone(), entries);
    }
    menus
}

fn entry(node: &Node, rules: &Rules, reading: &mut Reading<'_>) -> Option<MenuEntry> {
    if !matches!(node.value, Value::Map(_)) {
        let written = text_of(node, "page", reading)?;
        return Some(MenuEntry { title: None, target: LinkTarget::read(written, reading)? });
    }
    let mut fields = Fields::of(node, keys::MENU_ENTRY, reading)?;
    let title = fields.local_text("title", rules, reading);
    let page = fields.marked_text("page", reading);
    let url = fields.marked_text("url", reading);
    let written = page.or(url);
    if written.is_none() {
        fields.missing("page", reading);
    }
    let is_elsewhere = written.as_ref().is_some_and(|written| written.value.contains("://"));
    if title.is_none() && is_elsewhere && fields.may_lack("title") {
        // A page has a title of its own, another site has none that is known.
        fields.missing("title", reading);
    }
    fields.finish(reading);
    Some(MenuEntry { title, target: LinkTarget::read(written?, reading)? })
}
