//! Bangtin turns Markdown and data into a static site in several languages.
//!
//! The program is one pure function, [`build`], between two thin rooms: [`sources`] reads
//! the disk, [`public`] writes it. It always runs as a whole on a fresh snapshot; its two
//! dear steps remember their results by the digest of all that they read:
//!
//! ```text
//! sources ─parse─▶ Documents ─link─▶ Site ─plan─▶ Outputs ─render─▶ Files ─write─▶ public/
//!            memo                                           memo
//! ```
//!
//! So what was remembered never changes what comes out: the law of this program.

pub mod sources;

pub mod config;
pub mod content;
pub mod site;

pub mod outputs;
pub mod theme;

pub mod public;

pub mod diagnostics;
pub mod locale;
pub mod memo;
pub mod yaml;

mod survey;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::tz::TimeZone;
use rayon::prelude::*;

use config::{Config, Settings};
use content::{Document, ParseInput};
use diagnostics::{Checked, Code, Diagnostic, Place, Severity};
use memo::{Digest, Keep, Memo, Outcome, Round};
use outputs::{DrawInput, RenderInput, pictures};
use public::{File, Files, OutputPath};
use site::lock::Lock;
use site::{Content, Site};
use sources::{SourcePath, Sources};

pub use survey::{Survey, SurveyPage, survey, unhidden};

/// What is remembered from build to build.
#[derive(Default)]
pub struct Memos {
    documents: Memo<Checked<Arc<Document>>>,
    files: Memo<Checked<File>>,
    pictures: Memo<pictures::Made>,
    social_cards: Memo<outputs::Drawn>,
}

impl Memos {
    /// Remembers nothing: for a program that builds once.
    pub fn forgetful() -> Memos {
        // A picture has several parts, so that even one build asks for it more than once.
        Memos { documents: Memo::forgetful(), files: Memo::forgetful(), ..Memos::default() }
    }

    /// Keeps copies of pictures and social cards where the next program finds them.
    pub fn kept_by<K>(self, keeper: &Arc<K>) -> Memos
    where
        K: Keep<pictures::Made> + Keep<outputs::Drawn> + 'static,
    {
        Memos {
            pictures: Memo::kept_by(keeper.clone()),
            social_cards: Memo::kept_by(keeper.clone()),
            ..self
        }
    }

    /// The keys of all that the last build asked for and that may be kept.
    pub fn kept(&self) -> BTreeSet<Digest> {
        self.pictures.keys().into_iter().chain(self.social_cards.keys()).collect()
    }

    /// Trusts no longer that what was kept is still there: the next build looks, and makes again
    /// what is not.
    pub fn look_at_kept_again(&self) {
        self.pictures.ask_keeper_again();
        self.social_cards.ask_keeper_again();
    }

    /// Ends a build, and tells what it did anew.
    fn sweep(&self, went: Round) -> Work {
        let mut rendered = self.files.sweep(went);
        rendered.extend(self.social_cards.sweep(went));
        let (parsed, pictured) = (self.documents.sweep(went), self.pictures.sweep(went));
        Work { parsed, rendered, pictured }
    }
}

impl Outcome for Checked<Arc<Document>> {
    fn lasts(&self) -> bool {
        true
    }
}

impl Outcome for Checked<File> {
    fn lasts(&self) -> bool {
        true
    }
}

/// What a build gives.
pub struct Built {
    /// The whole site; not to be published where there are errors.
    pub files: Files,
    /// All that is to be said, in order of places.
    pub diagnostics: Vec<Diagnostic>,
    /// What could not be remembered and was done anew.
    pub work: Work,
}

/// What a build did anew, by name.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Work {
    /// The sources that were parsed.
    pub parsed: BTreeSet<String>,
    /// The outputs that were rendered.
    pub rendered: BTreeSet<String>,
    /// The pictures of which copies were made.
    pub pictured: BTreeSet<String>,
}

/// Builds the site: the whole program.
pub fn build(sources: &Sources, settings: &Settings, memos: &Memos) -> Built {
    let mut all: Vec<Diagnostic> = Vec::new();
    let files = match read(sources, settings, memos, &mut all) {
        Some(site) => make(sources, &site, memos, &mut all),
        None => Files::new(),
    };
    let diagnostics = in_order(all, sources);
    let work = memos.sweep(if has_errors(&diagnostics) { Round::Faulty } else { Round::Good });
    Built { files, diagnostics, work }
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|fault| fault.severity == Severity::Error)
}

/// All that is to be said, once each. Of a file that could not be read there is nothing
/// else to say; a fault of a template meets many pages and is still one fault.
fn in_order(mut all: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    let problems = sources.problems();
    let unread: BTreeSet<&SourcePath> = problems.iter().map(|problem| &problem.path).collect();
    all.retain(|fault| fault.place.as_ref().is_none_or(|place| !unread.contains(&place.path)));
    all.extend(problems.iter().map(diagnostics::reading::diagnose));
    all.sort();
    all.dedup_by(|next, one| next.message == one.message && next.place == one.place);
    all
}

/// The first half: sources become one linked site.
fn read(
    sources: &Sources,
    settings: &Settings,
    memos: &Memos,
    all: &mut Vec<Diagnostic>,
) -> Option<Site> {
    let mut config = config::read(sources).report_to(all)?;
    if let Some(base_url) = &settings.base_url {
        config.base_url = Some(base_url.clone());
    }
    let documents = parse(sources, &config, memos).report_to(all);
    let data = content::data::read(sources, &config.rules).report_to(all);
    let lock = match config.rules.are_multilingual() {
        true => site::lock::read(sources).report_to(all),
        false => Lock::default(),
    };
    let content = Content { documents, data, assets: content::assets(sources), lock };
    Some(site::link(&config, content, settings).report_to(all))
}

/// The second half: the site becomes files.
fn make(sources: &Sources, site: &Site, memos: &Memos, all: &mut Vec<Diagnostic>) -> Files {
    let Some(theme) = theme::load(sources, &site.config).report_to(all) else {
        return Files::new();
    };
    if site.config.base_url.is_none() {
        all.push(no_base_url());
    }
    if site.pages.is_empty() {
        all.push(no_page(site.hidden.len()));
    }
    let plan = outputs::plan(site, &theme).report_to(all);
    let mut files = plan.files(|output| render(&theme, output, memos)).report_to(all);
    if let Some(path) = OutputPath::parse(public::MANIFEST) {
        let manifest = public::manifest(&files);
        files.insert(path, manifest);
    }
    files
}

fn parse(sources: &Sources, config: &Config, memos: &Memos) -> Checked<Vec<Arc<Document>>> {
    let pages: Vec<(&SourcePath, &sources::Source)> = content::pages(sources).collect();
    let sheets = content::sheet::all(sources);
    let parsed: Vec<Checked<Arc<Document>>> = pages
        .par_iter()
        .filter_map(|(path, source)| {
            let text = sources.text(path)?;
            let sheets = content::sheet::named_in(text, &sheets);
            let input =
                ParseInput { path, digest: source.digest, text, rules: &config.rules, sheets };
            Some(memos.documents.call(content::parse, &input))
        })
        .collect();
    let mut diagnostics = Vec::new();
    let value = parsed.into_iter().map(|document| document.report_to(&mut diagnostics)).collect();
    Checked { value, diagnostics }
}

fn render(theme: &theme::Theme, output: &outputs::Output<'_>, memos: &Memos) -> Checked<File> {
    let input = RenderInput { theme, output };
    match &output.recipe {
        // Nothing is gained by remembering what is ready.
        outputs::Recipe::Ready(_) => outputs::render(&input),
        outputs::Recipe::Picture(part) => part.of(memos.pictures.call(pictures::make, &part.work)),
        outputs::Recipe::SocialCard(card) => {
            let input = DrawInput::of(card, theme, &output.path);
            outputs::drawn(memos.social_cards.call(outputs::draw, &input))
        }
        outputs::Recipe::Template { .. }
        | outputs::Recipe::Book(_)
        | outputs::Recipe::Atom(_)
        | outputs::Recipe::JsonFeed(_)
        | outputs::Recipe::Sitemap(_)
        | outputs::Recipe::Calendar(_)
        | outputs::Recipe::Csv(_)
        | outputs::Recipe::ScheduleData(_)
        | outputs::Recipe::Text(_) => memos.files.call(outputs::render, &input),
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

/// A site without a page would take away all that was published before.
fn no_page(hidden: usize) -> Diagnostic {
    let (message, hint) = if hidden == 0 {
        (
            say!("trang web chưa có trang nào", "the site has no page"),
            say!(
                "viết trang chủ vào `content/_index.md`; `bangtin new` tạo sẵn một trang mẫu",
                "write the front page into `content/_index.md`; `bangtin new` writes a page to start from"
            ),
        )
    } else {
        (
            say!(
                "không trang nào được đăng: {hidden} trang là bản nháp, chưa tới ngày hoặc đã hết hạn",
                "no page is published: {hidden} are drafts, not due yet or expired"
            ),
            say!(
                "`bangtin list` cho biết lý do của từng trang; `--drafts` và `--future` hiện chúng",
                "`bangtin list` says why of each page; `--drafts` and `--future` show them"
            ),
        )
    };
    Diagnostic::error(Code::EmptyFile, message)
        .hint(hint)
        .at(Place::file(&SourcePath::new("content")))
}

fn no_base_url() -> Diagnostic {
    let message = say!(
        "`site.yaml` chưa có `base_url`: trang không có nguồn cấp tin và sơ đồ trang",
        "`site.yaml` has no `base_url`: the site has no feeds and no sitemap"
    );
    let hint = say!(
        "khi biết địa chỉ, thêm dòng `base_url: https://…/`",
        "once you know the address, add a line `base_url: https://…/`"
    );
    Diagnostic::note(Code::NoBaseUrl, message)
        .hint(hint)
        .at(Place::file(&SourcePath::new(config::SITE_FILE)))
}
