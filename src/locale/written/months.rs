//! The months in English.

/// Their names, and how they are shortened.
const MONTHS: [(&str, &str); 12] = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];

/// What stands behind the number of a day: `15th`.
pub const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];

/// How the name of a month is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MonthName {
    /// `November`; `May` is one too.
    Whole,
    /// `Nov`, `Sept`.
    Short,
}

/// The month that a word names, in any case of letters.
pub fn month(word: &str) -> Option<(u8, MonthName)> {
    // No two months begin with the same three letters, and hardly any other word with theirs.
    let head = word.get(..3)?;
    let all = (1..).zip(MONTHS);
    let (number, (name, _)) = all.into_iter().find(|(_, (_, s))| s.eq_ignore_ascii_case(head))?;
    if name.eq_ignore_ascii_case(word) {
        Some((number, MonthName::Whole))
    } else {
        let is_short = word.len() == head.len() || word.eq_ignore_ascii_case("Sept");
        is_short.then_some((number, MonthName::Short))
    }
}

/// Whether these three letters begin the name of a month as it is written in a text.
pub fn begins_month(letters: &[u8]) -> bool {
    letters.first().is_some_and(u8::is_ascii_uppercase)
        && MONTHS.iter().any(|(_, short)| short.as_bytes() == letters)
}
