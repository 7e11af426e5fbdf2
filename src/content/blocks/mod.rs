//! What a page says, block by block: what a translation is made from and compared with.
//!
//! In: the front matter and the events of the Markdown parser. Out: a [`Block`] for each
//! paragraph, heading, list item, table row, block of code and component's line of the body,
//! and for each text and value of the front matter. A site of one language has none.
//!
//! Two blocks say the same if their [`Mark`]s are equal: white space, normal forms, straight
//! or curly quotation marks and the lengths of dashes make no difference.

mod body;
mod front_matter;
mod normal;

use std::borrow::Cow;
use std::fmt;

use crate::content::facts::Fact;
use crate::diagnostics::Span;

pub(super) use body::Finder;
pub(super) use front_matter::{TEXTS, of_front_matter};
pub use normal::one_line;

/// One block of a page.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is; blocks of translations face each other only if this is the same.
    pub role: Role,
    /// Where it stands in the file.
    pub span: Span,
    /// What it says; `None` for a value that every language writes alike, such as a date.
    pub mark: Option<Mark>,
    /// Its dates, numbers and addresses, in order.
    pub facts: Vec<Fact>,
    /// The text, where the file holds it in another form: YAML may have folded it.
    written: Option<Box<str>>,
}

impl Block {
    /// Its text in one line; `source` is the text of the file.
    pub fn text(&self, source: &str) -> String {
        one_line(&self.raw(source))
    }

    fn raw<'s>(&'s self, source: &'s str) -> Cow<'s, str> {
        match &self.written {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Borrowed(
                source.get(self.span.start as usize..self.span.end as usize).unwrap_or_default(),
            ),
        }
    }
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// A key of the front matter.
    Key(&'static str),
    /// A paragraph.
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    /// The text of a list item, of a term or of its definition.
    Item,
    /// A row of a table.
    Row,
    /// A block of code.
    Code,
    /// Raw HTML.
    Html,
    /// The line of a component.
    Component,
}

/// What a block says, as a digest of its text in normal form: 64 bits of BLAKE3.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Mark(u64);

impl Mark {
    /// The mark of a text.
    pub fn of(text: &str) -> Mark {
        let digest = crate::memo::Digest::of(normal::normal_form(text).as_bytes());
        Mark(digest.head())
    }

    /// Reads 16 hexadecimal digits. `None` if it is anything else.
    pub fn parse(text: &str) -> Option<Mark> {
        let hex = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        u64::from_str_radix(text, 16).ok().filter(|_| hex).map(Mark)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
