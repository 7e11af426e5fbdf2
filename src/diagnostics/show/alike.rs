//! Faults in the order in which people mend them: errors first, and one slip that stands in
//! a thousand files not a thousand times.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::show::{Tongue, printable, whereabouts};
use crate::diagnostics::{Code, Diagnostic, Place, Say, Severity};

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
    let mut by_wording: BTreeMap<(Severity, Code, &Say), Vec<&Diagnostic>> = BTreeMap::new();
    let mut whole = Vec::new();
    for fault in diagnostics {
        let alike = by_wording.entry((fault.severity, fault.code, &fault.message)).or_default();
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
        let (count, files) = (self.all.len(), self.files());
        let times = match tongue {
            Tongue::Vi => format!("{count} lần trong {files} tệp"),
            Tongue::En => format!("{count} times in {files} files"),
        };
        let first_of_all = match tongue {
            Tongue::Vi => ", trước hết ở",
            Tongue::En => ", first",
        };
        let place = first.place.as_ref().map(line_of);
        let place = place.map_or_else(String::new, |place| format!("{first_of_all} {place}"));
        format!("{}: {times}{place}", first.code.id())
    }

    /// One line: `B102 there is no key `topics`: 2677 times in 2670 files, also c.md:3, d.md:3, …`.
    pub(super) fn line(&self, tongue: Tongue) -> String {
        let Some(first) = self.all.first() else { return String::new() };
        let (count, files) = (self.all.len(), self.files());
        let times = match tongue {
            Tongue::Vi => format!("{count} lần trong {files} tệp, cả ở"),
            Tongue::En if files == 1 => format!("{count} times in one file, also"),
            Tongue::En => format!("{count} times in {files} files, also"),
        };
        let others = self.all.iter().skip(WHOLE).filter_map(|fault| fault.place.as_ref());
        let mut places: Vec<String> = others.take(NAMED).map(line_of).collect();
        if count > WHOLE + NAMED {
            places.push("…".to_owned());
        }
        let message = printable(tongue.of(&first.message));
        format!("{} {message}: {times} {}", first.code.id(), places.join(", "))
    }

    fn files(&self) -> usize {
        let places = self.all.iter().filter_map(|fault| fault.place.as_ref());
        places.map(|place| &place.path).collect::<BTreeSet<_>>().len()
    }
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
