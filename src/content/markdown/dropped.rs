//! What is said of raw HTML that is left out.

use std::ops::Range;

use crate::content::markdown::allowed;
use crate::content::markdown::limits::tell;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Code, Diagnostic, Say, say};
use crate::yaml::say_unseen;

/// The most warnings of things left out in one body.
const MOST_WARNINGS: usize = 20;

/// The most elements and attributes that one warning names.
const MOST_NAMES: usize = 6;

/// What was left out of one body.
#[derive(Default)]
pub(super) struct LeftOut {
    /// How often that was told.
    warnings: usize,
    /// What is not told yet.
    dropped: Vec<Dropped>,
}

/// What was left out for one reason.
struct Dropped {
    hint: Say,
    names: Vec<String>,
    /// Where the first of them stands.
    range: Range<usize>,
    count: usize,
}

impl Writer<'_, '_> {
    /// Says that a character reference stands for what no text may hold.
    pub(super) fn tell_unseen(&mut self, letter: char, range: Range<usize>) {
        let (message, hint) = say_unseen(letter);
        let fault = Diagnostic::warning(Code::UnseenCharacter, message).hint(hint);
        tell(range, fault, self.reading);
    }

    /// A comment that nothing closes hides all that follows.
    pub(super) fn tell_open_comment(&mut self, range: Range<usize>) {
        let message = say!(
            "ghi chú mở bằng `<!--` ở đây mà không đóng, nên mọi chữ phía sau không hiện ra",
            "the comment that `<!--` opens here is not closed, so nothing that follows is shown"
        );
        let hint = say!(
            "viết `-->` ở cuối ghi chú, hoặc xoá `<!--`",
            "write `-->` at its end, or delete the `<!--`"
        );
        let place = range.start..(range.start + "<!--".len()).min(range.end);
        let fault = Diagnostic::warning(Code::UnshownText, message).hint(hint);
        tell(place, fault, self.reading);
    }

    /// Says that an element or attribute is left out. Within a block or a table, what goes for
    /// the same reason is told at once at its end: a table that was pasted has dozens of them.
    pub(super) fn tell_dropped(&mut self, what: &str, range: Range<usize>) {
        let name = what.trim_matches(['<', '>']);
        let is_text = what.starts_with('<') && name.starts_with(|c: char| c.is_ascii_alphabetic());
        let hint = if is_text && !allowed::is_known(name) {
            say!("nếu là chữ, viết `\\{what}`", "if it is text, write `\\{what}`")
        } else {
            allowed::hint(name)
        };
        let dropped = &mut self.raw.left_out.dropped;
        let is_full = dropped.len() > MOST_WARNINGS;
        match dropped.iter_mut().find(|own| own.hint == hint) {
            Some(own) => {
                own.count += 1;
                if own.names.len() <= MOST_NAMES && !own.names.iter().any(|name| name == what) {
                    own.names.push(what.to_owned());
                }
            }
            None if is_full => {}
            None => {
                let names = vec![what.to_owned()];
                dropped.push(Dropped { hint, names, range, count: 1 });
            }
        }
        if !self.raw.is_block {
            self.tell_all_dropped();
        }
    }

    /// Says what was left out since this was last asked, unless a table is still open.
    pub(super) fn tell_all_dropped(&mut self) {
        if self.frame.raw.iter().any(|open| open.name == "table") {
            return;
        }
        for Dropped { hint, names, range, count } in std::mem::take(&mut self.raw.left_out.dropped)
        {
            self.raw.left_out.warnings += 1;
            if self.raw.left_out.warnings > MOST_WARNINGS {
                return;
            }
            let more = if names.len() > MOST_NAMES { ", …" } else { "" };
            let names = names[..names.len().min(MOST_NAMES)].join("`, `");
            let message = match count {
                1 => say!("`{names}` bị bỏ khỏi trang", "`{names}` is left out of the page"),
                _ => say!(
                    "`{names}`{more} bị bỏ khỏi trang ({count} chỗ)",
                    "`{names}`{more} are left out of the page ({count} places)"
                ),
            };
            let fault = Diagnostic::warning(Code::HtmlDropped, message).hint(hint);
            tell(range, fault, self.reading);
        }
    }
}
