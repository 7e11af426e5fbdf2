//! Numbers of documents and bare addresses in a text. Each number becomes a symbol, for only the
//! whole site knows which documents it has, and each address a link. In links, code and the like
//! both stay text.

use std::ops::Range;

use crate::content::markdown::bare::{self, Bare};
use crate::content::markdown::fragment::{Symbol, escape_href};
use crate::content::markdown::open_tags::OpenTag;
use crate::content::markdown::writer::Writer;
use crate::content::{LinkTarget, number};
use crate::html::{Token, Tokens};

/// Elements of raw HTML in which nothing becomes a link of ours.
const NO_PROSE: &[&str] = &["a", "button", "code", "kbd", "pre", "samp"];

impl Writer<'_, '_> {
    /// Writes the text that was held until it was known to be whole.
    pub(super) fn release(&mut self) {
        let held = std::mem::take(&mut self.held);
        if held.is_empty() {
            return;
        }
        self.prose.text(&held);
        let range = self.held_at.clone();
        if held.contains("[^") {
            self.look_for_notes(&held, &range);
        }
        self.look_at_marks(&held, &range);
        if !((held.contains(['/', '@']) || held.contains("www.")) && self.is_prose()) {
            return self.frame.fragment.text(&held);
        }
        self.look_at_unlinked(&range);
        let mut done = 0;
        for Bare { range: own, address } in bare::find(&held) {
            self.numbers_in(&held[done..own.start]);
            self.bare_link(&held[own.clone()], &address, range.clone());
            done = own.end;
        }
        self.numbers_in(&held[done..]);
    }

    /// Writes a text without addresses.
    fn numbers_in(&mut self, text: &str) {
        let mut done = 0;
        for range in number::find(text) {
            self.frame.fragment.text(&text[done..range.start]);
            done = range.end;
            self.frame.fragment.symbol(Symbol::Number(text[range].to_owned()));
        }
        self.frame.fragment.text(&text[done..]);
    }

    /// Writes an address that stands bare in a text as a link; what no page may link to stays text.
    fn bare_link(&mut self, shown: &str, address: &str, place: Range<usize>) {
        let Ok(target) = LinkTarget::parse(address, place.into()) else {
            return self.frame.fragment.text(shown);
        };
        self.frame.fragment.push("<a href=\"");
        escape_href(&mut self.frame.fragment.html, target.written());
        self.frame.fragment.push("\">");
        self.frame.fragment.text(shown);
        self.frame.fragment.push("</a>");
    }

    fn is_prose(&self) -> bool {
        let mut frames = self.outer.iter().chain([&self.frame]);
        self.rules.extensions
            && self.links == 0
            && !frames
                .any(|frame| frame.raw.iter().any(|open| NO_PROSE.contains(&open.name.as_str())))
    }

    /// Notes which of these elements are open, in raw HTML that stays as it is.
    pub(super) fn note_marks(&mut self, html: &str) {
        let open = &mut self.frame.raw;
        for token in Tokens::of_stretch(html) {
            match token {
                Token::Open(tag) => {
                    let name = tag.name.to_ascii_lowercase();
                    if NO_PROSE.contains(&name.as_str())
                        && !open.iter().any(|open| open.name == name)
                    {
                        open.push(OpenTag { name, tag: 0..0 });
                    }
                }
                Token::Close(tag) => open.retain(|open| !tag.is(&open.name)),
                Token::Text(_) | Token::Comment { .. } => {}
                Token::Declaration(_) | Token::Unfinished(_) => {}
            }
        }
    }
}
