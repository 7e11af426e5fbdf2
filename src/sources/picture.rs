//! Pictures among the sources: what each tells, and its bytes when copies are made of it.
//!
//! A site may hold more photographs than fit into memory, so their bytes are read a second
//! time when they are needed, and are taken only if they are still those of the snapshot.

use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::Arc;

use bangtin_pictures::{FOREIGN_NAMES, Facts, Foreign, Look};

use crate::memo::Digest;
use crate::sources::{OnDisk, SourcePath, copy_checked};

/// A picture, by its bytes and not by its name.
#[derive(Clone, Debug)]
pub struct PictureFile {
    /// What it is, and what becomes of it.
    pub look: Look,
    len: u64,
    bytes: Bytes,
}

#[derive(Clone, Debug)]
enum Bytes {
    /// Where they are read again.
    OnDisk(Arc<Path>),
    /// They were never on a disk.
    Held(Arc<[u8]>),
}

impl PictureFile {
    /// The picture that a file on disk holds, if it is one.
    pub(super) fn on_disk(bytes: &[u8], file: &Path) -> Option<PictureFile> {
        let look = bangtin_pictures::look(bytes)?;
        Some(PictureFile { look, len: bytes.len() as u64, bytes: Bytes::OnDisk(file.into()) })
    }

    /// The picture that these bytes are, if they are one.
    pub(super) fn held(bytes: &[u8]) -> Option<PictureFile> {
        let look = bangtin_pictures::look(bytes)?;
        Some(PictureFile { look, len: bytes.len() as u64, bytes: Bytes::Held(bytes.into()) })
    }

    /// What it tells, if it is one of which copies can be made.
    pub fn facts(&self) -> Option<&Facts> {
        match &self.look {
            Look::Pixels(facts) => Some(facts),
            Look::Whole(..) | Look::Drawing(_) | Look::Foreign(_) => None,
        }
    }

    /// The bytes of the file, which have this digest.
    ///
    /// # Errors
    /// If the disk refuses, or the file is no longer the one of the snapshot.
    pub fn bytes(&self, digest: Digest) -> io::Result<Cow<'_, [u8]>> {
        let file = match &self.bytes {
            Bytes::Held(bytes) => return Ok(Cow::Borrowed(bytes)),
            Bytes::OnDisk(file) => file,
        };
        let mut bytes = Vec::new();
        copy_checked(file, (self.len, digest), &mut bytes)?;
        Ok(Cow::Owned(bytes))
    }
}

/// The picture that a file is which is not published: by its bytes, or by its name where the
/// bytes are no picture that is known.
pub fn foreign(path: &SourcePath, file: &OnDisk) -> Option<Foreign> {
    match &file.picture {
        Some(picture) => match picture.look {
            Look::Foreign(foreign) => Some(foreign),
            Look::Pixels(_) | Look::Whole(..) | Look::Drawing(_) => None,
        },
        None => {
            let extension = path.extension();
            let known = FOREIGN_NAMES.iter().find(|(name, _)| *name == extension);
            known.map(|(_, foreign)| *foreign)
        }
    }
}

/// Width and height as the picture is shown; also of formats of which no copies are made.
pub(super) fn dimensions(bytes: &[u8], picture: Option<&PictureFile>) -> Option<(u32, u32)> {
    match picture.map(|picture| &picture.look) {
        Some(Look::Pixels(facts)) => return Some((facts.width, facts.height)),
        Some(Look::Drawing(drawing)) => return drawing.size,
        Some(Look::Whole(..) | Look::Foreign(_)) | None => {}
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
}
