//! What pages tell search engines and other programs: the things of schema.org that they
//! are about, as JSON-LD.
//!
//! In: a page of the site. Out: the text for a `<script type="application/ld+json">`, a
//! `@graph` of things; the view holds it as `json_ld`. One file makes one type.
//!
//! Nothing is said that the author did not write. A page that is a draft, that is read by
//! people who may be watched and hides its title, or that is a copy of one in another
//! language, says nothing. What is invented for illustration bears the theme's word for that
//! before its name, as in calendars. Addresses need a `base_url`; without one they are left
//! out, and what is made of addresses alone, such as the way down from the front page, too.

mod breadcrumbs;
mod event;
mod legislation;
mod list;
mod material;
mod organization;
mod page;
mod repetition;

use crate::content::kinds::Event;
use crate::content::{Kind, Language, LinkTarget};
use crate::outputs::events::{SchedulePage, ScheduledEvent};
use crate::outputs::files::social_cards;
use crate::outputs::formats::json_ld::{self, Node};
use crate::outputs::planner::Planner;
use crate::outputs::view::{frame::Frame, plain::Image};
use crate::site::{Page, PageId, Target};
use crate::yaml::{Marked, Moment};

/// A page, and what its things are made from.
#[derive(Clone, Copy)]
struct Described<'s, 'a> {
    planner: &'s Planner<'a>,
    page: &'a Page,
}

/// What a page of the site tells. The picture is that of the page's view.
pub(crate) fn of_page<'a>(
    planner: &Planner<'a>,
    id: PageId,
    frame: &Frame<'a>,
    image: Option<&Image<'_>>,
) -> Option<String> {
    let page: &'a Page = planner.site.page(id);
    if is_silent(page, frame) {
        return None;
    }
    let about = Described { planner, page };
    let own = match &page.document.kind {
        Kind::Page => about.creation("WebPage", image),
        Kind::Section(_) if page.document.stem == "_index" => page::website(&about),
        Kind::Section(_) => about.creation("CollectionPage", image),
        Kind::Post => {
            let card = social_cards::of(planner, frame.shared(), frame.language);
            page::article(&about, image, card.map(|card| card.url))
        }
        Kind::Material(material) => material::material(&about, material, image),
        Kind::Plan(plan) => {
            let document = legislation::legislation(&about, plan);
            about.creation("WebPage", image).with("mainEntity", document)
        }
        Kind::Schedule(schedule) => {
            let (starts, ends) = (about.day(&schedule.starts), about.day(&schedule.ends));
            let events = list::events(&about, SchedulePage { planner, page, schedule });
            let page = about.creation("CollectionPage", image);
            page.with("temporalCoverage", json_ld::interval(starts, ends))
                .with("mainEntity", events)
        }
    };
    let way = breadcrumbs::breadcrumbs(planner, frame, &page.document.meta.title);
    Some(json_ld::script([Some(own), way]))
}

/// What the page of an event tells.
pub(crate) fn of_event<'a>(
    planner: &Planner<'a>,
    id: PageId,
    frame: &Frame<'a>,
    event: &Event,
) -> Option<String> {
    let page: &'a Page = planner.site.page(id);
    let of = SchedulePage::of(planner, page).filter(|_| !is_silent(page, frame))?;
    let own = event::event(&Described { planner, page }, ScheduledEvent { of, event });
    let way = breadcrumbs::breadcrumbs(planner, frame, &event.title);
    Some(json_ld::script([Some(own), way]))
}

/// What a page below another tells, or the later page of a list: only what it is called
/// and where it stands.
pub(crate) fn of_part(
    planner: &Planner<'_>,
    page: &Page,
    frame: &Frame<'_>,
    title: &str,
) -> Option<String> {
    (!is_silent(page, frame)).then(|| of_list(planner, frame, title))
}

/// What a list tells that no file of the author's stands behind.
pub(crate) fn of_list(planner: &Planner<'_>, frame: &Frame<'_>, title: &str) -> String {
    let own = Node::new("CollectionPage")
        .with("name", title)
        .with("url", planner.permalink(&frame.address))
        .with("inLanguage", frame.language.as_str());
    json_ld::script([Some(own), breadcrumbs::breadcrumbs(planner, frame, title)])
}

fn is_silent(page: &Page, frame: &Frame<'_>) -> bool {
    let is_copy = frame.reader != frame.language;
    page.shared.draft == Some(true) || page.shared.neutral_title.is_some() || is_copy
}

impl<'a> Described<'_, 'a> {
    fn language(&self) -> &'a Language {
        self.page.language()
    }

    fn iso(&self, moment: Moment) -> String {
        moment.iso(&self.planner.site.config.timezone)
    }

    fn date(&self, date: &Option<Marked<Moment>>) -> Option<String> {
        date.as_ref().map(|date| self.iso(date.value))
    }

    fn day(&self, date: &Option<Marked<Moment>>) -> Option<String> {
        let zone = &self.planner.site.config.timezone;
        date.as_ref().map(|date| date.value.day(zone).to_string())
    }

    fn word(&self, key: &str) -> Option<String> {
        self.planner.theme.text(self.language(), key, &[])
    }

    /// A name, and before it the word for what is invented.
    fn named(&self, name: &str, sample: bool) -> String {
        match self.word("sample.label").filter(|_| sample) {
            Some(label) => format!("[{label}] {name}"),
            None => name.to_owned(),
        }
    }

    /// What a link of the page leads to. What leads nowhere was said with the page's view.
    fn target(&self, link: &LinkTarget) -> Option<Target> {
        self.planner.site.resolve(&self.page.document, link).ok()
    }

    fn is_sample(&self) -> bool {
        self.page.shared.sample.unwrap_or(false)
    }
}
