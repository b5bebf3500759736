//! Reads a day out of a cell's words; shared by days, periods and timescales.

use jiff::civil::Weekday;

use super::Day;
use crate::domain::token::{Number, Tokens};

/// What stands where a day could stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// A whole date.
    Day(Day),
    /// `16th September`: a day with no year (paper 003, line 152).
    WithoutYear { month: u8, day: u8 },
    /// Written as a date, but there is no such day (31 June): never guessed.
    Impossible,
}

/// The day that the whole text says.
pub(super) fn whole(text: &str) -> Option<Day> {
    let tokens = Tokens::of(text);
    match at(&tokens, 0)? {
        (Found::Day(day), next) => {
            let end = if tokens.is_mark(next, &['.']) {
                next + 1
            } else {
                next
            };
            (end == tokens.len()).then_some(day)
        }
        _ => None,
    }
}

/// What stands at a place, and the place after it.
pub(crate) fn at(tokens: &Tokens, start: usize) -> Option<(Found, usize)> {
    let Some(weekday) = tokens.word(start).and_then(weekday) else {
        return date(tokens, start);
    };
    let after = if tokens.is_mark(start + 1, &[',', '.']) {
        start + 2
    } else {
        start + 1
    };
    let (found, next) = date(tokens, after)?;
    match found {
        // One of the two is wrong, and nobody can say which.
        Found::Day(day) if !day.falls_on(weekday) => Some((Found::Impossible, next)),
        _ => Some((found, next)),
    }
}

fn date(tokens: &Tokens, start: usize) -> Option<(Found, usize)> {
    in_figures(tokens, start)
        .or_else(|| day_first(tokens, start))
        .or_else(|| month_first(tokens, start))
}

/// `16/12/2010`, `29.10.10`, `2009-03-31`.
fn in_figures(tokens: &Tokens, start: usize) -> Option<(Found, usize)> {
    let mark = tokens
        .mark(start + 1)
        .filter(|mark| matches!(mark, '/' | '-' | '.'))?;
    let [first, second, third] = [start, start + 2, start + 4].map(|at| tokens.number(at));
    let (first, second, third) = (first?, second?, third?);
    let next = start + 5;
    let longer = tokens.mark(next) == Some(mark) && tokens.number(next + 1).is_some();
    if tokens.mark(start + 3) != Some(mark) || longer || second.width > 2 {
        return None;
    }
    let (year, day) = if first.width == 4 && third.width <= 2 {
        (first.year()?, third)
    } else if first.width <= 2 {
        (third.year().or_else(|| third.short_year())?, first)
    } else {
        return None;
    };
    Some((found(year, second.small()?, day.small()?), next))
}

/// `31st March 2009`, `10 Nov 2010`, `10-Nov-10`, `16th September`.
fn day_first(tokens: &Tokens, start: usize) -> Option<(Found, usize)> {
    let day = day_number(tokens, start)?;
    let dashed = tokens.is_mark(start + 1, &['-']) && tokens.is_mark(start + 3, &['-']);
    let month_at = if dashed || tokens.is_word(start + 1, &["of"]) {
        start + 2
    } else {
        start + 1
    };
    let month = tokens.month(month_at)?;
    let dot = month_at + 1;
    let after = if tokens.is_mark(dot, &[',', '.', '-']) {
        dot + 1
    } else {
        dot
    };
    match year_at(tokens, after, after > dot) {
        Some((year, next)) => Some((found(year, month, day), next)),
        None => Some((without_year(month, day), dot)),
    }
}

/// `March 31 2011` (paper 001, line 828), `March 31st`, `May 7`.
fn month_first(tokens: &Tokens, start: usize) -> Option<(Found, usize)> {
    let month = tokens.month(start)?;
    let number = tokens.number(start + 1)?;
    let day = day_number(tokens, start + 1)?;
    let comma = start + 2;
    let after = if tokens.is_mark(comma, &[',']) {
        comma + 1
    } else {
        comma
    };
    match tokens.number(after).and_then(Number::year) {
        Some(year) => Some((found(year, month, day), after + 1)),
        // `November 10` is a month of 2010, and no day.
        None if number.ordinal || number.width == 1 => Some((without_year(month, day), comma)),
        None => None,
    }
}

fn day_number(tokens: &Tokens, at: usize) -> Option<u8> {
    let number = tokens.number(at)?;
    let day = number.small()?;
    // A larger number beside a month is no day of it, unless it claims to be.
    (number.width <= 2 && (number.ordinal || day <= 31)).then_some(day)
}

/// A year of four digits, or of two where nothing shows that they are the next day of a list
/// (`7 May 19 June`).
fn year_at(tokens: &Tokens, at: usize, parted: bool) -> Option<(i16, usize)> {
    let number = tokens.number(at)?;
    if let Some(year) = number.year() {
        return Some((year, at + 1));
    }
    let listed = tokens.month(at + 1).is_some() || tokens.number(at + 1).is_some();
    let marker = tokens.is_mark(at + 1, &['.', ')', '/']) && at + 2 < tokens.len();
    let year = number.short_year()?;
    (parted || !(listed || marker)).then_some((year, at + 1))
}

fn found(year: i16, month: u8, day: u8) -> Found {
    Day::new(year, month, day).map_or(Found::Impossible, Found::Day)
}

fn without_year(month: u8, day: u8) -> Found {
    // 2008 is a leap year, so that 29 February is left to the year that is chosen.
    match Day::new(2008, month, day) {
        Some(_) => Found::WithoutYear { month, day },
        None => Found::Impossible,
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}
