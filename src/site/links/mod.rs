//! What a written link leads to.
//!
//! Authors write source paths (`@/tin/bai.md#muc`, `../bai.md`) or addresses. A link to
//! a page leads to the reader's own language where that page is translated, or else to the
//! nearest language that lends to it.

mod anchors;
mod cure;
mod faults;
mod meant;
mod near;
mod written;

use std::collections::BTreeMap;

use crate::config::SITE_FILE;
use crate::content::{Document, Known, Language, Leads, LinkTarget};
use crate::site::address::Address;
use crate::site::{Asset, Page, PageId, Pages, Site, State, Why, Withheld};
use crate::sources::{LeftBy, SourcePath, join, left_by};

pub use faults::Role;
pub(crate) use near::link_to;
use written::as_written;
pub(crate) use written::decode;
pub(super) use written::percent_decoded;

/// What a link leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// A page, perhaps a place in it.
    Page(PageId, Option<String>),
    /// A file that is copied.
    File(SourcePath),
    /// Another site, as written.
    External(String),
}

/// Why a link leads nowhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkFault {
    /// There is no such page or file; the nearest one, if one is near.
    Nothing(Option<String>),
    /// The page is there, the place in it is not.
    NoAnchor {
        /// The source of the page.
        page: SourcePath,
        /// The place that was asked for.
        anchor: String,
        /// So many of the places that the page has that all is told of them.
        known: Vec<String>,
    },
    /// The page is there, but not published.
    Hidden(SourcePath, State),
    /// The file is there, but not published.
    Withheld(SourcePath, Why),
    /// Files of such a name are no part of the site.
    LeftBehind(LeftBy),
    /// The path leads out of `content/`.
    Outside,
}

/// What links may lead to.
#[derive(Clone, Copy)]
pub(super) struct Links<'a> {
    /// The pages.
    pub pages: &'a Pages,
    /// The files that are copied.
    pub assets: &'a BTreeMap<SourcePath, Asset>,
    /// The files that are not published.
    pub withheld: &'a BTreeMap<SourcePath, Withheld>,
    /// The files that would be copied to each address, published or not, in order.
    pub by_address: &'a BTreeMap<Address, Vec<SourcePath>>,
}

impl Site {
    /// What a link written in a document leads to.
    ///
    /// # Errors
    /// If it leads nowhere.
    pub fn resolve(&self, from: &Document, link: &LinkTarget) -> Result<Target, LinkFault> {
        self.links().resolve(from, link)
    }

    /// What an address in `site.yaml` leads to, for readers of a language.
    ///
    /// # Errors
    /// If it leads nowhere.
    pub fn resolve_setting(
        &self,
        link: &LinkTarget,
        language: &Language,
    ) -> Result<Target, LinkFault> {
        self.links().resolve_setting(link, language)
    }

    /// The address that a link leads to, from the root of the site: with what stands behind it,
    /// as readers of a language have it.
    pub fn address_of(&self, target: &Target, link: &LinkTarget, language: &Language) -> String {
        match target {
            Target::Page(id, anchor) => {
                let anchor = anchor.as_ref().map(|anchor| format!("#{anchor}")).unwrap_or_default();
                let address = self.address_for(self.page(*id), language);
                address.encoded_with(&format!("{}{anchor}", link.query()))
            }
            Target::File(path) => {
                let asset = self.assets.get(path);
                asset.map(|asset| asset.address.encoded_with(link.behind())).unwrap_or_default()
            }
            Target::External(url) => url.clone(),
        }
    }

    fn links(&self) -> Links<'_> {
        let (assets, withheld, by_address) = (&self.assets, &self.withheld, &self.files_by_address);
        Links { pages: self, assets, withheld, by_address }
    }
}

impl Links<'_> {
    /// What a link written in a document leads to.
    pub(super) fn resolve(self, from: &Document, link: &LinkTarget) -> Result<Target, LinkFault> {
        self.follow(link, &from.path, &from.language)
    }

    /// What an address in `site.yaml` leads to, for readers of a language.
    pub(super) fn resolve_setting(
        self,
        link: &LinkTarget,
        language: &Language,
    ) -> Result<Target, LinkFault> {
        self.follow(link, &SourcePath::new(&format!("content/{SITE_FILE}")), language)
    }

    fn follow(
        self,
        link: &LinkTarget,
        from: &SourcePath,
        language: &Language,
    ) -> Result<Target, LinkFault> {
        match link.leads() {
            Leads::Web | Leads::Program => {
                return Ok(Target::External(link.written().to_owned()));
            }
            Leads::Inside => {}
        }
        let mut found = self.find(from, &decode(link.path()));
        if found == Err(LinkFault::Nothing(None)) && !link.behind().is_empty() {
            // `#` and `?` may be letters of a name.
            let whole = from.named_by(&decode(link.written()));
            found = Err(LinkFault::Nothing(whole.and_then(|whole| self.near(&whole))));
        }
        if matches!(found, Err(LinkFault::Nothing(_)))
            && let Some(meant) =
                meant::meant(link.path()).or_else(|| self.unwrapped(from, link.path()))
        {
            found = Err(LinkFault::Nothing(Some(meant)));
        }
        match found? {
            Target::Page(id, _) => self.in_language(id, link.fragment().map(decode), language),
            target @ (Target::File(_) | Target::External(_)) => Ok(target),
        }
    }

    fn find(self, from: &SourcePath, path: &str) -> Result<Target, LinkFault> {
        if path.is_empty() {
            let own = self.pages.by_source(from);
            return own.map(|id| Target::Page(id, None)).ok_or(LinkFault::Nothing(None));
        }
        let source = if let Some(inside) = path.strip_prefix("@/") {
            join("content", inside)
        } else if let Some(address) = path.strip_prefix('/') {
            return self.at_address(address);
        } else {
            join(from.folder(), path)
        };
        let source = source.ok_or(LinkFault::Outside)?;
        if let Some(found) = self.at_source(&source) {
            return Ok(found);
        }
        let source = SourcePath::new(&source);
        if let Some(withheld) = self.withheld.get(&source) {
            return Err(LinkFault::Withheld(source, withheld.why.clone()));
        }
        if let Some(state) = self.pages.hidden.get(&source) {
            return Err(LinkFault::Hidden(source, *state));
        }
        // Windows writes paths with the other slash.
        let plain = path.replace('\\', "/");
        if plain != path {
            let found = match self.find(from, &plain) {
                Ok(Target::Page(id, _)) => link_to(&self.pages.page(id).document.path),
                Ok(Target::File(file)) => link_to(&file),
                Ok(Target::External(_)) | Err(_) => None,
            };
            if found.is_some() {
                return Err(LinkFault::Nothing(found));
            }
        }
        let by = source.as_str().split(['/', '\\']).filter(|own| *own != "..").find_map(left_by);
        let meant = SourcePath::new(&source.as_str().replace('\\', "/"));
        Err(by.map_or_else(|| LinkFault::Nothing(self.near(&meant)), LinkFault::LeftBehind))
    }

    /// The page or file of this source; a folder stands for its front page.
    fn at_source(self, source: &str) -> Option<Target> {
        let folder = source.trim_end_matches('/');
        self.file(source)
            .or_else(|| self.file(&format!("{folder}/_index.md")))
            .or_else(|| self.file(&format!("{folder}/index.md")))
    }

    fn file(self, source: &str) -> Option<Target> {
        let path = SourcePath::new(source);
        let page = self.pages.by_source(&path).map(|id| Target::Page(id, None));
        page.or_else(|| self.assets.contains_key(&path).then_some(Target::File(path)))
    }

    fn at_address(self, address: &str) -> Result<Target, LinkFault> {
        let file = if address.ends_with("index.html") {
            Address::of_folder(address.trim_end_matches("index.html"))
        } else {
            Address::of_folder(address)
        };
        if let Some(id) = self.pages.by_address.get(&file) {
            return Ok(Target::Page(*id, None));
        }
        let files = self.by_address.get(&Address::of_file(address));
        let files = files.map(Vec::as_slice).unwrap_or_default();
        if let Some(path) = files.iter().find(|path| self.assets.contains_key(*path)) {
            return Ok(Target::File(path.clone()));
        }
        let withheld = files.iter().find_map(|path| Some((path, self.withheld.get(path)?)));
        Err(match withheld {
            Some((path, own)) => LinkFault::Withheld(path.clone(), own.why.clone()),
            None => LinkFault::Nothing(self.near_address(address)),
        })
    }

    /// The page in the reader's language where it is translated, or else in one that lends,
    /// and the place in it.
    fn in_language(
        self,
        id: PageId,
        anchor: Option<String>,
        language: &Language,
    ) -> Result<Target, LinkFault> {
        let written = self.pages.page(id);
        let versions = self.pages.translations(written);
        let chain = self.pages.config.chain(language);
        let translated = chain.iter().find_map(|language| versions.get(*language));
        let translated = translated.copied().unwrap_or(id);
        let Some(anchor) = anchor else { return Ok(Target::Page(translated, None)) };
        let known = [self.pages.page(translated), written].map(|page| page.has_anchor(&anchor));
        if known[0] == Known::There || known.contains(&Known::Unknown) {
            return Ok(Target::Page(translated, Some(anchor)));
        }
        if known[1] == Known::Missing {
            let page = self.pages.page(translated);
            let known = faults::telling_places(&anchor, page);
            return Err(LinkFault::NoAnchor { page: page.document.path.clone(), anchor, known });
        }
        let same_place = counterpart(written, self.pages.page(translated), &anchor);
        Ok(Target::Page(translated, same_place))
    }
}

/// The heading of a translation that stands where the written one stands, if both pages
/// have the same headings.
fn counterpart(written: &Page, translated: &Page, anchor: &str) -> Option<String> {
    let (ours, theirs) =
        (&written.document.outline.headings, &translated.document.outline.headings);
    let same = ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|(ours, theirs)| ours.level == theirs.level);
    let at = ours.iter().position(|heading| heading.id == anchor).filter(|_| same)?;
    theirs.get(at).map(|heading| heading.id.clone())
}
