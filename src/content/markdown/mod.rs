//! Markdown in, [`RichText`] out: pieces of safe HTML with links, pictures and components left symbolic.
//!
//! In: a stretch of a file, the site's [`Rules`], the language. Out: a [`RichText`]; faults go to
//! the [`Reading`] with their places. CommonMark 0.31.2 is parsed by pulldown-cmark; the HTML is
//! written here, in one pass over its events.
//!
//! Container fences (`::: name`) and calls (`{{ name() }}`) are lines of their own. `fences`
//! masks each such line as an HTML processing instruction of the same length, so the parser
//! itself decides whether it is a block of its own or part of a code block, and every offset
//! stays true. `writer` keeps a stack of frames, one for each open container, alert and
//! footnote; `fragment` is what a frame holds; `notes` numbers the footnotes at the end,
//! when their order is known. Raw HTML is rewritten tag by tag in `raw` and then cleaned with
//! html5ever's parser in `clean`, but only in documents that have any.

mod alerts;
mod allowed;
mod arguments;
mod bare;
mod blocks;
mod bold_headings;
mod boxes;
mod broken;
mod clean;
mod containers;
mod dropped;
mod elements;
mod entries;
mod fences;
mod foreign;
mod foreign_marks;
mod formulas;
mod fragment;
mod headings;
mod leftovers;
mod limits;
mod lines;
mod links;
mod loose_fences;
mod loose_links;
mod loose_marks;
mod loose_tags;
mod meant;
mod note_lines;
mod notes;
mod numbers;
mod open_tags;
mod pasted;
mod prose;
mod quotations;
mod raw;
mod references;
mod rows;
mod signs;
mod spaced;
mod tables;
mod tags;
mod tasks;
mod unlinked;
mod wide_marks;
mod word;
mod writer;

#[cfg(test)]
mod tests;

pub(crate) use fragment::escape;
pub(crate) use loose_fences::as_box;
pub(super) use references::decode;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, RefDefs, Tag};

use crate::content::blocks::Finder;
use crate::content::editorial::{Levels, Listener};
use crate::content::{Language, Piece, RawHtml, RichText, Rules};
use crate::sources::SourcePath;
use crate::yaml::Reading;
use word::WordTags;
use writer::{At, Writer};

/// Languages whose quotation marks are not “…” and ‘…’, so that straight ones stay straight.
const OTHER_QUOTES: &[&str] = &[
    "be", "bg", "cs", "da", "de", "el", "et", "fi", "fr", "hr", "hu", "is", "it", "ja", "lt", "lv",
    "nb", "nn", "no", "pl", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "uk", "zh",
];

/// Reads the Markdown in this part of `reading.text`. Every place is one in the whole text.
/// A text nested deeper than any text needs gives an error and a body without pieces.
pub fn read(
    part: Range<usize>,
    rules: &Rules,
    language: &Language,
    reading: &mut Reading<'_>,
) -> RichText {
    let text = reading.text;
    let Some(markdown) = text.get(part.clone()) else { return RichText::default() };
    if let Some(deep) = limits::too_deep(markdown) {
        limits::say_too_deep(part.start + deep.start..part.start + deep.end, reading);
        return RichText::default();
    }
    let fences = if rules.extensions { fences::find(text, part.clone()) } else { Vec::new() };
    let mut tags = WordTags::default();
    if rules.extensions && rules.html == RawHtml::Clean {
        tags = WordTags::find(text, part.clone());
    }
    let masked = tags.mask(fences::mask(text, part.clone(), &fences), part.start);
    let mut writer = Writer::new(markdown, rules, &fences, reading);
    let mut blocks = Finder::new(text, rules, language);
    let mut listener = Listener::new(text, language);
    let mut used = BTreeSet::new();
    let mut events = Parser::new_ext(&masked, options(rules, language)).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let shifted = |range: Range<usize>| part.start + range.start..part.start + range.end;
        let definition = definition_of(&event, events.reference_definitions()).map(shifted);
        let range = shifted(range);
        used.extend(definition.as_ref().map(|definition| definition.start));
        let event = tags.unmasked(event, &range, text);
        let is_call = writer.fence_within(&range).is_some();
        blocks.event(&event, &range, is_call);
        listener.event(&event, &range, is_call);
        writer.event(event, At { range, definition });
        if writer.is_stopped() {
            break;
        }
    }
    let body = RichText { blocks: blocks.finish(), plain: listener.finish(), ..writer.finish() };
    tags.tell(reading);
    if rules.extensions {
        let definitions = events.reference_definitions();
        meant::look_at_definitions(definitions, &used, (part.start, reading));
    }
    body
}

/// Pure CommonMark 0.31.2 as HTML, raw HTML and addresses as they stand: for tests, and for
/// a look at a text that has no site around it. Nothing is cleaned, so not for publishing.
pub fn to_html(text: &str) -> String {
    let language = Language::new("en");
    let rules = Rules {
        default_language: language.clone(),
        languages: BTreeMap::new(),
        taxonomies: Vec::new(),
        html: RawHtml::Allow,
        smart_punctuation: false,
        extensions: false,
        checks: Levels::default(),
    };
    html_by_rules(text, &rules, &language)
}

/// As [`to_html`], by the rules of a site. Components are left out.
pub fn html_by_rules(text: &str, rules: &Rules, language: &Language) -> String {
    let path = SourcePath::new("text.md");
    let mut reading = Reading::new(&path, text);
    let body = read(0..text.len(), rules, language, &mut reading);
    let mut html = String::with_capacity(text.len() * 2);
    write_plainly(&body.pieces, &mut html);
    html
}

fn write_plainly(pieces: &[Piece], html: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Html(ready) => html.push_str(ready),
            Piece::Link(target) => fragment::escape_href(html, target.written()),
            Piece::Number(number) => escape(html, number),
            Piece::Image(image) => {
                html.push_str("<img src=\"");
                fragment::escape_href(html, image.target.written());
                html.push_str("\" alt=\"");
                escape(html, &image.alt);
                if let Some(title) = &image.title {
                    html.push_str("\" title=\"");
                    escape(html, title);
                }
                html.push_str("\" />");
            }
            Piece::Component(component) => {
                write_plainly(component.body.as_deref().unwrap_or_default(), html)
            }
        }
    }
}

fn options(rules: &Rules, language: &Language) -> Options {
    if !rules.extensions {
        return Options::empty();
    }
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let primary = language.as_str().split('-').next().unwrap_or_default();
    if rules.smart_punctuation && !OTHER_QUOTES.contains(&primary) {
        options |= Options::ENABLE_SMART_PUNCTUATION;
    }
    options
}

/// Where the definition of a reference link stands: that is where its address was written.
fn definition_of(event: &Event<'_>, definitions: &RefDefs<'_>) -> Option<Range<usize>> {
    let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event
    else {
        return None;
    };
    match link_type {
        LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
            definitions.get(id).map(|definition| definition.span.clone())
        }
        LinkType::Inline
        | LinkType::ReferenceUnknown
        | LinkType::CollapsedUnknown
        | LinkType::ShortcutUnknown
        | LinkType::Autolink
        | LinkType::Email
        | LinkType::WikiLink { .. } => None,
    }
}
