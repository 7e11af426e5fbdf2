//! The sign of a site as cards print it: made once, and then the same on all of them.
//!
//! In: its pixels, with their opacity, and the colours of the cards. Out: few colours, and for each
//! pixel which of them it has.

use std::collections::BTreeMap;

use crate::canvas::MOST;
use crate::{Colors, EMBLEM};

/// How fine colours are told apart, at first and at last.
const MASKS: [u8; 5] = [0xff, 0xfc, 0xf8, 0xe0, 0xc0];

/// The sign of a site, [`EMBLEM`] pixels wide and high, on the ground on which it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Emblem {
    /// Whether it needs a ground of paper: it was not made for the accent.
    pub(crate) on_paper: bool,
    /// What it is painted with.
    pub(crate) colors: Vec<[u8; 3]>,
    /// Row by row the place of each pixel among the colours.
    pub(crate) pixels: Vec<u8>,
}

impl Emblem {
    /// The sign of these pixels: row by row the red, green, blue and opacity of each. None where
    /// they are not [`EMBLEM`] rows of as many. Without a ground of its own it stands on the
    /// accent.
    pub fn new(rgba: &[u8], on_paper: bool, colors: &Colors) -> Option<Emblem> {
        let (pixels, rest) = rgba.as_chunks::<4>();
        if !rest.is_empty() || pixels.len() != (EMBLEM * EMBLEM) as usize {
            return None;
        }
        let ground = if on_paper { colors.paper } else { colors.accent };
        let mixed: Vec<[u8; 3]> = pixels.iter().map(|pixel| over(*pixel, ground)).collect();
        // A photograph has more colours than there are places: then like ones are one.
        let (colors, pixels) = MASKS.iter().find_map(|mask| places(&mixed, *mask))?;
        Some(Emblem { on_paper, colors, pixels })
    }
}

/// The colours, those that are alike under a mask as one, and the place of each pixel among them;
/// none if they are too many.
fn places(mixed: &[[u8; 3]], mask: u8) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let mut known: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let (mut colors, mut pixels) = (Vec::new(), Vec::with_capacity(mixed.len()));
    for color in mixed {
        let next = colors.len();
        let place = *known.entry(color.map(|channel| channel & mask)).or_insert_with(|| {
            colors.push(*color);
            next as u8
        });
        if colors.len() > MOST {
            return None;
        }
        pixels.push(place);
    }
    Some((colors, pixels))
}

/// A pixel with its opacity on a ground.
fn over([red, green, blue, opacity]: [u8; 4], ground: [u8; 3]) -> [u8; 3] {
    let (above, opacity) = ([red, green, blue], u32::from(opacity));
    [0, 1, 2].map(|at| {
        let (above, below) = (u32::from(above[at]), u32::from(ground[at]));
        ((above * opacity + below * (255 - opacity) + 127) / 255) as u8
    })
}
