//! Entries that are one by what readers see of them: copies under another key, and copies in which
//! somebody forgot to change the number.

use std::collections::BTreeMap;

use crate::content::data::{Agency, Area, Campaign, Entries, Hotline, Place, Term};
use crate::content::phone::{self, Part};
use crate::content::{Language, Rules};
use crate::diagnostics::{Code, Diagnostic, Severity, Span, say};
use crate::locale::{LocalText, Name};
use crate::yaml::{Node, Reading, Value};

/// An entry that has a name.
pub(super) trait Named {
    /// Its name.
    fn name(&self) -> &LocalText;

    /// Whether another one may have the same name.
    fn may_share(&self, other: &Self, language: &Language) -> bool;
}

impl Named for Agency {
    fn name(&self) -> &LocalText {
        &self.name
    }

    /// Where communes were joined, the new one often has the name of one of the old.
    fn may_share(&self, other: &Agency, _: &Language) -> bool {
        self.replaced_by.is_some() || other.replaced_by.is_some()
    }
}

impl Named for Place {
    fn name(&self) -> &LocalText {
        &self.name
    }

    /// Each village has its house of culture.
    fn may_share(&self, other: &Place, language: &Language) -> bool {
        let area = |place: &Place| place.area.as_ref().map(|area| area.value.clone());
        let address = |place: &Place| place.address.as_ref().map(|text| name_of(text, language));
        differ(area(self), area(other)) || differ(address(self), address(other))
    }
}

impl Named for Area {
    fn name(&self) -> &LocalText {
        &self.name
    }

    fn may_share(&self, other: &Area, _: &Language) -> bool {
        differ(self.kind, other.kind)
    }
}

impl Named for Campaign {
    fn name(&self) -> &LocalText {
        &self.name
    }

    fn may_share(&self, _: &Campaign, _: &Language) -> bool {
        false
    }
}

impl Named for Term {
    fn name(&self) -> &LocalText {
        &self.term
    }

    fn may_share(&self, _: &Term, _: &Language) -> bool {
        false
    }
}

/// Whether both are written, and not as the same.
fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

fn name_of(text: &LocalText, language: &Language) -> Name {
    Name::of(text.get([language]))
}

/// Says which entries have the name of one above them.
pub(super) fn check_names<T: Named>(
    entries: &Entries<T>,
    (node, rules): (&Node, &Rules),
    reading: &mut Reading<'_>,
) {
    let (language, spans) = (&rules.default_language, spans(node));
    let mut known: BTreeMap<Name, (&str, &T)> = BTreeMap::new();
    for (key, entry) in entries.iter() {
        let name = name_of(entry.name(), language);
        let Some((first, other)) = known.get(&name).filter(|_| !name.is_empty()) else {
            known.insert(name, (key, entry));
            continue;
        };
        if entry.may_share(other, language) {
            continue;
        }
        let written = entry.name().get([language]);
        let message = say!(
            "`{key}` và `{first}` cùng mang tên `{written}`",
            "`{key}` and `{first}` have one name, `{written}`"
        );
        let hint = say!(
            "nếu là một, xoá một mục và dùng mã của mục kia; nếu là hai, viết tên cho khác nhau",
            "if they are one, delete an entry and use the key of the other; if they are two, let their names differ"
        );
        let fault = Diagnostic::warning(Code::AmbiguousName, message).hint(hint);
        spans.get(key).into_iter().for_each(|span| reading.tell(*span, fault.clone()));
    }
}

/// Says which help lines have the number of one above them. Two that answer in one office may, but
/// more often a copy was not finished.
pub(super) fn check_numbers(
    hotlines: &Entries<Hotline>,
    (node, rules): (&Node, &Rules),
    reading: &mut Reading<'_>,
) {
    let (language, spans) = (&rules.default_language, spans(node));
    let mut known: BTreeMap<Vec<String>, (&str, &Hotline)> = BTreeMap::new();
    for (key, hotline) in hotlines.iter() {
        let written = hotline.number.get([language]);
        let numbers = dialled(written);
        let Some((first, other)) = known.get(&numbers).filter(|_| !numbers.is_empty()) else {
            known.insert(numbers, (key, hotline));
            continue;
        };
        let name = |hotline: &Hotline| hotline.name.as_ref().map(|name| name_of(name, language));
        let are_two = differ(name(hotline), name(other));
        let message = say!(
            "`{key}` và `{first}` cùng một số `{written}`",
            "`{key}` and `{first}` have one number, `{written}`"
        );
        let hint = say!(
            "gọi thử; nếu chép nhầm, viết lại số; nếu đúng là một số, gộp hai mục làm một",
            "call it; if it was copied by mistake, write the right number; if it is one, make one entry of both"
        );
        let severity = if are_two { Severity::Note } else { Severity::Warning };
        let fault = Diagnostic::warning(Code::AmbiguousName, message).hint(hint);
        let fault = Diagnostic { severity, ..fault };
        spans.get(key).into_iter().for_each(|span| reading.tell(*span, fault.clone()));
    }
}

/// The numbers in a field as they are dialled.
fn dialled(written: &str) -> Vec<String> {
    let parts = phone::read(written).unwrap_or_default();
    let numbers = parts.into_iter().filter_map(|part| match part {
        Part::Number(_, phone) => Some(phone.link()),
        Part::Text(_) => None,
    });
    numbers.collect()
}

/// Where the keys of entries stand.
fn spans(node: &Node) -> BTreeMap<&str, Span> {
    let Value::Map(entries) = &node.value else { return BTreeMap::new() };
    entries.iter().map(|(key, _)| (key.name.as_str(), key.span)).collect()
}
