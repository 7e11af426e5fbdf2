//! The parts of a JPEG file (ISO/IEC 10918-1, annex B) that belong to its picture.

use std::borrow::Cow;

use img_parts::jpeg::markers;

/// The beginning of a part of a profile of colours.
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// The file without what does not belong to its picture, wherever it stands: before, between
/// and behind the scans. Telephones put short films behind the end, and the same picture again.
pub(crate) fn stripped(file: &[u8]) -> Vec<u8> {
    let mut clean = Vec::with_capacity(file.len());
    clean.extend(file.get(..2).unwrap_or_default());
    let mut at = 2;
    while let Some((marker, start)) = next_marker(file, at) {
        if marker == markers::EOI {
            clean.extend([markers::P, markers::EOI]);
            break;
        }
        at = start;
        if matches!(marker, 0 | 1 | markers::RST0..=markers::SOI) {
            // It has no length, and outside a scan it says nothing.
            continue;
        }
        let Some((contents, end)) = contents_at(file, start) else { break };
        if let Some(contents) = of_picture(marker, contents) {
            let size = u16::try_from(contents.len() + 2).unwrap_or(u16::MAX);
            clean.extend([markers::P, marker]);
            clean.extend(size.to_be_bytes());
            clean.extend(&*contents);
        }
        at = end;
        if marker == markers::SOS {
            at = end_of_scan(file, end);
            clean.extend(&file[end..at]);
        }
    }
    clean
}

/// The next marker and where what belongs to it begins.
fn next_marker(file: &[u8], at: usize) -> Option<(u8, usize)> {
    let first = at + file.get(at..)?.iter().position(|byte| *byte == markers::P)?;
    // Any number of bytes of filling may stand before it.
    let marker = first + file[first..].iter().position(|byte| *byte != markers::P)?;
    Some((file[marker], marker + 1))
}

/// What a header or a table holds, and where it ends.
fn contents_at(file: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let size = file.get(at..at + 2)?;
    let end = at + usize::from(u16::from_be_bytes([size[0], size[1]]));
    Some((file.get(at + 2..end)?, end))
}

/// Where the data of a scan ends: at the first marker that can stand in none.
fn end_of_scan(file: &[u8], from: usize) -> usize {
    let is_end = |at: &usize| {
        let follows = file.get(at + 1);
        file[*at] == markers::P
            && !matches!(follows, None | Some(0 | &markers::P | markers::RST0..=markers::RST7))
    };
    (from..file.len()).find(is_end).unwrap_or(file.len())
}

/// What of a segment belongs to the picture: how to decode it and in which colours to show it.
/// What else applications put there is about its maker, or is another picture.
fn of_picture(marker: u8, contents: &[u8]) -> Option<Cow<'_, [u8]>> {
    match marker {
        // Density and, behind it, a smaller picture, which may show what was cut off since.
        markers::APP0 if contents.starts_with(b"JFIF\0") && contents.len() >= 14 => {
            Some([&contents[..12], &[0, 0]].concat().into())
        }
        markers::APP2 if contents.starts_with(PROFILE) => Some(contents.into()),
        markers::APP14 if contents.starts_with(b"Adobe") && contents.len() >= 12 => {
            Some(contents[..12].into())
        }
        // JPG, the one among the frame headers that is none.
        0xc8 => None,
        0xc0..=0xcf | 0xda..=0xdf => Some(contents.into()),
        _ => None,
    }
}
