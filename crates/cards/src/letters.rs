//! What of a text is drawn: one line of visible letters, not longer than a card can hold.

/// How many letters are looked at: more than fit on a card in the smallest size.
const MOST: usize = 400;

/// How many marks a letter may bear. Vietnamese needs two and its neighbours three; a tower
/// of them would reach into the line above.
const MOST_MARKS: usize = 3;

/// A text as it is drawn: in one line, without letters that control how text is shown,
/// without towers of marks, and no longer than a card can hold.
pub(crate) fn tidy(letters: impl Iterator<Item = char>) -> String {
    let mut tidy = String::new();
    let mut marks = 0;
    for letter in letters.filter(|letter| !is_unseen(*letter)).take(MOST) {
        let letter = if letter.is_whitespace() || letter.is_control() { ' ' } else { letter };
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        let is_kept = match letter {
            ' ' => !tidy.is_empty() && !tidy.ends_with(' '),
            // A mark needs a letter to stand on.
            _ if marks > 0 => marks <= MOST_MARKS && !tidy.is_empty() && !tidy.ends_with(' '),
            _ => true,
        };
        if is_kept {
            tidy.push(letter);
        }
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// The combining marks of Latin letters (Unicode blocks 0300, 1AB0, 1DC0, 20D0, FE20).
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Letters without a shape of their own: they turn the direction of text, join emoji or
/// allow a break, and could make a card read otherwise than its title. Joiners are left in
/// place, which Arabic and the scripts of India need.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Emoji, dingbats and the joiners between them and between letters.
pub(crate) fn is_dispensable(letter: char) -> bool {
    matches!(
        letter,
        '\u{200c}'..='\u{200d}'
            | '\u{20e3}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{2600}'..='\u{27bf}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{1f000}'..='\u{1faff}'
    )
}
