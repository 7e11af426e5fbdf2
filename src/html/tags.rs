//! A tag and its attributes, read where they stand.

use std::ops::Range;

/// A tag as it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tag<'h> {
    /// All of it, from `<` to `>`.
    pub whole: &'h str,
    /// The name of the element, as written.
    pub name: &'h str,
    /// Whether it ends in `/>`.
    pub is_closed: bool,
}

/// An attribute as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribute<'h> {
    /// Its name.
    pub name: &'h str,
    /// What stands between its quotation marks, still escaped; empty if it has no value.
    pub value: &'h str,
    /// All of it, with what parts it from what stands before.
    pub whole: &'h str,
    /// Where in the tag the value stands, or the name if there is none.
    pub place: Range<usize>,
}

impl<'h> Tag<'h> {
    /// The tag whose name begins this text. `None` if nothing ends it.
    pub(super) fn first(html: &'h str) -> Option<Tag<'h>> {
        let mut attributes = Attributes::of(html);
        let name = attributes.name();
        loop {
            match attributes.step()? {
                Step::Attribute(_) => {}
                Step::End { is_closed } => {
                    return Some(Tag { whole: &html[..attributes.at], name, is_closed });
                }
            }
        }
    }

    /// Whether it is a tag of this element.
    pub fn is(&self, element: &str) -> bool {
        self.name.eq_ignore_ascii_case(element)
    }

    /// Its attributes, in order.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'h>> + use<'h> {
        let mut attributes = Attributes::of(self.whole);
        attributes.name();
        std::iter::from_fn(move || match attributes.step()? {
            Step::Attribute(attribute) => Some(attribute),
            Step::End { .. } => None,
        })
    }

    /// The first attribute of this name.
    pub fn find(&self, name: &str) -> Option<Attribute<'h>> {
        self.attributes().find(|own| own.name.eq_ignore_ascii_case(name))
    }

    /// The value of an attribute, still escaped.
    pub fn attribute(&self, name: &str) -> Option<&'h str> {
        self.find(name).map(|own| own.value)
    }
}

/// What comes next in a tag.
enum Step<'h> {
    Attribute(Attribute<'h>),
    End { is_closed: bool },
}

/// A tag while it is read.
struct Attributes<'h> {
    html: &'h str,
    at: usize,
}

impl<'h> Attributes<'h> {
    fn of(html: &'h str) -> Attributes<'h> {
        Attributes { html, at: 0 }
    }

    /// The name of the element.
    fn name(&mut self) -> &'h str {
        self.at = if self.html.starts_with("</") { 2 } else { 1 };
        let name = self.take(|byte| !(byte.is_ascii_whitespace() || b"/>".contains(&byte)));
        &self.html[name]
    }

    /// The next attribute, or the end of the tag. `None` if the text ends first.
    fn step(&mut self) -> Option<Step<'h>> {
        let start = self.at;
        let skipped = self.take(|byte| byte.is_ascii_whitespace() || byte == b'/');
        if self.peek()? == b'>' {
            self.at += 1;
            return Some(Step::End { is_closed: self.html[skipped].ends_with('/') });
        }
        // An equals sign at the beginning belongs to the name (13.2.5.32).
        let sign = usize::from(self.peek()? == b'=');
        self.at += sign;
        let name = self.take(|byte| !(byte.is_ascii_whitespace() || b"/>=".contains(&byte)));
        let name = name.start - sign..name.end;
        self.take(|byte| byte.is_ascii_whitespace());
        let value = if self.peek()? == b'=' {
            self.at += 1;
            self.take(|byte| byte.is_ascii_whitespace());
            self.value()?
        } else {
            self.at = name.end;
            name.end..name.end
        };
        Some(Step::Attribute(Attribute {
            name: &self.html[name.clone()],
            value: &self.html[value.clone()],
            whole: &self.html[start..self.at],
            place: if self.at == name.end { name } else { value },
        }))
    }

    fn value(&mut self) -> Option<Range<usize>> {
        let quote = self.peek()?;
        if quote != b'"' && quote != b'\'' {
            return Some(self.take(|byte| !(byte.is_ascii_whitespace() || byte == b'>')));
        }
        let start = self.at + 1;
        let end = start + self.html[start..].find(char::from(quote))?;
        self.at = end + 1;
        Some(start..end)
    }

    fn peek(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    /// Goes on over all bytes of a kind. A byte that stops it is ASCII, so that it never stops
    /// inside a letter.
    fn take(&mut self, is: fn(u8) -> bool) -> Range<usize> {
        let start = self.at;
        let rest = self.html.as_bytes().get(start..).unwrap_or_default();
        self.at += rest.iter().position(|byte| !is(*byte)).unwrap_or(rest.len());
        start..self.at
    }
}
