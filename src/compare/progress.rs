//! How far each page is translated: what `bangtin i18n` shows and accepts.
//!
//! In: the linked site with its texts. Out: a [`Progress`] for each page and language, and the text of
//! `translations.lock` once some of them are accepted.

use std::collections::BTreeSet;

use crate::compare::Texts;
use crate::compare::alignment::align;
use crate::compare::lock::Accepted;
use crate::compare::staleness::{Change, changes, current};
use crate::content::blocks::{Mark, Role};
use crate::content::{Block, Body, Language};
use crate::site::{Page, PageId};
use crate::sources::SourcePath;

/// How far a page is translated into a language.
#[derive(Debug)]
pub struct Progress {
    /// What the page shares with its translations: its path without language and extension.
    pub page: String,
    /// The language.
    pub language: Language,
    /// How far it is.
    pub state: TranslationState,
    /// The page in the default language.
    pub source: Option<SourcePath>,
    /// The page in this language.
    pub translation: Option<SourcePath>,
    /// What has changed in the source since the translation was accepted.
    pub changes: Vec<ChangedBlock>,
    current: Vec<Accepted>,
}

/// How far a translation is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TranslationState {
    /// It says what the source says.
    Translated,
    /// The source has changed since.
    Outdated,
    /// There is none.
    Missing,
    /// There is no source.
    Orphan,
    /// It is a copy of the source.
    Identical,
    /// Nobody has said which text it was made from.
    Unaccepted,
}

impl TranslationState {
    /// Every state, the good one first.
    pub const ALL: [TranslationState; 6] = [
        TranslationState::Translated,
        TranslationState::Outdated,
        TranslationState::Missing,
        TranslationState::Orphan,
        TranslationState::Identical,
        TranslationState::Unaccepted,
    ];

    /// The word for it in tables and JSON.
    pub fn name(self) -> &'static str {
        match self {
            TranslationState::Translated => "translated",
            TranslationState::Outdated => "outdated",
            TranslationState::Missing => "missing",
            TranslationState::Orphan => "orphan",
            TranslationState::Identical => "identical",
            TranslationState::Unaccepted => "unaccepted",
        }
    }
}

/// A block of a source that has changed.
#[derive(Clone, Debug)]
pub struct ChangedBlock {
    /// The text as it was; none if it is new.
    pub was: Option<String>,
    /// The text as it is; none if it is gone.
    pub is: Option<ShownBlock>,
    /// The block of the translation that was made from it, as far as that is known.
    pub translation: Option<ShownBlock>,
}

/// A block as people are shown it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownBlock {
    /// The key of the front matter; none if it stands in the body.
    pub key: Option<&'static str>,
    /// Its number among the blocks of the body, from 1; 0 for a key.
    pub number: usize,
    /// Its line in the file.
    pub line: usize,
    /// Its text, in one line.
    pub text: String,
}

/// The progress of every page into every language but the default one, in order of the pages.
pub fn progress(texts: &Texts<'_>) -> Vec<Progress> {
    let site = texts.site;
    let default = site.config.default_language();
    let languages = site.config.languages.iter().map(|language| &language.code);
    let languages: Vec<&Language> = languages.filter(|code| *code != default).collect();
    let mut all = Vec::new();
    // A front page that nobody wrote is nobody's translation.
    let page_of = |id: Option<&PageId>| id.map(|id| site.page(*id)).filter(|page| page.written);
    for (page, group) in site.groups() {
        let source = page_of(group.get(default));
        for language in &languages {
            let translation = page_of(group.get(*language));
            all.extend(one(texts, (page, language), (source, translation)));
        }
    }
    all
}

/// The text of the lock file once these translations are accepted. `whole` if all were asked
/// for: then pages that are no more are forgotten.
pub fn accept(texts: &Texts<'_>, accepted: &[&Progress], whole: bool) -> String {
    let mut lock = texts.lock.clone();
    for progress in accepted.iter().filter(|progress| progress.is_pair()) {
        lock.accept(&progress.page, &progress.language, progress.current.clone());
    }
    if whole {
        let pairs: BTreeSet<(String, &Language)> = texts
            .site
            .groups()
            .flat_map(|(page, group)| {
                group.keys().map(|code| (crate::content::blocks::one_line(page), code))
            })
            .collect();
        lock.retain(|page, language| pairs.contains(&(page.to_owned(), language)));
    }
    lock.to_text()
}

impl Progress {
    /// Whether there are both a source and a translation.
    pub fn is_pair(&self) -> bool {
        self.source.is_some() && self.translation.is_some()
    }
}

fn one(
    texts: &Texts<'_>,
    (page, language): (&str, &Language),
    (source, translation): (Option<&Page>, Option<&Page>),
) -> Option<Progress> {
    let accepted = texts.lock.get(page, language);
    let mut changed = Vec::new();
    let mut now = Vec::new();
    let state = match (source, translation) {
        (None, None) => return None,
        (Some(_), None) => TranslationState::Missing,
        (None, Some(_)) => TranslationState::Orphan,
        (Some(source), Some(translation)) => {
            let [source, translation] =
                [source, translation].map(|page| texts.bodies.of_document(&page.document));
            now = current(source);
            let found = accepted.map_or_else(Vec::new, |was| changes(was, &now));
            let was = accepted.unwrap_or_default();
            let pair = Pair { was, source, translation };
            changed = pair.show(&found);
            if marks(source) == marks(translation) {
                TranslationState::Identical
            } else if accepted.is_none() {
                TranslationState::Unaccepted
            } else if changed.is_empty() {
                TranslationState::Translated
            } else {
                TranslationState::Outdated
            }
        }
    };
    Some(Progress {
        page: page.to_owned(),
        language: language.clone(),
        state,
        source: source.map(|page| page.document.path.clone()),
        translation: translation.map(|page| page.document.path.clone()),
        changes: changed,
        current: now,
    })
}

fn marks(body: &Body) -> Vec<Mark> {
    body.blocks.iter().filter_map(|block| block.mark).collect()
}

/// A source and its translation, and the source as it was.
struct Pair<'d> {
    was: &'d [Accepted],
    source: &'d Body,
    translation: &'d Body,
}

impl Pair<'_> {
    fn show(&self, changes: &[Change]) -> Vec<ChangedBlock> {
        if changes.is_empty() {
            return Vec::new();
        }
        let (source, translation) = (texts(self.source), texts(self.translation));
        // Made from what was: as many blocks are the same blocks.
        let as_it_was = self.was.len() == translation.len();
        let partners = if as_it_was { Vec::new() } else { align(&source, &translation) };
        let partner = |change: &Change| match (as_it_was, change) {
            (true, Change { was, .. }) => *was,
            (false, Change { is, .. }) => partners.get((*is)?).copied().flatten(),
        };
        changes
            .iter()
            .map(|change| ChangedBlock {
                was: change.was.map(|at| self.was[at].text().to_owned()),
                is: change.is.map(|at| shown(self.source, source[at])),
                translation: partner(change).map(|at| shown(self.translation, translation[at])),
            })
            .collect()
    }
}

/// The blocks that are translated.
fn texts(body: &Body) -> Vec<&Block> {
    body.blocks.iter().filter(|block| block.mark.is_some()).collect()
}

fn shown(body: &Body, block: &Block) -> ShownBlock {
    let key = match block.role {
        Role::Key(key) => Some(key),
        Role::Paragraph
        | Role::Heading(_)
        | Role::Item
        | Role::Row
        | Role::Code
        | Role::Html
        | Role::Component => None,
    };
    let before =
        body.blocks[body.keys..].iter().take_while(|other| other.span != block.span).count();
    ShownBlock {
        key,
        number: if key.is_some() { 0 } else { before + 1 },
        line: body.place(block.span).line,
        text: block.text(&body.text),
    }
}
