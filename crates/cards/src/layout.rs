//! Sets a text into lines: as large as it fits, its lines of one length.

use cosmic_text::{
    Align, Attrs, Buffer, CacheKey, CacheKeyFlags, Family, FontSystem, Metrics, Shaping,
    SwashCache, SwashImage, Wrap,
};

use crate::fonts::{FIRST, Fonts, WEIGHT};

/// The height of a line in parts of its letters' size. Vietnamese marks stand on each other,
/// and at less than this they would touch the line above.
const LINE: f32 = 1.36;

/// RIGHT-TO-LEFT MARK: unseen, and a letter that is written from right to left.
const RIGHT_TO_LEFT: &str = "\u{200f}";

/// How often a block is set anew to find the least width that keeps its lines.
const BALANCING: usize = 5;

/// Sets text and knows the shapes of letters, for one card.
pub(crate) struct Typesetter<'f> {
    fonts: &'f Fonts,
    system: FontSystem,
    shapes: SwashCache,
    right_to_left: bool,
}

/// A text in lines.
pub(crate) struct Block {
    buffer: Buffer,
    lines: usize,
    /// The width of its column.
    column: f32,
    /// The width of its widest line.
    widest: f32,
    /// How far it is moved to the right.
    shift: f32,
}

impl Block {
    /// Whether there is no text in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines == 0
    }

    /// The width of its widest line.
    pub(crate) fn width(&self) -> f32 {
        self.widest
    }

    /// The height of its lines.
    pub(crate) fn height(&self) -> f32 {
        self.lines as f32 * self.buffer.metrics().line_height
    }
}

impl<'f> Typesetter<'f> {
    /// One with these fonts; none where there are none.
    pub(crate) fn new(fonts: &'f Fonts, right_to_left: bool) -> Option<Typesetter<'f>> {
        let system = fonts.system()?;
        Some(Typesetter { fonts, system, shapes: SwashCache::new(), right_to_left })
    }

    /// The text in the first of these sizes in which it fits into so much width and height and so
    /// many lines; in the last of them what is too long ends in an ellipsis.
    pub(crate) fn block(&mut self, text: &str, sizes: &[f32], room: (f32, f32, usize)) -> Block {
        let (column, height, most) = room;
        let room = (height, most);
        let text = self.fonts.drawn(text);
        let mut buffer = Buffer::new_empty(metrics(sizes[0]));
        buffer.set_wrap(Wrap::Word);
        buffer.set_size(Some(column), None);
        let mut block = Block { buffer, lines: 0, column, widest: 0.0, shift: 0.0 };
        if text.is_empty() {
            return block;
        }
        self.fill(&mut block, &text);
        let fits = sizes.iter().any(|size| {
            block.buffer.set_metrics(metrics(*size));
            let widest = self.measure(&mut block);
            block.lines <= most_lines(*size, room) && widest <= column
        });
        match fits {
            true => self.balance(&mut block),
            false => self.cut(&mut block, text, most_lines(sizes[sizes.len() - 1], room)),
        }
        block
    }

    /// Gives each glyph of a block as a picture, and where its upper left corner is.
    pub(crate) fn glyphs(&mut self, block: &Block, mut print: impl FnMut(&SwashImage, i32, i32)) {
        for run in block.buffer.layout_runs() {
            for glyph in run.glyphs {
                let x = block.shift + glyph.x + glyph.font_size * glyph.x_offset;
                let y = run.line_y + glyph.y - glyph.font_size * glyph.y_offset;
                // On whole pixels a letter has one picture wherever it stands.
                let at = (x.round(), y.round());
                let (key, x, y) = CacheKey::new(
                    glyph.font_id,
                    glyph.glyph_id,
                    glyph.font_size,
                    at,
                    glyph.font_weight,
                    glyph.cache_key_flags,
                );
                if let Some(image) = self.shapes.get_image(&mut self.system, key) {
                    print(image, x + image.placement.left, y - image.placement.top);
                }
            }
        }
    }

    /// Makes the block as narrow as its lines allow, so that no word stands alone in the last.
    fn balance(&mut self, block: &mut Block) {
        let lines = block.lines;
        if lines < 2 {
            return;
        }
        let (mut narrow, mut wide) = (block.column / lines as f32, block.column);
        for _ in 0..BALANCING {
            let width = f32::midpoint(narrow, wide).round();
            block.buffer.set_size(Some(width), None);
            let widest = self.measure(block);
            let fits = block.lines == lines && widest <= width;
            if fits { wide = width } else { narrow = width }
        }
        block.buffer.set_size(Some(wide), None);
        self.measure(block);
        if self.right_to_left {
            block.shift = block.column - wide;
        }
    }

    /// Breaks words that no line can hold, and ends the text in an ellipsis where it has more
    /// than so many lines.
    fn cut(&mut self, block: &mut Block, mut text: String, most: usize) {
        let mark = if self.right_to_left { RIGHT_TO_LEFT.len() } else { 0 };
        let dots = if self.fonts.has('…') { "…" } else { "..." };
        block.buffer.set_wrap(Wrap::WordOrGlyph);
        self.measure(block);
        while block.lines > most {
            let last = block.buffer.layout_runs().nth(most - 1);
            let end = last.and_then(|run| run.glyphs.iter().map(|glyph| glyph.end).max());
            let Some(kept) = text.get(..end.unwrap_or_default().saturating_sub(mark)) else {
                return;
            };
            // Without its last word there is room for the ellipsis; of a single word that
            // fills the card, without its last letters.
            let word = kept.trim_end().rfind(' ').filter(|word| *word > kept.len() / 2);
            let letters = kept.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
            text.truncate(word.unwrap_or(letters));
            self.fill(block, &format!("{text}{dots}"));
            self.measure(block);
        }
    }

    fn fill(&self, block: &mut Block, text: &str) {
        let attrs = Attrs::new().family(Family::Name(FIRST)).weight(WEIGHT);
        let attrs = attrs.cache_key_flags(CacheKeyFlags::DISABLE_HINTING);
        let align = if self.right_to_left { Align::Right } else { Align::Left };
        // A title in Arabic may begin with a word in Latin letters and still runs leftwards.
        let mark = if self.right_to_left { RIGHT_TO_LEFT } else { "" };
        block.buffer.set_text(&format!("{mark}{text}"), &attrs, Shaping::Advanced, Some(align));
    }

    /// Sets the lines of a block and counts them; gives the width of the widest.
    fn measure(&mut self, block: &mut Block) -> f32 {
        block.buffer.shape_until_scroll(&mut self.system, false);
        block.lines = block.buffer.layout_runs().count();
        block.widest = block.buffer.layout_runs().map(|run| run.line_w).fold(0.0, f32::max);
        block.widest
    }
}

fn metrics(size: f32) -> Metrics {
    Metrics::new(size, (size * LINE).round())
}

/// How many lines of letters of this size there may be.
fn most_lines(size: f32, (height, most): (f32, usize)) -> usize {
    most.min((height / metrics(size).line_height) as usize).max(1)
}
