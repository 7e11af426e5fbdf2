//! Cards for shared links: a picture of a page's title in the colours of its site, which
//! messengers and social networks show beside a link.
//!
//! In: a [`Card`] and the [`Fonts`] to draw it with. Out: [`draw`] gives a PNG of
//! [`WIDTH`] × [`HEIGHT`] pixels. A pure function: it looks at no font of the system, asks
//! for no language and keeps nothing, so every machine and every thread draws the same bytes.
//! [`emblem()`] makes a sign of the initials of a name.

mod canvas;
mod emblem;
mod fonts;
mod layout;
mod letters;
#[cfg(test)]
mod tests;

pub use emblem::emblem;
pub use fonts::Fonts;

use std::panic::{AssertUnwindSafe, catch_unwind};

use canvas::{Canvas, Ink};
use layout::{Block, Typesetter};

/// Stands in the key of all that is remembered of this crate's work: to be raised by whoever
/// changes a byte that comes out of [`draw`].
pub const EDITION: u32 = 1;

/// The width of a card in pixels: what Facebook, Zalo, LinkedIn and X show without cutting.
pub const WIDTH: u32 = 1200;

/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// Nothing but the stripe is drawn nearer to the left and right edge than this.
const SIDE: u32 = 84;

/// Nothing but the stripe is drawn nearer to the top and bottom edge than this.
const TOP: u32 = 64;

/// The height of the stripe along the bottom edge.
const STRIPE: u32 = 24;

/// The least room between title and footer.
const GAP: f32 = 36.0;

/// The sizes that a title may have, in pixels: the largest in which it fits is taken.
const TITLE_SIZES: [f32; 6] = [100.0, 88.0, 78.0, 70.0, 63.0, 57.0];

/// The most lines of a title.
const TITLE_LINES: usize = 5;

/// The sizes that a footer may have, in pixels.
const FOOTER_SIZES: [f32; 2] = [36.0, 32.0];

/// The most lines of the footer.
const FOOTER_LINES: usize = 3;

/// What a card shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card<'a> {
    /// In large letters.
    pub title: &'a str,
    /// Below it in the accent, smaller: whose page it is. May be empty.
    pub footer: &'a str,
    /// Whether its language is written from right to left.
    pub right_to_left: bool,
    /// What it is painted with.
    pub colors: Colors,
}

/// The colours of a card, each as red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Colors {
    /// The ground.
    pub paper: [u8; 3],
    /// The title.
    pub ink: [u8; 3],
    /// The stripe and the footer.
    pub accent: [u8; 3],
}

/// The card as a PNG. Without a font it has a stripe and no words; nothing comes out where a
/// font is broken inside.
pub fn draw(card: &Card<'_>, fonts: &Fonts) -> Option<Vec<u8>> {
    guarded(|| paint(card, fonts).png(&card.colors))
}

/// What readers of fonts give. They are written for fonts that are whole, and stop the thread
/// at some that are not; a broken file of a theme must not stop the program.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    // Whatever was half made is dropped on the way out, so nothing half made is seen.
    catch_unwind(AssertUnwindSafe(read)).ok()
}

fn paint(card: &Card<'_>, fonts: &Fonts) -> Canvas {
    let mut canvas = Canvas::new();
    if let Some(mut typesetter) = Typesetter::new(fonts, card.right_to_left) {
        let inner = (HEIGHT - STRIPE - 2 * TOP) as f32;
        let footer = typesetter.block(card.footer, &FOOTER_SIZES, (inner, FOOTER_LINES));
        let taken = if footer.is_empty() { 0.0 } else { footer.height() + GAP };
        let title = typesetter.block(card.title, &TITLE_SIZES, (inner - taken, TITLE_LINES));
        let top = TOP as f32 + ((inner - taken - title.height()) / 2.0).max(0.0);
        place(&mut typesetter, &title, (top, Ink::Text), &mut canvas);
        let top = TOP as f32 + inner - footer.height();
        place(&mut typesetter, &footer, (top, Ink::Accent), &mut canvas);
    }
    canvas.stripe(STRIPE);
    canvas
}

/// Paints a block of text with its first line at this height.
fn place(
    typesetter: &mut Typesetter<'_>,
    block: &Block,
    (top, ink): (f32, Ink),
    canvas: &mut Canvas,
) {
    typesetter.glyphs(block, |glyph, x, y| {
        canvas.print(glyph, (SIDE as i32 + x, top.round() as i32 + y), ink);
    });
}
