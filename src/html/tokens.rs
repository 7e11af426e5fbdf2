//! Tags, comments and texts, in order.

use std::ops::Range;

use crate::html::tags::Tag;

/// A token, as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Token<'h> {
    /// Text, a `<` that begins no tag, or the inside of an element that holds no HTML.
    Text(&'h str),
    /// A comment.
    Comment {
        /// All of it.
        whole: &'h str,
        /// Whether it has its `-->`.
        is_closed: bool,
    },
    /// `<!…>` or `<?…>`.
    Declaration(&'h str),
    /// `<name …>`.
    Open(Tag<'h>),
    /// `</name>`.
    Close(Tag<'h>),
    /// A tag that nothing ends, up to the end of the text. Browsers show nothing of it.
    Unfinished(&'h str),
}

impl<'h> Token<'h> {
    /// The token as it was written.
    pub fn whole(&self) -> &'h str {
        match self {
            Token::Text(whole)
            | Token::Comment { whole, .. }
            | Token::Declaration(whole)
            | Token::Unfinished(whole) => whole,
            Token::Open(tag) | Token::Close(tag) => tag.whole,
        }
    }

    /// The tag, if it is one that opens an element.
    pub fn open(self) -> Option<Tag<'h>> {
        match self {
            Token::Open(tag) => Some(tag),
            Token::Text(_) | Token::Comment { .. } | Token::Declaration(_) => None,
            Token::Close(_) | Token::Unfinished(_) => None,
        }
    }

    /// The first token of a text that is not empty.
    fn first(html: &'h str) -> Token<'h> {
        if !html.starts_with('<') {
            return Token::Text(&html[..html.find('<').unwrap_or(html.len())]);
        }
        let up_to = |end: Option<usize>| &html[..end.unwrap_or(html.len())];
        match html.as_bytes().get(1) {
            Some(b'!') if html.starts_with("<!--") => {
                // `<!-->` and `<!--->` are whole comments.
                let end = html[2..].find("-->").map(|at| 2 + at + "-->".len());
                Token::Comment { whole: up_to(end), is_closed: end.is_some() }
            }
            Some(b'!' | b'?') => Token::Declaration(up_to(html.find('>').map(|at| at + 1))),
            second => {
                let closes = second == Some(&b'/');
                let name = html.as_bytes().get(if closes { 2 } else { 1 });
                if !name.is_some_and(u8::is_ascii_alphabetic) {
                    return Token::Text(&html[..1]);
                }
                match Tag::first(html) {
                    Some(tag) if closes => Token::Close(tag),
                    Some(tag) => Token::Open(tag),
                    None => Token::Unfinished(html),
                }
            }
        }
    }
}

/// Elements whose inside is text, whatever stands in it (HTML Standard, 13.1.2).
const PLAIN: [&str; 4] = ["script", "style", "textarea", "title"];

/// The tokens of a text.
#[derive(Clone)]
pub struct Tokens<'h> {
    rest: &'h str,
    is_page: bool,
    /// The element that was just opened, if its inside is text.
    plain: Option<&'static str>,
}

impl<'h> Tokens<'h> {
    /// Those of a page, or of a part of one as browsers get it: no tag stands in a script.
    pub fn of_page(html: &'h str) -> Tokens<'h> {
        Tokens { rest: html, is_page: true, plain: None }
    }

    /// Those of a stretch of which nobody knows what stands around it: tags are tags wherever
    /// they are.
    pub fn of_stretch(html: &'h str) -> Tokens<'h> {
        Tokens { rest: html, is_page: false, plain: None }
    }

    /// Each with its place in the text.
    pub fn placed(self) -> impl Iterator<Item = (Token<'h>, Range<usize>)> {
        let mut at = 0;
        self.map(move |token| {
            let start = at;
            at += token.whole().len();
            (token, start..at)
        })
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if self.rest.is_empty() {
            return None;
        }
        let inside = self.plain.take().map_or(0, |name| end_of_plain(self.rest, name));
        let token = match inside {
            0 => Token::first(self.rest),
            end => Token::Text(&self.rest[..end]),
        };
        self.rest = &self.rest[token.whole().len()..];
        if let (Token::Open(tag), true) = (token, self.is_page) {
            self.plain = PLAIN.into_iter().find(|name| tag.is(name));
        }
        Some(token)
    }
}

/// How long the inside of an element is that is text: up to its own end tag.
fn end_of_plain(html: &str, name: &str) -> usize {
    let ends = |at: &usize| {
        let behind = &html.as_bytes()[at + 2..];
        let is_name =
            behind.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
        let next = behind.get(name.len());
        is_name && next.is_none_or(|next| next.is_ascii_whitespace() || b"/>".contains(next))
    };
    html.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(html.len())
}
