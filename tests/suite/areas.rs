//! A schedule by commune, ward or special zone: a list of them, and for each a page, a calendar
//! and a feed. And by place and audience: nothing is said twice.

use crate::harness::{Built, Site};

const SITE: &str = r#"-- site.yaml --
title: { vi: Bảng tin, en: Notices }
theme: civic
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
base_url: https://tin.example/
taxonomies:
  audiences:
    title: Đối tượng
    terms: { tat-ca: Mọi người, tre: Trẻ em, gia: Người cao tuổi }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/_data/areas.yaml --
nghia-lo: { name: { vi: Phường Nghĩa Lộ, en: Nghĩa Lộ Ward }, kind: phường }
ba-gia: { name: { vi: Xã Ba Gia, en: Ba Gia Commune }, kind: xã }
trong: { name: Xã không có gì }
-- content/_data/places.yaml --
san: { name: Sân đình, area: nghia-lo, address: Tổ 1 }
cho: { name: Chợ, area: nghia-lo }
truong: { name: Trường, area: ba-gia }
nha: { name: Tại nhà }
-- content/lich.md --
---
title: Lịch
slug: lich
kind: schedule
date: 1/11/2026
updated: 10/11/2026
starts: 1/11/2026
ends: 30/11/2026
events:
  - { id: mo, title: Mở màn, date: 20/11/2026, place: san, venue: Cổng, audiences: [tat-ca] }
  - { id: hop, title: Họp, date: 2/11/2026, repeat: { every: week }, place: cho, audiences: [tre, tat-ca] }
  - { id: phim, title: Phim, date: 25/11/2026, place: truong, audiences: [gia, tre] }
  - { id: nau, title: Nấu ăn, date: 26/11/2026, place: nha }
  - { id: di, title: Đi bộ, date: 27/11/2026, venue: Bờ sông }
---
-- content/lich.en.md --
---
title: Schedule
slug: schedule
kind: schedule
starts: 1/11/2026
ends: 30/11/2026
events: [{ id: phim, title: Film, date: 25/11/2026, place: truong }]
---
"#;

fn built(site: &Site) -> Built {
    let built = site.build_by_the_law();
    built.assert_clean();
    built
}

fn clean() -> Site {
    Site::from_text(SITE)
}

/// What stands in a page, from a heading to the end.
fn main(built: &Built, path: &str) -> String {
    let page = built.file(path);
    page.split_once("<main").unwrap().1.to_owned()
}

#[test]
fn each_area_has_a_line_with_its_number_and_its_next_day_and_a_page() {
    let built = built(&clean());
    let list = main(&built, "lich/xa-phuong/index.html");
    let (lines, rest) = list.split_once("Nơi khác").unwrap();
    let wards = lines.find("nghia-lo/index.html\">Phường Nghĩa Lộ</a>").unwrap();
    let communes = lines.find("ba-gia/index.html\">Xã Ba Gia</a>").unwrap();
    assert!(wards < communes, "in the order of the alphabet");
    assert!(lines.contains("2 hoạt động") && lines.contains("thứ Hai, 23/11/2026"), "{lines}");
    assert!(!lines.contains("Xã không có gì"), "{lines}");
    assert!(rest.contains("Nấu ăn") && rest.contains("Đi bộ"), "{rest}");
    let page = main(&built, "lich/xa-phuong/nghia-lo/index.html");
    let (coming, past) = page.split_once("Đã qua").unwrap();
    assert!(coming.contains(">Họp</a>") && !coming.contains(">Mở màn</a>"), "{coming}");
    assert!(past.contains(">Mở màn</a>"), "{past}");
    assert!(!built.has("lich/xa-phuong/trong/index.html"));
    let schedule = main(&built, "lich/index.html");
    assert!(schedule.contains("/lich/xa-phuong/index.html"), "{schedule}");
}

#[test]
fn an_area_has_a_calendar_and_a_feed_and_leads_to_itself_in_other_languages() {
    let built = clean().build();
    let calendar = built.file("lich/xa-nghia-lo.ics");
    assert!(calendar.contains("NAME:Lịch – Phường Nghĩa Lộ"), "{calendar}");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    let feed = built.file("lich/xa-phuong/nghia-lo/atom.xml");
    assert!(feed.contains("Lịch – Phường Nghĩa Lộ – Bảng tin"), "{feed}");
    assert!(feed.contains("20/11/2026: Mở màn") && feed.contains("Cổng, Sân đình, Tổ 1"), "{feed}");
    assert_eq!(feed.matches("<entry").count(), 2);
    let page = built.file("lich/xa-phuong/nghia-lo/index.html");
    assert!(page.contains("xa-nghia-lo.ics") && page.contains("nghia-lo/atom.xml"), "{page}");
    assert!(built.has("en/schedule/area-ba-gia.ics"));
    let english = built.file("en/schedule/areas/ba-gia/index.html");
    assert!(english.contains("Ba Gia Commune: Schedule"), "{english}");
    let other = "hreflang=\"vi\" href=\"https://tin.example/lich/xa-phuong/ba-gia/\"";
    assert!(english.contains(other), "{english}");
    let event = main(&built, "lich/mo/index.html");
    let ward = "/lich/xa-phuong/nghia-lo/index.html\">Phường Nghĩa Lộ</a>";
    assert!(event.contains(ward), "{event}");
    assert!(built.file("lich/mo/index.html").contains("AdministrativeArea"));
    assert!(built.file("lich/lich.json").contains("\"area\": \"Phường Nghĩa Lộ\""));
    // Without a date nobody knows when anything was announced.
    assert!(!built.has("en/schedule/areas/ba-gia/atom.xml") && !english.contains("atom.xml"));
}

#[test]
fn without_areas_there_is_no_such_view() {
    let text = SITE.replace(", area: nghia-lo", "").replace(", area: ba-gia", "");
    let built = Site::from_text(&text).build();
    assert!(!built.names().iter().any(|name| name.contains("xa-phuong")), "{:?}", built.names());
}

#[test]
fn an_area_that_is_nowhere_is_told_where_it_is_named() {
    let mut site = clean();
    site.edit(
        "content/_data/places.yaml",
        "truong: { name: Trường, area: ba-gia }",
        "truong: { name: Trường, area: ba-ja }",
    );
    let built = site.build();
    assert_eq!(built.codes(), ["content/_data/places.yaml:3:31 B403"]);
    built.assert_cures();
    site.remove("content/_data/areas.yaml");
    assert_eq!(site.build().codes().len(), 3);
    let mut site = clean();
    site.edit("content/_data/areas.yaml", "kind: xã", "kind: huyện");
    assert_eq!(site.build().codes().len(), 1);
}

#[test]
fn a_place_is_not_named_again_below_its_heading() {
    let built = built(&clean());
    let page = main(&built, "lich/dia-diem/index.html");
    let (_, market) = page.split_once("<h2 class=\"day\" id=\"cho\">Chợ</h2>").unwrap();
    let market = market.split_once("<ol").unwrap().1.split_once("</section>").unwrap().0;
    assert!(market.contains(">Họp</a>") && !market.contains("Chợ"), "{market}");
    let (_, yard) = page.split_once(">Sân đình</h2>").unwrap();
    let yard = yard.split_once("<ol").unwrap().1.split_once("</section>").unwrap().0;
    assert!(yard.contains("Cổng") && !yard.contains("Sân đình"), "{yard}");
    let (_, bank) = page.split_once(">Bờ sông</h2>").unwrap();
    assert!(!bank.split_once("</section>").unwrap().0.contains("Bờ sông"), "{bank}");
}

#[test]
fn audiences_are_in_the_order_of_the_settings_and_each_leads_to_what_is_for_all() {
    let built = clean().build();
    let page = main(&built, "lich/doi-tuong/index.html");
    let headings: Vec<&str> = page
        .split("<h2 class=\"day\" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(headings, ["tat-ca", "tre", "gia", "ui_none"]);
    let line = "<a href=\"#tat-ca\">và 2 hoạt động cho mọi người</a>";
    assert_eq!(page.matches(line).count(), 2, "{page}");
    let (everybody, _) = page.split_once("id=\"tre\"").unwrap();
    assert!(!everybody.contains(line), "{everybody}");
}
