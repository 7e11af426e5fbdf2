//! The files of a package as a ZIP archive: the same bytes on every machine and on every day.
//!
//! Names in order and in UTF-8, one time and one mode for all. What the program made is
//! compressed beforehand, on all cores, so that the size is known before anything is written;
//! files that are copied are passed on piece by piece by the caller, as they are: pictures,
//! films and documents are hardly ever larger than they must be.

use std::collections::BTreeMap;
use std::io::{self, Seek, Write};

use rayon::prelude::*;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::pack::Package;
use crate::public::{File, OutputPath};

/// What stands in the comment of every archive that this program writes, by which it knows them.
pub const MARK: &str = "bangtin";

/// What the archive needs for each file besides its bytes and twice its name (APPNOTE 4.3.7,
/// 4.3.12), and for itself (4.3.16).
const OVERHEAD: (u64, u64) = (30 + 46, 22);

/// Files that are as small as they get: to compress them only takes time.
const PACKED: &[&str] = &[
    "avif", "docx", "gif", "gz", "jpeg", "jpg", "m4a", "mp3", "mp4", "ods", "odt", "ogg", "pdf",
    "png", "pptx", "webm", "webp", "woff2", "xlsx", "zip",
];

/// How the bytes of a file that is copied are passed on.
pub type Copy<'c> = dyn Fn(&File, &mut dyn Write) -> io::Result<()> + 'c;

/// An archive that is ready to be written.
pub struct Archive<'p> {
    package: &'p Package,
    made: BTreeMap<&'p OutputPath, PreparedZipFile>,
}

impl<'p> Archive<'p> {
    /// Compresses what the program made.
    ///
    /// # Errors
    /// If a name or a file is more than an archive can hold.
    pub fn of(package: &'p Package) -> io::Result<Archive<'p>> {
        let made: Vec<(&OutputPath, &[u8])> = package
            .entries
            .iter()
            .filter_map(|(path, file)| match file {
                File::Made(bytes) => Some((path, &bytes[..])),
                File::Copied { .. } | File::Spooled { .. } => None,
            })
            .collect();
        let made = made.into_par_iter().map(|(path, bytes)| {
            let options = options(is_packed(path), bytes.len());
            let ready = PreparedZipFile::from_data(path.as_str(), options, bytes);
            Ok((path, ready.map_err(io::Error::from)?))
        });
        Ok(Archive { package, made: made.collect::<io::Result<_>>()? })
    }

    /// How many bytes the archive will have, if no file in it is larger than 4 GB.
    pub fn len(&self) -> u64 {
        let files = self.package.entries.iter().map(|(path, file)| {
            let bytes = self.made.get(path).map_or(file.len(), PreparedZipFile::compressed_size);
            bytes + 2 * path.as_str().len() as u64 + OVERHEAD.0
        });
        files.sum::<u64>() + OVERHEAD.1 + MARK.len() as u64
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.package.entries.is_empty()
    }

    /// Writes the archive.
    ///
    /// # Errors
    /// If the disk refuses, or a file that is copied.
    pub fn write(mut self, into: impl Write + Seek, copy: &Copy<'_>) -> io::Result<()> {
        let mut archive = ZipWriter::new(into);
        archive.set_comment(MARK)?;
        for (path, file) in &self.package.entries {
            match self.made.remove(path) {
                Some(ready) => archive.add_prepared_file(ready)?,
                None => {
                    let size = usize::try_from(file.len()).unwrap_or(usize::MAX);
                    archive.start_file(path.as_str(), options(true, size))?;
                    copy(file, &mut archive)?;
                }
            }
        }
        archive.finish()?;
        Ok(())
    }
}

fn is_packed(path: &OutputPath) -> bool {
    let extension = path.as_str().rsplit_once('.').map_or("", |(_, extension)| extension);
    PACKED.iter().any(|packed| packed.eq_ignore_ascii_case(extension))
}

fn options(is_packed: bool, len: usize) -> SimpleFileOptions {
    let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
        .large_file(u32::try_from(len).is_err())
}
