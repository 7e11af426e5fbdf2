//! `bangtin check`: looks for faults, and writes nothing unless it is to mend them.

mod difference;
mod fix;

use std::path::Path;
use std::sync::Arc;

use bangtin::diagnostics::Say;
use bangtin::public::{File, Files, Kept, OutputPath};
use bangtin::sources::copy_checked;
use bangtin::{Built, Memos, build, portable};

use crate::cli::Check;
use crate::commands::printer::count;
use crate::commands::report::Report;
use crate::commands::{Context, Exit, Outcome, Refusal, report, site};
use bangtin::diagnostics::say;

/// Checks the whole site.
pub(super) fn run(flags: &Check, context: &Context) -> Outcome {
    let printer = &context.printer;
    let report = Report { printer, format: flags.format, strict: flags.strict };
    let phase = printer.phase(&say!("đang kiểm tra…", "checking…"));
    let mut sources = site::read(&context.root)?;
    if flags.fix {
        fix::run(flags, context, &sources)?;
        sources = site::read(&context.root)?;
    }
    let kept = Arc::new(Kept::reading(&context.root));
    let memos = Memos::forgetful().kept_by(&kept);
    let mut built = build(&sources, &site::settings(&flags.site, &sources), &memos);
    let followed = if flags.portable { follow(&mut built, &context.root)? } else { None };
    drop(phase);
    report.show(&built.diagnostics)?;
    let exit = report.verdict(&built.diagnostics);
    match exit {
        Exit::Good => {
            if let Some(followed) = followed {
                let Say { vi, en } = count(followed, "liên kết", "link");
                printer.news(&Say {
                    vi: format!(
                        "đã đi theo {vi}: trang web chạy được từ máy chủ, thư mục con, USB"
                    ),
                    en: format!(
                        "followed {en}: the site works from a server, a sub-folder, a disk"
                    ),
                });
            }
            let Say { vi, en } = count(built.files.len(), "tệp", "file");
            let end = match flags.fix {
                true => say!("trang web có {vi}", "the site has {en}"),
                false => say!(
                    "trang web có {vi}; chỉ kiểm tra, không ghi tệp nào",
                    "the site has {en}; it was checked only, nothing was written"
                ),
            };
            report.tally(&built.diagnostics, &end);
        }
        Exit::SiteErrors => {
            let end = match flags.fix {
                true => say!(
                    "chạy `bangtin explain MÃ` để xem cách sửa",
                    "run `bangtin explain CODE` to learn more"
                ),
                false => say!(
                    "chỉ kiểm tra, không ghi tệp nào",
                    "the site was checked only, nothing was written"
                ),
            };
            report.tally(&built.diagnostics, &end);
        }
        Exit::Usage | Exit::Disk => {}
    }
    Ok(exit)
}

/// Follows everything in a site that has no errors; gives how many addresses were followed.
fn follow(built: &mut Built, root: &Path) -> Result<Option<usize>, Refusal> {
    let Some(site) = built.site.as_ref().filter(|_| !built.has_errors()) else { return Ok(None) };
    let files = readable(&built.files, root)?;
    let portable::Followed { count, diagnostics } = portable::check(&files, site);
    built.diagnostics.extend(diagnostics);
    built.diagnostics.sort();
    Ok(Some(count))
}

/// The same files, those that may hold addresses with their bytes.
///
/// # Errors
/// If the disk refuses one, or it was changed a moment ago.
pub(super) fn readable(files: &Files, root: &Path) -> Result<Files, Refusal> {
    let read = |(path, file): (&OutputPath, &File)| {
        let file = match file {
            File::Copied { from, digest, len } if portable::holds_references(path.as_str()) => {
                let mut bytes = Vec::new();
                let read = copy_checked(&root.join(from), (*len, *digest), &mut bytes);
                read.map_err(|error| report::unread(&from.to_string_lossy(), &error))?;
                File::made(bytes)
            }
            File::Made(_) | File::Copied { .. } | File::Spooled { .. } => file.clone(),
        };
        Ok((path.clone(), file))
    };
    files.iter().map(read).collect()
}
