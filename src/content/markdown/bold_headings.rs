//! Lines in bold type that stand where headings should: `**I. Mục đích**` between empty lines.
//!
//! They look like headings to those who see; the contents and screen readers pass them over.
//! Told are those that are counted, and those that two or more texts stand below.

use std::ops::Range;

use crate::content::markdown::limits::tell;
use crate::content::markdown::lines::counted;
use crate::content::markdown::writer::{FrameKind, Writer};
use crate::diagnostics::{Code, Diagnostic, say};

/// The most words of such a line, and of one that is counted.
const MOST_WORDS: (usize, usize) = (12, 25);

/// The most such lines of one page that are looked at.
const MOST: usize = 200;

/// The words that parts of a document are counted with.
const PARTS: [&str; 8] = ["Phần", "Chương", "Mục", "Điều", "Part", "Chapter", "Section", "Article"];

/// The deepest heading.
const DEEPEST: usize = 6;

/// A line in bold type.
pub(super) struct BoldLine {
    /// Where it stands.
    range: Range<usize>,
    /// What it is counted by.
    kind: Option<&'static str>,
    /// The level of a heading in its place.
    level: usize,
}

impl Writer<'_, '_> {
    /// Notes a paragraph that is a line in bold type, or begins with one that is counted.
    pub(super) fn note_bold_line(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let is_here = matches!(self.frame.kind, FrameKind::Body | FrameKind::Container(_))
            && self.depth == self.frame.depth + 1
            && self.noted.bold_lines.len() < MOST;
        if !source.starts_with("**") || !is_here || !self.rules.extensions {
            return;
        }
        let line = source.lines().next().unwrap_or_default().trim_end();
        let Some(words) = words(line) else { return };
        let kind = part(words);
        let is_alone = source.trim_end().len() == line.len();
        let ends_like_text = words.ends_with(['.', ',', ';', '!', '…']);
        let ends_like_label = kind.is_none() && words.ends_with([':', '?', '”', '"']);
        if ends_like_text || ends_like_label || (kind.is_none() && !is_alone) {
            return;
        }
        let level = self.body.headings.last().map_or(2, |heading| usize::from(heading.level) + 1);
        let range = range.start..range.start + line.len();
        self.noted.bold_lines.push(BoldLine { range, kind, level });
    }

    /// Says once for a page which lines should be headings.
    pub(super) fn tell_bold_lines(&mut self) {
        let text = self.reading.text;
        let all = std::mem::take(&mut self.noted.bold_lines);
        let ends = all.iter().skip(1).map(|line| line.range.start).chain([text.len()]);
        let has_text = |(line, end): (&BoldLine, usize)| {
            let below = text.get(line.range.end..end).unwrap_or_default().trim_start();
            !below.is_empty() && !below.starts_with('#')
        };
        let headed: Vec<bool> = all.iter().zip(ends).map(has_text).collect();
        let bare =
            all.iter().zip(&headed).filter(|(line, is_headed)| line.kind.is_none() && **is_headed);
        let are_many = bare.count() > 1;
        let told: Vec<&BoldLine> = all
            .iter()
            .zip(&headed)
            .filter(|(line, is_headed)| **is_headed && (line.kind.is_some() || are_many))
            .map(|(line, _)| line)
            .collect();
        let Some(first) = told.first() else { return };
        let mut kinds: Vec<Option<&str>> = Vec::new();
        let changes = told.iter().map(|line| {
            let depth = kinds.iter().position(|kind| *kind == line.kind).unwrap_or(kinds.len());
            if depth == kinds.len() {
                kinds.push(line.kind);
            }
            let signs = "#".repeat((first.level + depth).min(DEEPEST));
            let words = words(&text[line.range.clone()]).unwrap_or_default();
            (line.range.clone(), format!("{signs} {words}"))
        });
        let changes: Vec<(Range<usize>, String)> = changes.collect();
        let shown = text[first.range.clone()].to_owned();
        let heading = changes.first().map(|(_, heading)| heading.clone()).unwrap_or_default();
        let message = match told.len() {
            1 => say!(
                "`{shown}` trông như đề mục mà không phải: mục lục và trình đọc màn hình bỏ qua",
                "`{shown}` looks like a heading and is none: the contents and screen readers pass it over"
            ),
            count => say!(
                "`{shown}` trông như đề mục mà không phải: mục lục và trình đọc màn hình bỏ qua ({count} dòng như vậy)",
                "`{shown}` looks like a heading and is none: the contents and screen readers pass it over ({count} such lines)"
            ),
        };
        let hint = say!("viết `{heading}`", "write `{heading}`");
        let fix = self.as_one(changes, false);
        let fault = Diagnostic::note(Code::OtherThanMeant, message).hint(hint);
        tell(first.range.clone(), Diagnostic { fix, ..fault }, self.reading);
    }
}

/// The words of a line that is bold from its beginning to its end, if they may be a heading.
fn words(line: &str) -> Option<&str> {
    let inside = line.strip_prefix("**")?;
    let (inside, colon) = match inside.strip_suffix("**:") {
        Some(inside) => (inside, true),
        None => (inside.strip_suffix("**")?, false),
    };
    let words = inside.trim();
    let count = words.split_whitespace().count();
    let most = if part(words).is_some() { MOST_WORDS.1 } else { MOST_WORDS.0 };
    let is_heading = words.contains(char::is_alphabetic)
        && !words.contains(['*', '|', '\\', '`', '['])
        && (!colon || part(words).is_some())
        && count <= most;
    is_heading.then_some(words)
}

/// What a line is counted by: `I. …`, `1.2. …`, `a) …`, `Điều 3. …`.
fn part(words: &str) -> Option<&'static str> {
    let word = words.split(' ').next().unwrap_or_default();
    let named = PARTS.into_iter().find(|part| {
        let rest = words.strip_prefix(part).or_else(|| words.strip_prefix(&*part.to_uppercase()));
        let number = rest.and_then(|rest| rest.strip_prefix(' ')).unwrap_or_default();
        number.starts_with(|sign: char| sign.is_ascii_digit() || "IVX".contains(sign))
    });
    let is_nested = word.trim_end_matches('.').contains('.')
        && word.split('.').all(|own| own.bytes().all(|byte| byte.is_ascii_digit()))
        && words.len() > word.len();
    named.or_else(|| is_nested.then_some("1.1")).or_else(|| counted(words).map(|(kind, _)| kind))
}
