//! What language does to text: folding, order, dates, numbers, plural forms.
//!
//! In: values and a language's own patterns. Out: text; in `written` the other way round. The patterns come from the
//! language files of the theme and the site; nothing here asks the system for a locale.

mod dates;
mod fold;
mod language;
mod letters;
pub mod marks;
mod name;
mod names;
pub mod old_letters;
mod order;
pub mod patterns;
mod plurals;
mod strings;
pub mod syllable;
mod words;
pub mod written;

pub use dates::{DateFormat, DatePatterns, NumberPatterns, Pattern};
pub use fold::{fold, plain_letters, slug, slug_or_digest};
pub use language::{Language, LocalText};
pub use letters::{is_letter, is_of_word, same_ends};
pub use name::Name;
pub use names::{Found, Names, distinct_slugs};
pub use order::Order;
pub use plurals::Plural;
pub use strings::{Strings, Text};
pub use words::{Word, joined, unmarked, words};
