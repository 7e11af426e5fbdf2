//! Links that are none: `[text] (address)`, `(text)[address]`, addresses with spaces.
//!
//! In: a stretch of text in which brackets are left. Out: what is told of it, with the link as it
//! was meant. CommonMark leaves the brackets on the page.

use std::ops::Range;

use crate::content::address;
use crate::content::markdown::limits::tell;
use crate::content::markdown::loose_links::is_address;
use crate::content::markdown::spaced::{number, with_title, without_spaces};
use crate::content::markdown::writer::Writer;
use crate::content::{Leads, LinkTarget};
use crate::diagnostics::{Code, Diagnostic, Fix, Say, Span, say};

/// What only addresses begin with.
pub(super) const BEGINNINGS: &[&str] =
    &["@/", "./", "../", "http://", "https://", "mailto:", "tel:", "www."];

/// The widest gap between the two pairs of brackets of a link, in bytes.
const LONGEST_GAP: usize = 4;

/// The most links of one stretch that are looked at.
const MOST: usize = 100;

/// A link that was meant.
pub(super) struct Meant {
    /// What is at fault.
    pub(super) place: Range<usize>,
    /// What is said of it.
    pub(super) message: Say,
    /// What goes.
    pub(super) stretch: Range<usize>,
    /// What comes in its place.
    pub(super) text: String,
    /// Whether nothing else can be meant.
    pub(super) is_sure: bool,
}

impl Writer<'_, '_> {
    /// Looks at the brackets of a stretch of text.
    pub(super) fn look_at_links(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let pairs = source.match_indices(['[', ']', ')']).map(|(at, _)| at).take(MOST);
        for at in pairs.collect::<Vec<_>>() {
            let start = range.start + at;
            let rest = &source[at..];
            if rest.starts_with("](") {
                self.look_at_address(source, at, range.start);
            } else if self.reading.text[start..].starts_with("]\n(") {
                self.look_at_line_between(source, at, range.start);
            } else if self.reading.text[start..].starts_with("]<") {
                self.look_at_angles(source, at, range.start);
            } else if rest.starts_with("]{") {
                self.look_at_braces(source, at, range.start);
            } else if let Some(gap) = gap(rest) {
                self.look_apart(source, (at, gap), range.start);
            } else if rest.starts_with("][") {
                self.look_at_name(source, at, range.start);
            } else if rest.starts_with(")[") {
                self.look_reversed(source, at, range.start);
            } else if rest.starts_with("[[") {
                self.look_at_wiki(rest, start);
            } else if rest.starts_with("[http") {
                self.look_at_wiki_address(source, at, range.start);
            } else if rest.starts_with('[') {
                self.look_at_open_label(source, at, range.start);
                self.look_at_lone_label(source, at, range.start);
            }
        }
    }

    pub(super) fn tell_link(&mut self, meant: Meant) {
        let Meant { place, message, stretch, text, is_sure } = meant;
        let hint = say!("viết `{text}`", "write `{text}`");
        // The file is named, though by a link that is none.
        self.body.named.extend(target_of(&text));
        let fix = Fix { span: stretch.into(), text, is_sure };
        let fault = Diagnostic::warning(Code::BrokenLink, message).hint(hint).fix(fix);
        tell(place, fault, self.reading);
    }

    /// `[text](an address with spaces)`, or one that nothing closes.
    fn look_at_address(&mut self, source: &str, at: usize, begin: usize) {
        let Some((opened, label)) = label(source, at) else {
            return self.look_at_closed_label(source, at, begin);
        };
        let behind = &source[at + 2..];
        let line = &behind[..behind.find('\n').unwrap_or(behind.len())];
        let Some(end) = line.find(')') else {
            return self.look_unclosed(source, (opened, at), begin);
        };
        let address = &line[..end];
        let written = address.trim();
        if let Some(inner) = written.strip_prefix('<').filter(|inner| is_address(inner)) {
            let stretch = begin + opened..begin + at + 2 + end + 1;
            return self.tell_brackets(stretch, format!("{label}({inner})"), true);
        }
        let words = label.trim_matches(['!', '[', ']']);
        if is_address(words) && !is_address(written) && written.contains(char::is_alphabetic) {
            let stretch = begin + opened..begin + at + 2 + end + 1;
            return self.tell_reversed(stretch, format!("[{written}]({words})"));
        }
        // What is no address is brackets in a text, as in formulas.
        if written.contains('(') && is_address(written) {
            return self.tell_bracket_within(
                begin + opened..begin + at + 2 + end + 1,
                label,
                written,
            );
        }
        let is_address = (written.contains(['.', '/'])
            || number(written).is_some()
            || address::scheme(written).is_some())
            && !written.contains(['<', '"', '\''])
            && written.contains(char::is_whitespace);
        if !is_address {
            return;
        }
        let place = begin + at + 2..begin + at + 2 + address.len();
        let parsed = LinkTarget::parse(written, Span::default());
        if written.starts_with("\\\\") || written.get(1..2) == Some(":") {
            if let Err(fault) = parsed {
                tell(place, fault.diagnose(), self.reading);
            }
            return;
        }
        let (vi, en) = what(label);
        let titled = with_title(written);
        let message = match titled {
            Some(_) => say!(
                "`{label}({written})` không thành {vi}: chữ sau địa chỉ phải đặt trong dấu `\"` thẳng",
                "`{label}({written})` is no {en}: a text behind its address stands in straight `\"`"
            ),
            None => say!(
                "`{label}({written})` không thành {vi}: địa chỉ có dấu cách",
                "`{label}({written})` is no {en}: there are spaces in its address"
            ),
        };
        let own = titled.unwrap_or_else(|| without_spaces(written, parsed.ok()));
        let text = format!("{label}({own})");
        let stretch = begin + opened..place.end + 1;
        self.tell_link(Meant { place, message, stretch, text, is_sure: true });
    }

    fn look_unclosed(&mut self, source: &str, (opened, at): (usize, usize), begin: usize) {
        let behind = &source[at + 2..];
        let word = behind.split_whitespace().next().unwrap_or_default();
        let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        if !BEGINNINGS.iter().any(|own| word.starts_with(own)) || !behind.starts_with(word) {
            return;
        }
        let label = &source[opened..=at];
        let (vi, en) = what(label);
        let message = say!(
            "`{label}({word}` không thành {vi}: thiếu dấu `)` sau địa chỉ",
            "`{label}({word}` is no {en}: there is no `)` behind its address"
        );
        let stretch = begin + opened..begin + at + 2 + word.len();
        let text = format!("{label}({word})");
        self.tell_link(Meant { place: stretch.clone(), message, stretch, text, is_sure: false });
    }

    /// `[text] (address)`.
    fn look_apart(&mut self, source: &str, (at, gap): (usize, &str), begin: usize) {
        let Some((opened, label)) = label(source, at) else { return };
        let behind = &source[at + 2 + gap.len()..];
        let Some(end) = behind.find([')', '\n']).filter(|end| behind[*end..].starts_with(')'))
        else {
            return;
        };
        let address = &behind[..end];
        let is_address =
            address.contains(['.', '/', '#']) && !address.contains(char::is_whitespace);
        if !is_address {
            return;
        }
        let written = format!("{label}{gap}({address})");
        let (vi, en) = what(label);
        let stretch = begin + opened..begin + opened + written.len();
        let written = format!("{label} ({address})");
        let message = say!(
            "`{written}` không thành {vi}: thừa dấu cách",
            "`{written}` is no {en}: there is a space too many"
        );
        let text = format!("{label}({address})");
        self.tell_link(Meant { place: stretch.clone(), message, stretch, text, is_sure: true });
    }

    /// `[text][name]` without a line that tells the address of the name. Numbers in brackets are
    /// how sources are cited.
    fn look_at_name(&mut self, source: &str, at: usize, begin: usize) {
        let Some((opened, label)) = label(source, at) else { return };
        let behind = &source[at + 2..];
        let Some(end) = behind.find([']', '\n']).filter(|end| behind[*end..].starts_with(']'))
        else {
            return;
        };
        let words = label.trim_start_matches(['!', '[']).trim_end_matches(']');
        // Elsewhere links have another pair of brackets around both.
        let is_held = source[..opened].ends_with('[') && behind[end..].starts_with("]]");
        let own = usize::from(is_held);
        let whole = begin + opened - own..begin + at + 2 + end + 1 + own;
        let sign = if label.starts_with('!') { "!" } else { "" };
        match (words, &behind[..end]) {
            (words, address) if is_address(address) && !words.is_empty() => {
                return self.tell_brackets(whole, format!("{sign}[{words}]({address})"), true);
            }
            (address, words) if is_address(address) && !words.is_empty() => {
                return self.tell_reversed(whole, format!("{sign}[{words}]({address})"));
            }
            _ => {}
        }
        let is_apart = !source[..opened].ends_with(char::is_alphanumeric);
        let name = if end == 0 && is_apart { words } else { &behind[..end] };
        // Numbers behind numbers are how sources are cited.
        let is_name = !name.is_empty() && name.chars().all(|own| own.is_ascii_digit());
        let is_name = is_name && is_apart || name.contains(char::is_alphabetic);
        if !label.contains(char::is_alphabetic) || !is_name {
            return;
        }
        let written = &source[opened..at + 2 + end + 1];
        let (vi, en) = what(label);
        let message = say!(
            "`{written}` không thành {vi}: không dòng nào cho biết địa chỉ của `{name}`",
            "`{written}` is no {en}: no line tells the address of `{name}`"
        );
        let hint = say!(
            "viết `{label}(địa chỉ)`, hoặc thêm một dòng `[{name}]: địa chỉ`",
            "write `{label}(address)`, or add a line `[{name}]: address`"
        );
        self.tell_meant(begin + opened..begin + opened + written.len(), message, hint);
    }
}

/// The blanks between the brackets of a text and those of an address.
pub(super) fn gap(rest: &str) -> Option<&str> {
    let behind = rest.strip_prefix(']')?;
    let gap = &behind[..behind.find('(').filter(|len| (1..=LONGEST_GAP).contains(len))?];
    gap.chars().all(char::is_whitespace).then_some(gap)
}

/// The label in brackets that ends here, with the sign in front of a picture's, and where it
/// begins.
pub(super) fn label(source: &str, at: usize) -> Option<(usize, &str)> {
    let before = &source[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let opened = before.len() - line.len() + line.rfind('[')?;
    if before[..opened].ends_with('\\') || line.ends_with('\\') {
        return None;
    }
    let opened = opened - usize::from(before[..opened].ends_with('!'));
    Some((opened, &source[opened..=at]))
}

/// What of this site a link leads to.
fn target_of(link: &str) -> Option<LinkTarget> {
    let (_, address) = link.rsplit_once("](")?;
    let address = address.split(" \"").next()?.trim_matches(['<', '>', ')']);
    let target = LinkTarget::parse(address, Span::default()).ok()?;
    (target.leads() == Leads::Inside).then_some(target)
}

/// What a label in brackets belongs to, in both languages.
pub(super) fn what(label: &str) -> (&'static str, &'static str) {
    if label.starts_with('!') { ("hình", "picture") } else { ("liên kết", "link") }
}
