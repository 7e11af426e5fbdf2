//! Repetitions that miss a day which is written for them.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::content::front_matter::in_order;
use crate::content::kinds::schedule::sheet::shown;
use crate::content::kinds::schedule::{Every, Repeat};
use crate::diagnostics::{Code, Diagnostic, Say, Span, say};
use crate::locale::written::weekday_name;
use crate::yaml::{Marked, Moment, Reading};

/// How many months a message names.
const MOST_MONTHS: usize = 6;

/// How far a series is looked through, in days: an end in the year 9000 is a slip.
const MOST_DAYS: i64 = 366 * 20;

/// An event that comes back.
pub(super) struct Series<'e> {
    /// When it begins.
    pub starts: &'e Marked<Moment>,
    /// How it comes back.
    pub repeat: &'e Repeat,
    /// Where that is written.
    pub span: Span,
    /// The end of its schedule.
    pub ends: Option<Moment>,
    /// Whether it begins with a period, `15/11 - 15/12`, whose first day need not be a day of
    /// the event.
    pub is_period: bool,
}

/// Says which of the days that are written for a repetition it does not have.
pub(super) fn check(series: &Series<'_>, reading: &mut Reading<'_>) {
    let Series { starts, repeat, .. } = series;
    in_order(&Some((*starts).clone()), &repeat.until, reading);
    let Some((first, last)) = series.ends_of_its_days() else { return };
    if last < first {
        return;
    }
    let Some(begin) = repeat.first_day(first).filter(|begin| *begin <= last) else {
        series.tell_none(first, last, reading);
        return;
    };
    let days = Days { repeat, begin, last };
    let mut held = days.all().filter(|day| !series.is_except(*day));
    match (held.next(), held.next()) {
        (None, _) => series.tell_none(first, last, reading),
        (Some(only), None) => series.tell_single(only, reading),
        (Some(_), Some(_)) => {}
    }
    if begin != first && !series.is_period {
        series.tell_shift(first, begin, reading);
    }
    for except in &repeat.except {
        if let Some(day) = day_of(except.value).filter(|day| !days.has(*day)) {
            warn(except.span, exception(day, &days), reading);
        }
    }
    let months = days.months_without();
    if !months.is_empty() {
        warn(series.span, short_months(begin, &months), reading);
    }
}

/// The day of a moment by the clocks of the site. An instant may be another day there.
fn day_of(moment: Moment) -> Option<Date> {
    match moment {
        Moment::Day(day) => Some(day),
        Moment::Time(time) => Some(time.date()),
        Moment::Instant(_) => None,
    }
}

fn warn(span: Span, (message, hint): (Say, Say), reading: &mut Reading<'_>) {
    let place = reading.place(span);
    let told = Diagnostic::warning(Code::RepeatMisses, message).hint(hint).at(place);
    reading.diagnostics.push(told);
}

impl Series<'_> {
    /// The first and the last day on which it may take place.
    fn ends_of_its_days(&self) -> Option<(Date, Date)> {
        let until = self.repeat.until.as_ref().map(|until| until.value).or(self.ends)?;
        let (first, last) = (day_of(self.starts.value)?, day_of(until)?);
        // What begins later in the day than it may is not on that day.
        let is_over = match (self.starts.value, until) {
            (Moment::Time(starts), Moment::Time(until)) => starts.time() > until.time(),
            (_, _) => false,
        };
        Some((first, if is_over { last.yesterday().ok()? } else { last }))
    }

    fn is_except(&self, day: Date) -> bool {
        self.repeat.except.iter().any(|except| day_of(except.value) == Some(day))
    }

    fn tell_none(&self, first: Date, last: Date, reading: &mut Reading<'_>) {
        let (first, last) = (shown(first), shown(last));
        let message = say!(
            "từ {first} đến {last} không có ngày nào hợp với cách lặp này",
            "from {first} to {last} this repetition has no day at all"
        );
        let hint = say!(
            "sửa thứ trong tuần (`on`), ngày cuối (`until`) hoặc ngày nghỉ (`except`); hoặc bỏ cách lặp",
            "mend its days of the week (`on`), its last day (`until`) or its exceptions (`except`), or take it away"
        );
        reading.error(self.span, Code::RepeatMisses, message, hint);
    }

    fn tell_single(&self, only: Date, reading: &mut Reading<'_>) {
        let only = shown(only);
        let message = say!(
            "cách lặp này chỉ có một ngày: {only}",
            "this repetition has one day only: {only}"
        );
        let hint = say!(
            "sửa ngày cuối (`until`), hoặc bỏ cách lặp nếu chỉ diễn ra một lần",
            "mend its last day (`until`), or take the repetition away if it happens once"
        );
        warn(self.span, (message, hint), reading);
    }

    fn tell_shift(&self, first: Date, begin: Date, reading: &mut Reading<'_>) {
        let (vi, en) = weekday_name(first.weekday());
        let (first, begin) = (shown(first), shown(begin));
        let message = say!(
            "ngày {first} là {vi}, không phải ngày lặp lại; lần đầu là {begin}",
            "{first} is a {en} and none of the days on which it comes back; the first is {begin}"
        );
        let hint = say!(
            "viết ngày {begin}, hoặc sửa các thứ trong tuần của cách lặp",
            "write {begin}, or mend the days of the week of the repetition"
        );
        warn(self.starts.span, (message, hint), reading);
    }
}

/// The days of a series, exceptions too.
struct Days<'e> {
    repeat: &'e Repeat,
    begin: Date,
    last: Date,
}

impl Days<'_> {
    fn has(&self, day: Date) -> bool {
        (self.begin..=self.last).contains(&day) && self.repeat.names(day, self.begin)
    }

    fn all(&self) -> impl Iterator<Item = Date> {
        let last = self.begin.checked_add(MOST_DAYS.days()).unwrap_or(self.last).min(self.last);
        let days = std::iter::successors(Some(self.begin), |day| day.tomorrow().ok());
        days.take_while(move |day| *day <= last).filter(|day| self.has(*day))
    }

    /// The days of the series on both sides of one that is none.
    fn around(&self, day: Date) -> Vec<Date> {
        let before = self.all().take_while(|own| *own < day).last();
        before.into_iter().chain(self.all().find(|own| *own > day)).collect()
    }

    /// The first days of the months that are too short for a monthly series.
    fn months_without(&self) -> Vec<Date> {
        if self.repeat.every != Every::Month || !self.repeat.on.is_empty() {
            return Vec::new();
        }
        let next = |month: &Date| month.checked_add(1.month()).ok();
        let months = std::iter::successors(Some(self.begin.first_of_month()), next);
        let months = months.take_while(|month| *month <= self.last).take(12 * 20);
        let is_short = |month: &Date| {
            month.days_in_month() < self.begin.day() && month.last_of_month() <= self.last
        };
        months.filter(is_short).collect()
    }
}

fn exception(day: Date, days: &Days<'_>) -> (Say, Say) {
    let (vi, en) = weekday_name(day.weekday());
    let written = shown(day);
    let message = say!(
        "ngày nghỉ {written} ({vi}) không phải ngày diễn ra, nên không bỏ được buổi nào",
        "the exception {written} ({en}) is no day of the event and takes nothing away"
    );
    let around: Vec<String> = days.around(day).into_iter().map(shown).collect();
    let around = around.join(", ");
    let hint = say!(
        "viết đúng ngày cần nghỉ, gần nhất là {around}; hoặc xoá ngày này",
        "write the day that is meant, the nearest are {around}; or delete this one"
    );
    (message, hint)
}

fn short_months(begin: Date, months: &[Date]) -> (Say, Say) {
    let name = |month: &Date| format!("{}/{}", month.month(), month.year());
    let named: Vec<String> = months.iter().take(MOST_MONTHS).map(name).collect();
    let more = if months.len() > MOST_MONTHS { ", …" } else { "" };
    let (day, named) = (begin.day(), format!("{}{more}", named.join(", ")));
    let message = say!(
        "tháng {named} không có ngày {day}, nên sự kiện không diễn ra trong các tháng đó",
        "no day {day} in {named}: the event does not take place in these months"
    );
    let hint = say!(
        "chọn một ngày từ 1 đến 28, hoặc viết riêng sự kiện của các tháng đó",
        "choose a day from 1 to 28, or write an event of its own for these months"
    );
    (message, hint)
}
