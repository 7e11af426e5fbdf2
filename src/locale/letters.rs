//! What a letter is, asked of every letter of every text: without the tables of Unicode for the
//! letters of most texts; and which letters two texts have in common.

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

/// How many bytes two texts have in common at their beginnings, and how many of the rest at their
/// ends.
pub fn same_ends(one: &str, two: &str) -> (usize, usize) {
    let first = same(one.chars(), two.chars());
    (first, same(one[first..].chars().rev(), two[first..].chars().rev()))
}

fn same(one: impl Iterator<Item = char>, two: impl Iterator<Item = char>) -> usize {
    let pairs = one.zip(two).take_while(|(one, two)| one == two);
    pairs.map(|(letter, _)| letter.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_counted_once() {
        for (one, two, same) in [
            ("đường", "đương", (4, 2)),
            ("tin", "tin", (3, 0)),
            ("aa", "aaa", (2, 0)),
            ("", "tin", (0, 0)),
            ("tin", "bin", (0, 2)),
        ] {
            assert_eq!(same_ends(one, two), same, "{one} {two}");
        }
    }

    #[test]
    fn they_are_as_unicode_has_them() {
        for letter in char::MIN..=char::MAX {
            assert_eq!(is_letter(letter), letter.is_alphabetic(), "{letter:?}");
            assert_eq!(is_of_word(letter), letter.is_alphanumeric(), "{letter:?}");
        }
    }
}
