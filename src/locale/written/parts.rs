//! Reads all words of a text: days, days of the week, hours, parts of the day, `dự kiến`.

use jiff::civil::Weekday;

use crate::locale::written::days::{Days, PartDay};
use crate::locale::written::reader::Reader;
use crate::locale::written::times::{Clock, Hours, PartOfDay};
use crate::locale::written::tokens::{Token, tokens};

/// What a cell says about when something is.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Parts {
    /// The days.
    pub days: Option<Days>,
    /// The days of the week that are said with them.
    pub weekdays: Vec<Weekday>,
    /// The hours.
    pub hours: Option<Hours>,
    /// The part of the day.
    pub part: Option<PartOfDay>,
    /// Whether it is not sure.
    pub tentative: bool,
}

/// A cell that cannot be read; the word or sign that means nothing here, if it is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread;

/// The longest text that may say when something is, in bytes.
const LONGEST: usize = 300;

/// Reads a whole cell. `is_weekday` says that it stands in the column of weekdays, where `6`
/// and `Sáu` are enough.
///
/// # Errors
/// If a word or sign of it means nothing here, or it says two things.
pub fn read(text: &str, is_weekday: bool) -> Result<Parts, Unread> {
    if text.len() > LONGEST {
        return Err(Unread);
    }
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, at: 0 };
    let mut parts = Parts::default();
    if let ([token], true) = (tokens.as_slice(), is_weekday)
        && let Some(day) = Reader::bare_weekday(token)
    {
        parts.weekdays.push(day);
        return Ok(parts);
    }
    while reader.at < tokens.len() {
        reader.next_into(&mut parts)?;
    }
    Ok(parts)
}

/// Reads a day and nothing else, with its year in four digits.
pub fn whole_day(text: &str) -> Option<PartDay> {
    if text.len() > LONGEST {
        return None;
    }
    let tokens = tokens(text);
    let has_year = tokens.iter().any(|token| matches!(token, Token::Number(_, 4)));
    whole(&tokens, Reader::day).filter(|_| has_year)
}

/// Reads a time of day and nothing else. Where it is known to be one, an hour alone is enough.
pub fn whole_time(text: &str) -> Option<Clock> {
    if text.len() > LONGEST {
        return None;
    }
    match tokens(text).as_slice() {
        [Token::Number(hour, 1..=2)] => Some(Clock { hour: *hour, minute: 0, half: None }),
        tokens => whole(tokens, Reader::clock),
    }
}

fn whole<'t, T>(tokens: &'t [Token], read: fn(&mut Reader<'t>) -> Option<T>) -> Option<T> {
    let mut reader = Reader { tokens, at: 0 };
    read(&mut reader).filter(|_| reader.at == tokens.len())
}

impl Reader<'_> {
    fn next_into(&mut self, parts: &mut Parts) -> Result<(), Unread> {
        if self.words(&["du", "kien"]) || self.any(&["dk", "tentative", "provisional", "tbc"]) {
            parts.tentative = true;
        } else if self.words(&["ca", "ngay"]) || self.words(&["all", "day"]) {
            put(&mut parts.part, PartOfDay::AllDay)?;
        } else if let Some(days) = self.attempt(Reader::days) {
            put(&mut parts.days, days)?;
        } else if let Some(hours) = self.attempt(Reader::hours) {
            put(&mut parts.hours, hours)?;
        } else if let Some(day) = self.attempt(Reader::weekday) {
            if !parts.weekdays.is_empty() {
                return Err(Unread);
            }
            parts.weekdays.push(day);
            // `thứ Hai - thứ Sáu`; in `thứ Hai - 18/11` the dash only parts.
            let last = self.attempt(|reader| if reader.to() { reader.weekday() } else { None });
            parts.weekdays.extend(last);
            self.skip_sign('-');
        } else if let Some(half) = self.attempt(Reader::half) {
            put(&mut parts.part, half.part().ok_or(Unread)?)?;
        } else if !self.filler() {
            return Err(Unread);
        }
        Ok(())
    }
}

/// Puts what a cell says once; said twice, it is not clear.
fn put<T: PartialEq>(place: &mut Option<T>, value: T) -> Result<(), Unread> {
    match place {
        Some(known) if *known != value => Err(Unread),
        Some(_) => Ok(()),
        None => {
            *place = Some(value);
            Ok(())
        }
    }
}
