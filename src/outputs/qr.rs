//! QR codes (ISO/IEC 18004) that lead from a printed sheet back to its page.
//!
//! Error level M: a photocopy of a photocopy may lose 15 % of it.

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

/// The white around a code that readers need, in modules.
const QUIET: usize = 4;

/// How wide the dark part of a code is on paper, in millimetres: a telephone reads it from an
/// arm's length.
const WIDTH: f64 = 26.0;

/// A code as one path of SVG, a module a unit.
#[derive(Serialize)]
pub(crate) struct QrCode {
    /// The width and height on paper, with the white around the code: `34.3mm`.
    size: String,
    /// The `viewBox`, with the white around the code.
    view_box: String,
    /// The value of `d` for a line one unit wide.
    path: String,
}

/// The code of an address; none if it is longer than a code can hold.
pub(crate) fn code(address: &str) -> Option<QrCode> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let side = code.size;
    let mut path = String::new();
    for row in 0..side {
        let dark: Vec<bool> = code[row].iter().take(side).map(|module| module.value()).collect();
        line(&dark, row, &mut path);
    }
    let whole = side + 2 * QUIET;
    Some(QrCode {
        size: size(side, whole),
        view_box: format!("-{QUIET} -{QUIET} {whole} {whole}"),
        path,
    })
}

/// The whole in millimetres, if so many modules of it are as wide as a code must be.
fn size(side: usize, whole: usize) -> String {
    // A code has 177 modules at most.
    let modules = |count: usize| u16::try_from(count).map_or(0.0, f64::from);
    format!("{:.1}mm", WIDTH * modules(whole) / modules(side))
}

/// The dark modules of a row as strokes, each move from where the last stroke ended.
fn line(dark: &[bool], row: usize, path: &mut String) {
    let mut at = 0;
    let mut drawn = None;
    for run in dark.chunk_by(|one, next| one == next) {
        if run.first() == Some(&true) {
            let start = match drawn {
                None => format!("M{at} {row}.5"),
                Some(end) => format!("m{} 0", at - end),
            };
            path.push_str(&format!("{start}h{}", run.len()));
            drawn = Some(at + run.len());
        }
        at += run.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_its_dark_runs() {
        let mut path = String::new();
        line(&[true, true, false, true, false, false], 3, &mut path);
        assert_eq!(path, "M0 3.5h2m1 0h1");
    }

    /// The dark modules that a path draws, as a reader with eyes would see them.
    fn drawn(code: &QrCode, side: usize) -> Vec<Vec<bool>> {
        let mut grid = vec![vec![false; side]; side];
        for row in code.path.split('M').skip(1) {
            let (start, strokes) = row.split_once('h').unwrap();
            let (column, row) = start.split_once(' ').unwrap();
            let row: usize = row.strip_suffix(".5").unwrap().parse().unwrap();
            let mut at: usize = column.parse().unwrap();
            for (index, stroke) in strokes.split('h').enumerate() {
                let (length, gap) = stroke.split_once('m').unwrap_or((stroke, "0 0"));
                let length: usize = length.parse().unwrap();
                grid[row][at..at + length].fill(true);
                let gap: usize = gap.strip_suffix(" 0").unwrap().parse().unwrap();
                assert!(index == 0 || length > 0);
                at += length + gap;
            }
        }
        grid
    }

    #[test]
    fn a_decoder_reads_the_address_back() {
        let long = format!("https://thang-hanh-dong.example/{}", "le-phat-dong/".repeat(12));
        for address in ["https://a.example/", "https://a.example/%E1%BA%BF/?a=1#b", &long] {
            let code = code(address).unwrap();
            let whole: usize = code.view_box.rsplit(' ').next().unwrap().parse().unwrap();
            let side = whole - 2 * QUIET;
            let dark = drawn(&code, side);
            let grid = rqrr::SimpleGrid::from_func(side, |x, y| dark[y][x]);
            let (about, read) = rqrr::Grid::new(grid).decode().unwrap();
            assert_eq!(read, address);
            assert_eq!(about.ecc_level, 0, "the format bits of level M are 00");
        }
    }

    #[test]
    fn an_address_that_no_code_holds_has_none() {
        assert!(code(&"a".repeat(3000)).is_none());
        let small = code("https://a.example/").unwrap();
        assert_eq!(small.view_box, "-4 -4 33 33");
        assert_eq!(small.size, "34.3mm", "25 modules of 33 are 26 mm");
    }
}
