//! A colour, and how well it is read on another.
//!
//! Contrast is that of WCAG 2.2, 1.4.3: at least 4.5:1 for text.

use std::fmt;

/// The least contrast of text (WCAG 2.2, 1.4.3, level AA).
pub const TEXT: f64 = 4.5;

/// How finely a colour is made darker or lighter.
const FINE: u16 = 255;

/// A colour without transparency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Color([u8; 3]);

impl Color {
    /// White.
    pub const WHITE: Color = Color([255; 3]);
    /// Black.
    pub const BLACK: Color = Color([0; 3]);
    /// What is printed with on light paper.
    pub const INK: Color = Color([0x1c; 3]);
    /// The ground of boxes in the dark, before an accent is mixed into it.
    pub const DUSK: Color = Color([0x1e; 3]);
    /// The ground in the dark where a theme says none.
    pub const NIGHT: Color = Color([0x12; 3]);

    /// The colour of this red, green and blue.
    pub fn new(channels: [u8; 3]) -> Color {
        Color(channels)
    }

    /// Reads `#7a1f5c` or `#72c`.
    pub(super) fn parse(text: &str) -> Option<Color> {
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
    pub fn contrast(self, other: Color) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// What text on it is printed with: one of the two has 4.5:1 with any colour.
    pub fn ink(self) -> Color {
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

    /// Its red, green and blue.
    pub fn channels(self) -> [u8; 3] {
        self.0
    }

    /// The grey that printers and copiers make of it (ITU-R BT.601).
    pub fn grey(self) -> Color {
        let [red, green, blue] = self.0.map(u32::from);
        let grey = (299 * red + 587 * green + 114 * blue + 500) / 1000;
        Color([u8::try_from(grey).unwrap_or(u8::MAX); 3])
    }

    /// Its contrast with the ground on which it is read worst, in colour or in grey.
    pub fn least_contrast(self, grounds: [Color; 2]) -> f64 {
        let of = |ground: Color| {
            let grey = self.grey().contrast(ground.grey());
            self.contrast(ground).min(grey)
        };
        of(grounds[0]).min(of(grounds[1]))
    }

    /// The nearest colour of this hue, darker or lighter, that can be read on these grounds.
    pub fn legible_on(self, grounds: [Color; 2]) -> Color {
        let steps = (0..=FINE).flat_map(|step| {
            [Color::BLACK, Color::WHITE].map(|other| self.mixed(other, step, FINE))
        });
        let mut legible = steps.filter(|color| color.least_contrast(grounds) >= TEXT);
        // Grounds of every kind at once leave none.
        legible.next().unwrap_or(Color::BLACK)
    }

    /// The nearest step toward another colour that has this contrast with each ground.
    pub fn toward(self, other: Color, grounds: [Color; 2], least: f64) -> Color {
        const STEPS: u16 = 32;
        let steps = (0..=STEPS).map(|step| self.mixed(other, step, STEPS));
        let fits = |color: &Color| grounds.iter().all(|ground| color.contrast(*ground) >= least);
        steps.into_iter().find(fits).unwrap_or(other)
    }

    /// The colour so many steps of all on the way to another.
    pub fn mixed(self, other: Color, step: u16, steps: u16) -> Color {
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

    /// The angle of the hue, in degrees.
    fn hue(color: Color) -> f64 {
        let [red, green, blue] = color.0.map(f64::from);
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let part = |one: f64, two: f64| (one - two) / (most - least);
        let sixth = match most {
            _ if most == red => part(green, blue),
            _ if most == green => part(blue, red) + 2.0,
            _ => part(red, green) + 4.0,
        };
        (sixth * 60.0).rem_euclid(360.0)
    }

    #[test]
    fn what_is_proposed_can_be_read_and_has_the_hue_that_was_meant() {
        let light = [color("#fff"), color("#f8f2f6")];
        let dark = [color("#121212"), color("#222")];
        for written in ["#ff8080", "#ffd700", "#00ff7f", "#8ab4f8", "#c080ff", "#7a1f5c"] {
            for grounds in [light, dark] {
                let near = color(written).legible_on(grounds);
                assert!(near.least_contrast(grounds) >= TEXT, "{written}: {near}");
                for ground in grounds {
                    assert!(near.contrast(ground) >= TEXT);
                    assert!(near.grey().contrast(ground.grey()) >= TEXT);
                }
                let turned = (hue(near) - hue(color(written))).abs();
                assert!(turned.min(360.0 - turned) < 3.0, "{written}: {near}");
            }
        }
        assert_eq!(color("#7a1f5c").legible_on(light), color("#7a1f5c"));
        let just = color("#ff8080").legible_on(light);
        assert!(just.least_contrast(light) < 4.6, "no darker than it must be: {just}");
    }

    #[test]
    fn printers_see_greys() {
        assert_eq!(color("#fff").grey(), color("#fff"));
        assert_eq!(color("#ff0000").grey(), color("#4c4c4c"));
        assert_eq!(color("#0000ff").grey(), color("#1d1d1d"));
    }
}
