//! What a file costs grows as the file does: twice the text takes at most two and a half times
//! the work, whatever stands in it.
//!
//! Work is the time that one thread was at work, which the kernel counts, of two sizes side by
//! side: how fast the machine is and what else it does tells in neither.

mod bodies;
mod heads;
mod sheets;
mod sites;

use std::fs;
use std::thread;
use std::time::Duration;

use bangtin::diagnostics::show::{self, Tongue};
use bangtin::sources::{LARGEST_TEXT, Sources};
use bangtin::{Memos, build};
use mimalloc::MiMalloc;
use rayon::ThreadPool;

use crate::kept::checks::{check_told, site};

/// The allocator that the program has: that of the system asks the kernel for large pieces anew
/// each time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// How many times the work twice the text may take.
const MOST: f64 = 2.5;

/// What is measured takes at least as long: less is within what the kernel's count is out by.
const LEAST: Duration = Duration::from_millis(40);

/// How often each size is measured; the least of it is what the text costs.
const RUNS: usize = 2;

/// How often a growth that is too fast is measured anew: something else may have come between.
const TRIES: usize = 4;

/// How often what is hostile stands in a text of which all that is said is looked at.
const FEW: usize = 20;

/// The files of a site, by how often what is hostile stands in them.
type Files = Box<dyn Fn(usize) -> Vec<(String, String)>>;

/// One way in which a site may grow.
pub(super) struct Shape {
    what: &'static str,
    files: Files,
}

/// A site of these files, with those of the small site that they do not replace.
pub(super) fn files(
    what: &'static str,
    files: impl Fn(usize) -> Vec<(String, String)> + 'static,
) -> Shape {
    Shape { what, files: Box::new(files) }
}

/// One file of this text.
pub(super) fn file(
    what: &'static str,
    path: &'static str,
    text: impl Fn(usize) -> String + 'static,
) -> Shape {
    files(what, move |n| vec![(path.to_owned(), text(n))])
}

/// What stands so often, each with its number.
pub(super) fn each(n: usize, part: impl Fn(usize) -> String) -> String {
    (0..n).map(part).collect()
}

/// Measures how each of them grows, and tells of all that grow too fast.
pub(super) fn try_all(shapes: &[Shape]) {
    // A build asks for threads of its own; of these there is one.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let told: Vec<String> = shapes.iter().filter_map(|shape| shape.too_fast(&pool)).collect();
    assert!(told.is_empty(), "{} of {}\n{}", told.len(), shapes.len(), told.join("\n"));
}

impl Shape {
    /// How fast it grows, if that is too fast.
    fn too_fast(&self, pool: &ThreadPool) -> Option<String> {
        let few = self.sources(FEW);
        check_told(&build(&few, &site::settings(), &Memos::default()), &few);
        let rest = self.least(1, pool);
        let mut n = 64;
        loop {
            let own = took(&self.sources(n), pool).saturating_sub(rest);
            if own >= LEAST {
                break;
            }
            let more = n * (LEAST.as_micros() / own.as_micros().max(1)).clamp(2, 16) as usize;
            // What is as long as it may be, or grows no more, costs little however it grows.
            let [(_, all), (longest, more_of_all)] = [n, more].map(|n| self.lengths(n));
            if longest > LARGEST_TEXT / 2 || more_of_all == all {
                return None;
            }
            n = more;
        }
        let mut growths = Vec::new();
        for _ in 0..TRIES {
            let (once, twice) = (self.least(n, pool), self.least(2 * n, pool));
            let [once, twice] = [once, twice].map(|own| own.saturating_sub(rest).as_secs_f64());
            if twice <= MOST * once {
                return None;
            }
            growths.push(format!("{:.2}", twice / once));
        }
        Some(format!("{}: {} times from {n} to {}", self.what, growths.join(", "), 2 * n))
    }

    /// How long the longest text of this size is, and all of them together.
    fn lengths(&self, n: usize) -> (u64, u64) {
        let lengths = (self.files)(n).into_iter().map(|(_, text)| text.len() as u64);
        lengths.fold((0, 0), |(longest, all), own| (longest.max(own), all + own))
    }

    /// The site of this size.
    fn sources(&self, n: usize) -> Sources {
        let mut files = (self.files)(n).into_iter();
        let (path, text) = files.next().unwrap();
        let mut sources = site::with(&path, text.as_bytes());
        files.for_each(|(path, text)| sources.put(&path, &text));
        sources.with_embedded_themes()
    }

    /// The least that it took to build the site of this size.
    fn least(&self, n: usize, pool: &ThreadPool) -> Duration {
        let sources = self.sources(n);
        (0..RUNS).map(|_| took(&sources, pool)).min().unwrap()
    }
}

/// How long it took to build a site and to show what is said of it.
fn took(sources: &Sources, pool: &ThreadPool) -> Duration {
    let settings = site::settings();
    pool.install(|| {
        let before = worked();
        let built = build(sources, &settings, &Memos::default());
        show::text(&built.diagnostics, Tongue::Vi, false);
        show::json(&built.diagnostics, Tongue::En);
        worked().saturating_sub(before)
    })
}

/// How long this thread has been at work.
fn worked() -> Duration {
    // The kernel counts when a thread pauses.
    thread::sleep(Duration::from_micros(1));
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
}
