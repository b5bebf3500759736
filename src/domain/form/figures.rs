//! A published figure in one field: typed as papers print it, kept as numbers and text.

use super::Object;
use crate::domain::figure::{Figure, Missing};
use crate::domain::json::Json;
use crate::domain::number::{Number, shortest};
use crate::domain::unit::Unit;

/// The keys that one typed figure fills, where the record has them.
pub const FIGURE_KEYS: [&str; 4] = ["value", "numerator", "denominator", "text"];

/// A typed figure as understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureTyped {
    /// What the keys are to hold; `None` takes one away.
    pub keys: Vec<(&'static str, Option<Json>)>,
    /// Whether the text calls itself provisional.
    pub provisional: bool,
    /// How it was read, in words.
    pub reading: String,
    /// Whether no figure was found in it, or none that fits the unit.
    pub doubtful: bool,
}

/// Reads a figure as people type it. The text stays with the number where it says more than the
/// number does (`78.0` too: its spelling is the published one).
pub fn read_figure(text: &str, unit: Option<&Unit>) -> FigureTyped {
    let text = text.trim();
    if text.is_empty() {
        return FigureTyped {
            keys: FIGURE_KEYS.map(|key| (key, None)).to_vec(),
            ..FigureTyped::default()
        };
    }
    let figure = Figure::read(text);
    let value = match unit {
        Some(unit) => figure.value_in(unit.printed().as_ref()),
        None => figure.value,
    };
    let plain = value.is_some_and(|value| shortest(value) == text);
    let number = |number: Option<f64>| {
        let number = number.and_then(Number::new)?;
        Json::of(&number).ok()
    };
    let (reading, doubtful) = in_words(&figure, value, unit);
    FigureTyped {
        keys: vec![
            ("value", number(value)),
            ("numerator", number(figure.numerator)),
            ("denominator", number(figure.denominator)),
            ("text", (!plain).then(|| Json::text(text))),
        ],
        provisional: figure.provisional,
        reading,
        doubtful,
    }
}

fn in_words(figure: &Figure, value: Option<f64>, unit: Option<&Unit>) -> (String, bool) {
    let Some(value) = value else {
        return nothing(figure, unit);
    };
    let mut said = vec![format!("read as {}", with_unit(value, unit))];
    if let (Some(part), Some(whole)) = (figure.numerator, figure.denominator) {
        said.push(format!("{} of {}", shortest(part), shortest(whole)));
    }
    if let Some(count) = figure.count {
        said.push(format!("count {}", shortest(count)));
    }
    if let Some(period) = figure.period {
        said.push(format!("speaks of {period}"));
    }
    if figure.provisional {
        said.push("provisional".to_owned());
    }
    (said.join(", "), false)
}

fn with_unit(value: f64, unit: Option<&Unit>) -> String {
    let number = shortest(value);
    match unit {
        Some(Unit::Percent) => format!("{number}%"),
        Some(Unit::Money) => format!("£{number}"),
        Some(unit) => format!("{number} {}", unit.suffix()).trim_end().to_owned(),
        None => number,
    }
}

/// Why a text gives no value, and whether that is worth a second look.
fn nothing(figure: &Figure, unit: Option<&Unit>) -> (String, bool) {
    if figure.suppressed {
        return (
            "a small number that is withheld; no figure".to_owned(),
            false,
        );
    }
    if let (Some(value), Some(unit)) = (figure.value, unit) {
        let said = format!(
            "{} does not fit the unit ({}); kept as words",
            shortest(value),
            unit.words()
        );
        return (said, true);
    }
    let why = match figure.missing {
        Some(Missing::NotApplicable) => "not applicable",
        Some(Missing::ToBeDetermined) => "to be determined",
        Some(Missing::NotYetAvailable) => "not yet available",
        Some(Missing::NotSet) => "none set",
        Some(Missing::AnnualOnly) => "reported once a year",
        Some(Missing::NotCompleted) => "not completed",
        Some(Missing::Dash) => "a dash",
        Some(Missing::Other) => "words",
        None => {
            return (
                "no figure can be read in it; kept as words".to_owned(),
                true,
            );
        }
    };
    (format!("no figure: {why}"), false)
}

/// The figure of a record as it can be typed: its text, else the number and what it is out of.
pub fn shown_figure(object: &Object) -> String {
    let text = object.text("text");
    if !text.is_empty() {
        return text;
    }
    let number = |key: &str| object.get(key).map(Json::shown);
    match (number("value"), number("numerator"), number("denominator")) {
        (Some(value), Some(part), Some(whole)) => format!("{value} ({part}/{whole})"),
        (Some(value), ..) => value,
        (None, Some(part), Some(whole)) => format!("{part}/{whole}"),
        _ => String::new(),
    }
}
