//! The way out of pages that are read by people who may be watched.

use crate::harness::{Built, Site};

const SITE: &str = "-- site.yaml --
title: Nhà an toàn
theme: civic
base_url: https://a.example/
languages: {vi: {}, en: {}}
exit:
  url: {vi: \"https://thoi-tiet.example/\"}
  guide: \"@/xoa.md\"
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/xoa.md --
---
title: Xoá dấu vết
sensitive: true
---
-- content/giup/_index.md --
---
title: Trợ giúp
cascade: {sensitive: true, neutral_title: Tài liệu}
---
-- content/giup/goi.md --
---
title: Gọi ai
description: Khi bị đánh
---
";

fn built(text: &str) -> Built {
    let built = Site::from_text(text).build();
    built.assert_clean();
    built
}

#[test]
fn a_sensitive_page_has_two_ways_out_and_others_have_none() {
    let built = built(SITE);
    let page = built.file("giup/goi/index.html");
    assert_eq!(page.matches("data-exit ").count(), 2, "{page}");
    assert_eq!(page.matches("href=\"https://thoi-tiet.example/\"").count(), 2);
    assert!(page.contains("_theme/exit.js"));
    let skip = page.find("href=\"#ui_main\"").unwrap();
    let exit = page.find("data-exit ").unwrap();
    let next = page.find("class=\"site-title\"").unwrap();
    assert!(skip < exit && exit < next, "the way out comes right after the skip link");
    let home = built.file("index.html");
    assert!(!home.contains("data-exit") && !home.contains("exit.js"), "{home}");
}

#[test]
fn a_neutral_title_stands_for_all_that_tells_what_the_page_is() {
    let built = built(SITE);
    let page = built.file("giup/goi/index.html");
    let head = page.split("</head>").next().unwrap();
    assert!(head.contains("<title>Tài liệu</title>"), "{head}");
    for telling in ["Gọi ai", "Khi bị đánh"] {
        let outside = head.replace(&format!("data-sheet-title=\"{telling}\""), "");
        assert!(!outside.contains(telling), "{telling} in {head}");
    }
}

#[test]
fn a_feed_and_a_calendar_do_not_tell_the_title_that_a_page_hides() {
    let text = SITE.replace("title: Gọi ai\n", "title: Gọi ai\ndate: 2026-11-01\n");
    let text = format!(
        "{text}Đoạn kể hết.\n-- content/giup/lich.md --\n---\ntitle: Lịch tư vấn cho người bị đánh\nslug: l\nkind: schedule\nstarts: 1/11/2026\nends: 30/11/2026\nevents: [{{id: a, title: Gặp, date: 2026-11-20}}]\n---\n"
    );
    let built = built(&text);
    let telling = ["Gọi ai", "Khi bị đánh", "kể hết", "Lịch tư vấn", "Trợ giúp"];
    let outside = built.names().into_iter().filter(|name| {
        [".xml", ".ics", ".json", ".csv"].iter().any(|ending| name.ends_with(ending))
    });
    let mut seen = 0;
    for name in outside {
        let text = built.file(name);
        for telling in telling {
            assert!(!text.contains(telling), "{telling} in {name}: {text}");
        }
        seen += usize::from(text.contains("Tài liệu"));
    }
    assert!(seen >= 4, "feeds of the site and of the section, a calendar, data: {seen}");
}

#[test]
fn the_page_to_flee_to_says_nothing_of_the_site() {
    let built = built(SITE);
    let page = built.file("x/index.html");
    assert!(page.contains("<title>Bảng nhân</title>"), "{page}");
    assert!(page.contains("<td>81</td>"));
    for telling in ["Nhà an toàn", "Trang chủ", "favicon", "_site", "icon.png"] {
        assert!(!page.contains(telling), "{telling}");
    }
    assert!(built.file("en/x/index.html").contains("<title>Times table</title>"));
}

#[test]
fn the_guide_is_named_in_the_languages_that_have_it() {
    let built = built(SITE);
    let page = built.file("giup/goi/index.html");
    assert!(page.contains("<a href=\"../../xoa/index.html\">Xoá dấu vết</a>"), "{page}");
    let guide = built.file("xoa/index.html");
    assert!(!guide.contains("<a href=\"../xoa/index.html\">"), "not from itself");
}

#[test]
fn without_an_address_the_way_out_leads_to_the_page_of_the_sites_own() {
    let text = SITE.replace("  url: {vi: \"https://thoi-tiet.example/\"}\n", "");
    let page = built(&text);
    let page = page.file("giup/goi/index.html");
    assert_eq!(page.matches("href=\"../../x/index.html\"").count(), 2, "{page}");
}

#[test]
fn a_site_without_sensitive_pages_has_no_page_to_flee_to() {
    let text = SITE.replace("sensitive: true", "sensitive: false");
    assert!(!built(&text).has("x/index.html"));
}

#[test]
fn a_guide_is_named_again_once_its_place_is_there() {
    let mut site = Site::from_text(&SITE.replace("@/xoa.md", "@/xoa.md#cach-xoa"));
    let link = "href=\"../../xoa/index.html\"";
    let built = site.build();
    assert!(built.has_errors() && !built.file("giup/goi/index.html").contains(link));
    site.put("content/xoa.md", &format!("{}\n## Cách xoá\n", site.text("content/xoa.md")));
    let built = site.build_by_the_law();
    built.assert_clean();
    assert!(built.file("giup/goi/index.html").contains(link));
}
