//! `WebPage` and its kin, `NewsArticle`, `Article` and `WebSite`.

use serde_json::Value as Json;

use crate::content::LinkTarget;
use crate::content::front_matter::SourceNote;
use crate::outputs::formats::json_ld::Node;
use crate::outputs::pages::structured::{Described, organization};
use crate::outputs::view::plain::Image;

impl Described<'_, '_> {
    /// What every page tells of itself as something that someone made.
    pub(super) fn creation(&self, kind: &str, image: Option<&Image<'_>>) -> Node {
        let meta = &self.page.document.meta;
        let base = self.planner.site.config.base_url.as_ref();
        let image = image.zip(base).map(|(image, base)| base.join(&image.file.src));
        let source = self.page.shared.source.as_ref().map(|source| self.source(source));
        Node::new(kind)
            .with("name", self.named(&meta.title, self.is_sample()))
            .with("description", meta.description.as_deref().or(meta.summary.as_deref()))
            .with("url", self.planner.permalink(&self.page.address))
            .with("image", image)
            .with("inLanguage", self.language().as_str())
            .with("datePublished", self.date(&meta.date))
            .with("dateModified", self.date(&meta.updated))
            // Whether a name is that of a person or of an office is not written.
            .with("creditText", self.page.shared.authors.join(", "))
            .with("publisher", organization::publisher(self.planner, self.language()))
            .with("isBasedOn", source)
    }

    /// The text that a page retells.
    fn source(&self, source: &SourceNote) -> Node {
        Node::new("CreativeWork")
            .with("url", source.url.as_ref().map(LinkTarget::written))
            .with("datePublished", source.date.as_ref().map(|date| self.iso(date.value)))
            .with("publisher", Node::new("Organization").with("name", source.name.as_str()))
    }
}

/// A post: news where it says on which day it was published. Search engines show an article
/// with a picture, so one that has none of its own names its card.
pub(super) fn article(
    about: &Described<'_, '_>,
    image: Option<&Image<'_>>,
    card: Option<String>,
) -> Node {
    let meta = &about.page.document.meta;
    let kind = if meta.date.is_some() { "NewsArticle" } else { "Article" };
    let headline = about.named(&meta.title, about.is_sample());
    let card = card.filter(|_| image.is_none());
    about.creation(kind, image).with("image", card).with("headline", headline)
}

/// The site in the language of its front page.
pub(super) fn website(about: &Described<'_, '_>) -> Node {
    let (planner, language) = (about.planner, about.language());
    let config = &planner.site.config;
    let publisher = |key: &str| config.publisher.get(key).map(|text| config.text(text, language));
    Node::new("WebSite")
        .with("name", config.text(&config.title, language))
        .with("description", config.text(&config.description, language))
        // Says, of a site that one could take for another, that it is not that one.
        .with("disambiguatingDescription", publisher("notice"))
        .with("url", planner.permalink(&about.page.address))
        .with("inLanguage", language.as_str())
        .with("copyrightNotice", publisher("reuse"))
        .with("publisher", organization::publisher(planner, language).map(Json::from))
}
