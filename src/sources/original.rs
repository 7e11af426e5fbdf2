//! A text as its author's file or editor has it, where spans count in the text as it is read.

use std::ops::Range;

use crate::sources::texts::{BYTE_ORDER_MARK, nfc};

/// A text before it is brought to the one form of texts: with its own line ends, perhaps with a
/// byte order mark and letters that are not composed.
#[derive(Clone, Copy, Debug)]
pub struct Original<'t>(&'t str);

impl<'t> Original<'t> {
    /// The text that a file or an editor holds.
    pub fn new(text: &'t str) -> Original<'t> {
        Original(text)
    }

    /// Where a stretch of the text as it is read stands here, in bytes; none if that text has no
    /// such stretch, or one of its ends falls between two letters that are read as one.
    pub fn stretch(&self, read: Range<usize>) -> Option<Range<usize>> {
        Some(self.offset(read.start)?..self.offset(read.end)?)
    }

    /// The text with this in place of a stretch of it, with line ends as in the line before.
    pub fn with(&self, stretch: Range<usize>, text: &str) -> Option<String> {
        let before = self.0.get(..stretch.start)?;
        let behind = self.0.get(stretch.end..)?;
        self.0.get(stretch)?;
        Some(match self.line_end(before.len()) {
            "\n" => [before, text, behind].concat(),
            end => [before, &text.replace('\n', end), behind].concat(),
        })
    }

    /// How lines end around this byte.
    fn line_end(&self, at: usize) -> &'static str {
        let (before, behind) = self.0.split_at(at);
        let end = before.rfind(['\n', '\r']).map(|at| &before[..=at]);
        match end {
            Some(line) if line.ends_with("\r\n") => "\r\n",
            Some(line) if line.ends_with('\r') => "\r",
            Some(_) => "\n",
            None => first_line_end(behind),
        }
    }

    fn offset(&self, read: usize) -> Option<usize> {
        let text = self.0.strip_prefix(BYTE_ORDER_MARK).unwrap_or(self.0);
        let mut at = self.0.len() - text.len();
        let mut seen = 0;
        for line in lines(text) {
            let own = line.trim_end_matches(['\r', '\n']);
            let is_plain = own.is_ascii();
            let len = if is_plain { own.len() } else { nfc(own).len() };
            if read <= seen + len {
                let inside = read - seen;
                let offset = if is_plain { Some(inside) } else { within(own, inside) };
                return offset.map(|offset| at + offset);
            }
            at += line.len();
            seen += len + usize::from(own.len() < line.len());
        }
        // Behind the last line end begins a line without letters.
        let is_end = text.is_empty() || text.ends_with(['\n', '\r']);
        (is_end && read == seen).then_some(at)
    }
}

/// The lines of a text with what ends each: two signs, or one of them alone.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .find(['\n', '\r'])
            .map_or(rest.len(), |at| at + if rest[at..].starts_with("\r\n") { 2 } else { 1 });
        let (line, behind) = rest.split_at(end);
        rest = behind;
        Some(line)
    })
}

fn first_line_end(text: &str) -> &'static str {
    match text.find(['\n', '\r']).map(|at| &text[at..]) {
        Some(end) if end.starts_with("\r\n") => "\r\n",
        Some(end) if end.starts_with('\r') => "\r",
        Some(_) | None => "\n",
    }
}

/// The byte of a line before which stands what becomes so many bytes when it is composed.
fn within(line: &str, read: usize) -> Option<usize> {
    let is_end = |at: &usize| {
        let (before, behind) = line.split_at(*at);
        let (before, behind) = (nfc(before), nfc(behind));
        before.len() == read && nfc(line) == before + &behind
    };
    // More letters are never composed to less, so the first of them can be looked for by halves.
    let mut ends: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
    ends.push(line.len());
    let composed = |at: usize| nfc(&line[..at]).len();
    let first = ends.partition_point(|at| composed(*at) < read);
    ends[first..].iter().copied().take_while(|at| composed(*at) == read).find(is_end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::texts::tidy_text;

    #[test]
    fn every_stretch_that_is_read_is_found_in_the_file() {
        let decomposed = "ngu\u{31b}o\u{31b}\u{300}i dân\r\n";
        for original in [
            "a\nđường dây nóng\n",
            "\u{feff}a\r\nđường\r\n\r\ndây",
            "a\rđường\rdây\r",
            &format!("a\r\n{decomposed}b{decomposed}"),
            "\u{feff}",
            "",
            "\n\r\n\r",
            "\u{1112}\u{1161}\u{11ab}글\n",
        ] {
            let read = tidy_text(original);
            let text = Original::new(original);
            let ends: Vec<usize> =
                read.char_indices().map(|(at, _)| at).chain([read.len()]).collect();
            for (number, start) in ends.iter().enumerate() {
                for end in &ends[number..] {
                    let stretch = text.stretch(*start..*end).unwrap();
                    let own = tidy_text(&original[stretch]);
                    assert_eq!(own, read[*start..*end], "{original:?} {start}..{end}");
                }
            }
            assert_eq!(text.stretch(read.len() + 1..read.len() + 1), None, "{original:?}");
        }
    }

    #[test]
    fn a_change_leaves_every_other_byte() {
        let original = "\u{feff}title: Le\u{302}n\r\ndarft: true\r\n";
        let text = Original::new(original);
        let read = tidy_text(original);
        let at = read.find("darft").unwrap();
        let stretch = text.stretch(at..at + 5).unwrap();
        let changed = text.with(stretch, "draft: no\nx").unwrap();
        assert_eq!(changed, "\u{feff}title: Le\u{302}n\r\ndraft: no\r\nx: true\r\n");
        assert_eq!(Original::new("đ").with(1..2, "x"), None);
        assert_eq!(Original::new("đ").with(0..9, "x"), None);
    }
}
