//! What stands at a place in a text of Markdown.

use std::ops::Range;

use super::lines::line_at;
use super::{Argument, Cursor};

/// What stands at a byte of a text whose body begins here.
pub(super) fn at(text: &str, offset: usize, begin: usize) -> Cursor {
    let bytes = line_at(text, offset);
    if is_code(&text[begin.min(bytes.start)..bytes.start]) {
        return Cursor::Nothing;
    }
    let line = &text[bytes.clone()];
    let place = Place { line, begin: bytes.start, offset: offset - bytes.start };
    place.component().or_else(|| place.link()).unwrap_or(Cursor::Nothing)
}

/// Whether a fence of code is open behind these lines.
fn is_code(before: &str) -> bool {
    let mut open: Option<&str> = None;
    for line in before.lines() {
        let line = line.trim_start_matches([' ', '>']);
        let mark = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        match (open, mark) {
            (None, Some(mark)) => open = Some(mark),
            (Some(begun), Some(mark)) if begun == mark => open = None,
            (_, _) => {}
        }
    }
    open.is_some()
}

/// A place in a line.
struct Place<'t> {
    line: &'t str,
    /// Where the line begins in the text.
    begin: usize,
    /// The place, from there.
    offset: usize,
}

impl Place<'_> {
    fn in_text(&self, range: Range<usize>) -> Range<usize> {
        self.begin + range.start..self.begin + range.end
    }

    /// The address behind `](`, or behind `[name]:`.
    fn link(&self) -> Option<Cursor> {
        let before = &self.line[..self.offset];
        let inline = before.rfind("](").map(|at| at + 2);
        let inline = inline.filter(|start| !before[*start..].contains([')', ' ']));
        let defined = || {
            let is_definition = before.trim_start().starts_with('[');
            let start = before.find("]:").filter(|_| is_definition).map(|at| at + 2)?;
            let start = start + before[start..].len() - before[start..].trim_start().len();
            (!before[start..].contains(' ')).then_some(start)
        };
        let start = inline.or_else(defined)?;
        let start = if self.line[start..].starts_with('<') { start + 1 } else { start };
        let start = start.min(self.offset);
        let ends = |letter: char| letter.is_whitespace() || ")>".contains(letter);
        let end = self.line[self.offset..].find(ends);
        let end = end.map_or(self.line.len(), |at| self.offset + at);
        Some(Cursor::Link(self.in_text(start..end)))
    }

    /// What stands in a line that opens a container or calls a component.
    fn component(&self) -> Option<Cursor> {
        let content = self.line.trim_start_matches([' ', '\t', '>']);
        let (marks, is_call) = match content.starts_with("{{") {
            true => (2, true),
            false => (content.len() - content.trim_start_matches(':').len(), false),
        };
        if !is_call && marks < 3 {
            return None;
        }
        let marked = self.line.len() - content.len() + marks;
        let name = marked + self.line[marked..].len() - self.line[marked..].trim_start().len();
        if self.offset < marked {
            return Some(Cursor::Nothing);
        }
        let is_name = |letter: char| letter.is_alphanumeric() || "_-".contains(letter);
        let len = self.line[name..].find(|letter| !is_name(letter));
        let name_end = len.map_or(self.line.len(), |len| name + len);
        if self.offset <= name_end {
            let word = if self.offset < name { self.offset..self.offset } else { name..name_end };
            return Some(Cursor::Component(self.in_text(word), is_call));
        }
        let opens = if is_call { '(' } else { '{' };
        let first = self.line[name_end..].find(opens).map(|at| name_end + at + 1);
        let first = first.filter(|first| *first <= self.offset)?;
        self.argument(&self.line[name..name_end], first)
    }

    /// What stands in the arguments that begin at this byte of the line.
    fn argument(&self, component: &str, first: usize) -> Option<Cursor> {
        let ends = |letter: char| letter.is_whitespace() || ",)}".contains(letter);
        let (mut beside, mut at) = (Vec::new(), first);
        loop {
            let rest = &self.line[at..];
            at += rest.len() - rest.trim_start_matches([' ', '\t', ',']).len();
            let at_or_here = at.min(self.offset.max(first));
            let rest = &self.line[at..];
            let len = rest.find(|letter| ends(letter) || letter == '=').unwrap_or(rest.len());
            let (name, name_end) = (&rest[..len], at + len);
            let argument = |name, word: Range<usize>, is_quoted, beside| {
                let (component, word) = (component.to_owned(), self.in_text(word));
                Some(Cursor::Argument(Argument { component, name, word, is_quoted, beside }))
            };
            if self.offset <= name_end {
                let start = if self.offset < at { at_or_here } else { at };
                let end = if self.offset < at { start } else { name_end };
                return argument(None, start..end, false, self.behind(name_end, beside));
            }
            let Some(value) = self.line[name_end..].strip_prefix('=') else {
                // What closes the arguments.
                return Some(Cursor::Nothing);
            };
            let begin = self.line.len() - value.len();
            let (inside, next, is_quoted) = value_at(self.line, begin);
            if self.offset <= inside.end {
                return argument(Some(name.to_owned()), inside, is_quoted, beside);
            }
            beside.push(name.to_owned());
            at = next;
        }
    }

    /// The names that stand before, and those that follow behind a place.
    fn behind(&self, at: usize, mut beside: Vec<String>) -> Vec<String> {
        let words = self.line[at..].split([' ', '\t', ',', '(', '{']);
        let names = words.filter_map(|word| word.split_once('=').map(|(name, _)| name));
        beside.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
        beside
    }
}

/// The bytes of the value that begins here without its quotation marks, where it goes on behind
/// them, and whether there are any.
fn value_at(line: &str, begin: usize) -> (Range<usize>, usize, bool) {
    let rest = &line[begin..];
    let Some(mark) = rest.chars().next().filter(|mark| "\"'".contains(*mark)) else {
        let ends = |letter: char| letter.is_whitespace() || ",)}".contains(letter);
        let end = begin + rest.find(ends).unwrap_or(rest.len());
        return (begin..end, end, false);
    };
    match rest[1..].find(mark) {
        Some(len) => (begin + 1..begin + 1 + len, begin + 2 + len, true),
        None => (begin + 1..line.len(), line.len(), true),
    }
}
