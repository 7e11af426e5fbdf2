//! What is nearest to a link that leads nowhere, and how links to sources are written.

use crate::diagnostics::{are_few, around, is_one_slip, nearest, nearest_path};
use crate::site::links::meant::unwrapped;
use crate::site::links::{Links, as_written, decode};
use crate::site::{Address, Page, Pages};
use crate::sources::SourcePath;

/// The most pages of nearly one name that are looked at: every section has an `_index.md`.
const MOST_NAMED: usize = 100;

impl Links<'_> {
    /// The link to the page or file that is nearest to a mistyped source.
    pub(super) fn near(self, source: &SourcePath) -> Option<String> {
        let (pages, source) = (&self.pages.by_source, source.as_str());
        let known = around(source, pages).chain(around(source, self.assets));
        let near = match are_few(pages.len()) && are_few(self.assets.len()) {
            true => nearest_path(source, known),
            false => self
                .pages
                .near_name(source)
                .or_else(|| nearest_path(source, known).filter(|near| is_one_slip(source, near))),
        };
        near.and_then(|path| link_to(&SourcePath::new(path)))
    }

    /// A path without the quotation marks or brackets around it, if anything is there.
    pub(super) fn unwrapped(self, from: &SourcePath, path: &str) -> Option<String> {
        let inside = unwrapped(path);
        let is_there = inside.len() < path.len() && self.find(from, &decode(inside)).is_ok();
        is_there.then(|| inside.to_owned())
    }

    /// The link to the page at the address that is nearest to a mistyped one.
    pub(super) fn near_address(self, address: &str) -> Option<String> {
        self.pages.near_address(address).and_then(|page| link_to(&page.document.path))
    }
}

impl Pages {
    /// The page that has the name of a mistyped source elsewhere, or nearly that name in nearly
    /// that folder.
    fn near_name(&self, source: &str) -> Option<&str> {
        let name = source.rsplit('/').next()?;
        let names = self.by_name.around(name).into_iter();
        let names = names.filter(|(own, _)| *own == name || is_one_slip(name, own));
        let ids = names.flat_map(|(_, ids)| ids).take(MOST_NAMED);
        nearest_path(source, ids.map(|id| self.page(*id).document.path.as_str()))
    }

    /// The page at the address that is nearest to a mistyped one.
    pub fn near_address(&self, address: &str) -> Option<&Page> {
        let folder = |file| Address::of_file(file).folder().trim_end_matches('/').to_owned();
        let address = Address::of_folder(address);
        let known: Vec<String> = around(address.file(), &self.by_address).map(folder).collect();
        let known = known.iter().map(String::as_str).filter(|known| !known.is_empty());
        let address = address.folder().trim_end_matches('/');
        let near = nearest(address, known)?;
        if !are_few(self.by_address.len()) && !is_one_slip(address, near) {
            return None;
        }
        self.at(&Address::of_folder(near)).map(|id| self.page(id))
    }
}

/// The link to a source below `content/`.
pub(crate) fn link_to(path: &SourcePath) -> Option<String> {
    path.as_str().strip_prefix("content/").map(|path| format!("@/{}", as_written(path)))
}
