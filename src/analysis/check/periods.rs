//! Periods and dates that cannot be read.

use super::report::{Report, quoted};
use super::walk::{Leaf, Path};
use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::domain::timescale;

/// Periods that say nothing to the reader.
pub(super) fn unreadable(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let Leaf::Period(period) = leaf else { return };
    if !period.is_empty() && period.read().is_none() {
        let message = format!("{} is no period", quoted(period.text()));
        let mend =
            "Write it like 2008/09 Q4, 2008/09, 2007/08 AY, 2007, 2008-09 or 2008-10..2009-03";
        report.say(path, message, mend);
    }
}

/// Dates that say nothing to the reader.
pub(super) fn date_unreadable(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    if let Some(text) = unread_day(leaf).filter(|text| impossible(text).is_none()) {
        report.say(
            path,
            format!("{} is no date", quoted(text)),
            "Write it like 2009-03-31",
        );
    }
}

/// Dates that are written as dates, of days that there are not.
pub(super) fn date_impossible(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let Some(text) = unread_day(leaf) else { return };
    let (message, mend) = match impossible(text) {
        Some(Impossible::NoSuchDay) => (
            "is a day that no calendar has",
            "Write the day that was meant, like 2009-03-31",
        ),
        Some(Impossible::Weekday) => (
            "falls on another day of the week",
            "Correct the date or leave the weekday out",
        ),
        None => return,
    };
    report.say(path, format!("{} {message}", quoted(text)), mend);
}

/// Times in words in which there is no time.
pub(super) fn words(leaf: &Leaf<'_>, path: &Path<'_>, report: &mut Report<'_>) {
    let Leaf::When(text) = leaf else { return };
    let read = || {
        Day::read(text).is_some()
            || Period::read(text).is_some()
            || timescale::read(text, None).is_understood()
    };
    if !text.trim().is_empty() && !read() {
        let message = format!("No time can be read in {}", quoted(text));
        report.say(
            path,
            message,
            "Write a day, a month or a period with its year, like 2010-12",
        );
    }
}

fn unread_day<'a>(leaf: &'a Leaf<'_>) -> Option<&'a str> {
    let Leaf::Day(day) = leaf else { return None };
    (!day.is_empty() && day.read().is_none()).then(|| day.text())
}

enum Impossible {
    NoSuchDay,
    Weekday,
}

/// Why a date is none although it is written as one: it would be one with the first of the month (or
/// the first month) in place of a number, or without its weekday.
fn impossible(text: &str) -> Option<Impossible> {
    let with_first = |start: usize, end: usize| {
        let (before, after) = (text.get(..start)?, text.get(end..)?);
        Day::read(&format!(
            "{before}{:0width$}{after}",
            1,
            width = end - start
        ))
    };
    let mut runs = digit_runs(text)
        .into_iter()
        .filter(|(start, end)| end - start <= 2);
    if runs.any(|(start, end)| with_first(start, end).is_some()) {
        return Some(Impossible::NoSuchDay);
    }
    let (_, rest) = text.trim_start().split_once(|c: char| !c.is_alphabetic())?;
    Day::read(rest.trim_start()).map(|_| Impossible::Weekday)
}

/// Where the runs of digits begin and end.
fn digit_runs(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match runs.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => runs.push((at, at + 1)),
        }
    }
    runs
}
