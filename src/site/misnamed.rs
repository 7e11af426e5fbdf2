//! Files whose names are nearly those that mean something: `_Index.md`, `index.md` in the folder
//! of a section, `bai-en.md` beside `bai.md`.
//!
//! Each is a page, but not the one that its author meant, or of another language.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::content::Language;
use crate::diagnostics::{Code, Diagnostic, Place, Say, say};
use crate::site::{Page, doubles};
use crate::sources::SourcePath;

/// Says which pages have such a name.
pub(super) fn check(pages: &[Page], config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let written = || pages.iter().filter(|page| page.written);
    let names = Names::of(written());
    by_capitals(written(), diagnostics);
    doubles::check(written(), diagnostics);
    for page in written() {
        let path = &page.document.path;
        let found = capitals(path)
            .or_else(|| names.for_section(page))
            .or_else(|| names.for_translation(page, config));
        if let Some((better, why)) = found {
            let hint = say!("đổi tên tệp thành `{better}`", "rename the file to `{better}`");
            let fault = Diagnostic::warning(Code::NearlyNamed, why).hint(hint);
            diagnostics.push(fault.at(Place::file(path)));
        }
    }
}

/// Says which pages have names that differ by capitals alone. Those at one address are told as
/// such.
fn by_capitals<'a>(pages: impl Iterator<Item = &'a Page>, diagnostics: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<String, &Page> = BTreeMap::new();
    for page in pages {
        let path = &page.document.path;
        let Some(first) = known.insert(path.as_str().to_lowercase(), page) else { continue };
        if first.address == page.address {
            continue;
        }
        let other = &first.document.path;
        let message = say!(
            "tên tệp này và `{other}` chỉ khác nhau ở chữ hoa, chữ thường: nhiều máy coi là một tệp",
            "this file and `{other}` differ by capitals alone: many computers take them for one file"
        );
        let hint = say!("đổi tên một trong hai", "rename one of the two");
        let fault = Diagnostic::warning(Code::NearlyNamed, message).hint(hint);
        diagnostics.push(fault.at(Place::file(path)));
    }
}

/// A better name, and why.
type Better = (String, Say);

/// `_Index.md` is no `_index.md`.
fn capitals(path: &SourcePath) -> Option<Better> {
    let name = path.file_name();
    let small = name.to_lowercase();
    let is_meant = ["_index.", "index."].iter().any(|head| small.starts_with(head));
    let message = || {
        say!(
            "tên tệp `{name}` có chữ hoa, nên tệp này không phải trang đầu của thư mục",
            "the file name `{name}` has capitals, so it is not the front page of its folder"
        )
    };
    (is_meant && small != name).then(|| (small.clone(), message()))
}

/// The names of all pages.
struct Names<'a> {
    /// Where pages stand, by stem, with their languages.
    stems: BTreeMap<&'a str, BTreeSet<&'a Language>>,
}

impl<'a> Names<'a> {
    fn of(pages: impl Iterator<Item = &'a Page>) -> Names<'a> {
        let mut stems: BTreeMap<&str, BTreeSet<&Language>> = BTreeMap::new();
        for page in pages {
            let document = &page.document;
            stems.entry(document.stem.as_str()).or_default().insert(&document.language);
        }
        Names { stems }
    }

    /// `index.md` in a folder with other pages, which has no `_index.md`: the page of a folder
    /// alone is one page, that of a section has others below it.
    fn for_section(&self, page: &Page) -> Option<Better> {
        let stem = page.document.stem.as_str();
        let folder = match stem {
            "index" => "",
            stem => stem.strip_suffix("index").filter(|folder| folder.ends_with('/'))?,
        };
        let section = format!("{folder}_index");
        let below = self.stems.range(folder..).take_while(|(other, _)| other.starts_with(folder));
        let mut others = below.filter(|(other, _)| **other != stem);
        let is_section = !self.stems.contains_key(section.as_str()) && others.next().is_some();
        let name = page.document.path.file_name();
        let message = || {
            say!(
                "thư mục này còn trang khác, nên `{name}` chỉ là một trang trong đó, không phải trang của chuyên mục",
                "this folder has other pages, so `{name}` is one of them and not the page of the section"
            )
        };
        is_section.then(|| (format!("_{name}"), message()))
    }

    /// `bai-en.md` or `bai.EN.md` beside `bai.md`: the language stands behind a dot, in small
    /// letters.
    fn for_translation(&self, page: &Page, config: &Config) -> Option<Better> {
        let document = &page.document;
        let (stem, code) = document.stem.rsplit_once(['-', '_', '.', ' '])?;
        let code = code.to_lowercase();
        let meant = config.languages.iter().map(|own| &own.code);
        let meant = meant.clone().find(|own| own.as_str() == code && **own != document.language)?;
        let versions = self.stems.get(stem.trim_end())?;
        if versions.contains(meant) {
            return None;
        }
        let name = stem.rsplit_once('/').map_or(stem, |(_, name)| name).trim_end();
        let own = &document.language;
        let message = say!(
            "tên tệp không cho biết ngôn ngữ `{meant}`, nên trang này được coi là bằng `{own}`",
            "the file name does not tell of the language `{meant}`, so the page is taken for one in `{own}`"
        );
        Some((format!("{name}.{meant}.md"), message))
    }
}
