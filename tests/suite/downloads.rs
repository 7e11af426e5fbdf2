//! Schedules as data: the table read back by a reader that is not ours, the JSON by another.

use serde_json::{Value as Json, json};

use crate::harness::{Built, Site, repository};

/// A schedule whose texts are made to break a table or to be taken for formulas.
const SCHEDULE: &str = r#"-- content/_index.md --
---
title: Trang chủ
---
-- content/_data/agencies.yaml --
doan: { name: { vi: Đoàn xã, en: Youth Union } }
truong: { name: { vi: "Trường \"Hoa Sen\"", en: Lotus School } }
-- content/_data/places.yaml --
san: { name: { vi: Sân đình, en: Temple Yard }, address: { vi: "Thôn 1, xã Hoa Sen", en: "Hamlet 1" } }
-- content/ke-hoach.md --
---
title: Kế hoạch
slug: ke-hoach
kind: plan
document: { number: 72/KH-UBND }
tasks: [{ id: nv1, title: Mở đầu }]
---
-- content/lich.md --
---
title: Lịch
slug: lich
kind: schedule
updated: 2026-11-01
starts: 1/11/2026
ends: 31/12/2026
theme: Chung tay
slogans: [Một, Hai]
plan: "@/ke-hoach.md"
organizer: doan
events:
  - id: mo
    title: "=HYPERLINK(\"http://x\"), \"mở\""
    description: |
      - Dòng một; có dấu
      @Dòng hai
    starts: "15/11/2026 07:30"
    ends: "15/11/2026 09:00"
    venue: Cổng
    place: san
    with: [doan, truong]
    audiences: [hoc-sinh, "giáo viên"]
    contact: "+84 255 371"
    task: nv1
    materials: ["@/_index.md"]
  - { id: tuan, title: Hằng tuần, date: 16/11/2026, part_of_day: morning, repeat: { every: week, on: [mon], except: [7/12/2026] }, organizer: truong, status: tentative, sample: true }
  - { id: dai, title: Dài, date: 20/11/2026, end_date: 21/11/2026, status: moved, moved_from: 19/11/2026 }
---
-- content/events.en.md --
---
title: Events
slug: events
kind: schedule
starts: 1/11/2026
ends: 31/12/2026
events: [{ id: mo, title: Opening, date: 15/11/2026, place: san }]
---
-- content/trong.md --
---
title: Trống
kind: schedule
starts: 1/11/2026
ends: 31/12/2026
---
"#;

/// The rows of a table, its headings first.
fn rows(built: &Built, path: &str) -> Vec<Vec<String>> {
    let text = built.file(path);
    let text = text.strip_prefix('\u{feff}').expect("a mark by which Excel knows UTF-8");
    assert_eq!(text.matches("\r\n").count(), text.matches('\r').count());
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cell of a row below a heading.
#[track_caller]
fn cell<'r>(rows: &'r [Vec<String>], row: usize, heading: &str) -> &'r str {
    let column = rows[0].iter().position(|own| own == heading);
    &rows[row][column.unwrap_or_else(|| panic!("no {heading} in {:?}", rows[0]))]
}

fn json(built: &Built, path: &str) -> Json {
    serde_json::from_str(built.file(path)).unwrap()
}

#[test]
fn each_schedule_with_events_is_a_table_and_data_in_its_language() {
    let built = Site::from_text(SCHEDULE).build_by_the_law();
    built.assert_clean();
    let is_data = |name: &&str| name.ends_with(".csv") || name.ends_with("lich.json");
    let names: Vec<&str> = built.names().into_iter().filter(is_data).collect();
    assert_eq!(names, ["en/events/schedule.csv", "lich/lich.csv", "lich/lich.json"]);
    assert!(built.has("en/events/schedule.json"));
    assert!(!built.has("trong/lich.json"));
}

#[test]
fn a_table_has_a_row_for_each_event() {
    let built = Site::from_text(SCHEDULE).build();
    let rows = rows(&built, "lich/lich.csv");
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert_eq!(cell(&rows, 1, "id"), "mo");
    assert_eq!(cell(&rows, 1, "date"), "2026-11-15");
    assert_eq!(cell(&rows, 1, "end_date"), "");
    assert_eq!(cell(&rows, 1, "time"), "07:30");
    assert_eq!(cell(&rows, 1, "end_time"), "09:00");
    assert_eq!(cell(&rows, 1, "venue"), "Cổng, Sân đình");
    assert_eq!(cell(&rows, 1, "address"), "Thôn 1, xã Hoa Sen");
    assert_eq!(cell(&rows, 1, "organizer"), "Đoàn xã");
    assert_eq!(cell(&rows, 1, "with"), "Đoàn xã; Trường \"Hoa Sen\"");
    assert_eq!(cell(&rows, 1, "audiences"), "hoc-sinh; giáo viên");
    assert_eq!(cell(&rows, 1, "task"), "Mở đầu");
    assert_eq!(cell(&rows, 1, "url"), "https://tin.example/lich/#mo");
    assert_eq!(cell(&rows, 2, "time"), "morning");
    assert_eq!(cell(&rows, 2, "status"), "tentative");
    assert_eq!(cell(&rows, 2, "sample"), "yes");
    assert_eq!(cell(&rows, 2, "repeat"), "week, days, until, except");
    assert_eq!(cell(&rows, 3, "end_date"), "2026-11-21");
    assert_eq!(cell(&rows, 3, "moved_from"), "2026-11-19");
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let built = Site::from_text(SCHEDULE).build();
    let rows = rows(&built, "lich/lich.csv");
    assert_eq!(cell(&rows, 1, "title"), "'=HYPERLINK(\"http://x\"), \"mở\"");
    assert_eq!(cell(&rows, 1, "description"), "'- Dòng một; có dấu\n'@Dòng hai");
    assert_eq!(cell(&rows, 1, "contact"), "'+84 255 371");
    let signs = ['=', '+', '-', '@'];
    assert!(rows.iter().flatten().all(|cell| !cell.starts_with(signs)), "{rows:?}");
}

#[test]
fn a_table_speaks_the_language_of_its_page() {
    let built = Site::read(&repository()).build();
    let vi = rows(&built, "thang-hanh-dong/2026/lich.csv");
    let en = rows(&built, "en/action-month/2026/schedule.csv");
    assert_eq!(vi.len(), en.len());
    assert!(vi.len() > 5);
    let titles: Vec<&str> = (1..vi.len()).map(|row| cell(&vi, row, "Nội dung")).collect();
    assert!(titles.contains(&"Lễ phát động Tháng hành động"), "{titles:?}");
    assert_eq!(cell(&vi, 1, "Dữ liệu minh hoạ"), "có");
    assert_eq!(cell(&en, 1, "Illustrative data"), "yes");
    let week = |rows: &[Vec<String>], heading| {
        let at = rows.iter().position(|row| row[0] == "chao-co").unwrap();
        cell(rows, at, heading).to_owned()
    };
    assert_eq!(
        week(&vi, "Lặp lại"),
        "Hằng tuần, vào thứ Hai, đến hết ngày 14/12/2026, trừ ngày 07/12/2026"
    );
    assert_eq!(
        week(&en, "Repeats"),
        "Every week, on Monday, until 14 December 2026, except on 7 December 2026"
    );
}

#[test]
fn the_data_of_a_schedule_says_all_of_it() {
    let built = Site::from_text(SCHEDULE).build();
    let data = json(&built, "lich/lich.json");
    assert_eq!(data["title"], "Lịch");
    assert_eq!(data["language"], "vi");
    assert_eq!(data["url"], "https://tin.example/lich/");
    assert_eq!(data["timezone"], "Asia/Ho_Chi_Minh");
    assert_eq!([&data["starts"], &data["ends"]], ["2026-11-01", "2026-12-31"]);
    assert_eq!(data["slogans"], json!(["Một", "Hai"]));
    assert_eq!(data["plan"]["url"], "https://tin.example/ke-hoach/");
    let opening = &data["events"][0];
    assert_eq!(opening["title"], "=HYPERLINK(\"http://x\"), \"mở\"");
    assert_eq!(opening["starts"], "2026-11-15T07:30:00+07:00");
    assert_eq!(opening["place"], json!({ "name": "Sân đình", "address": "Thôn 1, xã Hoa Sen" }));
    assert_eq!(opening["task"], json!({ "id": "nv1", "title": "Mở đầu" }));
    assert_eq!(opening["materials"][0]["url"], "https://tin.example/");
    assert_eq!(opening["calendar"], "https://tin.example/lich/su-kien-mo.ics");
    let weekly = &data["events"][1];
    assert_eq!(
        weekly["repeat"],
        json!({ "every": "week", "on": ["mon"], "until": "2026-12-31", "except": ["2026-12-07"] })
    );
    assert_eq!(weekly["organizer"], "Trường \"Hoa Sen\"");
    assert_eq!(weekly["sample"], true);
    assert_eq!(weekly["place"], Json::Null);
    assert_eq!(data["events"][2]["moved_from"], "2026-11-19");
    assert_eq!(json(&built, "en/events/schedule.json")["events"][0]["title"], "Opening");
}

#[test]
fn an_edit_of_an_event_makes_the_downloads_of_its_language_anew() {
    let mut site = Site::from_text(SCHEDULE);
    site.build();
    let built = site.edit("content/events.en.md", "Opening", "The opening").build();
    let made = built.rendered();
    assert!(made.contains(&"en/events/schedule.csv"), "{made:?}");
    assert!(!made.contains(&"lich/lich.csv"), "{made:?}");
}

/// A sheet whose texts a spreadsheet would change, or run.
const TYPED: &str = r#"-- content/_index.md --
---
title: Trang chủ
---
-- content/lich.md --
---
{ title: Lịch, slug: lich, kind: schedule, starts: 1/11/2026, ends: 31/12/2026, events: s.csv }
---
-- content/s.csv --
Ngày,Giờ,Nội dung,Địa điểm,Liên hệ,Mã,Ghi chú
16/11,7h,Họp,02553712135,02553712135,e1,''=1
17/11,7h,20-11,1/2,0255 3712 135,1-2,TRUE
18/11,7h,3E5,Mar-5,113,mar1,"một;'=2"
19/11,,007,Phòng 1-2,123456789012,7,'tis
20/11,9h - 10h,8/3,'+84 255 371,"'-2",x,+84 255
"#;

/// The texts of a schedule's events, as data has them.
fn texts(data: &Json) -> Vec<Json> {
    let events = data["events"].as_array().unwrap().iter();
    let names = ["id", "title", "starts", "ends", "venue", "contact", "description"];
    events.map(|event| names.map(|name| event[name].clone()).into_iter().collect()).collect()
}

#[test]
fn numbers_and_days_that_are_texts_keep_their_letters_in_a_spreadsheet() {
    let built = Site::from_text(TYPED).build_by_the_law();
    built.assert_clean();
    let rows = rows(&built, "lich/lich.csv");
    let column = |heading| (1..rows.len()).map(|row| cell(&rows, row, heading)).collect::<Vec<_>>();
    assert_eq!(column("id"), ["e1", "'1-2", "'mar1", "7", "x"]);
    assert_eq!(column("title"), ["Họp", "'20-11", "'3E5", "'007", "'8/3"]);
    assert_eq!(column("venue"), ["'02553712135", "'1/2", "'Mar-5", "Phòng 1-2", "'+84 255 371"]);
    assert_eq!(column("contact"), ["'02553712135", "0255 3712 135", "113", "'123456789012", "'-2"]);
    assert_eq!(column("description"), ["''=1", "'TRUE", "một;'=2", "'tis", "'+84 255"]);
    assert_eq!(column("date")[0], "2026-11-16");
    assert_eq!(column("time"), ["07:00", "07:00", "07:00", "", "09:00"]);
}

#[test]
fn a_table_that_is_read_as_a_sheet_says_the_same() {
    let mut site = Site::from_text(TYPED);
    let built = site.build();
    let (table, data) = (built.file("lich/lich.csv").to_owned(), json(&built, "lich/lich.json"));
    site.put("content/s.csv", &table);
    site.edit(
        "content/lich.md",
        "s.csv",
        "{ file: s.csv, columns: { ignore: [address, moved_from, sample, url] } }",
    );
    let again = site.build();
    again.assert_clean();
    assert_eq!(texts(&json(&again, "lich/lich.json")), texts(&data));
    assert_eq!(again.file("lich/lich.csv"), table);
}
