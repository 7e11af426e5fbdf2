//! The pictures that shared links have, and what pages tell of themselves beside them.

use std::sync::Arc;

use bangtin_cards::{Card, Colors, EMBLEM, Emblem, Fonts, Leaf};

use crate::harness::{Built, Site, repository};

/// A picture: a disc on nothing.
const SEAL: &[u8] = include_bytes!("../pictures/seal.png");

const SITE: &str = "-- site.yaml --
title: {vi: Bảng tin xã, en: Commune notices}
description: {vi: Tin của xã, en: News of the commune}
theme: civic
base_url: https://a.example/xa/
languages: {vi: {}, en: {}}
taxonomies: {topics: {title: {vi: Chủ đề, en: Topics}}}
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/tin/_index.md --
---
title: Tin tức
---
-- content/tin/hop.md --
---
title: Họp thôn Ẫ
kind: post
date: 2026-11-20
description: Mời bà con
topics: [chung]
---
Mời bà con tới họp.
-- content/tin/hop.en.md --
---
title: Village meeting
kind: post
date: 2026-11-20
---
Come.
-- content/lich.md --
---
title: Lịch tháng 11
kind: schedule
starts: 2026-11-15
ends: 2026-12-15
events:
  - {id: mit-tinh, title: Mít tinh, date: 2026-11-16, sample: true}
---
";

const COLORS: Colors =
    Colors { paper: [255; 3], ink: [0x1c; 3], accent: [0x7a, 0x1f, 0x5c], on_accent: [255; 3] };

/// The fonts of `civic`.
fn fonts() -> Fonts {
    let font = |name: &str| -> Arc<[u8]> {
        std::fs::read(repository().join("themes/civic/card").join(name)).unwrap().into()
    };
    Fonts::new(&[font("NotoSans-Bold.ttf"), font("NotoSansSymbols-Bold.ttf")])
}

/// The bytes of a card in the colours of `civic` and with the initials of the site.
fn drawn(card: Card<'_>) -> Vec<u8> {
    let fonts = fonts();
    let svg = bangtin_cards::emblem("Bảng tin xã", &fonts, [COLORS.on_accent, COLORS.accent]);
    let sign = bangtin_drawings::Sign::Drawing(&svg);
    let painted = bangtin_drawings::painted(sign, EMBLEM).unwrap();
    let emblem = Emblem::new(&painted.rgba, false, &COLORS).unwrap();
    bangtin_cards::draw(&Card { emblem: Some(&emblem), ..card }, &fonts).unwrap()
}

/// A card of these words.
fn card<'a>(label: &'a str, title: &'a str, footer: &'a str) -> Card<'a> {
    Card {
        title,
        label,
        leaf: None,
        details: "",
        footer,
        tag: "",
        emblem: None,
        right_to_left: false,
        colors: COLORS,
    }
}

/// The card of the site.
fn card_of_site<'a>(title: &'a str, details: &'a str) -> Card<'a> {
    Card { details, ..card("", title, "") }
}

fn built(text: &str) -> Built {
    let built = Site::from_text(text).build();
    built.assert_clean();
    built
}

/// What a page says under a name of Open Graph or Twitter.
fn meta<'b>(built: &'b Built, path: &str, name: &str) -> Option<&'b str> {
    let (_, rest) = built.file(path).split_once(&format!("=\"{name}\" content=\""))?;
    rest.split_once('"').map(|(content, _)| content)
}

fn image<'b>(built: &'b Built, path: &str) -> Option<&'b str> {
    meta(built, path, "og:image")
}

fn cards(built: &Built) -> Vec<&str> {
    built.names().into_iter().filter(|name| name.ends_with("social-card.png")).collect()
}

#[test]
fn each_page_has_the_card_of_its_title() {
    let built = built(SITE);
    let expected = [
        "en/social-card.png",
        "en/tin/hop/social-card.png",
        "lich/mit-tinh/social-card.png",
        "lich/social-card.png",
        "social-card.png",
        "tin/hop/social-card.png",
        "tin/social-card.png",
    ];
    assert_eq!(cards(&built), expected);
    let post = "tin/hop/index.html";
    assert_eq!(image(&built, post), Some("https://a.example/xa/tin/hop/social-card.png"));
    assert_eq!(meta(&built, post, "og:image:width"), Some("1200"));
    assert_eq!(meta(&built, post, "og:image:height"), Some("630"));
    assert_eq!(meta(&built, post, "og:image:alt"), Some("Họp thôn Ẫ – Bảng tin xã"));
    assert_eq!(
        built.bytes("tin/hop/social-card.png"),
        drawn(card("Tin", "Họp thôn Ẫ", "Bảng tin xã"))
    );
    assert_eq!(
        built.bytes("en/tin/hop/social-card.png"),
        drawn(card("News", "Village meeting", "Commune notices"))
    );
}

#[test]
fn what_no_file_stands_behind_has_the_card_of_the_site() {
    let built = built(SITE);
    let site = Some("https://a.example/xa/social-card.png");
    for path in ["index.html", "topics/index.html", "topics/chung/index.html"] {
        assert_eq!(image(&built, path), site, "{path}");
    }
    assert_eq!(built.bytes("social-card.png"), drawn(card_of_site("Bảng tin xã", "Tin của xã")));
    assert_eq!(image(&built, "en/index.html"), Some("https://a.example/xa/en/social-card.png"));
    assert_eq!(
        built.bytes("en/social-card.png"),
        drawn(card_of_site("Commune notices", "News of the commune"))
    );
    assert_eq!(image(&built, "404.html"), None);
}

#[test]
fn each_event_has_a_card_with_its_day_and_its_place() {
    let more = "sample: true}
  - {id: hop, title: Họp, starts: 2026-11-20 07:30, venue: Nhà văn hoá, status: cancelled}
  - {id: tap, title: Tập, date: 2026-11-17, repeat: {every: week}, until: 2026-12-01}";
    let built = built(&SITE.replacen("sample: true}", &more.replace(", until: 2026-12-01", ""), 1));
    let at = |path: &str| format!("https://a.example/xa/{path}social-card.png");
    for path in ["lich/", "lich/mit-tinh/", "lich/hop/", "lich/tap/"] {
        let page = format!("{path}index.html");
        assert_eq!(image(&built, &page), Some(at(path).as_str()), "{path}");
    }
    assert_eq!(image(&built, "lich/thang/index.html"), Some(at("lich/").as_str()));
    let leaf = |above, day, below| Some(Leaf { above, day, below });
    let title = "Bảng tin xã";
    let rally = Card {
        leaf: leaf("T2", "16", "thg 11"),
        tag: "MẪU",
        ..card("Hoạt động", "Mít tinh", title)
    };
    assert_eq!(built.bytes("lich/mit-tinh/social-card.png"), drawn(rally));
    let meeting = Card {
        leaf: leaf("T6", "20", "thg 11 · 07:30"),
        details: "Nhà văn hoá",
        ..card("Đã huỷ", "Họp", title)
    };
    assert_eq!(built.bytes("lich/hop/social-card.png"), drawn(meeting));
    let series = Card {
        leaf: leaf("T3", "17", "thg 11"),
        details: "từ ngày 17/11 đến 15/12/2026",
        ..card("Hoạt động", "Tập", title)
    };
    assert_eq!(built.bytes("lich/tap/social-card.png"), drawn(series));
    assert_eq!(
        meta(&built, "lich/hop/index.html", "og:image:alt"),
        Some("Họp – T6 20 thg 11 · 07:30 – Nhà văn hoá – Bảng tin xã")
    );
    // What is invented says so wherever it goes.
    let title = meta(&built, "lich/mit-tinh/index.html", "og:title");
    assert!(title.unwrap().starts_with('['), "{title:?}");
    assert!(meta(&built, "lich/mit-tinh/index.html", "og:image:alt").unwrap().starts_with("[MẪU]"));
}

#[test]
fn an_edit_of_an_event_draws_its_card_and_no_other() {
    let mut site = Site::from_text(SITE);
    site.build().assert_clean();
    site.edit("content/lich.md", "title: Mít tinh", "title: Mít tinh lớn");
    let built = site.build_by_the_law();
    let names = built.rendered().into_iter().filter(|name| name.ends_with(".png"));
    assert_eq!(names.collect::<Vec<_>>(), ["lich/mit-tinh/social-card.png"]);
    let alt = meta(&built, "lich/mit-tinh/index.html", "og:image:alt").unwrap();
    assert!(alt.contains("Mít tinh lớn"), "{alt}");
}

#[test]
fn the_logo_stands_on_the_cards() {
    let mut site = Site::from_text(&SITE.replacen("theme: civic", "theme: civic\nlogo: a.svg", 1));
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\
        <path fill=\"#00f\" d=\"M0 0h9v9H0z\"/></svg>";
    site.put("a.svg", logo);
    let built = site.build_by_the_law();
    built.assert_clean();
    let sign = bangtin_drawings::Sign::Drawing(logo);
    let painted = bangtin_drawings::painted(sign, EMBLEM).unwrap();
    let emblem = Emblem::new(&painted.rgba, true, &COLORS);
    let card = Card { emblem: emblem.as_ref(), ..card("Tin", "Họp thôn Ẫ", "Bảng tin xã") };
    let expected = bangtin_cards::draw(&card, &fonts()).unwrap();
    assert_eq!(built.bytes("tin/hop/social-card.png"), expected);
    site.put("a.svg", &logo.replace("#00f", "#080"));
    assert_ne!(site.build_by_the_law().bytes("tin/hop/social-card.png"), expected);
}

#[test]
fn an_invented_page_says_so_on_its_card() {
    let built = built(&SITE.replace("kind: post\ndate", "kind: post\nsample: true\ndate"));
    let path = "tin/hop/";
    let alt = meta(&built, "tin/hop/index.html", "og:image:alt").unwrap();
    let (title, _) = alt.split_once(" – ").unwrap();
    assert!(title.starts_with('[') && title.ends_with("] Họp thôn Ẫ"), "{alt}");
    assert_eq!(title, "[MẪU] Họp thôn Ẫ");
    let own = Card { tag: "MẪU", ..card("Tin", "Họp thôn Ẫ", "Bảng tin xã") };
    assert_eq!(built.bytes(&format!("{path}social-card.png")), drawn(own));
}

#[test]
fn a_page_tells_networks_what_it_is() {
    let built = built(SITE);
    let post = "tin/hop/index.html";
    let said = [
        ("og:title", "Họp thôn Ẫ"),
        ("og:type", "article"),
        ("og:description", "Mời bà con"),
        ("og:url", "https://a.example/xa/tin/hop/"),
        ("og:site_name", "Bảng tin xã"),
        ("og:locale", "vi_VN"),
        ("article:published_time", "2026-11-20"),
        ("twitter:card", "summary_large_image"),
    ];
    for (name, content) in said {
        assert_eq!(meta(&built, post, name), Some(content), "{name}");
    }
    assert_eq!(meta(&built, "index.html", "og:title"), Some("Bảng tin xã"));
    assert_eq!(meta(&built, "index.html", "og:type"), Some("website"));
    assert_eq!(meta(&built, "index.html", "og:description"), Some("Tin của xã"));
    assert_eq!(meta(&built, "en/index.html", "og:locale"), Some("en_GB"));
    let card = "\"image\":\"https://a.example/xa/tin/hop/social-card.png\"";
    assert!(built.file(post).contains(card), "search engines are told of it too");
}

#[test]
fn a_picture_of_the_page_comes_before_its_card() {
    let with = |name: &str| {
        let head = format!("kind: post\nimage: {name}\nimage_alt: Nhà văn hoá\ndate");
        let mut site = Site::from_text(&SITE.replacen("kind: post\ndate", &head, 1));
        let drawing: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        let bytes = if name.ends_with("svg") { drawing } else { SEAL };
        site.put_picture(&format!("content/tin/{name}"), bytes);
        let built = site.build();
        built.assert_clean();
        built
    };
    let post = "tin/hop/index.html";
    let built = with("anh 1.png");
    // Its largest copy: a messenger shows no picture of megabytes.
    let copy = image(&built, post).unwrap();
    let (path, width) = ("tin/anh 1.png.300.png", meta(&built, post, "og:image:width"));
    assert_eq!(copy, "https://a.example/xa/tin/anh%201.png.300.png");
    assert!(built.has(path) && width == Some("300"), "{copy} {width:?}");
    assert_eq!(meta(&built, post, "og:image:alt"), Some("Nhà văn hoá"));
    assert!(!built.has("tin/hop/social-card.png"));
    // No network shows a drawing in SVG.
    let built = with("anh.svg");
    assert!(built.has("tin/hop/social-card.png"));
    assert!(image(&built, post).unwrap().ends_with("/social-card.png"));
}

#[test]
fn a_neutral_page_tells_nothing_else() {
    let hidden = "-- content/tin/_index.md --
---
title: Bị đánh thì làm gì
description: Nơi lánh nạn
cascade: {sensitive: true, neutral_title: Hướng dẫn}
---
-- content/tin/goi.md --
---
title: Gọi số lánh nạn
description: Nơi lánh nạn
slug: a
image: anh.png
image_alt: Ngôi nhà lánh nạn
aliases: [/cu/]
---
-- content/lich.md --
---
title: Lịch lánh nạn
slug: l
kind: schedule
neutral_title: Lịch
starts: 2026-11-15
ends: 2026-12-15
events:
  - {id: e, title: Buổi lánh nạn, date: 2026-11-16}
---
";
    let (head, _) = SITE.split_once("-- content/tin/_index.md --").unwrap();
    let mut site = Site::from_text(&format!("{head}{hidden}"));
    site.put_picture("content/tin/anh.png", SEAL);
    site.edit("content/tin/_index.md", "cascade:", "slug: t\ncascade:");
    let built = site.build();
    built.assert_clean();
    for (path, title) in [
        ("t/index.html", "Hướng dẫn"),
        ("t/a/index.html", "Hướng dẫn"),
        ("l/index.html", "Lịch"),
        ("l/e/index.html", "Lịch"),
    ] {
        let metas = built.file(path).lines().filter(|line| line.starts_with("<meta"));
        let head: String = metas.collect();
        for word in ["lánh nạn", "Bị đánh", "anh.png", "Bảng tin", "og:description", "og:site_name"]
        {
            assert!(!head.contains(word), "{path} tells `{word}`: {head}");
        }
        assert_eq!(meta(&built, path, "og:title"), Some(title), "{path}");
        assert_eq!(image(&built, path), None, "colours and emblem tell whose page it is");
    }
    assert_eq!(cards(&built), ["en/social-card.png", "social-card.png"]);
    assert!(!built.file("cu/index.html").contains("lánh nạn"), "nor does an old address");
}

#[test]
fn where_all_is_hidden_lists_tell_nothing_either() {
    let text = SITE.replacen(
        "title: Trang chủ",
        "title: Trang chủ\ncascade: {neutral_title: Tài liệu}",
        1,
    );
    let text = text.replacen("title: Trang chủ", "title: Trang chủ\nneutral_title: Tài liệu", 1);
    let built = Site::from_text(&text).build();
    assert!(!built.has("social-card.png"));
    assert_eq!(image(&built, "topics/index.html"), None);
}

#[test]
fn letters_that_no_font_has_are_said_once() {
    let text = SITE.replacen("title: Họp thôn Ẫ", "title: ប្រជុំ\nslug: a", 1).replacen(
        "title: Tin tức",
        "title: 新闻\nslug: b",
        1,
    );
    let mut site = Site::from_text(&text);
    let built = site.build();
    assert_eq!(built.codes(), ["content/tin/_index.md B509"]);
    built.assert_cures();
    let shared = Some("https://a.example/xa/social-card.png");
    assert_eq!(image(&built, "b/index.html"), shared);
    assert_eq!(image(&built, "b/a/index.html"), shared);
    assert!(!built.has("b/social-card.png"));

    // Where the title of the site cannot be written either, there is no picture.
    site.edit("site.yaml", "vi: Bảng tin xã", "vi: 新闻");
    let built = site.build_by_the_law();
    assert_eq!(built.codes(), ["content/_index.md B509"]);
    assert_eq!(cards(&built), ["en/b/hop/social-card.png", "en/social-card.png"]);
    assert_eq!(image(&built, "index.html"), None);
    assert_eq!(meta(&built, "index.html", "twitter:card"), Some("summary"));

    // What a neutral title hides is not told by the card of the site instead.
    site.edit("site.yaml", "vi: 新闻", "vi: Bảng tin xã");
    site.edit("content/tin/hop.md", "slug: a", "slug: a\nneutral_title: ឯកសារ");
    assert_eq!(image(&site.build(), "b/a/index.html"), None);

    site.edit("site.yaml", "theme: civic", "theme: civic\nsocial_cards: false");
    site.build().assert_clean();
}

#[test]
fn letters_in_an_event_that_no_font_has_are_said() {
    let mut site = Site::from_text(SITE);
    site.edit("content/lich.md", "title: Mít tinh", "title: 集会");
    let built = site.build_by_the_law();
    assert_eq!(built.codes(), ["content/lich.md B509"]);
    let own = Some("https://a.example/xa/lich/social-card.png");
    assert_eq!(image(&built, "lich/mit-tinh/index.html"), own, "that of its schedule");
    site.edit("content/tin/hop.md", "title: Họp thôn Ẫ", "title: 新闻\nslug: a");
    assert_eq!(site.build().codes(), ["content/tin/hop.md B509"], "once a language");
}

#[test]
fn a_site_may_do_without_cards() {
    let without = SITE.replacen("theme: civic", "theme: civic\nsocial_cards: false", 1);
    let built = built(&without);
    assert!(cards(&built).is_empty());
    assert_eq!(image(&built, "index.html"), None);
    assert_eq!(meta(&built, "index.html", "og:title"), Some("Bảng tin xã"));

    // Without an address no picture could be named.
    let built = Site::from_text(&SITE.replacen("base_url: https://a.example/xa/\n", "", 1)).build();
    assert!(cards(&built).is_empty());
    for name in ["og:image", "og:url"] {
        assert_eq!(meta(&built, "tin/hop/index.html", name), None);
    }
    assert_eq!(meta(&built, "tin/hop/index.html", "og:title"), Some("Họp thôn Ẫ"));
}

#[test]
fn only_what_a_card_shows_draws_it_anew() {
    let mut site = Site::from_text(SITE);
    site.build();
    let drawn = |site: &Site| -> Vec<String> {
        let built = site.build();
        let names = built.rendered().into_iter().filter(|name| name.ends_with(".png"));
        names.map(str::to_owned).collect()
    };
    site.edit("content/tin/hop.md", "tới họp", "tới họp đông đủ");
    assert!(drawn(&site).is_empty());
    let base = site.texts("themes/civic/templates/base.html").remove(0).1;
    site.put("themes/civic/templates/base.html", &base.replace("<body", "<body data-new"));
    assert!(drawn(&site).is_empty());
    site.edit("content/tin/hop.md", "title: Họp thôn Ẫ", "title: Họp xã");
    assert_eq!(drawn(&site), ["tin/hop/social-card.png"]);
    site.edit("site.yaml", "vi: Tin của xã", "vi: Tin mới");
    assert_eq!(drawn(&site), ["social-card.png"]);
    site.edit("themes/civic/theme.yaml", "#7a1f5c", "#1d2a57");
    assert_eq!(drawn(&site).len(), 7);
    site.remove("themes/civic/card/NotoSansSymbols-Bold.ttf");
    assert_eq!(drawn(&site).len(), 7);
    site.remove("themes/civic/card/NotoSans-Bold.ttf");
    assert!(cards(&site.build_by_the_law()).is_empty());
}

#[test]
fn a_child_theme_brings_its_own_font_and_copies_none() {
    let mut site = Site::from_text(&SITE.replacen("theme: civic", "theme: xa", 1));
    site.put("themes/xa/theme.yaml", "name: Xã\nextends: civic\ncolors: { accent: \"#1d2a57\" }\n");
    site.put_file("themes/xa/card/NotoSans-Bold.ttf", b"no font");
    let built = site.build();
    assert_eq!(built.codes(), ["themes/xa/card/NotoSans-Bold.ttf B508"]);
    built.assert_cures();
    assert!(!built.names().iter().any(|name| name.ends_with(".ttf") || name.contains("OFL")));
    site.remove("themes/xa/card/NotoSans-Bold.ttf");
    let built = site.build();
    built.assert_clean();
    assert_ne!(built.bytes("social-card.png"), drawn(card_of_site("Bảng tin xã", "Tin của xã")));
}

#[test]
fn a_file_of_the_authors_in_the_way_is_said() {
    let mut site = Site::from_text(SITE);
    site.put_picture("content/social-card.png", SEAL);
    let codes = site.build().codes();
    assert_eq!(codes, ["content/social-card.png B401", "content/social-card.png B315"]);
}

#[test]
fn no_title_stops_the_program_or_leaves_its_tag() {
    let titles = [
        "\"><script>alert(a)</script>".to_owned(),
        "\u{2066}אבג\u{2069}\u{200f}".to_owned(),
        "\u{301}\u{302}\u{303}".to_owned(),
        "📢👩\u{200d}👧".to_owned(),
        "Tháng ".repeat(2_000),
        "Ơ\u{306}ê\u{306} ".repeat(50),
    ];
    for title in titles {
        let written = format!("title: \"{}\"\nslug: a", title.replace('"', "\\\""));
        let built = Site::from_text(&SITE.replacen("title: Họp thôn Ẫ", &written, 1)).build();
        assert!(built.codes().iter().all(|code| code.ends_with("B509")), "{}", built.report());
        let html = built.file("tin/a/index.html");
        assert!(!html.contains("<script>alert"), "{html}");
        assert!(built.has("social-card.png"));
    }
}
