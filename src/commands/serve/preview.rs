//! What a page is told of itself, each time that the site was built.
//!
//! In: a snapshot and the address of a page. Out: a [`Preview`], by which its script knows
//! whether to load the page anew, and what to show beside it.

use bangtin::diagnostics::Diagnostic;
use bangtin::diagnostics::show::Tongue;
use bangtin::memo::Digest;
use serde_json::json;

use super::about::{About, about};
use super::answer::{Found, resolve};
use super::snapshot::Snapshot;
use super::{bar, version};

/// What a page is told of itself.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Preview {
    /// By what it knows that it is old.
    pub(super) version: String,
    /// The bar, as HTML; empty if there is none.
    pub(super) bar: String,
    /// What keeps the site from being published, as HTML; empty if nothing does.
    pub(super) errors: String,
}

/// What the page at this path of a request is told.
pub(super) fn of(snapshot: &Snapshot, path: &str, tongue: Tongue) -> Preview {
    let errors: Vec<&Diagnostic> = snapshot.errors().collect();
    let Some(good) = &snapshot.good else {
        // The errors are the page, so other errors are another page.
        let page = bar::errors_page(&errors, tongue);
        let version = Digest::of(page.as_bytes()).to_hex()[..16].to_owned();
        return Preview { version, bar: String::new(), errors: String::new() };
    };
    let (version, about) = match resolve(&good.files, path) {
        Found::File(path, file) => (version::of(&good.files, (path, file)), about(snapshot, path)),
        Found::Nothing(Some((path, file))) => {
            let about = About { is_missing: true, ..about(snapshot, path) };
            (version::of(&good.files, (path, file)), about)
        }
        Found::Folder | Found::Nothing(None) => (String::new(), About::default()),
    };
    let bar = bar::bar(&about, tongue);
    Preview { version, bar, errors: bar::errors(&errors, tongue) }
}

impl Preview {
    /// As its script reads it.
    pub(super) fn json(&self) -> String {
        json!({ "version": self.version, "bar": self.bar, "errors": self.errors }).to_string()
    }
}

#[cfg(test)]
#[path = "preview_tests.rs"]
mod tests;
