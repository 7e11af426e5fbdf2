//! `bangtin i18n`: how far the pages are translated, what has changed, and what is settled.
//!
//! In: the site and `translations.lock`. Out: a list, a comparison, or the lock file anew.

mod accept;
mod diff;
mod status;
mod words;

use bangtin::compare::progress::Progress;
use bangtin::content::Language;
use bangtin::diagnostics::{Code, did_you_mean, nearest_path, say};
use bangtin::sources::nfc;
use bangtin::{Memos, Read, unhidden};

use crate::cli::{Format, I18n, SiteFlags, Translations};
use crate::commands::report::Report;
use crate::commands::{Context, Exit, Outcome, Refusal, site};

/// Carries out a command of `i18n`.
pub(super) fn run(flags: &I18n, context: &Context) -> Outcome {
    match &flags.command {
        Translations::Status(flags) => status::run(flags, context),
        Translations::Diff(flags) => diff::run(flags, context),
        Translations::Accept(flags) => accept::run(flags, context),
        Translations::Words(flags) => words::run(flags, context),
    }
}

/// The site with all that is hidden. None where it cannot be read, or its lock file cannot,
/// which has then been said.
fn read(context: &Context) -> Result<Result<Read, Exit>, Refusal> {
    let sources = site::read(&context.root)?;
    let flags = SiteFlags { base_url: None, drafts: true, future: true, now: None };
    let read = unhidden(&sources, &site::settings(&flags, &sources), &Memos::forgetful());
    let report = Report { printer: &context.printer, format: Format::Text, strict: false };
    let mut faults = read.diagnostics;
    if read.value.is_some() {
        // What else is wrong with the pages is for `check` to say.
        faults.retain(|fault| fault.code == Code::BadLockFile);
    }
    report.show(&faults)?;
    Ok(match (read.value, report.verdict(&faults)) {
        (Some(read), Exit::Good) => Ok(read),
        (_, exit) => Err(exit),
    })
}

/// Whether the site has this language, if one is asked for.
fn language(written: Option<&str>, read: &Read) -> Result<Option<Language>, Refusal> {
    let Some(written) = written else { return Ok(None) };
    let site = &read.site;
    let language = Language::new(written);
    if site.config.rules.languages.contains_key(&language) {
        return Ok(Some(language));
    }
    Err(Refusal::usage(
        say!("trang web không có ngôn ngữ `{written}`", "the site has no language `{written}`"),
        did_you_mean(written, site.config.rules.languages.keys().map(Language::as_str)),
    ))
}

/// The translations of a page that is named by the file of one of them, which is then the
/// only one, by the file of its source, or by what they share.
fn named<'p>(written: &str, all: &[&'p Progress]) -> Result<Vec<&'p Progress>, Refusal> {
    let plain = nfc(written).replace('\\', "/");
    let plain = plain.strip_prefix("@/").or_else(|| plain.strip_prefix("./")).unwrap_or(&plain);
    let inside = plain.strip_prefix("content/").unwrap_or(plain);
    let file = format!("content/{inside}");
    let is_named = |progress: &&&Progress| {
        let paths = [&progress.source, &progress.translation];
        progress.page == inside || paths.into_iter().flatten().any(|path| path.as_str() == file)
    };
    let named: Vec<&Progress> = all.iter().filter(is_named).copied().collect();
    if !named.is_empty() {
        return Ok(named);
    }
    let paths = all.iter().flat_map(|progress| [&progress.source, &progress.translation]);
    let file = if file.ends_with(".md") { file } else { format!("{file}.md") };
    let near = nearest_path(&file, paths.flatten().map(|path| path.as_str()));
    Err(Refusal::usage(
        say!("không có trang `{written}`", "there is no page `{written}`"),
        match near {
            Some(near) => say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?"),
            None => say!(
                "viết tên tệp như trong `bangtin i18n status`",
                "write the file as `bangtin i18n status` shows it"
            ),
        },
    ))
}
