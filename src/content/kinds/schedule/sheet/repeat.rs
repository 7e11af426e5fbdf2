//! How an event comes back, in words: `thứ Hai hằng tuần, trừ 7/12`.

use crate::content::kinds::schedule::sheet::faults;
use crate::content::kinds::schedule::{Every, Repeat, Weekday, When};
use crate::diagnostics::{Diagnostic, Place, Span};
use crate::locale::written::{DayFault, PartDay, Reader, Window, tokens};
use crate::yaml::{Marked, Moment};

/// How an event comes back, as a cell tells it.
#[derive(PartialEq, Eq, Debug)]
pub(super) struct Told {
    every: Every,
    on: Vec<Weekday>,
    until: Option<Moment>,
    except: Vec<Moment>,
}

/// Why a cell does not tell it.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// A word that means nothing here.
    Unread,
    /// A day that is none.
    Day(DayFault),
}

/// Reads the words of a cell.
pub(super) fn read(text: &str, window: Window) -> Result<Told, Fault> {
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, at: 0 };
    let (mut every, mut on, mut until, mut except) = (None, Vec::new(), None, Vec::new());
    let day = |reader: &mut Reader<'_>| {
        reader.attempt(Reader::day).ok_or(Fault::Unread).and_then(|day| resolved(day, window))
    };
    while reader.at < tokens.len() {
        if let Some(said) = span(&mut reader) {
            every = Some(said);
        } else if reader.any(&["tru", "nghi", "except", "không", "khong"]) {
            while reader.any(&["ngay", "on", "co"]) {}
            except.push(day(&mut reader)?);
            while list(&mut reader) {
                except.push(day(&mut reader)?);
            }
        } else if let Some(weekday) = reader.attempt(Reader::weekday) {
            on.push(Weekday(weekday));
        } else if reader.to() {
            until = Some(day(&mut reader)?);
        } else if !filler(&mut reader) {
            return Err(Fault::Unread);
        }
    }
    let weekly = (!on.is_empty()).then_some(Every::Week);
    let every = every.or(weekly).ok_or(Fault::Unread)?;
    Ok(Told { every, on, until, except })
}

/// `hằng ngày`, `mỗi tuần`, `monthly`.
fn span(reader: &mut Reader<'_>) -> Option<Every> {
    let words: [(Every, &[&[&str]]); 3] = [
        (Every::Day, &[&["hang", "ngay"], &["moi", "ngay"], &["daily"], &["every", "day"]]),
        (Every::Week, &[&["hang", "tuan"], &["moi", "tuan"], &["weekly"], &["every", "week"]]),
        (Every::Month, &[&["hang", "thang"], &["moi", "thang"], &["monthly"], &["every", "month"]]),
    ];
    let known = words.iter().find(|(_, ways)| ways.iter().any(|way| reader.words(way)));
    known.map(|(every, _)| *every)
}

/// Between two days of a list, if another day follows.
fn list(reader: &mut Reader<'_>) -> bool {
    let another = |reader: &mut Reader<'_>| {
        let parted = reader.skip_sign(',') || reader.skip_sign(';') || reader.any(&["va", "and"]);
        let before = reader.at;
        let is_day = parted && reader.attempt(Reader::day).is_some();
        reader.at = before;
        is_day.then_some(())
    };
    reader.attempt(another).is_some()
}

fn filler(reader: &mut Reader<'_>) -> bool {
    [',', ';', '(', ')', '.', ':'].into_iter().any(|sign| reader.skip_sign(sign))
        || reader.any(&["cac", "moi", "vao", "every", "on", "va", "and", "ngay", "buoi"])
}

fn resolved(day: PartDay, window: Window) -> Result<Moment, Fault> {
    day.resolve(window).map(Moment::Day).map_err(Fault::Day)
}

/// What to say of a cell that does not tell it.
pub(super) fn diagnose(fault: &Fault, place: &Place) -> Diagnostic {
    match fault {
        Fault::Unread => faults::unreadable_repeat(place),
        Fault::Day(fault) => faults::bad_day(fault, place),
    }
}

impl Told {
    /// The same with the cell that told it.
    pub(super) fn marked(self, span: Span) -> Repeat {
        let marked = |value| Marked { value, span };
        Repeat {
            every: self.every,
            on: self.on,
            until: self.until.map(marked),
            except: self.except.into_iter().map(marked).collect(),
        }
    }
}

/// What comes back from the first to the last day is each time over on its day.
pub(super) fn until_the_last(repeat: Repeat, when: &mut When) -> Repeat {
    let zone = jiff::tz::TimeZone::UTC;
    let first = when.starts.day(&zone);
    let Some(ends) = when.ends.filter(|ends| ends.day(&zone) > first) else { return repeat };
    let span = repeat.until.as_ref().map_or_else(Default::default, |until| until.span);
    let last = Marked { value: Moment::Day(ends.day(&zone)), span };
    when.ends = match (when.starts, ends) {
        (Moment::Time(starts), Moment::Time(ends)) => {
            // From the evening to the next morning.
            let is_over_night = ends.time() < starts.time();
            let day = if is_over_night { first.tomorrow().unwrap_or(first) } else { first };
            Some(Moment::Time(day.to_datetime(ends.time())))
        }
        (_, _) => None,
    };
    Repeat { until: repeat.until.or(Some(last)), ..repeat }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    fn told(text: &str) -> String {
        let window = Window {
            first: Some(Date::constant(2026, 11, 15)),
            last: Some(Date::constant(2026, 12, 15)),
        };
        let Ok(told) = read(text, window) else { return "?".to_owned() };
        let zone = jiff::tz::TimeZone::UTC;
        let mut all = vec![told.every.name().to_owned()];
        all.extend(told.on.iter().map(|day| day.name().to_owned()));
        all.extend(told.until.map(|day| format!("to {}", day.iso(&zone))));
        all.extend(told.except.iter().map(|day| format!("not {}", day.iso(&zone))));
        all.join(" ")
    }

    #[test]
    fn what_comes_back_is_told_in_words() {
        assert_eq!(told("hằng ngày"), "day");
        assert_eq!(told("Hàng tuần"), "week");
        assert_eq!(told("thứ Hai hằng tuần"), "week mon");
        assert_eq!(told("Các thứ 2, thứ 4, trừ 7/12"), "week mon wed not 2026-12-07");
        assert_eq!(
            told("thứ Hai, nghỉ ngày 7/12 và 14/12/2026"),
            "week mon not 2026-12-07 not 2026-12-14"
        );
        assert_eq!(told("every Monday until 14 December"), "week mon to 2026-12-14");
        for text in ["thỉnh thoảng", "trừ 7/12", "2 tuần một lần", "thứ Hai trừ lễ"]
        {
            assert_eq!(told(text), "?", "{text}");
        }
    }
}
