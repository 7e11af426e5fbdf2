//! The parts of a JPEG file (ISO/IEC 10918-1, annex B) that belong to its picture.

use img_parts::jpeg::{JpegSegment, markers};

/// Whether a segment belongs to the picture: how to decode it and in which colours to show it.
/// What else applications put there is about its maker, or is another picture.
pub(crate) fn is_picture(segment: &JpegSegment) -> bool {
    let starts = |name: &[u8]| segment.contents().starts_with(name);
    match segment.marker() {
        markers::APP0 => starts(b"JFIF\0"),
        markers::APP2 => starts(b"ICC_PROFILE\0"),
        markers::APP14 => starts(b"Adobe"),
        markers::APP1 | markers::APP3..=markers::APP13 | markers::APP15 | markers::COM => false,
        _ => true,
    }
}

/// How many bytes of a file belong to the picture: up to its end (EOI). Behind that, telephones
/// put short films and the same picture again, with all that it tells.
pub(crate) fn length(file: &[u8]) -> usize {
    let mut at = 2;
    while let Some(found) = file.get(at..).and_then(|rest| rest.iter().position(|b| *b == 0xff)) {
        let marker = at + found + 1;
        match file.get(marker) {
            None => break,
            Some(&markers::EOI) => return marker + 1,
            // Data of a scan, or a marker that nothing belongs to.
            Some(&(markers::Z | 1 | markers::RST0..=markers::SOI)) => at = marker + 1,
            // One more byte of filling.
            Some(&markers::P) => at = marker,
            // A header or a table, whose bytes may look like markers.
            Some(_) => {
                let Some(size) = file.get(marker + 1..marker + 3) else { break };
                let size = usize::from(size[0]) << 8 | usize::from(size[1]);
                at = marker + 1 + size.max(2);
            }
        }
    }
    file.len()
}
