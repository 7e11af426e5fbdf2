//! Whose a file of the site is: the source that an author can open.

use std::collections::BTreeMap;

use crate::public::OutputPath;
use crate::site::Site;
use crate::sources::SourcePath;

/// The sources of a site by what is made of them.
pub struct Owners {
    by_path: BTreeMap<String, SourcePath>,
}

impl Owners {
    /// Those of this site.
    pub fn of(site: &Site) -> Owners {
        let pages = site.ids().filter(|(_, page)| page.written);
        let pages = pages.map(|(_, page)| (page.address.file().to_owned(), &page.document.path));
        let copies = site
            .copies()
            .map(|(_, id, address)| (address.file().to_owned(), &site.page(id).document.path));
        let assets =
            site.assets.iter().map(|(path, asset)| (asset.address.file().to_owned(), path));
        // What is written in a place stands before what is lent to it.
        let all = assets.chain(copies).chain(pages);
        Owners { by_path: all.map(|(path, source)| (path, source.clone())).collect() }
    }

    /// The source of a file, or of the page below which it lies.
    pub fn find(&self, path: &str) -> Option<&SourcePath> {
        if let Some(own) = self.by_path.get(path) {
            return Some(own);
        }
        let mut folder = path.rsplit_once('/')?.0;
        loop {
            if let Some(own) = self.by_path.get(&format!("{folder}/index.html")) {
                return Some(own);
            }
            folder = folder.rsplit_once('/')?.0;
        }
    }

    /// The source of exactly this file.
    pub fn exactly(&self, path: &OutputPath) -> Option<&SourcePath> {
        self.by_path.get(path.as_str())
    }
}
