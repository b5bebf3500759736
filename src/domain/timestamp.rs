//! An instant, as the journal writes it: RFC 3339, UTC, to the millisecond.

use std::fmt;

use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::day::Day;

/// An instant; earlier ones sort first. The present one is always passed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(jiff::Timestamp);

impl Timestamp {
    /// So many milliseconds after the beginning of 1970, UTC; the calendar's edge holds it.
    pub fn from_milliseconds(milliseconds: i64) -> Self {
        let edge = if milliseconds < 0 {
            jiff::Timestamp::MIN
        } else {
            jiff::Timestamp::MAX
        };
        Self(jiff::Timestamp::from_millisecond(milliseconds).unwrap_or(edge))
    }

    /// Reads RFC 3339.
    pub fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// Its day, UTC; `None` for years that no paper has.
    pub fn day(self) -> Option<Day> {
        let date = self.0.to_zoned(TimeZone::UTC).date();
        let part = |part: i8| u8::try_from(part).ok();
        Day::new(date.year(), part(date.month())?, part(date.day())?)
    }

    /// Its time of day, UTC: `14:05`.
    pub fn clock(self) -> String {
        let time = self.0.to_zoned(TimeZone::UTC).time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("an RFC 3339 time expected"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_utc_to_the_millisecond_and_read_again() {
        // date -u -d @1291939200 says Fri Dec 10 00:00:00 UTC 2010.
        let time = Timestamp::from_milliseconds(1_291_939_200_005);
        assert_eq!(time.to_string(), "2010-12-10T00:00:00.005Z");
        assert_eq!(Timestamp::read(&time.to_string()), Some(time));
        assert_eq!(time.day(), Day::new(2010, 12, 10));
        assert_eq!(time.clock(), "00:00");
        assert_eq!(Timestamp::read("yesterday"), None);
    }
}
