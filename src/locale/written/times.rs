//! Times of day whose half of the day may be said beside them.

use jiff::civil::Time;

/// A part of the day, where no hour is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartOfDay {
    /// Sáng.
    Morning,
    /// Chiều.
    Afternoon,
    /// Tối.
    Evening,
    /// Cả ngày.
    AllDay,
}

/// A time as a cell writes it: `2h30`, perhaps with `chiều` behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// The hour.
    pub hour: u32,
    /// The minute.
    pub minute: u32,
    /// The part of the day that is said with it.
    pub half: Option<Half>,
}

/// From when to when, as a cell writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hours {
    /// The beginning.
    pub from: Clock,
    /// The end.
    pub to: Option<Clock>,
}

/// What a word says of an hour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Half {
    /// `sáng`, `am`.
    Morning,
    /// `trưa`.
    Noon,
    /// `chiều`.
    Afternoon,
    /// `tối`, `đêm`.
    Evening,
    /// `pm`.
    Pm,
}

/// Why a time is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeFault {
    /// There is no such hour or minute.
    Impossible(Clock),
    /// The hour is not in the part of the day that is said with it.
    OtherHalf(Clock),
}

impl Hours {
    /// What two cells say together: one of them may leave the end out.
    pub fn and(&self, other: &Hours) -> Option<Hours> {
        let ends = self.to.is_none() || other.to.is_none() || self.to == other.to;
        (ends && self.from == other.from).then(|| Hours { to: self.to.or(other.to), ..*self })
    }

    /// The times of day. `part` is the part of the day that stands beside them.
    pub fn resolve(self, part: Option<PartOfDay>) -> Result<(Time, Option<Time>), TimeFault> {
        let beside = part.and_then(Half::of);
        let told = |clock: Clock| Clock { half: clock.half.or(beside), ..clock };
        let Some(to) = self.to else { return Ok((told(self.from).resolve()?, None)) };
        let end = told(to).resolve()?;
        // `2h - 4h chiều` is all in the afternoon, `10h - 2h chiều` is not.
        let half = self.from.half.or(beside).or(to.half);
        let with_end = Clock { half, ..self.from }.resolve();
        let alone = || told(self.from).resolve();
        let from = match with_end {
            Ok(from) if from <= end => from,
            Ok(_) | Err(_) => alone()?,
        };
        Ok((from, Some(end)))
    }
}

impl Clock {
    /// The time of day, on the clock of 24 hours.
    ///
    /// # Errors
    /// If there is no such time, or not in the part of the day that is said with it.
    pub fn resolve(self) -> Result<Time, TimeFault> {
        let later = self.hour + 12;
        let hour = match self.half {
            None => self.hour,
            Some(Half::Morning) if self.hour == 12 => 0,
            Some(Half::Morning) if self.hour < 12 => self.hour,
            Some(Half::Noon) if (1..=2).contains(&self.hour) => later,
            Some(Half::Noon) if (10..=14).contains(&self.hour) => self.hour,
            Some(Half::Afternoon) if (1..=6).contains(&self.hour) => later,
            Some(Half::Afternoon) if (12..=18).contains(&self.hour) => self.hour,
            Some(Half::Evening) if (5..=11).contains(&self.hour) => later,
            Some(Half::Evening) if (17..=23).contains(&self.hour) => self.hour,
            Some(Half::Pm) if self.hour < 12 => later,
            Some(Half::Pm) if self.hour < 24 => self.hour,
            Some(_) => return Err(TimeFault::OtherHalf(self)),
        };
        let narrow = i8::try_from(hour).ok().zip(i8::try_from(self.minute).ok());
        let time = narrow.and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
        time.ok_or(TimeFault::Impossible(self))
    }
}

impl Half {
    fn of(part: PartOfDay) -> Option<Half> {
        match part {
            PartOfDay::Morning => Some(Half::Morning),
            PartOfDay::Afternoon => Some(Half::Afternoon),
            PartOfDay::Evening => Some(Half::Evening),
            PartOfDay::AllDay => None,
        }
    }
}

impl From<Time> for Clock {
    fn from(time: Time) -> Clock {
        let wide = |number: i8| u32::try_from(number).unwrap_or_default();
        Clock { hour: wide(time.hour()), minute: wide(time.minute()), half: None }
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}h{:02}", self.hour, self.minute)
    }
}
