//! Texts that a theme may write as addresses: arguments of components, and what is left open.

use crate::content::address::{NoAddress, scheme, seen};
use crate::content::markdown;
use crate::yaml::{Fields, Node, Reading, Value};

/// Schemes that a browser or a telephone acts upon, wherever a theme may write them.
const HARMFUL: &[&str] = &[
    "javascript",
    "vbscript",
    "livescript",
    "mocha",
    "data",
    "blob",
    "file",
    "filesystem",
    "intent",
    "view-source",
    "about",
    "ms-msdt",
    "search-ms",
    "jar",
    "mhtml",
    "res",
    "wyciwyg",
];

/// The last words of the names of arguments that hold an address: of a page or file, …
const LINKS: &[&str] = &["href", "url", "link", "file"];
/// … or of a file that the page itself shows.
const SHOWN: &[&str] = &["src", "image", "picture", "photo", "poster", "thumbnail"];

/// What an argument of a component holds, by its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// The address of a page or file.
    Link,
    /// The address of a file that the page shows.
    Shown,
    /// Anything else.
    Other,
}

impl Holds {
    /// By the last word of an argument's name: `src`, `more_url`, `cover-image`.
    pub fn of(name: &str) -> Holds {
        let last = name.rsplit(['_', '-']).next().unwrap_or(name).to_ascii_lowercase();
        if SHOWN.contains(&last.as_str()) {
            Holds::Shown
        } else if LINKS.contains(&last.as_str()) {
            Holds::Link
        } else {
            Holds::Other
        }
    }
}

/// Why a text does harm where a theme writes it as an address; nothing if it does none.
pub(in crate::content) fn harm(text: &str) -> Option<NoAddress> {
    // A theme may take it for HTML, in which `&#106;` is a letter.
    let text = seen(&markdown::decode(text));
    if let Some(rest) = text.strip_prefix("//").or_else(|| text.strip_prefix("/\\")) {
        return rest.starts_with(char::is_alphanumeric).then_some(NoAddress::NoScheme);
    }
    let (scheme, rest) = scheme(&text)?;
    let runs = scheme.ends_with("script") || !rest.starts_with(char::is_whitespace);
    (HARMFUL.contains(&scheme.as_str()) && runs && !rest.is_empty())
        .then_some(NoAddress::Unsafe(scheme))
}

/// The value of a key that is left open to the theme. Texts in it that do harm as addresses
/// are said.
pub fn open(fields: &mut Fields<'_>, name: &str, reading: &mut Reading<'_>) -> serde_json::Value {
    let Some(node) = fields.take(name) else { return serde_json::Value::Null };
    check_open(node, reading);
    node.to_json()
}

/// Says which texts of a value that is left open do harm where a theme writes them as addresses.
pub(in crate::content) fn check_open(node: &Node, reading: &mut Reading<'_>) {
    match &node.value {
        Value::Text(text) => {
            if let Some(fault) = harm(text) {
                reading.tell(node.span, fault.diagnose());
            }
        }
        Value::List(items) => items.iter().for_each(|item| check_open(item, reading)),
        Value::Map(entries) => entries.iter().for_each(|(_, node)| check_open(node, reading)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Unknown => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_theme_may_write_as_an_address_does_no_harm() {
        for harmful in [
            "javascript:alert(1)",
            "JavaScript: alert(1)",
            "java&#115;cript:x",
            "javascript&colon;x",
            "&#x6a;avascript:x",
            "java&Tab;script:x",
            "data:text/html,x",
            "//evil.example/",
            "file:///etc",
        ] {
            assert!(harm(harmful).is_some(), "{harmful}");
        }
        for text in ["Lưu ý: mang áo mưa", "Data: what we know", "7:30", "a // b", "tel:111", ""]
        {
            assert!(harm(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_name_of_an_argument_says_whether_it_is_an_address() {
        for name in ["href", "more_url", "card-link", "file"] {
            assert_eq!(Holds::of(name), Holds::Link, "{name}");
        }
        for name in ["src", "poster", "cover_image"] {
            assert_eq!(Holds::of(name), Holds::Shown, "{name}");
        }
        for name in ["title", "linked", "srcs", "label"] {
            assert_eq!(Holds::of(name), Holds::Other, "{name}");
        }
    }
}
