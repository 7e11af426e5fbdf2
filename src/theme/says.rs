//! What a theme says in the languages of a site: texts, days and times.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time, Weekday};

use crate::locale::{DateFormat, Language, Strings, marks};
use crate::theme::Theme;

impl Theme {
    /// A text of the theme in a language, its arguments filled in.
    pub fn text(
        &self,
        language: &Language,
        key: &str,
        arguments: &[(&str, &str)],
    ) -> Option<String> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let arguments = arguments.iter().map(owned).collect();
        Some(self.words.get(language)?.text(key, &arguments, None)?.0)
    }

    /// A text of the theme for a page in a language, marked if it is borrowed from another.
    pub fn marked(&self, language: &Language, key: &str) -> Option<String> {
        let (text, written_in) = self.words.get(language)?.text(key, &BTreeMap::new(), None)?;
        Some(marks::mark(text, written_in, language))
    }

    /// A number of bytes as a language writes it.
    pub fn file_size(&self, language: &Language, bytes: u64) -> String {
        let words = self.words.get(language);
        words.map_or_else(|| format!("{bytes} B"), |own| own.numbers.file_size(bytes as f64))
    }

    /// Which way a language of the site is written.
    pub(crate) fn direction(&self, language: &Language) -> &str {
        self.directions.get(language).map_or("ltr", String::as_str)
    }

    /// A day as a language writes it, in short.
    pub fn day(&self, language: &Language, day: Date) -> String {
        self.date(language, day, DateFormat::Short)
    }

    /// A day in a form of a language.
    pub fn date(&self, language: &Language, day: Date, format: DateFormat) -> String {
        let words = self.words.get(language);
        words.map_or_else(|| day.to_string(), |own| own.dates.format(day, None, format).0)
    }

    /// A time of day as a language writes it.
    pub fn time(&self, language: &Language, time: Time) -> String {
        let day = Date::ZERO;
        let written =
            |own: &Strings| own.dates.format(day, Some(day.to_datetime(time)), DateFormat::Time).0;
        self.words.get(language).map_or_else(|| time.to_string(), written)
    }

    /// From one day to another, as a language writes it.
    pub fn days(&self, language: &Language, first: Date, last: Date) -> String {
        let words = self.words.get(language);
        words.map_or_else(|| format!("{first} – {last}"), |own| own.dates.range(first, last).0)
    }

    /// The day with which the weeks of a language begin.
    pub fn first_weekday(&self, language: &Language) -> Weekday {
        self.words.get(language).and_then(|own| own.dates.week_starts).unwrap_or(Weekday::Monday)
    }
}
