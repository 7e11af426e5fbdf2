//! Bangtin turns Markdown and data into a static site in several languages.
//!
//! The program is one pure function, [`build`], between two thin rooms: [`sources`] reads
//! the disk, [`public`] writes it. It always runs as a whole on a fresh snapshot; what is
//! expensive is remembered, and found again by all that it read or asked:
//!
//! ```text
//! sources ─parse─▶ heads + bodies ─link─▶ Site ─plan─▶ jobs ─make─▶ Files ─write─▶ public/
//!            memo                    memo        memo        memo
//! ```
//!
//! So what was remembered never changes what comes out: the law of this program.

pub mod sources;

pub mod config;
pub mod content;
pub mod site;

pub mod compare;

pub mod outputs;
pub mod theme;

pub mod public;

pub mod lsp;
pub mod mend;
pub mod pack;
pub mod portable;

pub mod diagnostics;
pub mod html;
pub mod keys;
pub mod locale;
pub mod memo;
pub mod yaml;

mod memos;
mod survey;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use compare::lock::Lock;
use config::{Config, Purpose, Settings};
use content::{Bodies, DataInput, Inherited, ParseInput, Parsed};
use diagnostics::reading::in_order;
use diagnostics::{Checked, Code, Diagnostic, Severity};
use memo::{Digest, Hashed, Round};
use outputs::search::Search;
use outputs::{
    DrawInput, Plan, PlanInput, Render, RenderInput, Texts, hosts, identity, pdfs, pictures,
};
use public::{File, Files, InMemory, OutputPath, Store};
use site::{Clock, LinkInput, PageId, Site};
use sources::{SourcePath, Sources};
use theme::{Theme, ThemeInput};

pub use memos::{Memos, Work};
pub use survey::{Survey, SurveyPage, survey, theme_of, unhidden};

/// What a build gives.
pub struct Built {
    /// The whole site; not to be published where there are errors. That of a preview lacks the
    /// search.
    pub files: Files,
    /// The search of a preview, to be made when it is asked for.
    pub search: Option<Search>,
    /// The linked site that they were made of; none where the settings cannot be read.
    pub site: Option<Arc<Site>>,
    /// The list of its files as it was planned; none where the theme cannot be read.
    pub plan: Option<Arc<Plan>>,
    /// Its translations whose source has changed since.
    pub outdated: BTreeSet<PageId>,
    /// All that is to be said, in order of places.
    pub diagnostics: Vec<Diagnostic>,
    /// From when on a build of the same sources would be another, if ever.
    pub until: Option<Timestamp>,
    /// What could not be remembered and was done anew.
    pub work: Work,
}

/// Builds the site in memory: the whole program.
pub fn build(sources: &Sources, settings: &Settings, memos: &Memos) -> Built {
    build_into(&InMemory, sources, settings, memos)
}

/// Builds the site, and hands each file to a store as soon as it is made.
pub fn build_into(
    store: &dyn Store,
    sources: &Sources,
    settings: &Settings,
    memos: &Memos,
) -> Built {
    let mut all: Vec<Diagnostic> = Vec::new();
    let read = read(sources, settings, memos, &mut all);
    let next = read.as_ref().and_then(|read| {
        compare::hotlines::check(&read.site, sources, settings).report_to(&mut all)
    });
    let made = read.as_ref().and_then(|read| make((sources, store), read, memos, &mut all));
    let Made { files, search, plan } = made.unwrap_or_default();
    let diagnostics = in_order(all, sources);
    let work = memos.sweep(if has_errors(&diagnostics) { Round::Faulty } else { Round::Good });
    let until = read.as_ref().and_then(|read| read.until).into_iter().chain(next).min();
    let (site, outdated) = read.map(|read| (Arc::clone(&read.site), read.outdated)).unzip();
    let outdated = outdated.unwrap_or_default();
    Built { files, search, site, plan, outdated, diagnostics, until, work }
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|fault| fault.severity == Severity::Error)
}

/// A site as far as it is read.
pub struct Read {
    /// The linked site.
    pub site: Hashed<Arc<Site>>,
    config: Hashed<Arc<Config>>,
    bodies: Arc<Bodies>,
    lock: Lock,
    outdated: BTreeSet<PageId>,
    until: Option<Timestamp>,
}

impl Read {
    /// The pages with their texts.
    pub fn texts(&self) -> compare::Texts<'_> {
        compare::Texts { site: &self.site, bodies: &self.bodies, lock: &self.lock }
    }
}

/// The first half: sources become one linked site.
fn read(
    sources: &Sources,
    settings: &Settings,
    memos: &Memos,
    all: &mut Vec<Diagnostic>,
) -> Option<Read> {
    let config = config::configure(sources, settings).report_to(all)?;
    let parsed = parse(sources, &config, memos).report_to(all);
    let lock = match config.rules.are_multilingual() {
        true => compare::lock::read(sources).report_to(all),
        false => Lock::default(),
    };
    let bodies = Arc::new(Bodies::of(&parsed));
    let documents: Vec<_> = parsed.into_iter().map(|own| own.document).collect();
    let data =
        memos.data.call(content::read_data, &DataInput::of(sources, &config.rules)).report_to(all);
    all.extend(compare::words::check(&bodies, &data, &memos.spellings));
    let clock = Clock::read(&documents, &config.timezone, settings);
    let (far_off, changes) = site::far_off(&documents, &config.timezone, settings.now.timestamp());
    all.extend(far_off);
    let until = clock.until.into_iter().chain(changes).min();
    let input = LinkInput {
        config: &config,
        documents: &content::hashed(documents),
        data: &data,
        files: &content::files(sources, |path| config.identity.names(path)),
        clock: &clock,
        drafts: settings.drafts,
    };
    let site = memos.sites.call(site::link, &input).report_to(all);
    let texts = compare::Texts { site: &site, bodies: &bodies, lock: &lock };
    let outdated = compare::compare(&texts, &memos.differences).report_to(all);
    Some(Read { site, config, bodies, lock, outdated, until })
}

/// What the second half gives; nothing where the theme cannot be read.
#[derive(Default)]
struct Made {
    files: Files,
    search: Option<Search>,
    plan: Option<Arc<Plan>>,
}

/// The second half: the site becomes files, and what is left to be made.
fn make(
    (sources, store): (&Sources, &dyn Store),
    read: &Read,
    memos: &Memos,
    all: &mut Vec<Diagnostic>,
) -> Option<Made> {
    let Read { site, config, bodies, outdated, .. } = read;
    let input = ThemeInput::of(sources, config);
    let theme = memos.themes.call(theme::load, &input).report_to(all)?;
    // What a template makes of values that could not be read says nothing of the template.
    let is_known = !has_errors(all);
    let plan = memos.plans.call(outputs::plan, &PlanInput { site, theme: &theme }).report_to(all);
    let renderer = Renderer { theme: &theme, memos, store };
    let search = Search::new(Arc::clone(&plan), Arc::clone(bodies), Arc::clone(&memos.page_terms));
    let (search, now) = match config.purpose {
        Purpose::Publication => (None, Some(search)),
        Purpose::Preview => (Some(search), None),
    };
    let texts = Texts { bodies, outdated };
    let (mut made, found) = rayon::join(
        || plan.files(texts, &memos.views, &renderer),
        || now.map(|search| search.files(store)).unwrap_or_default(),
    );
    made.diagnostics.retain(|fault| is_known || fault.code != Code::TemplateFailed);
    let mut files = made.report_to(all);
    files.extend(found);
    all.extend(portable::own_links(site, (bodies, sources), &|path| plan.has(path)));
    all.extend(hosts::add(&mut files, &plan, store));
    if let Some(path) = OutputPath::parse(public::MANIFEST) {
        files.insert(path, public::manifest(&files));
    }
    Some(Made { files, search, plan: Some(plan) })
}

fn parse(sources: &Sources, config: &Config, memos: &Memos) -> Checked<Vec<Parsed>> {
    let pages: Vec<(&SourcePath, &sources::Source)> = content::pages(sources).collect();
    let sheets = content::sheet::all(sources);
    let inherited = Inherited::of(sources, &config.rules);
    let parsed: Vec<Checked<Parsed>> = pages
        .par_iter()
        .filter_map(|(path, source)| {
            let text = sources.text(path)?;
            let sheets = content::sheet::named_in(text, &sheets);
            let rules = inherited.rules_for(path);
            let input = ParseInput { path, digest: source.digest, text, rules, sheets };
            Some(memos.documents.call(content::parse, &input))
        })
        .collect();
    let mut diagnostics = Vec::new();
    let value = parsed.into_iter().map(|document| document.report_to(&mut diagnostics)).collect();
    Checked { value, diagnostics }
}

/// Makes files of outputs, unless it has made them before.
struct Renderer<'a> {
    theme: &'a Theme,
    memos: &'a Memos,
    store: &'a dyn Store,
}

impl Render for Renderer<'_> {
    fn render(&self, output: &outputs::Output<'_>) -> (Digest, Checked<File>) {
        let input = RenderInput { theme: self.theme, output };
        self.memos.files.call_keyed(outputs::render, &input)
    }

    fn recall(&self, view: Digest) -> Option<Checked<File>> {
        self.memos.files.recall(view)
    }

    fn store(&self, path: &OutputPath, file: File) -> File {
        self.store.put(path, file)
    }

    fn picture(&self, part: &pictures::Part) -> Checked<File> {
        part.of(self.memos.pictures.call(pictures::make, &part.work))
    }

    fn icon(&self, part: &identity::Part) -> Checked<File> {
        part.of(self.memos.icons.call(identity::make, &part.work))
    }

    fn pdf(&self, work: &pdfs::Work) -> pdfs::Made {
        self.memos.pdfs.call(pdfs::make, work)
    }

    fn social_card(&self, card: &outputs::SocialCard, path: &OutputPath) -> Checked<File> {
        let input = DrawInput::of(card, self.theme, path);
        outputs::drawn(self.memos.social_cards.call(outputs::draw, &input))
    }
}

/// The site's time zone, for the clock and for `--now`; UTC where the settings cannot be read.
pub fn timezone(sources: &Sources) -> TimeZone {
    config::read(sources).value.map_or(TimeZone::UTC, |config| config.timezone)
}

impl Built {
    /// Whether anything keeps the site from being published.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.diagnostics)
    }
}
