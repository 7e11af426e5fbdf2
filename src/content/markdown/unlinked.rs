//! Addresses in a text that become no link, since they are misspelt: `htps://a.vn`, `https:/a.vn`,
//! `https://a,vn`, `so@quangngai,gov.vn`, and the addresses of sources, `@/tin/bai.md`.

use std::ops::Range;

use crate::content::markdown::bare;
use crate::content::markdown::writer::Writer;
use crate::content::{address, mailbox};
use crate::diagnostics::{Fix, Say, say};

/// What belongs to the sentence where it stands behind an address.
const BEHIND: &[char] = &['.', ',', ';', ':', '!', '?', '…'];

/// The longest address that is looked at, in bytes.
const LONGEST: usize = 500;

/// The longest word in front of a sign that is looked at, in bytes.
const LONGEST_BEFORE: usize = 64;

/// What stands around an address and is none of it.
const AROUND: &[char] =
    &['(', ')', '[', ']', '<', '>', '"', '“', '”', '‘', '’', '«', '»', '`', '|', '*', '，', '。'];

impl Writer<'_, '_> {
    /// Looks at a stretch of text in which a stroke or an `@` stands.
    pub(super) fn look_at_unlinked(&mut self, range: &Range<usize>) {
        let source = self.reading.text.get(range.clone()).unwrap_or_default();
        let mut done = 0;
        for (at, _) in source.match_indices(['/', '@']) {
            if at < done {
                continue;
            }
            let Some(word) = word_around(source, at) else { continue };
            let written = source[word.clone()].trim_end_matches(BEHIND);
            done = word.end;
            let place = range.start + word.start..range.start + word.start + written.len();
            if !bare::find(written).is_empty() {
                continue;
            }
            // Between brackets it is part of what was to be a link.
            let is_alone = !source[..word.start].ends_with(|own: char| !own.is_whitespace());
            if let Some(path) = source_path(written).filter(|_| is_alone) {
                self.tell_source(place, path);
            } else if let Some(meant) = address::meant(written) {
                self.tell_unlinked(place, meant);
            } else if let Some(meant) = with_comma(written) {
                self.tell_unlinked(place, meant);
            }
        }
    }

    fn tell_unlinked(&mut self, place: Range<usize>, text: String) {
        let written = &self.reading.text[place.clone()];
        let message = say!(
            "`{written}` viết sai nên không thành liên kết",
            "`{written}` is misspelt, so it becomes no link"
        );
        let hint = say!("viết `{text}`", "write `{text}`");
        let fix = Fix::sure(place.clone(), text);
        self.tell_mended(place, (message, hint), fix);
    }

    /// The path of a source, which readers see as it stands.
    fn tell_source(&mut self, place: Range<usize>, path: &str) {
        let message: Say = say!(
            "`{path}` hiện nguyên ra trang, không thành liên kết",
            "`{path}` is shown as it is and becomes no link"
        );
        let hint = say!("viết `[tên trang]({path})`", "write `[the page's name]({path})`");
        self.tell_meant(place, message, hint);
    }
}

/// The word around a sign, without what stands around addresses.
fn word_around(source: &str, at: usize) -> Option<Range<usize>> {
    let is_end = |own: char| own.is_whitespace() || AROUND.contains(&own);
    let begin = source.floor_char_boundary(at.saturating_sub(LONGEST_BEFORE));
    let before = &source[begin..at];
    let start = before.char_indices().rev().find(|(_, own)| is_end(*own));
    let start = start.map_or(begin, |(at, own)| begin + at + own.len_utf8());
    let rest = &source[at..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let end = at + rest.find(is_end).unwrap_or(rest.len());
    (end > start).then_some(start..end)
}

/// `@/tin/bai.md`.
fn source_path(written: &str) -> Option<&str> {
    (written.starts_with("@/") && written.ends_with(".md")).then_some(written)
}

/// The mailbox whose host is written with a comma.
fn with_comma(written: &str) -> Option<String> {
    let (_, host) = written.split_once('@')?;
    let ends = ["vn", "com", "org", "net"].iter().any(|own| host.ends_with(own));
    let is_one = written.is_ascii() && host.matches(',').count() == 1 && ends;
    mailbox::meant(written).filter(|_| is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mailbox_that_was_meant_is_known() {
        assert_eq!(with_comma("so@quangngai,gov.vn").as_deref(), Some("so@quangngai.gov.vn"));
        assert_eq!(with_comma("so@gmail,com").as_deref(), Some("so@gmail.com"));
        for other in ["so@a.vn", "a@b,c", "a,b@c.vn", "@a,vn", "a@b.vn,c@d.vn"] {
            assert_eq!(with_comma(other), None, "{other}");
        }
    }
}
