//! What every command does first: finds the site and says what time it is.
#![expect(
    clippy::disallowed_methods,
    reason = "the clock is read here, for the pipeline to need none"
)]

use std::path::{Path, PathBuf};

use bangtin::config::{Purpose, SITE_FILE, Settings};
use bangtin::diagnostics::Code;
use bangtin::sources::Sources;
use bangtin::yaml::Moment;
use jiff::{Timestamp, ZonedDateTime};

use crate::cli::SiteFlags;
use crate::commands::Refusal;
use crate::commands::printer::Printer;
use bangtin::diagnostics::say;

/// The folder of the site that one stands in: this one, or the nearest above it that holds one,
/// which is told. This one where there is none.
pub(crate) fn nearest(printer: &Printer) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let depth = here.ancestors().position(has_site);
    let Some(depth) = depth.filter(|depth| *depth > 0) else { return PathBuf::from(".") };
    let root: PathBuf = std::iter::repeat_n("..", depth).collect();
    let name = shown(&root);
    printer.news(&say!("trang web ở thư mục `{name}`", "the site is in the folder `{name}`"));
    root
}

/// The folder of the site to which a file or folder belongs: the nearest at or above it.
pub(crate) fn above(path: &Path) -> Option<PathBuf> {
    path.ancestors().find(|folder| has_site(folder)).map(Path::to_owned)
}

fn has_site(folder: &Path) -> bool {
    folder.join(SITE_FILE).is_file()
}

/// Reads the site in this folder.
///
/// # Errors
/// If there is no such folder. A folder without a site is a diagnostic of the build.
pub(crate) fn read(root: &Path) -> Result<Sources, Refusal> {
    must_be_folder(root)?;
    Ok(Sources::read(root, None))
}

/// Says so if there is no such folder.
pub(crate) fn must_be_folder(root: &Path) -> Result<(), Refusal> {
    if root.is_dir() {
        return Ok(());
    }
    let name = root.display();
    Err(Refusal::usage(
        say!("không có thư mục `{name}`", "there is no folder `{name}`"),
        say!("kiểm tra lại đường dẫn sau `--root`", "check the path after `--root`"),
    ))
}

/// What flags and the clock say of this build.
pub(crate) fn settings(flags: &SiteFlags, sources: &Sources) -> Settings {
    Settings {
        base_url: flags.base_url.clone(),
        drafts: flags.drafts,
        future: flags.future,
        now: now(flags.now, sources),
        purpose: Purpose::Publication,
    }
}

/// The time in the site's zone: the one that was asked for, else the clock's.
pub(crate) fn now(asked: Option<Moment>, sources: &Sources) -> ZonedDateTime {
    let zone = bangtin::timezone(sources);
    let instant = asked.map_or_else(Timestamp::now, |moment| moment.start(&zone));
    ZonedDateTime::new(instant, zone)
}

/// Whether these diagnostics say that there is no site here.
pub(crate) fn is_missing(diagnostics: &[bangtin::diagnostics::Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.code == Code::NoSiteFile)
}

/// A path as it is shown: without a leading `./`.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    let short = text.strip_prefix("./").filter(|rest| !rest.is_empty());
    short.map_or_else(|| text.clone(), str::to_owned)
}
