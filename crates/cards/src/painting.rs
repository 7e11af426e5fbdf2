//! Where everything stands on a card: a block of the accent at one side with the emblem, the kind
//! of the page and the day of an event; beside it the title, where the event is, and at the foot
//! whose page it is.

use crate::canvas::{Area, Canvas, Ink};
use crate::fonts::Fonts;
use crate::layout::{Block, Typesetter};
use crate::{Card, EMBLEM, HEIGHT, Leaf, WIDTH};

/// The width of the block of the accent.
pub(crate) const BLOCK: u32 = 330;

/// Nothing is printed nearer to an edge than this.
pub(crate) const EDGE: u32 = 56;

/// The room between the edge of the block and what stands on it.
const INSET: u32 = 44;

/// How much paper is around an emblem that needs it.
const PAPER: i32 = 14;

/// The least room between two texts.
const GAP: f32 = 28.0;

/// How far marks may reach out of the first line of a text.
const MARKS: f32 = 8.0;

/// The sizes that a text may have, in pixels: the largest in which it fits is taken.
const TITLE: [f32; 5] = [76.0, 70.0, 64.0, 56.0, 50.0];
const DETAILS: [f32; 2] = [36.0, 32.0];
const FOOTER: [f32; 2] = [30.0, 28.0];
const LABEL: [f32; 2] = [32.0, 28.0];
const DAY: [f32; 4] = [112.0, 88.0, 64.0, 48.0];
const BESIDE_DAY: [f32; 2] = [36.0, 28.0];
const TAG: [f32; 1] = [26.0];

/// The most lines of a title and of details; of any other text there are two.
pub(crate) const LINES: usize = 3;

/// A card in the making.
struct Painter<'f, 'c> {
    typesetter: Typesetter<'f>,
    canvas: &'c mut Canvas,
    right_to_left: bool,
}

/// The card in pixels.
pub(crate) fn paint(card: &Card<'_>, fonts: &Fonts) -> Canvas {
    let mut canvas = Canvas::new(&card.colors);
    let side = |left, width| mirrored(left, width, card.right_to_left);
    canvas.fill(Area(side(0, BLOCK), 0, BLOCK, HEIGHT), Some(Ink::Accent));
    let below_emblem = emblem(card, &mut canvas);
    if let Some(typesetter) = Typesetter::new(fonts, card.right_to_left) {
        let right_to_left = card.right_to_left;
        let mut painter = Painter { typesetter, canvas: &mut canvas, right_to_left };
        painter.block(card, below_emblem);
        painter.words(card);
    }
    canvas
}

/// Where something begins that is so far from the side at which lines begin.
fn mirrored(left: u32, width: u32, right_to_left: bool) -> i32 {
    let left = if right_to_left { WIDTH - left - width } else { left };
    left as i32
}

/// Paints the emblem; gives the height at which the block goes on.
fn emblem(card: &Card<'_>, canvas: &mut Canvas) -> f32 {
    let Some(emblem) = card.emblem else { return EDGE as f32 };
    let (left, top) = (mirrored(INSET, EMBLEM, card.right_to_left), EDGE as i32);
    if emblem.on_paper {
        let side = EMBLEM + 2 * PAPER as u32;
        canvas.fill(Area(left - PAPER, top - PAPER, side, side), None);
    }
    canvas.paint(emblem, (left, top));
    (EDGE + EMBLEM) as f32 + GAP
}

impl Painter<'_, '_> {
    /// What stands on the block: the kind of the page, and at its foot the day of an event.
    fn block(&mut self, card: &Card<'_>, top: f32) {
        let width = BLOCK - 2 * INSET;
        let room = (INSET, width);
        let label = self.set(card.label, &LABEL, (width, 2));
        self.print(&label, (top, Ink::OnAccent), room);
        let Some(Leaf { above, day, below }) = card.leaf else { return };
        let parts = [(above, &BESIDE_DAY[..]), (day, &DAY[..]), (below, &BESIDE_DAY[..])];
        let parts = parts.map(|(text, sizes)| self.set(text, sizes, (width, 1)));
        let height: f32 = parts.iter().map(Block::height).sum();
        let mut top = (HEIGHT - EDGE) as f32 - height;
        for part in &parts {
            self.print(part, (top, Ink::OnAccent), room);
            top += part.height();
        }
    }

    /// What stands beside the block: the tag in the corner, title and details, the footer.
    fn words(&mut self, card: &Card<'_>) {
        let (left, width) = (BLOCK + EDGE, WIDTH - BLOCK - 2 * EDGE);
        let room = (left, width);
        // Marks on marks reach out of their line.
        let top = self.tag(card.tag) + EDGE as f32 + MARKS;
        let footer = self.set(card.footer, &FOOTER, (width, 2));
        let bottom = (HEIGHT - EDGE) as f32 - footer.height();
        self.print(&footer, (bottom, Ink::Accent), room);
        let details = self.set(card.details, &DETAILS, (width, LINES));
        let taken = [&details, &footer].into_iter().filter(|text| !text.is_empty());
        let taken: f32 = taken.map(|text| text.height() + GAP).sum();
        let most = (HEIGHT - EDGE) as f32 - top - taken;
        let title = self.typesetter.block(card.title, &TITLE, (width as f32, most, LINES));
        self.print(&title, (top, Ink::Text), room);
        self.print(&details, (top + title.height() + GAP, Ink::Accent), room);
    }

    /// The tag in the corner; gives its height.
    fn tag(&mut self, text: &str) -> f32 {
        let tag = self.set(text, &TAG, (WIDTH / 4, 1));
        if tag.is_empty() {
            return 0.0;
        }
        let (width, height) = (tag.width().ceil() as u32 + 2 * INSET, tag.height() + 2.0 * MARKS);
        let left = WIDTH - width;
        let area = Area(mirrored(left, width, self.right_to_left), 0, width, height as u32);
        self.canvas.fill(area, Some(Ink::Accent));
        self.print(&tag, (MARKS, Ink::OnAccent), (left + INSET, width - 2 * INSET));
        height
    }

    /// A text in at most so many lines of this width, with room for them.
    fn set(&mut self, text: &str, sizes: &[f32], (width, lines): (u32, usize)) -> Block {
        self.typesetter.block(text, sizes, (width as f32, HEIGHT as f32, lines))
    }

    /// Prints a text with its first line at this height, into a column: how far it is from the
    /// side at which lines begin, and its width.
    fn print(&mut self, block: &Block, (top, ink): (f32, Ink), (left, width): (u32, u32)) {
        let left = mirrored(left, width, self.right_to_left);
        // A letter may lean out of its own width.
        let lean = INSET / 2;
        let room = Area(left - lean as i32, 0, width + 2 * lean, HEIGHT);
        let canvas = &mut *self.canvas;
        self.typesetter.glyphs(block, |glyph, x, y| {
            canvas.print(glyph, (left + x, top.round() as i32 + y), ink, room);
        });
    }
}
