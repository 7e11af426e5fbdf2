//! Days whose year may be missing, and the schedule's window that gives it.

use jiff::civil::Date;

/// The days of an event as a cell names them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Days {
    /// The first, or the only one.
    pub first: PartDay,
    /// The last.
    pub last: Option<PartDay>,
}

/// A day whose year may not be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PartDay {
    /// The day of the month.
    pub day: u32,
    /// The month.
    pub month: u32,
    /// The year.
    pub year: Option<u32>,
}

/// The first and the last day of a schedule, where they are known.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Window {
    /// The first day.
    pub first: Option<Date>,
    /// The last day.
    pub last: Option<Date>,
}

/// Why a day is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayFault {
    /// There is no such day; the days of that month and year, if there is such a month.
    Impossible(PartDay, Option<i8>),
    /// The year is not written, and more than one is possible, or none is known.
    WhichYear(PartDay),
}

impl Days {
    /// What two cells say together, if they do not contradict each other.
    pub fn and(&self, other: &Days) -> Option<Days> {
        let last = match (self.last, other.last) {
            (Some(one), Some(other)) => Some(one.and(&other)?),
            (None, None) => None,
            (_, _) => return None,
        };
        Some(Days { first: self.first.and(&other.first)?, last })
    }

    /// The days, each with its year. A last day without a year takes that of the first, or the
    /// next; a first one that of the last, or the one before.
    pub fn resolve(&self, window: Window) -> Result<(Date, Option<Date>), DayFault> {
        let Some(last) = self.last else { return Ok((self.first.resolve(window)?, None)) };
        match (self.first.year, last.year) {
            (None, Some(year)) => {
                let last = last.in_year(year)?;
                let same = self.first.in_year(year);
                let before = || self.first.in_year(year.saturating_sub(1));
                let first = same.and_then(|same| if same > last { before() } else { Ok(same) })?;
                Ok((first, Some(last)))
            }
            (_, Some(year)) => Ok((self.first.resolve(window)?, Some(last.in_year(year)?))),
            (_, None) => {
                let first = self.first.resolve(window)?;
                let year = u32::try_from(first.year()).unwrap_or_default();
                let same = last.in_year(year);
                let turns = (last.month, last.day) < (self.first.month, self.first.day);
                // Over New Year's Eve, and no slip that names a day before the first.
                let next = window.last.is_some_and(|end| end.year() > first.year());
                let last = if turns && next { last.in_year(year + 1) } else { same };
                Ok((first, Some(last?)))
            }
        }
    }
}

impl PartDay {
    /// What two cells say together: one of them may leave the year out.
    pub fn and(&self, other: &PartDay) -> Option<PartDay> {
        let years = self.year.is_none() || other.year.is_none() || self.year == other.year;
        let same = years && (self.day, self.month) == (other.day, other.month);
        same.then(|| PartDay { year: self.year.or(other.year), ..*self })
    }

    /// The day in its own year, or in the one in which it falls into the window.
    pub fn resolve(self, window: Window) -> Result<Date, DayFault> {
        if let Some(year) = self.year {
            return self.in_year(year);
        }
        let (Some(first), Some(last)) = (window.first, window.last) else {
            return Err(DayFault::WhichYear(self));
        };
        let year = |date: Date| u32::try_from(date.year()).unwrap_or_default();
        // A window of centuries is a slip of its own.
        let years = year(first)..=year(last).min(year(first) + 20);
        let dates: Vec<Date> = years.filter_map(|year| self.in_year(year).ok()).collect();
        let inside: Vec<Date> =
            dates.iter().copied().filter(|date| (first..=last).contains(date)).collect();
        match (inside.as_slice(), dates.as_slice()) {
            ([only], _) | ([], [only]) => Ok(*only),
            (_, []) => self.in_year(year(first)),
            (_, _) => Err(DayFault::WhichYear(self)),
        }
    }

    fn in_year(self, year: u32) -> Result<Date, DayFault> {
        let narrow = (i16::try_from(year), i8::try_from(self.month), i8::try_from(self.day));
        let (Ok(year), Ok(month), Ok(day)) = narrow else {
            return Err(DayFault::Impossible(self, None));
        };
        Date::new(year, month, day).map_err(|_| {
            let days = Date::new(year, month, 1).ok().map(Date::days_in_month);
            DayFault::Impossible(self, days)
        })
    }
}

impl From<Date> for PartDay {
    fn from(date: Date) -> PartDay {
        let wide = |number: i8| u32::try_from(number).unwrap_or_default();
        let year = u32::try_from(date.year()).ok();
        PartDay { day: wide(date.day()), month: wide(date.month()), year }
    }
}

impl std::fmt::Display for PartDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.day, self.month)?;
        self.year.map_or(Ok(()), |year| write!(f, "/{year}"))
    }
}
