//! Which picture a file is, by its first bytes: names lie, and telephones write HEIC under the
//! name of JPEG.

use crate::svg;

/// What can be done with a file.
pub(crate) enum Kind {
    /// JPEG, PNG or WebP.
    Pixels,
    Gif,
    Avif,
    Ico,
    Svg,
    Foreign(Foreign),
}

/// A picture that is not published: few browsers show it, and what it tells stays in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Foreign {
    /// HEIC or HEIF, as iPhones write it.
    Heic,
    /// TIFF, as scanners write it, or what a camera keeps before it makes a JPEG.
    Tiff,
    /// Any other: BMP, JPEG 2000, JPEG XL, a drawing of Photoshop; its name.
    Other(&'static str),
}

/// The endings of the names of pictures that are not published, each with its format.
pub const FOREIGN_NAMES: [(&str, Foreign); 40] = [
    ("heic", Foreign::Heic),
    ("heif", Foreign::Heic),
    ("heics", Foreign::Heic),
    ("heifs", Foreign::Heic),
    ("hif", Foreign::Heic),
    ("tif", Foreign::Tiff),
    ("tiff", Foreign::Tiff),
    ("dng", Foreign::Tiff),
    ("cr2", Foreign::Tiff),
    ("cr3", Foreign::Tiff),
    ("crw", Foreign::Tiff),
    ("nef", Foreign::Tiff),
    ("nrw", Foreign::Tiff),
    ("arw", Foreign::Tiff),
    ("orf", Foreign::Tiff),
    ("rw2", Foreign::Tiff),
    ("raf", Foreign::Tiff),
    ("pef", Foreign::Tiff),
    ("srw", Foreign::Tiff),
    ("bmp", Foreign::Other("BMP")),
    ("dib", Foreign::Other("BMP")),
    ("jp2", Foreign::Other("JPEG 2000")),
    ("j2k", Foreign::Other("JPEG 2000")),
    ("j2c", Foreign::Other("JPEG 2000")),
    ("jpf", Foreign::Other("JPEG 2000")),
    ("jpx", Foreign::Other("JPEG 2000")),
    ("jpm", Foreign::Other("JPEG 2000")),
    ("jxl", Foreign::Other("JPEG XL")),
    ("jxr", Foreign::Other("JPEG XR")),
    ("wdp", Foreign::Other("JPEG XR")),
    ("psd", Foreign::Other("Photoshop")),
    ("psb", Foreign::Other("Photoshop")),
    ("xcf", Foreign::Other("GIMP")),
    ("svgz", Foreign::Other("SVGZ")),
    ("wmf", Foreign::Other("WMF")),
    ("emf", Foreign::Other("EMF")),
    ("mng", Foreign::Other("MNG")),
    ("jng", Foreign::Other("JNG")),
    ("tga", Foreign::Other("TGA")),
    ("pcx", Foreign::Other("PCX")),
];

/// What a file is; nothing if it is no picture.
pub(crate) fn of(file: &[u8]) -> Option<Kind> {
    match file {
        [0xff, 0xd8, ..] | [0x89, b'P', b'N', b'G', ..] => Some(Kind::Pixels),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::Pixels),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Kind::Gif),
        // No picture has fewer, so that other files of zeros are none.
        [0, 0, 1 | 2, 0, count, 0, ..] if *count > 0 => Some(Kind::Ico),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => of_brands(file),
        _ => of_foreign(file).map(Kind::Foreign).or_else(|| svg::is_svg(file).then_some(Kind::Svg)),
    }
}

/// The picture of a file that begins with its brands (ISO/IEC 14496-12, 4.3); films have them
/// too, and are none.
fn of_brands(file: &[u8]) -> Option<Kind> {
    let size = u32::from_be_bytes(file.first_chunk::<4>().copied()?);
    // The major brand, its version, then those that it is compatible with.
    let end = usize::try_from(size).ok()?.clamp(12, 1024).min(file.len());
    let brands: Vec<&[u8]> = file.get(8..end)?.chunks_exact(4).collect();
    let has = |known: &[&[u8; 4]]| brands.iter().any(|brand| known.iter().any(|k| *k == brand));
    if has(&[b"avif", b"avis"]) {
        Some(Kind::Avif)
    } else if has(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]) {
        Some(Kind::Foreign(Foreign::Heic))
    } else if has(&[b"crx "]) {
        Some(Kind::Foreign(Foreign::Tiff))
    } else {
        None
    }
}

fn of_foreign(file: &[u8]) -> Option<Foreign> {
    let starts: [(&[u8], Foreign); 19] = [
        (b"II*\0", Foreign::Tiff),
        (b"MM\0*", Foreign::Tiff),
        (b"II+\0", Foreign::Tiff),
        (b"MM\0+", Foreign::Tiff),
        (b"IIU\0", Foreign::Tiff),
        (b"IIRO", Foreign::Tiff),
        (b"IIRS", Foreign::Tiff),
        (b"FUJIFILMCCD-RAW", Foreign::Tiff),
        (b"\0\0\0\x0cjP  \r\n\x87\n", Foreign::Other("JPEG 2000")),
        (b"\xff\x4f\xff\x51", Foreign::Other("JPEG 2000")),
        (b"\0\0\0\x0cJXL \r\n\x87\n", Foreign::Other("JPEG XL")),
        (b"\xff\x0a", Foreign::Other("JPEG XL")),
        (b"II\xbc\x01", Foreign::Other("JPEG XR")),
        (b"8BPS\0", Foreign::Other("Photoshop")),
        (b"gimp xcf", Foreign::Other("GIMP")),
        (b"\x8aMNG\r\n\x1a\n", Foreign::Other("MNG")),
        (b"\x8bJNG\r\n\x1a\n", Foreign::Other("JNG")),
        (b"\xd7\xcd\xc6\x9a", Foreign::Other("WMF")),
        (b"qoif", Foreign::Other("QOI")),
    ];
    let known = starts.into_iter().find(|(start, _)| file.starts_with(start));
    known.map(|(_, foreign)| foreign).or_else(|| of_windows(file))
}

/// Two formats of Windows whose first bytes other files may have too.
fn of_windows(file: &[u8]) -> Option<Foreign> {
    // Four bytes that are nothing, and the size of the second header.
    let has_headers = matches!(
        file,
        [
            b'B',
            b'M',
            _,
            _,
            _,
            _,
            0,
            0,
            0,
            0,
            _,
            _,
            _,
            _,
            12 | 40 | 52 | 56 | 64 | 108 | 124,
            0,
            0,
            0,
            ..
        ]
    );
    if has_headers {
        Some(Foreign::Other("BMP"))
    } else if file.starts_with(&[1, 0, 0, 0]) && file.get(40..44) == Some(b" EMF") {
        Some(Foreign::Other("EMF"))
    } else {
        None
    }
}
