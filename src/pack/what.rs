//! What is to be packed: the whole site, or a page with all that lies below it.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::Language;
use crate::diagnostics::nearest_path;
use crate::html::Tokens;
use crate::portable::{is_page, is_shown_anywhere, text};
use crate::public::{Files, OutputPath};
use crate::site::{Address, PageId, Site};
use crate::sources::{SourcePath, nfc};

/// What is to be packed.
#[derive(Clone, Debug)]
pub struct What {
    /// The page with which it begins, in each language that is packed.
    pub starts: BTreeMap<Language, PageId>,
    /// Whether it is the whole site, in these languages.
    pub is_whole: bool,
    /// Whether all languages are asked for.
    pub in_all_languages: bool,
    /// The page that was named, in the language that is asked for.
    pub named: Option<PageId>,
}

/// Why there is nothing to pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoWhat {
    /// There is no such page; the nearest one, if one is near.
    NoPage(Option<String>),
    /// The site has no such language.
    NoLanguage,
    /// The page is not translated into the language that is asked for.
    NotInLanguage,
}

impl What {
    /// What is meant by these words: nothing for the whole site, or the source or the address of
    /// a page.
    ///
    /// # Errors
    /// If there is no such page, or not in this language.
    pub fn find(
        site: &Site,
        written: Option<&str>,
        language: Option<&Language>,
    ) -> Result<What, NoWhat> {
        let known = |language: &Language| site.config.languages.iter().any(|l| l.code == *language);
        if language.is_some_and(|language| !known(language)) {
            return Err(NoWhat::NoLanguage);
        }
        let languages = site.config.languages.iter().map(|language| &language.code);
        let mut named = None;
        let (mut starts, is_whole): (BTreeMap<Language, PageId>, bool) = match written {
            None => {
                let homes = languages.filter_map(|code| Some((code.clone(), site.home(code)?)));
                (homes.collect(), true)
            }
            Some(written) => {
                let id = page(site, written).ok_or_else(|| NoWhat::NoPage(near(site, written)))?;
                named = Some(id);
                let versions = site.translations(site.page(id)).clone();
                let is_home = versions.iter().any(|(code, id)| site.home(code) == Some(*id));
                (versions, is_home)
            }
        };
        if let Some(language) = language {
            starts.retain(|code, _| code == language);
            named = named.and(starts.values().next().copied());
        }
        match starts.is_empty() {
            true => Err(NoWhat::NotInLanguage),
            false => Ok(What { starts, is_whole, in_all_languages: language.is_none(), named }),
        }
    }

    /// The pages that belong to it.
    pub(super) fn pages(&self, files: &Files, site: &Site) -> BTreeSet<OutputPath> {
        let pages = files
            .iter()
            .filter(|(path, _)| is_page(path.as_str()) && !is_shown_anywhere(path.as_str()));
        if self.is_whole {
            let is_asked = |language: &str| self.starts.keys().any(|own| own.as_str() == language);
            let asked = pages.filter(|(_, file)| {
                self.in_all_languages || is_asked(language(text(file).unwrap_or_default()).0)
            });
            return asked.map(|(path, _)| path.clone()).collect();
        }
        let folders: BTreeSet<&str> = self.folders(site).collect();
        let below = pages.filter(|(path, _)| {
            let path = path.as_str();
            let ends = path.match_indices('/').map(|(at, _)| at + 1);
            ends.into_iter().any(|end| folders.contains(&path[..end]))
        });
        below.map(|(path, _)| path.clone()).collect()
    }

    /// The addresses of its pages: what is made of a page lies below it. A page of a section may
    /// have been given another address by its author.
    fn folders<'s>(&'s self, site: &'s Site) -> impl Iterator<Item = &'s str> {
        self.starts.iter().flat_map(move |(language, id)| {
            let start = site.page(*id);
            let folder = start.document.path.folder();
            let own = site.ids().filter(move |(other, page)| {
                let path = page.document.path.as_str();
                let below = path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
                let below = below && start.document.is_section() && page.language() == language;
                *other == *id || below
            });
            own.map(|(_, page)| page.address.folder())
        })
    }
}

/// The language of a page and the way it is written.
pub(super) fn language(page: &str) -> (&str, &str) {
    let html = Tokens::of_page(page).filter_map(crate::html::Token::open);
    let html = html.take(4).find(|tag| tag.is("html"));
    let of = |name| html.and_then(|tag| tag.attribute(name)).unwrap_or_default();
    (of("lang"), of("dir"))
}

/// The page of this source or at this address, however it is written.
fn page(site: &Site, written: &str) -> Option<PageId> {
    let plain = plain(site, written);
    let names = [plain.clone(), format!("content/{plain}")];
    let ends = ["", ".md", "/_index.md", "/index.md"];
    let sources = names.iter().flat_map(|name| ends.iter().map(move |end| format!("{name}{end}")));
    let source = sources.map(|path| SourcePath::new(&path)).find_map(|path| site.by_source(&path));
    source.or_else(|| site.at(&Address::of_folder(plain.trim_end_matches("index.html"))))
}

fn plain(site: &Site, written: &str) -> String {
    let written = nfc(written.trim()).replace('\\', "/");
    let base = site.config.base_url.as_ref().map(|base| base.as_str());
    let inside = base.and_then(|base| written.strip_prefix(base)).unwrap_or(&written);
    let inside = ["./", "@/"].iter().find_map(|begin| inside.strip_prefix(begin)).unwrap_or(inside);
    inside.trim_matches('/').to_owned()
}

/// The source or address that a mistyped one is nearest to.
fn near(site: &Site, written: &str) -> Option<String> {
    let plain = plain(site, written);
    let plain = plain.strip_prefix("content/").unwrap_or(&plain);
    let written: Vec<&crate::site::Page> =
        site.ids().map(|(_, page)| page).filter(|page| page.written).collect();
    let addresses = written.iter().map(|page| page.address.folder().trim_end_matches('/'));
    let sources = written.iter().filter_map(|page| {
        let source = page.document.path.as_str().strip_prefix("content/")?;
        Some(source.strip_suffix(".md").unwrap_or(source))
    });
    let names: Vec<&str> =
        if plain.ends_with(".md") { Vec::new() } else { addresses.chain(sources).collect() };
    let found = nearest_path(plain, names.iter().copied().filter(|name| !name.is_empty()));
    let whole =
        written.iter().filter_map(|page| page.document.path.as_str().strip_prefix("content/"));
    found.or_else(|| nearest_path(plain, whole)).map(str::to_owned)
}
