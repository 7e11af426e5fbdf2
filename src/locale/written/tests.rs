//! Tests of days and times as offices write them.

use jiff::civil::Date;

use super::*;

const WINDOW: Window =
    Window { first: Some(Date::constant(2024, 11, 15)), last: Some(Date::constant(2024, 12, 15)) };

/// What a cell says, in one line.
fn told(text: &str) -> String {
    told_in(text, WINDOW)
}

fn told_in(text: &str, window: Window) -> String {
    let Ok(parts) = read(text, false) else { return "?".to_owned() };
    let mut all = Vec::new();
    match parts.days.as_ref().map(|days| days.resolve(window)) {
        Some(Ok((first, None))) => all.push(first.to_string()),
        Some(Ok((first, Some(last)))) => all.push(format!("{first}..{last}")),
        Some(Err(DayFault::Impossible(day, days))) => all.push(format!("no {day} {days:?}")),
        Some(Err(DayFault::WhichYear(day))) => all.push(format!("{day} of which year")),
        None => {}
    }
    all.extend(parts.weekdays.iter().map(|day| format!("{day:?}").to_lowercase()[..3].to_owned()));
    match parts.hours.map(|hours| hours.resolve(parts.part)) {
        Some(Ok((from, None))) => all.push(from.strftime("%H:%M").to_string()),
        Some(Ok((from, Some(to)))) => {
            all.push(format!("{}-{}", from.strftime("%H:%M"), to.strftime("%H:%M")));
        }
        Some(Err(TimeFault::Impossible(clock))) => all.push(format!("no {clock}")),
        Some(Err(TimeFault::OtherHalf(clock))) => all.push(format!("{clock} is not then")),
        None => all.extend(parts.part.map(|part| part.name().to_owned())),
    }
    all.extend(parts.tentative.then(|| "tentative".to_owned()));
    all.join(" ")
}

#[track_caller]
fn all_mean(meaning: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(told(text), meaning, "{text}");
    }
}

#[test]
fn days_are_read_as_offices_write_them() {
    all_mean(
        "2024-11-15",
        &[
            "15/11",
            "15/11/2024",
            "15/11/24",
            "15-11-2024",
            "15.11.2024",
            "2024-11-15",
            "ngày 15/11",
            "ngày 15 tháng 11 năm 2024",
            "Ngày 15 tháng 11",
            "15 tháng 11/2024",
            "15 November 2024",
            "15 Nov",
            "November 15, 2024",
            "15th November 2024",
            "１５／１１／２０２４",
        ],
    );
    all_mean(
        "2024-11-15 fri",
        &["thứ Sáu, 15/11", "Thứ 6 (15/11)", "T6 15/11", "T.6, 15/11", "Fri 15/11/2024"],
    );
    all_mean("2024-11-17 sun", &["CN, 17/11", "Chủ nhật 17/11", "Chủ Nhật\nngày 17/11/2024"]);
}

#[test]
fn ranges_share_what_is_written_once() {
    all_mean(
        "2024-11-15..2024-11-17",
        &[
            "15-17/11",
            "15 - 17/11/2024",
            "từ 15 đến 17/11",
            "từ ngày 15/11 đến ngày 17/11/2024",
            "15/11 – 17/11",
            "15/11/2024 → 17/11/2024",
            "15 tới 17/11",
            "15 to 17 November 2024",
        ],
    );
    all_mean("2024-11-15..2024-12-15", &["15/11 - 15/12", "15/11 đến hết ngày 15/12/2024"]);
    let winter = Window {
        first: Some(Date::constant(2024, 12, 1)),
        last: Some(Date::constant(2025, 1, 31)),
    };
    assert_eq!(told_in("28/12 - 3/1", winter), "2024-12-28..2025-01-03");
    assert_eq!(told_in("28/12 - 3/1/2025", winter), "2024-12-28..2025-01-03");
}

#[test]
fn a_missing_year_comes_from_the_window_or_is_asked_for() {
    let long = Window {
        first: Some(Date::constant(2024, 11, 1)),
        last: Some(Date::constant(2025, 12, 1)),
    };
    assert_eq!(told_in("15/6", long), "2025-06-15");
    assert_eq!(told_in("15/11", long), "15/11 of which year");
    assert_eq!(told_in("15/11", Window::default()), "15/11 of which year");
    // Outside the window there is still one year that it can be.
    assert_eq!(told("15/3"), "2024-03-15");
}

#[test]
fn days_that_do_not_exist_say_how_long_the_month_is() {
    assert_eq!(told("31/11"), "no 31/11 Some(30)");
    assert_eq!(told("29/2/2023"), "no 29/2/2023 Some(28)");
    assert_eq!(told("15/13"), "no 15/13 None");
}

#[test]
fn times_are_read_as_offices_write_them() {
    all_mean(
        "07:30",
        &[
            "7h30",
            "7:30",
            "07:30:00",
            "07 giờ 30'",
            "7 giờ 30 phút",
            "7g30",
            "7h30p",
            "7h 30",
            "7h30 sáng",
            "sáng 7h30",
            "lúc 7h30",
            "7:30 am",
        ],
    );
    all_mean("19:00", &["19 giờ", "19h", "7h tối", "7 giờ tối", "7 pm", "19h tối"]);
    all_mean("14:30", &["14g30", "2h30 chiều", "Chiều: 2h30", "2:30 pm"]);
    all_mean(
        "07:30-09:00",
        &[
            "7h30-9h00",
            "7h30 - 9h",
            "từ 7h30 đến 9h",
            "7:30 – 9:00",
            "7 giờ 30 đến 9 giờ",
            "7h30 tới 9h",
            "7h30 -9h sáng",
        ],
    );
    all_mean("08:00-11:30", &["8:00 - 11:30", "8-11h30"]);
    all_mean("14:00-16:00", &["2h - 4h chiều", "chiều, 2h-4h", "14h-16h"]);
    all_mean("10:00-14:00", &["10h - 2h chiều"]);
}

#[test]
fn parts_of_the_day_stand_where_no_hour_is_known() {
    all_mean("morning", &["sáng", "Buổi sáng", "SÁNG", "morning"]);
    all_mean("evening", &["tối", "buổi tối", "toi"]);
    all_mean("all_day", &["cả ngày", "Cả ngày", "all day"]);
    all_mean("afternoon tentative", &["chiều (dự kiến)", "Dự kiến: chiều"]);
}

#[test]
fn a_cell_may_say_all_at_once() {
    assert_eq!(told("7h30 ngày 15/11/2024"), "2024-11-15 07:30");
    assert_eq!(told("7h30, thứ Sáu, ngày 15/11"), "2024-11-15 fri 07:30");
    assert_eq!(told("7h 15/11"), "2024-11-15 07:00");
    assert_eq!(told("Thứ Hai - thứ Sáu, 18-22/11"), "2024-11-18..2024-11-22 mon fri");
    assert_eq!(told("15/11 (dự kiến)"), "2024-11-15 tentative");
}

#[test]
fn what_is_not_clear_is_not_read() {
    for text in [
        "đầu tháng 11",
        "tháng 11",
        "15",
        "15-11",
        "15, 16/11",
        "trưa",
        "khoảng 7h",
        "trước 17h",
        "sau lễ",
        "7.30",
        "sáng, chiều",
        "15/11 và 20/11",
        "7h30 8h30",
        "46341",
        "???",
        "15/11/",
    ] {
        assert_eq!(told(text), "?", "{text}");
    }
    assert_eq!(told("25h"), "no 25h00");
    assert_eq!(told("7h75"), "no 7h75");
    assert_eq!(told("14h sáng"), "14h00 is not then");
}

#[test]
fn the_column_of_weekdays_needs_no_word_before() {
    for text in ["6", "Sáu", "T6", "thứ Sáu", "Thứ 6", "friday"] {
        assert_eq!(read(text, true).unwrap().weekdays, [jiff::civil::Weekday::Friday], "{text}");
    }
    assert!(read("8", true).is_err());
}
