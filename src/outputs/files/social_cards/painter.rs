//! What stands on a card: the words of a page or of the site, and the colours of the theme.

use serde::Serialize;

use crate::content::Language;
use crate::site::{Page, Site};
use crate::theme::Theme;

/// What a card shows: with the fonts all that its picture is drawn from.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SocialCard {
    pub(super) title: String,
    pub(super) footer: String,
    pub(super) right_to_left: bool,
    /// Paper, ink and accent.
    pub(super) colors: [[u8; 3]; 3],
}

/// What all cards of a site are made with.
pub(super) struct Painter<'a> {
    site: &'a Site,
    theme: &'a Theme,
    colors: [[u8; 3]; 3],
}

impl<'a> Painter<'a> {
    /// None where the site has no absolute addresses or wants no cards, or the theme has no
    /// fonts or colours for them.
    pub(super) fn of(site: &'a Site, theme: &'a Theme) -> Option<Painter<'a>> {
        site.config.base_url.as_ref().filter(|_| site.config.social_cards)?;
        let bangtin_cards::Colors { paper, ink, accent } = theme.palette()?.card();
        let fonts = &theme.card_fonts().fonts;
        (!fonts.is_empty()).then_some(Painter { site, theme, colors: [paper, ink, accent] })
    }

    /// The card of a page, or a letter that it cannot write.
    pub(super) fn page(&self, page: &Page) -> Result<SocialCard, char> {
        let (config, language) = (&self.site.config, page.language());
        if let Some(neutral) = &page.shared.neutral_title {
            return self.card(language, neutral.clone(), "");
        }
        let title = &page.document.meta.title;
        // What is invented must not go round as news.
        let label = self.theme.text(language, "sample.label", &[]);
        let label = label.filter(|_| page.shared.sample == Some(true));
        let title = label.map_or_else(|| title.clone(), |label| format!("[{label}] {title}"));
        self.card(language, title, config.text(&config.title, language))
    }

    /// The card of the site in the language of this front page, or a letter that it cannot
    /// write.
    pub(super) fn site(&self, home: &Page) -> Result<SocialCard, char> {
        let (config, language) = (&self.site.config, home.language());
        if home.shared.neutral_title.is_some() {
            return self.page(home);
        }
        let title = config.text(&config.title, language).to_owned();
        self.card(language, title, config.text(&config.description, language))
    }

    fn card(&self, language: &Language, title: String, footer: &str) -> Result<SocialCard, char> {
        let fonts = &self.theme.card_fonts().fonts;
        match fonts.missing(&title).or_else(|| fonts.missing(footer)) {
            Some(letter) => Err(letter),
            None => Ok(SocialCard {
                title,
                footer: footer.to_owned(),
                right_to_left: self.site.config.language(language).direction == "rtl",
                colors: self.colors,
            }),
        }
    }
}

impl SocialCard {
    /// The words on it.
    pub(super) fn words(&self) -> String {
        let words = [self.title.as_str(), self.footer.as_str()];
        words.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ")
    }
}
