//! JPEG, PNG and WebP as parts: which belong to the picture, and which to its maker.

use image::metadata::Orientation;
use img_parts::jpeg::{Jpeg, JpegSegment};
use img_parts::png::{Png, PngChunk};
use img_parts::webp::{self, WebP};
use img_parts::{Bytes, ImageEXIF, ImageICC};
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use crate::{Facts, Format, LARGEST_PROFILE, jpeg, profile};

/// The chunks of a PNG file that say how to show it (PNG specification, third edition, 4.7):
/// its pixels, its colours, what can be seen through, its size on paper, how it moves.
const SHOWN: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
    b"cICP", b"mDCV", b"cLLI", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The names that programs give the profile of a PNG without asking anyone.
const PROFILE_NAMES: [&[u8]; 6] =
    [b"icc", b"ICC Profile", b"ICC profile", b"Photoshop ICC profile", b"sRGB", b"Skia"];

/// A picture file as its parts, without what does not belong to the picture.
pub(crate) struct Parts {
    file: Whole,
    /// How the camera was held.
    pub(crate) orientation: Orientation,
    /// The profile of colours, as it can go out.
    pub(crate) profile: Option<Vec<u8>>,
    /// Whether the file has a profile that cannot.
    loses_profile: bool,
}

enum Whole {
    Jpeg(Jpeg),
    Png(Png),
    WebP(WebP),
}

impl Parts {
    /// The parts of a file that belong to its picture.
    pub(crate) fn of(file: &[u8]) -> Option<Parts> {
        let mut whole = Whole::of(file)?;
        let exif = match &whole {
            Whole::Jpeg(file) => file.exif(),
            Whole::Png(file) => file.exif(),
            Whole::WebP(file) => file.exif(),
        };
        let told = exif.and_then(|exif| Orientation::from_exif_chunk(&exif));
        let orientation = told.unwrap_or(Orientation::NoTransforms);
        whole.strip(file)?;
        let (has_profile, profile) = match whole.profile() {
            Profile::None => (false, None),
            Profile::Unusable => (true, None),
            Profile::Is(profile) => (true, profile::clean(&profile)),
        };
        whole.set_profile(profile.as_deref());
        let loses_profile = has_profile && profile.is_none();
        Some(Parts { file: whole, orientation, profile, loses_profile })
    }

    /// The file again, and nothing in it but the picture and how the camera was held.
    fn bytes(self) -> Vec<u8> {
        let turned = self.orientation != Orientation::NoTransforms;
        let exif = turned.then(|| exif(self.orientation));
        match self.file {
            Whole::Jpeg(mut file) => {
                file.set_exif(exif);
                file.encoder().bytes().to_vec()
            }
            Whole::Png(mut file) => {
                file.set_exif(exif);
                file.encoder().bytes().to_vec()
            }
            Whole::WebP(mut file) => {
                if turned {
                    file.set_exif(exif);
                }
                file.encoder().bytes().to_vec()
            }
        }
    }

    /// The file again with nothing but what is decoded: a profile of colours can be a thousand
    /// times as large as it is stored.
    pub(crate) fn bare(mut self) -> Vec<u8> {
        self.file.set_profile(None);
        Parts { orientation: Orientation::NoTransforms, ..self }.bytes()
    }
}

/// The profile of colours of a file.
enum Profile {
    None,
    /// It is larger than any need be, or broken.
    Unusable,
    Is(Bytes),
}

impl Whole {
    fn of(file: &[u8]) -> Option<Whole> {
        let bytes = || Bytes::copy_from_slice(file);
        match file {
            [0xff, 0xd8, ..] => Jpeg::from_bytes(bytes()).ok().map(Whole::Jpeg),
            [0x89, b'P', b'N', b'G', ..] => Png::from_bytes(bytes()).ok().map(Whole::Png),
            [b'R', b'I', b'F', b'F', ..] => WebP::from_bytes(bytes()).ok().map(Whole::WebP),
            _ => None,
        }
    }

    /// Takes out what does not belong to the picture. `bytes` is the file itself.
    fn strip(&mut self, bytes: &[u8]) -> Option<()> {
        match self {
            Whole::Jpeg(file) => *file = Jpeg::from_bytes(jpeg::stripped(bytes).into()).ok()?,
            Whole::Png(file) => {
                file.chunks_mut().retain(|chunk| SHOWN.contains(&&chunk.kind()));
            }
            Whole::WebP(file) => crate::webp::strip(file),
        }
        Some(())
    }

    fn format(&self) -> Format {
        match self {
            Whole::Jpeg(_) => Format::Jpeg,
            Whole::Png(_) => Format::Png,
            Whole::WebP(_) => Format::WebP,
        }
    }

    /// The size in pixels as the file stores it.
    fn size(&self) -> Option<(u32, u32)> {
        let size = match self {
            Whole::Jpeg(file) => file.dimensions().map(|(w, h)| (u32::from(w), u32::from(h))),
            Whole::Png(file) => file.dimensions(),
            Whole::WebP(file) => file.dimensions(),
        };
        size.filter(|(width, height)| *width > 0 && *height > 0)
    }

    fn is_opaque(&self) -> bool {
        match self {
            Whole::Jpeg(_) => true,
            Whole::Png(file) => {
                let header = file.chunk_by_type(*b"IHDR");
                let colour = header.and_then(|header| header.contents().get(9));
                !matches!(colour, Some(4 | 6)) && file.chunk_by_type(*b"tRNS").is_none()
            }
            Whole::WebP(file) => {
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
            Whole::Jpeg(_) => false,
            Whole::Png(file) => file.chunk_by_type(*b"acTL").is_some(),
            Whole::WebP(file) => file.has_chunk(webp::CHUNK_ANIM),
        }
    }

    fn profile(&self) -> Profile {
        let told = match self {
            Whole::Jpeg(file) => {
                let is_part =
                    |segment: &JpegSegment| segment.contents().starts_with(b"ICC_PROFILE\0");
                if !file.segments().iter().any(is_part) {
                    return Profile::None;
                }
                file.icc_profile()
            }
            Whole::Png(file) => match file.chunk_by_type(*b"iCCP") {
                Some(chunk) => unpacked(chunk),
                None => return Profile::None,
            },
            Whole::WebP(file) => match file.icc_profile() {
                Some(profile) => Some(profile),
                None => return Profile::None,
            },
        };
        told.filter(|profile| profile.len() <= LARGEST_PROFILE)
            .map_or(Profile::Unusable, Profile::Is)
    }

    /// Puts this profile into the place of the one that is there, unless that is the same.
    fn set_profile(&mut self, profile: Option<&[u8]>) {
        let is_same = match (self.profile(), profile) {
            (Profile::None, None) => true,
            (Profile::Is(own), Some(new)) => own == new && self.profile_has_plain_name(),
            (Profile::None | Profile::Unusable, _) | (Profile::Is(_), None) => false,
        };
        if is_same {
            return;
        }
        let profile = profile.map(Bytes::copy_from_slice);
        match self {
            Whole::Jpeg(file) => {
                // A broken one is not recognised as one.
                file.segments_mut()
                    .retain(|segment| !segment.contents().starts_with(b"ICC_PROFILE\0"));
                file.set_icc_profile(profile);
            }
            Whole::Png(file) => file.set_icc_profile(profile),
            Whole::WebP(file) => file.set_icc_profile(profile),
        }
    }

    fn profile_has_plain_name(&self) -> bool {
        match self {
            Whole::Png(file) => file.chunk_by_type(*b"iCCP").is_none_or(|chunk| {
                let name = chunk.contents().split(|byte| *byte == 0).next().unwrap_or_default();
                PROFILE_NAMES.contains(&name)
            }),
            Whole::Jpeg(_) | Whole::WebP(_) => true,
        }
    }
}

/// The profile that a chunk of a PNG holds: its name, a zero, the way it is packed, itself.
fn unpacked(chunk: &PngChunk) -> Option<Bytes> {
    let contents = chunk.contents();
    let name = contents.iter().position(|byte| *byte == 0)?;
    let packed = contents.get(name + 2..)?;
    decompress_to_vec_zlib_with_limit(packed, LARGEST_PROFILE).ok().map(Bytes::from)
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
pub(crate) fn facts(file: &[u8]) -> Option<Facts> {
    let parts = Parts::of(file)?;
    let (stored_width, stored_height) = parts.file.size()?;
    let lies = matches!(
        parts.orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    let (width, height) =
        if lies { (stored_height, stored_width) } else { (stored_width, stored_height) };
    Some(Facts {
        format: parts.file.format(),
        width,
        height,
        is_opaque: parts.file.is_opaque(),
        is_moving: parts.file.is_moving(),
        loses_profile: parts.loses_profile,
        has_traces: parts.bytes() != file,
    })
}

/// The same picture, pixel for pixel, in a file that tells nothing of its maker; how the camera
/// was held stays. Nothing if the file is no picture that can be read.
pub(crate) fn cleaned(file: &[u8]) -> Option<Vec<u8>> {
    let parts = Parts::of(file)?;
    parts.file.size()?;
    Some(parts.bytes())
}
