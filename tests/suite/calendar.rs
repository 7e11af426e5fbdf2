//! Calendars, read back by a parser that is not ours, and their form octet by octet.

use std::collections::BTreeSet;

use bangtin::diagnostics::Code;
use icalendar::parser::{Component, read_components, unfold};

use crate::harness::{Built, Site, repository};

/// A schedule with an event of each sort.
const SCHEDULE: &str = r#"-- content/_index.md --
---
title: Trang chủ
---
-- content/_data/places.yaml --
san: { name: { vi: Sân đình, en: Temple Yard }, address: { vi: "Thôn 1, xã Hoa Sen", en: "Hamlet 1" } }
-- content/lich.md --
---
title: Lịch
slug: lich
kind: schedule
date: 2026-10-30
updated: 2026-11-01
starts: 1/11/2026
ends: 31/12/2026
events:
  - id: dai
    title: "TITLE"
    description: |
      Dòng một; có dấu, và \ nữa.
      Dòng hai.
    date: 16/11/2026
    end_date: 30/11/2026
    place: san
    audiences: [hoc-sinh, "giáo viên"]
  - { id: co, title: Chào cờ, starts: "16/11/2026 07:00", ends: "16/11/2026 07:15", repeat: { every: week, on: [mon], until: 14/12/2026, except: [7/12/2026] }, place: san }
  - { id: hop, title: Họp thôn, starts: "14/11/2026 19:00", repeat: { every: month, on: [sat] }, status: postponed }
  - { id: quet, title: Quét ngõ, date: 8/11/2026, repeat: { every: day, until: 20/11/2026, except: [10/11/2026] }, status: cancelled, audiences: [hoc-sinh] }
  - { id: buoi, title: Buổi sáng, date: 9/11/2026, part_of_day: morning, status: tentative, sample: true }
  - { id: doi, title: Đổi ngày, starts: "2026-11-25T12:30:00Z", ends: "2026-11-25T13:00:00Z", status: moved, moved_from: 20/11/2026 }
---
-- content/lich.en.md --
---
title: Events
slug: events
kind: schedule
starts: 1/11/2026
ends: 31/12/2026
events:
  - { id: dai, title: The long one, date: 16/11/2026, place: san }
---
"#;

fn site() -> Site {
    Site::from_text(&SCHEDULE.replace("TITLE", &"ế".repeat(120)))
}

/// The events of a calendar; its form is looked at on the way.
fn events(text: &str) -> Vec<Component<'static>> {
    assert_form(text);
    let unfolded: &'static str = Box::leak(unfold(text).into_boxed_str());
    let calendars = read_components(unfolded).unwrap();
    assert_eq!(calendars.len(), 1);
    let calendar = calendars.into_iter().next().unwrap();
    assert_eq!(calendar.name.as_str(), "VCALENDAR");
    let zones: BTreeSet<String> = calendar
        .components
        .iter()
        .filter(|part| part.name == "VTIMEZONE")
        .map(|zone| value(zone, "TZID").to_owned())
        .collect();
    let events: Vec<_> =
        calendar.components.into_iter().filter(|part| part.name == "VEVENT").collect();
    assert!(!events.is_empty());
    let uids: BTreeSet<&str> = events.iter().map(|event| value(event, "UID")).collect();
    assert_eq!(uids.len(), events.len(), "each event has its own UID");
    for event in &events {
        for property in &event.properties {
            for parameter in property.params.iter().filter(|own| own.key == "TZID") {
                let zone = parameter.val.as_ref().unwrap().as_str();
                assert!(zones.contains(zone), "{zone} is told");
            }
        }
        assert_eq!(value(event, "DTSTAMP").len(), "20261101T000000Z".len());
    }
    events
}

/// CRLF only, no line over 75 octets, each of them whole letters.
fn assert_form(text: &str) {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count());
    for line in text.as_bytes().split(|octet| *octet == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        assert!(line.len() <= 75, "{}", String::from_utf8_lossy(line));
        assert!(std::str::from_utf8(line).is_ok(), "a fold inside a letter");
    }
}

#[track_caller]
fn value<'e>(event: &'e Component<'_>, name: &str) -> &'e str {
    maybe(event, name).unwrap_or_else(|| panic!("no {name} in {event:?}"))
}

fn maybe<'e>(event: &'e Component<'_>, name: &str) -> Option<&'e str> {
    event.properties.iter().find(|own| own.name == name).map(|own| own.val.as_str())
}

/// A property with its parameters, as it is written.
#[track_caller]
fn whole(event: &Component<'_>, name: &str) -> String {
    let property = event.properties.iter().find(|own| own.name == name);
    let property = property.unwrap_or_else(|| panic!("no {name} in {event:?}"));
    let parameters = property.params.iter().map(|own| {
        format!("{}={};", own.key.as_str(), own.val.as_ref().map_or("", |value| value.as_str()))
    });
    format!("{}{}", parameters.collect::<String>(), property.val.as_str())
}

fn one(built: &Built, path: &str) -> Component<'static> {
    let mut events = events(built.file(path));
    assert_eq!(events.len(), 1, "{path}");
    events.remove(0)
}

#[test]
fn each_schedule_event_place_and_audience_has_a_calendar() {
    let built = site().build_by_the_law();
    built.assert_clean();
    let names = built.names();
    let calendars: Vec<&str> = names.into_iter().filter(|name| name.ends_with(".ics")).collect();
    assert_eq!(
        calendars,
        [
            "en/events/calendar.ics",
            "en/events/event-dai.ics",
            "en/events/place-san.ics",
            "lich/cho-giao-vien-7c4d3e98.ics",
            "lich/cho-hoc-sinh.ics",
            "lich/lich.ics",
            "lich/noi-san.ics",
            "lich/su-kien-buoi.ics",
            "lich/su-kien-co.ics",
            "lich/su-kien-dai.ics",
            "lich/su-kien-doi.ics",
            "lich/su-kien-hop.ics",
            "lich/su-kien-quet.ics",
        ]
    );
    assert_eq!(events(built.file("lich/lich.ics")).len(), 6);
    assert_eq!(events(built.file("lich/noi-san.ics")).len(), 2);
    assert_eq!(events(built.file("lich/cho-hoc-sinh.ics")).len(), 2);
}

#[test]
fn what_was_written_is_read_back() {
    let built = site().build();
    let event = one(&built, "lich/su-kien-dai.ics");
    assert_eq!(value(&event, "SUMMARY"), "ế".repeat(120));
    assert_eq!(whole(&event, "DTSTART"), "VALUE=DATE;20261116");
    assert_eq!(whole(&event, "DTEND"), "VALUE=DATE;20261201", "the day after the last");
    assert_eq!(value(&event, "DTSTAMP"), "20261031T170000Z");
    assert_eq!(value(&event, "LAST-MODIFIED"), "20261031T170000Z");
    assert_eq!(value(&event, "STATUS"), "CONFIRMED");
    assert_eq!(value(&event, "URL"), "https://tin.example/lich/#dai");
    let text = unfold(built.file("lich/su-kien-dai.ics"));
    assert!(text.contains("LOCATION:Sân đình\\, Thôn 1\\, xã Hoa Sen"), "{text}");
    assert!(text.contains("DESCRIPTION:Dòng một\\; có dấu\\, và \\\\ nữa.\\nDòng hai."), "{text}");
    assert!(text.contains("CATEGORIES:hoc-sinh,giáo viên"), "{text}");
    assert!(!text.contains("VTIMEZONE"), "days need no zone: {text}");
}

#[test]
fn a_repetition_begins_on_a_day_of_its_rule_and_ends_in_utc() {
    let built = site().build();
    let weekly = one(&built, "lich/su-kien-co.ics");
    // 15 November is a Sunday.
    assert_eq!(whole(&weekly, "DTSTART"), "TZID=Asia/Ho_Chi_Minh;20261116T070000");
    assert_eq!(whole(&weekly, "DTEND"), "TZID=Asia/Ho_Chi_Minh;20261116T071500");
    assert_eq!(value(&weekly, "RRULE"), "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214T165959Z");
    assert_eq!(whole(&weekly, "EXDATE"), "TZID=Asia/Ho_Chi_Minh;20261207T070000");

    let daily = one(&built, "lich/su-kien-quet.ics");
    assert_eq!(value(&daily, "RRULE"), "FREQ=DAILY;UNTIL=20261120");
    assert_eq!(whole(&daily, "EXDATE"), "VALUE=DATE;20261110");
    assert_eq!(whole(&daily, "DTEND"), "VALUE=DATE;20261109");

    // Without `until` it ends with the schedule; 14 November is the second Saturday.
    let monthly = one(&built, "lich/su-kien-hop.ics");
    assert_eq!(value(&monthly, "RRULE"), "FREQ=MONTHLY;BYDAY=2SA;UNTIL=20261231T165959Z");
    assert_eq!(maybe(&monthly, "DTEND"), None);
}

#[test]
fn each_status_has_its_word_and_a_later_step_a_larger_number() {
    let built = site().build();
    // The minutes from the beginning of 2000 to the day of the last change, four steps each.
    let changed = 14_113_020 * 4;
    for (id, status, step) in [
        ("dai", "CONFIRMED", 0),
        ("buoi", "TENTATIVE", 0),
        ("hop", "TENTATIVE", 1),
        ("doi", "CONFIRMED", 2),
        ("quet", "CANCELLED", 3),
    ] {
        let event = one(&built, &format!("lich/su-kien-{id}.ics"));
        let sequence = (changed + step).to_string();
        assert_eq!(
            (value(&event, "STATUS"), value(&event, "SEQUENCE")),
            (status, sequence.as_str()),
            "{id}"
        );
    }
    let moved = one(&built, "lich/su-kien-doi.ics");
    assert_eq!(whole(&moved, "DTSTART"), "TZID=Asia/Ho_Chi_Minh;20261125T193000");
}

#[test]
fn every_further_change_has_a_larger_number() {
    let mut site = site();
    let sequence = |site: &Site| -> i64 {
        value(&one(&site.build(), "lich/su-kien-doi.ics"), "SEQUENCE").parse().unwrap()
    };
    let mut before = sequence(&site);
    // Moved a second time, then put off, then moved a third time.
    for (from, to) in [
        ("updated: 2026-11-01", "updated: 2026-11-02"),
        ("updated: 2026-11-02", "updated: 2026-11-02 09:30"),
        ("updated: 2026-11-02 09:30", "updated: 2026-11-02 09:31"),
        ("status: moved", "status: cancelled"),
    ] {
        site.edit("content/lich.md", from, to);
        let after = sequence(&site);
        assert!(after > before, "{to}: {after} after {before}");
        before = after;
    }
}

#[test]
fn an_event_is_one_event_in_every_language_and_calendar() {
    let built = site().build();
    let uid = |path: &str| value(&one(&built, path), "UID").to_owned();
    let own = uid("lich/su-kien-dai.ics");
    assert!(own.starts_with("dai-") && own.ends_with("@tin.example"), "{own}");
    assert_eq!(own, uid("en/events/event-dai.ics"));
    assert_eq!(own, uid("en/events/place-san.ics"));
    let all = events(built.file("lich/lich.ics"));
    assert!(all.iter().any(|event| value(event, "UID") == own));
    let mut edited = site();
    edited.edit("content/lich.md", "slug: lich", "slug: lich-moi");
    edited.edit("content/lich.md", "date: 16/11/2026", "date: 17/11/2026");
    let built = edited.build();
    assert_eq!(own, value(&one(&built, "lich-moi/su-kien-dai.ics"), "UID"), "it stays");
}

#[test]
fn without_a_day_of_change_the_life_of_an_event_counts() {
    let mut site = site();
    site.edit("content/lich.md", "date: 2026-10-30\nupdated: 2026-11-01\n", "");
    let built = site.build();
    let sequence =
        |id: &str| value(&one(&built, &format!("lich/su-kien-{id}.ics")), "SEQUENCE").to_owned();
    assert_eq!(["dai", "hop", "doi", "quet"].map(sequence), ["0", "1", "2", "3"]);
}

#[test]
fn without_an_address_calendars_have_no_urls() {
    let mut site = site();
    site.edit("site.yaml", "base_url: https://tin.example/\n", "");
    let built = site.build();
    let event = one(&built, "lich/su-kien-dai.ics");
    assert_eq!(maybe(&event, "URL"), None);
    assert!(value(&event, "UID").ends_with("@bangtin.invalid"));
    assert_eq!(events(built.file("lich/lich.ics")).len(), 6);
}

#[test]
fn the_clock_is_in_no_calendar() {
    let mut site = site();
    let before = site.build_afresh();
    site.set_now("2031-01-02T03:04:05+07:00[Asia/Ho_Chi_Minh]");
    let after = site.build_afresh();
    for name in before.names().into_iter().filter(|name| name.ends_with(".ics")) {
        assert_eq!(before.bytes(name), after.bytes(name), "{name}");
    }
}

#[test]
fn an_edit_of_an_event_makes_only_the_calendars_that_hold_it() {
    let mut site = site();
    site.build();
    site.edit("content/lich.md", "title: Chào cờ", "title: Chào cờ đầu tuần");
    let built = site.build_by_the_law();
    let calendars = built.rendered().into_iter().filter(|name| name.ends_with(".ics"));
    assert_eq!(
        calendars.collect::<Vec<_>>(),
        ["lich/lich.ics", "lich/noi-san.ics", "lich/su-kien-co.ics"]
    );
    // A place is in the calendars of the events at it, in its own language.
    site.edit("content/_data/places.yaml", "en: Temple Yard", "en: Temple Court");
    let built = site.build_by_the_law();
    let calendars = built.rendered().into_iter().filter(|name| name.ends_with(".ics"));
    assert_eq!(
        calendars.collect::<Vec<_>>(),
        ["en/events/calendar.ics", "en/events/event-dai.ics", "en/events/place-san.ics"]
    );
}

#[test]
fn a_file_of_the_author_in_a_calendars_place_is_said() {
    let mut site = site();
    site.put("content/khac.md", "---\ntitle: A\naliases: [/lich/lich.ics/index.html]\n---\n");
    assert_eq!(site.build().kinds(), BTreeSet::from([Code::SameAddress]));
}

#[test]
fn where_clocks_change_the_zone_says_so() {
    let mut site = site();
    site.edit("site.yaml", "theme: tiny", "theme: tiny\ntimezone: Europe/Berlin");
    for page in ["content/lich.md", "content/lich.en.md"] {
        site.edit(page, "starts: 1/11/2026", "starts: 1/10/2026");
    }
    site.edit("content/lich.md", "date: 9/11/2026", "starts: \"24/10/2026 10:00\"");
    site.edit("content/lich.md", ", part_of_day: morning", ", repeat: { every: week }");
    let built = site.build();
    built.assert_clean();
    let event = one(&built, "lich/su-kien-buoi.ics");
    assert_eq!(value(&event, "RRULE"), "FREQ=WEEKLY;UNTIL=20261231T225959Z");
    let text = built.file("lich/su-kien-buoi.ics");
    let parts = (text.matches("BEGIN:DAYLIGHT").count(), text.matches("BEGIN:STANDARD").count());
    assert_eq!(parts, (1, 1), "{text}");
    site.edit("site.yaml", "timezone: Europe/Berlin", "timezone: UTC");
    let text = site.build().file("lich/su-kien-buoi.ics").to_owned();
    assert!(text.contains("DTSTART:20261024T100000Z") && !text.contains("TZID"), "{text}");
}

#[test]
fn a_schedule_without_events_has_no_calendar() {
    let site = Site::from_text(
        "-- content/_index.md --\n---\ntitle: A\n---\n-- content/lich.md --\n---\ntitle: Lịch\nkind: schedule\nstarts: 1/11/2026\nends: 2/11/2026\n---\n",
    );
    let built = site.build();
    built.assert_clean();
    assert!(!built.names().iter().any(|name| name.ends_with(".ics")));
}

#[test]
fn a_draft_has_no_calendar() {
    let mut site = site();
    site.edit("content/lich.en.md", "slug: events", "slug: events\ndraft: true");
    assert!(!site.build().names().iter().any(|name| name.starts_with("en/events/")));
}

#[test]
fn the_calendars_of_the_sample_site_can_be_read() {
    let site = Site::read(&repository());
    let built = site.build();
    let calendars = built.names().into_iter().filter(|name| name.ends_with(".ics"));
    assert!(calendars.map(|name| events(built.file(name)).len()).sum::<usize>() > 50);
    let schedule = events(built.file("thang-hanh-dong/2026/lich.ics"));
    assert_eq!(schedule.len(), 14);
    assert_eq!(events(built.file("en/action-month/2026/calendar.ics")).len(), 14);
    assert!(value(&schedule[0], "SUMMARY").starts_with("[Dữ liệu minh hoạ] "));
    let page = built.file("thang-hanh-dong/2026/index.html");
    assert!(page.contains("href=\"../../thang-hanh-dong/2026/lich.ics\""));
    let webcal = "href=\"webcal://thang-hanh-dong.example/thang-hanh-dong/2026/lich.ics\"";
    assert!(page.contains(webcal));
    let page = built.file("thang-hanh-dong/2026/le-phat-dong/index.html");
    assert!(page.contains("href=\"../../../thang-hanh-dong/2026/su-kien-le-phat-dong.ics\""));
    let launch = one(&built, "thang-hanh-dong/2026/su-kien-le-phat-dong.ics");
    let page = "https://thang-hanh-dong.example/thang-hanh-dong/2026/le-phat-dong/";
    assert_eq!(value(&launch, "URL"), page);
}
