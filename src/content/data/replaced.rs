//! Agencies whose work another one does now.

use crate::content::Known;
use crate::content::data::{Agency, Entries, no_entry};
use crate::diagnostics::{Code, Diagnostic, Fix, say, telling};
use crate::yaml::Reading;

/// Says of which agencies the one that does their work now is not there, or is they themselves.
pub(super) fn check(agencies: &Entries<Agency>, reading: &mut Reading<'_>) {
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
