//! A picture of few colours, and how it becomes a PNG.
//!
//! A card needs its grounds and inks, and between each ink and its ground some steps for smooth
//! edges; what the emblem is painted with comes behind them. A byte a pixel holds a place in that
//! palette, which makes the file small and quick to write.

use cosmic_text::{SwashContent, SwashImage};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};

use crate::{Colors, EMBLEM, Emblem, HEIGHT, WIDTH};

/// How many steps an ink has, itself among them.
const STEPS: u8 = 7;

/// The places of the palette before those of the emblem: the paper, and the steps of each ink.
const OF_INKS: usize = 1 + 3 * STEPS as usize;

/// How many colours of an emblem there may be.
pub(crate) const MOST: usize = 256 - OF_INKS;

/// The bytes of a row.
const ROW: usize = WIDTH as usize;

/// What is printed with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ink {
    /// The ink of the title, on paper.
    Text,
    /// The accent, on paper.
    Accent,
    /// What is printed with on the accent.
    OnAccent,
}

impl Ink {
    /// The place in the palette of the first step of this ink.
    fn first(self) -> u8 {
        let nth = match self {
            Ink::Text => 0,
            Ink::Accent => 1,
            Ink::OnAccent => 2,
        };
        1 + nth * STEPS
    }

    /// The place of the ink itself.
    fn full(self) -> u8 {
        self.first() + STEPS - 1
    }
}

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area(pub i32, pub i32, pub u32, pub u32);

impl Area {
    /// The columns and rows of it that are on the card.
    fn within(self) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        let Area(left, top, width, height) = self;
        let part = |from: i32, length: u32, most: u32| {
            let to = (i64::from(from) + i64::from(length)).clamp(0, i64::from(most));
            from.clamp(0, most as i32) as usize..to as usize
        };
        (part(left, width, WIDTH), part(top, height, HEIGHT))
    }
}

/// A card in the making: each pixel a place in the palette.
pub(crate) struct Canvas {
    bytes: Vec<u8>,
    colors: Colors,
    /// The colours of the emblem.
    more: Vec<[u8; 3]>,
}

impl Canvas {
    /// Nothing but paper.
    pub(crate) fn new(colors: &Colors) -> Canvas {
        Canvas { bytes: vec![0; ROW * HEIGHT as usize], colors: *colors, more: Vec::new() }
    }

    /// Fills a rectangle with an ink; with paper where there is none.
    pub(crate) fn fill(&mut self, area: Area, ink: Option<Ink>) {
        let (columns, rows) = area.within();
        let place = ink.map_or(0, Ink::full);
        for y in rows {
            self.bytes[y * ROW..][columns.clone()].fill(place);
        }
    }

    /// Prints a glyph with its upper left corner here. What would lie outside of `room` is left
    /// out.
    pub(crate) fn print(
        &mut self,
        glyph: &SwashImage,
        (left, top): (i32, i32),
        ink: Ink,
        room: Area,
    ) {
        let (width, depth) = (glyph.placement.width as usize, bytes_a_pixel(glyph.content));
        if width == 0 {
            return;
        }
        let (columns, rows) = room.within();
        for (y, row) in (top..).zip(glyph.data.chunks_exact(width * depth)) {
            let Some(y) = usize::try_from(y).ok().filter(|y| rows.contains(y)) else { continue };
            let line = &mut self.bytes[y * ROW..][..ROW];
            // Of a coloured letter only how much it covers is taken.
            let covers = row.iter().skip(depth - 1).step_by(depth);
            for (x, cover) in (left..).zip(covers).filter(|(_, cover)| **cover != 0) {
                let Some(x) = usize::try_from(x).ok().filter(|x| columns.contains(x)) else {
                    continue;
                };
                let step = (u16::from(*cover) * u16::from(STEPS) + 127) / 255;
                if let Some(step) = (step as u8).checked_sub(1) {
                    // Darker, never lighter: marks may overlap their letter.
                    let place = ink.first() + step;
                    let is_ink = (ink.first()..=ink.full()).contains(&line[x]);
                    line[x] = if is_ink { line[x].max(place) } else { place };
                }
            }
        }
    }

    /// Prints the emblem with its upper left corner here.
    pub(crate) fn paint(&mut self, emblem: &Emblem, (left, top): (i32, i32)) {
        let (columns, rows) = Area(left, top, EMBLEM, EMBLEM).within();
        for (y, row) in rows.zip(emblem.pixels.chunks_exact(EMBLEM as usize)) {
            for (pixel, place) in self.bytes[y * ROW..][columns.clone()].iter_mut().zip(row) {
                *pixel = OF_INKS as u8 + place;
            }
        }
        self.more.clone_from(&emblem.colors);
    }

    /// The picture as a PNG.
    pub(crate) fn png(&self) -> Vec<u8> {
        let mut png = Vec::with_capacity(32 * 1024);
        let mut encoder = Encoder::new(&mut png, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(self.palette());
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

    /// The paper, the steps to each ink from its ground, the colours of the emblem.
    fn palette(&self) -> Vec<u8> {
        let Colors { paper, ink, accent, on_accent } = self.colors;
        let inks = [(paper, ink), (paper, accent), (accent, on_accent)];
        let steps = inks.into_iter().flat_map(|(ground, ink)| {
            (1..=STEPS).flat_map(move |step| [0, 1, 2].map(|at| mix(ground[at], ink[at], step)))
        });
        paper.into_iter().chain(steps).chain(self.more.iter().flatten().copied()).collect()
    }
}

fn bytes_a_pixel(content: SwashContent) -> usize {
    match content {
        SwashContent::Mask => 1,
        SwashContent::SubpixelMask | SwashContent::Color => 4,
    }
}

fn mix(ground: u8, ink: u8, step: u8) -> u8 {
    let (step, steps) = (u16::from(step), u16::from(STEPS));
    ((u16::from(ground) * (steps - step) + u16::from(ink) * step + steps / 2) / steps) as u8
}
