//! Numbers of documents in bodies: links where the site has the document.

use serde::Serialize;

use crate::content::markdown::escape;
use crate::content::{Document, Language};
use crate::outputs::planner::Planner;

/// The longest number of a document that is not broken at the end of a line, in letters:
/// more than that is wider than a phone (WCAG 1.4.10).
const KEPT_WHOLE: usize = 24;

/// The way to the page about a document.
#[derive(Clone, Serialize)]
pub struct NumberLink<'a> {
    href: String,
    /// The language of the page, where it is not the reader's.
    language: Option<&'a Language>,
}

/// The way from a page to the document of this number, unless it is the page's own.
pub(in crate::outputs) fn link<'a>(
    planner: &Planner<'a>,
    (from, root): (&Document, &str),
    number: &str,
) -> Option<NumberLink<'a>> {
    let other = planner.document_of(number, from)?;
    let language = Some(other.language()).filter(|language| **language != from.language);
    let address = planner.site.address_for(other, &from.language);
    Some(NumberLink { href: format!("{root}{}", address.encoded()), language })
}

/// Writes the number of a document, in one piece where that fits any screen.
pub(in crate::outputs) fn write(text: &str, link: Option<&NumberLink<'_>>, html: &mut String) {
    let class = if text.chars().count() <= KEPT_WHOLE { " class=\"document-number\"" } else { "" };
    match link {
        Some(NumberLink { href, language }) => {
            html.push_str(&format!("<a{class} href=\""));
            escape(html, href);
            html.push('"');
            if let Some(language) = language {
                html.push_str(" hreflang=\"");
                escape(html, language.as_str());
                html.push('"');
            }
            html.push('>');
            escape(html, text);
            html.push_str("</a>");
        }
        None if class.is_empty() => escape(html, text),
        None => {
            html.push_str(&format!("<span{class}>"));
            escape(html, text);
            html.push_str("</span>");
        }
    }
}
