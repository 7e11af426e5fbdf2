//! QR codes (ISO/IEC 18004) that lead from a printed sheet back to its page.
//!
//! In: an address. Out: its code as a picture that stands in the page itself.
//! `symbol.rs` lays out the modules of a code, `codewords.rs` makes the bytes in it, `mask.rs`
//! chooses what they are laid over with, `png.rs` writes the picture.

mod codewords;
mod mask;
mod png;
mod row;
mod symbol;

use serde::Serialize;

/// The white around a code that readers need, in modules.
const QUIET: usize = 4;

/// How wide the dark part of a code is on paper, in CSS pixels (96 to an inch): 26 millimetres,
/// which a telephone reads from an arm's length.
const WIDTH: f64 = 26.0 / 25.4 * 96.0;

/// A code as a picture.
#[derive(Debug, Serialize)]
pub(crate) struct QrCode {
    /// The value of `src`: the picture itself, a pixel a module, with the white around the code.
    src: String,
    /// The width and height in CSS pixels, with the white around the code.
    size: u16,
}

/// The code of an address; none if it is longer than a code can hold.
pub(crate) fn code(address: &str) -> Option<QrCode> {
    let symbol = symbol::of(address.as_bytes())?;
    let picture = png::write(symbol.side() + 2 * QUIET, |x, y| {
        let inside = x.checked_sub(QUIET).zip(y.checked_sub(QUIET));
        inside.is_some_and(|(x, y)| symbol.is_dark(x, y))
    });
    let mut src = String::from("data:image/png;base64,");
    base64(&picture, &mut src);
    Some(QrCode { src, size: size(symbol.side()) })
}

/// The whole in CSS pixels, if so many modules of it are as wide as a code must be.
fn size(side: usize) -> u16 {
    // A code has 177 modules at most.
    let modules = |count: usize| u16::try_from(count).map_or(0.0, f64::from);
    let whole = WIDTH * modules(side + 2 * QUIET) / modules(side);
    // `as` cuts off what is behind the point, and the whole is below 200.
    whole.round() as u16
}

/// Base 64 (RFC 4648 §4).
fn base64(bytes: &[u8], out: &mut String) {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).map_or(0, |byte| usize::from(*byte));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for letter in 0..4 {
            let known = letter <= three.len();
            let value = bits >> (18 - 6 * letter) & 63;
            out.push(if known { char::from(LETTERS[value]) } else { '=' });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The picture in an address, decoded by a reader that is not ours: its width, and whether
    /// each pixel is dark.
    fn drawn(code: &QrCode) -> (usize, Vec<bool>) {
        let encoded = code.src.strip_prefix("data:image/png;base64,").unwrap();
        let value = |letter: u8| match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            other => panic!("{other} is no letter of base 64"),
        };
        let letters: Vec<u8> = encoded.trim_end_matches('=').bytes().map(value).collect();
        assert_eq!(encoded.len() % 4, 0);
        let bit = |at: usize| letters[at / 6] >> (5 - at % 6) & 1;
        let byte = |at: usize| (0..8).fold(0, |byte, next| byte << 1 | bit(at * 8 + next));
        let bytes: Vec<u8> = (0..letters.len() * 6 / 8).map(byte).collect();
        let (width, height, light) = png::tests::decoded(&bytes);
        assert_eq!(width, height);
        (width, light.iter().map(|light| !light).collect())
    }

    #[test]
    fn a_decoder_reads_the_address_back() {
        let long = format!("https://thang-hanh-dong.example/{}", "le-phat-dong/".repeat(12));
        let longest = format!("https://a.example/{}", "a".repeat(2331 - 18));
        for address in ["https://a.example/", "https://a.example/%E1%BA%BF/?a=1#b", &long, &longest]
        {
            let (whole, dark) = drawn(&code(address).unwrap());
            let side = whole - 2 * QUIET;
            let at = |x: usize, y: usize| dark[y * whole + x];
            let grid = rqrr::SimpleGrid::from_func(side, |x, y| at(x + QUIET, y + QUIET));
            let (about, read) = rqrr::Grid::new(grid).decode().unwrap();
            assert_eq!(read, address);
            assert_eq!(about.ecc_level, 0, "the format bits of level M are 00");
            let light = |x: usize, y: usize| {
                let quiet = |at: usize| at < QUIET || at >= QUIET + side;
                (quiet(x) || quiet(y)) && at(x, y)
            };
            assert!(
                !(0..whole * whole).any(|at| light(at % whole, at / whole)),
                "all white around"
            );
        }
    }

    #[test]
    fn an_address_that_no_code_holds_has_none() {
        assert!(code(&"a".repeat(2332)).is_none());
        let small = code("https://a.example/").unwrap();
        assert_eq!(small.size, 130, "25 modules of 33 are 26 mm");
    }

    #[test]
    fn base_64_has_four_letters_for_three_bytes() {
        for (bytes, letters) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            let mut out = String::new();
            base64(bytes.as_bytes(), &mut out);
            assert_eq!(out, letters);
        }
    }
}
