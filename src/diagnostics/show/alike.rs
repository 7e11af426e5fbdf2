//! Faults in the order in which people mend them: errors first, and one slip that stands in
//! a thousand files not a thousand times.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::show::{Tongue, printable, whereabouts};
use crate::diagnostics::{Code, Diagnostic, Place, Severity};

/// How many faults of one wording are shown whole; how many more there are is counted.
const WHOLE: usize = 2;

/// How many of the others are named by their places.
const NAMED: usize = 5;

/// Faults of one wording: the same word in the same wrong place of many files.
pub(super) struct Alike<'d> {
    all: Vec<&'d Diagnostic>,
}

/// The faults that are shown whole, errors first and else in their order; and all of whose
/// wording there are more.
pub(super) fn chosen(diagnostics: &[Diagnostic]) -> (Vec<&Diagnostic>, Vec<Alike<'_>>) {
    let mut by_wording: BTreeMap<(Severity, Code, Cow<'_, str>), Vec<&Diagnostic>> =
        BTreeMap::new();
    let mut whole = Vec::new();
    for fault in diagnostics {
        let wording = wording(&fault.message.en);
        let alike = by_wording.entry((fault.severity, fault.code, wording)).or_default();
        alike.push(fault);
        if alike.len() <= WHOLE {
            whole.push(fault);
        }
    }
    whole.sort_by_key(|fault| fault.severity);
    let many = by_wording.into_iter().filter(|(_, all)| all.len() > WHOLE);
    let mut many: Vec<_> = many.map(|((severity, ..), all)| (severity, all)).collect();
    many.sort_by_key(|(severity, all)| (*severity, std::cmp::Reverse(all.len())));
    (whole, many.into_iter().map(|(_, all)| Alike { all }).collect())
}

/// A sentence without the numbers of lines in it, which differ where all else is one.
fn wording(text: &str) -> Cow<'_, str> {
    let mut is_value = false;
    let is_number = |letter: char| {
        is_value ^= letter == '`';
        letter.is_ascii_digit() && !is_value
    };
    if !text.contains(is_number) {
        return Cow::Borrowed(text);
    }
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => Cow::Owned(part.replace(|letter: char| letter.is_ascii_digit(), "")),
        _ => Cow::Borrowed(part),
    });
    Cow::Owned(parts.collect::<Vec<_>>().join("`"))
}

/// These faults by weight and kind, the most frequent first.
pub(super) fn by_code<'d>(faults: &[&'d Diagnostic]) -> Vec<Alike<'d>> {
    let mut kinds: BTreeMap<(Severity, Code), Vec<&'d Diagnostic>> = BTreeMap::new();
    for fault in faults {
        kinds.entry((fault.severity, fault.code)).or_default().push(fault);
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|((severity, _), all)| (*severity, std::cmp::Reverse(all.len())));
    kinds.into_iter().map(|(_, all)| Alike { all }).collect()
}

impl Alike<'_> {
    /// One line on faults of one kind: `B301: 812 times in 90 files, first a.md:3`.
    pub(super) fn sum(&self, tongue: Tongue) -> String {
        let Some(first) = self.all.first() else { return String::new() };
        let count = grouped(self.all.len(), tongue);
        let files = self.files(tongue);
        let (times, first_of_all) = match tongue {
            Tongue::Vi => (format!("{count} chỗ {files}"), ", đầu tiên là"),
            Tongue::En => (format!("{count} times {files}"), ", first"),
        };
        let place = first.place.as_ref().map(line_of);
        let place = place.map_or_else(String::new, |place| format!("{first_of_all} {place}"));
        format!("{}: {times}{place}", first.code.id())
    }

    /// One line: `B102 there is no key `topics`: 2,675 more of this kind, 2,677 in 2,670 files:
    /// c.md:3, d.md:3, …`.
    pub(super) fn line(&self, tongue: Tongue) -> String {
        let Some(first) = self.all.first() else { return String::new() };
        let (count, files) = (self.all.len(), self.files(tongue));
        let more = grouped(count.saturating_sub(WHOLE), tongue);
        let all = grouped(count, tongue);
        let times = match tongue {
            Tongue::Vi => format!("{more} chỗ khác cùng lỗi này, tất cả {all} chỗ {files}, như"),
            Tongue::En => format!("{more} more of this kind, {all} {files} in all, such as"),
        };
        let others = self.all.iter().skip(WHOLE).filter_map(|fault| fault.place.as_ref());
        let mut places: Vec<String> = others.take(NAMED).map(line_of).collect();
        if count > WHOLE + NAMED {
            places.push("…".to_owned());
        }
        let message = printable(tongue.of(&first.message));
        format!("{} {message}: {times} {}", first.code.id(), places.join(", "))
    }

    /// `in 2,670 files`.
    fn files(&self, tongue: Tongue) -> String {
        let places = self.all.iter().filter_map(|fault| fault.place.as_ref());
        let files = places.map(|place| &place.path).collect::<BTreeSet<_>>().len();
        let count = grouped(files, tongue);
        match tongue {
            Tongue::Vi if files <= 1 => "trong một tệp".to_owned(),
            Tongue::Vi => format!("trong {count} tệp"),
            Tongue::En if files <= 1 => "in one file".to_owned(),
            Tongue::En => format!("in {count} files"),
        }
    }
}

/// A number in groups of three digits: `2,670`, in Vietnamese `2.670`.
fn grouped(number: usize, tongue: Tongue) -> String {
    let digits = number.to_string();
    let sign = match tongue {
        Tongue::Vi => '.',
        Tongue::En => ',',
    };
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

/// The file and the line, or the cell.
fn line_of(place: &Place) -> String {
    let path = whereabouts(place);
    let path = printable(&path);
    match place.line {
        line if line > 0 && place.tab.is_none() => format!("{path}:{line}"),
        _ => path.into_owned(),
    }
}
