//! `bangtin check --fix`: makes the changes that can only be meant one way, once they were seen.
#![expect(clippy::disallowed_methods, reason = "this command changes files for people")]

use std::fs;
use std::io::{self, IsTerminal};
use std::path::Path;

use bangtin::diagnostics::{Say, say};
use bangtin::mend::{Mended, mend};
use bangtin::sources::{Opened, SourcePath, Sources};

use crate::cli::{Check, Format};
use crate::commands::check::difference;
use crate::commands::inside::must_be_inside;
use crate::commands::printer::{Printer, count};
use crate::commands::put::replace;
use crate::commands::{Context, Refusal, report, site};

/// Shows what can be mended, and mends it if that is wanted.
///
/// # Errors
/// If stdout or a file cannot be written, or a file was changed meanwhile. What was written before
/// stays.
pub(super) fn run(flags: &Check, context: &Context, sources: &Sources) -> Result<(), Refusal> {
    let printer = &context.printer;
    let phase =
        printer.phase(&say!("đang xem có thể tự sửa gì…", "looking for what can be mended…"));
    let settings = site::settings(&flags.site, sources);
    let mended = mend(sources, &settings, |path| original(&context.root, path, sources));
    drop(phase);
    let (changes, files) = counts(&mended);
    if mended.is_empty() {
        printer.news(&say!(
            "không có lỗi nào tự sửa được mà chắc chắn đúng; chưa ghi gì",
            "there is nothing that can be mended for certain; nothing was written"
        ));
        return Ok(());
    }
    let shown = difference::shown(&mended, printer.tongue, printer.colour);
    match flags.format {
        Format::Text | Format::Short => printer.data(&shown)?,
        // What these print is for a program, which would not know what to make of it.
        Format::Json | Format::Sarif => printer.words(&shown),
    }
    if !(flags.yes || is_wanted(printer, &changes, &files)) {
        printer.news(&Say {
            vi: format!(
                "chưa ghi gì; để sửa {} trong {}, chạy lại với `--fix --yes`",
                changes.vi, files.vi
            ),
            en: format!(
                "nothing was written; to make {} in {}, run again with `--fix --yes`",
                changes.en, files.en
            ),
        });
        return Ok(());
    }
    for one in &mended {
        write(&context.root, one, sources)?;
    }
    printer.news(&Say {
        vi: format!("đã sửa {} trong {}", changes.vi, files.vi),
        en: format!("made {} in {}", changes.en, files.en),
    });
    Ok(())
}

fn counts(mended: &[Mended]) -> (Say, Say) {
    let changes = mended.iter().map(|one| one.faults.len()).sum();
    (count(changes, "chỗ", "change"), count(mended.len(), "tệp", "file"))
}

/// The text of a file, if its bytes are still those that were read.
fn original(root: &Path, path: &SourcePath, sources: &Sources) -> Option<String> {
    let (mut bytes, file) = (Vec::new(), root.join(path.as_str()));
    // A link is not followed: what it leads to may be named by others too.
    let is_plain = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file());
    let digest = Opened::open(&file).ok()?.pass_on(&mut bytes).ok()?;
    let is_same = sources.get(path).is_some_and(|source| source.digest == digest);
    String::from_utf8(bytes).ok().filter(|_| is_plain && is_same)
}

/// Asks on a terminal; elsewhere nobody could answer.
fn is_wanted(printer: &Printer, changes: &Say, files: &Say) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return false;
    }
    printer.words(printer.tongue.of(&Say {
        vi: format!(
            "sửa {} trong {}? gõ c rồi Enter để ghi, chỉ Enter để thôi: ",
            changes.vi, files.vi
        ),
        en: format!(
            "make {} in {}? y and Enter to write, Enter alone to leave it: ",
            changes.en, files.en
        ),
    }));
    let mut answer = String::new();
    let answered = io::stdin().read_line(&mut answer);
    let yes = ["c", "có", "co", "y", "yes"];
    answered.is_ok() && yes.contains(&answer.trim().to_lowercase().as_str())
}

/// Puts the new text in the place of the old one, unless somebody else was faster.
fn write(root: &Path, one: &Mended, sources: &Sources) -> Result<(), Refusal> {
    let (path, file) = (one.path.as_str(), root.join(one.path.as_str()));
    must_be_inside(root, &file)?;
    if original(root, &one.path, sources).as_ref() != Some(&one.was) {
        return Err(Refusal::usage(
            say!(
                "`{path}` vừa bị thay đổi nên không được sửa",
                "`{path}` was changed just now and is left alone"
            ),
            say!("lưu tệp rồi chạy lại", "save the file and run again"),
        ));
    }
    replace(&file, one.is.as_bytes()).map_err(|error| report::disk(path, &error))
}
