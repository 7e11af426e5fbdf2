//! Texts in which every word is in an old encoding and is read by itself.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Letters, Old, beginning, syllables, tables};

/// So many words leave no doubt, whatever else a text holds.
const NO_DOUBT: usize = 8;

/// One of the encodings in which every word is read by itself.
struct Kind {
    letters: Letters,
    read: fn(&str) -> Option<String>,
    /// Letters that stand in no word of a text that is right; one is needed.
    signs: &'static [char],
}

const KINDS: [Kind; 3] = [
    Kind {
        letters: Letters::Tcvn3,
        read: tables::tcvn3,
        signs: &[
            '¨', '©', '«', '¬', '\u{ad}', '®', 'µ', '¶', '·', '¸', '¹', '»', '¼', '½', '¾', '§',
            '¤', '¥', '¦',
        ],
    },
    Kind {
        letters: Letters::Vni,
        read: tables::vni,
        signs: &[
            'ø', 'û', 'ï', 'å', 'ä', 'ü', 'ë', 'ñ', 'ö', 'æ', 'Ø', 'Û', 'Ï', 'Å', 'Ä', 'Ü', 'Ë',
            'Ñ', 'Ö', 'Æ',
        ],
    },
    Kind {
        letters: Letters::Windows1258, read: tables::cp1258, signs: &['ð', 'Ð', 'Þ', 'Ì', 'Ò']
    },
];

/// The words of a text that are in old letters, if it holds any.
pub(super) fn find(text: &str) -> Option<Old> {
    let looked = KINDS.iter().map(|kind| Looked::at(text, kind));
    let best = looked.max_by_key(|looked| looked.hits)?;
    let (first, last) = (best.lines.first()?, best.lines.last()?);
    let line = &text[first.line.clone()];
    let (reads, _) = read_line(&text[first.start..first.line.end], line, best.kind);
    let whole = first.line.start..last.line.end;
    Some(Old {
        letters: best.kind.letters,
        first: first.start..first.line.end,
        lines: best.lines.len(),
        reads: beginning(&reads),
        mended: mended(text, &best).map(|mended| (whole, mended)),
    })
}

/// A line that is in old letters.
struct Line {
    line: Range<usize>,
    /// Where the first word of them begins.
    start: usize,
}

/// What is seen of a text that may be of a kind.
struct Looked {
    kind: &'static Kind,
    lines: Vec<Line>,
    hits: usize,
}

impl Looked {
    fn at(text: &str, kind: &'static Kind) -> Looked {
        let mut looked = Looked { kind, lines: Vec::new(), hits: 0 };
        let (mut others, mut is_sure, mut distinct) = (0, false, BTreeSet::new());
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let range = start..start + line.trim_end_matches('\n').len();
            start += line.len();
            if line.is_ascii() {
                continue;
            }
            let seen = Seen::of(&text[range.clone()], kind);
            let all = seen.hits.len() + seen.others;
            let Some(first) = seen.first.filter(|_| seen.hits.len() * 4 >= all * 3) else {
                others += all;
                continue;
            };
            looked.hits += seen.hits.len();
            others += seen.others;
            is_sure |= seen.has_sign && seen.hits.iter().collect::<BTreeSet<_>>().len() > 1;
            distinct.extend(seen.hits);
            looked.lines.push(Line { start: range.start + first, line: range });
        }
        let is_most = looked.hits >= others || distinct.len() >= NO_DOUBT;
        if !(is_sure && is_most) {
            looked.lines.clear();
            looked.hits = 0;
        }
        looked
    }
}

/// What is seen of one line.
struct Seen<'t> {
    /// The words that cannot be Vietnamese as they stand, and are when converted.
    hits: Vec<&'t str>,
    /// Where the first of them begins.
    first: Option<usize>,
    has_sign: bool,
    /// How many words are Vietnamese neither way.
    others: usize,
}

impl<'t> Seen<'t> {
    fn of(line: &'t str, kind: &Kind) -> Seen<'t> {
        let mut seen = Seen { hits: Vec::new(), first: None, has_sign: false, others: 0 };
        for range in words(line) {
            let word = &line[range.clone()];
            if !is_suspect(word) || syllables::is_syllable(word) {
                continue;
            }
            let read = (kind.read)(word).filter(|read| read != word);
            if read.is_some_and(|read| syllables::is_syllable(&read)) {
                seen.has_sign |= word.contains(kind.signs);
                seen.first.get_or_insert(range.start);
                seen.hits.push(word);
            } else {
                seen.others += 1;
            }
        }
        seen
    }
}

/// Whether a word may be one in old letters: of Western European signs, and one of them beside a
/// plain letter.
fn is_suspect(word: &str) -> bool {
    !word.is_ascii()
        && word.contains(|letter: char| letter.is_ascii_alphabetic())
        && word.chars().all(|letter| letter <= '\u{ff}')
}

/// The words of a line: letters, and signs that are letters in old encodings.
fn words(line: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |letter: char| {
        letter.is_ascii_alphabetic()
            || ('\u{a1}'..='\u{ff}').contains(&letter)
            || (letter > '\u{ff}' && letter.is_alphabetic())
            || ('\u{300}'..='\u{36f}').contains(&letter)
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line[at..].find(is_part)?;
        let len = line[start..].find(|letter| !is_part(letter)).unwrap_or(line.len() - start);
        at = start + len;
        Some(start..at)
    })
}

/// A part of a line as it reads, and whether there is no doubt of any word.
fn read_line(part: &str, line: &str, kind: &Kind) -> (String, bool) {
    // Fonts whose names end in H show small letters as capitals.
    let is_large = !line.contains(|letter: char| letter.is_ascii_lowercase());
    let (mut read, mut is_sure, mut done) = (String::with_capacity(part.len()), true, 0);
    for range in words(part) {
        let word = &part[range.clone()];
        read.push_str(&part[done..range.start]);
        done = range.end;
        let own = is_suspect(word).then(|| (kind.read)(word)).flatten();
        // `H§ND` is an abbreviation.
        let is_short = |own: &str| !own.contains(char::is_lowercase);
        match own.filter(|own| is_short(own) || syllables::is_syllable(own)) {
            Some(own) if is_large => read.push_str(&own.to_uppercase()),
            Some(own) => read.push_str(&own),
            None => {
                is_sure &= word.is_ascii();
                read.push_str(word);
            }
        }
    }
    read.push_str(&part[done..]);
    (read, is_sure)
}

/// The stretch from the first of these lines to the last as it reads, if there is no doubt.
fn mended(text: &str, looked: &Looked) -> Option<String> {
    let mut mended = String::new();
    let mut done = looked.lines.first()?.line.start;
    for Line { line, .. } in &looked.lines {
        let (read, is_sure) = read_line(&text[line.clone()], &text[line.clone()], looked.kind);
        if !is_sure {
            return None;
        }
        mended.push_str(&text[done..line.start]);
        mended.push_str(&read);
        done = line.end;
    }
    Some(mended)
}
