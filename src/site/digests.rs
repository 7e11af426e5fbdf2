//! What stands for a page, and for the structure of a site, in the keys of files.

use std::hash::Hash;
use std::sync::Arc;

use crate::content::Document;
use crate::memo::{Digest, Digester, Hashed};
use crate::site::files::Files;
use crate::site::sections::{Tree, parent};
use crate::site::{Address, LinkInput, Page, Pages, Site, Today};

/// Stands for all that may be asked of a page: its document, where it is, and the sections
/// that set keys for all below them; of a schedule also what is over of it.
pub(super) fn of_page(
    document: &Document,
    tree: &Tree<'_>,
    (address, key, today): (&Address, &str, Today),
) -> Digest {
    let mut digester = Digester::default();
    digester.add_digest(document.digest);
    (address, key, today).hash(&mut digester);
    let mut folder = Some(document.folder());
    while let Some(name) = folder {
        if let Some(section) = tree.section(name, &document.language) {
            digester.add_digest(section.digest);
        }
        folder = parent(name);
    }
    digester.digest()
}

/// Stands for all of a site but what stands in pages: for whatever [`Site`] tells without being
/// asked for a page. `linked` is what was found out besides pages and files.
pub(super) fn of_structure(
    input: &LinkInput<'_>,
    pages: &Pages,
    files: &Files,
    linked: &impl Hash,
) -> Digest {
    let mut digester = Digester::default();
    let given = [input.config.digest(), input.data.digest(), input.files.digest()];
    given.into_iter().for_each(|digest| digester.add_digest(digest));
    input.drafts.hash(&mut digester);
    // The ways to find a page follow from what is taken of each.
    for (_, page) in pages.ids() {
        let Page { document, address, key, written, shared: _, digest: _, today: _ } = page;
        (&document.path, &document.language, &document.stem).hash(&mut digester);
        (address, key, written, document.kind.name()).hash(&mut digester);
    }
    (&pages.hidden, &pages.numbers, linked).hash(&mut digester);
    let Files { published, withheld, shown, by_address: _ } = files;
    shown.hash(&mut digester);
    for (path, asset) in published {
        (path, &asset.address).hash(&mut digester);
    }
    for (path, withheld) in withheld {
        (path, &withheld.asset.address, &withheld.why).hash(&mut digester);
    }
    digester.digest()
}

/// Stands for a whole site.
pub(super) fn of_site(site: &Site) -> Digest {
    let mut digester = Digester::default();
    digester.add_digest(site.structure);
    site.ids().for_each(|(_, page)| digester.add_digest(page.digest));
    digester.digest()
}

/// A site with what stands for it.
pub(super) fn hashed(site: Site) -> Hashed<Arc<Site>> {
    let digest = of_site(&site);
    Hashed::new(Arc::new(site), digest)
}
