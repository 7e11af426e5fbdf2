//! Addresses that were meant to lead out of the site and lack what says so: `www.a.gov.vn`,
//! `https//a.gov.vn`, `so@a.gov.vn`.

use crate::content::{self, Leads, LinkTarget};
use crate::diagnostics::Span;

/// The endings of names of sites by which one is told from the name of a file.
const ENDINGS: [&str; 16] = [
    "vn", "com", "org", "net", "gov", "edu", "info", "int", "asia", "eu", "us", "uk", "me", "be",
    "ly", "gl",
];

/// The address that was probably meant, if it is one that a page may have.
pub(super) fn meant(written: &str) -> Option<String> {
    let inside = unwrapped(written);
    let address = if let Some(address) = content::meant(inside) {
        address
    } else if is_mailbox(inside) {
        format!("mailto:{inside}")
    } else if is_number(inside) {
        format!("tel:{inside}")
    } else if let Some(host) = host(inside) {
        format!("https://{host}")
    } else if inside.len() < written.len() {
        inside.to_owned()
    } else {
        return None;
    };
    let read = LinkTarget::parse(&address, Span::default()).ok()?;
    (read.leads() != Leads::Inside).then_some(address)
}

/// An address without the signs that people put around it.
pub(super) fn unwrapped(written: &str) -> &str {
    written.trim_matches(|letter: char| "“”‘’\"'<>«»()（）".contains(letter))
}

fn is_mailbox(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-+".contains(letter);
    !name.is_empty() && text.chars().all(|letter| letter == '@' || plain(letter)) && has_dot(host)
}

/// Whether a text is the number of a telephone; one of four digits may be a year.
fn is_number(text: &str) -> bool {
    let is_long = text.len() > 7 && text.starts_with(['0', '1', '+']);
    text.bytes().skip(usize::from(text.starts_with('+'))).all(|byte| byte.is_ascii_digit())
        && (is_long || text.len() == 3 && text.starts_with('1'))
}

fn has_dot(host: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
    host.chars().all(plain) && host.split('.').all(|part| !part.is_empty()) && host.contains('.')
}

/// The address that begins with the name of a site, the `www` in front of it as it was meant.
fn host(text: &str) -> Option<String> {
    let rest = text.trim_start_matches(['w', 'W']);
    let is_www = (2..=4).contains(&(text.len() - rest.len())) && rest.starts_with(['.', ',']);
    let text = if is_www { format!("www.{}", &rest[1..]) } else { text.to_owned() };
    let host = text.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let ending = host.rsplit('.').next().unwrap_or_default();
    (has_dot(&host) && (is_www || ENDINGS.contains(&ending))).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_to_lead_out_is_known() {
        for (written, address) in [
            ("www.a.gov.vn", "https://www.a.gov.vn"),
            ("quangngai.gov.vn/tin?x=1", "https://quangngai.gov.vn/tin?x=1"),
            ("https//a.vn", "https://a.vn"),
            ("http//a.vn/b", "http://a.vn/b"),
            ("htps//a.vn", "https://a.vn"),
            ("https;//a,vn", "https://a.vn"),
            ("“https://a.vn”", "https://a.vn"),
            ("so@a.gov.vn", "mailto:so@a.gov.vn"),
            ("113", "tel:113"),
            ("02553712135", "tel:02553712135"),
            ("+842553712135", "tel:+842553712135"),
            ("(https://a.vn)", "https://a.vn"),
            ("www,a.vn", "https://www.a.vn"),
            ("wwww.a.vn/b", "https://www.a.vn/b"),
            ("zalo.me/g/abc", "https://zalo.me/g/abc"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(address), "{written}");
        }
        for file in [
            "gioi-thieu.html",
            "a.pdf",
            "@/a.md",
            "tin/a.vn.md",
            "a",
            "",
            "a@",
            "2026",
            "72",
            ".vn",
            "“a”",
        ] {
            assert_eq!(meant(file), None, "{file}");
        }
    }
}
