//! What is nearest to a link that leads nowhere, and how links to sources are written.

use crate::diagnostics::{nearest, nearest_path};
use crate::site::Address;
use crate::site::links::{Links, as_written};
use crate::sources::SourcePath;

impl Links<'_> {
    /// The link to the page or file that is nearest to a mistyped source.
    pub(super) fn near(self, source: &SourcePath) -> Option<String> {
        let known = self.pages.by_source.keys().chain(self.assets.keys()).map(SourcePath::as_str);
        nearest_path(source.as_str(), known).and_then(|path| link_to(&SourcePath::new(path)))
    }
    /// The link to the page at the address that is nearest to a mistyped one.
    pub(super) fn near_address(self, address: &str) -> Option<String> {
        let known = self.pages.all.iter().map(|page| page.address.folder().trim_end_matches('/'));
        let near = nearest(address.trim_matches('/'), known.filter(|known| !known.is_empty()))?;
        let id = self.pages.by_address.get(&Address::of_folder(near))?;
        link_to(&self.pages.page(*id).document.path)
    }
}

/// The link to a source below `content/`.
pub(crate) fn link_to(path: &SourcePath) -> Option<String> {
    path.as_str().strip_prefix("content/").map(|path| format!("@/{}", as_written(path)))
}
