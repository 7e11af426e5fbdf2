//! What answers the questions of files: the site, the theme, what pages say, and what files share.

use crate::memo::{Digest, World};
use crate::outputs::planner::{Common, Texts};
use crate::site::Question;
use crate::theme::Theme;

/// What answers the questions of files.
pub(super) struct Answers<'a> {
    common: &'a Common,
    /// What pages say.
    pub texts: Texts<'a>,
    whole: Digest,
    ground: Digest,
}

impl<'a> Answers<'a> {
    /// The answers of a site with these texts.
    pub(super) fn of(common: &'a Common, texts: Texts<'a>) -> Answers<'a> {
        let (site, theme) = (&common.site, Theme::digest(&common.theme));
        // Fonts of cards are seen only by asking, and are no part of the theme's own digest.
        let given = [site.digest(), common.theme.digest(), texts.bodies.digest()];
        let whole = (given, texts.outdated);
        let (whole, ground) = (Digest::of_hash(&whole), Digest::of_hash(&(site.structure, theme)));
        Answers { common, texts, whole, ground }
    }
}

impl World<Question> for Answers<'_> {
    fn whole(&self) -> Digest {
        self.whole
    }

    fn ground(&self) -> Digest {
        self.ground
    }

    fn answer(&self, question: &Question) -> Digest {
        let Answers { common, texts, .. } = self;
        let site = &common.site;
        match question {
            Question::Page(id) => site.page(*id).digest,
            Question::Pages => site.digest(),
            Question::Body(id) => texts.bodies.of_document(&site.page(*id).document).digest,
            Question::Outdated(id) => Digest::of(&[u8::from(texts.outdated.contains(id))]),
            Question::Feed(id) => Digest::of(&[u8::from(common.with_feed().contains(id))]),
            Question::SocialCard(id, language) => common.social_cards.digest_of(*id, language),
            Question::Shared(value, language) => common.value(*value, language).digest,
        }
    }
}
