//! The abbreviations that a drawing declares for itself. Old Illustrator writes its namespaces
//! with them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesRef;

/// The longest text that an abbreviation may stand for, and how much all of them may add.
const LONGEST: usize = 200;
const MOST_ADDED: usize = 1 << 20;

/// The text with the drawing's own abbreviations written out. Each stands for plain letters, so
/// none makes a tag or another abbreviation. Nothing if it grows beyond measure.
pub(super) fn expanded(text: &str) -> Option<Cow<'_, str>> {
    let own = declared(text);
    if own.is_empty() {
        return Some(Cow::Borrowed(text));
    }
    let (mut full, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('&') {
        full.push_str(before);
        let known = after.split_once(';').and_then(|(name, rest)| Some((own.get(name)?, rest)));
        match known {
            Some((value, behind)) => {
                full.push_str(value);
                rest = behind;
            }
            None => {
                full.push('&');
                rest = after;
            }
        }
        if full.len() > text.len() + MOST_ADDED {
            return None;
        }
    }
    full.push_str(rest);
    Some(Cow::Owned(full))
}

/// What stands between `<!DOCTYPE` and the first element, read for plain abbreviations only.
fn declared(text: &str) -> BTreeMap<&str, &str> {
    let mut own = BTreeMap::new();
    let Some(start) = text.find("<!DOCTYPE") else { return own };
    let head = &text[start..];
    let end = head.find("]>").unwrap_or(0);
    for declaration in head[..end].split("<!ENTITY").skip(1) {
        let declaration = declaration.trim_start();
        let Some((name, value)) =
            declaration.split_once(|letter: char| letter.is_ascii_whitespace())
        else {
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let value = quote.and_then(|quote| value[1..].split(quote).next());
        let is_plain = |value: &&str| {
            value.len() <= LONGEST
                && !value.contains(|letter: char| "<>&%\"'".contains(letter) || letter.is_control())
        };
        if let Some(value) = value.filter(is_plain) {
            // The first of one name counts (XML 1.0, 4.2).
            own.entry(name).or_insert(value);
        }
    }
    own
}

/// What a reference stands for: a letter by its number, or one of the five of XML.
pub(super) fn known(name: &BytesRef<'_>) -> Option<String> {
    if let Some(letter) = name.resolve_char_ref().ok()? {
        return Some(letter.to_string());
    }
    resolve_predefined_entity(name).map(str::to_owned)
}
