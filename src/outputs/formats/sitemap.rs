//! The sitemap (sitemaps.org 0.9) with the translations of each page.

use serde::Serialize;

use crate::content::Language;
use crate::outputs::formats::xml::{element, empty, open};

/// The sitemap of a site.
#[derive(Serialize)]
pub struct Sitemap {
    /// Its pages, in the order of their addresses.
    pub urls: Vec<Url>,
}

/// A page of a sitemap.
#[derive(Serialize)]
pub struct Url {
    /// Its address.
    pub address: String,
    /// When it was changed last, as a day or with a time (ISO 8601).
    pub changed: Option<String>,
    /// The same page in all its languages, itself among them; empty if it is in one.
    pub alternates: Vec<(Language, String)>,
    /// The one for readers of any other language.
    pub default: Option<String>,
}

impl Sitemap {
    /// The sitemap as XML.
    pub fn xml(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        let schemas = [
            ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
        ];
        open(&mut xml, "urlset", &schemas);
        for url in &self.urls {
            open(&mut xml, "url", &[]);
            element(&mut xml, "loc", &url.address);
            if let Some(changed) = &url.changed {
                element(&mut xml, "lastmod", changed);
            }
            let default = url.default.as_ref().map(|address| ("x-default", address));
            let languages =
                url.alternates.iter().map(|(language, address)| (language.as_str(), address));
            for (language, address) in languages.chain(default) {
                empty(
                    &mut xml,
                    "xhtml:link",
                    &[("rel", "alternate"), ("hreflang", language), ("href", address)],
                );
            }
            xml.push_str("</url>\n");
        }
        xml.push_str("</urlset>\n");
        xml
    }
}
