//! The data files as templates see them: as they are written, each text in one language.

use serde_json::{Map, Value as Json};

use crate::content::Language;
use crate::content::data::Data;
use crate::locale::marks::mark;

/// The languages of a site, and those that a page takes its texts from, its own first.
struct Wanted<'l> {
    all: &'l [Language],
    chain: &'l [&'l Language],
}

impl Data {
    /// Everything by file name, for pages in the first language of `chain`: each text in the
    /// first of these languages that has it, marked where that is not the page's own. `all` are
    /// the languages of the site.
    pub fn marked(&self, all: &[Language], chain: &[&Language]) -> Json {
        let wanted = Wanted { all, chain };
        let files = self.written.iter().map(|(name, file)| (name.clone(), wanted.shown(file)));
        Json::Object(files.collect())
    }
}

impl Wanted<'_> {
    fn shown(&self, value: &Json) -> Json {
        match value {
            Json::Object(map) => self.text(map).unwrap_or_else(|| {
                map.iter().map(|(key, value)| (key.clone(), self.shown(value))).collect()
            }),
            Json::Array(items) => items.iter().map(|item| self.shown(item)).collect(),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => value.clone(),
        }
    }

    /// A mapping whose every key is a language of the site is one text in several languages:
    /// gives that in the first of the chain that has one, else in any.
    fn text(&self, texts: &Map<String, Json>) -> Option<Json> {
        let is_text = texts.keys().all(|key| self.all.iter().any(|own| own.as_str() == key));
        let chain = self.chain.iter().map(|language| language.as_str());
        let wanted = chain.into_iter().find(|language| texts.contains_key(*language));
        let key = wanted.or_else(|| texts.keys().map(String::as_str).min()).filter(|_| is_text)?;
        let text = texts.get(key)?;
        let marked = text.as_str().zip(self.chain.first());
        let marked =
            marked.map(|(text, page)| mark(text.to_owned(), &Language::new(key), page).into());
        Some(marked.unwrap_or_else(|| text.clone()))
    }
}
