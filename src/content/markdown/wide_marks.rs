//! Marks in the wide letters of East Asian keyboards: `＃＃ Heading`, `＞ quotation`, `＊＊bold＊＊`.

use std::ops::Range;

use crate::content::markdown::limits::line_behind;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// The longest stretch between two such marks, in bytes.
const LONGEST: usize = 300;

/// The wide star, twice.
const STARS: &str = "＊＊";

impl Writer<'_, '_> {
    /// A paragraph that begins with the marks of a heading or of a quotation.
    pub(super) fn look_at_wide_beginning(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let sign = if source.starts_with('＃') { '＃' } else { '＞' };
        let behind = source.trim_start_matches(sign);
        let len = source.len() - behind.len();
        let words = behind.trim_start_matches([' ', '\u{3000}', '\u{a0}']);
        let count = len / sign.len_utf8();
        if !(1..=6).contains(&count) || !words.starts_with(char::is_alphanumeric) {
            return;
        }
        let plain = if sign == '＃' { "#" } else { ">" }.repeat(count);
        let place = range.start..range.start + len;
        let stretch = place.start..place.end + behind.len() - words.len();
        self.tell_wide_mark(place, (stretch, format!("{plain} ")));
    }

    /// Words between wide stars.
    pub(super) fn look_at_wide_stars(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let Some(at) = source.find(STARS) else { return };
        let behind = line_behind(source, at + STARS.len(), LONGEST);
        let Some(inner) = behind.find(STARS).map(|end| behind[..end].trim()) else { return };
        if !inner.contains(char::is_alphabetic) || inner.contains('*') {
            return;
        }
        let len = behind.find(STARS).unwrap_or_default() + 2 * STARS.len();
        let place = range.start + at..range.start + at + len;
        self.tell_wide_mark(place.clone(), (place, format!("**{inner}**")));
    }

    fn tell_wide_mark(&mut self, place: Range<usize>, (stretch, text): (Range<usize>, String)) {
        let written = &self.reading.text[place.clone()];
        let shown = text.trim();
        let message = say!(
            "`{written}` hiện nguyên ra trang: dấu là loại rộng của bàn phím khác",
            "`{written}` is shown as it is: its marks are the wide ones of another keyboard"
        );
        let hint = say!("viết `{shown}`", "write `{shown}`");
        self.tell_mended(place, (message, hint), Fix::sure(stretch, text));
    }
}
