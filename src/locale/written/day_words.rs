//! The words for days: `15/11/2024`, `15 - 17/11`, `ngày 15 tháng 11`, `15 November`.

use crate::locale::written::days::{Days, PartDay};
use crate::locale::written::months::{ORDINALS, month};
use crate::locale::written::reader::Reader;

impl Reader<'_> {
    /// A day, or a first and a last one.
    pub fn days(&mut self) -> Option<Days> {
        while self.any(&["tu", "ngay", "from"]) {}
        if let Some(first) = self.attempt(Reader::day) {
            let last = self.attempt(|reader| if reader.to() { reader.day() } else { None });
            return Some(Days { first, last });
        }
        // `15 - 17/11/2024`: the month and the year of the last are those of the first.
        let (day, _) = self.number().filter(|(_, digits)| *digits <= 2)?;
        if !self.to() {
            return None;
        }
        let last = self.attempt(Reader::day)?;
        Some(Days { first: PartDay { day, ..last }, last: Some(last) })
    }

    /// `15/11/2024`, `15-11-2024`, `15.11.2024`, `2024-11-15`, `15 tháng 11 năm 2024`,
    /// `15 November 2024`, `November 15, 2024`.
    pub fn day(&mut self) -> Option<PartDay> {
        self.any(&["ngay", "mung", "mong"]);
        if let Some(month) = self.month_name() {
            let (day, _) = self.number().filter(|(_, digits)| *digits <= 2)?;
            self.any(&ORDINALS);
            return Some(PartDay { day, month, year: self.attempt(Reader::comma_year) });
        }
        let (first, digits) = self.number()?;
        self.any(&ORDINALS);
        if digits == 4 {
            let sign = self.separator()?;
            let (month, _) = self.number().filter(|(_, digits)| *digits <= 2)?;
            let day = if self.skip_sign(sign) { self.number() } else { None };
            let (day, _) = day.filter(|(_, digits)| *digits <= 2)?;
            return Some(PartDay { day, month, year: Some(first) });
        }
        if digits > 2 {
            return None;
        }
        if let Some(month) = self.month_name() {
            return Some(PartDay { day: first, month, year: self.attempt(Reader::comma_year) });
        }
        if self.words(&["thang"]) {
            let (month, _) = self.number().filter(|(_, digits)| *digits <= 2)?;
            return Some(PartDay { day: first, month, year: self.attempt(Reader::said_year) });
        }
        self.signed(first)
    }

    /// What follows the day in `15/11/2024`.
    fn signed(&mut self, day: u32) -> Option<PartDay> {
        let sign = self.separator()?;
        let (month, _) = self.number().filter(|(_, digits)| *digits <= 2)?;
        let before = self.at;
        let year = if self.skip_sign(sign) { self.number() } else { None };
        let year = match year {
            Some((year, 4)) => Some(year),
            Some((year, 2)) if sign == '/' => Some(2000 + year),
            // `15/11.` ends a sentence; `15-17` and `7.30` are no days.
            Some(_) | None if sign != '/' => return None,
            Some(_) | None => {
                self.at = before;
                None
            }
        };
        Some(PartDay { day, month, year })
    }

    fn separator(&mut self) -> Option<char> {
        ['/', '-', '.'].into_iter().find(|sign| self.skip_sign(*sign))
    }

    /// `năm 2024`, `/2024`, `, 2024`.
    fn said_year(&mut self) -> Option<u32> {
        let _ = self.skip_sign('/') || self.skip_sign(',');
        self.any(&["nam"]);
        self.number().filter(|(_, digits)| *digits == 4).map(|(year, _)| year)
    }

    fn comma_year(&mut self) -> Option<u32> {
        self.skip_sign(',');
        self.number().filter(|(_, digits)| *digits == 4).map(|(year, _)| year)
    }

    fn month_name(&mut self) -> Option<u32> {
        let word = self.peek()?.word()?;
        let (month, _) = month(word)?;
        self.at += 1;
        self.skip_sign('.');
        Some(u32::from(month))
    }
}
