//! `bangtin build`: builds the site and brings the output folder to its state.
#![expect(clippy::disallowed_methods, reason = "the clock tells how long it took")]

mod faults;
mod last;

use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use bangtin::diagnostics::{Diagnostic, Say};
use bangtin::public::{
    self, Changes, InMemory, Kept, OutputFolder, OutputPath, Spool, Store, WriteError,
};
use bangtin::{Built, Memos};

use crate::cli::{Build, Format};
use crate::commands::printer::{Printer, count};
use crate::commands::report::{self, Report};
use crate::commands::site::shown;
use crate::commands::{Context, Exit, Outcome, Refusal, output_folder, site};
use bangtin::diagnostics::say;
use last::{Given, Last};

/// How long another build is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is looked whether the other build has ended.
const LOOK: Duration = Duration::from_millis(50);

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
    // Before anything is read: who writes last has then read last, too.
    let Some(output) = claim(&folder, printer) else {
        report.show(&[faults::another_at_work(&folder)])?;
        return Ok(Exit::Usage);
    };
    output.clear();
    let kept = Arc::new(Kept::writing(root));
    tell_foreign(&kept, printer);
    let run = Run { flags, context, output: &output, kept: &kept, started };
    match run.attempt(&report)? {
        Ended::Exit(exit) => Ok(exit),
        // What has changed is read again, once; a file that never rests is told.
        Ended::Changed(_) => match run.attempt(&report)? {
            Ended::Exit(exit) => Ok(exit),
            Ended::Changed(diagnostics) => {
                report.show(&diagnostics)?;
                report.tally(&diagnostics, &nothing_written());
                Ok(Exit::SiteErrors)
            }
        },
    }
}

/// Claims the output folder; nothing, if another program does not leave it in time.
fn claim(folder: &Path, printer: &Printer) -> Option<OutputFolder> {
    let asked = Instant::now();
    let mut has_told = false;
    loop {
        if let Some(output) = OutputFolder::claim(folder) {
            return Some(output);
        }
        if !has_told {
            let (name, seconds) = (shown(folder), PATIENCE.as_secs());
            printer.news(&say!(
                "một lệnh `bangtin build` khác đang ghi vào `{name}`: chờ nhiều nhất {seconds} giây…",
                "another `bangtin build` is writing to `{name}`: waiting up to {seconds} seconds…"
            ));
            has_told = true;
        }
        if asked.elapsed() > PATIENCE {
            return None;
        }
        thread::sleep(LOOK);
    }
}

/// Says that nothing can be kept, where that is so.
pub(super) fn tell_foreign(kept: &Kept, printer: &Printer) {
    if kept.is_foreign() {
        let name = public::KEPT;
        printer.news(&say!(
            "`{name}` không do bangtin tạo nên không được dùng: lần nào cũng phải thu nhỏ hình lại",
            "`{name}` was not made by bangtin and is not used: pictures are made smaller each time anew"
        ));
    }
}

fn nothing_written() -> Say {
    say!("chưa ghi tệp nào", "nothing was written")
}

/// One run of the command.
struct Run<'a> {
    flags: &'a Build,
    context: &'a Context,
    output: &'a OutputFolder,
    kept: &'a Arc<Kept>,
    started: Instant,
}

/// How an attempt ended.
enum Ended {
    /// All has been said.
    Exit(Exit),
    /// A file changed between reading and writing, and this is to be said of it.
    Changed(Vec<Diagnostic>),
}

impl Run<'_> {
    /// Reads, builds and writes once.
    fn attempt(&self, report: &Report<'_>) -> Result<Ended, Refusal> {
        let (root, printer) = (&self.context.root, &self.context.printer);
        let phase = printer.phase(&say!("đang tạo trang web…", "building…"));
        let sources = site::read(root)?;
        let settings = site::settings(&self.flags.site, &sources);
        let given = Given::of(&sources, &settings);
        let last = given.as_ref().filter(|_| !self.flags.force);
        let last = last.and_then(|given| Last::same(root, given, self.output));
        if let Some(last) = last.filter(|last| report.verdict(&last.diagnostics) == Exit::Good) {
            drop(phase);
            return self.tell_same(&last, report).map(Ended::Exit);
        }
        let memos = Memos::forgetful().kept_by(self.kept);
        let spool = Spool::new(self.output, root);
        let store: &dyn Store = spool.as_ref().map_or(&InMemory, |spool| spool);
        let built = bangtin::build_into(store, &sources, &settings, &memos);
        drop(phase);
        let exit = report.verdict(&built.diagnostics);
        if exit != Exit::Good {
            report.show(&built.diagnostics)?;
            if exit == Exit::SiteErrors {
                report.tally(&built.diagnostics, &nothing_written());
            }
            return Ok(Ended::Exit(exit));
        }
        tell_work(&built, printer);
        let phase = printer.phase(&say!("đang ghi…", "writing…"));
        let written = public::write(self.output, root, &built.files, self.flags.force);
        drop(phase);
        match written {
            Ok(changes) => {
                self.kept.forget_all_but(&memos.kept());
                if let Some(given) = given {
                    Last::leave(root, given, self.output, &built);
                }
                self.tell(built, &changes, report).map(Ended::Exit)
            }
            Err(error) => self.failed(error, built.diagnostics, report),
        }
    }

    /// Tells that all is as the last build left it, with what that had to say.
    fn tell_same(&self, last: &Last, report: &Report<'_>) -> Outcome {
        report.show(&last.diagnostics)?;
        let changes = Changes { unchanged: last.files.len(), ..Changes::default() };
        let names = last.files.iter().map(String::as_str);
        let took = self.started.elapsed();
        self.context.printer.news(&summary(names, &changes, (self.output.path(), took)));
        Ok(Exit::Good)
    }

    /// Tells what was done.
    fn tell(&self, built: Built, changes: &Changes, report: &Report<'_>) -> Outcome {
        let (printer, folder) = (&self.context.printer, self.output.path());
        let mut diagnostics = built.diagnostics;
        diagnostics.extend(faults::left(folder, &changes.left));
        report.show(&diagnostics)?;
        tell_changes(changes, printer);
        let names = built.files.keys().map(OutputPath::as_str);
        printer.news(&summary(names, changes, (folder, self.started.elapsed())));
        Ok(Exit::Good)
    }

    /// Tells why nothing was written.
    fn failed(
        &self,
        error: WriteError,
        mut diagnostics: Vec<Diagnostic>,
        report: &Report<'_>,
    ) -> Result<Ended, Refusal> {
        match error {
            WriteError::Foreign(paths) => {
                diagnostics.push(faults::foreign(&paths));
                report.show(&diagnostics)?;
                Ok(Ended::Exit(Exit::Usage))
            }
            WriteError::Changed(from) => {
                diagnostics.push(faults::changed(&from));
                Ok(Ended::Changed(diagnostics))
            }
            WriteError::Disk { path, error } => {
                if self.flags.format != Format::Text {
                    report.show(&diagnostics)?;
                }
                let hint = Some(faults::cure(&error));
                Err(Refusal { hint, ..report::disk(&shown(&path), &error) })
            }
        }
    }
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

/// `xong: 48 trang, 130 tệp trong public/ (12 mới, 3 xoá), 0,4 giây`
fn summary<'n>(
    files: impl Iterator<Item = &'n str> + Clone,
    changes: &Changes,
    (folder, took): (&Path, Duration),
) -> Say {
    let pages = files.clone().filter(|path| path.ends_with(".html")).count();
    let (pages, files) = (count(pages, "trang", "page"), count(files.count(), "tệp", "file"));
    let (written, removed) = (changes.written.len(), changes.removed.len());
    let seconds = format!("{:.1}", took.as_secs_f64());
    let comma = seconds.replace('.', ",");
    let folder = shown(folder);
    Say {
        vi: format!(
            "xong: {}, {} trong {folder}/ ({written} ghi mới, {removed} xoá), {comma} giây",
            pages.vi, files.vi
        ),
        en: format!(
            "done: {}, {} in {folder}/ ({written} written, {removed} removed), {seconds} s",
            pages.en, files.en
        ),
    }
}
