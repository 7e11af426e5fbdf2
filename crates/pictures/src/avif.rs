//! AVIF: boxes within boxes (ISO/IEC 14496-12 and 23008-12). What does not belong to the picture
//! is overwritten with zeros in its place, so that no offset in the file changes.

use std::collections::BTreeSet;
use std::ops::Range;

/// What belongs to a box besides its own boxes.
const FULL: usize = 4;

/// The deepest that boxes of a film of several pictures nest.
const DEEPEST: usize = 8;

/// The items that are pictures or put pictures together.
const PICTURES: [&[u8; 4]; 6] = [b"av01", b"grid", b"iden", b"iovl", b"tmap", b"sato"];

/// The boxes of `meta` that are needed to find and show them.
const META: [&[u8; 4]; 6] = [b"pitm", b"iloc", b"iref", b"ipma", b"idat", b"grpl"];

/// What is said of each item so that it can be shown.
const PROPERTIES: [&[u8; 4]; 18] = [
    b"ispe", b"pixi", b"av1C", b"colr", b"auxC", b"irot", b"imir", b"clap", b"pasp", b"clli",
    b"mdcv", b"cclv", b"amve", b"a1op", b"a1lx", b"lsel", b"rloc", b"iscl",
];

/// The boxes of a film that hold others, and those that are needed to show it.
const FILM: [&[u8; 4]; 8] =
    [b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"mvex", b"tref"];
const FILM_PARTS: [&[u8; 4]; 20] = [
    b"mvhd", b"tkhd", b"mdhd", b"vmhd", b"nmhd", b"elst", b"stsd", b"stts", b"ctts", b"stss",
    b"stsz", b"stz2", b"stsc", b"stco", b"co64", b"sgpd", b"sbgp", b"sdtp", b"trex", b"auxl",
];

/// That data are in this file, and not at an address.
const HERE: &[u8] = b"\0\0\0\x1cdref\0\0\0\0\0\0\0\x01\0\0\0\x0curl \0\0\0\x01";

/// The same picture, with zeros for all that is none of it. Nothing if the file is broken, or
/// built in a way of which that cannot be said.
pub(crate) fn clean(file: &[u8]) -> Option<Vec<u8>> {
    let mut cleaner = Cleaner { file, clean: file.to_vec(), ..Cleaner::default() };
    for part in boxes(file, 0..file.len())? {
        match part.kind {
            b"ftyp" => {}
            b"meta" => cleaner.meta(&part)?,
            b"moov" => cleaner.film(&part, 0)?,
            b"mdat" => cleaner.data.push(part.content),
            _ => cleaner.empty(&part),
        }
    }
    cleaner.wipe()
}

/// A box: its kind, where it begins and what it holds.
struct Part<'a> {
    kind: &'a [u8; 4],
    start: usize,
    content: Range<usize>,
}

#[derive(Default)]
struct Cleaner<'a> {
    file: &'a [u8],
    clean: Vec<u8>,
    /// Where the bytes of items stand, whatever they are.
    data: Vec<Range<usize>>,
    /// Where those of pictures stand, and those of other items.
    shown: Vec<Range<usize>>,
    hidden: Vec<Range<usize>>,
    has_film: bool,
}

/// The boxes of a stretch of the file. The last may leave its size open.
fn boxes(file: &[u8], within: Range<usize>) -> Option<Vec<Part<'_>>> {
    let (mut all, mut at) = (Vec::new(), within.start);
    while at < within.end {
        let header = file.get(at..within.end)?.first_chunk::<8>()?;
        let (size, header_size) = match number(header, 0, 4)? {
            0 => (within.end - at, 8),
            1 => (number(file, at + 8, 8)?, 16),
            size => (size, 8),
        };
        let end = at.checked_add(size).filter(|end| *end <= within.end)?;
        let content = at + header_size..end;
        if size < header_size {
            return None;
        }
        all.push(Part { kind: file.get(at + 4..)?.first_chunk()?, start: at, content });
        at = end;
    }
    Some(all)
}

impl Cleaner<'_> {
    /// Makes a box one of free space, as long as it was.
    fn empty(&mut self, part: &Part<'_>) {
        self.clean[part.start + 4..part.start + 8].copy_from_slice(b"free");
        self.clean[part.content.clone()].fill(0);
    }

    /// The items: their kinds, where they stand, and what is said of them.
    fn meta(&mut self, meta: &Part<'_>) -> Option<()> {
        let parts = boxes(self.file, meta.content.start + FULL..meta.content.end)?;
        let (mut pictures, mut places, mut inside) = (BTreeSet::new(), None, 0..0);
        for part in &parts {
            match part.kind {
                b"hdlr" => self.unname(part),
                b"iinf" => self.items(part, &mut pictures)?,
                b"iprp" => self.properties(part)?,
                b"iloc" => places = Some(part.content.clone()),
                b"idat" => inside = part.content.clone(),
                b"dinf" if &self.file[part.content.clone()] == HERE => {}
                kind if META.contains(&kind) => {}
                _ => self.empty(part),
            }
        }
        self.data.push(inside.clone());
        let all = places.map_or(Some(Vec::new()), |places| item_places(self.file, places, &inside));
        for (id, place) in all? {
            let list = if pictures.contains(&id) { &mut self.shown } else { &mut self.hidden };
            list.push(place);
        }
        Some(())
    }

    /// Takes the names of items away, and the kinds of those that are no pictures.
    fn items(&mut self, part: &Part<'_>, pictures: &mut BTreeSet<usize>) -> Option<()> {
        let count_size = if self.file.get(part.content.start)? == &0 { 2 } else { 4 };
        let first = part.content.start + FULL + count_size;
        for entry in boxes(self.file, first..part.content.end)? {
            let at = entry.content.start;
            let id_size = match (entry.kind, self.file.get(at)?) {
                (b"infe", 2) => 2,
                (b"infe", 3) => 4,
                _ => return None,
            };
            // The item's number, its protection, its kind; then texts.
            let kind = at + FULL + id_size + 2;
            let texts = self.clean.get_mut(kind + 4..entry.content.end)?;
            // What the programs that write AVIF call every picture.
            if ![&b"Color\0"[..], b"Alpha\0", b"\0"].contains(&&*texts) {
                texts.fill(0);
            }
            if PICTURES.contains(&self.file.get(kind..)?.first_chunk::<4>()?) {
                pictures.insert(number(self.file, at + FULL, id_size)?);
            } else {
                self.clean[kind..kind + 4].copy_from_slice(b"free");
            }
        }
        Some(())
    }

    fn properties(&mut self, part: &Part<'_>) -> Option<()> {
        for list in boxes(self.file, part.content.clone())? {
            match list.kind {
                b"ipma" => {}
                // They are counted, so none is taken away.
                b"ipco" => boxes(self.file, list.content.clone())?
                    .iter()
                    .filter(|property| !PROPERTIES.contains(&property.kind))
                    .for_each(|property| self.empty(property)),
                _ => self.empty(&list),
            }
        }
        Some(())
    }

    /// A film: what is said of it but for how to show it, and when it was made.
    fn film(&mut self, film: &Part<'_>, depth: usize) -> Option<()> {
        self.has_film = true;
        if depth > DEEPEST {
            return None;
        }
        for part in boxes(self.file, film.content.clone())? {
            let content = part.content.clone();
            match part.kind {
                b"hdlr" => self.unname(&part),
                b"meta" => self.meta(&part)?,
                b"dinf" if &self.file[content.clone()] == HERE => {}
                kind if FILM.contains(&kind) => self.film(&part, depth + 1)?,
                kind if FILM_PARTS.contains(&kind) => {
                    if [b"mvhd", b"tkhd", b"mdhd"].contains(&kind) {
                        let times = if self.file.get(content.start)? == &0 { 8 } else { 16 };
                        let from = content.start + FULL;
                        self.clean.get_mut(from..from + times)?.fill(0);
                    }
                }
                _ => self.empty(&part),
            }
        }
        Some(())
    }

    /// A handler without the name that its program gave it.
    fn unname(&mut self, part: &Part<'_>) {
        let name = (part.content.start + 24).min(part.content.end);
        self.clean[name..part.content.end].fill(0);
    }

    /// Fills all data with zeros but those of pictures. Nothing where an item stands elsewhere.
    fn wipe(mut self) -> Option<Vec<u8>> {
        let data = merged(self.data);
        let (shown, hidden) = (merged(self.shown), merged(self.hidden));
        let is_data = |place: &Range<usize>| {
            let next = data.partition_point(|data| data.start <= place.start);
            next > 0 && place.end <= data[next - 1].end
        };
        if !shown.iter().chain(&hidden).all(is_data) {
            return None;
        }
        // The pictures of a film stand among the data too and are found in another way.
        for place in if self.has_film { hidden } else { data } {
            self.clean[place].fill(0);
        }
        for place in shown {
            self.clean[place.clone()].copy_from_slice(&self.file[place]);
        }
        Some(self.clean)
    }
}

/// The same places in order, those that overlap as one.
fn merged(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| (place.start, place.end));
    let mut all: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match all.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => all.push(place),
        }
    }
    all
}

/// Where each item stands in the file (ISO/IEC 14496-12, 8.11.3); `inside` is the place of the
/// data that lie among the boxes. Nothing where an item stands elsewhere.
fn item_places(
    file: &[u8],
    places: Range<usize>,
    inside: &Range<usize>,
) -> Option<Vec<(usize, Range<usize>)>> {
    let mut read = Reading { file: file.get(..places.end)?, at: places.start };
    let version = read.number(1)?;
    read.number(3)?;
    let sizes = read.number(2)?;
    let size = |shift: usize| (sizes >> shift) & 15;
    let (offset_size, length_size, base_size) = (size(12), size(8), size(4));
    let index_size = if version == 0 { 0 } else { size(0) };
    let wide = if version < 2 { 2 } else { 4 };
    let mut all = Vec::new();
    for _ in 0..read.number(wide)? {
        let id = read.number(wide)?;
        let method = if version == 0 { 0 } else { read.number(2)? & 15 };
        let (reference, base) = (read.number(2)?, read.number(base_size)?);
        for _ in 0..read.number(2)? {
            read.number(index_size)?;
            let (offset, length) = (read.number(offset_size)?, read.number(length_size)?);
            let (from, end) = match method {
                0 => (0, file.len()),
                1 => (inside.start, inside.end),
                _ => return None,
            };
            let start = from.checked_add(base)?.checked_add(offset)?;
            let stop = start.checked_add(length).filter(|stop| *stop <= end)?;
            if reference != 0 || length == 0 {
                return None;
            }
            all.push((id, start..stop));
        }
    }
    Some(all)
}

/// Numbers of several sizes, one after another.
struct Reading<'a> {
    file: &'a [u8],
    at: usize,
}

impl Reading<'_> {
    fn number(&mut self, size: usize) -> Option<usize> {
        let number = number(self.file, self.at, size)?;
        self.at += size;
        Some(number)
    }
}

/// A number of some bytes, the highest first; 0 of none.
fn number(file: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = file.get(at..at.checked_add(size)?)?;
    let add = |sum: u64, byte: &u8| sum.checked_mul(256).map(|sum| sum + u64::from(*byte));
    usize::try_from(bytes.iter().try_fold(0, add)?).ok()
}
