//! The site becomes every file that it will have.
//!
//! In: the linked site and the theme. Out: [`plan`] gives the full list of files as jobs,
//! each with its path. [`Plan::files`] makes of each its *view*: exactly the data that it may
//! see, as a value; [`render()`] turns one into bytes and knows nothing but that view and the
//! theme. Views are made one at a time on each thread and dropped: together they are larger
//! than the site.

mod arguments;
mod around;
mod below;
mod book;
mod calendar;
mod collisions;
mod downloads;
mod exit;
mod feeds;
mod front;
mod isolate;
mod jobs;
mod lists;
mod machine;
mod named;
mod notes;
mod numbers;
mod pager;
mod pages;
pub mod pictures;
mod planner;
mod prose;
mod qr;
mod render;
mod schedule;
mod site_map;
mod social_cards;
mod structured;
mod times;
mod view;
mod xml;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::content::Bodies;
use crate::diagnostics::{Checked, Diagnostic, Place};
use crate::memo::Input;
use crate::public::{File, OutputPath};
use crate::site::{PageId, Site};
use crate::sources::SourcePath;
use crate::theme::Theme;

use jobs::Job;

pub use jobs::Plan;
pub use render::render;
pub use social_cards::{DrawInput, Drawn, SocialCard, draw, drawn};

/// All that files are made from, but for the theme.
#[derive(Clone, Copy)]
pub struct Linked<'a> {
    /// The linked site.
    pub site: &'a Site,
    /// What each page says.
    pub bodies: &'a Bodies,
    /// The translations whose source has changed since.
    pub outdated: &'a BTreeSet<PageId>,
}

/// A file of the site that is still to be made, with all that it is made from.
#[derive(Serialize)]
pub struct Output<'a> {
    /// Where it will be.
    pub path: OutputPath,
    /// How it is made.
    pub recipe: Recipe<'a>,
    /// What it is made from, for messages; no page can see it.
    #[serde(skip)]
    pub origin: Origin,
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
    Atom(feeds::Feed),
    /// A feed in JSON (jsonfeed.org 1.1).
    JsonFeed(feeds::Feed),
    /// The sitemap (sitemaps.org 0.9).
    Sitemap(machine::Sitemap),
    /// A calendar (RFC 5545).
    Calendar(calendar::Component),
    /// A table (RFC 4180).
    Csv(downloads::Table),
    /// A schedule as JSON.
    ScheduleData(downloads::ScheduleData),
    /// A file that is made of a picture.
    Picture(pictures::Part),
    /// A social card.
    SocialCard(SocialCard),
    /// A text that is ready.
    Text(String),
    /// A file that is ready.
    #[serde(skip)]
    Ready(File),
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

/// The list of every file that the site will have, in order of their paths. Two files at one
/// address are said; what is wrong with a page is said when its view is made.
pub fn plan<'a>(linked: &Linked<'a>, theme: &'a Theme) -> Checked<Plan<'a>> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    let social_cards = social_cards::choose(linked.site, theme).report_to(&mut diagnostics);
    let planner = planner::Planner::new(linked, theme, social_cards);
    let mut jobs = pages::pages(&planner);
    jobs.extend(schedule::pages(&planner).report_to(&mut diagnostics));
    jobs.extend(lists::lists(&planner));
    let mut outputs = below::below(&planner);
    outputs.extend(book::books(&planner).report_to(&mut diagnostics));
    outputs.extend(pages::redirects(&planner, &mut diagnostics));
    outputs.extend(pages::not_found(&planner));
    outputs.extend(exit::exits(&planner));
    outputs.extend(site_map::site_maps(&planner));
    outputs.extend(feeds::feeds(&planner));
    outputs.extend(calendar::calendars(&planner));
    outputs.extend(downloads::downloads(&planner));
    outputs.extend(social_cards::outputs(&planner));
    outputs.extend(machine::for_machines(&planner));
    outputs.extend(machine::files(&planner));
    outputs.extend(pictures::files(&planner));
    diagnostics.extend(pictures::check(&planner));
    jobs.extend(outputs.into_iter().map(Job::from));
    let (jobs, beaten) = collisions::sort_out(jobs, &mut diagnostics);
    Checked { value: Plan { planner, jobs, beaten }, diagnostics }
}
