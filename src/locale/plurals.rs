//! Plural forms: which form of a text a number takes, by the rules of CLDR.

use std::collections::BTreeMap;

use fixed_decimal::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralOperands, PluralRules};

use crate::locale::Language;

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

    /// The categories that the numbers of a language fall into; only `other` for a language
    /// that CLDR does not know.
    pub fn categories(language: &Language) -> Vec<&'static str> {
        rules(language)
            .map_or_else(|| vec!["other"], |rules| rules.categories().map(category_name).collect())
    }

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

    /// Every form.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        let (one, several) = match self {
            Plural::One(text) => (Some(text), None),
            Plural::Forms(forms) => (None, Some(forms.values())),
        };
        one.into_iter().chain(several.into_iter().flatten()).map(String::as_str)
    }
}

fn rules(language: &Language) -> Option<PluralRules> {
    let locale: Locale = language.as_str().parse().ok()?;
    PluralRules::try_new_cardinal(locale.into()).ok()
}

fn category(language: &Language, count: f64) -> &'static str {
    // The digits decide: 1 and 1.5 are different in English, 1 and 1.0 would be too.
    let digits: Option<Decimal> = count.to_string().parse().ok();
    let category = rules(language)
        .zip(digits)
        .map(|(rules, digits)| rules.category_for(PluralOperands::from(&digits)));
    category.map_or("other", category_name)
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Unicode's chart of plural rules says (CLDR, Language Plural Rules).
    #[test]
    fn each_language_has_its_own_rules() {
        let vectors: &[(&str, &[(f64, &str)])] = &[
            ("ja", &[(0.0, "other"), (1.0, "other"), (21.0, "other")]),
            ("en", &[(0.0, "other"), (1.0, "one"), (1.5, "other"), (2.0, "other"), (-1.0, "one")]),
            ("fr", &[(0.0, "one"), (1.5, "one"), (2.0, "other")]),
            ("ru", &[(1.0, "one"), (2.0, "few"), (5.0, "many"), (11.0, "many"), (21.0, "one")]),
            ("ru", &[(22.0, "few"), (112.0, "many"), (1.5, "other")]),
            ("ar", &[(0.0, "zero"), (1.0, "one"), (2.0, "two"), (3.0, "few"), (11.0, "many")]),
            ("ar", &[(100.0, "other"), (102.0, "other"), (103.0, "few"), (1.5, "other")]),
            ("pl", &[(1.0, "one"), (22.0, "few"), (12.0, "many")]),
            ("cy", &[(0.0, "zero"), (3.0, "few"), (6.0, "many")]),
            ("hre", &[(1.0, "other"), (2.0, "other")]),
            ("en-GB", &[(1.0, "one")]),
        ];
        for (code, numbers) in vectors {
            for (count, wanted) in *numbers {
                assert_eq!(category(&Language::new(code), *count), *wanted, "{count} in {code}");
            }
        }
    }

    #[test]
    fn a_language_tells_which_forms_it_has() {
        assert_eq!(Plural::categories(&Language::new("en")), ["one", "other"]);
        assert_eq!(Plural::categories(&Language::new("hre")), ["other"]);
        assert_eq!(Plural::categories(&Language::new("ar")).len(), 6);
    }

    #[test]
    fn a_form_that_is_not_written_is_the_general_one() {
        let forms = [("one", "{count} page"), ("other", "{count} pages")];
        let forms = Plural::Forms(forms.map(|(a, b)| (a.to_owned(), b.to_owned())).into());
        assert_eq!(forms.form(&Language::new("en"), Some(1.0)), "{count} page");
        assert_eq!(forms.form(&Language::new("ar"), Some(3.0)), "{count} pages");
        assert_eq!(forms.form(&Language::new("en"), None), "{count} pages");
        let general = Plural::Forms([("other".to_owned(), "{count} bài".to_owned())].into());
        for count in [0.0, 1.0, 2.0, 21.0] {
            assert_eq!(general.form(&Language::new("vi"), Some(count)), "{count} bài");
        }
    }
}
