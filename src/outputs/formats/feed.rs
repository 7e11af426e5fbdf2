//! A feed, as Atom (RFC 4287) and as JSON (jsonfeed.org 1.1).

use serde::Serialize;

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
        let items = self.entries.iter().map(|entry| JsonItem {
            id: &entry.url,
            url: &entry.url,
            title: &entry.title,
            summary: entry.summary.as_deref(),
            content_text: entry.summary.as_ref().unwrap_or(&entry.title),
            date_published: &entry.published,
            date_modified: &entry.updated,
            language: &entry.language,
            authors: entry.author.as_deref().map(|name| [JsonAuthor { name }]),
        });
        let feed = JsonFeed {
            version: "https://jsonfeed.org/version/1.1",
            title: &self.title,
            description: &self.subtitle,
            home_page_url: &self.home,
            feed_url: &self.address,
            language: &self.language,
            authors: [JsonAuthor { name: &self.author }],
            items: items.collect(),
        };
        // Texts and lists only: nothing in it could fail to be JSON.
        let text = serde_json::to_string_pretty(&feed).unwrap_or_default();
        format!("{text}\n")
    }
}

/// A feed as JSON (JSON Feed 1.1).
#[derive(Serialize)]
struct JsonFeed<'f> {
    version: &'static str,
    title: &'f str,
    description: &'f str,
    home_page_url: &'f str,
    feed_url: &'f str,
    language: &'f Language,
    authors: [JsonAuthor<'f>; 1],
    items: Vec<JsonItem<'f>>,
}

/// An item of it.
#[derive(Serialize)]
struct JsonItem<'f> {
    id: &'f str,
    url: &'f str,
    title: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'f str>,
    /// An item must have a content; the title where there is no summary.
    content_text: &'f str,
    date_published: &'f str,
    date_modified: &'f str,
    language: &'f Language,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[JsonAuthor<'f>; 1]>,
}

/// Who wrote a feed or an item.
#[derive(Serialize)]
struct JsonAuthor<'f> {
    name: &'f str,
}

fn author(xml: &mut String, name: &str) {
    xml.push_str("<author>");
    element(xml, "name", name);
    xml.push_str("</author>\n");
}

fn link(xml: &mut String, rel: &str, media_type: &str, href: &str) {
    empty(xml, "link", &[("rel", rel), ("type", media_type), ("href", href)]);
}
