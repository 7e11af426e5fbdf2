//! What answers the questions of files: the site, the theme, what pages say, and what files share.

use crate::memo::{Digest, Sort, World};
use crate::outputs::files::pdfs::Lengths;
use crate::outputs::planner::Common;
use crate::outputs::texts::Texts;
use crate::site::Question;
use crate::theme::Theme;

/// What answers the questions of files.
pub(super) struct Answers<'a> {
    common: &'a Common,
    /// What pages say.
    pub texts: Texts<'a>,
    /// How large the PDFs of drawings are.
    pub pdfs: &'a Lengths,
    ground: Digest,
    /// Stands for the site, the theme and the fonts of its cards.
    all: Digest,
    /// Stands for what pages say.
    said: Digest,
}

impl<'a> Answers<'a> {
    /// The answers of a site with these texts.
    pub(super) fn of(common: &'a Common, texts: Texts<'a>, pdfs: &'a Lengths) -> Answers<'a> {
        let (site, theme) = (&common.site, &common.theme);
        Answers {
            common,
            texts,
            pdfs,
            ground: Digest::of_hash(&(site.structure, Theme::digest(theme), pdfs)),
            all: Digest::of_hash(&(site.digest(), theme.digest())),
            said: Digest::of_hash(&(texts.bodies.digest(), texts.outdated)),
        }
    }
}

impl World<Question> for Answers<'_> {
    fn ground(&self) -> Digest {
        self.ground
    }

    fn stands_for(&self, sort: Sort) -> Digest {
        match sort {
            Sort::Common => self.all,
            Sort::Own => self.said,
        }
    }

    fn sort(question: &Question) -> Sort {
        match question {
            Question::Body(_) | Question::Outdated(_) => Sort::Own,
            Question::Page(_)
            | Question::Pages
            | Question::Terms(_)
            | Question::Term(..)
            | Question::WholeTerm(..)
            | Question::Taxonomies
            | Question::Feed(_)
            | Question::SocialCard(..)
            | Question::EventCard(..)
            | Question::Shared(..) => Sort::Common,
        }
    }

    fn answer(&self, question: &Question) -> Digest {
        let Answers { common, texts, .. } = self;
        let site = &common.site;
        match question {
            Question::Page(id) => site.page(*id).digest,
            Question::Pages => site.digest(),
            Question::Terms(id) => Digest::of_hash(&site.borne_by(*id)),
            Question::Term(taxonomy, key, language) => {
                Digest::of_hash(&site.term(taxonomy, key, language))
            }
            Question::WholeTerm(taxonomy, key, language) => {
                Digest::of_hash(&site.whole_term(*taxonomy, key, language))
            }
            Question::Taxonomies => site.taxonomies().digest(),
            Question::Body(id) => texts.bodies.of_document(&site.page(*id).document).digest,
            Question::Outdated(id) => Digest::of(&[u8::from(texts.outdated.contains(id))]),
            Question::Feed(id) => Digest::of(&[u8::from(common.with_feed().contains(id))]),
            Question::SocialCard(id, language) => common.social_cards.digest_of(*id, language),
            Question::EventCard(id, event) => {
                Digest::of_hash(&common.event_cards().cards.get(&(*id, event.clone())))
            }
            Question::Shared(value, language) => common.value(*value, language).digest,
        }
    }
}
