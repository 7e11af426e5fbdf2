//! Days and times as offices write them: `thứ Sáu, 15/11`, `15 - 17/11/2024`, `7h30-9h00`.
//!
//! A cell is read as a whole or not at all: a word that means nothing here makes it
//! unreadable, so that nothing is guessed.

mod day_words;
mod days;
mod hour_words;
mod parts;
mod reader;
mod times;
mod tokens;
mod weekday_words;

pub(in crate::content) use days::{DayFault, Days, PartDay, Window};
pub(in crate::content) use parts::{Parts, Unread, read};
pub(in crate::content) use reader::Reader;
pub(in crate::content) use times::{Clock, Hours, TimeFault};
pub(in crate::content) use tokens::tokens;

#[cfg(test)]
mod tests;
