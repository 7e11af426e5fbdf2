//! Reads the disk: finds the files of a site and brings each to its one form.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that reads the disk and the clock"
)]

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use walkdir::{DirEntry, WalkDir};

use crate::memo::Digest;
use crate::sources::texts::{LOCK_FILE, is_held, is_text, largest, tidy_text};
use crate::sources::{
    Content, Fault, OnDisk, PictureFile, Problem, Source, SourcePath, Sources, Stamp,
};

/// How old a file must be for its time stamp to tell that it has not changed since.
/// Some file systems keep times to two seconds only.
const SETTLED: Duration = Duration::from_secs(3);

/// A file that was found and is still to be read.
pub(super) struct Found {
    path: SourcePath,
    file: PathBuf,
}

/// The files of a site, and what could not be looked at.
pub(super) fn find(root: &Path) -> (Vec<Found>, Vec<Problem>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    let inside = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    for top in ["site.yaml", LOCK_FILE, "content", "i18n", "themes"] {
        let start = root.join(top);
        if start.symlink_metadata().is_err() {
            continue;
        }
        let walk = WalkDir::new(start).follow_links(true).sort_by_file_name();
        let mut walk = walk.into_iter().filter_entry(|entry| !is_passed_over(entry));
        while let Some(entry) = walk.next() {
            let is_folder = entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir());
            let result = entry
                .map_err(|error| walk_problem(root, &error))
                .and_then(|entry| found_file(root, &inside, &entry));
            match result {
                Ok(file) => found.extend(file),
                Err(problem) => {
                    // For a file this would pass over all that stands behind it.
                    if is_folder && matches!(problem.fault, Fault::LinkOutside) {
                        walk.skip_current_dir();
                    }
                    problems.push(problem);
                }
            }
        }
    }
    (found, problems)
}

/// Dot files and what editors leave behind are no part of a site.
fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0
        && (name.starts_with('.')
            || name.ends_with('~')
            || name.starts_with('#')
            || name.starts_with("~$")
            || name == "Thumbs.db")
}

fn found_file(root: &Path, inside: &Path, entry: &DirEntry) -> Result<Option<Found>, Problem> {
    let file = entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned();
    let lossy = SourcePath::new(&file.to_string_lossy().replace('\\', "/"));
    let problem = |fault| Problem { path: lossy.clone(), fault };
    if entry.path_is_symlink() {
        let target = entry.path().canonicalize();
        // The output lies inside the site too, and must not become its own source.
        let is_source = |target: PathBuf| {
            let tops = ["content", "i18n", "themes"].map(|top| inside.join(top));
            let settings = entry.depth() == 0 && target.is_file() && target.starts_with(inside);
            settings || tops.iter().any(|top| target.starts_with(top))
        };
        if !target.is_ok_and(is_source) {
            return Err(problem(Fault::LinkOutside));
        }
    }
    if entry.file_type().is_dir() {
        return Ok(None);
    }
    if !entry.file_type().is_file() {
        return Err(problem(Fault::Unreadable("not a regular file".to_owned())));
    }
    if file.to_str().is_none_or(|name| name.contains(is_unseen)) {
        return Err(problem(Fault::BadName));
    }
    Ok(Some(Found { path: lossy, file }))
}

/// Control characters, and marks that make a name look like another.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn walk_problem(root: &Path, error: &walkdir::Error) -> Problem {
    let file = error.path().unwrap_or(root);
    let is_link = file.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
    let kind = error.io_error().map(std::io::Error::kind);
    let file = file.strip_prefix(root).unwrap_or(file);
    let fault = if error.loop_ancestor().is_some() {
        Fault::LinkLoop
    } else if is_link && matches!(kind, Some(ErrorKind::NotFound | ErrorKind::NotADirectory)) {
        Fault::LinkNowhere
    } else if is_link && kind != Some(ErrorKind::PermissionDenied) {
        // The system gave up following a link that leads to itself.
        Fault::LinkLoop
    } else {
        let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
        Fault::Unreadable(reason)
    };
    Problem { path: SourcePath::new(&file.to_string_lossy().replace('\\', "/")), fault }
}

/// Reads one file, unless its stamp tells that it is as it was.
pub(super) fn read_file(
    root: &Path,
    found: &Found,
    previous: Option<&Sources>,
    started: SystemTime,
) -> Result<(SourcePath, Source), Problem> {
    let problem = |fault| Problem { path: found.path.clone(), fault };
    let unreadable = |error: std::io::Error| problem(Fault::Unreadable(error.to_string()));
    let file = root.join(&found.file);
    let metadata = std::fs::metadata(&file).map_err(unreadable)?;
    let modified = metadata.modified().unwrap_or(started);
    let stamp = Stamp { len: metadata.len(), modified };
    let settled = started.duration_since(modified).is_ok_and(|age| age > SETTLED);
    let known = previous.and_then(|previous| previous.get(&found.path));
    if let Some(known) = known.filter(|known| settled && known.stamp == Some(stamp)) {
        return Ok((found.path.clone(), known.clone()));
    }
    if is_text(&found.path) && metadata.len() > largest(&found.path) {
        return Err(problem(Fault::TooLarge(metadata.len())));
    }
    let bytes = std::fs::read(&file).map_err(unreadable)?;
    let digest = Digest::of(&bytes);
    let content = if is_text(&found.path) {
        Content::Text(text(bytes).map_err(problem)?)
    } else {
        let held = is_held(&found.path, metadata.len());
        let picture = PictureFile::on_disk(&bytes, &file);
        Content::OnDisk(OnDisk {
            file: found.file.as_path().into(),
            len: metadata.len(),
            dimensions: dimensions(&bytes, picture.as_ref()),
            picture,
            bytes: held.then(|| bytes.into()),
        })
    };
    // A file that changed a moment ago may change again within one tick of its
    // clock, so its stamp says nothing yet.
    Ok((found.path.clone(), Source { digest, content, stamp: settled.then_some(stamp) }))
}

fn text(bytes: Vec<u8>) -> Result<Arc<str>, Fault> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Fault::NotUtf8 { at, text: String::from_utf8_lossy(error.as_bytes()).into() }
    })?;
    match text.find('\0') {
        Some(at) => Err(Fault::Nul { at, text: text.into() }),
        None => Ok(tidy_text(&text).into()),
    }
}

/// Width and height as the picture is shown; also of formats of which no copies are made.
pub(super) fn dimensions(bytes: &[u8], picture: Option<&PictureFile>) -> Option<(u32, u32)> {
    if let Some(PictureFile { facts, .. }) = picture {
        return Some((facts.width, facts.height));
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}
