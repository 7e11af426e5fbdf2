//! The site becomes every file that it will have.
//!
//! In: the linked site and the theme. Out: [`plan`] gives the full list of files as jobs,
//! each with its path. [`Plan::files`] makes of each its *view*: exactly the data that it may
//! see, as a value; [`render()`] turns one into bytes and knows nothing but that view and the
//! theme. Views are made one at a time on each thread and dropped: together they are larger
//! than the site.

mod answers;
mod collisions;
mod events;
mod files;
mod formats;
mod html;
mod jobs;
mod lacking;
mod named;
mod pages;
mod planner;
mod render;
mod texts;
mod view;

use std::sync::Arc;

use serde::Serialize;

use crate::diagnostics::{Checked, Diagnostic, Place};
use crate::memo::{Hashed, Input};
use crate::public::OutputPath;
use crate::site::{Site, is_copy};
use crate::sources::SourcePath;
use crate::theme::Theme;

use files::{calendar, downloads, feeds, machine, social_cards};
use jobs::Subject;
use pages::{below, book, exit, lists, redirects, schedule, search as search_page, site_map};

pub use files::social_cards::{DrawInput, Drawn, SocialCard, draw, drawn};
pub use files::{hosts, identity, pdfs, pictures, search};
pub use jobs::{Plan, Render, Seen, Views};
pub use render::render;
pub use texts::Texts;

/// A file of the site that is still to be made, with all that it is made from.
#[derive(Serialize)]
pub struct Output<'a> {
    /// Where it will be.
    pub path: &'a OutputPath,
    /// How it is made.
    pub recipe: Recipe<'a>,
}

/// What an output is made from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// A file of the site.
    Source(SourcePath),
    /// An old address that leads to a page.
    Alias(Box<OldAddress>),
    /// The program itself; the word names the kind of file.
    Program(&'static str),
}

/// An old address that leads to a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OldAddress {
    /// Where it is written.
    pub place: Place,
    /// As it is written.
    pub written: String,
    /// The same address in the part of the site of the page's language, if it is in another.
    pub within: Option<String>,
}

/// How an output is made.
#[derive(Serialize)]
pub enum Recipe<'a> {
    /// A template of the theme, with its view.
    Template {
        /// The name of the template.
        template: String,
        /// All that it may see.
        view: view::View<'a>,
    },
    /// Many pages as one document.
    Book(Box<book::Book<'a>>),
    /// A feed in Atom (RFC 4287).
    Atom(formats::Feed),
    /// A feed in JSON (jsonfeed.org 1.1).
    JsonFeed(formats::Feed),
    /// The sitemap (sitemaps.org 0.9).
    Sitemap(formats::Sitemap),
    /// A calendar (RFC 5545).
    Calendar(formats::ics::Component),
    /// A table (RFC 4180).
    Csv(formats::Table),
    /// A schedule as JSON.
    ScheduleData(downloads::ScheduleData),
    /// A text that is ready.
    Text(String),
}

impl<'a> From<(String, view::View<'a>)> for Recipe<'a> {
    fn from((template, view): (String, view::View<'a>)) -> Recipe<'a> {
        Recipe::Template { template, view }
    }
}

/// All that [`render()`] may see.
#[derive(Serialize)]
pub struct RenderInput<'a> {
    /// The theme, which stands in the memo's key as its digest.
    pub theme: &'a Theme,
    /// The output.
    pub output: &'a Output<'a>,
}

impl Input for RenderInput<'_> {
    fn name(&self) -> &str {
        self.output.path.as_str()
    }
}

/// All that [`plan`] may see.
#[derive(Serialize)]
pub struct PlanInput<'a> {
    /// The linked site.
    pub site: &'a Hashed<Arc<Site>>,
    /// The theme.
    pub theme: &'a Hashed<Arc<Theme>>,
}

impl Input for PlanInput<'_> {
    fn name(&self) -> &str {
        "plan"
    }
}

/// The list of every file that the site will have, in order of their paths. Two files at one
/// address are said; what is wrong with a page is said when it is made.
pub fn plan(input: &PlanInput<'_>) -> Checked<Arc<Plan>> {
    let PlanInput { site, theme } = input;
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let social_cards = social_cards::choose(site, theme).report_to(&mut diagnostics);
    let common = planner::Common::new(site, theme, social_cards);
    let planner = planner::Planner::untold(&common);
    diagnostics.extend(lacking::diagnose(&planner));
    let mut jobs = pages::pages(&planner);
    jobs.extend(schedule::pages(&planner).report_to(&mut diagnostics));
    jobs.extend(lists::lists(&planner));
    jobs.extend(below::below(&planner));
    jobs.extend(book::books(&planner).report_to(&mut diagnostics));
    jobs.extend(redirects::redirects(&planner, &mut diagnostics));
    jobs.extend(pages::not_found(&planner));
    jobs.extend(exit::exits(&planner));
    jobs.extend(site_map::PAGE.jobs(&planner, Subject::SiteMap));
    jobs.extend(search_page::PAGE.jobs(&planner, Subject::SearchPage));
    jobs.extend(search::scripts(&planner));
    jobs.extend(feeds::feeds(&planner));
    jobs.extend(calendar::calendars(&planner));
    jobs.extend(downloads::downloads(&planner));
    jobs.extend(social_cards::jobs(&planner));
    diagnostics.extend(common.event_cards().diagnose(&planner));
    jobs.extend(machine::for_machines(&planner));
    jobs.extend(machine::files(&planner));
    jobs.extend(identity::jobs(&planner));
    jobs.extend(pdfs::jobs(&planner));
    jobs.extend(pictures::files(&planner));
    diagnostics.extend(pictures::check(&planner));
    let page = |path: &SourcePath| site.by_source(path).map(|id| site.page(id));
    let are_one = |one: &SourcePath, other: &SourcePath| {
        let pages = page(one).zip(page(other));
        pages.is_some_and(|(one, other)| {
            (one.key == other.key && one.language() == other.language())
                || is_copy(one, other)
                || is_copy(other, one)
        })
    };
    let (jobs, beaten) = collisions::sort_out(jobs, &are_one, &mut diagnostics);
    Checked { value: Arc::new(Plan { common, jobs, beaten }), diagnostics }
}
