//! UTF-8 that a program took for Western European: `Chá»¯ viá»‡t`.

use super::{Letters, Old, beginning, tables};

/// What stands in a line, read as UTF-8.
struct Read {
    text: String,
    /// Where the first garbled letter stands.
    first: Option<usize>,
    /// How many of them can come about in no other way.
    signs: usize,
    /// Whether one of them is a letter that hardly any language but Vietnamese has.
    has_vietnamese: bool,
    is_sure: bool,
}

/// The lines of a text that are garbled, if any are.
pub(super) fn find(text: &str) -> Option<Old> {
    let mut lines = Vec::new();
    let (mut signs, mut is_certain, mut start) = (0, false, 0);
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end_matches('\n').len();
        start += line.len();
        if line.is_ascii() {
            continue;
        }
        let read = read(&text[range.clone()]);
        if let Some(first) = read.first {
            signs += read.signs;
            is_certain |= read.signs > 0 && read.has_vietnamese;
            lines.push((range, first, read));
        }
    }
    if !is_certain && signs < 2 {
        return None;
    }
    // A capital in front of a quotation mark looks like two of such letters.
    lines.retain(|(.., read)| read.signs > 0);
    let (range, first, read) = lines.first()?;
    let before = text.get(range.start..range.start + first)?;
    let first = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let whole = range.start..lines.last()?.0.end;
    let is_sure = lines.iter().all(|(.., read)| read.is_sure);
    let mended = is_sure.then(|| {
        let (mut mended, mut done) = (String::new(), whole.start);
        for (range, _, read) in &lines {
            mended.push_str(&text[done..range.start]);
            mended.push_str(&read.text);
            done = range.end;
        }
        (whole, mended)
    });
    Some(Old {
        letters: Letters::Garbled,
        first: range.start + first..range.end,
        lines: lines.len(),
        reads: beginning(read.text.get(first..).unwrap_or(&read.text)),
        mended,
    })
}

/// Letters that hardly any language but Vietnamese has.
fn is_vietnamese(letter: char) -> bool {
    ('\u{1ea0}'..='\u{1ef9}').contains(&letter)
}

fn read(line: &str) -> Read {
    let mut read = Read {
        text: String::with_capacity(line.len()),
        first: None,
        signs: 0,
        has_vietnamese: false,
        is_sure: true,
    };
    let letters: Vec<(usize, char)> = line.char_indices().collect();
    let mut at = 0;
    while let Some((start, letter)) = letters.get(at).copied() {
        let Some((real, len)) = garbled(&letters[at..]).filter(|_| !letter.is_ascii()) else {
            // A letter of Western European beside garbled ones may be the rest of one.
            read.is_sure &= tables::byte_of(letter).is_none_or(|byte| byte < 0x80);
            read.text.push(letter);
            at += 1;
            continue;
        };
        let second = letters.get(at + 1).map_or('\0', |(_, letter)| *letter);
        let is_sign = ('\u{a1}'..='\u{bf}').contains(&second) && !['«', '»'].contains(&second);
        read.signs += usize::from(len > 2 || is_sign);
        read.has_vietnamese |= is_vietnamese(real);
        read.first.get_or_insert(start);
        read.text.push(real);
        at += len;
    }
    read
}

/// The letter that these were, and how many they are now.
fn garbled(letters: &[(usize, char)]) -> Option<(char, usize)> {
    let mut bytes = letters.iter().map_while(|(_, letter)| tables::byte_of(*letter));
    let first = bytes.next()?;
    let len = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => return None,
    };
    let all: Vec<u8> = std::iter::once(first).chain(bytes.take(len - 1)).collect();
    let real = std::str::from_utf8(&all).ok()?.chars().next()?;
    let is_wanted = matches!(
        real,
        'À'..='ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
    ) || matches!(real, '\u{300}'..='\u{323}' | '\u{2013}'..='\u{2026}' | '\u{a0}' | '«' | '»' | '°' | '·')
        || is_vietnamese(real);
    (is_wanted && all.len() == len).then_some((real, len))
}
