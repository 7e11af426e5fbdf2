//! Who speaks: the logo, the pictures and the words of `site.yaml`.

use crate::harness::Site;

const SHOW: &str = "-- themes/tiny/templates/page.html --
logo {{ site.logo.url }} {{ site.logo.width }} {{ site.logo.height }}
{% if site.logo_dark %}dark {{ site.logo_dark.url }} {{ site.logo_dark.width }}{% endif %}
{% if site.hero %}hero {{ root }}{{ site.hero.src }} {{ site.hero.alt }} {{ site.hero.width }} {{ site.hero.opaque }} {% for copy in site.hero.copies %}{{ copy.webp }} {% endfor %}{% endif %}
{{ site.organisation or \"-\" }} {{ site.responsible or \"-\" }} {{ site.licence or \"-\" }}
{% for link in site.social %}{{ link.name }} {{ link.url }} {% endfor %}
-- content/a.md --
---
title: A
---
-- content/b.en.md --
---
title: B
---
";

const SETTINGS: &str = "-- site.yaml --
title: Nhà an toàn
base_url: https://a.example/
theme: tiny
languages: {vi: {}, en: {}}
";

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\">\
    <rect width=\"120\" height=\"40\"/></svg>";

fn site(settings: &str) -> Site {
    Site::from_text(&format!("{SETTINGS}{settings}{SHOW}"))
}

#[test]
fn a_site_that_says_nothing_has_a_sign_of_its_initials() {
    let site = site("");
    let built = site.build_by_the_law();
    built.assert_clean();
    let page = built.file("a/index.html");
    assert!(page.starts_with("logo _site/initials.svg 64 64\n"), "{page}");
    assert!(page.contains("- - -"), "{page}");
    let drawing = built.file("_site/initials.svg");
    assert!(drawing.contains("<circle") && drawing.contains("viewBox=\"0 0 64 64\""), "{drawing}");
}

#[test]
fn each_language_reads_who_speaks_in_its_own_words() {
    let site = site(
        "organisation: {vi: UBND tỉnh, en: Province}
responsible: Bà A
licence: {vi: Giấy phép số 1, en: Licence 1}
social: [{name: {vi: Trang Zalo, en: On Zalo}, url: \"https://zalo.me/1\"}]
",
    );
    let built = site.build();
    built.assert_clean();
    let vietnamese = built.file("a/index.html");
    assert!(vietnamese.contains("UBND tỉnh Bà A Giấy phép số 1"), "{vietnamese}");
    assert!(vietnamese.contains("Trang Zalo https://zalo.me/1"), "{vietnamese}");
    let english = built.file("en/b/index.html");
    assert!(english.contains("Licence 1") && english.contains("On Zalo https"), "{english}");
}

#[test]
fn a_logo_is_published_without_what_runs_in_it() {
    let mut site = site("logo: logo.svg\nlogo_dark: ./logo-toi.svg\n");
    let running = DRAWING.replace("<rect", "<script>alert(1)</script><rect");
    site.put("logo.svg", &running).put("logo-toi.svg", DRAWING).put("khac.svg", DRAWING);
    let built = site.build_by_the_law();
    let page = built.file("a/index.html");
    assert!(
        page.starts_with("logo _site/logo.svg 1200 400\ndark _site/logo-toi.svg 1200"),
        "{page}"
    );
    assert_eq!(built.file("_site/logo.svg"), DRAWING);
    let names = built.names();
    assert!(!names.iter().any(|name| name.contains("khac") || name.contains("initials")));
}

#[test]
fn a_hero_is_made_in_the_widths_of_the_theme() {
    let mut site = site("hero: {image: anh lớn.png, alt: {vi: Cây đa, en: A tree}}\n");
    site.put("themes/tiny/theme.yaml", "name: Tiny\npictures: [40, 100]\n");
    site.put_picture("anh lớn.png", &png(600, 80));
    let built = site.build_by_the_law();
    built.assert_clean();
    let page = built.file("a/index.html");
    let folder = "_site/anh%20l%E1%BB%9Bn.png";
    let shown = format!("hero ../{folder} Cây đa 600 true {folder}.40.webp {folder}.100.webp");
    assert!(page.contains(&shown), "{page}");
    assert!(built.file("en/b/index.html").contains("A tree"));
    assert!(!built.bytes("_site/anh lớn.png.100.webp").is_empty());
}

#[test]
fn a_logo_of_pixels_is_large_enough_for_every_screen() {
    for (width, height, is_good) in [(512, 512, true), (4096, 512, true), (511, 600, false)] {
        let mut site = site("logo: logo.png\n");
        site.put_picture("logo.png", &png(width, height));
        let built = site.build_by_the_law();
        assert_eq!(built.has_errors(), !is_good, "{width} × {height}: {}", built.report());
        assert_eq!(built.report().contains("B111"), !is_good);
        built.assert_cures();
        let page = built.file("a/index.html");
        assert!(page.starts_with(&format!("logo _site/logo.png {width} {height}")), "{page}");
    }
}

#[test]
fn every_site_has_the_icons_that_browsers_ask_for() {
    let home = "-- content/_index.md --\n---\ntitle: Đầu\naliases: [cu]\n---\n";
    let civic = SETTINGS.replace("theme: tiny", "theme: civic");
    for (logo, icon, kind) in [
        ("", "_site/initials.svg", "svg+xml"),
        ("logo: a.svg\n", "_site/a.svg", "svg+xml"),
        ("logo: a.png\n", "_site/icon.png", "png"),
    ] {
        let mut site = Site::from_text(&format!("{civic}{logo}{home}"));
        site.put("a.svg", DRAWING).put_picture("a.png", &png(600, 512));
        let built = site.build_by_the_law();
        built.assert_clean();
        assert_eq!(built.bytes("favicon.ico")[..6], [0, 0, 1, 0, 3, 0]);
        assert!(built.names().contains(&icon));
        for name in ["apple-touch-icon.png", icon].iter().filter(|name| !name.ends_with("a.svg")) {
            let look = bangtin_pictures::look(built.bytes(name));
            assert!(look.is_some_and(|look| !look.has_traces()), "{name}");
        }
        for (page, root) in [("index.html", ""), ("cu/index.html", "../"), ("404.html", "/")] {
            let html = built.file(page);
            for link in [
                format!("<link rel=\"icon\" href=\"{root}favicon.ico\" sizes=\"32x32\">"),
                format!("<link rel=\"icon\" type=\"image/{kind}\" href=\"{root}{icon}\">"),
                format!("<link rel=\"apple-touch-icon\" href=\"{root}apple-touch-icon.png\">"),
            ] {
                assert!(html.contains(&link), "{link} in {page}: {html}");
            }
        }
    }
}

#[test]
fn an_icon_of_the_authors_stands_alone() {
    let mut site = site("");
    let made = site.build().bytes("favicon.ico").to_vec();
    site.put_picture("content/favicon.ico", &made);
    let built = site.build_by_the_law();
    assert_eq!(built.codes(), ["content/favicon.ico B315"], "nobody names it");
    let file = built.files.iter().find(|(path, _)| path.as_str() == "favicon.ico").unwrap().1;
    assert!(matches!(file, bangtin::public::File::Copied { .. }));
}

#[test]
fn the_colours_of_the_site_win_over_those_of_its_theme() {
    let home = "-- content/_index.md --\n---\ntitle: Đầu\n---\n";
    let civic = SETTINGS.replace("theme: tiny", "theme: civic");
    let css = |colors: &str| {
        let built = Site::from_text(&format!("{civic}{colors}{home}")).build_by_the_law();
        built.assert_clean();
        (built.file("_theme/colors.css").to_owned(), built.file("_site/initials.svg").to_owned())
    };
    let (own, _) = css("");
    assert!(own.contains("--accent: #7a1f5c;") && own.contains("--second: #1f6f68;"), "{own}");
    assert_eq!(own.matches("--second-ink: ").count(), 2, "in light and in the dark: {own}");
    let (green, sign) = css("colors: luc\n");
    assert!(green.contains("--accent: #1c6b3c;") && green.contains("--tint: #eff6f1;"), "{green}");
    assert!(!green.contains("#1c141a"), "the dark grounds follow the accent: {green}");
    assert!(sign.contains("#1c6b3c"), "{sign}");
    let (blue, _) = css("colors: { accent: \"#00f\" }\n");
    assert!(blue.contains("--accent: #0000ff;") && blue.contains("--second: #1f6f68;"), "{blue}");
    let (second, _) = css("colors: { second: \"#8a5a00\" }\n");
    assert_eq!(second.replace("#8a5a00", "#1f6f68").lines().nth(1), own.lines().nth(1));
    assert!(second.contains("--second: #8a5a00;") && second.contains("#1c141a"), "{second}");
}

#[test]
fn a_change_of_colours_paints_the_site_anew() {
    let home = "-- content/_index.md --\n---\ntitle: Đầu\n---\n";
    let civic = SETTINGS.replace("theme: tiny", "theme: civic");
    let mut site = Site::from_text(&format!("{civic}colors: tim\n{home}"));
    site.build().assert_clean();
    site.edit("site.yaml", "colors: tim", "colors: cham");
    let built = site.build_by_the_law();
    assert!(built.file("index.html").contains("#2a3f86"), "the colour that browsers are told");
}

#[test]
fn a_logo_of_which_no_icons_can_be_made_is_said() {
    let mut site = site("logo: logo.svg\n");
    let many = format!(
        "<defs><path id=\"a\" d=\"M0 0h9v9z\"/></defs>{}",
        "<use href=\"#a\"/>".repeat(30_000)
    );
    site.put("logo.svg", &DRAWING.replace("<rect", &format!("{many}<rect")));
    let built = site.build_by_the_law();
    assert_eq!(built.codes(), ["logo.svg B111"]);
    built.assert_cures();
}

/// A picture of one colour, which nothing can be seen through.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    let pixels = [0x7a, 0x1f, 0x5c].repeat(width as usize * height as usize);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}
