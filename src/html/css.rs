//! The addresses in style sheets: `url(…)` and `@import` (CSS Syntax 3, CSS Cascade 5).

use std::ops::Range;

/// Where each address of a style sheet stands, without quotation marks.
pub fn addresses(css: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < css.len() {
        let rest = &css[at..];
        if rest.starts_with("/*") {
            at += rest.find("*/").map_or(rest.len(), |end| end + "*/".len());
        } else if starts_with(rest, "url(") {
            let place = address(css, at + "url(".len());
            at = place.end;
            all.push(place);
        } else if starts_with(rest, "@import") {
            at += "@import".len();
            // What is written as `url(…)` is read as such.
            if css[at..].trim_start().starts_with(['"', '\'']) {
                let place = address(css, at);
                at = place.end;
                all.push(place);
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    all
}

fn starts_with(rest: &str, word: &str) -> bool {
    rest.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word))
}

/// The address that begins here, between quotation marks or up to the bracket.
fn address(css: &str, open: usize) -> Range<usize> {
    let inner = css[open..].trim_start();
    let start = css.len() - inner.len();
    match inner.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let end = inner[1..].find(quote).map_or(inner.len(), |end| 1 + end);
            start + 1..start + end
        }
        Some(_) | None => {
            let end = inner.find([')', ' ', '\n', ';']).unwrap_or(inner.len());
            start..start + end
        }
    }
}
