//! A feed, as Atom (RFC 4287) and as JSON (jsonfeed.org 1.1).

use serde::Serialize;
use serde_json::json;

use crate::content::Language;
use crate::outputs::formats::xml::{element, empty, open};

/// A feed.
#[derive(Serialize)]
pub struct Feed {
    /// What it is called.
    pub title: String,
    /// A sentence on it; empty if there is none.
    pub subtitle: String,
    /// The language of its title.
    pub language: Language,
    /// The address of the page whose news it gives.
    pub home: String,
    /// Its own address.
    pub address: String,
    /// Who publishes it.
    pub author: String,
    /// Who may use it for what; empty if nothing is said.
    pub rights: String,
    /// When its newest entry was changed (RFC 3339).
    pub updated: String,
    /// What is new, the newest first.
    pub entries: Vec<Entry>,
}

/// An entry of a feed.
#[derive(Serialize)]
pub struct Entry {
    /// The title.
    pub title: String,
    /// The address.
    pub url: String,
    /// The language.
    pub language: Language,
    /// When it was published (RFC 3339).
    pub published: String,
    /// When it was changed (RFC 3339).
    pub updated: String,
    /// None of a page that hides its title.
    pub summary: Option<String>,
    /// Who speaks, where it is not who publishes the site.
    pub author: Option<String>,
}

impl Feed {
    /// The feed as Atom.
    pub fn atom(&self) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        open(
            &mut xml,
            "feed",
            &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.language.as_str())],
        );
        element(&mut xml, "id", &self.address);
        element(&mut xml, "title", &self.title);
        if !self.subtitle.is_empty() {
            element(&mut xml, "subtitle", &self.subtitle);
        }
        element(&mut xml, "updated", &self.updated);
        link(&mut xml, "self", "application/atom+xml", &self.address);
        link(&mut xml, "alternate", "text/html", &self.home);
        author(&mut xml, &self.author);
        if !self.rights.is_empty() {
            element(&mut xml, "rights", &self.rights);
        }
        for entry in &self.entries {
            open(&mut xml, "entry", &[("xml:lang", entry.language.as_str())]);
            element(&mut xml, "id", &entry.url);
            element(&mut xml, "title", &entry.title);
            if let Some(name) = &entry.author {
                author(&mut xml, name);
            }
            link(&mut xml, "alternate", "text/html", &entry.url);
            element(&mut xml, "published", &entry.published);
            element(&mut xml, "updated", &entry.updated);
            if let Some(summary) = &entry.summary {
                element(&mut xml, "summary", summary);
            }
            xml.push_str("</entry>\n");
        }
        xml.push_str("</feed>\n");
        xml
    }

    /// The feed as JSON.
    pub fn json(&self) -> String {
        let items = self.entries.iter().map(|entry| {
            let mut item = json!({
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                // An item must have a content (JSON Feed 1.1).
                "content_text": entry.summary.as_ref().unwrap_or(&entry.title),
                "date_published": entry.published,
                "date_modified": entry.updated,
                "language": entry.language,
            });
            if let (None, Some(item)) = (&entry.summary, item.as_object_mut()) {
                item.remove("summary");
            }
            if let Some(name) = &entry.author {
                item["authors"] = json!([{ "name": name }]);
            }
            item
        });
        let feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "description": self.subtitle,
            "home_page_url": self.home,
            "feed_url": self.address,
            "language": self.language,
            "authors": [{ "name": self.author }],
            "items": items.collect::<serde_json::Value>(),
        });
        format!("{feed:#}\n")
    }
}

fn author(xml: &mut String, name: &str) {
    xml.push_str("<author>");
    element(xml, "name", name);
    xml.push_str("</author>\n");
}

fn link(xml: &mut String, rel: &str, media_type: &str, href: &str) {
    empty(xml, "link", &[("rel", rel), ("type", media_type), ("href", href)]);
}
