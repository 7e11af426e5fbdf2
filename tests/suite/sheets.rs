//! Sheets as clerks make them, each with the events it becomes or all that is said of it.
//!
//! `tests/sheets/NAME.{csv,xlsx,ods}` is read by a schedule from 15/11 to 15/12/2026, or by the
//! front matter in `NAME.yaml`; `NAME.txt` holds what must come out.
//! `UPDATE=1 cargo test --test suite sheets` writes it anew: look at the difference.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use bangtin::content::kinds::{Event, Every, Named, PartOfDay, Repeat, Weekday};
use jiff::tz::TimeZone;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::harness::{Site, repository};

/// The front matter of a sheet that has none of its own; `FILE` is its name.
const USUAL: &str = "starts: 15/11/2026\nends: 15/12/2026\nevents: FILE\n";

#[test]
fn every_sheet_becomes_its_events_or_its_faults() {
    let sheets = sheets();
    assert!(sheets.len() >= 40, "{}", sheets.len());
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for sheet in sheets {
        let told = told(&sheet);
        let expected = sheet.with_extension("txt");
        if update {
            fs::write(&expected, &told).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != told {
            wrong.push(format!("=== {}\n{told}", sheet.display()));
        }
    }
    assert!(wrong.is_empty(), "what comes out now:\n\n{}", wrong.join("\n"));
}

fn sheets() -> Vec<PathBuf> {
    let files = fs::read_dir(repository().join("tests/sheets")).unwrap();
    let mut sheets: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    let of_a_case = |path: &PathBuf| {
        !matches!(path.extension().and_then(|end| end.to_str()), Some("txt" | "yaml" | "md" | "py"))
    };
    sheets.retain(of_a_case);
    sheets.sort();
    let names: BTreeSet<PathBuf> = sheets.iter().map(|sheet| sheet.with_extension("")).collect();
    assert_eq!(names.len(), sheets.len(), "two sheets of one name share what is expected");
    sheets
}

/// Bytes that a few random slips have changed.
fn slipped(bytes: &[u8], random: &mut u64) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut next = |below: usize| {
        // xorshift64 (Marsaglia 2003): the same slips in every run.
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        usize::try_from(*random % u64::try_from(below.max(1)).unwrap()).unwrap()
    };
    for _ in 0..=next(4) {
        let at = next(bytes.len());
        let end = (at + next(40)).min(bytes.len());
        match next(4) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again: Vec<u8> = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(next(128)).unwrap();
                }
            }
        }
    }
    bytes
}

/// The same archive with slips in the parts that hold texts.
fn slipped_archive(bytes: &[u8], random: &mut u64) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut slipped_one = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let is_read =
            ["sheet1.xml", "content.xml", "sharedStrings.xml", "styles.xml", "workbook.xml"];
        if is_read.iter().any(|end| name.ends_with(end)) {
            bytes = slipped(&bytes, random);
        }
        slipped_one.start_file(name, SimpleFileOptions::default()).unwrap();
        slipped_one.write_all(&bytes).unwrap();
    }
    slipped_one.finish().unwrap().into_inner()
}

#[test]
fn no_slip_in_a_sheet_stops_the_program() {
    let mut site = Site::from_text(MONTH);
    let mut random = 0x9e37_79b9_7f4a_7c15;
    for sheet in sheets() {
        let bytes = fs::read(&sheet).unwrap();
        let name = format!("content/lich/lich.{}", sheet.extension().unwrap().to_str().unwrap());
        let page = MONTH.split("-- content/lich/thang.md --\n").nth(1).unwrap();
        let page = page
            .split("-- ")
            .next()
            .unwrap()
            .replace("lich.csv", &name.replace("content/lich/", ""));
        site.put("content/lich/thang.md", &page);
        for _ in 0..12 {
            let is_archive = ZipArchive::new(Cursor::new(&bytes)).is_ok_and(|own| !own.is_empty());
            let slipped = match is_archive {
                true => slipped_archive(&bytes, &mut random),
                false => slipped(&bytes, &mut random),
            };
            site.put_file(&name, &slipped);
            site.events("content/lich/thang.md");
        }
    }
}

/// What comes out of a sheet: the events in Vietnamese, those in English where they differ, and
/// all that is said.
fn told(sheet: &Path) -> String {
    let name = sheet.file_name().unwrap().to_str().unwrap();
    let written = fs::read_to_string(sheet.with_extension("yaml"));
    let keys = written.unwrap_or_else(|_| USUAL.to_owned()).replace("FILE", name);
    let page = |title: &str| format!("---\ntitle: {title}\nkind: schedule\n{keys}---\n");
    let mut site = Site::from_text("-- content/_index.md --\n---\ntitle: Trang chủ\n---\n");
    site.put("content/lich/_index.md", "---\ntitle: Lịch\n---\n");
    site.put("content/lich/lich.md", &page("Lịch"));
    site.put("content/lich/lich.en.md", &page("Schedule"));
    site.put_file(&format!("content/lich/{name}"), &fs::read(sheet).unwrap());
    let built = site.build_by_the_law();
    built.assert_cures();
    let vietnamese = events(&site.events("content/lich/lich.md"));
    let english = events(&site.events("content/lich/lich.en.md"));
    let mut told = vietnamese.clone();
    if english.replace("    lang vi\n", "") != vietnamese {
        write!(told, "\n--- en\n{english}").unwrap();
    }
    let said = built.told();
    if !said.is_empty() {
        write!(told, "\n>>>\n{said}").unwrap();
    }
    told
}

fn events(events: &[Event]) -> String {
    let mut all = String::new();
    for event in events {
        writeln!(all, "{} | {} | {}", event.id.value, when(event), event.title).unwrap();
        let names =
            |names: &[Named]| names.iter().map(Named::as_str).collect::<Vec<_>>().join("; ");
        let status = event.status.name();
        let repeat = event.repeat.as_ref().map(repeat);
        let materials = event.materials.iter().map(|link| link.written());
        let rows = [
            ("status", Some(status.to_owned()).filter(|status| status != "confirmed")),
            ("moved from", event.moved_from.as_ref().map(|from| from.value.iso(&TimeZone::UTC))),
            ("repeat", repeat),
            ("venue", event.venue().map(str::to_owned)),
            ("organizer", event.organizer.as_ref().map(|own| own.as_str().to_owned())),
            ("with", Some(names(&event.with))),
            ("attendees", event.attendees.clone()),
            ("audiences", Some(names(&event.audiences))),
            ("contact", event.contact.clone()),
            ("task", event.task.as_ref().map(|task| task.value.clone())),
            ("materials", Some(materials.collect::<Vec<_>>().join("; "))),
            ("note", event.description.clone()),
            ("lang", event.language.as_ref().map(ToString::to_string)),
        ];
        for (name, value) in rows {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                writeln!(all, "    {name} {}", value.replace('\n', " ⏎ ")).unwrap();
            }
        }
    }
    all
}

/// `2026-11-15 07:30 .. 09:00`
fn when(event: &Event) -> String {
    let short = |moment: bangtin::yaml::Moment| {
        let iso = moment.iso(&TimeZone::UTC).replace('T', " ");
        iso.chars().take("2026-11-15 07:30".len()).collect::<String>()
    };
    let starts = short(event.when.starts);
    let ends = event.when.ends.map(short);
    let ends = ends.map(|ends| match (starts.split_once(' '), ends.split_once(' ')) {
        (Some((first, _)), Some((last, time))) if first == last => format!(" .. {time}"),
        (_, _) => format!(" .. {ends}"),
    });
    let part = event.when.part_of_day.map(PartOfDay::name).map(|part| format!(" {part}"));
    [Some(starts), ends, part].into_iter().flatten().collect()
}

fn repeat(repeat: &Repeat) -> String {
    let zone = TimeZone::UTC;
    let mut all = vec![Every::name(repeat.every).to_owned()];
    all.extend(repeat.on.iter().copied().map(|day| Weekday::name(day).to_owned()));
    all.extend(repeat.until.iter().map(|day| format!("until {}", day.value.iso(&zone))));
    all.extend(repeat.except.iter().map(|day| format!("not {}", day.value.iso(&zone))));
    all.join(" ")
}

/// A schedule in two languages, a page beside it, and the sheet of the schedule.
const MONTH: &str = "
-- content/_index.md --
---
title: Trang chủ
---
-- content/lich/_index.md --
---
title: Lịch
---
-- content/lich/khac.md --
---
title: Trang khác
---

Trang không có lịch, chỉ nhắc tên lich.csv. [Phụ](phu.csv)
-- content/lich/thang.md --
---
{ title: Tháng, slug: thang, kind: schedule, starts: 15/11/2026, ends: 15/12/2026, plan: ke-hoach.md, events: lich.csv }
---
-- content/lich/thang.en.md --
---
{ title: Month, slug: month, kind: schedule, starts: 15/11/2026, ends: 15/12/2026, plan: ke-hoach.md, events: \"@/lich/lich.csv\" }
---
-- content/lich/ke-hoach.md --
---
title: Kế hoạch
kind: plan
document: { number: 72/KH-UBND }
tasks: [{ id: phat-dong, title: Phát động }]
---
-- content/lich/lich.csv --
Ngày,Nội dung,Nhiệm vụ,Điện thoại riêng
16/11,Họp,phat-dong,
-- content/lich/phu.csv --
Ngày,Nội dung
16/11,Phụ
";

#[test]
fn an_edit_of_a_sheet_reads_only_the_schedules_that_name_it() {
    let mut site = Site::from_text(MONTH);
    site.build().assert_clean();
    site.put("content/lich/lich.csv", "Ngày,Nội dung\n17/11,Họp\n");
    let built = site.build_by_the_law();
    assert_eq!(built.parsed(), ["content/lich/thang.en.md", "content/lich/thang.md"]);
    assert!(built.file("lich/thang/lich.ics").contains("20261117"));
    site.put("content/lich/phu.csv", "Ngày,Nội dung\n17/11,Phụ\n");
    assert_eq!(site.build_by_the_law().parsed(), [""; 0]);
}

#[test]
fn a_sheet_that_a_schedule_reads_is_not_published() {
    let mut site = Site::from_text(MONTH);
    let built = site.build();
    assert!(built.has("lich/phu.csv") && !built.has("lich/lich.csv"), "{:?}", built.names());
    site.put("content/lich/khac.md", "---\ntitle: Khác\n---\n\n[Tải](lich.csv) [Phụ](phu.csv)\n");
    assert_eq!(
        site.build_by_the_law().diagnostics(),
        [
            "content/lich/khac.md:5:7 B301 error: bảng tính `content/lich/lich.csv` không được đăng: một lịch được đọc từ đó"
        ]
    );
}

#[test]
fn a_sheet_that_is_not_there_is_told_with_the_one_that_is_meant() {
    let mut site = Site::from_text(MONTH);
    site.remove("content/lich/lich.csv");
    site.put("content/lich/lichh.csv", "Ngày,Nội dung\n17/11,Họp\n");
    let told = site.build_by_the_law().told();
    assert!(told.contains("B301]: không có bảng tính `@/lich/lich.csv`"), "{told}");
    assert!(told.contains("có phải bạn muốn viết `@/lich/lichh.csv`?"), "{told}");
    site.edit("content/lich/thang.md", "lich.csv", "lich.xls");
    let told = site.build_by_the_law().told();
    assert!(told.contains("B701]: không đọc được lịch từ `lich.xls`"), "{told}");
}

#[test]
fn a_fault_that_is_seen_later_points_to_its_cell() {
    let mut site = Site::from_text(MONTH);
    site.put("content/lich/lich.csv", "Ngày,Nội dung,Nhiệm vụ\n16/11,Họp,phat-dogn\n");
    let told = site.build_by_the_law().told();
    assert!(told.starts_with("content/lich/lich.csv, C2: lỗi[B403]"), "{told}");
    assert!(told.contains("`phat-dong`"), "{told}");
}

#[test]
fn a_sheet_named_after_a_language_is_in_that_language() {
    let mut site = Site::from_text(MONTH);
    site.edit("content/lich/thang.en.md", "@/lich/lich.csv", "lich.en.csv");
    site.put("content/lich/lich.en.csv", "Date,Activity,ID\n16/11,Meeting,hop\n");
    site.build_by_the_law().assert_clean();
    let english = site.events("content/lich/thang.en.md");
    let told: Vec<_> = english.iter().map(|own| (own.id.value.as_str(), &own.language)).collect();
    assert_eq!(told, [("hop", &None)]);
}

#[test]
fn names_that_the_site_knows_stand_for_their_entries() {
    let mut site = Site::from_text(MONTH);
    site.put(
        "content/_data/agencies.yaml",
        "so-vh:\n  name: Sở Văn hoá, Thể thao và Du lịch\ntinh-doan:\n  name: Tỉnh đoàn\n",
    );
    site.put(
        "content/lich/lich.csv",
        "Ngày;Nội dung;Phối hợp\n16/11;Họp;Tỉnh Đoàn, Sở Văn hóa, Thể thao và Du lịch, Hội X\n",
    );
    let site = site_with_events(site);
    let built = site.build_by_the_law();
    let page = built.file("lich/thang/index.html");
    assert!(page.contains("[Tỉnh đoàn][Sở Văn hoá, Thể thao và Du lịch][Hội X]"), "{page}");
}

/// The same site with a template that shows who helps.
fn site_with_events(site: Site) -> Site {
    site.with_theme_file(
        "templates/schedule.html",
        "{% for event in page.schedule.events %}{% for own in event.with %}[{{ own.name }}]{% endfor %}{% endfor %}",
    )
}

#[test]
fn events_in_front_matter_are_checked_like_rows() {
    let mut site = Site::from_text("-- content/_index.md --\n---\ntitle: A\n---\n");
    let event = |id: &str, rest: &str| {
        format!("  - {{ id: {id}, title: Họp, date: 16/11/2026, {rest} }}\n")
    };
    let events = [
        event("a", "starts: \"7:30\", ends: \"9:00\", venue: Hội trường"),
        event("b", "starts: \"7:30\", ends: \"8:30\", venue: hội trường"),
        event("c", "contact: \"0912 345 678 hoặc a@gmail.com\""),
        event("e", "starts: \"7:30\", ends: \"8:30\", venue: hội  trường"),
        event("g", "starts: \"7:30\", ends: \"8:30\", venue: hội trườn"),
        "  - { id: d, title: Xa, date: 16/12/2026 }\n".to_owned(),
    ];
    let page = format!(
        "---\ntitle: Lịch\nkind: schedule\nstarts: 15/11/2026\nends: 15/12/2026\nevents:\n{}---\n",
        events.concat()
    );
    site.put("content/lich.md", &page);
    assert_eq!(
        site.build_by_the_law().codes(),
        [
            "content/lich.md:8:11 B712",
            "content/lich.md:9:53 B714",
            "content/lich.md:9:53 B715",
            "content/lich.md:10:11 B712",
            "content/lich.md:10:11 B713",
            "content/lich.md:12:31 B711",
        ]
    );
}

#[test]
fn moving_rows_changes_no_id() {
    let ids = |name: &str| {
        let text =
            fs::read_to_string(repository().join(format!("tests/sheets/{name}.txt"))).unwrap();
        let ids = text.lines().filter(|line| !line.starts_with(' ')).map(str::to_owned);
        ids.collect::<BTreeSet<String>>()
    };
    assert_eq!(ids("cung-ten"), ids("cung-ten-dao-hang"));
}
