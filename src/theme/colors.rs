//! The colours of a theme: checked for contrast, written as CSS.
//!
//! A theme says one accent and its papers, and a site may say others in their place. What text
//! and links need beside it is worked out, so that whoever changes one colour stays legible in
//! light, in the dark and on grey paper. Contrast is that of WCAG 2.2, 1.4.3: at least 4.5:1 for
//! text.

use crate::config::{Color, Role, TEXT, Written};
use crate::diagnostics::{Code, Say, say};
use crate::yaml::{Marked, Reading};

/// The least contrast that links in the dark are brought to (WCAG 2.2, 1.4.6, level AAA):
/// tired eyes at night are worth the difference.
const DARK_TEXT: f64 = 7.0;

/// How much of the accent is in the grounds of a site that says an accent and no grounds, in
/// parts of [`PARTS`]: of boxes, of the page in the dark, of boxes in the dark.
const SHARES: [u16; 3] = [6, 9, 14];
const PARTS: u16 = 100;

/// The colours of a theme, those of the themes that it extends below its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Palette {
    accent: Color,
    second: Color,
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
        let accent = color(Role::Accent)?;
        Some(Palette {
            accent,
            second: color(Role::Second).unwrap_or(accent),
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
        [self.accent, self.accent.ink()].map(Color::channels)
    }

    /// What social cards are painted with: they are always light.
    pub fn card(&self) -> bangtin_cards::Colors {
        let ink =
            [Color::INK, Color::WHITE].into_iter().find(|ink| ink.contrast(self.paper) >= TEXT);
        let ink = ink.unwrap_or(Color::BLACK);
        let all = [self.paper, ink, self.accent, self.accent.ink()];
        let [paper, ink, accent, on_accent] = all.map(Color::channels);
        bangtin_cards::Colors { paper, ink, accent, on_accent }
    }

    /// The custom properties of CSS that the theme's own styles use.
    pub fn css(&self) -> String {
        let Palette { accent, second, paper, tint, paper_dark, tint_dark } = self;
        let (ink, second_ink) = (accent.ink(), second.ink());
        let [link_dark, second_dark] = self.inks_in_the_dark();
        let second_dark_ink = second_dark.ink();
        format!(
            ":root {{\n  --accent: {accent};\n  --accent-ink: {ink};\n  --second: {second};\n  \
             --second-ink: {second_ink};\n  --link: {accent};\n  --paper: {paper};\n  \
             --tint: {tint};\n}}\n\
             @media (prefers-color-scheme: dark) {{\n  :root {{\n    --second: {second_dark};\n    \
             --second-ink: {second_dark_ink};\n    --link: {link_dark};\n    \
             --paper: {paper_dark};\n    --tint: {tint_dark};\n  }}\n}}\n"
        )
    }

    /// The accent and the second colour, made lighter until they are easily read on the dark
    /// grounds.
    fn inks_in_the_dark(&self) -> [Color; 2] {
        let grounds = [self.paper_dark, self.tint_dark];
        [self.accent, self.second].map(|ink| ink.toward(Color::WHITE, grounds, DARK_TEXT))
    }
}

/// The colours that a site says, with the grounds that go with its accent.
pub(super) fn completed(mut own: Written) -> Written {
    let Some(Marked { value: accent, span }) = own.get(&Role::Accent).cloned() else { return own };
    let grounds = [
        (Role::Tint, Color::WHITE),
        (Role::PaperDark, Color::NIGHT),
        (Role::TintDark, Color::DUSK),
    ];
    for ((role, ground), share) in grounds.into_iter().zip(SHARES) {
        let value = ground.mixed(accent, share, PARTS);
        own.entry(role).or_insert(Marked { value, span });
    }
    own
}

/// The nearest accent that can be read on the page and on the tint that goes with it.
fn better_accent(own: &Written, palette: &Palette) -> Color {
    let Palette { accent, paper, mut tint, .. } = *palette;
    let is_mixed = own.get(&Role::Tint).map(|tint| tint.span)
        == own.get(&Role::Accent).map(|accent| accent.span);
    let mut better = accent.legible_on([paper, tint]);
    // With a darker accent the tint that is mixed of it is darker too, by less each time.
    while is_mixed && better != Color::BLACK {
        tint = Color::WHITE.mixed(better, SHARES[0], PARTS);
        if better.least_contrast([paper, tint]) >= TEXT {
            break;
        }
        better = better.legible_on([paper, tint]);
    }
    better
}

/// Says so of colours that cannot be read. `own` are the colours of the file that is being read,
/// `whole` those and the ones below them.
pub(super) fn check(own: &Written, whole: &Written, reading: &mut Reading<'_>) {
    let Some(palette) = Palette::of(whole) else { return };
    let grounds = [palette.paper, palette.tint];
    // A theme without a second colour has the accent in its place, of which all is said.
    let second = whole.contains_key(&Role::Second).then_some((Role::Second, palette.second));
    for (role, ink) in [(Role::Accent, palette.accent)].into_iter().chain(second) {
        let blamed = [role, Role::Paper, Role::Tint].iter().find_map(|role| own.get(role));
        let least = ink.least_contrast(grounds);
        if let Some(blamed) = blamed.filter(|_| least < TEXT) {
            let is_seen = grounds.iter().all(|ground| ink.contrast(*ground) >= TEXT);
            let better = match role {
                Role::Accent => better_accent(own, &palette),
                Role::Second | Role::Paper | Role::Tint | Role::PaperDark | Role::TintDark => {
                    ink.legible_on(grounds)
                }
            };
            let (message, hint) = faint((ink, better), is_seen, ratios(least));
            reading.error(blamed.span, Code::LowContrast, message, hint);
        }
    }
    for role in [Role::PaperDark, Role::TintDark] {
        let Some(Marked { value: ground, span }) = own.get(&role) else { continue };
        let least = Color::WHITE.contrast(*ground);
        if least < TEXT {
            let (message, hint) = glaring(*ground, ratios(least));
            reading.error(*span, Code::LowContrast, message, hint);
        }
    }
}

/// A contrast and the one that is needed, in Vietnamese and in English.
fn ratios(least: f64) -> [[String; 2]; 2] {
    // Rounded down: what is shown must not look like enough.
    let english = [(least * 10.0).floor() / 10.0, TEXT].map(|ratio| ratio.to_string());
    [english.clone().map(|ratio| ratio.replace('.', ",")), english]
}

/// That an ink is hard to read on the page, or on grey paper if it `is_seen` on the screen.
fn faint(
    (ink, better): (Color, Color),
    is_seen: bool,
    [[vi, needed_vi], [en, needed]]: [[String; 2]; 2],
) -> (Say, Say) {
    let message = if is_seen {
        say!(
            "màu chữ `{ink}` khó đọc khi in đen trắng: độ tương phản {vi}:1, cần ít nhất {needed_vi}:1",
            "the colour `{ink}` is hard to read in a black-and-white print: contrast {en}:1, at least {needed}:1 is needed"
        )
    } else {
        say!(
            "màu chữ `{ink}` khó đọc trên nền trang: độ tương phản {vi}:1, cần ít nhất {needed_vi}:1",
            "the colour `{ink}` is hard to read on the page: contrast {en}:1, at least {needed}:1 is needed"
        )
    };
    let hint = if better.contrast(Color::WHITE) > ink.contrast(Color::WHITE) {
        say!("chọn màu đậm hơn, chẳng hạn `{better}`", "choose a darker colour, such as `{better}`")
    } else {
        say!(
            "chọn màu nhạt hơn, chẳng hạn `{better}`",
            "choose a lighter colour, such as `{better}`"
        )
    };
    (message, hint)
}

/// That light text cannot be read on a ground that is meant for the dark.
fn glaring(ground: Color, [[vi, needed_vi], [en, needed]]: [[String; 2]; 2]) -> (Say, Say) {
    let darker = ground.toward(Color::BLACK, [Color::WHITE; 2], DARK_TEXT);
    let message = say!(
        "nền tối `{ground}` quá sáng: chữ trắng trên đó có độ tương phản {vi}:1, cần ít nhất {needed_vi}:1",
        "the dark ground `{ground}` is too light: white text on it has a contrast of {en}:1, at least {needed}:1 is needed"
    );
    let hint = say!(
        "chọn màu tối hơn, chẳng hạn `{darker}`",
        "choose a darker colour, such as `{darker}`"
    );
    (message, hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::PRESETS;
    use crate::sources::SourcePath;
    use crate::yaml::Node;

    fn said(colors: &str) -> (Written, Vec<String>) {
        let (path, text) = (SourcePath::new("site.yaml"), format!("colors: {colors}"));
        let mut reading = Reading::new(&path, &text);
        let node: Node = reading.yaml(0..text.len()).unwrap();
        let mut fields = crate::yaml::Fields::of(&node, &[], &mut reading).unwrap();
        let own = crate::config::read_colors(fields.take("colors").unwrap(), &mut reading);
        let own = completed(own);
        check(&own, &own, &mut reading);
        let said = reading.diagnostics.iter().map(|fault| format!("{fault:?}"));
        (own.clone(), said.collect())
    }

    #[test]
    fn every_preset_can_be_read_in_light_in_the_dark_and_on_grey_paper() {
        for (name, _) in PRESETS {
            let (own, said) = said(name);
            assert!(said.is_empty(), "{name}: {said:?}");
            let palette = Palette::of(&own).unwrap();
            let light = [palette.paper, palette.tint];
            let dark = [palette.paper_dark, palette.tint_dark];
            let both = [palette.accent, palette.second];
            for (ink, in_the_dark) in both.into_iter().zip(palette.inks_in_the_dark()) {
                assert!(ink.least_contrast(light) >= TEXT, "{name}: {ink}");
                assert!(ink.contrast(ink.ink()) >= TEXT, "{name}: text on {ink}");
                for ground in dark {
                    assert!(in_the_dark.contrast(ground) >= DARK_TEXT, "{name}: {in_the_dark}");
                    assert!(Color::WHITE.contrast(ground) >= DARK_TEXT, "{name}: {ground}");
                }
                assert!(in_the_dark.contrast(in_the_dark.ink()) >= TEXT);
            }
        }
    }

    #[test]
    fn what_is_proposed_for_a_faint_colour_is_taken() {
        for accent in ["#ff8080", "#e0b000", "#00b7c4", "#9a7bff"] {
            let (_, faults) = said(&format!("{{ accent: \"{accent}\" }}"));
            let [fault] = &faults[..] else { panic!("{accent}: {faults:?}") };
            let better = fault.rsplit('`').nth(1).unwrap();
            assert!(better.starts_with('#') && better != accent, "{fault}");
            assert_eq!(said(&format!("{{ accent: \"{better}\" }}")).1, [""; 0], "{accent}");
        }
    }

    #[test]
    fn any_accent_can_be_read_in_the_dark_and_under_its_own_ink() {
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let accent = Color::new([red, green, blue]);
                    let at = |role, value| (role, Marked { value, span: (0..0).into() });
                    let written = Written::from([at(Role::Accent, accent)]);
                    let palette = Palette::of(&completed(written)).unwrap();
                    for ground in [palette.paper_dark, palette.tint_dark] {
                        let [link, _] = palette.inks_in_the_dark();
                        assert!(link.contrast(ground) >= DARK_TEXT, "{accent}");
                    }
                    assert!(accent.contrast(accent.ink()) >= TEXT, "{accent}");
                }
            }
        }
    }
}
