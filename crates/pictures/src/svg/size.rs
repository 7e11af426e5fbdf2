//! How large a drawing says it is.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// The largest width or height that is believed.
const LARGEST: f64 = 100_000.0;

/// How wide a drawing is at least that names no size of its own: it fills its place.
const LEAST: f64 = 1200.0;

/// The units of a length with how many pixels each is (CSS Values 3 §6.2).
const UNITS: [(&str, f64); 7] = [
    ("px", 1.0),
    ("mm", 96.0 / 25.4),
    ("cm", 96.0 / 2.54),
    ("in", 96.0),
    ("pt", 96.0 / 72.0),
    ("pc", 16.0),
    ("", 1.0),
];

/// The width and height of a drawing in pixels by its first tag: what it says, or else the sides
/// of its `viewBox`, made larger so that it fills its place. Nothing if it says neither.
pub(super) fn of(tag: &BytesStart<'_>) -> Option<(u32, u32)> {
    let value = |name: &str| {
        let attribute = tag.attributes().flatten().find(|own| own.key.0 == name)?;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.trim().to_owned())
    };
    let side = |name: &str| length(&value(name)?);
    if let Some((width, height)) = side("width").zip(side("height")) {
        return Some((pixels(width)?, pixels(height)?));
    }
    let view_box = value("viewBox")?;
    let numbers = view_box.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty());
    let mut sides = numbers.skip(2).map(length);
    let (width, height) = sides.next()?.zip(sides.next()?)?;
    let scale = (LEAST / width).max(1.0);
    Some((pixels(width * scale)?, pixels(height * scale)?))
}

/// A length in pixels.
fn length(text: &str) -> Option<f64> {
    let (number, scale) =
        UNITS.iter().find_map(|(unit, scale)| Some((text.strip_suffix(unit)?, scale)))?;
    number.trim_end().parse::<f64>().ok().map(|number| number * scale)
}

fn pixels(length: f64) -> Option<u32> {
    (length > 0.0 && length <= LARGEST).then(|| (length.round() as u32).max(1))
}
