//! PDFs as a reader of PDF sees them that is not ours.

use hayro_syntax::Pdf;

use super::svg;
use crate::{Fault, Lost, NoPdf, pdf};

/// What is drawn in these tests: lines, a gradient, a cut, a mask, something seen through.
const DRAWN: &str = "<defs><linearGradient id=\"g\"><stop stop-color=\"red\"/>\
    <stop offset=\"1\" stop-color=\"blue\"/></linearGradient>\
    <clipPath id=\"c\"><circle cx=\"50\" cy=\"50\" r=\"40\"/></clipPath>\
    <mask id=\"m\"><path d=\"M0 0h50v50z\" fill=\"white\"/></mask></defs>\
    <path d=\"M0 0H100V100z\" fill=\"url(#g)\" clip-path=\"url(#c)\"/>\
    <path d=\"M0 0H100V100z\" opacity=\".5\" mask=\"url(#m)\" stroke=\"#123456\"/>";

/// The width and height of its one page, in points, and how much is done on it.
fn page(svg: &str) -> (f32, f32, usize) {
    let file = Pdf::new(pdf(svg).unwrap()).unwrap();
    let pages = file.pages();
    assert_eq!(pages.len(), 1);
    let page = &pages[0];
    let (width, height) = page.render_dimensions();
    let mut operations = page.typed_operations();
    let mut count = 0;
    while operations.next().is_some() {
        count += 1;
    }
    (width, height, count)
}

#[test]
fn a_page_is_as_large_as_the_drawing_says_else_it_fills_a_sheet_of_a4() {
    for (attributes, width, height) in [
        ("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\"", 210.0, 297.0),
        ("width=\"14.8cm\" height=\"21cm\" viewBox=\"0 0 148 210\"", 148.0, 210.0),
        ("width=\"4in\" height=\"144pt\" viewBox=\"0 0 2 1\"", 101.6, 50.8),
        ("viewBox=\"0 0 210 297\"", 210.0, 297.0),
        ("width=\"800\" height=\"400\"", 297.0, 148.5),
        ("width=\"100px\" height=\"100px\"", 210.0, 210.0),
        ("width=\"100%\" height=\"100%\" viewBox=\"0 0 10 50\"", 59.4, 297.0),
    ] {
        let (across, down, count) = page(&svg(attributes, DRAWN));
        let points = |millimetres: f32| millimetres / 25.4 * 72.0;
        assert!((across - points(width)).abs() < 1.0, "{attributes}: {across}");
        assert!((down - points(height)).abs() < 1.0, "{attributes}: {down}");
        assert!(count > 10, "{attributes}: {count}");
    }
}

#[test]
fn the_same_drawing_gives_the_same_bytes_without_a_date() {
    let drawing = svg("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 100 100\"", DRAWN);
    let first = pdf(&drawing).unwrap();
    // Names out of a hash table come in another order about every second time.
    for _ in 0..32 {
        assert_eq!(pdf(&drawing).unwrap(), first);
    }
    let has = |word: &str| first.windows(word.len()).any(|bytes| bytes == word.as_bytes());
    assert!(has("%PDF-1.7") && has("/MediaBox"));
    for word in ["/CreationDate", "/ModDate", "/ID", "/Font", "/JavaScript", "/URI"] {
        assert!(!has(word), "{word}");
    }
}

#[test]
fn a_drawing_that_would_lose_something_gives_no_pdf() {
    for (inside, lost) in [
        ("<text x=\"9\" y=\"9\">113</text>", Lost::Texts),
        ("<g><text><tspan>111</tspan></text></g>", Lost::Texts),
        ("<image width=\"9\" height=\"9\" xlink:href=\"a.png\"/>", Lost::Pictures),
        (
            "<filter id=\"f\"><feGaussianBlur/></filter><path d=\"M0 0h9v9z\" filter=\"url(#f)\"/>",
            Lost::Filters,
        ),
    ] {
        let drawing = svg("viewBox=\"0 0 64 64\"", &format!("{DRAWN}{inside}"));
        assert_eq!(pdf(&drawing), Err(NoPdf::Lost(lost)), "{inside}");
    }
}

#[test]
fn what_is_broken_or_too_large_gives_no_pdf() {
    for broken in ["", "<svg", "<p/>", &svg("width=\"0\" height=\"0\"", "")] {
        assert_eq!(pdf(broken), Err(NoPdf::Fault(Fault::Broken)), "{broken}");
    }
    // Two hundred thousand lines, drawn a thousand times.
    let long = format!("<path id=\"p\" d=\"M0 0{}\"/>", "h1v1".repeat(100_000));
    let often = format!("{long}{}", "<use xlink:href=\"#p\"/>".repeat(1_000));
    for (attributes, inside) in
        [("width=\"6000mm\" height=\"1mm\"", DRAWN), ("viewBox=\"0 0 9 9\"", &often)]
    {
        let drawn = pdf(&svg(attributes, inside));
        assert_eq!(drawn, Err(NoPdf::Fault(Fault::TooMuch)), "{attributes}");
    }
}
