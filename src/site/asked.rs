//! What files may ask of a site: the only way from `outputs` to a page, which notes each question.
//!
//! In: a linked site and a [`Trail`]. Out: answers. A file that was made before is the same as
//! long as the structure of the site is the same and every page that its trail names is. The
//! *structure* is all that does not stand in a page: settings, data, addresses, the order of
//! sections, files. What a page says of itself is had by asking for the page, and terms by asking
//! for those that it bears, or for all.

use std::ops::Deref;

use crate::content::kinds::Event;
use crate::content::{Document, Language, LinkTarget};
use crate::memo::Trail;
use crate::site::{
    BorneTerms, LinkFault, Page, PageId, Site, Target, Taxonomy, TermHead, WholeTerm,
};

/// Something that a file was made from, besides the structure of the site.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Question {
    /// What all may see of a page.
    Page(PageId),
    /// What all may see of all pages.
    Pages,
    /// What only the page itself shows.
    Body(PageId),
    /// The terms that a page bears.
    Terms(PageId),
    /// The term of a taxonomy, by its key or name in a language.
    Term(String, String, Language),
    /// A term with its pages: the place of its taxonomy, and its key in a language.
    WholeTerm(usize, String, Language),
    /// All taxonomies with all their terms.
    Taxonomies,
    /// Whether a page is older than its original.
    Outdated(PageId),
    /// Whether a section has a feed.
    Feed(PageId),
    /// The picture that a page is shared with, or a list in a language.
    SocialCard(Option<PageId>, Language),
    /// The picture that the page of an event of a schedule is shared with.
    EventCard(PageId, String),
    /// A value that many files show.
    Shared(SharedValue, Language),
}

/// A value that many files show, made of many pages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum SharedValue {
    /// The settings, as a language shows them.
    Settings,
    /// The menus.
    Menus,
    /// The data.
    Data,
    /// The newest pages of each kind.
    Recent,
    /// When the newest page was changed.
    Newest,
    /// Whether any page is read by people who may be watched.
    Sensitive,
}

impl SharedValue {
    /// All of them.
    pub const ALL: [SharedValue; 6] = [
        SharedValue::Settings,
        SharedValue::Menus,
        SharedValue::Data,
        SharedValue::Recent,
        SharedValue::Newest,
        SharedValue::Sensitive,
    ];
}

/// A site, and the trail of who asks.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    site: &'a Site,
    trail: Option<&'a Trail<Question>>,
}

impl<'a> Asked<'a> {
    /// For one who is asked anew each time, so that nobody need know what he asked.
    pub fn untold(site: &'a Site) -> Asked<'a> {
        Asked::noting(site, None)
    }

    /// For one whose questions are noted, if there is a trail.
    pub fn noting(site: &'a Site, trail: Option<&'a Trail<Question>>) -> Asked<'a> {
        Asked { site, trail }
    }

    /// Notes a question that is answered elsewhere.
    pub fn note(self, question: Question) {
        if let Some(trail) = self.trail {
            trail.note(question);
        }
    }

    /// The structure of the site, for as long as the site is.
    pub fn structure(self) -> &'a Site {
        self.site
    }

    /// The page of this id.
    pub fn page(self, id: PageId) -> &'a Page {
        self.note(Question::Page(id));
        self.site.page(id)
    }

    /// Every page with its id.
    pub fn ids(self) -> impl Iterator<Item = (PageId, &'a Page)> + use<'a> {
        self.note(Question::Pages);
        self.site.ids()
    }

    /// The taxonomies, each with its terms by language.
    pub fn taxonomies(self) -> &'a [Taxonomy] {
        self.note(Question::Taxonomies);
        self.site.taxonomies()
    }

    /// The terms that a page bears, by taxonomy in the order of the settings.
    pub fn borne_by(self, id: PageId) -> Vec<BorneTerms<'a>> {
        self.note(Question::Terms(id));
        self.site.borne_by(id)
    }

    /// The term of this key of a taxonomy, by the place of that in the settings.
    pub fn whole_term(
        self,
        taxonomy: usize,
        key: &str,
        language: &Language,
    ) -> Option<WholeTerm<'a>> {
        self.note(Question::WholeTerm(taxonomy, key.to_owned(), language.clone()));
        self.site.whole_term(taxonomy, key, language)
    }

    /// The term of this key, or a free one of this name, in a language.
    pub fn term(self, taxonomy: &str, key: &str, language: &Language) -> Option<&'a TermHead> {
        self.note(Question::Term(taxonomy.to_owned(), key.to_owned(), language.clone()));
        self.site.term(taxonomy, key, language)
    }

    /// The events of a schedule, in order of time; none where the page is no schedule.
    pub fn events(self, id: PageId) -> &'a [Event] {
        self.note(Question::Page(id));
        self.site.events(id)
    }

    /// The events of a schedule, in order of time; none where the page is no schedule.
    pub fn events_of(self, page: &Page) -> &'a [Event] {
        self.by_source(&page.document.path).map_or(&[], |id| self.events(id))
    }

    /// The page in the default language that this one is a translation of.
    pub fn source_of(self, page: &Page) -> Option<&'a Page> {
        let source = self.site.source_of(page)?;
        self.note_page(&source.document);
        Some(source)
    }

    /// What a link written in a document leads to.
    ///
    /// # Errors
    /// If it leads nowhere.
    pub fn resolve(self, from: &Document, link: &LinkTarget) -> Result<Target, LinkFault> {
        let found = self.site.resolve(from, link);
        self.note_found(&found, link);
        if link.fragment().is_some() {
            self.note_page(from);
        }
        found
    }

    /// What an address in `site.yaml` leads to, for readers of a language.
    ///
    /// # Errors
    /// If it leads nowhere.
    pub fn resolve_setting(
        self,
        link: &LinkTarget,
        language: &Language,
    ) -> Result<Target, LinkFault> {
        let found = self.site.resolve_setting(link, language);
        self.note_found(&found, link);
        found
    }

    /// A place in a page hangs on that page, and on its translation in which the place is
    /// looked for.
    fn note_found(self, found: &Result<Target, LinkFault>, link: &LinkTarget) {
        if link.fragment().is_none() {
            return;
        }
        let id = match found {
            Ok(Target::Page(id, _)) => Some(*id),
            Err(LinkFault::NoAnchor { page, .. }) => self.by_source(page),
            Ok(Target::File(_) | Target::External(_)) | Err(_) => None,
        };
        let versions = id.map(|id| self.site.translations(self.site.page(id)).values().copied());
        versions.into_iter().flatten().chain(id).for_each(|id| self.note(Question::Page(id)));
    }

    fn note_page(self, document: &Document) {
        if let Some(id) = self.by_source(&document.path) {
            self.note(Question::Page(id));
        }
    }
}

impl Deref for Asked<'_> {
    type Target = Site;

    /// The structure; what stands in pages is out of reach this way.
    fn deref(&self) -> &Site {
        self.site
    }
}
