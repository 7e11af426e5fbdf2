//! Two files at one address, also where only the case of letters differs: a disk or a
//! server may take them for one.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Place, say};
use crate::outputs::{Origin, Output, Recipe};
use crate::public::{MANIFEST, OutputPath};

/// The outputs in order of their paths, each path once. What stands in another's way is said.
pub(super) fn sort_out<'a>(
    outputs: Vec<Output<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Output<'a>> {
    let mut sorted: BTreeMap<String, Output<'a>> = BTreeMap::new();
    let mut all = Collisions::default();
    // The manifest is made last, from all others; until then this keeps its place.
    let manifest = OutputPath::parse(MANIFEST).map(|path| Output {
        path,
        recipe: Recipe::Text(String::new()),
        origin: Origin::Program("manifest"),
    });
    for output in manifest.into_iter().chain(outputs) {
        let key = output.path.as_str().to_lowercase();
        match sorted.get(&key) {
            Some(first) => all.add(first, &output),
            None => {
                sorted.insert(key, output);
            }
        }
    }
    for (key, output) in &sorted {
        let folders = key.match_indices('/').map(|(at, _)| &key[..at]);
        folders.filter_map(|folder| sorted.get(folder)).for_each(|file| all.add(file, output));
    }
    diagnostics.extend(all.told);
    sorted.remove(MANIFEST);
    let mut outputs: Vec<Output<'a>> = sorted.into_values().collect();
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    outputs
}

/// What stands in each other's way, once for two sources: where two pages meet, their cards do.
#[derive(Default)]
struct Collisions {
    seen: BTreeSet<(String, String)>,
    told: Vec<Diagnostic>,
}

impl Collisions {
    fn add(&mut self, first: &Output<'_>, second: &Output<'_>) {
        let names = (first.origin.name().to_owned(), second.origin.name().to_owned());
        if self.seen.insert(names) {
            self.told.push(collision(first, second));
        }
    }
}

fn collision(first: &Output<'_>, second: &Output<'_>) -> Diagnostic {
    // The message stands at a file of the author's, if one of the two is.
    let rank = |output: &Output<'_>| match &output.origin {
        Origin::Program(_) => 0,
        Origin::Source(path) => 1 + u8::from(path.as_str().starts_with("content/")),
    };
    let (here, other) = if rank(first) > rank(second) { (first, second) } else { (second, first) };
    let (path, name) = (here.path.as_str(), other.origin.name());
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
        Origin::Source(path) => fault.at(Place::file(path)),
        Origin::Program(_) => fault,
    }
}

impl Origin {
    fn name(&self) -> &str {
        match self {
            Origin::Source(path) => path.as_str(),
            Origin::Program(name) => name,
        }
    }
}
