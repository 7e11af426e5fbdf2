//! Which files are named: by pages, by menus, by the identity of the site.
//!
//! In: the links, all documents. Out: [`Uses`], by which it is decided what goes out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::content::{self, Document, LinkTarget, NamedFiles};
use crate::diagnostics::Span;
use crate::site::Target;
use crate::site::links::{LinkFault, Links};
use crate::sources::SourcePath;

/// Which files are named, and by whom.
#[derive(Default)]
pub(super) struct Uses {
    /// By published pages that show them.
    pub shown: BTreeSet<SourcePath>,
    /// By published pages and menus that only lead to them.
    linked: BTreeSet<SourcePath>,
    /// By pages that are not published, each with one of these.
    pub hidden: BTreeMap<SourcePath, SourcePath>,
    /// Nearest to a name in a published page that leads nowhere, which is told already.
    pub meant: BTreeSet<SourcePath>,
}

impl Uses {
    /// What the documents and the settings name.
    pub(super) fn of(links: Links<'_>, documents: &[Arc<Document>]) -> Uses {
        let named: Vec<[BTreeSet<SourcePath>; 3]> = documents
            .par_iter()
            .map(|document| {
                let NamedFiles { shown, linked } = content::named(document);
                let mut meant = BTreeSet::new();
                let [shown, linked] =
                    [shown, linked].map(|targets| files(links, document, &targets, &mut meant));
                [shown, linked, meant]
            })
            .collect();
        let mut uses = Uses::default();
        for (document, [shown, linked, meant]) in documents.iter().zip(named) {
            if links.pages.hidden.contains_key(&document.path) {
                let files = shown.into_iter().chain(linked);
                uses.hidden.extend(files.map(|file| (file, document.path.clone())));
            } else {
                uses.shown.extend(shown);
                uses.linked.extend(linked);
                uses.meant.extend(meant);
            }
        }
        let config = &links.pages.config;
        let menus = config.menus.values().flatten();
        let targets =
            menus.map(|entry| links.resolve_setting(&entry.target, config.default_language()));
        uses.linked.extend(targets.filter_map(|target| file(target.ok()?)));
        uses.linked.extend(config.identity.logos().map(|(_, file)| file.value.clone()));
        uses.shown.extend(config.identity.hero.iter().map(|hero| hero.image.value.clone()));
        uses
    }

    /// Whether a published page or a menu shows a file or leads to it.
    pub(super) fn is_named(&self, path: &SourcePath) -> bool {
        self.shown.contains(path) || self.linked.contains(path)
    }
}

/// The files that these lead to; those that they were to lead to go to `meant`.
fn files(
    links: Links<'_>,
    document: &Document,
    targets: &BTreeSet<LinkTarget>,
    meant: &mut BTreeSet<SourcePath>,
) -> BTreeSet<SourcePath> {
    let follow = |target: &LinkTarget| links.resolve(document, target);
    let found = targets.iter().filter_map(|target| match follow(target) {
        Ok(target) => file(target),
        Err(LinkFault::Nothing(Some(near))) => {
            let near = LinkTarget::parse(&near, Span::default()).ok();
            meant.extend(near.and_then(|near| file(follow(&near).ok()?)));
            None
        }
        Err(
            LinkFault::Nothing(None)
            | LinkFault::NoAnchor { .. }
            | LinkFault::Hidden(..)
            | LinkFault::Withheld(..)
            | LinkFault::LeftBehind(_)
            | LinkFault::Outside,
        ) => None,
    });
    found.collect()
}

fn file(target: Target) -> Option<SourcePath> {
    match target {
        Target::File(path) => Some(path),
        Target::Page(..) | Target::External(_) => None,
    }
}
