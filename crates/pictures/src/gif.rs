//! GIF without comments, and without what programs put into their own extensions.

const EXTENSION: u8 = 0x21;
const IMAGE: u8 = 0x2c;
const TRAILER: u8 = 0x3b;
/// How long a frame stands and what is seen through it.
const CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;

/// The applications that say how often the picture moves, the only ones that browsers ask.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

/// The same picture and no more, up to its end or to where the file breaks off. Nothing if it
/// breaks off before the first picture.
pub(crate) fn clean(file: &[u8]) -> Option<Vec<u8>> {
    let mut at = 13 + table_size(*file.get(10)?);
    let mut clean = file.get(..at)?.to_vec();
    let mut has_image = false;
    while let Some(block) = next_block(file, at) {
        at = block.end;
        if block.is_shown {
            clean.extend(&file[block.start..block.end]);
        }
        has_image |= block.is_image;
    }
    if !has_image && !breaks_in_image(file, at) {
        return None;
    }
    if breaks_in_image(file, at) {
        // Browsers show as much of it as there is.
        clean.extend(&file[at..whole_blocks(file, image_data(file, at)?)]);
        clean.push(0);
    }
    clean.push(TRAILER);
    Some(clean)
}

/// A block of the file, from its first byte to the one behind its last.
struct Block {
    start: usize,
    end: usize,
    is_shown: bool,
    is_image: bool,
}

/// The block at this place; nothing at the end or where it is not whole.
fn next_block(file: &[u8], start: usize) -> Option<Block> {
    match *file.get(start)? {
        EXTENSION => {
            let label = *file.get(start + 1)?;
            let end = data_end(file, start + 2)?;
            let is_shown = label == CONTROL || (label == APPLICATION && is_loop(&file[start..end]));
            Some(Block { start, end, is_shown, is_image: false })
        }
        IMAGE => {
            let end = data_end(file, image_data(file, start)?)?;
            Some(Block { start, end, is_shown: true, is_image: true })
        }
        _ => None,
    }
}

/// Whether an extension says how often to repeat and nothing else: its name, a block of three
/// bytes or five, and the end.
fn is_loop(extension: &[u8]) -> bool {
    let is_known = LOOPS.iter().any(|name| extension.get(3..14) == Some(name));
    let rest = extension.get(14..).unwrap_or_default();
    is_known && matches!(rest, [3, _, _, _, 0] | [5, _, _, _, _, _, 0])
}

/// Where the data of an image begins: behind its place, its colours and the width of its codes.
fn image_data(file: &[u8], start: usize) -> Option<usize> {
    let flags = *file.get(start + 9)?;
    let data = start + 10 + table_size(flags) + 1;
    (data <= file.len()).then_some(data)
}

fn breaks_in_image(file: &[u8], at: usize) -> bool {
    file.get(at) == Some(&IMAGE) && image_data(file, at).is_some()
}

/// How many bytes the table of colours takes that these flags announce.
fn table_size(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// The end of a row of blocks, the empty one that closes it included.
fn data_end(file: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let size = usize::from(*file.get(at)?);
        at += 1 + size;
        if size == 0 {
            return (at <= file.len()).then_some(at);
        }
    }
}

/// The end of the last block that is whole.
fn whole_blocks(file: &[u8], mut at: usize) -> usize {
    while let Some(size) = file.get(at).map(|size| usize::from(*size)) {
        let next = at + 1 + size;
        if size == 0 || next > file.len() {
            break;
        }
        at = next;
    }
    at
}
