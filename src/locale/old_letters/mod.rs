//! Vietnamese in the letters of before Unicode: TCVN3 (ABC), VNI and Windows-1258, as bytes and as
//! text that a program took for Western European; and UTF-8 that was taken for it.
//!
//! In: a text, or bytes that are no UTF-8. Out: which letters they are and how they read, or
//! nothing. It is told by the grammar of Vietnamese syllables: of the words that cannot be
//! Vietnamese as they stand, nearly all must be so when converted, and some of them must hold a
//! letter that stands in no word of any language. So no text is taken for what it is not.

mod garbled;
mod syllables;
mod tables;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

/// How many bytes of a file are looked at that is no UTF-8.
const LOOKED_AT: usize = 64 * 1024;

/// How many words are shown of what a line reads, and in how many letters at the most.
const SHOWN: (usize, usize) = (8, 60);

/// The letters that a text is written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Letters {
    /// TCVN 5712:1993, third set, of the fonts `.VnTime` and the like.
    Tcvn3,
    /// Those of the fonts `VNI-Times` and the like.
    Vni,
    /// The code page of Windows for Vietnamese.
    Windows1258,
    /// UTF-8 that was taken for Western European.
    Garbled,
    /// UTF-16, which Notepad calls Unicode.
    Utf16,
}

impl Letters {
    /// The name by which people know them.
    pub fn name(self) -> &'static str {
        match self {
            Letters::Tcvn3 => "TCVN3 (ABC)",
            Letters::Vni => "VNI",
            Letters::Windows1258 => "Windows-1258",
            Letters::Garbled => "UTF-8",
            Letters::Utf16 => "UTF-16",
        }
    }
}

/// Old letters in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Old {
    /// Which they are.
    pub letters: Letters,
    /// The first stretch of them.
    pub first: Range<usize>,
    /// In how many lines they stand.
    pub lines: usize,
    /// How the first few words read.
    pub reads: String,
    /// A stretch of the text and what it reads, where there is no doubt.
    pub mended: Option<(Range<usize>, String)>,
}

/// The old letters in a text, if it holds any.
pub fn in_text(text: &str) -> Option<Old> {
    if !may_hold(text) {
        return None;
    }
    garbled::find(text).or_else(|| words::find(text))
}

/// Which letters a file is in that is no UTF-8, and how its first words read.
pub fn in_bytes(bytes: &[u8]) -> Option<(Letters, String)> {
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let wide = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((rest, u16::from_le_bytes as fn([u8; 2]) -> u16)),
        [0xFE, 0xFF, rest @ ..] => Some((rest, u16::from_be_bytes as fn([u8; 2]) -> u16)),
        _ => None,
    };
    if let Some((rest, number)) = wide {
        let units = rest.chunks_exact(2).map(|pair| number([pair[0], pair[1]]));
        let text: String =
            char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
        let mut lines = text.lines().map(str::trim).filter(|line| line.len() > "---".len());
        return Some((Letters::Utf16, beginning(lines.next().unwrap_or_default())));
    }
    let text: String = bytes.iter().map(|byte| tables::letter_of(*byte)).collect();
    words::find(&text).map(|old| (old.letters, old.reads))
}

/// Whether a text may hold old letters; where it says no, it holds none. One look at each byte:
/// nearly all texts end here.
fn may_hold(text: &str) -> bool {
    /// Continuations of 0xC2 that are letters in TCVN3 or in garbled UTF-8.
    const SIGNS: u64 =
        mask(b"\xA4\xA5\xA6\xA7\xA8\xA9\xAB\xAC\xAD\xAE\xB5\xB6\xB7\xB8\xB9\xBB\xBC\xBD\xBE");
    /// Continuations of 0xC3 that are no letters of Vietnamese, or begin garbled letters.
    const LETTERS: u64 = mask(
        b"\x83\x84\x85\x86\x8B\x8C\x8F\x90\x91\x92\x96\x98\x9B\x9C\x9E\xA4\xA5\xA6\xAB\xAF\xB0\xB1\xB6\xB8\xBB\xBC",
    );
    let bytes = text.as_bytes();
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|b| b.is_ascii_alphabetic() || *b >= 0x80);
    bytes.windows(2).enumerate().any(|(at, pair)| match pair {
        [0xC2, next] => {
            SIGNS >> (next & 0x3F) & 1 == 1
                && (is_letter(at.checked_sub(1).and_then(|at| bytes.get(at)))
                    || bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic))
        }
        [0xC3, next] => {
            LETTERS >> (next & 0x3F) & 1 == 1 || (*next == 0xA2 && bytes.get(at + 2) == Some(&0xE2))
        }
        _ => false,
    })
}

const fn mask(bytes: &[u8]) -> u64 {
    let (mut mask, mut at) = (0, 0);
    while at < bytes.len() {
        mask |= 1 << (bytes[at] & 0x3F);
        at += 1;
    }
    mask
}

/// The first few words of a line.
fn beginning(line: &str) -> String {
    let (words, letters) = SHOWN;
    let line = line.trim_end_matches(|letter: char| !letter.is_alphanumeric()).trim_start();
    let shown = line.split_whitespace().take(words).collect::<Vec<_>>().join(" ");
    let cut: String = shown.chars().take(letters).collect();
    let is_cut = line.split_whitespace().count() > words || cut.len() < shown.len();
    if is_cut { format!("{cut}…") } else { cut }
}
