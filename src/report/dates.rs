//! Days, periods and timescales as pages print them.

use super::document::{Span, Tone};
use crate::analysis::deadline::Deadline;
use crate::domain::action::Timescale;
use crate::domain::day::Day;
use crate::domain::period::Period;
use crate::domain::stated::Stated;

/// A day with its year: `29 Oct 2010`.
pub fn day_text(day: Day) -> String {
    format!("{} {}", day.short(), day.year())
}

/// A stated day: as we print days, else as it stands.
pub fn stated_day(day: &Stated<Day>) -> String {
    day.read().map_or_else(|| day.text().to_owned(), day_text)
}

/// A stated period: in its usual form, else as it stands.
pub fn stated_period(period: &Stated<Period>) -> String {
    period
        .read()
        .map_or_else(|| period.text().to_owned(), |period| period.to_string())
}

/// The words of a timescale, else the days that somebody gave.
pub fn timescale_text(timescale: Option<&Timescale>) -> String {
    let Some(timescale) = timescale else {
        return String::new();
    };
    if !timescale.text.is_empty() {
        return timescale.text.clone();
    }
    let days: Vec<String> = timescale.dates.iter().map(stated_day).collect();
    days.join(", ")
}

/// When an action is due, and whether that has passed.
pub fn due(timescale: Option<&Timescale>, deadline: &Deadline) -> Vec<Span> {
    let mut spans = Vec::new();
    let words = timescale_text(timescale);
    if !words.is_empty() {
        spans.push(Span::plain(words));
    } else if let Some(day) = deadline.shown_day() {
        let next = if timescale.is_none() {
            "next milestone "
        } else {
            ""
        };
        spans.push(Span::plain(format!("{next}{}", day_text(day))));
    }
    let late = match deadline.overdue_since {
        Some(since) => Some(format!("! overdue since {}", day_text(since))),
        None if deadline.stale => Some("! not reviewed for two quarters".to_owned()),
        None => None,
    };
    if let Some(late) = late {
        if !spans.is_empty() {
            spans.push(Span::plain("   "));
        }
        spans.push(Span::new(late, Tone::Late));
    }
    spans
}
