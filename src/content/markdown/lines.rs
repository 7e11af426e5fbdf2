//! Lines of a paragraph that were meant as a list, as a table, as a box or as lines of their own.
//!
//! In: a paragraph as it is written. Out: what is told of it, with the lines as they were meant.
//! CommonMark runs such lines together into one.

use std::ops::Range;

use crate::content::markdown::rows;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, say};

/// The most words before the colon of a line such as `Địa điểm: …`.
const LONGEST_LABEL: usize = 4;

/// What lines of an invitation begin with, also without a colon.
const LABELS: &[&str] = &[
    "Thời gian",
    "Địa điểm",
    "Thành phần",
    "Nội dung",
    "Chủ trì",
    "Chủ toạ",
    "Chủ tọa",
    "Kính gửi",
    "Đối tượng",
    "Chuẩn bị",
    "Trang phục",
    "Lưu ý",
    "Hình thức",
    "Điện thoại",
    "Địa chỉ",
    "Hotline",
    "Đơn vị",
    "Nơi nhận",
    "Ngày",
    "Giờ",
    "Email",
    "Time",
    "Date",
    "Place",
    "Venue",
    "Address",
];

/// What the parts of a text are counted by.
const PARTS: &[&str] =
    &["Điều", "Bước", "Mục", "Phần", "Chương", "Khoản", "Câu", "Bài", "Đợt", "Step", "Part"];

/// A line of a paragraph without the marks of quotations and indentation around it.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// Where its text begins in the whole text.
    pub(super) start: usize,
    /// Its text, with the end of the line.
    pub(super) text: &'t str,
}

impl Line<'_> {
    /// Where its text ends, without space.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.trim_end().len()
    }

    fn is_broken(&self) -> bool {
        self.text.ends_with("  \n") || self.text.ends_with("\\\n")
    }
}

impl<'t> Writer<'_, 't> {
    /// Looks at the lines of a paragraph; only the first kind of fault is told.
    pub(super) fn look_at_lines(&mut self, range: &Range<usize>) {
        let text: &'t str = self.reading.text;
        let source = text.get(range.clone()).unwrap_or_default();
        let mut at = range.start;
        let lines: Vec<Line<'t>> = source
            .split_inclusive('\n')
            .map(|line| {
                let inside = line.trim_start_matches(['>', ' ', '\t']);
                let start = at + line.len() - inside.len();
                at += line.len();
                Line { start, text: inside }
            })
            .collect();
        let Some(first) = lines.first().copied() else { return };
        if first.text.starts_with('[') && self.look_at_box(&lines) {
            return;
        }
        if first.text.starts_with(['：', ':']) && self.tell_colons(first.start, first.text) {
            return;
        }
        let is_told = self.tell_bullets(&lines)
            || self.tell_parted_rows(&lines)
            || rows::table(&lines).is_some_and(|found| self.tell_table(&lines, found))
            || self.tell_loose_tasks(&lines)
            || self.tell_pictures(&lines)
            || self.tell_stuck(&lines)
            || self.tell_interrupted(&lines);
        if !is_told && lines.len() > 1 {
            self.tell_joined(&lines);
        }
    }

    fn tell_table(&mut self, lines: &[Line<'_>], found: rows::Found) -> bool {
        let first = lines[found.first];
        let place = first.start..first.end();
        let (written, ruler) = (&found.head, &found.ruler);
        let (message, hint) = match found.how {
            rows::How::NoRuler => (
                say!(
                    "các dòng này không thành bảng, nên dấu `|` hiện nguyên ra trang",
                    "these lines are no table, so the `|` are shown as they are"
                ),
                say!(
                    "thêm một dòng `{ruler}` ngay dưới dòng tiêu đề của bảng",
                    "add a line `{ruler}` right below the line of headings"
                ),
            ),
            rows::How::OtherRuler { own, columns } => (
                say!(
                    "các dòng này không thành bảng: dòng tiêu đề có {columns} ô, dòng gạch có {own}",
                    "these lines are no table: there are {columns} headings, and {own} in the line of hyphens"
                ),
                say!("viết dòng gạch là `{ruler}`", "write the line of hyphens as `{ruler}`"),
            ),
            rows::How::OtherStrokes => (
                say!(
                    "các dòng này không thành bảng: dòng gạch phải là dấu `-` trên bàn phím",
                    "these lines are no table: the line below the headings must be of hyphens"
                ),
                say!("viết dòng gạch là `{ruler}`", "write that line as `{ruler}`"),
            ),
            rows::How::Doubled => (
                say!(
                    "các dòng này không thành bảng: mỗi dấu `|` viết hai lần",
                    "these lines are no table: each `|` is written twice"
                ),
                say!("viết dòng đầu là `{written}`", "write the first line as `{written}`"),
            ),
            rows::How::Parted => (
                say!(
                    "các dòng này không thành bảng mà hiện nối liền nhau",
                    "these lines are no table but run together"
                ),
                say!(
                    "viết dòng đầu là `{written}`, dưới nó là `{ruler}`, và các dòng sau cũng có `|` như vậy",
                    "write the first line as `{written}`, below it `{ruler}`, and the others with `|` in the same way"
                ),
            ),
        };
        let fix = self.is_apart(lines).then_some(found.fix).flatten();
        self.tell_mended(place, (message, hint), fix);
        true
    }

    /// Whether these lines stand in no quotation, so that they may be written anew as a whole.
    pub(super) fn is_apart(&self, lines: &[Line<'_>]) -> bool {
        let text = self.reading.text;
        lines.iter().all(|line| line.start == 0 || text[..line.start].ends_with('\n'))
    }

    /// Lines that were to stand by themselves: `Thời gian: …` and `Địa điểm: …`, `a) …` and `b) …`.
    fn tell_joined(&mut self, lines: &[Line<'_>]) {
        let is_pair = |pair: &[Line<'_>]| {
            let (above, below) = (pair[0], pair[1]);
            let is_labelled = has_label(above.text) && has_label(below.text);
            let is_counted = counted(above.text).is_some_and(|(kind, number)| {
                counted(below.text) == Some((kind, number.saturating_add(1)))
            });
            !above.is_broken() && (is_labelled || is_counted)
        };
        let Some(at) = lines.windows(2).position(is_pair) else { return };
        let line = lines[at + 1];
        let label = match line.text.split_once(':') {
            Some((label, _)) if has_label(line.text) => label,
            Some(_) | None => {
                let word = LABELS.iter().find(|word| line.text.starts_with(**word));
                let count = if PARTS.iter().any(|own| line.text.starts_with(own)) { 2 } else { 1 };
                let own =
                    line.text.match_indices(' ').nth(count - 1).map(|(at, _)| &line.text[..at]);
                word.copied().or(own).unwrap_or_default()
            }
        };
        let colon = if line.text[label.len()..].starts_with(':') { ":" } else { "" };
        let message = say!(
            "dòng `{label}{colon} …` hiện nối liền với dòng trên",
            "the line `{label}{colon} …` runs on behind the one above"
        );
        let hint = say!(
            "đặt `- ` ở đầu mỗi dòng để thành danh sách, hoặc `\\` ở cuối dòng trên",
            "put `- ` at the beginning of each line to make a list, or `\\` at the end of the line above"
        );
        let above = lines.iter().take(lines.len() - 1).skip(at).filter(|line| !line.is_broken());
        let changes = above.map(|line| (line.end()..line.end(), "\\".to_owned())).collect();
        let place = line.start..line.start + label.len();
        let fix = self.as_one(changes, false);
        self.tell_mended(place, (message, hint), fix);
    }

    /// Several changes, in order, as one change of the stretch from the first to the last.
    pub(super) fn as_one(
        &self,
        changes: Vec<(Range<usize>, String)>,
        is_sure: bool,
    ) -> Option<Fix> {
        let whole = changes.first()?.0.start..changes.last()?.0.end;
        let (mut text, mut done) = (String::new(), whole.start);
        for (range, own) in changes {
            text.push_str(&self.reading.text[done..range.start]);
            text.push_str(&own);
            done = range.end;
        }
        Some(Fix { span: whole.into(), text, is_sure })
    }
}

/// The kind and the number of what a line is counted by, where Markdown knows no such lists:
/// `b)`, `2/`, `(3)`, `IV.`.
pub(super) fn counted(line: &str) -> Option<(&'static str, u32)> {
    const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";
    const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let (mark, rest) = line.split_once([' ', '\u{a0}'])?;
    if rest.trim().is_empty() {
        return None;
    }
    if let Some(word) = PARTS.iter().find(|word| **word == mark) {
        let number = rest.split([' ', '\n']).next()?.strip_suffix(['.', ':', ')'])?;
        return Some((word, number.parse().ok()?));
    }
    let inner = mark.strip_prefix('(').and_then(|mark| mark.strip_suffix(')'));
    let inner = inner.or_else(|| mark.strip_suffix([')', '.', '/', '-']))?;
    let place = |at: usize| u32::try_from(at).unwrap_or(0);
    if let Ok(number) = inner.parse::<u32>() {
        return Some(("1", number));
    }
    if let Some(at) = ROMAN.iter().position(|own| *own == inner) {
        return Some(("I", place(at)));
    }
    let mut letters = inner.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    let at = LETTERS.chars().position(|own| own == letter.to_ascii_lowercase())?;
    Some((if letter.is_uppercase() { "A" } else { "a" }, place(at)))
}

/// Whether a line begins with a few words and a colon, as those of an invitation do.
fn has_label(line: &str) -> bool {
    let is_known =
        |word: &&str| line.strip_prefix(*word).is_some_and(|rest| rest.starts_with([' ', ':']));
    if LABELS.iter().any(is_known) {
        return true;
    }
    let Some((label, rest)) = line.split_once(':') else { return false };
    let words = label.split(' ').count();
    let is_text = label.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
    is_text
        && words <= LONGEST_LABEL
        && label.starts_with(char::is_uppercase)
        && rest.starts_with(' ')
        && !rest.trim().is_empty()
}
