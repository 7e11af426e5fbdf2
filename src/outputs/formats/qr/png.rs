//! Pictures of a bit a pixel, as small as a program can cheaply make them (PNG, third edition).
//!
//! By ourselves, for a page has one such picture of 300 bytes: to set up a compressor that is
//! made for large ones takes longer than to make the code.

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A square picture of black on white: `is_dark` says of each pixel whether it is black.
pub(super) fn write(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Vec<u8> {
    let bytes = side.div_ceil(8);
    let mut lines = Vec::with_capacity(side * (1 + bytes));
    for y in 0..side {
        // How the line was filtered: not at all.
        lines.push(0);
        lines.extend((0..bytes).map(|byte| {
            (0..8).fold(0, |bits, bit| bits << 1 | u8::from(!is_dark(byte * 8 + bit, y)))
        }));
    }
    let mut png = SIGNATURE.to_vec();
    let side = u32::try_from(side).unwrap_or(u32::MAX).to_be_bytes();
    // A bit a pixel, grey, deflate, the usual filters, not interlaced.
    chunk(b"IHDR", &[&side[..], &side[..], &[1, 0, 0, 0, 0]].concat(), &mut png);
    chunk(b"IDAT", &zlib(&lines), &mut png);
    chunk(b"IEND", &[], &mut png);
    png
}

fn chunk(name: &[u8; 4], content: &[u8], png: &mut Vec<u8>) {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    png.extend(length.to_be_bytes());
    let start = png.len();
    png.extend(name);
    png.extend(content);
    png.extend(crc(&png[start..]).to_be_bytes());
}

/// What the CRC of one byte is, for each byte.
const CRCS: [u32; 256] = crcs();

const fn crcs() -> [u32; 256] {
    let mut crcs = [0; 256];
    let mut at = 0;
    while at < 256 * 8 {
        let own = &mut crcs[at / 8];
        if at % 8 == 0 {
            *own = (at / 8) as u32;
        }
        *own = *own >> 1 ^ if *own & 1 == 1 { 0xedb8_8320 } else { 0 };
        at += 1;
    }
    crcs
}

/// The CRC-32 of a chunk.
fn crc(bytes: &[u8]) -> u32 {
    let next = |crc: u32, byte: &u8| crc >> 8 ^ CRCS[usize::from(crc.to_le_bytes()[0] ^ byte)];
    !bytes.iter().fold(u32::MAX, next)
}

/// Bytes in a stream of zlib (RFC 1950).
fn zlib(bytes: &[u8]) -> Vec<u8> {
    // A window of 32 KiB, no dictionary, made by a fast compressor.
    let mut stream = vec![0x78, 0x01];
    deflate(bytes, &mut stream);
    let (mut one, mut two) = (1, 0);
    for byte in bytes {
        one = (one + u32::from(*byte)) % 65521;
        two = (two + one) % 65521;
    }
    stream.extend((two << 16 | one).to_be_bytes());
    stream
}

/// The shortest and the longest part that is worth a reference.
const SHORTEST: usize = 3;
const LONGEST: usize = 257;

/// Beyond this many bytes a part is not referred to.
const FARTHEST: usize = 32_768;

/// Bytes as one block of fixed codes (RFC 1951 §3.2.6): each is written as it is, or together
/// with those behind it as a reference to the last place where its next three stood.
fn deflate(bytes: &[u8], stream: &mut Vec<u8>) {
    let mut bits = Bits { stream, held: 0, count: 0 };
    // The last block; its codes are the fixed ones.
    bits.put(0b011, 3);
    let mut last = [usize::MAX; 256];
    let mut at = 0;
    while at < bytes.len() {
        let before = next_three(bytes, at).map(|slot| std::mem::replace(&mut last[slot], at));
        let before = before.filter(|before| *before < at && at - before <= FARTHEST);
        let same = before.map_or(0, |before| {
            let pairs = bytes[before..].iter().zip(&bytes[at..]).take(LONGEST);
            pairs.take_while(|(one, other)| one == other).count()
        });
        match before.filter(|_| same >= SHORTEST) {
            Some(before) => {
                bits.reference(same, at - before);
                for skipped in at + 1..at + same {
                    if let Some(slot) = next_three(bytes, skipped) {
                        last[slot] = skipped;
                    }
                }
                at += same;
            }
            None => {
                bits.symbol(usize::from(bytes[at]));
                at += 1;
            }
        }
    }
    bits.symbol(256);
    bits.end();
}

/// Where three bytes are remembered; others may be remembered there too.
fn next_three(bytes: &[u8], at: usize) -> Option<usize> {
    let three = bytes.get(at..at + SHORTEST)?;
    Some(three.iter().fold(0, |slot, byte| (slot * 31 + usize::from(*byte)) % 256))
}

/// Writes bits, the lowest first.
struct Bits<'s> {
    stream: &'s mut Vec<u8>,
    held: usize,
    count: usize,
}

impl Bits<'_> {
    fn put(&mut self, value: usize, count: usize) {
        self.held |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.stream.push(self.held.to_le_bytes()[0]);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// A code, whose highest bit comes first.
    fn code(&mut self, code: usize, count: usize) {
        self.put(code.reverse_bits() >> (usize::BITS as usize - count), count);
    }

    /// A byte, the end of the block (256) or a length.
    fn symbol(&mut self, symbol: usize) {
        match symbol {
            0..=143 => self.code(0x30 + symbol, 8),
            144..=255 => self.code(0x190 + symbol - 144, 9),
            256..=279 => self.code(symbol - 256, 7),
            _ => self.code(0xc0 + symbol - 280, 8),
        }
    }

    /// As many bytes as stand so far before.
    fn reference(&mut self, length: usize, distance: usize) {
        let (length, distance) = (length - SHORTEST, distance - 1);
        // Four codes and then two for each power of 2, whose lower bits follow.
        let extra = |value: usize, kept: u32| (value.max(1).ilog2()).saturating_sub(kept) as usize;
        let own = extra(length, 2);
        self.symbol(257 + 4 * own + (length >> own));
        self.put(length & ((1 << own) - 1), own);
        let own = extra(distance, 1);
        self.code(2 * own + (distance >> own), 5);
        self.put(distance & ((1 << own) - 1), own);
    }

    /// Fills the last byte.
    fn end(&mut self) {
        self.put(0, (8 - self.count % 8) % 8);
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The width, the height and whether each pixel is light, as a reader sees it that is not ours.
    pub(in super::super) fn decoded(png: &[u8]) -> (usize, usize, Vec<bool>) {
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let about = reader.next_frame(&mut bytes).unwrap();
        reader.finish().unwrap();
        assert_eq!(
            (about.color_type, about.bit_depth),
            (png::ColorType::Grayscale, png::BitDepth::One)
        );
        let (width, height) = (about.width as usize, about.height as usize);
        let light = |at: usize| {
            let (x, y) = (at % width, at / width);
            bytes[y * about.line_size + x / 8] >> (7 - x % 8) & 1 == 1
        };
        (width, height, (0..width * height).map(light).collect())
    }

    /// Numbers without an order, always the same.
    fn noise(seed: usize) -> usize {
        (seed + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 29
    }

    #[test]
    fn a_reader_sees_each_pixel() {
        // Sparse, dense and striped ones hold references of all lengths and distances.
        let kinds: [fn(usize, usize) -> bool; 6] = [
            |_, _| false,
            |_, _| true,
            |x, y| noise(x * 200 + y).is_multiple_of(2),
            |x, y| noise(x * 200 + y).is_multiple_of(61),
            |x, y| noise(x + y / 97).is_multiple_of(2),
            |x, y| x / 8 == y % 23,
        ];
        for side in (1..42).chain([97, 128, 185]) {
            for (kind, is_dark) in kinds.iter().enumerate() {
                let (width, height, light) = decoded(&write(side, is_dark));
                assert_eq!((width, height), (side, side));
                let wanted: Vec<bool> =
                    (0..side * side).map(|at| !is_dark(at % side, at / side)).collect();
                assert_eq!(light, wanted, "kind {kind} of {side} pixels");
            }
        }
    }

    #[test]
    fn what_repeats_itself_takes_little() {
        assert!(write(185, |_, _| false).len() < 150);
    }
}
