//! Style sheets inside drawings, and attributes that may hold a part of one: nothing in them is
//! loaded from elsewhere.

use std::borrow::Cow;

/// What loads something, or runs it, and is in no drawing but by an attacker's hand; in small
/// letters.
const UNKNOWN: [&str; 8] = [
    "image(",
    "image-set(",
    "cross-fade(",
    "src(",
    "expression(",
    "-moz-binding",
    "behavior:",
    "javascript:",
];

/// What addresses of data may hold: a font, which is drawn with.
const FONTS: [&str; 4] =
    ["data:font/", "data:application/font", "data:application/x-font", "data:application/vnd.ms-f"];

/// How often something may be left out of what is left; who writes more has a purpose.
const MOST_ROUNDS: usize = 8;

/// A style sheet that loads nothing.
pub(super) struct Clean<'a> {
    pub(super) css: Cow<'a, str>,
    /// Whether it loaded something.
    pub(super) loads: bool,
}

/// The style without comments and without what it loads. What is written so that it cannot be
/// read is left out whole.
pub(super) fn clean(css: &str) -> Clean<'_> {
    if !css.contains(['(', '@', ':', '\\', '*']) {
        return Clean { css: Cow::Borrowed(css), loads: false };
    }
    let Clean { mut css, mut loads } = once(css);
    for _ in 0..MOST_ROUNDS {
        // What stands before and behind something that is left out may now be one word.
        let again = once(&css);
        loads |= again.loads;
        let again = again.css.into_owned();
        if again == css {
            return Clean { css, loads };
        }
        css = Cow::Owned(again);
    }
    Clean { css: Cow::Borrowed(""), loads: true }
}

fn once(css: &str) -> Clean<'_> {
    let bare = uncommented(css);
    if is_hidden(&bare) {
        return Clean { css: Cow::Borrowed(""), loads: true };
    }
    let (mut clean, mut rest, mut loads) = (String::new(), &*bare, false);
    let small = bare.to_ascii_lowercase();
    while let Some((at, end)) = next_load(&small, bare.len() - rest.len()) {
        let start = bare.len() - rest.len();
        clean.push_str(&bare[start..at]);
        if small[at..].starts_with("url") {
            // A place that no drawing has, so that nothing is painted.
            clean.push_str("url(#)");
        }
        loads = true;
        rest = &bare[end..];
    }
    if !loads {
        return Clean { css: bare, loads };
    }
    clean.push_str(rest);
    Clean { css: Cow::Owned(clean), loads }
}

/// The next place from which something is loaded, and its end.
fn next_load(small: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let url = small[at..].find("url(").map(|found| at + found);
        let import = small[at..].find("@import").map(|found| at + found);
        match (url, import) {
            (url, Some(import)) if url.is_none_or(|url| import < url) => {
                let end = small[import..].find(';').map_or(small.len(), |end| import + end + 1);
                return Some((import, end));
            }
            (Some(url), _) => {
                let end = small[url..].find(')').map_or(small.len(), |end| url + end + 1);
                if !is_own(&small[url + 4..end]) {
                    return Some((url, end));
                }
                at = end;
            }
            (None, _) => return None,
        }
    }
}

/// Whether an address in a style is a place in the drawing itself, or a font inside it.
fn is_own(address: &str) -> bool {
    let address = address.trim_end_matches(')').trim().trim_matches(['"', '\'']).trim();
    address.starts_with('#') || FONTS.iter().any(|font| address.starts_with(font))
}

/// Whether a style holds what loads or runs under another name, or with escapes (CSS Syntax,
/// 4.3.7) in the place of letters.
fn is_hidden(css: &str) -> bool {
    let small = css.to_ascii_lowercase();
    if UNKNOWN.iter().any(|word| small.contains(word)) {
        return true;
    }
    if !css.contains('\\') {
        return false;
    }
    let plain = unescaped(&small).to_lowercase();
    let loads = |text: &str| ["url(", "@import"].map(|word| text.matches(word).count());
    loads(&plain) != loads(&small) || UNKNOWN.iter().any(|word| plain.contains(word))
}

fn unescaped(css: &str) -> String {
    let mut plain = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let digits = after.chars().take(6).take_while(char::is_ascii_hexdigit).count();
        let (code, behind) = after.split_at(digits);
        match u32::from_str_radix(code, 16) {
            Ok(code) => {
                plain.extend(char::from_u32(code));
                rest = behind.strip_prefix([' ', '\t', '\n', '\r']).unwrap_or(behind);
            }
            Err(_) => {
                let mut letters = behind.chars();
                // A line that is broken off goes on behind the break.
                plain.extend(letters.next().filter(|letter| *letter != '\n'));
                rest = letters.as_str();
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The style without its comments, which begin and end outside of quotes.
fn uncommented(css: &str) -> Cow<'_, str> {
    if !css.contains("/*") {
        return Cow::Borrowed(css);
    }
    let (mut bare, mut quote, mut rest) = (String::with_capacity(css.len()), None, css);
    while let Some(letter) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map_or("", |(_, behind)| behind);
            // What stood on both sides of it stays apart.
            bare.push(' ');
            continue;
        }
        match quote {
            Some(open) if open == letter || letter == '\n' => quote = None,
            None if letter == '"' || letter == '\'' => quote = Some(letter),
            Some(_) | None => {}
        }
        bare.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    Cow::Owned(bare)
}
