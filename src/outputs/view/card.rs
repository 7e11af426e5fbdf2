//! A card: all that one page may know of another.

use serde::Serialize;

use crate::content::kinds::{Medium, Period};
use crate::content::{Kind, Language};
use crate::site::{Asked, Page};

/// All that one page may know of another.
#[derive(Serialize)]
pub(crate) struct Card<'a> {
    title: &'a str,
    url: String,
    permalink: Option<String>,
    lang: &'a Language,
    dir: &'a str,
    lang_name: &'a str,
    borrowed: bool,
    kind: &'static str,
    date: Option<String>,
    updated: Option<String>,
    description: Option<&'a str>,
    sample: bool,
    draft: bool,
    sensitive: bool,
    number: Option<&'a str>,
    starts: Option<String>,
    ends: Option<String>,
    medium: Option<&'static str>,
    weight: Option<i64>,
}

impl<'a> Card<'a> {
    /// The card of a page, for readers of a language, who may have to borrow it.
    pub(crate) fn of(site: Asked<'a>, page: &'a Page, reader: &Language) -> Card<'a> {
        let (meta, zone) = (&page.document.meta, &site.config.timezone);
        let language = site.structure().config.language(page.language());
        let iso = |date: &Option<crate::yaml::Marked<crate::yaml::Moment>>| {
            date.as_ref().map(|date| date.value.iso(zone))
        };
        let (starts, ends) = match &page.document.kind {
            Kind::Schedule(schedule) => (iso(&schedule.starts), iso(&schedule.ends)),
            Kind::Plan(plan) => match &plan.period {
                Some(Period::Days(starts, ends)) => {
                    (Some(starts.value.iso(zone)), Some(ends.value.iso(zone)))
                }
                Some(Period::Words(_)) | None => (None, None),
            },
            Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) => (None, None),
        };
        let opening = &page.document.outline.opening;
        Card {
            title: &meta.title,
            url: site.address_for(page, reader).encoded(),
            permalink: site.config.base_url.as_ref().map(|base| page.address.absolute(base)),
            lang: page.language(),
            dir: &language.direction,
            lang_name: &language.name,
            borrowed: page.language() != reader,
            kind: page.document.kind.name(),
            date: iso(&meta.date),
            updated: iso(&meta.updated),
            description: meta
                .description
                .as_deref()
                .or(meta.summary.as_deref())
                .or((!opening.is_empty()).then_some(opening)),
            sample: page.shared.sample.unwrap_or(false),
            draft: page.shared.draft.unwrap_or(false),
            sensitive: page.shared.sensitive.unwrap_or(false),
            number: number(&page.document.kind),
            starts,
            ends,
            medium: medium(&page.document.kind),
            weight: meta.weight,
        }
    }
}

fn number(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Plan(plan) => plan.document.number.as_ref().map(|number| number.value.as_str()),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Material(_) | Kind::Schedule(_) => None,
    }
}

fn medium(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Material(material) => material.medium.map(Medium::name),
        Kind::Page | Kind::Section(_) | Kind::Post | Kind::Plan(_) | Kind::Schedule(_) => None,
    }
}
