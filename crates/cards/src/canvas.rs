//! A picture of few colours, and how it becomes a PNG.
//!
//! A card needs its paper and two inks, and between each ink and the paper some steps for
//! smooth edges. Four bits a pixel hold them, which makes the file small and quick to write.

use std::ops::Range;

use cosmic_text::{SwashContent, SwashImage};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use crate::{Colors, HEIGHT, SIDE, STRIPE, WIDTH};

/// How many steps an ink has, itself among them.
const STEPS: u8 = 7;

/// Where letters may be from left to right. They stand within [`SIDE`], but a letter may lean
/// out of its own width.
const ACROSS: Range<i32> = SIDE as i32 / 2..(WIDTH - SIDE / 2) as i32;

/// Where letters may be from top to bottom.
const DOWN: Range<i32> = 0..(HEIGHT - STRIPE) as i32;

/// The bytes of a row: two pixels in each.
const ROW: usize = WIDTH as usize / 2;

/// What is printed with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ink {
    /// The ink of the title.
    Text,
    /// The accent.
    Accent,
}

impl Ink {
    /// The place in the palette of a step of this ink; the paper is 0.
    fn at(self, step: u8) -> u8 {
        match (step, self) {
            (0, _) => 0,
            (_, Ink::Text) => step,
            (_, Ink::Accent) => STEPS + step,
        }
    }
}

/// A card in the making: each pixel a place in the palette.
pub(crate) struct Canvas {
    bytes: Vec<u8>,
}

impl Canvas {
    /// Nothing but paper.
    pub(crate) fn new() -> Canvas {
        Canvas { bytes: vec![0; ROW * HEIGHT as usize] }
    }

    /// A stripe of the accent along the bottom edge.
    pub(crate) fn stripe(&mut self, height: u32) {
        let from = ROW * (HEIGHT - height) as usize;
        let accent = Ink::Accent.at(STEPS);
        self.bytes[from..].fill(accent << 4 | accent);
    }

    /// Prints a glyph with its upper left corner here. What would lie outside the room for
    /// text is left out.
    pub(crate) fn print(&mut self, glyph: &SwashImage, (left, top): (i32, i32), ink: Ink) {
        let (width, depth) = (glyph.placement.width as usize, bytes_a_pixel(glyph.content));
        if width == 0 {
            return;
        }
        for (y, row) in (top..).zip(glyph.data.chunks_exact(width * depth)) {
            if !DOWN.contains(&y) {
                continue;
            }
            let line = &mut self.bytes[y as usize * ROW..][..ROW];
            // Of a coloured letter only how much it covers is taken.
            let covers = row.iter().skip(depth - 1).step_by(depth);
            for (x, cover) in (left..).zip(covers).filter(|(_, cover)| **cover != 0) {
                if ACROSS.contains(&x) {
                    let step = (u16::from(*cover) * u16::from(STEPS) + 127) / 255;
                    set(&mut line[x as usize / 2], x % 2 == 0, ink.at(step as u8));
                }
            }
        }
    }

    /// The picture as a PNG.
    pub(crate) fn png(&self, colors: &Colors) -> Vec<u8> {
        let mut png = Vec::with_capacity(32 * 1024);
        let mut encoder = Encoder::new(&mut png, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Four);
        encoder.set_palette(palette(colors));
        encoder.set_filter(Filter::NoFilter);
        encoder.set_compression(Compression::Fast);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.bytes)?;
            writer.finish()
        });
        // A vector takes all, and the sizes above are right.
        debug_assert!(written.is_ok());
        png
    }
}

/// Makes one of the two pixels of a byte darker, never lighter: marks may overlap their letter.
fn set(byte: &mut u8, is_left: bool, value: u8) {
    *byte = match is_left {
        true => (*byte & 0x0f) | ((*byte >> 4).max(value) << 4),
        false => (*byte & 0xf0) | (*byte & 0x0f).max(value),
    };
}

fn bytes_a_pixel(content: SwashContent) -> usize {
    match content {
        SwashContent::Mask => 1,
        SwashContent::SubpixelMask | SwashContent::Color => 4,
    }
}

/// The paper, the steps to the ink of the title, the steps to the accent.
fn palette(colors: &Colors) -> Vec<u8> {
    let steps = [colors.ink, colors.accent].into_iter().flat_map(|ink| {
        (1..=STEPS).flat_map(move |step| [0, 1, 2].map(|at| mix(colors.paper[at], ink[at], step)))
    });
    colors.paper.into_iter().chain(steps).collect()
}

fn mix(paper: u8, ink: u8, step: u8) -> u8 {
    let (step, steps) = (u16::from(step), u16::from(STEPS));
    ((u16::from(paper) * (steps - step) + u16::from(ink) * step + steps / 2) / steps) as u8
}
