//! A card: all that one page may know of another.

use serde::Serialize;

use crate::content::kinds::{Medium, Period};
use crate::content::{Kind, Language, LinkTarget};
use crate::outputs::files::pictures::PictureView;
use crate::outputs::planner::Planner;
use crate::site::{Page, Target};

/// All that one page may know of another.
#[derive(Clone, Serialize)]
pub(crate) struct Card {
    title: String,
    url: String,
    permalink: Option<String>,
    lang: Language,
    dir: String,
    lang_name: String,
    borrowed: bool,
    kind: &'static str,
    date: Option<String>,
    updated: Option<String>,
    description: Option<String>,
    sample: bool,
    draft: bool,
    sensitive: bool,
    number: Option<String>,
    starts: Option<String>,
    ends: Option<String>,
    medium: Option<&'static str>,
    paper: Option<String>,
    black_and_white: bool,
    weight: Option<i64>,
    image: Option<CardImage>,
}

/// The picture of a page in a list.
#[derive(Clone, Serialize)]
struct CardImage {
    #[serde(flatten)]
    file: PictureView,
    alt: String,
}

impl Card {
    /// The card of a page, for readers of a language, who may have to borrow it.
    pub(crate) fn of(planner: &Planner<'_>, page: &Page, reader: &Language) -> Card {
        let site = planner.site;
        let (meta, zone) = (&page.document.meta, &site.config.timezone);
        let language = site.config.language(page.language());
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
        let material = page.document.kind.as_material();
        Card {
            title: meta.title.clone(),
            url: site.address_for(page, reader).encoded(),
            permalink: site.config.base_url.as_ref().map(|base| page.address.absolute(base)),
            lang: page.language().clone(),
            dir: language.direction.clone(),
            lang_name: language.name.clone(),
            borrowed: page.language() != reader,
            kind: page.document.kind.name(),
            date: iso(&meta.date),
            updated: iso(&meta.updated),
            description: meta
                .description
                .as_deref()
                .or(meta.summary.as_deref())
                .or((!opening.is_empty()).then_some(opening))
                .map(str::to_owned),
            sample: page.shared.sample.unwrap_or(false),
            draft: page.shared.draft.unwrap_or(false),
            sensitive: page.shared.sensitive.unwrap_or(false),
            number: number(&page.document.kind).map(str::to_owned),
            starts,
            ends,
            medium: medium(&page.document.kind),
            paper: material.and_then(|own| own.paper.clone()),
            black_and_white: material.is_some_and(|own| own.black_and_white),
            weight: meta.weight,
            image: CardImage::of(planner, page),
        }
    }
}

impl CardImage {
    /// The picture that a page names, or else the first that it offers as a file. One that is
    /// not there is told on the page itself.
    fn of(planner: &Planner<'_>, page: &Page) -> Option<CardImage> {
        let named = page.document.meta.image.as_ref();
        let file = |target: &LinkTarget| match planner.site.resolve(&page.document, target) {
            Ok(Target::File(path)) => {
                let asset = planner.site.structure().assets.get(&path)?;
                asset.file.dimensions?;
                Some(planner.picture(&path, asset, ""))
            }
            Ok(Target::Page(_, _) | Target::External(_)) | Err(_) => None,
        };
        let image = named.and_then(|own| Some((file(&own.target)?, own.alt.clone())));
        let offered = || {
            let material = page.document.kind.as_material()?;
            material.files.iter().find_map(|own| Some((file(&own.target)?, String::new())))
        };
        image.or_else(offered).map(|(file, alt)| CardImage { file, alt })
    }
}

fn number(kind: &Kind) -> Option<&str> {
    kind.as_plan()?.document.number.as_ref().map(|number| number.value.as_str())
}

fn medium(kind: &Kind) -> Option<&'static str> {
    kind.as_material()?.medium.map(Medium::name)
}
