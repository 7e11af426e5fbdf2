//! The order of the alphabet, by ICU's collation data.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use crate::locale::Language;

/// The order of one language's alphabet.
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of this language; the root order for a language that ICU does not know.
    pub fn of(language: &Language) -> Order {
        let locale: Locale = language.as_str().parse().unwrap_or(Locale::UNKNOWN);
        Order(Collator::try_new(locale.into(), CollatorOptions::default()).ok())
    }

    /// How two texts stand to each other.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_letters_and_tones_stand_in_their_order() {
        let sorted = [
            "an",
            "án",
            "anh",
            "áo",
            "ăn",
            "ân",
            "Ba Tơ",
            "Bình Sơn",
            "da",
            "dà",
            "dả",
            "dã",
            "dạ",
            "đa",
            "đá",
            "Đăk Hà",
            "Đắk Tô",
            "Đức Phổ",
            "Ia H'Drai",
            "Kon Plông",
            "Lý Sơn",
            "ung",
            "Ưng",
            "ứng",
        ];
        let mut words = sorted;
        words.reverse();
        let order = Order::of(&Language::new("vi"));
        words.sort_by(|a, b| order.compare(a, b));
        assert_eq!(words, sorted);
    }
}
