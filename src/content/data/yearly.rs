//! Days and years of what comes back each year: words for readers, in which a day that there is
//! not is a slip.

use jiff::civil::Date;

use crate::content::facts::{self, Value as Fact};
use crate::content::local_text::texts_in;
use crate::content::{Language, Rules};
use crate::diagnostics::{Code, Diagnostic, one_of, say};
use crate::locale::written::{PartDay, Window};
use crate::yaml::{Marked, Moment, Node, Reading};

/// A year that has every day.
const LEAP_YEAR: u32 = 2024;

/// Years in which something may have begun.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

/// Says so of a day that no year has: a text, or one for each language.
pub(in crate::content) fn check_day(node: &Node, rules: &Rules, reading: &mut Reading<'_>) {
    for (language, text, node) in texts_in(node, rules) {
        no_day(text, &language, (node, reading));
        if let Some(day) = day_of_one_year(text, &language) {
            let message = say!(
                "`{text}` có cả năm, mà chiến dịch trở lại mỗi năm",
                "`{text}` has a year, and a campaign comes back each year"
            );
            let hint = say!("chỉ viết ngày và tháng: `{day}`", "write day and month only: `{day}`");
            let fault = Diagnostic::warning(Code::BadDate, message).hint(hint);
            reading.tell(node.span, fault.fix(node.becomes(&format!("\"{day}\""), false)));
        }
    }
}

/// Says so of a last day shortly before the first: nothing lasts from one November to the next but
/// what lasts a whole year.
pub(super) fn check_order((first, last): (&Node, &Node), rules: &Rules, reading: &mut Reading<'_>) {
    let starts = texts_in(first, rules);
    for (language, last, node) in texts_in(last, rules) {
        let own = starts.iter().find(|(own, ..)| *own == language).or(starts.first());
        let Some((spoken, first, _)) = own else { continue };
        let days = day_in(first, spoken).zip(day_in(last, &language));
        if !days.is_some_and(|(first, last)| is_shortly_before(last, first)) {
            continue;
        }
        let message = say!(
            "`ends` (`{last}`) đứng ngay trước `starts` (`{first}`), nên chiến dịch kéo dài gần cả năm",
            "`ends` (`{last}`) is shortly before `starts` (`{first}`), so the campaign lasts nearly a year"
        );
        let hint = say!(
            "kiểm tra hai ngày; nếu viết ngược, đổi chỗ chúng",
            "check the two days; if they are the wrong way round, swap them"
        );
        let fault = Diagnostic::warning(Code::EndBeforeStart, message).hint(hint);
        return reading.tell(node.span, fault);
    }
}

/// The first day that a text names without its year.
fn day_in(text: &str, language: &Language) -> Option<Date> {
    facts::read(text, 0..text.len(), language).into_iter().find_map(|fact| {
        let Fact::Day { day, month, year: None } = fact.value else { return None };
        in_leap_year(day, month)
    })
}

/// Whether a day is before another, by no more than a month, and not the day before.
fn is_shortly_before(last: Date, first: Date) -> bool {
    const SHORTLY: i32 = 31;
    last.until(first).is_ok_and(|span| (2..=SHORTLY).contains(&span.get_days()))
}

/// Day and month of a text that is a day with its year and nothing else.
fn day_of_one_year(text: &str, language: &Language) -> Option<String> {
    let facts = facts::read(text, 0..text.len(), language);
    let [fact] = facts.as_slice() else { return None };
    let Fact::Day { day, month, year: Some(_) } = fact.value else { return None };
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"/-.".contains(&byte));
    (is_plain && exists(day, month)).then(|| format!("{day}/{month}"))
}

/// Says so of the first day in a text that there is not.
fn no_day(text: &str, language: &Language, (node, reading): (&Node, &mut Reading<'_>)) {
    let found = facts::read(text, 0..text.len(), language).into_iter().find_map(|fact| {
        let Fact::Day { day, month, .. } = fact.value else { return None };
        let range = fact.span.start as usize..fact.span.end as usize;
        (!exists(day, month)).then_some((day, month, range))
    });
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((day, month, range)) = found else {
        if is_number {
            let message = say!("không đọc được ngày `{text}`", "the date `{text}` cannot be read");
            let hint = say!(
                "viết ngày và tháng như `15/11` hay `ngày 15 tháng 11`",
                "write day and month, like `15/11` or `15 November`"
            );
            reading.error(node.span, Code::BadDate, message, hint);
        }
        return;
    };
    let written = &text[range.clone()];
    let message = say!("không có ngày `{written}`", "there is no date `{written}`");
    let fault = Diagnostic::error(Code::BadDate, message);
    let swapped = format!("{month}/{day}");
    let fault = if exists(month, day) && written.matches('/').count() == 1 {
        let meant = [&text[..range.start], &swapped, &text[range.end..]].concat();
        let fix = node.becomes(&format!("\"{meant}\""), false);
        fault.hint(one_of([meant.as_str()].into_iter())).fix(fix)
    } else if (1..=12).contains(&month) {
        let days = (29..=31).rev().find(|day| exists(*day, month)).unwrap_or(29);
        fault.hint(say!("tháng {month} có {days} ngày", "month {month} has {days} days"))
    } else {
        fault.hint(say!(
            "tháng là số từ 1 đến 12, viết theo thứ tự ngày/tháng/năm",
            "months go from 1 to 12; the order is day/month/year"
        ))
    };
    reading.tell(node.span, fault);
}

/// Whether a year has such a day.
fn exists(day: u16, month: u16) -> bool {
    in_leap_year(day, month).is_some()
}

fn in_leap_year(day: u16, month: u16) -> Option<Date> {
    let day = PartDay { day: day.into(), month: month.into(), year: Some(LEAP_YEAR) };
    day.resolve(Window::default()).ok()
}

/// Says so of a day on which one agency took the place of another, if its year is none of ours.
pub(super) fn check_far(day: Option<&Marked<Moment>>, reading: &mut Reading<'_>) {
    let Some(day) = day else { return };
    let own = day.value.day(&jiff::tz::TimeZone::UTC);
    if u32::try_from(own.year()).is_ok_and(|year| YEARS.contains(&year)) {
        return;
    }
    let written = reading.written(day.span);
    let message =
        say!("ngày `{written}` ở rất xa năm nay", "the day `{written}` is very far from this year");
    let hint = say!("kiểm tra lại năm", "check the year");
    reading.tell(day.span, Diagnostic::warning(Code::FarOffDay, message).hint(hint));
}

/// Says so of a number that can be no year.
pub(super) fn check_year(node: &Node, reading: &mut Reading<'_>) {
    let Some(text) = node.as_text() else { return };
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !text.contains(|letter: char| letter.is_numeric()) {
        let message = say!("`{text}` không cho biết năm nào", "`{text}` does not say which year");
        let hint =
            say!("viết năm có bốn chữ số, như `2016`", "write a year of four digits, like `2016`");
        return reading.tell(node.span, Diagnostic::warning(Code::BadDate, message).hint(hint));
    }
    if !is_number || text.parse().is_ok_and(|year| YEARS.contains(&year)) {
        return;
    }
    let message = say!("năm của `{text}` không dùng được", "the year of `{text}` cannot be used");
    let hint =
        say!("viết năm có bốn chữ số, như `2026`", "write a year of four digits, like `2026`");
    reading.error(node.span, Code::BadDate, message, hint);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_each_year_has_no_year() {
        let of = |text| day_of_one_year(text, &Language::new("vi"));
        assert_eq!(of("15/11/2026").as_deref(), Some("15/11"));
        assert_eq!(of("2026-11-15").as_deref(), Some("15/11"));
        for text in ["15/11", "ngày 15 tháng 11", "15/11 (từ năm 2016)", "tháng 11"] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_last_day_is_before_the_first_where_it_is_so_within_a_month() {
        let is_slip = |first, last| {
            let day = |text| day_in(text, &Language::new("vi")).unwrap();
            is_shortly_before(day(last), day(first))
        };
        assert!(is_slip("15/11", "10/11"));
        assert!(is_slip("ngày 15 tháng 12", "ngày 15 tháng 11"));
        for (first, last) in [
            ("15/11", "15/12"),
            ("25/11", "25/11"),
            // Over the turn of the year, a school year, whole years.
            ("15/12", "5/1"),
            ("5/9", "31/5"),
            ("1/7", "30/6"),
            ("15/11", "14/11"),
        ] {
            assert!(!is_slip(first, last), "{first} {last}");
        }
    }
}
