//! Profiles of colours (ICC.1:2022) without what they tell: the screen of the maker, its name
//! and number, when it was measured and by whom.

use crate::LARGEST_PROFILE;

/// Where the table of tags begins.
const HEADER: usize = 128;

/// The tags that say which colour a number is; all others are texts and settings of devices.
const COLOURS: [&[u8; 4]; 36] = [
    b"wtpt", b"bkpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"chad",
    b"chrm", b"cicp", b"lumi", b"A2B0", b"A2B1", b"A2B2", b"A2B3", b"B2A0", b"B2A1", b"B2A2",
    b"B2A3", b"D2B0", b"D2B1", b"D2B2", b"D2B3", b"B2D0", b"B2D1", b"B2D2", b"B2D3", b"gamt",
    b"pre0", b"pre1", b"pre2", b"tech", b"view", b"meas",
];

/// How the names of profiles begin that everyone has: they are left as they are.
const COMMON: [&str; 22] = [
    "sRGB",
    "Display P3",
    "Adobe RGB (1998)",
    "ProPhoto RGB",
    "ROMM RGB",
    "Apple RGB",
    "ColorMatch RGB",
    "Generic ",
    "GIMP built-in ",
    "Artifex ",
    "Dot Gain ",
    "Gray Gamma ",
    "U.S. Web Coated",
    "Coated FOGRA",
    "ISO Coated",
    "PSO ",
    "Japan Color",
    "ITU-R BT.",
    "Rec. ",
    "Wide Gamut RGB",
    "uRGB",
    "c2",
];

/// The profile as it can go out; nothing if it is none, or larger than any need be.
pub(crate) fn clean(profile: &[u8]) -> Option<Vec<u8>> {
    let size = number(profile, 0)?;
    let is_fair = (HEADER + 4..=LARGEST_PROFILE).contains(&size);
    if profile.get(36..40)? != b"acsp" || !is_fair {
        return None;
    }
    let whole = profile.get(..size)?;
    let mut clean = whole.to_vec();
    let tags = tags(whole)?;
    let name = tags.iter().find(|tag| tag.name == b"desc").and_then(|tag| text(&whole[tag.at..]));
    if name.is_some_and(|name| COMMON.iter().any(|common| name.starts_with(common))) {
        return Some(clean);
    }
    // When it was made, for which device, by which program, and the digest of all that.
    for part in [24..36, 48..56, 80..100] {
        clean[part].fill(0);
    }
    // What is left of each text is its type: an empty text.
    for tag in tags.iter().filter(|tag| !COLOURS.contains(&tag.name)) {
        clean[(tag.at + 8).min(tag.end)..tag.end].fill(0);
    }
    // Two tags may share their data.
    for tag in tags.iter().filter(|tag| COLOURS.contains(&tag.name)) {
        clean[tag.at..tag.end].copy_from_slice(&whole[tag.at..tag.end]);
    }
    Some(clean)
}

/// Whether the colours of a profile are red, green and blue, as those of a copy are.
pub(crate) fn is_rgb(profile: &[u8]) -> bool {
    profile.get(16..20) == Some(b"RGB ")
}

/// A tag and where its data stands.
struct Tag<'a> {
    name: &'a [u8; 4],
    at: usize,
    end: usize,
}

fn tags(profile: &[u8]) -> Option<Vec<Tag<'_>>> {
    let count = number(profile, HEADER)?;
    let table = profile.get(HEADER + 4..)?.get(..count.checked_mul(12)?)?;
    let tags = table.chunks_exact(12).map(|entry| {
        let (at, size) = (number(entry, 4)?, number(entry, 8)?);
        let end = at.checked_add(size).filter(|end| *end <= profile.len())?;
        // A tag that lies over the table would be no text.
        let is_behind = at >= HEADER + 4 + table.len();
        is_behind.then_some(Tag { name: entry.first_chunk()?, at, end })
    });
    tags.collect()
}

/// The first text of a tag in ASCII.
fn text(tag: &[u8]) -> Option<String> {
    let letters: Vec<u8> = match tag.get(..4)? {
        b"desc" => tag.get(12..)?.iter().copied().take_while(|byte| *byte != 0).collect(),
        b"mluc" => {
            // The first record: its language, then the length and place of its text.
            let (size, at) = (number(tag, 20)?, number(tag, 24)?);
            let utf16 = tag.get(at..at.checked_add(size)?)?;
            utf16.chunks_exact(2).map(|pair| if pair[0] == 0 { pair[1] } else { b'?' }).collect()
        }
        _ => return None,
    };
    Some(letters.into_iter().map(char::from).collect())
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_be_bytes(four.try_into().ok()?)).ok()
}
