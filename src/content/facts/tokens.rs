//! Cuts a text in Markdown into digits, words and signs, past what no reader sees.

use std::ops::Range;

use crate::content::mailbox;
use crate::locale::{is_letter, is_of_word};

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Token<'t> {
    /// What it is.
    pub(super) kind: Kind<'t>,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
    /// Where it stands.
    pub(super) range: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind<'t> {
    /// ASCII digits.
    Digits(&'t str),
    /// Letters.
    Word(&'t str),
    /// Any other character.
    Sign(char),
    /// An address on another site.
    Url(&'t str),
    /// An e-mail address.
    Email(&'t str),
    /// Something that is no fact: the address of a link inside the site, a tag, a file's name.
    Nothing,
}

impl<'t> Token<'t> {
    /// The digits, if there are at most `most`, glued to what stands before if asked for.
    pub(super) fn digits(&self, most: usize) -> Option<&'t str> {
        match self.kind {
            Kind::Digits(digits) if digits.len() <= most => Some(digits),
            Kind::Digits(_) | Kind::Word(_) | Kind::Sign(_) => None,
            Kind::Url(_) | Kind::Email(_) | Kind::Nothing => None,
        }
    }

    /// The number that at most four digits make.
    pub(super) fn number(&self, most: usize) -> Option<u16> {
        self.digits(most.min(4))?.parse().ok()
    }

    /// A year: four digits.
    pub(super) fn year(&self) -> Option<u16> {
        self.digits(4).filter(|digits| digits.len() == 4)?.parse().ok()
    }

    /// Whether it is this word, which is in lower case, in any case of letters.
    pub(super) fn is(&self, word: &str) -> bool {
        // The letters of both languages are as long in capitals, so the length alone mostly
        // says no; this is asked of every word.
        let same_length = self.word().filter(|own| own.len() == word.len());
        same_length.is_some_and(|own| own.chars().flat_map(char::to_lowercase).eq(word.chars()))
    }

    /// The word.
    pub(super) fn word(&self) -> Option<&'t str> {
        match self.kind {
            Kind::Word(word) => Some(word),
            Kind::Digits(_) | Kind::Sign(_) | Kind::Url(_) | Kind::Email(_) | Kind::Nothing => None,
        }
    }

    /// Whether it is one of these signs.
    pub(super) fn is_sign(&self, signs: &[char]) -> bool {
        matches!(self.kind, Kind::Sign(sign) if signs.contains(&sign))
    }
}

/// Endings of files: a name with one of them says nothing to readers.
const FILES: &[&str] = &[
    "png", "jpg", "jpeg", "webp", "svg", "gif", "pdf", "doc", "docx", "xls", "xlsx", "csv", "ods",
    "odt", "ppt", "pptx", "zip", "md", "html", "ics", "mp3", "mp4", "txt",
];

/// The longest address, name or tag that is looked for, in bytes.
const LONGEST: usize = 300;

/// The tokens of a text.
pub(super) fn cut(text: &str) -> Vec<Token<'_>> {
    // A word and the space behind it are five bytes and more.
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5 + 4);
    let (mut at, mut spaced, mut begins_line) = (0, true, true);
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        // The mark of a quotation is no part of what is quoted.
        if letter.is_whitespace() || (letter == '>' && begins_line) {
            begins_line |= letter == '\n';
            at += letter.len_utf8();
            spaced = true;
            continue;
        }
        let near = &rest[..rest.floor_char_boundary(LONGEST)];
        let hidden = match letter {
            ']' | '[' | '<' => link(near),
            '.' | '@' if spaced || !goes_on(&text[..at]) => chunk(near),
            letter if is_of_word(letter) && (spaced || !goes_on(&text[..at])) => chunk(near),
            _ => None,
        };
        let (kind, length) = hidden.unwrap_or_else(|| plain(rest, letter));
        tokens.push(Token { kind, spaced, range: at..at + length });
        at += length;
        (spaced, begins_line) = (false, false);
    }
    tokens
}

/// Whether what follows this text is in the middle of what stands between two spaces.
fn goes_on(before: &str) -> bool {
    before.ends_with(|letter: char| {
        is_of_word(letter) || matches!(letter, '.' | '_' | '-' | '@' | '+' | '/')
    })
}

/// Digits, a word, or a sign.
fn plain(rest: &str, letter: char) -> (Kind<'_>, usize) {
    if letter.is_ascii_digit() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        (Kind::Digits(&rest[..length]), length)
    } else if is_letter(letter) {
        let of_word = |c: char| is_letter(c) || ('\u{300}'..='\u{36f}').contains(&c);
        let length = rest.find(|c| !of_word(c)).unwrap_or(rest.len());
        (Kind::Word(&rest[..length]), length)
    } else {
        (Kind::Sign(letter), letter.len_utf8())
    }
}

/// The address behind a link's text, a mark of a footnote, or a tag.
fn link(rest: &str) -> Option<(Kind<'_>, usize)> {
    if let Some(address) = rest.strip_prefix("](") {
        let end = address.find([')', '\n', ' ']).unwrap_or(address.len());
        let kind = address_of(address[..end].trim_matches(['<', '>']));
        return Some((kind, "](".len() + end));
    }
    if rest.starts_with("[^") {
        return Some((Kind::Nothing, rest.find(']').map_or(rest.len(), |end| end + 1)));
    }
    let inside = rest.strip_prefix('<')?;
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let end = inside.find('>').filter(|_| is_tag)?;
    Some((address_of(&inside[..end]), end + 2))
}

fn address_of(address: &str) -> Kind<'_> {
    if address.starts_with("https://") || address.starts_with("http://") {
        return Kind::Url(address);
    }
    match address.strip_prefix("mailto:").unwrap_or(address) {
        email if mailbox::is_one(email) => Kind::Email(email),
        _ => Kind::Nothing,
    }
}

/// What stands between two spaces or brackets, if it is an address or the name of a file. Asked
/// of every word, and mostly no.
fn chunk(rest: &str) -> Option<(Kind<'_>, usize)> {
    let (mut end, mut has_sign) = (0, false);
    for letter in rest.chars().take_while(|letter| !ends_chunk(*letter)) {
        end += letter.len_utf8();
        has_sign |= matches!(letter, '.' | '@' | ':');
    }
    if !has_sign {
        return None;
    }
    let written = &rest[..end];
    let written = written.trim_end_matches(['.', ':', '!', '?', '_']);
    if written.starts_with("http://") || written.starts_with("https://") {
        return Some((Kind::Url(written), written.len()));
    }
    if mailbox::is_one(written) {
        return Some((Kind::Email(written), written.len()));
    }
    let ending = written.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file = FILES.iter().any(|known| known.eq_ignore_ascii_case(ending));
    let is_path = ["@/", "./", "../"].iter().any(|head| written.starts_with(head));
    (is_file || is_path).then_some((Kind::Nothing, written.len()))
}

fn ends_chunk(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '"' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '*')
        || matches!(letter, '“' | '”' | '‘' | '’' | '\'' | '`' | ',' | ';')
}
