//! `bangtin check`: looks for faults and writes nothing.

use std::sync::Arc;

use bangtin::diagnostics::Say;
use bangtin::public::Kept;
use bangtin::{Memos, build};

use crate::cli::Check;
use crate::commands::printer::count;
use crate::commands::report::Report;
use crate::commands::{Context, Exit, Outcome, site};
use bangtin::diagnostics::say;

/// Checks the whole site.
pub(super) fn run(flags: &Check, context: &Context) -> Outcome {
    let printer = &context.printer;
    let report = Report { printer, format: flags.format, strict: flags.strict };
    let phase = printer.phase(&say!("đang kiểm tra…", "checking…"));
    let sources = site::read(&context.root)?;
    let kept = Arc::new(Kept::reading(&context.root));
    let memos = Memos::forgetful().kept_by(&kept);
    let built = build(&sources, &site::settings(&flags.site, &sources), &memos);
    drop(phase);
    report.show(&built.diagnostics)?;
    let exit = report.verdict(&built.diagnostics);
    let end = say!(
        "chạy `bangtin explain MÃ` để xem cách sửa",
        "run `bangtin explain CODE` to learn more"
    );
    match exit {
        Exit::Good => {
            let Say { vi, en } = count(built.files.len(), "tệp", "file");
            printer.news(&Say {
                vi: format!("không có lỗi; trang web có {vi}"),
                en: format!("no errors; the site has {en}"),
            });
        }
        Exit::SiteErrors => report.tally(&built.diagnostics, &end),
        Exit::Usage | Exit::Disk => {}
    }
    Ok(exit)
}
