//! Days and times as people write them: `thứ Sáu, 15/11`, `15 - 17/11/2024`, `7h30-9h00`.
//!
//! In: the text of a cell or a value. Out: its days and times. It is read as a whole or not at
//! all: a word that means nothing here makes it unreadable, so that nothing is guessed. What
//! finds days and times in running text (`content::facts`) shares the names of months and the
//! halves of the day, but not the grammar: among other words `sáng` or `15.11` may be anything.

mod day_words;
mod days;
mod hour_words;
mod months;
mod parts;
mod reader;
mod times;
mod tokens;
mod weekday_words;

pub use days::{DayFault, Days, PartDay, Window};
pub use months::{MonthName, ORDINALS, begins_month, month};
pub use parts::{Parts, Unread, read, whole_day, whole_time};
pub use reader::Reader;
pub use times::{Clock, Half, Hours, PartOfDay, TimeFault};
pub use tokens::{Token, tokens};
pub use weekday_words::{WEEKDAYS, weekday_name};

#[cfg(test)]
mod tests;
