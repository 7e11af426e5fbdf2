//! Pictures for the web: what a file tells, the file without it, and smaller copies.
//!
//! In: the bytes of a JPEG, PNG or WebP file. Out: [`look`] gives [`Facts`] without decoding
//! the picture; [`cleaned`] takes out what belongs to its maker and not to the picture (place,
//! day, camera, names, earlier thumbnails); [`copies()`] makes smaller pictures of it, turned the
//! way the camera was held. All of it is pure: bytes in, bytes out, and never a panic, whatever
//! the bytes are.

mod copies;
mod jpeg;
mod parts;

#[cfg(test)]
mod tests;

pub use copies::{Copies, Fault, copies, height_at};
pub use parts::{cleaned, look};

/// Stands in the key of all that is remembered of this crate's work: to be raised by whoever
/// changes a byte that comes out of [`copies()`] or [`cleaned`].
pub const EDITION: u32 = 1;

/// The most pixels that a picture may have: about what the largest cameras make. A file of a
/// few bytes can claim a thousand times as many.
pub const MOST_PIXELS: u64 = 120_000_000;

/// The format of a picture file.
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
