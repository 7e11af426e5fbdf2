//! Smaller copies of a picture, in the formats that browsers choose from.

use std::io::Cursor;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageReader, Limits};
use img_parts::{Bytes, DynImage, ImageICC};

use crate::parts::Parts;
use crate::{Copy, Facts, Format, MOST_PIXELS, parts, profile};

/// Of 100. Where people stop seeing a difference on a telephone.
const WEBP_QUALITY: f32 = 78.0;
const JPEG_QUALITY: u8 = 80;

/// How much memory the decoding of one picture may take.
const MOST_MEMORY: u64 = 1 << 30;

/// What [`copies()`] gives: one picture for each width.
pub type Copies = Vec<Copy>;

/// Why there are no copies of a picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// The file is broken, in the words of the decoder.
    Broken(String),
    /// More than [`MOST_PIXELS`]; how many.
    TooLarge(u64),
}

/// The pixels of a picture, the way it is shown.
struct Pixels {
    width: u32,
    height: u32,
    /// Red, green, blue and how little can be seen through it, for each pixel.
    bytes: Vec<u8>,
    is_opaque: bool,
    /// Whether it comes from a camera, as far as a file tells: it is stored with loss.
    is_photograph: bool,
}

/// Copies of a picture in these widths, none of them larger than the picture itself.
///
/// # Errors
/// If the file cannot be decoded or has too many pixels.
pub fn copies(file: &[u8], widths: &[u32]) -> Result<Copies, Fault> {
    let (pixels, profile) = decoded(file)?;
    let mut made = Vec::with_capacity(widths.len());
    for width in widths {
        let small = resized(&pixels, (*width).clamp(1, pixels.width))?;
        made.push(Copy {
            width: small.width,
            webp: with_profile(webp(&small)?, &profile),
            plain: with_profile(plain(&small)?, &profile),
        });
    }
    Ok(made)
}

/// The pixels of a file, turned, and its profile of colours.
fn decoded(file: &[u8]) -> Result<(Pixels, Option<Vec<u8>>), Fault> {
    let nothing = || Fault::Broken("not a picture".to_owned());
    let Facts { width, height, is_opaque, format, .. } = parts::facts(file).ok_or_else(nothing)?;
    let claimed = u64::from(width) * u64::from(height);
    if claimed > MOST_PIXELS {
        return Err(Fault::TooLarge(claimed));
    }
    let parts = Parts::of(file).ok_or_else(nothing)?;
    let orientation = parts.orientation;
    let profile = parts.profile.clone().filter(|profile| profile::is_rgb(profile));
    let mut picture = pixels(&parts.bare())?;
    picture.apply_orientation(orientation);
    let (width, height) = (picture.width(), picture.height());
    let bytes = picture.into_rgba8().into_raw();
    let is_photograph = format == Format::Jpeg;
    Ok((Pixels { width, height, bytes, is_opaque, is_photograph }, profile))
}

fn pixels(file: &[u8]) -> Result<DynamicImage, Fault> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(broken)?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    DynamicImage::from_decoder(reader.into_decoder().map_err(broken)?).map_err(broken)
}

fn broken(fault: impl ToString) -> Fault {
    Fault::Broken(fault.to_string())
}

/// How high a copy of this width is; `size` is the width and height of the picture.
pub fn height_at(width: u32, size: (u32, u32)) -> u32 {
    let across = u64::from(size.0.max(1));
    let height = (u64::from(size.1) * u64::from(width) + across / 2) / across;
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

fn resized(from: &Pixels, width: u32) -> Result<Pixels, Fault> {
    let height = height_at(width, (from.width, from.height));
    let source = ImageRef::new(from.width, from.height, &from.bytes, PixelType::U8x4);
    let mut target = Image::new(width, height, PixelType::U8x4);
    // Lanczos; colours count by how little can be seen through them.
    let options = ResizeOptions::new().use_alpha(!from.is_opaque);
    Resizer::new().resize(&source.map_err(broken)?, &mut target, &options).map_err(broken)?;
    let (is_opaque, is_photograph) = (from.is_opaque, from.is_photograph);
    Ok(Pixels { width, height, bytes: target.into_vec(), is_opaque, is_photograph })
}

/// WebP, with loss or without: drawings and text take less without, photographs with.
fn webp(pixels: &Pixels) -> Result<Vec<u8>, Fault> {
    let encoder = webp::Encoder::from_rgba(&pixels.bytes, pixels.width, pixels.height);
    let refused = |fault| Fault::Broken(format!("{fault:?}"));
    let with = encoder.encode_simple(false, WEBP_QUALITY).map_err(refused)?;
    if pixels.is_photograph {
        return Ok(with.to_vec());
    }
    let without = encoder.encode_simple(true, WEBP_QUALITY).map_err(refused)?;
    Ok(if without.len() < with.len() { without.to_vec() } else { with.to_vec() })
}

fn plain(pixels: &Pixels) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let (width, height) = (pixels.width, pixels.height);
    if pixels.is_opaque {
        let colours: Vec<u8> =
            pixels.bytes.chunks(4).flat_map(|pixel| &pixel[..3]).copied().collect();
        JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
            .write_image(&colours, width, height, ExtendedColorType::Rgb8)
            .map_err(broken)?;
    } else {
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
            .write_image(&pixels.bytes, width, height, ExtendedColorType::Rgba8)
            .map_err(broken)?;
    }
    Ok(bytes)
}

/// The file with the profile by which its colours are to be shown.
fn with_profile(file: Vec<u8>, profile: &Option<Vec<u8>>) -> Vec<u8> {
    let Some(profile) = profile else { return file };
    let Ok(Some(mut parts)) = DynImage::from_bytes(Bytes::from(file.clone())) else { return file };
    parts.set_icc_profile(Some(Bytes::copy_from_slice(profile)));
    parts.encoder().bytes().to_vec()
}
