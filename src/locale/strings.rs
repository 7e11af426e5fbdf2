//! The words of a theme in one language, with plural forms and named arguments.

use std::collections::BTreeMap;

use crate::locale::dates::fill;
use crate::locale::{DatePatterns, Language, NumberPatterns};

/// The words and patterns of one language.
#[derive(Clone, Default, Debug)]
pub struct Strings {
    /// By key, such as `nav.skip`.
    pub texts: BTreeMap<String, Plural>,
    /// The patterns for dates.
    pub dates: DatePatterns,
    /// The signs in numbers.
    pub numbers: NumberPatterns,
}

/// A text, in one form or in several by number (the categories of CLDR).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Plural {
    /// One form for every number.
    One(String),
    /// By category: `zero`, `one`, `two`, `few`, `many`, `other`.
    Forms(BTreeMap<String, String>),
}

impl Plural {
    /// The names of the categories.
    pub const CATEGORIES: [&'static str; 6] = ["zero", "one", "two", "few", "many", "other"];

    /// The form for a number in a language.
    pub fn form(&self, language: &Language, count: Option<f64>) -> &str {
        match self {
            Plural::One(text) => text,
            Plural::Forms(forms) => count
                .and_then(|count| forms.get(category(language, count)))
                .or_else(|| forms.get("other"))
                .or_else(|| forms.values().next())
                .map_or("", String::as_str),
        }
    }
}

impl Strings {
    /// The text of a key with its arguments filled in.
    pub fn text(
        &self,
        key: &str,
        language: &Language,
        arguments: &BTreeMap<String, String>,
        count: Option<f64>,
    ) -> Option<String> {
        let form = self.texts.get(key)?.form(language, count);
        Some(fill(form, |name| arguments.get(name).cloned()))
    }
}

/// CLDR's cardinal category, for the languages whose rule is not “one is one, else other”.
fn category(language: &Language, count: f64) -> &'static str {
    let main = language.as_str().split('-').next().unwrap_or_default();
    match main {
        "vi" | "th" | "lo" | "id" | "ja" | "ko" | "zh" | "my" | "km" => "other",
        "fr" if count < 2.0 => "one",
        "ar" => arabic(count),
        _ if count == 1.0 => "one",
        _ => "other",
    }
}

fn arabic(count: f64) -> &'static str {
    let hundredth = count % 100.0;
    if count == 0.0 {
        "zero"
    } else if count == 1.0 {
        "one"
    } else if count == 2.0 {
        "two"
    } else if (3.0..=10.0).contains(&hundredth) {
        "few"
    } else if hundredth >= 11.0 {
        "many"
    } else {
        "other"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_follows_the_number_and_the_language() {
        let forms = [("one", "{count} page"), ("other", "{count} pages")];
        let forms = Plural::Forms(forms.map(|(a, b)| (a.to_owned(), b.to_owned())).into());
        let strings = Strings { texts: [("n".to_owned(), forms)].into(), ..Strings::default() };
        let say = |code: &str, count: f64| {
            let arguments = [("count".to_owned(), count.to_string())].into();
            strings.text("n", &Language::new(code), &arguments, Some(count)).unwrap()
        };
        assert_eq!(say("en", 1.0), "1 page");
        assert_eq!(say("en", 3.0), "3 pages");
        assert_eq!(say("vi", 1.0), "1 pages");
    }
}
