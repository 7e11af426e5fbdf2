//! Entries of lists that Markdown does not know: with the bullets of word processors, without a
//! space behind their mark, or counted from another number than 1 in the middle of a text.

use std::ops::Range;

use crate::content::markdown::lines::Line;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, Say, say};

/// The signs that word processors and people put before the entries of a list. Those of the fonts
/// Symbol and Wingdings have no number of their own.
const BULLETS: &[char] = &[
    'o', '•', '·', '▪', '●', '◦', '‣', '➢', '✓', '✔', '■', '□', '○', '◆', '❖', '➤', '►', '–', '—',
    '−', '§',
];

/// The space at which no line is broken: Word puts it behind the marks of a list.
const NO_BREAK: &str = "\u{a0}";

/// Those of them that begin a line of speech or the number of a section too: one line alone is no
/// list.
const SPARED: &[char] = &['–', '—', '−', '§'];

/// The longest arrow, in bytes.
const LONGEST_ARROW: usize = 4;

impl Writer<'_, '_> {
    /// Lines that begin with pictures or arrows, as they come from social networks. The signs
    /// stay; the lines become entries.
    pub(super) fn tell_pictures(&mut self, lines: &[Line<'_>]) -> bool {
        let is_begun = |line: &Line<'_>| begins_with_picture(line.text);
        let Some(at) = lines.windows(2).position(|two| is_begun(&two[0]) && is_begun(&two[1]))
        else {
            return false;
        };
        if lines[at].text.ends_with("  \n") || lines[at].text.ends_with("\\\n") {
            return false;
        }
        let first = lines[at];
        let sign = first.text.split(' ').next().unwrap_or_default();
        let message = say!(
            "các dòng bắt đầu bằng `{sign}` hiện nối liền nhau",
            "the lines that begin with `{sign}` run together"
        );
        let hint = say!(
            "đặt `- ` ở đầu mỗi dòng: `- {}`",
            "put `- ` at the beginning of each line: `- {}`",
            first.text.trim_end()
        );
        let own = lines.iter().filter(|line| is_begun(line));
        let changes = own.map(|line| (line.start..line.start, "- ".to_owned())).collect();
        let fix = self.as_one(changes, false);
        self.tell_mended(first.start..first.start + sign.len(), (message, hint), fix);
        true
    }

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
        let is_no_break = self.reading.text[start + mark.len()..].starts_with(NO_BREAK);
        let message = without_space(mark, is_no_break);
        let hint = say!("viết `{mark} ` ở đầu mỗi dòng", "begin each line with `{mark} `");
        let changes = own.iter().map(|(start, mark)| {
            let end = start + mark.len();
            let gap = if self.reading.text[end..].starts_with(NO_BREAK) { NO_BREAK } else { "" };
            (end..end + gap.len(), " ".to_owned())
        });
        let changes: Vec<_> = changes.collect();
        let place = start..start + mark.len();
        let fix = self.as_one(changes, own.len() > 1);
        self.tell_mended(place, (message, hint), fix);
        true
    }

    /// A line of an entry that was to be one itself: `-hai` below `- một`.
    pub(super) fn look_at_entry(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let mut at = range.start;
        let lines = source.split_inclusive('\n').map(|line| {
            at += line.len();
            let inside = line.trim_start_matches([' ', '\t', '>']);
            (at - inside.len(), inside)
        });
        // What is a list or code in the entry is not looked at here.
        let is_own = |(_, line): &(usize, &str)| {
            let mark = line.split([' ', '\t']).next().unwrap_or_default();
            let is_mark = matches!(mark.trim_end(), "-" | "*" | "+")
                || (mark.ends_with(['.', ')'])
                    && mark.starts_with(|own: char| own.is_ascii_digit()));
            !line.trim().is_empty()
                && !line.starts_with("```")
                && !line.starts_with("~~~")
                && !is_mark
        };
        let found = lines.skip(1).take_while(is_own).find_map(|(start, line)| {
            let mark = stuck(line)
                .filter(|mark| source.starts_with(char::is_numeric) != (*mark == "-"))?;
            Some((start, mark))
        });
        let Some((start, mark)) = found else { return };
        let end = start + mark.len();
        let is_no_break = self.reading.text[end..].starts_with(NO_BREAK);
        let gap = if is_no_break { NO_BREAK.len() } else { 0 };
        let hint = say!("viết `{mark} ` ở đầu mỗi dòng", "begin each line with `{mark} `");
        let fix = Fix::sure(end..end + gap, " ");
        self.tell_mended(start..end, (without_space(mark, is_no_break), hint), fix);
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

/// Why a mark makes nothing: no space stands behind it, or one that Word puts there.
pub(super) fn without_space(mark: &str, is_no_break: bool) -> Say {
    match is_no_break {
        true => say!(
            "`{mark}` hiện nguyên ra trang vì dấu cách phía sau là loại không ngắt dòng của Word",
            "`{mark}` is shown as it is, for the space behind it is the one of Word that breaks no line"
        ),
        false => say!(
            "`{mark}` hiện nguyên ra trang vì thiếu dấu cách phía sau",
            "`{mark}` is shown as it is, for no space follows it"
        ),
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
    if first == 'o' && !rest.starts_with(['\t', '\u{a0}']) && !rest.starts_with("  ") {
        return None;
    }
    let is_section = first == '§' && text.starts_with(|next: char| next.is_ascii_digit());
    (rest.starts_with([' ', '\t', '\u{a0}']) && !text.is_empty() && !is_section).then_some(first)
}

/// Whether a line begins with a picture, a number in a circle or an arrow, and text behind it.
fn begins_with_picture(line: &str) -> bool {
    let Some((sign, text)) = line.split_once([' ', '\u{a0}']) else { return false };
    let is_picture = |first: char| {
        matches!(first, '\u{2190}'..='\u{21ff}' | '\u{2212}' | '\u{2460}'..='\u{24ff}'
            | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
    };
    let is_arrow =
        sign.len() <= LONGEST_ARROW && sign.ends_with('>') && sign.starts_with(['-', '=']);
    let is_keycap = sign.ends_with('\u{20e3}');
    (sign.starts_with(is_picture) || is_arrow || is_keycap) && !text.trim().is_empty()
}

/// The mark of a list that stands right in front of a word.
fn stuck(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let len = match line.as_bytes().get(digits) {
        Some(b'-' | b'+') if digits == 0 => 1,
        // Stars around a word make it slanted.
        Some(b'*') if digits == 0 && !line[1..].contains('*') => 1,
        Some(b'.' | b')') if (1..=2).contains(&digits) => digits + 1,
        Some(_) | None => return None,
    };
    let behind = line[len..].strip_prefix(NO_BREAK).unwrap_or(&line[len..]);
    behind.starts_with(char::is_alphabetic).then_some(&line[..len])
}
