//! Pictures: copies for each screen, and nothing of what cameras tell.

use bangtin_pictures::{Facts, Format, Look};

use crate::harness::{Built, Site, repository};

/// As a telephone writes it: 1200 × 900 pixels, held upright, with place, name and a film.
const UPRIGHT: &str = "upright.jpg";

/// A theme that wants two widths.
const WIDTHS: &str = "name: Tiny\npictures: [960, 240]\n";

/// The front page.
const HOME: &str = "-- content/_index.md --\n---\ntitle: Trang đầu\n---\n";

/// How the theme shows a picture.
const COMPONENT: &str = "{% component picture(src, alt, title = none, width = none, \
    height = none, copies = []) %}<img src=\"{{ src }}\" alt=\"{{ alt }}\" {{ width }}x{{ height }}\
    {% for copy in copies %} {{ copy.width }}:{{ copy.webp }}:{{ copy.plain }}{% endfor %}>\
    {% endcomponent picture %}";

fn picture(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("tests/pictures").join(name)).unwrap()
}

/// A site with one page in a folder and a picture beside it.
fn site_with(name: &str, body: &str) -> Site {
    let text = format!("{HOME}-- content/tin/bai/index.md --\n---\ntitle: Bài\n---\n\n{body}\n");
    let mut site = Site::from_text(&text)
        .with_theme_file("theme.yaml", WIDTHS)
        .with_theme_file("templates/parts/picture.html", COMPONENT);
    site.put_picture(&format!("content/tin/bai/{name}"), &picture(name));
    site
}

/// All pictures but those by which the site itself is known.
fn pictures(built: &Built) -> Vec<&str> {
    let pages = [".html", ".xml", ".json", ".txt"];
    let own = |name: &&str| {
        name.starts_with("_site/") || ["favicon.ico", "apple-touch-icon.png"].contains(name)
    };
    let names = built.names().into_iter().filter(|name| !own(name));
    names.filter(|name| pages.iter().all(|page| !name.ends_with(page))).collect()
}

fn facts(bytes: &[u8]) -> Facts {
    match bangtin_pictures::look(bytes) {
        Some(Look::Pixels(facts)) => facts,
        other => panic!("{other:?}"),
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

#[test]
fn a_picture_that_a_page_shows_comes_in_the_widths_of_the_theme() {
    let built = site_with(UPRIGHT, "![Nhà](upright.jpg)").build_by_the_law();
    built.assert_no_faults();
    let folder = "tin/bai/upright.jpg";
    let copies = [
        format!("{folder}.240.jpg"),
        format!("{folder}.240.webp"),
        format!("{folder}.900.jpg"),
        format!("{folder}.900.webp"),
    ];
    assert_eq!(pictures(&built), [&[folder.to_owned()], &copies[..]].concat());
    for (copy, width) in copies.iter().zip([240, 240, 900, 900]) {
        let format = if copy.ends_with("webp") { Format::WebP } else { Format::Jpeg };
        let wanted = Facts {
            format,
            width,
            height: width * 4 / 3,
            is_opaque: true,
            is_moving: false,
            has_traces: false,
            loses_profile: false,
        };
        assert_eq!(facts(built.bytes(copy)), wanted, "{copy}");
    }
    let html = built.file("tin/bai/index.html");
    let shown = "<img src=\"../../tin/bai/upright.jpg\" alt=\"Nhà\" 900x1200 \
        240:../../tin/bai/upright.jpg.240.webp:../../tin/bai/upright.jpg.240.jpg \
        900:../../tin/bai/upright.jpg.900.webp:../../tin/bai/upright.jpg.900.jpg>";
    assert!(html.contains(shown), "{html}");
}

#[test]
fn no_published_picture_tells_of_its_maker() {
    let told = picture(UPRIGHT);
    let secrets = ["Lan", "Telephone", "taken at home", "MotionPhoto", "ftyp"];
    assert!(secrets.iter().all(|secret| holds(&told, secret)));
    for body in ["![Nhà](upright.jpg)", "Không có hình."] {
        let built = site_with(UPRIGHT, body).build_by_the_law();
        for name in pictures(&built) {
            let bytes = built.bytes(name);
            assert!(secrets.iter().all(|secret| !holds(bytes, secret)), "{name}");
        }
        let itself = facts(built.bytes("tin/bai/upright.jpg"));
        assert_eq!((itself.width, itself.height), (900, 1200), "it is still held upright");
    }
}

#[test]
fn a_picture_that_no_page_shows_and_a_moving_one_get_no_copies() {
    let built = site_with(UPRIGHT, "[Tải hình](upright.jpg)").build_by_the_law();
    assert_eq!(pictures(&built), ["tin/bai/upright.jpg"]);
    let built = site_with("moving.png", "![Đèn](moving.png)").build_by_the_law();
    built.assert_no_faults();
    assert_eq!(pictures(&built), ["tin/bai/moving.png"]);
}

#[test]
fn what_can_be_seen_through_stays_so() {
    let built = site_with("seal.png", "![Dấu](seal.png)").build_by_the_law();
    let folder = "tin/bai/seal.png";
    let names = [".240.png", ".240.webp", ".300.png", ".300.webp"];
    let copies: Vec<String> = names.iter().map(|name| format!("{folder}{name}")).collect();
    assert_eq!(pictures(&built)[1..], copies);
    for copy in &copies {
        assert!(!facts(built.bytes(copy)).is_opaque, "{copy}");
    }
}

#[test]
fn a_theme_without_widths_or_component_shows_the_picture_itself() {
    let mut site = site_with(UPRIGHT, "![Nhà](upright.jpg)");
    site.put("themes/tiny/theme.yaml", "name: Tiny\n");
    let built = site.build_by_the_law();
    assert_eq!(pictures(&built), ["tin/bai/upright.jpg"]);
    assert!(built.file("tin/bai/index.html").contains("900x1200>"));
    site.remove("themes/tiny/templates/parts/picture.html");
    let built = site.build_by_the_law();
    let plain = "<img src=\"../../tin/bai/upright.jpg\" alt=\"Nhà\" width=\"900\" height=\"1200\" \
        loading=\"lazy\" decoding=\"async\">";
    assert!(built.file("tin/bai/index.html").contains(plain));
}

#[test]
fn a_picture_is_made_once_and_made_anew_when_it_changes() {
    let mut site = site_with(UPRIGHT, "![Nhà](upright.jpg)");
    let source = "content/tin/bai/upright.jpg";
    assert_eq!(site.build().pictured(), [source]);
    site.edit("content/tin/bai/index.md", "Nhà", "Ngôi nhà");
    assert!(site.build_by_the_law().pictured().is_empty(), "its text is not its pixels");
    site.edit("themes/tiny/templates/page.html", "{% if newer %}", "<hr>{% if newer %}");
    assert!(site.build_by_the_law().pictured().is_empty(), "nor is the theme");
    site.edit("themes/tiny/theme.yaml", "240", "320");
    assert_eq!(site.build_by_the_law().pictured(), [source]);
    site.put_picture(source, &picture("seal.png"));
    assert_eq!(site.build_by_the_law().pictured(), [source]);
}

#[test]
fn a_picture_that_cannot_be_used_is_said_once() {
    let mut site = site_with(UPRIGHT, "![Nhà](upright.jpg)\n\n![Lại](upright.jpg)");
    let whole = picture(UPRIGHT);
    let (head, scan) = (&whole[..700], [&whole[..3000], &[0xff; 9000]].concat());
    let huge = [&picture("seal.png")[..16], &[0, 1, 0, 0, 0, 1, 0, 0], &picture("seal.png")[24..]];
    for broken in [head, b"<html>", &[], &huge.concat()] {
        site.put_picture("content/tin/bai/upright.jpg", broken);
        let told = site.build_by_the_law().diagnostics();
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(told[0].starts_with("content/tin/bai/upright.jpg B311 error: "), "{told:#?}");
    }
    // What can be read of it is shown, as browsers do.
    site.put_picture("content/tin/bai/upright.jpg", &scan);
    site.build_by_the_law().assert_no_faults();
}

#[test]
fn widths_that_are_no_widths_are_said() {
    for bad in ["[0]", "[big]", "480", "[480, 99999]", "[1, 2, 3, 4, 5, 6, 7]"] {
        let theme = format!("name: Tiny\npictures: {bad}\n");
        let site = Site::from_text(HOME).with_theme_file("theme.yaml", &theme);
        let told = site.build().diagnostics();
        assert_eq!(told.len(), 1, "{bad}: {told:#?}");
        assert!(told[0].starts_with("themes/tiny/theme.yaml:2:11 B10"), "{told:#?}");
    }
}

#[test]
fn the_theme_civic_lets_browsers_choose() {
    let text = "
-- site.yaml --
title: Bảng tin
theme: civic
base_url: https://a.example/
-- content/bai/index.md --
---
title: Bài
kind: post
image: seal.png
image_alt: Dấu
---

![Nhà](upright.jpg)

{{ figure(src=\"./upright.jpg\", alt=\"Nhà\", caption=\"Nhà\") }}
";
    let mut site = Site::from_text(text);
    for name in [UPRIGHT, "seal.png"] {
        site.put_picture(&format!("content/bai/{name}"), &picture(name));
    }
    let built = site.build_by_the_law();
    let html = built.file("bai/index.html");
    let source = "<picture><source type=\"image/webp\" srcset=\"../bai/upright.jpg.480.webp 480w, \
        ../bai/upright.jpg.900.webp 900w\" sizes=\"";
    assert_eq!(html.matches(source).count(), 2, "{html}");
    let plain = "<img src=\"../bai/upright.jpg.900.jpg\" srcset=\"../bai/upright.jpg.480.jpg 480w, \
        ../bai/upright.jpg.900.jpg 900w\" sizes=\"";
    assert_eq!(html.matches(plain).count(), 2, "{html}");
    let size = "alt=\"Nhà\" width=\"900\" height=\"1200\" class=\"opaque\" loading=\"lazy\" decoding=\"async\"></picture>";
    assert_eq!(html.matches(size).count(), 2, "{html}");
    assert!(html.contains("srcset=\"../bai/seal.png.300.webp 300w\""), "the picture of the page");
}
