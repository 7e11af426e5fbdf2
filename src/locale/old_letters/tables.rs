//! What the letters of old encodings are.
//!
//! TCVN3 is the VN3 of TCVN 5712:1993 as the fonts `.VnTime` and their like have it; those whose
//! names end in H show small letters as capitals. VNI is that of the fonts `VNI-Times`: a vowel,
//! and behind it a letter that stands for its marks. Windows-1258 writes tones as marks of their
//! own behind the vowel.

use super::syllables::with_tone;

/// Letters of TCVN3 in rows: the first byte of a row, and the letters from there on.
const TCVN3: [(u32, &str); 8] = [
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
];

/// What VNI writes behind a vowel, and what the two of them are.
const VNI: [(char, &str, &str); 7] = [
    ('a', "øùûõïêèéúüëâàáåãä", "àáảãạăằắẳẵặâầấẩẫậ"),
    ('e', "øùûõïâàáåãä", "èéẻẽẹêềếểễệ"),
    ('o', "øùûõïâàáåãä", "òóỏõọôồốổỗộ"),
    ('ô', "øùûõï", "ờớởỡợ"),
    ('u', "øùûõï", "ùúủũụ"),
    ('ö', "øùûõï", "ừứửữự"),
    ('y', "øùûõ", "ỳýỷỹ"),
];

/// The letters of VNI that stand by themselves.
const VNI_ALONE: (&str, &str) = ("ñìíæóòîôö", "đìíỉĩịỵơư");

/// The letters of Windows-1258 that another code page shows otherwise.
const CP1258: (&str, &str) = ("ÃãÐðÕõÝý", "ĂăĐđƠơƯư");

/// The tones of Windows-1258 in the same way, with their numbers.
const CP1258_TONES: [(char, usize); 5] = [('ì', 1), ('Ì', 2), ('Ò', 3), ('Þ', 4), ('ò', 5)];

/// What Windows-1252 has at 0x80 to 0x9F; U+FFFD where it has nothing.
const CP1252: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";

/// A word of TCVN3 as it reads.
pub(super) fn tcvn3(word: &str) -> Option<String> {
    word.chars().map(of_tcvn3).collect()
}

fn of_tcvn3(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter);
    }
    TCVN3.iter().find_map(|(first, row)| {
        let at = u32::from(letter).checked_sub(*first)?;
        row.chars().nth(usize::try_from(at).ok()?)
    })
}

/// A word of VNI as it reads.
pub(super) fn vni(word: &str) -> Option<String> {
    let mut read = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let small = lower(letter);
        let pair = letters.peek().and_then(|mark| of_vni(small, lower(*mark)));
        if pair.is_some() {
            letters.next();
        }
        let alone = || {
            let at = VNI_ALONE.0.chars().position(|own| own == small)?;
            VNI_ALONE.1.chars().nth(at)
        };
        let own = pair.or_else(alone).or(letter.is_ascii().then_some(small))?;
        read.push(as_large(own, letter));
    }
    Some(read)
}

fn of_vni(vowel: char, mark: char) -> Option<char> {
    let (_, marks, letters) = VNI.iter().find(|(own, ..)| *own == vowel)?;
    letters.chars().nth(marks.chars().position(|own| own == mark)?)
}

/// A word of Windows-1258 as it reads.
pub(super) fn cp1258(word: &str) -> Option<String> {
    let mut read = String::with_capacity(word.len());
    for letter in word.chars() {
        if let Some((_, tone)) = CP1258_TONES.iter().find(|(own, _)| *own == letter)
            && let Some(vowel) = read.pop()
        {
            read.push(as_large(with_tone(lower(vowel), *tone)?, vowel));
            continue;
        }
        let at = CP1258.0.chars().position(|own| own == letter);
        read.push(at.and_then(|at| CP1258.1.chars().nth(at)).unwrap_or(letter));
    }
    Some(read)
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// The letter as large as the one that it stands for.
fn as_large(letter: char, like: char) -> char {
    if like.is_uppercase() { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}

/// The byte that Windows-1252 shows as this letter.
pub(super) fn byte_of(letter: char) -> Option<u8> {
    match u8::try_from(u32::from(letter)) {
        Ok(byte) => Some(byte),
        Err(_) => {
            let at = CP1252.chars().position(|own| own == letter && letter != '\u{fffd}')?;
            u8::try_from(at).ok().map(|at| 0x80 + at)
        }
    }
}

/// What Windows-1252 shows as this byte.
pub(super) fn letter_of(byte: u8) -> char {
    match byte {
        0x80..=0x9F => CP1252.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}
