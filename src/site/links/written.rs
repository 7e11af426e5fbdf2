//! How paths are written in links: what must be encoded there, and what codes stand for.

use crate::sources::nfc;

/// A path as it may stand in a link: with nothing that ends the path or the link.
pub(super) fn as_written(path: &str) -> String {
    path.chars().fold(String::new(), |mut written, letter| {
        match letter {
            '%' | '#' | '?' | ' ' | '(' | ')' | '<' | '>' | '"' => {
                written.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            letter => written.push(letter),
        }
        written
    })
}

/// Percent-decoded and in NFC; what is no encoding stays as it is.
pub(crate) fn decode(text: &str) -> String {
    // Hardly any link has such a sign.
    let decoded = if text.contains('%') { percent_decoded(text) } else { None };
    decoded.unwrap_or_else(|| nfc(text))
}

/// The letters that `%C3%A0` and the like stand for, in NFC (RFC 3986 §2.1); none where they
/// stand for no letters. A `%` that is followed by no number is one.
pub(in crate::site) fn percent_decoded(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let number = (*byte == b'%').then(|| digit(at + 1).zip(digit(at + 2))).flatten();
        let number = number.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        decoded.push(number.unwrap_or(*byte));
        at += if number.is_some() { "%00".len() } else { 1 };
    }
    String::from_utf8(decoded).ok().map(|text| nfc(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_signs_are_decoded_once() {
        assert_eq!(decode("t%C3%A0i%20li%E1%BB%87u.pdf"), "tài liệu.pdf");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%FF"), "%FF");
    }
}
