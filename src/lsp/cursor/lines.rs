//! Lines of a text that is being written: where the head ends, and what a line of YAML begins with.

use std::ops::Range;

/// The bytes between the two lines of `---` of a page. A head that is not closed yet ends where
/// the text begins that is no YAML: at the first empty line.
pub(super) fn head(text: &str) -> Range<usize> {
    let begin = text.len() - text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).len();
    let first = line_at(text, begin);
    if text[first.clone()].trim_end() != "---" {
        return begin..begin;
    }
    let start = next_line(text, first.end);
    let (mut at, mut open_end) = (start, None);
    while at < text.len() {
        let line = line_at(text, at);
        match text[line.clone()].trim_end() {
            "---" | "..." => return start..at,
            "" if open_end.is_none() => open_end = Some(line.end),
            _ => {}
        }
        at = next_line(text, line.end);
    }
    start..open_end.unwrap_or(text.len()).max(start)
}

/// The head of a page.
pub(in super::super) fn head_of(text: &str) -> &str {
    &text[head(text)]
}

/// The line in which a byte stands, without what ends it.
pub(super) fn line_at(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
    let line = text[start..end].trim_end_matches('\r');
    start..(start + line.len()).max(offset.min(end))
}

/// Where the line behind the one that ends here begins.
fn next_line(text: &str, end: usize) -> usize {
    text[end..].find('\n').map_or(text.len(), |at| end + at + 1)
}

/// A line of YAML.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Line<'t> {
    /// How many bytes stand before the first mark or word.
    pub(super) indent: usize,
    /// How many bytes stand before what it says: more than before where it begins an item.
    pub(super) column: usize,
    /// What it says.
    pub(super) content: &'t str,
}

impl<'t> Line<'t> {
    /// Reads a line.
    pub(super) fn of(line: &'t str) -> Line<'t> {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let mut rest = &line[indent..];
        while let Some(behind) = rest.strip_prefix('-') {
            let content = behind.trim_start_matches(' ');
            if !behind.is_empty() && content.len() == behind.len() {
                break;
            }
            rest = content;
        }
        Line { indent, column: line.len() - rest.len(), content: rest }
    }

    /// Whether it begins an item of a list.
    pub(super) fn is_item(&self) -> bool {
        self.column > self.indent
    }

    /// Whether it says nothing.
    pub(super) fn is_silent(&self) -> bool {
        let content = self.content.trim();
        !self.is_item() && (content.is_empty() || content.starts_with('#'))
    }

    /// The bytes of its key within what it says, and what stands behind the colon.
    pub(super) fn key(&self) -> Option<(Range<usize>, &'t str)> {
        let content = self.content;
        let (key, end) = match content.chars().next()? {
            '{' | '[' | '#' => return None,
            mark @ ('"' | '\'') => {
                let end = content[1..].find(mark)? + 1;
                (1..end, end + 1)
            }
            _ => {
                let ends_key = |at: usize| content[at + 1..].starts_with([' ', '\t']);
                let is_last = |at: usize| at + 1 == content.trim_end().len();
                let mut colons = content.match_indices(':').map(|(at, _)| at);
                let end = colons.find(|at| ends_key(*at) || is_last(*at))?;
                (0..end, end)
            }
        };
        let behind = content[end..].trim_start().strip_prefix(':')?;
        // A sentence with a colon is a text that goes on from the line above, not a key.
        Some((key, behind))
    }

    /// The name of its key.
    pub(super) fn name(&self) -> Option<&'t str> {
        self.key().map(|(key, _)| self.content[key].trim_end())
    }
}
