//! A day of the calendar, behind our own type so that nothing else knows the date crate.
//!
//! Imports the standard library and the date crate. The present day is always passed in.

pub(crate) mod read;

use std::fmt;

use jiff::Span;
use jiff::civil::{Date, Weekday};

use crate::domain::token::YEARS;

/// The short names of the months, January first.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A day of the Gregorian calendar; earlier days sort first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day of this year, month (1 to 12) and day (1 to 31), if there is one.
    ///
    /// Years outside 1900 to 2200 are refused: in a performance paper they are slips of the pen.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        (YEARS.start..=YEARS.end).contains(&year).then_some(())?;
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        date.ok().map(Self)
    }

    /// Reads `2009-03-31` and nothing else; this is how days stand in the workspace file.
    #[must_use]
    pub fn read_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
        let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, month, day)
    }

    /// Reads what people write: `31st March 2009`, `10 Nov 2010`, `March 31 2011`, `2009-03-31`,
    /// `16/12/2010`, `29.10.10`, `Thursday, 20 th January 2011`.
    ///
    /// The day comes before the month, as in Britain. A two-digit year below 70 is of this century.
    /// A weekday that contradicts the date, and a day that does not exist, are refused.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        read::whole(text)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The day so many days later, or earlier where negative; the calendar's edge holds it.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let edge = if days < 0 { Date::MIN } else { Date::MAX };
        let moved = Span::new()
            .try_days(days)
            .and_then(|span| self.0.checked_add(span));
        Self(moved.unwrap_or(edge))
    }

    /// The same day so many months later, or earlier where negative; the last day of a shorter
    /// month stands for one that it lacks (31 January and a month is 28 February).
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let edge = if months < 0 { Date::MIN } else { Date::MAX };
        let moved = Span::new()
            .try_months(months)
            .and_then(|span| self.0.checked_add(span));
        Self(moved.unwrap_or(edge))
    }

    /// Whole days from this day to another; negative where the other is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        self.0
            .until(other.0)
            .map_or(0, |span| i64::from(span.get_days()))
    }

    /// The day as a table shows it where the year is plain: `10 Nov`.
    #[must_use]
    pub fn short(self) -> String {
        let month = MONTHS.get(usize::from(self.month()).saturating_sub(1));
        format!("{} {}", self.day(), month.copied().unwrap_or_default())
    }

    /// The last day of the month this day is in.
    #[must_use]
    pub fn month_end(self) -> Self {
        Self(self.0.last_of_month())
    }

    /// The day nearest to numbers that may be out of range, so that a period always has its days.
    pub(crate) fn nearest(year: i32, month: u8, day: u8) -> Self {
        let year = i16::try_from(year.clamp(-9999, 9999)).unwrap_or_default();
        let month = i8::try_from(month.clamp(1, 12)).unwrap_or(1);
        let first = Date::new(year, month, 1).unwrap_or_default();
        let day = i8::try_from(day)
            .unwrap_or(i8::MAX)
            .clamp(1, first.days_in_month());
        Self(Date::new(year, month, day).unwrap_or(first))
    }

    /// Whether the day is this weekday.
    fn falls_on(self, weekday: Weekday) -> bool {
        self.0.weekday() == weekday
    }
}

/// For the clock at the program's edge; the inner parts are handed a [`Day`].
impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

/// Always `2009-03-31`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!(
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        ))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The number that exactly so many digits say.
fn digits(text: &str, width: usize) -> Option<i16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then_some(())?;
    text.parse().ok()
}

#[cfg(test)]
mod tests;
