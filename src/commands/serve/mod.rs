//! `bangtin serve`: the site on this computer, always as the files stand.
//!
//! In: the site's folder. Out: answers on 127.0.0.1. One thread runs the whole program
//! again at each change and swaps a [`Snapshot`]; another answers from the last one.
//! Nothing is written to disk but copies of pictures and social cards that the next program
//! need not make again, and nothing asks what a change invalidates.

mod about;
mod answer;
mod bar;
mod builder;
mod copies;
mod http;
mod media;
mod preview;
mod snapshot;
mod tidings;
mod version;
mod watch;

use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

use bangtin::config::{self, BaseUrl};
use bangtin::diagnostics::say;
use bangtin::sources::Sources;
use tokio::sync::watch as channel;

use crate::cli::{Format, Serve, SiteFlags};
use crate::commands::report::{self, Report};
use crate::commands::{Context, Exit, Outcome, Refusal, site};
use builder::Builder;
use copies::Copies;
use http::Served;
use snapshot::Snapshot;

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
