//! Places in a text as editors count them: lines from 0, and in a line units of UTF-16 or bytes.
//!
//! Editors end lines as the protocol says: at `\n`, `\r\n` or `\r`. A place outside the text is
//! brought to the end of its line, or of the text.

use std::ops::Range;

use lsp_types::Position;

/// What an editor counts in a line.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16, which every editor knows.
    #[default]
    Utf16,
}

/// A text, and where its lines begin.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub(super) fn of(text: &'t str, encoding: Encoding) -> Lines<'t> {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Lines { text, starts, encoding }
    }

    /// The text.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The bytes of a line, counted from 0, without what ends it. None behind the last line.
    pub(super) fn line(&self, number: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(number)?;
        let end = self.starts.get(number + 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        Some(start..start + line.len())
    }

    /// The byte at a place.
    pub(super) fn offset(&self, position: Position) -> usize {
        let number = usize::try_from(position.line).unwrap_or(usize::MAX);
        let Some(line) = self.line(number) else { return self.text.len() };
        let wanted = usize::try_from(position.character).unwrap_or(usize::MAX);
        let mut units = 0;
        for (at, letter) in self.text[line.clone()].char_indices() {
            // A place within a letter is its beginning.
            let next = units + self.units(letter);
            if next > wanted {
                return line.start + at;
            }
            units = next;
        }
        line.end
    }

    /// The bytes of a stretch, whichever of its ends comes first.
    pub(super) fn stretch(&self, range: lsp_types::Range) -> Range<usize> {
        let (one, other) = (self.offset(range.start), self.offset(range.end));
        one.min(other)..one.max(other)
    }

    /// The place of a byte; one within a letter is that of the letter.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let number = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(number).copied().unwrap_or(0);
        let units = self.text[start..offset].chars().map(|letter| self.units(letter)).sum();
        Position::new(narrow(number), narrow(units))
    }

    /// The place of a stretch of bytes.
    pub(super) fn range(&self, stretch: Range<usize>) -> lsp_types::Range {
        lsp_types::Range::new(self.position(stretch.start), self.position(stretch.end))
    }

    fn units(&self, letter: char) -> usize {
        match self.encoding {
            Encoding::Utf8 => letter.len_utf8(),
            Encoding::Utf16 => letter.len_utf16(),
        }
    }
}

/// A count as the protocol has it, which knows no text that is so long that it would not fit.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "một\r\nhai 𝄞 bà\rba\n";

    fn lines(encoding: Encoding) -> Lines<'static> {
        Lines::of(TEXT, encoding)
    }

    #[test]
    fn places_are_found_and_told_in_both_units() {
        let place = TEXT.find("bà").unwrap();
        assert_eq!(lines(Encoding::Utf16).position(place), Position::new(1, 7));
        assert_eq!(lines(Encoding::Utf8).position(place), Position::new(1, 9));
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let lines = lines(encoding);
            for (at, letter) in TEXT.char_indices() {
                if !"\r\n".contains(letter) {
                    assert_eq!(lines.offset(lines.position(at)), at, "{at}");
                }
            }
        }
    }

    #[test]
    fn a_place_outside_is_the_end() {
        let lines = lines(Encoding::Utf16);
        assert_eq!(lines.offset(Position::new(0, 99)), "một".len());
        assert_eq!(lines.offset(Position::new(9, 0)), TEXT.len());
        assert_eq!(lines.offset(Position::new(u32::MAX, u32::MAX)), TEXT.len());
        // Within a letter of two units.
        assert_eq!(lines.offset(Position::new(1, 5)), TEXT.find('𝄞').unwrap());
        assert_eq!(lines.position(TEXT.len() + 7), Position::new(3, 0));
    }

    #[test]
    fn the_ends_of_a_stretch_may_come_in_any_order() {
        let lines = lines(Encoding::Utf16);
        let (one, other) = (Position::new(1, 3), Position::new(0, 1));
        assert_eq!(lines.stretch(lsp_types::Range::new(one, other)), 1.."một\r\nhai".len());
    }
}
