//! The present day: the only clock that reaches the program's records.

use crate::domain::day::Day;

/// The day it is here and now, in the system's time zone. `None` where the system's clock is beyond what
/// a plan can speak of.
pub fn today() -> Option<Day> {
    let now = jiff::Zoned::now();
    let (month, day) = (now.month(), now.day());
    Day::new(now.year(), month.unsigned_abs(), day.unsigned_abs())
}
