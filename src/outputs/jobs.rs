//! Jobs: every file of the site by its path, all of them still to be made.

use std::sync::Arc;

use rayon::prelude::*;

use crate::content::Language;
use crate::diagnostics::{Checked, Diagnostic};
use crate::memo::{Digest, Hashed, Traces};
use crate::outputs::answers::Answers;
use crate::outputs::files::{
    calendar,
    downloads::{self, Form},
    feeds::{self, Feeds},
    identity, machine, pdfs, pictures, search,
};
use crate::outputs::pages::{
    self, Shown,
    below::{self, Below},
    book, exit,
    lists::{self, ListPage},
    redirects::{self, Lead},
    schedule::{self, Part},
    search as search_page, site_map,
};
use crate::outputs::planner::{Common, Planner};
use crate::outputs::texts::Texts;
use crate::outputs::{Origin, Output, Recipe, SocialCard};
use crate::public::{File, Files, OutputPath};
use crate::site::{PageId, Question};

/// The files of a site, and what they share.
pub struct Plan {
    /// What files share.
    pub(super) common: Common,
    /// The files, in order of their paths.
    pub(super) jobs: Vec<Job>,
    /// Those at whose address another one stands: they are not made, but their faults are said.
    pub(super) beaten: Vec<Job>,
}

/// A file that is to be made.
pub(super) struct Job {
    /// Where it will be.
    pub path: OutputPath,
    /// What it is made from, for messages.
    pub origin: Origin,
    /// What it is.
    pub work: Work,
}

/// What a file is.
pub(super) enum Work {
    /// One that asks the site for what it shows, with what stands for it.
    Of(Hashed<Subject>),
    /// A file that is made of a picture.
    Picture(pictures::Part),
    /// An icon of the site.
    Icon(identity::Part),
    /// A drawing as a PDF.
    Pdf(Arc<pdfs::Work>),
    /// A social card.
    SocialCard(SocialCard),
    /// A script of the search index of a language, which is made apart from all other files.
    Search(Language, search::Part),
    /// A file that is ready.
    Ready(File),
}

impl From<Subject> for Work {
    fn from(subject: Subject) -> Work {
        let digest = Digest::of_hash(&subject);
        Work::Of(Hashed::new(subject, digest))
    }
}

/// What a file is made of that asks for what it shows.
#[derive(Hash)]
pub(super) enum Subject {
    /// A page of the site, or the copy of one.
    Page(Shown),
    /// A page of a list.
    List(ListPage),
    /// A page below a schedule.
    Schedule(PageId, Part),
    /// A page below a plan.
    Below(Below, PageId),
    /// Many pages as one document.
    Book(PageId),
    /// A page that leads from an old address to a new one.
    Redirect(Lead),
    /// The page that a server shows where there is none.
    NotFound(Language),
    /// The harmless page that sensitive pages lead to.
    Exit(Language),
    /// The site map for people.
    SiteMap(Language),
    /// The page on which people search.
    SearchPage(Language),
    /// A feed.
    Feed(Feeds, feeds::Format),
    /// A calendar.
    Calendar(PageId, calendar::Held),
    /// A schedule as data.
    Download(PageId, Form),
    /// The sitemap for programs.
    Sitemap,
    /// The file that asks search engines to behave.
    Robots,
    /// The theme's colours as a style sheet.
    Colors,
}

/// What was found out of a file when it was made last: what stands for its view, and what was
/// said of it.
#[derive(Clone)]
pub struct Seen {
    /// The digest of its view.
    pub view: Digest,
    /// What was said of the view.
    pub diagnostics: Vec<Diagnostic>,
}

/// What is remembered of files: by name, the questions that their views asked.
pub type Views = Traces<Question, Seen>;

/// How outputs become files, and how a file is found again.
pub trait Render: Sync {
    /// The file of an output, with what stands for it.
    fn render(&self, output: &Output<'_>) -> (Digest, Checked<File>);
    /// The file of a view that was made before.
    fn recall(&self, view: Digest) -> Option<Checked<File>>;
    /// A file that is made of a picture.
    fn picture(&self, part: &pictures::Part) -> Checked<File>;
    /// An icon of the site.
    fn icon(&self, part: &identity::Part) -> Checked<File>;
    /// A drawing as a PDF.
    fn pdf(&self, work: &pdfs::Work) -> pdfs::Made;
    /// The file as it is had from now on: what is large may go to the disk.
    fn store(&self, path: &OutputPath, file: File) -> File;
    /// The file of a social card.
    fn social_card(&self, card: &SocialCard, path: &OutputPath) -> Checked<File>;
}

/// Files that are made, with what is to be said of each.
type Made = Vec<Checked<Option<(OutputPath, File)>>>;

impl Plan {
    /// The paths of all files, as they are planned.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.jobs.iter().map(|job| job.path.as_str())
    }

    /// Whether a file of this path is planned.
    pub fn has(&self, path: &str) -> bool {
        self.jobs.binary_search_by(|job| job.path.as_str().cmp(path)).is_ok()
    }

    /// All files, each found again or made by `render` from its output. Views are made here,
    /// one at a time on each thread.
    pub fn files(&self, texts: Texts<'_>, views: &Views, render: &impl Render) -> Checked<Files> {
        let pdfs = self.pdfs(render);
        let answers = Answers::of(&self.common, texts, &pdfs);
        let make = |job: &Job| self.make(job, (&answers, views), render);
        let (large, others): (Vec<_>, Vec<_>) = self.jobs.iter().partition(|job| job.is_large());
        // What takes much memory is made one after another, beside all else.
        let (large, others): (Made, Made) = rayon::join(
            || large.into_iter().map(make).collect(),
            || others.into_par_iter().map(make).collect(),
        );
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let planner = Planner::noting(&self.common, (texts, &pdfs), None);
        for job in &self.beaten {
            if let Work::Of(subject) = &job.work {
                let said = subject.recipe(&planner);
                diagnostics.extend(said.into_iter().flat_map(|own| own.diagnostics));
            }
        }
        let made = large.into_iter().chain(others);
        let files = made.filter_map(|file| file.report_to(&mut diagnostics)).collect();
        Checked { value: files, diagnostics }
    }

    /// How large the PDFs are. They are made here, for pages to say it.
    fn pdfs(&self, render: &impl Render) -> pdfs::Lengths {
        let made = self.jobs.par_iter().filter_map(|job| match &job.work {
            Work::Pdf(work) => Some((work.source.clone(), render.pdf(work).ok()?.first()?.len())),
            Work::Of(_)
            | Work::Picture(_)
            | Work::Icon(_)
            | Work::SocialCard(_)
            | Work::Search(..)
            | Work::Ready(_) => None,
        });
        made.collect::<Vec<_>>().into_iter().collect()
    }

    fn make(
        &self,
        job: &Job,
        (answers, views): (&Answers<'_>, &Views),
        render: &impl Render,
    ) -> Checked<Option<(OutputPath, File)>> {
        let path = self.common.theme.published(&job.path);
        let named = |Checked { value, diagnostics }: Checked<File>| Checked {
            value: Some((path.clone(), render.store(path, value))),
            diagnostics,
        };
        let subject = match &job.work {
            Work::Of(subject) => subject,
            Work::Picture(part) => return named(render.picture(part)),
            Work::Icon(part) => return named(render.icon(part)),
            Work::Pdf(work) => {
                return match render.pdf(work) {
                    Ok(files) => match files.first() {
                        Some(file) => named(Checked::good(file.clone())),
                        None => Checked::good(None),
                    },
                    Err(fault) => {
                        let fault = pdfs::diagnose(work, &fault);
                        Checked { value: None, diagnostics: vec![fault] }
                    }
                };
            }
            Work::SocialCard(card) => return named(render.social_card(card, &job.path)),
            Work::Search(..) => return Checked::good(None),
            Work::Ready(file) => return named(Checked::good(file.clone())),
        };
        let name = (job.path.as_str(), subject.digest());
        let seen = views.find(name, answers);
        let found = seen.and_then(|seen| Some((render.recall(seen.view)?, seen.diagnostics)));
        if let Some((file, said)) = found {
            return named(file.after(said));
        }
        let trail = views.trail();
        let planner = Planner::noting(&self.common, (answers.texts, answers.pdfs), trail.as_ref());
        let Some(Checked { value: recipe, diagnostics }) = subject.recipe(&planner) else {
            return Checked::good(None);
        };
        let (view, file) = render.render(&Output { path: &job.path, recipe });
        if let Some(trail) = trail {
            let seen = Seen { view, diagnostics: diagnostics.clone() };
            views.keep(name, answers, trail.into_questions(), seen);
        }
        named(file.after(diagnostics))
    }
}

impl Job {
    /// Whether so much memory goes into it that only one such is made at a time.
    fn is_large(&self) -> bool {
        match &self.work {
            Work::Picture(part) => part.is_large(),
            Work::Of(_)
            | Work::Icon(_)
            | Work::Pdf(_)
            | Work::SocialCard(_)
            | Work::Search(..)
            | Work::Ready(_) => false,
        }
    }
}

impl Subject {
    /// How the file is made, with all that it may see; what is wrong with it is said. None where
    /// what it was planned for gives nothing.
    fn recipe<'a>(&'a self, planner: &Planner<'a>) -> Option<Checked<Recipe<'a>>> {
        let mut diagnostics = Vec::new();
        let recipe = match self {
            Subject::Page(page) => pages::view(planner, page).report_to(&mut diagnostics).into(),
            Subject::List(list) => lists::view(planner, list)?.report_to(&mut diagnostics).into(),
            Subject::Schedule(id, part) => schedule::view(planner, *id, part)?.into(),
            Subject::Below(below, id) => below::view(planner, *below, *id)?.into(),
            Subject::Book(id) => Recipe::Book(Box::new(book::book(planner, *id)?)),
            Subject::Redirect(lead) => redirects::view(planner, lead).into(),
            Subject::NotFound(language) => pages::not_found_view(planner, language)?.into(),
            Subject::Exit(language) => exit::view(planner, language)?.into(),
            Subject::SiteMap(language) => site_map::view(planner, language)?.into(),
            Subject::SearchPage(language) => search_page::view(planner, language)?.into(),
            Subject::Feed(feed, format) => feeds::recipe(planner, feed, *format)?,
            Subject::Calendar(id, held) => {
                Recipe::Calendar(calendar::calendar(planner, *id, held)?)
            }
            Subject::Download(id, form) => downloads::recipe(planner, *id, *form)?,
            Subject::Sitemap => Recipe::Sitemap(machine::sitemap(planner)),
            Subject::Robots => Recipe::Text(machine::robots(planner)),
            Subject::Colors => Recipe::Text(planner.theme.palette()?.css()),
        };
        Some(Checked { value: recipe, diagnostics })
    }
}
