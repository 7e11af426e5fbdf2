//! Pictures in pixels: read from a PNG, made smaller, set on a ground, written as a PNG.

use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Limits, Transformations};

/// The longest side of a PNG that is read.
const LONGEST: u32 = 4096;

/// The most memory that reading a PNG may take.
const MOST_BYTES: usize = 128 * 1024 * 1024;

/// A picture in pixels.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pixels {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// Row by row the red, green, blue and opacity of each pixel.
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// The picture in a PNG. Nothing if it is none that can be read, or too large.
    pub(crate) fn read(file: &[u8]) -> Option<Pixels> {
        let limits = Limits { bytes: MOST_BYTES };
        let mut decoder = Decoder::new_with_limits(Cursor::new(file), limits);
        decoder
            .set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let mut reader = decoder.read_info().ok()?;
        let (width, height) = reader.info().size();
        if width.max(height) > LONGEST {
            return None;
        }
        let mut bytes = vec![0; reader.output_buffer_size()?];
        let info = reader.next_frame(&mut bytes).ok()?;
        bytes.truncate(info.buffer_size());
        let rgba = match info.color_type {
            ColorType::Rgba => bytes,
            ColorType::GrayscaleAlpha => {
                bytes.chunks_exact(2).flat_map(|two| [two[0], two[0], two[0], two[1]]).collect()
            }
            ColorType::Grayscale | ColorType::Rgb | ColorType::Indexed => return None,
        };
        (rgba.len() == 4 * width as usize * height as usize).then_some(Pixels {
            width,
            height,
            rgba,
        })
    }

    /// The picture as large as it fits into a square, in its middle. Each pixel is the mean of
    /// all that it stands for.
    pub(crate) fn within(&self, side: u32) -> Pixels {
        let longer = self.width.max(self.height);
        let fitted = |length: u32| (length * side).div_ceil(longer).clamp(1, side);
        let (width, height) = (fitted(self.width), fitted(self.height));
        let (left, top) = ((side - width) / 2, (side - height) / 2);
        let mut rgba = vec![0; 4 * side as usize * side as usize];
        for y in 0..height {
            let rows = stretch(y, height, self.height);
            for x in 0..width {
                let mean = self.mean(stretch(x, width, self.width), rows);
                let at = 4 * ((top + y) * side + left + x) as usize;
                rgba[at..at + 4].copy_from_slice(&mean);
            }
        }
        Pixels { width: side, height: side, rgba }
    }

    /// The mean of a rectangle; what is seen through counts less.
    fn mean(&self, columns: (u32, u32), rows: (u32, u32)) -> [u8; 4] {
        let (mut sums, mut opacity, mut count) = ([0_u64; 3], 0, 0);
        for y in rows.0..rows.1 {
            let row = 4 * y as usize * self.width as usize;
            let part = &self.rgba[row + 4 * columns.0 as usize..row + 4 * columns.1 as usize];
            for pixel in part.chunks_exact(4) {
                let own = u64::from(pixel[3]);
                for (sum, channel) in sums.iter_mut().zip(pixel) {
                    *sum += u64::from(*channel) * own;
                }
                opacity += own;
                count += 1;
            }
        }
        let [red, green, blue] = sums.map(|sum| (sum + opacity / 2).checked_div(opacity));
        let channel = |sum: Option<u64>| sum.unwrap_or_default().min(255) as u8;
        let opacity = (opacity + count / 2).checked_div(count);
        [channel(red), channel(green), channel(blue), channel(opacity)]
    }

    /// The picture in the middle of a square of one colour.
    pub(crate) fn on(&self, ground: [u8; 3], side: u32) -> Pixels {
        let [red, green, blue] = ground;
        let mut rgba = [red, green, blue, 255].repeat(side as usize * side as usize);
        let (left, top) = ((side - self.width) / 2, (side - self.height) / 2);
        let rows = self.rgba.chunks_exact(4 * self.width as usize);
        for (y, row) in (top..).zip(rows) {
            for (x, pixel) in (left..).zip(row.chunks_exact(4)) {
                let at = 4 * (y * side + x) as usize;
                for (below, above) in rgba[at..at + 3].iter_mut().zip(pixel) {
                    *below = over(*above, *below, pixel[3]);
                }
            }
        }
        Pixels { width: side, height: side, rgba }
    }

    /// The picture as a PNG, without its opacity where nothing can be seen through.
    pub(crate) fn png(&self) -> Vec<u8> {
        let is_opaque = self.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255);
        let mut png = Vec::new();
        let mut encoder = Encoder::new(&mut png, self.width, self.height);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_color(if is_opaque { ColorType::Rgb } else { ColorType::Rgba });
        encoder.set_compression(Compression::High);
        let bytes: Vec<u8> = match is_opaque {
            true => {
                self.rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
            }
            false => self.rgba.clone(),
        };
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&bytes)?;
            writer.finish()
        });
        // A vector takes all, and the sizes above are right.
        debug_assert!(written.is_ok());
        png
    }
}

/// The pixels of a longer row that one of a shorter one stands for: from, and up to.
fn stretch(at: u32, shorter: u32, longer: u32) -> (u32, u32) {
    let from = (at * longer / shorter).min(longer - 1);
    (from, ((at + 1) * longer).div_ceil(shorter).clamp(from + 1, longer))
}

fn over(above: u8, below: u8, opacity: u8) -> u8 {
    let opacity = u32::from(opacity);
    ((u32::from(above) * opacity + u32::from(below) * (255 - opacity) + 127) / 255) as u8
}
