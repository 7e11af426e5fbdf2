//! HTML in the making: one string, and beside it what stays symbolic, each at its offset.
//!
//! In: what the writer writes. Out: the [`Piece`]s of a body. Keeping one string makes it
//! cheap to put an opening tag in front of what has been written already, such as the id
//! of a heading, which is known only at its end.

use crate::content::markdown::notes::Notes;
use crate::content::{Component, Image, LinkTarget, Piece};

/// A stretch of a body.
#[derive(Default)]
pub(super) struct Fragment {
    /// The HTML.
    pub(super) html: String,
    /// What stands between its bytes, in order.
    pub(super) symbols: Vec<(usize, Symbol)>,
}

/// What is not HTML yet.
pub(super) enum Symbol {
    /// The address of a link.
    Link(LinkTarget),
    /// A picture.
    Image(Image),
    /// A component, and its body if it is a container. The component's own `body` is still empty.
    Component(Component, Option<Fragment>),
    /// A reference to the footnote of this index in [`Notes`].
    Note(usize),
    /// The number of a document.
    Number(String),
}

/// A point of a fragment to come back to.
#[derive(Clone, Copy, Default)]
pub(super) struct Mark {
    at: usize,
    symbols: usize,
}

impl Fragment {
    /// An empty fragment with room for so many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Fragment {
        Fragment { html: String::with_capacity(bytes), symbols: Vec::new() }
    }

    /// Whether nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        self.html.is_empty() && self.symbols.is_empty()
    }

    /// Appends HTML.
    pub(super) fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Appends text, escaped for text and for attributes in quotation marks.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.html, text);
    }

    /// Appends a symbol.
    pub(super) fn symbol(&mut self, symbol: Symbol) {
        self.symbols.push((self.html.len(), symbol));
    }

    /// Appends a block's first bytes, on a line of their own.
    pub(super) fn block(&mut self, html: &str) {
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.html.push('\n');
        }
        self.html.push_str(html);
    }

    /// Appends another fragment.
    pub(super) fn append(&mut self, other: Fragment) {
        let shift = self.html.len();
        self.html.push_str(&other.html);
        self.symbols.extend(other.symbols.into_iter().map(|(at, symbol)| (at + shift, symbol)));
    }

    /// Where the fragment ends now.
    pub(super) fn mark(&self) -> Mark {
        Mark { at: self.html.len(), symbols: self.symbols.len() }
    }

    /// The HTML since the mark, and whether there are symbols in it.
    pub(super) fn since(&self, mark: Mark) -> (&str, bool) {
        (self.html.get(mark.at..).unwrap_or_default(), self.symbols.len() > mark.symbols)
    }

    /// Puts HTML in at the mark, in front of all that was written after it.
    pub(super) fn insert(&mut self, mark: Mark, html: &str) {
        self.html.insert_str(mark.at, html);
        for (at, _) in self.symbols.iter_mut().skip(mark.symbols) {
            *at += html.len();
        }
    }

    /// Takes back all that was written after the mark.
    pub(super) fn truncate(&mut self, mark: Mark) {
        self.html.truncate(mark.at);
        self.symbols.truncate(mark.symbols);
    }

    /// The pieces, the footnotes numbered as they are met. Recurses into containers, whose
    /// nesting is limited.
    pub(super) fn into_pieces(self, notes: &mut Notes) -> Vec<Piece> {
        if self.symbols.is_empty() {
            let html = if self.html.is_empty() { None } else { Some(Piece::Html(self.html)) };
            return fitting(html.into_iter().collect());
        }
        let mut pieces = Vec::with_capacity(self.symbols.len() * 2 + 1);
        let mut done = 0;
        for (at, symbol) in self.symbols {
            push_html(&mut pieces, &self.html[done..at]);
            done = at;
            match symbol {
                Symbol::Link(target) => pieces.push(Piece::Link(target)),
                Symbol::Image(image) => pieces.push(Piece::Image(image)),
                Symbol::Number(number) => pieces.push(Piece::Number(number)),
                Symbol::Component(component, body) => {
                    let body = body.map(|body| body.into_pieces(notes));
                    pieces.push(Piece::Component(Component { body, ..component }));
                }
                Symbol::Note(index) => push_html(&mut pieces, &notes.reference(index)),
            }
        }
        push_html(&mut pieces, &self.html[done..]);
        fitting(pieces)
    }
}

/// The pieces without the space that they might grow into: all documents are held at once.
fn fitting(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        if let Piece::Html(html) = piece {
            html.shrink_to_fit();
        }
    }
    pieces.shrink_to_fit();
    pieces
}

/// Appends HTML to a list of pieces; neighbouring stretches become one.
pub(super) fn push_html(pieces: &mut Vec<Piece>, html: &str) {
    if html.is_empty() {
        return;
    }
    if let Some(Piece::Html(last)) = pieces.last_mut() {
        last.push_str(html);
    } else {
        pieces.push(Piece::Html(html.to_owned()));
    }
}

/// Appends text, escaped for text and for attributes in double quotation marks.
pub(crate) fn escape(html: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        html.push_str(&text[done..at]);
        html.push_str(escaped);
        done = at + 1;
    }
    html.push_str(&text[done..]);
}

/// Appends an address as the value of `href`: what may not stand in a URL is percent-encoded
/// (RFC 3986), percent signs that are there already are kept.
pub(super) fn escape_href(html: &mut String, address: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut done = 0;
    for (at, letter) in address.char_indices() {
        if letter.is_ascii_alphanumeric() || "!#$%()*+,-./:;=?@_~'".contains(letter) {
            continue;
        }
        html.push_str(&address[done..at]);
        done = at + letter.len_utf8();
        if letter == '&' {
            html.push_str("&amp;");
            continue;
        }
        for byte in address[at..done].bytes() {
            html.push('%');
            html.push(char::from(HEX[usize::from(byte >> 4)]));
            html.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    html.push_str(&address[done..]);
}
