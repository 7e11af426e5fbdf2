//! What all pages of a site share, made once: cards, settings, menus, data.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use crate::config::{MenuEntry, MenuTarget};
use crate::content::{Document, Kind, Language};
use crate::memo::Digest;
use crate::outputs::view::card::Card;
use crate::site::{Page, PageId, Site};
use crate::sources::SourcePath;
use crate::theme::Theme;

/// How many pages of each kind the front page may show.
const RECENT: usize = 6;

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
    /// The data as plain values, for the views of plans and schedules.
    pub plain_data: Json,
}

/// The site, the theme, and what is made of them once.
pub(crate) struct Planner<'a> {
    /// The site.
    pub site: &'a Site,
    /// The theme.
    pub theme: &'a Theme,
    cards: Vec<Arc<Shared>>,
    /// The cards of pages as readers of another language see them.
    borrowed: BTreeMap<(Language, PageId), Arc<Shared>>,
    common: BTreeMap<Language, Common>,
    with_feed: BTreeSet<SourcePath>,
    /// Whether any page is read by people who may be watched.
    pub has_sensitive: bool,
}

impl<'a> Planner<'a> {
    /// Makes what pages share.
    pub(super) fn new(site: &'a Site, theme: &'a Theme) -> Planner<'a> {
        let cards =
            site.pages.par_iter().map(|page| Shared::of(&Card::of(site, page, page.language())));
        let languages = site.config.languages.iter();
        let common = languages.map(|l| (l.code.clone(), common(site, &l.code)));
        Planner {
            site,
            theme,
            cards: cards.collect(),
            borrowed: borrowed(site),
            common: common.collect(),
            with_feed: with_feed(site),
            has_sensitive: site.pages.iter().any(|page| page.shared.sensitive == Some(true)),
        }
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

    /// Whether a section has a feed: the site has a `base_url` and the section a dated page.
    pub(super) fn has_feed(&self, section: &Page) -> bool {
        self.with_feed.contains(&section.document.path)
    }

    /// The absolute address of a page, if the site has a `base_url`.
    pub(super) fn permalink(&self, address: &crate::site::Address) -> Option<String> {
        self.site.config.base_url.as_ref().map(|base| address.absolute(base))
    }
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
    let plain_data = site.data.localized(&all, &site.config.chain(language));
    Common {
        site: Shared::of(&settings(site, language)),
        menus: Shared::of(&menus(site, language)),
        data: Shared::of(&plain_data),
        recent: Shared::of(&recent(site, language)),
        plain_data,
    }
}

fn settings(site: &Site, language: &Language) -> Json {
    let config = &site.config;
    let publisher: serde_json::Map<String, Json> = config
        .publisher
        .iter()
        .map(|(key, text)| (key.clone(), config.text(text, language).into()))
        .collect();
    // A theme may ask for any of these whether it is written or not.
    let keys = ["name", "address", "telephone", "fax", "email", "url", "reuse", "notice"];
    let publisher = if publisher.is_empty() {
        Json::Null
    } else {
        keys.iter()
            .map(|key| ((*key).to_owned(), publisher.get(*key).cloned().unwrap_or(Json::Null)))
            .collect()
    };
    json!({
        "lang": language,
        "dir": config.language(language).direction,
        "title": config.text(&config.title, language),
        "description": config.text(&config.description, language),
        "base_url": config.base_url.as_ref().map(|base| base.as_str()),
        "home": site.home_address(language).encoded(),
        "default_language": config.default_language(),
        "publisher": publisher,
        "extra": config.extra,
        "generator": "Bangtin",
    })
}

/// The menus in a language. A page that is not translated is named as lists name it, or
/// left out where the language hides what it lacks.
fn menus(site: &Site, language: &Language) -> Json {
    let menus = site.config.menus.iter().map(|(name, menu)| {
        let entries = menu.iter().filter_map(|entry| menu_entry(site, entry, language));
        (name.clone(), entries.collect::<Json>())
    });
    Json::Object(menus.collect())
}

fn menu_entry(site: &Site, entry: &MenuEntry, language: &Language) -> Option<Json> {
    let chain = site.config.chain(language);
    let title = entry.title.as_ref().map(|title| title.get_marked(chain, language));
    let (own, url, folder, page_lang) = match &entry.target {
        MenuTarget::Page(written) => {
            let page = site.menu_page(&written.value)?;
            let page = site.page(site.version_for(page, language)?);
            let address = site.address_for(page, language);
            let own = (page.document.meta.title.as_str(), page.language());
            (own, address.encoded(), Some(address.folder()), Some(page.language()))
        }
        MenuTarget::Url(written) => {
            ((written.value.as_str(), language), written.value.clone(), None, None)
        }
    };
    let (title, title_lang) = title.unwrap_or(own);
    let page_lang = page_lang.unwrap_or(language);
    Some(json!({
        "title": title,
        "lang": title_lang,
        "dir": site.config.language(title_lang).direction,
        "url": url,
        "folder": folder,
        "external": folder.is_none(),
        "page_lang": page_lang,
        "borrowed": page_lang != language,
    }))
}

fn recent(site: &Site, language: &Language) -> Json {
    let kinds = ["post", "plan", "schedule", "material"];
    let recent = kinds.map(|kind| {
        let mut pages: Vec<&Page> = site
            .pages
            .iter()
            .filter(|page| page.language() == language && page.document.kind.name() == kind)
            .collect();
        pages.sort_by(|a, b| {
            newest(site, b)
                .cmp(&newest(site, a))
                .then_with(|| a.document.path.cmp(&b.document.path))
        });
        let cards = pages.iter().take(RECENT).map(|page| json!(Card::of(site, page, language)));
        (kind.to_owned(), cards.collect::<Json>())
    });
    Json::Object(recent.into_iter().collect())
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
