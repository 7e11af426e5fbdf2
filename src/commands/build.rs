//! `bangtin build`: builds the site and brings the output folder to its state.
#![expect(clippy::disallowed_methods, reason = "the clock tells how long it took")]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bangtin::diagnostics::{Code, Diagnostic, Say};
use bangtin::public::{self, Changes, Kept, WriteError};
use bangtin::{Built, Memos};

use crate::cli::{Build, Format};
use crate::commands::printer::{Printer, count};
use crate::commands::report::{self, Report};
use crate::commands::site::shown;
use crate::commands::{Context, Exit, Outcome, Refusal, output_folder, site};
use bangtin::diagnostics::say;

/// Builds the site. Nothing is written while an error stands.
pub(super) fn run(flags: &Build, context: &Context) -> Outcome {
    let started = Instant::now();
    let (root, printer) = (&context.root, &context.printer);
    let report = Report { printer, format: flags.format, strict: flags.strict };
    site::must_be_folder(root)?;
    let folder = flags.output_dir.clone().unwrap_or_else(|| root.join("public"));
    if let Some(fault) = output_folder::fault(root, &folder) {
        report.show(std::slice::from_ref(&fault))?;
        return Ok(Exit::Usage);
    }
    let phase = printer.phase(&say!("đang tạo trang…", "building…"));
    let sources = site::read(root)?;
    let kept = Arc::new(Kept::writing(root));
    let memos = Memos::forgetful().kept_by(&kept);
    let built = bangtin::build(&sources, &site::settings(&flags.site, &sources), &memos);
    drop(phase);
    let exit = report.verdict(&built.diagnostics);
    if exit != Exit::Good {
        report.show(&built.diagnostics)?;
        if exit == Exit::SiteErrors {
            report.tally(&built.diagnostics, &say!("chưa ghi tệp nào", "nothing was written"));
        }
        return Ok(exit);
    }
    tell_work(&built, printer);
    let phase = printer.phase(&say!("đang ghi…", "writing…"));
    let written = public::write(root, &folder, &built.files, flags.force);
    drop(phase);
    match written {
        Ok(changes) => {
            report.show(&built.diagnostics)?;
            kept.forget_all_but(&memos.kept());
            tell_changes(&changes, printer);
            printer.news(&summary(&built, &changes, (&folder, started.elapsed())));
            Ok(Exit::Good)
        }
        Err(WriteError::Foreign(paths)) => {
            let mut diagnostics = built.diagnostics;
            diagnostics.push(foreign(&paths));
            report.show(&diagnostics)?;
            Ok(Exit::Usage)
        }
        Err(WriteError::Disk { path, error }) => {
            if flags.format != Format::Text {
                report.show(&built.diagnostics)?;
            }
            Err(Refusal { hint: Some(cure(&error)), ..report::disk(&shown(&path), &error) })
        }
    }
}

/// What to do when the disk did not take the site.
fn cure(error: &io::Error) -> Say {
    let in_the_way = matches!(
        error.kind(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    );
    if in_the_way {
        return say!(
            "dời thứ đang ở đó đi, hoặc chọn thư mục khác bằng `--output-dir`",
            "move away what is there, or choose another folder with `--output-dir`"
        );
    }
    say!(
        "dọn chỗ hoặc cấp quyền ghi rồi chạy lại, hoặc chọn thư mục khác bằng `--output-dir`",
        "make room or see to the rights and try again, or choose another folder with `--output-dir`"
    )
}

/// Tells what was read and made, to those who want to know.
pub(super) fn tell_work(built: &Built, printer: &Printer) {
    for path in &built.work.parsed {
        printer.detail(&say!("đã đọc {path}", "read {path}"));
    }
    for path in &built.work.pictured {
        printer.detail(&say!("đã thu nhỏ {path}", "made copies of {path}"));
    }
    for path in &built.work.rendered {
        printer.detail(&say!("đã tạo {path}", "made {path}"));
    }
}

fn tell_changes(changes: &Changes, printer: &Printer) {
    for path in &changes.written {
        printer.detail(&say!("đã ghi {path}", "wrote {path}"));
    }
    for path in &changes.removed {
        printer.detail(&say!("đã xoá {path}", "removed {path}"));
    }
}

/// `48 trang, 130 tệp: 12 ghi mới, 3 xoá, 115 giữ nguyên, 0,4 giây → public`
fn summary(built: &Built, changes: &Changes, (folder, took): (&Path, Duration)) -> Say {
    let pages = built.files.keys().filter(|path| path.as_str().ends_with(".html")).count();
    let (pages, files) = (count(pages, "trang", "page"), count(built.files.len(), "tệp", "file"));
    let (written, removed, same) =
        (changes.written.len(), changes.removed.len(), changes.unchanged);
    let seconds = format!("{:.1}", took.as_secs_f64());
    let comma = seconds.replace('.', ",");
    let folder = shown(folder);
    Say {
        vi: format!(
            "{}, {}: {written} ghi mới, {removed} xoá, {same} giữ nguyên, {comma} giây → {folder}",
            pages.vi, files.vi
        ),
        en: format!(
            "{}, {}: {written} written, {removed} removed, {same} unchanged, {seconds} s → {folder}",
            pages.en, files.en
        ),
    }
}

/// How many files of others are named.
const NAMED: usize = 5;

fn foreign(paths: &[PathBuf]) -> Diagnostic {
    let mut names: Vec<String> =
        paths.iter().take(NAMED).map(|path| format!("`{}`", shown(path))).collect();
    if paths.len() > NAMED {
        names.push("…".to_owned());
    }
    let (names, number) = (names.join(", "), count(paths.len(), "tệp", "file"));
    let message = Say {
        vi: format!(
            "thư mục đích có {} không do bangtin tạo mà trang web sẽ ghi đè: {names}",
            number.vi
        ),
        en: format!("the site would overwrite {} that bangtin did not write: {names}", number.en),
    };
    Diagnostic::error(Code::ForeignFile, message).hint(say!(
        "chọn thư mục khác bằng `--output-dir`, hoặc thêm `--force` để ghi đè",
        "choose another folder with `--output-dir`, or add `--force` to overwrite them"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_five_foreign_files_are_named() {
        let paths: Vec<PathBuf> =
            (0..9).map(|n| PathBuf::from(format!("public/{n}.html"))).collect();
        let told = foreign(&paths).message.en;
        assert!(
            told.contains("9 files")
                && told.contains("`public/4.html`, …")
                && !told.contains("5.html"),
            "{told}"
        );
    }
}
