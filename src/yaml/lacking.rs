//! Keys of a mapping that are not there: those that must be, and those without which others mean
//! nothing.

use crate::diagnostics::{Code, Span, nearest, say};
use crate::yaml::{Fields, Reading, told};

impl Fields<'_> {
    /// Whether a key that is not there is surely lacking: all that is there could be read, and
    /// none of it is probably meant to be this one.
    pub fn may_lack(&self, name: &str) -> bool {
        self.is_whole && !self.is_misspelt(name)
    }

    pub(super) fn is_misspelt(&self, name: &str) -> bool {
        let mut open = self.entries.iter().filter(|entry| !entry.taken);
        open.any(|entry| nearest(entry.name, [name]).is_some())
    }

    /// Says that a key must be there, unless [`Fields::finish`] finds it misspelt.
    pub fn missing(&mut self, name: &'static str, reading: &mut Reading<'_>) {
        if self.is_misspelt(name) {
            self.doubtful.push(name);
        } else {
            self.tell_missing(name, reading);
        }
    }

    pub(super) fn tell_missing(&self, name: &str, reading: &mut Reading<'_>) {
        if !self.is_whole {
            return;
        }
        if let Some(entry) = self.entry(name).filter(|entry| entry.node.is_blank()) {
            return told::nothing_behind((entry.key, entry.node), reading);
        }
        let message = say!("thiếu mục `{name}`", "`{name}` is missing");
        let hint = say!("thêm một dòng `{name}: …`", "add a line `{name}: …`");
        reading.error(self.span(), Code::MissingKey, message, hint);
    }

    /// Where a key stands that has nothing behind it.
    pub fn empty(&self, name: &str) -> Option<Span> {
        self.entry(name).filter(|entry| entry.node.is_blank()).map(|entry| entry.key.span)
    }

    /// Says which keys are written without the one that gives them a meaning.
    pub(super) fn tell_alone(&self, reading: &mut Reading<'_>) {
        for (key, other) in self.keys.iter().filter_map(|key| Some((key, key.beside?))) {
            let own = self.entry(key.name).filter(|entry| !entry.node.is_blank());
            let is_there = self.entry(other).is_some_and(|entry| !entry.node.is_blank());
            if let Some(own) = own.filter(|_| !is_there && self.may_lack(other)) {
                told::alone(own.key, other, reading);
            }
        }
    }
}
