//! The front page: whom to call, what is on, what is new.

use crate::harness::{Built, Site};

/// A front page under the theme of the program, with two schedules.
const SITE: &str = r#"-- site.yaml --
title: Bảng tin
theme: civic
languages: { vi: { name: Tiếng Việt } }
paginate_by: 3
base_url: https://tin.example/
menus: { help: ["@/giup.md"] }
-- content/_index.md --
---
title: Trang chủ
---
-- content/giup.md --
---
title: Trợ giúp
---
-- content/_data/hotlines.yaml --
a: { number: "111", name: Trẻ em, verified: 2026-11-01 }
b: { number: "1900 969 680", name: Ngôi nhà Bình yên, verified: 2026-11-01 }
-- content/cu.md --
---
title: Lịch cũ
kind: schedule
starts: 15/11/2024
ends: 15/12/2024
events: [{ id: xua, title: Chuyện xưa, date: 15/11/2024 }]
---
-- content/lich.md --
---
title: Lịch mới
kind: schedule
starts: 15/11/2026
ends: 15/12/2026
events:
  - { id: mo, title: Mở màn, starts: "15/11/2026 07:30", venue: Sân đình, description: Có trà. }
  - { id: phim, title: Chiếu phim, starts: "18/11/2026 19:00", status: cancelled }
  - { id: doi, title: Đổi ngày, date: 1/12/2026, status: moved, moved_from: 24/11/2026 }
  - { id: loa, title: Phát loa, starts: "15/11/2026 17:00", repeat: { every: day } }
---
-- content/trong.md --
---
title: Lịch chưa có gì
kind: schedule
starts: 15/11/2027
ends: 15/12/2027
---
"#;

fn built(site: &Site) -> Built {
    let built = site.build();
    built.assert_clean();
    built
}

/// The part of the front page that shows a schedule.
fn agenda(built: &Built) -> &str {
    let (_, rest) = built.file("index.html").split_once("<section class=\"agenda").unwrap();
    rest.split_once("</section>").unwrap().0
}

/// The front page built on a day.
fn on(day: &str) -> Built {
    let mut site = Site::from_text(SITE);
    site.set_now(&format!("{day}T09:00:00+07:00[Asia/Ho_Chi_Minh]"));
    built(&site)
}

#[test]
fn the_front_page_shows_the_newest_schedule_that_has_events() {
    let built = on("2026-11-10");
    let home = built.file("index.html");
    assert!(home.contains("data-first=\"2026-11-15\" data-total=\"31\""), "{home}");
    let agenda = agenda(&built);
    assert!(agenda.contains("Mở màn") && !agenda.contains("Chuyện xưa"), "{agenda}");
    assert_eq!(agenda.matches("Mở màn").count(), 1, "{agenda}");
    assert!(agenda.contains("<s>Chiếu phim</s>") && agenda.contains("Đã huỷ"), "{agenda}");
    assert!(!agenda.contains("Phát loa"), "what lasts is told while it lasts: {agenda}");
}

#[test]
fn the_front_page_leaves_out_what_is_over_on_the_day_of_the_build() {
    let built = on("2026-11-20");
    let agenda = agenda(&built);
    assert!(!agenda.contains("Mở màn") && agenda.contains("Đổi ngày"), "{agenda}");
    let (_, lasting) = agenda.split_once("agenda-longer").unwrap();
    assert!(lasting.contains("Phát loa"), "{lasting}");
    let after = on("2027-02-01");
    let home = after.file("index.html");
    assert!(!home.contains("class=\"agenda wide"), "nothing is coming: {home}");
}

#[test]
fn what_comes_back_stands_on_the_front_page_once() {
    let mut site = Site::from_text(SITE);
    let weekdays = "repeat: { every: week, on: [mon, tue, wed, thu, fri], until: 30/11/2027 }";
    site.edit(
        "content/lich.md",
        "date: 1/12/2026, status: moved, moved_from: 24/11/2026",
        &format!("date: 1/12/2026, {weekdays}"),
    );
    site.set_now("2026-12-02T09:00:00+07:00[Asia/Ho_Chi_Minh]");
    let built = built(&site);
    let agenda = agenda(&built);
    let items: Vec<&str> = agenda.split("<li class=\"event").skip(1).collect();
    let shown = items.iter().filter(|item| !item.contains(" more\"")).count();
    assert_eq!((items.len(), shown), (24, 1), "the rest is for a script: {agenda}");
    assert!(agenda.contains("lich/thang/index.html"), "the ways to look at it stay: {agenda}");
}

#[test]
fn without_a_schedule_or_anything_else_there_is_a_front_page_all_the_same() {
    let site = Site::from_text(
        "-- site.yaml --\ntitle: Bảng tin\ntheme: civic\nbase_url: https://tin.example/\nlanguages: { vi: {} }\n\
         -- content/_index.md --\n---\ntitle: Trang chủ\n---\n",
    );
    let built = built(&site);
    let home = built.file("index.html");
    for part in ["class=\"agenda", "class=\"help", "schedule.js", "<h2"] {
        assert!(!home.contains(part), "{part}: {home}");
    }
    assert!(home.contains("<h1>Trang chủ</h1>"), "{home}");
}

#[test]
fn only_what_the_front_page_shows_of_an_event_makes_it_anew() {
    let mut site = Site::from_text(SITE);
    site.build();
    site.edit("content/lich.md", "Có trà.", "Có trà và bánh.");
    assert!(!site.build_by_the_law().rendered().contains(&"index.html"));
    site.edit("content/cu.md", "Chuyện xưa", "Chuyện rất xưa");
    assert!(!site.build_by_the_law().rendered().contains(&"index.html"));
    site.edit("content/lich.md", "Sân đình", "Sân làng");
    assert!(!site.build_by_the_law().rendered().contains(&"index.html"), "it is over");
    site.edit("content/lich.md", "Đổi ngày", "Đổi sang ngày khác");
    assert!(site.build_by_the_law().rendered().contains(&"index.html"));
}

#[test]
fn the_first_numbers_stand_on_the_front_page() {
    let mut site = Site::from_text(SITE);
    site.edit("content/_data/hotlines.yaml", " }\nb", ", when: Em bị hại }\nb");
    let more = "c: { number: \"113\", name: Công an, verified: 2026-11-01 }\nd: { number: \"115\", name: Cấp cứu, verified: 2026-11-01 }\n";
    let lines = site.text("content/_data/hotlines.yaml");
    site.put("content/_data/hotlines.yaml", &format!("{lines}{more}"));
    let home = built(&site).file("index.html").to_owned();
    let (_, help) = home.split_once("<section class=\"help").unwrap();
    let (help, _) = help.split_once("</section>").unwrap();
    assert!(help.contains("<a href=\"tel:1900969680\" dir=\"ltr\">"), "{help}");
    assert!(
        help.contains("Em bị hại") && !help.contains("Trẻ em"),
        "when to call comes first: {help}"
    );
    assert!(help.contains("Công an") && !help.contains("Cấp cứu"), "three of them: {help}");
    assert!(help.contains("<a href=\"giup/index.html\">Trợ giúp</a>"), "{help}");
}

#[test]
fn the_later_pages_of_a_long_front_page_only_list() {
    let mut site = Site::from_text(SITE);
    for at in 0..9 {
        site.put(&format!("content/trang{at}.md"), &format!("---\ntitle: Trang {at}\n---\n"));
    }
    let built = built(&site);
    let second = built.file("trang/2/index.html");
    assert!(second.contains("<title>Bảng tin – Trang 2</title>"), "{second}");
    assert!(
        !second.contains("class=\"agenda") && !second.contains("class=\"help wide"),
        "{second}"
    );
    assert!(second.contains("class=\"entries rows\""), "{second}");
}
