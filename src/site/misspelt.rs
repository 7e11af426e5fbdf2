//! Keys of data files that are misspelt where they stand: told there once, and not at each place
//! that names them as they were.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::data::Data;
use crate::diagnostics::{Code, Diagnostic, Fix, nearest, say};

/// A key of a data file that a page names.
pub(super) struct NamedKey {
    /// The file, without its ending.
    pub file: &'static str,
    /// The key.
    pub key: String,
    /// What is to be said if the file does not have it.
    pub fault: Option<Diagnostic>,
}

/// How many places that agree are more likely right than the one key that differs from them.
const ENOUGH: usize = 2;

/// What is to be said of all of them.
pub(super) fn told(named: Vec<NamedKey>, data: &Data) -> Vec<Diagnostic> {
    let mut used: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let mut missing: BTreeMap<(&'static str, String), Vec<Diagnostic>> = BTreeMap::new();
    for NamedKey { file, key, fault } in named {
        match fault {
            Some(fault) => missing.entry((file, key)).or_default().push(fault),
            None => drop(used.entry(file).or_default().insert(key)),
        }
    }
    let (mut told, none) = (Vec::new(), BTreeSet::new());
    for ((file, key), faults) in missing {
        let (count, used) = (faults.len(), used.get(file).unwrap_or(&none));
        let own = (count >= ENOUGH).then(|| misspelt((file, &key), count, used, data)).flatten();
        match own {
            Some(fault) => told.push(fault),
            None => told.extend(faults),
        }
    }
    told
}

/// What to say of the key of a data file that no page names, if it is near to one that pages name.
fn misspelt(
    (file, key): (&'static str, &str),
    count: usize,
    used: &BTreeSet<String>,
    data: &Data,
) -> Option<Diagnostic> {
    let own = nearest(key, data.keys(file).filter(|own| !used.contains(*own)))?;
    let (span, place) = data.place_of(file, own)?;
    let message = say!(
        "không trang nào ghi mã `{own}`, còn mã `{key}` được ghi ở {count} chỗ mà không có",
        "no page names the entry `{own}`, and {count} places name `{key}`, which is not there"
    );
    let hint = say!("có phải mã này là `{key}`?", "is this one meant to be `{key}`?");
    let fix = Fix { span: *span, text: key.to_owned(), is_sure: false };
    Some(Diagnostic::error(Code::UnknownReference, message).hint(hint).fix(fix).at(place.clone()))
}
