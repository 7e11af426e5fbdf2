//! The site as it was at one moment.
//!
//! In: what a build gave. Out: a [`Snapshot`], from which every answer comes.

use std::collections::BTreeSet;
use std::sync::Arc;

use bangtin::Built;
use bangtin::diagnostics::{Diagnostic, Severity};
use bangtin::memo::{Digest, Lazy};
use bangtin::outputs::search::Search;
use bangtin::public::{Files, InMemory, MANIFEST, OutputPath};
use bangtin::site::{PageId, Site};
use jiff::Timestamp;

/// The site as it was at one moment; it is swapped as a whole.
#[derive(Clone, Default)]
pub(super) struct Snapshot {
    /// The last site without errors; none if there was never any.
    pub(super) good: Option<Arc<Good>>,
    /// All that is to be said of the sources as they are, errors or not.
    pub(super) diagnostics: Arc<[Diagnostic]>,
}

/// A site without errors.
pub(super) struct Good {
    /// Its files.
    pub(super) files: Files,
    /// Its search, still to be made.
    pub(super) search: Option<Search>,
    /// The files of its search, once they are made.
    pub(super) found: Lazy<Arc<Files>>,
    /// What they were made of.
    pub(super) site: Option<Arc<Site>>,
    /// Its translations whose source has changed since.
    pub(super) outdated: BTreeSet<PageId>,
    /// The time that it was made for.
    pub(super) now: Timestamp,
    /// The digest of all of them.
    pub(super) version: Digest,
}

impl Snapshot {
    /// The snapshot that follows this one, built at this time. While errors stand, the last good
    /// site stays.
    pub(super) fn after(&self, built: Built, now: Timestamp) -> Snapshot {
        let has_errors = built.has_errors();
        let Built { files, search, site, outdated, diagnostics, plan: _, until: _, work: _ } =
            built;
        let good = match has_errors {
            true => self.good.clone(),
            false => {
                let (version, found) = (version(&files), Lazy::default());
                Some(Arc::new(Good { files, search, found, site, outdated, now, version }))
            }
        };
        Snapshot { good, diagnostics: diagnostics.into() }
    }

    /// What keeps the site from being published.
    pub(super) fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|fault| fault.severity == Severity::Error)
    }

    /// The digest of the last good site.
    pub(super) fn version(&self) -> Option<Digest> {
        self.good.as_ref().map(|good| good.version)
    }
}

impl Good {
    /// The files of its search, which are made when they are first asked for: no edit waits for
    /// them.
    pub(super) fn search(&self) -> Arc<Files> {
        let make = |search: &Search| search.files(&InMemory);
        self.found.get(|| Arc::new(self.search.as_ref().map(make).unwrap_or_default()))
    }
}

/// The manifest names every file with its digest, so its own digest is that of the site.
fn version(files: &Files) -> Digest {
    let manifest = OutputPath::parse(MANIFEST).and_then(|path| files.get(&path));
    manifest.map_or_else(|| Digest::of(&[]), |file| file.digest())
}
