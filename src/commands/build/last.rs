//! What the last build was made of and what came of it: a build of the same says so at once.
//!
//! In: what `.bangtin/state` holds, the sources and the settings. Out: what the last build
//! said, if this one would say and write the same: nothing of the sources, the settings, the
//! program or the output has changed, and no instant has come at which any page changes by
//! itself.
#![expect(clippy::disallowed_methods, reason = "the program's own file tells its edition")]

use std::fs;
use std::path::Path;

use bangtin::Built;
use bangtin::config::Settings;
use bangtin::diagnostics::Diagnostic;
use bangtin::memo::Digest;
use bangtin::public::{self, OutputFolder, OutputPath};
use bangtin::sources::Sources;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What the last build was made of, and what came of it.
#[derive(Serialize, Deserialize)]
pub(super) struct Last {
    /// Stands for the program, the settings and the sources.
    made_of: String,
    /// When it was made.
    from: Timestamp,
    /// From when on it would be another.
    until: Option<Timestamp>,
    /// The output folder, and what stands for the files in it.
    folder: String,
    stamps: String,
    /// The files of the site.
    pub(super) files: Vec<String>,
    /// What was said.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What a build is made of, and when.
pub(super) struct Given {
    /// Stands for the program, the settings and the sources.
    made_of: String,
    now: Timestamp,
}

impl Last {
    /// The last build, if one of this would be the same.
    pub(super) fn same(root: &Path, given: &Given, output: &OutputFolder) -> Option<Last> {
        let last: Last = serde_json::from_slice(&public::recall(root)?).ok()?;
        let Given { made_of, now } = given;
        let is_now = last.from <= *now && last.until.is_none_or(|until| *now < until);
        if !is_now || last.made_of != *made_of || last.folder != name(output) {
            return None;
        }
        let paths: Option<Vec<OutputPath>> =
            last.files.iter().map(|path| OutputPath::parse(path)).collect();
        let stamps = public::stamps(output.path(), &paths?)?;
        (last.stamps == stamps.to_hex()).then_some(last)
    }

    /// Leaves word of a build that was written, for the next one. What cannot be left costs the
    /// next its time and nothing else.
    pub(super) fn leave(root: &Path, given: Given, output: &OutputFolder, built: &Built) {
        let paths: Vec<OutputPath> = built.files.keys().cloned().collect();
        let Some(stamps) = public::stamps(output.path(), &paths) else { return };
        let last = Last {
            made_of: given.made_of,
            from: given.now,
            until: built.until,
            folder: name(output),
            stamps: stamps.to_hex(),
            files: paths.iter().map(OutputPath::to_string).collect(),
            diagnostics: built.diagnostics.clone(),
        };
        if let Ok(state) = serde_json::to_vec(&last) {
            let _ = public::leave(root, &state);
        }
    }
}

impl Given {
    /// What a build is made of; nothing where some sources could not be read.
    pub(super) fn of(sources: &Sources, settings: &Settings) -> Option<Given> {
        if !sources.problems().is_empty() {
            return None;
        }
        let Settings { base_url, drafts, future, now, purpose } = settings;
        let base_url = base_url.as_ref().map(|base| base.as_str());
        let all = (edition()?, sources.digest_of(&[""]), base_url, drafts, future, purpose);
        let made_of = Digest::of_value(&all).to_hex();
        Some(Given { made_of, now: now.timestamp() })
    }
}

/// Stands for this very program: its version, and its file as the disk knows it.
fn edition() -> Option<(&'static str, u64, u128)> {
    let found = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let since = found.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some((env!("CARGO_PKG_VERSION"), found.len(), since.as_nanos()))
}

fn name(output: &OutputFolder) -> String {
    let path = output.path();
    path.canonicalize().unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}
