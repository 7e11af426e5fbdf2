//! From the parser's events to frames of HTML and symbols.
//!
//! In: events with their places. Out: a [`RichText`]. What is open around the place of writing
//! (containers, alerts, footnotes) is a stack of frames; each becomes part of the one around
//! it when it ends.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use crate::content::markdown::containers::Opening;
use crate::content::markdown::fences::Fence;
use crate::content::markdown::fragment::{Fragment, Mark};
use crate::content::markdown::headings::{Ids, OpenHeading};
use crate::content::markdown::limits::{Counted, DEEPEST, say_too_deep};
use crate::content::markdown::links::OpenImage;
use crate::content::markdown::meant::{Noted, Numbers};
use crate::content::markdown::notes::Notes;
use crate::content::markdown::open_tags::OpenTag;
use crate::content::markdown::prose::Prose;
use crate::content::markdown::raw::Raw;
use crate::content::markdown::references::numeric;
use crate::content::markdown::tables::Table;
use crate::content::{RichText, Rules};
use crate::sources::{is_unseen, may_hold_unseen};
use crate::yaml::Reading;

/// Where an event stands in the whole text.
pub(super) struct At {
    /// What it was made from.
    pub(super) range: Range<usize>,
    /// The definition of a reference link.
    pub(super) definition: Option<Range<usize>>,
}

/// Something that holds blocks and is not written yet.
pub(super) struct Frame {
    /// What it is.
    pub(super) kind: FrameKind,
    /// What it holds so far.
    pub(super) fragment: Fragment,
    /// How many elements were open where it began.
    pub(super) depth: usize,
    /// Whether raw HTML is among its HTML.
    pub(super) has_raw: bool,
    /// The raw elements that are open in it.
    pub(super) raw: Vec<OpenTag>,
}

impl Frame {
    /// The frame of a body.
    pub(super) fn of_body(fragment: Fragment) -> Frame {
        Frame { kind: FrameKind::Body, fragment, depth: 0, has_raw: false, raw: Vec::new() }
    }
}

/// What a frame will become.
pub(super) enum FrameKind {
    /// The body.
    Body,
    /// A container between two fences.
    Container(Opening),
    /// A GFM alert.
    Alert(Opening),
    /// The definition of a footnote: its index.
    Note(usize),
}

/// The state of the writing.
pub(super) struct Writer<'w, 't> {
    pub(super) rules: &'w Rules,
    pub(super) reading: &'w mut Reading<'t>,
    pub(super) fences: &'w [Fence],
    /// The innermost frame, and those around it from the outermost on.
    pub(super) frame: Frame,
    pub(super) outer: Vec<Frame>,
    /// How many elements are open.
    pub(super) depth: usize,
    pub(super) body: RichText,
    pub(super) ids: Ids,
    pub(super) notes: Notes,
    pub(super) prose: Prose,
    pub(super) raw: Raw,
    pub(super) table: Table,
    pub(super) heading: Option<OpenHeading>,
    pub(super) image: Option<OpenImage>,
    /// The place of the attributes of the last list item.
    pub(super) item: Mark,
    /// Whether the text is code.
    pub(super) is_code: bool,
    /// How many links are open.
    pub(super) links: usize,
    /// What was noted of what may be meant otherwise.
    pub(super) noted: Noted,
    /// The lists that are open, those with numbers with their numbers.
    pub(super) lists: Vec<Option<Numbers>>,
    /// Text that may go on: the parser gives it in parts.
    pub(super) held: String,
    /// Where it stands.
    pub(super) held_at: Range<usize>,
    pub(super) counted: Counted,
    is_stopped: bool,
}

impl<'w, 't> Writer<'w, 't> {
    /// A writer for this Markdown, which is part of `reading.text`.
    pub(super) fn new(
        markdown: &str,
        rules: &'w Rules,
        fences: &'w [Fence],
        reading: &'w mut Reading<'t>,
    ) -> Writer<'w, 't> {
        let fragment = Fragment::with_capacity(markdown.len() + markdown.len() / 4);
        Writer {
            rules,
            reading,
            fences,
            frame: Frame::of_body(fragment),
            outer: Vec::new(),
            depth: 0,
            body: RichText::default(),
            ids: Ids::of(markdown),
            notes: Notes::default(),
            prose: Prose::default(),
            raw: Raw::default(),
            table: Table::default(),
            heading: None,
            image: None,
            item: Mark::default(),
            is_code: false,
            links: 0,
            noted: Noted::default(),
            lists: Vec::new(),
            held: String::new(),
            held_at: 0..0,
            counted: Counted::default(),
            is_stopped: false,
        }
    }

    /// Whether the text is nested too deep to go on.
    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// Gives up on this text, since it is nested too deep at this place.
    pub(super) fn stop(&mut self, range: Range<usize>) {
        if !self.is_stopped {
            say_too_deep(range.start..range.start.saturating_add(1).min(range.end), self.reading);
        }
        self.is_stopped = true;
    }

    /// Stops if elements and frames together are nested too deep.
    pub(super) fn check_depth(&mut self, range: &Range<usize>) {
        if self.depth + self.outer.len() > DEEPEST {
            self.stop(range.clone());
        }
    }

    /// Takes the next event.
    pub(super) fn event(&mut self, event: Event<'_>, at: At) {
        if !matches!(event, Event::Text(_)) {
            self.release();
        }
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                let text = self.unmasked(text, &at.range);
                let text = self.without_unseen(text, &at.range);
                let text = match self.reading.text.get(at.range.clone()) {
                    Some(source) if self.is_in_address(&text, &at.range) => source.into(),
                    Some(_) | None => text,
                };
                self.text(&text, &at.range);
            }
            Event::Code(code) => self.code(&code),
            Event::Html(line) => self.html_line(line, at.range),
            Event::InlineHtml(html) => {
                let is_fence = self.fence_within(&at.range).is_some();
                let html = self.unmasked(html, &at.range);
                if is_fence {
                    self.text(&html, &at.range)
                } else {
                    self.inline_html(&html, at.range)
                }
            }
            Event::FootnoteReference(label) => self.note_reference(&label, &at.range),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br />\n"),
            Event::Rule => self.frame.fragment.block("<hr />\n"),
            Event::TaskListMarker(is_done) => self.task_marker(is_done),
        }
    }

    /// A text as it was before fences were masked, for those that were none.
    fn unmasked<'e>(&self, text: CowStr<'e>, range: &Range<usize>) -> CowStr<'e>
    where
        't: 'e,
    {
        if text.len() == range.len() && self.fence_within(range).is_some() {
            let source: &'t str = self.reading.text;
            source.get(range.clone()).map_or(text, CowStr::Borrowed)
        } else {
            text
        }
    }

    /// A text without the characters that no text may hold. The file has none of them any more,
    /// so a character reference stands for them: `&#8;`.
    pub(super) fn without_unseen<'e>(
        &mut self,
        text: CowStr<'e>,
        range: &Range<usize>,
    ) -> CowStr<'e> {
        if !may_hold_unseen(&text) {
            return text;
        }
        let Some(letter) = text.chars().find(|letter| is_unseen(*letter)) else { return text };
        // What browsers make of a number is not always what CommonMark makes of it.
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        if let Some((shown, _)) = numeric(source).filter(|(shown, _)| !is_unseen(*shown)) {
            return String::from(shown).into();
        }
        self.tell_unseen(letter, range.clone());
        text.replace(is_unseen, "").into()
    }

    /// The first line in this range that may be a fence.
    pub(super) fn fence_within(&self, range: &Range<usize>) -> Option<&'w Fence> {
        let first = self.fences.partition_point(|fence| fence.range.end <= range.start);
        self.fences.get(first).filter(|fence| fence.range.start < range.end)
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(text);
            return;
        }
        if self.raw.is_in_block() {
            // The indentation of a line of raw HTML comes as text.
            self.raw.push(text, range.start);
            return;
        }
        if self.is_code {
            self.frame.fragment.text(text);
        } else {
            self.tell_foreign_calls(range);
            if self.held.is_empty() {
                self.held_at.start = range.start;
            }
            self.held_at.end = range.end;
            self.held.push_str(text);
        }
    }

    fn code(&mut self, code: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push_str(code);
            return;
        }
        self.prose.code(code);
        self.frame.fragment.push("<code>");
        self.frame.fragment.text(code);
        self.frame.fragment.push("</code>");
    }

    fn line_break(&mut self, html: &str) {
        if let Some(image) = &mut self.image {
            image.alt.push(' ');
            return;
        }
        self.prose.line_break();
        self.frame.fragment.push(html);
    }

    /// Ends the body.
    pub(super) fn finish(mut self) -> RichText {
        self.body.words = self.prose.words;
        self.body.opening = std::mem::take(&mut self.prose.opening);
        if self.is_stopped {
            return self.body;
        }
        self.close_containers(0);
        self.tell_open_tags();
        self.tell_bold_lines();
        self.tell_all_dropped();
        let fragment = self.take_frame_fragment();
        self.body.pieces = fragment.into_pieces(&mut self.notes);
        self.notes.finish(&mut self.body, self.reading);
        self.body
    }
}
