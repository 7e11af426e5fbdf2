//! Pieces of HTML in a text that are none: `< b>`, `<\b>`, `<!- text ->`, `&nbsp` without its end.

use crate::content::markdown::foreign_marks::{Found, LONGEST, instead};
use crate::content::markdown::limits::line_behind;
use crate::diagnostics::nearest;

/// Elements that people write by hand.
const ELEMENTS: &[&str] =
    &["b", "i", "u", "s", "em", "strong", "br", "p", "div", "span", "sub", "sup", "mark", "small"];

/// The names of signs that pages of the web are written with.
const REFERENCES: &[&str] = &[
    "nbsp", "amp", "lt", "gt", "quot", "ndash", "mdash", "hellip", "copy", "rsquo", "ldquo",
    "rdquo",
];

/// `&nbsp` without its end, `&nbps;`, and `&amp;nbsp;`.
pub(super) fn reference(source: &str, at: usize) -> Option<Found> {
    let behind = line_behind(source, at + 1, LONGEST);
    let inner = behind.strip_prefix("amp;").unwrap_or(behind);
    let len = inner.bytes().take_while(u8::is_ascii_lowercase).count();
    let (name, rest) = inner.split_at(len);
    let is_ended = rest.starts_with(';');
    let near = || nearest(name, REFERENCES.iter().copied()).filter(|_| is_ended && len > 2);
    let known = REFERENCES.iter().copied().find(|known| *known == name).or_else(near)?;
    let is_doubled = inner.len() < behind.len();
    let is_shown = if is_doubled { is_ended } else { name != known || !is_ended };
    let is_word = !rest.starts_with(|own: char| own.is_alphanumeric() || own == '=');
    let end = at + 1 + (behind.len() - inner.len()) + len + usize::from(is_ended);
    (is_shown && (is_word || is_ended))
        .then(|| instead(at..end, format!("&{known};"), is_ended || is_doubled))?
}

/// `< b>`, `<\b>`, `< /b>`, and the comments `<!- text ->` and `<-- text -->`.
pub(super) fn loose_tag(source: &str, at: usize) -> Option<Found> {
    let line = line_behind(source, at, LONGEST);
    if line.starts_with("<--") || (line.starts_with("<!-") && !line.starts_with("<!--")) {
        let inner = line.trim_start_matches(['<', '!', '-']);
        let inner = &inner[..inner.find("->")?];
        let begin = line.len() - line.trim_start_matches(['<', '!', '-']).len();
        let text = inner.trim_end_matches('-').trim();
        let end = at + begin + inner.len() + "->".len();
        return (!text.contains("--"))
            .then(|| instead(at..end, format!("<!-- {text} -->"), false))?;
    }
    if let Some(found) = unquoted(line, at) {
        return Some(found);
    }
    let Piece { is_end, name, len } = piece(line)?;
    if is_end || name.eq_ignore_ascii_case("br") {
        let stroke = if is_end { "/" } else { "" };
        return instead(at..at + len, format!("<{stroke}{name}>"), true);
    }
    let behind = &line[len..];
    let ends = behind.match_indices('<').filter_map(|(at, _)| Some((at, piece(&behind[at..])?)));
    let mut own = ends.filter(|(_, end)| end.is_end && end.name.eq_ignore_ascii_case(name));
    match own.next() {
        Some((inner, end)) => {
            let text = format!("<{name}>{}</{name}>", &behind[..inner]);
            instead(at..at + len + inner + end.len, text, true)
        }
        None => instead(at..at + len, format!("<{name}>"), false),
    }
}

/// `<a href="address>`: the quotation mark is not closed. And `<address|text>`, a link of chats.
fn unquoted(line: &str, at: usize) -> Option<Found> {
    let tag = &line[..=line.find('>')?];
    let inner = &tag[1..tag.len() - 1];
    if let Some((address, words)) = inner.split_once('|') {
        let is_link = address.starts_with("http") && !address.contains(' ') && !words.is_empty();
        return is_link
            .then(|| instead(at..at + tag.len(), format!("[{words}]({address})"), true))?;
    }
    let name = inner.split(' ').next().unwrap_or_default();
    let is_tag = matches!(name, "a" | "img" | "span" | "p" | "div" | "font");
    let is_open = inner.matches('"').count() == 1 && inner.contains("=\"") && !inner.ends_with('"');
    (is_tag && is_open).then(|| instead(at..at + tag.len(), format!("<{inner}\">"), true))?
}

/// A tag with blanks or strokes where none belong.
struct Piece<'t> {
    /// Whether it closes an element.
    is_end: bool,
    name: &'t str,
    /// How long it is, in bytes.
    len: usize,
}

/// The piece that a text begins with.
fn piece(line: &str) -> Option<Piece<'_>> {
    let inside = line.strip_prefix('<')?;
    let name = inside.trim_start_matches([' ', '/', '\\']);
    let gap = &inside[..inside.len() - name.len()];
    let len = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = name.split_at(len);
    let spaces = rest.len() - rest.trim_start_matches(' ').len();
    let is_tag = rest[spaces..].starts_with('>') && ELEMENTS.contains(&&*name.to_ascii_lowercase());
    let is_end = gap.contains(['/', '\\']);
    let len = 1 + gap.len() + len + spaces + 1;
    (is_tag && !gap.is_empty()).then_some(Piece { is_end, name, len })
}
