//! Lines that were to be footnotes and are text, since no colon follows their mark.

use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// The most different marks of one page that are looked for in all of it.
const MOST: usize = 100;

impl Writer<'_, '_> {
    /// Whether a mark that stands here begins a line that was to be its footnote, which is told,
    /// or there is such a line elsewhere.
    pub(super) fn is_told_as_note(&mut self, written: &str, start: usize) -> bool {
        let text = self.reading.text;
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        if !text[line..start].trim().is_empty() {
            let is_new = self.noted.notes.len() < MOST;
            return is_new && {
                self.noted.notes.insert(written.to_owned());
                text.match_indices(written).any(|(at, _)| {
                    text[..at].ends_with('\n') && colon(&text[at + written.len()..]).is_some()
                })
            };
        }
        let end = start + written.len();
        let Some(gap) = colon(&text[end..]).filter(|_| self.noted.notes.contains(written)) else {
            return false;
        };
        let message = say!(
            "dòng `{written}` này không thành chú thích vì thiếu dấu `:` thường ngay sau `]`",
            "this line `{written}` is no footnote, for no plain `:` follows its `]`"
        );
        let hint = say!("viết `{written}: …`", "write `{written}: …`");
        let fix = Fix::sure(end..end + gap, ": ");
        self.tell_mended(start..end, (message, hint), fix);
        true
    }
}

/// What stands in place of the colon behind the mark of a footnote, in bytes.
fn colon(behind: &str) -> Option<usize> {
    let rest = behind.trim_start_matches([' ', ':', '：', '.', '-', '–']);
    let gap = behind.len() - rest.len();
    let is_right = behind.starts_with(':');
    (gap > 0 && !is_right && rest.starts_with(char::is_alphanumeric)).then_some(gap)
}
