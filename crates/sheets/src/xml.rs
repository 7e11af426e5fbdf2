//! XML as a walk over tags and texts. No entity but the five of XML is known, so nothing in
//! it can grow.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// What is told of each tag and text, in order.
pub(super) trait Walker {
    /// Why a walk ends early.
    type Fault;

    /// A tag opens.
    fn open(&mut self, tag: &Tag<'_>) -> Result<(), Self::Fault>;

    /// The tag of this name closes.
    fn close(&mut self, name: &str) -> Result<(), Self::Fault>;

    /// A text, or a part of one.
    fn text(&mut self, text: &str) -> Result<(), Self::Fault>;
}

/// A tag that opens.
pub(super) struct Tag<'a> {
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// Its name with the prefix as it is written.
    pub(super) fn name(&self) -> &str {
        self.start.name().into_inner()
    }

    /// Its name without a prefix.
    pub(super) fn local(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// An attribute, by its name with the prefix as it is written.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        self.find(|own| own == name)
    }

    /// An attribute, by its name without a prefix.
    pub(super) fn get_local(&self, name: &str) -> Option<String> {
        self.find(|own| own.rsplit(':').next() == Some(name))
    }

    fn find(&self, is_wanted: impl Fn(&str) -> bool) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut all = attributes.with_checks(false).flatten();
        let wanted = all.find(|own| is_wanted(own.key.into_inner()))?;
        let value = wanted.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }
}

/// How deep tags may nest.
const DEEPEST: usize = 64;

/// Walks over a text. `broken` is the fault of XML that is no XML.
///
/// # Errors
/// That fault, or the walker's own.
pub(super) fn walk<W: Walker>(
    text: &str,
    walker: &mut W,
    broken: impl Fn() -> W::Fault,
) -> Result<(), W::Fault> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(broken());
                }
                walker.open(&Tag { start: &start })?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                walker.close(end.name().into_inner())?;
            }
            Event::Text(text) => walker.text(&text.xml10_content())?,
            Event::CData(text) => walker.text(&text.xml10_content())?,
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(letter)) => walker.text(letter.encode_utf8(&mut [0; 4]))?,
                Ok(None) => match resolve_predefined_entity(&entity) {
                    Some(known) => walker.text(known)?,
                    None => return Err(broken()),
                },
                Err(_) => return Err(broken()),
            },
            Event::Eof if depth > 0 => return Err(broken()),
            Event::Eof => return Ok(()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::DocType(_) => {}
        }
    }
}
