//! What the search finds besides pages and events: communes, old names; and which words smell of
//! danger.

use crate::harness::{Built, Site};

const SITE: &str = "-- site.yaml --
title: Bảng tin
theme: civic
base_url: https://tin.example/
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
-- content/_data/areas.yaml --
tra-cau: { name: Xã Trà Câu, formerly: [Xã Phổ Văn, { vi: Phường Phổ Minh, en: Phổ Minh Ward }] }
khong: { name: Xã không có gì }
-- content/_data/places.yaml --
nha: { name: Nhà văn hoá Vạn Lý, area: tra-cau, formerly: Đình làng cũ }
-- content/_data/agencies.yaml --
cu: { name: Sở Lao động cũ, replaced_by: moi }
moi: { name: Sở Nội vụ mới }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/lich.md --
---
title: Lịch tháng
kind: schedule
organizer: moi
events:
  - { id: mit-tinh, title: Lễ mít tinh, description: Mời bà con., date: 25/11/2026, place: nha }
---
-- content/kin/_index.md --
---
title: Kín
cascade: { sensitive: true, neutral_title: Tài liệu }
---
-- content/kin/lich.md --
---
title: Lịch kín
kind: schedule
events:
  - { id: an, title: Ẩn, date: 25/11/2026, place: nha }
---
";

fn index(built: &Built, language: &str) -> String {
    let start = format!("_search/{language}");
    let names = built.names().into_iter().filter(|name| name.starts_with(&start));
    names.map(|name| built.file(name)).collect()
}

#[test]
fn a_commune_is_found_with_its_places_and_only_where_its_schedule_may_be_told() {
    let text = index(&Site::from_text(SITE).build_by_the_law(), "vi");
    let area = "[\"lich/xa-phuong/tra-cau/index.html\",\"Xã Trà Câu: Lịch tháng\",7,\"\",\"Nhà văn hoá Vạn Lý\"]";
    assert!(text.contains(area), "{text}");
    assert_eq!(text.matches("Xã Trà Câu: ").count(), 1, "{text}");
    assert!(text.contains("tra cau:") && text.contains("van ly:"), "{text}");
}

#[test]
fn an_event_says_when_where_and_what_it_is() {
    let text = index(&Site::from_text(SITE).build_by_the_law(), "vi");
    let event = "\"Lễ mít tinh\",6,\"25/11/2026\",\"Mời bà con.\",\"Nhà văn hoá Vạn Lý\"]";
    assert!(text.contains(event), "{text}");
}

#[test]
fn old_names_lead_to_those_of_today() {
    let built = Site::from_text(SITE).build_by_the_law();
    let text = index(&built, "vi");
    let old = "\"old\":[[\"Sở Lao động cũ\",\"Sở Nội vụ mới\"],[\"Xã Phổ Văn\",\"Xã Trà Câu\"],\
               [\"Phường Phổ Minh\",\"Xã Trà Câu\"],[\"Đình làng cũ\",\"Nhà văn hoá Vạn Lý\"]]";
    assert!(text.contains(old), "{text}");
    assert!(text.contains("\"now\":\"{old} nay là {new}.\""), "{text}");
    assert!(index(&built, "en").contains("[\"Phổ Minh Ward\",\"Xã Trà Câu\"]"));
    // Who looks for the old name finds what is there now: the commune, the event, the schedule.
    for term in ["pho van:", "minh:", "d-inh`:", "lao:"] {
        assert!(text.contains(term), "{term} in {text}");
    }
}

#[test]
fn a_site_has_words_of_danger_of_its_own() {
    let mut site = Site::from_text(SITE);
    let before = index(&site.build_by_the_law(), "vi");
    assert!(before.contains("\"danger\":[\"đường dây nóng\""), "{before}");
    site.put("content/_data/danger.yaml", "vi:\n  - bị dìm nước\n  - kêu cứu\n");
    let built = site.build_by_the_law();
    assert!(index(&built, "vi").contains("\"danger\":[\"bị dìm nước\",\"kêu cứu\"]"));
    // A language without a list keeps the words of the theme.
    assert!(index(&built, "en").contains("\"danger\":[\"hotline\""));
    site.put("content/_data/danger.yaml", "vi: []\n");
    assert!(index(&site.build_by_the_law(), "vi").contains("\"danger\":[]"));
}
