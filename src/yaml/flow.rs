//! Texts between brackets and braces of one line: `[a, b]`, `{ vi: A, en: B }`.

use crate::diagnostics::{Fix, say};
use crate::yaml::lines::Line;
use crate::yaml::quoted::quoted;
use crate::yaml::slips::{Fault, cannot_begin};

/// A text between brackets or braces.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Item<'y> {
    /// The key in front of it.
    pub key: Option<&'y str>,
    /// The text, with its quotation marks.
    pub text: &'y str,
    /// Whether it stands between braces.
    pub is_in_braces: bool,
}

impl Item<'_> {
    /// Whether it stands in no quotation marks.
    pub(super) fn is_plain(&self) -> bool {
        !self.text.starts_with(['"', '\''])
    }
}

/// The texts of a value that begins with a bracket or brace, at any depth, in order.
pub(super) fn items(value: &str) -> Vec<Item<'_>> {
    let (mut items, mut open, mut quote) = (Vec::new(), Vec::new(), None);
    let (mut begin, mut is_escaped) = (0, false);
    for (at, letter) in value.char_indices() {
        if let Some(mark) = quote {
            if letter == mark && !is_escaped {
                quote = None;
            }
            is_escaped = letter == '\\' && mark == '"' && !is_escaped;
            continue;
        }
        let before = value[begin..at].trim();
        let may_open = before.is_empty() || before.ends_with(':');
        match letter {
            '"' | '\'' if may_open => quote = Some(letter),
            '[' | '{' | ']' | '}' | ',' => {
                items.extend(item(&value[begin..at], open.last() == Some(&'{')));
                begin = at + 1;
                match letter {
                    '[' | '{' => open.push(letter),
                    ']' | '}' => drop(open.pop()),
                    _ => {}
                }
            }
            _ => {}
        }
        if open.is_empty() {
            break;
        }
    }
    items
}

fn item(written: &str, is_in_braces: bool) -> Option<Item<'_>> {
    let written = written.trim();
    let is_quoted = written.starts_with(['"', '\'']);
    let entry = written.split_once(": ").filter(|_| is_in_braces && !is_quoted);
    let (key, text) = match entry {
        Some((key, text)) => (Some(key.trim()), text.trim()),
        None => (None, written),
    };
    // A key in front of a list or of a mapping is no text.
    let is_lone_key = key.is_none() && is_in_braces && text.ends_with(':');
    let is_text = !text.is_empty() && !is_lone_key;
    is_text.then_some(Item { key, text, is_in_braces })
}

/// A text that must stand in quotation marks: `{ vi: Chú ý: nắng }`, `[@/a.md]`.
pub(super) fn bare_text(line: &Line<'_>) -> Option<Fault> {
    let (_, value) = line.value()?;
    if !value.starts_with(['[', '{']) {
        return None;
    }
    let items = items(value);
    items.iter().filter(|item| item.is_plain()).find_map(|item| bare(line, item))
}

fn bare<'y>(line: &Line<'y>, item: &Item<'y>) -> Option<Fault> {
    let text = item.text;
    let before_colon = text.split_once(": ").map(|(before, _)| before).or(text.strip_suffix(':'));
    let before_colon = before_colon.filter(|_| item.is_in_braces);
    let sign = text.chars().next()?;
    let is_sign = matches!(sign, '@' | '`' | '%' | '|' | '>' | '#')
        || text.starts_with("- ")
        || text.starts_with("? ");
    let message = if is_sign {
        cannot_begin(sign)
    } else if before_colon.is_some() {
        say!("giá trị `{text}` có dấu hai chấm", "the value `{text}` holds a colon")
    } else if text.contains(" #") {
        say!("giá trị `{text}` có dấu `#`", "the value `{text}` holds a `#`")
    } else {
        return None;
    };
    // A comma may be missing in front of what looks like a key.
    let last = before_colon.and_then(|before| before.split(' ').next_back()).unwrap_or("Đ");
    let may_be_key = last.bytes().all(|byte| byte.is_ascii_lowercase() || b"_-".contains(&byte));
    let written = quoted(text);
    let shown = item.key.map_or_else(|| written.clone(), |key| format!("{key}: {written}"));
    let hint = say!("đặt nó trong dấu nháy: `{shown}`", "put it in quotation marks: `{shown}`");
    let at = line.place_of(text);
    let fix = Fix { is_sure: !may_be_key, ..Fix::sure(at.clone(), written) };
    Some(Fault::new(at, message, hint).fix(fix))
}

/// What a comma between braces cut off: `{ name: Cổng tỉnh, huyện, url: … }`.
pub(super) fn cut_by_comma(line: &Line<'_>) -> Option<Fault> {
    let (_, value) = line.value()?;
    if !value.starts_with('{') {
        return None;
    }
    let items = items(value);
    let mut pairs = items.iter().zip(items.iter().skip(1));
    let is_cut = |one: &Item<'_>, next: &Item<'_>| {
        one.is_in_braces && next.is_in_braces && next.key.is_none() && next.is_plain()
    };
    let (one, next) = pairs.find(|(one, next)| is_cut(one, next))?;
    let key = one.key.filter(|_| one.is_plain())?;
    let (start, at) = (line.place_of(one.text).start, line.place_of(next.text));
    let within = start.saturating_sub(line.start)..at.end.saturating_sub(line.start);
    let whole = quoted(line.text.get(within)?);
    let text = next.text;
    let message = say!(
        "dấu phẩy trong ngoặc nhọn ngăn các mục, nên `{text}` thành một mục riêng",
        "a comma between braces parts the keys, so `{text}` becomes one"
    );
    let hint = say!(
        "đặt cả câu trong dấu nháy: `{key}: {whole}`",
        "put the whole text in quotation marks: `{key}: {whole}`"
    );
    Some(Fault::new(at.clone(), message, hint).fix(Fix::sure(start..at.end, whole)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_a_list_are_found_with_their_keys() {
        let found = |value| {
            let items = items(value);
            items.iter().map(|item| (item.key.unwrap_or(""), item.text)).collect::<Vec<_>>()
        };
        assert_eq!(found("[a, 'b, c', d]"), [("", "a"), ("", "'b, c'"), ("", "d")]);
        assert_eq!(
            found("{ vi: Chú ý: nắng, en: \"b, \\\"c\", x: [d, { e: f }] } # g"),
            [("vi", "Chú ý: nắng"), ("en", "\"b, \\\"c\""), ("", "d"), ("e", "f")]
        );
        assert_eq!(found("{ a: the unit's, b: c }"), [("a", "the unit's"), ("b", "c")]);
        for broken in ["[", "{,", "[\"a", "]", "{ a: ", "[[[[", "{ a: 'b"] {
            items(broken);
        }
    }
}
