//! The words for hours and parts of the day: `7h30`, `2 giờ chiều`, `sáng`.

use crate::locale::written::reader::Reader;
use crate::locale::written::times::{Clock, Half, Hours, PartOfDay};
use crate::locale::written::tokens::Token;

impl Reader<'_> {
    /// A time, or from when to when: `7h30-9h00`, `từ 7 giờ 30 đến 9 giờ`, `7-9h`.
    pub fn hours(&mut self) -> Option<Hours> {
        while self.any(&["tu", "luc", "from", "at"]) {}
        if let Some(from) = self.attempt(Reader::clock) {
            let to = self.attempt(|reader| if reader.to() { reader.clock() } else { None });
            return Some(Hours { from, to });
        }
        let (hour, _) = self.number().filter(|(_, digits)| *digits <= 2)?;
        if !self.to() {
            return None;
        }
        let to = self.clock()?;
        Some(Hours { from: Clock { hour, minute: 0, half: None }, to: Some(to) })
    }

    /// `7h30`, `14g30`, `7:30`, `07 giờ 30'`, `13 giờ 30 phút`, `7h30 sáng`, `2 pm`.
    pub(super) fn clock(&mut self) -> Option<Clock> {
        let (hour, digits) = self.number()?;
        if digits > 2 {
            return None;
        }
        let colon = self.skip_sign(':');
        let hours = !colon && self.any(&["h", "g", "gio"]);
        let minute = self.attempt(Reader::minute);
        // `7:` says nothing, and `7 pm` says enough.
        let half = self.attempt(Reader::half);
        match (colon, hours, minute) {
            (true, _, Some(minute)) | (_, true, Some(minute)) => Some(Clock { hour, minute, half }),
            (_, true, None) => Some(Clock { hour, minute: 0, half }),
            (false, false, None) if matches!(half, Some(Half::Pm)) || self.ends_in("am") => {
                Some(Clock { hour, minute: 0, half })
            }
            (_, _, _) => None,
        }
    }

    fn ends_in(&self, word: &str) -> bool {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|own| own.is(word))
    }

    /// The minutes behind an hour, with their unit and seconds that say nothing.
    fn minute(&mut self) -> Option<u32> {
        let (minute, digits) = self.number()?;
        // `7h 15/11` is an hour and a day.
        let is_day = matches!(self.peek(), Some(Token::Sign('/' | '.')))
            || self.peek().is_some_and(|next| next.is("thang"));
        if digits > 2 || is_day {
            return None;
        }
        if !self.any(&["phut", "p", "ph"]) && !self.skip_sign('\'') && self.skip_sign(':') {
            self.number()?;
        }
        Some(minute)
    }

    /// A part of the day.
    pub(super) fn half(&mut self) -> Option<Half> {
        self.any(&["buoi", "giua"]);
        let words = [
            ("sang", Half::Morning),
            ("morning", Half::Morning),
            ("am", Half::Morning),
            ("trua", Half::Noon),
            ("noon", Half::Noon),
            ("chieu", Half::Afternoon),
            ("afternoon", Half::Afternoon),
            ("pm", Half::Pm),
            ("toi", Half::Evening),
            ("dem", Half::Evening),
            ("evening", Half::Evening),
        ];
        if self.peek().is_some_and(|next| next.is("tới")) {
            return None;
        }
        words.into_iter().find(|(word, _)| self.words(&[word])).map(|(_, half)| half)
    }
}

impl Half {
    /// The part of the day, if an event can be said to be in it.
    pub(super) fn part(self) -> Option<PartOfDay> {
        match self {
            Half::Morning => Some(PartOfDay::Morning),
            Half::Afternoon | Half::Pm => Some(PartOfDay::Afternoon),
            Half::Evening => Some(PartOfDay::Evening),
            Half::Noon => None,
        }
    }
}
