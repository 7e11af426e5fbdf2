//! Mailboxes: what one looks like, and fields that hold one.

use crate::diagnostics::{Code, Diagnostic, one_of, say};
use crate::yaml::{Node, Reading, Value};

/// Ways to write `@` so that programs do not find it.
const AT: [&str; 5] = ["(at)", "[at]", "(a)", "@@", "＠"];

/// Whether a text is a mailbox: a name, `@` and the name of a host with a dot in it.
pub fn is_one(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let fits = |c: char| c.is_alphanumeric() || ".-_+".contains(c);
    let named = !name.is_empty() && name.chars().all(fits);
    let is_host = host.contains('.') && host.split('.').all(|label| !label.is_empty());
    named && is_host && host.chars().all(fits)
}

/// Says so if a field that holds a mailbox holds none: a text, or one for each language.
pub fn check(node: &Node, reading: &mut Reading<'_>) {
    match &node.value {
        Value::Text(text) | Value::Number(text) if !is_one(text) => {
            reading.tell(node.span, diagnose(text, node));
        }
        Value::Map(texts) => texts.iter().for_each(|(_, node)| check(node, reading)),
        Value::Text(_) | Value::Number(_) => {}
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Unknown => {}
    }
}

fn diagnose(text: &str, node: &Node) -> Diagnostic {
    let message = say!("`{text}` không phải một hộp thư", "`{text}` is no mailbox");
    let fault = Diagnostic::warning(Code::BadValue, message);
    if let [first, _, ..] = several(text).as_slice() {
        return fault.hint(say!(
            "mục này chỉ nhận một hộp thư, như `{first}`",
            "one mailbox only may stand here, like `{first}`"
        ));
    }
    match meant(text) {
        Some(meant) => {
            fault.hint(one_of([meant.as_str()].into_iter())).fix(node.becomes(&meant, false))
        }
        None => fault.hint(say!(
            "viết hộp thư như `vanphong@donvi.gov.vn`",
            "write a mailbox, like `office@site.example`"
        )),
    }
}

/// Whether what stands behind `mailto:` names mailboxes, parted by commas, or nobody yet and
/// something behind `?` (RFC 6068 §2). A name may have more signs than those of [`is_one`].
pub(super) fn are_addressees(text: &str) -> bool {
    let (whom, behind) = text.split_at(text.find('?').unwrap_or(text.len()));
    if whom.is_empty() && !behind.is_empty() {
        return true;
    }
    whom.replace("%40", "@").split(',').all(|part| {
        let is_name =
            |name: &str| !name.is_empty() && !name.contains([' ', '@', '<', '>', ';', '"']);
        let host = |host: &str| is_one(&format!("a@{}", host.trim_end()));
        part.rsplit_once('@').is_some_and(|(name, rest)| is_name(name.trim_start()) && host(rest))
    })
}

/// The addressees that were meant.
pub(super) fn addressees(text: &str) -> Option<String> {
    match several(text).as_slice() {
        [] => meant(text),
        all => Some(all.join(",")),
    }
}

/// The mailboxes of a text that is nothing but several of them.
fn several(text: &str) -> Vec<&str> {
    let parts = text.split([',', ';', '/', ' ']).filter(|part| !part.is_empty());
    let parts: Vec<&str> =
        parts.filter(|part| !matches!(*part, "và" | "hoặc" | "and" | "or")).collect();
    if parts.iter().all(|part| is_one(part)) { parts } else { Vec::new() }
}

/// The mailbox that a text is likely meant to be.
pub(super) fn meant(text: &str) -> Option<String> {
    let own = text.trim().trim_start_matches("mailto:").trim_matches(['<', '>', '.', ',', ';']);
    let own = AT.iter().fold(own.to_owned(), |own, at| own.replace(at, "@"));
    let own = own.replace(' ', "").replace(',', ".");
    is_one(&own).then_some(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_has_a_name_and_a_host() {
        assert!(is_one("vp.ubnd-xa@quangngai.gov.vn") && is_one("a+b@c.vn"));
        for text in ["quangngai.gov.vn", "so@quangngai", "@a.vn", "a b@c.vn", "a@b@c.vn", ""] {
            assert!(!is_one(text), "{text}");
        }
    }

    #[test]
    fn what_is_nearly_one_is_proposed_as_one() {
        for (text, one) in [
            ("xa @ quangngai.gov.vn", "xa@quangngai.gov.vn"),
            ("xa@quangngai,gov.vn", "xa@quangngai.gov.vn"),
            ("mailto:xa@a.vn", "xa@a.vn"),
            ("xa(a)a.vn", "xa@a.vn"),
            ("<xa@a.vn>;", "xa@a.vn"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(one), "{text}");
        }
        assert_eq!(meant("đang cập nhật"), None);
        assert_eq!(several("a@b.vn; c@d.vn"), ["a@b.vn", "c@d.vn"]);
    }

    #[test]
    fn a_letter_goes_to_one_mailbox_or_to_several() {
        for good in [
            "a@b.vn",
            "a@b.vn,c@d.vn",
            "a%40b.vn",
            "o'b&c/d@b.vn",
            "a@b.vn, c@d.vn",
            "?to=x",
            "a@b.vn?x=a,b",
        ] {
            assert!(are_addressees(good), "{good}");
        }
        for (text, meant) in [
            ("so@quangngai,gov.vn", Some("so@quangngai.gov.vn")),
            ("a@b.vn;c@d.vn", Some("a@b.vn,c@d.vn")),
            ("so@@a.vn", Some("so@a.vn")),
            ("so @a.vn", Some("so@a.vn")),
            ("so@quangngai", None),
            ("so.vn", None),
        ] {
            assert!(!are_addressees(text), "{text}");
            assert_eq!(addressees(text).as_deref(), meant, "{text}");
        }
    }
}
