//! The stretch of time that a synthetic workspace covers.

use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::domain::stated::Stated;

/// The quarters with a tracker, oldest first; the last one is current.
pub(super) const QUARTERS: [&str; 7] = [
    "2008/09 Q4",
    "2009/10 Q1",
    "2009/10 Q2",
    "2009/10 Q3",
    "2009/10 Q4",
    "2010/11 Q1",
    "2010/11 Q2",
];

/// The years with a target.
pub(super) const YEARS: [&str; 3] = ["2008/09", "2009/10", "2010/11"];

/// The day that counts as today.
pub(super) const TODAY: &str = "2010-11-10";

/// A period as the file states it.
pub(super) fn period(text: &str) -> Stated<Period> {
    Stated::new(text)
}

/// A day so many days after the last day of a period.
pub(super) fn after(period: &str, days: u32) -> Stated<Day> {
    let last = Period::read(period).map(Period::last);
    last.map_or_else(Stated::default, |last| {
        Stated::from(last.plus_days(i64::from(days)))
    })
}

/// A day so many days after the day that counts as today, or before it.
pub(super) fn from_today(days: i64) -> Option<Day> {
    Day::read_iso(TODAY).map(|today| today.plus_days(days))
}
