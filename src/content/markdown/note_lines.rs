//! Lines that were to be footnotes and are text, since no colon follows their mark.

use crate::content::markdown::foreign_marks::{Found, LONGEST};
use crate::content::markdown::limits::line_behind;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, nearest, say};

/// The most different marks of one page that are looked for in all of it.
const MOST: usize = 100;

/// The most bytes of a text in which the marks of its footnotes are looked for.
const LONGEST_TEXT: usize = 200_000;

impl Writer<'_, '_> {
    /// Says that there is no such footnote, with the one that is nearly called so.
    pub(super) fn tell_no_note(&mut self, written: &str, start: usize) {
        let place = start..start + written.len();
        let message =
            say!("không có chú thích nào là `{written}`", "there is no footnote `{written}`");
        let Some(near) = self.noted_mark(written).near.clone() else {
            let hint = say!(
                "viết chú thích trên một dòng riêng: `{written}: …`; nếu không phải chú thích, viết `\\{written}`",
                "write it on a line of its own: `{written}: …`; if it is no footnote, write `\\{written}`"
            );
            return self.tell_meant(place, message, hint);
        };
        let hint = say!("có phải bạn muốn viết `{near}`?", "did you mean `{near}`?");
        self.tell_mended(place.clone(), (message, hint), Fix::likely(place, near));
    }

    /// What is known of a mark that leads to no footnote; each is looked for once.
    fn noted_mark(&mut self, written: &str) -> &mut LostMark {
        let (text, is_open) = (self.reading.text, self.noted.notes.len() < MOST);
        let look = || LostMark {
            is_used: false,
            has_line: begins_line(written, text),
            near: near(written, text),
        };
        let entry = self.noted.notes.entry(written.to_owned());
        entry.or_insert_with(|| if is_open { look() } else { LostMark::default() })
    }

    /// Whether a mark that stands here begins a line that was to be its footnote, which is told,
    /// or there is such a line elsewhere.
    pub(super) fn is_told_as_note(&mut self, written: &str, start: usize) -> bool {
        let text = self.reading.text;
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        if !text[line..start].trim().is_empty() {
            let mark = self.noted_mark(written);
            mark.is_used = true;
            return mark.has_line;
        }
        let end = start + written.len();
        let is_used = self.noted.notes.get(written).is_some_and(|mark| mark.is_used);
        let Some(gap) = colon(&text[end..]).filter(|_| is_used) else { return false };
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

/// The mark of a footnote that stands somewhere and leads to none.
#[derive(Default)]
pub(super) struct LostMark {
    /// Whether it stands within a text.
    is_used: bool,
    /// Whether there is a line that was to be its footnote.
    has_line: bool,
    /// The one that is nearly called so.
    near: Option<String>,
}

/// Whether a line of this text begins with a mark and was to be its footnote.
fn begins_line(written: &str, text: &str) -> bool {
    text.match_indices(written)
        .any(|(at, _)| text[..at].ends_with('\n') && colon(&text[at + written.len()..]).is_some())
}

/// The mark of a footnote of this text that is nearest to another one.
fn near(written: &str, text: &str) -> Option<String> {
    let text = &text[..text.floor_char_boundary(LONGEST_TEXT)];
    let lines = text.split("\n[^").skip(1).take(MOST);
    let marks: Vec<&str> = lines.filter_map(|line| line.split("]:").next()).collect();
    let own = written.trim_start_matches("[^").trim_end_matches(']');
    // Numbers are near to each other, and are none the less others.
    let is_word = own.len() > 2 && own.contains(char::is_alphabetic);
    let marks = marks.into_iter().filter(|mark| !mark.contains(['\n', ']', '[']));
    let near = nearest(own, marks).filter(|near| is_word && *near != own)?;
    Some(format!("[^{near}]"))
}

/// `[^ 1]`, `[1^]` and `^[text]`, which are no footnotes.
pub(super) fn odd_note(source: &str, at: usize) -> Option<Found> {
    let line = line_behind(source, at, LONGEST);
    let end = line.find(']')?;
    let inner = &line[1..end];
    if line.starts_with('^') {
        let text = inner.strip_prefix('[').filter(|text| text.contains(' '))?;
        let hint = say!(
            "viết `[^1]` ở đây, và trên một dòng riêng: `[^1]: {text}`",
            "write `[^1]` here, and on a line of its own: `[^1]: {text}`"
        );
        return Some(Found { at: at..at + end + 1, hint, text: None, is_sure: false });
    }
    let spaced = inner.strip_prefix('^').filter(|own| own.starts_with(' ')).map(str::trim);
    let name = spaced.or_else(|| inner.strip_suffix('^'))?;
    let is_name = !name.is_empty() && name.bytes().all(|own| own.is_ascii_digit());
    let hint = say!(
        "viết `[^{name}]` ở cả chỗ nhắc tới lẫn đầu dòng chú thích",
        "write `[^{name}]` both where it is referred to and where it begins"
    );
    is_name.then_some(Found { at: at..at + end + 1, hint, text: None, is_sure: false })
}

/// What stands in place of the colon behind the mark of a footnote, in bytes.
fn colon(behind: &str) -> Option<usize> {
    let rest = behind.trim_start_matches([' ', ':', '：', '.', '-', '–']);
    let gap = behind.len() - rest.len();
    let is_right = behind.starts_with(':');
    (gap > 0 && !is_right && rest.starts_with(char::is_alphanumeric)).then_some(gap)
}
