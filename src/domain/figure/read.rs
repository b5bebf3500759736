//! Takes a cell apart: the number it begins with, its unit, then what stands in and between brackets.

use super::unit;
use super::{Figure, FigureUnit};
use crate::domain::day::read::at as day_at;
use crate::domain::number::{Printed, is_as_published, leading, leading_count};
use crate::domain::period::Period;
use crate::domain::period::read::at as period_at;
use crate::domain::token::{Tokens, is_dash};

/// Bracketed years that a baseline can be of; other numbers of four digits are counts.
const BRACKETED_YEARS: std::ops::Range<f64> = 1990.0..2050.0;

/// Words before a number that leave it what it is.
const LEADS: [&str; 7] = [
    "about",
    "approx",
    "approximately",
    "around",
    "estimated",
    "prov",
    "provisional",
];

/// The figure a cell begins with; none where it begins with no number, is garbled, or is a date.
pub(super) fn figure(text: &str) -> Option<Figure> {
    let number_at = after_leads(text);
    if is_date(number_at) {
        return None;
    }
    let mut figure = Figure {
        provisional: is_provisional(text),
        ..Figure::default()
    };
    if let Some(after) = withheld(number_at) {
        figure.suppressed = true;
        let (unit, rest) = unit::leading(after);
        figure.unit = unit;
        pieces(rest).for_each(|piece| figure.note(piece));
        return Some(figure);
    }
    let (printed, rest) = if let Some(amount) = number_at.strip_prefix('£') {
        figure.unit = Some(FigureUnit::Pounds);
        pounds(amount)?
    } else {
        let printed = leading(number_at)?;
        figure.begin(printed)?
    };
    figure.value = figure
        .value
        .or_else(|| figure.numerator.is_none().then_some(printed));
    for piece in pieces(rest) {
        if piece.is_second_number() {
            return None;
        }
        figure.note(piece);
    }
    figure.settle();
    Some(figure)
}

impl Figure {
    /// Takes the number the cell begins with and its unit; gives the number and what follows.
    fn begin<'a>(&mut self, printed: Printed<'a>) -> Option<(f64, &'a str)> {
        if let Some((below, rest)) = below_line(printed.rest) {
            (self.numerator, self.denominator) = (Some(printed.value), Some(below));
            return Some((printed.value, rest));
        }
        if let Some(scaled) = scaled(printed, &["thousand", "million", "billion"]) {
            return Some(scaled);
        }
        let (unit, rest) = unit::leading(printed.rest);
        // Letters or a stroke that touch a number and are no unit: `31st`, `2008/09 new data`.
        if unit.is_none() && rest.starts_with(|c: char| c.is_alphabetic() || c == '/') {
            return None;
        }
        self.unit = unit;
        Some((printed.value, rest))
    }

    /// Takes what a bracket, or the words between brackets, add.
    fn note(&mut self, piece: Piece<'_>) {
        let text = piece.text();
        if let Piece::Bracket(_) = piece
            && (self.note_fraction(text) || self.note_number(text))
        {
            return;
        }
        if let Some(period) = spoken_period(text) {
            self.period = self.period.or(Some(period));
        } else if let (None, Piece::Run(_), Some((rate, _))) = (&self.unit, piece, unit::rate(text))
        {
            self.unit = Some(rate);
        }
    }

    /// `1171/1536` or, where a period is as likely, a fraction only if it gives the percentage.
    fn note_fraction(&mut self, text: &str) -> bool {
        let Some(above) = leading(text) else {
            return false;
        };
        let Some((below, rest)) = below_line(above.rest) else {
            return false;
        };
        if !rest.trim().is_empty() {
            return false;
        }
        let (Some(value), false) = (self.value, text.starts_with('0')) else {
            return Period::read(text).is_none() && self.set_fraction(above.value, below);
        };
        let gives = below != 0.0 && is_as_published(value, 100.0 * above.value / below);
        (gives || Period::read(text).is_none()) && self.set_fraction(above.value, below)
    }

    fn set_fraction(&mut self, above: f64, below: f64) -> bool {
        (self.numerator, self.denominator) = (Some(above), Some(below));
        true
    }

    /// `2246`, `2150 young people`, `83.6 per 10,000`, `9.5%`.
    fn note_number(&mut self, text: &str) -> bool {
        let Some(printed) = leading(text) else {
            return false;
        };
        if printed.rest.trim().is_empty() {
            let a_year = printed.like_year && BRACKETED_YEARS.contains(&printed.value);
            if a_year {
                return false;
            }
            self.count = self.count.or(Some(printed.value));
            return true;
        }
        let (unit, rest) = unit::leading(printed.rest);
        let ends = rest.trim().is_empty();
        match unit {
            Some(FigureUnit::Thing(_)) if ends && Period::read(text).is_none() => {
                self.count = self.count.or(Some(printed.value));
                true
            }
            Some(unit @ (FigureUnit::RatePer(_) | FigureUnit::Percent)) if ends => {
                if let FigureUnit::RatePer(per) = unit {
                    self.rate = Some((printed.value, per));
                }
                if matches!(self.unit, None | Some(FigureUnit::Thing(_)))
                    && self.numerator.is_none()
                {
                    // The head was the bare count behind this.
                    self.count = self.value.replace(printed.value);
                    self.unit = Some(unit);
                }
                true
            }
            _ => false,
        }
    }

    /// A value that is a rate is the cell's rate.
    fn settle(&mut self) {
        if let (Some(FigureUnit::RatePer(per)), Some(value), None) =
            (&self.unit, self.value, self.rate)
        {
            self.rate = Some((value, *per));
        }
    }
}

/// A part of a cell behind its number.
#[derive(Debug, Clone, Copy)]
enum Piece<'a> {
    Bracket(&'a str),
    Run(&'a str),
}

impl<'a> Piece<'a> {
    /// The words, without the dashes and stops around them.
    fn text(self) -> &'a str {
        match self {
            Self::Bracket(text) => text.trim(),
            Self::Run(text) => {
                text.trim_matches(|c: char| c.is_whitespace() || is_dash(c) || ",;:.*".contains(c))
            }
        }
    }

    /// Whether a second number makes it unclear which one is meant: `30-45`, `5 of 6 to 8`.
    fn is_second_number(self) -> bool {
        match self {
            Self::Bracket(_) => false,
            Self::Run(_) => {
                let text = self.text();
                text.starts_with(|c: char| c.is_ascii_digit())
                    && Period::read(text).is_none()
                    && period_at(&Tokens::of(text), 0).is_none()
            }
        }
    }
}

/// Brackets and the runs between them, in order. A bracket that never closes runs to the end.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(inner) = rest.strip_prefix('(') {
            let end = closing(inner);
            let (bracket, after) = inner.split_at_checked(end)?;
            rest = after.strip_prefix(')').unwrap_or(after);
            return Some(Piece::Bracket(bracket));
        }
        let (run, after) = rest.split_at_checked(rest.find('(').unwrap_or(rest.len()))?;
        rest = after;
        Some(Piece::Run(run))
    })
}

/// Where the bracket closes whose inside this begins.
fn closing(inner: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in inner.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return at,
            ')' => depth -= 1,
            _ => {}
        }
    }
    inner.len()
}

/// The text after words that only colour the number.
fn after_leads(text: &str) -> &str {
    let mut rest = text;
    loop {
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let Some((word, after)) = rest.split_at_checked(end) else {
            return rest;
        };
        if !LEADS.iter().any(|lead| word.eq_ignore_ascii_case(lead)) {
            return rest;
        }
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || ".:".contains(c));
    }
}

/// Whether a cell begins as a date or period that no figure can be: `2008/09 new data return`.
fn is_date(text: &str) -> bool {
    let tokens = Tokens::of(text);
    day_at(&tokens, 0).is_some() || period_at(&tokens, 0).is_some()
}

fn is_provisional(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        let word = word.to_lowercase();
        word.starts_with("provisional") || word == "prov"
    })
}

/// What follows `<5`, `less than 5` or `fewer than 5`.
fn withheld(text: &str) -> Option<&str> {
    let lower = ["<", "less than ", "fewer than ", "under "];
    let after = lower.iter().find_map(|lead| {
        let head = text.get(..lead.len())?;
        head.eq_ignore_ascii_case(lead)
            .then(|| text.get(lead.len()..))?
    })?;
    Some(leading_count(after.trim_start())?.1)
}

/// `/1536` or `of 40` directly behind a number.
fn below_line(rest: &str) -> Option<(f64, &str)> {
    let rest = rest.trim_start();
    let below = rest
        .strip_prefix('/')
        .or_else(|| rest.strip_prefix("of "))?;
    let printed = leading(below.trim_start())?;
    Some((printed.value, printed.rest))
}

/// The period that a piece says, where need be up to a dash or an `as per` (paper 003, line 293).
fn spoken_period(text: &str) -> Option<Period> {
    let before = |part: &str| {
        text.split_once(part)
            .and_then(|(before, _)| Period::read(before))
    };
    Period::read(text)
        .or_else(|| before(" as per "))
        .or_else(|| before(" - "))
}

/// `9.2m`, `10.295m`, `3.5 million`, `647,000`: in pounds.
fn pounds(amount: &str) -> Option<(f64, &str)> {
    let printed = leading(amount.trim_start())?;
    let words = ["k", "m", "bn", "thousand", "million", "billion"];
    Some(scaled(printed, &words).unwrap_or((printed.value, printed.rest)))
}

/// The number times the word behind it, if that is one of these.
fn scaled<'a>(printed: Printed<'a>, words: &[&str]) -> Option<(f64, &'a str)> {
    let trimmed = printed.rest.trim_start();
    let end = trimmed
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(trimmed.len());
    let (word, after) = trimmed.split_at_checked(end)?;
    let word = word.to_lowercase();
    words.contains(&word.as_str()).then_some(())?;
    let power = match word.as_str() {
        "k" | "thousand" => 3,
        "m" | "million" => 6,
        _ => 9,
    };
    // By way of decimal digits, so that no product carries dust.
    let value: f64 = format!("{}e{power}", printed.value).parse().ok()?;
    value.is_finite().then_some((value, after))
}
