//! The parts of a WebP file (RFC 9649) that belong to its picture.

use img_parts::Bytes;
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::{self, WebP};

/// The chunks that say how to show a picture.
const SHOWN: [[u8; 4]; 7] = [
    webp::CHUNK_VP8,
    webp::CHUNK_VP8L,
    webp::CHUNK_VP8X,
    webp::CHUNK_ALPH,
    webp::CHUNK_ANIM,
    webp::CHUNK_ANMF,
    webp::CHUNK_ICCP,
];

/// What says how large a frame is and how long it stands, before its own chunks.
const FRAME_HEADER: usize = 16;

/// Takes out what does not belong to the picture, also from its frames.
pub(crate) fn strip(file: &mut WebP) {
    let before = file.chunks().len();
    file.chunks_mut().retain(|chunk| SHOWN.contains(&chunk.id()));
    for chunk in file.chunks_mut() {
        if chunk.id() == webp::CHUNK_ANMF
            && let RiffContent::Data(frame) = chunk.content()
            && let Some(clean) = stripped_frame(frame)
        {
            *chunk = RiffChunk::new(webp::CHUNK_ANMF, RiffContent::Data(clean));
        }
    }
    if file.chunks().len() < before {
        // Brings the flags of the header up to date.
        img_parts::ImageEXIF::set_exif(file, None);
    }
}

/// A frame with nothing in it but its picture; nothing if it had nothing else.
fn stripped_frame(frame: &[u8]) -> Option<Bytes> {
    let mut clean = frame.get(..FRAME_HEADER)?.to_vec();
    let mut rest = &frame[FRAME_HEADER..];
    while let Some((header, data)) = rest.split_at_checked(8) {
        let size = u32::from_le_bytes([header[4], header[5], header[6], header[7]]);
        let size = usize::try_from(size).ok()?;
        let padded = size.checked_add(size % 2)?.min(data.len());
        if size > data.len() {
            break;
        }
        let is_shown = [b"VP8 ", b"VP8L", b"ALPH"].iter().any(|id| header.starts_with(*id));
        if is_shown {
            clean.extend(&rest[..8 + padded]);
        }
        rest = &data[padded..];
    }
    (clean.len() < frame.len()).then(|| clean.into())
}
