//! GIF, AVIF and ICO, which are published whole, and pictures that are not published.

use super::*;

/// Photographs in AVIF, written by libavif with place and name (`make.sh` beside them): one
/// picture, and two that move.
const STILL: &[u8] = include_bytes!("still.avif");
const MOVING: &[u8] = include_bytes!("moving.avif");

/// Two pixels: red and blue.
fn gif(extensions: &[u8]) -> Vec<u8> {
    let head = b"GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff";
    let image = b"\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0";
    [&head[..], extensions, image, b"\x3b"].concat()
}

fn ico(pictures: &[&[u8]]) -> Vec<u8> {
    let count = u8::try_from(pictures.len()).unwrap();
    let mut file = vec![0, 0, 1, 0, count, 0];
    let mut at = 6 + 16 * pictures.len();
    for picture in pictures {
        file.extend([2, 1, 0, 0, 1, 0, 32, 0]);
        file.extend(u32::try_from(picture.len()).unwrap().to_le_bytes());
        file.extend(u32::try_from(at).unwrap().to_le_bytes());
        at += picture.len();
    }
    [file, pictures.concat()].concat()
}

fn has_traces(file: &[u8]) -> bool {
    let look = look(file).unwrap();
    assert!(matches!(look, Look::Whole(_, _)), "{look:?}");
    look.has_traces()
}

#[test]
fn a_gif_tells_nothing() {
    let again = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
    let plain = gif(again);
    assert!(!has_traces(&plain));
    assert_eq!(cleaned(&plain).unwrap(), plain);
    for told in [
        &b"\x21\xfe\x06secret\0"[..],
        b"\x21\xff\x0bXMP DataXMP\x06secret\0",
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\x06secret\0",
        b"\x21\xff\x0bICCRGBG1012\x06secret\0",
        b"\x21\x01\x0c\0\0\0\0\0\0\0\0\0\0\0\0\x06secret\0",
        b"\x21\x77\x06secret\0",
    ] {
        let file = [gif(&[again, told].concat()), b"secret behind".to_vec()].concat();
        assert!(has_traces(&file));
        assert_eq!(cleaned(&file).unwrap(), plain, "{told:?}");
    }
    // What is there of a picture that breaks off is shown.
    let broken = &plain[..plain.len() - 3];
    assert_eq!(cleaned(broken).unwrap().last(), Some(&0x3b));
    assert_eq!(look(&gif(b"")[..19]), None, "no picture at all");
}

#[test]
fn a_photograph_in_avif_tells_nothing_and_shows_the_same() {
    for (file, secrets) in [(STILL, 3), (MOVING, 3)] {
        let words = [&b"secret"[..], b"Lan", b"Exif", b"xpacket"];
        assert!(words.iter().filter(|word| holds(file, word)).count() >= secrets);
        assert!(has_traces(file));
        let clean = cleaned(file).unwrap();
        assert!(words.iter().all(|word| !holds(&clean, word)));
        assert_eq!(clean.len(), file.len(), "no offset changes");
        assert!(!has_traces(&clean));
        let at = file.windows(4).rposition(|part| part == b"mdat").unwrap();
        let differs = file[at..].iter().zip(&clean[at..]).filter(|(a, b)| a != b).count();
        assert!(differs < file.len() - at, "the pixels stay");
    }
}

#[test]
fn what_an_avif_holds_besides_items_is_emptied() {
    let boxed = |kind: &[u8; 4], content: &[u8]| {
        let size = u32::try_from(content.len() + 8).unwrap().to_be_bytes();
        [&size[..], kind, content].concat()
    };
    let clean = cleaned(STILL).unwrap();
    for kind in [b"uuid", b"free", b"jumb", b"mdat", b"skip"] {
        let told = [clean.clone(), boxed(kind, b"secret place")].concat();
        assert!(has_traces(&told));
        assert!(!holds(&cleaned(&told).unwrap(), b"secret"));
    }
    // One whose items stand in a way that is not known is not published.
    let broken = [&clean[..], b"\0\0\0\x20mdatshort"].concat();
    assert_eq!(look(&broken), Some(Look::Foreign(Foreign::Other("AVIF"))));
    assert_eq!(cleaned(&broken), None);
}

#[test]
fn the_sign_of_a_site_tells_nothing() {
    let bitmap = [&b"\x28\0\0\0"[..], &[3; 60]].concat();
    let mut parts = Png::from_bytes(png(&RgbaImage::new(2, 1)).into()).unwrap();
    let plain = ico(&[&bitmap, &parts.clone().encoder().bytes()]);
    assert!(!has_traces(&plain));
    parts.chunks_mut().insert(1, PngChunk::new(*b"tEXt", Bytes::from_static(b"Author\0secret")));
    let told = ico(&[&bitmap, &parts.encoder().bytes()]);
    for told in [told, [&plain[..], b"secret"].concat()] {
        assert!(has_traces(&told));
        assert_eq!(cleaned(&told).unwrap(), plain);
    }
    assert_eq!(look(b"\0\0\x01\0\x01\0 no sign at all"), None);
}

#[test]
fn pictures_that_few_browsers_show_are_known_by_their_bytes() {
    for (file, foreign) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], Foreign::Heic),
        (b"\0\0\0\x14ftypmif1\0\0\0\0heix", Foreign::Heic),
        (b"\0\0\0\x14ftypcrx \0\0\0\x01crx ", Foreign::Tiff),
        (b"II*\0\x08\0\0\0", Foreign::Tiff),
        (b"MM\0*\0\0\0\x08", Foreign::Tiff),
        (b"MM\0+\0\x08\0\0", Foreign::Tiff),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02", Foreign::Other("BMP")),
        (b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14", Foreign::Other("JPEG 2000")),
        (b"\xff\x0a\xfa\x17", Foreign::Other("JPEG XL")),
        (b"\0\0\0\x0cJXL \r\n\x87\n", Foreign::Other("JPEG XL")),
        (b"8BPS\0\x01", Foreign::Other("Photoshop")),
    ] {
        assert_eq!((look(file), cleaned(file)), (Some(Look::Foreign(foreign)), None));
    }
    // Films, sheets, papers and texts are no pictures.
    for none in [
        &b"\0\0\0\x18ftypmp42\0\0\0\0isommp42"[..],
        b"PK\x03\x04",
        b"%PDF-1.7",
        b"BM is how a text may begin",
        b"IInd text",
        b"<!DOCTYPE html><html><svg xmlns='http://www.w3.org/2000/svg'/></html>",
    ] {
        assert_eq!(look(none), None, "{none:?}");
    }
}

#[test]
fn broken_ones_break_nothing() {
    let sign = ico(&[&png(&RgbaImage::new(2, 1))]);
    for file in [gif(b"\x21\xfe\x06secret\0").as_slice(), STILL, MOVING, &sign] {
        for bad in mutants(file, 3000) {
            let _ = look(&bad);
            // What is cleaned is clean.
            if let Some(clean) = cleaned(&bad) {
                assert_eq!(cleaned(&clean).as_deref(), Some(&*clean), "{bad:?}");
            }
        }
    }
}
