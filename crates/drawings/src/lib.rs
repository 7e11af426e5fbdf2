//! The icons of a site, made of its sign, and its drawings as PDF.
//!
//! In: a [`Sign`], which is a drawing or a PNG. Out: [`painted`] gives it in pixels, in the middle
//! of a square; [`icons`] the files that browsers and telephones ask for. [`pdf()`] writes a
//! drawing as a PDF of one page, its lines still lines. Pure: no file, no font
//! and no address is looked at, whatever stands in a drawing, and what would take too long is
//! refused instead.

mod drawing;
mod pdf;
mod pixels;
#[cfg(test)]
mod tests;

pub use pixels::Pixels;

/// Stands in the key of all that is remembered of this crate's work: to be raised by whoever
/// changes a byte that comes out of it.
pub const EDITION: u32 = 2;

/// The sizes within `favicon.ico`: those of tabs, of sharp screens, of shortcuts.
const IN_ICO: [u32; 3] = [16, 32, 48];

/// The length of the sides of the icon that telephones put among their programs.
pub const TOUCH: u32 = 180;

/// The length of the sides of the icon that is a PNG.
pub const PLAIN: u32 = 192;

/// How much of the touch icon is ground, on each side: telephones round its corners.
const MARGIN: u32 = 14;

/// The sign of a site.
#[derive(Clone, Copy, Debug)]
pub enum Sign<'a> {
    /// An SVG that was cleaned.
    Drawing(&'a str),
    /// A PNG.
    Png(&'a [u8]),
}

/// Why a drawing or a sign cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It cannot be read.
    Broken,
    /// A drawing that takes too long: with too many parts, or with patterns; or one that is too
    /// large for a page.
    TooMuch,
}

/// Why there is no PDF of a drawing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPdf {
    /// The drawing cannot be used.
    Fault(Fault),
    /// The drawing has something that its PDF would not have.
    Lost(Lost),
}

impl From<Fault> for NoPdf {
    fn from(fault: Fault) -> NoPdf {
        NoPdf::Fault(fault)
    }
}

/// What a drawing may have that cannot be written as PDF.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lost {
    /// Texts that are not paths: their letters stand in no font that is at hand.
    Texts,
    /// Pictures within the drawing.
    Pictures,
    /// Shadows and other filters.
    Filters,
}

/// The icons of a site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Icons {
    /// `favicon.ico`, with a PNG of each side of `IN_ICO`.
    pub ico: Vec<u8>,
    /// `apple-touch-icon.png`, which nothing can be seen through.
    pub touch: Vec<u8>,
    /// A PNG of [`PLAIN`] pixels.
    pub plain: Vec<u8>,
}

/// The sign in the middle of a square with sides of so many pixels.
///
/// # Errors
/// If it cannot be read, or takes too long.
pub fn painted(sign: Sign<'_>, side: u32) -> Result<Pixels, Fault> {
    let sides = paint(sign, &[side])?;
    sides.into_iter().next().ok_or(Fault::Broken)
}

/// The icons of a site with this sign, on this ground where there must be one.
///
/// # Errors
/// If it cannot be read, or takes too long.
pub fn icons(sign: Sign<'_>, ground: [u8; 3]) -> Result<Icons, Fault> {
    let sizes = [&IN_ICO[..], &[TOUCH - 2 * MARGIN, PLAIN]].concat();
    let mut painted = paint(sign, &sizes)?;
    let plain = painted.pop().ok_or(Fault::Broken)?.png();
    let touch = painted.pop().ok_or(Fault::Broken)?.on(ground, TOUCH).png();
    Ok(Icons { ico: ico(&painted), touch, plain })
}

/// A drawing that was cleaned, as a PDF of one page: as large as it says that it is on paper, else
/// as large as it fits on a sheet of A4. The same drawing gives the same bytes.
///
/// # Errors
/// If it cannot be read, takes too long, or the PDF would lack something.
pub fn pdf(svg: &str) -> Result<Vec<u8>, NoPdf> {
    pdf::of(svg)
}

fn paint(sign: Sign<'_>, sides: &[u32]) -> Result<Vec<Pixels>, Fault> {
    match sign {
        Sign::Drawing(svg) => drawing::paint(svg, sides),
        Sign::Png(file) => {
            let whole = Pixels::read(file).ok_or(Fault::Broken)?;
            Ok(sides.iter().map(|side| whole.within(*side)).collect())
        }
    }
}

/// A file of icons (the ICO format) that holds each as a PNG, as all do that are younger than
/// Windows Vista.
fn ico(icons: &[Pixels]) -> Vec<u8> {
    let files: Vec<(u32, Vec<u8>)> = icons.iter().map(|icon| (icon.width, icon.png())).collect();
    let count = files.len() as u16;
    // Reserved, the kind of file, how many.
    let mut ico = [[0, 0], [1, 0], count.to_le_bytes()].concat();
    let mut at = (6 + 16 * files.len()) as u32;
    for (side, file) in &files {
        let (side, len) = (*side as u8, file.len() as u32);
        // Width, height, no palette, reserved, one plane, 32 bits a pixel.
        ico.extend([side, side, 0, 0, 1, 0, 32, 0]);
        ico.extend(len.to_le_bytes());
        ico.extend(at.to_le_bytes());
        at += len;
    }
    files.iter().for_each(|(_, file)| ico.extend(file));
    ico
}
