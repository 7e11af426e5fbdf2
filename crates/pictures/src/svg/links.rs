//! What the links of a drawing lead to, and pictures inside its addresses.

use crate::{Look, cleaned, look};

/// The schemes to which a link on a drawing may lead.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "sms"];

/// How deep drawings may stand in drawings.
const DEEPEST: usize = 2;

/// What becomes of an address.
pub(super) enum Link {
    Kept,
    /// A picture inside it told of its maker.
    Replaced(String),
    /// It leads to what the drawing would load.
    Loads,
    /// It would run.
    Runs,
}

/// What becomes of an address at an element of this name.
pub(super) fn judge(address: &str, element: &str, depth: usize) -> Link {
    // Browsers do not see these.
    let plain: String =
        address.chars().filter(|letter| !letter.is_control()).collect::<String>().trim().to_owned();
    if plain.starts_with('#') {
        return Link::Kept;
    }
    let scheme = plain.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    let scheme = scheme.map(|(scheme, _)| scheme.to_ascii_lowercase());
    if matches!(scheme.as_deref(), Some("javascript" | "vbscript")) {
        return Link::Runs;
    }
    match (element, scheme.as_deref()) {
        ("a", Some(scheme)) if SCHEMES.contains(&scheme) => Link::Kept,
        // A way inside the site; two strokes would lead to another server.
        ("a", None) if !plain.starts_with("//") && !plain.contains('\\') => Link::Kept,
        ("image" | "feImage", Some("data")) => inner(&plain, depth).unwrap_or(Link::Loads),
        _ => Link::Loads,
    }
}

/// A picture inside an address: as it is, or cleaned.
fn inner(address: &str, depth: usize) -> Option<Link> {
    let (head, data) = address.split_once(',')?;
    let kind = head.get(5..)?.strip_suffix(";base64")?;
    if depth >= DEEPEST {
        return None;
    }
    let picture = decoded(data)?;
    let seen = if crate::svg::is_svg(&picture) {
        crate::svg::clean_at(&picture, depth + 1)
            .map(|(clean, drawing)| drawing.has_traces.then(|| clean.into_bytes()))?
    } else {
        match look(&picture)? {
            Look::Foreign(_) => return None,
            look @ (Look::Pixels(_) | Look::Whole(..) | Look::Drawing(_)) => {
                look.has_traces().then(|| cleaned(&picture)).flatten()
            }
        }
    };
    Some(match seen {
        Some(clean) => Link::Replaced(format!("data:{kind};base64,{}", encoded(&clean))),
        None => Link::Kept,
    })
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The bytes of a text in Base64 (RFC 4648, 4), whose lines may be broken.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches(['=', ' ']);
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut sum, mut bits) = (0_u32, 0);
    for letter in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        sum = sum << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(sum >> bits & 0xff).ok()?);
        }
    }
    Some(bytes)
}

/// Bytes as a text in Base64.
pub(crate) fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let sum = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = usize::try_from(sum >> (18 - 6 * place) & 63).unwrap_or(0);
            let is_filled = place <= three.len();
            text.push(if is_filled { char::from(LETTERS[letter]) } else { '=' });
        }
    }
    text
}
