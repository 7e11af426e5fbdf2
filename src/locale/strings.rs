//! The words of a theme in one language, with plural forms and named arguments.

use std::collections::BTreeMap;

use crate::locale::patterns::fill;
use crate::locale::{DatePatterns, Language, NumberPatterns, Plural};

/// The words and patterns of one language.
#[derive(Clone, Default, Debug)]
pub struct Strings {
    /// By key, such as `nav.skip`.
    pub texts: BTreeMap<String, Text>,
    /// The patterns for dates.
    pub dates: DatePatterns,
    /// The signs in numbers.
    pub numbers: NumberPatterns,
}

/// A text and the language that it is in, which may be that of a lender.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// The language of the file that it stands in.
    pub language: Language,
    /// What it says.
    pub plural: Plural,
}

impl Strings {
    /// The text of a key with its arguments filled in, and the language that it is in. The
    /// plural form is that of the text's own language.
    pub fn text(
        &self,
        key: &str,
        arguments: &BTreeMap<String, String>,
        count: Option<f64>,
    ) -> Option<(String, &Language)> {
        let Text { language, plural } = self.texts.get(key)?;
        let form = plural.form(language, count);
        Some((fill(form, |name| arguments.get(name).cloned()), language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_borrowed_text_keeps_the_plural_rules_of_its_own_language() {
        let forms = [("one", "{count} page"), ("other", "{count} pages")];
        let plural = Plural::Forms(forms.map(|(a, b)| (a.to_owned(), b.to_owned())).into());
        let text = Text { language: Language::new("en"), plural };
        let strings = Strings { texts: [("n".to_owned(), text)].into(), ..Strings::default() };
        let say = |count: f64| {
            let arguments = [("count".to_owned(), count.to_string())].into();
            strings.text("n", &arguments, Some(count)).unwrap()
        };
        assert_eq!(say(1.0), ("1 page".to_owned(), &Language::new("en")));
        assert_eq!(say(3.0).0, "3 pages");
        assert_eq!(strings.text("m", &BTreeMap::new(), None), None);
    }
}
