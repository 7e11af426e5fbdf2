//! Pictures made here, with traces put into them, looked at again.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, GenericImageView, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::{Png, PngChunk};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF, ImageICC};

use super::*;

mod drawings;
mod others;
mod traces;

/// What a telephone writes: the camera was held upright (orientation 6), and where.
const EXIF: &[u8] = b"II*\0\x08\0\0\0\x02\0\
    \x12\x01\x03\0\x01\0\0\0\x06\0\0\0\
    \x25\x88\x04\0\x01\0\0\0\x26\0\0\0\
    \0\0\0\0GPS 15.12N 108.80E";

/// Red on the left, blue on the right.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([200, 30, 30]) } else { Rgb([30, 30, 200]) }
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 95)
        .write_image(&picture, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

fn png(picture: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

fn with_exif(file: &[u8]) -> Vec<u8> {
    let mut parts = Jpeg::from_bytes(Bytes::copy_from_slice(file)).unwrap();
    parts.set_exif(Some(Bytes::from_static(EXIF)));
    parts.encoder().bytes().to_vec()
}

fn facts(file: &[u8]) -> Facts {
    match look(file) {
        Some(Look::Pixels(facts)) => facts,
        other => panic!("{other:?}"),
    }
}

/// A profile of colours of this name, with what a screen's own profile tells.
fn profile(name: &str) -> Vec<u8> {
    let (desc, text) = ([b"desc\0\0\0\0\0\0\0\x40", name.as_bytes()].concat(), b"text\0\0\0\0");
    let parts: [(&[u8; 4], Vec<u8>); 4] = [
        (b"desc", desc),
        (b"rXYZ", b"XYZ \0\0\0\0a colour....".to_vec()),
        (b"cprt", [&text[..], b"by Lan"].concat()),
        (b"mmod", [&text[..], b"screen no. 17"].concat()),
    ];
    let mut table = u32::try_from(parts.len()).unwrap().to_be_bytes().to_vec();
    let (mut data, first) = (Vec::new(), 128 + 4 + parts.len() * 12);
    for (tag, bytes) in parts {
        let (at, size) = (first + data.len(), bytes.len());
        table.extend(tag);
        table
            .extend([at, size].map(|number| u32::try_from(number).unwrap().to_be_bytes()).concat());
        data.extend(bytes);
    }
    let mut profile = vec![7; 128];
    profile[16..20].copy_from_slice(b"RGB ");
    profile[36..40].copy_from_slice(b"acsp");
    profile.extend(table);
    profile.extend(data);
    let size = u32::try_from(profile.len()).unwrap();
    profile[..4].copy_from_slice(&size.to_be_bytes());
    profile
}

fn holds(file: &[u8], word: &[u8]) -> bool {
    file.windows(word.len()).any(|window| window == word)
}

fn pixels(file: &[u8]) -> image::DynamicImage {
    image::load_from_memory(file).unwrap()
}

#[test]
fn a_photograph_held_upright_is_higher_than_wide() {
    let told = facts(&with_exif(&photograph(400, 200)));
    assert_eq!((told.width, told.height), (200, 400));
    assert!(told.has_traces && told.is_opaque && !told.is_moving);
    assert_eq!(told.format, Format::Jpeg);
    assert!(!facts(&photograph(400, 200)).has_traces);
}

#[test]
fn a_clean_file_shows_the_same_and_does_not_tell_where() {
    let told = with_exif(&photograph(64, 32));
    assert!(holds(&told, b"GPS 15.12N"));
    let clean = cleaned(&told).unwrap();
    assert!(!holds(&clean, b"GPS"));
    let (before, after) = (facts(&told), facts(&clean));
    assert_eq!((before.width, before.height), (after.width, after.height), "it is still turned");
    assert_eq!(pixels(&told), pixels(&clean), "not one pixel differs");
}

#[test]
fn what_stands_behind_the_end_of_a_photograph_goes() {
    let mut told = photograph(64, 32);
    let end = told.len();
    told.extend(with_exif(&photograph(16, 16)));
    assert!(facts(&told).has_traces);
    let clean = cleaned(&told).unwrap();
    assert!(!holds(&clean, b"GPS") && clean.len() <= end);
    assert_eq!(pixels(&told), pixels(&clean));
}

#[test]
fn every_place_where_a_jpeg_may_tell_is_emptied() {
    let mut parts = Jpeg::from_bytes(photograph(32, 32).into()).unwrap();
    for (marker, text) in [
        (markers::APP1, &b"http://ns.adobe.com/xap/1.0/\0<secret/>"[..]),
        (markers::APP13, b"Photoshop 3.0\0secret"),
        (markers::APP2, b"MPF\0secret"),
        (markers::APP0, b"JFXX\0secret"),
        (markers::APP4, b"secret"),
        (markers::COM, b"secret"),
    ] {
        let segment = JpegSegment::new_with_contents(marker, Bytes::copy_from_slice(text));
        parts.segments_mut().insert(1, segment);
    }
    parts.set_icc_profile(Some(Bytes::from(profile("sRGB built-in"))));
    let told = parts.encoder().bytes().to_vec();
    let clean = cleaned(&told).unwrap();
    assert!(holds(&told, b"secret") && !holds(&clean, b"secret"));
    assert!(holds(&clean, b"sRGB built-in"), "colours belong to the picture");
}

#[test]
fn png_and_webp_tell_nothing_either() {
    let picture = RgbaImage::from_pixel(20, 10, Rgba([10, 200, 30, 128]));
    let file = png(&picture);
    let mut parts = Png::from_bytes(file.clone().into()).unwrap();
    parts.set_exif(Some(Bytes::from_static(EXIF)));
    let text = PngChunk::new(*b"tEXt", Bytes::from_static(b"Author\0secret"));
    parts.chunks_mut().insert(1, text);
    let told = parts.encoder().bytes().to_vec();
    let clean = cleaned(&told).unwrap();
    assert!(holds(&told, b"secret") && !holds(&clean, b"secret") && !holds(&clean, b"GPS"));
    assert_eq!(facts(&clean).height, 20, "it is still turned");

    let copy = copies(&file, &[20]).unwrap().remove(0);
    let mut parts = WebP::from_bytes(copy.webp.into()).unwrap();
    parts.set_exif(Some(Bytes::from_static(EXIF)));
    let told = parts.encoder().bytes().to_vec();
    assert!(facts(&told).has_traces);
    let clean = cleaned(&told).unwrap();
    assert!(holds(&told, b"GPS") && !holds(&clean, b"GPS"));
    assert_eq!(pixels(&told), pixels(&clean));
    assert!(!facts(&clean).is_opaque);
}

#[test]
fn copies_are_smaller_turned_and_silent() {
    let told = with_exif(&photograph(800, 400));
    let copies = copies(&told, &[100, 300]).unwrap();
    assert_eq!(copies.iter().map(|copy| copy.width).collect::<Vec<_>>(), [100, 300]);
    for copy in copies {
        for file in [&copy.webp, &copy.plain] {
            let shown = pixels(file);
            assert_eq!(shown.dimensions(), (copy.width, copy.width * 2));
            assert!(!facts(file).has_traces);
            // Orientation 6: what was on the left is on top.
            let (top, bottom) = (shown.get_pixel(50, 10), shown.get_pixel(50, copy.width * 2 - 9));
            assert!(top[0] > 150 && top[2] < 100, "{top:?}");
            assert!(bottom[2] > 150 && bottom[0] < 100, "{bottom:?}");
        }
        assert_eq!(facts(&copy.webp).format, Format::WebP);
        assert_eq!(facts(&copy.plain).format, Format::Jpeg);
    }
}

#[test]
fn no_copy_is_larger_than_the_picture() {
    let copies = copies(&photograph(90, 30), &[480]).unwrap();
    assert_eq!((copies[0].width, pixels(&copies[0].plain).dimensions()), (90, (90, 30)));
}

#[test]
fn what_can_be_seen_through_stays_so() {
    let file =
        png(&RgbaImage::from_fn(40, 40, |x, _| Rgba([255, 0, 0, if x < 20 { 0 } else { 255 }])));
    let copy = copies(&file, &[20]).unwrap().remove(0);
    for file in [&copy.webp, &copy.plain] {
        let shown = pixels(file);
        assert!(shown.get_pixel(2, 2)[3] < 20 && shown.get_pixel(17, 2)[3] > 235);
    }
    assert_eq!(facts(&copy.plain).format, Format::Png);
}

#[test]
fn a_profile_of_colours_goes_with_the_copies() {
    let mut parts = Jpeg::from_bytes(photograph(32, 32).into()).unwrap();
    parts.set_icc_profile(Some(Bytes::from(profile("sRGB built-in"))));
    let copy = copies(&parts.encoder().bytes(), &[16]).unwrap().remove(0);
    assert!(holds(&copy.webp, b"sRGB built-in"));
    assert!(holds(&copy.plain, b"sRGB built-in"));
    assert_eq!(pixels(&copy.webp).dimensions(), (16, 16));
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let file = photograph(700, 500);
    let here = copies(&file, &[480]).unwrap();
    let there =
        std::thread::scope(|scope| scope.spawn(|| copies(&file, &[480]).unwrap()).join().unwrap());
    assert_eq!(here, there);
}

#[test]
fn a_file_that_claims_too_much_is_refused_before_it_is_laid_out() {
    let mut parts = Png::from_bytes(png(&RgbaImage::new(1, 1)).into()).unwrap();
    let mut header = parts.chunks()[0].contents().to_vec();
    header[..8].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    parts.chunks_mut()[0] = PngChunk::new(*b"IHDR", header.into());
    assert_eq!(copies(&parts.encoder().bytes(), &[480]), Err(Fault::TooLarge(65536 * 65536)));
}

/// A file with bytes changed and ends cut off, always in the same way.
fn mutants(file: &[u8], count: usize) -> impl Iterator<Item = Vec<u8>> {
    let mut seed: u32 = 1;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).unwrap() % below
    };
    assert!(look(file).is_some());
    (0..count).map(move |round| {
        let mut bad = file.to_vec();
        if round % 3 == 0 {
            bad.truncate(next(file.len()));
        }
        for _ in 0..1 + next(6) {
            if !bad.is_empty() {
                let at = next(bad.len());
                bad[at] = u8::try_from(next(256)).unwrap();
            }
        }
        bad
    })
}

/// Whatever the bytes are, something is said and nothing breaks.
#[test]
fn broken_files_break_nothing() {
    let files = [
        with_exif(&photograph(24, 16)),
        png(&RgbaImage::new(9, 7)),
        copies(&photograph(24, 16), &[24]).unwrap().remove(0).webp,
    ];
    for file in files {
        for bad in mutants(&file, 600) {
            let _ = look(&bad);
            let _ = cleaned(&bad);
            let _ = copies(&bad, &[8]);
        }
    }
    for none in [&b""[..], b"\xff\xd8", b"\xff\xd8\xff", b"RIFF", b"\x89PNG\r\n\x1a\n", b"<svg/>"] {
        assert_eq!((look(none), cleaned(none)), (None, None), "{none:?}");
        assert!(copies(none, &[8]).is_err());
    }
}
