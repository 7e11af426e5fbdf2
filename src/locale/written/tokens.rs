//! Words, numbers and signs of a cell.

use crate::locale::fold;

/// A word, a number or a sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Token {
    /// A number, and how many digits it is written with.
    Number(u32, usize),
    /// A word: folded, and in small letters as it is written.
    Word(String, String),
    /// A sign.
    Sign(char),
}

impl Token {
    /// Whether it is this word. Words that fold alike but mean two things (`tới` and `tối`)
    /// are asked for with their marks.
    pub fn is(&self, word: &str) -> bool {
        match self {
            Token::Word(folded, written) => folded == word || written == word,
            Token::Number(..) | Token::Sign(_) => false,
        }
    }

    /// The folded word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match self {
            Token::Word(folded, _) => Some(folded),
            Token::Number(..) | Token::Sign(_) => None,
        }
    }
}

/// The tokens of a text. Spaces only part them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = text.chars().map(narrow).flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        let mut next = |class| letters.next_if(|next| Class::of(*next) == class);
        match Class::of(letter) {
            Class::Space => {}
            Class::Sign => tokens.push(Token::Sign(letter)),
            Class::Digit => {
                let (mut number, mut digits, mut digit) = (0_u32, 0, Some(letter));
                while let Some(own) = digit {
                    // A number that is too long is no day, year or hour.
                    let value = own.to_digit(10).unwrap_or_default();
                    number = number.saturating_mul(10).saturating_add(value);
                    digits += 1;
                    digit = next(Class::Digit);
                }
                tokens.push(Token::Number(number, digits));
            }
            Class::Letter => {
                let mut word = String::from(letter);
                word.extend(std::iter::from_fn(|| next(Class::Letter)));
                tokens.push(Token::Word(fold(&word), word));
            }
        }
    }
    tokens
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Space,
    Digit,
    Letter,
    Sign,
}

impl Class {
    fn of(letter: char) -> Class {
        match letter {
            letter if letter.is_whitespace() => Class::Space,
            letter if letter.is_ascii_digit() => Class::Digit,
            letter if letter.is_alphabetic() => Class::Letter,
            _ => Class::Sign,
        }
    }
}

/// Wide forms as plain ones, and every dash and quote as one.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' | '→' => '-',
        '’' | '‘' | '′' | '´' => '\'',
        other => other,
    }
}
