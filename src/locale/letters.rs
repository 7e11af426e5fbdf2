//! What a letter is, asked of every letter of every text: without the tables of Unicode for the
//! letters of most texts.

/// As [`char::is_alphabetic`].
pub fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || matches!(letter, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}')
        || matches!(letter, '\u{1e00}'..='\u{1eff}')
        || (!letter.is_ascii() && letter.is_alphabetic())
}

/// As [`char::is_alphanumeric`].
pub fn is_of_word(letter: char) -> bool {
    is_letter(letter) || letter.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_as_unicode_has_them() {
        for letter in char::MIN..=char::MAX {
            assert_eq!(is_letter(letter), letter.is_alphabetic(), "{letter:?}");
            assert_eq!(is_of_word(letter), letter.is_alphanumeric(), "{letter:?}");
        }
    }
}
