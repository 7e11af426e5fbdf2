//! Two fields of the publisher that stand in each other's place: a mailbox where the telephone
//! belongs, and its number where the mailbox does.

use crate::content::{Leads, LinkTarget, mailbox, phone};
use crate::diagnostics::{Code, Diagnostic, Fix, Span, say};
use crate::yaml::{Fields, Reading};

/// Whether a text is what a field takes.
type Fits = fn(&str) -> bool;

/// The fields of which each takes what the others do not.
const FIELDS: [(&str, Fits); 4] =
    [("telephone", is_phone), ("fax", is_phone), ("email", mailbox::is_one), ("url", is_address)];

fn is_phone(text: &str) -> bool {
    phone::read(text).is_ok() && !text.contains(['@', '/'])
}

fn is_address(text: &str) -> bool {
    LinkTarget::parse(text, Span::default()).is_ok_and(|target| target.leads() == Leads::Web)
}

/// The names of two fields that are swapped, after that is said.
pub(super) fn tell(
    fields: &mut Fields<'_>,
    reading: &mut Reading<'_>,
) -> Option<[&'static str; 2]> {
    let written = FIELDS.map(|(name, fits)| {
        let node = fields.take(name);
        (name, fits, node.and_then(|node| Some((node.as_text()?, node))))
    });
    let pairs =
        (0..FIELDS.len()).flat_map(|at| (at + 1..FIELDS.len()).map(move |other| (at, other)));
    let (one, other) = pairs.into_iter().find_map(|(at, other)| {
        let (one, other) = (written.get(at)?, written.get(other)?);
        let (first, second) = (one.2.as_ref()?, other.2.as_ref()?);
        let are_swapped = (one.1)(second.0) && (other.1)(first.0);
        let are_right = (one.1)(first.0) || (other.1)(second.0);
        (are_swapped && !are_right).then_some(((one.0, first), (other.0, second)))
    })?;
    let ((name, (text, node)), (other_name, (other_text, other_node))) = (one, other);
    let message = say!(
        "`{name}` và `{other_name}` bị viết đổi chỗ cho nhau",
        "`{name}` and `{other_name}` stand in each other's place"
    );
    let hint = say!(
        "viết `{name}: \"{other_text}\"` và `{other_name}: \"{text}\"`",
        "write `{name}: \"{other_text}\"` and `{other_name}: \"{text}\"`"
    );
    let fault = Diagnostic::warning(Code::BadValue, message).hint(hint);
    let fix = exchanged(node.span, other_node.span, reading.text);
    reading.tell(node.span, Diagnostic { fix, ..fault });
    Some([name, other_name])
}

/// The change that puts each of two stretches in the place of the other.
fn exchanged(one: Span, other: Span, text: &str) -> Option<Fix> {
    let (first, last) = (one.min(other), one.max(other));
    let part = |start: u32, end: u32| text.get(start as usize..end as usize);
    let between = part(first.end, last.start)?;
    let changed = [part(last.start, last.end)?, between, part(first.start, first.end)?].concat();
    Some(Fix::sure(first.start as usize..last.end as usize, changed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_takes_what_the_others_do_not() {
        for (text, fits) in [
            ("0255 3712 135", "telephone fax"),
            ("111 hoặc 113", "telephone fax"),
            ("xasonha@quangngai.gov.vn", "email"),
            ("https://quangngai.gov.vn/", "url"),
            ("đang cập nhật", ""),
            ("", ""),
        ] {
            let own = FIELDS.iter().filter(|(_, own)| own(text)).map(|(name, _)| *name);
            assert_eq!(own.collect::<Vec<_>>().join(" "), fits, "{text}");
        }
    }
}
