//! The table of keys: all that may be written in the head of a page, in `site.yaml` and in
//! `content/_data`, each with what it takes, what it is called and a word about it.
//!
//! In: nothing. Out: [`Key`]s in the order of the guide, and the way from a mapping to the
//! mappings inside it ([`Takes`]). Reading, `new`, `schema`, completion, hints and the tables of
//! the guides are fed by it. Which value a key may have in full is for its reader to say.

mod checks;
mod data;
mod page;
mod plan;
mod says;
mod schedule;
mod schema;
mod site;
mod takes;
mod theme;

use crate::diagnostics::Say;
use crate::diagnostics::show::Tongue;

pub use checks::CHECKS;
pub use data::{AGENCY, AREA, CAMPAIGN, HOTLINE, PLACE, TERM};
pub use page::{CASCADE, EVERY_PAGE, FILE, MATERIAL, PRINT, SECTION, SOURCE, TERMS};
pub use plan::{DOCUMENT, LEGAL_BASIS, PERIOD, PLAN, TASK};
pub use schedule::{COLUMNS, EVENT, REPEAT, SCHEDULE, SHEET};
pub use schema::{schema, schema_names};
pub use site::{
    COLORS, EXIT, HERO, LANGUAGE, MARKDOWN, MENU_ENTRY, PUBLISHER, SITE, SITE_TERM, SOCIAL,
    TAXONOMY,
};
pub use takes::{Refers, Takes, Word};
pub use theme::{THEME, THEME_COLORS};

/// A key that may be written in a mapping.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// Other spellings that are read as this one: those of Hugo and Zola.
    pub aliases: &'static [&'static str],
    /// What people call it who have not looked it up, without marks, in small letters; the first
    /// fits best. They are proposed, and never read.
    pub called: &'static [&'static str],
    /// What may stand behind it.
    pub takes: Takes,
    /// Whether it must be there.
    pub is_wanted: bool,
    /// The key without which it means nothing.
    pub beside: Option<&'static str>,
    /// A word about it.
    pub about: Text,
    /// A value to write behind it, as it would stand on its line.
    pub example: Text,
    /// What holds where it is not written; empty if that is nothing.
    pub otherwise: Text,
}

/// A text of the table in both languages, in Markdown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Text {
    const EMPTY: Text = Text { vi: "", en: "" };

    /// As it is in this language.
    pub fn of(self, tongue: Tongue) -> &'static str {
        match tongue {
            Tongue::Vi => self.vi,
            Tongue::En => self.en,
        }
    }

    /// Without the addresses of links, for those who are not in the guide.
    pub fn unlinked(self, tongue: Tongue) -> String {
        let mut text = String::new();
        let mut rest = self.of(tongue);
        while let Some((before, link)) = rest.split_once('[') {
            text.push_str(before);
            let parts = link.split_once("](").and_then(|(words, address)| {
                address.split_once(')').map(|(_, behind)| (words, behind))
            });
            match parts {
                Some((words, behind)) => {
                    text.push_str(words);
                    rest = behind;
                }
                None => {
                    text.push('[');
                    rest = link;
                }
            }
        }
        text.push_str(rest);
        text
    }

    /// The part that must be said, in plain words: what stands before the first semicolon.
    pub fn short(self, tongue: Tongue) -> String {
        let whole = self.unlinked(tongue).replace('`', "");
        whole.split("; ").next().unwrap_or_default().to_owned()
    }
}

/// A key of this name that takes this.
const fn key(name: &'static str, takes: Takes) -> Key {
    let (about, example, otherwise) = (Text::EMPTY, Text::EMPTY, Text::EMPTY);
    let (aliases, called): (&[&str], &[&str]) = (&[], &[]);
    let (is_wanted, beside) = (false, None);
    Key { name, aliases, called, takes, is_wanted, beside, about, example, otherwise }
}

impl Key {
    /// The same with a word about it in Vietnamese and English. What stands before the first
    /// semicolon is all that some show.
    const fn about(self, vi: &'static str, en: &'static str) -> Key {
        Key { about: Text { vi, en }, ..self }
    }

    /// The same with a value to write for readers of both languages.
    const fn like(self, vi: &'static str, en: &'static str) -> Key {
        Key { example: Text { vi, en }, ..self }
    }

    /// The same with what holds where it is not written.
    const fn otherwise(self, vi: &'static str, en: &'static str) -> Key {
        Key { otherwise: Text { vi, en }, ..self }
    }

    /// The same with other spellings that are read as it.
    const fn also(self, aliases: &'static [&'static str]) -> Key {
        Key { aliases, ..self }
    }

    /// The same with what people call it.
    const fn called(self, called: &'static [&'static str]) -> Key {
        Key { called, ..self }
    }

    /// The same as one that must be there.
    const fn wanted(self) -> Key {
        Key { is_wanted: true, ..self }
    }

    /// The same as one that means nothing without another.
    const fn beside(self, key: &'static str) -> Key {
        Key { beside: Some(key), ..self }
    }

    /// The line to write in this language: `date: 15/11/2026`; nothing without an example.
    pub fn line(&self, tongue: Tongue) -> Option<String> {
        let value = Some(self.example.of(tongue)).filter(|value| !value.is_empty())?;
        Some(format!("{}: {value}", self.name))
    }
}

/// The kinds of pages, each with the keys that it has beside those of every page.
pub const KINDS: [(&str, &[Key]); 6] = [
    ("page", &[]),
    ("post", &[]),
    ("material", MATERIAL),
    ("plan", PLAN),
    ("schedule", SCHEDULE),
    ("section", SECTION),
];

/// The files that hold keys, by their paths from the folder of the site, and what each takes.
pub const FILES: [(&str, Takes); 8] = [
    ("site.yaml", Takes::Mapping(SITE)),
    ("content/_data/agencies.yaml", Takes::ByName(&Takes::Mapping(AGENCY))),
    ("content/_data/places.yaml", Takes::ByName(&Takes::Mapping(PLACE))),
    ("content/_data/areas.yaml", Takes::ByName(&Takes::Mapping(AREA))),
    ("content/_data/hotlines.yaml", Takes::ByName(&Takes::Mapping(HOTLINE))),
    ("content/_data/campaigns.yaml", Takes::ByName(&Takes::Mapping(CAMPAIGN))),
    ("content/_data/glossary.yaml", Takes::ByName(&Takes::Mapping(TERM))),
    ("content/_data/danger.yaml", Takes::ByLanguage(&Takes::ListOf(&Takes::Text))),
];

/// The keys that a page of this kind may have, those of its own first; of any page if nobody
/// knows the kind. The taxonomies of the site are keys too: [`TERMS`] stands for them.
pub fn of_page(kind: &str) -> impl Iterator<Item = &'static Key> {
    let own = KINDS.iter().find(|(word, _)| *word == kind).map_or(&[][..], |(_, keys)| *keys);
    own.iter().chain(EVERY_PAGE)
}

/// What a file takes, if it is one that holds keys.
pub fn of_file(path: &str) -> Option<&'static Takes> {
    if path.starts_with("themes/") && path.ends_with("/theme.yaml") {
        return Some(&Takes::Mapping(THEME));
    }
    FILES.iter().find(|(name, _)| *name == path).map(|(_, takes)| takes)
}

/// Every key of the table, in its order; one that stands in several mappings comes several times.
pub fn all() -> Vec<&'static Key> {
    let mut found: Vec<&'static Key> = Vec::new();
    found.extend(EVERY_PAGE);
    found.push(&TERMS);
    found.extend(THEME);
    for (_, own) in &KINDS {
        found.extend(own.iter());
    }
    for (_, takes) in &FILES {
        takes.collect(&mut found);
    }
    let mut at = 0;
    while let Some(key) = found.get(at) {
        key.takes.collect(&mut found);
        at += 1;
    }
    found
}

/// The key among those that are free that people mean who write this word.
pub fn meant<'a>(word: &str, free: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let all = all().into_iter();
    let mut fitting: Vec<(usize, &str)> = all
        .filter_map(|key| Some((key.called.iter().position(|own| *own == word)?, key.name)))
        .collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    let rank = |name: &str| fitting.iter().find(|(_, own)| *own == name).map(|(rank, _)| *rank);
    // The first of those that fit best.
    let free = free.filter_map(|name| Some((rank(name)?, name)));
    free.min_by_key(|(rank, _)| *rank).map(|(_, name)| name)
}

/// The word among these that people mean who write another one.
pub fn word_meant<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let all = all().into_iter().flat_map(|key| key.takes.words());
    let mut fitting = all.filter(|own| own.called.contains(&written));
    fitting.find_map(|own| words.iter().find(|word| **word == own.word).copied())
}

impl From<Text> for Say {
    fn from(text: Text) -> Say {
        Say { vi: text.vi.to_owned(), en: text.en.to_owned() }
    }
}

#[cfg(test)]
mod tests;
