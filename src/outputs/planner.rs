//! What all pages of a site share, made once: cards, settings, menus, data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use crate::content::{Bodies, Body, Document, Kind, Language};
use crate::diagnostics::{Place, Span};
use crate::memo::Digest;
use crate::outputs::Linked;
use crate::outputs::around;
use crate::outputs::pictures::{self, Work};
use crate::outputs::social_cards::SocialCards;
use crate::outputs::view::card::Card;
use crate::site::{Page, PageId, Site, Term};
use crate::sources::SourcePath;
use crate::theme::Theme;

/// How many pages of each kind the front page may show.
pub(super) const RECENT: usize = 6;

/// A value that many views hold: made once, and in the memo's key as its digest.
#[derive(Clone)]
pub struct Shared {
    /// The value, as templates see it.
    pub value: tera::Value,
    digest: Digest,
}

impl Shared {
    /// The shared form of a value.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Arc<Shared> {
        let digest = Digest::of_value(value);
        Arc::new(Shared { value: tera::Value::from_serializable(value), digest })
    }
}

impl Serialize for Shared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}

/// What all pages of one language share.
pub(crate) struct Common {
    /// `site`.
    pub site: Arc<Shared>,
    /// `menus`.
    pub menus: Arc<Shared>,
    /// `data`.
    pub data: Arc<Shared>,
    /// `recent`.
    pub recent: Arc<Shared>,
}

/// The site, the theme, and what is made of them once.
pub(crate) struct Planner<'a> {
    /// The site.
    pub site: &'a Site,
    /// What each page says.
    bodies: &'a Bodies,
    /// The translations whose source has changed since.
    outdated: &'a BTreeSet<PageId>,
    /// The theme.
    pub theme: &'a Theme,
    cards: Vec<Arc<Shared>>,
    /// The cards of pages as readers of another language see them.
    borrowed: BTreeMap<(Language, PageId), Arc<Shared>>,
    common: BTreeMap<Language, Common>,
    with_feed: BTreeSet<SourcePath>,
    /// The pictures that pages are shared with.
    pub social_cards: SocialCards<'a>,
    /// When the newest page of each language was changed.
    newest: BTreeMap<Language, Option<String>>,
    /// Whether any page is read by people who may be watched.
    pub has_sensitive: bool,
    /// The pictures that pages show, by source, each with what is made of it.
    pub pictures: BTreeMap<SourcePath, Arc<Work>>,
}

impl<'a> Planner<'a> {
    /// Makes what pages share.
    pub(super) fn new(
        linked: &Linked<'a>,
        theme: &'a Theme,
        social_cards: SocialCards<'a>,
    ) -> Planner<'a> {
        let Linked { site, bodies, outdated } = *linked;
        let cards =
            site.pages.par_iter().map(|page| Shared::of(&Card::of(site, page, page.language())));
        let languages = site.config.languages.iter();
        let common = languages.map(|l| (l.code.clone(), common(site, &l.code)));
        Planner {
            site,
            bodies,
            outdated,
            theme,
            cards: cards.collect(),
            borrowed: borrowed(site),
            common: common.collect(),
            with_feed: with_feed(site),
            social_cards,
            newest: site.config.languages.iter().map(|l| newest_in(site, &l.code)).collect(),
            has_sensitive: site.pages.iter().any(|page| page.shared.sensitive == Some(true)),
            pictures: pictures::copied(site, &theme.picture_widths),
        }
    }

    /// What a page says.
    pub(super) fn body(&self, document: &Document) -> &'a Body {
        self.bodies.of_document(document)
    }

    /// Whether the source of a page has changed since it was translated.
    pub(super) fn is_outdated(&self, id: PageId) -> bool {
        self.outdated.contains(&id)
    }

    /// The place of a stretch of a document.
    pub(super) fn place(&self, document: &Document, span: Span) -> Place {
        if document.holds(span) { document.place(span) } else { self.body(document).place(span) }
    }

    /// The card of a page, as a page in `reader`'s language shows it.
    pub(super) fn card(&self, id: PageId, reader: &Language) -> Arc<Shared> {
        if self.site.page(id).language() == reader {
            return Arc::clone(&self.cards[id.index()]);
        }
        let borrowed = self.borrowed.get(&(reader.clone(), id)).map(Arc::clone);
        borrowed.unwrap_or_else(|| Shared::of(&Card::of(self.site, self.site.page(id), reader)))
    }

    /// The cards of some pages.
    pub(super) fn cards(&self, ids: &[PageId], reader: &Language) -> Vec<Arc<Shared>> {
        ids.iter().map(|id| self.card(*id, reader)).collect()
    }

    /// What all pages of a language share.
    pub(super) fn common(&self, language: &Language) -> &Common {
        // `new` makes one for every language of the site, and every page is in one of them.
        &self.common[language]
    }

    /// The page about the document of this number, for a reader of `from`. None where that
    /// is the same page, in whichever language.
    pub(super) fn document_of(&self, number: &str, from: &Document) -> Option<&'a Page> {
        let other = self.site.page(self.site.by_number(number, &from.language)?);
        let own = self.site.by_source(&from.path).map(|id| &self.site.page(id).key);
        (own != Some(&other.key)).then_some(other)
    }

    /// The title of a taxonomy on a page in a language.
    pub(super) fn taxonomy_title(&self, taxonomy: &str, page: &Language) -> String {
        let known = self.site.config.taxonomies.iter().find(|known| known.name == taxonomy);
        known.map_or_else(String::new, |own| self.site.config.marked_text(&own.title, page))
    }

    /// The name of a term on a page in a language.
    pub(super) fn term_name(&self, taxonomy: &str, term: &Term, page: &Language) -> String {
        let known = self.site.config.taxonomies.iter().find(|known| known.name == taxonomy);
        let name = known.and_then(|known| known.terms.get(&term.key));
        name.map_or_else(|| term.name.clone(), |own| self.site.config.marked_text(own, page))
    }

    /// Whether a section has a feed: the site has a `base_url` and the section a dated page.
    pub(super) fn has_feed(&self, section: &Page) -> bool {
        self.with_feed.contains(&section.document.path)
    }

    /// When the newest of some pages was changed or published, as templates have dates.
    pub(super) fn newest<'p>(&self, pages: impl Iterator<Item = &'p Page>) -> Option<String> {
        last_change(&self.site.config.timezone, pages)
    }

    /// The same of all pages in a language.
    pub(super) fn newest_in(&self, language: &Language) -> Option<&str> {
        self.newest.get(language)?.as_deref()
    }

    /// The absolute address of a page, if the site has a `base_url`.
    pub(super) fn permalink(&self, address: &crate::site::Address) -> Option<String> {
        self.site.config.base_url.as_ref().map(|base| address.absolute(base))
    }
}

fn newest_in(site: &Site, language: &Language) -> (Language, Option<String>) {
    let pages = site.pages.iter().filter(|page| page.language() == language);
    (language.clone(), last_change(&site.config.timezone, pages))
}

fn last_change<'p>(zone: &TimeZone, pages: impl Iterator<Item = &'p Page>) -> Option<String> {
    let metas = pages.map(|page| &page.document.meta);
    let changed = metas.filter_map(|meta| meta.updated.as_ref().or(meta.date.as_ref()));
    let newest = changed.map(|date| date.value).max_by_key(|date| date.start(zone));
    newest.map(|date| date.iso(zone))
}

/// The cards of pages that stand in a section of another language.
fn borrowed(site: &Site) -> BTreeMap<(Language, PageId), Arc<Shared>> {
    let listed = site.sections.iter().flat_map(|((_, language), section)| {
        let pages = section.pages.iter().chain(&section.subsections);
        let lent = pages.filter(move |id| site.page(**id).language() != language);
        lent.map(move |id| (language.clone(), *id))
    });
    let cards = listed.map(|(language, id)| {
        let card = Shared::of(&Card::of(site, site.page(id), &language));
        ((language, id), card)
    });
    cards.collect()
}

/// The sections above a dated page, where feeds can be written at all.
fn with_feed(site: &Site) -> BTreeSet<SourcePath> {
    let dated = site.pages.iter().filter(|page| page.document.meta.date.is_some());
    let dated = dated.filter(|page| !page.document.is_section() && site.config.base_url.is_some());
    let sections = dated.flat_map(|page| site.ancestors(page));
    sections.map(|id| site.page(id).document.path.clone()).collect()
}

fn common(site: &Site, language: &Language) -> Common {
    let all: Vec<Language> = site.config.languages.iter().map(|l| l.code.clone()).collect();
    let chain = site.config.chain(language);
    Common {
        site: Shared::of(&around::settings(site, language)),
        menus: Shared::of(&around::menus(site, language)),
        data: Shared::of(&site.data.marked(&all, &chain)),
        recent: Shared::of(&recent(site, language)),
    }
}

fn recent(site: &Site, language: &Language) -> Json {
    let kinds = ["post", "plan", "schedule", "material"];
    let recent = kinds.map(|kind| {
        let ids = newest_first(site, language, kind).into_iter().take(RECENT);
        let cards = ids.map(|id| json!(Card::of(site, site.page(id), language)));
        (kind.to_owned(), cards.collect::<Json>())
    });
    Json::Object(recent.into_iter().collect())
}

/// The pages of a kind in a language, newest first.
pub(super) fn newest_first(site: &Site, language: &Language, kind: &str) -> Vec<PageId> {
    let own = |page: &Page| page.language() == language && page.document.kind.name() == kind;
    let mut ids: Vec<PageId> = site.ids().filter(|(_, page)| own(page)).map(|(id, _)| id).collect();
    ids.sort_by(|a, b| {
        let (a, b) = (site.page(*a), site.page(*b));
        let later = newest(site, b).cmp(&newest(site, a));
        later.then_with(|| a.document.path.cmp(&b.document.path))
    });
    ids
}

/// What a page is recent by: its date, a plan's day of issue, a schedule's first day.
fn newest(site: &Site, page: &Page) -> Option<jiff::Timestamp> {
    let own = match &page.document.kind {
        Kind::Plan(plan) => plan.document.issued_on.as_ref(),
        Kind::Schedule(schedule) => schedule.starts.as_ref(),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => None,
    };
    let date = own.or(page.document.meta.date.as_ref())?;
    Some(date.value.start(&site.config.timezone))
}
