//! Jobs: every file of the site by its path, the views of pages still to be made.

use rayon::prelude::*;

use crate::diagnostics::Checked;
use crate::outputs::planner::Planner;
use crate::outputs::{Origin, Output, Recipe, lists, pages, schedule};
use crate::public::{File, Files, OutputPath};

/// The files of a site, and what their views are made of.
pub struct Plan<'a> {
    /// What views are made of.
    pub(super) planner: Planner<'a>,
    /// The files, in order of their paths.
    pub(super) jobs: Vec<Job<'a>>,
    /// Those at whose address another one stands: they are not made, but their faults are said.
    pub(super) beaten: Vec<Job<'a>>,
}

/// Files that are made, with what is to be said of each.
type Made = Vec<Checked<(OutputPath, File)>>;

/// A file that is to be made.
pub(super) struct Job<'a> {
    /// Where it will be.
    pub path: OutputPath,
    /// What it is made from, for messages.
    pub origin: Origin,
    /// How its recipe is found.
    pub work: Work<'a>,
}

/// How the recipe of a file is found.
pub(super) enum Work<'a> {
    /// A page of the site, or the copy of one.
    Page(pages::Shown<'a>),
    /// A page of a list.
    List(lists::ListPage<'a>),
    /// A page below a schedule.
    Schedule(Box<schedule::SubPage<'a>>),
    /// It is found.
    Known(Box<Recipe<'a>>),
}

impl<'a> Plan<'a> {
    /// All files, each made by `render` from its output. Views are made here, one at a time
    /// on each thread.
    pub fn files(self, render: impl Fn(&Output<'a>) -> Checked<File> + Sync) -> Checked<Files> {
        let Plan { planner, jobs, beaten } = self;
        let make = |job: Job<'a>| {
            let Checked { value: output, mut diagnostics } = job.output(&planner);
            let file = render(&output).report_to(&mut diagnostics);
            Checked { value: (output.path, file), diagnostics }
        };
        let (large, others): (Vec<_>, Vec<_>) = jobs.into_iter().partition(Job::is_large);
        // What takes much memory is made one after another, beside all else.
        let (large, others): (Made, Made) = rayon::join(
            || large.into_iter().map(make).collect(),
            || others.into_par_iter().map(make).collect(),
        );
        let mut diagnostics: Vec<_> =
            beaten.into_iter().flat_map(|job| job.output(&planner).diagnostics).collect();
        let made = large.into_iter().chain(others);
        let files = made.map(|file| file.report_to(&mut diagnostics)).collect();
        Checked { value: files, diagnostics }
    }
}

impl<'a> Job<'a> {
    /// Whether so much memory goes into it that only one such is made at a time.
    fn is_large(&self) -> bool {
        match &self.work {
            Work::Known(recipe) => matches!(&**recipe, Recipe::Picture(part) if part.is_large()),
            Work::Page(_) | Work::List(_) | Work::Schedule(_) => false,
        }
    }

    fn output(self, planner: &Planner<'a>) -> Checked<Output<'a>> {
        let Job { path, origin, work } = self;
        let Checked { value: (template, view), diagnostics } = match work {
            Work::Page(page) => pages::view(planner, page),
            Work::List(list) => Checked::good(lists::view(planner, list)),
            Work::Schedule(page) => Checked::good(schedule::view(planner, &page)),
            Work::Known(recipe) => {
                return Checked::good(Output { path, recipe: *recipe, origin });
            }
        };
        let recipe = Recipe::Template { template, view };
        Checked { value: Output { path, recipe, origin }, diagnostics }
    }
}

impl<'a> From<Output<'a>> for Job<'a> {
    fn from(Output { path, recipe, origin }: Output<'a>) -> Job<'a> {
        Job { path, origin, work: Work::Known(Box::new(recipe)) }
    }
}
