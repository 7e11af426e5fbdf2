//! `bangtin serve`: the site on this computer, always as the files stand.
//!
//! In: the site's folder. Out: answers on 127.0.0.1. One thread runs the whole program
//! again after each change and swaps a [`Snapshot`]; another answers from the last one.
//! Nothing is written to disk but copies of pictures and social cards that the next program
//! need not make again, and nothing asks what a change invalidates.
#![expect(clippy::disallowed_methods, reason = "the clock tells how long a build took")]

mod answer;
mod copies;
mod http;
mod media;
mod watch;

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use bangtin::config::{self, BaseUrl};
use bangtin::diagnostics::show;
use bangtin::memo::Digest;
use bangtin::public::{Files, Kept, MANIFEST, OutputPath};
use bangtin::sources::Sources;
use bangtin::{Built, Memos};
use tokio::sync::watch as channel;

use crate::cli::{Format, Serve, SiteFlags};
use crate::commands::printer::Printer;
use crate::commands::report::{self, Report};
use crate::commands::{Context, Exit, Outcome, Refusal, build, site};
use bangtin::diagnostics::say;
use copies::Copies;
use http::Served;
use watch::{Calls, Watch};

/// The site as it was at one moment; it is swapped as a whole.
#[derive(Clone, Default)]
pub(super) struct Snapshot {
    /// The last files that were good; none if there were never any.
    files: Option<Arc<Files>>,
    /// The digest of these files, by which a page knows that it is old.
    version: String,
    /// What is wrong now, as a JSON list.
    faults: String,
}

/// The snapshots as they come; `None` before the first.
type Snapshots = channel::Receiver<Option<Arc<Snapshot>>>;

/// Serves the site until it is stopped with Ctrl-C.
pub(super) fn run(flags: &Serve, context: &Context) -> Outcome {
    let printer = context.printer;
    site::must_be_folder(&context.root)?;
    if !context.root.join(config::SITE_FILE).exists() {
        let report = Report { printer: &printer, format: Format::Text, strict: false };
        report.show(&config::read(&Sources::default()).diagnostics)?;
        return Ok(Exit::Usage);
    }
    let (listener, address) = listen(flags.port)?;
    let (sender, receiver) = channel::channel(None);
    let base_url = flags.site.base_url.clone().or_else(|| BaseUrl::parse(&address));
    let site = SiteFlags { base_url, ..copy(&flags.site) };
    let open = flags.open.then(|| address.clone());
    let builder = Builder { root: context.root.clone(), site, printer, open };
    printer.data(&format!("{address}\n"))?;
    printer.news(&say!(
        "trang tự cập nhật khi bạn lưu tệp; nhấn Ctrl-C để dừng",
        "the site follows every change; press Ctrl-C to stop"
    ));
    let (caller, calls) = watch::bell();
    thread::spawn(move || builder.run(&sender, calls));
    let copies = Arc::new(Copies::new(&context.root));
    let served = Served { snapshots: receiver, copies, caller, tongue: printer.tongue };
    let served = http::run(listener, served);
    served.map_err(|error| report::disk(&address, &error))?;
    Ok(Exit::Good)
}

fn copy(flags: &SiteFlags) -> SiteFlags {
    let SiteFlags { base_url, drafts, future, now } = flags;
    SiteFlags { base_url: base_url.clone(), drafts: *drafts, future: *future, now: *now }
}

/// Takes the port, on this computer only.
fn listen(port: u16) -> Result<(TcpListener, String), Refusal> {
    let refused = |error: std::io::Error| {
        let taken = error.kind() == std::io::ErrorKind::AddrInUse;
        let next = port.checked_add(1).unwrap_or(1511);
        let message = if taken {
            say!(
                "cổng `{port}` đang có chương trình khác dùng",
                "another program uses the port `{port}`"
            )
        } else {
            say!(
                "không mở được cổng `{port}`: {error}",
                "cannot listen on the port `{port}`: {error}"
            )
        };
        let hint = say!(
            "chọn cổng khác: `bangtin serve --port {next}`",
            "choose another: `bangtin serve --port {next}`"
        );
        Refusal::usage(message, hint)
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?;
    let port = listener.local_addr().map_err(refused)?.port();
    Ok((listener, format!("http://127.0.0.1:{port}/")))
}

/// The thread that builds.
struct Builder {
    root: PathBuf,
    site: SiteFlags,
    printer: Printer,
    open: Option<String>,
}

impl Builder {
    /// Builds, tells, waits for a change, and again.
    fn run(&self, sender: &channel::Sender<Option<Arc<Snapshot>>>, calls: Calls) {
        let mut watch = Watch::new(&self.root, calls);
        if watch.is_polling() {
            self.printer.news(&say!(
                "máy không báo được thay đổi, nên xem lại mỗi giây",
                "this system does not tell of changes, so they are looked for every second"
            ));
        }
        let kept = Arc::new(Kept::writing(&self.root));
        build::tell_foreign(&kept, &self.printer);
        let memos = Memos::default().kept_by(&kept);
        let mut sources: Option<Sources> = None;
        let mut last = Snapshot::default();
        loop {
            let started = Instant::now();
            let fresh = Sources::read(&self.root, sources.as_ref());
            let built = bangtin::build(&fresh, &site::settings(&self.site, &fresh), &memos);
            let first = sources.is_none();
            let (before, rendered) = (last.clone(), built.work.rendered.len());
            self.tell(&built, &before);
            build::tell_work(&built, &self.printer);
            last = before.after(built, self.printer);
            if !first && last.version != before.version {
                let seconds = format!("{:.2}", started.elapsed().as_secs_f64());
                let comma = seconds.replace('.', ",");
                self.printer.news(&say!(
                    "đã cập nhật: {rendered} tệp, {comma} giây",
                    "updated: {rendered} files, {seconds} s"
                ));
            }
            if sender.send(Some(Arc::new(last.clone()))).is_err() {
                return;
            }
            if let Some(address) = self.open.as_deref().filter(|_| first) {
                open(address, &self.printer);
            }
            sources = Some(fresh);
            if watch.wait() {
                memos.look_at_kept_again();
            }
        }
    }

    /// Shows what is wrong, once for each set of faults.
    fn tell(&self, built: &Built, before: &Snapshot) {
        let faults = faults(built, self.printer);
        if faults != before.faults {
            let report = Report { printer: &self.printer, format: Format::Text, strict: false };
            // Words go to stderr, which cannot fail so that it matters.
            let _ = report.show(&built.diagnostics);
        }
    }
}

impl Snapshot {
    /// The snapshot that follows this one. While errors stand, the last good files stay.
    fn after(&self, built: Built, printer: Printer) -> Snapshot {
        let faults = faults(&built, printer);
        if built.has_errors() {
            return Snapshot { faults, ..self.clone() };
        }
        let version = version(&built.files);
        Snapshot { files: Some(Arc::new(built.files)), version, faults }
    }
}

/// The errors of a build as a JSON list. What does not keep the site from being
/// published is told in the terminal only.
fn faults(built: &Built, printer: Printer) -> String {
    let errors: Vec<_> = built
        .diagnostics
        .iter()
        .filter(|fault| fault.severity == bangtin::diagnostics::Severity::Error)
        .cloned()
        .collect();
    show::values(&errors, printer.tongue).to_string()
}

/// The manifest names every file with its digest, so its own digest is that of the site.
fn version(files: &Files) -> String {
    let manifest = OutputPath::parse(MANIFEST).and_then(|path| files.get(&path));
    let digest = manifest.map_or_else(|| Digest::of(&[]), |file| file.digest());
    digest.to_hex()[..16].to_owned()
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
