//! Words, numbers and signs of a cell.

use crate::locale::fold;

/// A word, a number or a sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::content) enum Token {
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
    pub(in crate::content) fn is(&self, word: &str) -> bool {
        match self {
            Token::Word(folded, written) => folded == word || written == word,
            Token::Number(..) | Token::Sign(_) => false,
        }
    }

    /// The folded word, if it is one.
    pub(in crate::content) fn word(&self) -> Option<&str> {
        match self {
            Token::Word(folded, _) => Some(folded),
            Token::Number(..) | Token::Sign(_) => None,
        }
    }
}

/// The tokens of a text. Spaces only part them.
pub(in crate::content) fn tokens(text: &str) -> Vec<Token> {
    let text: Vec<char> = text.chars().map(narrow).flat_map(char::to_lowercase).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&letter) = text.get(at) {
        let class = Class::of(letter);
        let same = |next: &&char| Class::of(**next) == class;
        // Each sign is a token of its own.
        let most = if class == Class::Sign { 1 } else { usize::MAX };
        let run: String = text[at..].iter().take_while(same).take(most).collect();
        let taken = run.chars().count();
        match class {
            Class::Space => {}
            Class::Sign => tokens.push(Token::Sign(letter)),
            // A longer number is no day, year or hour.
            Class::Digit => tokens.push(Token::Number(run.parse().unwrap_or(u32::MAX), taken)),
            Class::Letter => tokens.push(Token::Word(fold(&run), run)),
        }
        at += taken;
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
