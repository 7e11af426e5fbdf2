//! Two files at one address, also where only the case of letters differs: a disk or a
//! server may take them for one.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::outputs::jobs::{Job, Work};
use crate::outputs::{OldAddress, Origin};
use crate::public::{File, MANIFEST, OutputPath};
use crate::sources::SourcePath;

/// Whether two sources are one page twice, which is told as such.
type AreOne<'a> = &'a dyn Fn(&SourcePath, &SourcePath) -> bool;

/// The jobs in order of their paths, each path once, and those that came too late for theirs.
/// What stands in another's way is said.
pub(super) fn sort_out(
    jobs: Vec<Job>,
    are_one: AreOne<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Job>, Vec<Job>) {
    let mut sorted: BTreeMap<String, Job> = BTreeMap::new();
    let (mut all, mut beaten) = (Collisions::of(are_one), Vec::new());
    // The manifest is made last, from all others; until then this keeps its place.
    let manifest = OutputPath::parse(MANIFEST).map(|path| Job {
        path,
        origin: Origin::Program("manifest"),
        work: Work::Ready(File::made([])),
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
    let mut jobs: Vec<Job> = sorted.into_values().collect();
    jobs.sort_by(|a, b| a.path.cmp(&b.path));
    (jobs, beaten)
}

/// What stands in each other's way, once for two sources: where two pages meet, their cards do.
struct Collisions<'a> {
    are_one: AreOne<'a>,
    seen: BTreeSet<(String, String)>,
    told: Vec<Diagnostic>,
}

impl<'a> Collisions<'a> {
    fn of(are_one: AreOne<'a>) -> Collisions<'a> {
        Collisions { are_one, seen: BTreeSet::new(), told: Vec::new() }
    }

    fn add(&mut self, first: &Job, second: &Job) {
        if let (Origin::Source(one), Origin::Source(other)) = (&first.origin, &second.origin)
            && (self.are_one)(one, other)
        {
            return;
        }
        let names = (first.origin.name().to_owned(), second.origin.name().to_owned());
        if self.seen.insert(names) {
            self.told.push(collision(first, second));
        }
    }
}

fn collision(first: &Job, second: &Job) -> Diagnostic {
    // The message stands at an old address, or else at a file of the author's, if one of the
    // two is.
    let rank = |job: &Job| match &job.origin {
        Origin::Program(_) => 0,
        Origin::Source(path) => 1 + u8::from(path.as_str().starts_with("content/")),
        Origin::Alias(_) => 3,
    };
    let (here, other) = if rank(first) > rank(second) { (first, second) } else { (second, first) };
    let (path, name) = (here.path.as_str(), other.origin.name());
    if let Origin::Alias(old) = &here.origin {
        return old_address(old, &other.origin);
    }
    let message = say!(
        "hai trang ở cùng một địa chỉ `{path}`: tệp này và `{name}`",
        "two files at one address `{path}`: this one and `{name}`"
    );
    let hint = say!(
        "viết một `slug` khác cho một trong hai, hoặc đổi tên tệp",
        "give one of them another `slug`, or rename the file"
    );
    let fault = Diagnostic::error(Code::SameAddress, message).hint(hint);
    match &here.origin {
        Origin::Source(path) if path.as_str().to_lowercase() == name.to_lowercase() => {
            by_capitals(path, name)
        }
        Origin::Source(path) => fault.at(Place::file(path)),
        Origin::Alias(_) | Origin::Program(_) => fault,
    }
}

/// Two files whose names differ by capitals alone.
fn by_capitals(path: &SourcePath, other: &str) -> Diagnostic {
    let message = say!(
        "tên tệp này và `{other}` chỉ khác nhau ở chữ hoa, chữ thường: nhiều máy coi là một tệp",
        "this file and `{other}` differ by capitals alone: many computers take them for one file"
    );
    let hint = say!("xoá một trong hai, hoặc đổi tên", "delete one of them, or rename it");
    Diagnostic::error(Code::SameAddress, message).hint(hint).at(Place::file(path))
}

/// An old address where something else is: that is what to mend, not the page that is there.
fn old_address(old: &OldAddress, other: &Origin) -> Diagnostic {
    let (written, name) = (&old.written, other.name());
    let message = match other {
        Origin::Source(_) => say!(
            "địa chỉ cũ `{written}` trong `aliases` đang là địa chỉ của `{name}`",
            "the old address `{written}` in `aliases` is that of `{name}`"
        ),
        Origin::Alias(_) => say!(
            "địa chỉ cũ `{written}` cũng có trong `aliases` của `{name}`",
            "the old address `{written}` stands in the `aliases` of `{name}` too"
        ),
        Origin::Program(_) => say!(
            "địa chỉ cũ `{written}` trong `aliases` là của tệp `{name}` do chương trình tạo ra",
            "the old address `{written}` in `aliases` is that of `{name}`, which the program makes"
        ),
    };
    let hint = match &old.within {
        Some(within) => say!(
            "`aliases` tính từ gốc của cả trang web: viết `{within}`, hoặc xoá địa chỉ cũ này",
            "`aliases` are of the whole site: write `{within}`, or delete this old address"
        ),
        None => say!(
            "xoá địa chỉ cũ này khỏi `aliases`: nó đã dẫn tới chỗ khác",
            "delete this old address from `aliases`: it leads elsewhere already"
        ),
    };
    Diagnostic::error(Code::SameAddress, message).hint(hint).at(old.place.clone())
}

impl Origin {
    fn name(&self) -> &str {
        match self {
            Origin::Source(path) => path.as_str(),
            Origin::Alias(old) => old.place.path.as_str(),
            Origin::Program(name) => name,
        }
    }
}
