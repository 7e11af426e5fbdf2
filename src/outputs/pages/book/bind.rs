//! Pages that were made to stand alone, fitted into one document.
//!
//! In: the HTML of a page inside its `<main>`, the id of its chapter, and what is known of
//! all chapters. Out: the same HTML, in which no id is that of another chapter, every
//! reference to an id follows it, links to pages of the book lead to their chapters, and each
//! heading stands one level lower.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::html::{self, Attribute, Tag, Token, Tokens, unescape};

/// Attributes that hold ids (HTML; WAI-ARIA 1.2).
const REFERENCES: [&str; 9] = [
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-labelledby",
    "aria-owns",
    "for",
    "form",
    "headers",
    "list",
];

/// What gives a section a name of its own. In a book forty of them would be landmarks with
/// the same few names; without a name they are none. A `nav` is a landmark even without one, so
/// in a chapter it is a `div`.
const NAMES: [&str; 2] = ["aria-label", "aria-labelledby"];

/// What is known of all chapters of a book.
pub(super) struct Binding<'b> {
    root: &'b str,
    /// The id of each chapter by the address of its page.
    near: &'b BTreeMap<String, String>,
    /// The ids inside each chapter.
    ids: BTreeMap<&'b str, BTreeSet<&'b str>>,
}

impl<'b> Binding<'b> {
    /// Looks through the chapters, each given as its id and its HTML.
    pub(super) fn of(
        root: &'b str,
        near: &'b BTreeMap<String, String>,
        chapters: impl Iterator<Item = (&'b str, &'b str)>,
    ) -> Binding<'b> {
        let ids = chapters.map(|(id, html)| (id, ids_in(html)));
        Binding { root, near, ids: ids.collect() }
    }

    /// Where a link to a page of the book leads inside it.
    fn inside(&self, href: &str) -> Option<String> {
        let way = href.strip_prefix(self.root)?;
        let (page, place) =
            way.split_once('#').map_or((way, None), |(page, own)| (page, Some(own)));
        let chapter = self.near.get(page)?;
        let is_there = |place: &&str| self.has(chapter, place);
        Some(place.filter(is_there).map_or_else(
            || format!("#{chapter}"),
            |place| format!("#{}", prefixed(chapter, place)),
        ))
    }

    fn has(&self, chapter: &str, id: &str) -> bool {
        self.ids.get(chapter).is_some_and(|ids| ids.contains(id))
    }
}

/// Where the `<main>` of a page is: there a chapter stands.
pub(super) fn main_of(page: &str) -> Range<usize> {
    let main = html::inside(page, "main").or_else(|| html::inside(page, "body"));
    main.unwrap_or(0..page.len())
}

/// The HTML of a page as a chapter.
pub(super) fn bind(html: &str, chapter: &str, binding: &Binding<'_>) -> String {
    let mut bound = String::with_capacity(html.len() + html.len() / 8);
    for token in Tokens::of_page(html) {
        match token {
            Token::Close(tag) => bound.push_str(&format!("</{}>", lower(tag.name))),
            Token::Text(_) | Token::Comment { .. } => bound.push_str(token.whole()),
            Token::Declaration(_) | Token::Unfinished(_) => bound.push_str(token.whole()),
            Token::Open(tag) => {
                bound.push('<');
                bound.push_str(lower(tag.name));
                for attribute in tag.attributes() {
                    let is_landmark = tag.is("section") || tag.is("nav");
                    if !(is_landmark && is_one_of(&NAMES, attribute.name)) {
                        bound.push_str(&fitted(attribute, chapter, binding));
                    }
                }
                bound.push_str(end(&tag));
            }
        }
    }
    bound
}

/// A whole document whose links in its `<main>` to pages of the book lead inside it.
pub(super) fn lead_inside(html: &str, binding: &Binding<'_>) -> String {
    let main = main_of(html);
    let mut led = String::with_capacity(html.len());
    led.push_str(&html[..main.start]);
    for token in Tokens::of_page(&html[main.clone()]) {
        match token.open() {
            Some(tag) if tag.is("a") && tag.find("href").is_some() => {
                led.push_str(&tag.whole[..1 + tag.name.len()]);
                for own in tag.attributes() {
                    let inside = (own.name == "href").then(|| binding.inside(&unescape(own.value)));
                    let inside = inside.flatten().map(|href| format!(" href=\"{href}\""));
                    led.push_str(inside.as_deref().unwrap_or(own.whole));
                }
                led.push_str(end(&tag));
            }
            Some(_) | None => led.push_str(token.whole()),
        }
    }
    led.push_str(&html[main.end..]);
    led
}

/// An attribute of a chapter as it stands in the book.
fn fitted(attribute: Attribute<'_>, chapter: &str, binding: &Binding<'_>) -> String {
    let Attribute { name, value, whole, .. } = attribute;
    let follow = |id: &str| {
        if binding.has(chapter, id) { prefixed(chapter, id) } else { id.to_owned() }
    };
    let value = if name.eq_ignore_ascii_case("id") {
        prefixed(chapter, value)
    } else if is_one_of(&REFERENCES, name) {
        let ids = value.split_ascii_whitespace().map(follow);
        ids.collect::<Vec<_>>().join(" ")
    } else if name.eq_ignore_ascii_case("href") {
        match (value.strip_prefix('#'), binding.inside(&unescape(value))) {
            (Some(id), _) => format!("#{}", follow(id)),
            (None, Some(inside)) => inside,
            (None, None) => return whole.to_owned(),
        }
    } else {
        return whole.to_owned();
    };
    format!(" {name}=\"{}\"", value.replace('"', "&quot;"))
}

/// An id, which is of this chapter by what stands in front of it.
fn prefixed(chapter: &str, id: &str) -> String {
    format!("{chapter}_{id}")
}

/// The heading one level down, a landmark as a plain part; any other element as it is.
fn lower(element: &str) -> &str {
    if element.eq_ignore_ascii_case("nav") {
        return "div";
    }
    let levels = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let at = levels.iter().position(|level| element.eq_ignore_ascii_case(level));
    at.map_or(element, |at| levels[(at + 1).min(levels.len() - 1)])
}

fn end(tag: &Tag<'_>) -> &'static str {
    if tag.is_closed { "/>" } else { ">" }
}

fn ids_in(html: &str) -> BTreeSet<&str> {
    let tags = Tokens::of_page(html).filter_map(Token::open);
    tags.filter_map(|tag| tag.attribute("id")).collect()
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(html: &str) -> String {
        let near = BTreeMap::from([
            ("a/index.html".to_owned(), "ui_1".to_owned()),
            ("b/index.html".to_owned(), "ui_2".to_owned()),
        ]);
        let other = "<p id=\"x\">";
        let chapters = [("ui_1", html), ("ui_2", other)].into_iter();
        bind(html, "ui_1", &Binding::of("../", &near, chapters))
    }

    #[test]
    fn ids_and_what_names_them_follow_the_chapter() {
        let html =
            r##"<td id="a" headers="a zz"><a href="#a">x</a><a href="#zz">y</a><label for=a>"##;
        let want = r##"<td id="ui_1_a" headers="ui_1_a zz"><a href="#ui_1_a">x</a><a href="#zz">y</a><label for="ui_1_a">"##;
        assert_eq!(bound(html), want);
    }

    #[test]
    fn links_to_pages_of_the_book_stay_in_it() {
        let html = r#"<a href="../b/index.html#x">1</a><a href="../b/index.html#gone">2</a><a href="../c/index.html">3</a><a href="https://b/index.html">4</a>"#;
        let want = r##"<a href="#ui_2_x">1</a><a href="#ui_2">2</a><a href="../c/index.html">3</a><a href="https://b/index.html">4</a>"##;
        assert_eq!(bound(html), want);
    }

    #[test]
    fn headings_go_down_and_the_last_stays() {
        assert_eq!(bound("<h1 class=a>x</h1><h6>y</h6><hr>"), "<h2 class=a>x</h2><h6>y</h6><hr>");
    }

    #[test]
    fn sections_and_ways_are_no_landmarks() {
        let html = r#"<section aria-labelledby="a" class=b><nav aria-label="c" class=d></nav>"#;
        assert_eq!(bound(html), "<section class=b><div class=d></div>");
    }

    #[test]
    fn the_text_in_front_leads_inside_too() {
        let near = BTreeMap::from([("b/index.html".to_owned(), "ui_1".to_owned())]);
        let binding = Binding::of("../", &near, std::iter::empty());
        let html = r#"<nav><a href="../b/index.html">x</a></nav><main><a class=y href="../b/index.html">x</a></main>"#;
        let want = r##"<nav><a href="../b/index.html">x</a></nav><main><a class=y href="#ui_1">x</a></main>"##;
        assert_eq!(lead_inside(html, &binding), want);
    }
}
