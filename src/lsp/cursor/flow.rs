//! What stands at a place of a value that is on one line: `[a, b]`, `{ a: b }`, `"a"`, `a`.

use std::ops::Range;

use super::Side;

/// What stands at a place of a value.
#[derive(Debug)]
pub(super) struct Flow {
    /// The keys of mappings within the value in which it stands.
    pub(super) keys: Vec<String>,
    /// What it may be.
    pub(super) side: Side,
    /// The bytes of the word, without quotation marks.
    pub(super) word: Range<usize>,
    /// Whether it stands in quotation marks.
    pub(super) is_quoted: bool,
    /// The keys beside it.
    pub(super) beside: Vec<String>,
    /// In how many brackets it stands.
    pub(super) depth: usize,
}

/// A bracket that is open.
struct Bracket {
    is_mapping: bool,
    /// The key whose value is being written.
    key: Option<String>,
    /// The keys that are complete.
    beside: Vec<String>,
}

impl Flow {
    /// What stands at a byte of a value.
    pub(super) fn of(value: &str, offset: usize) -> Flow {
        let offset = value.floor_char_boundary(offset);
        let mut open: Vec<Bracket> = Vec::new();
        let (mut start, mut quote) = (0, None);
        for (at, letter) in value[..offset].char_indices() {
            if let Some((mark, _)) = quote {
                if letter == mark {
                    quote = None;
                }
                continue;
            }
            let is_fresh = value[start..at].trim().is_empty();
            match letter {
                '"' | '\'' if is_fresh => quote = Some((letter, at)),
                '[' | '{' if is_fresh => {
                    let is_mapping = letter == '{';
                    open.push(Bracket { is_mapping, key: None, beside: Vec::new() });
                    start = at + 1;
                }
                ']' | '}' if open.pop().is_some() => start = at + 1,
                ',' => {
                    if let Some(bracket) = open.last_mut() {
                        bracket.beside.extend(bracket.key.take());
                        start = at + 1;
                    }
                }
                ':' if value[at + 1..].starts_with([' ', '\t']) || at + 1 == value.len() => {
                    if let Some(bracket) = open.last_mut().filter(|bracket| bracket.is_mapping) {
                        let key = value[start..at].trim().trim_matches(['"', '\'']);
                        bracket.key = Some(key.to_owned());
                        start = at + 1;
                    }
                }
                _ => {}
            }
        }
        Flow::in_brackets(value, (start, quote), open)
    }

    fn in_brackets(
        value: &str,
        (start, quote): (usize, Option<(char, usize)>),
        mut open: Vec<Bracket>,
    ) -> Flow {
        let depth = open.len();
        let (word, is_quoted) = word(value, (start, quote), depth > 0);
        let behind = value[word.end..].trim_start_matches(['"', '\'']).trim_start();
        let side = match open.last() {
            Some(bracket) if bracket.is_mapping && bracket.key.is_none() => {
                Side::Key { has_colon: behind.starts_with(':') }
            }
            Some(_) | None => Side::Value,
        };
        let beside = match side {
            Side::Key { .. } => open.last_mut().map(|last| std::mem::take(&mut last.beside)),
            Side::Value | Side::Item => None,
        };
        let keys = open.into_iter().filter_map(|bracket| bracket.key).collect();
        Flow { keys, side, word, is_quoted, beside: beside.unwrap_or_default(), depth }
    }
}

/// The bytes of the word that begins here, and whether it stands in quotation marks.
fn word(
    value: &str,
    (start, quote): (usize, Option<(char, usize)>),
    is_inside: bool,
) -> (Range<usize>, bool) {
    let first = start + value[start..].len() - value[start..].trim_start().len();
    let opened = value[first..].chars().next().filter(|mark| "\"'".contains(*mark));
    if let Some((mark, at)) = quote.or_else(|| opened.map(|mark| (mark, first))) {
        let end = value[at + 1..].find(mark).map_or(value.trim_end().len(), |end| at + 1 + end);
        return (at + 1..end.max(at + 1), true);
    }
    let ends = |at: usize, letter: char| match letter {
        ',' | ']' | '}' | ':' => is_inside,
        '#' => value[..at].ends_with([' ', '\t']),
        _ => false,
    };
    let mut letters = value[first..].char_indices();
    let end = letters.find(|(at, letter)| ends(first + at, *letter));
    let end = end.map_or(value.len(), |(at, _)| first + at);
    let end = first + value[first..end].trim_end().len();
    (first..end, false)
}

/// Whether a byte of a line stands in a comment.
pub(super) fn is_comment(line: &str, offset: usize) -> bool {
    let mut quote = None;
    let mut before = ' ';
    for (at, letter) in line.char_indices().take_while(|(at, _)| *at < offset) {
        match (quote, letter) {
            (None, '#') if before.is_whitespace() => return true,
            (None, '"' | '\'') if before.is_whitespace() || "[{,:".contains(before) => {
                quote = Some(letter);
            }
            (Some(mark), _) if mark == letter => quote = None,
            (_, _) => {}
        }
        before = line[at..].chars().next().unwrap_or(letter);
    }
    false
}
