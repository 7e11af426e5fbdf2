//! Numbers that are written as words: “ba”, “mười hai”, “three”, “twenty-five”.
//!
//! A word is no fact, since “năm” is five and a year and “một” often says nothing. It only
//! explains why one language has no digit where the other has one.

use std::collections::BTreeSet;

use crate::content::facts::tokens::{self, Kind, Token};

/// Words below ten and what they count.
const ONES: &[(&str, u32)] = &[
    ("không", 0),
    ("zero", 0),
    ("no", 0),
    ("một", 1),
    ("mốt", 1),
    ("nhất", 1),
    ("đầu", 1),
    ("giêng", 1),
    ("one", 1),
    ("first", 1),
    ("once", 1),
    ("a", 1),
    ("an", 1),
    ("single", 1),
    ("hai", 2),
    ("nhì", 2),
    ("đôi", 2),
    ("cặp", 2),
    ("two", 2),
    ("second", 2),
    ("twice", 2),
    ("both", 2),
    ("pair", 2),
    ("couple", 2),
    ("ba", 3),
    ("three", 3),
    ("third", 3),
    ("bốn", 4),
    ("tư", 4),
    ("four", 4),
    ("fourth", 4),
    ("năm", 5),
    ("lăm", 5),
    ("nhăm", 5),
    ("five", 5),
    ("fifth", 5),
    ("may", 5),
    ("sáu", 6),
    ("six", 6),
    ("sixth", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("seven", 7),
    ("seventh", 7),
    ("tám", 8),
    ("eight", 8),
    ("eighth", 8),
    ("chín", 9),
    ("nine", 9),
    ("ninth", 9),
];

/// Words from ten on.
const MORE: &[(&str, u32)] = &[
    ("mười", 10),
    ("mươi", 10),
    ("chục", 10),
    ("ten", 10),
    ("tenth", 10),
    ("eleven", 11),
    ("eleventh", 11),
    ("chạp", 12),
    ("noon", 12),
    ("twelve", 12),
    ("twelfth", 12),
    ("dozen", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("trăm", 100),
    ("hundred", 100),
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("thousand", 1_000),
];

/// Every number that the words of a text may mean, and the days of the week in digits
/// (“thứ 2”), which are no numbers where another language names the day.
pub fn spoken(text: &str) -> BTreeSet<u32> {
    let tokens = tokens::cut(text);
    let is_hyphen = |token: &&Token<'_>| token.is_sign(&['-']);
    let tokens: Vec<&Token<'_>> = tokens.iter().filter(|token| !is_hyphen(token)).collect();
    let mut numbers = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(mut number) = value(token) else { continue };
        numbers.insert(number);
        for next in &tokens[at + 1..] {
            let Some(joined) = value(next).and_then(|next| join(number, next)) else { break };
            number = joined;
            numbers.insert(number);
        }
    }
    let pairs = tokens.windows(2).filter(|pair| pair[0].is("thứ"));
    numbers.extend(pairs.filter_map(|pair| pair[1].number(1)).map(u32::from));
    numbers
}

fn value(token: &Token<'_>) -> Option<u32> {
    let Kind::Word(word) = token.kind else { return None };
    let word = word.to_lowercase();
    ONES.iter().chain(MORE).find(|(known, _)| *known == word).map(|(_, value)| *value)
}

/// What a number and the word behind it mean together: “ba mươi”, “mười hai”, “two hundred”.
fn join(number: u32, next: u32) -> Option<u32> {
    match next {
        1..=9 if number >= 10 && number.is_multiple_of(10) => Some(number + next),
        10 if (2..=9).contains(&number) => Some(number * 10),
        10..=99 if number >= 100 && number.is_multiple_of(100) => Some(number + next),
        100 | 1_000 if (1..next).contains(&number) => Some(number * next),
        _ => None,
    }
}
