//! What all pages of a site share, made once: cards, settings, menus, data.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};

use crate::content::{Bodies, Body, Document, Kind, Language};
use crate::diagnostics::{Diagnostic, Span};
use crate::memo::{Digest, Hashed, Lazy, Trail};
use crate::outputs::files::{
    pdfs,
    pictures::{self, Work},
    social_cards::{self, EventCards, SocialCard, SocialCards},
};
use crate::outputs::texts::Texts;
use crate::outputs::view::{around, card::Card, recent::Recent};
use crate::site::{Address, Asked, Page, PageId, Question, SharedValue, Site, TermHead};
use crate::sources::SourcePath;
use crate::theme::Theme;

/// How many pages of each kind the front page may show.
pub(super) const RECENT: usize = 6;

/// A value that many views hold: made once, and in the memo's key as its digest.
#[derive(Clone)]
pub struct Shared {
    /// The value, as templates see it.
    pub value: tera::Value,
    /// Stands for it.
    pub(super) digest: Digest,
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

/// What all files of a site share, each made when it is first asked for.
pub(crate) struct Common {
    /// The site.
    pub(super) site: Hashed<Arc<Site>>,
    /// The theme.
    pub(super) theme: Hashed<Arc<Theme>>,
    cards: Vec<Lazy<Arc<Shared>>>,
    values: BTreeMap<(SharedValue, Language), Lazy<Arc<Shared>>>,
    with_feed: Lazy<Arc<BTreeSet<PageId>>>,
    event_cards: Lazy<Arc<EventCards>>,
    no_bodies: Bodies,
    none_outdated: BTreeSet<PageId>,
    /// The pictures that pages are shared with.
    pub social_cards: SocialCards,
    /// The pictures that pages show, by source, each with what is made of it.
    pub pictures: BTreeMap<SourcePath, Arc<Work>>,
    no_pdfs: pdfs::Lengths,
}

impl Common {
    /// What the files of this site share.
    pub(super) fn new(
        site: &Hashed<Arc<Site>>,
        theme: &Hashed<Arc<Theme>>,
        social_cards: SocialCards,
    ) -> Common {
        let values = site.config.languages.iter().flat_map(|language| {
            SharedValue::ALL.map(|value| ((value, language.code.clone()), Lazy::default()))
        });
        Common {
            cards: site.ids().map(|_| Lazy::default()).collect(),
            values: values.collect(),
            with_feed: Lazy::default(),
            event_cards: Lazy::default(),
            no_bodies: Bodies::of(&[]),
            none_outdated: BTreeSet::new(),
            social_cards,
            pictures: pictures::copied(site, &theme.picture_widths),
            no_pdfs: pdfs::Lengths::new(),
            site: site.clone(),
            theme: theme.clone(),
        }
    }

    /// A value that many files show.
    pub(super) fn value(&self, value: SharedValue, language: &Language) -> Arc<Shared> {
        let make = || made(value, &Planner::untold(self), language);
        match self.values.get(&(value, language.clone())) {
            Some(known) => known.get(make),
            None => make(),
        }
    }

    /// The cards of events.
    pub(super) fn event_cards(&self) -> Arc<EventCards> {
        self.event_cards.get(|| Arc::new(social_cards::event_cards(&Planner::untold(self))))
    }

    /// The sections that have a feed.
    pub(super) fn with_feed(&self) -> Arc<BTreeSet<PageId>> {
        self.with_feed.get(|| Arc::new(with_feed(Asked::untold(&self.site))))
    }
}

/// What one file is made from: the site, the theme, and what files share, asked question by
/// question.
pub(crate) struct Planner<'a> {
    /// The site.
    pub site: Asked<'a>,
    /// The theme.
    pub theme: &'a Theme,
    /// What files share.
    pub common: &'a Common,
    texts: Texts<'a>,
    /// How large the PDFs of drawings are, which nobody knows who only plans.
    pub pdfs: &'a pdfs::Lengths,
}

impl<'a> Planner<'a> {
    /// For one who only plans.
    pub(super) fn untold(common: &'a Common) -> Planner<'a> {
        Planner::reading(common, &common.no_bodies)
    }

    /// For one who looks for words in what pages say.
    pub(super) fn reading(common: &'a Common, bodies: &'a Bodies) -> Planner<'a> {
        let texts = Texts { bodies, outdated: &common.none_outdated };
        Planner::noting(common, (texts, &common.no_pdfs), None)
    }

    /// For one who makes a file, and whose questions are noted if there is a trail.
    pub(super) fn noting(
        common: &'a Common,
        (texts, pdfs): (Texts<'a>, &'a pdfs::Lengths),
        trail: Option<&'a Trail<Question>>,
    ) -> Planner<'a> {
        let site = Asked::noting(&common.site, trail);
        Planner { site, theme: &common.theme, common, texts, pdfs }
    }

    /// What a page says.
    pub(super) fn body(&self, document: &Document) -> &'a Body {
        if let Some(id) = self.site.by_source(&document.path) {
            self.site.note(Question::Body(id));
        }
        self.texts.bodies.of_document(document)
    }

    /// Whether the source of a page has changed since it was translated.
    pub(super) fn is_outdated(&self, id: PageId) -> bool {
        self.site.note(Question::Outdated(id));
        self.texts.outdated.contains(&id)
    }

    /// What is said of a stretch of a document, as it is said of the file.
    pub(super) fn told(&self, document: &Document, span: Span, fault: Diagnostic) -> Diagnostic {
        match document.holds(span) {
            true => fault.at(document.place(span)),
            false => self.body(document).told(span, fault),
        }
    }

    /// The card of a page, as a page in `reader`'s language shows it.
    pub(super) fn card(&self, id: PageId, reader: &Language) -> Arc<Shared> {
        let page = self.site.page(id);
        let card = || Shared::of(&Card::of(self, page, reader));
        match self.common.cards.get(id.index()).filter(|_| page.language() == reader) {
            Some(known) => known.get(card),
            None => card(),
        }
    }

    /// The cards of some pages.
    pub(super) fn cards(&self, ids: &[PageId], reader: &Language) -> Vec<Arc<Shared>> {
        ids.iter().map(|id| self.card(*id, reader)).collect()
    }

    /// A value that many files show.
    pub(super) fn shared(&self, value: SharedValue, language: &Language) -> Arc<Shared> {
        self.site.note(Question::Shared(value, language.clone()));
        self.common.value(value, language)
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
    pub(super) fn term_name(&self, taxonomy: &str, term: &TermHead, page: &Language) -> String {
        let known = self.site.config.taxonomies.iter().find(|known| known.name == taxonomy);
        let name = known.and_then(|known| known.terms.get(&term.key));
        name.map_or_else(|| term.name.clone(), |own| self.site.config.marked_text(own, page))
    }

    /// Whether a section has a feed: the site has a `base_url` and the section a dated page.
    pub(super) fn has_feed(&self, section: PageId) -> bool {
        self.site.note(Question::Feed(section));
        self.common.with_feed().contains(&section)
    }

    /// The card of an event of a schedule, with its address.
    pub(super) fn event_card(
        &self,
        schedule: PageId,
        event: &str,
    ) -> Option<(Address, SocialCard)> {
        self.site.note(Question::EventCard(schedule, event.to_owned()));
        self.common.event_cards().cards.get(&(schedule, event.to_owned())).cloned()
    }

    /// Whether any page is read by people who may be watched.
    pub(super) fn has_sensitive(&self, language: &Language) -> bool {
        self.shared(SharedValue::Sensitive, language).value.is_truthy()
    }

    /// When the newest of some pages was changed or published, as templates have dates.
    pub(super) fn newest<'p>(&self, pages: impl Iterator<Item = &'p Page>) -> Option<String> {
        last_change(&self.site.config.timezone, pages)
    }

    /// The absolute address of a page, if the site has a `base_url`.
    pub(super) fn permalink(&self, address: &Address) -> Option<String> {
        self.site.config.base_url.as_ref().map(|base| address.absolute(base))
    }
}

/// A value that many files show, as readers of a language have it.
fn made(value: SharedValue, planner: &Planner<'_>, language: &Language) -> Arc<Shared> {
    let site = planner.site;
    match value {
        SharedValue::Settings => Shared::of(&around::settings(planner, language)),
        SharedValue::Menus => Shared::of(&around::menus(site, language)),
        SharedValue::Data => {
            let all: Vec<Language> = site.config.languages.iter().map(|l| l.code.clone()).collect();
            Shared::of(&site.data.marked(&all, &site.config.chain(language)))
        }
        SharedValue::Recent => Shared::of(&Recent::of(planner, language)),
        SharedValue::Newest => {
            let pages = site.ids().map(|(_, page)| page).filter(|page| page.language() == language);
            Shared::of(&last_change(&site.config.timezone, pages))
        }
        SharedValue::Sensitive => {
            Shared::of(&site.ids().any(|(_, page)| page.shared.sensitive == Some(true)))
        }
    }
}

fn last_change<'p>(zone: &TimeZone, pages: impl Iterator<Item = &'p Page>) -> Option<String> {
    let metas = pages.map(|page| &page.document.meta);
    let changed = metas.filter_map(|meta| meta.updated.as_ref().or(meta.date.as_ref()));
    let newest = changed.map(|date| date.value).max_by_key(|date| date.start(zone));
    newest.map(|date| date.iso(zone))
}

/// The sections above a dated page, where feeds can be written at all.
fn with_feed(site: Asked<'_>) -> BTreeSet<PageId> {
    let dated = site.ids().filter(|(_, page)| page.document.meta.date.is_some());
    let dated =
        dated.filter(|(_, page)| !page.document.is_section() && site.config.base_url.is_some());
    dated.flat_map(|(_, page)| site.ancestors(page)).collect()
}

/// The pages of a kind in a language, newest first.
pub(super) fn newest_first(site: Asked<'_>, language: &Language, kind: &str) -> Vec<PageId> {
    let own = |page: &Page| page.language() == language && page.document.kind.name() == kind;
    let mut pages: Vec<(PageId, &Page)> = site.ids().filter(|(_, page)| own(page)).collect();
    pages.sort_by_cached_key(|(_, page)| (Reverse(newest(site, page)), page.document.path.clone()));
    pages.into_iter().map(|(id, _)| id).collect()
}

/// What a page is recent by: its date, a plan's day of issue, a schedule's first day.
fn newest(site: Asked<'_>, page: &Page) -> Option<jiff::Timestamp> {
    let own = match &page.document.kind {
        Kind::Plan(plan) => plan.document.issued_on.as_ref(),
        Kind::Schedule(schedule) => schedule.starts.as_ref(),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => None,
    };
    let date = own.or(page.document.meta.date.as_ref())?;
    Some(date.value.start(&site.config.timezone))
}
