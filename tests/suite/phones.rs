//! Telephone numbers: a link dials one of them, and each is read from left to right.

use crate::harness::{Built, Site};
use crate::html::tags;

/// A site under the theme of the program, in Vietnamese and in Arabic.
const SITE: &str = r#"-- site.yaml --
title: { vi: Bảng tin, ar: لوحة }
base_url: https://tin.example/
social_cards: false
languages: { vi: { name: Tiếng Việt }, ar: { name: العربية, direction: rtl, fallback: vi } }
publisher: { name: UBND xã, telephone: "0255 3712 135 (máy lẻ 12)", fax: "+84 255 3712 137" }
-- content/_data/hotlines.yaml --
nhieu: { number: "111 hoặc 113", name: Hai số, verified: 2026-11-01 }
may: { number: "0255.3712135 - 0255.3712136", name: Hai máy, verified: 2026-11-01 }
xa: { number: "(+84) 255 3712 138", name: Xa, verified: 2026-11-01 }
-- content/_index.md --
---
title: Trang đầu
---
-- content/_index.ar.md --
---
title: البداية
---

اتصل على +84 255 3712 135 أو [0255 3712 136](tel:0255-3712-136) الآن

{{ hotlines() }}
-- content/lich.md --
---
title: Lịch
slug: lich
kind: schedule
starts: 15/11/2026
ends: 15/12/2026
events:
  - { id: hop, title: Họp, date: 16/11/2026, contact: "Văn phòng, 0255 3712 135 hoặc 0255 3712 136, trước 15/11/2026" }
---
-- content/lich.ar.md --
---
title: التقويم
slug: lich
kind: schedule
starts: 15/11/2026
ends: 15/12/2026
events:
  - { id: hop, title: اجتماع, date: 16/11/2026, contact: "المكتب 0255 3712 135 أو 0255 3712 136 قبل 15/11/2026" }
---
"#;

fn built() -> Built {
    let built = Site::from_text(SITE).build_by_the_law();
    assert_eq!(told(&built), Vec::<String>::new());
    built
}

/// What is said, but that the theme has no Arabic words.
fn told(built: &Built) -> Vec<String> {
    built.codes().into_iter().filter(|code| !code.ends_with("B505")).collect()
}

/// The telephone links of a page, in order, each once.
fn dialled(built: &Built, page: &str) -> Vec<String> {
    let mut links = Vec::new();
    for tag in tags(built.file(page)) {
        let href = tag.get("href").filter(|href| href.starts_with("tel:"));
        let new = href.filter(|href| !links.iter().any(|own| own == href));
        links.extend(new.map(str::to_owned));
    }
    links
}

#[test]
fn each_number_of_a_field_is_a_link_of_its_own() {
    let built = built();
    let own = ["tel:111", "tel:113", "tel:02553712135", "tel:02553712136", "tel:+842553712138"];
    let mut found = dialled(&built, "index.html");
    assert_eq!(found.pop().as_deref(), Some("tel:02553712135;ext=12"));
    assert_eq!(found.len(), own.len());
    assert!(own.iter().all(|own| found.contains(&(*own).to_owned())), "{found:?}");
    let page = built.file("index.html");
    let words = "<a href=\"tel:111\" dir=\"ltr\">111</a> hoặc <a href=\"tel:113\"";
    assert!(page.contains(words), "{page}");
}

#[test]
fn whom_to_ask_can_be_called_and_a_day_is_no_number() {
    let found = dialled(&built(), "lich/hop/index.html");
    assert_eq!(found[..2], ["tel:02553712135", "tel:02553712136"]);
}

/// The text of a page in which no number stands apart, piece by piece between tags.
fn not_apart(html: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (before, text) in html.split('>').zip(html.split('>').skip(1)) {
        let text = text.split('<').next().unwrap_or_default();
        let tag = before.rsplit('<').next().unwrap_or_default();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let groups =
            text.split(|letter: char| !letter.is_ascii_digit()).filter(|own| own.len() > 2);
        if digits >= 8 && groups.count() > 1 && !tag.contains("dir=\"ltr\"") {
            found.push(text);
        }
    }
    found
}

#[test]
fn on_a_page_from_right_to_left_every_number_runs_from_left_to_right() {
    let built = built();
    for page in ["ar/index.html", "ar/lich/hop/index.html", "ar/lich/index.html"] {
        let html = built.file(page);
        let body = html.split_once("<body").unwrap().1;
        let visible = body.split("<script").next().unwrap();
        assert_eq!(not_apart(visible), Vec::<&str>::new(), "{page}");
    }
    let html = built.file("ar/index.html");
    assert!(html.contains("على <bdi dir=\"ltr\">+84 255 3712 135</bdi> أو"), "{html}");
    let (_, text) = html.split_once("أو").unwrap();
    let link = "<a href=\"tel:02553712136\"";
    let shown = text.split_once(link).unwrap().1.split_once('>').unwrap().1;
    assert!(shown.starts_with("<bdi dir=\"ltr\">0255 3712 136</bdi></a>"), "{shown}");
    assert!(!built.file("index.html").contains("<bdi"));
}

#[test]
fn a_number_that_cannot_be_read_is_told_and_is_no_link() {
    let mut site = Site::from_text(SITE);
    site.edit("site.yaml", "0255 3712 135 (máy lẻ 12)", "0255 3712 135/136");
    site.edit("content/_data/hotlines.yaml", "111 hoặc 113", "1900-ABCD");
    let built = site.build_by_the_law();
    built.assert_cures();
    assert_eq!(told(&built), ["content/_data/hotlines.yaml:1:18 B208", "site.yaml:5:40 B208"]);
    let found = dialled(&built, "index.html");
    assert!(!found.iter().any(|own| own == "tel:1900" || own == "tel:136"), "{found:?}");
    assert!(
        built
            .told()
            .contains("in `0255 3712 135/136` it is not clear which telephone number `136` is")
    );
}

#[test]
fn a_link_that_dials_two_numbers_is_an_error_wherever_it_stands() {
    let mut site = Site::from_text(SITE);
    let text = "---\ntitle: A\n---\n\n[gọi](<tel:111 hoặc 113>), [gọi](tel:0255371213502553712136), <a href=\"tel:113;114\">gọi</a>, [đúng](tel:+84-255-3712-135;ext=12)\n";
    site.put("content/a.md", text);
    site.edit("content/_data/hotlines.yaml", "name: Xa,", "name: Xa, url: \"tel:111,113\",");
    let built = site.build_by_the_law();
    built.assert_cures();
    let codes = told(&built);
    assert_eq!(
        codes.iter().filter(|code| code.starts_with("content/a.md:5:")).count(),
        3,
        "{codes:?}"
    );
    assert!(codes.iter().all(|code| code.ends_with("B208")), "{codes:?}");
    assert!(
        codes.iter().any(|code| code.starts_with("content/_data/hotlines.yaml:3:")),
        "{codes:?}"
    );
}
