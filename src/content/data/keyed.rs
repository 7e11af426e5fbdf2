//! The entries of a data file by their keys, and what is not known of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::Known;

/// The entries of a file by their keys, in the order of the file.
#[derive(Clone, Debug)]
pub struct Entries<T> {
    list: Vec<(String, T)>,
    /// Where each key stands in the list.
    places: BTreeMap<String, usize>,
    /// Keys of entries that could not be read.
    unread: BTreeSet<String>,
    /// Whether there may be others, in what could not be read.
    is_partial: bool,
}

impl<T> Default for Entries<T> {
    fn default() -> Entries<T> {
        Entries {
            list: Vec::new(),
            places: BTreeMap::new(),
            unread: BTreeSet::new(),
            is_partial: false,
        }
    }
}

impl<T> FromIterator<(String, T)> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(all: I) -> Entries<T> {
        let list: Vec<(String, T)> = all.into_iter().collect();
        let places = list.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
        Entries { list, places, ..Entries::default() }
    }
}

impl<T> Entries<T> {
    /// The entry of this key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.entry(key).map(|(_, entry)| entry)
    }

    /// The entry of this key, with its key.
    pub(super) fn entry(&self, key: &str) -> Option<(&str, &T)> {
        let found = self.places.get(key).and_then(|at| self.list.get(*at));
        found.map(|(key, entry)| (key.as_str(), entry))
    }

    /// Whether there is an entry of this key, if it could be read or not.
    pub fn has(&self, key: &str) -> Known {
        let is_found = self.places.contains_key(key) || self.unread.contains(key);
        Known::of(is_found, self.are_known())
    }

    /// The keys, of entries that could not be read too.
    pub fn keys(&self) -> impl Iterator<Item = &str> + Clone {
        let read = self.list.iter().map(|(key, _)| key.as_str());
        read.chain(self.unread.iter().map(String::as_str))
    }

    /// Whether these are all the keys that were written.
    pub(super) fn are_known(&self) -> bool {
        !self.is_partial
    }

    /// Entries of which nothing is known.
    pub(super) fn unknown() -> Entries<T> {
        Entries { is_partial: true, ..Entries::default() }
    }

    /// These entries beside those that could not be read. `is_partial` if not all keys are known.
    pub(super) fn beside(self, unread: BTreeSet<String>, is_partial: bool) -> Entries<T> {
        Entries { unread, is_partial, ..self }
    }

    /// The entries with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.list.iter().map(|(key, entry)| (key.as_str(), entry))
    }
}
