//! Marks of other programs within a text: `==x==`, `{: .class}`, `:smile:`, `[b]x[/b]`, `'''x'''`.
//!
//! In: a stretch of text as it is written. Out: what is told of it, with the text as it was
//! meant. Markdown knows none of these marks; readers would see them.

use std::ops::Range;

use crate::content::markdown::limits::line_behind;
use crate::content::markdown::loose_tags::{loose_tag, reference};
use crate::content::markdown::note_lines::odd_note;
use crate::content::markdown::writer::Writer;
use crate::diagnostics::{Fix, Say, say};

/// The longest mark that is looked for, in bytes.
pub(super) const LONGEST: usize = 300;

/// What a picture or a link is given in braces elsewhere.
const ATTRIBUTES: &[&str] = &[
    "width", "height", "align", "target", "class", "id", "style", "loading", "rel", "title",
    "color", "size", "data-id",
];

/// Words for signs, and the signs.
const EMOJI: &[(&str, &str)] = &[
    ("smile", "😄"),
    ("smiley", "😃"),
    ("grin", "😁"),
    ("joy", "😂"),
    ("wink", "😉"),
    ("blush", "😊"),
    ("heart", "❤️"),
    ("thumbsup", "👍"),
    ("+1", "👍"),
    ("clap", "👏"),
    ("pray", "🙏"),
    ("tada", "🎉"),
    ("fire", "🔥"),
    ("star", "⭐"),
    ("warning", "⚠️"),
    ("white_check_mark", "✅"),
    ("heavy_check_mark", "✔️"),
    ("x", "❌"),
    ("point_right", "👉"),
    ("pushpin", "📌"),
    ("phone", "☎️"),
    ("telephone", "☎️"),
    ("email", "📧"),
    ("calendar", "📅"),
    ("date", "📅"),
    ("clock", "🕐"),
    ("bell", "🔔"),
    ("loudspeaker", "📢"),
    ("mega", "📣"),
    ("information_source", "ℹ️"),
    ("exclamation", "❗"),
    ("question", "❓"),
    ("rocket", "🚀"),
];

/// Tags in square brackets, of forums and of WordPress.
const TAGS: &[&str] = &[
    "b", "i", "u", "s", "url", "img", "quote", "color", "size", "font", "center", "list", "code",
    "email", "youtube", "video", "caption", "gallery", "embed", "audio", "spoiler",
];

/// Units whose squares and cubes are written with `^`.
const LENGTHS: &[&str] = &["mm", "cm", "dm", "m", "km"];

/// A mark that was found.
pub(super) struct Found {
    /// Where it stands in the stretch.
    pub(super) at: Range<usize>,
    /// How to mend it.
    pub(super) hint: Say,
    /// What comes in its place.
    pub(super) text: Option<String>,
    /// Whether nothing else can be meant.
    pub(super) is_sure: bool,
}

type Finder = fn(&str, usize) -> Option<Found>;

/// How the sign of each kind of mark is read and written, and what finds the mark.
const FINDERS: &[(&[&str], &str, Finder)] = &[
    (&["=="], "==", highlight),
    (&["{"], "{", attributes),
    (&[":"], ":", emoji),
    (&["["], "[", bracketed),
    (&["["], "[", odd_note),
    (&["^["], "^[", odd_note),
    (&["{#"], "{#", hidden_by_braces),
    (&["<%"], "<%", program),
    // Smart punctuation has made quotation marks of them.
    (&["’’", "‘’", "'''"], "'''", wiki_bold),
    (&["%%"], "%%", hidden),
    (&["^"], "^", power),
    (&["&"], "&", reference),
    (&["<"], "<", loose_tag),
];

impl Writer<'_, '_> {
    /// Looks at a stretch of text, `held` as it is read.
    pub(super) fn look_at_foreign_marks(&mut self, held: &str, range: &Range<usize>) {
        for (shown, written, finder) in FINDERS {
            if !shown.iter().any(|sign| held.contains(sign)) {
                continue;
            }
            let source = self.reading.text.get(range.clone()).unwrap_or_default();
            let mut done = 0;
            while let Some(at) = source.get(done..).and_then(|rest| rest.find(written)) {
                let at = done + at;
                done = at + written.len();
                if source[..at].ends_with('\\') {
                    continue;
                }
                if let Some(found) = finder(source, at) {
                    done = done.max(found.at.end);
                    self.tell_foreign_mark(found, range.start);
                }
            }
        }
    }

    fn tell_foreign_mark(&mut self, found: Found, begin: usize) {
        let Found { at, hint, text, is_sure } = found;
        let place = begin + at.start..begin + at.end;
        let shown = self.reading.text[place.clone()].trim();
        let message = say!(
            "`{shown}` không phải cách viết của Markdown, nên hiện nguyên ra trang",
            "`{shown}` is no Markdown, so it is shown as it is"
        );
        let fix = text.map(|text| Fix { span: place.clone().into(), text, is_sure });
        self.tell_mended(place, (message, hint), fix);
    }
}

/// A mark in whose place something else is written.
pub(super) fn instead(at: Range<usize>, text: String, is_sure: bool) -> Option<Found> {
    let hint = say!("viết `{text}`", "write `{text}`");
    Some(Found { at, hint, text: Some(text), is_sure })
}

/// The words between two equal marks, of which the first stands here.
fn between<'t>(source: &'t str, at: usize, mark: &str) -> Option<(Range<usize>, &'t str)> {
    let behind = line_behind(source, at + mark.len(), LONGEST);
    let inner = &behind[..behind.find(mark)?];
    let end = at + 2 * mark.len() + inner.len();
    let sign = mark.chars().next()?;
    let is_apart = !source[..at].ends_with(|own: char| own == sign || own.is_alphanumeric())
        && !source[end..].starts_with(sign);
    let is_text = inner.contains(char::is_alphabetic)
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(char::is_whitespace);
    (is_apart && is_text).then_some((at..end, inner))
}

/// `==text==`.
fn highlight(source: &str, at: usize) -> Option<Found> {
    let (at, inner) = between(source, at, "==")?;
    instead(at, format!("**{inner}**"), false)
}

/// `'''text'''`.
fn wiki_bold(source: &str, at: usize) -> Option<Found> {
    let (at, inner) = between(source, at, "'''")?;
    instead(at, format!("**{inner}**"), true)
}

/// `%%text%%`, which hides a text elsewhere.
fn hidden(source: &str, at: usize) -> Option<Found> {
    let (at, inner) = between(source, at, "%%")?;
    (!inner.contains("--")).then(|| instead(at, format!("<!-- {inner} -->"), false))?
}

/// `{# text #}`, a comment of templates.
fn hidden_by_braces(source: &str, at: usize) -> Option<Found> {
    let behind = line_behind(source, at + 2, LONGEST);
    let inner = &behind[..behind.find("#}")?];
    let text = inner.trim();
    let is_good = !text.is_empty() && !text.contains("--");
    is_good.then(|| instead(at..at + inner.len() + 4, format!("<!-- {text} -->"), false))?
}

/// `<%= text %>`, a call of programs on servers.
fn program(source: &str, at: usize) -> Option<Found> {
    let behind = line_behind(source, at + 2, LONGEST);
    let len = behind.find("%>")?;
    let hint = say!(
        "xoá phần này, hoặc viết thẳng chữ mà nó phải cho ra",
        "delete it, or write the text that was to come of it"
    );
    Some(Found { at: at..at + len + 4, hint, text: None, is_sure: false })
}

/// `{: .class}`, `{.class}`, `{width=50%}`.
fn attributes(source: &str, at: usize) -> Option<Found> {
    let behind = line_behind(source, at + 1, LONGEST);
    let inner = &behind[..behind.find('}')?];
    let is_name = |name: &str| name.starts_with(|own: char| own.is_ascii_alphabetic());
    let is_one = |word: &str| {
        let sign = word.strip_prefix(['.', '#']).is_some_and(is_name);
        let key = word.split_once('=').map_or("", |(key, _)| key);
        sign || ATTRIBUTES.contains(&key) || word == "toc"
    };
    let words = inner.trim_start_matches(':').split_whitespace();
    let is_list = words.clone().next().is_some() && words.clone().all(is_one);
    if !is_list || source[..at].ends_with('{') {
        return None;
    }
    let start = source[..at].trim_end_matches(' ').len();
    let hint = say!(
        "xoá phần này: đoạn văn, hình và liên kết không nhận thuộc tính trong ngoặc nhọn",
        "delete it: paragraphs, pictures and links take nothing in braces"
    );
    let at = start..at + inner.len() + 2;
    Some(Found { at, hint, text: Some(String::new()), is_sure: false })
}

/// `:smile:`.
fn emoji(source: &str, at: usize) -> Option<Found> {
    let behind = line_behind(source, at + 1, LONGEST);
    let is_part =
        |own: char| own.is_ascii_lowercase() || own.is_ascii_digit() || "_+-".contains(own);
    let (name, rest) = behind.split_at(behind.find(|own| !is_part(own))?);
    let rest = rest.strip_prefix(':')?;
    let is_word = |own: char| own.is_alphanumeric() || own == ':' || own == '/';
    if source[..at].ends_with(is_word) || rest.starts_with(is_word) {
        return None;
    }
    let (_, sign) = EMOJI.iter().find(|(known, _)| *known == name)?;
    instead(at..at + name.len() + 2, (*sign).to_owned(), true)
}

/// `[b]text[/b]`, `[url=address]text[/url]`, `[caption …]`.
fn bracketed(source: &str, at: usize) -> Option<Found> {
    let line = line_behind(source, at, LONGEST);
    let tag = &line[1..line.find(']')?];
    let closing = tag.strip_prefix('/');
    let name = closing.unwrap_or(tag);
    let name = &name[..name.find(['=', ' ']).unwrap_or(name.len())];
    let small = name.to_ascii_lowercase();
    // Words of other programs have values in quotation marks.
    let is_name = small.starts_with(|own: char| own.is_ascii_lowercase())
        && small.bytes().all(|own| own.is_ascii_alphanumeric() || own == b'-' || own == b'_');
    let is_called = is_name && tag.contains("=\"");
    if !is_called && !TAGS.contains(&small.as_str()) {
        return None;
    }
    let hint = say!(
        "Markdown viết chữ đậm `**chữ**`, liên kết `[chữ](địa chỉ)`, hình `![mô tả](hinh.jpg)`; thẻ nào không cần thì xoá",
        "Markdown writes bold text as `**text**`, a link as `[text](address)`, a picture as `![description](picture.jpg)`; delete other tags"
    );
    let end = format!("[/{name}]");
    let open = at..at + tag.len() + 2;
    let Some(len) = line[tag.len() + 2..].find(&end) else {
        // A word in brackets that nothing closes may be meant so.
        let is_tag = closing.is_some() || tag.contains("=\"");
        return is_tag.then_some(Found { at: open, hint, text: None, is_sure: false });
    };
    let inner = &line[tag.len() + 2..tag.len() + 2 + len];
    let whole = at..open.end + len + end.len();
    let address = tag.split_once('=').map_or(inner, |(_, address)| address.trim_matches('"'));
    let text = match small.as_str() {
        "b" => format!("**{}**", inner.trim()),
        "i" => format!("*{}*", inner.trim()),
        "s" => format!("~~{}~~", inner.trim()),
        "url" if !address.contains([' ', '(', ')']) => format!("[{inner}]({address})"),
        "u" | "color" | "size" | "font" | "center" => inner.to_owned(),
        _ => return Some(Found { at: whole, hint, text: None, is_sure: false }),
    };
    instead(whole, text, false)
}

/// `30 m^2`, `30 m^2^`.
fn power(source: &str, at: usize) -> Option<Found> {
    let before = &source[..at];
    let unit = before.rsplit(|own: char| !own.is_ascii_alphabetic()).next().unwrap_or_default();
    let behind = &source[at + 1..];
    let sign = match behind.as_bytes().first()? {
        b'2' => "²",
        b'3' => "³",
        _ => return None,
    };
    let rest = &behind[1..];
    let len = 2 + usize::from(rest.starts_with('^'));
    let is_ended = !rest.starts_with(char::is_alphanumeric);
    (LENGTHS.contains(&unit) && is_ended)
        .then(|| instead(at - unit.len()..at + len, format!("{unit}{sign}"), true))?
}
