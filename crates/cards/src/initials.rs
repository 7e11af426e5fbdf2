//! The sign of a site that has none of its own: a disc with initials, as a drawing (SVG).
//!
//! In: the name of a site and the fonts of its cards. Out: letters as paths, so that they look
//! the same where no such font is.

use std::fmt::Write as _;

use cosmic_text::skrifa::instance::{LocationRef, Size};
use cosmic_text::skrifa::outline::{DrawSettings, OutlinePen};
use cosmic_text::skrifa::{FontRef, MetadataProvider};

use crate::fonts::Fonts;
use crate::guarded;

/// The length of the sides of the drawing.
const SIDE: f32 = 64.0;

/// The room for letters: a rectangle within the disc.
const ROOM: (f32, f32) = (44.0, 32.0);

/// How many letters there may be.
const MOST: usize = 2;

/// The size in which letters are read from the font before they are brought to their room.
const EM: f32 = 1000.0;

/// The first letters of the first and the last word of a name, as capitals and with their marks.
/// Words that begin with no letter count only where no other is there.
pub(crate) fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().find(|letter| letter.is_alphanumeric());
    let all: Vec<char> = name.split_whitespace().filter_map(first).collect();
    let letters: Vec<char> = all.iter().copied().filter(|letter| letter.is_alphabetic()).collect();
    let chosen = if letters.is_empty() { &all } else { &letters };
    let last = chosen.last().filter(|_| chosen.len() > 1);
    chosen
        .first()
        .into_iter()
        .chain(last)
        .take(MOST)
        .filter_map(|own| own.to_uppercase().next())
        .collect()
}

/// The sign of a site of this name as a drawing: its initials in `ink` on a disc. Letters that no
/// font has are left out.
pub fn emblem(name: &str, fonts: &Fonts, [ground, ink]: [[u8; 3]; 2]) -> String {
    let letters = guarded(|| letters(&initials(name), fonts)).unwrap_or_default();
    let [ground, ink] = [ground, ink].map(|[red, green, blue]| {
        let number = u32::from_be_bytes([0, red, green, blue]);
        format!("#{number:06x}")
    });
    let (side, half) = (SIDE, SIDE / 2.0);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" \
         height=\"{side}\">\n<circle cx=\"{half}\" cy=\"{half}\" r=\"{half}\" fill=\"{ground}\"/>\n"
    );
    if !letters.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(svg, "<path fill=\"{ink}\" d=\"{letters}\"/>");
    }
    svg.push_str("</svg>\n");
    svg
}

/// The outlines of letters beside each other, in the middle of the drawing.
fn letters(text: &str, fonts: &Fonts) -> String {
    let mut pen = Pen::default();
    for letter in text.chars() {
        let Some(file) = fonts.file_of(letter) else { continue };
        let Ok(font) = FontRef::from_index(file, 0) else { continue };
        let axes = font.axes().location([("wght", 700.0)]);
        let location = LocationRef::from(&axes);
        let Some(id) = font.charmap().map(letter) else { continue };
        let Some(glyph) = font.outline_glyphs().get(id) else { continue };
        let settings = DrawSettings::unhinted(Size::new(EM), location);
        if glyph.draw(settings, &mut pen).is_ok() {
            let advance = font.glyph_metrics(Size::new(EM), location).advance_width(id);
            pen.shift += advance.unwrap_or(EM);
        }
    }
    pen.path()
}

/// One order to a pen, with the points that it names.
struct Stroke(char, Vec<(f32, f32)>);

/// Takes down the outlines of letters.
#[derive(Default)]
struct Pen {
    strokes: Vec<Stroke>,
    /// How far to the right the letter stands.
    shift: f32,
}

impl Pen {
    fn note(&mut self, order: char, points: &[(f32, f32)]) {
        let moved = points.iter().map(|(x, y)| (x + self.shift, -y)).collect();
        self.strokes.push(Stroke(order, moved));
    }

    /// The outlines as the data of a path, as large as their room and in the middle.
    fn path(&self) -> String {
        let points = || self.strokes.iter().flat_map(|stroke| &stroke.1);
        let span = |of: fn(&(f32, f32)) -> f32| {
            let least = points().map(of).fold(f32::INFINITY, f32::min);
            (least, points().map(of).fold(f32::NEG_INFINITY, f32::max))
        };
        let ((left, right), (top, bottom)) = (span(|point| point.0), span(|point| point.1));
        let (width, height) = (right - left, bottom - top);
        let scale = (ROOM.0 / width).min(ROOM.1 / height);
        if !scale.is_finite() {
            return String::new();
        }
        let middle = (f32::midpoint(left, right), f32::midpoint(top, bottom));
        let place = |value: f32, middle: f32| (value - middle) * scale + SIDE / 2.0;
        let mut path = String::new();
        for Stroke(order, points) in &self.strokes {
            path.push(*order);
            for (at, (x, y)) in points.iter().enumerate() {
                let space = if at == 0 { "" } else { " " };
                let (x, y) = (place(*x, middle.0), place(*y, middle.1));
                // Writing to a string cannot fail.
                let _ = write!(path, "{space}{} {}", hundredths(x), hundredths(y));
            }
        }
        path
    }
}

/// A number with at most two digits behind its point.
fn hundredths(number: f32) -> f32 {
    (number * 100.0).round() / 100.0
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.note('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.note('L', &[(x, y)]);
    }

    fn quad_to(&mut self, bend_x: f32, bend_y: f32, x: f32, y: f32) {
        self.note('Q', &[(bend_x, bend_y), (x, y)]);
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, next_x: f32, next_y: f32, x: f32, y: f32) {
        self.note('C', &[(first_x, first_y), (next_x, next_y), (x, y)]);
    }

    fn close(&mut self) {
        self.note('Z', &[]);
    }
}
