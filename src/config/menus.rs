//! The menus of `site.yaml`.

use std::collections::BTreeMap;

use crate::config::text::local_text;
use crate::content::Rules;
use crate::locale::LocalText;
use crate::yaml::{Fields, Marked, Node, Reading, Value, items_of, text_of};

/// The entries of a menu, in order.
pub type Menu = Vec<MenuEntry>;

/// An entry of a menu.
#[derive(Clone, Debug)]
pub struct MenuEntry {
    /// What it says; the page's own title if not written.
    pub title: Option<LocalText>,
    /// Where it leads.
    pub target: MenuTarget,
}

/// Where an entry of a menu leads.
#[derive(Clone, Debug)]
pub enum MenuTarget {
    /// To a page of the site, written `@/tin/_index.md`.
    Page(Marked<String>),
    /// To another site.
    Url(Marked<String>),
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
        return Some(MenuEntry { title: None, target: target(text_of(node, "page", reading)?) });
    }
    let mut fields = Fields::of(node, &[("name", "title"), ("link", "url")], reading)?;
    let title = fields.take("title").and_then(|node| local_text(node, "title", rules, reading));
    let page = fields.marked_text("page", reading);
    let url = fields.address("url", reading);
    let written = page.or(url);
    if written.is_none() {
        fields.missing("page", reading);
    }
    fields.finish(reading);
    Some(MenuEntry { title, target: target(written?) })
}

fn target(written: Marked<String>) -> MenuTarget {
    if written.value.starts_with("@/") {
        MenuTarget::Page(written)
    } else {
        MenuTarget::Url(written)
    }
}
