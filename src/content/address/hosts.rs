//! Names of sites: which can be none, and which address was meant where one is misspelt.

use crate::content::address::NoAddress;
use crate::content::mailbox;
use crate::diagnostics::nearest;

/// Signs that no name of a site holds; people type them beside the dot.
const NO_SIGNS: &[char] = &[',', ';', '“', '”', '‘', '’', '"', '<', '>'];

/// What people type between `https` and the name of a site.
const BETWEEN: &[char] = &[':', ';', '.', ',', '/', '\\', ' '];

/// Endings of files, where the name of a site has that of a country or a kind.
const FILES: [&str; 14] = [
    "md", "html", "htm", "pdf", "png", "jpg", "jpeg", "svg", "webp", "gif", "docx", "xlsx", "yaml",
    "txt",
];

/// The two words that the address of a site begins with.
const WEB: [&str; 2] = ["https", "http"];

/// Why the name that an address of the web begins with behind its strokes is none.
pub(super) fn fault(behind: &str) -> Option<NoAddress> {
    let host = host(behind);
    let name = host.split(':').next().unwrap_or_default();
    let is_own = name.eq_ignore_ascii_case("localhost") || name.starts_with("127.");
    if is_own && !host.starts_with('[') {
        return Some(NoAddress::OnlyHere(host.to_owned()));
    }
    // The second beginning of an address that was pasted behind a first one.
    let is_doubled = WEB.iter().any(|word| name.eq_ignore_ascii_case(word));
    let is_none = host.contains(NO_SIGNS) || host.contains("..") || is_doubled;
    is_none.then(|| NoAddress::NoName(host.to_owned()))
}

fn host(behind: &str) -> &str {
    let end = behind.find(['/', '\\', '?', '#']).unwrap_or(behind.len());
    behind[..end].rsplit('@').next().unwrap_or_default()
}

/// The address of a site that was meant by `https:/a.vn`, `htps://a.vn`, `http//a.vn` or
/// `https://a,vn`, if only one can be meant.
pub(crate) fn meant(written: &str) -> Option<String> {
    let mut rest = written.trim();
    let mut scheme = None;
    while let Some((word, behind)) = beginning(rest) {
        scheme = Some(word);
        rest = behind;
    }
    let (host, path) = rest.split_at(rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len()));
    let parts = host.split(|sign| sign == '.' || NO_SIGNS.contains(&sign));
    let host = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_.:".contains(letter);
    let is_name = host.contains('.') && host.chars().all(is_plain);
    let is_path = !path.contains(char::is_whitespace);
    let address = format!("{}://{host}{}", scheme?, path.replace('\\', "/"));
    (is_name && is_path && address != written).then_some(address)
}

/// The address of a site that stands without its `https://` where nothing else may stand.
pub(super) fn in_full(written: &str) -> Option<String> {
    if mailbox::is_one(written) {
        return Some(format!("mailto:{written}"));
    }
    let host = written.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let last = labels.last().copied().unwrap_or_default().to_ascii_lowercase();
    let is_ending =
        (2..=8).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_host = labels.len() > 1 && labels.iter().all(is_label) && is_ending;
    let is_file = FILES.contains(&last.as_str());
    let is_plain =
        written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/?#=&%+@".contains(&byte));
    (is_host && !is_file && is_plain).then(|| format!("https://{written}"))
}

/// What an address begins with, as it was meant, and what stands behind it.
fn beginning(text: &str) -> Option<(&'static str, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, behind) = text.split_at(len);
    let rest = behind.trim_start_matches(BETWEEN);
    let between = &behind[..behind.len() - rest.len()];
    let small = word.to_ascii_lowercase();
    let own = WEB.into_iter().find(|known| *known == small);
    let is_known = own.is_some() && between.contains([':', '/', '\\']);
    let is_near = between.contains("//") || between.contains("\\\\");
    let known = own.filter(|_| is_known).or_else(|| nearest(&small, WEB).filter(|_| is_near));
    Some((known?, rest))
        .filter(|_| (3..=7).contains(&len) && rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_without_its_beginning_is_told_from_a_file() {
        for site in ["a.vn", "www.quangngai.gov.vn/x?y=1", "maps.app.goo.gl/AbC"] {
            assert_eq!(in_full(site), Some(format!("https://{site}")), "{site}");
        }
        assert_eq!(in_full("so@a.gov.vn").as_deref(), Some("mailto:so@a.gov.vn"));
        for text in ["ban-do.png", "@/a.md", "/tin/", "a", "tin tức.vn", "..", "1.10", "so 5.vn"]
        {
            assert_eq!(in_full(text), None, "{text}");
        }
    }

    #[test]
    fn the_address_that_was_meant_is_known() {
        for (written, address) in [
            ("https:/a.vn/x", "https://a.vn/x"),
            ("https:a.vn", "https://a.vn"),
            ("https:///a.vn", "https://a.vn"),
            ("HTTP:\\\\a.vn\\x", "http://a.vn/x"),
            ("https//a.vn", "https://a.vn"),
            ("https;//a.vn/x?y=1", "https://a.vn/x?y=1"),
            ("https.//a.vn", "https://a.vn"),
            ("https: //a.vn", "https://a.vn"),
            ("htps://a.vn", "https://a.vn"),
            ("hhttps://a.vn", "https://a.vn"),
            ("htpp://a.vn", "http://a.vn"),
            ("ttps://a.vn", "https://a.vn"),
            ("https://https://a.vn", "https://a.vn"),
            ("https://a,vn/x", "https://a.vn/x"),
            ("https://a.gov..vn", "https://a.gov.vn"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(address), "{written}");
        }
        for other in [
            "https://a.vn",
            "https:",
            "https://",
            "https://a",
            "http.html",
            "ftp://a.vn",
            "zalo://a.vn",
            "tin//a.vn",
            "a.vn",
            "@/a.md",
            "",
        ] {
            assert_eq!(meant(other), None, "{other}");
        }
    }

    #[test]
    fn a_name_that_leads_nowhere_is_none() {
        for (behind, fault_of) in [
            ("a,vn/x", NoAddress::NoName("a,vn".to_owned())),
            ("a..vn", NoAddress::NoName("a..vn".to_owned())),
            ("https://a.vn", NoAddress::NoName("https:".to_owned())),
            ("localhost:1511/tin/", NoAddress::OnlyHere("localhost:1511".to_owned())),
            ("127.0.0.1", NoAddress::OnlyHere("127.0.0.1".to_owned())),
        ] {
            assert_eq!(fault(behind), Some(fault_of), "{behind}");
        }
        for good in ["a.vn/x,y;z", "a.vn?x=1,2", "ten:ma@a.vn", "[::1]/", "a.vn:80", "noi-bo/"] {
            assert_eq!(fault(good), None, "{good}");
        }
    }
}
