//! Raw HTML, token by token.
//!
//! In: a stretch of raw HTML. Out: its tags, comments and text as the HTML Standard's tokenizer
//! (13.2.5) sees them, as far as naming what is there needs it. Not a cleaner: what passes
//! here is parsed by html5ever before it is published.

use std::ops::Range;

use crate::content::markdown::references::decode;

/// One token.
#[derive(Debug)]
pub(super) enum Token<'h> {
    /// Text, also of a tag that has no end.
    Text(&'h str),
    /// A comment; false if it is not closed.
    Comment(bool),
    /// `<!…>` or `<?…>`.
    Declaration,
    /// `<name …>`.
    Open(Tag<'h>),
    /// `</name>`.
    Close(String),
}

/// An opening tag.
#[derive(Debug)]
pub(super) struct Tag<'h> {
    /// The name in lower case.
    pub(super) name: String,
    /// The attributes, in order.
    pub(super) attributes: Vec<Attribute<'h>>,
    /// Whether it ends in `/>`.
    pub(super) is_closed: bool,
}

/// An attribute.
#[derive(Debug)]
pub(super) struct Attribute<'h> {
    /// The name in lower case.
    pub(super) name: String,
    /// The value with its character references; empty if there is none.
    pub(super) value: &'h str,
    /// Where the value stands, or the name if there is none.
    pub(super) range: Range<usize>,
}

impl Tag<'_> {
    /// The value of an attribute, its character references replaced, and its place.
    pub(super) fn value(&self, name: &str) -> Option<(String, Range<usize>)> {
        let found = self.attributes.iter().find(|attribute| attribute.name == name)?;
        Some((decode(found.value), found.range.clone()))
    }
}

/// The tokens of raw HTML, each with its place.
pub(super) struct Tokens<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Tokens<'h> {
    /// The tokens of this HTML.
    pub(super) fn of(html: &'h str) -> Tokens<'h> {
        Tokens { html, at: 0 }
    }

    fn rest(&self) -> &'h str {
        &self.html[self.at..]
    }

    fn markup(&mut self) -> Token<'h> {
        let rest = self.rest();
        let second = rest.as_bytes().get(1).copied().unwrap_or(b' ');
        if let Some(comment) = rest.strip_prefix("<!--") {
            // `<!-->` and `<!--->` are whole comments.
            let short =
                [">", "->"].iter().find(|end| comment.starts_with(**end)).map(|end| end.len());
            let end = short.or_else(|| comment.find("-->").map(|end| end + "-->".len()));
            self.at += end.map_or(rest.len(), |end| end + "<!--".len());
            return Token::Comment(end.is_some());
        }
        if second == b'!' || second == b'?' {
            self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
            return Token::Declaration;
        }
        let is_close = second == b'/';
        let name_at = self.at + if is_close { 2 } else { 1 };
        if !self.html[name_at..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            self.at += 1;
            return Token::Text("<");
        }
        let start = self.at;
        self.at = name_at;
        let name =
            self.take(|c| c.is_ascii_whitespace() || c == '/' || c == '>').to_ascii_lowercase();
        match self.attributes() {
            Some(_) if is_close => Token::Close(name),
            Some((attributes, is_closed)) => Token::Open(Tag { name, attributes, is_closed }),
            None => {
                self.at = self.html.len();
                Token::Text(&self.html[start..])
            }
        }
    }

    /// The attributes up to the end of the tag. `None` if it has no end.
    fn attributes(&mut self) -> Option<(Vec<Attribute<'h>>, bool)> {
        let mut attributes = Vec::new();
        loop {
            let skipped = self.take(|c| !c.is_ascii_whitespace() && c != '/');
            if self.rest().starts_with('>') {
                self.at += 1;
                return Some((attributes, skipped.ends_with('/')));
            }
            let start = self.at;
            // An equals sign at the beginning belongs to the name (13.2.5.32).
            self.at += usize::from(self.rest().starts_with('='));
            self.take(|c| c.is_ascii_whitespace() || c == '/' || c == '>' || c == '=');
            if self.at == start {
                return None;
            }
            let name = self.html[start..self.at].to_ascii_lowercase();
            let mut range = start..self.at;
            self.take(|c| !c.is_ascii_whitespace());
            if self.rest().starts_with('=') {
                self.at += 1;
                self.take(|c| !c.is_ascii_whitespace());
                range = self.value()?;
                attributes.push(Attribute { name, value: &self.html[range.clone()], range });
            } else {
                attributes.push(Attribute { name, value: "", range });
            }
        }
    }

    fn value(&mut self) -> Option<Range<usize>> {
        let quote = self.rest().chars().next()?;
        if quote == '"' || quote == '\'' {
            let start = self.at + 1;
            let end = start + self.html[start..].find(quote)?;
            self.at = end + 1;
            return Some(start..end);
        }
        let start = self.at;
        self.take(|c| c.is_ascii_whitespace() || c == '>');
        Some(start..self.at)
    }

    /// Takes letters up to the first that ends the stretch.
    fn take(&mut self, ends: fn(char) -> bool) -> &'h str {
        let rest = self.rest();
        let len = rest.find(ends).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = (Token<'h>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let token = if rest.starts_with('<') {
            self.markup()
        } else {
            Token::Text(self.take(|letter| letter == '<'))
        };
        Some((token, start..self.at))
    }
}
