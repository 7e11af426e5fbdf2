//! Reads the words of a cell: days, days of the week, hours, parts of the day, `dự kiến`.

use jiff::civil::Weekday;

use crate::content::kinds::PartOfDay;
use crate::content::sheet::when::days::Days;
use crate::content::sheet::when::reader::Reader;
use crate::content::sheet::when::times::Hours;
use crate::content::sheet::when::tokens::tokens;

/// What a cell says about when something is.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(in crate::content) struct Parts {
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
pub(in crate::content) struct Unread;

/// The longest cell that may say when something is, in bytes.
const LONGEST: usize = 300;

/// Reads a whole cell. `is_weekday` says that it stands in the column of weekdays, where `6`
/// and `Sáu` are enough.
pub(in crate::content) fn read(text: &str, is_weekday: bool) -> Result<Parts, Unread> {
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
