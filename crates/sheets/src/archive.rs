//! The archive that XLSX and ODS files are, unpacked part by part and never beyond a limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::{Fault, Looks};

/// The largest part that is unpacked, in bytes. A year of events takes less than one megabyte.
const LARGEST_PART: u64 = 32 * 1024 * 1024;

/// How much is unpacked of one archive, in bytes: its tabs may all name one part.
const MOST: u64 = 64 * 1024 * 1024;

/// The most tabs that are read.
pub(super) const MOST_TABS: usize = 100;

/// An archive that is being read.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// The archive in these bytes.
    ///
    /// # Errors
    /// If its table of contents is damaged.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes));
        zip.map(|zip| Archive { zip, left: MOST }).map_err(|_| Fault::Broken(String::new()))
    }

    /// The text of a part.
    ///
    /// # Errors
    /// If it is not there, damaged, locked or too large.
    pub(super) fn part(&mut self, name: &str) -> Result<String, Fault> {
        self.part_if_any(name)?.ok_or_else(|| Fault::Broken(name.to_owned()))
    }

    /// The text of a part that need not be there.
    ///
    /// # Errors
    /// If it is damaged, locked or too large.
    pub(super) fn part_if_any(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let broken = || Fault::Broken(name.to_owned());
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Fault::Locked);
            }
            Err(_) => return Err(broken()),
        };
        // What the archive says of its size may be a lie, so the bytes themselves are counted.
        let most = LARGEST_PART.min(self.left);
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if len > most {
            return Err(Fault::TooLarge(name.to_owned()));
        }
        self.left -= len;
        String::from_utf8(bytes).map(Some).map_err(|_| broken())
    }
}

/// What kind of archive it is.
pub(super) fn looks(bytes: &[u8]) -> Looks {
    let Ok(mut archive) = Archive::open(bytes) else { return Looks::Zip };
    let kind = archive.part_if_any("mimetype").ok().flatten();
    let has = |name: &str| archive.zip.index_for_name(name).is_some();
    if kind.is_some_and(|kind| kind.starts_with("application/vnd.oasis.opendocument.spreadsheet")) {
        Looks::Ods
    } else if has("xl/workbook.xml") || has("xl/worksheets/sheet1.xml") {
        Looks::Xlsx
    } else {
        Looks::Zip
    }
}
