//! Files in: one snapshot of a site's inputs, each with its digest.
//!
//! In: a folder on disk. Out: [`Sources`], a value that no later change on disk can touch.
//! Texts are held in memory in one form (UTF-8, NFC, line feeds, no byte order
//! mark); pictures and other files are held as a digest, a length and, for
//! pictures, a width and a height; spreadsheets and fonts of cards with their bytes too. What cannot be
//! read is kept as a [`Problem`], so that one bad file does not hide the others.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the room that reads the disk and the clock"
)]

mod copied;
mod disk;
mod embedded;
mod extent;
mod format;
mod left_behind;
mod original;
mod path;
mod picture;
mod put;
mod read;
mod strays;
mod texts;
mod unseen;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use serde::{Serialize, Serializer};

use crate::locale::old_letters::Letters;
use crate::memo::{Digest, Digester};
use embedded::Embedded;
use extent::is_beside_settings;
use texts::{is_text, tidy_text};

pub use copied::{CopySign, copied};
pub use disk::{Opened, Stamp, copy_checked};
pub use extent::{FOLDERS, is_source};
pub use format::Format;
pub use left_behind::{LeftBy, left_by};
pub use original::Original;
pub use path::{SourcePath, join};
pub use picture::{PictureFile, foreign};
pub use strays::Stray;
pub use texts::{
    LARGEST_FONT, LARGEST_LOGO, LARGEST_PICTURE, LARGEST_SHEET, LARGEST_TEXT, LOCK_FILE, nfc,
};
pub use unseen::{is_unseen, may_hold_unseen, stands_for, unseen, without_unseen};

/// One source file. It serialises as its digest: the bytes are what it is.
#[derive(Clone, Debug)]
pub struct Source {
    /// The digest of the file's bytes.
    pub digest: Digest,
    /// What is held of the file.
    pub content: Content,
    stamp: Option<Stamp>,
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}

/// What is held of a source file.
#[derive(Clone, Debug)]
pub enum Content {
    /// A text in UTF-8, NFC, with line feeds.
    Text(Arc<str>),
    /// Bytes that are inside the program.
    Embedded(&'static [u8]),
    /// A file that stays on disk until it is copied.
    OnDisk(OnDisk),
}

/// A file that stays on disk until it is copied.
#[derive(Clone, Debug)]
pub struct OnDisk {
    /// The path from the site's root as the disk spells it.
    pub file: Arc<Path>,
    /// Its length in bytes.
    pub len: u64,
    /// Width and height in pixels as it is shown, if it is a picture.
    pub dimensions: Option<(u32, u32)>,
    /// What picture it is, if it is one.
    pub picture: Option<PictureFile>,
    /// Its bytes, if the program looks into it: a spreadsheet, a font for cards or a logo, of a
    /// fair size.
    pub bytes: Option<Arc<[u8]>>,
    /// Whether it begins like a page, with a line that opens front matter.
    pub has_front_matter: bool,
}

/// A file that could not become a source.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The file.
    pub path: SourcePath,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Why a file could not become a source.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Not UTF-8, from this byte of the text on; the text has marks in place of bad bytes.
    NotUtf8 {
        /// Offset in `text`.
        at: usize,
        /// The text with U+FFFD in place of what could not be read.
        text: Arc<str>,
        /// The letters that it is in and how its first words read, if that can be told.
        old: Option<(Letters, String)>,
    },
    /// No text at all.
    AnotherFormat(Format),
    /// A NUL byte at this offset.
    Nul {
        /// Offset in `text`.
        at: usize,
        /// The whole text.
        text: Arc<str>,
    },
    /// A text file larger than any of its kind need be; its length in bytes.
    TooLarge(u64),
    /// A picture larger than any that can be looked into; its length in bytes.
    PictureTooLarge(u64),
    /// A file that was changed each time that it was read.
    Unsettled,
    /// A pipe, a socket or a device.
    NotAFile,
    /// A symbolic link that leads back to a folder above itself.
    LinkLoop,
    /// A symbolic link that leads out of the site.
    LinkOutside,
    /// A symbolic link that leads to nothing.
    LinkNowhere,
    /// A file name that is not Unicode or holds a control character, or that another file
    /// has too once both are in NFC.
    BadName,
    /// Anything else that the system said.
    Unreadable(String),
}

impl Problem {
    /// What is taken for the file, so that the files that name it are not at fault too.
    fn stand_in(&self) -> Source {
        let text: &str = match &self.fault {
            // Of a page or of settings with wrong letters nothing is known. A theme shows more of
            // its own faults if it is read.
            Fault::NotUtf8 { text, .. } | Fault::Nul { text, .. } if self.is_of_theme() => text,
            Fault::NotUtf8 { .. }
            | Fault::Nul { .. }
            | Fault::AnotherFormat(_)
            | Fault::TooLarge(_)
            | Fault::PictureTooLarge(_)
            | Fault::Unsettled
            | Fault::NotAFile
            | Fault::LinkLoop
            | Fault::LinkOutside
            | Fault::LinkNowhere
            | Fault::BadName
            | Fault::Unreadable(_) => "",
        };
        let content = Content::Text(tidy_text(text).into());
        Source { digest: Digest::of(text.as_bytes()), content, stamp: None }
    }

    fn is_of_theme(&self) -> bool {
        ["themes/", "i18n/"].iter().any(|folder| self.path.as_str().starts_with(folder))
    }
}

/// All inputs of a build, as they were at one moment.
#[derive(Clone, Default, Debug)]
pub struct Sources {
    files: BTreeMap<SourcePath, Source>,
    problems: Vec<Problem>,
    /// What lies beside the folders of the site.
    strays: Vec<Stray>,
    /// The themes that the program carries, once they were asked for.
    embedded: Option<Embedded>,
}

impl Sources {
    /// Reads `site.yaml`, `translations.lock`, the pictures beside them, `content/`, `i18n/` and
    /// `themes/` below `root`.
    /// Files whose stamp is as in `previous` are not read again.
    pub fn read(root: &Path, previous: Option<&Sources>) -> Sources {
        let started = SystemTime::now();
        let strays = strays::find(root);
        let root = read::Root::new(root);
        let (found, mut problems) = read::find(&root);
        let read =
            found.par_iter().filter_map(|entry| read::read_entry(&root, entry, previous, started));
        let read: Vec<Result<(SourcePath, Source), Problem>> = read.collect();
        let mut files = Vec::with_capacity(read.len());
        for result in read {
            match result {
                Ok(file) => files.push(file),
                Err(problem) if is_beside_settings(problem.path.as_str()) => {}
                Err(problem) => problems.push(problem),
            }
        }
        // Of two files with one name the one that was found last counts.
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        let twice = files.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        problems
            .extend(twice.map(|pair| Problem { path: pair[0].0.clone(), fault: Fault::BadName }));
        let mut files: BTreeMap<SourcePath, Source> = files.into_iter().collect();
        for problem in problems.iter().filter(|problem| is_text(&problem.path)) {
            files.entry(problem.path.clone()).or_insert_with(|| problem.stand_in());
        }
        problems.sort_by(|a, b| a.path.cmp(&b.path));
        let embedded = previous.and_then(|previous| previous.embedded.clone());
        Sources { files, problems, strays, embedded }.with_embedded_themes()
    }

    /// The digest of all files in some folders: their paths and what they hold.
    pub fn digest_of(&self, folders: &[&str]) -> Digest {
        let mut digester = Digester::default();
        for (path, source) in folders.iter().flat_map(|folder| self.under(folder)) {
            digester.add(path.as_str().as_bytes());
            // No path holds this, so that no two lists of files are the same bytes.
            digester.add(&[0]);
            digester.add_digest(source.digest);
        }
        digester.digest()
    }

    /// Adds the themes that the program carries, each where the site has none of that name.
    pub fn with_embedded_themes(mut self) -> Sources {
        let embedded = self.embedded.get_or_insert_with(embedded::read).clone();
        let absent = embedded.iter().filter(|(path, _)| !self.has_theme_of(path.as_str()));
        let absent: Vec<(SourcePath, Source)> = absent.cloned().collect();
        self.files.extend(absent);
        self
    }

    fn has_theme_of(&self, path: &str) -> bool {
        let end = path.match_indices('/').nth(1).map_or(path.len(), |(end, _)| end + 1);
        self.under(&path[..end]).next().is_some()
    }

    /// The source at this path.
    pub fn get(&self, path: &SourcePath) -> Option<&Source> {
        self.files.get(path)
    }

    /// The bytes at this path, if they are held.
    pub fn bytes(&self, path: &SourcePath) -> Option<Arc<[u8]>> {
        match &self.get(path)?.content {
            Content::Embedded(bytes) => Some((*bytes).into()),
            Content::OnDisk(file) => file.bytes.clone(),
            Content::Text(_) => None,
        }
    }

    /// The text at this path, if there is one.
    pub fn text(&self, path: &SourcePath) -> Option<&Arc<str>> {
        match &self.get(path)?.content {
            Content::Text(text) => Some(text),
            Content::Embedded(_) | Content::OnDisk(_) => None,
        }
    }

    /// The sources whose path begins with `prefix`, in order of their paths.
    pub fn under<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'a SourcePath, &'a Source)> {
        self.files
            .range(SourcePath::beginning(prefix)..)
            .take_while(move |(path, _)| path.as_str().starts_with(prefix))
    }

    /// The pictures beside `site.yaml`, in order.
    pub fn beside_settings(&self) -> impl Iterator<Item = (&SourcePath, &Source)> {
        self.files.iter().filter(|(path, _)| is_beside_settings(path.as_str()))
    }

    /// What lies beside the folders of the site and was meant to lie in them.
    pub fn strays(&self) -> &[Stray] {
        &self.strays
    }

    /// What could not be read.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}
