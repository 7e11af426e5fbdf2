//! Where a new page goes: its section, its language, its file name.

use std::collections::{BTreeMap, BTreeSet};

use bangtin::SurveyPage;
use bangtin::config::Config;
use bangtin::content::Language;
use bangtin::diagnostics::did_you_mean;
use bangtin::locale::slug_or_digest;
use bangtin::public::OutputPath;
use bangtin::sources::{SourcePath, Sources, nfc};

use crate::cli::{New, PageKind};
use crate::commands::Refusal;
use bangtin::diagnostics::say;

/// Where a new page goes.
#[derive(PartialEq, Debug)]
pub(super) struct Target {
    /// The file, from the site's root.
    pub(super) path: String,
    /// Its language.
    pub(super) language: Language,
}

/// What is known of the site.
type Known<'a> = (&'a Config, &'a Sources, &'a [SurveyPage]);

/// Where this page goes.
///
/// # Errors
/// If the section or the language is none of the site's, or the page is there already.
pub(super) fn choose(flags: &New, title: &str, known: Known<'_>) -> Result<Target, Refusal> {
    let (config, sources, pages) = known;
    let language = language(flags, config)?;
    let section = match &flags.section {
        Some(written) => asked(written, sources)?,
        None => usual(flags.kind, config, (sources, pages)),
    };
    let name = file_name(title);
    let own_folder = config.rules.languages.get(&language).cloned().flatten();
    let suffix = match &own_folder {
        None if language != config.rules.default_language => format!(".{language}"),
        None | Some(_) => String::new(),
    };
    let mut stem = String::from("content");
    for part in [own_folder.as_deref().unwrap_or_default(), &section, &name] {
        if !part.is_empty() {
            stem.push('/');
            stem.push_str(part);
        }
    }
    let section_file = format!("{stem}/_index{suffix}.md");
    let (page_file, bundle) = (format!("{stem}{suffix}.md"), format!("{stem}/index{suffix}.md"));
    for file in [&section_file, &page_file, &bundle] {
        if sources.get(&SourcePath::new(file)).is_some() {
            return Err(taken(file));
        }
    }
    let path = if flags.kind == PageKind::Section { section_file } else { page_file };
    Ok(Target { path, language })
}

/// Says that a page is there already.
pub(super) fn taken(file: &str) -> Refusal {
    Refusal::usage(
        say!("đã có trang `{file}`", "there is already a page `{file}`"),
        say!("sửa trang đó, hoặc đặt tiêu đề khác", "edit that page, or choose another title"),
    )
}

fn language(flags: &New, config: &Config) -> Result<Language, Refusal> {
    let Some(written) = &flags.language else { return Ok(config.rules.default_language.clone()) };
    let language = Language::new(written);
    if config.rules.languages.contains_key(&language) {
        return Ok(language);
    }
    Err(Refusal::usage(
        say!("trang web không có ngôn ngữ `{written}`", "the site has no language `{written}`"),
        did_you_mean(written, config.rules.languages.keys().map(Language::as_str)),
    ))
}

/// The name of the file, which is also the last part of the page's address. It serves too
/// where some disks keep it for devices (`con`, `aux`).
fn file_name(title: &str) -> String {
    let slug = slug_or_digest(title);
    if OutputPath::parse(&format!("{slug}/index.html")).is_some() {
        slug
    } else {
        format!("{slug}-1")
    }
}

/// The section that was asked for: `tin-tuc`, `content/tin-tuc` or `@/tin-tuc`.
fn asked(written: &str, sources: &Sources) -> Result<String, Refusal> {
    let plain = nfc(written).replace('\\', "/");
    let plain = plain.strip_prefix("@/").unwrap_or(&plain);
    let plain = plain.trim_end_matches('/');
    let inside = plain.strip_prefix("content/").or_else(|| (plain == "content").then_some(""));
    let section = inside.unwrap_or(plain);
    let folders = folders(sources);
    if section.is_empty() || folders.contains(section) {
        return Ok(section.to_owned());
    }
    Err(Refusal::usage(
        say!("`content` không có thư mục `{written}`", "content has no folder `{written}`"),
        did_you_mean(section, folders.iter().map(String::as_str)),
    ))
}

/// Every folder below `content/` that holds a page in any depth, but no data.
fn folders(sources: &Sources) -> BTreeSet<String> {
    let mut folders = BTreeSet::new();
    for (path, _) in sources.under("content/") {
        let inside = path.folder().strip_prefix("content/").unwrap_or_default();
        if path.extension() != "md" || inside.is_empty() || inside.starts_with('_') {
            continue;
        }
        let ends = inside.match_indices('/').map(|(at, _)| at).chain([inside.len()]);
        folders.extend(ends.map(|end| inside[..end].to_owned()));
    }
    folders
}

/// The folder most of whose pages are of this kind, else one of a usual name, else `content` itself.
fn usual(kind: PageKind, config: &Config, (sources, pages): (&Sources, &[SurveyPage])) -> String {
    if kind == PageKind::Section {
        return String::new();
    }
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for page in pages.iter().filter(|page| page.kind != "section") {
        let (of_kind, all) = counts.entry(section_of(page, config)).or_default();
        *of_kind += usize::from(page.kind == kind.name());
        *all += 1;
    }
    let mostly = counts.iter().filter(|(_, (of_kind, all))| of_kind * 2 > *all);
    // The first of the folders with the most pages, so that the choice never wavers.
    let best =
        mostly.rev().max_by_key(|(_, (of_kind, _))| *of_kind).map(|(folder, _)| folder.clone());
    best.unwrap_or_else(|| {
        let names = usual_names(kind).iter();
        let found = names.copied().find(|name| folders(sources).contains(*name));
        found.unwrap_or_default().to_owned()
    })
}

fn usual_names(kind: PageKind) -> &'static [&'static str] {
    match kind {
        PageKind::Post => &["tin-tuc", "tin", "news", "posts", "blog"],
        PageKind::Plan => &["ke-hoach", "plans"],
        PageKind::Schedule => &["lich", "su-kien", "schedules", "events"],
        PageKind::Material => &["tai-lieu", "materials"],
        PageKind::Page | PageKind::Section => &[],
    }
}

/// The folder of a page below `content/`, without the language's own folder and its bundle.
fn section_of(page: &SurveyPage, config: &Config) -> String {
    let inside = page.path.strip_prefix("content/").unwrap_or(&page.path);
    let own = config.rules.languages.get(&Language::new(&page.language)).and_then(Option::as_ref);
    let inside = own.and_then(|own| inside.strip_prefix(own.as_str())).unwrap_or(inside);
    let inside = inside.trim_start_matches('/');
    let (folder, name) = inside.rsplit_once('/').unwrap_or(("", inside));
    let folder = if name.starts_with("index.") {
        folder.rsplit_once('/').map_or("", |(up, _)| up)
    } else {
        folder
    };
    folder.to_owned()
}

#[cfg(test)]
#[path = "target_tests.rs"]
mod tests;
