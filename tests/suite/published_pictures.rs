//! Which pictures are published, and what is taken out of them: of every format that people
//! hand in, not only of photographs.

use crate::harness::{Built, Site};

/// A site with a front page, this text on a page, and this picture beside it.
fn site_with(name: &str, bytes: &[u8], body: &str) -> Site {
    let text = format!(
        "-- content/_index.md --\n---\ntitle: Trang đầu\n---\n-- content/bai.md --\n---\ntitle: Bài\n---\n\n{body}\n"
    );
    let mut site =
        Site::from_text(&text).with_theme_file("theme.yaml", "name: Tiny\npictures: [240]\n");
    site.put_picture(&format!("content/{name}"), bytes);
    site
}

fn shown(name: &str, bytes: &[u8]) -> Site {
    site_with(name, bytes, &format!("![Quán](<{name}>)"))
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

fn assert_silent(built: &Built) {
    for name in built.names() {
        assert!(!holds(built.bytes(name), "secret"), "{name}");
    }
}

const HEIC: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic secret";

#[test]
fn a_picture_that_few_browsers_show_is_told_and_withheld() {
    for (name, bytes, format) in [
        ("anh.heic", HEIC, "HEIC"),
        ("anh.HEIF", HEIC, "HEIC"),
        // The name does not count where the bytes tell.
        ("anh.jpg", HEIC, "HEIC"),
        ("anh.bin", HEIC, "HEIC"),
        ("anh.tif", b"II*\0\x08\0\0\0secret", "TIFF"),
        ("anh.png", b"MM\0*\0\0\0\x08secret", "TIFF"),
        // It does where they do not.
        ("anh.tiff", b"secret", "TIFF"),
        ("anh.nef", b"secret", "TIFF"),
        ("anh.jxl", b"secret", "JPEG XL"),
        ("anh.jp2", b"secret", "JPEG 2000"),
        ("anh.bmp", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0secret", "BMP"),
        ("anh.psd", b"8BPS\0\x01secret", "Photoshop"),
        ("anh.svgz", b"\x1f\x8bsecret", "SVGZ"),
        ("anh.avif", b"\0\0\0\x10ftypavif\0\0\0\0\0\0\0\x40mdatsecret", "AVIF"),
    ] {
        let built = shown(name, bytes).build_by_the_law();
        let said = built.diagnostics();
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].starts_with("content/bai.md:5:10 B318 error: "), "{said:#?}");
        assert!(said[0].contains(&format!(" {format} ")), "{said:#?}");
        assert!(!built.names().contains(&name), "{name}");
        assert_silent(&built);
        let linked = site_with(name, bytes, &format!("[Tải hình]({name})")).build_by_the_law();
        assert_eq!(linked.codes(), ["content/bai.md:5:12 B318"]);
        // Where no page names it, no page lacks it.
        let built = site_with(name, bytes, "Không có hình.").build_by_the_law();
        let said = built.diagnostics();
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].starts_with(&format!("content/{name} B318 warning: ")), "{said:#?}");
        assert!(!built.names().contains(&name), "{name}");
    }
}

#[test]
fn a_moving_picture_and_the_sign_of_a_site_tell_nothing() {
    let gif = b"GIF89a\x02\0\x01\0\x80\0\0\xff\0\0\0\0\xff\x21\xfe\x06secret\0\
        \x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0\x3b";
    let sign = [
        &b"\0\0\x01\0\x01\0\x01\x01\0\0\x01\0\x20\0\x30\0\0\0\x16\0\0\0\x28\0\0\0"[..],
        &[0; 44],
        b"secret",
    ];
    let files = [("anh.gif", gif.to_vec()), ("anh.ico", sign.concat()), ("khac.bin", gif.to_vec())];
    for (name, bytes) in files {
        let built = shown(name, &bytes).build_by_the_law();
        built.assert_no_faults();
        assert!(built.bytes(name).len() > 30);
        assert_silent(&built);
    }
    let broken = shown("anh.gif", b"GIF89a secret").build();
    assert!(broken.told().contains("B311"), "{}", broken.told());
}

#[test]
fn a_drawing_that_runs_or_loads_is_published_without_that_and_told_with_its_line() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\n\
        <metadata>secret</metadata><rect width=\"9\" height=\"9\"/>\n\
        <script>secret()</script>\n <g onclick=\"secret()\"><image href=\"https://secret.example/\"/></g></svg>";
    for body in ["![Bản đồ](ban-do.svg)", "[Bản đồ](ban-do.svg)"] {
        let built = site_with("ban-do.svg", svg.as_bytes(), body).build_by_the_law();
        let said = built.diagnostics();
        assert_eq!(said.len(), 3, "{said:#?}");
        for (said, (place, name)) in
            said.iter().zip([("3:1", "script"), ("4:2", "onclick"), ("4:24", "image")])
        {
            let start = format!("content/ban-do.svg:{place} B319 warning: ");
            assert!(said.starts_with(&start) && said.contains(&format!("`{name}`")), "{said}");
        }
        assert_silent(&built);
        assert!(holds(built.bytes("ban-do.svg"), "<rect width=\"9\" height=\"9\"/>"));
    }
    // What no one would miss goes without a word, and what is clean stays as it is.
    let quiet = svg.replace("<script>secret()</script>", "").replace(" onclick=\"secret()\"", "");
    let quiet = quiet.replace("<image href=\"https://secret.example/\"/>", "<!-- secret -->");
    let built = shown("ban-do.svg", quiet.as_bytes()).build_by_the_law();
    built.assert_no_faults();
    assert_silent(&built);
}

#[test]
fn a_drawing_and_a_photograph_under_each_others_name_are_told() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let gif = b"GIF89a\x02\0\x01\0\0\0\0\x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0\x3b";
    for (name, bytes) in [("a.png", &svg[..]), ("a.svg", gif), ("a.svg", b"<svg"), ("a.svg", b"")] {
        let said = shown(name, bytes).build_by_the_law().diagnostics();
        assert_eq!(said.len(), 1, "{said:#?}");
        assert!(said[0].starts_with(&format!("content/{name} B311 error: ")), "{said:#?}");
    }
    shown("a.jpg", gif).build_by_the_law().assert_no_faults();
}

/// A large profile must not be in every copy, nor in the picture itself.
#[test]
fn a_profile_of_colours_without_end_is_left_out_and_told() {
    let seal = std::fs::read(crate::harness::repository().join("tests/pictures/seal.png")).unwrap();
    let mut chunk = b"iCCPa\0\0not packed at all".to_vec();
    let sum = [0x56, 0xf9, 0xb2, 0xe2];
    let size = u32::try_from(chunk.len() - 4).unwrap().to_be_bytes();
    chunk.extend(sum);
    let file = [&seal[..33], &size, &chunk, &seal[33..]].concat();
    let built = shown("dau.png", &file).build_by_the_law();
    let said = built.diagnostics();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("content/dau.png B320 warning: "), "{said:#?}");
    assert!(!holds(built.bytes("dau.png"), "not packed"));
}

#[test]
fn every_copy_of_a_picture_with_a_long_name_is_there() {
    let seal = std::fs::read(crate::harness::repository().join("tests/pictures/seal.png")).unwrap();
    // The longest name that a file may have has 200 bytes, and room for `.240.webp` ends before.
    for length in [150, 180, 186, 191, 196, 200] {
        for letter in ["a", "ả"] {
            let stem = letter.repeat((length - 4) / letter.len());
            let name = format!("{stem}.png");
            let built = shown(&name, &seal).build_by_the_law();
            built.assert_no_faults();
            let copies = [".240.png", ".240.webp"];
            let has = |end: &&str| built.names().iter().any(|name| name.ends_with(*end));
            assert!(copies.iter().all(has), "{:?}", built.names());
        }
    }
    // Two of one beginning stay two.
    let mut site = shown(&format!("{}1.png", "a".repeat(190)), &seal);
    let other = format!("{}2.png", "a".repeat(190));
    site.edit("content/bai.md", "![Quán]", &format!("![Hai](<{other}>) ![Quán]"));
    site.put_picture(&format!("content/{other}"), &seal);
    let built = site.build_by_the_law();
    built.assert_no_faults();
    assert_eq!(built.names().iter().filter(|name| name.ends_with(".240.webp")).count(), 2);
}

/// Where a whole address has no room for more, the picture itself is shown.
#[test]
fn a_picture_at_the_end_of_a_long_address_is_shown_itself() {
    let seal = std::fs::read(crate::harness::repository().join("tests/pictures/seal.png")).unwrap();
    let folder = vec!["b".repeat(96); 4].join("/");
    let built = shown(&format!("{folder}/a.png"), &seal).build_by_the_law();
    built.assert_no_faults();
    assert!(!built.names().iter().any(|name| name.ends_with(".webp")), "{:?}", built.names());
    assert!(built.file("bai/index.html").contains("/a.png\""));
}

#[test]
fn the_pictures_of_a_theme_tell_nothing_either() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- secret --><path d=\"M0 0\"/></svg>";
    let mut site = shown("a.svg", svg);
    site.put_picture("themes/tiny/static/logo.svg", svg);
    site.put_picture("themes/tiny/static/logo.tif", b"II*\0 secret");
    let built = site.build_by_the_law();
    assert_eq!(built.codes(), ["themes/tiny/static/logo.tif B318"]);
    assert!(holds(built.bytes("_theme/logo.svg"), "<path"));
    assert!(!built.names().contains(&"_theme/logo.tif"));
    assert_silent(&built);
}

/// In dark mode what can be seen through needs a light ground, and a photograph none.
#[test]
fn the_theme_civic_marks_pictures_that_nothing_can_be_seen_through() {
    let pictures = crate::harness::repository().join("tests/pictures");
    let text = "-- site.yaml --\ntitle: Bảng tin\ntheme: civic\n-- content/_index.md --\n---\n\
        title: Bài\n---\n\n![Nhà](upright.jpg)\n\n![Dấu](seal.png)\n\n![Sơ đồ](a.svg)\n\n\
        {{ figure(src=\"./upright.jpg\", alt=\"Nhà\", caption=\"Nhà\") }}\n";
    let mut site = Site::from_text(text);
    for name in ["upright.jpg", "seal.png"] {
        let bytes = std::fs::read(pictures.join(name)).unwrap();
        site.put_picture(&format!("content/{name}"), &bytes);
    }
    site.put_picture("content/a.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let built = site.build_by_the_law();
    let html = built.file("index.html");
    assert_eq!(html.matches(" class=\"opaque\"").count(), 2, "{html}");
    for image in html.split("<img ").skip(1) {
        let tag = &image[..image.find('>').unwrap()];
        // The sign of the site has a ground of its own.
        let has_ground = tag.contains("upright") || tag.contains("_site/");
        assert_eq!(tag.contains("opaque"), has_ground, "{tag}");
    }
}
