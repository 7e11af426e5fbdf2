//! ICO and CUR: several sizes of one sign in one file, each a bitmap or a PNG.

use crate::parts;

/// The header of the file, and of each of its pictures.
const HEADER: usize = 6;
const ENTRY: usize = 16;

/// The same signs, with nothing between them and PNG without what it tells.
pub(crate) fn clean(file: &[u8]) -> Option<Vec<u8>> {
    let count = usize::from(u16::from_le_bytes([*file.get(4)?, *file.get(5)?]));
    let entries = file.get(HEADER..HEADER + count * ENTRY)?;
    let mut clean = file[..HEADER + count * ENTRY].to_vec();
    for (index, entry) in entries.chunks_exact(ENTRY).enumerate() {
        let (size, at) = (number(entry, 8)?, number(entry, 12)?);
        let picture = file.get(at..at.checked_add(size)?)?;
        let picture = match picture {
            [0x89, b'P', b'N', b'G', ..] => parts::cleaned(picture)?,
            // A bitmap without a name or a path: its header says how long it is.
            [40, 0, 0, 0, ..] => picture.to_vec(),
            _ => return None,
        };
        let written = HEADER + index * ENTRY;
        let size = u32::try_from(picture.len()).ok()?;
        let at = u32::try_from(clean.len()).ok()?;
        clean[written + 8..written + 12].copy_from_slice(&size.to_le_bytes());
        clean[written + 12..written + 16].copy_from_slice(&at.to_le_bytes());
        clean.extend(picture);
        if clean.len() > 2 * file.len() + HEADER {
            // Many entries that are all the same picture.
            return None;
        }
    }
    Some(clean)
}

fn number(entry: &[u8], at: usize) -> Option<usize> {
    let four = entry.get(at..at + 4)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}
