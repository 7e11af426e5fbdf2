//! Agencies whose work another one does now.

use std::collections::BTreeSet;

use crate::content::Known;
use crate::content::data::{Agency, Entries, no_entry};
use crate::diagnostics::{Code, Diagnostic, Fix, say, telling};
use crate::yaml::Reading;

/// Says of which agencies the one that does their work now is not there, or is they themselves.
pub(super) fn check(agencies: &Entries<Agency>, reading: &mut Reading<'_>) {
    check_rings(agencies, reading);
    for (key, agency) in agencies.iter() {
        let Some(now) = &agency.replaced_by else { continue };
        let word = now.value.as_str();
        if word == key {
            let message = say!("`{key}` được thay bằng chính nó", "`{key}` replaces itself");
            let hint = say!(
                "viết mã của đơn vị làm tiếp việc của nó, hoặc xoá dòng này",
                "write the key of the agency that does its work now, or delete this line"
            );
            reading.error(now.span, Code::BadValue, message, hint);
        } else if agencies.has(word) == Known::Missing {
            let message = say!(
                "`agencies.yaml` không có mã `{word}`",
                "`agencies.yaml` has no entry `{word}`"
            );
            let others = telling(word, agencies.keys().filter(|other| *other != key));
            let fault = Diagnostic::error(Code::UnknownReference, message);
            let fault = fault.hint(no_entry("agencies", word, &others));
            let fix = Fix::nearest(now.span, word, others);
            reading.tell(now.span, Diagnostic { fix, ..fault });
        }
    }
}

/// Says so of agencies that replace each other in a ring: nobody does their work now.
fn check_rings(agencies: &Entries<Agency>, reading: &mut Reading<'_>) {
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for (start, _) in agencies.iter() {
        let (mut key, mut way) = (start, BTreeSet::new());
        // Each agency has one that follows it, so each is walked past once.
        while done.insert(key) {
            way.insert(key);
            let now = agencies.get(key).and_then(|own| own.replaced_by.as_ref());
            let Some(now) = now.filter(|now| now.value != key) else { break };
            if way.contains(now.value.as_str()) {
                let next = &now.value;
                let message = say!(
                    "`{key}` và `{next}` thay thế lẫn nhau, nên không đơn vị nào còn làm việc",
                    "`{key}` and `{next}` replace each other, so nobody does their work now"
                );
                let hint = say!(
                    "xoá `replaced_by` ở đơn vị hiện vẫn còn",
                    "delete `replaced_by` of the agency that is still there"
                );
                reading.error(now.span, Code::BadValue, message, hint);
            }
            let Some((next, _)) = agencies.entry(&now.value) else { break };
            key = next;
        }
    }
}
