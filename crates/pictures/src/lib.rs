//! Pictures for the web: what a file tells, the file without it, and smaller copies.
//!
//! In: the bytes of a file. Out: [`look`] says what picture it is, without decoding it;
//! [`cleaned`] takes out what belongs to its maker and not to the picture (place, day, camera,
//! names, comments, earlier thumbnails), and what a drawing runs or loads; [`copies()`] makes
//! smaller pictures of it, turned the way the camera was held. All of it is pure: bytes in,
//! bytes out, and never a panic, whatever the bytes are.

mod avif;
mod copies;
mod gif;
mod ico;
mod jpeg;
mod kind;
mod parts;
mod profile;
mod svg;
mod webp;

#[cfg(test)]
mod tests;

pub use copies::{Copies, Fault, copies, height_at};
pub use kind::{FOREIGN_NAMES, Foreign};
pub use svg::{Drawing, Dropped, What};

/// Stands in the key of all that is remembered of this crate's work: to be raised by whoever
/// changes a byte that comes out of [`copies()`] or [`cleaned`].
pub const EDITION: u32 = 2;

/// The most pixels that a picture may have: about what the largest cameras make. A file of a
/// few bytes can claim a thousand times as many.
pub const MOST_PIXELS: u64 = 120_000_000;

/// The largest profile of colours that goes out with a picture, in bytes.
pub const LARGEST_PROFILE: usize = 1 << 20;

/// The format of a picture of which copies can be made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
}

/// What a picture file tells without being decoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
    /// Its format, by its bytes and not by its name.
    pub format: Format,
    /// The width in pixels as the picture is shown, that is, turned.
    pub width: u32,
    /// The height in pixels as the picture is shown.
    pub height: u32,
    /// Whether nothing can be seen through it.
    pub is_opaque: bool,
    /// Whether it moves. A copy would stand still, so none is made.
    pub is_moving: bool,
    /// Whether the file holds anything that [`cleaned`] takes out.
    pub has_traces: bool,
    /// Whether its profile of colours is none that can go out: broken, or larger than
    /// [`LARGEST_PROFILE`].
    pub loses_profile: bool,
}

/// A picture that is published whole: no copies are made of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whole {
    /// A picture of few colours, which may move.
    Gif,
    /// A photograph in AVIF.
    Avif,
    /// The sign of a site in the tabs of browsers.
    Ico,
}

/// What picture a file is, by its bytes and not by its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Look {
    /// Copies can be made of it.
    Pixels(Facts),
    /// It is published whole; whether it holds anything that [`cleaned`] takes out.
    Whole(Whole, bool),
    /// A drawing in SVG: published whole, without what it runs or loads.
    Drawing(Drawing),
    /// A picture that few browsers show, or that cannot be cleaned.
    Foreign(Foreign),
}

/// One smaller picture, in the two formats that browsers choose from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copy {
    /// Its width in pixels.
    pub width: u32,
    /// As WebP.
    pub webp: Vec<u8>,
    /// For browsers that do not know WebP: as JPEG, or as PNG where the picture can be seen
    /// through.
    pub plain: Vec<u8>,
}

impl Look {
    /// Whether the file holds anything that [`cleaned`] takes out.
    pub fn has_traces(&self) -> bool {
        match self {
            Look::Pixels(facts) => facts.has_traces,
            Look::Whole(_, has_traces) => *has_traces,
            Look::Drawing(drawing) => drawing.has_traces,
            Look::Foreign(_) => false,
        }
    }
}

/// What picture a file is; nothing if it is none, or broken.
pub fn look(file: &[u8]) -> Option<Look> {
    let whole = |kind, clean: Vec<u8>| Look::Whole(kind, clean != file);
    match kind::of(file)? {
        kind::Kind::Pixels => parts::facts(file).map(Look::Pixels),
        kind::Kind::Gif => Some(whole(Whole::Gif, gif::clean(file)?)),
        kind::Kind::Avif => Some(match avif::clean(file) {
            Some(clean) => whole(Whole::Avif, clean),
            None => Look::Foreign(Foreign::Other("AVIF")),
        }),
        kind::Kind::Ico => Some(whole(Whole::Ico, ico::clean(file)?)),
        kind::Kind::Svg => svg::clean(file).map(|(_, drawing)| Look::Drawing(drawing)),
        kind::Kind::Foreign(foreign) => Some(Look::Foreign(foreign)),
    }
}

/// The same picture, pixel for pixel, in a file that tells nothing of its maker; how the camera
/// was held stays. Nothing if the file is no picture that can be read and cleaned.
pub fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    match kind::of(file)? {
        kind::Kind::Pixels => parts::cleaned(file),
        kind::Kind::Gif => gif::clean(file),
        kind::Kind::Avif => avif::clean(file),
        kind::Kind::Ico => ico::clean(file),
        kind::Kind::Svg => svg::clean(file).map(|(svg, _)| svg.into_bytes()),
        kind::Kind::Foreign(_) => None,
    }
}
