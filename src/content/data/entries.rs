//! Reads the entries of a data file that the program knows, key by key.

use std::collections::BTreeSet;

use crate::content::data::{
    Agency, Area, AreaKind, Campaign, Data, Entries, Hotline, Place, Term, danger, replaced,
    unchecked, yearly,
};
use crate::content::{LinkTarget, Rules, address, kinds, local_text, phone};
use crate::diagnostics::{Code, say};
use crate::keys::{self, Key};
use crate::locale::LocalText;
use crate::yaml::{Fields, Marked, Moment, Node, Reading, Value, told_as_text};

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
            "agencies" => file.read_into(&mut self.agencies, |file| file.agencies()),
            "places" => file.read_into(&mut self.places, |file| {
                file.entries(keys::PLACE, |entry| entry.place())
            }),
            "areas" => file
                .read_into(&mut self.areas, |file| file.entries(keys::AREA, |entry| entry.area())),
            "hotlines" => {
                let is_known = file.read_into(&mut self.hotlines, |file| {
                    file.entries(keys::HOTLINE, |entry| entry.hotline())
                });
                unchecked::tell(&self.hotlines, rules, file.reading);
                is_known
            }
            "campaigns" => file.read_into(&mut self.campaigns, |file| {
                file.entries(keys::CAMPAIGN, |entry| entry.campaign())
            }),
            "glossary" => file.read_into(&mut self.glossary, |file| {
                file.entries(keys::TERM, |entry| entry.term())
            }),
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

    /// The agencies. One that is replaced is so by another of them.
    fn agencies(&mut self) -> Entries<Agency> {
        let agencies = self.entries(keys::AGENCY, |entry| entry.agency());
        replaced::check(&agencies, self.reading);
        agencies
    }
}

/// One entry of a file.
struct Entry<'e, 'r> {
    key: &'e str,
    fields: Fields<'e>,
    rules: &'e Rules,
    reading: &'e mut Reading<'r>,
}

impl Entry<'_, '_> {
    fn agency(&mut self) -> Agency {
        let replaced_on = self.day("replaced_on");
        yearly::check_far(replaced_on.as_ref(), self.reading);
        Agency {
            name: self.name("name"),
            short: self.text("short"),
            url: self.url(),
            government: self.flag("government").unwrap_or(true),
            replaced_by: self.fields.marked_text("replaced_by", self.reading),
            replaced_on,
        }
    }

    fn place(&mut self) -> Place {
        Place {
            name: self.name("name"),
            address: self.text("address"),
            url: self.url(),
            map: self.map(),
            access: self.text("access"),
            area: self.fields.marked_text("area", self.reading),
            sample: self.flag("sample").unwrap_or(false),
            formerly: self.texts("formerly"),
        }
    }

    fn area(&mut self) -> Area {
        let name = self.name("name");
        let kind = self.fields.word("kind", &AreaKind::WORDS, self.reading);
        Area { name, kind, formerly: self.texts("formerly") }
    }

    fn hotline(&mut self) -> Hotline {
        let is_written = self.fields.key_of("verified").is_some();
        let verified = self.day("verified");
        let is_unchecked = !is_written && self.fields.may_lack("verified");
        Hotline {
            unchecked: is_unchecked.then(|| self.fields.span()),
            number: self.number(),
            name: self.text("name"),
            when: self.text("when"),
            hours: self.text("hours"),
            free: self.flag("free").unwrap_or(false),
            url: self.url(),
            verified,
            source: self.text("source"),
        }
    }

    fn campaign(&mut self) -> Campaign {
        let days = ["starts", "ends"].into_iter().filter_map(|field| self.fields.take(field));
        days.for_each(|day| yearly::check_day(day, self.rules, self.reading));
        let year = self.fields.take("since");
        year.into_iter().for_each(|year| yearly::check_year(year, self.reading));
        Campaign {
            name: self.name("name"),
            starts: self.text("starts"),
            ends: self.text("ends"),
            since: self.text("since"),
            url: self.url(),
            not: self.texts("not"),
        }
    }

    fn term(&mut self) -> Term {
        Term { term: self.name("term"), meaning: self.required("meaning"), not: self.texts("not") }
    }

    /// A text that must be there; the key where it is not.
    fn name(&mut self, field: &'static str) -> LocalText {
        let node = self.fields.take(field);
        if node.is_none() {
            self.fields.missing(field, self.reading);
        }
        let text = node.and_then(|node| local_text(node, field, self.rules, self.reading));
        let text = text.filter(|text| text.all().next().is_some());
        text.unwrap_or_else(|| LocalText::One(self.key.to_owned()))
    }

    /// The number of a hotline, which may be several.
    fn number(&mut self) -> LocalText {
        let node = self.fields.take("number");
        match node {
            Some(node) if Moment::parse(&node.written()).is_ok() => {
                let written = node.written();
                let message = say!(
                    "`{written}` là một ngày, không phải số điện thoại",
                    "`{written}` is a day, not a telephone number"
                );
                let hint = say!(
                    "viết số điện thoại như `\"0255 3712 135\"`",
                    "write a telephone number, like `\"0255 3712 135\"`"
                );
                self.reading.error(node.span, Code::BadPhone, message, hint);
            }
            Some(node) => phone::check(node, self.reading),
            None => self.fields.missing("number", self.reading),
        }
        let text = node.and_then(|node| local_text(node, "number", self.rules, self.reading));
        text.unwrap_or_else(|| LocalText::One(String::new()))
    }

    /// A text without which there is nothing to show.
    fn required(&mut self, field: &'static str) -> Option<LocalText> {
        let node = self.fields.take(field);
        if node.is_none() {
            self.fields.missing(field, self.reading);
        }
        local_text(node?, field, self.rules, self.reading)
    }

    fn text(&mut self, field: &str) -> Option<LocalText> {
        let node = self.fields.take(field)?;
        local_text(node, field, self.rules, self.reading)
    }

    /// A list of texts; one text alone is a list of one.
    fn texts(&mut self, field: &str) -> Vec<LocalText> {
        let Some(node) = self.fields.take(field) else { return Vec::new() };
        let items = match &node.value {
            Value::List(items) => items.as_slice(),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Map(_)
            | Value::Unknown => std::slice::from_ref(node),
        };
        let read = |item| local_text(item, field, self.rules, self.reading);
        items.iter().filter_map(read).collect()
    }

    fn flag(&mut self, field: &str) -> Option<bool> {
        self.fields.flag(field, self.reading)
    }

    fn day(&mut self, field: &str) -> Option<Marked<Moment>> {
        self.fields.moment(field, self.reading)
    }

    fn map(&mut self) -> Option<LinkTarget> {
        let written = self.fields.marked_text("map", self.reading)?;
        kinds::map(written, self.reading)
    }

    fn url(&mut self) -> Option<LinkTarget> {
        LinkTarget::outside_of(&mut self.fields, "url", self.reading)
    }
}
