//! The one file that is written: beside its place first, then under its name.
#![expect(clippy::disallowed_methods, reason = "this is where the file is written")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::Path;

use bangtin::pack::{SINGLE_MARK, archive};
use bangtin::public::removal;

use crate::commands::Refusal;
use crate::commands::site::shown;
use bangtin::diagnostics::say;

/// How many bytes at the beginning of a page tell whose it is.
const HEAD: u64 = 4096;

/// Whether the file may be written.
///
/// # Errors
/// If its name has another ending, a file of another program stands there, or a folder.
pub(super) fn may_write(target: &Path, single: bool, force: bool) -> Result<(), Refusal> {
    let name = shown(target);
    let ending = if single { "html" } else { "zip" };
    if !target.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
        return Err(Refusal::usage(
            say!(
                "tên `{name}` không kết thúc bằng `.{ending}`",
                "the name `{name}` does not end in `.{ending}`"
            ),
            say!("viết như `--output goi.{ending}`", "write it like `--output package.{ending}`"),
        ));
    }
    let Ok(metadata) = fs::symlink_metadata(target) else { return Ok(()) };
    let is_ours = if single { is_our_page(target) } else { is_our_archive(target) };
    if metadata.is_file() && (force || is_ours) {
        return Ok(());
    }
    Err(Refusal::usage(
        say!(
            "`{name}` đã có và không do bangtin tạo",
            "`{name}` is there and was not written by bangtin"
        ),
        say!(
            "chọn tên khác bằng `--output`, hoặc thêm `--force` để ghi đè tệp",
            "choose another name with `--output`, or add `--force` to overwrite a file"
        ),
    ))
}

fn is_our_archive(target: &Path) -> bool {
    // The end of an archive is its last record and, behind that, its comment (APPNOTE 4.3.16).
    let len = 22 + archive::MARK.len();
    let read = || -> io::Result<Vec<u8>> {
        let mut file = File::open(target)?;
        file.seek(SeekFrom::End(-i64::try_from(len).unwrap_or(0)))?;
        let mut end = Vec::new();
        file.take(len as u64).read_to_end(&mut end)?;
        Ok(end)
    };
    let mark = archive::MARK.as_bytes();
    read().is_ok_and(|end| end.starts_with(b"PK\x05\x06") && end.ends_with(mark))
}

fn is_our_page(target: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(target).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains(SINGLE_MARK)
}

/// Writes the file as a whole, or leaves what was there; gives its length.
///
/// # Errors
/// If the disk refuses.
pub(super) fn write(
    target: &Path,
    fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
) -> io::Result<u64> {
    let folder = target.parent().filter(|above| !above.as_os_str().is_empty());
    let name = format!(".bangtin-{}.tmp", std::process::id());
    let waiting = folder.unwrap_or(Path::new(".")).join(name);
    let file = OpenOptions::new().write(true).create_new(true).open(&waiting)?;
    let mut into = BufWriter::new(file);
    let written = fill(&mut into).and_then(|()| into.flush()).and_then(|()| {
        into.get_ref().sync_data()?;
        let len = into.get_ref().metadata()?.len();
        fs::rename(&waiting, target)?;
        Ok(len)
    });
    if written.is_err() {
        // It is ours: it was made a moment ago under a name that nothing had.
        let _ = removal::file(&waiting);
    }
    written
}
