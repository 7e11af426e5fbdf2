//! Days and times of day as people write them, without a time zone.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};

use crate::diagnostics::{Say, say};

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
    /// Reads `2024-11-15`, `15/11/2024`, either with a time (`18:24`), or RFC 3339.
    ///
    /// # Errors
    /// A message and a hint if it cannot be read or does not exist.
    pub fn parse(text: &str) -> Result<Moment, (Say, Say)> {
        let text = text.trim();
        if let Ok(instant) = text.parse::<Timestamp>() {
            let year = TimeZone::UTC.to_datetime(instant).year();
            return if YEARS.contains(&year) {
                Ok(Moment::Instant(instant))
            } else {
                Err(far(text))
            };
        }
        let (day, time) = match text.split_once(['T', ' ']) {
            Some((day, time)) => (day, Some(time.trim())),
            None => (text, None),
        };
        let date = date(text, day)?;
        match time {
            None => Ok(Moment::Day(date)),
            Some(time) => Ok(Moment::Time(date.to_datetime(Clock::parse(time)?.0))),
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

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Clock(pub Time);

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Clock {
    /// Reads `7:30`, `07:30:00`, `7h30`, `7h`, `7 giờ 30`.
    ///
    /// # Errors
    /// A message and a hint if it cannot be read or does not exist.
    pub fn parse(text: &str) -> Result<Clock, (Say, Say)> {
        let plain = text.trim().to_lowercase();
        let plain = plain.replace("phút", "").replace("giờ", ":").replace('h', ":");
        let mut parts = plain.trim().split(':').map(str::trim);
        let mut next = |default| match parts.next() {
            None | Some("") => default,
            Some(part) if part.len() <= 2 => part.parse::<i8>().ok(),
            Some(_) => None,
        };
        let time = match (next(None), next(Some(0)), next(Some(0))) {
            (Some(hour), Some(minute), Some(second)) => Time::new(hour, minute, second, 0).ok(),
            (_, _, _) => None,
        };
        let time = if parts.next().is_some() { None } else { time };
        time.map(Clock).ok_or_else(|| {
            (
                say!("không có giờ nào là `{text}`", "there is no time `{text}`"),
                say!(
                    "viết giờ và phút như `07:30`, từ 00:00 đến 23:59",
                    "write hour and minute like `07:30`, from 00:00 to 23:59"
                ),
            )
        })
    }
}

fn date(whole: &str, day: &str) -> Result<Date, (Say, Say)> {
    let unreadable = || {
        (
            say!("không đọc được ngày `{whole}`", "the date `{whole}` cannot be read"),
            say!(
                "viết ngày/tháng/năm như `15/11/2024`, có giờ thì `15/11/2024 18:24`",
                "write it like `2024-11-15` or `15/11/2024`, with a time `15/11/2024 18:24`"
            ),
        )
    };
    let separator = if day.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = day.split(separator).collect();
    let [a, b, c] = parts[..] else { return Err(unreadable()) };
    let (year, month, day_of_month) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    let digits = |text: &str, most| {
        (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day_of_month, 2) {
        return Err(unreadable());
    }
    let (Ok(y), Ok(m), Ok(d)) =
        (year.parse::<i16>(), month.parse::<i8>(), day_of_month.parse::<i8>())
    else {
        return Err(unreadable());
    };
    if !YEARS.contains(&y) {
        return Err(far(whole));
    }
    Date::new(y, m, d).map_err(|_| impossible(whole, y, m))
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
            assert_eq!(Clock::parse(text).unwrap().0, Time::constant(7, 30, 0, 0), "{text}");
        }
        assert_eq!(Clock::parse("7h").unwrap().0, Time::constant(7, 0, 0, 0));
        for text in ["25:00", "7:61", "sáng", "7:30:00:00", ""] {
            assert!(Clock::parse(text).is_err(), "{text}");
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
