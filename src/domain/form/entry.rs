//! What people type into a field, read into what the file holds, and the other way round.

use super::stretch::{reading_of, stretch_text};
use super::{Entry, Object};
use crate::domain::day::Day;
use crate::domain::field::{In, Out};
use crate::domain::json::Json;
use crate::domain::number::{Number, leading};
use crate::domain::period::Period;
use crate::domain::rating::Rating;
use crate::domain::unit::Unit;

/// What the reading of a field depends on.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The period in view, for timescales without a year.
    pub period: Option<Period>,
    /// The ratings in use.
    pub scale: Vec<Rating>,
    /// What the indicator is measured in, where figures are typed.
    pub unit: Option<Unit>,
}

/// A typed text as understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What the file is to hold; `None` takes the field away.
    pub value: Option<Json>,
    /// How it was read, in words; empty where that is plain.
    pub reading: String,
    /// Whether the reading is worth a second look: the text is kept, but nothing is made of it.
    pub doubtful: bool,
}

/// Why a typed text cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Nothing is typed where something must stand.
    #[error("this is needed")]
    Missing,
    /// It is no period.
    #[error("no period; write it like 2010/11 Q2, 2010/11, 2009 or Sept 2010")]
    Period,
    /// It is no day.
    #[error("no day; write it like 10 Nov 2010 or 2010-11-10")]
    Day,
    /// It is no number.
    #[error("no number")]
    Number,
    /// It is no unit.
    #[error(
        "no unit; write percent, percentage points, number, score, money, days, per 10,000 or out of 40"
    )]
    Unit,
    /// It is no tolerance.
    #[error("no tolerance; write 2 points, 5 percent or floor 60")]
    Tolerance,
    /// A line is no pair.
    #[error("“{0}” is no pair; write SRE = sex and relationships education")]
    Pair(String),
    /// A short form stands twice.
    #[error("“{0}” stands twice")]
    PairTwice(String),
    /// It is none of the words.
    #[error("none of {0}")]
    Choice(String),
    /// No record is called so.
    #[error("no {kind} fits “{text}”")]
    NoRecord {
        /// What sort of record is asked for.
        kind: &'static str,
        /// What was typed.
        text: String,
    },
    /// Several records are called so.
    #[error("“{0}” could be several; choose one below")]
    Several(String),
}

/// Reads what is typed into a field. References are not looked up here: what is typed for them is
/// taken for the id.
pub fn read(entry: Entry, text: &str, context: &Context) -> Result<Typed, Trouble> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Typed::default());
    }
    let plain = |value: Json| Typed {
        value: Some(value),
        ..Typed::default()
    };
    Ok(match entry {
        Entry::Number => plain(json_of(number(text).ok_or(Trouble::Number)?)),
        Entry::Period => period(text)?,
        Entry::Day => day(text)?,
        Entry::When => when(text),
        Entry::Timescale { .. } => {
            let (reading, doubtful) = reading_of(text, context.period);
            Typed {
                value: Some(Json::text(text)),
                reading,
                doubtful,
            }
        }
        Entry::Unit => {
            let unit = Unit::read_text(text).ok_or(Trouble::Unit)?;
            Typed {
                reading: format!("read as {}", unit.words()),
                ..plain(Json::of(&Out(&unit)).unwrap_or_else(|_| Json::text(text)))
            }
        }
        Entry::Tolerance => tolerance(text)?,
        Entry::Pairs => pairs(text)?,
        Entry::Flag => plain(json_of(flag(text)?)),
        Entry::Choice(words) => plain(Json::text(choice(text, &words())?)),
        Entry::Rating => plain(Json::text(rating(text, &context.scale)?)),
        _ => plain(Json::text(text)),
    })
}

/// What stands in the field of a form for a value of the file.
pub fn shown(entry: Entry, value: &Json) -> String {
    match entry {
        Entry::Timescale { .. } => stretch_text(value),
        Entry::Unit => value
            .to::<In<Unit>>()
            .map_or_else(|_| value.shown(), |unit| unit.0.words()),
        Entry::Tolerance => shown_tolerance(value),
        Entry::Pairs => shown_pairs(value),
        Entry::Flag => match value.as_str() {
            "true" => "yes".to_owned(),
            "false" => "no".to_owned(),
            other => other.to_owned(),
        },
        _ => value.shown(),
    }
}

/// A number as people type it, thousands in groups and all.
fn number(text: &str) -> Option<Number> {
    let printed = leading(text)?;
    Number::new(printed.value).filter(|_| printed.rest.trim().is_empty())
}

fn json_of<T: serde::Serialize>(value: T) -> Json {
    Json::of(&value).unwrap_or_else(|_| Json::null())
}

fn period(text: &str) -> Result<Typed, Trouble> {
    let period = Period::read(text).ok_or(Trouble::Period)?;
    Ok(Typed {
        value: Some(Json::text(&period.to_string())),
        reading: format!(
            "read as {period}: {} to {}",
            in_words(period.first()),
            in_words(period.last())
        ),
        doubtful: false,
    })
}

/// A day with its year: `10 Nov 2010`.
pub(super) fn in_words(day: Day) -> String {
    format!("{} {}", day.short(), day.year())
}

fn day(text: &str) -> Result<Typed, Trouble> {
    let day = Day::read(text).ok_or(Trouble::Day)?;
    Ok(Typed {
        value: Some(Json::text(&day.to_string())),
        reading: format!("read as {}", in_words(day)),
        doubtful: false,
    })
}

fn when(text: &str) -> Typed {
    day(text)
        .or_else(|_| period(text))
        .unwrap_or_else(|_| Typed {
            value: Some(Json::text(text)),
            reading: "no day or period is read in it; kept as words".to_owned(),
            doubtful: true,
        })
}

fn tolerance(text: &str) -> Result<Typed, Trouble> {
    let folded = text.to_lowercase();
    let (key, rest) = match folded.strip_prefix("floor") {
        Some(rest) => ("floor", rest.trim()),
        None => ("points", folded.as_str()),
    };
    let printed = leading(rest).ok_or(Trouble::Tolerance)?;
    let key = match printed.rest.trim() {
        "" => key,
        "points" | "point" | "pts" if key == "points" => key,
        "percent" | "%" | "per cent" if key == "points" => "percent",
        _ => return Err(Trouble::Tolerance),
    };
    let number = Number::new(printed.value).ok_or(Trouble::Tolerance)?;
    let reading = match key {
        "points" => format!("{number} points of the unit"),
        "percent" => format!("{number} percent of the target"),
        _ => format!("close down to {number}; for fall, up to it"),
    };
    Ok(Typed {
        value: Object::default().with(key, Some(json_of(number))).to_json(),
        reading,
        doubtful: false,
    })
}

fn shown_tolerance(value: &Json) -> String {
    let object = Object::of(value);
    let of = |key: &str| object.get(key).map(Json::shown);
    match (of("points"), of("percent"), of("floor")) {
        (Some(points), ..) => format!("{points} points"),
        (_, Some(percent), _) => format!("{percent} percent"),
        (.., Some(floor)) => format!("floor {floor}"),
        _ => String::new(),
    }
}

fn pairs(text: &str) -> Result<Typed, Trouble> {
    let mut object = Object::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let pair = line
            .split_once('=')
            .map(|(it, long)| (it.trim(), long.trim()));
        let (short, long) = pair
            .filter(|(short, long)| !short.is_empty() && !long.is_empty())
            .ok_or_else(|| Trouble::Pair(line.to_owned()))?;
        if object.get(short).is_some() {
            return Err(Trouble::PairTwice(short.to_owned()));
        }
        object.set(short, Some(Json::text(long)));
    }
    Ok(Typed {
        value: object.to_json(),
        ..Typed::default()
    })
}

fn shown_pairs(value: &Json) -> String {
    let object = Object::of(value);
    let lines: Vec<String> = object
        .keys()
        .map(|short| format!("{short} = {}", object.text(short)))
        .collect();
    lines.join("\n")
}

fn flag(text: &str) -> Result<bool, Trouble> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" => Ok(true),
        "no" | "n" | "false" => Ok(false),
        _ => Err(Trouble::Choice("yes, no".to_owned())),
    }
}

/// The word that a text is, or the only one that it begins.
fn choice<'a>(text: &str, words: &[&'a str]) -> Result<&'a str, Trouble> {
    let folded = |text: &str| text.to_lowercase().replace([' ', '-'], "_");
    let typed = folded(text);
    if let Some(word) = words.iter().find(|word| folded(word) == typed) {
        return Ok(word);
    }
    let mut begun = words.iter().filter(|word| folded(word).starts_with(&typed));
    match (begun.next(), begun.next()) {
        (Some(word), None) => Ok(word),
        _ => Err(Trouble::Choice(words.join(", ").replace('_', " "))),
    }
}

fn rating(text: &str, scale: &[Rating]) -> Result<&'static str, Trouble> {
    let read = Rating::read(text).filter(|rating| scale.contains(rating));
    read.map(Rating::word).ok_or_else(|| {
        let words: Vec<&str> = scale.iter().map(|rating| rating.word()).collect();
        Trouble::Choice(words.join(", ").replace('_', " "))
    })
}
