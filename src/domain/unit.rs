//! What indicators are measured in.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::field::{Shape, Value};
use super::figure::FigureUnit;
use super::json::Json;
use super::number::{Number, grouped, leading_count, shortest};

/// What an indicator is measured in.
#[derive(Clone, Debug, PartialEq)]
pub enum Unit {
    /// A share of a hundred.
    Percent,
    /// A difference of two shares.
    PercentagePoints,
    /// A count.
    Number,
    /// A score.
    Score,
    /// Pounds.
    Money,
    /// Days.
    Days,
    /// So many in every so many.
    RatePer(f64),
    /// So many out of so many.
    OutOf(f64),
    /// Something else, kept as it stands.
    Other(Json),
}

impl Unit {
    fn read_json(json: Json) -> Self {
        if let Some(word) = json.to_text() {
            return match word.as_str() {
                "percent" => Self::Percent,
                "percentage_points" => Self::PercentagePoints,
                "number" => Self::Number,
                "score" => Self::Score,
                "money" => Self::Money,
                "days" => Self::Days,
                _ => Self::Other(json),
            };
        }
        let one_key = json
            .to::<std::collections::BTreeMap<String, f64>>()
            .ok()
            .filter(|map| map.len() == 1);
        match one_key.and_then(|map| map.into_iter().next()) {
            Some((key, per)) if key == "rate_per" && per > 0.0 => Self::RatePer(per),
            Some((key, of)) if key == "out_of" && of > 0.0 => Self::OutOf(of),
            _ => Self::Other(json),
        }
    }

    /// The word of the file, for units that have one.
    pub fn word(&self) -> Option<&'static str> {
        match self {
            Self::Percent => Some("percent"),
            Self::PercentagePoints => Some("percentage_points"),
            Self::Number => Some("number"),
            Self::Score => Some("score"),
            Self::Money => Some("money"),
            Self::Days => Some("days"),
            Self::RatePer(_) | Self::OutOf(_) | Self::Other(_) => None,
        }
    }

    /// Reads a unit as people type it: the word of the file, `%`, `per 10,000`, `out of 40`.
    pub fn read_text(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase().replace('_', " ");
        let after = |prefixes: &[&str]| {
            let rest = prefixes
                .iter()
                .find_map(|prefix| text.strip_prefix(prefix))?;
            let (number, behind) = leading_count(rest.trim())?;
            behind.trim().is_empty().then(|| f64::from(number))
        };
        Some(match text.as_str() {
            "percent" | "%" | "per cent" | "percentage" => Self::Percent,
            "percentage points" | "points" | "pts" | "% points" => Self::PercentagePoints,
            "number" | "count" => Self::Number,
            "score" => Self::Score,
            "money" | "pounds" | "£" => Self::Money,
            "days" => Self::Days,
            _ => {
                return after(&["rate per", "per", "/"])
                    .map(Self::RatePer)
                    .or_else(|| after(&["out of", "of"]).map(Self::OutOf));
            }
        })
    }

    /// The unit in words, as [`Unit::read_text`] reads them.
    pub fn words(&self) -> String {
        match self {
            Self::RatePer(per) => format!("per {}", shortest(*per)),
            Self::OutOf(most) => format!("out of {}", shortest(*most)),
            Self::Other(json) => json.shown(),
            word => word.word().unwrap_or_default().replace('_', " "),
        }
    }

    /// What a published cell prints for the unit; none for plain counts.
    pub fn printed(&self) -> Option<FigureUnit> {
        let whole = |number: f64| shortest(number).parse().ok();
        match self {
            Self::Percent => Some(FigureUnit::Percent),
            Self::PercentagePoints => Some(FigureUnit::PercentagePoints),
            Self::Money => Some(FigureUnit::Pounds),
            Self::Days => Some(FigureUnit::Days),
            Self::RatePer(per) => whole(*per).map(FigureUnit::RatePer),
            Self::OutOf(most) => whole(*most).map(FigureUnit::OutOf),
            Self::Number | Self::Score | Self::Other(_) => None,
        }
    }

    /// What stands behind a figure on screen: `%`, `pts`, `/1,000`; empty for plain counts.
    pub fn suffix(&self) -> String {
        match self {
            Self::Percent => "%".to_owned(),
            Self::PercentagePoints => "pts".to_owned(),
            Self::Days => "days".to_owned(),
            Self::RatePer(per) => format!("/{}", thousands(*per)),
            Self::OutOf(of) => format!("of {of}"),
            Self::Number | Self::Score | Self::Money | Self::Other(_) => String::new(),
        }
    }
}

/// A figure with its unit as one text: `76.24%`, `83.6/10k`, `15 of 40`, `£9,200,000`.
pub fn measured(value: f64, unit: Option<&Unit>) -> String {
    let number = grouped(value);
    match unit {
        Some(Unit::Money) => format!("£{number}"),
        Some(unit @ (Unit::Percent | Unit::RatePer(_))) => format!("{number}{}", unit.suffix()),
        Some(unit) if !unit.suffix().is_empty() => format!("{number} {}", unit.suffix()),
        _ => number,
    }
}

/// `10000` as `10k`, so that a rate's unit stays narrow.
fn thousands(number: f64) -> String {
    if number >= 1000.0 && number % 1000.0 == 0.0 {
        format!("{}k", number / 1000.0)
    } else {
        number.to_string()
    }
}

impl Value for Unit {
    fn shape() -> Shape {
        Shape::TextOrObject
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::deserialize(deserializer)?;
        if !json.as_str().starts_with(['"', '{']) || json.is_ambiguous() {
            return Err(serde::de::Error::custom("expected a text or an object"));
        }
        Ok(Self::read_json(json))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;

        let (key, number) = match self {
            Self::RatePer(per) => ("rate_per", *per),
            Self::OutOf(of) => ("out_of", *of),
            Self::Other(json) => return json.serialize(serializer),
            word => return serializer.serialize_str(word.word().unwrap_or_default()),
        };
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(key, &Number::new(number).unwrap_or_default())?;
        map.end()
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Other(json) if json.as_str() == "\"\"")
    }
}
