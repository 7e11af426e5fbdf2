//! `site.yaml`: the site's own settings, typed, defaulted and checked.
//!
//! In: the text of `site.yaml`. Out: a [`Config`], and [`Settings`] for what flags and
//! the clock may say of one build.

mod color;
mod colors;
mod exit;
mod hosts;
mod identity;
mod languages;
mod menus;
mod read;
mod swapped;
mod taxonomies;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ZonedDateTime;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::content::{Language, Rules};
use crate::diagnostics::Checked;
use crate::locale::LocalText;
use crate::locale::marks::mark;
use crate::memo::{Digest, Hashed};
use crate::sources::{SourcePath, Sources};
use crate::yaml::Marked;

pub use color::{Color, TEXT};
pub use colors::{PRESETS, Role, Written, of_site as read_colors, of_theme as read_theme_colors};
pub use exit::Exit;
pub use hosts::Host;
pub use identity::{Hero, Identity, SocialLink};
pub use menus::{Menu, MenuEntry};
pub use read::read;

/// Where the settings stand.
pub const SITE_FILE: &str = "site.yaml";

/// All that flags and the clock may say of one build.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Instead of the `base_url` of `site.yaml`.
    pub base_url: Option<BaseUrl>,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// Whether pages are shown before their `publish_date`.
    pub future: bool,
    /// The time of the build, for `publish_date` and `expiry_date`.
    pub now: ZonedDateTime,
    /// What the site is made for.
    pub purpose: Purpose,
}

/// What a site is made for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Debug)]
pub enum Purpose {
    /// To be published: files of the theme and of the search have their digest in their names, so
    /// that no page ever meets those of another build.
    #[default]
    Publication,
    /// To be looked at while it is written: names are plain, so that an edit of a style changes no
    /// page, and the search is made when it is asked for.
    Preview,
}

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The title of the site.
    pub title: LocalText,
    /// One sentence about it.
    pub description: LocalText,
    /// Where it is published, for absolute addresses.
    pub base_url: Option<BaseUrl>,
    /// The zone of every date without an offset.
    pub timezone: TimeZone,
    /// The folder below `themes/`.
    pub theme: Marked<String>,
    /// The languages, in the order of the file; the default language is among them.
    pub languages: Vec<LanguageConfig>,
    /// The publisher block by key: `name`, `address`, `telephone` and so on.
    pub publisher: BTreeMap<String, LocalText>,
    /// The signs, pictures and words by which people know who speaks.
    pub identity: Identity,
    /// What it is painted with instead of the colours of its theme.
    pub colors: Written,
    /// The menus by name.
    pub menus: BTreeMap<String, Menu>,
    /// The way out of sensitive pages.
    pub exit: Exit,
    /// The taxonomies, in the order of the file.
    pub taxonomies: Vec<Taxonomy>,
    /// How many pages a list page holds.
    pub paginate_by: usize,
    /// How many entries a feed holds.
    pub feed_limit: usize,
    /// Whether pages have pictures of their titles for shared links.
    pub social_cards: bool,
    /// The files below `content/` that go out though no page names them.
    pub publish: Vec<glob::Pattern>,
    /// Where it is published, in the order of the file.
    pub hosts: Vec<Marked<Host>>,
    /// Whether compressed files lie beside texts.
    pub precompress: bool,
    /// Whatever the theme may want.
    pub extra: serde_json::Value,
    /// How single files are read.
    pub rules: Rules,
    /// The text of `site.yaml`, for showing the line at fault.
    pub text: Arc<str>,
    /// What the site is made for.
    pub purpose: Purpose,
    /// Whether all of `site.yaml` could be read.
    pub is_whole: bool,
}

/// A language of the site.
#[derive(Clone, Debug)]
pub struct LanguageConfig {
    /// Its code.
    pub code: Language,
    /// Its name in itself.
    pub name: String,
    /// Which way it is written: `ltr` or `rtl`.
    pub direction: String,
    /// The language that lends what this one lacks, before the default language.
    pub fallback: Option<Language>,
    /// The part of an address before the number of a list page.
    pub paginate_path: String,
    /// What becomes of the pages that it lacks.
    pub missing: Missing,
}

/// What becomes of the pages that a language lacks.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Missing {
    /// Its lists name them with the title of the original, and lead there.
    #[default]
    List,
    /// Nothing is seen of them.
    Hide,
    /// They are listed, and shown in its own part of the site as the original has them.
    Copy,
}

/// A taxonomy: a way to sort pages by terms.
#[derive(Clone, Debug)]
pub struct Taxonomy {
    /// The key in front matter.
    pub name: String,
    /// Its title.
    pub title: LocalText,
    /// The part of an address, instead of its key.
    pub slug: Option<LocalText>,
    /// The terms it may have, with their names; empty if any term may be used.
    pub terms: BTreeMap<String, LocalText>,
    /// Their keys in the order of the file.
    pub order: Vec<String>,
    /// The parts of addresses of those terms that have another than their key.
    pub slugs: BTreeMap<String, LocalText>,
}

/// An absolute address of a folder, ending in `/`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads `https://host/` or `https://host/folder`. `None` if it is no such address.
    pub fn parse(text: &str) -> Option<BaseUrl> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split('/').next().unwrap_or_default();
        let plain = |letter: char| letter.is_ascii_graphic() && !"?#\"<>\\^`{|}".contains(letter);
        let named = host.chars().next().is_some_and(char::is_alphanumeric);
        let fits = named && text.chars().all(plain) && !rest.split('/').any(|part| part == "..");
        fits.then(|| BaseUrl(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The folder of the file that it ends in, if it does: `https://host/index.html`.
    fn without_file(&self) -> Option<String> {
        const FILES: [&str; 6] = [".html", ".htm", ".php", ".aspx", ".xml", ".md"];
        let (folder, file) = self.0.trim_end_matches('/').rsplit_once('/')?;
        let is_file = !folder.ends_with('/') && FILES.iter().any(|end| file.ends_with(end));
        is_file.then(|| format!("{folder}/"))
    }

    /// The address, ending in `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the host: `/` or `/folder/`.
    pub fn path(&self) -> &str {
        let after_scheme = self.0.find("://").map_or(0, |at| at + 3);
        self.0[after_scheme..].find('/').map_or("/", |at| &self.0[after_scheme + at..])
    }

    /// The absolute address of a file or folder of the site.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

/// The settings of one build: those of `site.yaml`, and what flags put in their place.
/// Nothing comes out only where the file is not there or cannot be read.
pub fn configure(sources: &Sources, settings: &Settings) -> Checked<Option<Hashed<Arc<Config>>>> {
    let Checked { value, diagnostics } = read(sources);
    let value = value.map(|mut config| {
        let file = sources.digest_of(&[SITE_FILE]);
        if let Some(base_url) = &settings.base_url {
            config.base_url = Some(base_url.clone());
        }
        config.purpose = settings.purpose;
        let base_url = config.base_url.as_ref().map(BaseUrl::as_str);
        let digest = Digest::of_value(&(file, base_url, config.purpose));
        Hashed::new(Arc::new(config), digest)
    });
    Checked { value, diagnostics }
}

impl Config {
    /// The default language.
    pub fn default_language(&self) -> &Language {
        &self.rules.default_language
    }

    /// The settings of a language of the site; those of the default language for any other.
    pub fn language(&self, code: &Language) -> &LanguageConfig {
        let found = self.languages.iter().find(|language| language.code == *code);
        let default = || self.languages.iter().find(|l| l.code == self.rules.default_language);
        // `read` puts the default language into the list, so one of the three is there.
        found.or_else(default).unwrap_or(&self.languages[0])
    }

    /// The languages to look for a text in, one after the other: the language itself, those
    /// that lend to it and to each other in turn, the default language; each once.
    pub fn chain<'a>(&'a self, code: &'a Language) -> Vec<&'a Language> {
        let mut chain = vec![code];
        let mut last = code;
        while let Some(lender) = self.language(last).fallback.as_ref() {
            // A language that lends what it borrows itself lends nothing new.
            if chain.contains(&lender) {
                break;
            }
            chain.push(lender);
            last = lender;
        }
        if !chain.contains(&self.default_language()) {
            chain.push(self.default_language());
        }
        chain
    }

    /// A text of the site's own in a language.
    pub fn text<'a>(&'a self, text: &'a LocalText, language: &'a Language) -> &'a str {
        text.get(self.chain(language))
    }

    /// The same for a page in this language, marked where it is borrowed from another.
    pub fn marked_text(&self, text: &LocalText, language: &Language) -> String {
        let (text, written_in) = text.get_marked(self.chain(language), language);
        mark(text.to_owned(), written_in, language)
    }

    /// Whether a file below `content/` goes out though no page names it.
    pub fn publishes(&self, path: &SourcePath) -> bool {
        let inside = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
        let exact = glob::MatchOptions {
            case_sensitive: true,
            require_literal_separator: true,
            require_literal_leading_dot: false,
        };
        // Who names a host and writes its file means it.
        if self.hosts.iter().any(|host| host.value.files().contains(&inside)) {
            return true;
        }
        // A name is itself, also where it holds letters that mean more in a pattern.
        let is_named = |own: &glob::Pattern| own.as_str() == inside;
        self.publish.iter().any(|own| is_named(own) || own.matches_with(inside, exact))
    }

    /// The part of an address in a language: a slug that is written for it, or else the key.
    pub fn slug<'a>(
        &'a self,
        slug: Option<&'a LocalText>,
        key: &'a str,
        language: &'a Language,
    ) -> &'a str {
        slug.and_then(|slug| slug.get_in(self.chain(language))).unwrap_or(key)
    }

    /// What a language's addresses begin with: nothing for the default one, else `en/`.
    pub fn prefix(&self, language: &Language) -> String {
        if language == self.default_language() { String::new() } else { format!("{language}/") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_a_folder() {
        let base = BaseUrl::parse("https://vi.du.example/thang-11").unwrap();
        assert_eq!(base.as_str(), "https://vi.du.example/thang-11/");
        assert_eq!(base.path(), "/thang-11/");
        assert_eq!(BaseUrl::parse("https://vi.du.example").unwrap().path(), "/");
        let folder = |text| BaseUrl::parse(text).unwrap().without_file();
        assert_eq!(folder("https://a.vn/tin/index.html").as_deref(), Some("https://a.vn/tin/"));
        for right in ["https://a.vn/", "https://a.vn/v1.2/", "https://a.html/", "https://a.vn/md"] {
            assert_eq!(folder(right), None, "{right}");
        }
        for bad in [
            "vi.du.example",
            "ftp://x/",
            "https://",
            "https://x/?a",
            "https://x/../y",
            "https://x y/",
        ] {
            assert!(BaseUrl::parse(bad).is_none(), "{bad}");
        }
    }
}
