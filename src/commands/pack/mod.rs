//! `bangtin pack`: the site, or a part of it, as one file for a USB stick or a chat.

mod faults;
mod file;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bangtin::content::Language;
use bangtin::diagnostics::Say;
use bangtin::locale::slug;
use bangtin::pack::archive::Archive;
use bangtin::pack::{self, PackInput, Single, What};
use bangtin::public::{File, Files, Kept, OutputPath};
use bangtin::site::{PageId, Site};
use bangtin::sources::{SourcePath, Sources, copy_checked};
use bangtin::{Built, Memos};

use crate::cli::{Format, Pack};
use crate::commands::printer::{Printer, count};
use crate::commands::report::{self, Report};
use crate::commands::site::shown;
use crate::commands::{Context, Exit, Outcome, Refusal, check, output_folder, site};
use bangtin::diagnostics::say;

/// What is packed, and where it is written.
struct Packing<'a> {
    flags: &'a Pack,
    root: &'a Path,
    printer: &'a Printer,
    target: PathBuf,
}

/// Packs what is asked for. Nothing is written while an error stands.
pub(super) fn run(flags: &Pack, context: &Context) -> Outcome {
    let (root, printer) = (&context.root, &context.printer);
    let report = Report { printer, format: Format::Text, strict: false };
    let phase = printer.phase(&say!("đang tạo trang web…", "building…"));
    let sources = site::read(root)?;
    let settings = site::settings(&flags.site, &sources);
    let kept = Arc::new(Kept::reading(root));
    let memos = Memos::forgetful().kept_by(&kept);
    let built = bangtin::build(&sources, &settings, &memos);
    drop(phase);
    let exit = report.verdict(&built.diagnostics);
    if exit != Exit::Good {
        report.show(&built.diagnostics)?;
        if exit == Exit::SiteErrors {
            report.tally(&built.diagnostics, &say!("chưa ghi gì", "nothing was written"));
        }
        return Ok(exit);
    }
    let Built { files, site: Some(site), .. } = built else { return Ok(Exit::SiteErrors) };
    let Some(theme) = bangtin::theme_of(&sources, &settings, &memos) else {
        return Ok(Exit::SiteErrors);
    };
    let language = flags.language.as_deref().map(Language::new);
    let written = flags.what.as_deref().map(|what| from_root(what, root, &sources));
    let what = What::find(&site, written.as_deref(), language.as_ref());
    let what = what.map_err(|fault| faults::unknown(&fault, flags, &site))?;
    let target = flags.output.clone().unwrap_or_else(|| PathBuf::from(name(&what, &site, flags)));
    if let Some(fault) = output_folder::fault_of_file(root, &target) {
        report.show(&[fault])?;
        return Ok(Exit::Usage);
    }
    file::may_write(&target, flags.single, flags.force)?;
    let files = check::readable(&files, root)?;
    let packing = Packing { flags, root, printer, target };
    match what.named.filter(|_| flags.single) {
        Some(page) => packing.single(&files, &site, page),
        None => {
            packing.archive(&PackInput { files: &files, site: &site, theme: &theme, what: &what })
        }
    }
}

impl Packing<'_> {
    fn archive(&self, input: &PackInput<'_>) -> Outcome {
        let phase = self.printer.phase(&say!("đang gói…", "packing…"));
        let fitted = pack::fit(input, self.flags.max).map_err(|error| self.disk(&error))?;
        let fitted = fitted.map_err(faults::too_small)?;
        let copy = |file: &File, into: &mut dyn Write| self.bytes_of(file, into);
        let archive = Archive::of(&fitted.package).map_err(|error| self.disk(&error))?;
        let written = file::write(&self.target, |into| archive.write(into, &copy));
        let len = written.map_err(|error| self.disk(&error))?;
        drop(phase);
        let pages = count(fitted.package.pages, "trang", "page");
        let files = count(fitted.package.entries.len(), "tệp", "file");
        let (vi, en) =
            (format!("{}, {}", pages.vi, files.vi), format!("{}, {}", pages.en, files.en));
        self.tell(&Say { vi, en }, len);
        for (path, len) in &fitted.left {
            let Say { vi, en } = faults::size(*len);
            self.printer.news(&Say {
                vi: format!("để lại cho vừa: {path} ({vi})"),
                en: format!("left out to fit: {path} ({en})"),
            });
        }
        Ok(Exit::Good)
    }

    fn single(&self, files: &Files, site: &Site, page: PageId) -> Outcome {
        let Some(page) = site.page(page).address.output() else { return Ok(Exit::SiteErrors) };
        let mut shown: BTreeMap<OutputPath, Vec<u8>> = BTreeMap::new();
        for path in Single::needs(files, &page) {
            let Some(file) = files.get(&path) else { continue };
            let mut bytes = Vec::new();
            self.bytes_of(file, &mut bytes)
                .map_err(|error| report::unread(path.as_str(), &error))?;
            shown.insert(path, bytes);
        }
        let html = pack::single(&Single { files, site, shown: &shown }, &page);
        let Some(html) = html else { return Ok(Exit::SiteErrors) };
        let written = file::write(&self.target, |into| into.write_all(&html));
        let len = written.map_err(|error| self.disk(&error))?;
        self.tell(&say!("1 trang", "1 page"), len);
        Ok(Exit::Good)
    }

    fn bytes_of(&self, file: &File, into: &mut dyn Write) -> io::Result<()> {
        match file {
            File::Made(bytes) => into.write_all(bytes),
            File::Copied { from, digest, len } => {
                copy_checked(&self.root.join(from), (*len, *digest), into)
            }
            // What is built in memory waits nowhere else.
            File::Spooled { .. } => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn disk(&self, error: &io::Error) -> Refusal {
        report::disk(&shown(&self.target), error)
    }

    fn tell(&self, what: &Say, len: u64) {
        let (size, name) = (faults::size(len), shown(&self.target));
        self.printer.news(&Say {
            vi: format!("{}, {} → {name}", what.vi, size.vi),
            en: format!("{}, {} → {name}", what.en, size.en),
        });
    }
}

/// What is asked for as it is named from the site's folder: people name a file as their shell
/// completes it.
fn from_root(what: &str, root: &Path, sources: &Sources) -> String {
    let inside = Path::new(what).strip_prefix(root).ok();
    let inside = inside.map(|inside| inside.to_string_lossy().into_owned());
    let is_source = |path: &String| sources.get(&SourcePath::new(path)).is_some();
    inside.filter(is_source).unwrap_or_else(|| what.to_owned())
}

/// The name of the file where none is given: that of a page which hides its title is neutral too.
fn name(what: &What, site: &Site, flags: &Pack) -> String {
    let start = what.named.or_else(|| what.starts.values().next().copied());
    let named = start.map(|id| site.page(id)).map(|page| {
        let folder = page.address.folder().trim_end_matches('/');
        if page.shared.neutral_title.is_some() {
            slug(page.told_title())
        } else if what.is_whole {
            slug(site.config.text(&site.config.title, page.language()))
        } else {
            folder.rsplit('/').next().unwrap_or_default().to_owned()
        }
    });
    let named = named.filter(|named| !named.is_empty()).unwrap_or_else(|| "bangtin".to_owned());
    let language = flags.language.as_ref().map(|code| format!("-{code}")).unwrap_or_default();
    let ending = if flags.single { "html" } else { "zip" };
    let name = format!("{named}{language}.{ending}");
    if OutputPath::parse(&name).is_some() { name } else { format!("bangtin.{ending}") }
}
