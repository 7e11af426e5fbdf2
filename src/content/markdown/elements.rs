//! Elements written as raw HTML that stay: each is written anew from its parts, so that no
//! tag reaches the cleaner half open, and its links and pictures become like any other.

use std::ops::Range;

use crate::content::markdown::fragment::Symbol;
use crate::content::markdown::limits::DEEPEST;
use crate::content::markdown::open_tags::OpenTag;
use crate::content::markdown::references::{decode, numeric};
use crate::content::markdown::writer::Writer;
use crate::content::markdown::{allowed, links};
use crate::content::{Image, Leads, LinkTarget};
use crate::html::{Tag, Tokens};
use crate::sources::is_unseen;

impl Writer<'_, '_> {
    /// A tag that stays, with those of its attributes that stay. `place` tells where in the
    /// text a part of the tag stands.
    pub(super) fn raw_tag(&mut self, tag: &Tag<'_>, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        let element = tag.name.to_ascii_lowercase();
        if element == "br" {
            self.prose.line_break();
        }
        if allowed::has_end(&element) {
            let tag = place(0..tag.whole.len());
            self.frame.raw.push(OpenTag { name: element.clone(), tag });
        }
        if self.frame.raw.len() > DEEPEST {
            self.stop(place(0..tag.whole.len()));
            return;
        }
        if allowed::is_inline(&element) && !self.raw.is_block {
            self.raw.inline.push(element.clone());
        }
        self.frame.has_raw = true;
        self.frame.fragment.push(&format!("<{element}"));
        for attribute in tag.attributes() {
            let name = attribute.name.to_ascii_lowercase();
            if allowed::is_needless(&name) {
                // Nothing is lost by it.
            } else if !allowed::is_attribute(&element, &name) {
                self.tell_dropped(&name, place(attribute.place));
            } else if name == "href" {
                self.raw_href(tag, place);
            } else if name == "id" {
                self.raw_id(tag, place);
            } else {
                self.frame.fragment.push(&format!(" {name}=\""));
                self.push_raw(attribute.value);
                self.frame.fragment.push("\"");
            }
        }
        self.frame.fragment.push(">");
    }

    fn raw_href(&mut self, tag: &Tag<'_>, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        if let Some((written, range)) = value(tag, "href") {
            self.frame.fragment.push(" href=\"");
            self.href(&written, place(range));
            self.frame.fragment.push("\"");
        }
    }

    fn raw_id(&mut self, tag: &Tag<'_>, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        let Some((id, range)) = value(tag, "id").filter(|(id, _)| !id.is_empty()) else { return };
        if self.take_id(&id, place(range)) {
            links::plain_attribute(&mut self.frame.fragment, "id", &id);
            self.body.anchors.push(id);
        }
    }

    /// A picture written as HTML becomes one like any other; the sizes come from the file.
    pub(super) fn raw_image(
        &mut self,
        tag: &Tag<'_>,
        place: &dyn Fn(Range<usize>) -> Range<usize>,
    ) {
        const REPLACED: &[&str] =
            &["src", "alt", "title", "width", "height", "loading", "decoding"];
        for attribute in tag.attributes() {
            let name = attribute.name.to_ascii_lowercase();
            if !REPLACED.contains(&name.as_str()) {
                self.tell_dropped(&name, place(attribute.place));
            }
        }
        let Some((src, at)) = value(tag, "src") else {
            self.tell_dropped("<img>", place(0..tag.whole.len()));
            return;
        };
        let text =
            |name: &str| value(tag, name).map(|(value, _)| value).filter(|value| !value.is_empty());
        if let Some(target) = self.target(&src, place(at)) {
            if tag.find("alt").is_none() {
                self.tell_no_text(&target);
            }
            let alt = text("alt").unwrap_or_default();
            self.frame.fragment.symbol(Symbol::Image(Image { target, alt, title: text("title") }));
        }
    }

    /// The ids of raw HTML that stays as it is.
    pub(super) fn note_ids(&mut self, html: &str, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        for (tag, start) in open_tags(html) {
            let id = value(&tag, "id").filter(|(id, _)| !id.is_empty());
            let Some((id, range)) = id else { continue };
            if self.take_id(&id, place(start + range.start..start + range.end)) {
                self.body.anchors.push(id);
            }
        }
    }

    /// The files that raw HTML names which stays as it is: they are published for its sake.
    pub(super) fn note_addresses(
        &mut self,
        html: &str,
        place: &dyn Fn(Range<usize>) -> Range<usize>,
    ) {
        const ONE: &[&str] = &["href", "src", "poster", "data", "xlink:href"];
        for (tag, start) in open_tags(html) {
            let single = ONE.iter().filter_map(|name| value(&tag, name));
            let set = value(&tag, "srcset").into_iter().flat_map(|(set, range)| {
                let each = set.split(',').filter_map(|one| one.split_whitespace().next());
                each.map(|one| (one.to_owned(), range.clone())).collect::<Vec<_>>()
            });
            let targets = single.chain(set).filter_map(|(written, range)| {
                // Who may write all HTML may write any address.
                let range = start + range.start..start + range.end;
                LinkTarget::parse(&written, place(range).into()).ok()
            });
            self.body.named.extend(targets.filter(|target| target.leads() == Leads::Inside));
        }
    }

    /// Writes raw text or a raw value: with its character references, but for those that
    /// stand for a character that no text may hold, such as the marks of the cleaner.
    pub(super) fn push_raw(&mut self, raw: &str) {
        self.frame.has_raw = true;
        let html = &mut self.frame.fragment.html;
        let mut skipped = 0;
        for (at, letter) in raw.char_indices() {
            if at < skipped {
                continue;
            }
            match letter {
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '"' => html.push_str("&quot;"),
                '&' => match numeric(&raw[at..]) {
                    Some((letter, len)) if is_unseen(letter) => skipped = at + len,
                    Some(_) | None => html.push('&'),
                },
                letter => html.push(letter),
            }
        }
    }
}

/// The value of an attribute, its character references replaced, and its place in the tag.
fn value(tag: &Tag<'_>, name: &str) -> Option<(String, Range<usize>)> {
    tag.find(name).map(|own| (decode(own.value), own.place))
}

/// The tags that open elements, each with where it begins.
fn open_tags(html: &str) -> impl Iterator<Item = (Tag<'_>, usize)> {
    let placed = Tokens::of_stretch(html).placed();
    placed.filter_map(|(token, range)| token.open().map(|tag| (tag, range.start)))
}
