//! How long `serve` is at work after an edit: of a body, of a title, of a term and of a
//! template, and how much of the site is done anew. Run:
//! `cargo bench --bench edit [-- PAGES...]`; without numbers 200, 2,000 and 10,000 pages.
//!
//! What is timed is what `serve` does from the first look at the disk to the last file: the time
//! in which the system tells of the edit is not in it. Everything lies on a file system in
//! memory where there is one.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark reads the clock, writes its corpus and prints its table"
)]

#[path = "../build/corpus.rs"]
#[expect(dead_code, reason = "the other benchmark has schedules and settings too")]
mod corpus;

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use bangtin::config::{Purpose, Settings};
use bangtin::sources::Sources;
use bangtin::{Built, Memos};
use jiff::{Timestamp, ZonedDateTime, tz::TimeZone};

/// The allocator of the program, without which this would time another one.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many edits of each sort are timed; the middle one is told.
const ROUNDS: usize = 9;

/// The page that is edited, of the middle of the site.
const PAGE: &str = "content/tin/bai-77.md";

fn main() -> io::Result<()> {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    let mut sizes: Vec<usize> = env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![200, 2_000, 10_000];
    }
    println!("pages    edit        median    rendered");
    for pages in sizes {
        let work = tempfile::Builder::new().prefix("bangtin-bench-").tempdir_in(&folder)?;
        corpus::write(work.path(), pages)?;
        let mut served = Served::begin(work.path());
        println!("{pages:<8} (the first) {:>6.0} ms  {}", millis(served.took), served.rendered);
        edits(pages, &mut served)?;
    }
    Ok(())
}

/// Makes the edit of this number.
type Edit<'a> = &'a dyn Fn(usize) -> io::Result<()>;

fn edits(pages: usize, served: &mut Served<'_>) -> io::Result<()> {
    let page = served.root.join(PAGE);
    let text = fs::read_to_string(&page)?;
    let title = text.lines().find(|line| line.starts_with("title:")).unwrap().to_owned();
    let topics = text.lines().find(|line| line.starts_with("topics:")).unwrap().to_owned();
    let template = served.root.join("themes/own/templates/post.html");
    fs::create_dir_all(template.parent().unwrap())?;
    fs::write(served.root.join("themes/own/theme.yaml"), "name: Own\nextends: civic\n")?;
    let settings = fs::read_to_string(served.root.join("site.yaml"))?;
    fs::write(served.root.join("site.yaml"), format!("{settings}theme: own\n"))?;
    let post = include_str!("../../themes/civic/templates/post.html");
    fs::write(&template, post)?;
    served.build();
    let sorts: [(&str, Edit<'_>); 4] = [
        ("a body", &|round| fs::write(&page, format!("{text}\n\nĐoạn {round}.\n"))),
        ("a title", &|round| {
            fs::write(&page, text.replace(&title, &format!("title: Bài {round}")))
        }),
        ("a term", &|round| {
            fs::write(&page, text.replace(&topics, &format!("topics: [chung, moi-{round}]")))
        }),
        ("a template", &|round| {
            let begin = "{% block before %}";
            fs::write(&template, post.replace(begin, &format!("{begin}\n<!-- {round} -->")))
        }),
    ];
    for (name, edit) in sorts {
        let mut took = Vec::new();
        for round in 0..ROUNDS {
            edit(round)?;
            served.build();
            took.push(served.took);
        }
        took.sort();
        let median = millis(took[ROUNDS / 2]);
        println!("{pages:<8} {name:<11} {median:>6.0} ms  {}", served.rendered);
    }
    Ok(())
}

/// A site as `serve` has it.
struct Served<'a> {
    root: &'a Path,
    settings: Settings,
    sources: Option<Sources>,
    memos: Memos,
    took: Duration,
    rendered: usize,
    /// What is served; the last one goes when the next is there.
    built: Option<Built>,
}

impl Served<'_> {
    fn begin(root: &Path) -> Served<'_> {
        let now = ZonedDateTime::new(Timestamp::from_second(1_795_000_000).unwrap(), TimeZone::UTC);
        let settings = Settings {
            base_url: None,
            drafts: false,
            future: false,
            now,
            purpose: Purpose::Preview,
        };
        let (sources, memos) = (None, Memos::default());
        let took = Duration::ZERO;
        let mut served = Served { root, settings, sources, memos, took, rendered: 0, built: None };
        served.build();
        served
    }

    fn build(&mut self) {
        let started = Instant::now();
        let sources = Sources::read(self.root, self.sources.as_ref());
        let built = bangtin::build(&sources, &self.settings, &self.memos);
        self.took = started.elapsed();
        assert!(!built.has_errors(), "{:?}", built.diagnostics);
        self.rendered = built.work.rendered.len();
        (self.sources, self.built) = (Some(sources), Some(built));
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
