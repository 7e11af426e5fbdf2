//! `colors:`: what a theme is painted with, and what a site says instead.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::config::Color;
use crate::diagnostics::{Code, did_you_mean, say};
use crate::keys::{self, Key};
use crate::yaml::{Fields, Marked, Node, Reading, Value, text_of};

/// What a site may say: all else follows from it.
const OF_SITE: [(&str, Role); 3] =
    [("accent", Role::Accent), ("second", Role::Second), ("tint", Role::Tint)];

/// Sets of colours by name, each as accent, second and tint: purple, indigo, green, earth red.
pub const PRESETS: [(&str, [&str; 3]); 4] = [
    ("tim", ["#7a1f5c", "#1f6f68", "#f8f2f6"]),
    ("cham", ["#2a3f86", "#8a4b00", "#f1f3fa"]),
    ("luc", ["#1c6b3c", "#7a3f8f", "#eff6f1"]),
    ("do-dat", ["#8f3a1d", "#1f5f73", "#faf3ef"]),
];

/// What a colour is used for, as `theme.yaml` calls it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub enum Role {
    /// Links, buttons, the stripe at the top.
    Accent,
    /// A second colour beside it.
    Second,
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
    const WORDS: [(&'static str, Role); 6] = [
        ("accent", Role::Accent),
        ("second", Role::Second),
        ("paper", Role::Paper),
        ("tint", Role::Tint),
        ("paper_dark", Role::PaperDark),
        ("tint_dark", Role::TintDark),
    ];
}

/// The colours that one file says.
pub type Written = BTreeMap<Role, Marked<Color>>;

/// Reads `colors:` of a theme.
pub fn of_theme(node: &Node, reading: &mut Reading<'_>) -> Written {
    read(node, keys::THEME_COLORS, &Role::WORDS, reading)
}

/// Reads `colors:` of a site: the name of a preset, or colours.
pub fn of_site(node: &Node, reading: &mut Reading<'_>) -> Written {
    if matches!(node.value, Value::Map(_)) {
        return read(node, keys::COLORS, &OF_SITE, reading);
    }
    let Some(Marked { value: name, span }) = text_of(node, "colors", reading) else {
        return Written::new();
    };
    let Some((_, colors)) = PRESETS.iter().find(|(preset, _)| *preset == name) else {
        let known = PRESETS.map(|(preset, _)| preset);
        let message = say!("không có bộ màu `{name}`", "there is no set of colours `{name}`");
        let hint = did_you_mean(&name, known);
        reading.error(span, Code::BadValue, message, hint);
        return Written::new();
    };
    let roles = OF_SITE.iter().map(|(_, role)| *role);
    let colors = roles.zip(colors).filter_map(|(role, color)| Some((role, Color::parse(color)?)));
    colors.map(|(role, value)| (role, Marked { value, span })).collect()
}

fn read(
    node: &Node,
    keys: &'static [Key],
    words: &[(&'static str, Role)],
    reading: &mut Reading<'_>,
) -> Written {
    let Some(mut fields) = Fields::of(node, keys, reading) else { return Written::new() };
    let mut written = Written::new();
    for &(name, role) in words {
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
