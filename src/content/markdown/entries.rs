//! Entries of lists that Markdown does not know: with the bullets of word processors, without a
//! space behind their mark, or counted from another number than 1 in the middle of a text.

use crate::content::markdown::lines::Line;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// The signs that word processors and people put before the entries of a list. Those of the fonts
/// Symbol and Wingdings have no number of their own.
const BULLETS: &[char] = &[
    '•', '·', '▪', '●', '◦', '‣', '➢', '✓', '✔', '■', '□', '○', '◆', '❖', '➤', '►', '–', '—', '§',
];

/// Those of them that begin a line of speech or the number of a section too: one line alone is no
/// list.
const SPARED: &[char] = &['–', '—', '§'];

impl Writer<'_, '_> {
    /// Lines that begin with the bullets of a word processor.
    pub(super) fn tell_bullets(&mut self, lines: &[Line<'_>]) -> bool {
        let own: Vec<(usize, char)> =
            lines.iter().filter_map(|line| Some((line.start, bullet(line.text)?))).collect();
        let pairs = own.windows(2).any(|pair| pair[0].1 == pair[1].1);
        let Some(&(start, sign)) = own.iter().find(|(_, sign)| pairs || !SPARED.contains(sign))
        else {
            return false;
        };
        let shown = shown(sign);
        let message = say!(
            "dấu {shown} không làm thành danh sách, nên các dòng hiện nối nhau",
            "{shown} makes no list, so the lines run together"
        );
        let hint = say!(
            "thay {shown} bằng `-` và một dấu cách ở đầu mỗi dòng",
            "write `-` and a space instead of {shown} at the beginning of each line"
        );
        let changes = own.iter().map(|(start, sign)| {
            let behind = &self.reading.text[start + sign.len_utf8()..];
            let gap = behind.len() - behind.trim_start_matches([' ', '\t', '\u{a0}']).len();
            (*start..start + sign.len_utf8() + gap, "- ".to_owned())
        });
        let changes: Vec<_> = changes.collect();
        let place = start..start + sign.len_utf8();
        let fix = self.as_one(changes, !SPARED.contains(&sign));
        self.tell_mended(place, (message, hint), fix);
        true
    }

    /// Entries of a list whose mark has no space behind it: `-một`, `1.một`.
    pub(super) fn tell_stuck(&mut self, lines: &[Line<'_>]) -> bool {
        let own: Vec<(usize, &str)> =
            lines.iter().filter_map(|line| Some((line.start, stuck(line.text)?))).collect();
        let Some(&(start, mark)) = own.first() else { return false };
        let is_text = |line: &Line<'_>| line.text.trim_end().contains(' ') || !line.text.is_ascii();
        if (own.len() < 2 && mark != "-") || !lines.iter().any(is_text) {
            return false;
        }
        let message = say!(
            "`{mark}` hiện nguyên ra trang vì thiếu dấu cách phía sau",
            "`{mark}` is shown as it is, for no space follows it"
        );
        let hint = say!("viết `{mark} ` ở đầu mỗi dòng", "begin each line with `{mark} `");
        let changes = own
            .iter()
            .map(|(start, mark)| (start + mark.len()..start + mark.len(), " ".to_owned()));
        let changes: Vec<_> = changes.collect();
        let place = start..start + mark.len();
        let fix = self.as_one(changes, own.len() > 1);
        self.tell_mended(place, (message, hint), fix);
        true
    }

    /// A list that begins with another number than 1 cannot follow a text without an empty line.
    pub(super) fn tell_interrupted(&mut self, lines: &[Line<'_>]) -> bool {
        let number = |line: &Line<'_>| {
            let len = line.text.bytes().take_while(u8::is_ascii_digit).count();
            let is_mark = line.text[len..].starts_with(". ") || line.text[len..].starts_with(") ");
            line.text[..len].parse::<u32>().ok().filter(|_| is_mark && len < 3)
        };
        let found = (1..lines.len()).find(|at| {
            let own = number(&lines[*at]);
            let next = lines.get(at + 1).and_then(number);
            let is_led = lines[at - 1].text.trim_end().ends_with(':');
            own.is_some_and(|own| is_led || next == Some(own.saturating_add(1)))
        });
        let Some(at) = found else { return false };
        let line = lines[at];
        let written = line.text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
        let message = say!(
            "dòng `{written}` hiện nối liền với dòng trên: danh sách không bắt đầu bằng 1 phải đứng sau một dòng trống",
            "the line `{written}` runs on behind the one above: a list that does not begin with 1 needs an empty line"
        );
        let hint = say!(
            "để một dòng trống phía trên `{written}`, hoặc đánh số từ 1",
            "leave an empty line above `{written}`, or count from 1"
        );
        let place = line.start..line.end();
        if self.is_apart(lines) {
            let fix = Fix::likely(line.start..line.start, "\n");
            self.tell_mended(place, (message, hint), fix);
        } else {
            self.tell_meant(place, message, hint);
        }
        true
    }
}

/// A sign as people see it, or its number where most fonts have none for it.
fn shown(sign: char) -> String {
    if is_of_symbols(sign) { format!("U+{:04X}", u32::from(sign)) } else { format!("`{sign}`") }
}

/// Whether a letter is one of the fonts Symbol and Wingdings, which Word writes without a number
/// of its own.
pub(super) fn is_of_symbols(letter: char) -> bool {
    ('\u{f000}'..='\u{f0ff}').contains(&letter)
}

/// The bullet that a line begins with.
fn bullet(line: &str) -> Option<char> {
    let is_one = |first: &char| BULLETS.contains(first) || is_of_symbols(*first);
    let first = line.chars().next().filter(is_one)?;
    let rest = &line[first.len_utf8()..];
    let text = rest.trim_start();
    let is_section = first == '§' && text.starts_with(|next: char| next.is_ascii_digit());
    (rest.starts_with([' ', '\t', '\u{a0}']) && !text.is_empty() && !is_section).then_some(first)
}

/// The mark of a list that stands right in front of a word.
fn stuck(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let len = match line.as_bytes().get(digits) {
        Some(b'-' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=2).contains(&digits) => digits + 1,
        Some(_) | None => return None,
    };
    line[len..].starts_with(char::is_alphabetic).then_some(&line[..len])
}
