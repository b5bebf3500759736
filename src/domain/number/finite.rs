//! Numbers of the workspace: finite doubles, written shortest.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A finite number. JSON knows no other, and neither do targets.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Number(f64);

/// Above this a double no longer tells neighbouring whole numbers apart.
const WHOLE: f64 = 9_007_199_254_740_992.0;

impl Number {
    /// Wraps a finite number; `None` for infinities and what is not a number.
    pub fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value))
    }

    /// The number itself.
    pub fn get(self) -> f64 {
        self.0
    }

    /// The number if it is whole and exact as an integer.
    fn whole(self) -> Option<i64> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the range is checked in the same line"
        )]
        (self.0.fract() == 0.0 && self.0.abs() < WHOLE).then_some(self.0 as i64)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            Some(whole) => write!(f, "{whole}"),
            None => write!(f, "{}", self.0),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Self::new(value).ok_or_else(|| serde::de::Error::custom("a number without end"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_shortest() {
        for (value, text) in [
            (78.0, "78"),
            (76.24, "76.24"),
            (-0.5, "-0.5"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e21, "1e+21"),
        ] {
            assert_eq!(serde_json::to_string(&Number(value)).unwrap(), text);
        }
    }
}
