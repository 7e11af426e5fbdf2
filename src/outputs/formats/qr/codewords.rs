//! The bytes of a code (ISO/IEC 18004 §7.4 to §7.6): an address, and what mends it when a part
//! of it cannot be read.
//!
//! Error level M: a photocopy of a photocopy may lose 15 % of it.

/// How many codewords for mending a block has, by version.
const MENDING: [usize; 40] = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];

/// How many blocks the codewords are cut into, by version.
const BLOCKS: [usize; 40] = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25,
    26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
];

/// Codewords by which the space behind an address is filled, in turn.
const FILLING: [u8; 2] = [0b1110_1100, 0b0001_0001];

/// The version of a code, 1 to 40: how large it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Version(usize);

impl Version {
    /// The smallest that holds so many bytes.
    pub(super) fn holding(length: usize) -> Option<Version> {
        (1..=40).map(Version).find(|version| {
            // Four bits say that bytes follow, then comes how many.
            version.data() * 8 >= 4 + version.length_bits() + length * 8
        })
    }

    /// Its number.
    pub(super) fn number(self) -> usize {
        self.0
    }

    /// How many modules wide and high it is.
    pub(super) fn side(self) -> usize {
        self.0 * 4 + 17
    }

    /// How many alignment patterns stand in a row.
    pub(super) fn alignments(self) -> usize {
        if self.0 == 1 { 0 } else { self.0 / 7 + 2 }
    }

    /// How many codewords its modules hold.
    fn all(self) -> usize {
        let mut modules = (16 * self.0 + 128) * self.0 + 64;
        let alignments = self.alignments();
        if alignments > 0 {
            modules -= (25 * alignments - 10) * alignments - 55;
        }
        if self.0 >= 7 {
            modules -= 36;
        }
        modules / 8
    }

    /// How many of them are data.
    fn data(self) -> usize {
        self.all() - MENDING[self.0 - 1] * BLOCKS[self.0 - 1]
    }

    fn length_bits(self) -> usize {
        if self.0 < 10 { 8 } else { 16 }
    }
}

/// The codewords of a text that this version holds, in the order in which they are laid out.
pub(super) fn of(text: &[u8], version: Version) -> Vec<u8> {
    let data = data(text, version);
    let (blocks, mending) = (BLOCKS[version.0 - 1], MENDING[version.0 - 1]);
    let divisor = divisor(mending);
    let short = version.data() / blocks;
    let first_long = blocks - version.data() % blocks;
    let start = |block: usize| block * short + block.saturating_sub(first_long);
    let cut = (0..blocks).map(|block| &data[start(block)..start(block + 1)]);
    let cut: Vec<(&[u8], Vec<u8>)> = cut.map(|own| (own, remainder(own, &divisor))).collect();
    let mut laid = Vec::with_capacity(version.all());
    for at in 0..=short {
        laid.extend(cut.iter().filter_map(|(own, _)| own.get(at)));
    }
    for at in 0..mending {
        laid.extend(cut.iter().filter_map(|(_, mending)| mending.get(at)));
    }
    laid
}

/// The text, with what it is and how long, and filled up.
fn data(text: &[u8], version: Version) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.push(0b0100, 4);
    bits.push(text.len(), version.length_bits());
    text.iter().for_each(|byte| bits.push(usize::from(*byte), 8));
    let space = version.data();
    bits.push(0, (space * 8 - bits.length).min(4));
    let mut data = bits.bytes;
    let filling = FILLING.iter().cycle().take(space - data.len());
    data.extend(filling);
    data
}

/// Bits in bytes, the highest first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    length: usize,
}

impl Bits {
    /// Appends the lowest `count` bits of a value.
    fn push(&mut self, value: usize, count: usize) {
        for bit in (0..count).rev() {
            if self.length.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from(value >> bit & 1 == 1) << (7 - self.length % 8);
            }
            self.length += 1;
        }
    }
}

/// Powers of 2 in the field of 256 elements modulo x⁸ + x⁴ + x³ + x² + 1, twice over, so that
/// the sum of two logarithms is an index.
const POWERS: [u8; 510] = powers();

/// For each element but 0, which power of 2 it is.
const LOGARITHMS: [u8; 256] = logarithms();

const fn powers() -> [u8; 510] {
    let mut powers = [1; 510];
    let mut at = 1;
    while at < 510 {
        let last = powers[at - 1];
        powers[at] = last << 1 ^ if last >= 0x80 { 0x1d } else { 0 };
        at += 1;
    }
    powers
}

const fn logarithms() -> [u8; 256] {
    let mut logarithms = [0; 256];
    let mut power = 0_u8;
    while power < 255 {
        logarithms[POWERS[power as usize] as usize] = power;
        power += 1;
    }
    logarithms
}

fn product(one: u8, other: u8) -> u8 {
    if one == 0 || other == 0 {
        return 0;
    }
    let power = |of: u8| usize::from(LOGARITHMS[usize::from(of)]);
    POWERS[power(one) + power(other)]
}

/// The polynomial (x − 2⁰)(x − 2¹)… of this degree, without its first coefficient, which is 1.
fn divisor(degree: usize) -> Vec<u8> {
    let mut divisor = vec![0; degree];
    divisor[degree - 1] = 1;
    for power in &POWERS[..degree] {
        for at in 0..degree {
            let next = divisor.get(at + 1).copied().unwrap_or(0);
            divisor[at] = product(divisor[at], *power) ^ next;
        }
    }
    divisor
}

/// What is left of a block when it is divided: the codewords that mend it (Reed and Solomon).
fn remainder(block: &[u8], divisor: &[u8]) -> Vec<u8> {
    let mut remainder = vec![0; divisor.len()];
    for byte in block {
        let factor = byte ^ remainder[0];
        remainder.rotate_left(1);
        if let Some(last) = remainder.last_mut() {
            *last = 0;
        }
        for (own, coefficient) in remainder.iter_mut().zip(divisor) {
            *own ^= product(*coefficient, factor);
        }
    }
    remainder
}
