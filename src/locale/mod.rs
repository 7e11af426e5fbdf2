//! What language does to text: folding, order, dates, numbers, plural forms.
//!
//! In: values and a language's own patterns. Out: text. The patterns come from the
//! theme's language files; nothing here asks the system for a locale.

mod dates;
mod fold;
mod language;
mod order;
mod strings;

pub use dates::{DateFormat, DatePatterns, NumberPatterns};
pub use fold::{fold, slug, slug_or_digest};
pub use language::{Language, LocalText};
pub use order::Order;
pub use strings::{Plural, Strings};
