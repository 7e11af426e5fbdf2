//! The pages of a schedule: day by day, by month, place and audience, and one of each event.

use crate::harness::{Built, Site, repository};
use crate::html::tags;

/// A schedule in two languages under the theme of the program.
const SITE: &str = r#"-- site.yaml --
title: { vi: Bảng tin, en: Notices }
base_url: https://tin.example/
languages: { vi: { name: Tiếng Việt }, en: { name: English } }
taxonomies: { audiences: { title: { vi: Đối tượng, en: Audiences }, terms: { tre: { vi: Trẻ em, en: Children } } } }
-- content/_index.md --
---
title: Trang chủ
---
-- content/_index.en.md --
---
title: Home
---
-- content/_data/places.yaml --
san: { name: { vi: Sân đình, en: Temple Yard } }
-- content/tin/_index.md --
---
title: Tin
---
-- content/tin/bai.md --
---
{ kind: post, title: Bài, date: 2026-11-01 }
---
-- content/lich.md --
---
title: Lịch
slug: lich
kind: schedule
starts: 15/11/2026
ends: 31/12/2026
events:
  - { id: mo, title: Mở màn, starts: "15/11/2026 07:30", ends: "15/11/2026 09:00", place: san, audiences: [tre] }
  - { id: hop, title: Họp tuần, starts: "16/11/2026 07:00", repeat: { every: week, until: 7/12/2026 }, venue: Nhà bà Ba }
  - { id: loa, title: Phát loa, starts: "15/11/2026 17:00", ends: "15/11/2026 17:05", repeat: { every: day } }
  - { id: phim, title: Chiếu phim, starts: "28/11/2026 19:00", status: cancelled, place: san }
  - { id: doi, title: Đổi ngày, date: 1/12/2026, status: moved, moved_from: 24/11/2026, audiences: [tre] }
  - { id: thang, title: Tháng, date: 20/12/2026, description: Mã trùng tên thư mục. }
---
-- content/lich.en.md --
---
title: Calendar
slug: calendar
kind: schedule
starts: 15/11/2026
ends: 31/12/2026
events:
  - { id: mo, title: Opening, starts: "15/11/2026 07:30", place: san, audiences: [tre] }
---
"#;

fn site() -> Site {
    let site = Site::from_text(SITE);
    site.build().assert_clean();
    site
}

/// The pages below the schedule, in one language.
fn below<'b>(built: &'b Built, folder: &str) -> Vec<&'b str> {
    let names = built.names().into_iter();
    names.filter_map(|name| name.strip_prefix(folder)?.strip_suffix("/index.html")).collect()
}

#[test]
fn a_schedule_has_pages_by_month_place_and_audience_and_one_of_each_event() {
    let built = site().build_by_the_law();
    assert_eq!(
        below(&built, "lich/"),
        ["dia-diem", "doi-tuong", "doi", "hop", "loa", "mo", "phim", "thang-104c68b9", "thang"],
        "an event takes no place of a view"
    );
    assert_eq!(below(&built, "en/calendar/"), ["audiences", "mo", "months", "places"]);
}

#[test]
fn what_nobody_wrote_has_no_page() {
    let mut site = site();
    site.edit("content/lich.en.md", ", place: san, audiences: [tre]", "");
    let built = site.build();
    assert_eq!(below(&built, "en/calendar/"), ["mo", "months"]);
    let page = built.file("en/calendar/index.html");
    assert!(!page.contains(">Places<") && page.contains(">Month<"), "{page}");
}

#[test]
fn an_event_stands_on_each_day_on_which_it_takes_place() {
    let built = site().build();
    let page = built.file("lich/index.html");
    let days: Vec<&str> =
        page.split("<ol class=\"events\" id=\"ui_").skip(1).map(|rest| &rest[..10]).collect();
    assert_eq!(
        days,
        [
            "2026-11-23",
            "2026-11-24",
            "2026-11-28",
            "2026-11-30",
            "2026-12-01",
            "2026-12-07",
            "2026-12-20",
            "2026-11-15",
            "2026-11-16",
        ],
        "what is over on the day of the build comes last"
    );
    let ids: Vec<String> =
        tags(page).iter().filter_map(|tag| Some(tag.get("id")?.to_owned())).collect();
    for id in ["mo", "hop", "doi", "phim", "thang"] {
        assert_eq!(ids.iter().filter(|own| *own == id).count(), 1, "{id}");
    }
    // What comes every day stands apart.
    let (_, longer) = page.split_once("id=\"ui_longer\"").unwrap();
    assert!(longer.contains("Phát loa"), "{longer}");
    let (_, body) = page.split_once("<body").unwrap();
    assert_eq!(body.matches("Phát loa").count(), 1);
}

#[test]
fn what_is_off_or_moved_stays_struck_through_and_says_so() {
    let built = site().build();
    let page = built.file("lich/index.html");
    let day = |date: &str| {
        let rest = page.split(&format!("id=\"ui_{date}\"")).nth(1).unwrap();
        rest.split("</ol>").next().unwrap()
    };
    let cancelled = day("2026-11-28");
    assert!(cancelled.contains("<s>Chiếu phim</s>") && cancelled.contains("Đã huỷ"));
    assert!(!day("2026-11-28").split("</h3>").nth(1).unwrap().contains("data-times"));
    let old = day("2026-11-24");
    assert!(old.contains("<s>Đổi ngày</s>") && old.contains("Đã đổi lịch"), "{old}");
    assert!(old.contains("Lịch mới:") && old.contains("thứ Ba, 01/12/2026"), "{old}");
    let new = day("2026-12-01");
    assert!(!new.contains("<s>Đổi ngày</s>") && new.contains("<s><time"), "{new}");
    assert!(new.contains("Lịch cũ: <s><time datetime=\"2026-11-24\">thứ Ba, 24/11/2026"), "{new}");
}

#[test]
fn a_calendar_runs_on_from_the_first_week_to_the_last() {
    let built = site().build_by_the_law();
    let page = built.file("lich/thang/index.html");
    let (_, grid) = page.split_once("<table class=\"month\"").unwrap();
    let (grid, below) = grid.split_once("</table>").unwrap();
    let all = tags(grid);
    let heads: Vec<_> = all.iter().filter(|tag| tag.name == "th").collect();
    assert_eq!(heads.len(), 7);
    assert!(heads.iter().all(|tag| tag.get("scope") == Some("col")));
    // From the week of 15 November, a Sunday, to that of 31 December.
    let days = all
        .iter()
        .filter(|tag| tag.get("class").is_some_and(|class| class.starts_with("month-day")));
    assert_eq!(days.count(), 8 * 7);
    assert_eq!(grid.matches("month-name").count(), 2 + 1, "November, December, January");
    assert!(grid.find("thứ Hai") < grid.find("Chủ nhật"), "the week begins on Monday");
    let name = "16<span class=\"unseen\"> – thứ Hai, 16/11/2026: 1 hoạt động</span>";
    assert!(grid.contains(name), "{grid}");
    assert!(grid.contains("href=\"#ui_2026-11-16\"") && below.contains("id=\"ui_2026-11-16\""));
    assert_eq!(page.matches("<table class=\"month\"").count(), 1, "one for all months");
    assert_eq!(page.matches("data-state=\"today\"").count(), 1, "the day of the build");

    let mut sunday = site();
    sunday.put("i18n/vi.yaml", "dates: { week_starts: sun }\n");
    let built = sunday.build();
    built.assert_clean();
    let page = built.file("lich/thang/index.html");
    assert!(page.find("Chủ nhật</span>") < page.find("thứ Hai</span>"));
}

#[test]
fn places_and_audiences_bear_their_calendars() {
    let built = site().build();
    let places = built.file("lich/dia-diem/index.html");
    for text in ["Sân đình", "noi-san.ics", "webcal://tin.example/lich/noi-san.ics", "Nhà bà Ba"]
    {
        assert!(places.contains(text), "{text}");
    }
    assert!(places.contains("Chưa ghi địa điểm"));
    let audiences = built.file("en/calendar/audiences/index.html");
    assert!(audiences.contains(">Children</h2>"), "{audiences}");
    assert!(audiences.contains("webcal://tin.example/en/calendar/audience-tre.ics"));
}

#[test]
fn an_event_is_one_page_in_every_language_that_has_it() {
    let built = site().build();
    let page = built.file("lich/mo/index.html");
    let english =
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://tin.example/en/calendar/mo/\">";
    assert!(page.contains(english), "{page}");
    assert!(!built.file("lich/hop/index.html").contains("rel=\"alternate\" hreflang=\"en\""));
    let map = built.file("sitemap.xml");
    for path in ["lich/mo/", "lich/thang/", "en/calendar/places/"] {
        assert!(map.contains(&format!("<loc>https://tin.example/{path}</loc>")), "{path}");
    }
    // The way from one event to the next, in time.
    assert!(page.contains("href=\"../../lich/loa/index.html\""), "{page}");
}

#[test]
fn an_edit_of_an_event_makes_what_shows_it() {
    let mut site = site();
    let html = |built: &Built| -> Vec<String> {
        let names = built.rendered().into_iter().filter(|name| name.ends_with(".html"));
        names.map(str::to_owned).collect()
    };
    site.edit("content/lich.md", "title: Chiếu phim", "title: Chiếu phim mới");
    assert_eq!(
        html(&site.build_by_the_law()),
        [
            "index.html",
            "lich/dia-diem/index.html",
            "lich/doi-tuong/index.html",
            "lich/doi/index.html",
            "lich/hop/index.html",
            "lich/index.html",
            "lich/phim/index.html",
            "lich/thang/index.html",
        ],
        "its own page, the schedule, its views, the events before and after it, and the front page"
    );
    site.edit("content/lich.md", "Mã trùng tên thư mục.", "Mã trùng.");
    assert_eq!(
        html(&site.build_by_the_law()),
        ["lich/index.html", "lich/thang-104c68b9/index.html"],
        "a description is in no list but that which has all of them"
    );
    site.edit("content/tin/bai.md", "title: Bài", "title: Bài khác");
    assert!(html(&site.build_by_the_law()).iter().all(|name| !name.starts_with("lich/")));
}

#[test]
fn a_theme_without_pages_of_events_leads_to_their_place_on_the_schedule() {
    let site = Site::from_text(&SITE.replace("-- site.yaml --", "-- unused.yaml --"));
    let schedule = "{% for day in page.schedule.days %}{% for item in day.entries %}\
        <a href=\"{{ root }}{{ item.url }}\" id=\"{{ item.id }}\">{{ item.title }}</a>\
        {% endfor %}{% endfor %}";
    let site = site.with_theme_file("templates/schedule.html", schedule);
    let built = site.build();
    assert_eq!(below(&built, "lich/"), [] as [&str; 0]);
    assert!(built.file("lich/index.html").contains("href=\"../lich/index.html#mo\""));
}

#[test]
fn only_pages_with_events_load_the_script() {
    let built = Site::read(&repository()).build();
    for name in ["thang-hanh-dong/2026/index.html", "thang-hanh-dong/2026/thang/index.html"] {
        assert!(built.file(name).contains("_theme/schedule.js"), "{name}");
    }
    assert!(!built.file("tin-tuc/index.html").contains("schedule.js"));
}
