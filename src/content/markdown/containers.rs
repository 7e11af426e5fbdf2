//! Containers, calls and alerts: what becomes a component of the theme.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::markdown::clean;
use crate::content::markdown::fences::{self, Call, Fence, Line};
use crate::content::markdown::fragment::{Fragment, Symbol};
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::{Frame, FrameKind, Writer};
use crate::content::{Argument, ArgumentValue, Component};
use crate::diagnostics::{Code, Diagnostic, say};

/// A container or alert that is open.
pub(super) struct Opening {
    call: Call,
    /// How many colons its fence has; none for an alert.
    colons: usize,
    /// Whether its end has been found fault with already.
    is_told: bool,
}

impl Writer<'_, '_> {
    /// A line that is a fence or a call, as the parser found.
    pub(super) fn fence(&mut self, fence: &Fence) {
        match fences::read(fence, self.reading) {
            Line::Call(call) => self.component(call, None),
            Line::Open(colons, call) => {
                let range = call.range.clone();
                self.push_frame(FrameKind::Container(Opening { call, colons, is_told: false }));
                self.check_depth(&range);
            }
            Line::Close(colons) => self.close_container(colons, &fence.range),
        }
    }

    /// Begins a frame inside the present one.
    pub(super) fn push_frame(&mut self, kind: FrameKind) {
        let frame = Frame { kind, depth: self.depth, ..Frame::of_body(Fragment::default()) };
        self.outer.push(std::mem::replace(&mut self.frame, frame));
    }

    /// Ends the present frame, unless it is the body: its fragment, cleaned if need be.
    pub(super) fn take_frame(&mut self) -> Option<(FrameKind, Fragment)> {
        if !self.outer.is_empty() {
            self.tell_open_tags();
        }
        let outer = self.outer.pop()?;
        let frame = std::mem::replace(&mut self.frame, outer);
        let fragment = if frame.has_raw { clean::clean(frame.fragment) } else { frame.fragment };
        Some((frame.kind, fragment))
    }

    /// The fragment of the body, cleaned if need be.
    pub(super) fn take_frame_fragment(&mut self) -> Fragment {
        let fragment = std::mem::take(&mut self.frame.fragment);
        if self.frame.has_raw { clean::clean(fragment) } else { fragment }
    }

    /// Closes the containers that were opened inside the element of this depth and not closed in it.
    pub(super) fn close_containers(&mut self, depth: usize) {
        while matches!(self.frame.kind, FrameKind::Container(_)) && self.frame.depth >= depth {
            self.tell_unclosed();
            self.end_container();
        }
    }

    fn close_container(&mut self, colons: usize, range: &Range<usize>) {
        let depth = self.depth;
        let fits = |frame: &Frame| match &frame.kind {
            FrameKind::Container(opening) => frame.depth == depth && opening.colons == colons,
            FrameKind::Body | FrameKind::Alert(_) | FrameKind::Note(_) => false,
        };
        let is_here =
            |frame: &Frame| matches!(frame.kind, FrameKind::Container(_)) && frame.depth == depth;
        let inside = self.outer.iter().rev().take_while(|frame| is_here(frame)).position(fits);
        if fits(&self.frame) {
            self.end_container();
        } else if let Some(between) = inside.filter(|_| is_here(&self.frame)) {
            for _ in 0..=between {
                self.tell_unclosed();
                self.end_container();
            }
            self.end_container();
        } else {
            self.tell_unopened(colons, range);
        }
    }

    /// Ends the container that is the present frame.
    fn end_container(&mut self) {
        if let Some((FrameKind::Container(opening), fragment)) = self.take_frame() {
            self.component(opening.call, Some(fragment));
        }
    }

    /// Writes a component. One whose name cannot be one leaves only what it holds.
    fn component(&mut self, call: Call, body: Option<Fragment>) {
        let Call { name, range, arguments } = call;
        if name.is_empty() {
            self.frame.fragment.append(body.unwrap_or_default());
            return;
        }
        if !self.may_call(&range) {
            return;
        }
        let component = Component { name, arguments, body: None, span: range.into() };
        self.frame.fragment.symbol(Symbol::Component(component, body));
    }

    fn tell_unclosed(&mut self) {
        let FrameKind::Container(opening) = &mut self.frame.kind else { return };
        if std::mem::replace(&mut opening.is_told, true) {
            return;
        }
        let (name, range) = (&opening.call.name, opening.call.range.clone());
        let fence = ":".repeat(opening.colons.min(80));
        let message = say!(
            "khối `{fence} {name}` chưa được đóng",
            "the container `{fence} {name}` is not closed"
        );
        let hint = say!(
            "viết một dòng `{fence}` ở cuối khối, thụt vào như dòng mở",
            "write a line `{fence}` at its end, indented like the line that opens it"
        );
        tell(range, Diagnostic::error(Code::UnclosedComponent, message).hint(hint), self.reading);
    }

    /// Says why a closing fence closes nothing: the number of its colons, its place, or no reason.
    fn tell_unopened(&mut self, colons: usize, range: &Range<usize>) {
        let depth = self.depth;
        let here = match &self.frame.kind {
            FrameKind::Container(opening) if self.frame.depth == depth => Some(opening.colons),
            FrameKind::Container(_)
            | FrameKind::Body
            | FrameKind::Alert(_)
            | FrameKind::Note(_) => None,
        };
        let fence = ":".repeat(colons.min(80));
        if let Some(wanted) = here {
            let message = say!(
                "khối mở bằng {wanted} dấu hai chấm, dòng đóng có {colons}",
                "the container opens with {wanted} colons, this line closes with {colons}"
            );
            let hint = say!("viết số dấu hai chấm như nhau", "write as many colons in both");
            tell(
                range.clone(),
                Diagnostic::error(Code::UnclosedComponent, message).hint(hint),
                self.reading,
            );
            self.end_container();
            return;
        }
        let elsewhere = std::iter::once(&mut self.frame).chain(self.outer.iter_mut().rev());
        let opened = elsewhere.filter_map(|frame| match &mut frame.kind {
            FrameKind::Container(opening) => Some(opening),
            FrameKind::Body | FrameKind::Alert(_) | FrameKind::Note(_) => None,
        });
        let (message, hint) = if let Some(opening) =
            opened.into_iter().find(|opening| opening.colons == colons)
        {
            opening.is_told = true;
            (
                say!(
                    "dòng đóng `{fence}` nằm trong một danh sách hay lời trích mà khối không mở ở đó",
                    "this `{fence}` stands in a list or quotation in which nothing was opened"
                ),
                say!(
                    "đặt dòng này sát lề như dòng mở khối",
                    "indent it like the line that opens the container"
                ),
            )
        } else {
            (
                say!(
                    "không có khối nào đang mở để `{fence}` đóng",
                    "there is no open container for `{fence}` to close"
                ),
                say!(
                    "xoá dòng này, hoặc viết dòng mở `::: ten`",
                    "delete the line, or write an opening `::: name`"
                ),
            )
        };
        tell(
            range.clone(),
            Diagnostic::error(Code::UnclosedComponent, message).hint(hint),
            self.reading,
        );
    }

    /// An alert is a component too, since its title is in the page's language.
    pub(super) fn start_alert(&mut self, kind: &str, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let start = source.find("[!").map_or(range.start, |at| range.start + at + 2);
        let end = (start + kind.len()).min(range.end.max(start));
        let value = ArgumentValue::Text(kind.to_owned());
        let arguments =
            BTreeMap::from([("kind".to_owned(), Argument { value, span: (start..end).into() })]);
        let call = Call { name: "alert".to_owned(), range: start..end, arguments };
        self.push_frame(FrameKind::Alert(Opening { call, colons: 0, is_told: true }));
    }

    pub(super) fn end_alert(&mut self) {
        self.prose.block();
        if let Some((FrameKind::Alert(opening), fragment)) = self.take_frame() {
            if fragment.is_empty() {
                self.tell_empty_box(opening.call.range.clone());
            }
            self.component(opening.call, Some(fragment));
        }
    }
}
