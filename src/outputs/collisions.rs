//! Two files at one address, also where only the case of letters differs: a disk or a
//! server may take them for one.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::outputs::jobs::{Job, Work};
use crate::outputs::{Origin, Recipe};
use crate::public::{MANIFEST, OutputPath};

/// The jobs in order of their paths, each path once, and those that came too late for theirs.
/// What stands in another's way is said.
pub(super) fn sort_out<'a>(
    jobs: Vec<Job<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Job<'a>>, Vec<Job<'a>>) {
    let mut sorted: BTreeMap<String, Job<'a>> = BTreeMap::new();
    let (mut all, mut beaten) = (Collisions::default(), Vec::new());
    // The manifest is made last, from all others; until then this keeps its place.
    let manifest = OutputPath::parse(MANIFEST).map(|path| Job {
        path,
        origin: Origin::Program("manifest"),
        work: Work::Known(Box::new(Recipe::Text(String::new()))),
    });
    for job in manifest.into_iter().chain(jobs) {
        let key = job.path.as_str().to_lowercase();
        match sorted.entry(key) {
            Entry::Occupied(first) => {
                all.add(first.get(), &job);
                beaten.push(job);
            }
            Entry::Vacant(place) => {
                place.insert(job);
            }
        }
    }
    for (key, job) in &sorted {
        let folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        folders.filter_map(|folder| sorted.get(folder)).for_each(|file| all.add(file, job));
    }
    diagnostics.extend(all.told);
    sorted.remove(MANIFEST);
    let mut jobs: Vec<Job<'a>> = sorted.into_values().collect();
    jobs.sort_by(|a, b| a.path.cmp(&b.path));
    (jobs, beaten)
}

/// What stands in each other's way, once for two sources: where two pages meet, their cards do.
#[derive(Default)]
struct Collisions {
    seen: BTreeSet<(String, String)>,
    told: Vec<Diagnostic>,
}

impl Collisions {
    fn add(&mut self, first: &Job<'_>, second: &Job<'_>) {
        let names = (first.origin.name().to_owned(), second.origin.name().to_owned());
        if self.seen.insert(names) {
            self.told.push(collision(first, second));
        }
    }
}

fn collision(first: &Job<'_>, second: &Job<'_>) -> Diagnostic {
    // The message stands at a file of the author's, if one of the two is, and rather at an old
    // address than at the page that has it now.
    let rank = |job: &Job<'_>| match &job.origin {
        Origin::Program(_) => 0,
        Origin::Source(path) => 1 + u8::from(path.as_str().starts_with("content/")),
        Origin::Alias(_) => 3,
    };
    let (here, other) = if rank(first) > rank(second) { (first, second) } else { (second, first) };
    let (path, name) = (here.path.as_str(), other.origin.name());
    let (message, hint) = match &here.origin {
        Origin::Alias(_) => (
            say!(
                "địa chỉ cũ này đã thuộc về `{name}`",
                "this old address already belongs to `{name}`"
            ),
            say!(
                "sửa địa chỉ này trong `aliases`, hoặc bỏ nó đi",
                "mend this address in `aliases`, or take it away"
            ),
        ),
        Origin::Source(_) | Origin::Program(_) => (
            say!(
                "hai trang ở cùng một địa chỉ `{path}`: tệp này và `{name}`",
                "two files at one address `{path}`: this one and `{name}`"
            ),
            say!(
                "viết một `slug` khác cho một trong hai, hoặc đổi tên tệp",
                "give one of them another `slug`, or rename the file"
            ),
        ),
    };
    let fault = Diagnostic::error(Code::SameAddress, message).hint(hint);
    match &here.origin {
        Origin::Source(path) => fault.at(Place::file(path)),
        Origin::Alias(place) => fault.at(place.clone()),
        Origin::Program(_) => fault,
    }
}

impl Origin {
    fn name(&self) -> &str {
        match self {
            Origin::Source(path) => path.as_str(),
            Origin::Alias(place) => place.path.as_str(),
            Origin::Program(name) => name,
        }
    }
}
