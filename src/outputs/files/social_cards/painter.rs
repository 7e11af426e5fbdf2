//! What stands on a card: the words of a page or of the site, and the colours of the theme.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::Serialize;

use crate::content::{Kind, Language};
use crate::memo::{Digest, Hashed};
use crate::outputs::files::identity;
use crate::site::{Asked, Page, Site};
use crate::theme::Theme;

/// What a card shows: with the fonts all that its picture is drawn from.
#[derive(Clone, PartialEq, Eq, Hash, Default, Debug, Serialize)]
pub struct SocialCard {
    pub(super) title: String,
    pub(super) label: String,
    /// The day of an event: what stands above it, the day, what stands below.
    pub(super) leaf: Option<[String; 3]>,
    pub(super) details: String,
    pub(super) footer: String,
    pub(super) tag: String,
    pub(super) emblem: Option<Emblem>,
    pub(super) right_to_left: bool,
    /// Paper, ink, accent, and what is printed on the accent.
    pub(super) colors: [[u8; 3]; 4],
}

/// The sign of the site, ready to be printed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub(in crate::outputs) struct Emblem {
    /// The sign; the digest of its pixels stands for it.
    sign: Hashed<Arc<bangtin_cards::Emblem>>,
    on_paper: bool,
}

impl Hash for Emblem {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        (self.sign.digest(), self.on_paper).hash(hasher);
    }
}

impl Emblem {
    /// The sign of these pixels on cards of these colours.
    pub(in crate::outputs) fn new(
        rgba: &[u8],
        on_paper: bool,
        colors: &bangtin_cards::Colors,
    ) -> Option<Emblem> {
        let sign = bangtin_cards::Emblem::new(rgba, on_paper, colors)?;
        Some(Emblem { sign: Hashed::new(Arc::new(sign), Digest::of(rgba)), on_paper })
    }
}

/// What all cards of a site are made with.
pub(super) struct Painter<'a> {
    pub(super) site: &'a Site,
    pub(super) theme: &'a Theme,
    /// The sign of the site.
    pub(super) emblem: Option<Emblem>,
    colors: [[u8; 3]; 4],
}

impl<'a> Painter<'a> {
    /// None where the site has no absolute addresses or wants no cards, or the theme has no
    /// fonts or colours for them.
    pub(super) fn of(site: &'a Site, theme: &'a Theme) -> Option<Painter<'a>> {
        site.config.base_url.as_ref().filter(|_| site.config.social_cards)?;
        let own = theme.palette()?.card();
        let bangtin_cards::Colors { paper, ink, accent, on_accent } = own;
        let fonts = &theme.card_fonts().fonts;
        let colors = [paper, ink, accent, on_accent];
        let emblem = || identity::emblem(Asked::untold(site), theme, &own);
        (!fonts.is_empty()).then(|| Painter { site, theme, emblem: emblem(), colors })
    }

    /// The same with a sign that is known.
    pub(super) fn with(
        site: &'a Site,
        theme: &'a Theme,
        emblem: &Option<Emblem>,
    ) -> Option<Painter<'a>> {
        let bangtin_cards::Colors { paper, ink, accent, on_accent } = theme.palette()?.card();
        let colors = [paper, ink, accent, on_accent];
        Some(Painter { site, theme, emblem: emblem.clone(), colors })
    }

    /// The card of a page, or a letter that it cannot write.
    pub(super) fn page(&self, page: &Page) -> Result<SocialCard, char> {
        let language = page.language();
        let label = match &page.document.kind {
            // These words would say nothing.
            Kind::Page | Kind::Section(_) => String::new(),
            Kind::Post | Kind::Material(_) | Kind::Plan(_) | Kind::Schedule(_) => {
                self.word(language, &format!("kind.{}", page.document.kind.name()))
            }
        };
        let title = page.document.meta.title.clone();
        let is_sample = page.shared.sample == Some(true);
        self.card(language, is_sample, SocialCard { title, label, ..SocialCard::default() })
    }

    /// The card of the site in the language of this front page, or a letter that it cannot
    /// write.
    pub(super) fn site(&self, home: &Page) -> Result<SocialCard, char> {
        let (config, language) = (&self.site.config, home.language());
        let title = config.text(&config.title, language).to_owned();
        let details = config.text(&config.description, language).to_owned();
        let card = SocialCard { title, details, ..SocialCard::default() };
        let is_sample = home.shared.sample == Some(true);
        let mut card = self.card(language, is_sample, card)?;
        // It is the title already.
        card.footer.clear();
        Ok(card)
    }

    /// A card with what all of them have, or a letter that it cannot write.
    pub(super) fn card(
        &self,
        language: &Language,
        is_sample: bool,
        own: SocialCard,
    ) -> Result<SocialCard, char> {
        let config = &self.site.config;
        let fonts = &self.theme.card_fonts().fonts;
        // What is invented must not go round as news.
        let tag = if is_sample { self.word(language, "sample.tag") } else { String::new() };
        let footer = config.text(&config.title, language).to_owned();
        let needed = [&own.title, &own.details, &footer, &tag];
        if let Some(letter) = needed.into_iter().find_map(|text| fonts.missing(text)) {
            return Err(letter);
        }
        let can_write = |text: &String| fonts.missing(text).is_none();
        Ok(SocialCard {
            label: Some(own.label).filter(can_write).unwrap_or_default(),
            leaf: own.leaf.filter(|leaf| leaf.iter().all(can_write)),
            footer,
            tag,
            emblem: self.emblem.clone(),
            right_to_left: config.language(language).direction == "rtl",
            colors: self.colors,
            title: own.title,
            details: own.details,
        })
    }

    /// A word of the theme; nothing where it has none.
    pub(super) fn word(&self, language: &Language, key: &str) -> String {
        self.theme.text(language, key, &[]).unwrap_or_default()
    }
}

impl SocialCard {
    /// The card as it is drawn.
    pub(super) fn card(&self) -> bangtin_cards::Card<'_> {
        let SocialCard { title, label, leaf, details, footer, tag, emblem, right_to_left, colors } =
            self;
        let [paper, ink, accent, on_accent] = *colors;
        let leaf =
            leaf.as_ref().map(|[above, day, below]| bangtin_cards::Leaf { above, day, below });
        bangtin_cards::Card {
            title,
            label,
            leaf,
            details,
            footer,
            tag,
            emblem: emblem.as_ref().map(|emblem| &**emblem.sign),
            right_to_left: *right_to_left,
            colors: bangtin_cards::Colors { paper, ink, accent, on_accent },
        }
    }

    /// The words on it.
    pub(super) fn words(&self) -> String {
        let tag = if self.tag.is_empty() { String::new() } else { format!("[{}] ", self.tag) };
        let title = format!("{tag}{}", self.title);
        let leaf = self.leaf.as_ref().map(|leaf| leaf.join(" ")).unwrap_or_default();
        let words = [title, leaf, self.details.clone(), self.footer.clone()];
        let words = words.into_iter().filter(|text| !text.is_empty());
        words.collect::<Vec<_>>().join(" – ")
    }
}
