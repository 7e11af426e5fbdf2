//! Icons as browsers would see them, and drawings that are made to break their painter.
#![expect(
    clippy::disallowed_methods,
    reason = "a test of what is not read, and of how long it takes"
)]

mod pdfs;

use std::time::{Duration, Instant};

use crate::{Fault, Icons, PLAIN, Pixels, Sign, TOUCH, icons, painted, pdf};

const RED: [u8; 4] = [200, 0, 0, 255];

fn svg(attributes: &str, inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" {attributes}>{inside}</svg>"
    )
}

/// A square of one colour with a hole of another kind in nothing.
fn square() -> String {
    svg("viewBox=\"0 0 64 64\"", "<rect width=\"64\" height=\"64\" fill=\"#c80000\"/>")
}

fn at(pixels: &Pixels, x: u32, y: u32) -> [u8; 4] {
    let at = 4 * (y * pixels.width + x) as usize;
    pixels.rgba[at..at + 4].try_into().unwrap()
}

/// A PNG of one colour.
fn png(width: u32, height: u32, color: [u8; 4]) -> Vec<u8> {
    let rgba = color.repeat(width as usize * height as usize);
    Pixels { width, height, rgba }.png()
}

#[test]
fn an_ico_holds_each_size_as_a_png_of_its_own() {
    let Icons { ico, touch, plain } = icons(Sign::Drawing(&square()), [255; 3]).unwrap();
    assert_eq!(ico[..6], [0, 0, 1, 0, 3, 0]);
    for (entry, side) in ico[6..].chunks_exact(16).zip([16, 32, 48]) {
        assert_eq!(entry[..8], [side, side, 0, 0, 1, 0, 32, 0]);
        let number = |at: usize| u32::from_le_bytes(entry[at..at + 4].try_into().unwrap()) as usize;
        let (len, from) = (number(8), number(12));
        let file = &ico[from..from + len];
        let image = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
        assert_eq!(image.info().size(), (u32::from(side), u32::from(side)));
    }
    let touch = Pixels::read(&touch).unwrap();
    assert_eq!((touch.width, touch.height), (TOUCH, TOUCH));
    assert_eq!(at(&touch, 90, 90), RED);
    assert_eq!(at(&touch, 2, 2), [255; 4], "the ground is seen around it");
    assert!(touch.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255));
    assert_eq!(Pixels::read(&plain).unwrap().width, PLAIN);
}

#[test]
fn a_sign_that_is_no_square_stands_in_the_middle_of_one() {
    let wide =
        svg("width=\"120\" height=\"40\"", "<rect width=\"120\" height=\"40\" fill=\"#c80000\"/>");
    for sign in [Sign::Drawing(&wide), Sign::Png(&png(1200, 400, RED))] {
        let painted = painted(sign, 30).unwrap();
        assert_eq!(at(&painted, 15, 15), RED);
        assert_eq!((at(&painted, 0, 15), at(&painted, 29, 15)), (RED, RED));
        assert_eq!((at(&painted, 15, 8)[3], at(&painted, 15, 21)[3]), (0, 0));
    }
}

#[test]
fn a_smaller_picture_is_the_mean_of_the_larger() {
    let mut large = Pixels { width: 4, height: 4, rgba: RED.repeat(16) };
    for pixel in [0, 1, 4] {
        large.rgba[4 * pixel..4 * pixel + 4].copy_from_slice(&[0, 0, 255, 0]);
    }
    let small = large.within(2);
    assert_eq!(at(&small, 0, 0), [200, 0, 0, 64], "what is not seen gives no colour");
    assert_eq!(at(&small, 1, 1), RED);
}

#[test]
fn grey_palettes_and_deep_colours_are_read() {
    for (color, depth, bytes) in [
        (png::ColorType::Grayscale, png::BitDepth::Eight, 512 * 512),
        (png::ColorType::Grayscale, png::BitDepth::Sixteen, 512 * 512 * 2),
        (png::ColorType::GrayscaleAlpha, png::BitDepth::Eight, 512 * 512 * 2),
        (png::ColorType::Rgb, png::BitDepth::Sixteen, 512 * 512 * 6),
        (png::ColorType::Grayscale, png::BitDepth::One, 512 * 512 / 8),
    ] {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, 512, 512);
        encoder.set_color(color);
        encoder.set_depth(depth);
        encoder.write_header().unwrap().write_image_data(&vec![0xff; bytes]).unwrap();
        assert_eq!(at(&painted(Sign::Png(&file), 8).unwrap(), 4, 4), [255; 4], "{color:?}");
    }
}

#[test]
fn broken_signs_are_refused() {
    let whole = png(600, 600, RED);
    for broken in [&b""[..], b"\x89PNG", &whole[..whole.len() / 2], b"GIF89a"] {
        assert_eq!(icons(Sign::Png(broken), [0; 3]), Err(Fault::Broken));
    }
    assert_eq!(painted(Sign::Png(&png(5000, 1, RED)), 8), Err(Fault::Broken));
    for broken in ["", "<svg", "<p/>", &svg("width=\"0\" height=\"0\"", "")] {
        assert_eq!(icons(Sign::Drawing(broken), [0; 3]), Err(Fault::Broken), "{broken}");
    }
}

#[test]
fn a_drawing_loads_nothing() {
    let place = std::env::temp_dir().join(format!("bangtin-{}.svg", std::process::id()));
    std::fs::write(&place, square()).unwrap();
    let dots = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    for address in [
        place.display().to_string(),
        format!("file://{}", place.display()),
        format!("data:image/png;base64,{dots}"),
        format!("data:image/svg+xml;utf8,{}", square().replace('"', "'").replace('<', "&lt;")),
    ] {
        let image = format!("<image width=\"64\" height=\"64\" xlink:href=\"{address}\"/>");
        let drawn = painted(Sign::Drawing(&svg("viewBox=\"0 0 64 64\"", &image)), 16).unwrap();
        assert!(drawn.rgba.iter().all(|byte| *byte == 0), "{address}");
    }
    std::fs::remove_file(place).unwrap();
}

/// A thing that is drawn by itself ten times, and so on.
fn doubled(levels: usize, wrap: impl Fn(usize, &str) -> String) -> String {
    let mut inside = String::from("<path id=\"l0\" d=\"M0 0h9v9z\"/>");
    for level in 1..levels {
        let uses = format!("<use xlink:href=\"#l{}\"/>", level - 1).repeat(10);
        inside.push_str(&wrap(level, &uses));
    }
    inside
}

#[test]
fn hostile_drawings_end_soon() {
    let deep = |count: usize| format!("{}{}", "<g>".repeat(count), "</g>".repeat(count));
    let laughs = doubled(12, |level, uses| format!("<g id=\"l{level}\">{uses}</g>"));
    let masks = doubled(9, |level, uses| {
        format!(
            "<mask id=\"m{level}\">{uses}</mask><g id=\"l{level}\" mask=\"url(#m{level})\">{uses}</g>"
        )
    });
    let filter = "<filter id=\"f\"><feTurbulence numOctaves=\"999999999\" baseFrequency=\"9\"/>\
        <feMorphology radius=\"99999\"/><feGaussianBlur stdDeviation=\"1e30\"/></filter>\
        <rect width=\"9\" height=\"9\" filter=\"url(#f)\" style=\"filter:url(#f)!important\"/>";
    let pattern = "<pattern id=\"p\" width=\"99999999\" height=\"99999999\" \
        patternUnits=\"userSpaceOnUse\"><path d=\"M0 0h9v9z\"/></pattern>\
        <rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>";
    let dashes = "<path d=\"M0 0H1e30\" stroke=\"red\" stroke-dasharray=\"1e-9\"/>";
    let circle = "<use id=\"a\" xlink:href=\"#b\"/><use id=\"b\" xlink:href=\"#a\"/>";
    let far = "<rect x=\"1e38\" width=\"1e38\" height=\"nan\" transform=\"scale(1e38)\"/>";
    let many = "<path d=\"M0 0h9v9z\"/>".repeat(60_000);
    let started = Instant::now();
    for inside in [
        deep(900),
        deep(30_000),
        laughs,
        masks,
        filter.into(),
        pattern.into(),
        dashes.into(),
        circle.into(),
        far.into(),
        many,
    ] {
        for attributes in ["viewBox=\"0 0 9 9\"", "width=\"1e9\" height=\"1\""] {
            // Whatever comes of it, it comes.
            let _ = icons(Sign::Drawing(&svg(attributes, &inside)), [255; 3]);
            let _ = pdf(&svg(attributes, &inside));
        }
    }
    assert_eq!(icons(Sign::Drawing(&" ".repeat(3 << 20)), [0; 3]), Err(Fault::TooMuch));
    assert_eq!(
        icons(Sign::Drawing(&svg("viewBox=\"0 0 9 9\"", pattern)), [0; 3]),
        Err(Fault::TooMuch)
    );
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}
