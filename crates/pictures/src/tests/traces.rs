//! What JPEG, PNG and WebP tell in places where one does not look.

use super::*;

/// Between the scans of a photograph that is drawn in steps, and in the small picture of JFIF.
#[test]
fn a_jpeg_tells_nothing_between_its_scans_and_in_its_thumbnail() {
    let file = photograph(32, 32);
    let scan = file.windows(2).position(|pair| pair == [0xff, markers::SOS]).unwrap();
    let comment = b"\xff\xfe\0\x08secret";
    let jfif = file.windows(4).position(|part| part == b"JFIF").unwrap() - 4;
    let size = usize::from(file[jfif + 3]) + 2;
    let thumbnail = [&file[jfif + 4..jfif + size - 2], b"\x01\x01", b"CUT"].concat();
    let told = [
        &file[..jfif],
        &[0xff, 0xe0, 0, u8::try_from(thumbnail.len() + 2).unwrap()],
        &thumbnail,
        &file[jfif + size..scan],
        b"secret between",
        &file[scan..file.len() - 2],
        comment,
        b"\xff\xed\0\x08secret",
        &file[file.len() - 2..],
    ]
    .concat();
    assert!(facts(&told).has_traces);
    let clean = cleaned(&told).unwrap();
    assert!(!holds(&clean, b"secret") && !holds(&clean, b"CUT"));
    assert_eq!(clean, file);
    assert_eq!(pixels(&told), pixels(&clean));
}

/// What a screenshot was cut from may stand behind its end.
#[test]
fn what_stands_behind_the_end_of_a_png_or_webp_goes() {
    let file = png(&RgbaImage::new(9, 7));
    let webp = copies(&photograph(24, 16), &[24]).unwrap().remove(0).webp;
    for file in [file, webp] {
        assert!(!facts(&file).has_traces);
        let told = [&file[..], b"what was cut off"].concat();
        assert!(facts(&told).has_traces);
        assert_eq!(cleaned(&told).unwrap(), file);
    }
}

#[test]
fn a_frame_of_a_moving_webp_tells_nothing() {
    let file = copies(&photograph(24, 16), &[24]).unwrap().remove(0).webp;
    let picture = &file[12..];
    let frame = |inside: &[u8]| {
        let size = u32::try_from(16 + inside.len()).unwrap().to_le_bytes();
        [b"ANMF", &size[..], &[0; 6], &[23, 0, 0, 15, 0, 0, 9, 0, 0, 0], inside].concat()
    };
    let whole = |frame: Vec<u8>| {
        let parts = [
            b"WEBPVP8X\x0a\0\0\0\x02\0\0\0\x17\0\0\x0f\0\0",
            &b"ANIM\x06\0\0\0\0\0\0\0\0\0"[..],
            &frame,
        ]
        .concat();
        let size = u32::try_from(parts.len()).unwrap().to_le_bytes();
        [b"RIFF", &size[..], &parts].concat()
    };
    let plain = whole(frame(picture));
    assert!(facts(&plain).is_moving && !facts(&plain).has_traces);
    let told = whole(frame(&[picture, b"XMP \x06\0\0\0secret"].concat()));
    assert!(facts(&told).has_traces);
    assert_eq!(cleaned(&told).unwrap(), plain);
}

#[test]
fn a_profile_of_colours_tells_nothing_of_the_screen() {
    let own = profile("Screen of Lan");
    let common = profile("sRGB IEC61966-2.1");
    let mut jpeg = Jpeg::from_bytes(photograph(32, 32).into()).unwrap();
    let mut portable = Png::from_bytes(png(&RgbaImage::new(9, 7)).into()).unwrap();
    let webp = copies(&photograph(24, 16), &[24]).unwrap().remove(0).webp;
    let mut webp = WebP::from_bytes(webp.into()).unwrap();
    for (profile, tells) in [(own, true), (common, false)] {
        let profile = Bytes::from(profile);
        jpeg.set_icc_profile(Some(profile.clone()));
        portable.set_icc_profile(Some(profile.clone()));
        webp.set_icc_profile(Some(profile.clone()));
        let files = [
            jpeg.clone().encoder().bytes(),
            portable.clone().encoder().bytes(),
            webp.clone().encoder().bytes(),
        ];
        for file in files {
            assert_eq!(facts(&file).has_traces, tells);
            let clean = Png::from_bytes(cleaned(&file).unwrap().into())
                .map(|file| file.icc_profile())
                .or_else(|_| {
                    Jpeg::from_bytes(cleaned(&file).unwrap().into()).map(|f| f.icc_profile())
                })
                .or_else(|_| {
                    WebP::from_bytes(cleaned(&file).unwrap().into()).map(|f| f.icc_profile())
                });
            let clean = clean.unwrap().expect("colours belong to the picture");
            assert!(holds(&clean, b"a colour") && clean.len() == profile.len());
            let secrets = [&b"Lan"[..], b"no. 17"];
            assert!(secrets.iter().all(|secret| !tells || !holds(&clean, secret)));
        }
    }
}

/// A profile of a thousand million zeros takes a million bytes in a PNG.
#[test]
fn a_profile_that_grows_without_end_is_left_out() {
    let file = png(&RgbaImage::new(9, 7));
    let huge = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 40_000_000], 9);
    let mut parts = Png::from_bytes(file.clone().into()).unwrap();
    let bomb = PngChunk::new(*b"iCCP", [b"a\0\0", &huge[..]].concat().into());
    parts.chunks_mut().insert(1, bomb);
    let bomb = parts.encoder().bytes();
    let mut parts = Jpeg::from_bytes(photograph(32, 32).into()).unwrap();
    let mut large = profile("sRGB");
    large.resize(LARGEST_PROFILE + 1, 0);
    parts.set_icc_profile(Some(large.into()));
    let large = parts.encoder().bytes();
    for file in [bomb, large] {
        let told = facts(&file);
        assert!(told.has_traces && told.loses_profile);
        assert!(cleaned(&file).unwrap().len() < 3000);
        assert!(!facts(&cleaned(&file).unwrap()).loses_profile);
        let copy = copies(&file, &[8]).unwrap().remove(0);
        assert!(copy.webp.len() + copy.plain.len() < 3000);
    }
    assert!(!facts(&file).loses_profile);
}

/// The colours of a copy are red, green and blue, whatever those of the picture were.
#[test]
fn a_profile_for_ink_does_not_go_with_copies() {
    let mut ink = profile("Coated FOGRA39");
    ink[16..20].copy_from_slice(b"CMYK");
    let mut parts = Jpeg::from_bytes(photograph(32, 32).into()).unwrap();
    parts.set_icc_profile(Some(ink.into()));
    let copy = copies(&parts.encoder().bytes(), &[16]).unwrap().remove(0);
    assert!(!holds(&copy.webp, b"FOGRA") && !holds(&copy.plain, b"FOGRA"));
}

#[test]
fn a_clean_file_stays_as_it_is() {
    let turned = cleaned(&with_exif(&photograph(24, 16))).unwrap();
    let copies = copies(&photograph(24, 16), &[24]).unwrap().remove(0);
    let files = [turned, photograph(24, 16), png(&RgbaImage::new(9, 7)), copies.webp, copies.plain];
    for file in files {
        assert!(!facts(&file).has_traces);
        assert_eq!(cleaned(&file).unwrap(), file);
    }
}
