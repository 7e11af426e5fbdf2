//! Numbers of documents in a text: each becomes a symbol, for only the whole site knows which
//! documents it has. In links, code and the like a number stays text.

use crate::content::markdown::fragment::Symbol;
use crate::content::markdown::writer::Writer;
use crate::content::number;
use crate::html::{Token, Tokens};

/// Elements of raw HTML in which a number is no link of ours.
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
        let mut done = 0;
        if held.contains('/') && self.is_prose() {
            for range in number::find(&held) {
                self.frame.fragment.text(&held[done..range.start]);
                done = range.end;
                self.frame.fragment.symbol(Symbol::Number(held[range].to_owned()));
            }
        }
        self.frame.fragment.text(&held[done..]);
    }

    fn is_prose(&self) -> bool {
        let mut frames = self.outer.iter().chain([&self.frame]);
        self.rules.extensions
            && self.links == 0
            && !frames.any(|frame| frame.raw.iter().any(|open| NO_PROSE.contains(&open.as_str())))
    }

    /// Notes which of these elements are open, in raw HTML that stays as it is.
    pub(super) fn note_marks(&mut self, html: &str) {
        let open = &mut self.frame.raw;
        for token in Tokens::of_stretch(html) {
            match token {
                Token::Open(tag) => {
                    let name = tag.name.to_ascii_lowercase();
                    if NO_PROSE.contains(&name.as_str()) && !open.contains(&name) {
                        open.push(name);
                    }
                }
                Token::Close(tag) => open.retain(|open| !tag.is(open)),
                Token::Text(_) | Token::Comment { .. } => {}
                Token::Declaration(_) | Token::Unfinished(_) => {}
            }
        }
    }
}
