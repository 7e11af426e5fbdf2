//! The thread that builds: once at the beginning, and again at each change of a file, and when a
//! page is to come or to go by the clock.
//!
//! A good site is shown at once. Errors are held back for a moment: one that is gone by then
//! stood in a file that was half saved, or in one of several that are saved together.
#![expect(clippy::disallowed_methods, reason = "the clock tells how long a build took")]

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bangtin::config::{Purpose, Settings};
use bangtin::diagnostics::say;
use bangtin::public::Kept;
use bangtin::sources::Sources;
use bangtin::{Memos, Work};
use jiff::Timestamp;
use tokio::sync::watch as channel;

use crate::cli::{Format, SiteFlags};
use crate::commands::printer::Printer;
use crate::commands::report::Report;
use crate::commands::{build, site};

use super::snapshot::Snapshot;
use super::watch::{Calls, Watch, Woken};

/// How old an error must be to be shown.
const HELD_BACK: Duration = Duration::from_millis(150);

/// How long the clock is not looked at: it goes on while a computer sleeps, and waiting does not.
const MINUTE: Duration = Duration::from_secs(60);

/// The thread that builds.
pub(super) struct Builder {
    /// The site's folder.
    pub(super) root: PathBuf,
    /// What may differ from build to build.
    pub(super) site: SiteFlags,
    /// Where the user is told.
    pub(super) printer: Printer,
    /// The address to open in the browser, if one is to be.
    pub(super) open: Option<String>,
}

/// Where snapshots go.
pub(super) type Sender = channel::Sender<Option<Arc<Snapshot>>>;

/// What one build came to.
struct Turn {
    next: Snapshot,
    work: Work,
    started: Instant,
    /// From when on the same sources would be another site.
    until: Option<Timestamp>,
    is_first: bool,
}

impl Builder {
    /// Builds, tells, waits for a change, and again.
    pub(super) fn run(&self, sender: &Sender, calls: Calls) {
        let mut watch = Watch::new(&self.root, calls);
        let kept = Arc::new(Kept::writing(&self.root));
        build::tell_foreign(&kept, &self.printer);
        let memos = Memos::default().kept_by(&kept);
        let (mut sources, mut shown) = (None, Snapshot::default());
        let (mut faulty_since, mut is_polling) = (None, false);
        loop {
            let turn = self.build(&mut sources, &shown, &memos);
            let held_back = held_back(&turn, &mut faulty_since);
            let woken = match held_back.map(|rest| watch.wait(Some(rest))) {
                Some(woken @ (Woken::Change | Woken::KeptGone)) => woken,
                Some(Woken::Quiet) | None => {
                    self.tell(&shown, &turn);
                    shown = turn.next;
                    if sender.send(Some(Arc::new(shown.clone()))).is_err() {
                        return;
                    }
                    if let Some(address) = self.open.as_deref().filter(|_| turn.is_first) {
                        open(address, &self.printer);
                    }
                    self.tell_polling(&watch, &mut is_polling);
                    wait(&mut watch, turn.until)
                }
            };
            if woken == Woken::KeptGone {
                memos.look_at_kept_again();
            }
        }
    }

    /// Builds the site as it is now.
    fn build(&self, sources: &mut Option<Sources>, shown: &Snapshot, memos: &Memos) -> Turn {
        let started = Instant::now();
        let fresh = Sources::read(&self.root, sources.as_ref());
        let settings = Settings { purpose: Purpose::Preview, ..site::settings(&self.site, &fresh) };
        let mut built = bangtin::build(&fresh, &settings, memos);
        build::tell_work(&built, &self.printer);
        let work = std::mem::take(&mut built.work);
        let is_first = sources.replace(fresh).is_none();
        // A time that was asked for stands still.
        let until = built.until.filter(|_| self.site.now.is_none());
        let next = shown.after(built, settings.now.timestamp());
        Turn { next, work, started, until, is_first }
    }

    /// Shows what is wrong, once for each set of errors, and how long it took.
    fn tell(&self, shown: &Snapshot, turn: &Turn) {
        if turn.is_first || !turn.next.errors().eq(shown.errors()) {
            let report = Report { printer: &self.printer, format: Format::Text, strict: false };
            // Words go to stderr, which cannot fail so that it matters.
            let _ = report.show(&turn.next.diagnostics);
        }
        let is_mended = shown.errors().next().is_some() && turn.next.errors().next().is_none();
        if is_mended {
            self.printer.news(&say!("hết lỗi", "no errors any more"));
        }
        if !turn.is_first && shown.version() != turn.next.version() {
            let files = turn.work.rendered.len();
            let seconds = format!("{:.2}", turn.started.elapsed().as_secs_f64());
            let comma = seconds.replace('.', ",");
            self.printer.news(&say!(
                "đã cập nhật: {files} tệp, {comma} giây",
                "updated: {files} files, {seconds} s"
            ));
        }
    }

    /// Says once that the system does not tell of changes.
    fn tell_polling(&self, watch: &Watch, is_told: &mut bool) {
        if watch.is_polling() && !std::mem::replace(is_told, true) {
            self.printer.news(&say!(
                "máy không báo được thay đổi, nên xem lại mỗi giây",
                "this system does not tell of changes, so they are looked for every second"
            ));
        }
    }
}

/// Waits until something changes, be it the site by the clock alone.
fn wait(watch: &mut Watch, until: Option<Timestamp>) -> Woken {
    loop {
        let rest = until.map(|until| until.duration_since(Timestamp::now()));
        let rest = rest.map(|rest| Duration::try_from(rest).unwrap_or(Duration::ZERO));
        if rest.is_some_and(|rest| rest.is_zero()) {
            return Woken::Change;
        }
        match watch.wait(rest.map(|rest| rest.min(MINUTE))) {
            Woken::Quiet => {}
            woken @ (Woken::Change | Woken::KeptGone) => return woken,
        }
    }
}

/// How long the errors of a build are still to be held back, if they are.
fn held_back(turn: &Turn, faulty_since: &mut Option<Instant>) -> Option<Duration> {
    if turn.next.errors().next().is_none() {
        *faulty_since = None;
        return None;
    }
    let since = faulty_since.get_or_insert_with(Instant::now);
    let rest = HELD_BACK.saturating_sub(since.elapsed());
    (!turn.is_first && !rest.is_zero()).then_some(rest)
}

/// Opens the address in the browser, or says that it could not.
fn open(address: &str, printer: &Printer) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        printer.news(&say!(
            "không mở được trình duyệt; hãy tự mở {address}",
            "cannot open the browser; please open {address} yourself"
        ));
    }
}

#[cfg(test)]
#[path = "builder_tests.rs"]
mod tests;
