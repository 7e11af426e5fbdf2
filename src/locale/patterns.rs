//! Patterns: texts with names in braces, `{d}/{m}/{y}`, to be filled in.

use std::ops::Range;

/// The pattern with each `{name}` replaced; a name that means nothing stays.
pub(super) fn fill(pattern: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(pattern.len() + 8);
    let mut rest = 0;
    for (name, at) in names(pattern) {
        text.push_str(&pattern[rest..at.start]);
        match value(name) {
            Some(value) => text.push_str(&value),
            None => text.push_str(&pattern[at.clone()]),
        }
        rest = at.end;
    }
    text.push_str(&pattern[rest..]);
    text
}

/// The names in braces, each with where it stands, its braces included.
pub fn names(pattern: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let open = from + pattern[from..].find('{')?;
        let close = open + pattern[open..].find('}')?;
        from = close + 1;
        Some((&pattern[open + 1..close], open..from))
    })
}

/// Whether a brace of a pattern lacks its other half.
pub fn is_unbalanced(pattern: &str) -> bool {
    let mut outside = String::new();
    let mut rest = 0;
    for (name, at) in names(pattern) {
        outside.push_str(&pattern[rest..at.start]);
        outside.push_str(name);
        rest = at.end;
    }
    outside.push_str(&pattern[rest..]);
    outside.contains(['{', '}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_filled_in() {
        let value = |name: &str| (name == "d").then(|| "15".to_owned());
        assert_eq!(fill("ngày {d}/{x}", value), "ngày 15/{x}");
        assert_eq!(fill("{d}{d", value), "15{d");
        let found: Vec<&str> = names("{a} b {cd}").map(|(name, _)| name).collect();
        assert_eq!(found, ["a", "cd"]);
    }

    #[test]
    fn a_lone_brace_is_seen() {
        for odd in ["{d", "d}", "{d}{", "{{d}", "}{"] {
            assert!(is_unbalanced(odd), "{odd}");
        }
        assert!(!is_unbalanced("{d}/{m}") && !is_unbalanced("d/m"));
    }
}
