//! Reads the entries of a data file that the program knows.

use std::collections::BTreeSet;

use crate::content::data::entry::Entry;
use crate::content::data::{Data, Entries, alike, danger, replaced, unchecked};
use crate::content::{Rules, address};
use crate::keys::{self, Key};
use crate::yaml::{Fields, Node, Reading, Value, told_as_text};

impl Data {
    /// Reads one file. What is no mapping where entries belong is left out: templates count on
    /// entries by name.
    pub(super) fn add(
        &mut self,
        name: String,
        node: &Node,
        rules: &Rules,
        reading: &mut Reading<'_>,
    ) {
        let mut file = File { node, rules, reading };
        let is_known = match name.as_str() {
            "agencies" => file.read_into(&mut self.agencies, |file| {
                let agencies = file.named(keys::AGENCY, |entry| entry.agency());
                replaced::check(&agencies, file.reading);
                agencies
            }),
            "places" => file
                .read_into(&mut self.places, |file| file.named(keys::PLACE, |entry| entry.place())),
            "areas" => {
                file.read_into(&mut self.areas, |file| file.named(keys::AREA, |entry| entry.area()))
            }
            "hotlines" => {
                let is_known = file.read_into(&mut self.hotlines, |file| {
                    let hotlines = file.entries(keys::HOTLINE, |entry| entry.hotline());
                    alike::check_numbers(&hotlines, (file.node, file.rules), file.reading);
                    hotlines
                });
                unchecked::tell(&self.hotlines, rules, file.reading);
                is_known
            }
            "campaigns" => file.read_into(&mut self.campaigns, |file| {
                file.named(keys::CAMPAIGN, |entry| entry.campaign())
            }),
            "glossary" => file
                .read_into(&mut self.glossary, |file| file.named(keys::TERM, |entry| entry.term())),
            "danger" => match danger::read(node, rules, file.reading) {
                Some(words) => {
                    self.danger = words;
                    true
                }
                None => false,
            },
            _ => {
                address::check_open(node, file.reading);
                self.written.insert(name, node.to_json());
                return;
            }
        };
        if is_known {
            // No key of theirs counts anything: a number is a text, in quotation marks or not.
            self.written.insert(name, node.to_texts());
        } else {
            self.unknown.insert(name);
        }
    }

    /// Notes that nothing is known of a file.
    pub(super) fn add_unknown(&mut self, name: String) {
        match name.as_str() {
            "agencies" => self.agencies = Entries::unknown(),
            "places" => self.places = Entries::unknown(),
            "areas" => self.areas = Entries::unknown(),
            "hotlines" => self.hotlines = Entries::unknown(),
            "campaigns" => self.campaigns = Entries::unknown(),
            "glossary" => self.glossary = Entries::unknown(),
            _ => {}
        }
        self.unknown.insert(name);
    }
}

/// A file that holds entries of one kind.
struct File<'f, 'r> {
    node: &'f Node,
    rules: &'f Rules,
    reading: &'f mut Reading<'r>,
}

impl<'r> File<'_, 'r> {
    /// Reads the entries, misspelt keys as they are meant; whether all of the file is known.
    fn read_into<T>(
        &mut self,
        entries: &mut Entries<T>,
        read: impl Fn(&mut File<'_, 'r>) -> Entries<T>,
    ) -> bool {
        let rules = self.rules;
        *entries = self
            .reading
            .as_meant(self.node, |node, reading| read(&mut File { node, rules, reading }));
        entries.are_known()
    }

    /// The entries, each with these keys.
    fn entries<T>(
        &mut self,
        keys: &'static [Key],
        read: impl Fn(&mut Entry<'_, 'r>) -> T,
    ) -> Entries<T> {
        let Some(mut all) = Fields::of(self.node, &[], self.reading) else {
            return Entries::unknown();
        };
        let (mut unread, mut is_partial) = (BTreeSet::new(), false);
        let entries = all.rest().into_iter().filter_map(|(key, node)| {
            is_partial |= matches!(node.value, Value::Unknown);
            // Of a text alone the one key that must be there is its name.
            let first = keys.first().filter(|first| first.name != "term");
            let is_text = first.is_some_and(|first| told_as_text(node, first.name, self.reading));
            let fields = if is_text { None } else { Fields::of(node, keys, self.reading) };
            let Some(fields) = fields else {
                unread.insert(key.name.clone());
                return None;
            };
            let (rules, reading) = (self.rules, &mut *self.reading);
            let mut entry = Entry { key: &key.name, fields, rules, reading };
            let value = read(&mut entry);
            entry.fields.finish(entry.reading);
            Some((key.name.clone(), value))
        });
        let entries: Entries<T> = entries.collect();
        entries.beside(unread, is_partial)
    }

    /// The same where each has a name of its own.
    fn named<T: alike::Named>(
        &mut self,
        keys: &'static [Key],
        read: impl Fn(&mut Entry<'_, 'r>) -> T,
    ) -> Entries<T> {
        let entries = self.entries(keys, read);
        alike::check_names(&entries, (self.node, self.rules), self.reading);
        entries
    }
}
