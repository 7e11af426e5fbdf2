//! Writes a drawing as a PDF of one page.

use resvg::usvg::roxmltree::Document;
use svg2pdf::{ConversionOptions, PageOptions};

use crate::drawing::{apart, read};
use crate::{Fault, Lost, NoPdf};

/// How many pixels of a drawing make an inch, by the rules of CSS.
const PIXELS: f32 = 96.0;

/// How many points make an inch.
const POINTS: f32 = 72.0;

/// A sheet of A4 upright, in points.
const A4: (f32, f32) = (210.0 / 25.4 * POINTS, 297.0 / 25.4 * POINTS);

/// The longest side of a page that programs open, in points.
const LONGEST: f32 = 14_400.0;

/// The lengths that are the same on every sheet.
const ON_PAPER: [&str; 5] = ["mm", "cm", "in", "pt", "pc"];

/// What would be missing in a PDF, and by which elements of a drawing it is known.
const LOST: [(&str, Lost); 4] = [
    ("text", Lost::Texts),
    ("foreignObject", Lost::Texts),
    ("image", Lost::Pictures),
    ("filter", Lost::Filters),
];

/// The drawing on a page of its own size.
pub(crate) fn of(svg: &str) -> Result<Vec<u8>, NoPdf> {
    apart(svg, |document| {
        let tree = read(document)?;
        if let Some(lost) = lost(document) {
            return Err(NoPdf::Lost(lost));
        }
        let (width, height) = (tree.size().width(), tree.size().height());
        let scale = if is_on_paper(document) { POINTS / PIXELS } else { fit(width, height) };
        if width.max(height) * scale > LONGEST {
            return Err(Fault::TooMuch.into());
        }
        let options = ConversionOptions { embed_text: false, ..ConversionOptions::default() };
        let page = PageOptions { dpi: POINTS / scale };
        Ok(sorted(svg2pdf::to_pdf(&tree, options, page).map_err(|_| Fault::TooMuch)?))
    })
}

/// The PDF with the names of what its page uses in their order. svg2pdf writes them as they come
/// out of a hash table, in another order each time. Lines change their places within an object
/// only, so that every object stays where the file says that it is.
fn sorted(mut pdf: Vec<u8>) -> Vec<u8> {
    let mut at = 0;
    while let Some(len) = find(&pdf[at..], b" obj\n") {
        let start = at + len;
        let Some(len) = find(&pdf[start..], b"endobj\n") else { break };
        // What follows in the object is packed.
        let head = find(&pdf[start..start + len], b"stream\n").unwrap_or(len);
        sort_names(&mut pdf[start..start + head]);
        at = start + len;
    }
    pdf
}

/// Sorts the lines of names that follow each other. The names of PDF itself begin with a capital,
/// those of svg2pdf do not.
fn sort_names(object: &mut [u8]) {
    let lines: Vec<&[u8]> = object.split_inclusive(|byte| *byte == b'\n').collect();
    let is_name = |line: &&[u8]| {
        let line = line.trim_ascii_start();
        line.first() == Some(&b'/') && line.get(1).is_some_and(u8::is_ascii_lowercase)
    };
    let runs = lines.chunk_by(|line, next| is_name(line) && is_name(next));
    let sorted = runs.flat_map(|run| {
        let mut run = run.to_vec();
        run.sort_unstable();
        run
    });
    let sorted = sorted.collect::<Vec<_>>().concat();
    object.copy_from_slice(&sorted);
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// Whether the drawing says how large it is on paper.
fn is_on_paper(document: &Document<'_>) -> bool {
    let root = document.root_element();
    ["width", "height"].iter().all(|name| {
        let length = root.attribute(*name).map(str::trim).unwrap_or_default();
        ON_PAPER.iter().any(|unit| length.ends_with(unit))
    })
}

/// By how much a drawing is made larger or smaller to fill a sheet of A4, upright or not.
fn fit(width: f32, height: f32) -> f32 {
    let (across, down) = if width > height { (A4.1, A4.0) } else { A4 };
    (across / width).min(down / height)
}

/// The first thing in the drawing that its PDF would not have.
fn lost(document: &Document<'_>) -> Option<Lost> {
    document.descendants().find_map(|node| {
        let name = node.tag_name().name();
        LOST.iter().find(|(lost, _)| *lost == name).map(|(_, lost)| *lost)
    })
}
