//! What may stand behind a key.

use crate::keys::{Key, Text};

/// What may stand behind a key.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// A text; numbers are texts too.
    Text,
    /// One text, or one for each language.
    Texts,
    /// A whole number.
    Whole,
    /// A whole number from 1 on.
    Count,
    /// `true` or `false`.
    Flag,
    /// A day, or a day and a time of day.
    Day,
    /// A time of day, or a day with one.
    Time,
    /// Telephone numbers, as one text or one for each language.
    Phone,
    /// A day of each year in words, one text or one for each language.
    YearDay,
    /// Times of day in words, one text or one for each language.
    Hours,
    /// A part of an address, or one for each language.
    AddressPart,
    /// One of these words.
    Word(&'static [Word]),
    /// What something else is called by which it is found.
    Name(Refers),
    /// A list.
    ListOf(&'static Takes),
    /// A list, or one alone.
    OneOrMore(&'static Takes),
    /// A mapping with these keys.
    Mapping(&'static [Key]),
    /// A mapping with names of one's own.
    ByName(&'static Takes),
    /// A mapping whose names are languages.
    ByLanguage(&'static Takes),
    /// One of several forms; at most one of them holds a mapping.
    Either(&'static [Takes]),
    /// Whatever one likes.
    Anything,
}

/// A word of a fixed set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// As it is written.
    pub word: &'static str,
    /// What people write for it, without marks, in small letters.
    pub called: &'static [&'static str],
    /// What it means.
    pub about: Text,
}

/// A word of a fixed set with what it means in Vietnamese and English.
pub(super) const fn word(word: &'static str, vi: &'static str, en: &'static str) -> Word {
    Word { word, called: &[], about: Text { vi, en } }
}

impl Word {
    /// The same with what people write for it.
    pub(super) const fn called(self, called: &'static [&'static str]) -> Word {
        Word { called, ..self }
    }
}

/// What a name is looked up in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refers {
    /// The entries of `agencies.yaml`.
    Agency,
    /// The entries of `places.yaml`.
    Place,
    /// The entries of `areas.yaml`.
    Area,
    /// The terms of the taxonomy that the key is named after.
    Term,
    /// The tasks of the plan that the schedule names.
    Task,
    /// The events of the same schedule, and pages.
    Event,
    /// The pages that are plans.
    Plan,
    /// The pages of the site, and files beside the page.
    Page,
    /// The files beside the page or elsewhere in the site.
    File,
    /// The pictures beside the page or elsewhere in the site.
    Picture,
    /// The sheets beside the page or elsewhere in the site.
    Sheet,
    /// Pages and files of other sites.
    Web,
    /// The site: an address on it, from its root on.
    Address,
    /// The languages of the site.
    Language,
    /// The templates of the theme.
    Template,
    /// The folders below `themes`.
    Theme,
    /// The time zones of the world.
    Zone,
}

impl Takes {
    /// Whether it is one text, or one for each language.
    pub fn is_local(&self) -> bool {
        matches!(
            self,
            Takes::Texts | Takes::Phone | Takes::YearDay | Takes::Hours | Takes::AddressPart
        )
    }

    /// Whether a text with nothing in it may mean anything here.
    pub fn may_be_empty(&self) -> bool {
        self.forms().iter().any(|form| match form {
            Takes::Text | Takes::Texts | Takes::Anything => true,
            Takes::Mapping(_) | Takes::ByName(_) | Takes::ByLanguage(_) => true,
            Takes::ListOf(_) | Takes::OneOrMore(_) | Takes::Either(_) => true,
            Takes::Whole | Takes::Count | Takes::Flag | Takes::Day | Takes::Time => false,
            Takes::Phone | Takes::YearDay | Takes::Hours | Takes::AddressPart => false,
            Takes::Word(_) | Takes::Name(_) => false,
        })
    }

    /// The forms that may be written here, one by one; those of the items of a list.
    pub fn forms(&self) -> Vec<&Takes> {
        match self {
            Takes::ListOf(item) | Takes::OneOrMore(item) => item.forms(),
            Takes::Either(forms) => forms.iter().flat_map(Takes::forms).collect(),
            Takes::Text
            | Takes::Texts
            | Takes::Whole
            | Takes::Count
            | Takes::Flag
            | Takes::Day
            | Takes::Time
            | Takes::Phone
            | Takes::YearDay
            | Takes::Hours
            | Takes::AddressPart
            | Takes::Word(_)
            | Takes::Name(_)
            | Takes::Mapping(_)
            | Takes::ByName(_)
            | Takes::ByLanguage(_)
            | Takes::Anything => vec![self],
        }
    }

    /// The keys of the mapping that may be written here, or in the items of the list; none where
    /// no mapping is wanted, or one with names of one's own.
    pub fn keys(&self) -> &'static [Key] {
        let forms = self.forms().into_iter();
        let mut keys = forms
            .filter_map(|form| if let Takes::Mapping(keys) = form { Some(*keys) } else { None });
        keys.next().unwrap_or(&[])
    }

    /// The words of fixed sets that may stand here, or in the list.
    pub fn words(&self) -> Vec<Word> {
        let forms = self.forms().into_iter();
        let words = forms
            .filter_map(|form| if let Takes::Word(words) = form { Some(*words) } else { None });
        words.flatten().copied().collect()
    }

    /// What a name here is looked up in, or in the list.
    pub fn refers(&self) -> Option<Refers> {
        let mut forms = self.forms().into_iter();
        forms.find_map(|form| if let Takes::Name(refers) = form { Some(*refers) } else { None })
    }

    /// What may stand behind this name in the mapping that may be written here, or in the items
    /// of the list.
    pub fn behind(&self, name: &str) -> Option<&'static Takes> {
        self.forms().into_iter().find_map(|form| match form {
            Takes::Mapping(keys) => {
                let is_named = |key: &&Key| key.name == name || key.aliases.contains(&name);
                keys.iter().find(is_named).map(|key| &key.takes)
            }
            Takes::ByName(value) | Takes::ByLanguage(value) => Some(*value),
            own if own.is_local() => Some(&Takes::Text),
            Takes::ListOf(_)
            | Takes::OneOrMore(_)
            | Takes::Either(_)
            | Takes::Text
            | Takes::Texts
            | Takes::Phone
            | Takes::YearDay
            | Takes::Hours
            | Takes::AddressPart
            | Takes::Whole
            | Takes::Count
            | Takes::Flag
            | Takes::Day
            | Takes::Time
            | Takes::Word(_)
            | Takes::Name(_)
            | Takes::Anything => None,
        })
    }

    /// Adds the keys of all mappings that may be written here, below names of one's own too.
    pub(super) fn collect(&self, found: &mut Vec<&'static Key>) {
        for form in self.forms() {
            if let Takes::ByName(inner) | Takes::ByLanguage(inner) = form {
                inner.collect(found);
            }
            if let Takes::Mapping(keys) = form {
                found.extend(*keys);
            }
        }
    }
}
