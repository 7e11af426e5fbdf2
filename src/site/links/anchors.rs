//! The places within a page that a link may point to.

use crate::content::Known;
use crate::site::Page;

impl Page {
    /// Every id in the page that a link may point to.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        let items = self.document.kind.ids().map(|id| id.value.as_str());
        self.document.outline.anchors.iter().map(String::as_str).chain(items)
    }

    /// Whether the page has this id. Nobody knows where some of its keys, or its text, could not
    /// be read.
    pub(super) fn has_anchor(&self, anchor: &str) -> Known {
        let document = &self.document;
        let is_found = document.outline.anchors.contains(anchor)
            || document.kind.ids().any(|id| id.value == anchor);
        Known::of(is_found, document.unknown.is_nothing())
    }
}
