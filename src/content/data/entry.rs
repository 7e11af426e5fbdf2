//! One entry of a data file, key by key.

use std::collections::BTreeSet;

use crate::content::data::{Agency, Area, AreaKind, Campaign, Hotline, Place, Term, yearly};
use crate::content::{LinkTarget, Rules, kinds, local_text};
use crate::diagnostics::{Code, say};
use crate::keys::Takes;
use crate::locale::LocalText;
use crate::yaml::{Fields, Marked, Moment, Reading, Value};

/// One entry of a file.
pub(super) struct Entry<'e, 'r> {
    /// Its key.
    pub key: &'e str,
    /// What stands behind it.
    pub fields: Fields<'e>,
    /// The rules of the site.
    pub rules: &'e Rules,
    /// The file.
    pub reading: &'e mut Reading<'r>,
}

impl Entry<'_, '_> {
    /// Reads it as an agency.
    pub(super) fn agency(&mut self) -> Agency {
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

    /// Reads it as a place.
    pub(super) fn place(&mut self) -> Place {
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

    /// Reads it as an area.
    pub(super) fn area(&mut self) -> Area {
        let name = self.name("name");
        let kind = self.fields.word("kind", &AreaKind::WORDS, self.reading);
        Area { name, kind, formerly: self.texts("formerly") }
    }

    /// Reads it as a help line.
    pub(super) fn hotline(&mut self) -> Hotline {
        let is_empty = self.fields.empty("verified").is_some();
        let is_written = self.fields.key_of("verified").is_some() && !is_empty;
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

    /// Reads it as a campaign.
    pub(super) fn campaign(&mut self) -> Campaign {
        let days = ["starts", "ends"].map(|field| self.fields.take(field));
        if let [Some(first), Some(last)] = days {
            yearly::check_order((first, last), self.rules, self.reading);
        }
        let year = self.fields.take("since");
        year.into_iter().for_each(|year| yearly::check_year(year, self.reading));
        let name = self.name("name");
        let not = self.others("not", &name);
        Campaign {
            name,
            starts: self.text("starts"),
            ends: self.text("ends"),
            since: self.text("since"),
            url: self.url(),
            not,
        }
    }

    /// Reads it as a word.
    pub(super) fn term(&mut self) -> Term {
        let term = self.name("term");
        let not = self.others("not", &term);
        Term { term, meaning: self.required("meaning"), not }
    }

    /// A text that must be there; the key where it is not.
    fn name(&mut self, field: &'static str) -> LocalText {
        let text = self.fields.wanted_local_text(field, self.rules, self.reading);
        let text = text.filter(|text| text.all().next().is_some());
        text.unwrap_or_else(|| LocalText::One(self.key.to_owned()))
    }

    /// The number of a hotline, which may be several.
    fn number(&mut self) -> LocalText {
        let text = self.fields.wanted_local_text("number", self.rules, self.reading);
        text.unwrap_or_else(|| LocalText::One(String::new()))
    }

    /// A text without which there is nothing to show.
    fn required(&mut self, field: &'static str) -> Option<LocalText> {
        self.fields.wanted_local_text(field, self.rules, self.reading)
    }

    fn text(&mut self, field: &str) -> Option<LocalText> {
        self.fields.local_text(field, self.rules, self.reading)
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
        let read = |item| local_text(item, (field, &Takes::Texts), self.rules, self.reading);
        items.iter().filter_map(read).collect()
    }

    /// Spellings that are not used: none of them is that of the name.
    fn others(&mut self, field: &str, name: &LocalText) -> Vec<LocalText> {
        let own: BTreeSet<&str> = name.all().collect();
        let all = self.texts(field);
        let same = all.iter().flat_map(LocalText::all).find(|other| own.contains(*other));
        let span = self.fields.take(field).map(|node| node.span);
        if let Some((same, span)) = same.zip(span) {
            let message = say!(
                "`{same}` vừa là tên vừa nằm trong các cách viết không dùng",
                "`{same}` is the name and also one of the spellings that are not used"
            );
            let hint = say!("bỏ nó khỏi `{field}`", "take it out of `{field}`");
            self.reading.error(span, Code::BadValue, message, hint);
        }
        all
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
