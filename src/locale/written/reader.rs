//! A place among the words of a cell, from which readers take what they know.

use crate::locale::written::tokens::Token;

/// Words that only lead to what follows.
const FILLERS: &[&str] = &["ngay", "luc", "vao", "buoi", "tu", "hoi", "on", "at", "from", "the"];

/// Words between a beginning and an end. `tới` is not `tối`.
const TO: &[&str] = &["den", "tới", "to", "until", "till", "through"];

/// A place among the tokens of a cell.
pub struct Reader<'t> {
    /// The tokens.
    pub tokens: &'t [Token],
    /// The next one.
    pub at: usize,
}

impl Reader<'_> {
    /// What `read` gives; where it gives nothing, nothing is taken.
    pub fn attempt<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let value = read(self);
        if value.is_none() {
            self.at = before;
        }
        value
    }

    /// The next token.
    pub(super) fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    /// Takes these words, one after the other.
    pub fn words(&mut self, words: &[&str]) -> bool {
        let next = self.tokens.iter().skip(self.at);
        let all = next.clone().count() >= words.len() && next.zip(words).all(|(t, w)| t.is(w));
        if all {
            self.at += words.len();
        }
        all
    }

    /// Takes one of these words.
    pub fn any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.words(&[word]))
    }

    /// Takes this sign.
    pub fn skip_sign(&mut self, sign: char) -> bool {
        let is = self.peek() == Some(&Token::Sign(sign));
        self.at += usize::from(is);
        is
    }

    /// A number and how many digits it has.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        let Some(Token::Number(value, digits)) = self.peek() else { return None };
        let number = (*value, *digits);
        self.at += 1;
        Some(number)
    }

    /// Takes what only leads to what follows.
    pub(super) fn filler(&mut self) -> bool {
        [',', ';', '(', ')', '.', ':', '|'].into_iter().any(|sign| self.skip_sign(sign))
            || self.any(FILLERS)
            || self.words(&["bat", "dau"])
    }

    /// `-`, `đến`, `đến hết ngày`.
    pub fn to(&mut self) -> bool {
        if !self.skip_sign('-') && !self.any(TO) {
            return false;
        }
        while self.any(&["het", "ngay", "den", "the"]) {}
        true
    }
}
