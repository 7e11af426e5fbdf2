//! What those who want to come to an event must know, wherever an event is told of: its page,
//! calendars, data, programs that search. And where to go if it does not take place.

use serde_json::{Value as Json, json};

use crate::harness::{Built, Site};

const SITE: &str = r#"-- site.yaml --
title: Bảng tin
theme: civic
languages: { vi: { name: Tiếng Việt } }
base_url: https://tin.example/
taxonomies: { audiences: { title: Đối tượng, terms: { tre: Trẻ em, gia: Người cao tuổi } } }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_data/places.yaml --
san: { name: Sân đình, map: "https://ban-do.example/san", access: Có lối đi cho xe lăn }
-- content/tin.md --
---
title: Tin thay lịch
---
-- content/lich.md --
---
title: Lịch
slug: lich
kind: schedule
starts: 1/11/2026
ends: 30/11/2026
events:
  - id: mo
    title: Mở màn
    date: 24/11/2026
    place: san
    register: https://dang-ky.example/mo/
    cost: Miễn phí
    bring: Nước uống
  - { id: xa, title: Ở xa, date: 25/11/2026, venue: Đồi, audiences: [gia] }
  - id: gan
    title: Ở gần
    date: 26/11/2026
    audiences: [tre]
    map: https://ban-do.example/gan
    register: 0255 3712 135
    cost: 20.000 đồng
  - { id: huy, title: Huỷ, date: 27/11/2026, status: cancelled, instead: xa, description: Mưa bão. }
  - { id: hoan, title: Hoãn, date: 20/11/2026, status: postponed, audiences: [tre] }
  - { id: bo, title: Bỏ, date: 21/11/2026, status: cancelled, instead: "@/tin.md" }
  - { id: le, title: Lẻ, date: 22/11/2026, status: cancelled, register: so@donvi.vn }
---
"#;

fn built(site: &Site) -> Built {
    let built = site.build_by_the_law();
    built.assert_clean();
    built
}

fn json(built: &Built, id: &str) -> Json {
    let data: Json = serde_json::from_str(built.file("lich/lich.json")).unwrap();
    let events = data["events"].as_array().unwrap().iter();
    events.into_iter().find(|event| event["id"] == id).unwrap().clone()
}

fn page(built: &Built, id: &str) -> String {
    let page = built.file(&format!("lich/{id}/index.html"));
    let (_, page) = page.split_once("<main").unwrap();
    page.split_once("<nav class=\"neighbours").unwrap().0.to_owned()
}

#[test]
fn a_page_calendars_and_data_tell_what_one_must_know() {
    let built = built(&Site::from_text(SITE));
    let page = page(&built, "mo");
    for text in [
        "<a href=\"https://ban-do.example/san\">Mở bản đồ</a>",
        "<a href=\"https://dang-ky.example/mo/\">dang-ky.example/mo</a>",
        "<dt>Phí tham gia</dt><dd>Miễn phí</dd>",
        "<dt>Hỗ trợ người khuyết tật</dt><dd>Có lối đi cho xe lăn</dd>",
        "<dt>Mang theo</dt><dd>Nước uống</dd>",
        "su-kien-mo.ics",
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let calendar = built.file("lich/su-kien-mo.ics").replace("\r\n ", "");
    let lines = "Đăng ký: https://dang-ky.example/mo/\\nPhí tham gia: Miễn phí\\nHỗ trợ người khuyết tật: Có lối đi cho xe lăn\\nMang theo: Nước uống\\nBản đồ: https://ban-do.example/san";
    assert!(calendar.contains(lines), "{calendar}");
    let data = json(&built, "mo");
    assert_eq!(data["map"], "https://ban-do.example/san");
    assert_eq!(data["register"], "https://dang-ky.example/mo/");
    assert_eq!(data["access"], "Có lối đi cho xe lăn");
    assert_eq!([&data["cost"], &data["bring"]], ["Miễn phí", "Nước uống"]);
    assert_eq!(json(&built, "gan")["register"], "tel:02553712135");
    assert_eq!(json(&built, "xa")["map"], Json::Null);
    let table = built.file("lich/lich.csv");
    let headings = "Bản đồ,Đăng ký,Tiếp cận,Phí tham gia,Mang theo,Thay bằng";
    assert!(table.contains(headings), "{table}");
    assert!(table.contains("https://ban-do.example/gan,0255 3712 135,,20.000 đồng,"), "{table}");
}

#[test]
fn programs_are_told_what_is_free_and_where_one_registers() {
    let built = built(&Site::from_text(SITE));
    let told = |id: &str| -> Json {
        let page = built.file(&format!("lich/{id}/index.html"));
        let (_, script) = page.split_once("ld+json\">").unwrap();
        let graph: Json = serde_json::from_str(script.split_once("</script>").unwrap().0).unwrap();
        let nodes = graph["@graph"].as_array().unwrap().clone();
        let own = nodes.iter().find_map(|node| {
            if node["@type"] == "Event" { Some(node) } else { node.get("mainEntity") }
        });
        own.unwrap().clone()
    };
    let free = told("mo");
    assert_eq!(free["isAccessibleForFree"], json!(true));
    assert_eq!(free["offers"], json!({ "@type": "Offer", "url": "https://dang-ky.example/mo/" }));
    assert_eq!(free["location"]["hasMap"], "https://ban-do.example/san");
    let paid = told("gan");
    assert_eq!([&paid["isAccessibleForFree"], &paid["offers"]], [&Json::Null, &Json::Null]);
}

#[test]
fn what_does_not_take_place_leads_to_what_does() {
    let built = built(&Site::from_text(SITE));
    let cancelled = page(&built, "huy");
    let why = cancelled.find("Mưa bão.").unwrap();
    let link = cancelled.find("/lich/xa/index.html\">Ở xa</a>").unwrap();
    assert!(why < link && link < cancelled.find("class=\"actions").unwrap(), "{cancelled}");
    assert!(cancelled.contains("Mời bạn đến:") && !cancelled.contains(".ics"), "{cancelled}");
    assert_eq!(json(&built, "huy")["instead"]["url"], "https://tin.example/lich/xa/");
    let postponed = page(&built, "hoan");
    assert!(postponed.contains("Xem hoạt động gần nhất:"), "{postponed}");
    assert!(postponed.contains("/lich/gan/index.html\">Ở gần</a>"), "{postponed}");
    let led_to_a_page = page(&built, "bo");
    assert!(led_to_a_page.contains("/tin/index.html\">Tin thay lịch</a>"), "{led_to_a_page}");
    let alone = page(&built, "le");
    assert!(!alone.contains("gần nhất") && !alone.contains("mailto:"), "{alone}");
    let before = "- { id: gan, title: Ở gần, date: 26/11/2026";
    let mut site = Site::from_text(&SITE.replace(
        "  - id: gan\n    title: Ở gần\n    date: 26/11/2026",
        &format!("  {before} }}\n  - id: gan2\n    title: Thứ hai\n    date: 26/11/2026"),
    ));
    site.set_now("2026-12-01T08:00:00+07:00[Asia/Ho_Chi_Minh]");
    let over = page(&self::built(&site), "hoan");
    assert!(!over.contains("gần nhất"), "nothing is to come: {over}");
}

#[test]
fn a_sheet_has_columns_for_it_and_what_an_office_spends_stays_at_home() {
    let mut site = Site::from_text(SITE);
    site.put(
        "content/lich.md",
        "---\n{ title: Lịch, slug: lich, kind: schedule, starts: 1/11/2026, ends: 30/11/2026, \
         events: { file: s.csv, columns: { ignore: [Kinh phí, Chi phí] } } }\n---\n",
    );
    site.put(
        "content/s.csv",
        "Ngày,Nội dung,Mã,Bản đồ,Đăng ký,Phí tham gia,Hỗ trợ người khuyết tật,Mang theo,Thay bằng,Trạng thái,Kinh phí,Chi phí\n\
         24/11,Mở,mo,https://ban-do.example/mo,so@donvi.vn,Miễn phí,Có phiên dịch ngôn ngữ ký hiệu,Mũ,,,Bimat,Bimat\n\
         25/11,Bỏ,bo,,,,,,mo,Huỷ,,\n",
    );
    let built = built(&site);
    let data = json(&built, "mo");
    let told = ["map", "register", "cost", "access", "bring"].map(|key| data[key].clone());
    assert_eq!(
        told,
        [
            "https://ban-do.example/mo",
            "mailto:so@donvi.vn",
            "Miễn phí",
            "Có phiên dịch ngôn ngữ ký hiệu",
            "Mũ"
        ]
    );
    assert_eq!(json(&built, "bo")["instead"]["title"], "Mở");
    let published = built.names().into_iter().filter(|name| name.ends_with(".html"));
    assert!(published.into_iter().all(|name| !built.file(name).contains("Bimat")));
    site.edit("content/lich.md", ", columns: { ignore: [Kinh phí, Chi phí] }", "");
    assert_eq!(site.build().codes().len(), 2, "the two columns are told");
}

#[test]
fn what_cannot_be_read_is_said_with_its_cure() {
    let told = |from: &str, to: &str| {
        let mut site = Site::from_text(SITE);
        site.edit("content/lich.md", from, to);
        let built = site.build();
        built.assert_cures();
        built.codes()
    };
    let register = "https://dang-ky.example/mo/";
    assert_eq!(told(register, "tại phòng 3"), ["content/lich.md:12:15 B106"]);
    assert_eq!(told("https://ban-do.example/gan", "mailto:a@b.vn").len(), 1);
    assert_eq!(told("https://ban-do.example/gan", "\"@/tin.md\"").len(), 1);
    assert_eq!(told("instead: xa", "instead: khong-co").len(), 1);
    assert_eq!(told("instead: xa", "instead: huy").len(), 1, "itself");
    assert_eq!(told("\"@/tin.md\"", "\"@/khong-co.md\"").len(), 1);
    assert_eq!(told(register, "nguyen@gmail.com").len(), 1, "a private mailbox");
}
