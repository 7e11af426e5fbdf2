//! Languages, and texts that are given in several of them.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Serialize;

/// The code of a language (BCP 47), such as `vi`, `en`, `hre`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct Language(Arc<str>);

impl Language {
    /// The language of this code.
    pub fn new(code: &str) -> Language {
        Language(code.into())
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code that is meant by one that is none: of a country, or of three letters where the
    /// language has two (BCP 47 §2.2.1).
    pub fn meant_by(code: &str) -> Option<&'static str> {
        match code.to_ascii_lowercase().as_str() {
            "vn" | "vie" | "vi_vn" | "vietnamese" => Some("vi"),
            "eng" | "us" | "gb" | "en_us" | "en_gb" | "english" => Some("en"),
            "fra" | "fre" => Some("fr"),
            "zho" | "chi" | "cn" => Some("zh"),
            "jpn" | "jp" => Some("ja"),
            "kor" | "kr" => Some("ko"),
            "khm" | "kh" => Some("km"),
            "lao" | "la_la" => Some("lo"),
            "tha" => Some("th"),
            "rus" => Some("ru"),
            "deu" | "ger" => Some("de"),
            "spa" => Some("es"),
            _ => None,
        }
    }

    /// Whether the language is Vietnamese, of whichever place.
    pub fn is_vietnamese(&self) -> bool {
        self.0.split('-').next() == Some("vi")
    }

    /// The language and its country as the Open Graph protocol has them (`og:locale`), where
    /// it says so itself or one country goes without saying.
    pub fn open_graph(&self) -> Option<String> {
        let mut parts = self.0.split('-');
        let main = parts.next().unwrap_or_default();
        let named = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
        let country = match main {
            "vi" => "VN",
            "en" => "GB",
            "fr" => "FR",
            "de" => "DE",
            "es" => "ES",
            "it" => "IT",
            "ja" => "JP",
            "km" => "KH",
            "ko" => "KR",
            "lo" => "LA",
            "ru" => "RU",
            "th" => "TH",
            "zh" => "CN",
            _ => "",
        };
        let country = named.unwrap_or_else(|| country.to_owned());
        (!country.is_empty()).then(|| format!("{main}_{country}"))
    }

    /// Which way the language is written: `ltr` or `rtl`.
    pub fn direction(&self) -> &'static str {
        let main = self.0.split('-').next().unwrap_or_default();
        match main {
            "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ks" | "ku" | "ps" | "sd" | "syr"
            | "ug" | "ur" | "yi" => "rtl",
            _ => "ltr",
        }
    }
}

impl Borrow<str> for Language {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text of the site's own: one for all languages, or one for each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LocalText {
    /// The same in every language.
    One(String),
    /// By language.
    Each(BTreeMap<Language, String>),
}

impl LocalText {
    /// The text in the first of these languages that has one, else in any language.
    pub fn get<'a>(&'a self, chain: impl IntoIterator<Item = &'a Language>) -> &'a str {
        match self {
            LocalText::One(text) => text,
            LocalText::Each(texts) => Self::find(texts, chain).map_or("", |(text, _)| text),
        }
    }

    /// The same with the language that the text is in: that of the reader for a text that
    /// is one for all.
    pub fn get_marked<'a>(
        &'a self,
        chain: impl IntoIterator<Item = &'a Language>,
        reader: &'a Language,
    ) -> (&'a str, &'a Language) {
        match self {
            LocalText::One(text) => (text, reader),
            LocalText::Each(texts) => Self::find(texts, chain).unwrap_or(("", reader)),
        }
    }

    /// The text in the first of these languages that has one, and in no other.
    pub fn get_in<'a>(&'a self, chain: impl IntoIterator<Item = &'a Language>) -> Option<&'a str> {
        match self {
            LocalText::One(text) => Some(text),
            LocalText::Each(texts) => {
                chain.into_iter().find_map(|language| texts.get(language)).map(String::as_str)
            }
        }
    }

    /// The text in every language that has one.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (one, each) = match self {
            LocalText::One(text) => (Some(text), None),
            LocalText::Each(texts) => (None, Some(texts.values())),
        };
        one.into_iter().chain(each.into_iter().flatten()).map(String::as_str)
    }

    fn find<'a>(
        texts: &'a BTreeMap<Language, String>,
        chain: impl IntoIterator<Item = &'a Language>,
    ) -> Option<(&'a str, &'a Language)> {
        let found = chain.into_iter().find_map(|language| texts.get_key_value(language));
        found.or_else(|| texts.iter().next()).map(|(language, text)| (text.as_str(), language))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_told_only_where_it_is_known() {
        let told = |code: &str| Language::new(code).open_graph();
        assert_eq!(told("vi").as_deref(), Some("vi_VN"));
        assert_eq!(told("pt-BR").as_deref(), Some("pt_BR"));
        assert_eq!(told("zh-Hant-TW").as_deref(), Some("zh_TW"));
        assert_eq!(told("hre"), None);
        assert_eq!(told("ar"), None);
    }
}
