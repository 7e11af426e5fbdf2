//! Picture files as parts: which belong to the picture, and which to its maker.

use image::metadata::Orientation;
use img_parts::jpeg::Jpeg;
use img_parts::png::{Png, PngChunk};
use img_parts::webp::{self, WebP};
use img_parts::{Bytes, ImageEXIF};

use crate::{Facts, Format, jpeg};

/// The chunks of a PNG file that say how to show it (PNG specification, third edition, 4.7):
/// its pixels, its colours, what can be seen through, its size on paper, how it moves.
const SHOWN: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The bytes of a picture as its parts.
pub(crate) enum Parts {
    Jpeg(Jpeg),
    Png(Png),
    WebP(WebP),
}

impl Parts {
    /// The parts of a file, without what stands behind the end of the picture.
    pub(crate) fn of(file: &[u8]) -> Option<Parts> {
        match file {
            [0xff, 0xd8, ..] => {
                let picture = Bytes::copy_from_slice(&file[..jpeg::length(file)]);
                Jpeg::from_bytes(picture).ok().map(Parts::Jpeg)
            }
            [0x89, b'P', b'N', b'G', ..] => {
                Png::from_bytes(Bytes::copy_from_slice(file)).ok().map(Parts::Png)
            }
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                WebP::from_bytes(Bytes::copy_from_slice(file)).ok().map(Parts::WebP)
            }
            _ => None,
        }
    }

    fn format(&self) -> Format {
        match self {
            Parts::Jpeg(_) => Format::Jpeg,
            Parts::Png(_) => Format::Png,
            Parts::WebP(_) => Format::WebP,
        }
    }

    /// The size in pixels as the file stores it.
    fn size(&self) -> Option<(u32, u32)> {
        match self {
            Parts::Jpeg(file) => file.dimensions().map(|(w, h)| (u32::from(w), u32::from(h))),
            Parts::Png(file) => file.dimensions(),
            Parts::WebP(file) => file.dimensions(),
        }
    }

    /// How the camera was held.
    pub(crate) fn orientation(&self) -> Orientation {
        let exif = match self {
            Parts::Jpeg(file) => file.exif(),
            Parts::Png(file) => file.exif(),
            Parts::WebP(file) => file.exif(),
        };
        let told = exif.and_then(|exif| Orientation::from_exif_chunk(&exif));
        told.unwrap_or(Orientation::NoTransforms)
    }

    fn is_opaque(&self) -> bool {
        match self {
            Parts::Jpeg(_) => true,
            Parts::Png(file) => {
                let header = file.chunk_by_type(*b"IHDR");
                let colour = header.and_then(|header| header.contents().get(9));
                !matches!(colour, Some(4 | 6)) && file.chunk_by_type(*b"tRNS").is_none()
            }
            Parts::WebP(file) => {
                let first = |id, at: usize, bit: u8| {
                    let data = file.chunk_by_id(id).and_then(|chunk| chunk.content().data());
                    data.and_then(|data| data.get(at)).is_some_and(|byte| byte & bit != 0)
                };
                // “Alpha is used”: in the flags of VP8X, and behind the size in VP8L.
                !first(webp::CHUNK_VP8X, 0, 0x10) && !first(webp::CHUNK_VP8L, 4, 0x10)
            }
        }
    }

    fn is_moving(&self) -> bool {
        match self {
            Parts::Jpeg(_) => false,
            Parts::Png(file) => file.chunk_by_type(*b"acTL").is_some(),
            Parts::WebP(file) => file.has_chunk(webp::CHUNK_ANIM),
        }
    }

    /// Takes out what does not belong to the picture; says whether there was anything.
    fn clean(&mut self) -> bool {
        match self {
            Parts::Jpeg(file) => {
                let before = file.segments().len();
                file.segments_mut().retain(jpeg::is_picture);
                file.segments().len() < before
            }
            Parts::Png(file) => {
                let is_shown = |chunk: &PngChunk| SHOWN.contains(&&chunk.kind());
                let before = file.chunks().len();
                file.chunks_mut().retain(is_shown);
                file.chunks().len() < before
            }
            Parts::WebP(file) => {
                let before = file.chunks().len();
                file.chunks_mut().retain(|chunk| is_of_picture(&chunk.id()));
                let changed = file.chunks().len() < before;
                if changed {
                    // Brings the flags of the header up to date.
                    file.set_exif(None);
                }
                changed
            }
        }
    }

    fn set_orientation(&mut self, orientation: Orientation) {
        let exif = (orientation != Orientation::NoTransforms).then(|| exif(orientation));
        match self {
            Parts::Jpeg(file) => file.set_exif(exif),
            Parts::Png(file) => file.set_exif(exif),
            Parts::WebP(file) => file.set_exif(exif),
        }
    }

    fn bytes(self) -> Vec<u8> {
        match self {
            Parts::Jpeg(file) => file.encoder().bytes().to_vec(),
            Parts::Png(file) => file.encoder().bytes().to_vec(),
            Parts::WebP(file) => file.encoder().bytes().to_vec(),
        }
    }
}

/// Whether a chunk of a WebP file (RFC 9649) says how to show it.
fn is_of_picture(id: &[u8; 4]) -> bool {
    let known = [
        webp::CHUNK_VP8,
        webp::CHUNK_VP8L,
        webp::CHUNK_VP8X,
        webp::CHUNK_ALPH,
        webp::CHUNK_ANIM,
        webp::CHUNK_ANMF,
        webp::CHUNK_ICCP,
    ];
    known.contains(id)
}

/// Exif that says nothing but how the camera was held (CIPA DC-008, 4.6.5).
fn exif(orientation: Orientation) -> Bytes {
    let mut exif = Vec::with_capacity(26);
    // Big-endian TIFF, whose first and only directory stands at byte 8 and has one entry:
    // tag 0x0112, one SHORT.
    exif.extend(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    exif.extend([orientation.to_exif(), 0, 0]);
    // No further directory.
    exif.extend([0; 4]);
    exif.into()
}

/// What a file tells; nothing if it is no JPEG, PNG or WebP, or broken.
pub fn look(file: &[u8]) -> Option<Facts> {
    let mut parts = Parts::of(file)?;
    let (stored_width, stored_height) = parts.size().filter(|(w, h)| *w > 0 && *h > 0)?;
    let lies = matches!(
        parts.orientation(),
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let (width, height) =
        if lies { (stored_height, stored_width) } else { (stored_width, stored_height) };
    let has_tail = parts.format() == Format::Jpeg && jpeg::length(file) < file.len();
    Some(Facts {
        format: parts.format(),
        width,
        height,
        is_opaque: parts.is_opaque(),
        is_moving: parts.is_moving(),
        has_traces: has_tail || parts.clean(),
    })
}

/// The same picture, pixel for pixel, in a file that tells nothing of its maker; how the camera
/// was held stays. Nothing if the file is no picture that can be read.
pub fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let mut parts = Parts::of(file)?;
    parts.size()?;
    let orientation = parts.orientation();
    parts.clean();
    parts.set_orientation(orientation);
    Some(parts.bytes())
}
