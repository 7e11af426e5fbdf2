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
    let (_, rest) = built.file("index.html").split_once("<section class=\"agenda\"").unwrap();
    rest.split_once("</nav>").unwrap().0
}

#[test]
fn the_front_page_shows_the_newest_schedule_that_has_events() {
    let built = built(&Site::from_text(SITE));
    let agenda = agenda(&built);
    assert!(agenda.contains("data-first=\"2026-11-15\" data-last=\"2026-12-15\""), "{agenda}");
    assert!(agenda.contains("max=\"31\""), "{agenda}");
    assert!(agenda.contains("Mở màn") && !agenda.contains("Chuyện xưa"), "{agenda}");
    let home = built.file("index.html");
    let (_, after) = home.split_once("id=\"ui_schedule\"").unwrap();
    assert!(after.contains("Lịch cũ") && after.contains("Lịch chưa có gì"), "{after}");
    assert!(!after.contains("Lịch mới"), "a schedule stands there once: {after}");
}

#[test]
fn a_week_counts_what_takes_place_in_it() {
    let built = built(&Site::from_text(SITE));
    let weeks = agenda(&built).split("<details").filter(|part| part.contains("agenda-week"));
    let counts: Vec<&str> = weeks
        .map(|week| week.split_once(" hoạt động").unwrap().0.rsplit_once('>').unwrap().1)
        .collect();
    assert_eq!(counts, ["1", "0", "0", "1"], "neither what is cancelled nor a day moved from");
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
    assert!(site.build_by_the_law().rendered().contains(&"index.html"));
}

#[test]
fn a_full_day_leads_on_to_the_schedule() {
    let mut site = Site::from_text(SITE);
    let events: String = (0..11)
        .map(|at| format!("  - {{ id: e{at}, title: Việc {at}, date: 16/11/2026 }}\n"))
        .collect();
    site.edit("content/lich.md", "  - { id: mo,", &format!("{events}  - {{ id: mo,"));
    let built = built(&site);
    let agenda = agenda(&built);
    assert_eq!(agenda.matches(">Việc ").count(), 8, "{agenda}");
    assert!(agenda.contains("lich/index.html#ui_2026-11-16\">và 3 hoạt động nữa"), "{agenda}");
    assert!(built.file("lich/index.html").contains("id=\"ui_2026-11-16\""));
}

#[test]
fn a_schedule_of_a_whole_year_does_not_fill_the_front_page() {
    let mut site = Site::from_text(SITE);
    let weekdays = "repeat: { every: week, on: [mon, tue, wed, thu, fri], until: 30/11/2027 }";
    site.edit(
        "content/lich.md",
        "date: 1/12/2026, status: moved, moved_from: 24/11/2026",
        &format!("date: 1/12/2026, {weekdays}"),
    );
    let built = built(&site);
    let agenda = agenda(&built);
    assert!(!agenda.contains("agenda-week"), "{agenda}");
    assert!(agenda.contains("lich/thang/index.html"), "the ways to look at it stay: {agenda}");
}

#[test]
fn a_day_on_which_all_numbers_were_checked_is_said_once() {
    let mut site = Site::from_text(SITE);
    let home = built(&site).file("index.html").to_owned();
    let (_, help) = home.split_once("<section class=\"help\"").unwrap();
    let (help, _) = help.split_once("</section>").unwrap();
    assert_eq!(help.matches("01/11/2026").count(), 1, "{help}");
    assert!(help.contains("<a href=\"tel:1900969680\" dir=\"ltr\">"), "{help}");
    assert!(help.contains("<a href=\"giup/index.html\">Trợ giúp</a>"), "{help}");
    site.edit("content/_data/hotlines.yaml", "Trẻ em, verified: 2026-11-01", "Trẻ em");
    let home = built(&site).file("index.html").to_owned();
    let (before, _) = home.split_once("01/11/2026").unwrap();
    assert!(before.contains("Trẻ em</li>"), "{before}");
    assert!(before.contains("Ngôi nhà Bình yên <span class=\"note\">("), "{before}");
}

#[test]
fn lessons_stand_apart_from_other_materials() {
    let mut site = Site::from_text(SITE);
    site.put("content/bai.md", "---\n{ title: Bài học, kind: material, medium: lesson }\n---\n");
    site.put("content/to.md", "---\n{ title: Tờ rơi, kind: material, medium: leaflet }\n---\n");
    let built = built(&site);
    let home = built.file("index.html");
    let (_, lessons) = home.split_once("id=\"ui_lesson\"").unwrap();
    let (lessons, others) = lessons.split_once("id=\"ui_material\"").unwrap();
    assert!(lessons.contains("Bài học") && !lessons.contains("Tờ rơi"), "{lessons}");
    assert!(others.contains("Tờ rơi") && !others.contains("Bài học"), "{others}");
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
    assert!(!second.contains("class=\"agenda") && !second.contains("class=\"help"), "{second}");
    assert!(second.contains("class=\"entries\""), "{second}");
}
