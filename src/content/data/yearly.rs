//! Days and years of what comes back each year: words for readers, in which a day that there is
//! not is a slip.

use crate::content::facts::{self, Value as Fact};
use crate::content::{Language, Rules};
use crate::diagnostics::{Code, Diagnostic, one_of, say};
use crate::locale::written::{PartDay, Window};
use crate::yaml::{Marked, Moment, Node, Reading, Value};

/// A year that has every day.
const LEAP_YEAR: u32 = 2024;

/// Years in which something may have begun.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

/// Says so of a day that no year has: a text, or one for each language.
pub(super) fn check_day(node: &Node, rules: &Rules, reading: &mut Reading<'_>) {
    match &node.value {
        Value::Text(text) | Value::Number(text) => {
            no_day(text, &rules.default_language, (node, reading));
        }
        Value::Map(texts) => {
            for (key, node) in texts {
                let (Value::Text(text) | Value::Number(text)) = &node.value else { continue };
                no_day(text, &Language::new(&key.name), (node, reading));
            }
        }
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Unknown => {}
    }
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
    let day = PartDay { day: day.into(), month: month.into(), year: Some(LEAP_YEAR) };
    day.resolve(Window::default()).is_ok()
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
    let (Value::Text(text) | Value::Number(text)) = &node.value else { return };
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || text.parse().is_ok_and(|year| YEARS.contains(&year)) {
        return;
    }
    let message = say!("năm của `{text}` không dùng được", "the year of `{text}` cannot be used");
    let hint =
        say!("viết năm có bốn chữ số, như `2026`", "write a year of four digits, like `2026`");
    reading.error(node.span, Code::BadDate, message, hint);
}
