//! Drawings in SVG: written again with nothing in them that runs, loads from elsewhere or tells
//! of its maker.
//!
//! In: the bytes of a file. Out: the drawing by a list of what it may hold ([`names`]), and a
//! [`Drawing`] with what may now look different. What is kept is copied letter for letter, so
//! that a drawing with nothing else in it stays as it is.

mod css;
mod entities;
mod links;
mod names;
mod size;
mod tags;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

#[cfg(test)]
pub(crate) use links::encoded;
use names::{ELEMENTS, RUNNING, STRANGE, SVG};

/// Browsers give up on a drawing that nests deeper.
const DEEPEST: usize = 256;

/// How much is said of one drawing, and how many letters of what it is about are shown.
const MOST_DROPPED: usize = 20;
const MOST_SHOWN: usize = 80;

/// What is to be said of a drawing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Drawing {
    /// Whether the file holds anything that is left out.
    pub has_traces: bool,
    /// Its width and height in pixels, if it says them.
    pub size: Option<(u32, u32)>,
    /// What is left out and may be missed, in order of the file; the first of it.
    pub dropped: Vec<Dropped>,
}

/// Something that a drawing must not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dropped {
    /// Why.
    pub what: What,
    /// The element or attribute at fault.
    pub name: String,
    /// Its line and column, from 1.
    pub place: (usize, usize),
    /// The tag as it is written, or the beginning of it, on one line.
    pub text: String,
}

/// Why something is left out of a drawing, the worst first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum What {
    /// It would run.
    Runs,
    /// It would be loaded from elsewhere.
    Loads,
    /// It is no drawing: a part of a web page, a film, a sound.
    Strange,
}

/// Whether a file is a drawing: whether its first element is `svg`.
pub(crate) fn is_svg(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let starts = file.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<');
    if !starts {
        return false;
    }
    let Ok(text) = std::str::from_utf8(file) else { return false };
    let mut reader = NsReader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                return tag.local_name().into_inner() == "svg";
            }
            Ok(Event::Eof | Event::End(_)) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// The drawing as it can go out, and what is to be said of it. Nothing if it is none that
/// browsers could show.
pub(crate) fn clean(file: &[u8]) -> Option<(String, Drawing)> {
    clean_at(file, 0)
}

/// The same for a drawing that stands in others, so many deep.
fn clean_at(file: &[u8], depth: usize) -> Option<(String, Drawing)> {
    let text = std::str::from_utf8(file).ok()?;
    let text = entities::expanded(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let reader = NsReader::from_str(&text);
    let mut cleaner = Cleaner {
        text: &text,
        reader,
        clean: String::with_capacity(text.len()),
        dropped: Vec::new(),
        open: 0,
        is_done: false,
        size: None,
        inside: depth,
    };
    cleaner.walk()?;
    let Cleaner { clean, dropped, size, .. } = cleaner;
    let has_traces = clean.as_bytes() != file;
    Some((clean, Drawing { has_traces, size, dropped }))
}

struct Cleaner<'a> {
    text: &'a str,
    reader: NsReader<&'a [u8]>,
    clean: String,
    dropped: Vec<Dropped>,
    /// How many elements are open.
    open: usize,
    /// Whether the first element has been closed.
    is_done: bool,
    /// The width and height of the first element.
    size: Option<(u32, u32)>,
    /// In how many drawings this one stands.
    inside: usize,
}

impl<'a> Cleaner<'a> {
    /// Goes over the whole file. Nothing if it is no XML, or the first element no drawing.
    fn walk(&mut self) -> Option<()> {
        loop {
            let start = self.at();
            match self.reader.read_event().ok()? {
                Event::Start(tag) => {
                    if self.keeps(&tag, start, false)? {
                        self.open += 1;
                        self.clean_style(&tag)?;
                    } else {
                        self.reader.read_to_end(tag.name()).ok()?;
                        self.is_done |= self.open == 0;
                    }
                }
                Event::Empty(tag) => {
                    self.keeps(&tag, start, true)?;
                    self.is_done |= self.open == 0;
                }
                Event::End(_) => {
                    self.copy(start);
                    self.open = self.open.checked_sub(1)?;
                    self.is_done |= self.open == 0;
                }
                Event::Text(text) if self.open == 0 && !text.trim_ascii().is_empty() => {
                    return None;
                }
                Event::GeneralRef(name) => {
                    entities::known(&name)?;
                    self.copy(start);
                }
                Event::Text(_) | Event::CData(_) => self.copy(start),
                Event::Decl(declaration) => {
                    let is_plain = self.text[..start].is_empty() && is_utf8(&declaration);
                    if is_plain {
                        self.copy(start);
                    }
                }
                Event::PI(order) if order.target() == "xml-stylesheet" => {
                    self.drop(What::Loads, "xml-stylesheet", start);
                }
                Event::Comment(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof => return (self.open == 0 && self.is_done).then_some(()),
            }
        }
    }

    /// Where the reader is in the text.
    fn at(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.text.len())
    }

    /// Takes over what has been read since, as it is written.
    fn copy(&mut self, start: usize) {
        self.clean.push_str(&self.text[start..self.at()]);
    }

    /// Takes over a tag if its element may stand in a drawing.
    fn keeps(&mut self, tag: &BytesStart<'a>, start: usize, is_empty: bool) -> Option<bool> {
        let local = tag.local_name().into_inner();
        let (space, _) = self.reader.resolver().resolve_element(tag.name());
        let is_svg = space == ResolveResult::Bound(Namespace(SVG));
        if self.open == 0 && (!is_svg || local != "svg" || self.is_done) || self.open >= DEEPEST {
            return None;
        }
        if self.open == 0 {
            self.size = size::of(tag);
        }
        if !is_svg || !ELEMENTS.contains(&local) {
            // Drawings of Illustrator hold one for its own use, which no browser shows.
            let is_own = tag.attributes().flatten().any(|own| own.key.0 == "requiredExtensions");
            if RUNNING.contains(&local) {
                self.drop(What::Runs, local, start);
            } else if STRANGE.contains(&local) && !is_own {
                self.drop(What::Strange, local, start);
            }
            return Some(false);
        }
        let tags::Rewritten { tag: rewritten, dropped, is_kept } =
            tags::rewritten(tag, self.reader.resolver(), (is_empty, self.inside))?;
        if is_kept {
            dropped.iter().for_each(|(what, name)| self.drop(*what, name, start));
        } else if let Some(what) = dropped.iter().map(|(what, _)| *what).min() {
            self.drop(what, local, start);
        }
        match rewritten {
            _ if !is_kept => {}
            Some(rewritten) => self.clean.push_str(&rewritten),
            None => self.copy(start),
        }
        Some(is_kept)
    }

    /// Takes over what an element for styles holds, which has just been opened, and its end.
    fn clean_style(&mut self, tag: &BytesStart<'a>) -> Option<()> {
        if tag.local_name().into_inner() != "style" {
            return Some(());
        }
        let (start, mut css, mut is_plain) = (self.at(), String::new(), true);
        let end = loop {
            let end = self.at();
            match self.reader.read_event().ok()? {
                Event::Text(text) => css.push_str(&text),
                Event::CData(text) => css.push_str(&text),
                Event::GeneralRef(name) => css.push_str(&entities::known(&name)?),
                Event::End(_) => break end,
                Event::Start(tag) => {
                    is_plain = false;
                    self.reader.read_to_end(tag.name()).ok()?;
                }
                Event::Eof => return None,
                Event::Empty(_)
                | Event::Comment(_)
                | Event::PI(_)
                | Event::Decl(_)
                | Event::DocType(_) => is_plain = false,
            }
        };
        let clean = css::clean(&css);
        if clean.loads {
            let start = self.text[..start].rfind('<').unwrap_or(0);
            self.drop(What::Loads, "style", start);
        }
        if is_plain && clean.css == css {
            self.clean.push_str(&self.text[start..end]);
        } else {
            self.clean.push_str(&quick_xml::escape::partial_escape(&*clean.css));
        }
        self.copy(end);
        self.open -= 1;
        Some(())
    }

    /// Notes what is left out, with the place of the tag that begins here.
    fn drop(&mut self, what: What, name: &str, start: usize) {
        if self.dropped.len() >= MOST_DROPPED {
            return;
        }
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[..start].matches('\n').count() + 1;
        let column = self.text[line_start..start].chars().count() + 1;
        let text = self.text[start..self.at()].lines().next().unwrap_or_default();
        let text = text.chars().take(MOST_SHOWN).collect();
        let name = name.chars().take(MOST_SHOWN).collect();
        self.dropped.push(Dropped { what, name, place: (line, column), text });
    }
}

/// Whether a declaration says nothing but that the text is what it is.
fn is_utf8(declaration: &quick_xml::events::BytesDecl<'_>) -> bool {
    let is_first = declaration.version().is_ok_and(|version| version == "1.0");
    is_first
        && declaration.encoding().is_none_or(|encoding| {
            encoding.is_ok_and(|encoding| encoding.eq_ignore_ascii_case("utf-8"))
        })
}
