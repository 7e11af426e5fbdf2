//! Marks around words that make nothing: `**bold` without an end, `__ bold __`, `~~struck`.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// The marks.
pub(super) const ALL: &[&str] = &["**", "__", "~~"];

/// The longest line of which it is said how text in it must be written, in bytes.
const LONGEST_LINE: usize = 2000;

impl Writer<'_, '_> {
    /// Marks of this kind that a stretch of text holds.
    pub(super) fn look_at_loose_mark(&mut self, mark: &str, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let Some(at) = left(source, mark) else { return };
        let message = say!("`{mark}` hiện nguyên ra trang", "`{mark}` is shown as it is");
        let place = range.start + at..range.start + at + 2;
        let Some(Mended { stretch, text, is_sure }) = mended(source, at, mark) else {
            let hint = say!(
                "viết `{mark}chữ{mark}`: có ở cả hai đầu, và không có dấu cách ở bên trong",
                "write `{mark}text{mark}`: at both ends, and without a space inside"
            );
            return self.tell_meant(place, message, hint);
        };
        let shown = text.trim();
        let hint = match (text.starts_with(' '), text.ends_with(' ')) {
            (false, false) => say!("viết `{shown}`", "write `{shown}`"),
            (true, false) => say!(
                "viết `{shown}` với một dấu cách ở phía trước",
                "write `{shown}` with a space in front of it"
            ),
            (false, true) => say!(
                "viết `{shown}` với một dấu cách ở phía sau",
                "write `{shown}` with a space behind it"
            ),
            (true, true) => say!(
                "viết `{shown}` với một dấu cách ở mỗi bên",
                "write `{shown}` with a space on either side"
            ),
        };
        let stretch = range.start + stretch.start..range.start + stretch.end;
        let fix = Fix { span: stretch.into(), text, is_sure };
        self.tell_mended(place, (message, hint), fix);
    }

    /// `***bold**`: the third star is shown in front of the bold text.
    pub(super) fn look_at_third_star(&mut self, range: &Range<usize>) {
        let text = self.reading.text;
        let (before, behind) = (&text[..range.end], &text[range.end..]);
        let is_third = before.ends_with('*') && !before.ends_with("\\*") && !before.ends_with("**");
        let is_bold =
            behind.strip_prefix("**").is_some_and(|own| own.starts_with(char::is_alphabetic));
        if !is_third || !is_bold {
            return;
        }
        let message = say!(
            "dấu `*` thứ ba hiện nguyên ra trang: đầu kia chỉ có hai dấu",
            "the third `*` is shown as it is: there are two at the other end"
        );
        let hint = say!(
            "xoá một dấu `*`, hoặc viết ba dấu ở cả hai đầu",
            "delete one `*`, or write three at both ends"
        );
        let place = range.end - 1..range.end;
        let fix = Fix::likely(place.clone(), "");
        self.tell_mended(place, (message, hint), fix);
    }
}

/// Where such a mark stands at a word, or around words with spaces inside.
fn left(source: &str, mark: &str) -> Option<usize> {
    let sign = mark.chars().next()?;
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let stars = || source.match_indices(mark).map(|(at, _)| at);
    let is_alone = |at: usize| {
        let (before, behind) = (&source[..at], &source[at + 2..]);
        !before.ends_with([sign, '\\']) && !behind.starts_with(sign)
    };
    let is_at_word = |at: usize| {
        let (before, behind) = (&source[..at], &source[at + 2..]);
        let (before, behind) = (before.chars().next_back(), behind.chars().next());
        // Within a name the strokes are a part of it.
        let is_inside = sign == '_'
            && [before, behind].iter().all(|own| own.is_some_and(char::is_alphanumeric));
        (is_word(before) || is_word(behind)) && !is_inside
    };
    let around = stars().zip(stars().skip(1)).find(|(open, close)| {
        let inner = &source[open + 2..*close];
        let is_spaced = inner.starts_with(' ') && inner.ends_with(' ');
        is_spaced && inner.contains(char::is_alphabetic) && !inner.contains('\n')
    });
    let around = around.map(|(open, _)| open).filter(|at| is_alone(*at));
    stars().find(|at| is_alone(*at) && is_at_word(*at)).or(around)
}

/// A stretch with its marks as they were meant.
struct Mended {
    stretch: Range<usize>,
    text: String,
    is_sure: bool,
}

/// How the text must be written whose mark stands here, if there is a way that was tried.
fn mended(source: &str, at: usize, mark: &str) -> Option<Mended> {
    let sign = mark.chars().next()?;
    let begin = source[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = source[at..].find('\n').map_or(source.len(), |end| at + end);
    let line = &source[begin..end];
    let marks: Vec<usize> = line.match_indices(mark).map(|(at, _)| begin + at).collect();
    if line.len() > LONGEST_LINE {
        return None;
    }
    let (stretch, candidates, is_sure) = match marks[..] {
        [open, close] => {
            let (before, behind) = (&source[begin..open], &source[close + 2..end]);
            let inner = &source[open + 2..close];
            let bold = format!("{mark}{}{mark}", inner.trim());
            let gap = |is_there: bool| if is_there { " " } else { "" };
            let left = gap(inner.starts_with(' ') && !before.is_empty() && !before.ends_with(' '));
            let right = gap(inner.ends_with(' ') && !behind.is_empty() && !behind.starts_with(' '));
            let own = [(left, right), (left, " "), (" ", right), (" ", " ")];
            let own = own.map(|(left, right)| format!("{left}{bold}{right}"));
            (open..close + 2, own.to_vec(), !inner.trim().is_empty())
        }
        [open] if source[open + 2..end].starts_with(char::is_alphanumeric) => {
            let words = source[open + 2..end].trim_end();
            (open..open + 2 + words.len(), vec![format!("{mark}{words}{mark}")], false)
        }
        _ => return None,
    };
    let is_good = |text: &&String| {
        let whole = format!("{}{text}{}", &source[begin..stretch.start], &source[stretch.end..end]);
        let mut events = Parser::new_ext(&whole, Options::ENABLE_STRIKETHROUGH);
        !events.any(|event| matches!(event, Event::Text(text) if text.contains(sign)))
    };
    let text = candidates.iter().find(is_good).cloned()?;
    Some(Mended { stretch, text, is_sure })
}
