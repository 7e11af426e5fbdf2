//! The front matter: where it ends, what it says, and on which line each key stands.
//!
//! In: a Markdown file that begins with YAML between two lines of `---`. Out: [`Meta`],
//! the keys that every kind has, and the kind with the keys of its own.

mod aliases;
mod booklet;
mod fenced;
mod marks;
mod plain;
mod read;
mod source;
mod spare;
mod split;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::LinkTarget;
use crate::content::editorial::Levels;
use crate::yaml::{Marked, Moment};

pub use booklet::Booklet;
pub(super) use plain::check as check_plain;
pub use read::{About, cascade, in_order, read, unique_ids};
pub use split::{Split, language_and_stem, parts, split};

/// The keys that every kind has.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// The title, from the key or the first heading.
    pub title: String,
    /// One sentence for cards and search engines.
    pub description: Option<String>,
    /// The lead, shown at the top of the page.
    pub summary: Option<String>,
    /// When it was published.
    pub date: Option<Marked<Moment>>,
    /// When it was last changed.
    pub updated: Option<Marked<Moment>>,
    /// Not shown before.
    pub publish_date: Option<Marked<Moment>>,
    /// Not shown from then on.
    pub expiry_date: Option<Marked<Moment>>,
    /// The last part of the address, instead of one made from the title.
    pub slug: Option<Marked<String>>,
    /// The whole address within the language.
    pub path: Option<Marked<String>>,
    /// Old addresses that lead here.
    pub aliases: Vec<Marked<String>>,
    /// The place among its neighbours where a section sorts by weight; small comes first.
    pub weight: Option<i64>,
    /// What its translations share, where their paths do not agree.
    pub translation_key: Option<Marked<String>>,
    /// The picture for cards.
    pub image: Option<Picture>,
    /// What is printed with it as one document.
    pub booklet: Option<Booklet>,
    /// The levels of the editorial checks for its text.
    pub checks: Levels,
    /// Whatever the theme may want.
    pub extra: serde_json::Value,
    /// The keys that a section may also set for all that lies below it.
    pub shared: Cascade,
}

/// Keys that a section may set for all that lies below it; a page's own keys win.
#[derive(Clone, Debug, Default)]
pub struct Cascade {
    /// Shown only with `--drafts`.
    pub draft: Option<bool>,
    /// Read by people who may be watched.
    pub sensitive: Option<bool>,
    /// What tabs, history and shared cards say instead of the title.
    pub neutral_title: Option<String>,
    /// Invented for illustration, and said so.
    pub sample: Option<bool>,
    /// Whether it is made to be printed.
    pub print: Option<bool>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Whose text it retells.
    pub source: Option<SourceNote>,
    /// The template, instead of the kind's own.
    pub template: Option<Marked<String>>,
    /// The terms of each taxonomy.
    pub terms: BTreeMap<String, Vec<Marked<String>>>,
}

impl Cascade {
    /// These keys, and `above`'s where there is none.
    pub fn or(&self, above: &Cascade) -> Cascade {
        let mut terms = above.terms.clone();
        terms.extend(self.terms.iter().map(|(name, terms)| (name.clone(), terms.clone())));
        let authors = if self.authors.is_empty() { &above.authors } else { &self.authors };
        Cascade {
            draft: self.draft.or(above.draft),
            sensitive: self.sensitive.or(above.sensitive),
            neutral_title: self.neutral_title.clone().or_else(|| above.neutral_title.clone()),
            sample: self.sample.or(above.sample),
            print: self.print.or(above.print),
            authors: authors.clone(),
            source: self.source.clone().or_else(|| above.source.clone()),
            template: self.template.clone().or_else(|| above.template.clone()),
            terms,
        }
    }

    /// Who speaks: the name of the source, or else those who wrote it. Where it is none of
    /// them it is the publisher of the site.
    pub fn credit(&self) -> Option<String> {
        let source = self.source.as_ref().map(|source| source.name.clone());
        source.or_else(|| (!self.authors.is_empty()).then(|| self.authors.join(", ")))
    }
}

/// Whose text a page retells.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SourceNote {
    /// Who published it.
    pub name: String,
    /// Where.
    pub url: Option<LinkTarget>,
    /// When.
    #[serde(skip)]
    pub date: Option<Marked<Moment>>,
}

/// A picture beside a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Picture {
    /// The file, written like a link.
    pub target: LinkTarget,
    /// The text for those who do not see it.
    pub alt: String,
}
