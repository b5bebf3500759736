//! Units as they stand behind a number.

use super::FigureUnit;
use crate::domain::number::leading_count;
use crate::domain::period::Period;
use crate::domain::token::month;

/// Words that can follow a number and are not the things it counts.
const NO_THINGS: [&str; 34] = [
    "a",
    "academic",
    "an",
    "and",
    "are",
    "as",
    "at",
    "ay",
    "baseline",
    "but",
    "by",
    "confirmed",
    "cumulative",
    "data",
    "for",
    "from",
    "fy",
    "in",
    "is",
    "of",
    "on",
    "or",
    "out",
    "per",
    "prov",
    "provisional",
    "result",
    "target",
    "than",
    "the",
    "to",
    "with",
    "year",
    "years",
];

/// The unit at the start of a text, and what follows it. `text` begins where the number ended.
pub(super) fn leading(text: &str) -> (Option<FigureUnit>, &str) {
    let trimmed = text.trim_start();
    let found = percent(trimmed).or_else(|| {
        // `31st`, `9O`: only a percent sign may touch its number.
        let parted = trimmed.len() < text.len() || !trimmed.starts_with(char::is_alphabetic);
        parted.then_some(())?;
        out_of(trimmed)
            .or_else(|| rate(trimmed))
            .or_else(|| days(trimmed))
            .or_else(|| things(trimmed))
    });
    found.map_or((None, text), |(unit, rest)| (Some(unit), rest))
}

/// `%`, `% points`, `percentage points`, `ppts`, `per cent`.
fn percent(text: &str) -> Option<(FigureUnit, &str)> {
    if let Some(rest) = text.strip_prefix('%') {
        return Some(match word(rest) {
            Some(("points" | "point" | "pts" | "pt" | "pp", after)) => {
                (FigureUnit::PercentagePoints, after)
            }
            _ => (FigureUnit::Percent, rest),
        });
    }
    let (first, rest) = word(text)?;
    let second = word(rest);
    match (first, second) {
        ("pp" | "ppt" | "ppts", _) => Some((FigureUnit::PercentagePoints, rest)),
        ("percentage", Some(("point" | "points", after))) => {
            Some((FigureUnit::PercentagePoints, after))
        }
        ("percent", _) => Some((FigureUnit::Percent, rest)),
        ("per", Some(("cent", after))) => Some((FigureUnit::Percent, after)),
        _ => None,
    }
}

/// `out of 40`.
fn out_of(text: &str) -> Option<(FigureUnit, &str)> {
    let ("out", rest) = word(text)? else {
        return None;
    };
    let ("of", rest) = word(rest)? else {
        return None;
    };
    let (most, rest) = leading_count(rest.trim_start())?;
    Some((FigureUnit::OutOf(most), rest))
}

/// `per 10,000`, `rate per 1,000 population`, `conceptions per 1000`: to the end of its words.
pub(super) fn rate(text: &str) -> Option<(FigureUnit, &str)> {
    let mut rest = text;
    for _ in 0..3 {
        let (word, after) = word(rest)?;
        rest = after;
        if word.eq_ignore_ascii_case("per") {
            let (per, after) = leading_count(rest.trim_start())?;
            let end = after
                .find(['(', ',', ';', '-', '\u{2013}'])
                .unwrap_or(after.len());
            return Some((
                FigureUnit::RatePer(per),
                after.get(end..).unwrap_or_default(),
            ));
        }
    }
    None
}

/// `days`, `working days`.
fn days(text: &str) -> Option<(FigureUnit, &str)> {
    let (first, rest) = word(text)?;
    match (first, word(rest)) {
        ("day" | "days", _) => Some((FigureUnit::Days, rest)),
        ("working" | "calendar" | "school", Some(("day" | "days", after))) => {
            Some((FigureUnit::Days, after))
        }
        _ => None,
    }
}

/// `schools`, `young people`: one to three words that run to a bracket, a dash or the end.
pub(super) fn things(text: &str) -> Option<(FigureUnit, &str)> {
    let end = text.find(['(', ',', ';']).unwrap_or(text.len());
    let end = text
        .find(" - ")
        .or_else(|| text.find(" \u{2013} "))
        .map_or(end, |dash| dash.min(end));
    let (phrase, rest) = text.split_at_checked(end)?;
    let words: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
    let are_things = words.iter().all(|word| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || c == '\'' || c == '-');
        letters
            && word.chars().count() > 1
            && !NO_THINGS.contains(&word.as_str())
            && month(word).is_none()
    });
    let spoken = (1..=3).contains(&words.len()) && are_things && Period::read(phrase).is_none();
    spoken.then(|| (FigureUnit::Thing(words.join(" ")), rest))
}

/// The first word, and the text after it.
fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    if end == 0 {
        None
    } else {
        text.split_at_checked(end)
    }
}
