//! The drawings of posters and leaflets as PDF.

use crate::harness::{Built, Site};

const SITE: &str = "-- themes/tiny/templates/page.html --
{{ page.title }} {{ page.content | safe }}
{% for file in page.material.files %}[{{ file.title }} {{ root }}{{ file.url }} {{ file.type }} {{ file.size }}]{% endfor %}
-- content/to/index.md --
---
title: Tờ
description: Một tờ rơi.
kind: material
medium: leaflet
files: [{ file: to.svg, title: Tờ rơi }]
---

Một.
-- content/to/index.en.md --
---
title: Leaflet
kind: material
medium: leaflet
files: [to.svg]
---
-- content/phieu/index.md --
---
title: Phiếu
kind: material
medium: lesson
files: [phieu.svg]
---
";

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"148mm\" height=\"210mm\" \
    viewBox=\"0 0 148 210\"><path d=\"M9 9h9v9z\"/></svg>";

const PAPER: &str = "to/to.pdf";

fn site() -> Site {
    let mut site = Site::from_text(SITE);
    for path in ["content/to/to.svg", "content/phieu/phieu.svg"] {
        site.put_picture(path, DRAWING.as_bytes());
    }
    site
}

fn pdfs(built: &Built) -> Vec<&str> {
    built.names().into_iter().filter(|name| name.ends_with(".pdf")).collect()
}

#[test]
fn a_drawing_that_a_leaflet_offers_is_offered_as_a_pdf_first() {
    let built = site().build_by_the_law();
    built.assert_clean();
    assert_eq!(pdfs(&built), [PAPER]);
    let bytes = built.bytes(PAPER);
    assert!(bytes.starts_with(b"%PDF-"));
    let (pdf, svg) = (bytes.len(), DRAWING.len());
    let page = built.file("to/index.html");
    let expected = format!("[Tờ rơi (PDF) ../to/to.pdf PDF {pdf}][Tờ rơi ../to/to.svg SVG {svg}]");
    assert!(page.contains(&expected), "{page}");
    let page = built.file("en/to/index.html");
    assert!(page.contains(&format!("[to.svg (PDF) ../../to/to.pdf PDF {pdf}]")), "{page}");
    let lesson = built.file("phieu/index.html");
    assert!(lesson.contains("[phieu.svg ../phieu/phieu.svg SVG"), "{lesson}");
}

#[test]
fn a_pdf_is_made_again_only_with_its_drawing() {
    let mut site = site();
    assert!(site.build().rendered().contains(&PAPER));
    site.edit("content/to/index.md", "Một.", "Hai.");
    assert_eq!(site.build_by_the_law().rendered(), ["to/index.html"]);
    let other = DRAWING.replace("M9 9", "M1 2L3 4L5 99L6 7");
    site.put_picture("content/to/to.svg", other.as_bytes());
    let built = site.build_by_the_law();
    assert_eq!(built.rendered(), ["en/to/index.html", "to/index.html", PAPER]);
    site.edit("content/to/index.md", "medium: leaflet", "medium: lesson");
    assert_eq!(pdfs(&site.build_by_the_law()), [PAPER], "the other language offers it");
    site.edit("content/to/index.en.md", "medium: leaflet", "medium: lesson");
    assert!(pdfs(&site.build_by_the_law()).is_empty());
}

#[test]
fn a_pdf_of_the_author_stands_in_its_place() {
    let mut site = site();
    site.put_file("content/to/to.pdf", b"%PDF-1.4 mine");
    let built = site.build_by_the_law();
    let page = built.file("to/index.html");
    assert!(!page.contains("(PDF)"), "{page}");
    assert!(!built.rendered().contains(&PAPER));
}

#[test]
fn a_drawing_with_texts_gives_no_pdf_and_says_how_to_mend_it() {
    let mut site = site();
    let written = DRAWING.replace("<path", "<text x=\"9\" y=\"9\">113</text><path");
    site.put_picture("content/to/to.svg", written.as_bytes());
    let built = site.build_by_the_law();
    assert_eq!(
        built.diagnostics(),
        [
            "content/to/to.svg B325 warning: không làm được bản PDF của bản vẽ này: bản vẽ có chữ chưa đổi thành nét"
        ]
    );
    assert!(pdfs(&built).is_empty());
    assert!(built.file("to/index.html").contains("[Tờ rơi ../to/to.svg SVG"));
    site.put_picture("content/to/to.svg", DRAWING.as_bytes());
    site.build_by_the_law().assert_clean();
}
