//! Which files of the site go into a package: its pages, and all that these need and offer.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::config::Host;
use crate::pack::PackInput;
use crate::portable::{Leads, Reference, Role, is_page, leads, references, text};
use crate::public::{Files, OutputPath};

/// The smallest file that is left out, in bytes: the page that stands for it has some, too.
const LEAST: u64 = 8_000;

/// The files of a package.
#[derive(Default)]
pub(super) struct Selection {
    /// Those of the site.
    pub files: BTreeSet<OutputPath>,
    /// Pages of the site that are not among them and are linked, each with the places that links
    /// name in it.
    pub outside: BTreeMap<OutputPath, BTreeSet<String>>,
    /// Files that are no pages and that no page needs to be whole, each with a page that links it.
    pub linked: BTreeMap<OutputPath, OutputPath>,
    /// Those of `linked` that may be left out.
    pub downloads: BTreeSet<OutputPath>,
    /// Larger copies of pictures, which may be left out.
    pub larger: BTreeSet<OutputPath>,
}

impl Selection {
    /// The files of what is asked for.
    pub(super) fn of(input: &PackInput<'_>) -> Selection {
        let PackInput { files, site, what, .. } = input;
        let pages = what.pages(files, site);
        let mut waiting: VecDeque<OutputPath> = pages.iter().cloned().collect();
        if what.is_whole && what.in_all_languages {
            // What an author publishes goes along, whether a page names it or not.
            let assets = site.assets.values().filter_map(|asset| asset.address.output());
            let assets = assets.filter(|path| files.contains_key(path));
            waiting.extend(assets.filter(|path| !is_for_machines(path)));
        }
        let mut chosen = Selection::default();
        let mut needed: BTreeSet<OutputPath> = BTreeSet::new();
        while let Some(path) = waiting.pop_front() {
            if !chosen.files.insert(path.clone()) {
                continue;
            }
            let Some(text) = files.get(&path).and_then(text) else { continue };
            let all = references(path.as_str(), text, None);
            for (at, reference) in all.iter().enumerate() {
                let Some((to, place)) = target(files, path.as_str(), reference) else { continue };
                match reference.role {
                    Role::Part => _ = needed.insert(to.clone()),
                    Role::Choice if is_first(text, &all, at) => _ = needed.insert(to.clone()),
                    Role::Choice => _ = chosen.larger.insert(to.clone()),
                    Role::Link if is_page(to.as_str()) => {
                        if !pages.contains(&to) {
                            chosen.outside.entry(to).or_default().extend(place);
                        }
                        continue;
                    }
                    Role::Link => {
                        chosen.linked.entry(to.clone()).or_insert_with(|| path.clone());
                    }
                    Role::Root | Role::Told | Role::Hit => continue,
                }
                waiting.push_back(to);
            }
        }
        let files = &chosen.files;
        chosen.outside.retain(|path, _| !files.contains(path));
        let linked = &chosen.linked;
        chosen.larger.retain(|path| !needed.contains(path) && !linked.contains_key(path));
        let offered = linked.keys().filter(|path| !needed.contains(*path));
        chosen.downloads = offered.cloned().collect();
        chosen
    }

    /// What may still be left out: what is offered to download, the largest first, then the larger
    /// copies of pictures.
    pub(super) fn spare(
        &self,
        files: &Files,
        left: &BTreeSet<OutputPath>,
    ) -> Vec<(OutputPath, u64)> {
        let sorted = |all: &BTreeSet<OutputPath>| {
            let all = all.difference(left);
            let all = all.filter_map(|path| Some((path.clone(), files.get(path)?.len())));
            let all = all.filter(|(_, len)| *len >= LEAST);
            let mut all: Vec<(OutputPath, u64)> = all.collect();
            all.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
            all
        };
        [sorted(&self.downloads), sorted(&self.larger)].concat()
    }
}

/// Whether servers and search engines read it, and no people: an author may publish such a file.
fn is_for_machines(path: &OutputPath) -> bool {
    let path = path.as_str();
    path == "robots.txt" || Host::ALL.iter().any(|(_, host)| host.files().contains(&path))
}

/// The file of the site that an address leads to, and the place in it.
pub(super) fn target(
    files: &Files,
    from: &str,
    reference: &Reference<'_>,
) -> Option<(OutputPath, Option<String>)> {
    let Leads::Inside(spot) = leads(from, reference, None) else { return None };
    let path = OutputPath::parse(&spot.path).filter(|path| files.contains_key(path))?;
    Some((path, spot.place.filter(|place| !place.is_empty())))
}

/// Whether a picture is the first of its set: that one always stays.
pub(super) fn is_first(text: &str, all: &[Reference<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &all[before]) else { return true };
    let between = text.get(before.place.end..all[at].place.start).unwrap_or("\"");
    before.role != Role::Choice || between.contains(['"', '\'', '<', '='])
}
