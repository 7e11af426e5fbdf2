//! What the pipeline remembers from build to build, and what it did anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::compare::Differences;
use crate::compare::words::Spellings;
use crate::content::Parsed;
use crate::content::data::Data;
use crate::diagnostics::Checked;
use crate::memo::{Digest, Hashed, Keep, Memo, Outcome, Round};
use crate::outputs::search::PageTerms;
use crate::outputs::{self, Plan, Views};
use crate::outputs::{identity, pdfs, pictures};
use crate::public::File;
use crate::site::Site;
use crate::theme::Theme;

/// What is remembered from build to build.
#[derive(Default)]
pub struct Memos {
    pub(crate) documents: Memo<Checked<Parsed>>,
    pub(crate) data: Memo<Checked<Hashed<Arc<Data>>>>,
    pub(crate) sites: Memo<Checked<Hashed<Arc<Site>>>>,
    pub(crate) plans: Memo<Checked<Arc<Plan>>>,
    pub(crate) views: Views,
    pub(crate) differences: Memo<Differences>,
    pub(crate) spellings: Memo<Spellings>,
    pub(crate) themes: Memo<Checked<Option<Hashed<Arc<Theme>>>>>,
    pub(crate) files: Memo<Checked<File>>,
    pub(crate) pictures: Memo<pictures::Made>,
    pub(crate) icons: Memo<identity::Made>,
    pub(crate) pdfs: Memo<pdfs::Made>,
    pub(crate) social_cards: Memo<outputs::Drawn>,
    pub(crate) page_terms: Arc<Memo<PageTerms>>,
}

impl Memos {
    /// Remembers nothing: for a program that builds once.
    pub fn forgetful() -> Memos {
        // A picture has several parts, so that even one build asks for it more than once.
        Memos {
            documents: Memo::forgetful(),
            differences: Memo::forgetful(),
            spellings: Memo::forgetful(),
            files: Memo::forgetful(),
            page_terms: Arc::new(Memo::forgetful()),
            views: Views::forgetful(),
            ..Memos::default()
        }
    }

    /// Keeps copies of pictures, icons, PDFs and social cards where the next program finds them.
    pub fn kept_by<K>(self, keeper: &Arc<K>) -> Memos
    where
        K: Keep<pictures::Made>
            + Keep<identity::Made>
            + Keep<pdfs::Made>
            + Keep<outputs::Drawn>
            + 'static,
    {
        Memos {
            pictures: Memo::kept_by(keeper.clone()),
            icons: Memo::kept_by(keeper.clone()),
            pdfs: Memo::kept_by(keeper.clone()),
            social_cards: Memo::kept_by(keeper.clone()),
            ..self
        }
    }

    /// The keys of all that the last build asked for and that may be kept.
    pub fn kept(&self) -> BTreeSet<Digest> {
        let pictures = self.pictures.keys().into_iter().chain(self.icons.keys());
        pictures.chain(self.pdfs.keys()).chain(self.social_cards.keys()).collect()
    }

    /// Trusts no longer that what was kept is still there: the next build looks, and makes again
    /// what is not.
    pub fn look_at_kept_again(&self) {
        self.pictures.ask_keeper_again();
        self.icons.ask_keeper_again();
        self.pdfs.ask_keeper_again();
        self.social_cards.ask_keeper_again();
    }

    /// How many results are remembered.
    pub fn remembered(&self) -> usize {
        let texts = self.documents.keys().len() + self.data.keys().len() + self.sites.keys().len();
        let plans = self.plans.keys().len() + self.views.len() + self.differences.keys().len();
        let plans = plans + self.spellings.keys().len();
        let terms = self.page_terms.keys().len();
        let files = self.themes.keys().len() + self.files.keys().len();
        let pictures = self.pictures.keys().len() + self.icons.keys().len();
        let pictures = pictures + self.pdfs.keys().len();
        texts + plans + terms + files + pictures + self.social_cards.keys().len()
    }

    /// Ends a build, and tells what it did anew.
    pub(crate) fn sweep(&self, went: Round) -> Work {
        let mut rendered = self.files.sweep(went);
        rendered.extend(self.social_cards.sweep(went));
        rendered.extend(self.icons.sweep(went));
        rendered.extend(self.pdfs.sweep(went));
        self.data.sweep(went);
        self.sites.sweep(went);
        self.plans.sweep(went);
        self.views.sweep();
        self.themes.sweep(went);
        self.differences.sweep(went);
        self.spellings.sweep(went);
        let (parsed, pictured) = (self.documents.sweep(went), self.pictures.sweep(went));
        Work { parsed, rendered, pictured }
    }
}

/// What comes of texts and settings alone lasts; what comes of the disk says so itself.
impl<T: Clone> Outcome for Checked<T> {
    fn lasts(&self) -> bool {
        true
    }
}

/// What a build did anew, by name.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Work {
    /// The sources that were parsed.
    pub parsed: BTreeSet<String>,
    /// The outputs that were rendered.
    pub rendered: BTreeSet<String>,
    /// The pictures of which copies were made.
    pub pictured: BTreeSet<String>,
}
