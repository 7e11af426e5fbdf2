//! Days and times of day as people write them, without a time zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use serde::Serialize;

use crate::diagnostics::{Say, say};
use crate::locale::written::{self, PartDay};

/// The years that can be written. Calendars have four digits for a year (RFC 5545 §3.3.4),
/// and the day after each of these days and the day before must be one of theirs too.
const YEARS: std::ops::RangeInclusive<i16> = 1..=9998;

/// A day, a day with a time of day in the site's zone, or an instant with its own offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub enum Moment {
    /// A day.
    Day(Date),
    /// A day and a time of day.
    Time(DateTime),
    /// A time written with its offset (RFC 3339).
    Instant(Timestamp),
}

impl Moment {
    /// Reads a day as a cell of a sheet may write it, its year in full (`2024-11-15`,
    /// `15/11/2024`, `15 tháng 11 năm 2024`), with or without a time (`18:24`, `7h30`,
    /// `T18:24:00.000`) and an offset behind it (`Z`, `+07:00`, ` -0400`), as RFC 3339 and other
    /// generators write them.
    ///
    /// # Errors
    /// A message and a hint if it cannot be read or does not exist.
    pub fn parse(text: &str) -> Result<Moment, (Say, Say)> {
        let text = text.trim();
        let behind = text.split_once(['T', 't', ' ']).map(|(_, time)| time.trim());
        let is_range = text.contains(' ') && behind.is_some_and(may_be_range);
        if let Some(instant) = text.parse::<Timestamp>().ok().filter(|_| !is_range) {
            return within_years(instant, text);
        }
        let (day, time) = split(text);
        let date = date(text, day)?;
        let Some(time) = time else { return Ok(Moment::Day(date)) };
        let (time, offset) = if is_range { (time, None) } else { split_offset(time) };
        let local = date.to_datetime(time_of_day(without_fraction(time))?);
        match offset {
            None => Ok(Moment::Time(local)),
            Some(written) => {
                let instant = offset_of(written)?.to_timestamp(local).map_err(|_| far(text))?;
                within_years(instant, text)
            }
        }
    }

    /// The day it falls on in this zone.
    pub fn day(self, zone: &TimeZone) -> Date {
        match self {
            Moment::Day(date) => date,
            Moment::Time(time) => time.date(),
            Moment::Instant(instant) => zone.to_datetime(instant).date(),
        }
    }

    /// The first instant of it in this zone.
    pub fn start(self, zone: &TimeZone) -> Timestamp {
        let local = match self {
            Moment::Day(date) => date.to_datetime(Time::midnight()),
            Moment::Time(time) => time,
            Moment::Instant(instant) => return instant,
        };
        zone.to_ambiguous_timestamp(local).compatible().unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The date alone (`2024-11-15`), or date, time and offset (RFC 3339).
    pub fn iso(self, zone: &TimeZone) -> String {
        match self {
            Moment::Day(date) => date.to_string(),
            Moment::Time(_) | Moment::Instant(_) => self.rfc3339(zone),
        }
    }

    /// Date, time and offset in any case (RFC 3339); a day begins at midnight.
    pub fn rfc3339(self, zone: &TimeZone) -> String {
        let instant = self.start(zone);
        let offset = zone.to_offset(instant);
        instant.display_with_offset(offset).to_string()
    }
}

/// Reads a time as a cell of a sheet may write it: `7:30`, `07:30:00`, `7h30`, `7 giờ 30`,
/// `2h30 chiều`.
///
/// # Errors
/// A message and a hint if it cannot be read or does not exist.
pub(super) fn time_of_day(text: &str) -> Result<Time, (Say, Say)> {
    // What clerks write has no seconds; programs write them.
    let (clock, second) = match text.rsplit_once(':') {
        Some((clock, second)) if text.matches(':').count() == 2 => (clock, second),
        Some(_) | None => (text, "00"),
    };
    let is_second = second.len() == 2 && second.bytes().all(|byte| byte.is_ascii_digit());
    let second = second.parse().ok().filter(|_| is_second);
    let time = written::whole_time(clock).and_then(|clock| clock.resolve().ok());
    let time = time.zip(second).and_then(|(time, second)| time.with().second(second).build().ok());
    time.ok_or_else(|| {
        (
            say!("không có giờ nào là `{text}`", "there is no time `{text}`"),
            say!(
                "viết giờ và phút như `07:30`, từ 00:00 đến 23:59",
                "write hour and minute like `07:30`, from 00:00 to 23:59"
            ),
        )
    })
}

/// The day, and what stands behind it. A day may have spaces in it: the first stretch that is
/// one is it.
fn split(text: &str) -> (Option<PartDay>, Option<&str>) {
    let mut stretches = text.match_indices(['T', 't', ' ']).map(|(at, _)| text.split_at(at));
    let day = stretches.find_map(|(day, behind)| Some((written::whole_day(day)?, &behind[1..])));
    match day {
        Some((day, time)) => (Some(day), Some(time.trim())),
        None => (written::whole_day(text), None),
    }
}

fn date(whole: &str, day: Option<PartDay>) -> Result<Date, (Say, Say)> {
    let Some(PartDay { day, month, year: Some(year) }) = day else {
        return Err((
            say!("không đọc được ngày `{whole}`", "the date `{whole}` cannot be read"),
            say!(
                "viết ngày/tháng/năm như `15/11/2024`, có giờ thì `15/11/2024 18:24`",
                "write it like `2024-11-15` or `15/11/2024`, with a time `15/11/2024 18:24`"
            ),
        ));
    };
    let year = i16::try_from(year).ok().filter(|year| YEARS.contains(year));
    let year = year.ok_or_else(|| far(whole))?;
    let narrow = |number: u32| i8::try_from(number).unwrap_or(i8::MAX);
    let (month, day) = (narrow(month), narrow(day));
    Date::new(year, month, day).map_err(|_| impossible(whole, year, month))
}

fn within_years(instant: Timestamp, whole: &str) -> Result<Moment, (Say, Say)> {
    let year = TimeZone::UTC.to_datetime(instant).year();
    if YEARS.contains(&year) { Ok(Moment::Instant(instant)) } else { Err(far(whole)) }
}

/// Whether this may be two times of day: `07:30-09:30` is an offset to RFC 3339 and from half
/// past seven to half past nine to everyone else.
fn may_be_range(time: &str) -> bool {
    let parts = time.split_once('-');
    parts.is_some_and(|(from, to)| from.matches(':').count() == 1 && to.contains(':'))
}

/// A time of day, and the offset that is written behind it.
fn split_offset(time: &str) -> (&str, Option<&str>) {
    let is_offset = |rest: &str| {
        let rest = rest.trim_start_matches(['+', '-']);
        !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
    };
    let at = ["Z", "z", "UTC", "GMT"]
        .into_iter()
        .find_map(|name| time.strip_suffix(name).map(str::len))
        .or_else(|| time.rfind(['+', '-']).filter(|at| is_offset(&time[*at..])));
    match at {
        Some(at) => (time[..at].trim_end(), Some(&time[at..])),
        None => (time, None),
    }
}

/// A time without the fractions of its second, which mean nothing to those who read it.
fn without_fraction(time: &str) -> &str {
    let (whole, fraction) = time.split_once(['.', ',']).unwrap_or((time, ""));
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if is_fraction && whole.matches(':').count() == 2 { whole } else { time }
}

/// Reads `Z`, `UTC`, `+07:00`, `+0700` and `+07`.
fn offset_of(written: &str) -> Result<Offset, (Say, Say)> {
    let Some(sign) = written.chars().next().filter(|sign| matches!(sign, '+' | '-')) else {
        return Ok(Offset::UTC);
    };
    let digits = &written[sign.len_utf8()..];
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() > 2 => digits.split_at(digits.len() - 2),
        None => (digits, "00"),
    };
    let number = |text: &str| text.parse::<i32>().ok();
    // One digit may be meant for an hour of the day: `7-9`.
    let is_whole = hours.len() == 2 && minutes.len() == 2;
    let seconds = number(hours).zip(number(minutes)).filter(|_| is_whole);
    // From the west of the Pacific to its east: -12:00 to +14:00.
    let seconds = seconds
        .filter(|(hours, minutes)| *hours <= 14 && *minutes < 60)
        .map(|(hours, minutes)| (hours * 60 + minutes) * 60);
    let signed = seconds.map(|seconds| if sign == '-' { -seconds } else { seconds });
    signed.and_then(|seconds| Offset::from_seconds(seconds).ok()).ok_or_else(|| {
        (
            say!("không có múi giờ nào là `{written}`", "there is no time zone `{written}`"),
            say!(
                "viết độ lệch so với giờ UTC như `+07:00`, hoặc bỏ đi để dùng múi giờ của trang web",
                "write how far it is from UTC, like `+07:00`, or leave it out for the zone of the site"
            ),
        )
    })
}

fn far(whole: &str) -> (Say, Say) {
    (
        say!("năm của `{whole}` không dùng được", "the year of `{whole}` cannot be used"),
        say!("viết năm có bốn chữ số, như `2026`", "write a year of four digits, like `2026`"),
    )
}

fn impossible(whole: &str, year: i16, month: i8) -> (Say, Say) {
    let message = say!("không có ngày `{whole}`", "there is no date `{whole}`");
    let hint = match Date::new(year, month, 1) {
        Ok(first) => {
            let days = first.days_in_month();
            say!("tháng {month}/{year} có {days} ngày", "month {month}/{year} has {days} days")
        }
        Err(_) => say!(
            "tháng là số từ 1 đến 12, viết theo thứ tự ngày/tháng/năm",
            "months go from 1 to 12; the order is day/month/year"
        ),
    };
    (message, hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_in_both_orders() {
        let day = Moment::Day(Date::constant(2024, 11, 15));
        assert_eq!(Moment::parse("2024-11-15").unwrap(), day);
        assert_eq!(Moment::parse("15/11/2024").unwrap(), day);
        assert_eq!(Moment::parse("15-11-2024").unwrap(), day);
    }

    #[test]
    fn reads_times_as_people_write_them() {
        for text in ["7:30", "07:30", "7h30", "7 giờ 30", "7 giờ 30 phút", "07:30:00"] {
            assert_eq!(time_of_day(text).unwrap(), Time::constant(7, 30, 0, 0), "{text}");
        }
        assert_eq!(time_of_day("7h").unwrap(), Time::constant(7, 0, 0, 0));
        assert_eq!(time_of_day("07:30:15").unwrap(), Time::constant(7, 30, 15, 0));
        for text in ["25:00", "7:61", "sáng", "7:30:00:00", "7:30:+5", "7:", ""] {
            assert!(time_of_day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_time_as_other_generators_write_it_is_that_instant() {
        let instant = |text: &str| Moment::Instant(text.parse().unwrap());
        for (text, same) in [
            ("2026-11-15 09:00:00 -0400", "2026-11-15T13:00:00Z"),
            ("2026-11-15 09:00:00-04:00", "2026-11-15T13:00:00Z"),
            ("2026-11-15 9:00:00 -0400", "2026-11-15T13:00:00Z"),
            ("2026-11-15 09:00 +07", "2026-11-15T02:00:00Z"),
            ("2026-11-15T09:00+0700", "2026-11-15T02:00:00Z"),
            ("2026-11-15T09:00:00.000Z", "2026-11-15T09:00:00Z"),
            ("2026-11-15t09:00:00z", "2026-11-15T09:00:00Z"),
            ("2026-11-15 09:00:00.123456 +0530", "2026-11-15T03:30:00Z"),
            ("2026-11-15 09:00:00 UTC", "2026-11-15T09:00:00Z"),
            ("2026/11/15 09:00:00 +0000", "2026-11-15T09:00:00Z"),
            ("15/11/2026 9h30 +07:00", "2026-11-15T02:30:00Z"),
            ("2026-11-15T00:00:00+14:00", "2026-11-14T10:00:00Z"),
        ] {
            assert_eq!(Moment::parse(text).unwrap(), instant(same), "{text}");
        }
    }

    #[test]
    fn a_time_without_an_offset_is_the_time_of_the_site() {
        let nine = Moment::Time(Date::constant(2026, 11, 15).at(9, 0, 0, 0));
        for text in [
            "2026-11-15 09:00",
            "2026-11-15 9:00:00",
            "2026-11-15T09:00:00",
            "2026-11-15T09:00:00.000",
            "2026-11-15 09:00:00,5",
            "2026/11/15 9:00",
            "15/11/2026 9:00",
        ] {
            assert_eq!(Moment::parse(text).unwrap(), nine, "{text}");
        }
        assert_eq!(Moment::parse("2026/11/15").unwrap(), Moment::Day(Date::constant(2026, 11, 15)));
    }

    #[test]
    fn what_could_mean_two_things_is_no_date() {
        for (text, told) in [
            ("20261115", "`20261115` cannot be read"),
            ("2026-11-15 09:00:00 EST", "no time `09:00:00 EST`"),
            ("2026-11-15 09:00:00 +2500", "no time zone `+2500`"),
            ("2026-11-15 09:00:00 +07:99", "no time zone `+07:99`"),
            ("2026-11-15 09:00:00 +070", "no time zone `+070`"),
            ("2026-11-15 7h-9h", "no time `7h-9h`"),
            ("2026-11-15 7-9", "no time zone `-9`"),
            ("2026-11-15 07:30-09:30", "no time `07:30-09:30`"),
            ("2026-11-15 07:30 -09:30", "no time `07:30 -09:30`"),
            ("0001-01-01 00:00:00 +1400", "year of"),
        ] {
            let (message, _) = Moment::parse(text).unwrap_err();
            assert!(message.en.contains(told), "{text}: {}", message.en);
        }
    }

    #[test]
    fn days_and_times_are_read_as_in_a_sheet() {
        let day = Date::constant(2024, 11, 15);
        for text in [
            "15.11.2024",
            "15 tháng 11 năm 2024",
            "ngày 15 tháng 11, năm 2024",
            "15 November 2024",
            "Oct 15, 2024",
        ] {
            let month = if text.starts_with("Oct") { 10 } else { 11 };
            let day = day.with().month(month).build().unwrap();
            assert_eq!(Moment::parse(text).unwrap(), Moment::Day(day), "{text}");
        }
        let afternoon = Moment::Time(day.at(14, 30, 0, 0));
        for text in [
            "15/11/2024 2h30 chiều",
            "15 tháng 11 năm 2024 14g30",
            "2024-11-15 2:30 pm",
            "15/11/2024 14:30:00",
        ] {
            assert_eq!(Moment::parse(text).unwrap(), afternoon, "{text}");
        }
        // What a schedule would make clear is not clear by itself.
        for text in ["15/11", "15/11/24", "24/11/15", "15 tháng 11", "15 - 17/11/2024"] {
            assert!(Moment::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_impossible_day_says_how_long_the_month_is() {
        let (message, hint) = Moment::parse("31/11/2024").unwrap_err();
        assert_eq!(message.vi, "không có ngày `31/11/2024`");
        assert_eq!(hint.vi, "tháng 11/2024 có 30 ngày");
        assert!(Moment::parse("15/13/2024").unwrap_err().1.vi.contains("1 đến 12"));
    }

    #[test]
    fn a_time_takes_the_offset_of_the_zone() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let moment = Moment::parse("26/03/2024 18:24").unwrap();
        assert_eq!(moment.iso(&zone), "2024-03-26T18:24:00+07:00");
    }
}
