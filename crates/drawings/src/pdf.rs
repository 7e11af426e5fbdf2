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
        Ok(svg2pdf::to_pdf(&tree, options, page).map_err(|_| Fault::TooMuch)?)
    })
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
