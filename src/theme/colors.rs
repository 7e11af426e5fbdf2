//! The colours of a theme: read from `theme.yaml`, checked for contrast, written as CSS.
//!
//! A theme says one accent and its papers. What text and links need beside it is worked
//! out, so that a child theme that changes one colour stays legible in light and in dark.
//! Contrast is that of WCAG 2.2, 1.4.3: at least 4.5:1 for text.

use std::collections::BTreeMap;
use std::fmt;

use crate::diagnostics::{Code, say};
use crate::yaml::{Fields, Marked, Node, Reading, text_of};

/// The least contrast of text (WCAG 2.2, 1.4.3, level AA).
const TEXT: f64 = 4.5;

/// The least contrast that links in the dark are brought to (WCAG 2.2, 1.4.6, level AAA):
/// tired eyes at night are worth the difference.
const DARK_TEXT: f64 = 7.0;

/// A colour without transparency.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Color([u8; 3]);

/// What a colour is used for, as `theme.yaml` calls it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Role {
    /// Links, buttons, the stripe at the top.
    Accent,
    /// The ground.
    Paper,
    /// The ground of boxes and of the header.
    Tint,
    /// The ground in the dark.
    PaperDark,
    /// The ground of boxes and of the header in the dark.
    TintDark,
}

impl Role {
    const WORDS: [(&'static str, Role); 5] = [
        ("accent", Role::Accent),
        ("paper", Role::Paper),
        ("tint", Role::Tint),
        ("paper_dark", Role::PaperDark),
        ("tint_dark", Role::TintDark),
    ];
}

/// The colours that one `theme.yaml` says.
pub(super) type Written = BTreeMap<Role, Marked<Color>>;

/// The colours of a theme, those of the themes that it extends below its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Palette {
    accent: Color,
    paper: Color,
    tint: Color,
    paper_dark: Color,
    tint_dark: Color,
}

impl Palette {
    /// The palette of a theme that says an accent; papers that it does not say are white
    /// and nearly black.
    pub(super) fn of(written: &Written) -> Option<Palette> {
        let color = |role| written.get(&role).map(|color| color.value);
        let paper = color(Role::Paper).unwrap_or(Color::WHITE);
        let paper_dark = color(Role::PaperDark).unwrap_or(Color::NIGHT);
        Some(Palette {
            accent: color(Role::Accent)?,
            paper,
            tint: color(Role::Tint).unwrap_or(paper),
            paper_dark,
            tint_dark: color(Role::TintDark).unwrap_or(paper_dark),
        })
    }

    /// The accent.
    pub fn accent(&self) -> Color {
        self.accent
    }

    /// The ground in the dark.
    pub fn paper_dark(&self) -> Color {
        self.paper_dark
    }

    /// The ground and the ink of a sign that is made for the site.
    pub fn sign(&self) -> [[u8; 3]; 2] {
        [self.accent.0, self.accent.ink().0]
    }

    /// What social cards are painted with: they are always light.
    pub fn card(&self) -> bangtin_cards::Colors {
        let ink =
            [Color::INK, Color::WHITE].into_iter().find(|ink| ink.contrast(self.paper) >= TEXT);
        let Color(ink) = ink.unwrap_or(Color::BLACK);
        bangtin_cards::Colors { paper: self.paper.0, ink, accent: self.accent.0 }
    }

    /// The custom properties of CSS that the theme's own styles use.
    pub fn css(&self) -> String {
        let Palette { accent, paper, tint, paper_dark, tint_dark } = self;
        let ink = accent.ink();
        let link_dark = self.link_dark();
        format!(
            ":root {{\n  --accent: {accent};\n  --accent-ink: {ink};\n  --link: {accent};\n  \
             --paper: {paper};\n  --tint: {tint};\n}}\n\
             @media (prefers-color-scheme: dark) {{\n  :root {{\n    --link: {link_dark};\n    \
             --paper: {paper_dark};\n    --tint: {tint_dark};\n  }}\n}}\n"
        )
    }

    /// The accent, made lighter until it is easily read on the dark grounds.
    fn link_dark(&self) -> Color {
        let grounds = [self.paper_dark, self.tint_dark];
        self.accent.toward(Color::WHITE, grounds, DARK_TEXT)
    }
}

impl Color {
    const WHITE: Color = Color([255; 3]);
    const BLACK: Color = Color([0; 3]);
    const INK: Color = Color([0x1c; 3]);
    const NIGHT: Color = Color([0x12; 3]);

    /// Reads `#7a1f5c` or `#72c`.
    fn parse(text: &str) -> Option<Color> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let channel = |at: usize| match digits.len() {
            3 => u8::from_str_radix(&digits[at..=at].repeat(2), 16).ok(),
            6 => u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok(),
            _ => None,
        };
        Some(Color([channel(0)?, channel(1)?, channel(2)?]))
    }

    /// The contrast of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”).
    fn contrast(self, other: Color) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// What text on it is printed with: one of the two has 4.5:1 with any colour.
    fn ink(self) -> Color {
        if self.contrast(Color::WHITE) >= TEXT { Color::WHITE } else { Color::BLACK }
    }

    /// How light it is, 0 to 1 (WCAG 2.2, “relative luminance”).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The nearest step toward another colour that has this contrast with each ground.
    fn toward(self, other: Color, grounds: [Color; 2], least: f64) -> Color {
        const STEPS: u16 = 32;
        let steps = (0..=STEPS).map(|step| self.mixed(other, step, STEPS));
        let fits = |color: &Color| grounds.iter().all(|ground| color.contrast(*ground) >= least);
        steps.into_iter().find(fits).unwrap_or(other)
    }

    fn mixed(self, other: Color, step: u16, steps: u16) -> Color {
        let mix = |at: usize| {
            let (own, its) = (u16::from(self.0[at]), u16::from(other.0[at]));
            let mixed = (own * (steps - step) + its * step) / steps;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Color([mix(0), mix(1), mix(2)])
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Reads `colors:`.
pub(super) fn read(node: &Node, reading: &mut Reading<'_>) -> Written {
    let Some(mut fields) = Fields::of(node, &[], reading) else { return Written::new() };
    let mut written = Written::new();
    for (name, role) in Role::WORDS {
        let color = fields.take(name).and_then(|node| color(node, name, reading));
        written.extend(color.map(|color| (role, color)));
    }
    fields.finish(reading);
    written
}

fn color(node: &Node, name: &str, reading: &mut Reading<'_>) -> Option<Marked<Color>> {
    let text = text_of(node, name, reading)?;
    let written = &text.value;
    let Some(value) = Color::parse(written) else {
        let message = say!("`{written}` không phải một màu", "`{written}` is no colour");
        let hint = say!(
            "viết dấu thăng và sáu chữ số, trong dấu nháy: `\"#7a1f5c\"`",
            "write a hash and six digits, in quotation marks: `\"#7a1f5c\"`"
        );
        reading.error(text.span, Code::BadValue, message, hint);
        return None;
    };
    Some(Marked { value, span: text.span })
}

/// Says so of an accent that cannot be read as a link on the theme's paper. `own` are the
/// colours of the file that is being read, `whole` those and the ones below them.
pub(super) fn check(own: &Written, whole: &Written, reading: &mut Reading<'_>) {
    let Some(palette) = Palette::of(whole) else { return };
    let blamed = [Role::Accent, Role::Paper, Role::Tint].iter().find_map(|role| own.get(role));
    let Some(blamed) = blamed else { return };
    let grounds = [palette.paper, palette.tint];
    let least = grounds.iter().map(|ground| palette.accent.contrast(*ground));
    let least = least.fold(f64::INFINITY, f64::min);
    if least >= TEXT {
        return;
    }
    let darker = palette.accent.toward(Color::BLACK, grounds, TEXT);
    let accent = palette.accent;
    // Rounded down: what is shown must not look like enough.
    let least = ((least * 10.0).floor() / 10.0).to_string();
    let (least_vi, needed) = (least.replace('.', ","), TEXT.to_string());
    let needed_vi = needed.replace('.', ",");
    let message = say!(
        "màu chữ `{accent}` khó đọc trên nền trang: độ tương phản {least_vi}:1, cần ít nhất {needed_vi}:1",
        "the accent `{accent}` is hard to read on the page: contrast {least}:1, at least {needed}:1 is needed"
    );
    let hint = say!(
        "chọn màu đậm hơn, chẳng hạn `{darker}`",
        "choose a darker colour, such as `{darker}`"
    );
    reading.error(blamed.span, Code::LowContrast, message, hint);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn color(text: &str) -> Color {
        Color::parse(text).unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((color("#000").contrast(color("#fff")) - 21.0).abs() < 1e-9);
        assert!((color("#777777").contrast(color("#ffffff")) - 4.48).abs() < 0.005);
        assert!((color("#fff").contrast(color("#fff")) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn colours_are_read_as_css_writes_them() {
        assert_eq!(color("#7a1f5c").to_string(), "#7a1f5c");
        assert_eq!(color("#72C").to_string(), "#7722cc");
        for bad in ["7a1f5c", "#7a1f5", "#7a1f5cc0", "#ê12", "red", "#", ""] {
            assert_eq!(Color::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn any_accent_can_be_read_in_the_dark_and_under_its_own_ink() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let accent = Color([red, green, blue]);
                    let at = |role, value| (role, Marked { value, span: (0..0).into() });
                    let written = Written::from([at(Role::Accent, accent)]);
                    let palette = Palette::of(&written).unwrap();
                    assert!(palette.link_dark().contrast(Color::NIGHT) >= DARK_TEXT, "{accent}");
                    let ink = accent.contrast(Color::WHITE).max(accent.contrast(Color::BLACK));
                    assert!(ink >= TEXT, "{accent}: {ink}");
                }
            }
        }
    }
}
