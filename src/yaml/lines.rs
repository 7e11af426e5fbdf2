//! The lines of a YAML text as its author sees them: a key, what stands behind it, a value.
//!
//! Where the library gives up, one such line is probably at fault; which one, no grammar can say.

use std::ops::Range;

use crate::diagnostics::Span;

/// What people write behind a key: the first is right.
pub(super) const SEPARATORS: [char; 4] = [':', '：', '=', ';'];

/// A line that is no text of a block and no comment.
#[derive(Clone, Debug)]
pub(super) struct Line<'y> {
    /// The line without its end, in the YAML.
    pub range: Range<usize>,
    /// How many spaces stand before it, the marks of a list counted.
    pub indent: usize,
    /// What stands behind them.
    pub text: &'y str,
    /// Where that begins.
    pub start: usize,
    /// Whether it begins with the mark of an item of a list.
    pub is_item: bool,
    /// Whether it may belong to the value of a line above: it stands deeper than one that has a
    /// value.
    pub continues: bool,
}

impl<'y> Line<'y> {
    /// The key before the first colon, if it is a word, and what stands behind the colon.
    pub(super) fn entry(&self) -> Option<(&'y str, &'y str)> {
        let (key, behind) = self.text.split_once(':')?;
        is_key(key).then_some((key, behind))
    }

    /// The key and the text behind it, if a space is between them.
    pub(super) fn value(&self) -> Option<(&'y str, &'y str)> {
        let (key, behind) = self.entry()?;
        let value = behind.strip_prefix(' ')?.trim();
        (!value.is_empty()).then_some((key, value))
    }

    /// Where a part of the line stands.
    pub(super) fn place_of(&self, part: &'y str) -> Range<usize> {
        let at = part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        self.start + at..self.start + at + part.len()
    }

    /// How many spaces stand at the left edge.
    pub(super) fn edge(&self, yaml: &str) -> usize {
        let whole = &yaml[self.range.clone()];
        whole.len() - whole.trim_start_matches(' ').len()
    }
}

/// The whole line of an entry that has one for itself, with its end.
pub(super) fn whole(text: &str, key: Span, value: Span) -> Option<Range<usize>> {
    let at = |byte: u32| usize::try_from(byte).unwrap_or(usize::MAX);
    let (before, behind) = text.split_at_checked(at(key.start))?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = behind.find('\n').map_or(text.len(), |end| before.len() + end + 1);
    let is_alone = before[start..].chars().all(|letter| letter == ' ') && at(value.end) <= end;
    is_alone.then_some(start..end)
}

/// Whether this may be a key: words without quotation marks, brackets and slashes.
pub(super) fn is_key(word: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || "_- .".contains(letter);
    !word.is_empty() && word.chars().all(fits) && !word.starts_with([' ', '-'])
}

/// The lines of a text, without those of texts in blocks (`key: |`), of comments and empty ones.
pub(super) fn lines(yaml: &str) -> Vec<Line<'_>> {
    let mut all: Vec<Line<'_>> = Vec::new();
    let (mut at, mut block, mut value): (usize, Option<usize>, Option<usize>) = (0, None, None);
    for whole in yaml.split('\n') {
        let range = at..at + whole.len();
        at = range.end + 1;
        let own = whole.len() - whole.trim_start_matches(' ').len();
        if whole.trim().is_empty() {
            continue;
        }
        if block.is_some_and(|above| own > above) {
            continue;
        }
        block = None;
        if whole.trim_start().starts_with('#') {
            continue;
        }
        let mut indent = own;
        while let Some(rest) = whole[indent..].strip_prefix("- ") {
            indent += 2 + (rest.len() - rest.trim_start_matches(' ').len());
        }
        let text = whole[indent..].trim_end();
        let opens = text.rsplit_once(": ").is_some_and(|(_, value)| is_block_mark(value));
        block = opens.then_some(own);
        let continues = value.is_some_and(|above| indent > above);
        let (start, is_item) = (range.start + indent, indent != own);
        let line = Line { start, range, indent, text, is_item, continues };
        if !continues {
            value = line.value().map(|_| indent).filter(|_| !opens);
        }
        all.push(line);
    }
    all
}

/// `|`, `>` and what may stand behind them.
fn is_block_mark(value: &str) -> bool {
    let rest = value.trim().strip_prefix(['|', '>']);
    rest.is_some_and(|rest| rest.chars().all(|letter| "+-0123456789".contains(letter)))
}
