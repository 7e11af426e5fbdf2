//! How large a drawing says it is.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// The largest width or height that is believed.
const LARGEST: f64 = 100_000.0;

/// The width and height of a drawing by its first tag: what it says in pixels, or else the sides
/// of its `viewBox`. Nothing if it says neither, or in other units.
pub(super) fn of(tag: &BytesStart<'_>) -> Option<(u32, u32)> {
    let value = |name: &str| {
        let attribute = tag.attributes().flatten().find(|own| own.key.0 == name)?;
        Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.trim().to_owned())
    };
    let side = |name: &str| pixels(value(name)?.trim_end_matches("px"));
    if let Some(size) = side("width").zip(side("height")) {
        return Some(size);
    }
    let view_box = value("viewBox")?;
    let numbers = view_box.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty());
    let mut sides = numbers.skip(2).map(pixels);
    sides.next()?.zip(sides.next()?)
}

fn pixels(number: &str) -> Option<u32> {
    let number: f64 = number.parse().ok()?;
    (number > 0.0 && number <= LARGEST).then(|| (number.round() as u32).max(1))
}
