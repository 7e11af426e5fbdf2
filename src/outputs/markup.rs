//! Finished HTML as its tags and texts, for the few things that can only be said of a page
//! when it is whole.
//!
//! It is no parser: it splits, and what it splits can be put together again byte for byte.
//! Whatever an author or a theme wrote, it gives pieces and never fails.

use std::ops::Range;

/// Elements whose text is no HTML.
const PLAIN: [&str; 4] = ["script", "style", "textarea", "title"];

/// A piece of HTML.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Token<'h> {
    /// Text, a comment, or the inside of an element that holds no HTML.
    Text(&'h str),
    /// A tag.
    Tag(Tag<'h>),
}

/// A tag as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Tag<'h> {
    /// All of it, from `<` to `>`.
    pub whole: &'h str,
    /// The name of the element, as written.
    pub name: &'h str,
    /// Whether it is the closing one.
    pub closes: bool,
}

/// An attribute as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Attribute<'h> {
    /// Its name.
    pub name: &'h str,
    /// What stands between its quotation marks, still escaped; empty if it has no value.
    pub value: &'h str,
    /// All of it, with the white space in front.
    pub whole: &'h str,
}

/// The pieces of some HTML, in order.
pub(crate) fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = html;
    let mut plain: Option<&str> = None;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(name) = plain.take() {
            let (text, behind) = rest.split_at(end_of_plain(rest, name));
            rest = behind;
            if !text.is_empty() {
                return Some(Token::Text(text));
            }
        }
        let token = next(rest);
        rest = &rest[token.len()..];
        if let Token::Tag(tag) = token
            && !tag.closes
        {
            plain = PLAIN.iter().copied().find(|name| tag.is(name));
        }
        Some(token)
    })
}

/// Where the inside of an element is: from the first opening tag of that name to the last
/// closing one.
pub(crate) fn inside(html: &str, element: &str) -> Option<Range<usize>> {
    let mut at = 0;
    let (mut start, mut end) = (None, None);
    for token in tokens(html) {
        let before = at;
        at += token.len();
        let Token::Tag(tag) = token else { continue };
        if tag.is(element) && tag.closes {
            end = Some(before);
        } else if tag.is(element) && start.is_none() {
            start = Some(at);
        }
    }
    let (start, end) = (start?, end?);
    (start <= end).then_some(start..end)
}

impl<'h> Token<'h> {
    /// The piece as it was written.
    pub(crate) fn whole(&self) -> &'h str {
        match self {
            Token::Text(text) => text,
            Token::Tag(tag) => tag.whole,
        }
    }

    fn len(&self) -> usize {
        self.whole().len()
    }
}

impl<'h> Tag<'h> {
    /// Whether it is a tag of this element.
    pub(crate) fn is(&self, element: &str) -> bool {
        self.name.eq_ignore_ascii_case(element)
    }

    /// Its attributes, in order.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = Attribute<'h>> {
        let inner = self.whole.strip_suffix('>').unwrap_or(self.whole);
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        let head = 1 + usize::from(self.closes) + self.name.len();
        let mut rest = inner.get(head..).unwrap_or_default();
        std::iter::from_fn(move || {
            let (attribute, behind) = attribute(rest)?;
            rest = behind;
            Some(attribute)
        })
    }

    /// The value of an attribute, still escaped.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'h str> {
        let found = self.attributes().find(|own| own.name.eq_ignore_ascii_case(name));
        found.map(|own| own.value)
    }
}

/// Text out of HTML: what stands for the five letters that are escaped, as the letters.
pub(crate) fn unescape(text: &str) -> String {
    let letters = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'")];
    let text = letters.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    // Last, so that nothing is read twice.
    text.replace("&amp;", "&")
}

/// The first piece of a text that is not empty.
fn next(html: &str) -> Token<'_> {
    let text = html.find('<').unwrap_or(html.len());
    if text > 0 {
        return Token::Text(&html[..text]);
    }
    if html.starts_with("<!--") {
        let end = html.find("-->").map_or(html.len(), |at| at + 3);
        return Token::Text(&html[..end]);
    }
    let closes = html[1..].starts_with('/');
    let named = &html[1 + usize::from(closes)..];
    let ends = |letter: char| letter.is_ascii_whitespace() || letter == '/' || letter == '>';
    let name = &named[..named.find(ends).unwrap_or(named.len())];
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        // No tag, such as `<!DOCTYPE html>` or a `<` that nobody escaped.
        let end = html[1..].find(['<', '>']).map_or(html.len(), |at| at + 1);
        return Token::Text(&html[..end]);
    }
    Token::Tag(Tag { whole: &html[..end_of_tag(html)], name, closes })
}

/// Where a tag ends: at its `>`, which may also stand in quotation marks.
fn end_of_tag(html: &str) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (None | Some(_), _) => {}
        }
    }
    html.len()
}

/// Where an element ends that holds no HTML.
fn end_of_plain(html: &str, name: &str) -> usize {
    let ends = |at: &usize| {
        let behind = html[*at + 2..].get(..name.len());
        behind.is_some_and(|behind| behind.eq_ignore_ascii_case(name))
    };
    html.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(html.len())
}

/// The first attribute of what is left of a tag, and what stands behind it.
fn attribute(rest: &str) -> Option<(Attribute<'_>, &str)> {
    let start = rest.find(|letter: char| !letter.is_ascii_whitespace())?;
    let from_name = &rest[start..];
    let ends = |letter: char| letter.is_ascii_whitespace() || letter == '=';
    // A `=` where a name should stand belongs to the name (HTML, 13.2.5.32).
    let after_first = from_name.chars().next().map_or(0, char::len_utf8);
    let name_end =
        from_name[after_first..].find(ends).map_or(from_name.len(), |at| at + after_first);
    let name = &from_name[..name_end];
    let behind = from_name[name_end..].trim_ascii_start();
    let Some(behind) = behind.strip_prefix('=') else {
        let (whole, behind) = rest.split_at(start + name_end);
        return Some((Attribute { name, value: "", whole }, behind));
    };
    let behind = behind.trim_ascii_start();
    let quote = behind.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    let (value, behind) = match quote {
        Some(quote) => behind[1..].split_once(quote).unwrap_or((&behind[1..], "")),
        None => {
            behind.split_at(behind.find(|l: char| l.is_ascii_whitespace()).unwrap_or(behind.len()))
        }
    };
    let whole = &rest[..rest.len() - behind.len()];
    Some((Attribute { name, value, whole }, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(html: &str) -> Vec<&str> {
        let tags = tokens(html).filter_map(|token| match token {
            Token::Tag(tag) => Some(tag.whole),
            Token::Text(_) => None,
        });
        tags.collect()
    }

    #[test]
    fn a_sign_in_quotation_marks_ends_no_tag() {
        assert_eq!(tags("a <b title='>'>c</b>"), ["<b title='>'>", "</b>"]);
    }

    #[test]
    fn comments_and_scripts_hold_no_tags() {
        assert_eq!(tags("<!-- <a> --><script>'<b>'</script><i>"), ["<script>", "</script>", "<i>"]);
    }

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let Some(Token::Tag(tag)) = tokens("<a href=\"x&amp;y\"  id='b' hidden c=d/>").next()
        else {
            panic!("it is a tag");
        };
        let read: Vec<_> = tag.attributes().map(|own| (own.name, own.value)).collect();
        assert_eq!(read, [("href", "x&amp;y"), ("id", "b"), ("hidden", ""), ("c", "d")]);
        let whole: String = tag.attributes().map(|own| own.whole).collect();
        assert_eq!(whole, " href=\"x&amp;y\"  id='b' hidden c=d");
    }

    #[test]
    fn nothing_is_lost_of_broken_html() {
        let broken = [
            "<",
            "<a",
            "</",
            "<a b='",
            "<<b>>",
            "<!-- x",
            "<a =b= =>",
            "a<1",
            "<script>",
            "<é a>",
            "<a\u{a0}b>",
            "</script",
            "<title></TITLE>x",
            "<a href=>",
            "<b/>",
            "<!DOCTYPE html>",
        ];
        for html in broken {
            let again: String = tokens(html).map(|token| token.whole()).collect();
            assert_eq!(again, html);
            for token in tokens(html) {
                if let Token::Tag(tag) = token {
                    let _ = tag.attributes().count();
                }
            }
        }
    }

    #[test]
    fn the_inside_of_an_element_is_all_between_its_tags() {
        let html = "<body><main id=a><p>b</p></main></body>";
        assert_eq!(inside(html, "main").map(|range| &html[range]), Some("<p>b</p>"));
        assert_eq!(inside(html, "aside"), None);
        assert_eq!(inside("</main><main>", "main"), None);
    }

    #[test]
    fn escaped_letters_are_read_once() {
        assert_eq!(unescape("a&amp;lt;b&quot;"), "a&lt;b\"");
    }
}
