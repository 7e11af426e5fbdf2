//! Reads the disk: finds the files of a site and brings each to its one form.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use walkdir::{DirEntry, WalkDir};

use crate::locale::old_letters;
use crate::memo::Digest;
use crate::sources::extent::{FILES, FOLDERS, is_beside_settings};
use crate::sources::format;
use crate::sources::left_behind::is_left_behind;
use crate::sources::picture::dimensions;
use crate::sources::texts::{
    LARGEST_PICTURE, has_front_matter, is_held, is_text, largest, tidy_text,
};
use crate::sources::{
    Content, Fault, OnDisk, Opened, PictureFile, Problem, Source, SourcePath, Sources, Stamp,
};

/// How often a file is read that changes meanwhile.
const MOST_READINGS: u32 = 5;

/// How long the one who writes it is waited for after the first time; then twice as long each time.
const SHORTEST_PAUSE: Duration = Duration::from_millis(10);

/// The folder of a site.
pub(super) struct Root<'a> {
    folder: &'a Path,
    /// The same without links.
    real: PathBuf,
}

/// A file that was found and is still to be read.
struct Found {
    path: SourcePath,
    file: PathBuf,
    /// The number that the file had when it was looked at.
    number: Option<u64>,
}

impl Root<'_> {
    pub(super) fn new(folder: &Path) -> Root<'_> {
        Root { folder, real: folder.canonicalize().unwrap_or_else(|_| folder.to_owned()) }
    }

    /// Whether this is no source of the site, links followed. The output lies inside the site
    /// too, and must not become its own source.
    fn is_left(&self, target: &Path, is_top: bool) -> bool {
        let tops = FOLDERS.map(|top| self.real.join(top));
        let settings = is_top && target.is_file() && target.starts_with(&self.real);
        !(settings || tops.iter().any(|top| target.starts_with(top)))
    }

    /// Whether the file that is open at this path is none of the site.
    fn is_left_by(&self, file: &Path, opened: &Opened) -> bool {
        let is_top = file.parent() == Some(self.folder);
        let Ok(target) = file.canonicalize() else { return true };
        let is_this = Stamp::at(&target).is_ok_and(|stamp| stamp.is_of_one_file(opened.stamp()));
        self.is_left(&target, is_top) || !is_this
    }
}

/// What lies in the folders of a site and is no folder, in order, and what could not be looked at.
/// Nothing but links is looked into here: the rest is done for many files at once.
pub(super) fn find(root: &Root) -> (Vec<DirEntry>, Vec<Problem>) {
    let (mut found, mut problems) = (pictures_beside_settings(root), Vec::new());
    for top in FILES.iter().chain(&FOLDERS) {
        let start = root.folder.join(top);
        if start.symlink_metadata().is_err() {
            continue;
        }
        let walk = WalkDir::new(start).follow_links(true).sort_by_file_name();
        let is_left_out = |entry: &DirEntry| entry.file_type().is_dir() && is_passed_over(entry);
        let mut walk = walk.into_iter().filter_entry(|entry| !is_left_out(entry));
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if leads_out(root, &entry) && !is_passed_over(&entry) => {
                    problems.push(problem(root, &entry, Fault::LinkOutside));
                    // For a file this would pass over all that stands behind it.
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => found.push(entry),
                Err(error) => problems.push(walk_problem(root.folder, &error)),
            }
        }
    }
    (found, problems)
}

/// The pictures that lie beside `site.yaml`. Nobody need name them, so of what cannot be read
/// nothing is said.
fn pictures_beside_settings(root: &Root) -> Vec<DirEntry> {
    let walk = WalkDir::new(root.folder).min_depth(1).max_depth(1).follow_links(true);
    let is_picture = |entry: &DirEntry| {
        entry.file_name().to_str().is_some_and(is_beside_settings)
            && entry.file_type().is_file()
            && !leads_out(root, entry)
    };
    walk.sort_by_file_name().into_iter().flatten().filter(is_picture).collect()
}

fn is_passed_over(entry: &DirEntry) -> bool {
    is_left_behind(entry.depth(), &entry.file_name().to_string_lossy())
}

/// Whether this is a link that leads out of the site.
fn leads_out(root: &Root, entry: &DirEntry) -> bool {
    entry.path_is_symlink()
        && entry
            .path()
            .canonicalize()
            .map_or(true, |target| root.is_left(&target, entry.depth() == 0))
}

/// Where an entry lies in the site, as the disk spells it.
fn file_of<'e>(root: &Root, entry: &'e DirEntry) -> &'e Path {
    entry.path().strip_prefix(root.folder).unwrap_or(entry.path())
}

fn path_of(file: &Path) -> SourcePath {
    let written = file.to_string_lossy();
    match written.contains('\\') {
        true => SourcePath::new(&written.replace('\\', "/")),
        false => SourcePath::new(&written),
    }
}

fn problem(root: &Root, entry: &DirEntry, fault: Fault) -> Problem {
    Problem { path: path_of(file_of(root, entry)), fault }
}

/// The source in a file; none where it is no part of the site.
pub(super) fn read_entry(
    root: &Root,
    entry: &DirEntry,
    previous: Option<&Sources>,
    started: SystemTime,
) -> Option<Result<(SourcePath, Source), Problem>> {
    if is_passed_over(entry) {
        return None;
    }
    let file = file_of(root, entry);
    if !entry.file_type().is_file() {
        return Some(Err(problem(root, entry, Fault::NotAFile)));
    }
    if file.to_str().is_none_or(|name| name.contains(is_unseen)) {
        return Some(Err(problem(root, entry, Fault::BadName)));
    }
    let found = Found { path: path_of(file), file: file.to_owned(), number: number(entry) };
    Some(read_file(root, &found, previous, started))
}

/// The number of the file that was looked at, links followed.
#[cfg(unix)]
fn number(entry: &DirEntry) -> Option<u64> {
    use walkdir::DirEntryExt;
    Some(entry.ino())
}

#[cfg(not(unix))]
fn number(_: &DirEntry) -> Option<u64> {
    None
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
    Problem { path: path_of(file), fault }
}

/// Reads one file, unless its stamp tells that it is as it was. A file that changes while it is
/// read is read again.
fn read_file(
    root: &Root,
    found: &Found,
    previous: Option<&Sources>,
    started: SystemTime,
) -> Result<(SourcePath, Source), Problem> {
    let problem = |fault| Problem { path: found.path.clone(), fault };
    let file = root.folder.join(&found.file);
    let known = previous.and_then(|previous| previous.get(&found.path));
    let is_same = |known: &&Source| {
        known.stamp.is_some_and(|stamp| Stamp::at(&file).is_ok_and(|now| now == stamp))
    };
    if let Some(known) = known.filter(is_same) {
        return Ok((found.path.clone(), known.clone()));
    }
    let mut pause = SHORTEST_PAUSE;
    for _ in 0..MOST_READINGS {
        let mut opened = Opened::open(&file).map_err(|error| problem(unreadable(&error)))?;
        if opened.stamp().number() != found.number && root.is_left_by(&file, &opened) {
            return Err(problem(Fault::LinkOutside));
        }
        let held = look_into(&mut opened, found, &file);
        if opened.is_unchanged() {
            let (digest, content) = held.map_err(problem)?;
            // A file that changed a moment ago may change again within one tick of its clock,
            // so its stamp says nothing yet.
            let stamp = Some(opened.stamp()).filter(|stamp| stamp.is_settled(started));
            return Ok((found.path.clone(), Source { digest, content, stamp }));
        }
        std::thread::sleep(pause);
        pause *= 2;
    }
    Err(problem(Fault::Unsettled))
}

fn unreadable(error: &std::io::Error) -> Fault {
    Fault::Unreadable(error.to_string())
}

/// What is held of an open file, and the digest of all its bytes.
fn look_into(opened: &mut Opened, found: &Found, file: &Path) -> Result<(Digest, Content), Fault> {
    let Stamp { len, .. } = opened.stamp();
    let refused = |error| unreadable(&error);
    if is_text(&found.path) {
        if len > largest(&found.path) {
            return Err(Fault::TooLarge(len));
        }
        let bytes = opened.piece(0, len).map_err(refused)?;
        if let Some(format) = format::of(&bytes, found.path.extension() == "md") {
            return Err(Fault::AnotherFormat(format));
        }
        return Ok((Digest::of(&bytes), Content::Text(text(bytes)?)));
    }
    let head = opened.piece(0, 64).map_err(refused)?;
    let on_disk = OnDisk {
        file: found.file.as_path().into(),
        len,
        dimensions: None,
        picture: None,
        bytes: None,
        has_front_matter: has_front_matter(&head),
    };
    if len > LARGEST_PICTURE {
        if is_picture(&head) {
            return Err(Fault::PictureTooLarge(len));
        }
        let digest = opened.pass_on(&mut std::io::sink()).map_err(refused)?;
        return Ok((digest, Content::OnDisk(on_disk)));
    }
    let bytes = opened.piece(0, len).map_err(refused)?;
    let picture = PictureFile::on_disk(&bytes, file);
    let dimensions = dimensions(&bytes, picture.as_ref());
    let digest = Digest::of(&bytes);
    let bytes = is_held(&found.path, len).then(|| bytes.into());
    Ok((digest, Content::OnDisk(OnDisk { dimensions, picture, bytes, ..on_disk })))
}

/// Whether a file that begins like this is a picture.
fn is_picture(head: &[u8]) -> bool {
    use imagesize::{Compression, ImageType as Kind};
    match imagesize::image_type(head) {
        // Films begin like that too.
        Ok(Kind::Heif(compression)) => compression != Compression::Unknown,
        kind => matches!(
            kind,
            Ok(Kind::Jpeg | Kind::Png | Kind::Webp | Kind::Gif | Kind::Tiff | Kind::Bmp)
        ),
    }
}

pub(super) fn text(bytes: Vec<u8>) -> Result<Arc<str>, Fault> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let old = old_letters::in_bytes(error.as_bytes());
        Fault::NotUtf8 { at, text: String::from_utf8_lossy(error.as_bytes()).into(), old }
    })?;
    match text.find('\0') {
        Some(at) => Err(Fault::Nul { at, text: text.into() }),
        None => Ok(tidy_text(&text).into()),
    }
}
