//! The modules of a code (ISO/IEC 18004 §6.3 and §7.7 to §7.10): the patterns by which readers
//! find it, its codewords, and what it says of itself.

use super::codewords::{self, Version};
use super::mask;
use super::row::Row;

/// A whole code.
pub(super) enum Symbol {
    /// Of up to 64 modules a side.
    Small(Grid<1>),
    /// Of up to 192.
    Large(Grid<3>),
}

impl Symbol {
    /// How many modules wide and high it is.
    pub(super) fn side(&self) -> usize {
        match self {
            Symbol::Small(grid) => grid.dark.len(),
            Symbol::Large(grid) => grid.dark.len(),
        }
    }

    /// Whether a module is dark; beyond the code none is.
    pub(super) fn is_dark(&self, x: usize, y: usize) -> bool {
        let within = x < self.side();
        within
            && match self {
                Symbol::Small(grid) => grid.dark.get(y).is_some_and(|row| row.has(x)),
                Symbol::Large(grid) => grid.dark.get(y).is_some_and(|row| row.has(x)),
            }
    }
}

/// The code of a text; none if it is too long.
pub(super) fn of(text: &[u8]) -> Option<Symbol> {
    let version = Version::holding(text.len())?;
    let codewords = codewords::of(text, version);
    Some(match version.side() {
        ..=64 => Symbol::Small(Grid::of(version, &codewords)),
        _ => Symbol::Large(Grid::of(version, &codewords)),
    })
}

/// Modules, row by row.
pub(super) struct Grid<const WORDS: usize> {
    /// Those that are dark.
    dark: Vec<Row<WORDS>>,
    /// Those that hold no codewords: they are never masked.
    fixed: Vec<Row<WORDS>>,
}

impl<const WORDS: usize> Grid<WORDS> {
    /// The code of these codewords, under the best mask.
    fn of(version: Version, codewords: &[u8]) -> Grid<WORDS> {
        let side = version.side();
        let mut grid = Grid { dark: vec![Row::EMPTY; side], fixed: vec![Row::EMPTY; side] };
        grid.find_marks(version);
        grid.fill(codewords);
        let data: Vec<Row<WORDS>> = grid.fixed.iter().map(|row| within(side) & !*row).collect();
        let (mask, dark) = mask::best(&grid.dark, &data);
        grid.dark = dark;
        grid.format(mask);
        grid
    }

    /// Sets a module that holds no codeword.
    fn fix(&mut self, x: usize, y: usize, dark: bool) {
        self.fixed[y].set(x, true);
        self.dark[y].set(x, dark);
    }

    /// The patterns that every code of this version has, and the place for the format, empty.
    fn find_marks(&mut self, version: Version) {
        let side = version.side();
        for at in 0..side {
            self.fix(6, at, at % 2 == 0);
            self.fix(at, 6, at % 2 == 0);
        }
        for (left, top) in [(0, 0), (side - 7, 0), (0, side - 7)] {
            self.finder(left, top);
        }
        let places = alignments(version);
        let last = places.len().wrapping_sub(1);
        for (column, x) in places.iter().enumerate() {
            for (row, y) in places.iter().enumerate() {
                // Finders stand in three of the corners.
                if ![(0, 0), (0, last), (last, 0)].contains(&(column, row)) {
                    self.alignment(*x, *y);
                }
            }
        }
        for bit in 0..15 {
            let ((x, y), (again_x, again_y)) = format_places(bit, side);
            self.fix(x, y, false);
            self.fix(again_x, again_y, false);
        }
        self.fix(8, side - 8, true);
        self.version(version);
    }

    /// One of the three large squares, with the white around it.
    fn finder(&mut self, left: usize, top: usize) {
        let side = self.dark.len();
        for y in (top.saturating_sub(1)..side).take_while(|y| *y <= top + 7) {
            for x in (left.saturating_sub(1)..side).take_while(|x| *x <= left + 7) {
                let from_centre = x.abs_diff(left + 3).max(y.abs_diff(top + 3));
                self.fix(x, y, matches!(from_centre, 0 | 1 | 3));
            }
        }
    }

    /// One of the small squares, by its middle.
    fn alignment(&mut self, x: usize, y: usize) {
        for row in y - 2..=y + 2 {
            for column in x - 2..=x + 2 {
                self.fix(column, row, column.abs_diff(x).max(row.abs_diff(y)) != 1);
            }
        }
    }

    /// From version 7 on a code says its version twice (§7.10).
    fn version(&mut self, version: Version) {
        let number = version.number();
        if number < 7 {
            return;
        }
        let bits = number << 12 | rest(number << 12, 0x1f25, 12);
        let far = version.side() - 11;
        for bit in 0..18 {
            let dark = bits >> bit & 1 == 1;
            self.fix(far + bit % 3, bit / 3, dark);
            self.fix(bit / 3, far + bit % 3, dark);
        }
    }

    /// Lays the codewords out, up and down in columns of two modules (§7.7.3).
    fn fill(&mut self, codewords: &[u8]) {
        let side = self.dark.len();
        let mut bits =
            codewords.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1));
        // The column of the timing pattern is skipped.
        let columns = (7..side).rev().step_by(2).chain([5, 3, 1]);
        for (turn, right) in columns.enumerate() {
            for step in 0..side {
                let y = if turn % 2 == 0 { side - 1 - step } else { step };
                for x in [right, right - 1] {
                    if !self.fixed[y].has(x) {
                        // The few modules that are left over stay light.
                        self.dark[y].set(x, bits.next().unwrap_or(false));
                    }
                }
            }
        }
    }

    /// Says the level of errors and the mask, twice (§7.9).
    fn format(&mut self, mask: usize) {
        // The two bits of level M are 00.
        let bits = (mask << 10 | rest(mask << 10, 0x537, 10)) ^ 0x5412;
        for bit in 0..15 {
            let ((x, y), (again_x, again_y)) = format_places(bit, self.dark.len());
            let dark = bits >> bit & 1 == 1;
            self.fix(x, y, dark);
            self.fix(again_x, again_y, dark);
        }
    }
}

/// All modules of a row.
fn within<const WORDS: usize>(side: usize) -> Row<WORDS> {
    let mut row = Row::EMPTY;
    (0..side).for_each(|at| row.set(at, true));
    row
}

/// Where a bit of the format stands: around the first finder, and again beside the two others.
fn format_places(bit: usize, side: usize) -> ((usize, usize), (usize, usize)) {
    let first = match bit {
        0..=5 => (8, bit),
        6 | 7 => (8, bit + 1),
        8 => (7, 8),
        _ => (14 - bit, 8),
    };
    let again = if bit < 8 { (side - 1 - bit, 8) } else { (8, side - 15 + bit) };
    (first, again)
}

/// The rows and columns in which alignment patterns have their middle (annex E).
fn alignments(version: Version) -> Vec<usize> {
    let count = version.alignments();
    if count == 0 {
        return Vec::new();
    }
    let step = (version.number() * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
    let far = (0..count - 1).map(|place| version.side() - 7 - place * step);
    std::iter::once(6).chain(far.rev()).collect()
}

/// What is left of `bits` when they are divided by a polynomial of this degree over two elements.
fn rest(bits: usize, divisor: usize, degree: usize) -> usize {
    let highest = usize::BITS as usize;
    (degree..highest).rev().fold(bits, |rest, bit| {
        if rest >> bit & 1 == 1 { rest ^ divisor << (bit - degree) } else { rest }
    })
}

#[cfg(test)]
mod tests {
    use fast_qr::{ECL, Mode, QRBuilder};

    use super::*;

    /// The code as another encoder makes it, which judges masks module by module.
    fn judged(text: &str) {
        let other = QRBuilder::new(text).ecl(ECL::M).mode(Mode::Byte).build().unwrap();
        let own = of(text.as_bytes()).unwrap();
        assert_eq!(own.side(), other.size, "{text}");
        for y in 0..other.size {
            let row: Vec<bool> = (0..other.size).map(|x| own.is_dark(x, y)).collect();
            let same: Vec<bool> = other[y].iter().map(|module| module.value()).collect();
            assert_eq!(row, same, "row {y} of {text}: another mask than {:?}", other.mask);
        }
    }

    #[test]
    fn codes_of_addresses_are_those_of_another_encoder() {
        for page in 0..3000 {
            let language = ["", "en/", "tin-tuc/"][page % 3];
            let more = "le-phat-dong-".repeat(page % 7);
            judged(&format!("https://thang-hanh-dong.example/{language}{more}{page}/"));
        }
    }

    #[test]
    fn codes_of_every_size_are_those_of_another_encoder() {
        let mut seen = [false; 41];
        for length in (1..2332).step_by(9).chain([2331]) {
            let text: String =
                "https://a.example/%E1%BA%BF?b=".chars().cycle().take(length).collect();
            seen[Version::holding(length).unwrap().number()] = true;
            judged(&text);
        }
        assert_eq!(seen.iter().filter(|seen| **seen).count(), 40);
    }
}
