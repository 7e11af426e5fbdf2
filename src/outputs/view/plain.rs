//! The plain data of `page`: title, dates, terms and so on, under the names that
//! templates use.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use crate::content::{Heading, Language, LinkTarget};
use crate::outputs::files::pictures::PictureView;
use crate::outputs::html::notes::Notes;
use crate::outputs::pages::book;
use crate::outputs::planner::Planner;
use crate::outputs::view::{frame::Frame, lent::Lendable, material, plan, schedule};
use crate::site::{Address, BorneTerms, Page, PageId};
use crate::sources::SourcePath;
use crate::yaml::{Marked, Moment};

/// How many words an adult reads in a minute.
const WORDS_PER_MINUTE: usize = 200;

/// The plain data of `page`. What a list or an error page lacks is none or empty.
#[derive(Clone, Serialize)]
pub struct Plain<'a> {
    pub(crate) title: Cow<'a, str>,
    pub(crate) title_lang: Option<&'a Language>,
    pub(crate) description: Option<Cow<'a, str>>,
    pub(super) summary: Option<Cow<'a, str>>,
    pub(crate) url: String,
    pub(crate) permalink: Option<String>,
    path: Option<&'a SourcePath>,
    pub(crate) lang: &'a Language,
    pub(crate) kind: &'static str,
    date: Option<String>,
    pub(crate) updated: Option<String>,
    outdated: Option<Outdated<'a>>,
    pub(super) authors: Cow<'a, [String]>,
    pub(super) source: Option<Source<'a>>,
    pub(crate) credit: Option<String>,
    draft: bool,
    pub(crate) sample: bool,
    pub(crate) sensitive: bool,
    pub(crate) neutral_title: Option<&'a str>,
    print: Option<bool>,
    book: Option<String>,
    pub(crate) image: Option<Image<'a>>,
    extra: &'a Json,
    words: usize,
    minutes: usize,
    pub(super) toc: Vec<Cow<'a, Heading>>,
    pub(super) terms: BTreeMap<&'a str, Vec<TermLink>>,
    pub(super) taxonomies: Vec<Labels<'a>>,
    pub(crate) plan: Lendable<Option<plan::PlanView>>,
    pub(crate) schedule: Lendable<Option<schedule::ScheduleView>>,
    pub(crate) material: Lendable<Option<material::MaterialView>>,
}

/// That a translation is older than its original.
#[derive(Clone, Serialize)]
struct Outdated<'a> {
    /// When the original was changed; no clock is asked, so only if it says so itself.
    since: Option<String>,
    original: Original<'a>,
}

#[derive(Clone, Serialize)]
struct Original<'a> {
    url: String,
    title: &'a str,
    lang: &'a Language,
}

#[derive(Clone, Serialize)]
pub(super) struct Source<'a> {
    pub(super) name: Cow<'a, str>,
    url: Option<&'a str>,
    date: Option<String>,
    /// The number of its address among the notes of the page's links, once they are numbered.
    note: Option<usize>,
}

/// The picture of a page for cards.
#[derive(Clone, Serialize)]
pub(crate) struct Image<'a> {
    #[serde(flatten)]
    pub(crate) file: PictureView,
    pub(crate) alt: &'a str,
}

#[derive(Clone, Serialize)]
pub(super) struct TermLink {
    pub(super) name: String,
    url: String,
}

/// The terms of one taxonomy that a page bears.
#[derive(Clone, Serialize)]
pub(super) struct Labels<'a> {
    pub(super) name: &'a str,
    pub(super) title: String,
    url: String,
    pub(super) terms: Vec<TermLink>,
}

impl<'a> Plain<'a> {
    /// The plain data of a page of the site, without picture and the fields of its kind.
    pub(crate) fn of_page(planner: &Planner<'a>, id: PageId) -> Plain<'a> {
        let page: &'a Page = planner.site.page(id);
        let (document, shared) = (&page.document, &page.shared);
        let (meta, zone) = (&document.meta, &planner.site.config.timezone);
        let iso = |date: &Option<Marked<Moment>>| date.as_ref().map(|date| date.value.iso(zone));
        let source = shared.source.as_ref().map(|source| Source {
            name: Cow::Borrowed(&source.name),
            url: source.url.as_ref().map(LinkTarget::written),
            date: source.date.as_ref().map(|date| date.value.iso(zone)),
            note: None,
        });
        let toc =
            document.outline.headings.iter().filter(|heading| (2..=3).contains(&heading.level));
        let terms = terms(planner, id, page);
        Plain {
            title: Cow::Borrowed(&meta.title),
            title_lang: None,
            description: meta.description.as_deref().map(Cow::Borrowed),
            summary: meta.summary.as_deref().map(Cow::Borrowed),
            url: page.address.encoded(),
            permalink: planner.permalink(&page.address),
            path: Some(&document.path),
            lang: page.language(),
            kind: document.kind.name(),
            date: iso(&meta.date),
            updated: iso(&meta.updated),
            outdated: outdated(planner, id),
            authors: Cow::Borrowed(&shared.authors),
            source,
            credit: shared.credit(),
            draft: shared.draft.unwrap_or(false),
            sample: shared.sample.unwrap_or(false),
            sensitive: shared.sensitive.unwrap_or(false),
            neutral_title: shared.neutral_title.as_deref(),
            print: shared.print,
            book: book::address(planner, id).map(|address| address.encoded()),
            image: None,
            extra: &meta.extra,
            words: 0,
            minutes: 0,
            toc: toc.map(Cow::Borrowed).collect(),
            taxonomies: taxonomies(&terms, planner, (id, page)),
            terms,
            plan: None.into(),
            schedule: None.into(),
            material: None.into(),
        }
    }

    /// Says how long its text is.
    pub(super) fn count_words(&mut self, words: usize) {
        self.words = words;
        self.minutes = words.div_ceil(WORDS_PER_MINUTE).max(1);
    }

    /// The same page where it goes on listing at another address, without its body.
    pub(crate) fn without_body(self, planner: &Planner<'a>, address: &Address) -> Plain<'a> {
        Plain {
            url: address.encoded(),
            permalink: planner.permalink(address),
            toc: Vec::new(),
            words: 0,
            minutes: 0,
            ..self
        }
    }

    /// A page below this one, such as that of an event: what is told of the page above and
    /// does not hold for it is none.
    pub(crate) fn below(
        self,
        planner: &Planner<'a>,
        address: &Address,
        (kind, title): (&'static str, Cow<'a, str>),
    ) -> Plain<'a> {
        Plain {
            title,
            description: None,
            summary: None,
            kind,
            book: None,
            terms: BTreeMap::new(),
            taxonomies: Vec::new(),
            ..self.without_body(planner, address)
        }
    }

    /// Whether it says when it was published or changed.
    pub(crate) fn is_dated(&self) -> bool {
        self.date.is_some() || self.updated.is_some()
    }

    /// `page.source` with the number of its address.
    pub(crate) fn source_with(&self, notes: &mut Notes<'_>) -> Option<tera::Value> {
        let source = self.source.as_ref()?;
        let note = source.url.and_then(|url| notes.of(url, &source.name));
        Some(tera::Value::from_serializable(&Source { note, ..source.clone() }))
    }

    /// The plain data of a page that no file of the author's stands behind.
    pub(crate) fn of_frame(
        planner: &Planner<'a>,
        frame: &Frame<'a>,
        kind: &'static str,
        title: String,
    ) -> Plain<'a> {
        Plain {
            title: Cow::Owned(title),
            title_lang: None,
            description: None,
            summary: None,
            url: frame.address.encoded(),
            permalink: planner.permalink(&frame.address),
            path: None,
            lang: frame.language,
            kind,
            date: None,
            updated: None,
            outdated: None,
            authors: Cow::Borrowed(&[]),
            source: None,
            credit: None,
            draft: false,
            sample: false,
            sensitive: false,
            neutral_title: None,
            print: None,
            book: None,
            image: None,
            extra: &Json::Null,
            words: 0,
            minutes: 0,
            toc: Vec::new(),
            terms: BTreeMap::new(),
            taxonomies: Vec::new(),
            plan: None.into(),
            schedule: None.into(),
            material: None.into(),
        }
    }
}

/// The original of a page, if it has changed since the page was translated.
fn outdated<'a>(planner: &Planner<'a>, id: PageId) -> Option<Outdated<'a>> {
    let site = planner.site;
    let source = site.source_of(site.page(id)).filter(|_| planner.is_outdated(id))?;
    let meta = &source.document.meta;
    let date = meta.updated.as_ref().or(meta.date.as_ref());
    Some(Outdated {
        since: date.map(|date| date.value.day(&site.config.timezone).to_string()),
        original: Original {
            url: source.address.encoded(),
            title: &meta.title,
            lang: source.language(),
        },
    })
}

/// The terms of a page by taxonomy: `[{name, url}]`.
fn terms<'a>(
    planner: &Planner<'a>,
    id: PageId,
    page: &'a Page,
) -> BTreeMap<&'a str, Vec<TermLink>> {
    let borne =
        planner.site.borne_by(id).into_iter().map(|BorneTerms { taxonomy, terms, .. }| {
            let terms = terms.into_iter().map(|term| TermLink {
                name: planner.term_name(taxonomy, term, page.language()),
                url: term.address.encoded(),
            });
            (taxonomy, terms.collect())
        });
    borne.collect()
}

/// The same in the order of the settings, each with its title in the page's language; only
/// those of which the page bears a term.
fn taxonomies<'a>(
    terms: &BTreeMap<&'a str, Vec<TermLink>>,
    planner: &Planner<'a>,
    (id, page): (PageId, &'a Page),
) -> Vec<Labels<'a>> {
    let all = planner.site.borne_by(id).into_iter();
    let borne = all.filter_map(|BorneTerms { taxonomy, index, .. }| {
        let own = terms.get(taxonomy).filter(|own| !own.is_empty())?;
        let title = planner.taxonomy_title(taxonomy, page.language());
        Some(Labels { name: taxonomy, title, url: index?.encoded(), terms: own.clone() })
    });
    borne.collect()
}
