//! A place in an open document, with all that is known of its site: what completion and hover
//! look at.

use crate::content::Language;
use crate::diagnostics::Say;
use crate::diagnostics::show::Tongue;
use crate::keys::{self, Key, TERMS, Takes};
use crate::locale::LocalText;
use crate::site::{Page, Site};
use crate::sources::SourcePath;
use crate::theme::Signature;

use super::cursor::{self, Form};
use super::turn::Turn;

/// An open document with all that is known of its site.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// The text as the editor has it.
    pub(super) text: &'a str,
    /// The file.
    pub(super) path: &'a SourcePath,
    /// The last build; its site is the last that could be linked.
    pub(super) turn: &'a Turn,
    /// The language of the one who writes.
    pub(super) tongue: Tongue,
}

impl<'a> Scene<'a> {
    /// What the text is, if it is one that people write.
    pub(super) fn form(&self) -> Option<Form> {
        match self.path.extension().as_str() {
            "md" | "markdown" => Some(Form::Page),
            "yaml" | "yml" => Some(Form::Yaml),
            _ => None,
        }
    }

    /// The site, if any could be linked yet.
    pub(super) fn site(&self) -> Option<&'a Site> {
        self.turn.site.as_deref()
    }

    /// The page that this document is, as it could be linked last.
    pub(super) fn page(&self) -> Option<&'a Page> {
        let site = self.site()?;
        site.by_source(self.path).map(|id| site.page(id))
    }

    /// A sentence in the language of the one who writes.
    pub(super) fn say(&self, say: Say) -> String {
        match self.tongue {
            Tongue::Vi => say.vi,
            Tongue::En => say.en,
        }
    }

    /// What a component is, if its theme says so.
    pub(super) fn about(&self, component: &Signature) -> String {
        component.about.clone().map(|about| self.say(about)).unwrap_or_default()
    }

    /// A text of the site in the language of the one who writes, or else in one that it has.
    pub(super) fn local(&self, text: &LocalText) -> String {
        let own = Language::new(match self.tongue {
            Tongue::Vi => "vi",
            Tongue::En => "en",
        });
        match self.site() {
            Some(site) => site.config.text(text, &own).to_owned(),
            None => text.get([&own]).to_owned(),
        }
    }

    /// The keys that the mapping of this path may have, by their names in this site.
    pub(super) fn keys_in(&self, path: &[String]) -> Vec<(String, &'static Key)> {
        let named = |key: &'static Key| (key.name.to_owned(), key);
        if path.is_empty() && self.form() == Some(Form::Page) {
            let own = keys::of_page(self.kind()).map(named);
            let terms = self.taxonomies().into_iter().map(|name| (name, &TERMS));
            return own.chain(terms).collect();
        }
        self.takes(path).map(|takes| takes.keys().iter().map(named).collect()).unwrap_or_default()
    }

    /// The key at the end of this path.
    pub(super) fn key(&self, path: &[String]) -> Option<&'static Key> {
        let (last, above) = path.split_last()?;
        let is_named = |(name, key): &(String, &'static Key)| {
            name == last || key.aliases.contains(&last.as_str())
        };
        self.keys_in(above).into_iter().find(is_named).map(|(_, key)| key)
    }

    /// What may stand behind the key at the end of this path, or in the file as a whole.
    pub(super) fn takes(&self, path: &[String]) -> Option<&'static Takes> {
        let (mut takes, rest) = match self.form()? {
            Form::Yaml => (keys::of_file(self.path.as_str())?, path),
            Form::Page => {
                let (first, rest) = path.split_first()?;
                (&self.key(std::slice::from_ref(first))?.takes, rest)
            }
        };
        for name in rest {
            takes = takes.behind(name)?;
        }
        Some(takes)
    }

    /// The head of the page.
    pub(super) fn head(&self) -> &'a str {
        cursor::head_of(self.text)
    }

    /// The word for the kind of the page.
    fn kind(&self) -> &'a str {
        if self.path.file_name().starts_with("_index.") {
            return "section";
        }
        let written = ["kind", "type"].iter().find_map(|key| cursor::value_of(self.head(), key));
        written.unwrap_or("page")
    }

    fn taxonomies(&self) -> Vec<String> {
        let named =
            |site: &Site| site.config.taxonomies.iter().map(|own| own.name.clone()).collect();
        self.site().map(named).unwrap_or_default()
    }
}
