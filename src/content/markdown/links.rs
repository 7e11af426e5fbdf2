//! Links and pictures: what stays symbolic, what is an address already, what is refused.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::content::markdown::fragment::{Fragment, Symbol, escape, escape_href};
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::{At, Writer};
use crate::content::{Image, Leads, LinkTarget};
use crate::diagnostics::{Code, say};

/// A picture whose alternative text is being read.
pub(super) struct OpenImage {
    target: Option<LinkTarget>,
    title: Option<String>,
    depth: usize,
    /// The text so far.
    pub(super) alt: String,
}

impl Writer<'_, '_> {
    /// `<name@host>`.
    pub(super) fn start_mail_link(&mut self, address: &str) {
        self.links += 1;
        self.frame.fragment.push("<a href=\"mailto:");
        escape_href(&mut self.frame.fragment.html, address);
        self.frame.fragment.push("\">");
    }

    pub(super) fn start_link(&mut self, address: &str, title: CowStr<'_>, at: At) {
        let title = self.without_unseen(title, &at.range);
        let range = self.place_of_address(address, &at);
        self.links += 1;
        self.frame.fragment.push("<a href=\"");
        self.href(address, range);
        if !title.is_empty() {
            self.frame.fragment.push("\" title=\"");
            self.frame.fragment.text(&title);
        }
        self.frame.fragment.push("\">");
    }

    pub(super) fn end_link(&mut self) {
        self.links = self.links.saturating_sub(1);
        self.frame.fragment.push("</a>");
    }

    /// Writes the value of a `href`: a symbol, an address, or nothing harmful.
    pub(super) fn href(&mut self, written: &str, range: Range<usize>) {
        let Some(target) = self.target(written, range) else {
            return self.frame.fragment.push("#");
        };
        match target.leads() {
            Leads::Inside => self.frame.fragment.symbol(Symbol::Link(target)),
            Leads::Web => {
                escape_href(&mut self.frame.fragment.html, target.written());
                self.body.web.push(target);
            }
            Leads::Program => escape_href(&mut self.frame.fragment.html, target.written()),
        }
    }

    /// The address that is written here. What is none is said; whether a page may show the
    /// picture at it is not for this room to say.
    pub(super) fn target(&mut self, written: &str, range: Range<usize>) -> Option<LinkTarget> {
        if !self.rules.extensions {
            return Some(LinkTarget::unread(written, range.into()));
        }
        let parsed = LinkTarget::parse(written, range.clone().into());
        parsed.map_err(|fault| tell(range, fault.diagnose(), self.reading)).ok()
    }

    pub(super) fn start_image(&mut self, address: &str, title: CowStr<'_>, at: At) {
        let title = self.without_unseen(title, &at.range);
        let range = self.place_of_address(address, &at);
        self.image = Some(OpenImage {
            target: self.target(address, range),
            title: Some(title.into_string()).filter(|title| !title.is_empty()),
            depth: self.depth,
            alt: String::new(),
        });
    }

    /// The end of an element while a picture's text is read: of the picture, or of one in its text.
    pub(super) fn end_in_image(&mut self, depth: usize) {
        let Some(OpenImage { target, title, alt, .. }) =
            self.image.take_if(|image| image.depth == depth)
        else {
            return;
        };
        self.prose.code(&alt);
        if let Some(target) = target.as_ref().filter(|_| alt.trim().is_empty()) {
            self.tell_no_text(target);
        }
        match target {
            Some(target) => self.frame.fragment.symbol(Symbol::Image(Image { target, alt, title })),
            None => self.frame.fragment.text(&alt),
        }
    }

    /// A picture whose text was forgotten; one that only adorns says so (WCAG 2.2, 1.1.1).
    pub(super) fn tell_no_text(&mut self, target: &LinkTarget) {
        if !self.rules.extensions {
            return;
        }
        let written = target.written();
        let message = say!(
            "hình `{written}` chưa có lời mô tả cho người khiếm thị",
            "the picture `{written}` has no description for those who cannot see it"
        );
        let hint = say!(
            "viết trong ngoặc vuông hình cho thấy gì: `![Lễ phát động]({written})`; nếu hình chỉ để trang trí: `<img src=\"{written}\" alt=\"\">`",
            "say between the brackets what it shows: `![The opening]({written})`; if it only adorns: `<img src=\"{written}\" alt=\"\">`"
        );
        self.reading.error(target.span, Code::NoPictureText, message, hint);
    }

    /// Where an address stands: in the definition of a reference link, else in the link.
    fn place_of_address(&self, address: &str, at: &At) -> Range<usize> {
        let range = at.definition.clone().unwrap_or_else(|| at.range.clone());
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        if address.is_empty() {
            return range;
        }
        // A title may hold the same words, so what stands in front of them decides.
        let is_address = |at: &usize| {
            let before = source[..*at].trim_end_matches(['<', ' ', '\n']);
            before.ends_with('(') || before.ends_with("]:") || (before.is_empty() && *at > 0)
        };
        let found = source.rmatch_indices(address).map(|(at, _)| at).find(is_address);
        found.map_or(range.clone(), |at| range.start + at..range.start + at + address.len())
    }
}

/// Appends ` href="…"` to a fragment that holds a raw tag.
pub(super) fn plain_attribute(fragment: &mut Fragment, name: &str, value: &str) {
    fragment.push(&format!(" {name}=\""));
    escape(&mut fragment.html, value);
    fragment.push("\"");
}
